//! Days told from a reference date.
//!
//! ```text
//! day     := ["ngày"] feast | "ngày" ("đầu tiên" | "cuối cùng") ["của"] month
//!          | ["ngày"] ("hôm" | "bữa") ("nay" | "qua" | "kia" | "mai") | "ngày" "mai"
//!          | part ("nay" | "qua" | "mai")
//!          | weekday (["của"] "tuần" shift | shift) | ("hôm" | part | "vào") weekday | "chủ nhật"
//! ```
//!
//! A weekday alone is the next one to come; `thứ Sáu tuần này` is that of the running week, which
//! begins with Monday.

use super::read::weekday_name;
use crate::calendar::written::{self, near};
use crate::calendar::{Day, Partial, day_part, shift};
use crate::cursor::Cursor;
use crate::lexicon::{self, Class, TIME_WORDS, word};

/// The day right of the cursor; `part` says that a part of the day stands before it.
pub(super) fn day<'t, 'b>(at: Cursor<'t, 'b>, today: Day, part: bool) -> Option<(Day, Cursor<'t, 'b>)> {
    let head = at.eat(word::NGAY).filter(|&next| near(next));
    let first = head.unwrap_or(at);
    if let Some(found) = feast(first, today).or_else(|| first_of_month(first, today).filter(|_| head.is_some())) {
        return Some(found);
    }
    let hom = first.eat_any(&[word::HOM, word::BUA]).filter(|&next| near(next));
    let name = hom.unwrap_or(first);
    let days = match () {
        () if name.is(word::NAY_NOW) => 0,
        () if name.is(word::QUA_PAST) => -1,
        () if name.is(word::KIA) && hom.is_some() => -2,
        () if name.is(word::MAI) => 1,
        () => return weekday(at, today, part),
    };
    let told = hom.is_some() || part || head.is_some() && name.is(word::MAI);
    told.then(|| Some((today.plus(days)?, name.next())))?
}

/// `Giáng sinh`: a feast on a fixed day.
fn feast<'t, 'b>(at: Cursor<'t, 'b>, today: Day) -> Option<(Day, Cursor<'t, 'b>)> {
    let (row, next) = at.phrase(Class::TimeWord)?;
    let (month, day) = lexicon::column(TIME_WORDS, row, 2).split_once('-')?;
    Some((Day::new(today.year(), month.parse().ok()?, day.parse().ok()?)?, next))
}

/// `đầu tiên của tháng 3`, `cuối cùng của tháng 3 năm 2017` behind `ngày`.
fn first_of_month<'t, 'b>(at: Cursor<'t, 'b>, today: Day) -> Option<(Day, Cursor<'t, 'b>)> {
    let first = at.eat_all(&[word::DAU, word::TIEN]);
    let next = first.or_else(|| at.eat_all(&[word::CUOI, word::CUNG]))?;
    let (month, end) =
        written::month(next.eat(word::CUA).unwrap_or(next)).filter(|(month, _)| near(next) && !month.lunar)?;
    let month = Partial::month_of(month.year.or(Some(today.year())), month.month?)?;
    Some((if first.is_some() { month.first_day() } else { month.last_day() }?, end))
}

fn weekday<'t, 'b>(at: Cursor<'t, 'b>, today: Day, part: bool) -> Option<(Day, Cursor<'t, 'b>)> {
    let (day, next) = weekday_name(at)?;
    let of_week = next.eat(word::CUA).unwrap_or(next).eat(word::TUAN).and_then(shift);
    if let Some((shift, end)) = of_week.filter(|_| near(next)) {
        return Some((today.monday()?.plus(7 * shift.units + day as i32)?, end));
    }
    let ahead = (day as i32 - today.weekday() as i32 - 1).rem_euclid(7) + 1;
    if let Some((shift, end)) = shift(next) {
        let days = match shift.units {
            1 => ahead,
            -1 => ahead - if ahead == 7 { 14 } else { 7 },
            _ => return Some((today.monday()?.plus(day as i32)?, end)),
        };
        return Some((today.plus(days)?, end));
    }
    let again = next.eat_any(&[word::HANG, word::HANG_LEVEL, word::DEN]).is_some() || next.is_mark(',');
    let told = !again && (part || !at.is(word::THU) || at.eat_any_left(&[word::HOM, word::VAO]).is_some());
    told.then(|| Some((today.plus(ahead)?, next)))?
}

/// `hôm nay lúc 2 giờ chiều`: behind the word that joins a day to its time.
pub(super) fn time_behind<'t, 'b>(next: Cursor<'t, 'b>) -> Option<(crate::calendar::Time, Cursor<'t, 'b>)> {
    let at = next.eat_mark(',').unwrap_or(next).eat(word::LUC)?;
    crate::calendar::clock(at).filter(|_| near(next) && near(at) && day_part(at).is_none())
}
