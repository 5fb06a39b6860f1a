//! The number of a document: `Quyết định số 84QĐ/TU`, `Nghị định 30/2020/NĐ-CP`, `Luật Đất đai năm
//! 2013`.
//!
//! ```text
//! document := [head] core | head short | [head] "/" symbol | named
//! ```
//!
//! | part | file |
//! | --- | --- |
//! | `head`: type words, `số` | `head.rs` |
//! | `core`: number, year, groups of the symbol | `core.rs`, `header.rs` |
//! | what the groups mean | `symbol.rs`, `group.rs` |
//! | numbers without a symbol | `short.rs` |
//! | what a list hands on | `list.rs` |
//! | laws by name | `named.rs` |
//! | date, issuer, title | `around.rs`, `issuer.rs`, `title.rs` |
//! | identifiers | `identity.rs` |
//! | what is none | `lookalike.rs` |

mod around;
mod core;
mod group;
mod head;
mod header;
mod identity;
mod issuer;
mod list;
mod lookalike;
mod named;
mod short;
mod symbol;
mod title;
mod value;

use std::borrow::Cow;
use std::fmt::Write as _;

use self::core::Core;
use self::head::{Head, Words};
use self::symbol::Symbol;
use super::{Reading, Site};
use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::{Class, word, words};

pub(super) use self::lookalike::lookalike;
pub use self::value::DocumentNumber;

type Document<'t, 'b> = Reading<'t, 'b, Box<DocumentNumber<'t>>>;

pub(super) fn read<'t, 'b>(site: &Site<'t, 'b>) -> Option<Document<'t, 'b>> {
    let mut reading = number_at(site.at)?;
    surround(&mut reading);
    Some(reading)
}

/// The number at an anchor, without what stands around it.
fn number_at<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Document<'t, 'b>> {
    reading_at(at).filter(|reading| !lookalike::is_alias(reading.from))
}

/// The number at an anchor, though it may only repeat a document as its alias.
fn reading_at<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Document<'t, 'b>> {
    let at = core::blank_before_year(at).unwrap_or(at);
    if at.token().kind == Kind::Digits && !core::is_head(at) {
        return None;
    }
    let core = core::core(at);
    match core {
        Some(core) if !core.groups.all().is_empty() => numbered(core),
        Some(core) => short::short(&core).or_else(|| by_name(at)),
        None => by_name(at),
    }
}

/// A number with a symbol.
fn numbered<'t, 'b>(mut core: Core<'t, 'b>) -> Option<Document<'t, 'b>> {
    let mut head = head::head(core.from, true);
    if is_of_no_document(head.from) {
        return None;
    }
    let words = head.words.or_else(|| list::words_before(head.from));
    let kind = words.and_then(Words::kind);
    let mut symbol = Symbol::read(core.groups.all(), kind)?;
    let confirmed = symbol.is_of_assembly() || symbol.mark().is_some() && !contradicts(&symbol, kind);
    let doubtful = head.doubtful && !confirmed;
    if doubtful || head.words.is_some_and(|words| !words.is_capital) && contradicts(&symbol, kind) {
        // `tỉnh quyết định 12/KH-UBND`: a verb; `phê duyệt dự án số 512/QĐ-UBND`: what was decided
        symbol = Symbol::read(core.groups.all(), None)?;
        head = Head { from: head.number, words: None, name: None, ..head };
    }
    if head.words.is_none()
        && let Some((words, from)) = head.qualified
        && !contradicts(&symbol, words.kind())
        && symbol.mark().is_some()
    {
        (head.from, head.words) = (from, Some(words));
    }
    let words = head.words.or(words.filter(|_| kind.is_some() && !doubtful && !contradicts(&symbol, kind)));
    core.cut(symbol.footnote);
    if !is_sound(&core, &head, &symbol, words) {
        return None;
    }
    let value = value(&core, &symbol, words, head.name);
    Some(Reading { from: head.from, next: core.next, value: Box::new(value) })
}

/// Whether the mark in the number is that of another type.
fn contradicts(symbol: &Symbol<'_>, kind: Option<&str>) -> bool {
    symbol.mark().is_some_and(|mark| kind.is_some_and(|kind| !mark.stands_for(kind)))
}

/// Whether a form, a contract or a standard has the number.
fn is_of_no_document(at: Cursor<'_, '_>) -> bool {
    let at = at.eat_mark_left(':').unwrap_or(at);
    at.phrase_left(Class::NotDocument, 4).is_some()
}

