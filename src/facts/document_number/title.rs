//! The title behind a number.
//!
//! ```text
//! title := [","] lead words            về việc …, về …, V/v …, ban hành …, quy định …
//! ```
//!
//! Lead-ins with `về` are left out, verbs belong to it. It ends at a full stop or semicolon, where a
//! list goes on (`, Quyết định số`), where an alias is given (`(sau đây`), and where behind a comma
//! the main clause begins.

use super::head;
use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::{Class, TITLE_LEADS, column, word};

/// The most tokens of a title.
const MOST_TOKENS: isize = 100;

/// From the first word of the title to behind the last.
pub(super) fn title<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Cursor<'t, 'b>, Cursor<'t, 'b>)> {
    if at.token().gap == Gap::Paragraph {
        return None;
    }
    let from = match at.eat_mark(',') {
        // Behind a comma a verb begins another clause.
        Some(next) => lead(next).filter(|from| next.distance(*from) > 0)?,
        None => lead(at)?,
    };
    let mut next = from;
    while from.distance(next) < MOST_TOKENS && !ends(next) {
        next = next.next();
    }
    while from.distance(next) > 1 && matches!(next.left().mark, '(' | ',' | '-') {
        next = next.back();
    }
    (from.distance(next) > 1).then_some((from, next))
}

/// Behind a lead-in with `về`, before a verb.
fn lead<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    // `V/v`
    if at.text().eq_ignore_ascii_case("v") && at.next().is_mark('/') {
        return Some(at.next().next().next());
    }
    let (row, next) = at.phrase(Class::TitleLead)?;
    if at.is_capitalized() && !at.is_upper() || is_other_document(at) {
        return None;
    }
    if column(TITLE_LEADS, row, 1) == "about" {
        return Some(next);
    }
    // `quy định tại Điều 3`, `ban hành kèm theo` say something else.
    let other = next.eat_any(&[word::TAI, word::KEM, word::THEO, word::NGAY, word::NAM, word::TU]).is_some();
    let goes_on = (next.is_word() || next.is_mark(',')) && next.token().gap != Gap::Paragraph;
    (!other && goes_on).then_some(at)
}

/// Whether the title ends here.
fn ends(at: Cursor<'_, '_>) -> bool {
    let token = at.token();
    if token.kind == Kind::End || token.gap == Gap::Paragraph {
        return true;
    }
    if token.kind == Kind::Mark {
        return match token.mark {
            ';' | '!' | '?' | ':' => true,
            '.' => at.next().token().gap != Gap::Glued || !at.next().is_word() && at.next().digits().is_none(),
            ')' => !closes(at),
            '(' => at.next().eat_all(&[word::SAU_BELOW, word::DAY]).is_some(),
            ',' => is_other_document(at.next()) || begins_clause(at.next()),
            // A bullet begins the next line.
            '-' | '+' => token.gap == Gap::Line,
            _ => false,
        };
    }
    at.eat(word::VA).is_some_and(is_other_document)
        || at.is(word::DA_PAST)
        || at.phrase(Class::TitleEnd).is_some_and(|(_, next)| at.distance(next) > 2)
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
    let numbered = |at: Cursor<'_, '_>| at.eat(word::SO).unwrap_or(at).digits().is_some();
    let at = at.eat(word::CAC).unwrap_or(at);
    if let Some(place) = at.eat_any(&[word::DIEU, word::KHOAN]) {
        return place.digits().is_some();
    }
    let typed = head::words_right(at).filter(|_| at.is_capitalized());
    numbered(at) && at.digits().is_none() || typed.is_some_and(|(_, next)| numbered(next))
}

/// Whether the main clause begins here, behind the comma of a title.
fn begins_clause(at: Cursor<'_, '_>) -> bool {
    at.phrase(Class::TitleEnd).is_some() || at.is_capitalized() && at.phrase(Class::IssuerHead).is_some()
}
