//! Numbers in a list whose unit stands only behind the last: `5, 6 và 7%`, `07 hoặc 09 thành viên`.
//!
//! ```text
//! listed := head digits {", " digits} ("và" | "hoặc") digits unit
//! head   := a word that numbers nothing and is no name | ":" | "(" | "," behind a word
//! ```
//!
//! They rise, unless `lần lượt` or `tương ứng` stands before them, and none is a year. Of two with `và` only shares are
//! beyond doubt: `tăng 5 và 7%`, but `khu 5 và 7 hộ`.

use super::amount::{self, Amount};
use super::label;
use crate::context::is_in_turn;
use crate::cursor::{Cursor, Gap};
use crate::lexicon::{Class, word};

/// The most numbers of a list.
const MOST: usize = 8;

/// Whether a mark or a word that joins numbers of a list stands here, and digits behind it.
#[inline]
pub(crate) fn may_go_on(at: Cursor<'_, '_>) -> bool {
    let joins = match at.token().mark {
        ',' => at.is_glued() && at.next().token().gap == Gap::Blank,
        _ => at.eat_any(&[word::VA, word::HOAC]).is_some(),
    };
    joins && at.next().is_digits()
}

/// The last number of the list, where the first amount is one of it without a unit of its own.
pub(crate) fn last<'t, 'b>(first: &Amount<'t, 'b>) -> Option<Amount<'t, 'b>> {
    if !is_member(first) {
        return None;
    }
    let (head, before) = head(first.from);
    let in_turn = is_in_turn(head);
    let (mut last, mut count, mut rises) = (*first, before + 1, true);
    loop {
        let joint = last.next;
        let next = amount::read(joint.next()).filter(|_| may_go_on(joint))?;
        rises &= last.value < next.value;
        (last, count) = (next, count + 1);
        if !joint.is_mark(',') {
            let shares = || last.next.is_mark('%');
            let clear = count > 2 || joint.is(word::HOAC) || in_turn || shares();
            return ((rises || in_turn) && clear && !is_named(head) && !is_year(&last)).then_some(last);
        }
        if !is_member(&last) || count > MOST {
            return None;
        }
    }
}

fn is_member(amount: &Amount<'_, '_>) -> bool {
    amount.scale == 0 && !amount.in_words && amount.sign.is_none() && !is_year(amount)
}

fn is_year(amount: &Amount<'_, '_>) -> bool {
    amount.plain && amount.from.is_year()
}

/// Before the first number of the list, and how many stand before this one.
fn head<'t, 'b>(number: Cursor<'t, 'b>) -> (Cursor<'t, 'b>, usize) {
    let mut head = number;
    for before in 0..MOST {
        let joint = head.eat_mark_left(',').filter(|_| head.token().gap == Gap::Blank);
        match joint.map(before_digits).filter(|first| first.is_digits()) {
            Some(first) => head = first,
            None => return (head, before),
        }
    }
    (head, MOST)
}

/// Before the digits that end here, and before their thousands.
fn before_digits<'t, 'b>(end: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    const MOST_GROUPS: usize = 4;
    let mut at = end.back();
    for _ in 0..MOST_GROUPS {
        let mark = at.back();
        if !(at.is_glued() && mark.is_glued() && matches!(mark.token().mark, '.' | ',') && mark.back().is_digits()) {
            break;
        }
        at = mark.back();
    }
    at
}

/// Whether what stands before a list numbers its members: `khoản 5, 6 và 7`, `ngày 5, 6 và 7`; but `mức 5, 6 và 7%`.
fn is_named(head: Cursor<'_, '_>) -> bool {
    let left = head.back();
    if !left.is_word() {
        return match left.token().mark {
            ':' | '(' => false,
            // `1 giám đốc, 2 hoặc 3 phó giám đốc`, but `điểm a, 2 hoặc 3`
            ',' | ';' => !left.back().is_word() || left.back().token().len() == 1,
            _ => true,
        };
    }
    let calendar = [word::NAM, word::THANG, word::NGAY, word::QUY, word::TUAN, word::LUC, word::SO];
    let labelled = || label::label(head).is_some() && !left.is(word::LEVEL);
    let named = left.is_capitalized() && !left.is_sentence_start();
    named || left.eat_any(&calendar).is_some() || labelled() || is_of_no_count(head)
}

/// `theo hồ sơ 5, 6 và 7`: papers with numbers.
fn is_of_no_count(head: Cursor<'_, '_>) -> bool {
    head.phrase_left(Class::DocumentType, 4).is_some() || head.phrase_left(Class::NotDocument, 4).is_some()
}
