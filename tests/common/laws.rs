//! What holds for every text, whatever it says. The fuzz targets check the same.

use serde_json::Value;
use solieu::{Extractor, Fact, Segment};

use super::{cp1258_order, nfc, nfd};

/// Spans lie on character boundaries, are not empty, sorted and disjoint, and hold no blank line; the text of a fact is
/// the caller's own; the segments tile the text.
pub(crate) fn places(extractor: &Extractor, text: &str) -> Result<usize, String> {
    let mut end = 0;
    let mut count = 0;
    for fact in extractor.facts(text) {
        let span = fact.span();
        let Some(own) = text.get(span.range()) else {
            return Err(format!("{span:?} is no place in the text: {fact:?}"));
        };
        if own != fact.text() || own.is_empty() || span.start < end {
            return Err(format!("{span:?} {own:?} behind {end}: {fact:?}"));
        }
        // Two paragraphs state no fact together.
        let mut lines = own.split('\n').skip(1).peekable();
        while let Some(line) = lines.next() {
            if lines.peek().is_some() && line.bytes().all(|byte| byte.is_ascii_whitespace()) {
                return Err(format!("a blank line lies within {fact:?}"));
            }
        }
        (end, count) = (span.end, count + 1);
    }
    let mut joined = String::with_capacity(text.len());
    let mut facts = 0;
    for segment in extractor.segments(text) {
        match segment {
            Segment::Fact(fact) => {
                facts += 1;
                joined.push_str(fact.text());
            }
            Segment::Plain(span, plain) => {
                if span.start != joined.len() || span.len() != plain.len() || plain.is_empty() {
                    return Err(format!("plain segment {span:?} behind {}", joined.len()));
                }
                joined.push_str(plain);
            }
        }
    }
    if joined != text || facts != count {
        return Err(format!("{facts} of {count} facts in segments, which are not the text"));
    }
    Ok(count)
}

/// Through JSON and back each fact is the same.
pub(crate) fn json(extractor: &Extractor, text: &str) -> Result<(), String> {
    for fact in extractor.facts(text) {
        let written = serde_json::to_string(&fact).map_err(|error| format!("{fact:?}: {error}"))?;
        let read: Fact<'static> = serde_json::from_str(&written).map_err(|error| format!("{written}: {error}"))?;
        if read != fact.clone().into_owned() {
            return Err(format!("{fact:?} is written {written} and read {read:?}"));
        }
    }
    Ok(())
}

/// A fact without its place and its spelling.
pub(crate) fn value(fact: &Fact<'_>) -> Value {
    let mut value = serde_json::to_value(fact).expect("a fact is JSON");
    if let Value::Object(keys) = &mut value {
        for place in ["start", "end", "text", "full_start", "full_end"] {
            keys.remove(place);
        }
    }
    value
}

/// The values in a text.
pub(crate) fn values(extractor: &Extractor, text: &str) -> Vec<Value> {
    extractor.facts(text).map(|fact| value(&fact)).collect()
}

/// Composed, decomposed and in the order of code page 1258 a text says the same.
pub(crate) fn spellings(extractor: &Extractor, text: &str) -> Result<(), String> {
    let composed = nfc(text);
    let wanted: Vec<_> = extractor.facts(&composed).map(|fact| (value(&fact), nfd(fact.text()))).collect();
    for (name, other) in [("NFD", nfd(&composed)), ("CP1258", cp1258_order(&composed))] {
        let told: Vec<_> = extractor.facts(&other).map(|fact| (value(&fact), nfd(fact.text()))).collect();
        // A span takes in a mark that only the other spelling has apart, outside Vietnamese: it grows to
        // the border of what was composed, and the mark may stand before one that was.
        let holds = |all: &str, part: &str| {
            let mut all = all.chars();
            part.chars().all(|c| all.any(|other| other == c))
        };
        let differs = |(a, b): (&(Value, String), &(Value, String))| a.0 != b.0 || !holds(&b.1, &a.1);
        let at = wanted.iter().zip(&told).position(differs).unwrap_or(wanted.len().min(told.len()));
        if at < wanted.len().max(told.len()) {
            return Err(format!(
                "{name}: {} for {} facts, first {:?} for {:?}",
                told.len(),
                wanted.len(),
                told.get(at),
                wanted.get(at)
            ));
        }
    }
    Ok(())
}

/// A fact with its place.
type Placed = (usize, usize, Value);

fn placed(extractor: &Extractor, text: &str) -> Vec<Placed> {
    extractor.facts(text).map(|fact| (fact.span().start, fact.span().end, value(&fact))).collect()
}

fn first_difference(a: &[Placed], b: &[Placed]) -> String {
    let at = a.iter().zip(b).position(|(a, b)| a != b).unwrap_or(a.len().min(b.len()));
    format!("{:?} and {:?}", a.get(at), b.get(at))
}

/// What a paragraph says does not depend on the paragraphs behind it. (Those before it may name the
/// currency that it leaves out.) Checked at no more than `most` paragraphs.
pub(crate) fn prefixes(extractor: &Extractor, text: &str, most: usize) -> Result<(), String> {
    let ends: Vec<usize> = text.match_indices("\n\n").map(|(at, _)| at).filter(|&at| at > 0).collect();
    if ends.is_empty() {
        return Ok(());
    }
    let whole = placed(extractor, text);
    for &end in ends.iter().step_by(ends.len().div_ceil(most)) {
        let prefix = placed(extractor, &text[..end]);
        let inside = &whole[..whole.partition_point(|(start, ..)| *start < end)];
        if prefix != inside {
            return Err(format!("cut at {end}: {}", first_difference(&prefix, inside)));
        }
    }
    Ok(())
}

/// How many paragraphs say something else alone than among the paragraphs before them; and an example.
pub(crate) fn paragraphs(extractor: &Extractor, text: &str) -> (usize, usize, Option<String>) {
    let mut whole = placed(extractor, text).into_iter().peekable();
    let (mut start, mut all, mut different, mut example) = (0, 0, 0, None);
    for paragraph in text.split_inclusive("\n\n") {
        let end = start + paragraph.len();
        let mut inside = Vec::new();
        while let Some((from, to, value)) = whole.next_if(|(from, ..)| *from < end) {
            inside.push((from - start, to - start, value));
        }
        let alone = placed(extractor, paragraph);
        all += 1;
        if alone != inside {
            different += 1;
            example.get_or_insert_with(|| format!("at {start}: {}", first_difference(&alone, &inside)));
        }
        start = end;
    }
    (all, different, example)
}
