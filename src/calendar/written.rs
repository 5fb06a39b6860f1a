//! Dates as reports write them.
//!
//! ```text
//! date  := ["ngày"] (day | month | year)
//! day   := D sep M [sep Y]            one separator: "/", "-" or "."
//!        | D "tháng" M [year | sep Y]
//! month := "tháng" M [year | sep Y]
//! year  := [","] ["của"] "năm" Y
//! ```
//!
//! Blanks, a line break or no blank at all may stand between the parts: `07/ 3/2002`, `ngày 04⏎tháng
//! 3 năm 2011`, `16 tháng4 năm 2009`; around dots none, since a full stop reads the same.

use super::Day;
use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::{self, Class, MONTHS, word};

/// A date as written; parts that the text leaves out are `None`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Written {
    pub(crate) year: Option<u16>,
    pub(crate) month: Option<u8>,
    pub(crate) day: Option<u8>,
    /// Its month has a name of the lunar calendar alone: `tháng Chạp`.
    pub(crate) lunar: bool,
}

impl Written {
    /// Whether the calendar has such a day; without a year that of a leap year counts. Every lunar
    /// month may have 30 days.
    pub(crate) fn is_possible(&self, lunar: bool) -> bool {
        let month = self.month.unwrap_or(1);
        let most = if lunar || self.lunar { 30 } else { Day::in_month(self.year.unwrap_or(2000), month) };
        (1..=12).contains(&month) && self.day.is_none_or(|day| (1..=most).contains(&day))
    }
}

/// How well a day and month with a stroke may be a share of something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Share {
    /// `28/4`, `01/3`, `28-4`
    No,
    /// `5/6`, `9/10`: seldom told
    Rare,
    /// `2/3`, `4/5`
    Likely,
}

/// The same of the day right of the cursor.
pub(crate) fn share(at: Cursor<'_, '_>, written: Written) -> Share {
    let (Some(day), Some(month)) = (written.day, written.month) else { return Share::No };
    let padded = at.text().starts_with('0') || at.next().next().text().starts_with('0');
    match () {
        () if day > month || padded || written.year.is_some() || !at.next().is_mark('/') => Share::No,
        () if day < month && month <= 5 => Share::Likely,
        () => Share::Rare,
    }
}

/// Behind `1/5 đến 3/5`, whose ends may be shares, and days that follow each other.
pub(crate) fn days_or_shares<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let likely = |at: Cursor<'t, 'b>| day(at).filter(|&(written, _)| share(at, written) == Share::Likely);
    let (first, next) = likely(at)?;
    let joint = next.eat_any(&[word::DEN, word::TOI])?;
    let (last, end) = likely(joint)?;
    ((first.month, first.day) < (last.month, last.day)).then_some(end)
}

/// Before the `1/5` of `1/5 đến`, which ends here.
pub(crate) fn lower_end<'t, 'b>(upper: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    Some(upper.eat_any_left(&[word::DEN, word::TOI])?.back().eat_mark_left('/')?.back())
}

/// Reads the date right of the cursor, with or without `ngày`; no impossible one.
pub(crate) fn date<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Written, Cursor<'t, 'b>)> {
    raw(at).filter(|(written, _)| written.is_possible(false))
}

/// The same, whether the calendar has the day or not.
pub(crate) fn raw<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Written, Cursor<'t, 'b>)> {
    let at = at.eat(word::NGAY).unwrap_or(at);
    day(at)
        .or_else(|| month(at))
        .or_else(|| year(at).map(|(year, next)| (Written { year: Some(year), ..Written::default() }, next)))
}

