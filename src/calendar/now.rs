//! Words that are told from a reference date: `này`, `trước`, `vừa qua`, `tới`.

use super::written::near;
use super::{CalendarUnit, Day};
use crate::cursor::{Cursor, Kind};
use crate::lexicon::{self, Class, SHIFTS, Syllable, word};

/// How many units from now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shift {
    pub(crate) units: i32,
    /// Whether it may stand behind a number of units: `9 tháng vừa qua`.
    pub(crate) spans: bool,
}

/// Words behind a shift that tell it from something else than now: `trước khi`, `sau đó`, `năm trước
/// liền kề`, `tháng sau kỳ báo cáo`, `quý tới cuối tháng này`.
const OTHERS: [Syllable; 8] =
    [word::CHO_KHI, word::DO_THAT, word::DAY_THIS, word::LIEN, word::NAM, word::THANG, word::KY, word::CUOI];

/// The shift right of the cursor: `này`, `vừa qua`.
pub(crate) fn shift<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Shift, Cursor<'t, 'b>)> {
    let (row, next) = at.phrase(Class::Shift).filter(|_| near(at))?;
    let units = lexicon::column(SHIFTS, row, 1).parse().ok()?;
    let spans = lexicon::column(SHIFTS, row, 2) == "span";
    let other = next.eat_any(&OTHERS).is_some() && near(next);
    (!other).then_some((Shift { units, spans }, next))
}

/// The unit right of the cursor, if one of it is meant: not in `3 năm trước`, `những năm qua`.
pub(crate) fn one_unit<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Unit, Cursor<'t, 'b>)> {
    let many =
        [word::NHUNG, word::CAC, word::MAY_SOME, word::NHIEU, word::VAI, word::HANG, word::HANG_LEVEL, word::MOI];
    let left = at.back();
    let counted = near(at) && (left.token().kind == Kind::Digits || left.eat_any(&many).is_some() || is_number(left));
    if counted { None } else { unit(at) }
}

fn is_number(at: Cursor<'_, '_>) -> bool {
    at.is_word() && !at.is(word::NAM) && crate::number::words::numeral(at).is_some()
}

/// A unit of the calendar as a stretch from now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Unit {
    Of(CalendarUnit),
    Quarter,
}

pub(crate) fn unit<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Unit, Cursor<'t, 'b>)> {
    let unit = match () {
        () if at.is(word::NGAY) => Unit::Of(CalendarUnit::Day),
        () if at.is(word::TUAN) => Unit::Of(CalendarUnit::Week),
        () if at.is(word::THANG) => Unit::Of(CalendarUnit::Month),
        () if at.is(word::QUY) => Unit::Quarter,
        () if at.is(word::NAM) => Unit::Of(CalendarUnit::Year),
        () => return None,
    };
    Some((unit, at.next()))
}

impl Day {
    /// So many days on.
    pub(crate) const fn plus(self, days: i32) -> Option<Self> {
        match self.since_epoch().checked_add(days) {
            Some(days) => Self::from_epoch(days),
            None => None,
        }
    }

    /// The Monday of its week.
    pub(crate) fn monday(self) -> Option<Self> {
        self.plus(-(self.weekday() as i32))
    }

    /// Year and month, so many months on.
    pub(crate) fn plus_months(self, months: i32) -> Option<(u16, u8)> {
        let month = i32::from(self.year()) * 12 + i32::from(self.month()) - 1 + months;
        Some((u16::try_from(month.div_euclid(12)).ok()?, u8::try_from(month.rem_euclid(12) + 1).ok()?))
    }
}
