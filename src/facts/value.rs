//! A fact: its kind, its value, its place.

use std::fmt;
use std::str::FromStr;

use super::{
    Count, Date, DocumentNumber, Duration, Measure, Money, Ordinal, Percentage, Period, Provision, Ratio, Recurrence,
    Standard,
};
use crate::{Error, Span};

/// Something that the text states, with its exact value and its exact place.
///
/// ```
/// use solieu::{Extractor, FactKind};
///
/// let text = "Tòa án thụ lý 272 vụ việc.";
/// let fact = Extractor::new().facts(text).next().unwrap();
/// assert_eq!((fact.kind(), fact.text()), (FactKind::Count, "272 vụ việc"));
/// assert_eq!(&text[fact.span().range()], fact.text());
/// ```
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
    ///
    /// ```
    /// # use solieu::{Extractor, FactKind};
    /// let fact = Extractor::new().facts("lãi suất 7,5 - 8%").next().unwrap();
    /// assert_eq!(fact.kind(), FactKind::Percentage);
    /// ```
    #[must_use]
    pub const fn kind(&self) -> FactKind {
        self.value.kind()
    }

    /// Its bytes in the text that the caller gave, before any normalization.
    ///
    /// ```
    /// # use solieu::{Extractor, Span};
    /// let text = "nga\u{300}y 20/12"; // the mark is two bytes of its own
    /// let fact = Extractor::new().facts(text).next().unwrap();
    /// assert_eq!(fact.span(), Span::new(0, 12));
    /// ```
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }

    /// The caller's own text in that span.
    ///
    /// ```
    /// # use solieu::Extractor;
    /// let fact = Extractor::new().facts("Nghị quyết số 13-NQ/ТW").next().unwrap(); // a Cyrillic Т
    /// assert_eq!(fact.text(), "Nghị quyết số 13-NQ/ТW");
    /// ```
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What it says.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("nhận 272 đơn").next().unwrap();
    /// let FactValue::Count(count) = fact.value() else { panic!() };
    /// assert_eq!(count.unit(), "đơn");
    /// ```
    #[must_use]
    pub const fn value(&self) -> &FactValue<'t> {
        &self.value
    }

    /// What it says, taken out.
    ///
    /// ```
    /// # use solieu::{Count, Extractor, FactValue};
    /// let extractor = Extractor::new();
    /// let counts = extractor.facts("nhận 272 đơn, đạt 88,24%").filter_map(|fact| match fact.into_value() {
    ///     FactValue::Count(count) => Some(count),
    ///     _ => None,
    /// });
    /// assert_eq!(counts.collect::<Vec<Count>>()[0].unit(), "đơn");
    /// ```
    #[must_use]
    pub fn into_value(self) -> FactValue<'t> {
        self.value
    }

    /// The same, free of the text it came from.
    ///
    /// ```
    /// # use solieu::{Extractor, Fact};
    /// fn first(report: String) -> Option<Fact<'static>> {
    ///     Extractor::new().facts(&report).next().map(Fact::into_owned)
    /// }
    /// assert_eq!(first("nhận 272 đơn".to_owned()).unwrap().text(), "272 đơn");
    /// ```
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
        ///
        /// ```
        /// use solieu::{Extractor, FactValue};
        ///
        /// let extractor = Extractor::new();
        /// let told = extractor.facts("xong 22/56 đơn, họp ngày 4/3/2011").map(|fact| match fact.value() {
        ///     FactValue::Ratio(ratio) => format!("{} of {}", ratio.numerator(), ratio.denominator()),
        ///     FactValue::Date(date) => date.iso8601(),
        ///     other => other.kind().to_string(),
        /// });
        /// assert_eq!(told.collect::<Vec<_>>(), ["22 of 56", "2011-03-04"]);
        /// ```
        #[derive(Clone, PartialEq, Eq, Debug)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
        #[non_exhaustive]
        pub enum FactValue<'t> { $($(#[$doc])* $variant($value),)* }

        impl FactKind {
            /// All kinds.
            ///
            /// ```
            /// # use solieu::{Extractor, FactKind};
            /// let everything = Extractor::builder().kinds(FactKind::ALL.iter().copied()).build();
            /// assert_eq!(everything.facts("Đại hội lần thứ XIII").next().unwrap().kind(), FactKind::Ordinal);
            /// ```
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name, as JSON has it.
            ///
            /// ```
            /// assert_eq!(solieu::FactKind::DocumentNumber.name(), "document_number");
            /// ```
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }

        impl FactValue<'_> {
            /// Which kind it is.
            ///
            /// ```
            /// # use solieu::{Extractor, FactKind};
            /// let fact = Extractor::new().facts("hoàn thành 2/3 khối lượng").next().unwrap();
            /// assert_eq!(fact.value().kind(), FactKind::Ratio);
            /// ```
            #[must_use]
            pub const fn kind(&self) -> FactKind {
                match self { $(Self::$variant(_) => FactKind::$variant,)* }
            }

            /// The same, free of the text it came from.
            ///
            /// ```
            /// # use solieu::{Extractor, FactValue};
            /// fn first(report: String) -> Option<FactValue<'static>> {
            ///     Extractor::new().facts(&report).next().map(|fact| fact.into_value().into_owned())
            /// }
            /// let Some(FactValue::Count(count)) = first("nhận 272 đơn".to_owned()) else { panic!() };
            /// assert_eq!(count.unit(), "đơn");
            /// ```
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
    /// Whether it is a number of something, or two.
    pub(crate) const fn is_of_number(&self) -> bool {
        use FactValue::{Count, Duration, Measure, Money, Percentage, Ratio};
        matches!(self, Count(_) | Duration(_) | Measure(_) | Money(_) | Percentage(_) | Ratio(_))
    }

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
///
/// ```
/// use solieu::{Extractor, FactKind, FactValue};
/// use regex::Regex;
///
/// let extractor = Extractor::builder().pattern("hotline", Regex::new("1900[ .]?[0-9]{4}")?)?.build();
/// let fact = extractor.facts("đường dây nóng 1900 9068").next().unwrap();
/// assert_eq!((fact.kind(), fact.text()), (FactKind::Pattern, "1900 9068"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// # use regex::Regex;
    /// let extractor = Extractor::builder().pattern("hotline", Regex::new("1900[ .]?[0-9]{4}")?)?.build();
    /// let fact = extractor.facts("đường dây nóng 1900 9068").next().unwrap();
    /// let FactValue::Pattern(pattern) = fact.value() else { panic!() };
    /// assert_eq!(pattern.name(), "hotline");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