/// `4/3/2011`, `28-8`, `5.4.2025`, `04 tháng 3 năm 2011`.
pub(crate) fn day<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Written, Cursor<'t, 'b>)> {
    let (day, next) = small(at)?;
    let with_day = |written: Written| Written { day: Some(day), ..written };
    if near(next) && next.is(word::THANG) {
        return month(next).map(|(written, end)| (with_day(written), end));
    }
    let separator = separator(next)?;
    let month_at = separated(next, separator)?;
    let (month, next) = small(month_at)?;
    // `5-8 tháng 10`: from the fifth to the eighth.
    if separator == '-' && near(next) && next.is(word::THANG) {
        return None;
    }
    let written = Written { day: Some(day), month: Some(month), ..Written::default() };
    // `01/01/2026-31/12/2026`: two dates.
    let free = |end: Cursor<'t, 'b>| ends(end) || separator == '/' && end.is_mark('-') && end.next().is_digits();
    let whole = separated(next, separator).and_then(four_digits).filter(|&(_, end)| free(end));
    if whole.is_none() && separator == '.' && !month_at.is_glued() {
        return None;
    }
    match whole {
        Some((year, end)) => Some((Written { year: Some(year), ..written }, end)),
        None => match year_in_words(next) {
            Some((year, end)) => Some((Written { year: Some(year), ..written }, end)),
            None => (ends(next) || separator == '/' && begins_a_range(next)).then_some((written, next)),
        },
    }
}

/// `28/4-3/5`: the hyphen before a further day and month.
fn begins_a_range(at: Cursor<'_, '_>) -> bool {
    let last = at.eat_mark('-').and_then(small).and_then(|(_, next)| small(next.eat_mark('/')?));
    last.is_some_and(|(_, end)| ends(end) || end.is_mark('/'))
}

/// `tháng 7-2019`, `tháng 10.2024`, `tháng 11 năm 2024`, `tháng Giêng`.
pub(crate) fn month<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Written, Cursor<'t, 'b>)> {
    let next = at.eat(word::THANG).filter(|&next| near(next))?;
    let (month, lunar, next) = month_number(next)?;
    let written = Written { month: Some(month), lunar, ..Written::default() };
    let year = year_behind(next);
    match year {
        Some((year, end)) => Some((Written { year: Some(year), ..written }, end)),
        None => ends(next).then_some((written, next)),
    }
}

/// A month without its head word: `6/2023`.
pub(crate) fn bare_month<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Written, Cursor<'t, 'b>)> {
    if !at.next().is_mark('/') {
        return None;
    }
    let (month, next) = small(at).filter(|(month, next)| (1..=12).contains(month) && next.is_glued())?;
    let (year, end) = four_digits(separated(next, '/')?).filter(|(year, _)| (1900..=2100).contains(year))?;
    let glued = end.back().is_glued();
    (glued && ends(end)).then_some((Written { month: Some(month), year: Some(year), ..Written::default() }, end))
}

/// The number or the name of a month.
pub(crate) fn month_number<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u8, bool, Cursor<'t, 'b>)> {
    if let Some((month, next)) = small(at) {
        return Some((month, false, next));
    }
    let (row, next) = at.phrase(Class::Month)?;
    // `9 tháng năm 2018`, `tháng năm bận rộn`: the year.
    if at.is(word::NAM) {
        return None;
    }
    let column = |column| lexicon::column(MONTHS, row, column);
    Some((column(1).parse().ok()?, column(2) == "lunar", next))
}

/// `/2019`, `-2019`, `.2019`, `năm 2019`, `, năm 2019`, `của năm 2019` behind a month or quarter.
pub(crate) fn year_behind<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u16, Cursor<'t, 'b>)> {
    if let Some(mark) = separator(at) {
        let year = separated(at, mark).filter(|year| mark != '.' || year.is_glued()).and_then(four_digits);
        return year.filter(|&(_, end)| ends(end));
    }
    year_in_words(at)
}

/// `năm 2019`, `, năm 2019`, `của năm 2019`.
fn year_in_words<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u16, Cursor<'t, 'b>)> {
    let token = at.token();
    let head = if token.mark == ',' || token.syllable == word::CUA { at.next() } else { at };
    if !head.is(word::NAM) || !near(at) || !near(head) { None } else { year(head) }
}

/// `năm 2018`; `năm 2.000`, `năm 200 3`, `năm 201671`.
pub(crate) fn year<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u16, Cursor<'t, 'b>)> {
    let next = at.eat(word::NAM).filter(|&next| near(next))?;
    let (year, end) = four_digits(next).or_else(|| broken_year(next)).or_else(|| footnoted_year(next))?;
    ends(end).then_some((year, end))
}

