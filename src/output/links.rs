//! What belongs together among the facts of a document: one relation a line.

use std::fmt::Write as _;

use super::jsonl::quote;
use super::positions::Positions;
use crate::{Fact, FactValue, Link, Span};

/// Adds a link between two of `facts` to `out` as one line of JSON, the `id` of their document in
/// front.
///
/// Each end says which fact it is (counted from 0), where it stands, its kind and its words; a
/// document with an identifier also says that, so that a graph of citations needs nothing else.
/// Nothing is written where a link leads out of `facts`.
///
/// ```
/// use solieu::Extractor;
/// use solieu::output::{Positions, link};
///
/// let document = Extractor::new().document("Theo khoản 2 Điều 5 Nghị định số 15/2020/NĐ-CP.");
/// let mut out = String::new();
/// for one in document.links() {
///     link(&mut out, "report-7", one, document.facts(), &Positions::default());
/// }
/// assert!(out.starts_with(r#"{"id":"report-7","relation":"part_of","from":{"fact":0,"start":5,"end":24,"#));
/// assert!(out.ends_with("\"identifier\":\"/akn/vn/act/nghi-dinh/cp/2020/15\"}}\n"));
/// ```
pub fn link(out: &mut String, id: &str, link: &Link, facts: &[Fact<'_>], positions: &Positions<'_>) {
    let (Some(from), Some(to)) = (facts.get(link.from), facts.get(link.to)) else { return };
    out.push_str("{\"id\":");
    quote(out, id);
    let _ = write!(out, ",\"relation\":\"{}\",\"from\":", link.relation);
    end(out, link.from, from, positions);
    out.push_str(",\"to\":");
    end(out, link.to, to, positions);
    out.push_str("}\n");
}

/// One end of a link.
fn end(out: &mut String, index: usize, fact: &Fact<'_>, positions: &Positions<'_>) {
    let (Span { start, end }, number) = (positions.span(fact.span()), positions.fact(index));
    let _ = write!(out, "{{\"fact\":{number},\"start\":{start},\"end\":{end},\"kind\":\"{}\",\"text\":", fact.kind());
    quote(out, fact.text());
    if let FactValue::DocumentNumber(document) = fact.value()
        && let Some(identifier) = document.id()
    {
        out.push_str(",\"identifier\":");
        quote(out, identifier);
    }
    out.push('}');
}

/// Links as relations of a brat `.ann` file, whose annotations [`brat`](super::brat) wrote for the
/// same facts.
///
/// ```
/// use solieu::Extractor;
/// use solieu::output::brat_relations;
///
/// let document = Extractor::new().document("Theo khoản 2 Điều 5 Nghị định số 15/2020/NĐ-CP.");
/// assert_eq!(brat_relations(document.links()), "R1\tpart_of Arg1:T1 Arg2:T2\n");
/// ```
#[must_use]
pub fn brat_relations(links: &[Link]) -> String {
    let mut out = String::new();
    for (number, link) in links.iter().enumerate() {
        let Link { from, relation, to } = link;
        let _ = writeln!(out, "R{}\t{relation} Arg1:T{} Arg2:T{}", number + 1, from + 1, to + 1);
    }
    out
}
