//! Days, months, quarters and years in a list share the month and the year that its last item names:
//! `ngày 5, 6 và 7/6/2023`, `tháng 8 và tháng 9/2023`, `quý I, II năm 2024`.

use super::clock::day_part;
use super::written::{self, Share, Written, near};
use crate::cursor::{Cursor, Kind};
use crate::lexicon::{self, Class, Syllable, TIME_WORDS, word};
use crate::number::roman;

/// How many items a list may have.
const MOST_ITEMS: usize = 12;

/// What a later item of the list says for all.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Shared {
    pub(crate) month: Option<u8>,
    pub(crate) year: Option<u16>,
    pub(crate) day: Option<u8>,
}

/// What the items behind the cursor say, where it stands behind an item headed by `head`.
pub(crate) fn shared(mut at: Cursor<'_, '_>, head: Syllable) -> Shared {
    let mut shared = Shared::default();
    for _ in 0..MOST_ITEMS {
        let Some(next) = list_separator(at) else { break };
        let item = day_part(next).map(|(_, behind)| behind).filter(|&behind| near(behind)).unwrap_or(next);
        let item = item.eat(head).filter(|&next| near(next)).unwrap_or(item);
        let Some((found, next)) = read_item(item, head) else { break };
        if shared.month.is_none() {
            (shared.month, shared.day) = (found.month, found.day);
        }
        shared.year = found.year;
        if shared.year.is_some() {
            break;
        }
        at = next;
    }
    shared
}

/// An item of a list of days, months or quarters, with the year if it names one.
fn read_item<'t, 'b>(at: Cursor<'t, 'b>, head: Syllable) -> Option<(Shared, Cursor<'t, 'b>)> {
    if head == word::NGAY {
        return match written::day(at) {
            Some((day, next)) => Some((Shared { month: day.month, year: day.year, day: day.day }, next)),
            None => written::small(at).map(|(day, next)| (Shared { day: Some(day), ..Shared::default() }, next)),
        };
    }
    let quarter = roman::parse(at.text()).filter(|_| head == word::QUY);
    let next = quarter.map(|_| at.next()).or_else(|| written::small(at).map(|(_, next)| next))?;
    match written::year_behind(next) {
        Some((year, next)) => Some((Shared { year: Some(year), ..Shared::default() }, next)),
        None => Some((Shared::default(), next)),
    }
}

/// `,`, `;`, `và`, `hoặc`, `, và`; within a list also `-` and `đến`.
fn list_separator<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let mark = at.eat_mark(',').or_else(|| at.eat_mark(';')).or_else(|| at.eat_mark('-')).or_else(|| at.eat_mark('+'));
    let word = mark.unwrap_or(at).eat_any(&[word::VA, word::HOAC, word::DEN]);
    word.or(mark).filter(|&next| near(at) && near(next))
}

/// Whether the word makes a day and month behind it a date: `dịp`, `lễ`.
fn tells_a_day(at: Cursor<'_, '_>) -> bool {
    at.phrase(Class::TimeWord).is_some_and(|(row, _)| lexicon::column(TIME_WORDS, row, 1) == "license")
}

/// Whether the words before a day and month make them a date: `dịp 30/4`, `sáng 28-8`, `hạn cuối 5/6`; the
/// name of a feast only before its own day, `Thiếu nhi 1/6`.
pub(crate) fn is_licensed(at: Cursor<'_, '_>, written: Written) -> bool {
    const MOST_WORDS: isize = 3;
    if let Some(colon) = at.eat_mark_left(':') {
        return is_told_by(colon) && written::share(at, written) != Share::Likely;
    }
    (1..=MOST_WORDS).filter_map(|words| at.phrase_left(Class::TimeWord, words)).any(|(row, _)| {
        match lexicon::column(TIME_WORDS, row, 1) {
            "part" | "license" => true,
            "named" => is_day_of_feast(lexicon::column(TIME_WORDS, row, 2), written) && !shares_out(at, written),
            _ => false,
        }
    })
}

/// `Hạn nộp hồ sơ: 30/6`, `Thời gian thi: 27-28/6`: whether the words before the colon tell when.
fn is_told_by(colon: Cursor<'_, '_>) -> bool {
    const MOST_WORDS: isize = 5;
    let when = |at: Cursor<'_, '_>| {
        let role = at.phrase(Class::TimeWord).map(|(row, _)| lexicon::column(TIME_WORDS, row, 1));
        matches!(role, Some("license" | "when"))
    };
    colon.words_left(MOST_WORDS).any(when)
}

/// `người lao động, 1/5 số hộ`: a share of what follows.
fn shares_out(at: Cursor<'_, '_>, written: Written) -> bool {
    let next = at.next().next().next();
    written::share(at, written) != Share::No && near(next) && (next.is(word::SO) || next.phrase(Class::Noun).is_some())
}

/// Whether the day is one of the list: `3-8,10-20`.
fn is_day_of_feast(days: &str, written: Written) -> bool {
    days.split(',').filter_map(|day| day.split_once('-')).any(|(month, day)| {
        (month.parse().ok(), day.parse().ok()) == (written.month, written.day) && written.day.is_some()
    })
}

/// Whether the item right of the cursor stands in a list headed by `head`: `6` of `ngày 5, 6 và 7/6`.
pub(crate) fn is_listed(at: Cursor<'_, '_>, head: Syllable) -> bool {
    list_head(at).is_some_and(|found| {
        let (mark, bracket) = (found.next().token().kind == Kind::Mark, found.next().is_mark('('));
        let colon = head == word::NGAY && are_days(found.next().next());
        if found.is(head) { !mark || bracket || colon } else { head == word::NGAY && !bracket && tells_a_day(found) }
    })
}

/// Whether `các ngày:` ends here.
pub(crate) fn are_days(at: Cursor<'_, '_>) -> bool {
    at.eat_mark_left(':').is_some_and(|colon| colon.eat_all_left(&[word::CAC, word::NGAY]).is_some())
}

/// Whether it may stand in a list of anything.
pub(super) fn may_be_listed(at: Cursor<'_, '_>) -> bool {
    let heads = [word::NGAY, word::THANG, word::QUY, word::NAM];
    list_head(at).is_some_and(|found| found.eat_any(&heads).is_some() || tells_a_day(found))
}

/// Before the word left of a list, where the item right of the cursor stands in one.
fn list_head<'t, 'b>(item: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let mut at = item.back();
    let token = at.token();
    let separated = matches!(token.mark, ',' | ';' | '+') || matches!(token.syllable, word::VA | word::HOAC);
    if !separated || !near(item) {
        return None;
    }
    for _ in 0..4 * MOST_ITEMS {
        let token = at.token();
        match token.kind {
            Kind::Digits => {}
            // `2 ngày (20 và 21/6)`
            Kind::Mark if token.mark == '(' => return at.back().is_word().then(|| at.back()),
            Kind::Mark if token.mark == ':' => return are_days(at.next()).then(|| at.back()),
            Kind::Mark if matches!(token.mark, ',' | ';' | '/' | '-' | '.' | '+') => {}
            Kind::Word if matches!(token.syllable, word::VA | word::HOAC) => {}
            Kind::Word if day_part(at).is_some() || roman::parse(at.text()).is_some() => {}
            Kind::Word => return Some(at),
            Kind::Mark | Kind::End => return None,
        }
        at = at.back();
    }
    None
}
