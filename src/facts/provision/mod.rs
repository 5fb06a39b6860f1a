//! A place in a document: `điểm a khoản 2 Điều 5`, `các khoản 3, 16 và 28 Điều 3`, `Điều 5 đến Điều
//! 9`.
//!
//! ```text
//! provision := chain                      with its own Điều
//!            | chain [","|"và"] … chain   with the Điều of the last
//!            | chain "này"                điểm b khoản này, never Điều này alone
//! ```
//!
//! The grammar of a chain stands in `chain.rs`, that of its levels in `level.rs`.

mod chain;
mod level;
mod value;

use self::chain::Chain;
use self::level::Level;
pub use self::value::{Places, Provision};
use super::{Reading, Site};
use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::{Class, Syllable, word};

/// How many chains may stand between a chain and the one that names its article.
const MOST_CHAINS: usize = 16;
/// … and how many tokens.
const MOST_BETWEEN: isize = 120;

pub(super) fn read<'t, 'b>(site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Box<Provision<'t>>>> {
    let from = start(site.at)?;
    let mut chain = chain::chain(from)?;
    // The anchor must lie in it.
    if chain.next.distance(site.at) >= 0 {
        return None;
    }
    // A chapter and the articles behind it are two.
    if chain.value.article().is_none() && chain.first.max(chain.last) < Level::Article && !chain.is_own() {
        inherit(&mut chain);
    }
    is_sound(from, &chain).then(|| Reading { from, next: chain.next, value: Box::new(chain.value) })
}

/// Whether the word of a level may stand before the anchor: `Điều 5`, `phụ lục số 2`, `điểm a1`.
pub(super) fn may_be_place(at: Cursor<'_, '_>) -> bool {
    level::may_end(place_of(at)) && !is_heading(at)
}

/// `Điều 27. Nội dung quản lý`, `Điều 3:` at the start of a line, as most articles begin.
fn is_heading(at: Cursor<'_, '_>) -> bool {
    let (word, next) = (at.back(), at.next());
    let opens = word.token().gap >= Gap::Line && word.is(word::DIEU);
    let titled = next.is_mark(':') || next.is_mark('.') && !next.next().is_glued();
    // What goes on from the line before may be a part of the article: `điểm a,⏎Điều 5.`
    let first = word.left().kind == Kind::End || matches!(word.left().mark, '.' | ';' | ':');
    opens && titled && first && at.is_digits()
}

/// Before the chain in which the anchor stands.
fn start<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let (_, word) = level::word_left(place_of(at))?;
    let from = chain::smaller_left(word);
    Some(if from.at_floor() { from } else { from.eat_left(word::CAC).unwrap_or(from) })
}

/// Before the place in which the anchor stands, and before `số` or `từ`.
#[inline]
fn place_of<'t, 'b>(at: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    let place = if at.is_glued() { inserted(at).unwrap_or(at) } else { at };
    place.eat_any_left(&[word::SO, word::TU]).unwrap_or(place)
}

/// Before the letter to which the digits are glued: `a1`, `a.1`.
fn inserted<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let dot = at.eat_mark_left('.').filter(|dot| dot.is_glued());
    let letter = dot.unwrap_or(at).left();
    (letter.kind == Kind::Word && letter.len() <= 2).then(|| dot.unwrap_or(at).back())
}

/// Takes the article from the chain that closes the enumeration: `điểm b khoản 2, điểm d khoản 3
/// Điều 6`, `điểm b khoản 3; khoản 5; điểm h khoản 6 Điều 16`.
fn inherit(chain: &mut Chain<'_, '_>) {
    let mut at = chain.next;
    for _ in 0..MOST_CHAINS {
        let comma = at.eat_mark(',').or_else(|| at.eat_mark(';').filter(|&from| goes_on(from)));
        let and = comma.unwrap_or(at).eat_any(&[word::VA, word::HOAC]);
        let Some(from) = and.or(comma) else {
            return;
        };
        let from = from.eat(word::TU).unwrap_or(from);
        let Some(other) = chain::chain(from) else { return };
        if other.first <= other.last
            && let Some(article) = other.value.article()
        {
            *chain.value.level_mut(Level::Article) = Some(article.clone());
            return;
        }
        at = other.next;
        if chain.next.distance(at) > MOST_BETWEEN {
            return;
        }
    }
}

/// Whether an enumeration goes on behind a semicolon: with a smaller level in lower case, which neither an item nor a
/// sentence begins with.
fn goes_on(at: Cursor<'_, '_>) -> bool {
    let level = at.eat(word::CAC).unwrap_or(at);
    !at.is_capitalized() && level::word_right(level).is_some_and(|(level, _)| level < Level::Article)
}

