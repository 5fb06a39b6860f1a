//! The grammar of recurrences.
//!
//! ```text
//! recurrence := N times ("/" | "mỗi" | "một" | "trong") interval      2 lần/tháng, hai lần một năm
//!             | ("mỗi" | "một" | hằng) unit [bound] N times           mỗi tuần 2 buổi, mỗi năm ít nhất hai lần
//!             | interval ("một" | "1" | "/") "lần"                    5 năm một lần, 02 năm/lần
//!             | "định kỳ" ["mỗi"] interval                            định kỳ 6 tháng
//!             | days hằng unit | hằng unit ["vào"] days | days        see days.rs
//!             | hằng unit                                             hằng quý
//! interval   := [N] unit
//! unit       := "ngày" | "tuần" | "tháng" | "quý" | "năm"
//! times      := "lần" | "buổi" | "phiên" | "đợt"
//! hằng       := "hằng" | "hàng"
//! ```

use super::{Recurrence, days};
use crate::calendar::written::near;
use crate::calendar::{self, CalendarUnit, Every};
use crate::cursor::{Cursor, Kind};
use crate::facts::{Reading, Site};
use crate::lexicon::{self, Class, TIME_WORDS, word};
use crate::number::words;

/// A recurrence and the cursor behind it.
pub(super) type Found<'t, 'b> = Option<(Recurrence, Cursor<'t, 'b>)>;

/// A way in which a recurrence may be written.
type Way = for<'t, 'b> fn(Cursor<'t, 'b>) -> Found<'t, 'b>;

/// The ways that the first words leave open. Of readings as long, the last way wins.
fn ways(start: Cursor<'_, '_>) -> &'static [Way] {
    let (first, second) = (start.token(), start.next().token());
    match first.syllable {
        word::HANG | word::HANG_LEVEL => &[unit_times, days::on_days, each],
        word::MOT => &[times_in, unit_times, interval_once],
        word::MOI => &[unit_times],
        word::DINH => &[periodic],
        word::NGAY | word::THANG => &[days::on_days],
        _ if first.kind == Kind::Digits => match second.syllable {
            _ if second.mark == '/' => &[days::on_days],
            word::LAN | word::BUOI | word::PHIEN | word::DOT => &[times_in],
            word::NGAY | word::TUAN | word::THANG | word::QUY | word::NAM => &[interval_once],
            _ => &[],
        },
        _ if first.syllable.starts(Class::Numeral) => &[times_in, interval_once],
        _ => &[days::on_days],
    }
}

pub(in crate::facts) fn read<'t, 'b>(site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Recurrence>> {
    calendar::first(site.at, |start| {
        let found = ways(start).iter().filter_map(|read| read(start)).max_by_key(|(_, next)| start.distance(*next));
        found.map(|(value, next)| Reading { from: start, next, value })
    })
}

/// `2 lần/tháng`, `1 lần/6 tháng`, `hai lần một năm`, `2 lần mỗi tuần`.
fn times_in<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let (times, next) = count(at).filter(|_| !(at.is_glued() && at.back().is_mark('/')))?;
    let next = times_word(next)?;
    let per =
        next.eat_mark('/').or_else(|| next.eat_any(&[word::MOI, word::MOT])).filter(|&per| near(next) && near(per))?;
    let (every, next) = interval(per)?;
    Some((Recurrence::times_in(times, every), next))
}

/// `mỗi tuần 2 buổi`, `một năm hai lần`, `hằng tháng 2 lần`.
fn unit_times<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let next = at.eat_any(&[word::MOI, word::MOT]).or_else(|| hang(at))?;
    let (every, next) = interval(next).filter(|_| near(next))?;
    let number = next.phrase(Class::Bound).map_or(next, |(_, behind)| behind);
    let (times, next) = count(number).filter(|_| near(next) && near(number))?;
    Some((Recurrence::times_in(times, every), times_word(next)?))
}

/// `5 năm một lần`, `6 tháng 1 lần`, `02 năm/lần`.
fn interval_once<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let (every, next) = counted_interval(at)?;
    let next = match next.eat_mark('/') {
        Some(next) => next,
        None => count(next).filter(|&(times, _)| times == 1)?.1,
    };
    let next = next.eat(word::LAN).filter(|_| near(next))?;
    Some((Recurrence::times_in(1, every), next))
}

/// `định kỳ 6 tháng`, `định kỳ mỗi quý`.
fn periodic<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let next = at.eat_all(&[word::DINH, word::KY])?;
    let (every, end) = match next.eat(word::MOI) {
        Some(next) => interval(next).filter(|_| near(next))?,
        // `định kỳ 6 tháng một lần` says it without `định kỳ`.
        None => counted_interval(next).filter(|_| near(next) && interval_once(next).is_none())?,
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

/// How often, or how many units: `2`, `02`, `hai`.
fn count<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u16, Cursor<'t, 'b>)> {
    if let Some(digits) = at.digits() {
        let next = at.next();
        let inside = at.is_glued() && matches!(at.left().mark, '.' | ',') || at.back().is_mark('-');
        let open =
            next.is_mark('-') || next.is_glued() && matches!(next.token().mark, '.' | ',') && next.next().is_glued();
        return digits.parse().ok().filter(|_| digits.len() <= 3 && !inside && !open).map(|count| (count, next));
    }
    let words = words::read(at)?;
    Some((u16::try_from(words.value.to_i128()?).ok()?, words.next))
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
    let (every, next) = unit(next).filter(|_| near(next))?;
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
