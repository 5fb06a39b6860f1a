//! Citations: which document a provision belongs to, which mentions mean one document, and what one
//! document does to another.
//!
//! ```text
//! of        := provision joint* document                    khoản 2 Điều 8 và Điều 9 của Nghị định số …
//!            | provision name "ban hành kèm theo" document  Điều 8 Quy chế ban hành kèm theo Quyết định số …
//!            | provision ["của"] type "này"                 Điều 8 của Nghị định này
//!            | document "quy định tại" provision
//! same      := a later mention, a short form, `type này`, where exactly one document fits
//! relation  := document (row of relations.tsv) document {joint document}
//! ```

use std::collections::HashMap;

use super::{Link, Mention, Relation};
use crate::Span;
use crate::cursor::{Cursor, Gap, Kind, around};
use crate::facts::{DocumentNumber, FactValue};
use crate::lexicon::{Class, DOCUMENT_TYPES, RELATIONS, column, word};

/// Facts in the text that was read, before their places are brought to the caller's.
pub(crate) type Found<'t> = [(Span, FactValue<'t>)];

/// Links the facts; provisions learn their document.
pub(crate) fn resolve(text: &str, facts: &mut Found<'_>) -> (Vec<Link>, Vec<Mention>) {
    let documents = Documents::of(facts);
    let mut links = parts(text, facts, &documents);
    links.extend(documents.same_as());
    links.extend(relations(text, facts));
    for link in &links {
        if let (Relation::PartOf, Some((_, FactValue::Provision(provision)))) =
            (link.relation, facts.get_mut(link.from))
        {
            provision.set_document(link.to);
        }
    }
    links.sort_by_key(|link| link.from);
    let mut mentions = back_references(text, &documents);
    mentions.extend(aliases(text, facts));
    mentions.sort_by_key(|mention| mention.span);
    (links, mentions)
}

fn document<'f, 't>(facts: &'f Found<'t>, index: usize) -> Option<(Span, &'f DocumentNumber<'t>)> {
    match facts.get(index)? {
        (span, FactValue::DocumentNumber(document)) => Some((*span, document)),
        _ => None,
    }
}

/// The documents of a text, in order, each with the mention before that means the same.
struct Documents(Vec<Entry>);

struct Entry {
    index: usize,
    end: usize,
    kind: String,
    /// The first mention of it; itself where it is the first.
    first: usize,
    is_same: bool,
}

impl Documents {
    fn of(facts: &Found<'_>) -> Self {
        let mut by_key = HashMap::new();
        // By type and number: the only document with them, or none where there are several.
        let mut by_number: HashMap<(String, String), Option<usize>> = HashMap::new();
        let mut entries = Vec::new();
        for index in 0..facts.len() {
            let Some((span, document)) = document(facts, index) else { continue };
            let kind = document.kind().unwrap_or_default().to_owned();
            let number = document.number().map(|number| (kind.clone(), number.to_owned()));
            // `63/SL` names no issuer, and is no short form.
            let is_short = document.issuer_codes().len() == 0
                && document
                    .canonical()
                    .is_some_and(|canonical| canonical.chars().filter(|c| c.is_alphabetic()).count() < 2);
            let key = document.key();
            let known = by_key.get(&key).copied();
            let antecedent = known.or_else(|| by_number.get(number.as_ref().filter(|_| is_short)?).copied().flatten());
            let first = antecedent.unwrap_or(index);
            if antecedent.is_none() {
                by_key.insert(key, index);
                if let Some(number) = number {
                    by_number.entry(number).and_modify(|only| *only = None).or_insert(Some(index));
                }
            }
            entries.push(Entry { index, end: span.end, kind, first, is_same: antecedent.is_some() });
        }
        Self(entries)
    }

    fn same_as(&self) -> impl Iterator<Item = Link> {
        let same = self.0.iter().filter(|entry| entry.is_same);
        same.map(|entry| Link { from: entry.index, relation: Relation::SameAs, to: entry.first })
    }

    /// The only document of the type before `at`, where there is exactly one.
    fn only(&self, kind: &str, at: usize) -> Option<usize> {
        const MOST_BACK: usize = 64;
        let before = self.0.partition_point(|entry| entry.end <= at);
        let mut of_kind = self.0.get(..before)?.iter().rev().take(MOST_BACK).filter(|entry| entry.kind == kind);
        let first = of_kind.next()?.first;
        of_kind.all(|entry| entry.first == first).then_some(first)
    }
}

