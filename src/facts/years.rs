//! Years carried from one fact to the next.

use super::FactValue;

/// Gives a solar date or a period without a year the one that the text last named, and remembers the
/// one that it names itself. A stage of several years names none.
pub(crate) fn carry(value: &mut FactValue<'_>, last: &mut Option<u16>) {
    let (named, inherited) = match value {
        FactValue::Date(date) => (date.year(), date.is_inherited()),
        FactValue::Period(period) => {
            let end = period.end().and_then(|end| end.year());
            (period.start().year().filter(|&year| end == Some(year)), period.is_inherited())
        }
        _ => return,
    };
    match (named, *last) {
        (Some(year), _) if !inherited => *last = Some(year),
        (None, Some(year)) => match value {
            FactValue::Date(date) if date.fits(year) => *date = date.inherit_year(year),
            FactValue::Period(period) if period.start().year().is_none() => *period = period.inherit_year(year),
            _ => {}
        },
        _ => {}
    }
}
