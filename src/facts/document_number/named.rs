//! Documents that are cited by their name.
//!
//! ```text
//! named  := ("Luật" | "Bộ luật" | "Pháp lệnh") name ["năm"] year [amended] | "Hiến pháp" ["năm"] year
//!         | abbreviation ["năm"] year                       BLHS 2015
//!         | "Nghị quyết Trung ương" digits ["khóa" roman]
//! name   := a row of law_names.tsv, in any case, else up to 12 words of which the first has a capital
//! amended := "(" "sửa đổi" [","] "bổ sung" ["năm"] year {"," year} ")"
//! ```

use super::head::{self, Words};
use super::issuer;
use crate::cursor::{Cursor, Kind};
use crate::lexicon::{Class, LAW_ABBREVIATIONS, Node, column, word};

const MOST_NAME: usize = 18;
const MOST_LAW: usize = 28;

/// A document and the year in which it was passed.
pub(super) struct Named<'t, 'b> {
    pub(super) from: Cursor<'t, 'b>,
    pub(super) next: Cursor<'t, 'b>,
    pub(super) kind: &'static str,
    pub(super) name: Option<&'t str>,
    pub(super) year: Option<u16>,
    pub(super) amended: Vec<u16>,
}

/// Reads at the digits of the year, or of the plenum.
pub(super) fn named<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Named<'t, 'b>> {
    if let Some(plenum) = plenum(at) {
        return Some(plenum);
    }
    let year = year(at)?;
    let before = at.eat_left(word::NAM).unwrap_or(at);
    if before.at_floor() {
        return None;
    }
    let next = at.next();
    // `2013/…`, `2013-2015`
    if next.is_glued() && matches!(next.token().mark, '/' | '-') {
        return None;
    }
    if let Some((row, from)) = before.phrase_left(Class::LawAbbreviation, 1) {
        let (kind, name) = (column(LAW_ABBREVIATIONS, row, 1), column(LAW_ABBREVIATIONS, row, 2));
        let (amended, next) = amended(next).unwrap_or((Vec::new(), next));
        return from.is_upper().then_some(Named { from, next, kind, name: Some(name), year: Some(year), amended });
    }
    let (kind, from, name) = match before.eat_all_left(&[word::HIEN, word::PHAP]) {
        Some(from) if from.is_capitalized() => ("Hiến pháp", from, None),
        _ => {
            // `Luật Bảo hiểm y tế (sửa đổi) năm 2014`
            let named = revised(before).unwrap_or(before);
            let (kind, from, name) = law_before(named)?;
            let (from, name) = amending(from).unwrap_or((from, name));
            (kind, from, Some(name.text_to(named)))
        }
    };
    let (amended, next) = amended(next).unwrap_or((Vec::new(), next));
    Some(Named { from, next, kind, name, year: Some(year), amended })
}

/// `Luật sửa đổi, bổ sung một số điều của` before a law: the year is that of the law which amends.
fn amending<'t, 'b>(law: Cursor<'t, 'b>) -> Option<(Cursor<'t, 'b>, Cursor<'t, 'b>)> {
    const MOST_WORDS: usize = 12;
    let mut at = law.eat_left(word::CUA)?;
    for _ in 0..MOST_WORDS {
        if at.at_floor() || !(at.back().is_word() || at.left().mark == ',') {
            return None;
        }
        at = at.back();
        if at.eat_all(&[word::SUA, word::DOI]).is_some() {
            return law_word(at).filter(|(_, from)| from.is_capitalized()).map(|(_, from)| (from, at));
        }
    }
    None
}

/// Before `(sửa đổi)`, `(sửa đổi, bổ sung)`.
fn revised<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let inner = at.eat_mark_left(')')?;
    let added = inner.eat_all_left(&[word::ADD, word::SUNG]).and_then(|at| at.eat_mark_left(','));
    added.unwrap_or(inner).eat_all_left(&[word::SUA, word::DOI])?.eat_mark_left('(')
}

fn year(at: Cursor<'_, '_>) -> Option<u16> {
    at.number(4..=4).filter(|year| (1945..=2099).contains(year)).map(|year| year as u16)
}

/// `Luật Đất đai`, ending here: the kind, the cursor before it, the cursor before the name.
fn law_before<'t, 'b>(end: Cursor<'t, 'b>) -> Option<(&'static str, Cursor<'t, 'b>, Cursor<'t, 'b>)> {
    if end.left().kind != Kind::Word {
        return None;
    }
    let mut name = end;
    for _ in 0..MOST_NAME {
        if name.at_floor() || !(name.back().is_word() || name.left().mark == ',') {
            return None;
        }
        name = name.back();
        if let Some((kind, from)) = law_word(name) {
            let known = law_name(name).is_some_and(|behind| behind.distance(end) == 0);
            if known || name.is_capitalized() && from.is_capitalized() {
                return (known || is_name(name, end)).then_some((kind, from, name));
            }
        }
    }
    None
}

/// `Luật`, `Bộ luật` or `Pháp lệnh` left of the cursor.
fn law_word<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(&'static str, Cursor<'t, 'b>)> {
    if !matches!(at.left().syllable, word::LUAT | word::LENH) || at.at_floor() {
        return None;
    }
    let word = at.back();
    match word.token().syllable {
        word::LUAT => Some(word.eat_left(word::BO).map_or(("Luật", word), |code| ("Bộ luật", code))),
        word::LENH => Some(("Pháp lệnh", word.eat_left(word::PHAP)?)),
        _ => None,
    }
}

