//! A direction, or what one unit is told per, that was said of the fact before.

use std::borrow::Cow;

use super::base::{goes_on, is_verb};
use super::per::per_before;
use super::{Around, Memory, is_suffered, noun_of};
use crate::cursor::{Cursor, Gap};
use crate::facts::FactKind;
use crate::lexicon::{self, Class, NOUNS, Syllable, word};
use crate::number::Change;

/// The direction that the fact before has and this one shares.
pub(super) fn direction(site: &Around<'_, '_>, memory: &Memory) -> Option<Change> {
    // `tăng 5%, 98% kế hoạch`
    let level = || site.next.phrase(Class::Base).is_some();
    memory.change.filter(|_| {
        is_same_in_percent(site, memory)
            || is_restated(site, memory)
            || is_below_stroke(site, memory)
            || is_coordinated(site, memory) && !level()
    })
}

/// Whether the fact before, or the base of its comparison, ends here.
fn is_end(at: Cursor<'_, '_>, memory: &Memory) -> bool {
    at.end() == memory.end || at.end() == memory.end_of_base
}

/// `giảm 264 vụ (17,05%)`, `[giảm 160 lượt = 44,82%]`, `tăng 2 người chết (40%)`, `giảm 12 vụ (tương ứng 5,6%)`
fn is_same_in_percent(site: &Around<'_, '_>, memory: &Memory) -> bool {
    const REACH: usize = 4;
    let Around { kind, from, next, .. } = *site;
    let told = that_is(from).filter(|_| next.is_mark(')') || next.is_mark(']'));
    let equal = || from.eat_mark_left('=').and_then(|left| opening(left).or(Some(left)));
    let opening = told.and_then(opening).or_else(|| opening(from)).or_else(equal);
    let Some(mut at) = opening.filter(|_| kind == FactKind::Percentage) else { return false };
    // `thấp hơn 0,9 điểm % so với chỉ tiêu (1,16%)`: the level of the base.
    if memory.kind == Some(kind) && at.end() == memory.end_of_base {
        return false;
    }
    for _ in 0..REACH {
        if is_end(at, memory) {
            return true;
        }
        at = at.back();
        if !at.is_word() || at.start() < memory.end || at.eat_any(&[word::DAT, word::CHIEM]).is_some() {
            return false;
        }
    }
    false
}

/// Before `(` or `[`.
fn opening<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    at.eat_mark_left('(').or_else(|| at.eat_mark_left('['))
}

/// Before `tương ứng`, `tương đương`, `tức`, `bằng`, `khoảng`: words that tell the same in another way.
fn that_is<'t, 'b>(from: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let at = from.phrase_left(Class::Bound, 2).map_or(from, |(_, left)| left);
    let same = restating(at).or_else(|| at.eat_any_left(&[word::THAT_IS, word::BANG]));
    same.or(Some(at).filter(|at| at.distance(from) > 0))
}

fn restating<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    at.eat_all_left(&[word::TUONG, word::UNG]).or_else(|| at.eat_all_left(&[word::TUONG, word::DUONG]))
}

/// `giảm 2.094 hộ, tương ứng 25,49%`, `tăng 11 vụ, 12,94%`
fn is_restated(site: &Around<'_, '_>, memory: &Memory) -> bool {
    let Around { kind, from, next, .. } = *site;
    let same = restating(from).map(|left| left.eat_mark_left(',').unwrap_or(left));
    let in_percent = kind == FactKind::Percentage && memory.kind != Some(kind) && !next.is_word();
    let told = same.or_else(|| from.eat_mark_left(',').filter(|_| in_percent));
    told.is_some_and(|left| is_end(left, memory))
}

/// `giảm 12 vụ/15 đối tượng`: right below the stroke of a count, people.
fn is_below_stroke(site: &Around<'_, '_>, memory: &Memory) -> bool {
    let above = site.from.eat_mark_left('/').filter(|above| site.kind == FactKind::Count && above.end() == memory.end);
    let people = |(row, _)| lexicon::column(NOUNS, row, 1) == "person";
    above.is_some_and(|_| memory.kind == Some(site.kind) && site.next.phrase_left(Class::Noun, 4).is_some_and(people))
}

