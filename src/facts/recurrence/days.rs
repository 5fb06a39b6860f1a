//! The days on which something comes again.
//!
//! ```text
//! each_on := hằng unit ["," ] ["vào"] days
//! on_each := days [","] hằng unit | weekday week-of-month | of_quarter
//! days    := ["ngày"] weekdays [week | "đầu" "tiên" | "cuối" "cùng"] | ["ngày"] ["mùng"] D (("," | "và" | "đến" | "-") ["ngày"] D)*
//!          | ["ngày"] D "/" M | "ngày" D "tháng" M | "tháng" M
//! week    := [","] ["của"] "tuần" ["lễ"] (["thứ"] N | "đầu" ["tiên"] | "cuối" ["cùng"])
//! of_quarter := "ngày" D ["của"] "tháng" ("đầu" ["tiên"] | "cuối" ["cùng"] | "thứ" N) ["của" | "trong"]
//!            ["các" | "mỗi" | hằng] "quý"
//! week-of-month := week ["của" | "trong" | "hằng" | "mỗi"] "tháng"
//! ```

use super::Recurrence;
use super::read::{Found, each_unit};
use crate::calendar::written::{self, near};
use crate::calendar::{CalendarUnit, Every, RecurrenceRule, Weekday};
use crate::cursor::{Cursor, Kind};
use crate::facts::date::weekday_name;
use crate::lexicon::{Syllable, word};
use crate::number::roman;
use crate::number::words::{self, Role, numeral};

/// Words behind `tháng` that tell which.
const WHICH_MONTH: [Syllable; 7] =
    [word::NAY, word::NAY_NOW, word::TRUOC, word::SAU_AFTER, word::TOI, word::QUA_PAST, word::DO_THAT];

/// The most days in a list.
const MOST_DAYS: usize = 10;

/// Days of a week, of a month or of the year.
#[derive(Clone, Copy)]
struct Days {
    rule: RecurrenceRule,
    /// The interval in which such days come once.
    unit: CalendarUnit,
}

/// `hằng tháng vào ngày 15`
pub(super) fn each_on<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let (every, next) = each_unit(at)?;
    let next = next.eat_mark(',').unwrap_or(next);
    let next = next.eat(word::VAO).unwrap_or(next);
    let (days, next) = days(next).filter(|_| near(next))?;
    Some((days.each(every)?, behind_month(days, next)))
}

/// `ngày 15 hằng tháng`, `thứ Hai tuần đầu của tháng`, `ngày 20 tháng cuối quý`
pub(super) fn on_each<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    if let Some(found) = of_quarter(at) {
        return Some(found);
    }
    // `ngày 5-10 hàng tháng`: no day of October.
    let of_month = || {
        at.next().next().eat_mark('-')?;
        month_days(at, RecurrenceRule::new(Every::new(1, CalendarUnit::Month)?))
    };
    days(at).and_then(each_behind).or_else(|| of_month().and_then(each_behind))
}

/// The days with the interval behind them: `hằng tháng`, `của tháng`.
fn each_behind<'t, 'b>((days, next): (Days, Cursor<'t, 'b>)) -> Found<'t, 'b> {
    let each = next.eat_mark(',').unwrap_or(next);
    if let Some((every, end)) = each_unit(each).filter(|_| near(each)) {
        return Some((days.each(every)?, end));
    }
    let end = month_behind(next).filter(|_| days.rule.nth().is_some())?;
    Some((days.each(Every::new(1, CalendarUnit::Month)?)?, end))
}

/// `ngày 20 tháng cuối quý`, `ngày 10 của tháng đầu tiên trong quý`, `ngày 10 tháng đầu quý` (`tiếp theo`);
/// of each quarter unless its number stands there. `từ ngày 01 tháng đầu quý` is the beginning of one.
fn of_quarter<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let day = at.eat(word::NGAY)?;
    day.next().eat_any(&[word::THANG, word::CUA])?;
    let year = RecurrenceRule::new(Every::new(1, CalendarUnit::Year)?);
    let (days, next) = month_days(day, year).filter(|_| at.eat_left(word::TU).is_none())?;
    let month = next.eat(word::CUA).unwrap_or(next).eat(word::THANG).filter(|_| near(next))?;
    let (place, next) = match month.eat_any(&[word::DAU, word::CUOI]) {
        Some(next) => {
            let place = if month.is(word::DAU) { 1 } else { 3 };
            (place, next.eat_any(&[word::TIEN, word::CUNG]).unwrap_or(next))
        }
        None => written::small(month.eat(word::THU)?).or_else(|| word_of_place(month.next()))?,
    };
    let next = next.eat_any(&[word::CUA, word::TRONG]).unwrap_or(next);
    let next = next.eat_any(&[word::CAC, word::MOI, word::HANG, word::HANG_LEVEL]).unwrap_or(next);
    let end = next.eat(word::QUY).filter(|_| near(next) && (1..=3).contains(&place))?;
    let named = near(end) && (end.is_digits() || roman::parse(end.text()).is_some());
    let rule = [0, 3, 6, 9].iter().fold(days.rule, |rule, quarter| rule.with_month(quarter + place));
    (!named).then_some((Recurrence::on(rule), end))
}

