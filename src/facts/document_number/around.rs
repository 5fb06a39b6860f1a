//! What the text says of a document beside its number: date, issuer, title.
//!
//! ```text
//! around := [date] [issuer] [date] [title] [date]
//! date   := [","] ["("] "ngày" date [")"] | "(" day "/" month ")" | "-" date
//!         | [","] ["được"] ("ban hành" | "ký" ["ban hành"]) ["vào"] "ngày" date
//! issuer := [","] ("của" | "giữa") body | [","] "do" body "ban hành"
//! ```

use std::borrow::Cow;

use super::{issuer, title};
use crate::calendar::{Day, written};
use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::{Class, word, words};
use crate::number::label;

/// What stands around a number.
pub(super) struct Around<'t, 'b> {
    pub(super) date: Option<Day>,
    pub(super) issuer: Option<Cow<'t, str>>,
    pub(super) title: Option<Cow<'t, str>>,
    /// Behind all of it.
    pub(super) end: Cursor<'t, 'b>,
}

/// Date and issuer behind the number; a joint document names as many issuers as its symbol.
pub(super) fn near<'t, 'b>(at: Cursor<'t, 'b>, year: Option<u16>, issuers: usize) -> Around<'t, 'b> {
    let mut around = Around { date: None, issuer: None, title: None, end: at };
    around.read_date(year);
    if let Some((name, end)) = issuer_behind(around.end, issuers) {
        (around.issuer, around.end) = (Some(name), end);
        around.read_date(year);
    }
    around
}

/// Date, issuer and title.
pub(super) fn all<'t, 'b>(at: Cursor<'t, 'b>, year: Option<u16>, issuers: usize) -> Around<'t, 'b> {
    let mut around = near(at, year, issuers);
    if let Some((from, end)) = title::title(around.end) {
        (around.title, around.end) = (Some(words::one_line(from.text_to(end))), end);
        if behind_issuing(end).is_some() {
            around.read_date(year);
        }
    }
    around
}

impl Around<'_, '_> {
    fn read_date(&mut self, year: Option<u16>) {
        if self.date.is_none()
            && let Some((day, end)) = date_behind(self.end, year)
        {
            (self.date, self.end) = (Some(day), end);
        }
    }
}

/// The date behind the number. One that differs from the year in the number by more than one is
/// another's.
fn date_behind<'t, 'b>(at: Cursor<'t, 'b>, year: Option<u16>) -> Option<(Day, Cursor<'t, 'b>)> {
    let at = behind_issuing(at).unwrap_or(at);
    let comma = at.eat_mark(',').unwrap_or(at);
    let bracket = comma.eat_mark('(');
    let dash = at.eat_mark('-').filter(|_| at.token().gap != Gap::Glued);
    let from = bracket.or(dash).unwrap_or(comma);
    // OCR loses the dot: `ngay 09 tháng 4 năm 2020`.
    let bare = Some(from.next()).filter(|next| from.text().eq_ignore_ascii_case("ngay") && next.is_digits());
    if from.eat(word::NGAY).or(bare).or_else(|| from.eat(word::KY_SIGN)).is_none()
        && bracket.is_none()
        && dash.is_none()
    {
        return None;
    }
    let from = bare.or_else(|| from.eat(word::KY_SIGN)).unwrap_or(from);
    let (date, next) = written::date(from)?;
    let (month, day) = (date.month?, date.day?);
    let full = match (date.year, year) {
        (Some(full), Some(year)) => Some(full).filter(|full| full.abs_diff(year) <= 1),
        (Some(full), None) => Some(full),
        // `NĐ 174/2007 (29/11)`
        (None, year) if bracket.is_some() => year,
        _ => None,
    }?;
    let next = if bracket.is_some() { next.eat_mark(')').unwrap_or(next) } else { next };
    Some((Day::new(full, month, day)?, next))
}

