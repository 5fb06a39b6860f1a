//! What an item of a list takes from its neighbours.
//!
//! The type is handed forwards (`các Nghị định số A, B và C`), the symbol backwards (`Kế hoạch số 21,
//! 22/KH-UBND`), an issuer behind the last item to all. Facts are found one by one, so each item
//! looks at its neighbours itself; all looks are bounded.

use std::borrow::Cow;

use super::core::{self, Core};
use super::head::{self, Words};
use super::symbol::Group;
use super::{DocumentNumber, around, issuer};
use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::word;

pub(super) const MOST_ITEMS: usize = 16;
/// Tokens to the left in which the type of a list is looked for, and issuers among them.
const MOST_LEFT: usize = 96;
const MOST_ISSUERS: usize = 4;

/// Behind what joins two items: a comma, `và`, `hoặc`, `đến`, and `số`.
pub(super) fn joint<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let comma = at.eat_mark(',').or_else(|| at.eat_mark(';'));
    let next = comma.unwrap_or(at);
    let next = next.eat_any(&[word::VA, word::HOAC, word::DEN]).or(comma)?;
    Some(next.eat(word::SO).unwrap_or(next))
}

/// Whether an item of a list may end left of the cursor.
pub(super) fn joined(at: Cursor<'_, '_>) -> bool {
    matches!(at.left().mark, ',' | ';') || at.eat_any_left(&[word::VA, word::HOAC, word::DEN]).is_some()
}

/// The type of the list in which the item at the cursor stands: the nearest one to the left with
/// nothing but numbers of documents, their dates and issuers between.
pub(super) fn words_before(item: Cursor<'_, '_>) -> Option<Words> {
    if !joined(item) {
        return None;
    }
    let mut at = item;
    let mut digits = false;
    let mut issuers = 0;
    for _ in 0..MOST_LEFT {
        let token = at.left();
        match token.kind {
            Kind::Digits => digits = true,
            Kind::Mark if matches!(token.mark, ',' | ';' | '/' | '-' | '.' | '&' | '(' | ')' | ':') => {}
            Kind::Word if is_of_item(at.back()) => {}
            Kind::Word => {
                if digits && let Some(words) = head::words_left_unbounded(at) {
                    return Some(words);
                }
                // `số 4835/KTTH của Chính phủ và số 2687/VPCP-KTTH`
                issuers += 1;
                at = issuer_left(at).filter(|_| issuers <= MOST_ISSUERS)?;
                continue;
            }
            Kind::Mark | Kind::End => return None,
        }
        at = at.back();
        // A full stop ends the sentence; within a symbol it is glued.
        if token.mark == '.' && at.next().token().gap != Gap::Glued {
            return None;
        }
    }
    None
}

/// The type of a list of numbers without a symbol, in which the item stands: nothing but such numbers stand between, `19` of
/// `Nghị quyết số 18, 19 khóa XII`.
pub(super) fn words_of_bare(item: Cursor<'_, '_>) -> Option<Words> {
    const LEAST: usize = 2;
    let mut at = item;
    for _ in 0..MOST_ITEMS {
        if at.is_year() || at.token().len() < LEAST || at.number(1..=4).is_none() {
            return None;
        }
        let word = at.eat_any_left(&[word::VA, word::HOAC]);
        let joint = at.eat_mark_left(',').filter(|_| !at.is_glued()).or(word)?;
        at = joint.back();
        let number = at.eat_left(word::SO);
        if let Some(words) = head::words_left_unbounded(number.unwrap_or(at)) {
            return Some(words).filter(|words| words.is_capital && words.may_be_short(number.is_some()));
        }
    }
    None
}

/// The type of a list of numbers with their years and without a symbol, in which the item stands: `14/2022` of `Nghị định
/// 15/2020 và 14/2022`.
pub(super) fn words_of_years(item: Cursor<'_, '_>) -> Option<Words> {
    let mut at = item;
    for _ in 0..MOST_ITEMS {
        let number = at.eat_left(word::SO).unwrap_or(at);
        let joint = number.eat_any_left(&[word::VA, word::HOAC]).or_else(|| number.eat_mark_left(','))?;
        let year = joint.back();
        let stroke = year.eat_mark_left('/').filter(|_| year.is_year())?;
        at = stroke.back();
        at.number(1..=5)?;
        let number = at.eat_left(word::SO);
        if let Some(words) = head::words_left_unbounded(number.unwrap_or(at)) {
            return Some(words).filter(|words| words.is_capital && words.may_be_short(number.is_some()));
        }
    }
    None
}

/// Before `của` and the issuer that ends here.
fn issuer_left<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    issuer::body_left(at)?.eat_left(word::CUA)
}

/// Words of an item: `số`, `ngày`, a group of a symbol.
fn is_of_item(at: Cursor<'_, '_>) -> bool {
    let between = [word::SO, word::NGAY, word::THANG, word::NAM, word::VA, word::HOAC, word::DEN];
    if at.eat_any(&between).is_some() {
        return true;
    }
    let before = at.left();
    let in_symbol = before.kind == Kind::Mark && matches!(before.mark, '/' | '-' | '&' | '.');
    let glued = at.is_glued() && before.kind == Kind::Digits;
    in_symbol || glued
}

/// The first item to the right that has a symbol, where only numbers stand before it.
pub(super) fn symbol_behind<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Core<'t, 'b>> {
    let mut at = at;
    for _ in 0..MOST_ITEMS {
        at = joint(at)?;
        let item = core::core(at).filter(|item| !item.number.is_empty())?;
        if !item.groups.all().is_empty() {
            return Some(item);
        }
        if item.year.is_some() {
            return None;
        }
        at = item.body;
    }
    None
}

/// The issuer behind the last item of the list, where this item is followed by others of the same
/// body, without a type of their own or with the same.
pub(super) fn issuer_behind<'t>(at: Cursor<'t, '_>, document: &DocumentNumber<'_>) -> Option<Cow<'t, str>> {
    let mut at = at;
    for _ in 0..MOST_ITEMS {
        let apart = at.is_mark(';');
        at = joint(at)?;
        if let Some((words, next)) = head::words_right(at) {
            if words.kind() != document.kind() || apart {
                return None;
            }
            at = next.eat(word::SO).unwrap_or(next);
        }
        let item = core::core(at).filter(|item| !item.groups.all().is_empty())?;
        let same_body = |group: &Group<'_>| document.issuer_codes.iter().any(|code| group.text.starts_with(&**code));
        if !item.groups.all().iter().any(same_body) {
            return None;
        }
        at = item.next;
        let around = around::near(at, item.year, 1);
        if around.issuer.is_some() {
            return around.issuer;
        }
        at = around.end;
    }
    None
}
