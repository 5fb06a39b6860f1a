//! Numbers without a symbol of their own.

use std::borrow::Cow;

use super::core::Core;
use super::head::{self, Head, Words};
use super::symbol::Symbol;
use super::{Document, DocumentNumber, around, list};
use crate::cursor::{Cursor, Gap, Kind};
use crate::facts::Reading;
use crate::lexicon::{Class, Syllable, word};

/// A number without a symbol: `Nghị quyết 18`, `NĐ 142/2005`, and the items of a list whose last has
/// the symbol: `Kế hoạch số 15, 16/KH-UBND`.
pub(super) fn short<'t, 'b>(core: &Core<'t, 'b>) -> Option<Document<'t, 'b>> {
    if core.number.is_empty() || !may_be_short(core) {
        return None;
    }
    let head = head::head(core.from, false);
    // `các Quyết định: 12, 13/QĐ-UBND`
    let behind_colon = core.from.eat_mark_left(':').and_then(head::words_left_unbounded);
    if head.words.is_none() && !list::joined(head.from) && behind_colon.is_none() {
        return None;
    }
    if let Some(item) = list::symbol_behind(core.body) {
        let words = head.words.or_else(|| list::words_before(head.from)).or(behind_colon);
        if let Some(words) = words
            && (words.is_capital || head.numbered || head.words.is_none())
        {
            let mut whole = item;
            (whole.from, whole.next, whole.number) = (core.from, core.next, core.number);
            // `14/2022 và 91/2020/NĐ-CP`
            whole.year = core.year.or(whole.year);
            let symbol = Symbol::read(whole.groups.all(), words.kind())?;
            let sound = super::is_sound(&whole, &head, &symbol, Some(words)) && symbol.is_known();
            return sound.then(|| {
                let value = super::value(&whole, &symbol, Some(words), None);
                Reading { from: head.from, next: core.next, value: Box::new(value) }
            });
        }
    }
    let words = match head.words {
        Some(words) => Some(words).filter(|&words| is_short(core, &head, words)),
        None if core.year.is_some() => list::words_of_years(core.from),
        None => list::words_of_bare(core.from).filter(|_| is_followed(end_of_bare(core.next))),
    }?;
    let kind = words.kind()?;
    let full = core.from.to(core.next);
    let value = DocumentNumber {
        kind: Some(Cow::Borrowed(kind)),
        type_code: words.abbreviation().map(Cow::Borrowed),
        number: super::number(core.number),
        year: core.year,
        canonical: Some(Cow::Borrowed(core.from.text_to(core.next))),
        full_start: full.start,
        full_end: full.end,
        ..DocumentNumber::default()
    };
    Some(Reading { from: head.from, next: core.next, value: Box::new(value) })
}

/// Whether words and a number without a symbol name a document: with a date behind them, or with a
/// capital, a year or the end of the phrase.
fn is_short(core: &Core<'_, '_>, head: &Head<'_, '_>, words: Words) -> bool {
    if core.year.is_none() && words.may_be_short(true) && around::near(core.next, None, 1).date.is_some() {
        return true;
    }
    // `QUYẾT ĐỊNH 1` in a heading: a footnote
    let heading = head.from.is_upper() && words.abbreviation().is_none() && !head.numbered;
    if heading || !words.is_capital || !words.may_be_short(head.numbered) {
        return false;
    }
    if core.year.is_some() {
        return true;
    }
    // `Chương trình` and on the next line `1. Tình hình`: the number of a section
    let number = core.from.token();
    let section = number.gap >= Gap::Line && core.next.token().kind == Kind::Mark;
    !section && (head.numbered || core.number.len() > 1) && is_followed(core.next)
}

/// Behind the further numbers of a list: `, 20` behind the 19 of `Nghị quyết số 18, 19, 20 khóa XII`.
fn end_of_bare<'t, 'b>(next: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    let more = |at: &Cursor<'t, 'b>| list::joint(*at).filter(|item| item.number(1..=4).is_some()).map(Cursor::next);
    std::iter::successors(Some(next), more).take(list::MOST_ITEMS).last().unwrap_or(next)
}

/// A few look-ups that spare most numbers the reading: a short form stands behind words of a type,
/// `số`, or a comma or joint of a list.
fn may_be_short(core: &Core<'_, '_>) -> bool {
    let left = core.from.left();
    if core.next.is_mark('/') {
        return false;
    }
    match left.kind {
        Kind::Word => left.syllable != Syllable::UNKNOWN,
        Kind::Mark => matches!(left.mark, ',' | ':') && core.number.len() < 5,
        _ => false,
    }
}

/// Whether no noun follows that is counted here: `Nghị quyết 18 về …`, never `Kế hoạch 5 năm`.
fn is_followed(at: Cursor<'_, '_>) -> bool {
    let token = at.token();
    match token.kind {
        Kind::End => true,
        Kind::Mark => match token.mark {
            '.' | ',' => at.next().token().gap != Gap::Glued || at.next().token().kind != Kind::Digits,
            ';' | ')' | '(' | '"' | '?' | '!' => true,
            _ => false,
        },
        Kind::Digits => false,
        Kind::Word if at.is(word::NGAY) => at.next().is_digits(),
        Kind::Word if at.is(word::NAM) => at.next().number(4..=4).is_some(),
        Kind::Word => !at.is_glued() && at.phrase(Class::Follower).is_some(),
    }
}
