//! A stretch of the calendar: `9 tháng năm 2018`, `giai đoạn 2016 - 2020`, `quý I/2025`.

mod ends;
mod head;
mod months;
mod now;
mod range;
mod read;
mod text;

pub(super) use read::read;

use crate::calendar::{Day, Grain, Partial};
use crate::facts::date::Calendar;

/// A stretch of the calendar, from the beginning of one point to the end of another.
///
/// ```
/// use solieu::{Extractor, FactValue, PeriodLabel};
///
/// let extractor = Extractor::new();
/// let fact = extractor.facts("Trong 9 tháng năm 2018, thu ngân sách tăng.").next().unwrap();
/// let FactValue::Period(period) = fact.value() else { panic!() };
/// assert_eq!(period.edtf(), "2018-01/2018-09");
/// assert_eq!(period.label(), Some(PeriodLabel::Months));
/// assert_eq!(period.last_day().unwrap().to_string(), "2018-09-30");
/// assert_eq!(period.sdmx().unwrap(), "2018-01-01/P9M");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Period {
    start: Partial,
    end: End,
    label: Option<PeriodLabel>,
    calendar: Calendar,
    inherited: bool,
}

/// Where a period ends.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum End {
    /// With the point with which it starts.
    Same,
    At(Partial),
    /// `đến nay`
    Open,
}

/// How a text names a period.
///
/// ```
/// use solieu::{Extractor, FactValue, PeriodLabel};
///
/// let facts: Vec<_> = Extractor::new().facts("giai đoạn 2016 - 2020, nhiệm kỳ 2016 - 2020").collect();
/// let FactValue::Period(stage) = facts[0].value() else { panic!() };
/// let FactValue::Period(term) = facts[1].value() else { panic!() };
/// assert_eq!(stage.edtf(), term.edtf());
/// assert_eq!((stage.label(), term.label()), (Some(PeriodLabel::Stage), Some(PeriodLabel::Term)));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum PeriodLabel {
    /// `quý I/2025`
    Quarter,
    /// `6 tháng đầu năm`, `nửa cuối năm`
    Half,
    /// `9 tháng năm 2018`
    Months,
    /// `giai đoạn 2016 - 2020`
    Stage,
    /// `nhiệm kỳ 2020 - 2025`
    Term,
    /// `năm học 2023 - 2024`
    SchoolYear,
    /// `năm 2018`
    Year,
    /// `tháng 7/2019`
    Month,
    /// `tuần này`
    Week,
    /// `từ ngày 1/8/2018 đến 31/7/2019`
    Range,
    /// `thập niên 1990`
    Decade,
    /// `vụ Đông Xuân 2013 - 2014`
    Season,
}

impl Period {
    /// A single point, such as a year or a month.
    ///
    /// ```
    /// # use solieu::Period;
    /// let february = Period::of("2020-02".parse()?);
    /// assert_eq!(february.last_day().unwrap().to_string(), "2020-02-29");
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn of(point: Partial) -> Self {
        Self { start: point, end: End::Same, label: None, calendar: Calendar::Gregorian, inherited: false }
    }

    /// From the beginning of one point to the end of another; `None` where it would end before it
    /// begins.
    ///
    /// ```
    /// # use solieu::{Partial, Period};
    /// let (first, last): (Partial, Partial) = ("2016".parse()?, "2020".parse()?);
    /// assert_eq!(Period::between(first, last).unwrap().to_string(), "2016/2020");
    /// assert_eq!(Period::between(last, first), None);
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub fn between(start: Partial, end: Partial) -> Option<Self> {
        let runs = match (start.year(), end.year()) {
            (Some(_), Some(_)) => start.first_day() <= end.last_day(),
            (None, Some(_)) => false,
            _ => true,
        };
        runs.then_some(Self { end: End::At(end), ..Self::of(start) })
    }

    /// From the beginning of a point, with no end given: `từ năm 2015 đến nay`.
    ///
    /// ```
    /// # use solieu::Period;
    /// let since = Period::since("2015".parse()?);
    /// assert_eq!((since.to_string().as_str(), since.end()), ("2015/..", None));
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn since(start: Partial) -> Self {
        Self { end: End::Open, ..Self::of(start) }
    }

