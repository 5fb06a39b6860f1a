//! `TCVN 7957:2008`, `QCVN 14:2008/BTNMT`, `ISO/IEC 17025:2017`: standards and technical regulations.
//!
//! ```text
//! standard := mark ["số"] number [year] ["/" issuer]
//! mark     := a row of documents_not.tsv with a mark, in capitals | "ISO" "/" "IEC"
//! number   := digits ["-" digits]                 1 to 6 digits, a part
//! year     := ":" YYYY | "-" YYYY
//! ```
//!
//! Numbering and marks: Luật Tiêu chuẩn và quy chuẩn kỹ thuật (2006), Thông tư 26/2019/TT-BKHCN.

use std::borrow::Cow;

use super::{Reading, Site};
use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::{self, Class, DOCUMENTS_NOT, word};

/// A standard or a technical regulation. Off by default: it is no document of an authority, though
/// its number looks like one.
///
/// ```
/// use solieu::{Extractor, FactKind, FactValue};
///
/// let extractor = Extractor::builder().kinds([FactKind::Standard]).build();
/// let fact = extractor.facts("Nước thải đạt QCVN 14:2008/BTNMT.").next().unwrap();
/// let FactValue::Standard(standard) = fact.value() else { panic!() };
/// assert_eq!((standard.mark(), standard.number(), standard.year()), ("QCVN", "14", Some(2008)));
/// assert_eq!(standard.issuer_codes(), ["BTNMT"]);
/// assert_eq!(standard.identifier(), "std/qcvn/14/2008");
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Standard<'t> {
    #[cfg_attr(feature = "serde", serde(rename = "type_code"))]
    mark: Cow<'t, str>,
    number: Cow<'t, str>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    year: Option<u16>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    issuer_codes: Vec<Cow<'t, str>>,
}

impl<'t> Standard<'t> {
    /// The mark of its series: `TCVN`, `QCVN`, `ISO/IEC`.
    ///
    /// ```
    /// # use solieu::{Extractor, FactKind, FactValue};
    /// let extractor = Extractor::builder().kinds([FactKind::Standard]).build();
    /// let fact = extractor.facts("đạt ISO/IEC 17025:2017").next().unwrap();
    /// let FactValue::Standard(standard) = fact.value() else { panic!() };
    /// assert_eq!(standard.mark(), "ISO/IEC");
    /// ```
    #[must_use]
    pub fn mark(&self) -> &str {
        &self.mark
    }

    /// The number as written, with its part: `7957`, `5687-1`.
    ///
    /// ```
    /// # use solieu::{Extractor, FactKind, FactValue};
    /// let extractor = Extractor::builder().kinds([FactKind::Standard]).build();
    /// let fact = extractor.facts("theo TCVN 5687-1:2010").next().unwrap();
    /// let FactValue::Standard(standard) = fact.value() else { panic!() };
    /// assert_eq!(standard.number(), "5687-1");
    /// ```
    #[must_use]
    pub fn number(&self) -> &str {
        &self.number
    }

    /// The year of the edition.
    ///
    /// ```
    /// # use solieu::{Extractor, FactKind, FactValue};
    /// let extractor = Extractor::builder().kinds([FactKind::Standard]).build();
    /// let fact = extractor.facts("theo TCVN 7957:2008").next().unwrap();
    /// let FactValue::Standard(standard) = fact.value() else { panic!() };
    /// assert_eq!(standard.year(), Some(2008));
    /// ```
    #[must_use]
    pub const fn year(&self) -> Option<u16> {
        self.year
    }

    /// The ministry that issued a regulation: `BTNMT`.
    ///
    /// ```
    /// # use solieu::{Extractor, FactKind, FactValue};
    /// let extractor = Extractor::builder().kinds([FactKind::Standard]).build();
    /// let fact = extractor.facts("đạt QCVN 14:2008/BTNMT").next().unwrap();
    /// let FactValue::Standard(standard) = fact.value() else { panic!() };
    /// assert_eq!(standard.issuer_codes(), ["BTNMT"]);
    /// ```
    #[must_use]
    pub fn issuer_codes(&self) -> &[Cow<'t, str>] {
        &self.issuer_codes
    }

