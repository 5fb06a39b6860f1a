//! Composition against the `unicode-normalization` crate, and what is repaired beyond it.

use solieu::normalize::nfc;
use solieu::{Normalizer, Span};
use unicode_normalization::UnicodeNormalization;

use super::shared;

const BASES: &str = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯYàạáằặềệộớựéùỳÀẬ";
const MARKS: [char; 12] = [
    '\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}', '\u{302}', '\u{306}', '\u{31B}', '\u{340}', '\u{341}',
    '\u{30A}', '\u{327}',
];

fn reference(text: &str) -> String {
    text.nfc().collect()
}

/// Every base with every sequence of up to three marks.
fn clusters() -> Vec<String> {
    let mut all: Vec<String> = BASES.chars().map(String::from).collect();
    let mut last = all.clone();
    for _ in 0..3 {
        last = last.iter().flat_map(|start| MARKS.map(|mark| format!("{start}{mark}"))).collect();
        all.extend(last.iter().cloned());
    }
    all
}

/// Calls `check` with every code point, on all cores.
fn every_code_point(check: impl Fn(char) + Sync) {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for first in 0..cores {
            let check = &check;
            scope.spawn(move || ('\0'..=char::MAX).skip(first).step_by(cores).for_each(check));
        }
    });
}

#[test]
fn nfc_of_every_code_point_is_that_of_unicode_normalization() {
    every_code_point(|c| {
        for text in [format!("{c}"), format!("a{c}"), format!("{c}\u{301}"), format!("o\u{323}{c}\u{302}x")] {
            assert!(nfc(&text).chars().eq(text.nfc()), "{}", text.escape_unicode());
        }
    });
}

#[test]
fn nfc_of_every_vietnamese_cluster_is_that_of_unicode_normalization() {
    for cluster in clusters() {
        let text = format!("x{cluster}y");
        assert_eq!(nfc(&text), reference(&text), "{}", text.escape_unicode());
    }
}

/// What normalization does to marks beyond NFC: it drops a mark that the letter has already, and
/// puts a circumflex or breve behind a tone onto the letter. Nothing else.
#[test]
fn repair_of_marks_differs_from_nfc_only_in_doubled_and_late_marks() {
    let (mut doubled, mut late) = (0, 0);
    for cluster in clusters() {
        let plain = reference(&cluster);
        let repaired = Normalizer::new().normalize(&cluster).to_string();
        if repaired == plain {
            continue;
        }
        assert_eq!(repaired.chars().count(), 1, "{}", cluster.escape_unicode());
        let parts: Vec<char> = cluster.nfd().collect();
        let mut distinct = parts.clone();
        distinct.sort_unstable();
        distinct.dedup();
        let mut expected: Vec<char> = repaired.nfd().collect();
        expected.sort_unstable();
        assert_eq!(distinct, expected, "{}", cluster.escape_unicode());
        if distinct.len() < parts.len() { doubled += 1 } else { late += 1 }
    }
    assert_eq!((doubled, late), (DOUBLED, LATE));
}

const DOUBLED: usize = 2_730;
const LATE: usize = 55;

#[test]
fn everything_is_idempotent() {
    every_code_point(|c| {
        for text in [format!("{c}"), format!("a{c}\u{301}b"), format!("TT-{c}C x{c}\u{300}\u{302}")] {
            let once = Normalizer::new().normalize(&text);
            // Of what is unchanged the second look is the first one again.
            if once.unchanged().is_none() {
                assert_eq!(*Normalizer::new().normalize(&once), *once, "{}", text.escape_unicode());
            }
            assert!(once.chars().eq(once.nfc()), "{}", text.escape_unicode());
        }
    });
}

#[test]
fn real_texts_are_idempotent() {
    for (path, text) in shared::real_texts() {
        for text in [text.clone(), text.nfd().collect()] {
            let once = Normalizer::new().normalize(&text).to_string();
            let twice = Normalizer::new().normalize(&once);
            assert!(twice.unchanged().is_some(), "{}", path.display());
        }
    }
}

#[test]
fn each_word_of_a_decomposed_text_is_found_in_its_source() {
    for (path, text) in shared::real_texts() {
        let composed = Normalizer::new().normalize(&text).to_string();
        let decomposed: String = composed.nfd().collect();
        let normalized = Normalizer::new().normalize(&decomposed);
        assert_eq!(*normalized, composed, "{}", path.display());
        let mut at = 0;
        for word in composed.split(' ') {
            let span = normalized.to_source(Span::new(at, at + word.len()));
            assert_eq!(decomposed[span.range()].nfc().collect::<String>(), word, "{}", path.display());
            assert_eq!(normalized.offsets().to_normalized(span), Span::new(at, at + word.len()));
            at += word.len() + 1;
        }
    }
}