    pub(crate) const fn labelled(self, label: PeriodLabel) -> Self {
        Self { label: Some(label), ..self }
    }

    const fn in_lunar_calendar(self) -> Self {
        Self { calendar: Calendar::Lunar, ..self }
    }

    pub(crate) fn inherit_year(self, year: u16) -> Self {
        let end = match self.end {
            End::At(end) => End::At(end.in_year(year)),
            other => other,
        };
        Self { start: self.start.in_year(year), end, inherited: true, ..self }
    }

    /// The point with which it begins.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("quý III/2024").next().unwrap();
    /// let FactValue::Period(quarter) = fact.value() else { panic!() };
    /// assert_eq!(quarter.start().to_string(), "2024-07");
    /// ```
    #[must_use]
    pub const fn start(self) -> Partial {
        self.start
    }

    /// The point with which it ends; `None` where its end is open. A single point ends with itself.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let facts: Vec<_> = Extractor::new().facts("6 tháng đầu năm 2024; từ năm 2015 đến nay").collect();
    /// let FactValue::Period(half) = facts[0].value() else { panic!() };
    /// let FactValue::Period(open) = facts[1].value() else { panic!() };
    /// assert_eq!((half.end(), open.end()), (Some("2024-06".parse()?), None));
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn end(self) -> Option<Partial> {
        match self.end {
            End::Same => Some(self.start),
            End::At(end) => Some(end),
            End::Open => None,
        }
    }

    /// How the text names it.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue, PeriodLabel};
    /// let fact = Extractor::new().facts("năm học 2023 - 2024").next().unwrap();
    /// let FactValue::Period(period) = fact.value() else { panic!() };
    /// assert_eq!(period.label(), Some(PeriodLabel::SchoolYear));
    /// ```
    #[must_use]
    pub const fn label(self) -> Option<PeriodLabel> {
        self.label
    }

    /// The calendar in which it is told: `tháng Giêng` is lunar.
    ///
    /// ```
    /// # use solieu::{Calendar, Extractor, FactValue};
    /// let fact = Extractor::new().facts("lễ hội trong tháng Giêng").next().unwrap();
    /// let FactValue::Period(month) = fact.value() else { panic!() };
    /// assert_eq!(month.calendar(), Calendar::Lunar);
    /// ```
    #[must_use]
    pub const fn calendar(self) -> Calendar {
        self.calendar
    }

    /// Whether the year does not stand in the fact's own words: it comes from the caller's reference
    /// date, or from a fact before it ([`ExtractorBuilder::inherit_years`](crate::ExtractorBuilder::inherit_years)).
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let extractor = Extractor::builder().reference_date("2024-08-31".parse()?).build();
    /// let fact = extractor.facts("tháng trước thu 5 tỷ đồng").next().unwrap();
    /// let FactValue::Period(month) = fact.value() else { panic!() };
    /// assert_eq!((month.to_string().as_str(), month.is_inherited()), ("2024-07", true));
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn is_inherited(self) -> bool {
        self.inherited
    }

    /// The first day, where its year is known.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("quý III/2024").next().unwrap();
    /// let FactValue::Period(quarter) = fact.value() else { panic!() };
    /// assert_eq!(quarter.first_day().unwrap().to_string(), "2024-07-01");
    /// ```
    #[must_use]
    pub fn first_day(self) -> Option<Day> {
        (self.calendar == Calendar::Gregorian).then(|| self.start.first_day())?
    }

    /// The last day, where it has an end and its year is known.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let facts: Vec<_> = Extractor::new().facts("giai đoạn 2016 - 2020; 6 tháng đầu năm").collect();
    /// let FactValue::Period(stage) = facts[0].value() else { panic!() };
    /// let FactValue::Period(half) = facts[1].value() else { panic!() };
    /// assert_eq!(stage.last_day().unwrap().to_string(), "2020-12-31");
    /// assert_eq!(half.last_day(), None); // of which year?
    /// ```
    #[must_use]
    pub fn last_day(self) -> Option<Day> {
        (self.calendar == Calendar::Gregorian).then(|| self.end()?.last_day())?
    }

