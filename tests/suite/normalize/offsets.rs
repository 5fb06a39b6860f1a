//! Offset maps: exact, total, monotone, and joined right.

use solieu::Span;
use solieu::normalize::syllable::ToneStyle;
use solieu::normalize::{Normalizer, OffsetMap, Repair};

/// Where the word `word` of the normalized text stands in the source.
#[track_caller]
fn found<'s>(normalizer: Normalizer, source: &'s str, word: &str) -> &'s str {
    let text = normalizer.normalize(source);
    let start = text.find(word).unwrap_or_else(|| panic!("no {word} in {}", &*text));
    &source[text.to_source(Span::new(start, start + word.len())).range()]
}

#[test]
fn each_kind_of_change_points_back() {
    let safe = Normalizer::new();
    assert_eq!(found(safe, "x ho\u{302}\u{300} y", "hồ"), "ho\u{302}\u{300}");
    assert_eq!(found(safe, "a\u{AD}\u{301}b", "á"), "a\u{AD}\u{301}");
    assert_eq!(found(safe, "\u{FEFF}\u{200B}số\u{200B}\u{200B} 5", "số"), "số");
    assert_eq!(found(safe, "đạt １２．５％ kế", "12.5%"), "１２．５％");
    assert_eq!(found(safe, "số 12/NĐ-СР ngày", "NĐ-CP"), "NĐ-СР");
    assert_eq!(found(safe, "tiáº¿ng Viá»‡t", "Việt"), "Viá»‡t");
    assert_eq!(found(safe, "a\r\nbc", "\nb"), "\nb");
    assert_eq!(found(safe.entities(true), "C&ocirc;ng&nbsp;v&#259;n", "văn"), "v&#259;n");
    assert_eq!(found(safe.pdf(true), "trong khuvực này", "vực"), "vực");
    assert_eq!(found(safe.pdf(true), "Quyết đị nh số", "định"), "đị nh");
    assert_eq!(found(safe.one_blank(true), "hai   khoảng", "hai khoảng"), "hai   khoảng");
}

#[test]
fn passes_are_joined_into_one_map() {
    let all = Normalizer::new().repair(Repair::Safe).tone_style(ToneStyle::New).one_blank(true).entities(true);
    let source = "\u{FEFF}Ho\u{300}a\u{A0} b\u{200B}\u{200B}ình, tru&#x1EDD;ng   nguo\u{31B}\u{300}i\u{AD} ";
    assert_eq!(&*all.normalize(source), "Hoà bình, trường người");
    assert_eq!(found(all, source, "Hoà"), "Ho\u{300}a");
    assert_eq!(found(all, source, "bình"), "b\u{200B}\u{200B}ình");
    assert_eq!(found(all, source, "trường"), "tru&#x1EDD;ng");
    assert_eq!(found(all, source, "người"), "nguo\u{31B}\u{300}i");
}

#[test]
fn long_runs_and_long_edits_are_mapped_too() {
    let clean = "không có gì để sửa ".repeat(5_000);
    let marks = "\u{327}\u{301}".repeat(2_000);
    let source = format!("{clean}a\u{300}{clean}x{marks}y\u{A0}{}z{clean}\u{302}", "\u{200B}".repeat(3_000));
    let text = Normalizer::new().normalize(&source);
    for word in ["à", "y", "z"] {
        let start = text.find(&format!("{word}{}", if word == "y" { " z" } else { "không" })).unwrap();
        let span = text.to_source(Span::new(start, start + word.len()));
        assert_eq!(Normalizer::new().normalize(&source[span.range()]).to_string(), word);
        assert_eq!(text.offsets().to_normalized(span), Span::new(start, start + word.len()));
    }
    let x = text.find('x').unwrap();
    assert_eq!(text.to_source(Span::new(x + 1, x + 2)).len(), 1 + marks.len());
}

#[test]
fn offsets_behind_the_end_do_no_harm() {
    let text = Normalizer::new().normalize("a\u{301}");
    assert_eq!(text.to_source(Span::new(2, 5)), Span::new(3, 6));
    assert_eq!(text.to_source(Span::new(usize::MAX, usize::MAX)).start, u32::MAX as usize);
    assert_eq!(OffsetMap::default().to_source(Span::new(3, 9)), Span::new(3, 9));
    assert_eq!(OffsetMap::default().then(text.offsets().clone()), *text.offsets());
}
