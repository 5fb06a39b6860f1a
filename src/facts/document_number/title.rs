//! The title behind a number.
//!
//! ```text
//! title := [","] lead words            về việc …, về …, V/v …, ban hành …, quy định …
//!        | '"' lead words '"'           “Về việc …”
//! ```
//!
//! Lead-ins with `về` are left out, verbs belong to it. It ends at a full stop or semicolon, where a
//! list goes on (`, Quyết định số`), where an alias is given (`(sau đây`), where a quotation closes
//! that was opened before it, where the preamble begins, and where behind a comma the main clause
//! begins.

use super::head;
use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::{Class, TITLE_ENDS, TITLE_LEADS, column, word, words};
use crate::number::roman;

/// The most tokens of a title; what goes on for longer is none.
const MOST_TOKENS: isize = 200;

/// From the first word of the title to behind the last.
pub(super) fn title<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Cursor<'t, 'b>, Cursor<'t, 'b>)> {
    if let Some(quoted) = quoted(at) {
        return Some(quoted);
    }
    let from = match at.eat_mark(',') {
        // Behind a comma a verb begins another clause.
        Some(next) => lead(next).filter(|from| next.distance(*from) > 0)?,
        None => lead(at)?,
    };
    let mut next = from;
    while !ends(from, next) {
        if from.distance(next) >= MOST_TOKENS {
            return None;
        }
        next = next.next();
    }
    while from.distance(next) > 1 && (matches!(next.left().mark, '(' | ',' | '-') || is_footnote(next.back())) {
        next = next.back();
    }
    (from.distance(next) > 1).then_some((from, next))
}

/// `“Về việc phê duyệt …”`: up to the mark that closes.
fn quoted<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Cursor<'t, 'b>, Cursor<'t, 'b>)> {
    let inside = at.eat_mark('"').filter(|inside| inside.is_glued())?;
    let (row, from) = inside.phrase(Class::TitleLead)?;
    if column(TITLE_LEADS, row, 1) != "about" {
        return None;
    }
    let mut next = from;
    while from.distance(next) < MOST_TOKENS && !next.is_paragraph() && !next.is_mark('"') {
        next = next.next();
    }
    (next.is_mark('"') && from.distance(next) > 1).then_some((from, next))
}

/// The mark of a footnote on the last word: `Bộ Tài chính32`, `Công Thương.1`; but `QH15`.
fn is_footnote(at: Cursor<'_, '_>) -> bool {
    let word = if at.left().mark == '.' && at.back().is_glued() { at.back().back() } else { at.back() };
    let mark = at.is_glued() && at.number(1..=2).is_some();
    mark && word.is_word() && !word.is_upper() || at.is_mark('.')
}

/// Behind a lead-in with `về`, before a verb.
fn lead<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    if is_about(at) {
        let next = at.next().next().next();
        return Some(next.eat_mark(':').unwrap_or(next));
    }
    let (row, next) = at.phrase(Class::TitleLead)?;
    if at.is_capitalized() && !at.is_upper() || is_other_document(at) {
        return None;
    }
    if column(TITLE_LEADS, row, 1) == "about" {
        return (!is_receiver(next)).then_some(next);
    }
    // `quy định tại Điều 3`, `ban hành kèm theo` say something else.
    let other = next.eat_any(&[word::TAI, word::KEM, word::THEO, word::NGAY, word::NAM, word::TU]).is_some();
    let goes_on = next.is_word() || next.is_mark(',');
    (!other && goes_on).then_some(at)
}

/// `báo cáo theo Mẫu số 02 Thông tư số … về Sở Lao động`, `về Bộ Tài chính`: where something is sent.
fn is_receiver(at: Cursor<'_, '_>) -> bool {
    let name = at.next();
    at.is_capitalized() && name.is_capitalized() && words::say_before(name, 1, "receiver")
}

/// `V/v`: về việc.
pub(super) fn is_about(at: Cursor<'_, '_>) -> bool {
    let is_v = |at: Cursor<'_, '_>| at.text().eq_ignore_ascii_case("v");
    is_v(at) && at.next().is_mark('/') && is_v(at.next().next())
}

