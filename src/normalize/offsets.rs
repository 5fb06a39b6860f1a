//! From offsets in the normalized text back to offsets in the source, and the other way round.

use std::iter::Peekable;

use super::edits::{Edit, Edits, Iter, New, Old};
use crate::Span;

/// Where each part of a rewritten text came from.
///
/// A list of the places that changed; between two of them both texts are the same, so clean text
/// costs nothing. Every offset has an answer (the map is *total*), greater offsets never give
/// smaller answers (*monotone*), and [`then`](Self::then) joins the maps of two rewritings.
///
/// A span grows to the borders of the places it touches, and text that was deleted right at its
/// border stays outside:
///
/// ```
/// use solieu::{Normalizer, Span};
///
/// // The zero width space in the middle is deleted.
/// let text = Normalizer::new().normalize("kết\u{200B} quả");
/// assert_eq!(&*text, "kết quả");
/// assert_eq!(text.to_source(Span::new(0, 5)), Span::new(0, 5));
/// assert_eq!(text.to_source(Span::new(5, 11)), Span::new(8, 14));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    pub(super) edits: Edits,
}

impl OffsetMap {
    /// Every offset stands for itself.
    pub(crate) const IDENTITY: Self = Self { edits: Edits::NONE };
    /// Texts longer than this can't be mapped.
    pub(crate) const LIMIT: usize = u32::MAX as usize;

    /// Whether every offset stands for itself.
    ///
    /// ```
    /// # use solieu::Normalizer;
    /// let normalizer = Normalizer::new();
    /// assert!(normalizer.normalize("ngày 20/12").offsets().is_identity());
    /// assert!(!normalizer.normalize("nga\u{300}y 20/12").offsets().is_identity());
    /// ```
    #[must_use]
    pub const fn is_identity(&self) -> bool {
        self.edits.is_empty()
    }

    /// Where `span` of the normalized text stands in the source.
    ///
    /// Offsets are bytes. Behind the end of the text the map goes on as if both texts did.
    ///
    /// ```
    /// # use solieu::{Normalizer, Span};
    /// let source = "nga\u{300}y 20/12";
    /// let text = Normalizer::new().normalize(source);
    /// let span = text.offsets().to_source(Span::new(6, 11));
    /// assert_eq!(&source[span.range()], "20/12");
    /// ```
    #[must_use]
    pub fn to_source(&self, span: Span) -> Span {
        if self.edits.is_empty() {
            return span;
        }
        let start = self.old_start(New(clip(span.start)));
        let end = self.old_end(New(clip(span.end)));
        Span::new(start.0 as usize, end.max(start).0 as usize)
    }

    /// Where `span` of the source stands in the normalized text.
    ///
    /// ```
    /// use solieu::{Normalizer, Span};
    ///
    /// let text = Normalizer::new().normalize("a\u{301}b");
    /// assert_eq!(text.offsets().to_normalized(Span::new(3, 4)), Span::new(2, 3));
    /// assert_eq!(text.offsets().to_normalized(Span::new(1, 4)), Span::new(0, 3));
    /// ```
    #[must_use]
    pub fn to_normalized(&self, span: Span) -> Span {
        if self.edits.is_empty() {
            return span;
        }
        let start = self.new_start(Old(clip(span.start)));
        let end = self.new_end(Old(clip(span.end)));
        Span::new(start.0 as usize, end.max(start).0 as usize)
    }

    fn old_start(&self, new: New) -> Old {
        let (before, next) = self.edits.around(|edit| edit.new_end <= new);
        before.to_old(next.map_or(new, |edit| new.min(edit.new_start())))
    }

    fn old_end(&self, new: New) -> Old {
        match self.edits.around(|edit| edit.new_end < new) {
            (_, Some(edit)) if new > edit.new_start() => edit.old_end,
            (before, _) => before.to_old(new),
        }
    }

    fn new_start(&self, old: Old) -> New {
        let (before, next) = self.edits.around(|edit| edit.old_end <= old);
        next.map_or_else(|| before.to_new(old), |edit| before.to_new(old).min(edit.new_start()))
    }

