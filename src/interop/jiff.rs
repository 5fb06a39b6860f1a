//! `jiff` 1: days.

use crate::{Day, Error};

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
}
