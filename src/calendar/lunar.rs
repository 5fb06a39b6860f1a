//! The Vietnamese lunar calendar.
//!
//! It is computed, not looked up, by the rules that have held since 1968, for the meridian 105° E
//! (UTC+7):
//!
//! 1. A month begins on the day of the new moon, a year with Tết, the first day of month 1.
//! 2. The month that holds the winter solstice is month 11.
//! 3. Where thirteen months lie from one month 11 to the next, the first of them within which the
//!    sun enters no further sign (30° of longitude) is a leap month; it repeats the number before.
//!
//! New moons and the sun's longitude follow J. Meeus, *Astronomical Algorithms* (chapters 49 and 25),
//! good to about a minute here. The years before 1968 are told by the same rules, although the
//! calendars printed then followed other meridians and differ from them at times.

use std::fmt;
use std::str::FromStr;

use super::Day;
use super::moon::{MONTH, new_moon, sign};
use crate::Error;

/// A day of the Vietnamese lunar calendar, years 1900 to 2100.
///
/// ```
/// use solieu::{Day, LunarDay};
///
/// let tet = LunarDay::new(2025, 1, 1).unwrap();
/// assert_eq!(tet.to_day().unwrap().to_string(), "2025-01-29");
///
/// let day = Day::new(2023, 4, 1).unwrap();
/// let lunar = LunarDay::of(day).unwrap();
/// assert_eq!((lunar.month(), lunar.is_leap(), lunar.day()), (2, true, 11));
/// assert_eq!(lunar.to_string(), "2023-02-11 nhuận");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LunarDay {
    year: u16,
    month: u8,
    leap: bool,
    day: u8,
}

/// The years for which the calendar is told.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2100;

impl LunarDay {
    /// A day of an ordinary month, if the year can have such a day.
    ///
    /// ```
    /// # use solieu::LunarDay;
    /// assert_eq!(LunarDay::new(2024, 3, 10).unwrap().to_string(), "2024-03-10"); // Giỗ Tổ
    /// assert_eq!(LunarDay::new(2024, 3, 31), None);
    /// ```
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let fits = YEARS.contains(&year) && (1..=12).contains(&month) && (1..=30).contains(&day);
        fits.then_some(Self { year, month, leap: false, day })
    }

    /// The same day of the leap month that follows the ordinary one.
    ///
    /// ```
    /// # use solieu::LunarDay;
    /// let day = LunarDay::new(2023, 2, 11).unwrap();
    /// assert_eq!(day.to_day().unwrap().to_string(), "2023-03-02");
    /// assert_eq!(day.in_leap_month().to_day().unwrap().to_string(), "2023-04-01");
    /// ```
    #[must_use]
    pub const fn in_leap_month(self) -> Self {
        Self { leap: true, ..self }
    }

    /// The lunar day of a solar one.
    ///
    /// ```
    /// # use solieu::{Day, LunarDay};
    /// let day = |text: &str| text.parse::<Day>().unwrap();
    /// assert_eq!(LunarDay::of(day("2024-02-10")), LunarDay::new(2024, 1, 1)); // mùng 1 Tết
    /// assert_eq!(LunarDay::of(day("1802-06-01")), None); // before 1900
    /// ```
    #[must_use]
    pub fn of(day: Day) -> Option<Self> {
        if !(*YEARS.start()..=YEARS.end() + 1).contains(&day.year()) {
            return None;
        }
        let date = day.since_epoch();
        for year in [day.year(), day.year() - 1] {
            let months = months(year);
            if let Some(month) = months.iter().rev().find(|month| month.first <= date) {
                let day = u8::try_from(date - month.first + 1).ok().filter(|&day| day <= month.days)?;
                return YEARS.contains(&year).then_some(Self { year, month: month.number, leap: month.leap, day });
            }
        }
        None
    }

    /// The solar day, or `None` where the year has no such month or the month no 30th day.
    ///
    /// ```
    /// # use solieu::LunarDay;
    /// assert_eq!(LunarDay::new(2024, 12, 29).unwrap().to_day().unwrap().to_string(), "2025-01-28");
    /// assert_eq!(LunarDay::new(2024, 12, 30).unwrap().to_day(), None); // there was no 30 Tết
    /// ```
    #[must_use]
    pub fn to_day(self) -> Option<Day> {
        let months = months(self.year);
        let month = months.iter().find(|month| month.number == self.month && month.leap == self.leap)?;
        (self.day <= month.days).then(|| Day::from_epoch(month.first + i32::from(self.day) - 1))?
    }

    /// The year, by the solar year in which it begins.
    ///
    /// ```
    /// # use solieu::{Day, LunarDay};
    /// let before_tet: Day = "2025-01-28".parse()?;
    /// assert_eq!(LunarDay::of(before_tet).unwrap().year(), 2024);
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 (`tháng Giêng`) to 12 (`tháng Chạp`).
    ///
    /// ```
    /// # use solieu::{Day, LunarDay};
    /// let before_tet: Day = "2025-01-28".parse()?;
    /// assert_eq!(LunarDay::of(before_tet).unwrap().month(), 12);
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Whether the month is a leap month (`tháng nhuận`).
    ///
    /// ```
    /// # use solieu::{Day, LunarDay};
    /// let leap = |day: &str| LunarDay::of(day.parse().unwrap()).unwrap().is_leap();
    /// assert_eq!((leap("2023-03-02"), leap("2023-04-01")), (false, true)); // months 2 and 2 nhuận
    /// ```
    #[must_use]
    pub const fn is_leap(self) -> bool {
        self.leap
    }

    /// The day of the month, 1 to 30.
    ///
    /// ```
    /// # use solieu::{Day, LunarDay};
    /// let full_moon: Day = "2024-02-24".parse()?;
    /// assert_eq!(LunarDay::of(full_moon).unwrap().day(), 15); // rằm tháng Giêng
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }
}

