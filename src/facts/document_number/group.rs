//! What one group of a symbol may be: a type, a body, the kind of a case.
//!
//! The tables are `document_marks.tsv` and `issuers.tsv`; `symbol_parts.tsv` says how symbols are
//! composed. Which of its meanings a group has is settled in `symbol.rs`.

use crate::lexicon::{DOCUMENT_MARKS, ISSUERS, SYMBOL_PARTS, column_of, fold, symbol};

/// A row of `document_marks.tsv`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark(&'static [&'static str]);

impl Mark {
    pub(super) fn of(text: &str) -> Option<Self> {
        symbol(&DOCUMENT_MARKS, text).map(Self)
    }

    /// In its standard spelling.
    pub(super) fn spelling(self) -> &'static str {
        column_of(self.0, 0)
    }

    /// Whether it may stand for this type.
    pub(super) fn stands_for(self, kind: &str) -> bool {
        let kinds = column_of(self.0, 1);
        kinds == kind || kinds.split('|').any(|other| other == kind)
    }

    /// The type that it stands for in a number of such an issuer.
    pub(super) fn kind(self, family: Option<Family>) -> &'static str {
        let special = family.and_then(|family| {
            let mut pairs = column_of(self.0, 2).split('|').filter_map(|pair| pair.split_once(':'));
            pairs.find(|(name, _)| Family::named(name) == Some(family))
        });
        special.map_or_else(|| column_of(self.0, 1).split('|').next().unwrap_or_default(), |(_, kind)| kind)
    }

    /// Whether all bodies behind it are issuers: joint documents have the `liên tịch` or `phối hợp`
    /// in their mark.
    pub(super) fn is_joint(self) -> bool {
        let mark = self.spelling();
        ["LT", "LB", "LN", "PH"].iter().any(|end| mark.ends_with(end))
    }

    /// Whether the groups behind it name the kind of case and no body: `QĐST-DS`, `TLST-LĐ`.
    pub(super) fn is_of_a_case(self) -> bool {
        let mark = self.spelling();
        let of_court = ["QĐ", "TL"].iter().any(|start| mark.starts_with(start));
        of_court && ["ST", "PT", "XX"].iter().any(|end| mark.ends_with(end))
    }
}

/// To which family a body belongs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Family {
    State,
    /// Under a ministry: behind another body it is a unit.
    Agency,
    Party,
    Mass,
    Court,
    Procuracy,
    /// Never an issuer beside another.
    Unit,
    /// Names a matter, no body: `XPVPHC`.
    Matter,
}

impl Family {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "state" => Self::State,
            "agency" => Self::Agency,
            "party" => Self::Party,
            "mass" => Self::Mass,
            "court" => Self::Court,
            "procuracy" => Self::Procuracy,
            "unit" => Self::Unit,
            "matter" => Self::Matter,
            _ => return None,
        })
    }
}

/// A body as its symbol names it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Body<'t> {
    /// In its standard spelling.
    pub(super) spelling: &'t str,
    pub(super) family: Family,
    /// Bytes of the group that are the symbol; the rest is a footnote mark.
    pub(super) len: usize,
    /// Bytes of the symbol without the term of the National Assembly.
    pub(super) code: usize,
    /// Whether it may be a whole symbol behind a blank: `Nghị định 66 HĐBT`.
    pub(super) alone: bool,
    /// Of the National Assembly, whose term may stand behind it.
    pub(super) committee: bool,
}

impl<'t> Body<'t> {
    /// `UBND`, `BTCTU`, `QH14`, `C06`.
    pub(super) fn of(text: &'t str) -> Option<Self> {
        let whole = text.len();
        if let Some(row) = symbol(&ISSUERS, text) {
            return Some(Self::row(row, text, whole));
        }
        let letters = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = whole - letters.len();
        if digits > 0 && digits < 3 {
            let Some(row) = symbol(&ISSUERS, letters) else { return Self::composed(letters) };
            return Some(match column_of(row, 2) {
                "term" => Self::row(row, letters, whole),
                // `BC-UBPL15`: a committee of the assembly; but `QĐ-UBKT1` has a footnote.
                "committee" if TERMS.contains(&text.get(letters.len()..).unwrap_or_default()) => {
                    Self::row(row, letters, whole)
                }
                // `BCĐ35` is the steering committee 35; `PC09` is a department of the police: no footnote
                // mark begins with a zero.
                "own" => Self::row(row, text, whole).named(text),
                _ if text.as_bytes().get(letters.len()) == Some(&b'0') => Self::row(row, text, whole).named(text),
                // `UBND-KT1`: the first room of a kind.
                _ if column_of(row, 1) == "unit" => Self::row(row, text, whole).named(text),
                _ => Self::row(row, letters, letters.len()),
            });
        }
        Self::composed(text)
    }

