//! The number of a document as a value.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::identity;
use crate::calendar::Day;
use crate::cursor;
use crate::{Error, Span};

/// The number of a document, and what the text says of the document beside it.
///
/// ```
/// use solieu::{Extractor, FactValue};
///
/// let text = "Theo Quyết định số 84QĐ/TU của Ban Thường vụ Thành ủy, các chi bộ sinh hoạt đều.";
/// let fact = Extractor::new().facts(text).next().unwrap();
/// let FactValue::DocumentNumber(document) = fact.value() else { panic!() };
/// assert_eq!(fact.text(), "Quyết định số 84QĐ/TU");
/// assert_eq!(document.kind(), Some("Quyết định"));
/// assert_eq!(document.number(), Some("84"));
/// assert_eq!(document.issuer_codes().collect::<Vec<_>>(), ["TU"]);
/// assert_eq!(document.canonical(), Some("84-QĐ/TU"));
/// assert_eq!(document.issuer(), Some("Ban Thường vụ Thành ủy"));
/// assert_eq!(&text[document.full_span().range()], "Quyết định số 84QĐ/TU của Ban Thường vụ Thành ủy");
/// ```
///
/// It can be parsed from the number alone, and writes itself in its canonical form:
///
/// ```
/// use solieu::DocumentNumber;
///
/// let number: DocumentNumber = "84QĐ/TU".parse()?;
/// assert_eq!(number.to_string(), "84-QĐ/TU");
/// assert_eq!(number.to_string().parse::<DocumentNumber>()?.canonical(), number.canonical());
/// # Ok::<(), solieu::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default))]
pub struct DocumentNumber<'t> {
    #[cfg_attr(feature = "serde", serde(rename = "type", skip_serializing_if = "Option::is_none"))]
    pub(super) kind: Option<Cow<'t, str>>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) type_code: Option<Cow<'t, str>>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) number: Option<Cow<'t, str>>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) year: Option<u16>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub(super) issuer_codes: Vec<Cow<'t, str>>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) term: Option<u8>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) canonical: Option<Cow<'t, str>>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) name: Option<Cow<'t, str>>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub(super) amended_years: Vec<u16>,
    #[cfg_attr(feature = "serde", serde(with = "iso", skip_serializing_if = "Option::is_none"))]
    pub(super) date: Option<Day>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) issuer: Option<Cow<'t, str>>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) title: Option<Cow<'t, str>>,
    // `id` is the document's own in JSON Lines.
    #[cfg_attr(feature = "serde", serde(rename = "identifier", skip_serializing_if = "Option::is_none"))]
    pub(super) id: Option<Cow<'t, str>>,
    pub(super) full_start: usize,
    pub(super) full_end: usize,
}

