//! A direction, or `ước`, with its base or its object between it and the number.
//!
//! ```text
//! through := comparative base ["là"] number        cao hơn cùng kỳ năm 2022 4,7%
//!          | direction "so" ["với"] base number    giảm so với năm trước 12 tỷ đồng
//!          | direction object number               giảm tỷ lệ hộ nghèo 1,5%, giảm số vụ 12%, tăng doanh thu 15 tỷ đồng
//!          | "ước" object number                   ước thiệt hại 28,6 tỷ đồng
//!          | direction "nhất" "là" list "với" share Tăng mạnh nhất là nhóm ăn uống, lương thực với 1,12%
//! ```
//!
//! A verb, or a word that makes the number a level (`lên`, `còn`, `đạt`), ends the look.

use super::base::{Stretch, before_bracket, goes_on, noun_or_base};
use super::before::{Before, direction_left};
use super::{Around, Memory, is_on_average, is_suffered};
use crate::cursor::{Cursor, Kind};
use crate::facts::FactKind;
use crate::lexicon::{self, BASES, Class, WORDS_BEFORE, word};
use crate::number::Bound;

/// The direction further left of what stands right before the number, and the base of its comparison.
pub(super) fn direction<'t, 'b>(
    before: Before<'t, 'b>,
    site: &Around<'t, 'b>,
    memory: &Memory,
) -> Option<(Before<'t, 'b>, Option<Stretch<'t, 'b>>)> {
    // Nothing but words and numbers stands between the two.
    if !matches!(before.at.left().kind, Kind::Word | Kind::Digits) {
        return None;
    }
    // The words of a superlative are not all the number's own.
    let superlative = || {
        let mut direction = superlative(before, site, memory)?;
        direction.at = before.at;
        Some((direction, None))
    };
    with_base_or_object(before, site, memory).or_else(superlative)
}

/// With its base or its object between it and the number.
fn with_base_or_object<'t, 'b>(
    before: Before<'t, 'b>,
    site: &Around<'t, 'b>,
    memory: &Memory,
) -> Option<(Before<'t, 'b>, Option<Stretch<'t, 'b>>)> {
    const REACH: usize = 10;
    let copula = before.at.eat_left(word::LA);
    let (end, limit) = match copula.map(|copula| (copula, before_bracket(copula))) {
        // `cao hơn bình quân chung (29,39%) là 6,61 điểm %`
        Some((_, Some(end))) => (end, 0),
        Some((copula, None)) => (copula, limit(memory)),
        None => (before.at, limit(memory)),
    };
    // `so với mức 2.500 đồng`, `cao hơn trung bình 5 năm`: what is compared with, not by how much.
    let level = || end.back().is(word::LEVEL) && end.phrase_left(Class::Base, 3).is_none();
    if copula.is_none() && (level() || site.kind == FactKind::Duration) {
        return None;
    }
    let mut at = end;
    for _ in 0..REACH {
        at = step(at, limit)?;
        let Some(direction) = direction_left(at) else { continue };
        if let Some(base) = at.eat(word::SO_WITH) {
            let base = base.eat(word::VOI).unwrap_or(base);
            return (base.distance(end) > 0 && is_noun_phrase(base, end)).then_some((direction, Some((base, end))));
        }
        // `thấp hơn mục tiêu 7,5%`: the target itself, or by how much?
        let target = direction.is_comparative() && site.is_share() && is_target(at);
        if target && copula.is_none() {
            return None;
        }
        let compares = direction.is_comparative() || direction.compares();
        if compares && (copula.is_some() || is_noun_phrase(at, end)) {
            let is_base = at.phrase(Class::Base).is_some() || !goes_on(at);
            return Some((direction, is_base.then_some((at, end))));
        }
        let object = copula.is_none() && !direction.is_comparative() && is_object(direction, at, end, site.kind);
        return object.then_some((direction, None));
    }
    None
}

/// The direction of a superlative: its subject, which may be a list, stands between it and the share.
fn superlative<'t, 'b>(before: Before<'t, 'b>, site: &Around<'t, 'b>, memory: &Memory) -> Option<Before<'t, 'b>> {
    const REACH: usize = 30;
    let mut at = before.at.eat_left(word::VOI).filter(|_| site.is_share())?;
    for _ in 0..REACH {
        if let Some(direction) = direction_left(at) {
            return Some(direction).filter(|_| at.is(word::LA) && at.back().is(word::MOST));
        }
        let left = at.back();
        let inner = left.is_word() || left.is_mark(',');
        if !inner || left.start() < limit(memory) {
            return None;
        }
        at = left;
    }
    None
}