    fn new_end(&self, old: Old) -> New {
        match self.edits.around(|edit| edit.old_end < old) {
            (before, Some(edit)) if before.to_new(old) > edit.new_start() => edit.new_end,
            (before, _) => before.to_new(old),
        }
    }

    /// The map of doing this rewriting first and `second` on its result.
    ///
    /// ```
    /// # use solieu::{Normalizer, Span};
    /// let source = "so\u{302}\u{301}  12"; // two blanks
    /// let first = Normalizer::new().normalize(source);
    /// let second = Normalizer::new().one_blank(true).normalize(&first);
    /// let map = first.offsets().clone().then(second.offsets().clone());
    /// assert_eq!(&*second, "số 12");
    /// assert_eq!(&source[map.to_source(Span::new(5, 7)).range()], "12");
    /// ```
    #[must_use]
    pub fn then(self, second: Self) -> Self {
        if self.edits.is_empty() {
            return second;
        }
        if second.edits.is_empty() {
            return self;
        }
        Join::of(&self, &second)
    }

    /// Notes that the text up to `new_end` came from the source up to `old_end`, and that its last
    /// `new_len` bytes did so as a whole.
    #[inline]
    pub(crate) fn push(&mut self, new_end: usize, old_end: usize, new_len: usize) {
        self.edits.push(Edit { new_end: New(clip(new_end)), old_end: Old(clip(old_end)), new_len: clip(new_len) });
    }

    /// Forgets the edits that reach behind `new`; says where the first of them began.
    pub(crate) fn unwind(&mut self, new: usize) -> usize {
        let mut start = New(clip(new));
        while self.edits.last().new_end > start {
            start = start.min(self.edits.last().new_start());
            self.edits.pop();
        }
        start.0 as usize
    }
}

#[inline]
fn clip(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// Joins two maps: `first` from source to middle, `second` from middle to normalized.
struct Join<'m> {
    first: Peekable<Iter<'m>>,
    second: Peekable<Iter<'m>>,
    /// The last edit of either that was used up.
    old: Edit,
    new: Edit,
    joined: OffsetMap,
}

impl Join<'_> {
    fn of(first: &OffsetMap, second: &OffsetMap) -> OffsetMap {
        let mut join = Join {
            first: first.edits.iter().peekable(),
            second: second.edits.iter().peekable(),
            old: Edit::START,
            new: Edit::START,
            joined: OffsetMap::IDENTITY,
        };
        while join.step() {}
        join.joined
    }

    /// Where the next edits of `first` and `second` begin in the middle text.
    fn starts(&mut self) -> (Option<u32>, Option<u32>) {
        let first = self.first.peek().map(|edit| edit.new_start().0);
        let second = self.second.peek().map(|edit| self.new.to_old(edit.new_start()).0);
        (first, second)
    }

    /// Joins the edits that overlap in the middle text into one.
    fn step(&mut self) -> bool {
        // A deletion by the first comes before what the second did right behind it.
        let (start, from_first) = match self.starts() {
            (None, None) => return false,
            (Some(first), second) if second.is_none_or(|second| first <= second) => (first, true),
            (first, second) => (second.or(first).unwrap_or_default(), false),
        };
        let new_start = self.new.to_new(Old(start)).0;
        let mut end = if from_first { self.take_first() } else { self.take_second() };
        loop {
            match self.starts() {
                (Some(first), _) if first < end => end = end.max(self.take_first()),
                (_, Some(second)) if second < end => end = end.max(self.take_second()),
                _ => break,
            }
        }
        let new_end = self.new.to_new(Old(end)).0;
        let old_end = self.old.to_old(New(end)).0;
        self.joined.push(new_end as usize, old_end as usize, new_end.saturating_sub(new_start) as usize);
        true
    }

    fn take_first(&mut self) -> u32 {
        self.old = self.first.next().unwrap_or(self.old);
        self.old.new_end.0
    }

    fn take_second(&mut self) -> u32 {
        self.new = self.second.next().unwrap_or(self.new);
        self.new.old_end.0
    }
}
