//! In which unit offsets are written, and from where they count.

use std::fmt;
use std::str::FromStr;

use crate::normalize::Decoded;
use crate::{Error, LineIndex, Span};

/// What offsets count.
///
/// ```
/// use solieu::output::Unit;
///
/// assert_eq!("utf16".parse(), Ok(Unit::Utf16));
/// assert_eq!((Unit::default().count("đạt"), Unit::Char.count("đạt")), (6, 3));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Unit {
    /// Bytes of UTF-8: Rust, Go, C.
    #[default]
    Byte,
    /// Code points: Python, brat, spaCy.
    Char,
    /// UTF-16 units: JavaScript, Java, Label Studio.
    Utf16,
}

impl Unit {
    /// All units.
    ///
    /// ```
    /// # use solieu::output::Unit;
    /// assert_eq!(Unit::ALL.map(Unit::name), ["byte", "char", "utf16"]);
    /// ```
    pub const ALL: [Self; 3] = [Self::Byte, Self::Char, Self::Utf16];

    /// Its name: `byte`, `char`, `utf16`.
    ///
    /// ```
    /// # use solieu::output::Unit;
    /// assert_eq!(Unit::Char.name(), "char");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Byte => "byte",
            Self::Char => "char",
            Self::Utf16 => "utf16",
        }
    }

    /// How many of it a text has.
    ///
    /// ```
    /// # use solieu::output::Unit;
    /// assert_eq!((Unit::Byte.count("đ🌾"), Unit::Char.count("đ🌾"), Unit::Utf16.count("đ🌾")), (6, 2, 3));
    /// ```
    #[must_use]
    pub fn count(self, text: &str) -> usize {
        match self {
            Self::Byte => text.len(),
            Self::Char => text.chars().count(),
            Self::Utf16 => text.chars().map(char::len_utf16).sum(),
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Unit {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let unit = Self::ALL.into_iter().find(|unit| unit.name() == text);
        unit.ok_or_else(|| Error::value(text, "a unit of offsets", "the units are byte, char, utf16"))
    }
}

/// The keys of a fact whose numbers are told as [`Positions`] say.
pub(super) const PLACES: [&str; 5] = ["start", "end", "full_start", "full_end", "document"];

/// How an output writes the offsets of facts: in which unit, and from where where the text is a
/// piece of a larger one.
///
/// ```
/// use solieu::output::{Positions, Unit};
///
/// let text = "🌾 5%";
/// assert_eq!(Positions::default().offset(5), 5);
/// assert_eq!(Positions::new(text, Unit::Char).offset(5), 2);
/// assert_eq!(Positions::new(text, Unit::Utf16).offset(5), 3);
/// assert_eq!(Positions::new(text, Unit::Utf16).behind(100, 7).offset(5), 103);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Positions<'t> {
    place: Place<'t>,
    offset_before: usize,
    facts_before: usize,
}

