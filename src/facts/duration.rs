//! `05 ngày làm việc`, `18 tháng`, `1 năm 6 tháng`, `một năm rưỡi`, `2 giờ 30 phút`.
//!
//! ```text
//! duration := numbers unit ["rưỡi"] (number unit)*
//! unit     := a phrase of time_units.tsv
//! ```

use std::borrow::Cow;
use std::fmt::Write as _;

use super::{Reading, Site};
use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::{self, Class, TIME_UNITS, word, words};
use crate::number::amount::{self, Amount};
use crate::number::label;
use crate::number::words::{Role, numeral};
use crate::number::{Decimal, Quantity};

/// A length of time that names no point of the calendar.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Duration<'t> {
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub(crate) quantity: Quantity<'t>,
    unit: Cow<'t, str>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    iso8601: Option<Box<str>>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "std::ops::Not::not"))]
    working_days: bool,
}

impl<'t> Duration<'t> {
    /// The number of the unit. Of a compound it is the number of its smallest unit (`1 năm 6 tháng`
    /// is 18 tháng), where the units have a fixed ratio.
    #[must_use]
    pub const fn quantity(&self) -> &Quantity<'t> {
        &self.quantity
    }

    /// The unit as written, in lower case: `ngày làm việc`.
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.unit
    }

    /// A single value or a compound in ISO 8601: `P5D`, `P1Y6M`, `PT2H30M`. Ranges have none.
    #[must_use]
    pub fn iso8601(&self) -> Option<&str> {
        self.iso8601.as_deref()
    }

    /// Whether only working days count.
    #[must_use]
    pub const fn working_days(&self) -> bool {
        self.working_days
    }

    pub(crate) fn into_owned(self) -> Duration<'static> {
        Duration {
            quantity: self.quantity.into_owned(),
            unit: Cow::Owned(self.unit.into_owned()),
            iso8601: self.iso8601,
            working_days: self.working_days,
        }
    }
}

/// A unit of time.
#[derive(Clone, Copy)]
struct Unit<'t, 'b> {
    /// A letter of ISO 8601, behind a `T` in the time part: `D`, `TH`.
    designator: &'static str,
    /// How many of the designator's unit it is: a `thập kỷ` is ten years.
    times: u32,
    working_days: bool,
    from: Cursor<'t, 'b>,
}

impl PartialEq for Unit<'_, '_> {
    fn eq(&self, other: &Self) -> bool {
        self.designator == other.designator && self.times == other.times && self.working_days == other.working_days
    }
}

pub(super) fn read<'t, 'b>(site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Duration<'t>>> {
    let measured = site.numbers?.with_unit(unit)?;
    let mut quantity = measured.quantity(|amount| Some(amount.value))?;
    let mut unit = measured.unit;
    let mut end = measured.next;
    let mut written_end = measured.unit_end;
    let mut iso8601 = None;
    let mut in_parts = false;
    if measured.high.is_none() {
        if let Some((Role::Half, _, next)) = numeral(end).filter(|_| !end.is_paragraph()) {
            quantity.add_half();
            end = next;
        }
        let mut parts = [None; MOST_PARTS];
        let mut count = 0;
        let mut part = Some((quantity.value()?, unit, end));
        while let (Some((value, next_unit, next)), Some(place)) = (part, parts.get_mut(count)) {
            *place = Some((value, next_unit));
            (unit, end, count) = (next_unit, next, count + 1);
            part = smaller(end, unit);
        }
        if count > 1 {
            written_end = end;
            quantity = Quantity::of(in_smallest(parts.iter().flatten(), unit)?);
            in_parts = true;
        }
        iso8601 = Some(write(parts.iter().flatten()).into_boxed_str());
    }
    let clock = if in_parts {
        is_clock_with_minutes(&measured.low, measured.unit, end)
    } else {
        is_clock(&measured.low, unit, end)
    };
    if clock || is_minute_of_clock(measured.low.from, measured.unit) || label::is_firm_name(&measured.low) {
        return None;
    }
    let written = words::clean(unit.from.text_to(written_end), true);
    let value = Duration { quantity, unit: written, iso8601, working_days: unit.working_days };
    Some(Reading { from: measured.low.from, next: end, value })
}

