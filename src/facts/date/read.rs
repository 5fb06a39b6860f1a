//! The grammar of dates.
//!
//! ```text
//! date    := [clock [","]] [part] [weekday [","]] (solar | lunar)
//! solar   := "ngày" D sep M [sep Y] | ["ngày"] D "tháng" M [year] | ["ngày"] D sep M sep Y
//!          | "ngày" D "tháng" M [year]          with the day in words
//!          | "ngày" D          where the list it heads names the month
//!          | D sep M           where the words before it make it a day
//!          | YYYY "-" MM "-" DD
//! lunar   := solar ["("] "âm lịch" | ("mùng" | "rằm" | D) "tháng" M | ("mùng" D | D) "Tết"
//! weekday := "thứ" ("hai" … "bảy" | 2 … 7) | "chủ nhật"
//! ```
//!
//! A part of the day stays outside the span, unless it stands between a time and its day.

use super::around::{is_section, is_told_by_context, listed_day, with_year_of_list};
use super::lunar::{festive, lunar_behind};
use super::{Calendar, Date, now};
use crate::calendar::written::{self, Written, near};
use crate::calendar::{self, Day, Time, Weekday, clock, day_part, shift};
use crate::cursor::{Cursor, Kind};
use crate::facts::{Reading, Site};
use crate::lexicon::{self, Class, Classes, WEEKDAYS, word};
use crate::number::amount::behind_digits;
use crate::number::{label, words};

/// A date as read, which the calendar may not have.
struct Raw {
    written: Written,
    time: Option<Time>,
    weekday: Option<Weekday>,
    lunar: bool,
    leap_month: bool,
    /// Told from the reference date: `hôm nay`.
    told_from_now: bool,
}

/// A date, or with `None` a day that the calendar does not have and so no fact: `ngày 31/4/2023`.
pub(in crate::facts) fn read<'t, 'b>(site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Option<Date>>> {
    let today = site.settings.reference_date;
    let expression = |start| expression(start, today);
    let behind = || expression(calendar::head_behind(site.at)?).filter(|reading| !is_counted(site.at, reading));
    let reading = calendar::first(site.at, expression).or_else(behind)?;
    let Some(date) = reading.value.date() else { return is_meant(&reading).then(|| reading.map(|_| None)) };
    let (date, next) = match today {
        Some(today) if reading.value.told_from_now => (date.inherit_year(today.year()), reading.next),
        Some(today) if date.year().is_none() => in_year_from_now(date, reading.next, today),
        _ => (date, reading.next),
    };
    Some(Reading { from: reading.from, next, value: Some(date) })
}

/// `ba ngày 12, 13 và 14/4`: the number counts the days, of which the first is bare; `đợt 2 ngày 12 và 14/4`.
fn is_counted(at: Cursor<'_, '_>, reading: &Reading<'_, '_, Raw>) -> bool {
    let bare = reading.from.distance(reading.next) == 2 && reading.from.is(word::NGAY);
    bare && label::label(at).is_none()
}

/// A day without a year in the year of the reference date, or in that which `năm ngoái` behind it
/// names.
fn in_year_from_now<'t, 'b>(date: Date, next: Cursor<'t, 'b>, today: Day) -> (Date, Cursor<'t, 'b>) {
    let named = next.eat(word::NAM).filter(|_| near(next)).and_then(shift);
    let (units, next) = named.map_or((0, next), |(shift, end)| (shift.units, end));
    let year = i32::from(today.year()) + units;
    (date.inherit_year(u16::try_from(year).unwrap_or_default()), next)
}

/// `ban ngày 62 - 71 dBA` is a range; only a stroke, `tháng` or a year shows that a date was meant.
fn is_meant(reading: &Reading<'_, '_, Raw>) -> bool {
    let told = reading.value.written.year.is_some() || reading.next.back().back().is(word::THANG);
    told || reading.from.text_to(reading.next).contains('/')
}

impl Raw {
    fn date(&self) -> Option<Date> {
        let Written { year, month, day, .. } = self.written;
        let date = match self.lunar {
            true => Date::lunar(year, month?, day?),
            false => Date::new(year, month?, day?),
        }?;
        let date = self.time.map_or(date, |time| date.at(time));
        let date = self.weekday.map_or(date, |weekday| date.on(weekday));
        Some(if self.leap_month && date.calendar() == Calendar::Lunar { date.in_leap_month() } else { date })
    }
}

/// Whether a date may begin here that is not told from the reference date: a day, a clock, a part of the day, a weekday.
fn may_begin(start: Cursor<'_, '_>) -> bool {
    const WORDS: Classes = Classes::of(&[Class::TimeWord, Class::Weekday]);
    let first = start.token();
    match first.syllable {
        word::NGAY | word::MUNG | word::MONG | word::RAM => true,
        _ if first.kind == Kind::Digits => {
            let next = start.next();
            let clock = || matches!(next.token().syllable, word::GIO | word::H | word::G);
            may_be_day(start) || clock() || first.len() == 4 && next.is_mark('-')
        }
        word => word.classes().meets(WORDS),
    }
}

/// The date whose first word is right of the cursor.
fn expression<'t, 'b>(start: Cursor<'t, 'b>, today: Option<Day>) -> Option<Reading<'t, 'b, Raw>> {
    if today.is_none() && !may_begin(start) {
        return None;
    }
    let (time, at) = if start.is_digits() {
        timed(start).map_or((None, start), |(time, next)| (Some(time), next))
    } else {
        (None, day_part(start).map_or(start, |(_, next)| next))
    };
    if let Some(reading) = today.and_then(|today| from_now(start, at, time, today)) {
        return Some(reading);
    }
    let from = if time.is_some() { start } else { at };
    let (weekday, at) = match weekday(at) {
        Some((day, next)) => (Some(day), next),
        None => (None, at),
    };
    if !near(at) && at.distance(start) != 0 {
        return None;
    }
    let headed = at.is(word::NGAY);
    let told = headed || weekday.is_some() || time.is_some() && !at.next().is_mark('.');
    let (written, lunar, next) = day(at, told)?;
    let (lunar, leap_month) = lunar_behind(next, lunar || written.lunar);
    let weekday = weekday.or_else(|| weekday_behind(next));
    let value = Raw { written, time, weekday, lunar, leap_month, told_from_now: false };
    Some(Reading { from, next, value })
}

/// `hôm nay`, `8 giờ tối nay`, `thứ Sáu tuần tới`; a weekday before a date is part of that.
fn from_now<'t, 'b>(
    start: Cursor<'t, 'b>,
    at: Cursor<'t, 'b>,
    time: Option<Time>,
    today: Day,
) -> Option<Reading<'t, 'b, Raw>> {
    let dated = weekday(at).is_some_and(|(_, next)| day(next, true).is_some());
    let in_part = at.distance(start) != 0 || day_part(at.back()).is_some();
    let (found, next) = now::day(at, today, in_part).filter(|_| !dated)?;
    let written =
        Written { year: Some(found.year()), month: Some(found.month()), day: Some(found.day()), lunar: false };
    let (time, next) = match now::time_behind(next).filter(|_| time.is_none()) {
        Some((time, end)) => (Some(time), end),
        None => (time, next),
    };
    let value = Raw { written, time, weekday: None, lunar: false, leap_month: false, told_from_now: true };
    Some(Reading { from: start, next, value })
}

/// A time and what joins it to its day: `17h00`, `14 giờ 30 phút,`, `7 giờ sáng`.
fn timed<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Time, Cursor<'t, 'b>)> {
    let (time, next) = clock(at)?;
    let joined = next.eat_mark(',').or_else(|| next.eat(word::CUA)).or_else(|| next.eat(word::VAO));
    // `13h/12/9`
    let stroke = || next.eat_mark('/').filter(|day| next.is_glued() && day.is_glued());
    let joined = joined.or_else(stroke).unwrap_or(next);
    let whole = near(next) && near(joined) && !is_glued_to_a_name(at);
    whole.then_some((time, joined))
}

