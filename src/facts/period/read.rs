//! Which of the readings of a period is taken, and what stands around it.

use super::{Period, head, months, range};
use crate::calendar;
use crate::cursor::{Cursor, Gap};
use crate::facts::{Reading, Site};
use crate::lexicon::Class;

/// A period and the cursor behind it.
pub(super) type Found<'t, 'b> = Option<(Period, Cursor<'t, 'b>)>;

/// Each way in which a period may be written.
const WAYS: [for<'t, 'b> fn(Cursor<'t, 'b>) -> Found<'t, 'b>; 9] = [
    range::range,
    range::years,
    head::headed,
    head::decade,
    months::of_year,
    months::half,
    months::quarter,
    months::month,
    head::year,
];

pub(in crate::facts) fn read<'t, 'b>(site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Period>> {
    let told_in_full = |period: &Period| period.start().year().is_some() || period.start().day().is_some();
    let behind = || expression(site.numbers.and_then(|_| calendar::head_behind(site.at))?).filter(|reading| told_in_full(&reading.value));
    let mut reading = calendar::first(site.at, expression).or_else(behind)?;
    if let Some(today) = site.settings.reference_date.filter(|_| reading.value.start().year().is_none()) {
        reading.value = reading.value.inherit_year(today.year());
    }
    Some(reading)
}

/// The longest reading that begins here.
fn expression<'t, 'b>(start: Cursor<'t, 'b>) -> Option<Reading<'t, 'b, Period>> {
    let found = WAYS.iter().filter_map(|read| read(start)).max_by_key(|(_, next)| start.distance(*next));
    found.map(|(value, next)| Reading { from: start, next, value })
}

/// Whether a bare number before the cursor is rather the amount of what follows: `2021, 2022 hộ`.
pub(super) fn is_amount(next: Cursor<'_, '_>) -> bool {
    let claimed = [Class::Noun, Class::Unit, Class::Currency, Class::Scale];
    next.token().gap < Gap::Wide && (next.is_mark('%') || claimed.iter().any(|&class| next.phrase(class).is_some()))
}