    fn row(row: &'static [&'static str], text: &'t str, len: usize) -> Self {
        let standard = column_of(row, 0);
        // `BNNPTNT` and `BNN&PTNT` share a key, and both are right.
        let same_letters = standard.contains('&') == text.contains('&');
        let spelling = if same_letters { standard } else { text };
        let family = Family::named(column_of(row, 1)).unwrap_or(Family::State);
        Self {
            spelling,
            family,
            len,
            code: text.len(),
            alone: column_of(row, 2) == "alone",
            committee: column_of(row, 2) == "committee",
        }
    }

    /// The same body under a longer symbol.
    fn named(self, spelling: &'t str) -> Self {
        Self { spelling, code: spelling.len(), ..self }
    }

    /// `BTC` + `TU`, `VP` + `UBND`.
    fn composed(text: &'t str) -> Option<Self> {
        let body = |family| {
            Some(Self { spelling: text, family, len: text.len(), code: text.len(), alone: false, committee: false })
        };
        for at in splits(text) {
            let (first, last) = text.split_at(at);
            let part = |text, side| symbol(&SYMBOL_PARTS, text).is_some_and(|row| column_of(row, 1) == side);
            if part(last, "level") && symbol(&ISSUERS, first).is_some() {
                return body(Family::Party);
            }
            if part(first, "body") && symbol(&ISSUERS, last).is_some() {
                return body(Family::State);
            }
        }
        None
    }
}

/// The terms of the National Assembly since its committees sign with them.
const TERMS: [&str; 7] = ["10", "11", "12", "13", "14", "15", "16"];

/// Where a symbol of letters can be cut in two.
fn splits(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().map(|(at, _)| at).skip(1)
}

/// The kinds of cases, by key.
const CASES: [u128; 6] = [key("HS"), key("DS"), key("HNGD"), key("KDTM"), key("LD"), key("HC")];
/// The stages of a trial, and what the judgment at each is.
const STAGES: [(u128, &str); 4] = [
    (key("ST"), "Bản án"),
    (key("PT"), "Bản án"),
    (key("GDT"), "Quyết định giám đốc thẩm"),
    (key("TT"), "Quyết định tái thẩm"),
];
/// Signs of joint documents and of courts, which are neither type nor body.
const SIGNS: [u128; 6] = [PH, key("ST"), key("PT"), key("GDT"), key("LDST"), key("TLST")];
const PH: u128 = key("PH");

/// The key that capitals of ASCII have as a symbol.
#[allow(clippy::indexing_slicing)] // evaluated while compiling
const fn key(capitals: &str) -> u128 {
    let (mut key, mut at) = (0, 0);
    while at < capitals.len() {
        key = key << 8 | capitals.as_bytes()[at] as u128;
        at += 1;
    }
    key
}

/// `PH`, with which bodies sign together.
pub(super) fn is_joint_sign(text: &str) -> bool {
    fold::symbol_key(text) == Some(PH)
}

/// Whether it names the kind of a case: `HS`, `KDTM`.
pub(super) fn is_case(text: &str) -> bool {
    fold::symbol_key(text).is_some_and(|key| CASES.contains(&key))
}

/// The judgment at a stage of a trial: `ST`, `GĐT`.
pub(super) fn judgment(stage: &str) -> Option<&'static str> {
    let key = fold::symbol_key(stage)?;
    STAGES.iter().find(|(stage, _)| *stage == key).map(|&(_, kind)| kind)
}

/// `QĐUBND` is a type and an issuer run together; a short issuer needs the words of the type.
pub(super) fn run_together<'t>(text: &'t str, kind: Option<&str>) -> Option<(Mark, &'t str)> {
    splits(text)
        .filter_map(|at| {
            let (first, rest) = text.split_at(at);
            let mark = Mark::of(first).filter(|mark| kind.is_none_or(|kind| mark.stands_for(kind)))?;
            let sure = kind.is_some() || rest.chars().count() > 3;
            Body::of(rest).filter(|body| sure && body.family != Family::Unit).map(|_| (mark, rest))
        })
        .last()
}

/// Whether the group alone stands in a table.
pub(super) fn is_known(text: &str) -> bool {
    Mark::of(text).is_some()
        || Body::of(text).is_some()
        || fold::symbol_key(text).is_some_and(|key| SIGNS.contains(&key) || CASES.contains(&key))
        || run_together(text, None).is_some()
}

/// Whether it is one body though it holds a dot: `TT.HĐND`.
pub(super) fn is_dotted(text: &str) -> bool {
    symbol(&ISSUERS, text).is_some_and(|row| column_of(row, 0).contains('.'))
}