/// `giờ` of the clock: `lúc 17 giờ`, `7 giờ 30`, `2 giờ sáng`, `trước 10 giờ`.
fn is_clock(amount: &Amount<'_, '_>, unit: Unit<'_, '_>, end: Cursor<'_, '_>) -> bool {
    let minute = end.digits().is_some() && end.token().gap != Gap::Paragraph;
    names_hour(unit) && (is_at_a_time(amount.from) || end.eat_any(&DAY_BEHIND).is_some() || minute)
}

/// The same with minutes: `hồi 11 giờ 30 phút`, `vào khoảng 8 giờ 15 phút`, `14 giờ 00 phút`, `9 giờ 45 phút
/// sáng`; `Khoảng 7 giờ 30 phút,` at the beginning of a sentence. `kéo dài 2 giờ 30 phút` is a length.
fn is_clock_with_minutes(amount: &Amount<'_, '_>, hour: Unit<'_, '_>, end: Cursor<'_, '_>) -> bool {
    let minute = end.back().back();
    let bounded = amount.from.phrase_left(Class::Bound, 1).map(|(_, left)| left);
    let from = bounded.unwrap_or(amount.from);
    let opens = from.is_sentence_start() && end.is_mark(',');
    let told = minute.digits().is_some_and(|digits| digits.starts_with('0')) || is_at_a_time(from) || opens;
    names_hour(hour) && (told || end.eat_any(&DAY_BEHIND).is_some() || end.eat_any(&[word::NGAY, word::HOM]).is_some())
}

/// Parts of a day, and `cùng ngày`.
const DAY_BEHIND: [lexicon::Syllable; 6] =
    [word::SANG, word::CHIEU, word::TOI_NIGHT, word::DEM, word::TRUA, word::CUNG];

/// The `30 phút` of `lúc 11 giờ 30 phút`, which was refused as a whole.
fn is_minute_of_clock(from: Cursor<'_, '_>, unit: Unit<'_, '_>) -> bool {
    let minute = unit.designator == "TM" && from.digits().is_some() && from.token().gap < Gap::Tab;
    minute && from.eat_left(word::GIO).is_some_and(|hour| hour.left().kind == Kind::Digits)
}

fn names_hour(unit: Unit<'_, '_>) -> bool {
    unit.designator == "TH" && !unit.from.is(word::TIENG)
}

/// Whether a word before it makes it a time of the day.
fn is_at_a_time(from: Cursor<'_, '_>) -> bool {
    const BEFORE: [lexicon::Syllable; 6] = [word::LUC, word::HOI, word::VAO, word::TRUOC, word::TU, word::DEN];
    from.eat_any_left(&BEFORE).is_some()
}

fn unit<'t, 'b>(_: &Amount<'t, 'b>, at: Cursor<'t, 'b>) -> Option<(Unit<'t, 'b>, Cursor<'t, 'b>)> {
    if at.token().gap == Gap::Paragraph {
        return None;
    }
    let (row, next) = at.phrase(Class::TimeUnit)?;
    let longer = at.phrase(Class::Noun).is_some_and(|(_, end)| next.distance(end) > 0);
    let fits = words::fits(lexicon::column(TIME_UNITS, row, 4), next);
    // `12 năm 2018` is no dozen of years, `30 tháng 4` no thirty months.
    let calendar = at.is(word::NAM) && next.digits().is_some_and(|year| year.len() == 4)
        || at.is(word::THANG) && next.digits().is_some_and(|month| month.len() <= 2);
    // `Dưới 3 tháng⏎3. Thời gian`: the number of the next item.
    let item = next.token().gap >= Gap::Line && matches!(next.next().token().mark, '.' | ')');
    let calendar = calendar && next.token().gap != Gap::Paragraph && !item;
    if longer || !fits || calendar {
        return None;
    }
    let unit = Unit {
        designator: lexicon::column(TIME_UNITS, row, 1),
        times: lexicon::column(TIME_UNITS, row, 2).parse().unwrap_or(1),
        working_days: !lexicon::column(TIME_UNITS, row, 3).is_empty(),
        from: at,
    };
    Some((unit, next))
}

