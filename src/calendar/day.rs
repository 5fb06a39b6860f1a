//! One day of the Gregorian calendar.

use std::fmt;
use std::str::FromStr;

use crate::Error;

/// A day of the (proleptic) Gregorian calendar, years 1 to 9999.
///
/// ```
/// use solieu::{Day, Weekday};
///
/// let day: Day = "2019-08-19".parse()?;
/// assert_eq!(day.weekday(), Weekday::Monday);
/// assert_eq!(day.to_string(), "2019-08-19");
/// assert!(Day::new(2023, 2, 29).is_none());
/// # Ok::<(), solieu::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

/// A day of the week.
///
/// ```
/// use solieu::{Extractor, FactValue, Weekday};
///
/// let fact = Extractor::new().facts("Họp vào thứ Năm, ngày 15/8/2019.").next().unwrap();
/// let FactValue::Date(date) = fact.value() else { panic!() };
/// assert_eq!(date.weekday(), Some(Weekday::Thursday));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Weekday {
    /// `thứ Hai`
    Monday,
    /// `thứ Ba`
    Tuesday,
    /// `thứ Tư`
    Wednesday,
    /// `thứ Năm`
    Thursday,
    /// `thứ Sáu`
    Friday,
    /// `thứ Bảy`
    Saturday,
    /// `Chủ nhật`
    Sunday,
}

impl Weekday {
    /// All of them, from Monday.
    ///
    /// ```
    /// # use solieu::Weekday;
    /// assert_eq!(Weekday::ALL.map(Weekday::code), ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]);
    /// ```
    pub const ALL: [Self; 7] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];

    /// Its name, as JSON has it: `monday`.
    ///
    /// ```
    /// # use solieu::Weekday;
    /// assert_eq!(Weekday::Sunday.name(), "sunday"); // Chủ nhật
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Monday => "monday",
            Self::Tuesday => "tuesday",
            Self::Wednesday => "wednesday",
            Self::Thursday => "thursday",
            Self::Friday => "friday",
            Self::Saturday => "saturday",
            Self::Sunday => "sunday",
        }
    }

    /// The weekday of a name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|day| day.name() == name)
    }

    /// The two letters of RFC 5545: `MO` … `SU`.
    ///
    /// ```
    /// # use solieu::{RecurrenceRule, Weekday};
    /// let rule: RecurrenceRule = "FREQ=WEEKLY;BYDAY=FR".parse()?;
    /// assert_eq!(rule.weekdays().map(Weekday::code).collect::<Vec<_>>(), ["FR"]); // thứ Sáu hằng tuần
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Monday => "MO",
            Self::Tuesday => "TU",
            Self::Wednesday => "WE",
            Self::Thursday => "TH",
            Self::Friday => "FR",
            Self::Saturday => "SA",
            Self::Sunday => "SU",
        }
    }
}