/// `kế hoạch`, `dự toán`: what may itself be so many percent.
fn is_target(at: Cursor<'_, '_>) -> bool {
    at.phrase(Class::Base).is_some_and(|(row, _)| lexicon::column(BASES, row, 1) == "target")
}

impl Before<'_, '_> {
    /// `cao hơn`, `ít hơn`: what follows is their base.
    fn is_comparative(&self) -> bool {
        self.threshold.is_some() && !self.at.is(word::PASS)
    }

    /// `vượt kế hoạch 5%`, `hụt dự toán 12 tỷ đồng`: what follows the direction is its base.
    fn compares(&self) -> bool {
        self.at.eat_any(&[word::PASS, word::MISS]).is_some_and(|base| base.phrase(Class::Base).is_some())
    }
}

/// `ước` before a verb or its object: `ước giải ngân 450 tỷ đồng`, `ước cả năm đạt 120 tỷ đồng`.
pub(super) fn estimated(before: Before<'_, '_>, memory: &Memory) -> Option<Bound> {
    const REACH: usize = 5;
    let mut at = before.at;
    for _ in 0..REACH {
        at = step(at, limit(memory))?;
        let Some(estimate) = at.eat_left(word::ESTIMATE) else { continue };
        // `ước mơ`, `công ước`
        let longer = |class| {
            estimate.phrase(class).is_some_and(|(_, end)| at.distance(end) > 0)
                || at.phrase_left(class, 3).is_some_and(|(_, from)| from.distance(estimate) > 0)
        };
        let bound = estimate.phrase(Class::Bound).is_some_and(|(_, end)| at.distance(end) > 0);
        return (bound || !longer(Class::Noun) && !longer(Class::NotNoun)).then_some(Bound::About);
    }
    None
}

/// How far to the left no word is part of a fact but a date: `cùng kỳ năm 2022`.
const fn limit(memory: &Memory) -> usize {
    match memory.kind {
        Some(FactKind::Period | FactKind::Date) | None => 0,
        Some(_) => memory.end,
    }
}

/// One word further left.
fn step<'t, 'b>(at: Cursor<'t, 'b>, limit: usize) -> Option<Cursor<'t, 'b>> {
    let left = at.left();
    let inner = matches!(left.kind, Kind::Word | Kind::Digits);
    (inner && left.start >= limit).then(|| at.back())
}

/// `tỷ lệ hộ nghèo` of a share; `số vụ`, `doanh thu`, `giá vé` of anything.
fn is_object<'t, 'b>(direction: Before<'t, 'b>, at: Cursor<'t, 'b>, end: Cursor<'t, 'b>, kind: FactKind) -> bool {
    const MOST: isize = 6;
    // `tăng cường`, `suy giảm`; `mức giảm thuế`, `tốc độ tăng dân số`
    let longer = direction.at.phrase(Class::NotNoun).is_some_and(|(_, verb)| at.distance(verb) > 0)
        || at.phrase_left(Class::NotNoun, 3).is_some_and(|(_, from)| from.distance(direction.at) > 0)
        || direction.at.eat_any_left(&[word::LEVEL, word::DEGREE]).is_some();
    let number = at.is(word::SO);
    let from = if number { at.next() } else { at };
    let fits = number || kind == FactKind::Percentage || direction.threshold.is_none() && is_summed(at, end, kind);
    fits && !longer && at.distance(end) <= MOST && is_noun_phrase(from, end)
}

/// `doanh thu`, `năng suất lúa`: what is itself told in sums or measures, or, as `biên chế`, in heads; and not on average.
fn is_summed(at: Cursor<'_, '_>, end: Cursor<'_, '_>, kind: FactKind) -> bool {
    let Some((row, rest)) = at.phrase(Class::WordBefore).filter(|_| !is_on_average(end)) else { return false };
    let says = |told| lexicon::says(WORDS_BEFORE, row, told);
    // `tăng lương 500.000 đồng`; `tăng lương tối thiểu vùng 4.680.000 đồng` may tell what it is now.
    let of_sums = || says("object") || rest.distance(end) == 0 && says("bare");
    if kind == FactKind::Count { says("heads") } else { of_sums() }
}

/// Whether no verb, adverb or conjunction stands between, but of those that say what happened to people: `số người chết`,
/// `số người bị thương`.
fn is_noun_phrase<'t, 'b>(from: Cursor<'t, 'b>, end: Cursor<'t, 'b>) -> bool {
    let mut at = from;
    while at.distance(end) > 0 {
        let known = noun_or_base(at);
        let of_people = at.left().syllable == word::NGUOI && is_suffered(at);
        if known.is_none() && !of_people && goes_on(at) && !at.is_proper() {
            return false;
        }
        let word = known.or_else(|| at.phrase(Class::NotNoun));
        at = word.map_or(at.next(), |(_, end)| end);
    }
    true
}
