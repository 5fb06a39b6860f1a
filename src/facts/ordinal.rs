//! A place in an order: `lần thứ XIII`, `khóa XIV`, `thứ 15`.
//!
//! ```text
//! ordinal := [unit] "thứ" (N | roman | words) | ("khóa" | "kỳ" | "thế kỷ") (N | roman)
//! unit    := "lần" | "khóa" | "kỳ" | "đợt" | "hạng" | "vòng"
//! ```

use std::borrow::Cow;

use super::{Reading, Site};
use crate::cursor::{Cursor, Kind};
use crate::lexicon::word;
use crate::number::{Decimal, roman, words};

/// A place in an order.
///
/// ```
/// use solieu::{Extractor, FactKind, FactValue};
///
/// let extractor = Extractor::builder().kinds([FactKind::Ordinal]).build();
/// let fact = extractor.facts("Đại hội đại biểu lần thứ XIII").next().unwrap();
/// let FactValue::Ordinal(ordinal) = fact.value() else { panic!() };
/// assert_eq!((ordinal.value().to_string(), ordinal.unit()), ("13".to_owned(), Some("lần")));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Ordinal<'t> {
    value: Decimal,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    unit: Option<Cow<'t, str>>,
}

impl<'t> Ordinal<'t> {
    /// The place.
    ///
    /// ```
    /// # use solieu::{Extractor, FactKind, FactValue};
    /// let extractor = Extractor::builder().kinds([FactKind::Ordinal]).build();
    /// let fact = extractor.facts("Quốc hội khóa XIV").next().unwrap();
    /// let FactValue::Ordinal(term) = fact.value() else { panic!() };
    /// assert_eq!(term.value(), 14_u32.into());
    /// ```
    #[must_use]
    pub const fn value(&self) -> Decimal {
        self.value
    }

    /// What is counted, where the text says it: `lần`, `khóa`.
    ///
    /// ```
    /// # use solieu::{Extractor, FactKind, FactValue};
    /// let extractor = Extractor::builder().kinds([FactKind::Ordinal]).build();
    /// let facts: Vec<_> = extractor.facts("Quốc hội khóa XIV; xếp thứ 15").collect();
    /// let FactValue::Ordinal(term) = facts[0].value() else { panic!() };
    /// let FactValue::Ordinal(rank) = facts[1].value() else { panic!() };
    /// assert_eq!((term.unit(), rank.unit()), (Some("khóa"), None));
    /// ```
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        self.unit.as_deref()
    }

    pub(crate) fn into_owned(self) -> Ordinal<'static> {
        Ordinal { value: self.value, unit: self.unit.map(|unit| Cow::Owned(unit.into_owned())) }
    }
}

pub(super) fn read<'t, 'b>(site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Ordinal<'t>>> {
    let at = site.at;
    if at.at_floor() {
        return None;
    }
    let units = [word::LAN, word::KHOA, word::KY, word::DOT, word::HANG_RANK, word::VONG];
    let (head, from) = match at.eat_left(word::THU) {
        Some(head) => (head, head.eat_any_left(&units).filter(|_| !head.at_floor()).unwrap_or(head)),
        None => {
            let from = at.eat_any_left(&[word::KHOA, word::KY])?;
            // `cùng kỳ 15,3%`, `trong kỳ 120 hộ`; `kỳ⏎9.7`, a heading
            let same = from.eat_any_left(&[word::CUNG, word::TRONG]).is_some();
            let scaled = || site.numbers.is_some_and(|numbers| !numbers.first.plain && !numbers.first.in_words);
            if same || at.next().eat_group().is_some() || scaled() {
                return None;
            }
            (at, from)
        }
    };
    let (value, next) = number(at)?;
    let unit = (from.distance(head) > 0).then(|| Cow::Borrowed(from.text()));
    Some(Reading { from, next, value: Ordinal { value, unit } })
}

/// Whether a word before the anchor makes it a rank.
pub(super) fn may_be_rank(at: Cursor<'_, '_>) -> bool {
    matches!(at.left().syllable, word::THU | word::KHOA | word::KY)
}

/// `15`, `XIII`, `hai`, `tư`.
fn number<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Decimal, Cursor<'t, 'b>)> {
    if at.is_digits() {
        return Some((at.number(1..=3)?.into(), at.next()));
    }
    if let Some(value) = roman::parse(at.text()) {
        return Some((value.into(), at.next()));
    }
    if at.is(word::TU_FOUR) {
        return Some((4_u32.into(), at.next()));
    }
    let words = words::read(at).filter(|_| at.token().kind == Kind::Word && at.back().is(word::THU))?;
    Some((words.value, words.next))
}
