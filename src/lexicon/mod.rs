//! Words and phrases with a meaning, as data.
//!
//! Each list is a `.tsv` file beside this one. The build script turns all of them into one trie over
//! syllables; here stand only the look-ups. A word is looked up by an exact folded key
//! ([`fold::fold`]), so `Năm`, `NĂM`, `hoà`, `hòa`, `tỷ`, `tỉ` need no list of spellings.

pub(crate) mod fold;
pub(crate) mod spelling;
pub(crate) mod words;

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// A word that stands in one of the lists, or 0 for any other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(crate) struct Syllable(pub(crate) u16);

impl Syllable {
    /// A word of none of the lists.
    pub(crate) const UNKNOWN: Self = Self(0);

    /// Looks a word up, whatever its case and the place of its tone mark.
    #[inline(always)]
    pub(crate) fn of(key: fold::Key) -> Self {
        let key = key.finish();
        let found = Self::of_key(key);
        if found == Self::UNKNOWN && fold::ends_in_level_stop(key) { Self::of_misspelt(key) } else { found }
    }

    /// `vụ viêc`, `quyêt định`: a stop takes the acute or the dot; where one of the two makes a word of the lists,
    /// that was meant.
    #[cold]
    fn of_misspelt(key: u64) -> Self {
        let Some(toned) = fold::with_tones_of_stop(key) else { return Self::UNKNOWN };
        match toned.map(Self::of_key) {
            [found, Self::UNKNOWN] | [Self::UNKNOWN, found] => found,
            _ => Self::UNKNOWN,
        }
    }

    /// The word at the start of a window and its length, where it is of the lists and written as most words are, or of none
    /// since it is all ASCII. This is for words of less than eight bytes, as most are.
    #[inline(always)]
    pub(crate) fn short(window: &[u8; 16]) -> Option<(Self, usize)> {
        let (word, length) = spelling::short_word(window)?;
        let [found, rest] = Self::entry([word, 0])?;
        if word == found {
            return Some((Self((rest >> 48) as u16), length));
        }
        spelling::is_ascii(word).then_some((Self::UNKNOWN, length))
    }

    /// The same for longer ones.
    #[inline]
    pub(crate) fn long(window: &[u8; 16]) -> Option<(Self, usize)> {
        const BELOW_ID: u64 = !0 >> 16;
        let ([first, second], length) = spelling::word(window);
        let [found, rest] = Self::entry([first, second]).filter(|_| length >= 8)?;
        if first == found && second == rest & BELOW_ID {
            return Some((Self((rest >> 48) as u16), length));
        }
        let is_ascii = spelling::is_ascii(first) && spelling::is_ascii(second) && length < 16;
        is_ascii.then_some((Self::UNKNOWN, length))
    }

    /// The one place where a spelling may stand.
    #[inline(always)]
    fn entry(word: spelling::Spelling) -> Option<spelling::Spelling> {
        let hash = spelling::hash(word, SPELLING_FACTOR);
        let shift = SPELLING_SHIFTS.get(spelling::bucket(hash, SPELLING_SHIFTS.len()))?;
        SPELLINGS.get(spelling::slot(hash, *shift, SPELLINGS.len())).copied()
    }

    #[inline(always)]
    fn of_key(key: u64) -> Self {
        let mask = KEYS.len() - 1;
        let mut at = fold::hash(key) as usize & mask;
        loop {
            match KEYS.get(at) {
                Some(&found) if found == key => return Self(IDS.get(at).copied().unwrap_or_default()),
                None | Some(0) => return Self::UNKNOWN,
                Some(_) => at = (at + 1) & mask,
            }
        }
    }

    /// Whether it is a word of a list, and in capitals a Roman numeral.
    #[inline]
    pub(crate) fn is_roman(self) -> bool {
        self <= ROMAN_ANCHORS && self != Self::UNKNOWN
    }

    /// Whether a phrase of the class can begin with it.
    #[inline]
    pub(crate) fn starts(self, class: Class) -> bool {
        self.classes().has(class)
    }

    /// Whether a phrase of the class can end with it.
    #[inline]
    pub(crate) fn ends(self, class: Class) -> bool {
        Classes(LASTS.get(usize::from(self.0)).copied().unwrap_or_default()).has(class)
    }

    /// The classes of which a phrase can begin with it.
    #[inline]
    pub(crate) fn classes(self) -> Classes {
        Classes(STARTS.get(usize::from(self.0)).copied().unwrap_or_default())
    }
}

/// A set of classes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Classes(u32);

impl Classes {
    pub(crate) const NONE: Self = Self(0);

    /// A set of these.
    #[allow(clippy::indexing_slicing)] // evaluated while compiling
    pub(crate) const fn of(classes: &[Class]) -> Self {
        let (mut set, mut at) = (0, 0);
        while at < classes.len() {
            set |= 1 << classes[at] as u8;
            at += 1;
        }
        Self(set)
    }

    #[inline]
    pub(crate) const fn has(self, class: Class) -> bool {
        self.0 >> class as u8 & 1 == 1
    }