/// Where a byte of the text is said to stand.
#[derive(Clone, Debug, Default)]
enum Place<'t> {
    /// Where it does.
    #[default]
    Byte,
    Char(LineIndex<'t>),
    Utf16(LineIndex<'t>),
    /// In UTF-16, in bytes.
    Utf16Byte(LineIndex<'t>),
    /// In the bytes that the text was decoded from.
    Source(&'t Decoded),
}

impl<'t> Positions<'t> {
    /// Offsets into `text` in `unit`.
    ///
    /// ```
    /// # use solieu::output::{Positions, Unit};
    /// let positions = Positions::new("đạt 5%", Unit::Char);
    /// assert_eq!(positions.offset(7), 4); // of `5%`
    /// ```
    #[must_use]
    pub fn new(text: &'t str, unit: Unit) -> Self {
        Self::at(match unit {
            Unit::Byte => Place::Byte,
            Unit::Char => Place::Char(LineIndex::new(text)),
            Unit::Utf16 => Place::Utf16(LineIndex::new(text)),
        })
    }

    /// Offsets into the bytes that `text` has in UTF-16, for a text that was read from there.
    ///
    /// ```
    /// use solieu::output::Positions;
    ///
    /// assert_eq!(Positions::in_utf16("đạt 5%").offset(7), 8);
    /// ```
    #[must_use]
    pub fn in_utf16(text: &'t str) -> Self {
        Self::at(Place::Utf16Byte(LineIndex::new(text)))
    }

    /// Offsets into the bytes that `text` was decoded from, whatever their encoding.
    ///
    /// Where facts are sought in a piece of the text, [`behind`](Self::behind) takes the bytes of the
    /// *text* before the piece.
    ///
    /// ```
    /// use solieu::output::{Positions, jsonl};
    /// use solieu::{Extractor, Normalizer};
    ///
    /// // `Giải ngân đạt 88,24%` in TCVN3.
    /// let bytes = b"Gi\xB6i ng\xA9n \xAE\xB9t 88,24%";
    /// let text = Normalizer::new().decode(bytes);
    /// let mut out = String::new();
    /// for fact in Extractor::new().facts(&text) {
    ///     jsonl(&mut out, "report-7", &fact, &Positions::in_source(&text));
    /// }
    /// assert!(out.starts_with(r#"{"id":"report-7","start":14,"end":20,"text":"88,24%""#));
    /// assert_eq!(&bytes[14..20], b"88,24%");
    /// ```
    #[must_use]
    pub const fn in_source(text: &'t Decoded) -> Self {
        Self::at(Place::Source(text))
    }

    const fn at(place: Place<'t>) -> Self {
        Self { place, offset_before: 0, facts_before: 0 }
    }

    /// The same for a text that is a piece of a larger one: `offset_before` units and `facts_before`
    /// facts of that come before it.
    ///
    /// ```
    /// # use solieu::output::{Positions, Unit};
    /// // The second line of a report, whose first has 9 characters and 2 facts.
    /// let positions = Positions::new("đạt 5%", Unit::Char).behind(9, 2);
    /// assert_eq!((positions.offset(7), positions.fact(0)), (13, 2));
    /// ```
    #[must_use]
    pub const fn behind(mut self, offset_before: usize, facts_before: usize) -> Self {
        self.offset_before = offset_before;
        self.facts_before = facts_before;
        self
    }

    /// The offset to be written for the byte `offset` of the text, where something begins.
    ///
    /// ```
    /// # use solieu::output::{Positions, Unit};
    /// let text = "🌾 đạt 5%";
    /// assert_eq!(Positions::new(text, Unit::Char).offset(12), 6);
    /// assert_eq!(Positions::new(text, Unit::Utf16).offset(12), 7);
    /// ```
    #[must_use]
    pub fn offset(&self, offset: usize) -> usize {
        self.span(Span::new(offset, offset)).start
    }

    /// The offsets to be written for `span` of the text.
    ///
    /// ```
    /// # use solieu::{Span, output::{Positions, Unit}};
    /// assert_eq!(Positions::new("đạt 5%", Unit::Char).span(Span::new(7, 9)), Span::new(4, 6));
    /// ```
    #[must_use]
    pub fn span(&self, span: Span) -> Span {
        let within = |offset| match &self.place {
            Place::Byte | Place::Source(_) => offset,
            Place::Char(index) => index.to_char(offset),
            Place::Utf16(index) => index.to_utf16(offset),
            Place::Utf16Byte(index) => 2 * index.to_utf16(offset),
        };
        let span = Span::new(self.offset_before + within(span.start), self.offset_before + within(span.end));
        if let Place::Source(text) = self.place { text.to_source(span) } else { span }
    }

    /// The number to be written for `number` under `key`, one of [`PLACES`].
    pub(super) fn told(&self, key: &str, number: usize) -> usize {
        match key {
            "document" => self.fact(number),
            // What ends there has at least a byte, and the place of its last one tells where.
            "end" | "full_end" => self.span(Span::new(number.saturating_sub(1), number)).end,
            _ => self.offset(number),
        }
    }

    /// The number to be written for fact number `index` of the text.
    ///
    /// ```
    /// # use solieu::output::Positions;
    /// assert_eq!(Positions::default().fact(3), 3);
    /// assert_eq!(Positions::default().behind(0, 7).fact(3), 10);
    /// ```
    #[must_use]
    pub const fn fact(&self, index: usize) -> usize {
        self.facts_before + index
    }
}