/// The weekday right of the cursor, with what joins it to its day. After `lần`, `kỳ`, `hạng` it is
/// an ordinal.
fn weekday<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Weekday, Cursor<'t, 'b>)> {
    let (day, next) = weekday_name(at)?;
    let joined = next.eat_mark(',').or_else(|| next.eat_mark('(')).or_else(|| next.eat_mark('-')).unwrap_or(next);
    (near(joined) && !is_ordinal(at)).then_some((day, joined))
}

/// `thứ Hai`, `thứ 7`, `Chủ nhật`.
pub(in crate::facts) fn weekday_name<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Weekday, Cursor<'t, 'b>)> {
    if !at.token().syllable.starts(Class::Weekday) {
        return None;
    }
    if let Some((row, next)) = at.phrase(Class::Weekday) {
        return Some((Weekday::named(lexicon::column(WEEKDAYS, row, 1))?, next));
    }
    let number = at.eat(word::THU).filter(|&number| near(number))?;
    let (index, next) = written::small(number).filter(|_| number.token().len() == 1)?;
    let index = usize::from(index).checked_sub(2)?;
    Some((Weekday::ALL.get(..6)?.get(index).copied()?, next))
}

/// `(thứ Bảy)` behind a day; the span ends before it.
fn weekday_behind(next: Cursor<'_, '_>) -> Option<Weekday> {
    let (day, end) = weekday_name(next.eat_mark('(')?)?;
    end.is_mark(')').then_some(day)
}

/// Whether `thứ` right of the cursor counts rather than names a day.
fn is_ordinal(at: Cursor<'_, '_>) -> bool {
    let counted =
        [word::LAN, word::KY, word::KHOA, word::HANG_RANK, word::VONG, word::NGUOI, word::CON_CHILD, word::DOT];
    let session = at.eat_left(word::HOP).and_then(|at| at.eat_any_left(&[word::KY, word::KHOA, word::PHIEN]));
    session.is_some() || at.eat_any_left(&counted).is_some()
}

