//! The changed places of a text, in few bytes each.

/// A changed place; its start in the source follows from the edit before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    /// Behind its last byte in the normalized text.
    pub(super) new_end: New,
    /// Behind its last byte in the source.
    pub(super) old_end: Old,
    /// How many bytes of normalized text it made; 0 where it deleted.
    pub(super) new_len: u32,
}

/// An offset in the normalized text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct New(pub(super) u32);

/// An offset in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Old(pub(super) u32);

impl Edit {
    pub(super) const START: Self = Self { new_end: New(0), old_end: Old(0), new_len: 0 };

    pub(super) const fn new_start(self) -> New {
        New(self.new_end.0.saturating_sub(self.new_len))
    }

    /// The place in the source of a place behind this edit and before the next one.
    pub(super) const fn to_old(self, new: New) -> Old {
        Old(self.old_end.0.saturating_add(new.0.saturating_sub(self.new_end.0)))
    }

    /// The last of short edits behind this one.
    fn behind(self, items: &[Item]) -> Self {
        let sum = |length: fn(&Item) -> u32| items.iter().map(length).sum::<u32>();
        let (run, new, old) = (sum(|item| item.run()), sum(|item| item.lengths().0), sum(|item| item.lengths().1));
        let new_len = items.last().map_or(self.new_len, |item| item.lengths().0);
        Self { new_end: New(self.new_end.0 + run + new), old_end: Old(self.old_end.0 + run + old), new_len }
    }

    /// The edit behind this one.
    const fn then(self, item: Item, (new_len, old_len): (u32, u32)) -> Self {
        let new_end = New(self.new_end.0 + item.run() + new_len);
        let old_end = Old(self.old_end.0 + item.run() + old_len);
        Self { new_end, old_end, new_len }
    }

    pub(super) const fn to_new(self, old: Old) -> New {
        New(self.new_end.0.saturating_add(old.0.saturating_sub(self.old_end.0)))
    }
}

/// Edits in the order of the text.
///
/// Decomposed text has an edit every seven bytes, so each takes four: the length of the clean run
/// before it, and its own lengths in both texts. Offsets are kept for every sixteenth only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edits {
    items: Vec<Item>,
    /// Where each [`BLOCK`] of items starts.
    blocks: Vec<Block>,
    /// The lengths of edits that an item can't hold, in new and old text.
    long: Vec<(u32, u32)>,
    last: Edit,
}

const BLOCK: usize = 16;

/// Twelve bits of the clean run, ten of the new and ten of the old length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Item(u32);

/// The last edit before a block, and how many long ones there were so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Block {
    before: Edit,
    long: u32,
}

impl Item {
    const MOST_RUN: u32 = 0xFFF;
    /// Both lengths are this where they are in the list of long ones.
    const LONG: u32 = 0x3FF;

    const fn new(run: u32, new: u32, old: u32) -> Self {
        Self(run << 20 | new << 10 | old)
    }

    const fn run(self) -> u32 {
        self.0 >> 20
    }

    const fn lengths(self) -> (u32, u32) {
        (self.0 >> 10 & 0x3FF, self.0 & 0x3FF)
    }

    const fn is_long(self) -> bool {
        self.0 & 0xF_FFFF == 0xF_FFFF
    }
}

impl Default for Edits {
    fn default() -> Self {
        Self::NONE
    }
}

impl Edits {
    pub(super) const NONE: Self = Self { items: Vec::new(), blocks: Vec::new(), long: Vec::new(), last: Edit::START };

    pub(super) const fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    #[inline]
    pub(super) fn push(&mut self, edit: Edit) {
        let mut run = edit.new_start().0.saturating_sub(self.last.new_end.0);
        while run > Item::MOST_RUN {
            // An edit of nothing, to get nearer.
            self.push_item(Item::new(Item::MOST_RUN, 0, 0));
            run -= Item::MOST_RUN;
            self.last.new_end.0 += Item::MOST_RUN;
            self.last.old_end.0 += Item::MOST_RUN;
        }
        let old_len = edit.old_end.0.saturating_sub(self.last.old_end.0.saturating_add(run));
        if edit.new_len < Item::LONG && old_len < Item::LONG {
            self.push_item(Item::new(run, edit.new_len, old_len));
        } else {
            self.push_item(Item::new(run, Item::LONG, Item::LONG));
            self.long.push((edit.new_len, old_len));
        }
        self.last = edit;
    }

