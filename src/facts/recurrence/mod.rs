//! Something that comes again: `2 lần/tháng`, `hằng quý`, `thứ Hai hằng tuần`, `5 năm một lần`.

mod days;
mod read;

pub(super) use read::read;

use std::fmt;
use std::str::FromStr;

use crate::Error;
use crate::calendar::{CalendarUnit, Every, RecurrenceRule};

/// Something that comes again: after which interval, how often in it, and on which days.
///
/// ```
/// use solieu::{Extractor, FactValue};
///
/// let extractor = Extractor::new();
/// let text = "Tiếp dân 2 lần/tháng; giao ban hàng tháng vào thứ 3 tuần cuối tháng.";
/// let facts: Vec<_> = extractor.facts(text).collect();
/// let FactValue::Recurrence(reception) = facts[0].value() else { panic!() };
/// assert_eq!(reception.times(), Some(2));
/// assert_eq!(reception.every().to_string(), "P1M");
/// let FactValue::Recurrence(meeting) = facts[1].value() else { panic!() };
/// assert_eq!(meeting.rule().unwrap().to_string(), "FREQ=MONTHLY;BYDAY=-1TU");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Recurrence {
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    times: Option<u16>,
    every: Every,
    #[cfg_attr(feature = "serde", serde(rename = "rrule", default, skip_serializing_if = "Option::is_none"))]
    rule: Option<RecurrenceRule>,
}

impl Recurrence {
    /// Comes again after each interval, which a rule can express.
    ///
    /// ```
    /// # use solieu::Recurrence;
    /// let quarterly = Recurrence::every_interval("P3M".parse()?); // hằng quý
    /// assert_eq!(quarterly.to_string(), "FREQ=MONTHLY;INTERVAL=3");
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn every_interval(every: Every) -> Self {
        Self { times: None, every, rule: Some(RecurrenceRule::new(every)) }
    }

    /// So many times in each interval. Only once in it can be a rule: RFC 5545 has no way to say
    /// twice a month without saying on which days.
    ///
    /// ```
    /// # use solieu::Recurrence;
    /// let twice = Recurrence::times_in(2, "P1M".parse()?); // 2 lần/tháng
    /// assert_eq!((twice.to_string().as_str(), twice.rule()), ("2/P1M", None));
    /// let once = Recurrence::times_in(1, "P5Y".parse()?); // 5 năm một lần
    /// assert_eq!(once.rule().unwrap().to_string(), "FREQ=YEARLY;INTERVAL=5");
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn times_in(times: u16, every: Every) -> Self {
        let rule = if times == 1 { Some(RecurrenceRule::new(every)) } else { None };
        Self { times: Some(times), every, rule }
    }

    /// On the days of a rule. Four months of the year that lie three apart come with every quarter.
    ///
    /// ```
    /// # use solieu::Recurrence;
    /// let meeting = Recurrence::on("FREQ=WEEKLY;BYDAY=MO".parse()?); // thứ Hai hằng tuần
    /// assert_eq!(meeting.every().to_string(), "P1W");
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn on(rule: RecurrenceRule) -> Self {
        let every = match Every::new(3, CalendarUnit::Month) {
            Some(quarter) if rule.is_quarterly() => quarter,
            _ => rule.every(),
        };
        Self { times: None, every, rule: Some(rule) }
    }

    /// How often in the interval, where the text says it.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let facts: Vec<_> = Extractor::new().facts("tiếp dân 2 lần/tháng, báo cáo hằng quý").collect();
    /// let FactValue::Recurrence(reception) = facts[0].value() else { panic!() };
    /// let FactValue::Recurrence(report) = facts[1].value() else { panic!() };
    /// assert_eq!((reception.times(), report.times()), (Some(2), None));
    /// ```
    #[must_use]
    pub const fn times(self) -> Option<u16> {
        self.times
    }

    /// The interval: `hằng quý` is every three months.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("báo cáo định kỳ hằng quý").next().unwrap();
    /// let FactValue::Recurrence(report) = fact.value() else { panic!() };
    /// assert_eq!(report.every().to_string(), "P3M");
    /// ```
    #[must_use]
    pub const fn every(self) -> Every {
        self.every
    }

    /// The rule of RFC 5545, where there is one.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("giao ban thứ Hai, thứ Tư hằng tuần").next().unwrap();
    /// let FactValue::Recurrence(meeting) = fact.value() else { panic!() };
    /// assert_eq!(meeting.rule().unwrap().to_string(), "FREQ=WEEKLY;BYDAY=MO,WE");
    /// ```
    #[must_use]
    pub const fn rule(self) -> Option<RecurrenceRule> {
        self.rule
    }

    pub(crate) const fn into_owned(self) -> Self {
        self
    }
}

/// Writes the rule where it says all; else how often in which interval: `2/P1M`, `1/P5Y`.
impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.times, self.rule) {
            (Some(times), _) => write!(f, "{times}/{}", self.every),
            (None, Some(rule)) => write!(f, "{rule}"),
            (None, None) => write!(f, "{}", self.every),
        }
    }
}

impl FromStr for Recurrence {
    type Err = Error;

    /// Reads what it prints.
    fn from_str(text: &str) -> Result<Self, Error> {
        if text.starts_with("FREQ=") {
            return text.parse().map(Self::on);
        }
        let Some((times, every)) = text.split_once('/') else {
            return Ok(Self { times: None, every: text.parse()?, rule: None });
        };
        let times = times.parse().map_err(|_| Error::value(text, "a recurrence", "it does not begin with a number"))?;
        if times == 0 {
            return Err(Error::value(text, "a recurrence", "it never happens"));
        }
        Ok(Self::times_in(times, every.parse()?))
    }
}
