//! Marked text: running text with the facts that it states marked inside.
//!
//! ```text
//! # a comment
//! == name of a document
//! Đã tiếp ⟦count value=5873 unit=lượt|5.873 lượt⟧, đạt ⟦percentage value=88.24|88,24%⟧.
//! ```
//!
//! A mark is `⟦kind key=value …|surface⟧`. A value with blanks stands in double quotes; a list is
//! written `a,b,c`. `?` behind the kind (`⟦count? …|…⟧`) makes it optional: it may be found or not.
//! `⟦none|surface⟧` is a trap: nothing may be found that overlaps it. Text that is not marked states
//! no fact; a comment `# kinds: a, b` says that only these kinds are marked in the file. A document whose name ends in `(open)` is known to fail: it is told, not asserted.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value};
use solieu::{Extractor, FactKind};

pub(crate) struct Document {
    pub(crate) id: String,
    /// The kinds that are marked; empty for all.
    pub(crate) kinds: Vec<FactKind>,
    pub(crate) text: String,
    pub(crate) marks: Vec<Mark>,
}

#[derive(Debug)]
pub(crate) struct Mark {
    pub(crate) kind: String,
    pub(crate) optional: bool,
    pub(crate) keys: Vec<(String, String)>,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Document {
    pub(crate) fn is_open(&self) -> bool {
        self.id.ends_with("(open)")
    }
}

pub(crate) fn read(path: &Path) -> Vec<Document> {
    let content = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut raw: Vec<(String, String)> = Vec::new();
    for line in content.lines() {
        if let Some(id) = line.strip_prefix("== ") {
            raw.push((id.trim().to_owned(), String::new()));
        } else if let (false, Some((_, text))) = (line.starts_with('#'), raw.last_mut()) {
            text.push_str(line);
            text.push('\n');
        }
    }
    let kinds: Vec<FactKind> = content
        .lines()
        .filter_map(|line| line.strip_prefix("# kinds: "))
        .flat_map(|kinds| kinds.split(", "))
        .map(|kind| kind.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display())))
        .collect();
    let parsed = raw.into_iter().map(|(id, marked)| {
        let (text, marks) =
            parse(marked.trim_matches('\n')).unwrap_or_else(|why| panic!("{}: {id}: {why}", path.display()));
        Document { id, kinds: kinds.clone(), text, marks }
    });
    parsed.collect()
}

/// Marked text as plain text and marks.
fn parse(marked: &str) -> Result<(String, Vec<Mark>), String> {
    let (mut text, mut marks) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, from)) = rest.split_once('⟦') {
        text.push_str(before);
        let (mark, behind) = from.split_once('⟧').ok_or_else(|| format!("`⟦{from:.60}` is not closed"))?;
        let (head, surface) = mark.split_once('|').ok_or_else(|| format!("`{mark}` has no `|`"))?;
        let mut words = words(head).into_iter();
        let kind = words.next().ok_or_else(|| format!("`{mark}` has no kind"))?;
        let keys = words.map(|word| match word.split_once('=') {
            Some((key, value)) => Ok((key.to_owned(), value.to_owned())),
            None => Err(format!("`{word}` in `{mark}` is no key=value")),
        });
        let keys = keys.collect::<Result<_, _>>()?;
        let start = text.len();
        text.push_str(surface);
        let optional = kind.ends_with('?');
        marks.push(Mark { kind: kind.trim_end_matches('?').to_owned(), optional, keys, start, end: text.len() });
        rest = behind;
    }
    if rest.contains('⟧') {
        return Err(format!("`⟧` without `⟦` in `{rest:.60}`"));
    }
    text.push_str(rest);
    Ok((text, marks))
}

/// Words at blanks that stand outside of double quotes; the quotes are dropped.
fn words(head: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for c in head.chars() {
        match c {
            '"' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => {
                if !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
            }
            c => word.push(c),
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Keys whose absence in a mark means that the fact must not have them either.
const EXACT: [&str; 3] = ["low", "high", "change"];
/// Free text: one side may be a part of the other.
const LOOSE: [&str; 3] = ["issuer", "title", "compared_to"];

/// What in a document is not as marked, a line for each fault.
pub(crate) fn faults(extractor: &Extractor, document: &Document) -> Vec<String> {
    let found: Vec<Map<String, Value>> = extractor
        .facts(&document.text)
        .filter(|fact| document.kinds.is_empty() || document.kinds.contains(&fact.kind()))
        .map(|fact| match serde_json::to_value(&fact) {
            Ok(Value::Object(keys)) => keys,
            other => panic!("a fact is no JSON object: {other:?}"),
        })
        .collect();
    let place = |fact: &Map<String, Value>, key: &str| fact[key].as_u64().expect("an offset") as usize;
    let overlaps =
        |mark: &Mark, fact: &Map<String, Value>| mark.start < place(fact, "end") && place(fact, "start") < mark.end;
    let mut faults = Vec::new();
    let mut told = vec![false; found.len()];
    for mark in &document.marks {
        let near: Vec<usize> = (0..found.len()).filter(|&i| overlaps(mark, &found[i])).collect();
        let surface = &document.text[mark.start..mark.end];
        if mark.kind == "none" {
            continue; // whatever overlaps it is told as false below
        }
        let hit = near.iter().copied().find(|&i| found[i]["kind"] == mark.kind.as_str() && !told[i]);
        if mark.optional {
            near.iter().for_each(|&i| told[i] = true);
            continue;
        }
        let Some(hit) = hit else {
            faults.push(format!("`{surface}` was not found as {}", mark.kind));
            continue;
        };
        told[hit] = true;
        let fact = &found[hit];
        if (place(fact, "start"), place(fact, "end")) != (mark.start, mark.end) {
            faults.push(format!("`{surface}` was found as {}", fact["text"]));
        }
        for (key, wanted) in &mark.keys {
            let told = fact.get(key).map(plain).unwrap_or_default();
            if !same(key, wanted, &told) {
                faults.push(format!("`{surface}`: {key} is `{told}`, not `{wanted}`"));
            }
        }
        for key in EXACT {
            if let (Some(told), false) = (fact.get(key), mark.keys.iter().any(|(name, _)| name == key)) {
                faults.push(format!("`{surface}`: {key} is {told}, and should not be told"));
            }
        }
    }
    for (fact, _) in found.iter().zip(told).filter(|(_, told)| !told) {
        faults.push(format!("{} is no {}", fact["text"], fact["kind"]));
    }
    faults
}

/// A JSON value as marks write it.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

fn same(key: &str, wanted: &str, told: &str) -> bool {
    if LOOSE.contains(&key) {
        let (a, b) = (wanted.to_lowercase(), told.to_lowercase());
        return !b.is_empty() && (a.contains(&b) || b.contains(&a));
    }
    wanted == told || number(wanted).is_some_and(|wanted| number(told) == Some(wanted))
}

fn number(text: &str) -> Option<solieu::Decimal> {
    text.parse().ok()
}
