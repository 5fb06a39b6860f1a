//! Periods told from a reference date.
//!
//! ```text
//! period := unit shift                               tháng trước, quý này, năm ngoái
//!         | N unit shift                             9 tháng vừa qua, 3 năm tới
//!         | ["từ"] "đầu" unit "đến nay"              từ đầu năm đến nay
//!         | "cùng kỳ" ["năm" shift]                  the same days of the year before
//! ```
//!
//! `N` units past or to come do not count the running one; weeks begin with Monday.

use super::read::Found;
use super::{Period, PeriodLabel};
use crate::calendar::written::near;
use crate::calendar::{CalendarUnit, Day, Partial, Unit, one_unit, shift, unit};
use crate::cursor::{Cursor, Kind};
use crate::lexicon::word;
use crate::number::words;

pub(super) fn period<'t, 'b>(at: Cursor<'t, 'b>, today: Day) -> Found<'t, 'b> {
    since(at, today).or_else(|| same(at, today)).or_else(|| one(at, today)).or_else(|| many(at, today))
}

/// `tháng trước`.
fn one<'t, 'b>(at: Cursor<'t, 'b>, today: Day) -> Found<'t, 'b> {
    let (unit, next) = one_unit(at).filter(|&(unit, _)| unit != Unit::Of(CalendarUnit::Day))?;
    let (shift, end) = shift(next)?;
    let label = match unit {
        Unit::Of(CalendarUnit::Week) => PeriodLabel::Week,
        Unit::Of(CalendarUnit::Month) => PeriodLabel::Month,
        Unit::Quarter => PeriodLabel::Quarter,
        Unit::Of(_) => PeriodLabel::Year,
    };
    Some((stretch(unit, today, shift.units, shift.units)?.labelled(label), end))
}

/// `9 tháng vừa qua`.
fn many<'t, 'b>(at: Cursor<'t, 'b>, today: Day) -> Found<'t, 'b> {
    let (count, next) = match at.number(1..=2) {
        Some(count) => (count as i32, at.next()),
        None => {
            let words = words::read(at).filter(|_| at.token().kind == Kind::Word)?;
            (i32::try_from(words.value.to_i128()?).ok()?, words.next)
        }
    };
    let (unit, next) = unit(next).filter(|_| near(next))?;
    let (shift, end) = shift(next).filter(|(shift, _)| shift.spans && (1..=99).contains(&count))?;
    let (first, last) = if shift.units < 0 { (-count, -1) } else { (1, count) };
    Some((stretch(unit, today, first, last)?.labelled(PeriodLabel::Range), end))
}

/// From the first unit to the last, counted from the running one.
fn stretch(unit: Unit, today: Day, first: i32, last: i32) -> Option<Period> {
    let month = |months: i32| today.plus_months(months).and_then(|(year, month)| Partial::month_of(Some(year), month));
    let (start, end) = match unit {
        Unit::Of(CalendarUnit::Day) => (Partial::from(today.plus(first)?), Partial::from(today.plus(last)?)),
        Unit::Of(CalendarUnit::Week) => {
            let monday = today.monday()?;
            (monday.plus(7 * first)?.into(), monday.plus(7 * last + 6)?.into())
        }
        Unit::Of(CalendarUnit::Month) => (month(first)?, month(last)?),
        Unit::Quarter => {
            let begun = i32::from((today.month() - 1) % 3);
            (month(3 * first - begun)?, month(3 * last + 2 - begun)?)
        }
        Unit::Of(CalendarUnit::Year) => {
            let year = |years: i32| u16::try_from(i32::from(today.year()) + years).ok().and_then(Partial::year_of);
            (year(first)?, year(last)?)
        }
    };
    if start == end { Some(Period::of(start)) } else { Period::between(start, end) }
}

/// `từ đầu năm đến nay`.
fn since<'t, 'b>(at: Cursor<'t, 'b>, today: Day) -> Found<'t, 'b> {
    let at = at.eat(word::TU).unwrap_or(at);
    let next = at.eat(word::DAU).filter(|&next| near(next))?;
    let (unit, next) = unit(next)?;
    let next = shift(next).filter(|(shift, _)| shift.units == 0).map_or(next, |(_, behind)| behind);
    let end = next.eat_any(&[word::DEN, word::TOI])?;
    let end = end.eat(word::HIEN_NOW).unwrap_or(end).eat(word::NAY_NOW).filter(|_| near(next))?;
    let start = stretch(unit, today, 0, 0)?.first_day()?;
    Some((Period::between(start.into(), today.into())?.labelled(PeriodLabel::Range), end))
}

/// `cùng kỳ`, `cùng kỳ năm trước`; but `cùng kỳ năm 2017` names its year.
fn same<'t, 'b>(at: Cursor<'t, 'b>, today: Day) -> Found<'t, 'b> {
    let next = at.eat_all(&[word::CUNG, word::KY]).filter(|next| !next.is(word::HAN_TERM))?;
    let end = if next.is(word::NAM) {
        shift(next.next()).filter(|(shift, _)| near(next) && shift.units == -1)?.1
    } else {
        next
    };
    let year = today.year().checked_sub(1)?;
    let last = Day::new(year, today.month(), today.day().min(Day::in_month(year, today.month())))?;
    let start = Partial::day_of(Some(year), 1, 1)?;
    Some((Period::between(start, last.into())?.labelled(PeriodLabel::Range), end))
}

/// The year that the words behind a period without one give it: `6 tháng đầu năm nay`, `quý I năm
/// ngoái`, `tháng 3 tới`.
pub(super) fn year_behind<'t, 'b>(period: Period, next: Cursor<'t, 'b>, today: Day) -> Option<(u16, Cursor<'t, 'b>)> {
    let at = if next.back().is(word::NAM) { next } else { next.eat(word::NAM).filter(|_| near(next)).unwrap_or(next) };
    let of_year = at.back().is(word::NAM);
    let (shift, end) = shift(at)?;
    if of_year {
        return Some((u16::try_from(i32::from(today.year()) + shift.units).ok()?, end));
    }
    let month = period.start().month().filter(|_| period.label() == Some(PeriodLabel::Month))?;
    let past = month < today.month();
    match shift.units {
        1 => Some((today.year() + u16::from(past), end)),
        -1 => Some((today.year() - u16::from(!past), end)),
        _ => Some((today.year(), end)),
    }
}
