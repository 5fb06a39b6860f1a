//! The grammar of recurrences.
//!
//! ```text
//! recurrence := N times ("/" | "mỗi" | "một" | "trong" ("một" | "1")) interval  2 lần/tháng, hai lần trong một năm
//!             | limit N times "trong" unit                            ít nhất 2 lần trong năm
//!             | ("mỗi" | "một" | hằng) unit [verb] [bound] N times    mỗi tuần 2 buổi, mỗi năm họp ít nhất hai lần
//!             | unit [verb] [bound] N times                           tuần 2 buổi, ngày uống 2 lần
//!             | interval [verb] ("một" | "1") times | interval "/" ["1"] "lần"  5 năm một lần, 3 tháng họp 1 lần
//!             | interval N times                                      5 năm 02 lần, where nothing else is said
//!             | "định kỳ" ["mỗi"] interval                            định kỳ 6 tháng
//!             | days hằng unit | hằng unit ["vào"] days | days        see days.rs
//!             | hằng unit                                             hằng quý
//! interval   := [N] unit
//! unit       := "ngày" | "tuần" | "tháng" | "quý" | "năm"
//! times      := "lần" | "buổi" | "phiên" | "đợt"
//! hằng       := "hằng" | "hàng"
//! verb       := a verb of time_words.tsv
//! N          := a number, which may be said again in brackets: 03 (ba), ba (03)
//! ```

use super::{Recurrence, days};
use crate::calendar::written::near;
use crate::calendar::{self, CalendarUnit, Every};
use crate::cursor::{Cursor, Kind};
use crate::facts::{Reading, Site};
use crate::lexicon::{self, Class, Syllable, TIME_WORDS, word};
use crate::number::Bound;
use crate::number::amount::{behind_digits, behind_repetition};
use crate::number::words;

/// A recurrence and the cursor behind it.
pub(super) type Found<'t, 'b> = Option<(Recurrence, Cursor<'t, 'b>)>;

/// A way in which a recurrence may be written.
type Way = for<'t, 'b> fn(Cursor<'t, 'b>) -> Found<'t, 'b>;

/// The ways that the first words leave open, besides days that come again. Of readings as long, the last way wins.
fn ways(start: Cursor<'_, '_>) -> &'static [Way] {
    let (first, second) = (start.token(), start.next().token());
    match first.syllable {
        word::HANG | word::HANG_LEVEL => &[unit_times, days::each_on, each],
        word::MOT => &[unit_times, counted],
        word::MOI => &[unit_times],
        word::DINH => &[periodic],
        word::NGAY | word::TUAN | word::THANG | word::QUY | word::NAM if second.kind == Kind::Digits => {
            let behind = start.next().next();
            if times_word(behind).is_some() || behind.is_mark('(') { &[bare_unit_times] } else { &[] }
        }
        word::NGAY | word::THANG | word::TUAN | word::QUY => &[bare_unit_times],
        word::NAM => &[bare_unit_times, counted],
        _ if first.kind == Kind::Digits => match second.syllable {
            _ if second.mark == '(' => &[counted],
            word::LAN | word::BUOI | word::PHIEN | word::DOT => &[counted],
            word::NGAY | word::TUAN | word::THANG | word::QUY | word::NAM => &[counted],
            _ => &[],
        },
        _ if first.syllable.starts(Class::Numeral) => &[counted],
        _ => &[],
    }
}