/// Whether the title ends here.
fn ends(from: Cursor<'_, '_>, at: Cursor<'_, '_>) -> bool {
    let token = at.token();
    let breaks = || is_preamble(at) || is_cell(at) || is_next_cell(at);
    if token.kind == Kind::End || token.gap >= Gap::Line && breaks() {
        return true;
    }
    if token.kind == Kind::Mark {
        return match token.mark {
            ';' | '!' | '?' | ':' | ']' | '_' => true,
            '.' => at.next().token().gap != Gap::Glued || !at.next().is_word() && !at.next().is_digits(),
            ')' => !closes(at),
            '(' => leaves_in_brackets(at.next()),
            ',' => is_other_document(at.next()) || begins_clause(at),
            '"' => closes_outer(from, at),
            // A bullet begins the next line.
            '-' | '+' => token.gap == Gap::Line,
            _ => false,
        };
    }
    let always = |(row, next)| {
        let role = column(TITLE_ENDS, row, 1);
        role == "always" || role.is_empty() && at.distance(next) > 2
    };
    at.eat(word::VA).is_some_and(|next| is_other_document(next) && !is_next_place(at, next))
        || at.is(word::DA_PAST) && !is_relative(at)
        || is_behind_quotation(from, at)
        || at.phrase(Class::TitleEnd).is_some_and(always)
}

/// Whether a bracket says how the document is called, or what it came with: `(sau đây`, `(Nghị định số 103/2026/NĐ-CP)`,
/// `(Kèm theo Nghị quyết số …)`.
fn leaves_in_brackets(at: Cursor<'_, '_>) -> bool {
    let with = at.eat_all(&[word::BAN, word::HANH]).unwrap_or(at);
    at.eat_all(&[word::SAU_BELOW, word::DAY]).is_some()
        || with.eat_all(&[word::KEM, word::THEO]).is_some()
        || !at.is_digits() && is_other_document(at)
}

/// `quy định chi tiết khoản 3 Điều 37 và Điều 39 của Luật Việc làm`: the article goes on behind another.
fn is_next_place(and: Cursor<'_, '_>, next: Cursor<'_, '_>) -> bool {
    let places = [word::DIEU, word::KHOAN];
    next.eat_any(&places).is_some() && and.left().kind == Kind::Digits && and.back().eat_any_left(&places).is_some()
}

/// Whether a preamble begins on this line: `Căn cứ Luật …`, perhaps with a line for the issuer before
/// it.
pub(super) fn is_preamble(at: Cursor<'_, '_>) -> bool {
    const MOST_WORDS: usize = 8;
    if at.token().gap != Gap::Line || !at.is_capitalized() {
        return false;
    }
    let grounds =
        |at: Cursor<'_, '_>| at.is_capitalized() && at.eat_all(&[word::CAN_GROUND, word::CU_GROUND]).is_some();
    if grounds(at) || at.phrase(Class::IssuerHead).is_none() {
        return grounds(at);
    }
    let mut next = at.next();
    for _ in 1..MOST_WORDS {
        if !next.is_word() || next.token().gap >= Gap::Line {
            break;
        }
        next = next.next();
    }
    next.token().gap >= Gap::Line && grounds(next)
}

/// Whether a number or a date has the line for itself, or a Roman number begins it: another cell of a
/// table, the next heading.
fn is_cell(at: Cursor<'_, '_>) -> bool {
    const MOST_TOKENS: usize = 5;
    if at.token().gap != Gap::Line {
        return false;
    }
    if !at.is_digits() {
        let roman = at.is_upper() && roman::parse(at.text()).is_some();
        return roman && (at.next().is_mark('.') || at.next().token().gap >= Gap::Line);
    }
    let mut next = at.next();
    for _ in 1..MOST_TOKENS {
        let goes_on = next.is_glued() && (next.is_mark('/') || next.is_digits());
        next = if goes_on { next.next() } else { next };
    }
    next.token().gap >= Gap::Line
}

/// Whether the next line begins another cell of a table: `…⏎Thông tư số 28/2015/TT-BTC`, `…⏎Khoản 2 Điều 15`, `…⏎Mẫu số
/// 01`, `…⏎Bộ Tư pháp`; but `một số điều của⏎Thông tư số …`.
fn is_next_cell(at: Cursor<'_, '_>) -> bool {
    if at.token().gap < Gap::Line || !at.is_capitalized() || at.is_upper() {
        return false;
    }
    let left = at.back();
    let led = !left.is_word() && !left.is_digits() || leads_title(at) || left.is(word::GROWTH);
    let place = at.eat_any(&[word::DIEU, word::KHOAN]).is_some_and(Cursor::is_digits);
    let named = at.is(word::BO) || at.phrase(Class::NotDocument).is_some();
    !led && (place || named || is_other_document(at))
}

/// Whether the word left of the cursor wants what follows, so that no cell of a table ends behind it: `của`, `theo`.
fn leads_title(at: Cursor<'_, '_>) -> bool {
    words::say_before(at, 1, "title")
}