impl fmt::Display for LunarDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)?;
        f.write_str(if self.leap { " nhuận" } else { "" })
    }
}

impl fmt::Debug for LunarDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for LunarDay {
    type Err = Error;

    /// Reads `2023-02-11` and, in a leap month, `2023-02-11 nhuận`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let (date, leap) = text.strip_suffix(" nhuận").map_or((text, false), |date| (date, true));
        let mut parts = date.split('-').map(|part| part.parse::<u16>().ok());
        let mut part = || parts.next().flatten();
        let day = part()
            .zip(part())
            .zip(part())
            .filter(|_| date.len() == 10)
            .and_then(|((year, month), day)| Self::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?));
        let day = day.ok_or_else(|| Error::value(text, "a lunar day (YYYY-MM-DD)", "it has another shape"))?;
        Ok(Self { leap, ..day })
    }
}

/// A month of a lunar year.
#[derive(Clone, Copy)]
struct Month {
    number: u8,
    leap: bool,
    /// Its first day, since the epoch.
    first: i32,
    days: u8,
}

/// The twelve or thirteen months of a lunar year, in order.
fn months(year: u16) -> Vec<Month> {
    // Month 1 is the third from the month 11 before it, or the fourth where a leap month lies between.
    let (before, after) = (winter_months(year), winter_months(year + 1));
    let of_year =
        before.iter().filter(|month| month.number < 11).chain(after.iter().filter(|month| month.number >= 11));
    of_year.copied().collect()
}

/// From month 11 of the year before `year` to the month before month 11 of `year`.
fn winter_months(year: u16) -> Vec<Month> {
    let (from, to) = (month_of_solstice(year - 1), month_of_solstice(year));
    let leap_year = to - from == 13;
    let (mut number, mut found) = (10_u8, false);
    let mut months = Vec::with_capacity(13);
    for moon in from..to {
        let (first, next) = (new_moon(moon), new_moon(moon + 1));
        let leap = leap_year && !found && moon > from && sign(first) == sign(next);
        if leap {
            found = true;
        } else {
            number = number % 12 + 1;
        }
        months.push(Month { number, leap, first, days: (next - first) as u8 });
    }
    months
}

