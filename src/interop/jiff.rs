//! `jiff` 1: days, times, weekdays, dates and periods.

use crate::{Date, Day, Error, Period, Time, Weekday};

impl From<Day> for jiff::civil::Date {
    fn from(day: Day) -> Self {
        // Both calendars are Gregorian without a gap, and jiff's has every year of ours.
        let [year, month, day] = [day.year() as i16, i16::from(day.month()), i16::from(day.day())];
        Self::new(year, month as i8, day as i8).unwrap_or_default()
    }
}

impl TryFrom<jiff::civil::Date> for Day {
    type Error = Error;

    /// The same day; years before 1 are refused.
    fn try_from(date: jiff::civil::Date) -> Result<Self, Error> {
        let day =
            u16::try_from(date.year()).ok().and_then(|year| Self::new(year, date.month() as u8, date.day() as u8));
        day.ok_or_else(|| Error::value(&date.year().to_string(), "a year from 1 to 9999", "it lies before"))
    }
}

impl TryFrom<Time> for jiff::civil::Time {
    type Error = Error;

    /// The same time; 24:00, the end of a day, is none of jiff's.
    fn try_from(time: Time) -> Result<Self, Error> {
        let [hour, minute, second] = [time.hour(), time.minute(), time.second().unwrap_or(0)].map(|part| part as i8);
        Self::new(hour, minute, second, 0)
            .map_err(|_| Error::value(&time.to_string(), "a time before 24:00", "it is the end of the day"))
    }
}

impl From<Weekday> for jiff::civil::Weekday {
    fn from(day: Weekday) -> Self {
        Self::from_monday_zero_offset(day as i8).unwrap_or(Self::Monday)
    }
}

impl TryFrom<Date> for jiff::civil::DateTime {
    type Error = Error;

    /// The day, converted to the solar calendar where it is lunar, at its time or at midnight. 24:00
    /// is midnight of the day after. Refused where the year is unknown or has no such day.
    fn try_from(date: Date) -> Result<Self, Error> {
        let wrong = |why: &'static str| Error::value(&date.to_string(), "a day of a known year", why);
        let day = date.to_day().ok_or_else(|| wrong("the year is not known, or has no such day"))?;
        let ends = date.time().is_some_and(|time| time.hour() == 24);
        let day = if ends { Day::from_epoch(day.since_epoch() + 1) } else { Some(day) };
        let day = jiff::civil::Date::from(day.ok_or_else(|| wrong("it is the last of all"))?);
        let time = date.time().filter(|_| !ends).map(jiff::civil::Time::try_from).transpose()?;
        Ok(day.to_datetime(time.unwrap_or_default()))
    }
}

impl TryFrom<Period> for [jiff::civil::Date; 2] {
    type Error = Error;

    /// The first and the last day. Refused where a year is unknown or the end open.
    fn try_from(period: Period) -> Result<Self, Error> {
        let ends = period.first_day().zip(period.last_day()).map(|(first, last)| [first.into(), last.into()]);
        let why = "a year is not known, or the end is open";
        ends.ok_or_else(|| Error::value(&period.edtf(), "a period from day to day", why))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_there_and_back() {
        for text in ["0001-01-01", "2024-02-29", "2019-08-19", "9999-12-31"] {
            let day: Day = text.parse().unwrap();
            let date = jiff::civil::Date::from(day);
            assert_eq!(date.to_string(), text);
            assert_eq!(Day::try_from(date), Ok(day));
        }
        assert!(Day::try_from(jiff::civil::Date::ZERO).is_err());
    }

    #[test]
    fn dates_take_their_time_along() {
        for (date, expected) in [
            ("2019-08-19T17:00 monday", Some("2019-08-19T17:00:00")),
            ("2021-03-14T24:00", Some("2021-03-15T00:00:00")),
            ("2025-03-10 lunar", Some("2025-04-07T00:00:00")),
            ("--08-10", None),
        ] {
            let date: Date = date.parse().unwrap();
            let found = jiff::civil::DateTime::try_from(date).ok().map(|found| found.to_string());
            assert_eq!(found.as_deref(), expected, "{date}");
        }
        assert!(jiff::civil::Time::try_from(Time::new(24, 0, None).unwrap()).is_err());
        assert_eq!(jiff::civil::Weekday::from(Weekday::Sunday), jiff::civil::Weekday::Sunday);
    }

    #[test]
    fn periods_go_from_day_to_day() {
        let period: Period = "2018-01/2018-09".parse().unwrap();
        let days = <[jiff::civil::Date; 2]>::try_from(period).unwrap();
        assert_eq!(days.map(|day| day.to_string()), ["2018-01-01", "2018-09-30"]);
        assert!(<[jiff::civil::Date; 2]>::try_from("2015/..".parse::<Period>().unwrap()).is_err());
    }
}
