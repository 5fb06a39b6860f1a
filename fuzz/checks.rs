//! What the fuzz targets check. `tests/suite/regressions.rs` runs the same over every input that once failed.

#![allow(dead_code)] // each target uses one

use std::fmt::{Debug, Display};
use std::str::FromStr;

use solieu::normalize::{Repair, nfc};
use solieu::{
    Date, Day, Decimal, DocumentNumber, Every, Extractor, Fact, FactKind, LineIndex, LunarDay, Normalizer, Partial,
    Period, Recurrence, RecurrenceRule, Span, Time,
};
use unicode_normalization::UnicodeNormalization as _;

use crate::common::laws;

/// A check and its name.
pub(crate) type Check = (&'static str, fn(&[u8]));

/// All checks.
pub(crate) const ALL: [Check; 5] = [
    ("extract", extract),
    ("normalize", normalize),
    ("decode", decode),
    ("values", values),
    ("differential", differential),
];

fn hold<T>(law: Result<T, String>, text: &str) -> T {
    law.unwrap_or_else(|fault| panic!("{fault}\nin {text:?}"))
}

/// The laws of places, of JSON; documents with links; explanations.
pub(crate) fn extract(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let extractor = Extractor::new();
    hold(laws::places(&extractor, &text), &text);
    hold(laws::json(&extractor, &text), &text);
    let document = extractor.document(&text);
    assert_eq!(document.facts().len(), extractor.facts(&text).count(), "in {text:?}");
    for explanation in extractor.explain(&text) {
        assert!(text.get(explanation.anchor.range()).is_some(), "{:?} in {text:?}", explanation.anchor);
        for candidate in explanation.candidates {
            assert_eq!(text.get(candidate.span.range()), Some(&*candidate.text), "in {text:?}");
        }
    }
}

/// Normalizing is idempotent, its map total and monotone, its composer Unicode's.
pub(crate) fn normalize(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    assert_eq!(nfc(&text), text.nfc().collect::<String>(), "the composer on {text:?}");
    let normalizers = [Normalizer::new(), Normalizer::new().repair(Repair::Aggressive).entities(true).one_blank(true)];
    for (i, normalizer) in normalizers.iter().enumerate() {
        let once = normalizer.normalize(&text);
        if i == 0 {
            let twice = normalizer.normalize(&once);
            assert_eq!(&*twice, &*once, "twice is not once on {text:?}");
        }
        let mut last = 0;
        for (at, c) in once.char_indices() {
            let span = once.to_source(Span::new(at, at + c.len_utf8()));
            assert!(
                text.get(span.range()).is_some() && span.start >= last,
                "{c:?} at {at} comes from {span:?} in {text:?}"
            );
            last = span.start;
        }
        let whole = once.to_source(Span::new(0, once.len()));
        assert!(whole.end <= text.len() && whole.start <= whole.end, "{whole:?} in {text:?}");
        for (at, c) in text.char_indices() {
            let span = once.offsets().to_normalized(Span::new(at, at + c.len_utf8()));
            assert!(once.get(span.range()).is_some(), "{c:?} at {at} became {span:?} in {text:?}");
        }
    }
    let index = LineIndex::new(&text);
    for (at, _) in text.char_indices() {
        assert_eq!(index.from_char(index.to_char(at)), at, "in {text:?}");
        assert_eq!(index.from_utf16(index.to_utf16(at)), at, "in {text:?}");
        assert!(index.line_column(at).0 <= text.len() + 1);
    }
}

/// Any bytes become text, whose places stand in the input.
pub(crate) fn decode(data: &[u8]) {
    let normalizer = Normalizer::new();
    let decoded = normalizer.decode(data);
    let mut last = 0;
    for (at, c) in decoded.char_indices() {
        let span = decoded.to_source(Span::new(at, at + c.len_utf8()));
        assert!(
            span.end <= data.len() && span.start <= span.end && span.start >= last,
            "{c:?} at {at} comes from {span:?}"
        );
        last = span.start;
    }
    for run in decoded.runs() {
        assert!(run.span.end <= data.len() && (0.0..=1.0).contains(&run.confidence), "{run:?}");
    }
    let text = String::from_utf8_lossy(data);
    let again = normalizer.decode_text(&text);
    for (at, c) in again.char_indices() {
        let span = again.to_source(Span::new(at, at + c.len_utf8()));
        assert!(text.get(span.range()).is_some(), "{c:?} at {at} comes from {span:?} in {text:?}");
    }
    hold(laws::places(&Extractor::new(), &decoded), &decoded);
}

/// What parses prints as something that parses as the same.
fn comes_back<T: FromStr + Display + PartialEq + Debug>(text: &str) {
    if let Ok(value) = text.parse::<T>() {
        let printed = value.to_string();
        match printed.parse::<T>() {
            Ok(again) => assert_eq!(again, value, "{text:?} prints as {printed:?}"),
            Err(_) => panic!("{text:?} is {value:?}, which prints as {printed:?}, which does not parse"),
        }
    }
}

/// Values from text and JSON.
pub(crate) fn values(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    comes_back::<Decimal>(&text);
    comes_back::<Day>(&text);
    comes_back::<Date>(&text);
    comes_back::<Period>(&text);
    comes_back::<Partial>(&text);
    comes_back::<Recurrence>(&text);
    comes_back::<RecurrenceRule>(&text);
    comes_back::<Every>(&text);
    comes_back::<Time>(&text);
    comes_back::<LunarDay>(&text);
    comes_back::<FactKind>(&text);
    // A document's number also knows where it stands, which its canonical form forgets; and a symbol
    // that nobody knows needs the type before it.
    if let Ok(number) = text.parse::<DocumentNumber<'static>>() {
        let printed = number.to_string();
        let read = |text: &str| text.parse::<DocumentNumber<'static>>().map(|again| again.to_string());
        let with_type = [number.kind(), Some("số"), Some(&printed)].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let again = read(&printed).or_else(|_| read(&with_type));
        assert_eq!(again, Ok(printed), "{text:?} is {number:?}");
    }
    if let Ok(decimal) = Decimal::from_vietnamese(&text) {
        assert_eq!(decimal.to_string().parse(), Ok(decimal), "{text:?}");
    }
    // Whatever a stranger sends as a fact either is one, and comes back, or is refused.
    if let Ok(fact) = serde_json::from_str::<Fact<'static>>(&text) {
        let written = serde_json::to_string(&fact).expect("a fact is JSON");
        let read: Fact<'static> = serde_json::from_str(&written).unwrap_or_else(|error| panic!("{written}: {error}"));
        assert_eq!(read, fact, "{written}");
    }
}

/// Two ways to the same facts: other spellings of Unicode, a text and its beginning, all kinds and one.
pub(crate) fn differential(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let extractor = Extractor::new();
    hold(laws::spellings(&extractor, &text), &text);
    // Whether a caron stands for a breve is judged by the whole text.
    let whole = Normalizer::new().normalize(&text);
    let alike = |(end, _)| whole.starts_with(&*Normalizer::new().normalize(&text[..end]));
    if text.match_indices("\n\n").all(alike) {
        hold(laws::prefixes(&extractor, &text, 4), &text);
    }
    let all: Vec<Fact<'_>> = extractor.facts(&text).collect();
    let kind = FactKind::ALL[text.len() % FactKind::ALL.len()];
    let one: Vec<Fact<'_>> = Extractor::builder().kinds([kind]).build().facts(&text).collect();
    // These are off by default.
    if !matches!(kind, FactKind::Ordinal | FactKind::Standard) {
        let of_kind: Vec<Fact<'_>> = all.into_iter().filter(|fact| fact.kind() == kind).collect();
        assert_eq!(one, of_kind, "{kind} alone in {text:?}");
    }
}
