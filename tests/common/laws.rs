//! What holds for every text, whatever it says. The fuzz targets check the same.

use serde_json::Value;
use solieu::{Extractor, Fact, Segment};

use super::{cp1258_order, nfc, nfd};

/// Spans lie on character boundaries, are not empty, sorted and disjoint; the text of a fact is the
/// caller's own; the segments tile the text.
pub(crate) fn places(extractor: &Extractor, text: &str) -> Result<usize, String> {
    let mut end = 0;
    let mut count = 0;
    for fact in extractor.facts(text) {
        let span = fact.span();
        let Some(own) = text.get(span.range()) else { return Err(format!("{span:?} is no place in the text: {fact:?}")) };
        if own != fact.text() || own.is_empty() || span.start < end {
            return Err(format!("{span:?} {own:?} behind {end}: {fact:?}"));
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
        if told != wanted {
            let at = wanted.iter().zip(&told).position(|(a, b)| a != b).unwrap_or(wanted.len().min(told.len()));
            return Err(format!("{name}: {} for {} facts, first {:?} for {:?}", told.len(), wanted.len(), told.get(at), wanted.get(at)));
        }
    }
    Ok(())
}

/// What a paragraph says does not depend on the paragraphs around it.
pub(crate) fn paragraphs(extractor: &Extractor, text: &str) -> Result<(), String> {
    let mut whole = extractor.facts(text).peekable();
    let mut start = 0;
    for paragraph in text.split_inclusive("\n\n") {
        let end = start + paragraph.len();
        let mut inside = Vec::new();
        while let Some(fact) = whole.next_if(|fact| fact.span().start < end) {
            inside.push((fact.span().start - start, fact.span().end - start, value(&fact)));
        }
        let alone: Vec<_> = extractor.facts(paragraph).map(|fact| (fact.span().start, fact.span().end, value(&fact))).collect();
        if alone != inside {
            let at = alone.iter().zip(&inside).position(|(a, b)| a != b).unwrap_or(alone.len().min(inside.len()));
            return Err(format!("paragraph at {start}: alone {:?}, inside {:?}", alone.get(at), inside.get(at)));
        }
        start = end;
    }
    Ok(())
}