pub(in crate::facts) fn read<'t, 'b>(site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Recurrence>> {
    let expression = |start| expression(start, site.run.recurs);
    let behind_verb = || {
        times_word(site.numbers.as_ref()?.first.next)?;
        expression(before_verb(site.at)?)
    };
    calendar::first(site.at, expression).or_else(behind_verb)
}

/// The longest reading that begins here; `recurs` says that days may come again.
fn expression<'t, 'b>(start: Cursor<'t, 'b>, recurs: bool) -> Option<Reading<'t, 'b, Recurrence>> {
    let days = if recurs { days::on_each(start) } else { None };
    let others = ways(start).iter().filter_map(|read| read(start));
    let found = days.into_iter().chain(others).max_by_key(|(_, next)| start.distance(*next));
    found.map(|(value, next)| Reading { from: start, next, value })
}

/// Before the unit of `mỗi tuần họp một lần`, `ngày uống 2 lần`, `mỗi tháng ít nhất 1 lần`, where the anchor is the
/// number.
fn before_verb<'t, 'b>(anchor: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let bound = anchor.phrase_left(Class::Bound, 3).map(|(_, left)| left);
    let unit = verb_left(bound.unwrap_or(anchor)).or(bound)?.eat_any_left(&[
        word::NGAY,
        word::TUAN,
        word::THANG,
        word::QUY,
        word::NAM,
    ])?;
    Some(unit.eat_any_left(&[word::MOI, word::MOT, word::HANG, word::HANG_LEVEL]).unwrap_or(unit))
}

/// A verb of what comes again, `họp`, `tổ chức`: before it, and behind it.
fn verb_left<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    at.phrase_left(Class::TimeWord, 3).filter(|&(row, _)| is_verb(row)).map(|(_, left)| left)
}

fn verb<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    at.phrase(Class::TimeWord).filter(|&(row, _)| near(at) && is_verb(row)).map(|(_, next)| next)
}

fn is_verb(row: usize) -> bool {
    lexicon::column(TIME_WORDS, row, 1) == "repeats"
}

/// A number of times or of units.
fn counted<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let (count, next) = count(at)?;
    match times_word(next) {
        Some(behind) => times_in(at, count, behind),
        None => interval_once(at, units(count, next)?),
    }
}

/// `2 lần/tháng`, `1 lần/6 tháng`, `hai lần một năm`, `2 lần mỗi tuần`: behind the times.
fn times_in<'t, 'b>(at: Cursor<'t, 'b>, times: u16, next: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let per = next.eat_mark('/').or_else(|| next.eat_any(&[word::MOI, word::MOT])).or_else(|| within(at, next))?;
    let whole = near(next) && near(per) && !(at.is_glued() && at.back().is_mark('/'));
    let (every, next) = interval(per).filter(|_| whole)?;
    Some((Recurrence::times_in(times, every), next))
}

/// Before the unit of `trong một năm`, and of `ít nhất 2 lần trong năm`, where nothing tells which year: `họp 2 lần trong
/// năm` may have happened.
fn within<'t, 'b>(at: Cursor<'t, 'b>, next: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let time = next.eat(word::TRONG)?;
    let one = time.eat(word::MOT).or_else(|| (time.number(1..=2) == Some(1)).then(|| time.next()));
    let limited = || Some(time).filter(|_| Bound::is_limited(at, 4));
    let unit_at = one.or_else(limited)?;
    let (_, end) = unit(unit_at)?;
    let closes = matches!(end.token().kind, Kind::Mark | Kind::End) && !end.is_mark('/') || !near(end);
    closes.then_some(unit_at)
}

/// `mỗi tuần 2 buổi`, `một năm hai lần`, `hằng tháng 2 lần`, `mỗi năm tổ chức 2 đợt`.
fn unit_times<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let next = at.eat_any(&[word::MOI, word::MOT]).or_else(|| hang(at))?;
    let (every, next) = interval(next).filter(|_| near(next))?;
    // `sau một năm tổ chức 2 đợt`: what happened in a year that went by.
    let told = !at.is(word::MOT) || is_alone(at);
    let (times, end) = times_behind(verb(next).filter(|_| told).unwrap_or(next))?;
    Some((Recurrence::times_in(times, every), end))
}

/// `tuần 2 buổi`, `định kỳ năm 01 lần`, `ngày uống 2 lần`, `uống ngày 2 lần`: nothing before it says which week, and no month or
/// quarter is named by the number.
fn bare_unit_times<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    const MOST_TIMES: u16 = 9;
    let (every, next) = unit(at)?;
    let told = verb(next);
    let named = told.is_none() && at.eat_any(&[word::THANG, word::QUY]).is_some();
    let (times, end) = times_behind(told.unwrap_or(next)).filter(|(times, _)| *times <= MOST_TIMES)?;
    let habit = verb_left(at).is_some() || at.eat_all_left(&[word::DINH, word::KY]).is_some();
    let lasting = end.eat_any(&[word::LIEN, word::THU, word::DAU, word::CUOI, word::TRUOC]).is_some();
    // `ngày 2 đợt 1`, `ngày 2 lần/ngày`
    let numbered = end.is_digits() && near(end) || end.is_mark('/');
    let fits = !named && (habit || is_alone(at)) || is_rate(at, end);
    (fits && !lasting && !numbered).then_some((Recurrence::times_in(times, every), end))
}

