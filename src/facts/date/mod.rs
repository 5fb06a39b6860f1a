//! One day: `ngày 4/3/2011`, `Thứ Hai, 19/8/2019`, `17h00 ngày 10/8`, `mùng 1 tháng Giêng`.

mod around;
mod lunar;
mod now;
mod read;
mod text;

pub(super) use read::{read, weekday_name};

use crate::calendar::{Day, LunarDay, Partial, Time, Weekday};

/// One day, as far as the text names it: the year may be missing.
///
/// ```
/// use solieu::{Extractor, FactValue, Weekday};
///
/// let extractor = Extractor::new();
/// let fact = extractor.facts("Họp lúc 8h30 thứ Sáu, ngày 20/8/2019.").next().unwrap();
/// let FactValue::Date(date) = fact.value() else { panic!() };
/// assert_eq!(date.to_day().unwrap().to_string(), "2019-08-20");
/// assert_eq!(date.time().unwrap().to_string(), "08:30");
/// assert_eq!(date.weekday(), Some(Weekday::Friday));
/// assert_eq!(date.weekday_matches(), Some(false)); // it was a Tuesday
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Date {
    year: Option<u16>,
    month: u8,
    day: u8,
    time: Option<Time>,
    weekday: Option<Weekday>,
    calendar: Calendar,
    leap_month: bool,
    inherited: bool,
}

/// The calendar in which a date is told.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Calendar {
    /// The solar calendar (`dương lịch`)
    #[default]
    Gregorian,
    /// `âm lịch`
    Lunar,
}

impl Date {
    /// A day of the solar calendar; without a year, a day of any year that has it.
    #[must_use]
    pub fn new(year: Option<u16>, month: u8, day: u8) -> Option<Self> {
        Partial::day_of(year, month, day)?;
        Some(Self::unchecked(year, month, day, Calendar::Gregorian))
    }

    /// A day of the lunar calendar, whose months have up to 30 days.
    #[must_use]
    pub fn lunar(year: Option<u16>, month: u8, day: u8) -> Option<Self> {
        let fits =
            (1..=12).contains(&month) && (1..=30).contains(&day) && year.is_none_or(|year| (1..=9999).contains(&year));
        fits.then(|| Self::unchecked(year, month, day, Calendar::Lunar))
    }

    const fn unchecked(year: Option<u16>, month: u8, day: u8, calendar: Calendar) -> Self {
        Self { year, month, day, time: None, weekday: None, calendar, leap_month: false, inherited: false }
    }

    /// The year, if the text gives it.
    #[must_use]
    pub const fn year(self) -> Option<u16> {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The time of the day: `17h00 ngày 10/8`.
    #[must_use]
    pub const fn time(self) -> Option<Time> {
        self.time
    }

    /// The weekday that the text gives.
    #[must_use]
    pub const fn weekday(self) -> Option<Weekday> {
        self.weekday
    }

    /// Whether the day falls on the weekday that the text gives, where it gives one and the year.
    #[must_use]
    pub fn weekday_matches(self) -> Option<bool> {
        Some(self.to_day()?.weekday() == self.weekday?)
    }

    /// The calendar in which it is told.
    #[must_use]
    pub const fn calendar(self) -> Calendar {
        self.calendar
    }

    /// Whether a lunar month is a leap month: `tháng 2 nhuận`.
    #[must_use]
    pub const fn is_in_leap_month(self) -> bool {
        self.leap_month
    }

    /// Whether the year does not stand in the fact's own words: it comes from the caller's reference
    /// date, or from a fact before it ([`ExtractorBuilder::inherit_years`](crate::ExtractorBuilder::inherit_years)).
    #[must_use]
    pub const fn is_inherited(self) -> bool {
        self.inherited
    }

    /// The day of the solar calendar, where the year is known. A lunar day is converted as
    /// [`LunarDay`] says.
    ///
    /// ```
    /// use solieu::Date;
    ///
    /// let giỗ_tổ = Date::lunar(None, 3, 10).unwrap();
    /// assert_eq!(giỗ_tổ.to_day(), None);
    /// assert_eq!(giỗ_tổ.in_year(2024).to_day().unwrap().to_string(), "2024-04-18");
    /// ```
    #[must_use]
    pub fn to_day(self) -> Option<Day> {
        if self.calendar == Calendar::Gregorian {
            return Day::new(self.year?, self.month, self.day);
        }
        let day = LunarDay::new(self.year?, self.month, self.day)?;
        if self.leap_month { day.in_leap_month().to_day() } else { day.to_day() }
    }

    /// The same in a given year, where the year is unknown. Not every year has it.
    #[must_use]
    pub fn in_year(self, year: u16) -> Self {
        Self { year: self.year.or(Some(year)), ..self }
    }

    /// With a time of the day.
    #[must_use]
    pub const fn at(self, time: Time) -> Self {
        Self { time: Some(time), ..self }
    }

    /// With the weekday that a text gives.
    #[must_use]
    pub const fn on(self, weekday: Weekday) -> Self {
        Self { weekday: Some(weekday), ..self }
    }

    /// Whether that year has such a solar day.
    pub(crate) fn fits(self, year: u16) -> bool {
        self.calendar == Calendar::Gregorian && self.in_year(year).to_day().is_some()
    }

    pub(crate) const fn inherit_year(self, year: u16) -> Self {
        Self { year: Some(year), inherited: true, ..self }
    }

    const fn in_leap_month(self) -> Self {
        Self { leap_month: true, ..self }
    }

    /// The point of the calendar in EDTF, with `XXXX` for a year that is unknown.
    #[must_use]
    pub fn edtf(self) -> String {
        match self.year {
            Some(year) => format!("{year:04}-{:02}-{:02}", self.month, self.day),
            None => format!("XXXX-{:02}-{:02}", self.month, self.day),
        }
    }

    /// The value of a TIMEX3 element: `2019-08-19T17:00`, `XXXX-08-10`; none for a lunar day whose
    /// solar day is unknown.
    #[must_use]
    pub fn timex3(self) -> Option<String> {
        let day = match self.calendar {
            Calendar::Gregorian => self.edtf(),
            Calendar::Lunar => self.to_day()?.to_string(),
        };
        Some(self.time.map_or(day.clone(), |time| format!("{day}T{time}")))
    }

    pub(crate) const fn into_owned(self) -> Self {
        self
    }
}
