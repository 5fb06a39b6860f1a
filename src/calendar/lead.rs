//! Where an expression of time that holds the anchor may begin.

use super::listed::may_be_listed;
use crate::cursor::{Cursor, Gap, Kind};
use crate::facts::Reading;
use crate::lexicon::{Class, Classes, word, words};
use crate::number::amount;

/// The `2024` of `…, 2024 là 13%`: the subject of a clause.
pub(crate) fn heads_clause(at: Cursor<'_, '_>) -> bool {
    matches!(at.left().mark, ',' | ';') && at.next().eat_any(&[word::LA, word::DAT]).is_some()
}

/// How many words may stand left of the anchor.
const MOST_WORDS: isize = 8;

/// The places where an expression that holds the anchor may begin, from the leftmost: the words of
/// `time_leads.tsv` right before it, and the anchor.
pub(crate) fn starts<'t, 'b>(anchor: Cursor<'t, 'b>) -> impl Iterator<Item = Cursor<'t, 'b>> {
    let mut far = anchor;
    while far.distance(anchor) < MOST_WORDS && may_grow(far) {
        far = far.back();
    }
    std::iter::successors(Some(far), move |start| (start.distance(anchor) > 0).then(|| start.next()))
}

fn may_grow(at: Cursor<'_, '_>) -> bool {
    at.left().syllable.starts(Class::TimeLead) && !at.at_floor()
}

/// Whether an expression of time can hold the anchor at all. Most numbers count something else, and
/// this tells so from the tokens right beside them.
pub(crate) fn may_hold(anchor: Cursor<'_, '_>) -> bool {
    let token = anchor.token();
    match token.kind {
        Kind::Digits if token.len() > 4 => return false,
        Kind::Digits => {}
        Kind::Word if token.syllable.starts(Class::Numeral) => {}
        Kind::Word if token.syllable.is_roman() => {}
        Kind::Word if token.syllable.starts(Class::Trigger) => return is_trigger(anchor),
        Kind::Word => {}
        _ => return false,
    }
    // `Đến 2030, hoàn thành`, `tầm nhìn đến 2050.`, `tầm nhìn 2045`; `năm 2023 là 12%, 2024 là 13%`
    let stop = || matches!(anchor.next().token().mark, ',' | '.' | ';' | ')');
    let led = || anchor.left().syllable == word::DEN && stop() || words::say_before(anchor, 2, "vision");
    let year = || token.len() == 4 && (led() || heads_clause(anchor));
    anchor.left().syllable == word::NGAY || may_grow(anchor) || is_joined(anchor) || is_item(anchor) || year()
}

/// Whether a list may tell what the number is: `6` of `ngày 5, 6 và 7/6`, `2 ngày (20 và 21/6)`, `các ngày: 5, 6 và 7/6`
/// behind a `ngày` that the fact before holds; or what is now, `hôm nay, 5.6`.
fn is_item(anchor: Cursor<'_, '_>) -> bool {
    let left = anchor.left();
    let separator = anchor.back();
    match left.mark {
        '(' | ':' => separator.left().syllable == word::NGAY,
        ',' => {
            may_be_listed(anchor)
                || separator.eat_any_left(&[word::NAY_NOW, word::QUA_PAST, word::MAI, word::KIA]).is_some()
        }
        ';' => may_be_listed(anchor),
        _ => matches!(left.syllable, word::VA | word::HOAC) && may_be_listed(anchor),
    }
}

/// Whether a word of time itself is one here: `rằm`, `hằng năm`, `chủ nhật`, but not `mặt hàng`, `chủ
/// tịch`.
fn is_trigger(anchor: Cursor<'_, '_>) -> bool {
    let units = [word::NGAY, word::TUAN, word::THANG, word::QUY, word::NAM];
    match anchor.token().syllable {
        word::HANG | word::HANG_LEVEL => anchor.next().eat_any(&units).is_some(),
        // `khoản này`
        word::NAY => false,
        _ if anchor.token().syllable.starts(Class::Weekday) => anchor.phrase(Class::Weekday).is_some(),
        _ => true,
    }
}

