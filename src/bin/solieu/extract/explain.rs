//! `--explain`: every reading at every place, for a fact that did not come.

use std::fmt::Write as _;

use solieu::{Extractor, LineIndex, Verdict};

use crate::pipeline::Found;

/// What happened at each anchor of a text.
pub(super) fn explain(found: &Found<'_>, extractor: &Extractor) -> String {
    let document = found.document;
    let index = LineIndex::new(document.source_text());
    let mut out = format!("{}\n", document.name());
    for explanation in extractor.explain(&document.text) {
        let (line, column) = index.line_column(explanation.anchor.start);
        let line = document.line + line - 1;
        let anchor = document.text.get(explanation.anchor.range()).unwrap_or_default();
        let _ = writeln!(out, "{line}:{column}  `{anchor}`");
        if explanation.candidates.is_empty() {
            out.push_str("    no kind reads anything here\n");
        }
        for candidate in &explanation.candidates {
            let text = candidate.text.split_whitespace().collect::<Vec<_>>().join(" ");
            let _ =
                writeln!(out, "    {:<16}{:<48}{}", candidate.rule, format!("`{text}`"), verdict(candidate.verdict));
        }
    }
    out
}

const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Won => "won",
        Verdict::Shorter => "lost: another reading is longer, or as long and comes before it",
        Verdict::Overlaps => "lost: it would overlap the fact before it",
        Verdict::Silent => "won, but is no fact or not asked for",
        _ => "lost",
    }
}
