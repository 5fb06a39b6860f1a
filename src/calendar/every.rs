//! The interval at which something comes again.

use std::fmt;
use std::num::NonZeroU16;
use std::str::FromStr;

use crate::Error;

/// A number of days, weeks, months or years: an ISO 8601 duration of one part.
///
/// ```
/// use solieu::{CalendarUnit, Every};
///
/// let quarter: Every = "P3M".parse()?;
/// assert_eq!((quarter.count(), quarter.unit()), (3, CalendarUnit::Month));
/// # Ok::<(), solieu::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Every {
    count: NonZeroU16,
    unit: CalendarUnit,
}

/// A unit of the calendar.
///
/// ```
/// use solieu::{CalendarUnit, Extractor, FactValue};
///
/// let fact = Extractor::new().facts("báo cáo định kỳ hằng quý").next().unwrap();
/// let FactValue::Recurrence(report) = fact.value() else { panic!() };
/// let every = report.every();
/// assert_eq!((every.count(), every.unit()), (3, CalendarUnit::Month));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CalendarUnit {
    /// `ngày`
    Day,
    /// `tuần`
    Week,
    /// `tháng`; a `quý` is three
    Month,
    /// `năm`
    Year,
}

impl CalendarUnit {
    /// All of them, and their letters in ISO 8601 and names in RFC 5545.
    const ALL: [(Self, char, &str); 4] = [
        (Self::Day, 'D', "DAILY"),
        (Self::Week, 'W', "WEEKLY"),
        (Self::Month, 'M', "MONTHLY"),
        (Self::Year, 'Y', "YEARLY"),
    ];

    const fn names(self) -> (char, &'static str) {
        match self {
            Self::Day => ('D', "DAILY"),
            Self::Week => ('W', "WEEKLY"),
            Self::Month => ('M', "MONTHLY"),
            Self::Year => ('Y', "YEARLY"),
        }
    }

    /// The frequency of RFC 5545: `DAILY` … `YEARLY`.
    ///
    /// ```
    /// # use solieu::{CalendarUnit, Every, RecurrenceRule};
    /// let rule = RecurrenceRule::new(Every::new(1, CalendarUnit::Week).unwrap());
    /// assert_eq!(CalendarUnit::Week.frequency(), "WEEKLY");
    /// assert_eq!(rule.to_string(), "FREQ=WEEKLY");
    /// ```
    #[must_use]
    pub const fn frequency(self) -> &'static str {
        self.names().1
    }

    pub(crate) fn of_frequency(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|unit| unit.2 == name).map(|unit| unit.0)
    }
}

impl Every {
    /// `count` units, or `None` where that is none at all.
    ///
    /// ```
    /// # use solieu::{CalendarUnit, Every};
    /// let fortnight = Every::new(2, CalendarUnit::Week).unwrap();
    /// assert_eq!(fortnight.to_string(), "P2W");
    /// assert_eq!(Every::new(0, CalendarUnit::Week), None);
    /// ```
    #[must_use]
    pub const fn new(count: u16, unit: CalendarUnit) -> Option<Self> {
        match NonZeroU16::new(count) {
            Some(count) => Some(Self { count, unit }),
            None => None,
        }
    }

    /// How many units.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("bầu cử 5 năm một lần").next().unwrap();
    /// let FactValue::Recurrence(election) = fact.value() else { panic!() };
    /// assert_eq!(election.every().count(), 5);
    /// ```
    #[must_use]
    pub const fn count(self) -> u16 {
        self.count.get()
    }

    /// Of which unit.
    ///
    /// ```
    /// # use solieu::{CalendarUnit, Extractor, FactValue};
    /// let fact = Extractor::new().facts("bầu cử 5 năm một lần").next().unwrap();
    /// let FactValue::Recurrence(election) = fact.value() else { panic!() };
    /// assert_eq!(election.every().unit(), CalendarUnit::Year);
    /// ```
    #[must_use]
    pub const fn unit(self) -> CalendarUnit {
        self.unit
    }
}

impl fmt::Display for Every {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "P{}{}", self.count, self.unit.names().0)
    }
}

impl fmt::Debug for Every {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Every {
    type Err = Error;

    /// Reads ISO 8601: `P1D`, `P2W`, `P3M`, `P5Y`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let parts = text.strip_prefix('P').and_then(|rest| {
            let letter = rest.chars().next_back()?;
            let unit = CalendarUnit::ALL.iter().find(|unit| unit.1 == letter)?.0;
            let count = rest.get(..rest.len() - letter.len_utf8())?;
            let digits = count.bytes().all(|byte| byte.is_ascii_digit());
            Self::new(count.parse().ok().filter(|_| digits)?, unit)
        });
        parts.ok_or_else(|| Error::value(text, "an ISO 8601 duration of one part", "it has another shape"))
    }
}
