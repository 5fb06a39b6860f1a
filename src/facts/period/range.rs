//! Ranges: `từ ngày 1/8/2018 đến 31/7/2019`, `ngày 11-17/10`, `từ tháng 1 - 8.2016`, `2021 - 2025`.
//!
//! ```text
//! range := ["từ"] end ("đến" | "tới" | "-") end | "từ" end ("đến" ["hiện"] "nay" | "trở" "đi")
//! years := [N "năm"] [["các"] "năm"] Y ("-" | "đến") Y
//! ```
//!
//! Without `từ` the first end needs its head word, or both a full date, or they show that they are no
//! shares: `28/4 - 3/5`, `(14 - 15/6)`, or to stand in a list of days: `ngày 5/6, 10-12/6`. What one end leaves out, the
//! other gives: month and year of the last to the first, the year of the first to the last.

use super::ends::{Point, Unit, point};
use super::head::joint;
use super::read::{Found, is_amount};
use super::{Period, PeriodLabel};
use crate::calendar::written::{self, Share, ends, near};
use crate::calendar::{Partial, is_licensed, is_listed};
use crate::cursor::{Cursor, Gap, Kind};
use crate::facts::date::lunar_behind;
use crate::lexicon::{Class, word};
use crate::number::label;

pub(super) fn range<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let from = at.eat(word::TU).filter(|&next| near(next));
    let (mut first, next) = point(from.unwrap_or(at), None)?;
    // `hai ngày 20-21/6`: the head belongs to the number before it.
    first.headed |= first.unit == Unit::Day && at.is_digits() && at.eat_left(word::NGAY).is_some();
    let onward = from.and_then(|_| next.eat_all(&[word::TURN, word::GO]));
    let (behind, spelled) = if onward.is_some() { (next, true) } else { separator(next)? };
    if from.is_some()
        && spelled
        && let Some(end) = onward.or_else(|| now(behind))
    {
        let since = first.partial(true).map(Period::since)?;
        return Some((since.labelled(PeriodLabel::Range), end));
    }
    let (last, end) = point(behind, Some(first.unit))?;
    let clear = match (from, spelled) {
        (Some(_), _) => first.headed || last.headed || is_clear(&first, &last, end) || is_leave(at, &first, &last, end),
        (None, true) if first.headed => {
            let head = at.eat_any(&[word::NGAY, word::MUNG, word::MONG]);
            first.unit != Unit::Day || first.written.year.is_some() || head.is_some()
        }
        (None, true) => {
            is_bare(at, &first, &last, end) || is_dated(at, &first, &last) || is_leave(at, &first, &last, end)
        }
        (None, false) => {
            first.headed
                || is_compact(at, &first, &last)
                || is_bare(at, &first, &last, end)
                || is_item(at, &first, &last, end)
        }
    };
    if !clear || !ends(end) || first.unit == Unit::Year && !first.headed && is_amount(end) {
        return None;
    }
    let mut period = between(first, last)?;
    // `từ mùng 8 đến 10/3 âm lịch`
    if lunar_behind(end, false).0 {
        period = period.in_lunar_calendar();
    }
    Some((period.labelled(PeriodLabel::Range), end))
}

/// Behind `từ`, `từ 12/8 đến 18/9`, `từ 20-11 đến 22-12`: days rather than shares or numbers; `từ 2016
/// đến 2020`, `từ 1/2023 đến 6/2023`: years, months.
fn is_clear(first: &Point, last: &Point, end: Cursor<'_, '_>) -> bool {
    if last.unit != Unit::Day {
        return last.unit == Unit::Year || matches!(first.unit, Unit::Month | Unit::Year);
    }
    let slashed = end.back().back().is_mark('/');
    let hyphened = end.back().back().is_mark('-') && (descends(first) || descends(last)) && !is_amount(end);
    if last.written.month.is_none() || !slashed && !hyphened {
        return false;
    }
    let share = last.written.day < last.written.month && near(end) && end.is_word();
    match first.written.month {
        _ if last.written.year.is_some() => true,
        None => !share && !is_amount(end),
        Some(_) => are_days(first, last, end),
    }
}

