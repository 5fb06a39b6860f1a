//! `88,24%`, `7,5 - 8%`, `1 điểm phần trăm`, `4‰`.
//!
//! ```text
//! percentage := numbers unit
//! unit       := "%" | "‰" | "%o" | "điểm" "%" | a phrase of percent_units.tsv
//! ```

use super::{Reading, Site};
use crate::cursor::Cursor;
use crate::lexicon::{self, Class, PERCENT_UNITS, word};
use crate::number::Quantity;

/// A share in hundredths or thousandths.
///
/// ```
/// use solieu::{Extractor, FactValue, PercentageUnit};
///
/// let fact = Extractor::new().facts("đạt 88,24% kế hoạch").next().unwrap();
/// let FactValue::Percentage(share) = fact.value() else { panic!() };
/// assert_eq!(share.quantity().value().unwrap().to_string(), "88.24");
/// assert_eq!(share.unit(), PercentageUnit::Percent);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Percentage<'t> {
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub(crate) quantity: Quantity<'t>,
    unit: PercentageUnit,
}

/// Of what a percentage is a number.
///
/// ```
/// use solieu::{Extractor, FactValue, PercentageUnit};
///
/// let fact = Extractor::new().facts("tăng 1,2 điểm phần trăm so với năm 2017").next().unwrap();
/// let FactValue::Percentage(share) = fact.value() else { panic!() };
/// assert_eq!(share.unit(), PercentageUnit::PercentagePoint);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum PercentageUnit {
    /// `%`, `phần trăm`
    Percent,
    /// `điểm phần trăm`, `điểm %`: the difference of two percentages
    PercentagePoint,
    /// `‰`, `phần nghìn`
    Permille,
}

impl<'t> Percentage<'t> {
    /// The number: `88,24%` is 88.24.
    ///
    /// ```
    /// # use solieu::{Change, Extractor, FactValue};
    /// let fact = Extractor::new().facts("giảm 17,05% so với cùng kỳ năm 2017").next().unwrap();
    /// let FactValue::Percentage(share) = fact.value() else { panic!() };
    /// assert_eq!(share.quantity().value().unwrap().to_string(), "17.05");
    /// assert_eq!(share.quantity().change(), Some(Change::Decrease));
    /// ```
    #[must_use]
    pub const fn quantity(&self) -> &Quantity<'t> {
        &self.quantity
    }

    /// Percent, percentage points or permille.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue, PercentageUnit};
    /// let fact = Extractor::new().facts("tỷ suất sinh 14,5‰").next().unwrap();
    /// let FactValue::Percentage(rate) = fact.value() else { panic!() };
    /// assert_eq!(rate.unit(), PercentageUnit::Permille);
    /// ```
    #[must_use]
    pub const fn unit(&self) -> PercentageUnit {
        self.unit
    }

    pub(crate) fn into_owned(self) -> Percentage<'static> {
        Percentage { quantity: self.quantity.into_owned(), unit: self.unit }
    }
}

pub(super) fn read<'t, 'b>(site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Percentage<'t>>> {
    let measured = site.numbers.as_ref()?.with_unit(|_, at| unit(at))?;
    // `gạo 5% tấm` is a grade of rice.
    if measured.next.is(word::TAM) {
        return None;
    }
    let quantity = measured.quantity(|amount| Some(amount.value))?;
    let value = Percentage { quantity, unit: measured.unit };
    Some(Reading { from: measured.low.from, next: measured.next, value })
}

fn unit<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(PercentageUnit, Cursor<'t, 'b>)> {
    if let Some(next) = at.eat_mark('‰') {
        return Some((PercentageUnit::Permille, next));
    }
    if let Some(next) = at.eat_mark('%') {
        let typed = next.is_glued() && next.text() == "o";
        return Some(if typed { (PercentageUnit::Permille, next.next()) } else { (PercentageUnit::Percent, next) });
    }
    if let Some(next) = at.eat(word::DIEM).and_then(|points| points.eat_mark('%')) {
        return Some((PercentageUnit::PercentagePoint, next));
    }
    let (row, next) = at.phrase(Class::PercentUnit)?;
    let unit = match lexicon::column(PERCENT_UNITS, row, 1) {
        "percent" => PercentageUnit::Percent,
        "permille" => PercentageUnit::Permille,
        _ => PercentageUnit::PercentagePoint,
    };
    Some((unit, next))
}
