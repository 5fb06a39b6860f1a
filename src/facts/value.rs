//! A fact: its kind, its value, its place.

use std::fmt;
use std::str::FromStr;

use super::{
    Count, Date, DocumentNumber, Duration, Measure, Money, Ordinal, Percentage, Period, Provision, Ratio, Recurrence,
    Standard,
};
use crate::{Error, Span};

/// Something that the text states, with its exact value and its exact place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact<'t> {
    start: usize,
    text: std::borrow::Cow<'t, str>,
    value: FactValue<'t>,
}

impl<'t> Fact<'t> {
    pub(crate) const fn new(start: usize, text: &'t str, value: FactValue<'t>) -> Self {
        Self { start, text: std::borrow::Cow::Borrowed(text), value }
    }

    /// What kind of fact it is.
    #[must_use]
    pub const fn kind(&self) -> FactKind {
        self.value.kind()
    }

    /// Its bytes in the text that the caller gave, before any normalization.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }

    /// The caller's own text in that span.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What it says.
    #[must_use]
    pub const fn value(&self) -> &FactValue<'t> {
        &self.value
    }

    /// What it says, taken out.
    #[must_use]
    pub fn into_value(self) -> FactValue<'t> {
        self.value
    }

    /// The same, free of the text it came from.
    #[must_use]
    pub fn into_owned(self) -> Fact<'static> {
        Fact { start: self.start, text: self.text.into_owned().into(), value: self.value.into_owned() }
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident($value:ty) = $name:literal,)*) => {
        /// The kinds of facts.
        ///
        /// ```
        /// use solieu::FactKind;
        ///
        /// assert_eq!(FactKind::DocumentNumber.to_string(), "document_number");
        /// assert_eq!("count".parse(), Ok(FactKind::Count));
        /// ```
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
        #[non_exhaustive]
        pub enum FactKind { $($(#[$doc])* $variant,)* }

        /// What a fact says, by kind.
        #[derive(Clone, PartialEq, Eq, Debug)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
        #[non_exhaustive]
        pub enum FactValue<'t> { $($(#[$doc])* $variant($value),)* }

        impl FactKind {
            /// All kinds.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name, as JSON has it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }

        impl FactValue<'_> {
            /// Which kind it is.
            #[must_use]
            pub const fn kind(&self) -> FactKind {
                match self { $(Self::$variant(_) => FactKind::$variant,)* }
            }

            /// The same, free of the text it came from.
            #[must_use]
            pub fn into_owned(self) -> FactValue<'static> {
                match self { $(Self::$variant(value) => FactValue::$variant(value.into_owned().into()),)* }
            }
        }
    };
}

kinds! {
    /// How many of something: `5.873 lượt`.
    Count(Count<'t>) = "count",
    /// A share in hundredths or thousandths: `88,24%`.
    Percentage(Percentage<'t>) = "percentage",
    /// One number out of another: `22/56 đơn`.
    Ratio(Ratio<'t>) = "ratio",
    /// A sum in a currency: `1.500 tỷ đồng`.
    Money(Money<'t>) = "money",
    /// A number of a unit of measure: `5 tấn/ha`.
    Measure(Measure<'t>) = "measure",
    /// A length of time: `05 ngày làm việc`.
    Duration(Duration<'t>) = "duration",
    /// One day: `ngày 4/3/2011`.
    Date(Date) = "date",
    /// A stretch of the calendar: `9 tháng năm 2018`.
    Period(Period) = "period",
    /// Something that comes again: `2 lần/tháng`.
    Recurrence(Recurrence) = "recurrence",
    /// The number of a document: `Quyết định số 84QĐ/TU`.
    DocumentNumber(Box<DocumentNumber<'t>>) = "document_number",
    /// A place in a document: `điểm a khoản 2 Điều 5`.
    Provision(Box<Provision<'t>>) = "provision",
    /// A place in an order: `lần thứ XIII`. Off by default.
    Ordinal(Ordinal<'t>) = "ordinal",
    /// A standard or technical regulation: `TCVN 7957:2008`. Off by default.
    Standard(Standard<'t>) = "standard",
    /// A match of a pattern of the caller's own.
    Pattern(Pattern) = "pattern",
}

impl FactValue<'_> {
    /// Brings the spans that a value holds beside its own from the normalized text to the caller's.
    pub(crate) fn map_spans(&mut self, map: impl Fn(Span) -> Span) {
        if let Self::DocumentNumber(document) = self {
            document.map_spans(map);
        }
    }
}

impl fmt::Display for FactKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for FactKind {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let kind = Self::ALL.iter().find(|kind| kind.name() == text).copied();
        kind.ok_or_else(|| {
            let names: Vec<_> = Self::ALL.iter().map(|kind| kind.name()).collect();
            Error::value(text, "a kind of fact", format!("the kinds are {}", names.join(", ")))
        })
    }
}

/// A match of a pattern of the caller's own.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Pattern {
    name: String,
}

impl Pattern {
    pub(crate) fn new(name: &str) -> Self {
        Self { name: name.to_owned() }
    }

    /// The name that the caller gave the pattern.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    fn into_owned(self) -> Self {
        self
    }
}

#[cfg(feature = "serde")]
mod wire {
    use std::borrow::Cow;

    use super::{Fact, FactValue};

    /// The keys of a fact in JSON.
    #[derive(serde::Serialize, serde::Deserialize)]
    struct Wire<'a, V> {
        start: usize,
        end: usize,
        text: Cow<'a, str>,
        #[serde(flatten)]
        value: V,
    }

    impl serde::Serialize for Fact<'_> {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let end = self.start + self.text.len();
            Wire { start: self.start, end, text: Cow::Borrowed(&self.text), value: &self.value }.serialize(serializer)
        }
    }

    impl<'de> serde::Deserialize<'de> for Fact<'static> {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let wire = Wire::<'static, FactValue<'static>>::deserialize(deserializer)?;
            if wire.end != wire.start + wire.text.len() {
                return Err(serde::de::Error::custom("`end` is not `start` plus the length of `text`"));
            }
            Ok(Self { start: wire.start, text: wire.text, value: wire.value })
        }
    }
}