/// Whether two days with their months are no shares: one is none by its numbers, or both are seldom ones
/// that go on from one to the other and are of nothing.
fn are_days(first: &Point, last: &Point, end: Cursor<'_, '_>) -> bool {
    let told = first.share == Share::No || last.share == Share::No;
    let seldom = first.share != Share::Likely && last.share != Share::Likely && !is_amount(end);
    told || seldom && first.place(true) < last.place(false)
}

/// `nghỉ lễ từ 1/5 đến 3/5`, `1/5 đến 3/5 nghỉ bù`, `đợt cao điểm từ 1/4 đến 5/5`: what stands around them tells that they
/// are no shares, which both may be; `nghỉ từ 1/5 đến 2/5 số ngày` does.
fn is_leave(at: Cursor<'_, '_>, first: &Point, last: &Point, end: Cursor<'_, '_>) -> bool {
    let days = [first, last].iter().all(|point| point.unit == Unit::Day && point.written.month.is_some());
    let told = || at.eat_left(word::LEAVE).is_some() || end.is(word::LEAVE) || is_licensed(at, first.written);
    let inside = at.is_glued() && at.left().mark != '(';
    days && !inside
        && first.place(true) < last.place(false)
        && end.back().back().is_mark('/')
        && told()
        && !is_amount(end)
        && !end.is(word::SO)
}

/// `20-11` is no range of numbers.
fn descends(point: &Point) -> bool {
    point.written.month.is_some() && point.written.day > point.written.month
}

/// Without `từ`, `28/4 - 3/5`, `(1/6 - 5/6)`, `dịp 2/9 - 5/9`: days that go on from one to the other. One
/// is beyond twelve, or what stands around them tells that they are days. Months with their years likewise.
fn is_bare(at: Cursor<'_, '_>, first: &Point, last: &Point, end: Cursor<'_, '_>) -> bool {
    let bracketed = at.left().mark == '(' && end.is_mark(')');
    let named = label::label(at).is_some() && !is_licensed(at, first.written);
    let inside = at.is_glued() && at.left().mark != '(' || named;
    if inside || first.unit != last.unit || first.place(true) >= last.place(false) && first.unit == Unit::Day {
        return false;
    }
    // `Tuần lễ 10 - 16/11`, `(14 - 15/6)`
    let in_month = last.share == Share::No && end.back().back().is_mark('/') && first.written.month.is_none();
    if first.unit == Unit::Day && in_month && last.written.month.is_some() {
        return bracketed || is_licensed(at, first.written);
    }
    let whole = [first, last].iter().all(|point| point.written.month.is_some() && point.written.year.is_none());
    match first.unit {
        Unit::Month => bracketed && first.written.year.is_some() && last.written.year.is_some(),
        Unit::Day if whole && at.next().is_mark('/') && end.back().back().is_mark('/') => {
            let beyond = first.written.day > Some(12) || last.written.day > Some(12);
            let told = bracketed || is_licensed(at, first.written);
            are_days(first, last, end) && (beyond || told)
        }
        _ => false,
    }
}

/// `1/7 đến hết 31/7/2024`: the year of the last tells that the first is a day too.
fn is_dated(at: Cursor<'_, '_>, first: &Point, last: &Point) -> bool {
    let inside = at.is_glued() && !matches!(at.left().mark, '(' | ':');
    let days = first.unit == Unit::Day && last.unit == Unit::Day && at.next().is_mark('/');
    let ascends =
        first.written.month.is_some() && first.written.year.is_none() && first.place(true) < last.place(false);
    days && ascends && last.written.year.is_some() && !inside
}

/// `-`, `đến`, `đến hết`, `tới`, `- đến`; and whether it is a word.
fn separator<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Cursor<'t, 'b>, bool)> {
    let at = if at.is_mark(',') && at.next().is(word::DEN) { at.next() } else { at };
    if !near(at) {
        return None;
    }
    if let Some(next) = at.eat_any(&[word::DEN, word::TOI]) {
        return near(next).then_some((next, true));
    }
    let next = at.eat_mark('-')?;
    near(next).then_some((next, false))
}

