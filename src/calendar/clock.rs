//! Times of a day as reports write them: `17h00`, `07 giờ 30`, `15 giờ 45 phút`, `9g`, `23:45`,
//! `2 giờ sáng`.
//!
//! ```text
//! clock := H ":" MM [":" SS] [part]
//!        | H ("h" | "g" | "giờ") [MM ["phút" | "p" | "'" | "’"] [SS "giây"] | "rưỡi"] [part]
//! part  := a part of the day of time_words.tsv
//! ```

use super::Time;
use super::written::{day, near, separator, small};
use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::{self, Class, TIME_WORDS, word};
use crate::number::words::{Role, numeral};

/// Reads the time right of the cursor, with the part of the day behind it.
pub(crate) fn clock<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Time, Cursor<'t, 'b>)> {
    let (hour, next) = small(at)?;
    let (minute, second, next) = if next.is_glued() && next.is_mark(':') { digital(next)? } else { spoken(next)? };
    let part = day_part(next);
    let hour = part.map_or(Some(hour), |(part, _)| on_dial(hour, part))?;
    Some((Time::new(hour, minute, second)?, part.map_or(next, |(_, behind)| behind)))
}

/// `:45`, `:27:31`.
fn digital<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u8, Option<u8>, Cursor<'t, 'b>)> {
    let two = |at: Cursor<'t, 'b>| {
        let digits = at.eat_mark(':').filter(|next| at.is_glued() && next.is_glued())?;
        small(digits).filter(|_| digits.token().len() == 2)
    };
    let (minute, next) = two(at)?;
    match two(next) {
        Some((second, end)) => Some((minute, Some(second), end)),
        None => Some((minute, None, next)),
    }
}

/// `h30`, `giờ 45 phút`, `g`, `giờ rưỡi`.
fn spoken<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u8, Option<u8>, Cursor<'t, 'b>)> {
    let next = at.eat_any(&[word::GIO, word::H, word::G]).filter(|_| at.token().gap <= Gap::Line)?;
    if let Some((Role::Half, _, end)) = numeral(next).filter(|_| near(next)) {
        return Some((30, None, end));
    }
    let Some((minute, end)) = small(next).filter(|&(_, end)| next.token().gap <= Gap::Wide || is_below(next, end))
    else {
        return Some((0, None, next));
    };
    if let Some(end) = end.eat_any(&[word::PHUT, word::P]).or_else(|| minute_mark(end)) {
        return match small(end).and_then(|(second, end)| Some((second, end.eat(word::GIAY)?))) {
            Some((second, end)) => Some((minute, Some(second), end)),
            None => Some((minute, None, end)),
        };
    }
    // `17h 10/8`: the day, not the minute.
    let is_minute = next.token().len() == 2 && (next.is_glued() || separator(end).is_none());
    if is_minute { Some((minute, None, end)) } else { Some((0, None, next)) }
}

/// `22 giờ⏎30 phút ngày 7/5/2023`, `22 giờ⏎30 ngày 7/5/2023`: minutes on the next line, where their day follows.
fn is_below(minutes: Cursor<'_, '_>, end: Cursor<'_, '_>) -> bool {
    let behind = end.eat(word::PHUT).unwrap_or(end);
    let dated = || behind.eat(word::NGAY).and_then(day).is_some();
    minutes.token().gap == Gap::Line && minutes.token().len() == 2 && dated()
}

/// `16h00'` with a mark of any shape.
fn minute_mark<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    const MARKS: [char; 5] = ['\'', '’', '‘', '′', '´'];
    let token = at.token();
    (token.kind == Kind::Mark && MARKS.contains(&token.mark) && at.is_glued()).then(|| at.next())
}

/// The part of the day right of the cursor: what it says of the hour, and the cursor behind it.
pub(crate) fn day_part<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(&'static str, Cursor<'t, 'b>)> {
    let (row, next) = at.phrase(Class::TimeWord).filter(|_| near(at) && at.token().kind == Kind::Word)?;
    let is_part = lexicon::column(TIME_WORDS, row, 1) == "part";
    is_part.then(|| (lexicon::column(TIME_WORDS, row, 2), next))
}

/// The hour of 24 that an hour of twelve means in a part of the day.
fn on_dial(hour: u8, part: &str) -> Option<u8> {
    Some(match (part, hour) {
        ("am", 12) => 0,
        ("pm", 1..12) | ("noon", 1..3) | ("night", 6..12) => hour + 12,
        ("night", 12) => 24,
        ("am", 13..) => return None,
        _ => hour,
    })
}