/// Whether the quotation mark closes what was opened before the title.
fn closes_outer(from: Cursor<'_, '_>, at: Cursor<'_, '_>) -> bool {
    let behind = at.next();
    let closes = at.is_glued() && !(behind.is_glued() && behind.is_word());
    closes && marks(from, at).is_multiple_of(2)
}

/// Whether a title that is all in quotation marks has ended: `về việc “Tranh chấp …” theo Quyết định`,
/// `giữa nguyên đơn`, `của Tòa án`.
fn is_behind_quotation(from: Cursor<'_, '_>, at: Cursor<'_, '_>) -> bool {
    let closed = from.is_mark('"') && at.left().mark == '"' && from.distance(at) > 1;
    closed && marks(from, at).is_multiple_of(2) && leaves_title(at)
}

/// Whether parties, an issuer or another document are named here.
fn leaves_title(at: Cursor<'_, '_>) -> bool {
    let document = |at: Cursor<'_, '_>| at.phrase(Class::DocumentType).is_some();
    let issuer = |at: Cursor<'_, '_>| at.is_capitalized() && at.phrase(Class::IssuerHead).is_some();
    at.is(word::GIUA) || at.eat(word::THEO).is_some_and(document) || at.eat(word::CUA).is_some_and(issuer)
}

/// How many quotation marks stand between two cursors.
fn marks(from: Cursor<'_, '_>, end: Cursor<'_, '_>) -> usize {
    let mut at = from;
    let mut count = 0;
    while at.distance(end) > 0 {
        count += usize::from(at.is_mark('"'));
        at = at.next();
    }
    count
}

/// Whether the `đã` says what kind of people or things: `cho những người đã hết tuổi lao động`, `thiết bị đã qua sử
/// dụng`.
fn is_relative(at: Cursor<'_, '_>) -> bool {
    const MOST_WORDS: usize = 4;
    if at.phrase(Class::TitleEnd).is_some_and(|(row, _)| column(TITLE_ENDS, row, 1) == "within") {
        return true;
    }
    let mut before = at;
    (0..MOST_WORDS).any(|count| {
        before = before.back();
        before.is(word::NHUNG) || count == 0 && before.is(word::NGUOI)
    })
}

/// Whether the bracket that closes here was opened within the title: looked for a few tokens back.
fn closes(at: Cursor<'_, '_>) -> bool {
    let mut at = at;
    for _ in 0..24 {
        match at.left() {
            token if token.mark == '(' => return true,
            token if token.kind == Kind::End || token.mark == ')' => return false,
            _ => at = at.back(),
        }
    }
    false
}

/// `Quyết định số 102/…` behind a comma or `và`.
fn is_other_document(at: Cursor<'_, '_>) -> bool {
    let numbered = |at: Cursor<'_, '_>| at.eat(word::SO).unwrap_or(at).is_digits();
    let at = at.eat(word::CAC).unwrap_or(at);
    if let Some(place) = at.eat_any(&[word::DIEU, word::KHOAN]) {
        return place.is_digits();
    }
    // In lower case only with `số`: `, công văn số 1467/NHNN-TD`.
    let typed = head::words_right(at).filter(|(_, next)| at.is_capitalized() || next.is(word::SO));
    numbered(at) && !at.is_digits() || typed.is_some_and(|(_, next)| numbered(next))
}

/// Whether the main clause begins behind the comma. `ở xã, phường, thị trấn` goes on, and so does the
/// body behind its session, `Kỳ họp thứ 7, HĐND tỉnh`.
fn begins_clause(comma: Cursor<'_, '_>) -> bool {
    let at = comma.next();
    let is_unit = |row| column(TITLE_ENDS, row, 1) == "unit";
    if let Some((row, _)) = at.phrase(Class::TitleEnd) {
        if column(TITLE_ENDS, row, 1) == "within" {
            return false;
        }
        let before = || comma.phrase_left(Class::TitleEnd, 2).is_some_and(|(row, _)| is_unit(row));
        let listed = !at.is_capitalized() && is_unit(row) && before();
        return !listed;
    }
    // `…, có 12 xã`
    let counts = at.eat(word::CO).is_some_and(Cursor::is_digits);
    counts || at.is_capitalized() && at.phrase(Class::IssuerHead).is_some() && !is_session(comma)
}

/// Whether the number of a session ends here: `Kỳ họp thứ 7`.
fn is_session(end: Cursor<'_, '_>) -> bool {
    let number = end.back();
    let number = number.eat_left(word::THU).unwrap_or(number);
    number.eat_all_left(&[word::KY, word::HOP]).is_some()
}
