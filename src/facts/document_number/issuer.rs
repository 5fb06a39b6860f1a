//! The name of an issuer in prose.
//!
//! ```text
//! body := head word* ["(" "khóa" roman ")"]
//! head := a row of issuer_heads.tsv with a capital            Ban Thường vụ, UBND, Bộ trưởng, Sở
//!       | a row of four words or more                         ủy ban nhân dân
//! word := a row of issuer_words.tsv | a word with a capital | ("và" | "-" | ",") word
//! ```

use super::title::{is_about, is_preamble};
use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::{Class, ISSUER_WORDS, NOUNS, column, word};

/// The most words of a name.
const MOST_WORDS: isize = 24;

/// Behind the name that begins here.
pub(super) fn body<'t, 'b>(from: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let (_, head) = from.phrase(Class::IssuerHead)?;
    // `Hội đồng` begins `Hội đồng quản trị`.
    let longer = from.phrase(Class::IssuerWord).map(|(_, next)| next).filter(|next| head.distance(*next) > 0);
    let mut next = longer.unwrap_or(head);
    // `của ủy ban nhân dân tỉnh`: without a capital only a whole name.
    if !from.is_capitalized() && from.distance(next) < 4 {
        return None;
    }
    while from.distance(next) < MOST_WORDS
        && let Some(behind) = more(next)
    {
        next = behind;
    }
    Some(term(next).unwrap_or(next))
}

/// One word more of the name, or a joint and a word.
fn more<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    if let Some(next) = word(at) {
        return Some(next);
    }
    if let Some(next) = at.eat(word::VA) {
        // `Thương binh và Xã hội`; but `và Bộ Tài chính` is another body, `và Quyết định` another document.
        let other = next.phrase(Class::IssuerHead).is_some() || is_document(next);
        return if other && next.is_capitalized() { None } else { word(next) };
    }
    if let Some(next) = at.eat_mark('-') {
        return word(next).filter(|_| next.is_capitalized());
    }
    // `Bộ NN&PTNT`
    if let Some(next) = at.eat_mark('&').filter(|next| at.is_glued() && next.is_glued() && next.is_upper()) {
        return Some(next.next());
    }
    let next = at.eat_mark(',')?;
    // `Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc`
    if at.back().is(word::GROWTH) && at.back().back().is(word::BO) {
        return next.phrase(Class::IssuerHead).map(|(_, next)| next);
    }
    if next.is_capitalized() {
        // `Bộ Chính trị, Ban Bí thư`; `Bộ Văn hóa, Thể thao và Du lịch`
        let (row, behind) = next.phrase(Class::IssuerHead).unzip();
        let secretariat = behind.is_some() && next.eat_all(&[word::BAN, word::BI_OF_THU, word::THU_OF_BI]).is_some();
        let goes_on = row.is_none() && !is_document(next) && joins(next);
        return if secretariat { behind } else { word(next).filter(|_| goes_on) };
    }
    next.eat(word::CHONG_AGAINST).and_then(|_| word(next))
}

/// Whether the enumeration that goes on here is closed by `và` within a few words, as names are.
fn joins(at: Cursor<'_, '_>) -> bool {
    let mut at = at;
    for _ in 0..6 {
        match word(at) {
            Some(next) => at = next,
            None => return at.eat(word::VA).is_some_and(|next| word(next).is_some()),
        }
    }
    false
}

/// A word of a name.
fn word<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let token = at.token();
    if token.kind != Kind::Word || is_preamble(at) || is_about(at) {
        return None;
    }
    let phrase = at.phrase(Class::IssuerWord);
    if is_heading(at) || phrase.is_none() && begins_line(at) {
        return None;
    }
    if at.is_capitalized() {
        // Of a compound only the first syllable has a capital: `Thành ủy`, `Trung ương`.
        // `UBND tỉnh Quy định mức chi`: of two words the second without a capital is a verb.
        let verb = |(_, next): (usize, Cursor<'t, 'b>)| at.distance(next) > 1 && !next.back().is_capitalized();
        let lead = at.phrase(Class::TitleLead).is_some_and(|lead| at.is_upper() || verb(lead));
        let other = lead && phrase.is_none() || is_document(at);
        return (!other).then(|| phrase.map_or(at.next(), |(_, next)| next));
    }
    phrase.filter(|&(row, _)| column(ISSUER_WORDS, row, 1).is_empty()).map(|(_, next)| next)
}

/// `Thủ tướng Chính phủ⏎Đơn vị tính`: a capital on the next line goes on with the name of a place alone, `tỉnh⏎Hà
/// Giang`, or behind a capital.
fn begins_line(at: Cursor<'_, '_>) -> bool {
    let is_place = |(row, _)| column(NOUNS, row, 1) == "place";
    let goes_on = at.back().is_capitalized() || at.phrase_left(Class::Noun, 3).is_some_and(is_place);
    at.token().gap >= Gap::Line && at.is_capitalized() && (!goes_on || is_labelled(at))
}

/// `huyện Nhà Bè⏎Lưu ý:`, `của Bộ trưởng Bộ⏎Người ký:`: the words before a colon.
fn is_labelled(at: Cursor<'_, '_>) -> bool {
    const MOST_WORDS: usize = 3;
    let mut tokens = std::iter::successors(Some(at), |at| Some(at.next())).take(MOST_WORDS + 1);
    tokens.find(|at| !at.is_word()).is_some_and(|at| at.is_mark(':'))
}

/// Whether the next line is a heading in capitals: `…⏎ỦY BAN NHÂN DÂN TỈNH`.
fn is_heading(at: Cursor<'_, '_>) -> bool {
    at.token().gap >= Gap::Line && at.is_upper() && at.text().len() > 1 && !at.back().is_upper()
}

/// `Nghị quyết số …`; but `Kế hoạch` of `Bộ Kế hoạch và Đầu tư` is a name.
fn is_document(at: Cursor<'_, '_>) -> bool {
    let kind = at.phrase(Class::DocumentType);
    kind.is_some_and(|(_, next)| next.is_digits() || next.eat_any(&[word::SO, word::NAY]).is_some())
        || at.is(word::LUAT)
}

/// `(khóa XIV)`, `khóa XIV`
pub(super) fn term<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let bracket = at.eat_mark('(');
    let roman = bracket.unwrap_or(at).eat(word::KHOA)?;
    let is_roman = roman.is_word() && roman.text().bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    if !is_roman {
        return None;
    }
    if bracket.is_some() { roman.next().eat_mark(')') } else { Some(roman.next()) }
}

/// Before the name that ends here.
pub(super) fn body_left<'t, 'b>(end: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let mut from = end;
    let mut found = None;
    for _ in 0..MOST_WORDS {
        let left = from.left();
        let goes_on =
            left.kind == Kind::Word || left.kind == Kind::Mark && matches!(left.mark, ',' | '-' | '&' | '(' | ')');
        if !goes_on {
            break;
        }
        from = from.back();
        if from.is_capitalized() && body(from).is_some_and(|next| next.distance(end) == 0) {
            found = Some(from);
        }
    }
    found
}