/// `hai`, `ba` behind `thứ`.
fn word_of_place<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u8, Cursor<'t, 'b>)> {
    let words = words::read(at)?;
    Some((u8::try_from(words.value.to_i128()?).ok()?, words.next))
}

impl Days {
    /// The recurrence on these days within `every`, if they are days of such an interval.
    fn each(self, every: Every) -> Option<Recurrence> {
        let base = RecurrenceRule::new(every);
        let rule = self.rule.months().fold(base, RecurrenceRule::with_month);
        let rule = self.rule.month_days().fold(rule, RecurrenceRule::with_month_day);
        let rule = self.rule.weekdays().fold(rule, RecurrenceRule::with_weekday).with_nth(self.rule.nth().unwrap_or(0));
        (every.unit() == self.unit && every.count() == 1).then_some(Recurrence::on(rule))
    }
}

fn days<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Days, Cursor<'t, 'b>)> {
    let month = RecurrenceRule::new(Every::new(1, CalendarUnit::Month)?);
    if let Some((rule, next)) = weekdays(at.eat(word::NGAY).unwrap_or(at), month) {
        return Some(match week(next).or_else(|| first_or_last(next)) {
            Some((nth, next)) => (Days { rule: rule.with_nth(nth), unit: CalendarUnit::Month }, next),
            None => (Days { rule, unit: CalendarUnit::Week }, next),
        });
    }
    if at.is(word::NGAY) {
        return day_of_year(at.next(), month).or_else(|| month_days(at, month));
    }
    if at.eat_any(&[word::MUNG, word::MONG]).is_some() {
        return month_days(at, month);
    }
    if at.next().is_mark('/') {
        return day_of_year(at, month);
    }
    if at.left().kind == Kind::Digits && near(at) {
        return None;
    }
    let (found, next) = written::month(at).filter(|(found, _)| found.year.is_none() && !found.lunar)?;
    Some((
        Days {
            rule: month.with_month(found.month.filter(|month| (1..=12).contains(month))?),
            unit: CalendarUnit::Year,
        },
        next,
    ))
}

/// `thứ Hai`, `thứ 2, thứ 4 và thứ 6`, `thứ 3, 5, 7`, `thứ 2 đến thứ 6`.
fn weekdays<'t, 'b>(at: Cursor<'t, 'b>, rule: RecurrenceRule) -> Option<(RecurrenceRule, Cursor<'t, 'b>)> {
    let (first, mut next) = weekday_name(at)?;
    let mut rule = rule.with_weekday(first);
    if let Some(to) = next.eat(word::DEN).or_else(|| next.eat_mark('-'))
        && let Some((last, end)) = weekday_name(to)
    {
        let range = Weekday::ALL.into_iter().filter(|&day| first as u8 <= day as u8 && day as u8 <= last as u8);
        return Some((range.fold(rule, RecurrenceRule::with_weekday), end));
    }
    for _ in 0..MOST_DAYS {
        let Some((day, end)) = separator(next).and_then(|item| weekday_name(item).or_else(|| weekday_number(item)))
        else {
            break;
        };
        (rule, next) = (rule.with_weekday(day), end);
    }
    Some((rule, next))
}

/// The `5` and `7` of `thứ 3, 5, 7`, the `Tư` of `thứ Hai, Tư`.
fn weekday_number<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Weekday, Cursor<'t, 'b>)> {
    let (number, next) = match written::small(at) {
        Some((number, next)) => (u32::from(number), next),
        None => numeral(at)
            .filter(|(role, ..)| matches!(role, Role::Digit | Role::Last))
            .map(|(_, day, next)| (day, next))?,
    };
    let day = Weekday::ALL.get(usize::try_from(number).ok()?.checked_sub(2)?).filter(|_| number < 8)?;
    Some((*day, next))
}

/// `ngày 15`, `05 và 20`, `10, 20 và ngày 30`, `mùng 1 và 15`, `ngày 5 đến ngày 10`, `5-10`.
fn month_days<'t, 'b>(at: Cursor<'t, 'b>, rule: RecurrenceRule) -> Option<(Days, Cursor<'t, 'b>)> {
    let (first, mut next) = month_day(at)?;
    let mut rule = rule.with_month_day(first);
    let to = next.eat(word::DEN).or_else(|| next.eat_mark('-')).filter(|&to| near(next) && near(to));
    if let Some((last, end)) = to.and_then(month_day).filter(|&(last, _)| first < last) {
        rule = (first..=last).fold(rule, RecurrenceRule::with_month_day);
        return Some((Days { rule, unit: CalendarUnit::Month }, end));
    }
    for _ in 0..MOST_DAYS {
        let Some((other, end)) = separator(next).and_then(month_day) else { break };
        (rule, next) = (rule.with_month_day(other), end);
    }
    Some((Days { rule, unit: CalendarUnit::Month }, next))
}