impl<'t> DocumentNumber<'t> {
    /// The type of the document: `Quyết định`. From the words before the number where there are
    /// any, else from the mark in it; `None` where neither tells, as in `82/2019/QH14`.
    ///
    /// ```
    /// # use solieu::DocumentNumber;
    /// let kind = |text: &str| text.parse::<DocumentNumber>().unwrap().kind().map(str::to_owned);
    /// assert_eq!(kind("30/2020/NĐ-CP").as_deref(), Some("Nghị định"));
    /// assert_eq!(kind("82/2019/QH14"), None); // a law or a resolution
    /// ```
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        self.kind.as_deref()
    }

    /// The mark of the type in its standard spelling: `QĐ`, `CTr`, `DS-PT`.
    ///
    /// ```
    /// # use solieu::DocumentNumber;
    /// let number: DocumentNumber = "06/2018/TTLT-BCA-BQP".parse()?;
    /// assert_eq!(number.type_code(), Some("TTLT"));
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub fn type_code(&self) -> Option<&str> {
        self.type_code.as_deref()
    }

    /// The number without leading zeros: `84`, `30a`, `66.13`. `None` where it is left blank, or
    /// where the document is cited by its name.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let text = "Quyết định số 084/QĐ-UBND và Luật Đất đai năm 2013";
    /// let facts: Vec<_> = Extractor::new().facts(text).collect();
    /// let FactValue::DocumentNumber(first) = facts[0].value() else { panic!() };
    /// let FactValue::DocumentNumber(law) = facts[1].value() else { panic!() };
    /// assert_eq!((first.number(), law.number()), (Some("84"), None));
    /// ```
    #[must_use]
    pub fn number(&self) -> Option<&str> {
        self.number.as_deref()
    }

    /// The year written in the number, or in the citation by name.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let text = "Nghị định số 30/2020/NĐ-CP và Luật Đất đai năm 2013";
    /// let facts: Vec<_> = Extractor::new().facts(text).collect();
    /// let FactValue::DocumentNumber(decree) = facts[0].value() else { panic!() };
    /// let FactValue::DocumentNumber(law) = facts[1].value() else { panic!() };
    /// assert_eq!((decree.year(), law.year()), (Some(2020), Some(2013)));
    /// ```
    #[must_use]
    pub const fn year(&self) -> Option<u16> {
        self.year
    }

    /// The symbols of the issuing bodies, without units, terms and `PH`: `BCA`, `BQP`.
    ///
    /// ```
    /// # use solieu::DocumentNumber;
    /// let number: DocumentNumber = "06/2018/TTLT-BCA-BQP".parse()?;
    /// assert_eq!(number.issuer_codes().collect::<Vec<_>>(), ["BCA", "BQP"]);
    /// # Ok::<(), solieu::Error>(())
    /// ```
    pub fn issuer_codes(&self) -> impl ExactSizeIterator<Item = &str> {
        self.issuer_codes.iter().map(|code| &**code)
    }

    /// The term of the National Assembly: 14 in `39/2019/QH14`.
    ///
    /// ```
    /// # use solieu::DocumentNumber;
    /// let number: DocumentNumber = "39/2019/QH14".parse()?;
    /// assert_eq!((number.term(), number.issuer_codes().next()), (Some(14), Some("QH")));
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn term(&self) -> Option<u8> {
        self.term
    }

    /// The number with separators and letters repaired: `84QĐ/TU` is `84-QĐ/TU`.
    ///
    /// ```
    /// # use solieu::DocumentNumber;
    /// let number: DocumentNumber = "30/2020/ND-CP".parse()?;
    /// assert_eq!(number.canonical(), Some("30/2020/NĐ-CP"));
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub fn canonical(&self) -> Option<&str> {
        self.canonical.as_deref()
    }

    /// The name under which a law is cited: `Đất đai` of `Luật Đất đai năm 2013`.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("theo Luật Đất đai năm 2013").next().unwrap();
    /// let FactValue::DocumentNumber(law) = fact.value() else { panic!() };
    /// assert_eq!((law.kind(), law.name(), law.year()), (Some("Luật"), Some("Đất đai"), Some(2013)));
    /// ```
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The years named as `sửa đổi, bổ sung năm …`.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let text = "Bộ luật Hình sự năm 2015 (sửa đổi, bổ sung năm 2017)";
    /// let fact = Extractor::new().facts(text).next().unwrap();
    /// let FactValue::DocumentNumber(code) = fact.value() else { panic!() };
    /// assert_eq!((code.year(), code.amended_years()), (Some(2015), [2017].as_slice()));
    /// ```
    #[must_use]
    pub fn amended_years(&self) -> &[u16] {
        &self.amended_years
    }

    /// The day of issue.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020").next().unwrap();
    /// let FactValue::DocumentNumber(decree) = fact.value() else { panic!() };
    /// assert_eq!(decree.date().unwrap().to_string(), "2020-03-05");
    /// ```
    #[must_use]
    pub const fn date(&self) -> Option<Day> {
        self.date
    }

    /// The issuer as the text names it.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("Nghị định số 30/2020/NĐ-CP của Chính phủ").next().unwrap();
    /// let FactValue::DocumentNumber(decree) = fact.value() else { panic!() };
    /// assert_eq!(decree.issuer(), Some("Chính phủ"));
    /// ```
    #[must_use]
    pub fn issuer(&self) -> Option<&str> {
        self.issuer.as_deref()
    }

    /// The title, without `về việc`.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let text = "Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư";
    /// let fact = Extractor::new().facts(text).next().unwrap();
    /// let FactValue::DocumentNumber(decree) = fact.value() else { panic!() };
    /// assert_eq!(decree.title(), Some("công tác văn thư"));
    /// ```
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// An identifier in the manner of Akoma Ntoso, only where a year or a date makes it sound:
    /// `/akn/vn/act/nghi-dinh/cp/2020/30`.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let facts: Vec<_> = Extractor::new().facts("Nghị định số 30/2020/NĐ-CP, Quyết định số 84-QĐ/TU").collect();
    /// let FactValue::DocumentNumber(decree) = facts[0].value() else { panic!() };
    /// assert_eq!(decree.id(), Some("/akn/vn/act/nghi-dinh/cp/2020/30"));
    /// let FactValue::DocumentNumber(decision) = facts[1].value() else { panic!() };
    /// assert_eq!(decision.id(), None); // every year has a number 84
    /// ```
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// A key that is the same for every mention of the document in one text, whatever the spelling:
    /// type, issuers, year or term, number.
    ///
    /// ```
    /// use solieu::DocumentNumber;
    ///
    /// assert_eq!("84QĐ/TU".parse::<DocumentNumber>()?.key(), "quyet-dinh:tu::84");
    /// assert_eq!("30/2020/ND-CP".parse::<DocumentNumber>()?.key(), "nghi-dinh:cp:2020:30");
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub fn key(&self) -> String {
        identity::key(self)
    }

    /// The wider place of the citation: number, date, issuer and title.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let text = "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ có hiệu lực";
    /// let fact = Extractor::new().facts(text).next().unwrap();
    /// let FactValue::DocumentNumber(decree) = fact.value() else { panic!() };
    /// assert_eq!(fact.text(), "Nghị định số 30/2020/NĐ-CP");
    /// assert_eq!(&text[decree.full_span().range()], "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ");
    /// ```
    #[must_use]
    pub const fn full_span(&self) -> Span {
        Span::new(self.full_start, self.full_end)
    }

    pub(crate) fn map_spans(&mut self, map: impl Fn(Span) -> Span) {
        let full = map(self.full_span());
        (self.full_start, self.full_end) = (full.start, full.end);
    }

    pub(crate) fn into_owned(self) -> DocumentNumber<'static> {
        let own = |text: Option<Cow<'t, str>>| text.map(|text| Cow::Owned(text.into_owned()));
        DocumentNumber {
            kind: own(self.kind),
            type_code: own(self.type_code),
            number: own(self.number),
            year: self.year,
            issuer_codes: self.issuer_codes.into_iter().map(|code| Cow::Owned(code.into_owned())).collect(),
            term: self.term,
            canonical: own(self.canonical),
            name: own(self.name),
            amended_years: self.amended_years,
            date: self.date,
            issuer: own(self.issuer),
            title: own(self.title),
            id: own(self.id),
            full_start: self.full_start,
            full_end: self.full_end,
        }
    }
}