/// `11-13/9/2001`, `(14 - 15/6/2025)`, `15/6 - 15/9/2023`: with a full date at its end.
fn is_compact(at: Cursor<'_, '_>, first: &Point, last: &Point) -> bool {
    if at.is_glued() && !matches!(at.left().mark, '(' | ':') || first.unit != Unit::Day || last.unit != Unit::Day {
        return false;
    }
    // `Thời gian: 8 - 9/6/2024`
    let bracketed = matches!(at.left().mark, '(' | ':');
    if first.written.month.is_some() {
        let slashed =
            at.next().is_mark('/') && (first.written.month, first.written.day) < (last.written.month, last.written.day);
        return slashed && last.written.year.is_some();
    }
    let glued = at.next().is_glued() && at.next().next().is_glued();
    (glued || bracketed) && last.written.year.is_some()
}

/// `ngày 5/6, 10-12/6`: the days of a list.
fn is_item(at: Cursor<'_, '_>, first: &Point, last: &Point, end: Cursor<'_, '_>) -> bool {
    let within = first.written.month.is_none() && first.written.day < last.written.day && last.written.month.is_some();
    let days = first.unit == Unit::Day && last.unit == Unit::Day && within && end.back().back().is_mark('/');
    let counts = is_amount(end) || near(end) && end.phrase(Class::Noun).is_some();
    days && !counts && is_listed(at, word::NGAY)
}

/// `nay`, `hiện nay`, `hết nay`.
pub(super) fn now<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    at.eat(word::HIEN_NOW).unwrap_or(at).eat(word::NAY_NOW)
}

/// The period between two ends, each completed from the other.
fn between(mut first: Point, mut last: Point) -> Option<Period> {
    if first.written.month.is_none() && first.written.day.is_some() {
        first.written.month = last.place(true).0;
        if first.written.day > last.written.day {
            first.written.month = Some(first.written.month? + 11).map(|month| (month - 1) % 12 + 1);
        }
    }
    if last.written.month.is_none() && last.written.day.is_some() {
        last.written.month = first.written.month.filter(|_| last.headed && first.written.day < last.written.day);
    }
    let wraps = u16::from(first.place(true) > last.place(false) && last.place(false).0.is_some());
    match (first.written.year, last.written.year) {
        (None, Some(year)) => first.written.year = Some(year - wraps),
        (Some(year), None) => last.written.year = Some(year + wraps),
        _ => {}
    }
    let (start, end) = (first.partial(true)?, last.partial(false)?);
    let within_reach = start.year().zip(end.year()).is_none_or(|(start, end)| end - start.min(end) <= 200);
    let period = (start != end && within_reach).then(|| Period::between(start, end))??;
    Some(if last.written.lunar { period.in_lunar_calendar() } else { period })
}

/// Two years. Bare ones must be years of our time and not count what follows.
pub(super) fn years<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let counted = written::small(at).filter(|_| !at.is_glued()).map(|(_, next)| next).filter(|next| next.is(word::NAM));
    let start = counted.unwrap_or(at);
    let head = start.eat(word::CAC).unwrap_or(start).eat(word::NAM).filter(|&next| near(next));
    let at = head.unwrap_or(at);
    let (first, next) = written::four_digits(at)?;
    let (last, end) = written::four_digits(joint(next)?)?;
    let near_us = (1900..=2100).contains(&first) && last <= 2100 && last - first.min(last) <= 100;
    let free = head.is_some() || near_us && !is_amount(end) && !is_inside(at);
    let period = Period::between(Partial::year_of(first)?, Partial::year_of(last)?)?;
    (first < last && free && ends(end)).then_some((period.labelled(PeriodLabel::Range), end))
}

/// Whether bare digits belong to something larger: `TCVN 1999-2005`, `024-2016-2020`.
fn is_inside(at: Cursor<'_, '_>) -> bool {
    let left = at.left();
    match left.kind {
        Kind::Mark if at.is_glued() => !matches!(left.mark, '(' | '"' | '[' | ',' | ';' | ':'),
        Kind::Word => at.is_glued() || at.back().is_upper() && at.back().text().is_ascii(),
        Kind::Digits => at.token().gap <= Gap::Blank,
        _ => false,
    }
}
