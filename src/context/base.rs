//! What a number is compared with: `so với cùng kỳ năm 2017`, `cao hơn bình quân chung`, `kế hoạch năm`.

use super::before::{Before, direction_left};
use crate::cursor::{Cursor, Gap, Kind};
use crate::facts::FactKind;
use crate::lexicon::{self, BASES, Class, NOUNS_NOT, word};

/// From the first cursor to the second.
pub(super) type Stretch<'t, 'b> = (Cursor<'t, 'b>, Cursor<'t, 'b>);

/// The base behind a number: `so với cùng kỳ năm 2017`, `so cùng kỳ`, `dự toán năm`, and of a multiple
/// whatever follows (`gấp 12 lần ngoại thành`).
pub(super) fn base_behind<'t, 'b>(behind: Cursor<'t, 'b>, kind: FactKind, multiple: bool) -> Option<Stretch<'t, 'b>> {
    const REACH: usize = 4;
    let at = behind_bracket(behind).unwrap_or(behind);
    let token = at.token();
    if token.gap == Gap::Paragraph || token.kind != Kind::Word && !multiple {
        return None;
    }
    let mut so = at;
    let mut joined = false;
    for _ in 0..REACH {
        if let Some(base) = so.eat(word::SO_WITH) {
            // `so cùng kỳ`, but not `được so sánh`
            let compared = base.eat(word::SANH);
            let base = compared.unwrap_or(base);
            let base = base.eat(word::VOI).or(Some(base).filter(|_| compared.is_none())).and_then(base_text);
            // `và so với cùng kỳ tăng 2,63%`: that of the next number.
            return base.filter(|(_, end)| !joined || end.phrase(Class::Change).is_none());
        }
        joined |= so.is(word::VA);
        so = so.next();
        if !so.back().is_word() {
            break;
        }
    }
    if multiple {
        // A heading on the next line: `tăng gấp 10 lần⏎Sự phát triển`.
        let heading = at.token().gap >= Gap::Line && at.is_capitalized();
        let base = at.phrase(Class::Base).is_some() || !goes_on(at);
        return (base && !heading).then(|| base_text(at))?;
    }
    let (row, end) = at.phrase(Class::Base)?;
    let share = kind == FactKind::Percentage || behind.back().is(word::LAN);
    let direct = share && !lexicon::column(BASES, row, 1).is_empty();
    direct.then(|| (at, with_year(end)))
}

/// `kế hoạch năm`, `dự toán năm 2024`, `cùng kỳ năm trước`.
fn with_year<'t, 'b>(at: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    let Some(year) = at.eat(word::NAM) else { return at };
    let named = year.number(4..=4).is_some() || year.eat_any(&[word::TRUOC, word::NGOAI]).is_some();
    if named { year.next() } else { year }
}

/// Behind `(…)`, where a short bracket stands here.
fn behind_bracket<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    const REACH: usize = 10;
    let mut inside = at.eat_mark('(').or_else(|| at.eat_mark('['))?;
    for _ in 0..REACH {
        if inside.is_paragraph() {
            return None;
        }
        if inside.is_mark(')') || inside.is_mark(']') {
            return Some(inside.next());
        }
        inside = inside.next();
    }
    None
}

/// The words of a base: up to a mark, a break, or a word with which the sentence goes on.
fn base_text<'t, 'b>(from: Cursor<'t, 'b>) -> Option<Stretch<'t, 'b>> {
    const MOST: isize = 9;
    let mut at = from;
    while from.distance(at) < MOST {
        let token = at.token();
        let date =
            at.is_mark('.') && at.is_glued() && at.left().kind == Kind::Digits && at.next().number(4..=4).is_some();
        let dash = at.is_mark('-') && joins(at);
        let inner = matches!(token.kind, Kind::Word | Kind::Digits) && !is_value(at) || at.is_mark('/') || dash || date;
        if !inner || from.distance(at) > 0 && goes_on(at) && !is_amount_of(from, at) {
            break;
        }
        // `ước thực hiện năm 2023`: a base of the list holds a verb.
        at = noun_or_base(at).map_or(at.next(), |(_, end)| end);
    }
    at = behind_attribute(from, at);
    while from.distance(at) > 0 && at.back().eat_any(&[word::CUA, word::DUOC]).is_some() {
        at = at.back();
    }
    (from.distance(at) > 0).then_some((from, at))
}

