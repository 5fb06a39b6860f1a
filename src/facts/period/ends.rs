//! The ends of a range: what stands at either side of `đến`.
//!
//! ```text
//! end := [part] ["hết" | "đầu" | "giữa" | "cuối"] point
//! point := "ngày" (D sep M [sep Y] | D "tháng" M [year] | D)
//!        | "tháng" M [year] | "quý" Q [year] | "năm" Y
//!        | ("mùng" | "mồng") (D sep M | D "tháng" M | D) | M "/" Y
//!        | the same without its head, where the other end or what is written shows what it is
//! ```

use super::months::quarter_number;
use crate::calendar::written::{self, Share, Written, near};
use crate::calendar::{Partial, clock, day_part};
use crate::cursor::Cursor;
use crate::facts::date::weekday_name;
use crate::lexicon::word;

/// What a point without a head word is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unit {
    Day,
    Month,
    Quarter,
    Year,
}

/// An end as written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    pub(super) written: Written,
    /// Of a quarter, its last month; `written` has its first.
    last_month: Option<u8>,
    pub(super) unit: Unit,
    /// Whether its head word is there, or a full date.
    pub(super) headed: bool,
    /// Whether a day without head may be a share.
    pub(super) share: Share,
}

impl Point {
    const fn new(written: Written, unit: Unit, headed: bool) -> Self {
        Self { written, last_month: None, unit, headed, share: Share::No }
    }

    /// Its month if it begins a range (`first`) or ends it, and its day.
    pub(super) fn place(&self, first: bool) -> (Option<u8>, Option<u8>) {
        let month = if first { self.written.month } else { self.last_month.or(self.written.month) };
        (month, self.written.day)
    }

    /// The point of the calendar, where there is such a one.
    pub(super) fn partial(&self, first: bool) -> Option<Partial> {
        let year = self.written.year;
        match self.place(first) {
            (Some(month), Some(day)) => Partial::day_of(year, month, day),
            (Some(month), None) => Partial::month_of(year, month),
            (None, None) => Partial::year_of(year?),
            (None, Some(_)) => None,
        }
    }
}

/// The end right of the cursor. `other` is what the end before it is, `None` for the first.
pub(super) fn point<'t, 'b>(at: Cursor<'t, 'b>, other: Option<Unit>) -> Option<(Point, Cursor<'t, 'b>)> {
    let led = before_point(at);
    if led.distance(at) != 0 && !near(led) {
        return None;
    }
    let at = led;
    if at.is(word::NGAY) {
        let next = at.next();
        return near(next).then(|| day(next, written::day(next), true, true))?;
    }
    if let Some(next) = at.eat_any(&[word::MUNG, word::MONG]) {
        return near(next).then(|| young(next))?;
    }
    if at.is(word::THANG) {
        let (month, next) =
            written::month_number(at.next()).filter(|_| near(at.next())).map(|(month, _, next)| (month, next))?;
        return Some(with_year(Written { month: Some(month), ..Written::default() }, None, Unit::Month, true, next));
    }
    if at.is(word::QUY) {
        return quarter(at.next(), true);
    }
    if at.is(word::NAM) {
        let (year, next) = written::four_digits(at.next()).filter(|_| near(at.next()))?;
        return Some((Point::new(Written { year: Some(year), ..Written::default() }, Unit::Year, true), next));
    }
    bare(at, other)
}

/// A point without head word.
fn bare<'t, 'b>(at: Cursor<'t, 'b>, other: Option<Unit>) -> Option<(Point, Cursor<'t, 'b>)> {
    let written = written::day(at);
    if let Some((written, next)) = written.filter(|(written, _)| written.year.is_some()) {
        return Some((Point::new(written, Unit::Day, true), next));
    }
    if let Some((written, next)) = written::bare_month(at) {
        return Some((Point::new(written, Unit::Month, false), next));
    }
    match other {
        Some(Unit::Month) => {
            let (month, next) = written::small(at)?;
            Some(with_year(Written { month: Some(month), ..Written::default() }, None, Unit::Month, false, next))
        }
        Some(Unit::Quarter) => quarter(at, false),
        Some(Unit::Year) => {
            let (year, next) = written::four_digits(at)?;
            Some((Point::new(Written { year: Some(year), ..Written::default() }, Unit::Year, false), next))
        }
        Some(Unit::Day) => day(at, written, false, false),
        None => day(at, written, false, true).or_else(|| {
            let (year, next) = written::four_digits(at).filter(|(year, _)| (1900..=2100).contains(year))?;
            Some((Point::new(Written { year: Some(year), ..Written::default() }, Unit::Year, false), next))
        }),
    }
}

/// `20/8/2019`, `20/8`, `20`: with its month as read there already, or the day alone.
fn day<'t, 'b>(
    at: Cursor<'t, 'b>,
    written: Option<(Written, Cursor<'t, 'b>)>,
    headed: bool,
    first: bool,
) -> Option<(Point, Cursor<'t, 'b>)> {
    // `5-8 tháng 10`, `5-9/10`: the hyphen of a range.
    if let Some((written, next)) = written.filter(|(_, next)| !(first && next.is(word::THANG))) {
        let point = Point::new(written, Unit::Day, headed || written.year.is_some());
        return Some((Point { share: written::share(at, written), ..point }, next));
    }
    let (day, next) = written::small(at)?;
    Some((Point::new(Written { day: Some(day), ..Written::default() }, Unit::Day, headed), next))
}

/// The day behind `mùng`: of the lunar calendar where its month has a head word, `mùng 2/9` is of the other.
fn young<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Point, Cursor<'t, 'b>)> {
    let (point, next) = day(at, written::day(at), true, true)?;
    let lunar = point.written.lunar || at.next().is(word::THANG) && point.written.year.is_none();
    Some((Point { written: Written { lunar, ..point.written }, ..point }, next))
}

fn quarter<'t, 'b>(at: Cursor<'t, 'b>, headed: bool) -> Option<(Point, Cursor<'t, 'b>)> {
    let (number, next) = quarter_number(at).filter(|_| near(at))?;
    let written = Written { month: Some(3 * number - 2), ..Written::default() };
    Some(with_year(written, Some(3 * number), Unit::Quarter, headed, next))
}

fn with_year<'t, 'b>(
    written: Written,
    last_month: Option<u8>,
    unit: Unit,
    headed: bool,
    next: Cursor<'t, 'b>,
) -> (Point, Cursor<'t, 'b>) {
    let (year, next) = written::year_behind(next).map_or((None, next), |(year, next)| (Some(year), next));
    (Point { last_month, ..Point::new(Written { year, ..written }, unit, headed) }, next)
}

/// Behind the words that go before a point: `0 giờ`, `đêm`, `hết`, `cuối`.
fn before_point<'t, 'b>(at: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    let at = clock(at).map_or(at, |(_, next)| next);
    let at = day_part(at).map_or(at, |(_, next)| next);
    let at = at.eat_any(&[word::HET, word::DAU, word::GIUA, word::CUOI]).unwrap_or(at);
    // `thứ Bảy, ngày 31/8/2024`, `thứ Ba, 03/9/2024`
    let dated = weekday_name(at).map(|(_, day)| day.eat_mark(',').unwrap_or(day));
    dated.filter(|day| day.is(word::NGAY) || written::day(*day).is_some()).unwrap_or(at)
}