    /// Whether the sets have a class in common.
    #[inline]
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A place in the trie: the phrases that begin with the words walked so far.
#[derive(Clone, Copy)]
pub(crate) struct Node(u16);

/// What the trie knows of a node. Its children go up to the first of the next node.
struct NodeEntry {
    /// The classes of the phrases that end here, and of those that go on.
    ends: Classes,
    goes_on: Classes,
    first_child: u16,
    /// The row where phrases of one class end here; where those of several do, the place of their rows in `ROWS`.
    row: u16,
    /// A bit for the last five of each word that leads on: most words that do not are told by it.
    leads_on: u32,
}

impl Node {
    /// Behind the first word of a phrase.
    #[inline]
    pub(crate) fn root(word: Syllable) -> Option<Self> {
        (word != Syllable::UNKNOWN).then_some(Self(word.0))
    }

    /// This node and the next.
    #[inline]
    fn entries(self) -> Option<&'static [NodeEntry; 2]> {
        NODES.get(usize::from(self.0)..)?.first_chunk()
    }

    /// Whether phrases of the class go on behind it.
    #[inline]
    pub(crate) fn goes_on(self, class: Class) -> bool {
        NODES.get(usize::from(self.0)).is_some_and(|node| node.goes_on.has(class))
    }

    /// One word on.
    #[inline]
    pub(crate) fn step(self, word: Syllable) -> Option<Self> {
        let [node, next] = self.entries()?;
        if node.leads_on >> (word.0 % 32) & 1 == 0 {
            return None;
        }
        let labels = LABELS.get(usize::from(node.first_child)..usize::from(next.first_child))?;
        let child = labels.binary_search(&word.0).ok()?;
        Some(Self(node.first_child + child as u16))
    }

    /// The row of the class's list that ends here: a node has one for each class that does, in their order.
    #[inline]
    pub(crate) fn row(self, class: Class) -> Option<usize> {
        let node = NODES.get(usize::from(self.0)).filter(|node| node.ends.has(class))?;
        if node.ends.0.is_power_of_two() {
            return Some(usize::from(node.row));
        }
        let before = (node.ends.0 & ((1 << class as u8) - 1)).count_ones() as usize;
        ROWS.get(usize::from(node.row) + before).map(|&row| usize::from(row))
    }
}

/// A column of a list's row, empty where it is not there.
pub(crate) fn column(list: &'static [&'static [&'static str]], row: usize, column: usize) -> &'static str {
    list.get(row).and_then(|columns| columns.get(column)).copied().unwrap_or_default()
}

/// Whether a row has the role, of several that its second column parts by commas.
pub(crate) fn says(list: &'static [&'static [&'static str]], row: usize, role: &str) -> bool {
    says_in(list, row, 1, role)
}

/// The same of another column.
pub(crate) fn says_in(list: &'static [&'static [&'static str]], row: usize, column: usize, role: &str) -> bool {
    self::column(list, row, column).split(',').any(|said| said == role)
}

/// A column of a row, empty where it is not there.
pub(crate) fn column_of(row: &[&'static str], column: usize) -> &'static str {
    row.get(column).copied().unwrap_or_default()
}

/// A table of symbols.
pub(crate) struct Symbols {
    /// Each with its key, sorted by it.
    rows: &'static [(u128, &'static [&'static str])],
    /// The first row of each key, counted from 1, open-addressed by the hash of the key.
    index: &'static [u16],
}

impl Symbols {
    /// The rows of a key.
    fn of(&self, key: u128) -> impl Iterator<Item = &'static [&'static str]> + Clone {
        let mask = self.index.len() - 1;
        let mut at = fold::hash(fold::symbol_hash(key)) as usize & mask;
        let rows = loop {
            let first = self.index.get(at).and_then(|&first| usize::from(first).checked_sub(1));
            let rows = first.and_then(|first| self.rows.get(first..)).unwrap_or_default();
            match rows {
                [(other, _), ..] if *other != key => at = (at + 1) & mask,
                _ => break rows,
            }
        };
        rows.iter().take_while(move |(other, _)| *other == key).map(|&(_, row)| row)
    }
}

/// The row of the symbol, whatever its case; where it is written without diacritics, the first row
/// that reads so without them: `ND` is `NĐ`, but `HĐ` is not `HD`.
pub(crate) fn symbol(table: &Symbols, text: &str) -> Option<&'static [&'static str]> {
    let mut rows = table.of(fold::symbol_key(text)?);
    if text.is_ascii() {
        let exact = |row: &&[&'static str]| row.first().is_some_and(|symbol| symbol.eq_ignore_ascii_case(text));
        return rows.clone().find(exact).or_else(|| rows.clone().next());
    }
    let same = |symbol: &str| symbol == text || lower(symbol.chars()).eq(lower(text.chars()));
    // `BGDĐT` and `BGD&ĐT` are two rows.
    let exact = rows.clone().find(|row| row.first().is_some_and(|symbol| same(symbol)));
    exact.or_else(|| rows.find(|row| row.first().is_some_and(|symbol| letters(symbol).eq(letters(text)))))
}

fn lower(text: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    text.flat_map(char::to_lowercase)
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    lower(text.chars().filter(|c| c.is_alphanumeric()))
}
