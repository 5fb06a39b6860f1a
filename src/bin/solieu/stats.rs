//! `solieu stats`: what texts are made of.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{self, Write as _};

use solieu::output::{Fields, display_width};
use solieu::{Decimal, Fact, FactKind, LineIndex};

use crate::args::Stats;
use crate::document::Texts;
use crate::markup;
use crate::pipeline::{Found, Pipeline};
use crate::problem::{Outcome, Stop};

/// What is counted by value, and under which title it is shown.
const RANKED: [(&str, FactKind, &str); 8] = [
    ("units counted", FactKind::Count, "unit"),
    ("units measured", FactKind::Measure, "unit"),
    ("currencies", FactKind::Money, "currency"),
    ("periods", FactKind::Period, "edtf"),
    ("types of documents", FactKind::DocumentNumber, "type"),
    ("issuers", FactKind::DocumentNumber, "issuer_codes"),
    ("documents", FactKind::DocumentNumber, "canonical"),
    ("bases of comparison", FactKind::Percentage, "compared_to"),
];

#[derive(Default)]
struct Tally {
    documents: usize,
    bytes: usize,
    facts: HashMap<FactKind, usize>,
    /// In how many pieces of texts a kind comes at all.
    within: HashMap<FactKind, usize>,
    values: [HashMap<String, usize>; RANKED.len()],
    sums: Vec<Sum>,
}

/// A sum of money and where it stands.
struct Sum {
    value: Decimal,
    place: String,
    text: String,
}

/// The currency whose largest sums are shown.
const CURRENCY: &str = "VND";

pub(crate) fn run(args: &Stats) -> Result<Outcome, Stop> {
    let extractor = args.what.extractor()?;
    let mut tally = Tally::default();
    let outcome = Pipeline::new(&args.input, Texts::Streamed)?.facts(&extractor, |found, _| {
        for found in found {
            tally.add(found);
            tally.add_sums(found, args.top);
        }
        Ok(())
    })?;
    io::stdout().write_all(tally.report(args.top).as_bytes())?;
    Ok(outcome)
}

impl Tally {
    fn add(&mut self, found: &Found<'_>) {
        self.documents += usize::from(!found.document.continues);
        self.bytes += found.document.text.len();
        let mut seen = HashMap::new();
        for fact in &found.facts {
            *self.facts.entry(fact.kind()).or_default() += 1;
            seen.insert(fact.kind(), ());
            if !RANKED.iter().any(|(_, kind, _)| *kind == fact.kind()) {
                continue;
            }
            let fields = Fields::of(fact);
            for ((_, kind, key), values) in RANKED.iter().zip(&mut self.values) {
                if *kind == fact.kind()
                    && let Some(value) = fields.get(key)
                {
                    *values.entry(value.to_owned()).or_default() += 1;
                }
            }
        }
        for kind in seen.into_keys() {
            *self.within.entry(kind).or_default() += usize::from(!found.document.continues);
        }
    }

    /// Keeps the largest sums, each by its value or the upper end of its range.
    fn add_sums(&mut self, found: &Found<'_>, top: usize) {
        let mut index = None;
        for fact in found.facts.iter().filter(|fact| fact.kind() == FactKind::Money) {
            let Some(value) =
                sum(fact).filter(|value| self.sums.len() < top || self.sums.iter().any(|sum| sum.value < *value))
            else {
                continue;
            };
            let index = index.get_or_insert_with(|| LineIndex::new(found.document.source_text()));
            let line = found.document.line + index.line_column(fact.span().start).0 - 1;
            let text = markup::without_filler(fact.text());
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            self.sums.push(Sum { value, place: format!("{}:{line}", found.document.name()), text });
            self.sums.sort_by_key(|sum| Reverse(sum.value));
            self.sums.truncate(top);
        }
    }

    fn report(&self, top: usize) -> String {
        let all: usize = self.facts.values().sum();
        let documents = if self.documents == 1 { "document" } else { "documents" };
        let mut out = format!("{} {documents}, {} bytes, {all} facts\n\n", self.documents, self.bytes);
        let _ = writeln!(out, "{:<18}{:>9}  {:>14}  {:>12}", "kind", "facts", "per document", "in documents");
        for (kind, facts) in ranked(&self.facts) {
            let tenths = facts * 10 / self.documents.max(1);
            let within = self.within.get(kind).copied().unwrap_or_default();
            let _ = writeln!(
                out,
                "{:<18}{facts:>9}  {:>14}  {within:>12}",
                kind.name(),
                format!("{}.{}", tenths / 10, tenths % 10)
            );
        }
        for ((title, ..), values) in RANKED.iter().zip(&self.values).filter(|(_, values)| !values.is_empty()) {
            let _ = writeln!(out, "\n{title} ({} different)", values.len());
            for (value, count) in ranked(values).into_iter().take(top) {
                let pad = " ".repeat(40_usize.saturating_sub(display_width(value)));
                let _ = writeln!(out, "  {value}{pad}{count:>8}");
            }
        }
        if !self.sums.is_empty() {
            let _ = writeln!(out, "\nlargest sums in {CURRENCY}");
        }
        for sum in &self.sums {
            let _ = writeln!(out, "  {:>24}  {}  {}", sum.value, sum.place, sum.text);
        }
        out
    }
}

/// The sum that a fact states in the currency that is shown.
fn sum(fact: &Fact<'_>) -> Option<Decimal> {
    let fields = Fields::of(fact);
    fields.get("currency").filter(|currency| *currency == CURRENCY)?;
    ["value", "high", "low"].iter().find_map(|key| fields.get(key))?.parse().ok()
}

/// The most frequent first; as frequent ones in order.
fn ranked<K: Ord>(counts: &HashMap<K, usize>) -> Vec<(&K, usize)> {
    let mut ranked: Vec<_> = counts.iter().map(|(key, count)| (key, *count)).collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    ranked
}
