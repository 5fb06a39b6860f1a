//! Recurrence rules of RFC 5545, as far as reports state them.

use std::fmt;
use std::str::FromStr;

use super::{CalendarUnit, Every, Weekday};
use crate::Error;

/// A recurrence rule: `FREQ=MONTHLY;BYDAY=-1TU`.
///
/// ```
/// use solieu::RecurrenceRule;
///
/// let rule: RecurrenceRule = "FREQ=MONTHLY;BYMONTHDAY=5,20".parse()?;
/// assert_eq!(rule.month_days().collect::<Vec<_>>(), [5, 20]);
/// assert_eq!(rule.every().to_string(), "P1M");
/// assert_eq!(rule.to_string(), "FREQ=MONTHLY;BYMONTHDAY=5,20");
/// # Ok::<(), solieu::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct RecurrenceRule {
    every: Every,
    /// Bit *n* for month *n*.
    months: u16,
    /// Bit *n* for day *n* of the month; bit 0 for the last.
    month_days: u32,
    /// Bit *n* for weekday *n*, from Monday.
    weekdays: u8,
    /// Which of the weekdays within the month: 1 the first, -1 the last, 0 each.
    nth: i8,
}

impl RecurrenceRule {
    /// Comes again after each interval.
    ///
    /// ```
    /// # use solieu::RecurrenceRule;
    /// let rule = RecurrenceRule::new("P3M".parse()?); // hằng quý
    /// assert_eq!(rule.to_string(), "FREQ=MONTHLY;INTERVAL=3");
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn new(every: Every) -> Self {
        Self { every, months: 0, month_days: 0, weekdays: 0, nth: 0 }
    }

    /// The interval.
    ///
    /// ```
    /// # use solieu::RecurrenceRule;
    /// let rule: RecurrenceRule = "FREQ=YEARLY;INTERVAL=5".parse()?;
    /// assert_eq!(rule.every().to_string(), "P5Y");
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn every(self) -> Every {
        self.every
    }

    /// The months of the year.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("báo cáo trước ngày 30/6 hằng năm").next().unwrap();
    /// let FactValue::Recurrence(report) = fact.value() else { panic!() };
    /// assert_eq!(report.rule().unwrap().months().collect::<Vec<_>>(), [6]);
    /// ```
    pub fn months(self) -> impl Iterator<Item = u8> {
        (1..=12).filter(move |&month| self.months >> month & 1 == 1)
    }

    /// The days of the month; -1 is the last.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("tiếp công dân vào ngày 5 và ngày 20 hằng tháng").next().unwrap();
    /// let FactValue::Recurrence(reception) = fact.value() else { panic!() };
    /// assert_eq!(reception.rule().unwrap().month_days().collect::<Vec<_>>(), [5, 20]);
    /// ```
    pub fn month_days(self) -> impl Iterator<Item = i8> {
        let last = (self.month_days & 1 == 1).then_some(-1);
        (1..=31).filter(move |&day| self.month_days >> day & 1 == 1).chain(last)
    }

    /// The weekdays.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue, Weekday};
    /// let fact = Extractor::new().facts("giao ban thứ Hai, thứ Tư hằng tuần").next().unwrap();
    /// let FactValue::Recurrence(meeting) = fact.value() else { panic!() };
    /// assert_eq!(meeting.rule().unwrap().weekdays().collect::<Vec<_>>(), [Weekday::Monday, Weekday::Wednesday]);
    /// ```
    pub fn weekdays(self) -> impl Iterator<Item = Weekday> {
        Weekday::ALL.into_iter().filter(move |&day| self.weekdays >> day as u8 & 1 == 1)
    }

    /// Which of these weekdays within the month: 1 is the first, -1 the last; `None` is each.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("họp vào thứ Ba tuần cuối hằng tháng").next().unwrap();
    /// let FactValue::Recurrence(meeting) = fact.value() else { panic!() };
    /// assert_eq!(meeting.rule().unwrap().nth(), Some(-1));
    /// ```
    #[must_use]
    pub const fn nth(self) -> Option<i8> {
        if self.nth == 0 { None } else { Some(self.nth) }
    }

    /// Whether it is on the same days of one month of each quarter.
    pub(crate) const fn is_quarterly(self) -> bool {
        const FIRST: u16 = 1 << 1 | 1 << 4 | 1 << 7 | 1 << 10;
        let yearly = matches!(self.every.unit(), CalendarUnit::Year) && self.every.count() == 1;
        yearly && (self.months == FIRST || self.months == FIRST << 1 || self.months == FIRST << 2)
    }

    /// Also in this month, 1 to 12.
    ///
    /// ```
    /// # use solieu::RecurrenceRule;
    /// let rule: RecurrenceRule = "FREQ=YEARLY;BYMONTH=6".parse()?;
    /// assert_eq!(rule.with_month(12).to_string(), "FREQ=YEARLY;BYMONTH=6,12");
    /// assert_eq!(rule.with_month(13), rule);
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn with_month(self, month: u8) -> Self {
        if month == 0 || month > 12 { self } else { Self { months: self.months | 1 << month, ..self } }
    }

