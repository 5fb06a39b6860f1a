//! The facts of a text in the format that was asked for.

use solieu::output::{Positions, Row, Unit, brat, brat_relations, csv, html, jsonl, link, table};
use solieu::{Fact, FactKind, LineIndex};

use crate::args::{From, To};
use crate::document::Document;
use crate::markup::without_filler;
use crate::pipeline::Found;

/// How facts are written.
pub(super) struct Render {
    pub(super) to: To,
    pub(super) unit: Unit,
    /// Whether a place needs the name of its document.
    pub(super) several: bool,
    pub(super) colour: bool,
}

/// What of the same document comes before a piece of it.
#[derive(Clone, Copy, Default)]
pub(super) struct Before {
    pub(super) units: usize,
    pub(super) facts: usize,
}

/// What goes to a file.
pub(super) struct Rendered {
    pub(super) output: String,
    /// How many facts there are of each kind.
    pub(super) counts: Vec<(FactKind, usize)>,
}

impl Render {
    /// The facts of one text.
    pub(super) fn one(&self, found: &Found<'_>, before: Before) -> Rendered {
        let Found { document, facts, links } = found;
        let output = match self.to {
            To::Jsonl => self.lines(found, before, |out, fact, positions| jsonl(out, &document.id, fact, positions)),
            To::Csv => {
                let id = document.name();
                self.lines(found, before, |out, fact, positions| csv(out, &id, fact, positions))
            }
            To::Html => html(&document.name(), &document.text, facts),
            To::Brat => brat(&document.text, facts) + &brat_relations(links),
            To::Links => self.links(found, before),
            To::Table => self.table(std::slice::from_ref(found)),
        };
        let output = if document.format == From::Html { without_filler(&output) } else { output };
        let count = |kind| facts.iter().filter(|fact| fact.kind() == kind).count();
        let counts = FactKind::ALL.iter().map(|&kind| (kind, count(kind))).filter(|(_, count)| *count > 0);
        Rendered { output, counts: counts.collect() }
    }

    fn lines(
        &self,
        found: &Found<'_>,
        before: Before,
        write: impl Fn(&mut String, &Fact<'_>, &Positions<'_>),
    ) -> String {
        let positions = self.positions(found.document, before);
        let mut out = String::new();
        found.facts.iter().for_each(|fact| write(&mut out, fact, &positions));
        out
    }

    fn positions<'d>(&self, document: &'d Document, before: Before) -> Positions<'d> {
        document.origin.positions(document.source_text(), self.unit).behind(before.units, before.facts)
    }

    fn links(&self, found: &Found<'_>, before: Before) -> String {
        let Found { document, facts, links } = found;
        let positions = self.positions(document, before);
        let name = document.name();
        let mut out = String::new();
        links.iter().for_each(|one| link(&mut out, &name, one, facts, &positions));
        out
    }

    /// One table of the facts of several texts.
    pub(super) fn table(&self, found: &[Found<'_>]) -> String {
        let rows: Vec<_> = found.iter().flat_map(|found| self.rows(found)).collect();
        if rows.is_empty() {
            return String::new();
        }
        let table = table(&rows, |kind, cell| if self.colour { paint(kind, cell) } else { cell.to_owned() });
        let html = found.iter().any(|found| found.document.format == From::Html);
        if html { without_filler(&table) } else { table }
    }

    fn rows<'f>(&self, found: &'f Found<'_>) -> Vec<Row<'f>> {
        let index = LineIndex::new(found.document.source_text());
        let name = found.document.name();
        let row = |fact| {
            let line = found.document.line + index.line_column(Fact::span(fact).start).0 - 1;
            let place = if self.several { format!("{name}:{line}") } else { line.to_string() };
            Row { place: place.into(), fact }
        };
        found.facts.iter().map(row).collect()
    }
}

/// The cell in the colour of its kind.
fn paint(kind: FactKind, cell: &str) -> String {
    let colour = match kind {
        FactKind::Count => 34,
        FactKind::Percentage | FactKind::Ratio => 32,
        FactKind::Money => 33,
        FactKind::Measure | FactKind::Duration => 36,
        FactKind::Date | FactKind::Period | FactKind::Recurrence => 35,
        FactKind::DocumentNumber | FactKind::Provision => 31,
        _ => 37,
    };
    format!("\u{1b}[{colour}m{cell}\u{1b}[0m")
}
