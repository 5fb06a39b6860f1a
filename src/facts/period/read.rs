//! Which of the readings of a period is taken, and what stands around it.

use super::{Period, head, months, now, range};
use crate::calendar::{self, Day};
use crate::cursor::{Cursor, Gap, Kind};
use crate::facts::{Reading, Site};
use crate::lexicon::{Class, word};
use crate::number::{label, words};

/// A period and the cursor behind it.
pub(super) type Found<'t, 'b> = Option<(Period, Cursor<'t, 'b>)>;

/// A way in which a period may be written.
type Way = for<'t, 'b> fn(Cursor<'t, 'b>) -> Found<'t, 'b>;

/// The ways that the first words leave open, besides ranges. Of readings as long, the last way wins.
fn ways(start: Cursor<'_, '_>) -> &'static [Way] {
    let first = start.token();
    match first.syllable {
        word::TU if start.next().is(word::NAM) => &[head::school_years],
        word::TU | word::NGAY | word::HET | word::DAU | word::GIUA | word::CUOI | word::MUNG | word::MONG => &[],
        word::THANG => &[months::month],
        word::QUY => &[months::quarter],
        word::NAM if start.next().is_digits() => {
            if may_go_on(start.next().next()) {
                &[range::years, head::year]
            } else {
                &[head::year]
            }
        }
        word::NAM => &[head::headed, head::school_years, months::of_year],
        word::CAC => &[range::years],
        word::NHUNG | word::THAP => &[head::decade],
        word::NUA => &[months::half],
        _ if first.kind == Kind::Digits => ways_from_digits(start, first.len()),
        // `giai đoạn`, `vụ Đông Xuân`
        _ if first.syllable.starts(Class::TimeWord) => &[head::headed],
        _ if months::is_short_month(start) => &[months::short_month],
        _ if months::is_short_quarter(start) => &[months::short_quarter],
        // A number word, or a Roman numeral in a list of quarters.
        _ => &[months::of_year, months::quarter],
    }
}

/// The same where digits come first: a number of months, a year, or an item of a list.
fn ways_from_digits(start: Cursor<'_, '_>, len: usize) -> &'static [Way] {
    let next = start.next();
    let left = start.back();
    let listed = matches!(left.token().mark, ',' | ';' | '+') || left.is(word::VA) || left.is(word::HOAC);
    match (len, listed) {
        (1 | 2, true) => &[range::years, months::of_year, months::quarter, months::month],
        (1 | 2, false) => match next.token().syllable {
            word::THANG | word::QUY => &[months::of_year],
            word::NAM => &[range::years],
            _ if months::short_months(next).is_some() => &[months::of_year],
            _ if next.is_mark('/') => &[months::bare_month],
            _ if next.is_mark('(') => &[months::of_year],
            _ => &[],
        },
        (4, _) => match (may_go_on(next), listed) {
            (true, true) => &[range::years, head::year],
            (true, false) if head::is_told(start) => &[range::years, head::told],
            (false, false) if head::is_told(start) => &[head::told],
            (false, true) if head::is_subject(start) => &[head::told],
            (true, false) => &[range::years],
            (false, true) => &[head::year],
            (false, false) => &[],
        },
        _ => &[],
    }
}

/// Whether a second year may stand behind a year.
fn may_go_on(behind: Cursor<'_, '_>) -> bool {
    behind.token().kind == Kind::Mark || behind.is(word::DEN) || behind.is(word::TOI)
}

pub(in crate::facts) fn read<'t, 'b>(site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Period>> {
    // `năm 2018` is read at its digits, where the title of a law that ends with it is read too.
    if site.at.is(word::NAM) && site.at.next().is_digits() {
        return None;
    }
    let expression = |start| expression(start, site.run.joins);
    let told_in_full = |period: &Period| period.start().year().is_some() || period.start().day().is_some();
    let behind = || {
        expression(site.numbers.and_then(|_| calendar::head_behind(site.at))?)
            .filter(|reading| told_in_full(&reading.value) && !is_counted(site, &reading.value))
    };
    let found = calendar::first(site.at, expression).or_else(behind);
    match site.settings.reference_date {
        Some(today) => from_now(site, found, today),
        None => found,
    }
}

/// `hai ngày 20-21/6`: the number counts the days of one month, and is a length of its own; `đợt 2 ngày
/// 20-21/6`.
fn is_counted(site: &Site<'_, '_>, period: &Period) -> bool {
    let (start, end) = (period.start(), period.end().unwrap_or(period.start()));
    let days = start.day().zip(end.day()).filter(|_| start.month() == end.month() && start.year() == end.year());
    let count = days.and_then(|(first, last)| Some(u32::from(last.checked_sub(first)?) + 1));
    let same = count.zip(site.numbers).is_some_and(|(count, numbers)| numbers.first.value == count.into());
    same && label::label(site.at).is_none()
}

/// The reading with the year that the reference date gives it, or what only that date makes one.
fn from_now<'t, 'b>(
    site: &Site<'t, 'b>,
    found: Option<Reading<'t, 'b, Period>>,
    today: Day,
) -> Option<Reading<'t, 'b, Period>> {
    let mut reading = match found {
        Some(reading) => reading,
        None => {
            let told = |start| now::period(start, today).map(|(value, next)| Reading { from: start, next, value });
            return calendar::first(site.at, told)
                .map(|reading| reading.map(|period| period.inherit_year(today.year())));
        }
    };
    if reading.value.start().year().is_none() {
        let named = now::year_behind(reading.value, reading.next, today);
        let (year, next) = named.unwrap_or((today.year(), reading.next));
        (reading.value, reading.next) = (reading.value.inherit_year(year), next);
    }
    Some(reading)
}

/// The longest reading that begins here; `joins` says that a range may.
fn expression<'t, 'b>(start: Cursor<'t, 'b>, joins: bool) -> Option<Reading<'t, 'b, Period>> {
    let range = if joins { range::range(start) } else { None };
    let others = ways(start).iter().filter_map(|read| read(start));
    let found = range.into_iter().chain(others).max_by_key(|(_, next)| start.distance(*next));
    found.map(|(value, next)| Reading { from: start, next, value })
}

/// Whether a bare number before the cursor is rather the amount of what follows: `2021, 2022 hộ`; but `2021, 2022 lần
/// lượt đạt`.
pub(super) fn is_amount(next: Cursor<'_, '_>) -> bool {
    let claimed = [Class::Noun, Class::Unit, Class::Currency];
    let told = || claimed.iter().any(|&class| next.phrase(class).is_some()) || words::scale(next).is_some();
    let in_turn = || next.is(word::LAN) && next.next().is(word::LUOT);
    next.token().gap < Gap::Wide && (next.is_mark('%') || told() && !in_turn())
}