/// Before the `ngày` of `, được ban hành ngày 5/6/2023`, `ký ngày 5/6/2023`.
fn behind_issuing<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let comma = at.eat_mark(',').unwrap_or(at);
    // Few numbers are followed by either.
    if !matches!(comma.token().syllable, word::DUOC | word::BAN | word::KY_SIGN) {
        return None;
    }
    let verb = comma.eat(word::DUOC).unwrap_or(comma);
    let signed = verb.eat(word::KY_SIGN);
    let next = signed.unwrap_or(verb).eat_all(&[word::BAN, word::HANH]).or(signed)?;
    let day = next.eat(word::VAO).unwrap_or(next);
    (day.is(word::NGAY) && day.next().is_digits()).then_some(day)
}

/// `của Chính phủ`, `do Bộ Tài chính ban hành`, `giữa A và B`
fn issuer_behind<'t, 'b>(at: Cursor<'t, 'b>, issuers: usize) -> Option<(Cow<'t, str>, Cursor<'t, 'b>)> {
    let at = at.eat_mark(',').unwrap_or(at);
    if let Some(from) = at.eat(word::CUA) {
        let from = behind_plenum(from).unwrap_or(from);
        let mut end = issuer::body(from)?;
        for _ in 1..issuers {
            let joint = end.eat_mark(',').or_else(|| end.eat(word::VA));
            end = joint.and_then(issuer::body).unwrap_or(end);
        }
        return Some((words::one_line(from.text_to(end)), end));
    }
    if let Some(from) = at.eat(word::GIUA) {
        let first = issuer::body(from)?;
        let end = first.eat(word::VA).and_then(issuer::body).unwrap_or(first);
        return Some((words::one_line(from.text_to(end)), end));
    }
    let from = at.eat(word::DO_BY)?;
    let end = issuer::body(from)?;
    let verb = end.eat_all(&[word::BAN, word::HANH]).or_else(|| end.eat(word::KY_SIGN))?;
    Some((words::one_line(from.text_to(end)), verb))
}

/// `Hội nghị lần thứ sáu` before the body that held it.
fn behind_plenum<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let (_, next) = at.phrase(Class::IssuerHead).filter(|(_, next)| next.back().is(word::NGHI))?;
    let number = next.eat_all(&[word::LAN, word::THU])?;
    let ranks = number.token().syllable.starts(Class::Numeral) || label::is_number(number);
    ranks.then(|| number.next())
}

/// The subject before a number and the date before the subject:
/// `Ngày 04/3/2021, Ban Thường vụ Tỉnh ủy ban hành Chỉ thị số …`
pub(super) fn subject<'t>(head: Cursor<'t, '_>) -> Option<(Cow<'t, str>, Option<Day>)> {
    let verb = head.eat_left(word::CAC).unwrap_or(head);
    let verb = verb
        .eat_all_left(&[word::KY_SIGN, word::BAN, word::HANH])
        .or_else(|| verb.eat_all_left(&[word::BAN, word::HANH]))
        .or_else(|| verb.eat_any_left(&[word::KY_SIGN, word::RA]))?;
    let verb = verb.eat_any_left(&[word::DA_PAST, word::VUA]).unwrap_or(verb);
    let from = issuer::body_left(verb)?;
    Some((words::one_line(from.text_to(verb)), date_before(from)))
}

/// The date that begins the sentence, before `, subject`.
fn date_before(subject: Cursor<'_, '_>) -> Option<Day> {
    const MOST_TOKENS: usize = 10;
    let end = subject.eat_mark_left(',').unwrap_or(subject);
    let mut from = end;
    for _ in 0..MOST_TOKENS {
        if from.left().kind == Kind::End {
            return None;
        }
        from = from.back();
        if from.is(word::NGAY)
            && let Some((date, next)) = written::date(from)
        {
            let day = Day::new(date.year?, date.month?, date.day?);
            return day.filter(|_| next.distance(end) == 0);
        }
    }
    None
}
