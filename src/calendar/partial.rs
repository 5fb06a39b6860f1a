//! A point of the calendar as exactly as a text gives it.

use std::fmt;
use std::str::FromStr;

use super::Day;
use crate::Error;

/// A day, a month, a year or a decade; the year may be unknown. It prints as EDTF (ISO 8601-2).
///
/// ```
/// use solieu::{Grain, Partial};
///
/// let month: Partial = "2019-02".parse()?;
/// assert_eq!((month.grain(), month.year(), month.month(), month.day()), (Grain::Month, Some(2019), Some(2), None));
/// assert_eq!(month.last_day().unwrap().to_string(), "2019-02-28");
///
/// let holiday: Partial = "XXXX-09-02".parse()?;
/// assert_eq!(holiday.year(), None);
/// assert_eq!(holiday.in_year(2024).to_string(), "2024-09-02");
/// # Ok::<(), solieu::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Partial {
    /// 0 where unknown; of a decade its first year.
    year: u16,
    /// 0 where there is none.
    month: u8,
    /// 0 where there is none.
    day: u8,
    decade: bool,
}

/// How exact a point of the calendar is.
///
/// ```
/// use solieu::{Grain, Partial};
///
/// let grain = |text: &str| text.parse::<Partial>().unwrap().grain();
/// assert_eq!((grain("199X"), grain("2019-07"), grain("2011-03-04")), (Grain::Decade, Grain::Month, Grain::Day));
/// assert!(Grain::Year < Grain::Month);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Grain {
    /// `thập niên 1990`
    Decade,
    /// `năm 2018`
    Year,
    /// `tháng 7/2019`
    Month,
    /// `ngày 4/3/2011`
    Day,
}

impl Partial {
    /// A year, 1 to 9999.
    ///
    /// ```
    /// # use solieu::Partial;
    /// assert_eq!(Partial::year_of(2018).unwrap().to_string(), "2018");
    /// assert_eq!(Partial::year_of(0), None);
    /// ```
    #[must_use]
    pub const fn year_of(year: u16) -> Option<Self> {
        if year == 0 || year > 9999 { None } else { Some(Self { year, month: 0, day: 0, decade: false }) }
    }

    /// The ten years that begin with `year`, a multiple of ten.
    ///
    /// ```
    /// # use solieu::Partial;
    /// assert_eq!(Partial::decade_of(1990).unwrap().to_string(), "199X"); // thập niên 1990
    /// assert_eq!(Partial::decade_of(1995), None);
    /// ```
    #[must_use]
    pub const fn decade_of(year: u16) -> Option<Self> {
        match Self::year_of(year) {
            Some(first) if year.is_multiple_of(10) => Some(Self { decade: true, ..first }),
            _ => None,
        }
    }

    /// A month of a year, or of any year.
    ///
    /// ```
    /// # use solieu::Partial;
    /// assert_eq!(Partial::month_of(Some(2019), 7).unwrap().to_string(), "2019-07");
    /// assert_eq!(Partial::month_of(None, 7).unwrap().to_string(), "XXXX-07");
    /// assert_eq!(Partial::month_of(Some(2019), 13), None);
    /// ```
    #[must_use]
    pub const fn month_of(year: Option<u16>, month: u8) -> Option<Self> {
        match year {
            Some(0 | 10_000..) => None,
            _ if month == 0 || month > 12 => None,
            Some(year) => Some(Self { year, month, day: 0, decade: false }),
            None => Some(Self { year: 0, month, day: 0, decade: false }),
        }
    }

    /// A day of a year, or of any year; 29 February is a day of some years.
    ///
    /// ```
    /// # use solieu::Partial;
    /// assert_eq!(Partial::day_of(None, 2, 29).unwrap().to_string(), "XXXX-02-29");
    /// assert_eq!(Partial::day_of(Some(2019), 2, 29), None);
    /// ```
    #[must_use]
    pub const fn day_of(year: Option<u16>, month: u8, day: u8) -> Option<Self> {
        let leap = match year {
            Some(year) => year,
            None => 2000,
        };
        match (Day::new(leap, month, day), Self::month_of(year, month)) {
            (Some(_), Some(within)) => Some(Self { day, ..within }),
            _ => None,
        }
    }

    /// How exact it is.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue, Grain};
    /// let fact = Extractor::new().facts("giai đoạn 2016 - 2020").next().unwrap();
    /// let FactValue::Period(stage) = fact.value() else { panic!() };
    /// assert_eq!(stage.start().grain(), Grain::Year);
    /// ```
    #[must_use]
    pub const fn grain(self) -> Grain {
        match self {
            Self { decade: true, .. } => Grain::Decade,
            Self { month: 0, .. } => Grain::Year,
            Self { day: 0, .. } => Grain::Month,
            _ => Grain::Day,
        }
    }

    /// The year, or the first of a decade.
    ///
    /// ```
    /// # use solieu::Partial;
    /// let year = |text: &str| text.parse::<Partial>().unwrap().year();
    /// assert_eq!((year("2019-07"), year("199X"), year("XXXX-07")), (Some(2019), Some(1990), None));
    /// ```
    #[must_use]
    pub const fn year(self) -> Option<u16> {
        if self.year == 0 { None } else { Some(self.year) }
    }