/// The number, since January 2000, of the new moon that begins the month of the winter solstice.
fn month_of_solstice(year: u16) -> i32 {
    let end = Day::new(year, 12, 31).map_or(0, Day::since_epoch);
    // 2000-01-06 is day 10,962.
    let mut moon = ((f64::from(end) - 10_962.0) / MONTH) as i32 + 1;
    while new_moon(moon) > end {
        moon -= 1;
    }
    // The sun enters the sign of the solstice at 270°.
    if sign(new_moon(moon)) >= 9 { moon - 1 } else { moon }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tết as Vietnamese almanacs print it.
    const TET: &[&str] = &[
        "1900-01-31",
        "1930-01-30",
        "1945-02-13",
        "1954-02-03",
        "1968-01-29",
        "1969-02-16",
        "1975-02-11",
        "1976-01-31",
        "1984-02-02",
        "1985-01-21",
        "1986-02-09",
        "1990-01-27",
        "1991-02-15",
        "1995-01-31",
        "1996-02-19",
        "1999-02-16",
        "2000-02-05",
        "2001-01-24",
        "2002-02-12",
        "2003-02-01",
        "2004-01-22",
        "2005-02-09",
        "2006-01-29",
        "2007-02-17",
        "2008-02-07",
        "2009-01-26",
        "2010-02-14",
        "2011-02-03",
        "2012-01-23",
        "2013-02-10",
        "2014-01-31",
        "2015-02-19",
        "2016-02-08",
        "2017-01-28",
        "2018-02-16",
        "2019-02-05",
        "2020-01-25",
        "2021-02-12",
        "2022-02-01",
        "2023-01-22",
        "2024-02-10",
        "2025-01-29",
        "2026-02-17",
        "2027-02-06",
        "2028-01-26",
        "2029-02-13",
        "2030-02-02",
        "2031-01-23",
        "2032-02-11",
        "2033-01-31",
        "2034-02-19",
        "2035-02-08",
        "2053-02-18",
        "2100-02-09",
    ];

    #[test]
    fn agrees_with_published_new_years() {
        for tet in TET {
            let day: Day = tet.parse().unwrap();
            assert_eq!(LunarDay::new(day.year(), 1, 1).unwrap().to_day(), Some(day), "{tet}");
        }
    }

    #[test]
    fn agrees_with_published_leap_months() {
        let leap = [
            (1984, 10),
            (1985, 2),
            (1987, 7),
            (2004, 2),
            (2006, 7),
            (2009, 5),
            (2012, 4),
            (2014, 9),
            (2017, 6),
            (2020, 4),
            (2023, 2),
            (2025, 6),
            (2028, 5),
            (2033, 11),
        ];
        for (year, expected) in leap {
            let found = months(year).iter().find(|month| month.leap).map(|month| month.number);
            // 1984 and 1985: Vietnam had the leap month in 1985, China in 1984.
            assert_eq!(found, (year != 1984).then_some(expected), "{year}");
        }
    }

    #[test]
    fn every_day_of_the_last_century_there_and_back() {
        there_and_back("1900-01-31", "2000-01-01");
    }

    #[test]
    fn every_day_of_this_century_there_and_back() {
        there_and_back("2000-01-01", "2100-12-31");
    }

    fn there_and_back(from: &str, to: &str) {
        let [from, to] = [from, to].map(|day| day.parse::<Day>().unwrap().since_epoch());
        let mut before = None;
        for date in from..=to {
            let day = Day::from_epoch(date).unwrap();
            let lunar = LunarDay::of(day).unwrap_or_else(|| panic!("{day}"));
            assert_eq!(lunar.to_day(), Some(day), "{lunar}");
            assert_eq!(lunar.to_string().parse(), Ok(lunar));
            assert!(before.is_none_or(|before: LunarDay| (before.year, before.day) != (lunar.year, lunar.day)));
            before = Some(lunar);
        }
    }
}