/// Whether what is behind a number may make it part of a time: `5/6`, `8 giờ`, `6 tháng`, `2 lần`.
fn is_joined(anchor: Cursor<'_, '_>) -> bool {
    let next = anchor.next();
    let (token, behind) = (next.token(), next.next().token());
    match token.kind {
        Kind::Mark if token.mark == '.' => behind.kind == Kind::Digits && is_dotted(anchor),
        Kind::Mark if token.mark == '-' => is_hyphened(anchor),
        // `03 (ba) tháng một lần`, `sáu (06) tháng đầu năm`
        Kind::Mark if token.mark == '(' => amount::may_be_repeated(next),
        Kind::Mark => matches!(token.mark, '/' | ':') && behind.kind == Kind::Digits,
        Kind::Word if token.syllable == word::NGAY => may_follow_days(next.next()),
        Kind::Word => token.syllable.classes().meets(FOLLOWS),
        _ => false,
    }
}

/// Whether a hyphen may join the number and what is behind it to a time: `2016 - 2020`, `5-8 tháng 10`, `20-11-2024`,
/// `quý I - quý II`; not `10 - 15`, nor `2018⇥-2500`, a sign in the next cell.
fn is_hyphened(anchor: Cursor<'_, '_>) -> bool {
    let (hyphen, second) = (anchor.next(), anchor.next().next());
    let (token, behind) = (second.token(), second.next().token());
    match token.kind {
        Kind::Digits => {
            let goes_on = behind.kind == Kind::Mark || FOLLOWS.meets(behind.syllable.classes());
            let signed = hyphen.token().gap >= Gap::Tab && second.is_glued();
            !signed && (anchor.token().len() == 4 || token.len() == 4 || goes_on)
        }
        _ => token.syllable.starts(Class::TimeLead) || token.syllable.starts(Class::TimeWord),
    }
}

/// What may follow a number that is part of a time.
const FOLLOWS: Classes = Classes::of(&[Class::TimeFollow, Class::Numeral, Class::Shift]);

/// Whether more than a length may be said with `N ngày`: `3 ngày một lần`, `đợt 2 ngày 10/8`, but `30 ngày làm việc`.
fn may_follow_days(behind: Cursor<'_, '_>) -> bool {
    const WORDS: Classes =
        Classes::of(&[Class::Numeral, Class::TimeLead, Class::TimeWord, Class::Weekday, Class::Shift, Class::Trigger]);
    let token = behind.token();
    token.kind == Kind::Digits || matches!(token.mark, '/' | '(') || token.syllable.classes().meets(WORDS)
}

/// Whether a dot may part a day from its month: in `5.4.2025`, or behind `dịp` or a bracket. The dot of
/// `5.873` parts thousands, those of `2.1` and `1. Tình hình` are of headings, those of `V.09.02.05` of a code.
fn is_dotted(anchor: Cursor<'_, '_>) -> bool {
    let left = anchor.left();
    let month = anchor.next().next();
    if anchor.number(1..=2).is_none() || month.token().len() > 2 || anchor.is_glued() && left.mark == '.' {
        return false;
    }
    left.mark == '('
        || left.syllable.ends(Class::TimeWord)
        || month.next().is_mark('.') && month.next().next().is_digits()
}

/// What `read` finds at the leftmost start, if it holds the anchor.
pub(crate) fn first<'t, 'b, T>(
    anchor: Cursor<'t, 'b>,
    read: impl Fn(Cursor<'t, 'b>) -> Option<Reading<'t, 'b, T>>,
) -> Option<Reading<'t, 'b, T>> {
    starts(anchor).find_map(|start| {
        let holds =
            |reading: &Reading<'t, 'b, T>| reading.from.distance(anchor) >= 0 && anchor.distance(reading.next) > 0;
        read(start).filter(holds)
    })
}

/// Before `ngày`, `tháng`, `năm` that the number at the anchor does not count, if what they head is
/// told in full: `đợt 2 ngày 10/8`, `lần thứ hai năm 2020`.
pub(crate) fn head_behind<'t, 'b>(anchor: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let next = anchor.next();
    next.eat_any(&[word::NGAY, word::THANG, word::NAM, word::QUY]).map(|_| next)
}