    /// The period in the Extended Date/Time Format of ISO 8601-2: `2018`, `2018-01/2018-09`,
    /// `XXXX-01/XXXX-06`, `2015/..`.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("6 tháng đầu năm").next().unwrap();
    /// let FactValue::Period(half) = fact.value() else { panic!() };
    /// assert_eq!(half.edtf(), "XXXX-01/XXXX-06");
    /// ```
    #[must_use]
    pub fn edtf(self) -> String {
        self.to_string()
    }

    /// The months it spans within one year, if it spans whole months of one year that is known.
    fn months(self) -> Option<(u16, u8, u8)> {
        let end = self.end()?;
        let year =
            self.start.year().filter(|_| self.start.year() == end.year() && self.calendar == Calendar::Gregorian)?;
        match (self.start.grain(), end.grain()) {
            (Grain::Year, Grain::Year) => Some((year, 1, 12)),
            (Grain::Month, Grain::Month) => Some((year, self.start.month()?, end.month()?)),
            _ => None,
        }
    }

    /// The time period in SDMX: `2024`, `2024-S1`, `2024-Q1`, `2024-01`, and other stretches by
    /// their first day and length, `2018-01-01/P9M`. None without a year or an end.
    ///
    /// ```
    /// # use solieu::Period;
    /// let sdmx = |text: &str| text.parse::<Period>().unwrap().sdmx();
    /// assert_eq!(sdmx("2024-07/2024-09").as_deref(), Some("2024-Q3"));
    /// assert_eq!(sdmx("2016/2020").as_deref(), Some("2016-01-01/P5Y"));
    /// assert_eq!(sdmx("2015/.."), None);
    /// ```
    #[must_use]
    pub fn sdmx(self) -> Option<String> {
        if let Some((year, first, last)) = self.months() {
            let months = last - first + 1;
            return Some(match (months, first % 3) {
                (12, _) => format!("{year:04}"),
                (6, 1) if first != 4 => format!("{year:04}-S{}", first / 6 + 1),
                (3, 1) => format!("{year:04}-Q{}", first / 3 + 1),
                (1, _) => format!("{year:04}-{first:02}"),
                _ => format!("{year:04}-{first:02}-01/P{months}M"),
            });
        }
        let (first, last) = (self.first_day()?, self.last_day()?);
        let whole_years = (first.month(), first.day(), last.month(), last.day()) == (1, 1, 12, 31);
        if whole_years {
            return Some(format!("{first}/P{}Y", last.year() - first.year() + 1));
        }
        match last.since_epoch() - first.since_epoch() + 1 {
            1 => Some(first.to_string()),
            days => Some(format!("{first}/P{days}D")),
        }
    }

    /// The value of a TIMEX3 element, for what has one: `2018`, `2018-02`, `2018-Q1`, `2018-H1`,
    /// `199`. Other stretches need two elements and have none here, as have those of the lunar calendar.
    ///
    /// ```
    /// # use solieu::Period;
    /// let timex3 = |text: &str| text.parse::<Period>().unwrap().timex3();
    /// assert_eq!(timex3("2024-01/2024-06").as_deref(), Some("2024-H1"));
    /// assert_eq!(timex3("199X").as_deref(), Some("199"));
    /// assert_eq!(timex3("2016/2020"), None);
    /// ```
    #[must_use]
    pub fn timex3(self) -> Option<String> {
        if self.calendar == Calendar::Lunar {
            return None;
        }
        match (self.end, self.start.grain()) {
            (End::Same, Grain::Decade) => self.start.year().map(|year| format!("{:03}", year / 10)),
            (End::Same, _) => Some(self.start.to_string()),
            _ => {
                let (year, first, last) = self.months()?;
                match (last - first + 1, first % 3) {
                    (12, _) => Some(format!("{year:04}")),
                    (6, 1) if first != 4 => Some(format!("{year:04}-H{}", first / 6 + 1)),
                    (3, 1) => Some(format!("{year:04}-Q{}", first / 3 + 1)),
                    _ => None,
                }
            }
        }
    }

    pub(crate) const fn into_owned(self) -> Self {
        self
    }
}