    /// Also on this day of the month; -1 is the last.
    ///
    /// ```
    /// # use solieu::RecurrenceRule;
    /// let rule = RecurrenceRule::new("P1M".parse()?);
    /// assert_eq!(rule.with_month_day(25).to_string(), "FREQ=MONTHLY;BYMONTHDAY=25");
    /// assert_eq!(rule.with_month_day(-1).to_string(), "FREQ=MONTHLY;BYMONTHDAY=-1");
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn with_month_day(self, day: i8) -> Self {
        match day {
            -1 => Self { month_days: self.month_days | 1, ..self },
            1..=31 => Self { month_days: self.month_days | 1 << day, ..self },
            _ => self,
        }
    }

    /// Also on this weekday.
    ///
    /// ```
    /// # use solieu::{RecurrenceRule, Weekday};
    /// let rule = RecurrenceRule::new("P1W".parse()?).with_weekday(Weekday::Monday).with_weekday(Weekday::Friday);
    /// assert_eq!(rule.to_string(), "FREQ=WEEKLY;BYDAY=MO,FR");
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn with_weekday(self, day: Weekday) -> Self {
        Self { weekdays: self.weekdays | 1 << day as u8, ..self }
    }

    /// Only the `nth` of the weekdays within the month; -1 is the last.
    ///
    /// ```
    /// # use solieu::{RecurrenceRule, Weekday};
    /// let rule = RecurrenceRule::new("P1M".parse()?).with_weekday(Weekday::Tuesday);
    /// assert_eq!(rule.with_nth(1).to_string(), "FREQ=MONTHLY;BYDAY=1TU"); // thứ Ba đầu tiên của tháng
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn with_nth(self, nth: i8) -> Self {
        Self { nth, ..self }
    }

    fn set(self, key: &str, value: &str) -> Option<Self> {
        match key {
            "BYMONTH" => value.split(',').try_fold(self, |rule, month| {
                let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
                Some(rule.with_month(month))
            }),
            "BYMONTHDAY" => value.split(',').try_fold(self, |rule, day| {
                let day = day.parse().ok().filter(|day| matches!(day, -1 | 1..=31))?;
                Some(rule.with_month_day(day))
            }),
            "BYDAY" => value.split(',').try_fold(self, |rule, day| {
                let (nth, code) = day.split_at_checked(day.len().checked_sub(2)?)?;
                let day = Weekday::ALL.into_iter().find(|day| day.code() == code)?;
                let nth = if nth.is_empty() { 0 } else { nth.parse().ok().filter(|&nth| nth != 0)? };
                let fits = rule.weekdays == 0 || rule.nth == nth;
                fits.then(|| rule.with_weekday(day).with_nth(nth))
            }),
            _ => None,
        }
    }
}

/// Writes `;KEY=a,b,c`, or nothing where the list is empty.
fn list<T: fmt::Display>(f: &mut fmt::Formatter<'_>, key: &str, items: impl Iterator<Item = T>) -> fmt::Result {
    for (at, item) in items.enumerate() {
        match at {
            0 => write!(f, ";{key}={item}")?,
            _ => write!(f, ",{item}")?,
        }
    }
    Ok(())
}

impl fmt::Display for RecurrenceRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FREQ={}", self.every.unit().frequency())?;
        if self.every.count() > 1 {
            write!(f, ";INTERVAL={}", self.every.count())?;
        }
        list(f, "BYMONTH", self.months())?;
        list(f, "BYMONTHDAY", self.month_days())?;
        let nth = self.nth().map_or_else(String::new, |nth| nth.to_string());
        list(f, "BYDAY", self.weekdays().map(|day| format!("{nth}{}", day.code())))
    }
}

impl fmt::Debug for RecurrenceRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for RecurrenceRule {
    type Err = Error;

    /// Reads the parts that it prints: `FREQ`, `INTERVAL`, `BYMONTH`, `BYMONTHDAY`, `BYDAY`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let wrong = || Error::value(text, "a recurrence rule (RFC 5545)", "it has a part that is not known here");
        let mut unit = None;
        let mut interval = 1;
        let mut others = Vec::new();
        for part in text.split(';') {
            match part.split_once('=').ok_or_else(wrong)? {
                ("FREQ", name) => unit = CalendarUnit::of_frequency(name),
                ("INTERVAL", count) => interval = count.parse().map_err(|_| wrong())?,
                other => others.push(other),
            }
        }
        let every = unit.and_then(|unit| Every::new(interval, unit)).ok_or_else(wrong)?;
        let rule = others.into_iter().try_fold(Self::new(every), |rule, (key, value)| rule.set(key, value));
        rule.ok_or_else(wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_what_it_parses() {
        for text in [
            "FREQ=DAILY",
            "FREQ=MONTHLY;INTERVAL=3",
            "FREQ=MONTHLY;BYDAY=-1TU",
            "FREQ=WEEKLY;BYDAY=MO,WE,FR",
            "FREQ=MONTHLY;BYMONTHDAY=5,20,-1",
            "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30",
        ] {
            assert_eq!(text.parse::<RecurrenceRule>().unwrap().to_string(), text);
        }
        for text in
            ["", "FREQ=HOURLY", "BYDAY=MO", "FREQ=MONTHLY;BYDAY=0TU", "FREQ=MONTHLY;COUNT=3", "FREQ=DAILY;INTERVAL=0"]
        {
            assert!(text.parse::<RecurrenceRule>().is_err(), "{text}");
        }
    }
}