/// Behind the longest name of `law_names.tsv` that begins here; commas and dashes do not count.
pub(super) fn law_name<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let mut node = Node::root(at.token().syllable)?;
    let (mut next, mut longest) = (at.next(), None);
    for _ in 0..MOST_NAME {
        longest = node.row(Class::LawName).map(|_| next).or(longest);
        if matches!(next.token().mark, ',' | '-') {
            next = next.next();
        }
        let Some(step) = node.step(next.token().syllable) else { break };
        (node, next) = (step, next.next());
    }
    longest
}

/// Whether the words may be the name of a law that is in no list: none of them belongs to a
/// sentence around one.
fn is_name(from: Cursor<'_, '_>, end: Cursor<'_, '_>) -> bool {
    const FOREIGN: &[crate::lexicon::Syllable] = &[
        word::CUA,
        word::DUOC,
        word::THEO,
        word::SO,
        word::NGAY,
        word::DA_PAST,
        word::NAY,
        word::TAI,
        word::LUAT,
        word::TU,
        word::DO_BY,
        word::LA,
        word::NGHI,
        word::KEM,
        word::SUA,
        word::DEN,
        word::NAM,
    ];
    let mut at = from;
    while at.distance(end) > 0 {
        if at.eat_any(FOREIGN).is_some() || at.token().kind == Kind::Mark && at.token().mark != ',' {
            return false;
        }
        at = at.next();
    }
    // A heading in capitals has no names; `Luật BHXH` is one.
    (!from.is_upper() || from.distance(end) == 1) && from.distance(end) <= 12
}

/// `(sửa đổi, bổ sung năm 2017)`
fn amended<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Vec<u16>, Cursor<'t, 'b>)> {
    let mut next = at.eat_mark('(')?;
    next = next.eat(word::DUOC).unwrap_or(next).eat_all(&[word::SUA, word::DOI])?;
    next = next.eat_mark(',').unwrap_or(next);
    next = next.eat_all(&[word::ADD, word::SUNG]).unwrap_or(next);
    let mut years = Vec::new();
    for _ in 0..8 {
        next = next.eat_any(&[word::VA, word::NAM]).unwrap_or(next);
        next = next.eat(word::NAM).unwrap_or(next);
        years.push(year(next)?);
        next = next.next();
        if let Some(end) = next.eat_mark(')') {
            return Some((years, end));
        }
        next = next.eat_mark(',').unwrap_or(next);
    }
    None
}

/// `Nghị quyết Trung ương 4 khóa XII`: the plenum is the number, the term goes to the name.
fn plenum<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Named<'t, 'b>> {
    at.number(1..=2)?;
    let name = at.eat_all_left(&[word::TRUNG, word::UONG])?;
    let from = name.eat_all_left(&[word::NGHI, word::QUYET])?;
    if !from.is_capitalized() || from.at_floor() && from.left().end > from.start() {
        return None;
    }
    let next = at.next();
    let end = issuer::term(next).unwrap_or(next);
    let name = Some(name.text_to(end));
    Some(Named { from, next, kind: "Nghị quyết", name, year: None, amended: Vec::new() })
}

/// `(Luật Đất đai)` behind the number of the law.
pub(super) fn in_brackets<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(&'t str, Cursor<'t, 'b>)> {
    let from = at.eat_mark('(')?;
    let name =
        from.eat_all(&[word::BO, word::LUAT]).or_else(|| from.eat(word::LUAT)).filter(|_| from.is_capitalized())?;
    let end = law_name(name)?;
    end.eat_mark(')').map(|next| (name.text_to(end), next))
}

/// The law whose number begins at `số`: `Luật Tổ chức Quốc hội`, `Luật sửa đổi … của Luật Đê điều`.
pub(super) struct Law<'t, 'b> {
    pub(super) words: Words,
    /// Before the words.
    pub(super) from: Cursor<'t, 'b>,
    pub(super) name: &'t str,
    /// Whether list or capital shows the name, so that the number need not confirm it.
    pub(super) sure: bool,
}

/// Reads the law before `số`.
pub(super) fn before_number<'t, 'b>(end: Cursor<'t, 'b>) -> Option<Law<'t, 'b>> {
    // `Luật Đất đai (sửa đổi) số 31/2024/QH15`
    let end = revised(end).unwrap_or(end);
    if end.left().kind != Kind::Word {
        return None;
    }
    let mut found = None;
    let mut name = end;
    for _ in 0..MOST_LAW {
        let left = name.left();
        let goes_on = left.kind == Kind::Word || matches!(left.mark, ',' | '-' | '(' | ')' | '"');
        if name.at_floor() || !goes_on {
            break;
        }
        if name.distance(end) > 0
            && let Some((_, from)) = law_word(name)
            && let Some((words, _)) = head::words_right(from)
        {
            let capital = from.is_capitalized();
            let amends = capital && name.eat_all(&[word::SUA, word::DOI]).is_some();
            let known = law_name(name).is_some_and(|next| next.distance(end) == 0);
            // The number belongs to the outer law: `Luật sửa đổi … của Luật Đê điều số …`
            if amends || found.is_none() && (known || capital && is_name(name, end)) {
                let sure = capital && (amends || known || name.is_capitalized());
                found = Some(Law { words, from, name: name.text_to(end), sure });
            }
            if found.is_none() {
                break;
            }
        }
        // Another document begins here.
        if found.is_none() && name.back().is_capitalized() && is_other_type(name.back()) {
            break;
        }
        name = name.back();
    }
    found
}

fn is_other_type(at: Cursor<'_, '_>) -> bool {
    const LAWS: &[&str] = &["Luật", "Bộ luật", "Pháp lệnh", "Quy hoạch"];
    head::words_right(at).and_then(|(words, _)| words.kind()).is_some_and(|kind| !LAWS.contains(&kind))
}
