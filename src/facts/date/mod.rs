//! One day: `ngày 4/3/2011`, `Thứ Hai, 19/8/2019`, `17h00 ngày 10/8`, `mùng 1 tháng Giêng`.

mod around;
mod lunar;
mod now;
mod read;
mod text;

pub(super) use lunar::lunar_behind;
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
///
/// ```
/// use solieu::{Calendar, Extractor, FactValue};
///
/// let fact = Extractor::new().facts("Giỗ Tổ mùng 10 tháng 3 âm lịch").next().unwrap();
/// let FactValue::Date(date) = fact.value() else { panic!() };
/// assert_eq!(date.calendar(), Calendar::Lunar);
/// ```
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
    ///
    /// ```
    /// # use solieu::Date;
    /// assert_eq!(Date::new(Some(2011), 3, 4).unwrap().to_string(), "2011-03-04");
    /// assert_eq!(Date::new(None, 2, 29).unwrap().to_string(), "--02-29");
    /// assert_eq!(Date::new(Some(2019), 2, 29), None);
    /// ```
    #[must_use]
    pub fn new(year: Option<u16>, month: u8, day: u8) -> Option<Self> {
        Partial::day_of(year, month, day)?;
        Some(Self::unchecked(year, month, day, Calendar::Gregorian))
    }

    /// A day of the lunar calendar, whose months have up to 30 days.
    ///
    /// ```
    /// # use solieu::Date;
    /// assert_eq!(Date::lunar(None, 1, 15).unwrap().to_string(), "--01-15 lunar"); // rằm tháng Giêng
    /// assert_eq!(Date::lunar(None, 1, 31), None);
    /// ```
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
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let facts: Vec<_> = Extractor::new().facts("nhận đơn ngày 4/3/2011, trả lời ngày 10/8").collect();
    /// let FactValue::Date(first) = facts[0].value() else { panic!() };
    /// let FactValue::Date(second) = facts[1].value() else { panic!() };
    /// assert_eq!((first.year(), second.year()), (Some(2011), None));
    /// ```
    #[must_use]
    pub const fn year(self) -> Option<u16> {
        self.year
    }

    /// The month, 1 to 12.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("mùng 1 tháng Chạp").next().unwrap();
    /// let FactValue::Date(date) = fact.value() else { panic!() };
    /// assert_eq!(date.month(), 12);
    /// ```
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("rằm tháng Bảy").next().unwrap();
    /// let FactValue::Date(date) = fact.value() else { panic!() };
    /// assert_eq!(date.day(), 15);
    /// ```
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The time of the day: `17h00 ngày 10/8`.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("khai mạc lúc 17h00 ngày 10/8").next().unwrap();
    /// let FactValue::Date(opening) = fact.value() else { panic!() };
    /// assert_eq!(opening.time().unwrap().to_string(), "17:00");
    /// ```
    #[must_use]
    pub const fn time(self) -> Option<Time> {
        self.time
    }

    /// The weekday that the text gives.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue, Weekday};
    /// let fact = Extractor::new().facts("Thứ Hai, 19/8/2019").next().unwrap();
    /// let FactValue::Date(date) = fact.value() else { panic!() };
    /// assert_eq!(date.weekday(), Some(Weekday::Monday));
    /// ```
    #[must_use]
    pub const fn weekday(self) -> Option<Weekday> {
        self.weekday
    }

    /// Whether the day falls on the weekday that the text gives, where it gives one and the year.
    ///
    /// ```
    /// # use solieu::{Date, Weekday};
    /// let date = Date::new(Some(2019), 8, 19).unwrap();
    /// assert_eq!(date.on(Weekday::Monday).weekday_matches(), Some(true));
    /// assert_eq!(date.on(Weekday::Friday).weekday_matches(), Some(false));
    /// assert_eq!(date.weekday_matches(), None);
    /// ```
    #[must_use]
    pub fn weekday_matches(self) -> Option<bool> {
        Some(self.to_day()?.weekday() == self.weekday?)
    }

    /// The calendar in which it is told.
    ///
    /// ```
    /// # use solieu::{Calendar, Extractor, FactValue};
    /// let facts: Vec<_> = Extractor::new().facts("ngày 10/3, tức mùng 1 tháng Hai").collect();
    /// let FactValue::Date(solar) = facts[0].value() else { panic!() };
    /// let FactValue::Date(lunar) = facts[1].value() else { panic!() };
    /// assert_eq!((solar.calendar(), lunar.calendar()), (Calendar::Gregorian, Calendar::Lunar));
    /// ```
    #[must_use]
    pub const fn calendar(self) -> Calendar {
        self.calendar
    }

    /// Whether a lunar month is a leap month: `tháng 2 nhuận`.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("mùng 1 tháng Hai nhuận").next().unwrap();
    /// let FactValue::Date(date) = fact.value() else { panic!() };
    /// assert!(date.is_in_leap_month());
    /// assert_eq!(date.in_year(2023).to_day().unwrap().to_string(), "2023-03-22");
    /// ```
    #[must_use]
    pub const fn is_in_leap_month(self) -> bool {
        self.leap_month
    }

    /// Whether the year does not stand in the fact's own words: it comes from the caller's reference
    /// date, or from a fact before it ([`ExtractorBuilder::inherit_years`](crate::ExtractorBuilder::inherit_years)).
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let extractor = Extractor::builder().reference_date("2024-08-31".parse()?).build();
    /// let fact = extractor.facts("hôm qua tiếp 15 lượt").next().unwrap();
    /// let FactValue::Date(date) = fact.value() else { panic!() };
    /// assert_eq!((date.to_string().as_str(), date.is_inherited()), ("2024-08-30", true));
    /// # Ok::<(), solieu::Error>(())
    /// ```
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
    ///
    /// ```
    /// # use solieu::Date;
    /// let date = Date::new(None, 2, 29).unwrap();
    /// assert_eq!(date.in_year(2024).to_day().unwrap().to_string(), "2024-02-29");
    /// assert_eq!(date.in_year(2019).to_day(), None);
    /// ```
    #[must_use]
    pub fn in_year(self, year: u16) -> Self {
        Self { year: self.year.or(Some(year)), ..self }
    }

    /// With a time of the day.
    ///
    /// ```
    /// # use solieu::{Date, Time};
    /// let date = Date::new(None, 8, 10).unwrap().at(Time::new(17, 0, None).unwrap());
    /// assert_eq!(date.to_string(), "--08-10T17:00");
    /// ```
    #[must_use]
    pub const fn at(self, time: Time) -> Self {
        Self { time: Some(time), ..self }
    }

    /// With the weekday that a text gives.
    ///
    /// ```
    /// # use solieu::{Date, Weekday};
    /// let date = Date::new(Some(2019), 8, 19).unwrap().on(Weekday::Monday);
    /// assert_eq!(date.to_string(), "2019-08-19 monday");
    /// ```
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
    ///
    /// ```
    /// # use solieu::Date;
    /// let edtf = |text: &str| text.parse::<Date>().unwrap().edtf();
    /// assert_eq!((edtf("2011-03-04"), edtf("--08-10")), ("2011-03-04".to_owned(), "XXXX-08-10".to_owned()));
    /// ```
    #[must_use]
    pub fn edtf(self) -> String {
        match self.year {
            Some(year) => format!("{year:04}-{:02}-{:02}", self.month, self.day),
            None => format!("XXXX-{:02}-{:02}", self.month, self.day),
        }
    }

    /// The value of a TIMEX3 element: `2019-08-19T17:00`, `XXXX-08-10`; none for a lunar day whose
    /// solar day is unknown.
    ///
    /// ```
    /// # use solieu::Date;
    /// let timex3 = |text: &str| text.parse::<Date>().unwrap().timex3();
    /// assert_eq!(timex3("--08-10T17:00").as_deref(), Some("XXXX-08-10T17:00"));
    /// assert_eq!(timex3("2024-03-10 lunar").as_deref(), Some("2024-04-18"));
    /// assert_eq!(timex3("--03-10 lunar"), None);
    /// ```
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