/// `5`, `ngày 15`, `ngày mùng 1`, `mùng một`.
fn month_day<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(i8, Cursor<'t, 'b>)> {
    let head = at.eat(word::NGAY).unwrap_or(at);
    let young = head.eat_any(&[word::MUNG, word::MONG]);
    let number = young.unwrap_or(head);
    let named = || words::read(number).and_then(|words| Some((words.value.to_i128()?, words.next)));
    let (day, next) = match written::small(number) {
        Some((day, next)) => (i128::from(day), next),
        None => named().filter(|_| young.is_some())?,
    };
    Some((i8::try_from(day).ok().filter(|day| near(number) && (1..=31).contains(day))?, next))
}

/// `30/6`, `30 tháng 6`.
fn day_of_year<'t, 'b>(at: Cursor<'t, 'b>, rule: RecurrenceRule) -> Option<(Days, Cursor<'t, 'b>)> {
    let one = |at: Cursor<'t, 'b>| {
        let (found, next) = written::day(at).filter(|(found, _)| found.year.is_none() && found.is_possible(false))?;
        Some((found.month?, i8::try_from(found.day?).ok()?, next))
    };
    let (month, day, mut next) = one(at)?;
    let mut rule = rule.with_month(month).with_month_day(day);
    for _ in 0..MOST_DAYS {
        let item = separator(next).map(|item| item.eat(word::NGAY).unwrap_or(item));
        // A rule pairs each day with each month: only what shares one can go on.
        let Some((other, _, end)) = item.and_then(one).filter(|&(_, same, _)| same == day) else { break };
        (rule, next) = (rule.with_month(other), end);
    }
    Some((Days { rule, unit: CalendarUnit::Year }, next))
}

/// `tuần cuối`, `, tuần thứ 3`, `của tuần lễ thứ ba`, `tuần đầu tiên`: which of the month.
fn week<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(i8, Cursor<'t, 'b>)> {
    let at = at.eat_mark(',').or_else(|| at.eat(word::CUA)).unwrap_or(at);
    let next = at.eat(word::TUAN).filter(|_| near(at))?;
    let next = next.eat(word::LE).unwrap_or(next);
    if let Some(next) = next.eat(word::CUOI) {
        return Some((-1, next.eat(word::CUNG).unwrap_or(next)));
    }
    if let Some(next) = next.eat(word::DAU) {
        return Some((1, next.eat(word::TIEN).unwrap_or(next)));
    }
    let number = next.eat(word::THU).unwrap_or(next);
    let (nth, next) = match written::small(number) {
        Some((nth, next)) => (i128::from(nth), next),
        None if number.is(word::TU_FOUR) => (4, number.next()),
        None => words::read(number).and_then(|words| Some((words.value.to_i128()?, words.next)))?,
    };
    Some((i8::try_from(nth).ok().filter(|nth| (1..=5).contains(nth))?, next))
}

/// The `đầu tiên` of `thứ Hai đầu tiên hằng tháng`, the `cuối cùng` of `Chủ nhật cuối cùng của tháng`.
fn first_or_last<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(i8, Cursor<'t, 'b>)> {
    let first = at.eat_all(&[word::DAU, word::TIEN]).map(|next| (1, next));
    first.or_else(|| at.eat_all(&[word::CUOI, word::CUNG]).map(|next| (-1, next))).filter(|_| near(at))
}

/// `trong tháng`, `của tháng`, `mỗi tháng`, `tháng` behind a week of it.
fn month_behind<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let month = at.eat_any(&[word::TRONG, word::CUA, word::MOI]).unwrap_or(at);
    let next = month.eat(word::THANG).filter(|_| near(at) && near(month))?;
    // `tháng 5`, `tháng Năm`, `tháng này`: one month.
    let may = next.is(word::NAM) && next.is_capitalized();
    let named = may || written::month_number(next).is_some() || next.eat_any(&WHICH_MONTH).is_some();
    let named = near(next) && named;
    (!named).then_some(next)
}

/// The same behind `hằng tháng vào thứ 3 tuần cuối`, where it may be left out.
fn behind_month<'t, 'b>(days: Days, next: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    month_behind(next).filter(|_| days.rule.nth().is_some()).unwrap_or(next)
}

/// `,`, `và`, `;`, `hoặc` between days.
fn separator<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let mark = at.eat_mark(',').or_else(|| at.eat_mark(';'));
    let next = mark.unwrap_or(at).eat_any(&[word::VA, word::HOAC]).or(mark)?;
    (near(at) && near(next)).then_some(next)
}