/// `dùng thuốc ngày 2 lần`, `học tuần 3 buổi`, `họp tháng 1 lần`: no word before it says which day or week.
fn is_rate(at: Cursor<'_, '_>, end: Cursor<'_, '_>) -> bool {
    const GOES_ON: [Syllable; 6] = [word::LUOT, word::SANG, word::CHIEU, word::TOI_NIGHT, word::TRUA, word::DEM];
    let before = at.back();
    let word = before.is_word() && near(at) && !tells_which(at);
    let counted = before.token().syllable.starts(Class::Numeral) || end.eat_any(&GOES_ON).is_some();
    let times = end.back().eat_any(&[word::LAN, word::BUOI]).is_some();
    // `họp chi bộ tháng 1 lần.`, where `tháng 1` might be January.
    let closes = || matches!(end.token().kind, Kind::Mark | Kind::End) || !near(end);
    let clear = at.eat_any(&[word::NGAY, word::TUAN]).is_some() || closes();
    clear && times && word && !counted
}

/// Whether the word left of the cursor tells which day or week is meant: `cả ngày`, `trong tuần`.
fn tells_which(at: Cursor<'_, '_>) -> bool {
    lexicon::words::say_before(at, 1, "which")
}

/// Whether a clause begins here, so that no word before it tells which unit is meant.
fn is_alone(at: Cursor<'_, '_>) -> bool {
    let left = at.left();
    at.is_sentence_start() || left.kind == Kind::Mark && matches!(left.mark, ',' | '(' | ')')
}

/// `2 buổi`, `ít nhất hai lần`.
fn times_behind<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u16, Cursor<'t, 'b>)> {
    let number = at.phrase(Class::Bound).map_or(at, |(_, behind)| behind);
    let (times, next) = count(number).filter(|_| near(at) && near(number))?;
    Some((times, times_word(next)?))
}

/// `5 năm một lần`, `6 tháng 1 lần`, `02 năm/lần`, `6 ngày một phiên`, `3 tháng họp 1 lần`, `5 năm 02 lần`: behind the
/// interval.
fn interval_once<'t, 'b>(at: Cursor<'t, 'b>, (every, next): (Every, Cursor<'t, 'b>)) -> Found<'t, 'b> {
    if let Some(next) = next.eat_mark('/') {
        // `6 tháng/01 lần`
        let once = Some(next).filter(|once| once.number(1..=2) == Some(1)).map_or(next, Cursor::next);
        let next = once.eat(word::LAN).filter(|_| near(next) && near(once))?;
        return Some((Recurrence::times_in(1, every), next));
    }
    // `trong 3 tháng họp 1 lần`: what happened.
    let past = [word::TRONG, word::SAU_AFTER, word::QUA_PAST, word::HON, word::DUOC];
    let verb = verb(next).filter(|_| at.eat_any_left(&past).is_none());
    let (times, next) = count(verb.unwrap_or(next))?;
    let end = times_word(next)?;
    let several = verb.is_none() && is_alone(at) && (matches!(end.token().kind, Kind::Mark | Kind::End) || !near(end));
    (times == 1 || several).then_some((Recurrence::times_in(times, every), end))
}

/// `định kỳ 6 tháng`, `định kỳ mỗi quý`.
fn periodic<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let next = at.eat_all(&[word::DINH, word::KY])?;
    let (every, end) = match next.eat(word::MOI) {
        Some(next) => interval(next).filter(|_| near(next))?,
        // `định kỳ 6 tháng một lần` says it without `định kỳ`.
        None => counted_interval(next).filter(|&interval| near(next) && interval_once(next, interval).is_none())?,
    };
    Some((Recurrence::every_interval(every), end))
}

