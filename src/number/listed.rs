//! Numbers in a list whose unit stands only behind the last: `5, 6 và 7%`, `07 hoặc 09 thành viên`; and a level of which the
//! one that was reached has the unit: `từ 34 lên 38%`.
//!
//! ```text
//! listed := head digits {", " digits} ("và" | "hoặc") digits unit
//!         | "từ" digits ("lên" | "xuống" | "còn" | "xuống" "còn") digits unit
//! head   := a word that numbers nothing and is no name | ":" | "(" | "," behind a word
//! ```
//!
//! They rise, unless `lần lượt` or `tương ứng` stands before them, and none is a year. Of two with `và` only shares are
//! beyond doubt: `tăng 5 và 7%`, but `khu 5 và 7 hộ`.

use super::Quantity;
use super::amount::{self, Amount};
use super::label;
use super::quantity::Numbers;
use crate::context::{self, is_in_turn};
use crate::cursor::{Cursor, Gap, Token};
use crate::lexicon::{Class, word, words};

/// The most numbers of a list.
const MOST: usize = 8;

/// Whether a mark or a word may join numbers of a list, or two levels.
#[inline]
pub(crate) const fn joins(token: Token) -> bool {
    token.mark == ',' || matches!(token.syllable, word::VA | word::HOAC | word::LEN | word::XUONG | word::CON)
}

/// Before the digits of the level that was reached: behind `lên`, `xuống`, `còn`, `xuống còn`.
pub(crate) fn reached<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let next = at.eat_any(&[word::LEN, word::XUONG, word::CON])?;
    let next = next.eat(word::CON).unwrap_or(next);
    next.is_digits().then_some(next)
}

/// Whether a mark or a word that joins numbers of a list stands here, and digits behind it.
pub(crate) fn may_go_on(at: Cursor<'_, '_>) -> bool {
    let next = at.next();
    let apart = !at.is_mark(',') || at.is_glued() && next.token().gap == Gap::Blank;
    let listed = at.is_mark(',') || at.eat_any(&[word::VA, word::HOAC]).is_some();
    listed && next.is_digits() && apart
}

/// A number of a list: where it ends, while its unit stands behind the last.
#[derive(Clone, Copy)]
pub(crate) struct Listed<'t, 'b> {
    pub(crate) end: Cursor<'t, 'b>,
}

/// The number with the unit of its list, if it stands in one and has none of its own.
#[cold]
#[inline(never)]
pub(crate) fn read<'t, 'b>(first: &Amount<'t, 'b>) -> Option<(Numbers<'t, 'b>, Listed<'t, 'b>)> {
    let numbers = Numbers::of_list(first, &last(first)?)?;
    Some((numbers, Listed { end: first.next }))
}

impl<'t> Listed<'t, '_> {
    /// Whether the value read with the unit that ends at `behind` is that of the number: one, and no range. Adds what the
    /// unit is told per.
    pub(crate) fn completes(self, quantity: Option<&mut Quantity<'t>>, behind: Cursor<'t, '_>) -> bool {
        let Some(quantity) = quantity.filter(|quantity| quantity.value().is_some()) else { return false };
        context::add_strokes(behind, quantity);
        true
    }
}

/// `giảm từ 15 xuống 10 ngày`, `từ 34,5 lên 38%`: the level that was reached, if that is where the words go.
fn level<'t, 'b>(first: &Amount<'t, 'b>) -> Option<Amount<'t, 'b>> {
    first.from.eat_left(word::TU).filter(|_| is_member(first))?;
    let last = amount::read(reached(first.next)?).filter(|last| !last.in_words && last.sign.is_none())?;
    // `từ 800 lên 1,2 triệu đồng`: of another scale
    let value = first.value.shifted(last.scale)?;
    let rises = first.next.is(word::LEN);
    (if rises { value < last.value } else { value > last.value }).then_some(last)
}

/// The last number of the list, where the first amount is one of it without a unit of its own.
fn last<'t, 'b>(first: &Amount<'t, 'b>) -> Option<Amount<'t, 'b>> {
    if let Some(level) = level(first) {
        return Some(level);
    }
    if !may_go_on(first.next) {
        return None;
    }
    let head = head(first.from);
    let in_turn = is_in_turn(head);
    let mut last = if head.distance(first.from) == 0 { *first } else { amount::read(head)? };
    let mut rises = true;
    for count in 2..=MOST {
        let joint = last.next;
        let next = amount::read(joint.next()).filter(|_| is_member(&last) && may_go_on(joint))?;
        rises &= last.value < next.value;
        last = next;
        if !joint.is_mark(',') {
            let clear = count > 2 || joint.is(word::HOAC) || in_turn || last.next.is_mark('%');
            return ((rises || in_turn) && clear && !is_named(head) && !is_year(&last)).then_some(last);
        }
        // `5, 10, 15 triệu đồng`
        if last.scale > 0 {
            return (rises && count > 2 && !is_named(head)).then_some(last);
        }
    }
    None
}

fn is_member(amount: &Amount<'_, '_>) -> bool {
    amount.scale == 0 && !amount.in_words && amount.sign.is_none() && !is_year(amount)
}

fn is_year(amount: &Amount<'_, '_>) -> bool {
    amount.plain && amount.from.is_year()
}

/// Before the first number of the list in which this one stands, but for the last.
fn head<'t, 'b>(number: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    let before = |number: &Cursor<'t, 'b>| {
        let comma = number.eat_mark_left(',').filter(|_| number.token().gap == Gap::Blank);
        comma.map(before_digits).filter(|before| before.is_digits())
    };
    std::iter::successors(Some(number), before).take(MOST).last().unwrap_or(number)
}

/// Before the first number of the list of which this is the last, or of any other number that one itself.
pub(crate) fn head_of_last<'t, 'b>(number: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    let joint = number.eat_any_left(&[word::VA, word::HOAC]);
    joint.map(before_digits).filter(|before| before.is_digits()).map_or(number, head)
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
    let of_calendar = || words::say_before(head, 1, "number");
    let labelled = || label::label(head).is_some() && !left.is(word::LEVEL);
    let named = left.is_capitalized() && !left.is_sentence_start();
    named || of_calendar() || labelled() || is_of_no_count(head)
}

/// `theo hồ sơ 5, 6 và 7`: papers with numbers.
fn is_of_no_count(head: Cursor<'_, '_>) -> bool {
    head.phrase_left(Class::DocumentType, 4).is_some() || head.phrase_left(Class::NotDocument, 4).is_some()
}