/// Behind what a verb tells of a base that would end here: `chỉ tiêu được giao`, `Nghị quyết đề ra`, `trước khi sáp nhập`.
fn behind_attribute<'t, 'b>(from: Cursor<'t, 'b>, end: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    const MOST_WORDS: usize = 4;
    let given = || Some(end).filter(|end| end.back().is(word::DUOC))?.eat(word::ASSIGN);
    if let Some(behind) = given().or_else(|| end.eat_all(&[word::DE_PROPOSE, word::RA])) {
        return behind;
    }
    let clause = from.eat(word::TRUOC).filter(|when| when.distance(end) == 0 && end.is(word::CHO_KHI));
    let Some(clause) = clause.map(Cursor::next) else { return end };
    let mut at = clause;
    for _ in 0..MOST_WORDS {
        if !at.is_word() || at.token().gap >= Gap::Paragraph || at.phrase(Class::Change).is_some() {
            break;
        }
        at = at.next();
    }
    at
}

/// `so với mức tăng 0,55% của tháng 8`: what the base comes to, and no part of its name.
fn is_value(at: Cursor<'_, '_>) -> bool {
    let next = at.next();
    at.is_digits() && next.is_glued() && (next.is_mark('%') || next.is_mark(',') && next.next().is_glued())
}

/// `so với mức tăng`, `gấp đôi lượng xuất khẩu`: behind the first word of the base, which makes a noun of the verb.
fn is_amount_of(from: Cursor<'_, '_>, at: Cursor<'_, '_>) -> bool {
    let named = from.is(word::LEVEL) || from.is(word::LUONG) && at.phrase(Class::Change).is_none();
    named && from.distance(at) == 1
}

/// The dash of `2016 - 2020`, `Hà Nội-Hải Phòng`; not that of `năm 2019 - năm chưa có dịch`.
fn joins(dash: Cursor<'_, '_>) -> bool {
    dash.is_glued() || dash.left().kind == Kind::Digits && dash.next().is_digits()
}

/// The longer of the noun and the base that begin here.
pub(super) fn noun_or_base<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(usize, Cursor<'t, 'b>)> {
    let known = [Class::Noun, Class::Base].into_iter().filter_map(|class| at.phrase(class));
    known.max_by_key(|&(_, end)| at.distance(end))
}

/// Whether a verb, an adverb or a conjunction stands here, which no base holds.
pub(super) fn goes_on(at: Cursor<'_, '_>) -> bool {
    // `so với tổng số lao động`, `lượng xuất khẩu hiện tại`
    let summed = at.is(word::TONG) || at.is(word::SO) && at.back().is(word::TONG);
    let joins = [word::CUA, word::NAM, word::TRUOC, word::NGOAI, word::NAY, word::CHUNG, word::CA];
    let now = at.is(word::TAI) && at.back().is(word::HIEN_NOW);
    !summed && !now && at.eat_any(&joins).is_none() && is_of(at, &["verb", "adverb", "function word"])
}

/// Whether a verb stands here.
pub(super) fn is_verb(at: Cursor<'_, '_>) -> bool {
    is_of(at, &["verb"])
}

/// Whether a word of one of these sorts stands here, and no longer noun.
fn is_of(at: Cursor<'_, '_>, sorts: &[&str]) -> bool {
    at.phrase(Class::NotNoun).is_some_and(|(row, end)| {
        let noun = at.phrase(Class::Noun).is_some_and(|(_, noun)| noun.distance(end) <= 0);
        !noun && sorts.contains(&lexicon::column(NOUNS_NOT, row, 1))
    })
}

/// The end of a base that is said once for several changes: `so với cùng kỳ giảm 05 vụ, giảm 03 người`.
fn before_direction<'t, 'b>(base: Cursor<'t, 'b>, end: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    let directed = |at: &Cursor<'t, 'b>| {
        at.phrase(Class::Change).and_then(|(_, end)| direction_left(end)).is_some_and(|read| read.change.is_some())
    };
    base.up_to(end).find(directed).unwrap_or(end)
}

