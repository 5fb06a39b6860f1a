//! Syllables: what is legal, attested, and where the tones stand.

use solieu::normalize::syllable::{Syllable, ToneStyle};
use solieu::normalize::{Normalizer, Repair};
use unicode_normalization::UnicodeNormalization;

use super::shared;

#[test]
fn attested_syllables_are_read_and_spelled_in_both_styles() {
    let Some(table) = shared::file("data/syllables.csv") else { return };
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        for text in [cells[0], cells[1]] {
            let syllable = Syllable::parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(syllable.spelled(ToneStyle::New), cells[0]);
            assert_eq!(syllable.spelled(ToneStyle::Old), cells[1]);
            assert_eq!((syllable.onset(), syllable.rime()), (cells[2], cells[3]), "{text}");
            assert!(syllable.is_attested());
            assert_eq!(Syllable::parse(&text.to_uppercase()), Some(syllable));
            assert_eq!(Syllable::parse(&text.nfd().collect::<String>()), Some(syllable));
        }
    }
}

/// Every onset with every rime and tone that is legal.
fn legal() -> Vec<Syllable> {
    let onsets = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x";
    let rimes = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch \
        êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oc oi om on ong op ot oa oac oach oai oam oan \
        oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um \
        un ung up ut uân uâng uât uây uê uêch uên uênh uôc uôi uôm uôn uông uôt uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt ư ưa ưc \
        ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu";
    let mut all = Vec::new();
    for onset in onsets.split(' ').chain([""]) {
        for rime in rimes.split_whitespace() {
            for at in 0..rime.chars().count() {
                for mark in ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"] {
                    let marked: String = rime
                        .chars()
                        .enumerate()
                        .flat_map(|(i, c)| {
                            format!("{c}{}", if i == at { mark } else { "" }).chars().collect::<Vec<_>>()
                        })
                        .collect();
                    all.extend(Syllable::parse(&format!("{onset}{marked}")));
                }
            }
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

#[test]
fn tone_styles_are_lossless_there_and_back_on_every_legal_syllable() {
    let all = legal();
    println!("{} legal syllables", all.len());
    assert!(all.len() > 14_000, "{}", all.len());
    let old = Normalizer::new().tone_style(ToneStyle::Old);
    let new = Normalizer::new().tone_style(ToneStyle::New);
    let mut differ = 0;
    for syllable in all {
        let (first, second) = (syllable.spelled(ToneStyle::Old), syllable.spelled(ToneStyle::New));
        assert_eq!(Syllable::parse(&first), Some(syllable));
        assert_eq!(*new.normalize(&first), second);
        assert_eq!(*old.normalize(&second), first);
        assert_eq!(*old.normalize(&first), first);
        assert_eq!(*Normalizer::new().repair(Repair::Aggressive).normalize(&first), first);
        differ += usize::from(first != second);
    }
    // oa, oe and uy with five tones, behind the onsets that take them.
    assert!(differ > 200 && differ < 500, "{differ}");
}

#[test]
fn what_is_misspelt_is_no_syllable() {
    for text in [
        "viêc", "nguời", "tòan", "nghành", "kao", "ghà", "ngiêm", "iên", "quoa", "vơí", "", "b", "đ", "HĐND", "aa", "é́",
    ] {
        assert_eq!(Syllable::parse(text), None, "{text}");
    }
}
