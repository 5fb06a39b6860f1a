//! Standoff annotations as the brat tool reads them.

use std::fmt::Write as _;

use super::fields::Fields;
use crate::{Fact, LineIndex};

/// The `.ann` file that goes with `text` saved as a `.txt` file of its own.
///
/// Each fact is a text-bound annotation `T1`, `T2`, … with its kind as type; what it says stands in
/// a note, as `key=value` parted by `; `. Offsets are code points, as brat counts; a fact that runs
/// over a line break is written in fragments, one for each line.
///
/// ```
/// use solieu::Extractor;
/// use solieu::output::brat;
///
/// let text = "Đạt 88,24%";
/// let facts: Vec<_> = Extractor::new().facts(text).collect();
/// assert_eq!(brat(text, &facts), "T1\tpercentage 4 10\t88,24%\n#1\tAnnotatorNotes T1\tvalue=88.24; unit=percent\n");
/// ```
#[must_use]
pub fn brat(text: &str, facts: &[Fact<'_>]) -> String {
    let index = LineIndex::new(text);
    let mut out = String::new();
    for (number, fact) in facts.iter().enumerate().map(|(at, fact)| (at + 1, fact)) {
        let fragments = fragments(fact, &index);
        let words: Vec<_> = fact.text().lines().filter(|line| !line.is_empty()).collect();
        let _ = writeln!(out, "T{number}\t{} {}\t{}", fact.kind(), fragments.join(";"), words.join(" "));
        let stated: Vec<_> = Fields::of(fact).stated().map(|(key, value)| format!("{key}={}", line(value))).collect();
        if !stated.is_empty() {
            let _ = writeln!(out, "#{number}\tAnnotatorNotes T{number}\t{}", stated.join("; "));
        }
    }
    out
}

/// `4 10` for each line that the fact stands on.
fn fragments(fact: &Fact<'_>, index: &LineIndex<'_>) -> Vec<String> {
    let mut at = fact.span().start;
    let mut fragments = Vec::new();
    for line in fact.text().split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        if !content.is_empty() {
            fragments.push(format!("{} {}", index.to_char(at), index.to_char(at + content.len())));
        }
        at += line.len();
    }
    fragments
}

/// The value without line breaks and tabs, which end a field.
fn line(value: &str) -> String {
    value.replace(['\n', '\r', '\t'], " ")
}