/// Whether it is a reference: an article and what belongs to it, or a larger part with a capital.
/// Lower-case `điều` needs a clause before it, a document behind it or several places, and a heading is none.
fn is_sound(from: Cursor<'_, '_>, chain: &Chain<'_, '_>) -> bool {
    let word = from.eat(word::CAC).unwrap_or(from);
    let has = |level| chain.value.level(level).is_some();
    let several = |level| has(level) && chain.only(level).is_none();
    let heading = from.is_sentence_start() || from.token().gap >= Gap::Line && !is_led(from);
    let single = chain.first == chain.last;
    // What a semicolon begins in the middle of a line is no heading, though its line ends behind it.
    let listed = from.left().mark == ';' && from.token().gap < Gap::Line;
    let ends_line = chain.next.token().gap >= Gap::Line && !listed;
    let titled = matches!(chain.next.token().mark, '.' | ':') || ends_line;
    let of_document = is_document(chain.next);
    // `điểm b khoản này`; `Điều này cho thấy` refers to what was said.
    if chain.is_own() {
        return !single && chain.only(chain.first) != Some("this");
    }
    if has(Level::Article) {
        let alone = single && chain.first == Level::Article;
        // `các điều 15, 16`
        let several = from.is(word::CAC) && several(Level::Article);
        return !alone || (word.is_capitalized() || of_document || several) && !(heading && titled);
    }
    if has(Level::Section) && !single {
        return chain.value.section().is_some_and(is_roman)
            || names_section(from, chain.next)
            || has(Level::Subsection)
            || has(Level::Chapter)
            || has(Level::Part)
            || has(Level::Appendix)
            || of_document;
    }
    // `Điều 11; Phụ lục II.`, but `…; Phụ lục II: Danh mục`
    let capital = word.is_capitalized() && (!heading || listed && !chain.next.is_mark(':'));
    match chain.last {
        // No heading goes on with a document: `; Chương IV Luật Đầu tư công`.
        Level::Chapter | Level::Section | Level::Part if of_document => word.is_capitalized() && !titled,
        // `quy định tại Mục 28.1 CDNT`
        Level::Section => capital && from.eat_any_left(&[word::TAI, word::THEO]).is_some(),
        // Chapters in digits are those of the tariff of customs.
        Level::Chapter => capital && chain.value.chapter().is_some_and(is_roman),
        // No heading is of several, or tells what it comes with: `Phụ lục I và Phụ lục II kèm theo Thông tư`.
        Level::Appendix => capital || word.is_capitalized() && (chain.next.is(word::KEM) || several(Level::Appendix)),
        // `sửa đổi điểm c khoản 1 như sau`, `khoản 3 và khoản 4 của Nghị quyết`
        Level::Clause | Level::Point => {
            let in_clause = has(Level::Point) && has(Level::Clause) && !(heading && titled);
            in_clause
                || single && of_document && is_cited(from, chain)
                || !heading && of_document && chain.first <= Level::Clause && !single
                || single && is_amended(from, chain.next)
        }
        _ => false,
    }
}

/// Whether the line before cannot end a sentence: `khoản 1 Điều 11,⏎Điều 14.`, `theo quy định tại⏎Điều 7⏎của Quy chế`.
fn is_led(from: Cursor<'_, '_>) -> bool {
    const LEADS: [Syllable; 7] = [word::TAI, word::THEO, word::CUA, word::VA, word::HOAC, word::DEN, word::CAC];
    from.token().gap == Gap::Line && (from.left().mark == ',' || from.eat_any_left(&LEADS).is_some())
}

/// `theo khoản 2 Nghị quyết số 12/NQ-HĐND`, `tại điểm 3 Công văn số 123/UBND-VX`: papers without articles; `tại điểm 5 Chương
/// trình` is a place.
fn is_cited(from: Cursor<'_, '_>, chain: &Chain<'_, '_>) -> bool {
    let at = chain.next.eat(word::CUA).unwrap_or(chain.next);
    let numbered = at.phrase(Class::DocumentType).is_some_and(|(_, end)| end.is(word::SO) || end.is_digits());
    numbered && from.eat_any_left(&[word::TAI, word::THEO]).is_some()
}

/// `Sửa đổi, bổ sung khoản 2 như sau:`, `bổ sung khoản 2a;`: of the article that is being amended.
fn is_amended(from: Cursor<'_, '_>, next: Cursor<'_, '_>) -> bool {
    let added = from.eat_all_left(&[word::ADD, word::SUNG]);
    let changed = added.or_else(|| from.eat_all_left(&[word::SUA, word::DOI]));
    changed.is_some() && (next.is_mark(';') || next.eat_all(&[word::LIKE, word::SAU_BELOW]).is_some())
}

/// Whether the word of a section has a capital: `điểm b và điểm c Mục 21.5`.
fn names_section(from: Cursor<'_, '_>, end: Cursor<'_, '_>) -> bool {
    from.up_to(end).any(|at| at.is(word::MUC) && at.is_capitalized())
}

fn is_roman(places: &Places<'_>) -> bool {
    places.items().all(|item| item.starts_with(['I', 'V', 'X']) || item == "this")
}

/// Whether a document is named here.
fn is_document(at: Cursor<'_, '_>) -> bool {
    let at = at.eat(word::CUA).or_else(|| at.eat_mark('-')).unwrap_or(at);
    at.is_capitalized() && at.phrase(Class::DocumentType).is_some()
}