/// A year of the twentieth or twenty-first century in two pieces: `200 3`, `2 018`, `2.000`.
fn broken_year<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u16, Cursor<'t, 'b>)> {
    let first = at.digits()?;
    let (dot, next) = match at.next().eat_mark('.') {
        Some(next) if at.next().is_glued() && next.is_glued() => (true, next),
        _ => (false, at.next()),
    };
    let second = next.digits().filter(|_| dot || next.token().gap == Gap::Blank)?;
    let split = if dot { first.len() == 1 } else { first.len() < 4 };
    if !split || first.len() + second.len() != 4 {
        return None;
    }
    let year = format!("{first}{second}").parse().ok()?;
    (1900..2100).contains(&year).then_some((year, next.next()))
}

/// A year with a footnote mark glued to it. One digit more may be a slip of the pen, unless the number
/// of the document names the year: `số 27/2023/QH15 ngày 27 tháng 11 năm 20237`.
fn footnoted_year<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u16, Cursor<'t, 'b>)> {
    let digits = at.digits().filter(|digits| matches!(digits.len(), 5 | 6))?;
    let written = digits.get(..4)?;
    let year = written.parse().ok().filter(|year| (1945..2100).contains(year))?;
    (digits.len() == 6 || is_in_number(at, written)).then_some((year, at.next()))
}

/// Whether a number with this year stands before a date.
fn is_in_number(at: Cursor<'_, '_>, year: &str) -> bool {
    const MOST_TOKENS: usize = 16;
    let mut at = at;
    (0..MOST_TOKENS).any(|_| {
        at = at.back();
        at.digits() == Some(year) && at.is_glued() && at.left().mark == '/'
    })
}

/// Four digits that may be a year.
pub(crate) fn four_digits<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u16, Cursor<'t, 'b>)> {
    let year = at.number(4..=4).filter(|year| (1000..3000).contains(year))?;
    Some((year as u16, at.next()))
}

/// One or two digits: a day or a month, which need not exist.
pub(crate) fn small<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u8, Cursor<'t, 'b>)> {
    Some((at.number(1..=2)? as u8, at.next()))
}

/// The separator right of the cursor.
pub(crate) fn separator(at: Cursor<'_, '_>) -> Option<char> {
    let token = at.token();
    let known = token.kind == Kind::Mark && matches!(token.mark, '/' | '-' | '.');
    (known && near(at)).then_some(token.mark)
}

/// Behind the separator, where digits follow it.
pub(crate) fn separated<'t, 'b>(at: Cursor<'t, 'b>, separator: char) -> Option<Cursor<'t, 'b>> {
    let (mark, digits) = (at.token(), at.next().token());
    let (before, behind) = if separator == '.' { (Gap::Glued, Gap::Blank) } else { (Gap::Line, Gap::Line) };
    let fits = mark.mark == separator && digits.kind == Kind::Digits && mark.gap <= before && digits.gap <= behind;
    fits.then(|| at.next())
}

/// Whether what is right of the cursor still belongs to the same line or the next.
pub(crate) fn near(at: Cursor<'_, '_>) -> bool {
    at.token().gap < Gap::Paragraph
}

/// Whether a date may end here: nothing is glued on that would make it something else, such as a
/// document number (`30/2020/NĐ-CP`), a decimal (`5/6,5`) or a name (`5/6A`). A word of prose that
/// lost its blank may follow: `15/8/2023đến`.
pub(crate) fn ends(at: Cursor<'_, '_>) -> bool {
    let token = at.token();
    if token.gap != Gap::Glued {
        return true;
    }
    match token.kind {
        Kind::End => true,
        Kind::Digits => false,
        Kind::Word => token.len() > 1 && at.text().chars().all(char::is_lowercase),
        Kind::Mark if matches!(token.mark, '/' | '-' | '.' | ',' | ':' | '+') => {
            let after = at.next();
            !after.is_glued() || !(after.token().kind == Kind::Digits || token.mark == '/' && after.is_word())
        }
        Kind::Mark => token.mark != '%',
    }
}