/// What stands between two facts.
#[derive(Default)]
struct Between {
    /// Only joints of a list, `của`, `tại`.
    joins: bool,
    /// `kèm theo` within one sentence.
    attaches: bool,
    /// `quy định tại`
    points: bool,
    /// A semicolon: what follows it is another item.
    parts: bool,
    relation: Option<(Relation, bool)>,
}

const MOST_BETWEEN: usize = 64;

/// Reads from `start` to `end`; nothing where a sentence ends between or it is too long.
fn between(text: &str, start: usize, end: usize) -> Option<Between> {
    if ends_sentence(text.get(start..end)?) {
        return None;
    }
    around(text, 0, start, end, |at| gap(at, start, end)).flatten()
}

/// Whether a colon or the end of a sentence shows in the first bytes: most facts have one between them, and lexing is spared.
fn ends_sentence(text: &str) -> bool {
    const MOST_BYTES: usize = 512;
    let stops = |pair: &[u8]| matches!(pair, [b':', _] | [b'.', b' ' | b'\n' | b'\r' | b'\t']);
    text.as_bytes().windows(2).take(MOST_BYTES).any(stops)
}

/// The same from a cursor on.
fn gap(mut at: Cursor<'_, '_>, start: usize, end: usize) -> Option<Between> {
    let mut found = Between { joins: true, ..Between::default() };
    let joints = [word::VA, word::HOAC, word::CUA, word::TAI, word::CAC, word::DEN, word::TU];
    for _ in 0..MOST_BETWEEN {
        let token = at.token();
        if token.start >= end {
            return Some(found);
        }
        let stop = token.mark == '.' && at.next().token().gap != Gap::Glued || matches!(token.mark, ':' | '"');
        if stop || token.kind == Kind::End || token.gap == Gap::Paragraph && token.start > start {
            return None;
        }
        if let Some((row, next)) = at.phrase(Class::Relation) {
            let relation = Relation::named(column(RELATIONS, row, 1));
            let by = column(RELATIONS, row, 2) == "by";
            found.attaches |= relation == Some(Relation::AttachedTo);
            found.relation = found.relation.or(relation.map(|relation| (relation, by)));
            found.joins = false;
            at = next;
            continue;
        }
        let joint = at.eat_any(&joints).is_some() || token.kind == Kind::Mark && matches!(token.mark, ',' | ';' | '-');
        found.joins &= joint;
        found.points |= at.is(word::TAI);
        found.parts |= token.mark == ';';
        at = at.next();
    }
    None
}

/// The documents of the provisions.
fn parts(text: &str, facts: &Found<'_>, documents: &Documents) -> Vec<Link> {
    let mut links = Vec::new();
    // The document that the facts to the right lead to, and where they begin.
    let mut ahead: Option<(usize, usize)> = None;
    for index in (0..facts.len()).rev() {
        match facts.get(index) {
            Some((span, FactValue::DocumentNumber(_))) => ahead = Some((index, span.start)),
            Some((span, FactValue::Provision(_))) => {
                let forward = ahead.filter(|&(to, start)| {
                    let direct = document(facts, to).is_some_and(|(document, _)| document.start == start);
                    between(text, span.end, start).is_some_and(|gap| gap.joins || direct && gap.attaches && !gap.parts)
                });
                ahead = forward.map(|(to, _)| (to, span.start));
                let to = forward.map(|(to, _)| to).or_else(|| behind(text, *span, documents));
                links.extend(to.map(|to| Link { from: index, relation: Relation::PartOf, to }));
            }
            _ => {}
        }
    }
    links
}

/// The document before the provision: `Nghị định này` behind it, or `quy định tại` between.
fn behind(text: &str, span: Span, documents: &Documents) -> Option<usize> {
    let named = around(text, 0, span.end, span.end, |at| {
        let (kind, next) = type_words(at.eat(word::CUA).unwrap_or(at))?;
        Some((kind, next.is(word::NAY)))
    });
    if let Some((kind, is_this)) = named.flatten() {
        return is_this.then(|| documents.only(kind, span.start)).flatten();
    }
    let before = documents.0.partition_point(|entry| entry.end <= span.start).checked_sub(1)?;
    let last = documents.0.get(before)?;
    between(text, last.end, span.start)
        .filter(|gap| gap.points && !gap.parts && gap.relation.is_none())
        .map(|_| last.first)
}

