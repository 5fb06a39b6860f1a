//! In which unit offsets are written, and from where they count.

use std::fmt;
use std::str::FromStr;

use crate::{Error, LineIndex};

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
    index: Option<LineIndex<'t>>,
    unit: Unit,
    offset_before: usize,
    facts_before: usize,
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
        let index = (unit != Unit::Byte).then(|| LineIndex::new(text));
        Self { index, unit, offset_before: 0, facts_before: 0 }
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

    /// The offset to be written for the byte `offset` of the text.
    ///
    /// ```
    /// # use solieu::output::{Positions, Unit};
    /// let text = "🌾 đạt 5%";
    /// assert_eq!(Positions::new(text, Unit::Char).offset(12), 6);
    /// assert_eq!(Positions::new(text, Unit::Utf16).offset(12), 7);
    /// ```
    #[must_use]
    pub fn offset(&self, offset: usize) -> usize {
        let within = match (&self.index, self.unit) {
            (Some(index), Unit::Char) => index.to_char(offset),
            (Some(index), Unit::Utf16) => index.to_utf16(offset),
            _ => offset,
        };
        self.offset_before + within
    }

    /// The number to be written for `value` under `key`, where the key tells a place.
    pub(super) fn told(&self, key: &str, value: &str) -> Option<usize> {
        match key {
            "start" | "end" | "full_start" | "full_end" => Some(self.offset(value.parse().ok()?)),
            "document" => Some(self.fact(value.parse().ok()?)),
            _ => None,
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