    /// For clustering: `std/qcvn/14/2008`, without the year where the text gives none.
    ///
    /// ```
    /// # use solieu::{Extractor, FactKind, FactValue};
    /// let extractor = Extractor::builder().kinds([FactKind::Standard]).build();
    /// let fact = extractor.facts("đạt ISO/IEC 17025:2017").next().unwrap();
    /// let FactValue::Standard(standard) = fact.value() else { panic!() };
    /// assert_eq!(standard.identifier(), "std/iso-iec/17025/2017");
    /// ```
    #[must_use]
    pub fn identifier(&self) -> String {
        let mark = self.mark.to_lowercase().replace('/', "-");
        match self.year {
            Some(year) => format!("std/{mark}/{}/{year}", self.number),
            None => format!("std/{mark}/{}", self.number),
        }
    }

    pub(crate) fn into_owned(self) -> Standard<'static> {
        let own = |text: Cow<'t, str>| Cow::Owned(text.into_owned());
        Standard {
            mark: own(self.mark),
            number: own(self.number),
            year: self.year,
            issuer_codes: self.issuer_codes.into_iter().map(own).collect(),
        }
    }
}

pub(super) fn read<'t, 'b>(site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Standard<'t>>> {
    let at = site.at;
    let (mark, from) = mark_left(at)?;
    let (number, behind) = number(at)?;
    let (year, behind) = year(behind).map_or((None, behind), |(year, next)| (Some(year), next));
    let (issuer_codes, next) = issuer(behind).map_or((Vec::new(), behind), |(issuer, next)| (vec![issuer], next));
    Some(Reading { from, next, value: Standard { mark, number, year, issuer_codes } })
}

/// The mark left of the number, in capitals.
fn mark_left<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Cow<'t, str>, Cursor<'t, 'b>)> {
    if at.token().kind != Kind::Digits || at.token().gap > Gap::Line || at.at_floor() {
        return None;
    }
    let before = at.eat_left(word::SO).unwrap_or(at);
    let (row, from) = before.phrase_left(Class::NotDocument, 1).filter(|(_, from)| from.is_upper())?;
    let mark = Some(lexicon::column(DOCUMENTS_NOT, row, 1)).filter(|mark| !mark.is_empty())?;
    let joint = from.eat_mark_left('/').map(Cursor::back).filter(|first| first.text() == "ISO" && !from.at_floor());
    match joint {
        Some(first) if from.is_glued() => Some((Cow::Borrowed("ISO/IEC"), first)),
        _ => Some((Cow::Borrowed(mark), from)),
    }
}

fn number<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Cow<'t, str>, Cursor<'t, 'b>)> {
    if at.digits()?.len() > 6 {
        return None;
    }
    let mut next = at.next();
    // `vượt QCVN 1,56 lần`: how many times the limit; `đạt QCVN 56%`: how many fulfil it.
    if glued_mark(next, ',').is_some_and(Cursor::is_digits) || next.is_mark('%') {
        return None;
    }
    let part = glued_mark(next, '-').filter(|part| part.number(1..=3).is_some());
    if let Some(part) = part {
        next = part.next();
    }
    Some((Cow::Borrowed(at.text_to(next)), next))
}

/// `:2008`, and `-1995` of old.
fn year<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u16, Cursor<'t, 'b>)> {
    let next = at.eat_mark(':').or_else(|| glued_mark(at, '-'))?;
    let year = next.number(4..=4).filter(|_| next.token().gap <= Gap::Blank)?;
    (1900..=2100).contains(&year).then_some((year as u16, next.next()))
}

fn issuer<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Cow<'t, str>, Cursor<'t, 'b>)> {
    let name = glued_mark(at, '/').filter(|name| name.is_upper() && name.is_glued())?;
    Some((Cow::Borrowed(name.text()), name.next()))
}

fn glued_mark<'t, 'b>(at: Cursor<'t, 'b>, mark: char) -> Option<Cursor<'t, 'b>> {
    at.eat_mark(mark).filter(|next| at.is_glued() && next.is_glued())
}