/// The canonical form, or type and name where there is no number.
impl fmt::Display for DocumentNumber<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(canonical) = &self.canonical {
            return f.pad(canonical);
        }
        let year = self.year.map(|year| year.to_string());
        let parts = [self.kind(), self.name(), year.as_deref()];
        f.pad(&parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
    }
}

impl FromStr for DocumentNumber<'static> {
    type Err = Error;

    /// Reads a number, with or without the words of its type; none whose canonical form would say
    /// something else.
    fn from_str(text: &str) -> Result<Self, Error> {
        let value = Self::read(text)?;
        if value.reads_back() { Ok(value) } else { Err(Error::value(text, WHAT, "its symbol can be read in two ways")) }
    }
}

const WHAT: &str = "the number of a document";

impl DocumentNumber<'static> {
    fn read(text: &str) -> Result<Self, Error> {
        let Some(digit) = text.find(|c: char| c.is_ascii_digit()) else {
            return Err(Error::value(text, WHAT, "it has no digits"));
        };
        // The words of a type, and `số`.
        const MOST_BEFORE: usize = 16;
        let read = cursor::around(text, MOST_BEFORE, digit, text.len(), |at| {
            super::number_at(at).map(|found| (found.from.start(), found.next.end(), found.value.into_owned()))
        });
        match read.flatten() {
            Some((0, end, value)) if end == text.len() => Ok(value),
            Some((0, end, _)) => Err(Error::unexpected(text, WHAT, end)),
            Some(_) => Err(Error::unexpected(text, WHAT, 0)),
            None => Err(Error::value(text, WHAT, "it has another shape")),
        }
    }

    /// Whether its canonical form, alone or behind its type, is read as itself.
    fn reads_back(&self) -> bool {
        let printed = self.to_string();
        let typed = || Self::read(&format!("{} số {printed}", self.kind().unwrap_or_default()));
        Self::read(&printed).or_else(|_| typed()).is_ok_and(|again| again.to_string() == printed)
    }
}

/// A day in JSON: `2011-03-04`.
#[cfg(feature = "serde")]
mod iso {
    use serde::{Deserialize as _, Deserializer, Serializer};

    use crate::calendar::Day;

    pub(super) fn serialize<S: Serializer>(day: &Option<Day>, serializer: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => serializer.collect_str(day),
            None => serializer.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Day>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| text.parse().map_err(serde::de::Error::custom)).transpose()
    }
}