/// The most parts of a compound.
const MOST_PARTS: usize = 4;

/// Units of ISO 8601 from large to small.
const DESIGNATORS: [&str; 7] = ["Y", "M", "W", "D", "TH", "TM", "TS"];

fn rank(unit: Unit<'_, '_>) -> Option<usize> {
    DESIGNATORS.iter().position(|&designator| designator == unit.designator)
}

/// `30 phút` behind `2 giờ`.
fn smaller<'t, 'b>(at: Cursor<'t, 'b>, larger: Unit<'t, 'b>) -> Option<(Decimal, Unit<'t, 'b>, Cursor<'t, 'b>)> {
    if at.token().gap == Gap::Paragraph {
        return None;
    }
    let number = amount::read(at)?;
    let (unit, next) = unit(&number, number.next)?;
    (rank(unit)? > rank(larger)? && !larger.working_days).then_some((number.value, unit, next))
}

/// A number of a unit.
type Part<'t, 'b> = (Decimal, Unit<'t, 'b>);

/// The sum in the smallest unit, where all ratios are fixed: years and months, or weeks and below.
fn in_smallest<'a, 't: 'a, 'b: 'a>(
    mut parts: impl Iterator<Item = &'a Part<'t, 'b>>,
    smallest: Unit<'t, 'b>,
) -> Option<Decimal> {
    parts.try_fold(Decimal::ZERO, |sum, (value, unit)| {
        let ratio = ratio(unit.designator, smallest.designator)?.checked_mul(unit.times)?;
        sum.checked_add(value.checked_mul(ratio.into())?)
    })
}

fn ratio(large: &str, small: &str) -> Option<u32> {
    let in_months = |unit| match unit {
        "Y" => Some(12),
        "M" => Some(1),
        _ => None,
    };
    let in_seconds = |unit| match unit {
        "W" => Some(604_800),
        "D" => Some(86_400),
        "TH" => Some(3_600),
        "TM" => Some(60),
        "TS" => Some(1),
        _ => None,
    };
    if let (Some(large), Some(small)) = (in_months(large), in_months(small)) {
        return Some(large / small);
    }
    Some(in_seconds(large)? / in_seconds(small)?)
}

/// In ISO 8601.
fn write<'a, 't: 'a, 'b: 'a>(parts: impl Iterator<Item = &'a Part<'t, 'b>>) -> String {
    let mut text = String::with_capacity(16);
    text.push('P');
    let mut in_time = false;
    for (value, unit) in parts {
        let value = value.checked_mul(unit.times.into()).unwrap_or(*value);
        let letter = unit.designator.strip_prefix('T');
        if letter.is_some() && !in_time {
            text.push('T');
            in_time = true;
        }
        let letter = letter.unwrap_or(unit.designator);
        let half = value.mantissa() % 10 == 5 && value.scale() == 1;
        let whole = value.mantissa() / 10;
        // Half a year is six months, half an hour thirty minutes. Writing to a string cannot fail.
        let smaller = match unit.designator {
            "Y" if half => "6M",
            "TH" if half => "30M",
            "TM" if half && whole == 0 => "30S",
            _ => "",
        };
        let _ = match (smaller, value.to_i128()) {
            ("", Some(count)) => write!(text, "{count}{letter}"),
            ("", None) => write!(text, "{value}{letter}"),
            _ if whole > 0 => write!(text, "{whole}{letter}{smaller}"),
            _ => write!(text, "{smaller}"),
        };
    }
    text
}
