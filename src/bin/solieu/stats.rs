//! `solieu stats`: what texts are made of.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{self, Write as _};

use solieu::FactKind;
use solieu::output::{Fields, display_width};

use crate::args::Stats;
use crate::document::Texts;
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
}

pub(crate) fn run(args: &Stats) -> Result<Outcome, Stop> {
    let extractor = args.what.extractor()?;
    let mut tally = Tally::default();
    let outcome = Pipeline::new(&args.input, Texts::Streamed)?.run(&extractor, |found, _| {
        found.iter().for_each(|found| tally.add(found));
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

    fn report(&self, top: usize) -> String {
        let all: usize = self.facts.values().sum();
        let mut out = format!("{} documents, {} bytes, {all} facts\n\n", self.documents, self.bytes);
        let _ = writeln!(out, "{:<18}{:>9}  {:>14}  {:>12}", "kind", "facts", "a document", "in documents");
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
        out
    }
}

/// The most frequent first; as frequent ones in order.
fn ranked<K: Ord>(counts: &HashMap<K, usize>) -> Vec<(&K, usize)> {
    let mut ranked: Vec<_> = counts.iter().map(|(key, count)| (key, *count)).collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    ranked
}
