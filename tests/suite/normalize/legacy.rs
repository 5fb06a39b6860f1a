//! Old encodings: every letter there and back, and real paragraphs found out.

use std::sync::LazyLock;

use solieu::normalize::{Encoding, Normalizer};
use solieu::{Normalized, Span};
use unicode_normalization::UnicodeNormalization;

use super::shared;
use crate::encoder::Encoder;

const EIGHT_BIT: [Encoding; 5] =
    [Encoding::Tcvn3, Encoding::Vni, Encoding::Viscii, Encoding::Vps, Encoding::Windows1258];

/// All letters of Vietnamese beyond ASCII.
const SMALL: &str = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";

#[test]
fn every_letter_goes_there_and_back() {
    for encoding in EIGHT_BIT {
        let encoder = Encoder::new(encoding);
        let mut letters = SMALL.to_owned();
        if encoding == Encoding::Tcvn3 {
            letters += "ĂÂÊÔƠƯĐ";
        } else {
            letters += &SMALL.to_uppercase();
        }
        for letter in letters.chars() {
            let bytes = encoder.encode(&letter.to_string()).unwrap_or_else(|| panic!("{encoding:?} has no {letter}"));
            let text = Normalizer::new().encoding(encoding).decode(&bytes);
            assert_eq!(text.chars().collect::<Vec<_>>(), [letter], "{encoding:?}");
            assert_eq!(text.to_source(Span::new(0, text.len())), Span::new(0, bytes.len()), "{encoding:?} {letter}");
        }
    }
}

#[test]
fn tables_agree_with_the_shared_ones() {
    let tables = [
        (Encoding::Tcvn3, "tcvn3", 6),
        (Encoding::Vni, "vni_win", 3),
        (Encoding::Viscii, "viscii", 4),
        (Encoding::Vps, "vps", 3),
        (Encoding::Windows1258, "cp1258_pairs", 3),
    ];
    for (encoding, name, sources) in tables {
        let Some(table) = shared::file(&format!("data/encodings/{name}.csv")) else { return };
        let mut rows = 0;
        for row in table.lines().skip(1) {
            let cells: Vec<&str> = row.split(',').collect();
            if cells[3].parse::<u32>().unwrap() < sources || encoding == Encoding::Tcvn3 && cells[0].len() > 2 {
                continue;
            }
            let bytes: Vec<u8> = cells[0].split(' ').map(|byte| u8::from_str_radix(byte, 16).unwrap()).collect();
            assert_eq!(*Normalizer::new().encoding(encoding).decode(&bytes), *cells[2], "{encoding:?} {}", cells[0]);
            rows += 1;
        }
        assert!(rows > 70, "{name} {rows}");
    }
}

#[test]
fn viqr_is_read_where_told() {
    let viqr = Normalizer::new().encoding(Encoding::Viqr);
    assert_eq!(*viqr.decode(b"Vie^.t Nam ddo^.c la^.p, ddu+o+.c kha('p no+i\\."), *"Việt Nam độc lập, được khắp nơi.");
    assert_eq!(*Normalizer::new().decode(b"Vie^.t Nam"), *"Vie^.t Nam");
}

/// The paragraphs of at least 200 bytes of all real texts, cleaned and on one line; made once for all tests.
fn paragraphs() -> &'static [String] {
    static ALL: LazyLock<Vec<String>> = LazyLock::new(|| {
        let mut all = Vec::new();
        for (_, text) in shared::real_texts() {
            let text = Normalizer::new().normalize(&text).to_string();
            let mut paragraph = String::new();
            for line in text.lines() {
                paragraph += line.trim();
                paragraph.push(' ');
                if paragraph.len() >= 200 {
                    all.push(paragraph.trim().to_owned());
                    paragraph.clear();
                }
            }
        }
        all
    });
    &ALL
}

/// What an encoding can carry: TCVN3 has no capitals with tones.
fn carried(encoding: Encoding, paragraph: &str) -> String {
    let quotes = |c| match c {
        '“' | '”' => '"',
        '–' | '−' => '-',
        _ => c,
    };
    let text: String = paragraph.chars().map(quotes).collect();
    if encoding == Encoding::Tcvn3 {
        let upper = SMALL.to_uppercase();
        let small = |c: char| {
            if upper.contains(c) && !"ĂÂÊÔƠƯĐ".contains(c) { c.to_lowercase().next().unwrap() } else { c }
        };
        return text.chars().map(small).collect();
    }
    text
}

// One test for each encoding, so that they share the cores.

#[test]
fn real_paragraphs_are_found_out_in_tcvn3() {
    real_paragraphs_are_found_out_in(Encoding::Tcvn3);
}

