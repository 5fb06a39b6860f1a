//! Dates as text and as JSON.

use std::fmt;
use std::str::FromStr;

use super::{Calendar, Date};
use crate::Error;
use crate::calendar::{Time, Weekday};

impl Date {
    /// ISO 8601: `2011-03-04`, and `--08-10` without a year (as in its edition of 2000).
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let facts: Vec<_> = Extractor::new().facts("ngày 4/3/2011 và ngày 10/8").collect();
    /// let FactValue::Date(first) = facts[0].value() else { panic!() };
    /// let FactValue::Date(second) = facts[1].value() else { panic!() };
    /// assert_eq!((first.iso8601(), second.iso8601()), ("2011-03-04".to_owned(), "--08-10".to_owned()));
    /// ```
    #[must_use]
    pub fn iso8601(self) -> String {
        match self.year {
            Some(year) => format!("{year:04}-{:02}-{:02}", self.month, self.day),
            None => format!("--{:02}-{:02}", self.month, self.day),
        }
    }
}

/// Writes the ISO date and time, then the weekday and the calendar where there is one:
/// `2019-08-19T17:00 monday`, `--03-10 lunar`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso8601())?;
        if let Some(time) = self.time {
            write!(f, "T{time}")?;
        }
        if let Some(weekday) = self.weekday {
            write!(f, " {}", weekday.name())?;
        }
        f.write_str(match (self.calendar, self.leap_month) {
            (Calendar::Gregorian, _) => "",
            (Calendar::Lunar, false) => " lunar",
            (Calendar::Lunar, true) => " lunar leap",
        })
    }
}

const WHAT: &str = "a date";

impl FromStr for Date {
    type Err = Error;

    /// Reads what it prints.
    fn from_str(text: &str) -> Result<Self, Error> {
        let wrong = |why: &'static str| Error::value(text, WHAT, why);
        let mut words = text.split(' ');
        let point = words.next().unwrap_or_default();
        let (day, time) = point.split_once('T').map_or((point, None), |(day, time)| (day, Some(time)));
        let time: Option<Time> = time.map(str::parse).transpose()?;
        let mut weekday = None;
        let mut calendar = Calendar::Gregorian;
        let mut leap_month = false;
        for word in words {
            match word {
                "lunar" => calendar = Calendar::Lunar,
                "leap" if calendar == Calendar::Lunar => leap_month = true,
                name => weekday = Some(Weekday::named(name).ok_or_else(|| wrong("it holds an unknown word"))?),
            }
        }
        let date = of_iso(day, calendar).ok_or_else(|| wrong("it has another shape, or the calendar no such day"))?;
        Ok(Self { time, weekday, leap_month, ..date })
    }
}

fn of_iso(text: &str, calendar: Calendar) -> Option<Date> {
    let (year, rest) = match text.strip_prefix("--") {
        Some(rest) => (None, rest),
        None => {
            let (year, rest) = text.split_once('-').filter(|(year, _)| year.len() == 4)?;
            (Some(number(year)?), rest)
        }
    };
    let (month, day) = rest.split_once('-').filter(|(month, day)| month.len() == 2 && day.len() == 2)?;
    let (month, day) = (number(month)? as u8, number(day)? as u8);
    match calendar {
        Calendar::Gregorian => Date::new(year, month, day),
        Calendar::Lunar => Date::lunar(year, month, day),
    }
}

fn number(digits: &str) -> Option<u16> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Calendar, Date, Time, WHAT, Weekday, of_iso};
    use crate::Error;

    /// The keys of a date in JSON.
    #[derive(serde::Serialize, serde::Deserialize)]
    struct Wire {
        iso: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        time: Option<Time>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        weekday: Option<Weekday>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        weekday_matches: Option<bool>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        calendar: Option<Calendar>,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        leap_month: bool,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        inherited: bool,
    }

    impl serde::Serialize for Date {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let wire = Wire {
                iso: self.iso8601(),
                time: self.time,
                weekday: self.weekday,
                weekday_matches: self.weekday_matches(),
                calendar: (self.calendar != Calendar::Gregorian).then_some(self.calendar),
                leap_month: self.leap_month,
                inherited: self.inherited,
            };
            wire.serialize(serializer)
        }
    }

    impl<'de> serde::Deserialize<'de> for Date {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let wire = Wire::deserialize(deserializer)?;
            let date = of_iso(&wire.iso, wire.calendar.unwrap_or_default());
            let date =
                date.ok_or_else(|| Error::value(&wire.iso, WHAT, "it has another shape, or the calendar no such day"));
            let date = date.map_err(serde::de::Error::custom)?;
            Ok(Self {
                time: wire.time,
                weekday: wire.weekday,
                leap_month: wire.leap_month,
                inherited: wire.inherited,
                ..date
            })
        }
    }
}
