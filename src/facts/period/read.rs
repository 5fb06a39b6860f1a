//! Which of the readings of a period is taken, and what stands around it.

use super::{Period, head, months, range};
use crate::calendar;
use crate::cursor::Cursor;
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
    let mut reading = calendar::first(site.at, |start| {
        let found = WAYS.iter().filter_map(|read| read(start)).max_by_key(|(_, next)| start.distance(*next));
        found.map(|(value, next)| Reading { from: start, next, value })
    })?;
    if let Some(today) = site.settings.reference_date.filter(|_| reading.value.start().year().is_none()) {
        reading.value = reading.value.inherit_year(today.year());
    }
    Some(reading)
}

/// Whether a bare number before the cursor is rather the amount of what follows: `2021, 2022 hộ`.
pub(super) fn is_amount(next: Cursor<'_, '_>) -> bool {
    let claimed = [Class::Noun, Class::Unit, Class::Currency, Class::Scale];
    next.is_mark('%') || claimed.iter().any(|&class| next.phrase(class).is_some())
}
