//! Ranges: `từ ngày 1/8/2018 đến 31/7/2019`, `ngày 11-17/10`, `từ tháng 1 - 8.2016`, `2021 - 2025`.
//!
//! ```text
//! range := ["từ"] end ("đến" | "tới" | "-") end | "từ" end "đến" ["hết"] ["hiện"] "nay"
//! years := [N "năm"] [["các"] "năm"] Y ("-" | "đến") Y
//! ```
//!
//! Without `từ` the first end needs its head word, or both a full date. What one end leaves out, the
//! other gives: month and year of the last to the first, the year of the first to the last.

use super::ends::{Point, Unit, point};
use super::head::joint;
use super::read::{Found, is_amount};
use super::{Period, PeriodLabel};
use crate::calendar::Partial;
use crate::calendar::written::{self, ends, near};
use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::word;

pub(super) fn range<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let from = at.eat(word::TU).filter(|&next| near(next));
    let (first, next) = point(from.unwrap_or(at), None)?;
    let (behind, spelled) = separator(next)?;
    if from.is_some()
        && spelled
        && let Some(end) = now(behind)
    {
        let since = first.partial(true).map(Period::since)?;
        return Some((since.labelled(PeriodLabel::Range), end));
    }
    let (last, end) = point(behind, Some(first.unit))?;
    let clear = match (from, spelled) {
        (Some(_), _) => first.headed || last.headed || is_clear(&first, &last, end),
        (None, true) => first.headed && (first.unit != Unit::Day || first.written.year.is_some() || at.is(word::NGAY)),
        (None, false) => first.headed || is_compact(at, &first, &last),
    };
    if !clear || !ends(end) || first.unit == Unit::Year && !first.headed && is_amount(end) {
        return None;
    }
    let period = between(first, last)?;
    Some((period.labelled(PeriodLabel::Range), end))
}

/// `từ 12/8 đến 18/9`: days and months rather than shares; `từ 2016 đến 2020`: years.
fn is_clear(first: &Point, last: &Point, end: Cursor<'_, '_>) -> bool {
    match last.unit {
        Unit::Year => true,
        _ => {
            let dated = last.written.month.is_some() && end.back().back().is_mark('/');
            let share = last.written.day < last.written.month && near(end) && end.is_word()
                || first.written.day < first.written.month;
            dated && (last.written.year.is_some() || !share && !is_amount(end))
        }
    }
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

/// `11-13/9/2001`, `15/6 - 15/9/2023`: with a full date at its end.
fn is_compact(at: Cursor<'_, '_>, first: &Point, last: &Point) -> bool {
    if at.is_glued() && at.left().mark != '(' || first.unit != Unit::Day || last.unit != Unit::Day {
        return false;
    }
    if first.written.month.is_some() {
        let slashed =
            at.next().is_mark('/') && (first.written.month, first.written.day) < (last.written.month, last.written.day);
        return slashed && last.written.year.is_some();
    }
    let glued = at.next().is_glued() && at.next().next().is_glued();
    glued && last.written.year.is_some()
}

/// `nay`, `hiện nay`, `hết nay`.
fn now<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
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
    (start != end && within_reach).then(|| Period::between(start, end))?
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