/// `hằng năm`, `hàng quý`.
fn each<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let (every, next) = each_unit(at)?;
    Some((Recurrence::every_interval(every), next))
}

/// `hằng` and a unit, which does not stand in `cây hàng năm`, `mặt hàng năm 2018`, `hàng tháng trời`.
pub(super) fn each_unit<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Every, Cursor<'t, 'b>)> {
    let unit_at = hang(at).filter(|&next| near(next))?;
    let (unit, next) = unit(unit_at)?;
    let goods = at.is(word::HANG_LEVEL) && (is_goods(at) || next.token().kind == Kind::Digits && near(next));
    let lasting = next.eat_any(&[word::CANG, word::TROI, word::LIEN, word::NAY_NOW]).is_some();
    (!goods && !lasting && !is_of_crops(at)).then_some((unit, next))
}

fn hang<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    at.eat_any(&[word::HANG, word::HANG_LEVEL])
}

/// `mặt hàng`, `khách hàng`, `ngân hàng` before a unit of time.
fn is_goods(at: Cursor<'_, '_>) -> bool {
    let before = at.phrase_left(Class::TimeWord, 1).filter(|_| near(at));
    before.is_some_and(|(row, _)| lexicon::column(TIME_WORDS, row, 1) == "goods")
}

/// `cây hàng năm`, `đất trồng cây hằng năm`, `cây công nghiệp hàng năm`: annual crops.
fn is_of_crops(at: Cursor<'_, '_>) -> bool {
    let mut at = at;
    for _ in 0..4 {
        let left = at.left();
        if left.kind != Kind::Word || !near(at) {
            return false;
        }
        at = at.back();
        if at.is(word::CAY) {
            return true;
        }
    }
    false
}

/// How often, or how many units: `2`, `02`, `hai`, `03 (ba)`, `ba (03)`.
fn count<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u16, Cursor<'t, 'b>)> {
    if at.is_digits() {
        let next = at.next();
        let inside = at.is_glued() && matches!(at.left().mark, '.' | ',') || at.back().is_mark('-');
        let open =
            next.is_mark('-') || next.is_glued() && matches!(next.token().mark, '.' | ',') && next.next().is_glued();
        let count = at.number(1..=3).filter(|_| !inside && !open)? as u16;
        return Some((count, behind_repetition(i64::from(count).into(), next)));
    }
    let words = words::read(at)?;
    let next = behind_digits(words.value, words.next).unwrap_or(words.next);
    Some((u16::try_from(words.value.to_i128()?).ok()?, next))
}

fn times_word<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    at.eat_any(&[word::LAN, word::BUOI, word::PHIEN, word::DOT]).filter(|_| near(at))
}

/// `tháng`, `6 tháng`, `hai năm`.
fn interval<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Every, Cursor<'t, 'b>)> {
    counted_interval(at).or_else(|| unit(at))
}

/// `6 tháng`, `hai năm`, `năm ngày`.
fn counted_interval<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Every, Cursor<'t, 'b>)> {
    let (count, next) = count(at)?;
    units(count, next)
}

/// So many of the unit right of the cursor.
fn units<'t, 'b>(count: u16, at: Cursor<'t, 'b>) -> Option<(Every, Cursor<'t, 'b>)> {
    let (every, next) = unit(at).filter(|_| near(at))?;
    Some((Every::new(count.checked_mul(every.count())?, every.unit())?, next))
}

/// A unit of the calendar; a quarter is three months.
fn unit<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Every, Cursor<'t, 'b>)> {
    let (count, unit) = match () {
        () if at.is(word::NGAY) => (1, CalendarUnit::Day),
        () if at.is(word::TUAN) => (1, CalendarUnit::Week),
        () if at.is(word::THANG) => (1, CalendarUnit::Month),
        () if at.is(word::QUY) => (3, CalendarUnit::Month),
        () if at.is(word::NAM) && !at.next().is(word::HOC) => (1, CalendarUnit::Year),
        () => return None,
    };
    let next = if unit == CalendarUnit::Week { at.next().eat(word::LE).unwrap_or(at.next()) } else { at.next() };
    Some((Every::new(count, unit)?, next))
}
