//! Texts that nobody would write: nothing panics, every law holds, and the time stays linear.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]
#![cfg(feature = "serde")]

mod common;
#[path = "../benches/linear/inputs.rs"]
mod inputs;

use std::time::Duration;

use common::laws;
use solieu::{Extractor, LineIndex, Normalizer};

/// All laws that a text of any kind must keep.
fn check(extractor: &Extractor, name: &str, text: &str) {
    laws::places(extractor, text).unwrap_or_else(|fault| panic!("{name}: {fault}"));
    laws::json(extractor, text).unwrap_or_else(|fault| panic!("{name}: {fault}"));
}

#[test]
fn hard_pieces_repeated_keep_the_laws() {
    let extractor = Extractor::new();
    for input in inputs::all() {
        for bytes in [1, 100, 5_000] {
            let text = input.text(bytes);
            check(&extractor, &input.name, &text);
            check(&extractor, &input.name, &format!("Đã tiếp 5.873 lượt {text} đạt 88,24% năm 2018"));
            if text.len() < 20_000 {
                laws::spellings(&extractor, &text).unwrap_or_else(|fault| panic!("{}: {fault}", input.name));
            }
        }
    }
}

#[test]
fn hard_pieces_in_pairs_keep_the_laws() {
    let extractor = Extractor::new();
    let pieces: Vec<_> = inputs::all().into_iter().map(|input| input.piece).filter(|piece| piece.len() < 40).collect();
    let mut facts = 0;
    for a in &pieces {
        for b in &pieces {
            let text = format!("{a}{b}{a}{b}");
            facts += laws::places(&extractor, &text).unwrap_or_else(|fault| panic!("{text:?}: {fault}"));
        }
    }
    println!("{} pairs, {facts} facts", pieces.len() * pieces.len());
}

#[test]
fn a_text_may_be_cut_at_any_place() {
    let extractor = Extractor::new();
    let text = "Căn cứ Quyết định số 84QĐ/TU ngày 4/3/2011 của Ban Thường vụ Thành ủy, từ ngày 1/8/2018 đến 31/7/2019 đã tiếp \
                5.873 lượt (tăng 17,32% so với cùng kỳ năm 2017), 3 tỷ 651 triệu đồng, hai mươi lăm xã, điểm a khoản 2 Điều 5.";
    for (name, text) in [("NFC", text.to_owned()), ("NFD", common::nfd(text)), ("CP1258", common::cp1258_order(text))] {
        for at in (0..text.len()).filter(|&at| text.is_char_boundary(at)) {
            check(&extractor, name, &text[..at]);
            check(&extractor, name, &text[at..]);
        }
    }
}

#[test]
fn every_character_of_unicode_may_stand_anywhere() {
    let extractor = Extractor::new();
    for c in (0..=0x10_FFFF).filter_map(char::from_u32) {
        // Most of the planes are alike: a part of them will do.
        if c as u32 > 0x3_0000 && !(c as u32).is_multiple_of(257) {
            continue;
        }
        let text = format!("{c}5{c}%{c} 12 hộ{c} ngày 1/2/2018{c}");
        laws::places(&extractor, &text).unwrap_or_else(|fault| panic!("U+{:04X}: {fault}", c as u32));
    }
}

/// The thread's own time for the facts of a text.
fn time(extractor: &Extractor, text: &str) -> (usize, Duration) {
    let start = cpu_time::ThreadTime::now();
    let count = extractor.facts(text).count();
    (count, start.elapsed())
}

#[test]
fn what_is_huge_takes_as_long_as_it_is() {
    let extractor = Extractor::new();
    let sentence = "Đã tiếp 5.873 lượt, đạt 88,24% và chi 1.500 tỷ đồng; ";
    let cases: [(&str, String, String); 8] = [
        ("one line", sentence.repeat(1_000), sentence.repeat(100_000)),
        ("brackets", "(".repeat(100_000), "(".repeat(10_000_000)),
        ("nested", "(1".repeat(10_000) + &")".repeat(10_000), "(1".repeat(1_000_000) + &")".repeat(1_000_000)),
        ("digits", "7".repeat(10_000), "7".repeat(1_000_000)),
        ("marks on a letter", "e".to_owned() + &"\u{301}".repeat(1_000), "e".to_owned() + &"\u{301}".repeat(100_000)),
        ("NUL", "\0".repeat(100_000), "\0".repeat(10_000_000)),
        ("direction", "\u{202e}1 người\u{202c} ".repeat(1_000), "\u{202e}1 người\u{202c} ".repeat(100_000)),
        ("a word", "ươ".repeat(10_000), "ươ".repeat(1_000_000)),
    ];
    for (name, small, large) in cases {
        time(&extractor, &small);
        let (few, short) = time(&extractor, &small);
        let (many, long) = time(&extractor, &large);
        let times = (large.len() / small.len()) as u32;
        println!(
            "{name:18} {:>10} bytes {few:>7} facts {short:?}; {:>10} bytes {many:>7} facts {long:?}",
            small.len(),
            large.len()
        );
        // Four times the share: the machine may be busy. A square would be a hundred times.
        assert!(long < short * times * 4 + Duration::from_millis(200), "{name}: {short:?} × {times} became {long:?}");
        let spans: Vec<_> = extractor.facts(&large).map(|fact| fact.span()).collect();
        assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{name}");
    }
}

#[test]
fn normalizing_anything_keeps_every_place() {
    let normalizer = Normalizer::new();
    for input in inputs::all() {
        let text = input.text(300);
        let normalized = normalizer.normalize(&text);
        let whole = normalized.to_source(solieu::Span::new(0, normalized.len()));
        assert!(text.get(whole.range()).is_some(), "{}: {whole:?}", input.name);
        let again = normalizer.normalize(&normalized);
        assert_eq!(&*again, &*normalized, "{}", input.name);
        let index = LineIndex::new(&text);
        drop(index);
    }
}
