//! What looks like the number of a document and is none: form codes, standards, contracts.
//!
//! ```text
//! lookalike := alias | word ["số"] [":"] code     Mẫu số 04-ĐK-TCT, TCVN 7957:2008, hợp đồng số 12/2023/HĐKT
//! word      := a row of documents_not.tsv
//! alias     := "sau đây" ["được"] ("gọi" | "viết") ["tắt" | "chung"] "là" document
//! code      := tokens that touch each other, digits and capitals among them
//! ```

use super::core;
use crate::cursor::{Cursor, Gap, Kind};
use crate::facts::measure::unit_of_parts;
use crate::facts::{Reading, Site};
use crate::lexicon::{Class, word};

const MOST_TOKENS: usize = 16;

/// Whether an alias is defined here: `(sau đây gọi tắt là Nghị định 30)`, `(sau đây gọi chung là Nghị định 30)` name no
/// second document.
pub(super) fn is_alias(at: Cursor<'_, '_>) -> bool {
    let Some(verb) = at.eat_left(word::LA) else { return false };
    let verb = verb.eat_any_left(&[word::TAT_SHORT, word::CHUNG]).unwrap_or(verb);
    verb.eat_any_left(&[word::GOI_NAME, word::VIET])
        .map(|at| at.eat_left(word::DUOC).unwrap_or(at))
        .and_then(|at| at.eat_all_left(&[word::SAU_BELOW, word::DAY]))
        .is_some()
}

/// Whether `là` stands a few words to the left: a look before the number is read.
fn says_la(at: Cursor<'_, '_>) -> bool {
    const MOST_WORDS: usize = 6;
    let mut at = at;
    (0..MOST_WORDS).any(|_| {
        at = at.back();
        at.is(word::LA)
    })
}

/// The code at the anchor, and the words before it.
pub(in crate::facts) fn lookalike<'t, 'b>(site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, ()>> {
    let at = site.at;
    if at.token().kind != Kind::Digits || !core::is_head(at) {
        return None;
    }
    if says_la(at)
        && let Some(alias) = super::reading_at(at).filter(|reading| is_alias(reading.from))
    {
        return Some(alias.map(|_| ()));
    }
    let next = code(at)?;
    let before = at.eat_mark_left(':').unwrap_or(at);
    let before = before.eat_left(word::SO).unwrap_or(before);
    if before.at_floor() {
        return None;
    }
    let (_, from) = before.phrase_left(Class::NotDocument, 4)?;
    Some(Reading { from, next, value: () })
}

/// `vé 80.000đ/lượt`, `lô 120m2`: a price, an area; but `mẫu 1a`.
fn is_unit(at: Cursor<'_, '_>) -> bool {
    at.text() == "đ" || unit_of_parts(at).is_some_and(|end| at.text_to(end).len() > 1)
}

/// Behind a code that a number alone is not: it holds a letter, a slash, a colon.
fn code<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let mut next = at.next();
    let mut tokens = 1;
    let mut is_code = false;
    while tokens < MOST_TOKENS && next.token().gap == Gap::Glued {
        let behind = next.next();
        let goes_on = match next.token().kind {
            Kind::Word | Kind::Digits => true,
            // A mark that joins, not one that ends the sentence.
            Kind::Mark => {
                matches!(next.token().mark, '/' | '-' | ':' | '.' | '&')
                    && behind.is_glued()
                    && matches!(behind.token().kind, Kind::Word | Kind::Digits)
            }
            Kind::End => false,
        };
        if !goes_on || is_unit(next) {
            break;
        }
        is_code |= next.is_word() || matches!(next.token().mark, '/' | ':');
        (next, tokens) = (behind, tokens + 1);
    }
    is_code.then_some(next)
}