/// Whether enough is known to call it a document.
///
/// With the words of a type one group must be known, or the groups be capitals behind `số`. Without
/// them a type and an issuer, or the National Assembly and a year. A number run together with its
/// symbol needs all of it.
fn is_sound(core: &Core<'_, '_>, head: &Head<'_, '_>, symbol: &Symbol<'_>, words: Option<Words>) -> bool {
    let marked = symbol.mark().is_some();
    let issued = symbol.has_known_issuer();
    let letters = core.groups.all().iter().map(|group| group.text.chars().count()).sum::<usize>();
    if core.number.is_empty() {
        return marked && issued && (head.numbered || head.words.is_some());
    }
    if core.is_glued {
        // The whole paragraph is the number, as in the cell of a table.
        let alone = head.from.token().gap == Gap::Paragraph && core.next.token().gap == Gap::Paragraph;
        if alone && marked && issued {
            return true;
        }
        let whole = core.groups.all().len() > 1 || marked && issued || head.words.is_some() && symbol.is_alone();
        return words.is_some() && (marked || issued) && whole;
    }
    if symbol.is_case() {
        return words.is_some() || core.year.is_some() || head.numbered;
    }
    if words.is_some() {
        return symbol.is_known() || head.numbered && letters > 3;
    }
    if symbol.is_of_assembly() {
        return core.year.is_some();
    }
    // `số 15/HĐ-UBND` is a contract.
    let body = core.groups.all().first().map_or(0, |group| group.text.chars().count());
    let is_contract = !marked && body < 3;
    let dated = core.next.is(word::NGAY);
    if head.numbered && dated && symbol.is_known() {
        return !is_contract;
    }
    if marked {
        let alone = symbol.issuers().is_empty();
        return issued
            || !alone && letters > 4 && (core.year.is_some() || head.numbered)
            || alone && core.year.is_some() && symbol.is_of_court();
    }
    issued && head.numbered && letters > 4 && !is_contract
}

fn value<'t>(
    core: &Core<'t, '_>,
    symbol: &Symbol<'t>,
    words: Option<Words>,
    name: Option<&'t str>,
) -> DocumentNumber<'t> {
    let kind = words.and_then(Words::kind).or_else(|| symbol.kind());
    let full = core.from.to(core.next);
    let mut canonical = String::with_capacity(full.len());
    canonical.extend(core::without_dot(core.number).split(' '));
    if let Some(year) = core.year {
        // Writing to a string cannot fail.
        let _ = write!(canonical, "/{year}");
    }
    symbol.canonical(core.year.is_some(), &mut canonical);
    DocumentNumber {
        kind: kind.map(Cow::Borrowed),
        type_code: symbol.type_code(),
        number: number(core.number),
        year: core.year,
        issuer_codes: symbol.issuers(),
        term: symbol.term.and_then(|term| term.parse().ok()),
        canonical: Some(Cow::Owned(canonical)),
        name: name.map(words::one_line),
        full_start: full.start,
        full_end: full.end,
        ..DocumentNumber::default()
    }
}

/// Without leading zeros, a stray blank, and the dot of thousands.
fn number(written: &str) -> Option<Cow<'_, str>> {
    let number = written.trim_start_matches(['0', ' ']);
    let stray = || Cow::Owned(number.replace(' ', ""));
    (!number.is_empty()).then(|| if number.contains(' ') { stray() } else { core::without_dot(number) })
}

/// A document cited by its name.
fn by_name<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Document<'t, 'b>> {
    let named = named::named(at)?;
    let full = named.from.to(named.next);
    let value = DocumentNumber {
        kind: Some(Cow::Borrowed(named.kind)),
        name: named.name.map(|name| match words::one_line(name) {
            // `Trung ương 6 (khóa XII)`
            name if name.contains('(') => Cow::Owned(name.replace(['(', ')'], "")),
            name => name,
        }),
        year: named.year,
        amended_years: named.amended,
        full_start: full.start,
        full_end: full.end,
        ..DocumentNumber::default()
    };
    Some(Reading { from: named.from, next: named.next, value: Box::new(value) })
}

/// Adds date, issuer and title.
fn surround<'t>(reading: &mut Document<'t, '_>) {
    let Reading { from, next, value } = reading;
    if value.number.is_none() {
        value.full_start = from.start();
        return;
    }
    // Behind a footnote mark: `153/QĐ-SCN-CN2 ngày 12-7-2005`.
    let mut behind = if next.is_glued() && next.is_digits() { next.next() } else { *next };
    if value.name.is_none()
        && let Some((name, end)) = named::in_brackets(behind)
    {
        (value.name, behind) = (Some(words::one_line(name)), end);
    }
    let around = around::all(behind, value.year, value.issuer_codes.len());
    (value.date, value.issuer, value.title) = (around.date, around.issuer, around.title);
    (value.full_start, value.full_end) = (from.start(), around.end.end());
    if value.issuer.is_none() {
        // The list goes on behind the date, or behind the number.
        let ends = [Some(around.end), Some(*next).filter(|next| next.distance(around.end) != 0)];
        value.issuer = ends.into_iter().flatten().find_map(|end| list::issuer_behind(end, value));
    }
    if (value.issuer.is_none() || value.date.is_none())
        && let Some((issuer, date)) = around::subject(*from)
    {
        if value.date.is_none() {
            value.date = date.filter(|date| value.year.is_none_or(|year| date.year().abs_diff(year) <= 1));
        }
        value.issuer.get_or_insert(issuer);
    }
    value.id = identity::id(value).map(Cow::Owned);
}