/// The day right of the cursor, and whether its name belongs to the lunar calendar. `told` says that
/// what stands before it makes a day and month without a year a date.
fn day<'t, 'b>(at: Cursor<'t, 'b>, told: bool) -> Option<(Written, bool, Cursor<'t, 'b>)> {
    let head = at.eat(word::NGAY).filter(|&next| near(next));
    let first = head.unwrap_or(at);
    if first.token().kind == Kind::Digits && !may_be_day(first) {
        return iso_day(first).map(|(written, next)| (written, false, next));
    }
    if let Some(found) = festive(at) {
        return Some(found);
    }
    // `13h/12/9`: the stroke parts hour and day.
    let timed =
        first.eat_mark_left('/').is_some_and(|hour| hour.eat_any_left(&[word::H, word::G, word::GIO]).is_some());
    if head.is_none() && !(told && timed) && is_glued_to_a_name(first) && !is_glued_item(first) {
        return None;
    }
    match written::day(first) {
        Some((written, next)) => {
            // `3 tháng 6/2023` may be three months.
            let spelled = !first.next().is(word::THANG) || next.back().back().is(word::NAM);
            let complete = written.year.is_some() && spelled && !is_section(first) || written.lunar;
            if !complete && !told && !lunar_behind(next, false).0 && !is_told_by_context(first, written, next) {
                return None;
            }
            let written = with_year_of_list(written, next);
            Some((written, false, next))
        }
        None => short_year(first)
            .filter(|_| head.is_some() || told || first.next().is_mark('/'))
            .or_else(|| listed_day(first))
            .or_else(|| head.and_then(in_words))
            .map(|(written, next)| (written, false, next)),
    }
}

/// `ngày hai tháng chín năm 1945`, `ngày mười lăm (15) tháng 3`: behind the head.
fn in_words<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Written, Cursor<'t, 'b>)> {
    const MOST: i128 = 31;
    let day = if at.is_word() { words::read(at) } else { None }?;
    let number = day.value.to_i128().filter(|number| (1..=MOST).contains(number))?;
    let next = behind_digits(day.value, day.next).unwrap_or(day.next);
    let (month, next) = written::month(next).filter(|_| near(next))?;
    let written = Written { day: u8::try_from(number).ok(), ..month };
    written.is_possible(false).then_some((written, next))
}

/// `2026-05-22`, as programs write it.
fn iso_day<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Written, Cursor<'t, 'b>)> {
    let part = |at: Cursor<'t, 'b>| at.eat_mark('-').filter(|part| at.is_glued() && part.is_glued());
    let two = |at: Cursor<'t, 'b>| at.number(2..=2).map(|number| (number as u8, at.next()));
    let (year, next) = written::four_digits(at).filter(|_| at.is_year() && !is_glued_to_a_name(at))?;
    let (month, next) = two(part(next)?)?;
    let (day, next) = two(part(next)?)?;
    let written = Written { year: Some(year), month: Some(month), day: Some(day), lunar: false };
    (written.is_possible(false) && written::ends(next)).then_some((written, next))
}

/// Whether digits may be a day by their length and what follows: `4/3`, `4 tháng 3`, `30 Tết`, `5, 6 và
/// 7/6`.
fn may_be_day(digits: Cursor<'_, '_>) -> bool {
    let joints = [word::THANG, word::TET, word::VA, word::HOAC, word::DEN];
    let next = digits.next();
    digits.token().len() <= 2 && (next.token().kind == Kind::Mark || next.eat_any(&joints).is_some())
}

/// Whether the digits right of the cursor go on a name or a number: `A/12/5/2019`, `0225.3842`.
fn is_glued_to_a_name(at: Cursor<'_, '_>) -> bool {
    let left = at.left();
    at.is_glued()
        && match left.kind {
            Kind::Digits => true,
            Kind::Mark => {
                matches!(left.mark, '/' | '-' | '.' | ',' | ':' | '+' | '_' | '=')
                    && at.back().is_glued()
                    && at.back().left().kind != Kind::End
            }
            Kind::Word => at.back().text().is_ascii() || at.back().is_upper(),
            Kind::End => false,
        }
}

/// `6` of `ngày 5,6/3/2025`: behind the comma of a list of days.
fn is_glued_item(at: Cursor<'_, '_>) -> bool {
    at.eat_mark_left(',').is_some() && calendar::is_listed(at, word::NGAY)
}

/// `ngày 20/11/24`: two digits are a year from 1950 to 2049.
fn short_year<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Written, Cursor<'t, 'b>)> {
    let (day, next) = written::small(at)?;
    let mark = written::separator(next)?;
    let (month, next) = written::small(written::separated(next, mark)?)?;
    let year_at = written::separated(next, mark)?;
    let (year, next) =
        written::small(year_at).filter(|&(_, next)| year_at.token().len() == 2 && written::ends(next))?;
    let century = if year < 50 { 2000 } else { 1900 };
    let written = Written { day: Some(day), month: Some(month), year: Some(century + u16::from(year)), lunar: false };
    Some((written, next))
}