    /// Lends the edits to a loop that adds many and gives them back with [`take_back`](Self::take_back);
    /// `done` is how much of the source it need not look at.
    pub(super) fn lend(&mut self, done: usize) -> Quick {
        let mut items = std::mem::take(&mut self.items);
        items.reserve(BLOCK);
        Quick { lent: items.len(), items, run: done.saturating_sub(self.last.old_end.0 as usize) }
    }

    pub(super) fn take_back(&mut self, quick: Quick) {
        self.items = quick.items;
        let mut at = quick.lent;
        while at < self.items.len() {
            if at.is_multiple_of(BLOCK) {
                self.start_block(self.last);
            }
            let end = (at / BLOCK * BLOCK + BLOCK).min(self.items.len());
            self.last = self.last.behind(self.items.get(at..end).unwrap_or_default());
            at = end;
        }
    }

    fn push_item(&mut self, item: Item) {
        if self.items.len().is_multiple_of(BLOCK) {
            self.start_block(self.last);
        }
        self.items.push(item);
    }

    #[inline(never)]
    fn start_block(&mut self, before: Edit) {
        self.blocks.push(Block { before, long: u32::try_from(self.long.len()).unwrap_or(u32::MAX) });
    }

    /// The last edit; that at the start of the text where there is none yet.
    pub(super) const fn last(&self) -> Edit {
        self.last
    }

    pub(super) fn pop(&mut self) {
        self.items.pop();
        let kept = self.items.len();
        let start = kept.saturating_sub(1) / BLOCK;
        self.blocks.truncate(kept.div_ceil(BLOCK));
        self.last = Edit::START;
        let (mut iter, mut long) = (self.iter_from(start), 0);
        let mut last = Edit::START;
        while let Some(edit) = iter.next() {
            last = edit;
            long = iter.long;
        }
        self.last = last;
        self.long.truncate(long);
    }

    /// The last edit that is `before` some place, and the one behind it.
    pub(super) fn around(&self, before: impl Fn(&Edit) -> bool) -> (Edit, Option<Edit>) {
        let block = self.blocks.partition_point(|block| before(&block.before)).saturating_sub(1);
        let mut last = self.blocks.get(block).map_or(Edit::START, |block| block.before);
        for edit in self.iter_from(block) {
            if !before(&edit) {
                return (last, Some(edit));
            }
            last = edit;
        }
        (last, None)
    }

    pub(super) fn iter(&self) -> Iter<'_> {
        self.iter_from(0)
    }

    fn iter_from(&self, block: usize) -> Iter<'_> {
        let items = self.items.get(block * BLOCK..).unwrap_or_default();
        let (last, long) = self.blocks.get(block).map_or((Edit::START, 0), |block| (block.before, block.long as usize));
        Iter { edits: self, items: items.iter(), last, long }
    }
}

/// Edits that are lent: short ones are added behind each other, as long as there is room.
pub(super) struct Quick {
    items: Vec<Item>,
    /// How many there were when they were lent.
    lent: usize,
    /// The clean run behind the last one.
    run: usize,
}

impl Quick {
    /// Behind such a run it is worth while to look at whole blocks.
    const FAR: usize = 64;

    /// Whether the last edit is near, and one more can be added.
    #[inline(always)]
    pub(super) const fn have_room(&self) -> bool {
        self.run < Self::FAR && self.items.len() < self.items.capacity()
    }

    /// Passes over some clean bytes.
    #[inline(always)]
    pub(super) const fn pass(&mut self, clean: usize) {
        self.run += clean;
    }

    /// Adds an edit of a few bytes.
    #[expect(clippy::cast_possible_truncation, reason = "a few bytes")]
    #[inline(always)]
    pub(super) fn push(&mut self, new_len: usize, old_len: usize) {
        self.items.push(Item::new(self.run as u32, new_len as u32, old_len as u32));
        self.run = 0;
    }

    /// Does without an edit that is not asked for.
    #[inline(always)]
    pub(super) const fn skip(&mut self) {
        self.run = 0;
    }
}

/// The edits one after the other.
pub(super) struct Iter<'e> {
    edits: &'e Edits,
    items: std::slice::Iter<'e, Item>,
    last: Edit,
    /// How many long ones there were.
    long: usize,
}

impl Iterator for Iter<'_> {
    type Item = Edit;

    fn next(&mut self) -> Option<Edit> {
        let item = *self.items.next()?;
        let (new_len, old_len) = if item.is_long() {
            self.long += 1;
            self.edits.long.get(self.long - 1).copied().unwrap_or_default()
        } else {
            item.lengths()
        };
        self.last = self.last.then(item, (new_len, old_len));
        Some(self.last)
    }
}