impl Day {
    /// The day, or `None` where the calendar has none such.
    ///
    /// ```
    /// # use solieu::Day;
    /// assert_eq!(Day::new(2024, 2, 29).unwrap().to_string(), "2024-02-29");
    /// assert_eq!(Day::new(2019, 2, 29), None);
    /// ```
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if year == 0 || year > 9999 || month == 0 || month > 12 || day == 0 || day > Self::in_month(year, month) {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// How many days the month has; 31 for a month that is none.
    ///
    /// ```
    /// # use solieu::Day;
    /// assert_eq!((Day::in_month(2024, 2), Day::in_month(2019, 2), Day::in_month(2019, 9)), (29, 28, 30));
    /// ```
    #[must_use]
    pub const fn in_month(year: u16, month: u8) -> u8 {
        match month {
            2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// The year, 1 to 9999.
    ///
    /// ```
    /// # use solieu::Day;
    /// let eve = Day::from_epoch(-1).unwrap();
    /// assert_eq!(eve.year(), 1969);
    /// ```
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    ///
    /// ```
    /// # use solieu::Partial;
    /// let half: Partial = "2018-06".parse()?;
    /// assert_eq!(half.last_day().unwrap().month(), 6);
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    ///
    /// ```
    /// # use solieu::Partial;
    /// let february: Partial = "2024-02".parse()?;
    /// assert_eq!(february.last_day().unwrap().day(), 29);
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01, negative before it.
    ///
    /// ```
    /// # use solieu::Day;
    /// let (first, last): (Day, Day) = ("1945-08-19".parse()?, "1945-09-02".parse()?);
    /// assert_eq!(last.since_epoch() - first.since_epoch(), 14);
    /// assert!(first.since_epoch() < 0);
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn since_epoch(self) -> i32 {
        // Years run from March, so that the leap day is the last of its year.
        let month = self.month as i32;
        let year = self.year as i32 - (month <= 2) as i32;
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + self.day as i32 - 1;
        365 * year + year / 4 - year / 100 + year / 400 + day_of_year - 719_468
    }

    /// The day that many days after 1970-01-01, within the years 1 to 9999.
    ///
    /// ```
    /// use solieu::Day;
    ///
    /// let day = Day::new(2024, 2, 28).unwrap();
    /// assert_eq!(Day::from_epoch(day.since_epoch() + 2).unwrap().to_string(), "2024-03-01");
    /// ```
    #[must_use]
    pub const fn from_epoch(days: i32) -> Option<Self> {
        // Counted from 0000-03-01, in eras of 400 years.
        let Some(days) = days.checked_add(719_468) else { return None };
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = (from_march + 2) % 12 + 1;
        let year = era * 400 + year_of_era + (month <= 2) as i32;
        if year < 1 || year > 9999 { None } else { Self::new(year as u16, month as u8, day as u8) }
    }

    /// The day of the week.
    ///
    /// ```
    /// # use solieu::{Day, Weekday};
    /// let independence: Day = "1945-09-02".parse()?;
    /// assert_eq!(independence.weekday(), Weekday::Sunday);
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday.
        let index = (self.since_epoch() + 3).rem_euclid(7) as usize;
        Weekday::ALL.get(index).copied().unwrap_or(Weekday::Monday)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Day {
    type Err = Error;

    /// Reads ISO 8601: `2019-08-19`.
    fn from_str(text: &str) -> Result<Self, Error> {
        const WHAT: &str = "a day in ISO 8601 (YYYY-MM-DD)";
        let shape = text.len() == 10
            && text
                .bytes()
                .enumerate()
                .all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() });
        let part = |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse::<u16>().ok());
        let parts = (part(0..4), part(5..7), part(8..10));
        let (true, (Some(year), Some(month), Some(day))) = (shape, parts) else {
            return Err(Error::value(text, WHAT, "it has another shape"));
        };
        Self::new(year, month as u8, day as u8).ok_or_else(|| Error::value(text, WHAT, "the calendar has no such day"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_days_without_a_gap() {
        let mut before = Day::new(1, 1, 1).unwrap().since_epoch() - 1;
        for year in [1, 3, 4, 1899, 1900, 1999, 2000, 2024, 2100] {
            let first = Day::new(year, 1, 1).unwrap().since_epoch();
            before = before.max(first - 1);
            for month in 1..=12 {
                for day in 1..=Day::in_month(year, month) {
                    let days = Day::new(year, month, day).unwrap().since_epoch();
                    assert_eq!(days, before + 1, "{year}-{month}-{day}");
                    assert_eq!(Day::from_epoch(days), Day::new(year, month, day));
                    before = days;
                }
            }
        }
        assert_eq!(Day::new(1970, 1, 1).unwrap().since_epoch(), 0);
    }

    #[test]
    fn knows_weekdays() {
        for (text, weekday) in [
            ("2019-08-19", Weekday::Monday),
            ("2021-05-23", Weekday::Sunday),
            ("1945-09-02", Weekday::Sunday),
            ("2024-08-31", Weekday::Saturday),
        ] {
            assert_eq!(text.parse::<Day>().unwrap().weekday(), weekday, "{text}");
        }
    }

    #[test]
    fn refuses_other_shapes_and_days() {
        for text in ["2019-8-19", "2019-02-29", "19/8/2019", "2019-13-01", "+019-08-19", ""] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
    }
}