#[test]
fn real_paragraphs_are_found_out_in_vni() {
    real_paragraphs_are_found_out_in(Encoding::Vni);
}

#[test]
fn real_paragraphs_are_found_out_in_viscii() {
    real_paragraphs_are_found_out_in(Encoding::Viscii);
}

#[test]
fn real_paragraphs_are_found_out_in_vps() {
    real_paragraphs_are_found_out_in(Encoding::Vps);
}

#[test]
fn real_paragraphs_are_found_out_in_windows_1258() {
    real_paragraphs_are_found_out_in(Encoding::Windows1258);
}

fn real_paragraphs_are_found_out_in(encoding: Encoding) {
    let encoder = Encoder::new(encoding);
    let (mut all, mut right, mut as_text, mut other) = (0, 0, 0, 0);
    // Every third is enough for each run; over all of them the figures are the same.
    for paragraph in paragraphs().iter().step_by(3) {
        let text = carried(encoding, paragraph);
        let Some(bytes) = encoder.encode(&text) else { continue };
        if text.is_ascii() {
            continue;
        }
        all += 1;
        let decoded = Normalizer::new().decode(&bytes);
        right += usize::from(*decoded == text);
        other += usize::from(*decoded != text && decoded.encoding() != Encoding::Windows1252);
        let latin: String = bytes.iter().map(|byte| char::from(*byte)).collect();
        as_text += usize::from(*Normalizer::new().decode_text(&latin) == text);
    }
    println!("{encoding:?}: {right} of {all} right, {other} as another, {as_text} from text");
    assert!(100 * right >= 99 * all, "{encoding:?}: {right} of {all}");
    assert!(100 * as_text >= 99 * all, "{encoding:?}: {as_text} of {all} from text");
    assert!(1000 * other <= all, "{encoding:?}: {other} of {all} read as another");
}

#[test]
fn clean_text_is_never_decoded() {
    for paragraph in paragraphs() {
        for text in [paragraph.clone(), paragraph.nfd().collect(), plain_latin(paragraph)] {
            let normalized: Normalized<'_> = Normalizer::new().normalize(&text);
            assert_eq!(*Normalizer::new().decode(text.as_bytes()), *normalized);
            assert_eq!(*Normalizer::new().decode_text(&text), *normalized);
        }
    }
}

/// The words that need Latin-1 letters only: `là`, `và`, `có`.
///
/// Nothing where a capital stands in a word: these texts come from TCVN3, and some words of some
/// tables were left in it (`khÈu`).
fn plain_latin(paragraph: &str) -> String {
    let words: Vec<&str> = paragraph.split(' ').filter(|word| word.chars().all(|c| c < '\u{100}')).collect();
    let is_left =
        |word: &&str| word.chars().zip(word.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
    if words.iter().any(is_left) { String::new() } else { words.join(" ") }
}

#[test]
fn other_languages_are_left_alone() {
    let texts = [
        "Le président de la République a déclaré que les négociations étaient terminées après une année d'efforts très sérieux.",
        "Die Straße führt über die Brücke; für größere Lastwagen ist sie während der Bauarbeiten nicht geöffnet.",
        "La señora Núñez llegó mañana a la estación, según informó ayer el periódico más leído del país.",
        "À l'été, où êtes-vous allés ? Nous étions à Orléans, près de la forêt, chez la mère d'Hélène.",
        "O João não está à espera de mais informações, porque já têm a solução em São Paulo.",
    ];
    for text in texts {
        let western: Vec<u8> = text.chars().map(|c| c as u8).collect();
        assert_eq!(*Normalizer::new().decode(&western), *text);
        assert_eq!(Normalizer::new().decode(&western).encoding(), Encoding::Windows1252);
        assert_eq!(*Normalizer::new().decode_text(text), *text);
    }
}

#[test]
fn lines_in_several_encodings_are_read_one_by_one() {
    let mut bytes = Encoder::new(Encoding::Tcvn3).encode("Căn cứ nghị định của Chính phủ\n").unwrap();
    bytes.extend(Encoder::new(Encoding::Vni).encode("về chế độ làm việc của người lao động\n").unwrap());
    bytes.extend("tại thành phố Hồ Chí Minh".as_bytes());
    let text = Normalizer::new().decode(&bytes);
    assert_eq!(
        *text,
        *"Căn cứ nghị định của Chính phủ\nvề chế độ làm việc của người lao động\ntại thành phố Hồ Chí Minh"
    );
    let encodings: Vec<Encoding> = text.runs().iter().map(|run| run.encoding).collect();
    assert_eq!(encodings, [Encoding::Tcvn3, Encoding::Vni, Encoding::Utf8]);
    assert_eq!(text.runs()[2].span.end, bytes.len());
}