/// The words of a type, and the cursor behind them.
fn type_words<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(&'static str, Cursor<'t, 'b>)> {
    let (row, next) = at.phrase(Class::DocumentType)?;
    Some((column(DOCUMENT_TYPES, row, 1), next))
}

/// What documents do to those behind them.
fn relations(text: &str, facts: &Found<'_>) -> Vec<Link> {
    let mut links = Vec::new();
    let mut before: Option<(usize, Span)> = None;
    let mut running: Option<(usize, Relation)> = None;
    for index in 0..facts.len() {
        let Some((span, _)) = document(facts, index) else { continue };
        let gap = before.and_then(|(_, last)| between(text, last.end, span.start));
        match (before, gap) {
            (Some((last, _)), Some(Between { relation: Some((relation, by)), parts: false, .. })) => {
                let (from, to) = if by { (index, last) } else { (last, index) };
                links.push(Link { from, relation, to });
                running = (!by).then_some((from, relation));
            }
            // `thay thế Quyết định số A, Quyết định số B`
            (_, Some(Between { joins: true, .. })) => {
                links.extend(running.map(|(from, relation)| Link { from, relation, to: index }));
            }
            _ => running = None,
        }
        before = Some((index, span));
    }
    links
}

/// `Nghị định này`, where exactly one decree was named before.
fn back_references(text: &str, documents: &Documents) -> Vec<Mention> {
    // The words of a type, and what stands before them.
    const MOST_BEFORE: usize = 8;
    let Some(first) = documents.0.first() else { return Vec::new() };
    let rest = text.get(first.end..).unwrap_or_default();
    let this = rest.match_indices("này").map(|(at, _)| first.end + at);
    let mention = |at: Cursor<'_, '_>| {
        let (row, from) = at.phrase_left(Class::DocumentType, 4)?;
        if !from.is_capitalized() {
            return None;
        }
        let to = documents.only(column(DOCUMENT_TYPES, row, 1), from.start())?;
        Some(Mention { span: from.to(at.next()), to })
    };
    this.filter_map(|at| around(text, MOST_BEFORE, at, at, mention).flatten()).collect()
}

/// The places of an alias that a document was given: `(sau đây gọi tắt là Quy chế)`.
fn aliases(text: &str, facts: &Found<'_>) -> Vec<Mention> {
    const MOST_ALIASES: usize = 16;
    const MOST_PLACES: usize = 1000;
    let mut mentions = Vec::new();
    let defined = (0..facts.len()).filter_map(|index| {
        let (_, document) = document(facts, index)?;
        alias(text, document.full_span().end).map(|alias| (index, alias))
    });
    for (index, alias) in defined.take(MOST_ALIASES) {
        let Some(name) = text.get(alias.range()) else { continue };
        let rest = text.get(alias.end..).unwrap_or_default();
        let places = rest.match_indices(name).take(MOST_PLACES);
        let spans = places.map(|(at, name)| Span::new(alias.end + at, alias.end + at + name.len()));
        let taken = |span: &Span| {
            let at = facts.partition_point(|(fact, _)| fact.end <= span.start);
            facts.get(at).is_some_and(|(fact, _)| fact.start < span.end)
        };
        let free = spans.filter(|span| !taken(span));
        mentions.extend(free.map(|span| Mention { span, to: index }));
    }
    mentions
}

/// The alias in the bracket at `at`.
fn alias(text: &str, at: usize) -> Option<Span> {
    let opens = text.get(at..)?.trim_ascii_start().starts_with('(');
    if !opens {
        return None;
    }
    around(text, 0, at, at, |at| name(at, text)).flatten()
}

/// The same at a cursor.
fn name(at: Cursor<'_, '_>, text: &str) -> Option<Span> {
    const MOST_BYTES: usize = 80;
    let verb = at.eat_mark('(')?.eat_all(&[word::SAU_BELOW, word::DAY])?;
    let verb = verb.eat_any(&[word::GOI_NAME, word::VIET])?;
    let name = verb.eat(word::TAT_SHORT).unwrap_or(verb).eat(word::LA)?;
    let name = name.eat_mark('"').unwrap_or(name);
    let rest = text.get(name.start()..)?;
    let length = rest.find([')', '"', '”', '\n']).filter(|length| (3..MOST_BYTES).contains(length))?;
    Some(Span::new(name.start(), name.start() + length))
}