/// `giảm 3 vụ và 8,1 ha`, `tăng 14,4% về lượng, 35,3% về trị giá`, `lần lượt giảm 2%, 3% và 5%`: nothing
/// but nouns stand between the two.
fn is_coordinated(site: &Around<'_, '_>, memory: &Memory) -> bool {
    const REACH: usize = 6;
    const NEAR: usize = 2;
    let Around { kind, from, .. } = *site;
    let same = memory.kind == Some(kind);
    let comma = from.eat_mark_left(',').or_else(|| from.eat_mark_left(';').filter(|_| memory.in_turn));
    let next = kind == FactKind::Count && !memory.in_turn;
    if comma.is_some() && !(same && (memory.in_turn || next || kind == FactKind::Percentage)) {
        return false;
    }
    let Some(mut at) = comma.or_else(|| from.eat_left(word::VA)) else { return false };
    // `giảm 12 vụ, 5 người chết`: no base between, nor a word, but `giảm 7 lượt đoàn, 166 lượt người`, `giảm 3 vụ cháy, 2 người chết`.
    let near = comma.is_some() && next;
    let most = match near {
        true if is_like(site, memory) => NEAR + 1,
        true => 1,
        false => REACH,
    };
    for _ in 0..most {
        if at.end() == memory.end || !near && is_end(at, memory) {
            return true;
        }
        at = noun_left(at, memory).unwrap_or_else(|| at.back());
        let compared = at.is(word::SO_WITH) && at.next().is(word::VOI);
        let acts = !near && is_verb(at) && !is_suffered(at);
        if !same || !at.is_word() || at.start() < memory.end || acts || compared {
            return false;
        }
    }
    false
}

/// Whether the same is counted as in the fact before, or what happened to people.
fn is_like(site: &Around<'_, '_>, memory: &Memory) -> bool {
    let noun = || noun_of(site.from, site.next).map(|noun| noun.token().syllable);
    is_suffered(site.next) || memory.noun != Syllable::UNKNOWN && noun() == Some(memory.noun)
}

/// The `hộ` of `mỗi hộ 15 kg gạo và 2 triệu đồng`, `mỗi khẩu 10 kg gạo, 300 nghìn đồng và 2 thùng mì`, where the fact before
/// has it: what is given to one goes on. Nothing but the noun of the fact before stands between, and nothing but a noun behind:
/// `, 20 hộ đã nhận` and `và 20 triệu đồng từ ngân sách` are another matter, as are people and places.
#[cold]
#[inline(never)]
pub(super) fn per<'t>(site: &Around<'t, '_>, memory: &Memory) -> Option<Cow<'t, str>> {
    const REACH: usize = 4;
    const WORDS: usize = 5;
    const MOST_TOKENS: usize = 48;
    let Around { kind, from, next, .. } = *site;
    let mut at = from.eat_left(word::VA).or_else(|| from.eat_mark_left(','))?;
    for _ in 0..REACH {
        if at.end() == memory.end {
            break;
        }
        at = at.back();
        if !at.is_word() || at.start() < memory.end || is_verb(at) {
            return None;
        }
    }
    let given = match kind {
        FactKind::Money | FactKind::Measure => true,
        FactKind::Count => next.phrase_left(Class::Noun, 4).is_some_and(|(row, _)| {
            !matches!(lexicon::column(NOUNS, row, 1), "person" | "place" | "body" | "group" | "event" | "idea")
        }),
        _ => false,
    };
    let behind = std::iter::successors(Some(next), |at| Some(at.next())).take(WORDS);
    let ends = |at: &Cursor<'_, '_>| !at.is_word() || at.is(word::VA);
    let elsewhere = |at: Cursor<'_, '_>| goes_on(at) || at.eat_any(&[word::TU, word::CUA, word::CHO]).is_some();
    let other = behind.take_while(|at| !ends(at)).any(elsewhere);
    if at.end() != memory.end || !given || other {
        return None;
    }
    let mut leads = std::iter::successors(Some(at), |at| Some(at.back())).take(MOST_TOKENS);
    leads.find_map(|lead| per_before(lead, kind))
}

/// Before the noun of several words that ends here, one of which may look like a verb: `tờ khai`.
fn noun_left<'t, 'b>(at: Cursor<'t, 'b>, memory: &Memory) -> Option<Cursor<'t, 'b>> {
    let (_, noun) = at.phrase_left(Class::Noun, 4)?;
    (noun.distance(at) > 1 && noun.start() >= memory.end).then_some(noun)
}

/// Whether `lần lượt` or `tương ứng` stands shortly before: what is said is said of the next too.
#[inline]
pub(crate) fn is_in_turn(from: Cursor<'_, '_>) -> bool {
    const REACH: usize = 6;
    let mut right = from;
    for _ in 0..REACH {
        let left = right.back();
        match right.token() {
            token if token.gap == Gap::Paragraph => return false,
            token if token.syllable == word::LUOT && left.is(word::LAN) => return true,
            token if token.syllable == word::UNG && left.is(word::TUONG) => return true,
            _ => right = left,
        }
    }
    false
}