/// Behind `so với`; before one of the list, and before a time, `với` may be left out: `so cùng kỳ`, `so tháng trước`, `so đầu năm`.
fn compared<'t, 'b>(so: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let base = so.next();
    let time = || {
        let part = base.eat_any(&[word::DAU, word::CUOI]).unwrap_or(base);
        part.eat_any(&[word::THANG, word::QUY, word::NAM, word::TUAN]).is_some()
    };
    let known = || (base.phrase(Class::Base).is_some() || time()).then_some(base);
    base.eat(word::VOI).or_else(known)
}

/// `So với kế hoạch năm đạt 85%`, `so với kế hoạch chỉ đạt 85%`, `So với dự toán: đạt 85%`: right before a level that is reached.
pub(super) fn base_of_level<'t, 'b>(before: &Before<'t, 'b>) -> Option<Stretch<'t, 'b>> {
    const REACH: isize = 5;
    let verb = before.at.eat_any_left(&[word::DAT, word::BANG])?;
    let verb = verb.eat_any_left(&[word::ONLY, word::NEWLY, word::THEN]).unwrap_or(verb);
    let end = verb.eat_mark_left(',').or_else(|| verb.eat_mark_left(':')).unwrap_or(verb);
    let mut left = end.words_left(REACH);
    let so = left.find(|so| so.is(word::SO_WITH))?;
    let base = compared(so)?;
    let (_, last) = base.phrase(Class::Base)?;
    (with_year(last).distance(end) == 0).then_some((base, end))
}

/// The end of a base that is a time, where the subject of the sentence follows: `so với cùng kỳ năm 2023 số vụ tăng`.
fn before_subject<'t, 'b>(base: Cursor<'t, 'b>, end: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    let Some(time) = base.eat_all(&[word::CUNG, word::KY]).map(with_year) else { return end };
    // `so với cùng kỳ năm 2020 như cà phê tăng`
    let subject = time.is(word::SO) || time.is(word::LIKE) || time.phrase(Class::Noun).is_some();
    if subject && time.distance(end) > 0 { time } else { end }
}

/// The end of a base before the words that lead to its verb: `so với quý trước thì đã giảm`, `so với năm 2020 vẫn tăng`.
fn before_adverbs<'t, 'b>(base: Cursor<'t, 'b>, end: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    const ADVERBS: [lexicon::Syllable; 7] =
        [word::THEN, word::DA_PAST, word::STILL, word::ALSO, word::EACH_ALIKE, word::AGAIN, word::HAVING];
    let mut at = end;
    while base.distance(at) > 1 && at.back().eat_any(&ADVERBS).is_some() {
        at = at.back();
    }
    at
}

/// Before `(…)`, where a short bracket ends here.
pub(super) fn before_bracket<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    const REACH: usize = 10;
    let mut inside = at.eat_mark_left(')')?;
    for _ in 0..REACH {
        if inside.is_paragraph() {
            return None;
        }
        inside = inside.back();
        if inside.is_mark('(') {
            return Some(inside);
        }
    }
    None
}

/// `So với cùng kỳ, giảm 56 vụ`, `So với cùng kỳ: số vụ giảm 5 vụ`, `so với đầu năm (8.214 hộ) giảm 2.094 hộ`, `so với cùng kỳ,
/// số vụ giảm 12 vụ`.
///
/// A base that ends at `taken` is that of the fact before.
pub(super) fn base_before<'t, 'b>(before: &Before<'t, 'b>, taken: usize) -> Option<Stretch<'t, 'b>> {
    const REACH: usize = 14;
    before.change?;
    let mut end = before.at;
    let mut at = before_bracket(end).unwrap_or(end);
    for _ in 0..REACH {
        if at.is_paragraph() {
            return None;
        }
        at = at.back();
        if at.is(word::SO_WITH) {
            let base = compared(at).filter(|base| base.start() >= taken)?;
            let end = before_direction(base, before_bracket(end).unwrap_or(end));
            let end = before_adverbs(base, before_subject(base, end));
            return (base.distance(end) > 0).then_some((base, end));
        }
        if matches!(at.token().mark, ',' | ':') && end.distance(before.at) == 0 {
            // The base ends here.
            end = at;
            if end.end() == taken {
                return None;
            }
            at = before_bracket(end).unwrap_or(end);
        } else if !(matches!(at.token().kind, Kind::Word | Kind::Digits) || at.is_mark('/') && at.is_glued()) {
            return None;
        }
    }
    None
}
