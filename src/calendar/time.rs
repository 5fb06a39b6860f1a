//! The time of a day.

use std::fmt;
use std::str::FromStr;

use crate::Error;

/// A time of the day, from 00:00 to 24:00, to the minute or the second.
///
/// ```
/// use solieu::Time;
///
/// let time: Time = "17:05".parse()?;
/// assert_eq!((time.hour(), time.minute(), time.second()), (17, 5, None));
/// assert_eq!(Time::new(24, 0, None).unwrap().to_string(), "24:00");
/// assert!(Time::new(24, 30, None).is_none());
/// # Ok::<(), solieu::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    hour: u8,
    minute: u8,
    second: Option<u8>,
}

impl Time {
    /// The time, or `None` where the day has none such. 24:00 is the end of the day.
    ///
    /// ```
    /// # use solieu::Time;
    /// assert_eq!(Time::new(7, 30, None).unwrap().to_string(), "07:30");
    /// assert_eq!(Time::new(17, 60, None), None);
    /// ```
    #[must_use]
    pub const fn new(hour: u8, minute: u8, second: Option<u8>) -> Option<Self> {
        let seconds = match second {
            Some(second) => second,
            None => 0,
        };
        if hour > 24 || minute > 59 || seconds > 59 || hour == 24 && (minute > 0 || seconds > 0) {
            return None;
        }
        Some(Self { hour, minute, second })
    }

    /// The hour, 0 to 24.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("khai mạc lúc 17h30 ngày 10/8").next().unwrap();
    /// let FactValue::Date(opening) = fact.value() else { panic!() };
    /// assert_eq!(opening.time().unwrap().hour(), 17);
    /// ```
    #[must_use]
    pub const fn hour(self) -> u8 {
        self.hour
    }

    /// The minute.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("khai mạc lúc 17h30 ngày 10/8").next().unwrap();
    /// let FactValue::Date(opening) = fact.value() else { panic!() };
    /// assert_eq!(opening.time().unwrap().minute(), 30);
    /// ```
    #[must_use]
    pub const fn minute(self) -> u8 {
        self.minute
    }

    /// The second, where the text gives it.
    ///
    /// ```
    /// # use solieu::Time;
    /// let second = |text: &str| text.parse::<Time>().unwrap().second();
    /// assert_eq!((second("17:05:09"), second("17:05")), (Some(9), None));
    /// ```
    #[must_use]
    pub const fn second(self) -> Option<u8> {
        self.second
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)?;
        self.second.map_or(Ok(()), |second| write!(f, ":{second:02}"))
    }
}

impl fmt::Debug for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Time {
    type Err = Error;

    /// Reads ISO 8601: `17:00`, `17:00:05`.
    fn from_str(text: &str) -> Result<Self, Error> {
        const WHAT: &str = "a time in ISO 8601 (hh:mm or hh:mm:ss)";
        let shaped = matches!(text.len(), 5 | 8)
            && text
                .bytes()
                .enumerate()
                .all(|(at, byte)| if matches!(at, 2 | 5) { byte == b':' } else { byte.is_ascii_digit() });
        let part = |at: usize| text.get(at..at + 2).and_then(|part| part.parse().ok());
        let (true, Some(hour), Some(minute)) = (shaped, part(0), part(3)) else {
            return Err(Error::value(text, WHAT, "it has another shape"));
        };
        Self::new(hour, minute, part(6)).ok_or_else(|| Error::value(text, WHAT, "the day has no such time"))
    }
}
