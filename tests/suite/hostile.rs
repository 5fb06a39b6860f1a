//! Texts that nobody would write: nothing panics, every law holds, and the time stays linear.

use std::ops::RangeInclusive;
use std::time::Duration;

use solieu::{Extractor, LineIndex, Normalizer};

use crate::common::laws;
use crate::inputs;

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
    for (name, text) in
        [("NFC", text.to_owned()), ("NFD", crate::common::nfd(text)), ("CP1258", crate::common::cp1258_order(text))]
    {
        for at in (0..text.len()).filter(|&at| text.is_char_boundary(at)) {
            check(&extractor, name, &text[..at]);
            check(&extractor, name, &text[at..]);
        }
    }
}

#[test]
fn every_character_of_the_basic_plane_may_stand_anywhere() {
    may_stand_anywhere('\0'..='\u{FFFF}');
}

#[test]
fn every_character_of_the_other_planes_may_stand_anywhere() {
    may_stand_anywhere('\u{10000}'..=char::MAX);
}

fn may_stand_anywhere(chars: RangeInclusive<char>) {
    let extractor = Extractor::new();
    for c in chars {
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

/// A text of a hundred times the size takes about a hundred times as long; and its facts are in order.
fn takes_as_long_as_it_is(small: &str, large: &str) {
    let extractor = Extractor::new();
    time(&extractor, small);
    let (few, short) = time(&extractor, small);
    let (many, long) = time(&extractor, large);
    let times = (large.len() / small.len()) as u32;
    println!("{:>10} bytes {few:>7} facts {short:?}; {:>10} bytes {many:>7} facts {long:?}", small.len(), large.len());
    // Four times the share: the machine may be busy. A square would be a hundred times.
    assert!(long < short * times * 4 + Duration::from_millis(200), "{short:?} × {times} became {long:?}");
    let spans: Vec<_> = extractor.facts(large).map(|fact| fact.span()).collect();
    assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
}

/// A piece so many times, and a hundred times as many.
fn takes_as_long_as_it_is_repeated(piece: &str, times: usize) {
    takes_as_long_as_it_is(&piece.repeat(times), &piece.repeat(100 * times));
}

// One test for each, so that they share the cores.

#[test]
fn a_huge_line_takes_as_long_as_it_is() {
    takes_as_long_as_it_is_repeated("Đã tiếp 5.873 lượt, đạt 88,24% và chi 1.500 tỷ đồng; ", 1_000);
}

#[test]
fn very_many_brackets_take_as_long_as_they_are() {
    takes_as_long_as_it_is_repeated("(", 100_000);
}

#[test]
fn brackets_nested_very_deep_take_as_long_as_they_are() {
    let nested = |depth| "(1".repeat(depth) + &")".repeat(depth);
    takes_as_long_as_it_is(&nested(10_000), &nested(1_000_000));
}

#[test]
fn very_many_digits_take_as_long_as_they_are() {
    takes_as_long_as_it_is_repeated("7", 10_000);
}

#[test]
fn very_many_marks_on_a_letter_take_as_long_as_they_are() {
    let marked = |marks| "e".to_owned() + &"\u{301}".repeat(marks);
    takes_as_long_as_it_is(&marked(1_000), &marked(100_000));
}

#[test]
fn very_many_nul_take_as_long_as_they_are() {
    takes_as_long_as_it_is_repeated("\0", 100_000);
}

#[test]
fn very_many_changes_of_direction_take_as_long_as_they_are() {
    takes_as_long_as_it_is_repeated("\u{202e}1 người\u{202c} ", 1_000);
}

#[test]
fn a_huge_word_takes_as_long_as_it_is() {
    takes_as_long_as_it_is_repeated("ươ", 10_000);
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
