//! Places in a text: byte [`Span`]s.

use core::fmt;
use core::ops::Range;

/// A half-open range of bytes, `start..end`, in a UTF-8 text.
///
/// The spans of facts always point into the text **as the caller gave it** and lie on character
/// boundaries, so `&text[span.range()]` never fails for the text the fact was found in.
///
/// ```
/// use solieu::Span;
///
/// let span = Span::new(4, 9);
/// assert_eq!(span.len(), 5);
/// assert_eq!(&"Nam 2.018 xong"[span.range()], "2.018");
/// assert_eq!(format!("{span:?}"), "4..9");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset behind the last byte.
    pub end: usize,
}

impl Span {
    /// The span `start..end`.
    ///
    /// ```
    /// # use solieu::Span;
    /// let span = Span::new(4, 9);
    /// assert_eq!((span.start, span.end), (4, 9));
    /// ```
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The length in bytes; 0 where `end` lies before `start`.
    ///
    /// ```
    /// # use solieu::Span;
    /// let text = "đạt 5%";
    /// assert_eq!(Span::new(0, text.len()).len(), 9); // bytes
    /// assert_eq!(Span::new(7, 2).len(), 0);
    /// ```
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether no byte lies in it.
    ///
    /// ```
    /// # use solieu::Span;
    /// assert!(Span::new(5, 5).is_empty());
    /// assert!(!Span::new(5, 6).is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The same range as the standard library's type, for indexing.
    ///
    /// ```
    /// # use solieu::Span;
    /// let text = "đạt 5% kế hoạch";
    /// assert_eq!(&text[Span::new(7, 9).range()], "5%");
    /// ```
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether the byte at `offset` lies in it.
    ///
    /// ```
    /// # use solieu::Span;
    /// let span = Span::new(4, 9);
    /// assert!(span.contains(4) && !span.contains(9));
    /// ```
    #[must_use]
    pub const fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether both share at least one byte.
    ///
    /// ```
    /// # use solieu::Span;
    /// let span = Span::new(4, 9);
    /// assert!(span.overlaps(Span::new(8, 12)));
    /// assert!(!span.overlaps(Span::new(9, 12))); // they only meet
    /// ```
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.range()
    }
}
