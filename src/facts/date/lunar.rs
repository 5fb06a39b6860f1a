//! Days of the lunar calendar by their names: `mùng 1 tháng Giêng`, `Rằm tháng Bảy`, `mùng 3 Tết`.

use crate::calendar::written::{self, Written, near};
use crate::cursor::Cursor;
use crate::lexicon::word;
use crate::number::words;

/// The names of lunar days: `mùng 1 tháng Giêng`, `Rằm tháng Bảy`, `mùng 3 Tết`, `30 Tết`.
pub(super) fn festive<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Written, bool, Cursor<'t, 'b>)> {
    let at = at.eat(word::NGAY).filter(|&next| near(next)).unwrap_or(at);
    let name = at.token().syllable;
    let young = matches!(name, word::MUNG | word::MONG);
    let (day, next) = match name {
        word::MUNG | word::MONG => young_day(at.next())?,
        word::RAM => (15, at.next()),
        _ => written::small(at).filter(|(_, next)| next.is(word::TET))?,
    };
    if let Some(end) = next.eat(word::TET).filter(|_| near(next)) {
        let (month, fits) = if day <= 10 { (1, young) } else { (12, (23..=30).contains(&day)) };
        let written = Written { day: Some(day), month: Some(month), year: None, lunar: true };
        return fits.then_some((written, true, end));
    }
    if !young && name != word::RAM {
        return None;
    }
    let (month, end) = written::month(next).filter(|_| near(next))?;
    let lunar = at.is(word::RAM) || month.year.is_none();
    Some((Written { day: Some(day), ..month }, lunar, end))
}

/// The number behind `mùng`: `mùng 1`, `mồng một`; beyond ten it is rare but meant the same.
fn young_day<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u8, Cursor<'t, 'b>)> {
    if let Some(found) = written::small(at) {
        return Some(found);
    }
    let read = words::read(at)?;
    let day = u8::try_from(read.value.to_i128()?).ok().filter(|day| (1..=30).contains(day))?;
    Some((day, read.next))
}

/// Whether `âm lịch`, `ÂL`, `âl` or a leap month stands behind the day; the span ends before it.
pub(in crate::facts) fn lunar_behind(next: Cursor<'_, '_>, lunar: bool) -> (bool, bool) {
    let bracket = next.eat_mark('(').unwrap_or(next);
    if !matches!(bracket.token().syllable, word::NHUAN | word::AM | word::AL) {
        return (lunar, false);
    }
    let (leap, next) = match bracket.eat(word::NHUAN) {
        Some(next) => (true, next),
        None => (false, bracket),
    };
    let spelled = next.eat_all(&[word::AM, word::LICH]).or_else(|| next.eat(word::AL)).filter(|_| near(next));
    let said = spelled.is_some_and(|end| !is_other_day(end));
    (lunar || said, leap && (lunar || said))
}

/// `18/4/2024 (âm lịch: 10/3)`, `15/3 (âm lịch mùng 6/2)`: it is said of the day that follows.
fn is_other_day(at: Cursor<'_, '_>) -> bool {
    let day = at.eat_mark(':').unwrap_or(at);
    let day = day.eat_any(&[word::LA, word::NGAY]).unwrap_or(day);
    near(at) && (day.number(1..=2).is_some() || day.eat_any(&[word::MUNG, word::MONG, word::RAM]).is_some())
}
