//! Random mixtures of everything that the passes look at.

use solieu::Span;
use solieu::normalize::{Normalizer, nfc};
use unicode_normalization::UnicodeNormalization;

const PIECES: [&str; 64] = [
    "a", "o", "u", "e", "x", "T", "Đ", "đ", "â", "ơ", "ộ", "á", "Ã", "Ä", "º", "»", "¿", "‡", "‘", "€", "œ", "\u{A0}",
    "\u{AD}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{306}", "\u{309}",
    "\u{31B}", "\u{323}", "\u{30A}", "\u{327}", "\u{340}", "Ð", "ð", "ƣ", "ǎ", "С", "Р", "о", "α", "-", "/", " ", "\n",
    "\r", "\t", "\u{85}", "\u{C}", "Ａ", "％", "ﬁ", "\u{1100}", "\u{1161}", "\u{11A8}", "\u{212A}", "👩", "1", "²",
    "°",
];

/// A small generator, the same on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn text(&mut self, most: usize) -> String {
        (0..self.below(most)).map(|_| PIECES[self.below(PIECES.len())]).collect()
    }
}

#[test]
fn mixtures_are_idempotent_composed_and_mapped() {
    let mut random = Random(7);
    for _ in 0..100_000 {
        let source = random.text(40);
        assert_eq!(nfc(&source), source.nfc().collect::<String>(), "{}", source.escape_unicode());
        let once = Normalizer::new().normalize(&source);
        assert_eq!(once.nfc().collect::<String>(), *once, "{}", source.escape_unicode());
        let twice = Normalizer::new().normalize(&once);
        assert_eq!(*once, *twice, "{}", source.escape_unicode());
        mapping_holds(&once);
    }
}

/// Total, monotone, on character borders; clean characters map to themselves.
fn mapping_holds(text: &solieu::Normalized<'_>) {
    let source = text.source();
    let mut last = Span::default();
    for (at, c) in text.char_indices() {
        let span = text.to_source(Span::new(at, at + c.len_utf8()));
        assert!(span.start >= last.start && span.end >= last.end, "{}", source.escape_unicode());
        assert!(span.end <= source.len() && source.get(span.range()).is_some(), "{}", source.escape_unicode());
        last = span;
    }
    let whole = text.to_source(Span::new(0, text.len()));
    assert!(whole.end <= source.len());
}

#[test]
fn long_mixtures_cross_every_block() {
    let mut random = Random(11);
    for _ in 0..3_000 {
        let mut source = String::new();
        while source.len() < 400 {
            source += &"không có gì để sửa ở đây cả ".repeat(random.below(7));
            source += &random.text(9);
        }
        assert_eq!(nfc(&source), source.nfc().collect::<String>());
        let once = Normalizer::new().normalize(&source);
        let twice = Normalizer::new().normalize(&once);
        assert_eq!(*once, *twice, "{}", source.escape_unicode());
        mapping_holds(&once);
    }
}

#[test]
fn requests_keep_the_map_whole() {
    let words = [
        "hiê",
        "n",
        "nguời",
        "hoà",
        "thúy",
        "đị",
        "nh",
        "khuvực",
        "viêc",
        "&ocirc;",
        "&#7871;",
        "Quý",
        "Ӏ",
        "\u{F0B7}",
        "Ⅳ",
        "CÔNG BÁO/Số 1/Ngày 2\n",
    ];
    let all = Normalizer::new()
        .repair(solieu::normalize::Repair::Aggressive)
        .tone_style(solieu::normalize::syllable::ToneStyle::Old)
        .entities(true)
        .bullets(true)
        .plain_roman(true)
        .plain_quotes(true)
        .plain_dashes(true)
        .lone_look_alikes(true)
        .attach_marks(true)
        .one_blank(true)
        .capital_fonts(true)
        .pdf(true);
    let mut random = Random(5);
    for _ in 0..30_000 {
        let mut source = String::new();
        for _ in 0..random.below(8) {
            source += words[random.below(words.len())];
            source += &random.text(4);
            source += [" ", "\n", ""][random.below(3)];
        }
        mapping_holds(&all.normalize(&source));
    }
}

#[test]
fn any_bytes_are_decoded_and_mapped() {
    let mut random = Random(3);
    for _ in 0..20_000 {
        let bytes: Vec<u8> =
            (0..random.below(60)).map(|_| (random.below(256) & [0x7F, 0xFF][random.below(2)]) as u8).collect();
        let text = Normalizer::new().decode(&bytes);
        let mut last = Span::default();
        for (at, c) in text.char_indices() {
            let span = text.to_source(Span::new(at, at + c.len_utf8()));
            assert!(span.start >= last.start && span.end >= last.end && span.end <= bytes.len(), "{bytes:x?}");
            last = span;
        }
    }
}