    /// The month, 1 to 12.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("quý II/2025").next().unwrap();
    /// let FactValue::Period(quarter) = fact.value() else { panic!() };
    /// assert_eq!(quarter.start().month(), Some(4));
    /// ```
    #[must_use]
    pub const fn month(self) -> Option<u8> {
        if self.month == 0 { None } else { Some(self.month) }
    }

    /// The day of the month.
    ///
    /// ```
    /// # use solieu::Partial;
    /// let day = |text: &str| text.parse::<Partial>().unwrap().day();
    /// assert_eq!((day("2018-08-01"), day("2018-08")), (Some(1), None));
    /// ```
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        if self.day == 0 { None } else { Some(self.day) }
    }

    /// The same in a given year, where the year is unknown.
    ///
    /// ```
    /// # use solieu::Partial;
    /// let (unknown, known): (Partial, Partial) = ("XXXX-06".parse()?, "2018-06".parse()?);
    /// assert_eq!(unknown.in_year(2024).to_string(), "2024-06");
    /// assert_eq!(known.in_year(2024), known);
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn in_year(self, year: u16) -> Self {
        if self.year == 0 { Self { year, ..self } } else { self }
    }

    /// Its first day, where the year is known.
    ///
    /// ```
    /// # use solieu::Partial;
    /// let first = |text: &str| text.parse::<Partial>().unwrap().first_day();
    /// assert_eq!(first("2018").unwrap().to_string(), "2018-01-01");
    /// assert_eq!(first("XXXX-06"), None);
    /// ```
    #[must_use]
    pub const fn first_day(self) -> Option<Day> {
        match self.grain() {
            Grain::Decade | Grain::Year => Day::new(self.year, 1, 1),
            Grain::Month => Day::new(self.year, self.month, 1),
            Grain::Day => Day::new(self.year, self.month, self.day),
        }
    }

    /// Its last day, where the year is known.
    ///
    /// ```
    /// # use solieu::Partial;
    /// let last = |text: &str| text.parse::<Partial>().unwrap().last_day().unwrap().to_string();
    /// assert_eq!((last("2020-02"), last("199X")), ("2020-02-29".to_owned(), "1999-12-31".to_owned()));
    /// ```
    #[must_use]
    pub const fn last_day(self) -> Option<Day> {
        match self.grain() {
            Grain::Decade => Day::new(self.year + 9, 12, 31),
            Grain::Year => Day::new(self.year, 12, 31),
            Grain::Month => Day::new(self.year, self.month, Day::in_month(self.year, self.month)),
            Grain::Day => Day::new(self.year, self.month, self.day),
        }
    }
}

impl From<Day> for Partial {
    fn from(day: Day) -> Self {
        Self { year: day.year(), month: day.month(), day: day.day(), decade: false }
    }
}

impl fmt::Display for Partial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            0 => f.write_str("XXXX")?,
            year if self.decade => write!(f, "{:03}X", year / 10)?,
            year => write!(f, "{year:04}")?,
        }
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Partial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Partial {
    type Err = Error;

    /// Reads EDTF: `2019`, `199X`, `2019-02`, `XXXX-02`, `2019-02-28`, `XXXX-02-28`.
    fn from_str(text: &str) -> Result<Self, Error> {
        const WHAT: &str = "a day, month, year or decade in EDTF";
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        let shaped =
            year.len() == 4 && [month, day].iter().flatten().all(|part| part.len() == 2) && parts.next().is_none();
        let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok()).flatten();
        let known = match year {
            "XXXX" => Some(None),
            _ => number(year.strip_suffix('X').unwrap_or(year)).map(Some),
        };
        let (true, Some(known)) = (shaped, known) else {
            return Err(Error::value(text, WHAT, "it has another shape"));
        };
        let small = |part: &str| number(part).and_then(|part| u8::try_from(part).ok()).unwrap_or(0);
        let point = match (known, month, day) {
            (Some(tens), None, None) if year.ends_with('X') => Self::decade_of(tens * 10),
            (_, Some(_), _) if year.ends_with('X') && year != "XXXX" => None,
            (Some(year), None, None) => Self::year_of(year),
            (year, Some(month), None) => Self::month_of(year, small(month)),
            (year, Some(month), Some(day)) => Self::day_of(year, small(month), small(day)),
            _ => None,
        };
        point.ok_or_else(|| Error::value(text, WHAT, "the calendar has none such"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_what_it_parses() {
        for text in ["2019", "199X", "2019-02", "XXXX-02", "2020-02-29", "XXXX-02-29", "0938-10-01"] {
            assert_eq!(text.parse::<Partial>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn refuses_what_the_calendar_lacks() {
        for text in ["", "XXXX", "19XX", "2019-13", "2019-02-29", "2019-2", "2019-02-28-1", "199X-01", "+019", "0000"] {
            assert!(text.parse::<Partial>().is_err(), "{text}");
        }
    }
}
