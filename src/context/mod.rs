//! What a report says around a quantity: bound, change, `per`, the base of a comparison. Read once,
//! for the reading that won.

mod around;
mod base;
mod before;
mod inherited;
mod per;
mod restated;
mod through;

use self::around::Around;
use self::base::base_behind;
use self::before::Before;
pub(crate) use self::inherited::is_in_turn;
pub(crate) use self::per::{add_strokes, is_below_word, is_on_average, is_one};
use self::per::{per_before, per_behind};
use crate::Span;
use crate::cursor::Cursor;
use crate::facts::{Currency, FactKind, FactValue, PercentageUnit, is_comrades};
use crate::lexicon::{Class, Syllable, word, words};
use crate::number::{Bound, Change, Decimal, Quantity};

/// What of the fact before matters to the next.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Memory {
    /// Where it ended.
    end: usize,
    /// Where the base of its comparison ended, if that stands behind it.
    end_of_base: usize,
    kind: Option<FactKind>,
    change: Option<Change>,
    /// The first syllable of a count's noun.
    noun: Syllable,
    /// The count whose items may follow without their noun.
    pub(crate) list: Option<List>,
    /// The currency named last: a bare `tỷ` shortly after it is of the same.
    currency: Option<(Currency, usize)>,
    /// `lần lượt` stood before it: its change is that of the next too.
    in_turn: bool,
    /// Whether the words before it say what it is told per: `mỗi hộ 15 kg gạo`.
    each: bool,
    /// It is a share whose sign told its direction: `thực phẩm +0,71%`.
    signed: bool,
}

/// `62 đảng viên: khiển trách 28 (chiếm 45%), cảnh cáo 21`: a count, and how far its items have been
/// read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List {
    /// Where the noun stands.
    pub(crate) unit: Span,
    /// How many there are in all.
    pub(crate) total: Decimal,
    /// Where the last item, or a share in brackets behind it, ended.
    pub(crate) end: usize,
    /// Whether an item has been read.
    pub(crate) begun: bool,
}

/// How far back a fact is remembered, in bytes.
const MEMORY: usize = 160;

impl Memory {
    /// What is still remembered at `at`, in a paragraph that begins behind `paragraph`: nothing of another one.
    pub(crate) fn at(&mut self, at: usize, paragraph: usize) -> &Self {
        if self.kind.is_some() && (at > self.end + 2 * MEMORY || self.end <= paragraph) {
            *self = Self::default();
        }
        self
    }

    /// What the next fact still remembers of what this one did.
    fn carried(&self) -> Self {
        Self { currency: self.currency, end_of_base: self.end_of_base, ..Self::default() }
    }

    /// Whether the fact before counted the same noun, and stands near.
    pub(crate) fn counted(&self, noun: Syllable, at: usize) -> bool {
        matches!(self.kind, Some(FactKind::Count | FactKind::Ratio))
            && self.noun == noun
            && noun != Syllable::UNKNOWN
            && at <= self.end + MEMORY
    }
}

impl Memory {
    /// Whether the fact before is a count and stands near.
    pub(crate) fn is_count_near(&self, at: usize) -> bool {
        const NEAR: usize = 60;
        self.kind == Some(FactKind::Count) && at <= self.end + NEAR
    }

    /// Whether the fact before is a count and ends here.
    pub(crate) fn is_count_until(&self, end: usize) -> bool {
        self.kind == Some(FactKind::Count) && self.end == end
    }

    /// The currency named shortly before `at`.
    pub(crate) fn currency(&self, at: usize) -> Option<Currency> {
        self.currency.filter(|&(_, end)| at <= end + MEMORY).map(|(currency, _)| currency)
    }
}

/// Completes the value that won from the words around it. Returns the cursor behind all that belongs
/// to it, which may lie behind the fact (in `9,8 bác sĩ/10.000 dân` nothing else counts the `dân`), and
/// what is remembered of it.
pub(crate) fn complete<'t, 'b>(
    value: &mut FactValue<'t>,
    from: Cursor<'t, 'b>,
    next: Cursor<'t, 'b>,
    memory: &Memory,
) -> (Cursor<'t, 'b>, Memory) {
    let kind = value.kind();
    let end_of_fact = next.end();
    if matches!(kind, FactKind::Period | FactKind::Date) && end_of_fact <= memory.end_of_base {
        // `tăng 25% so với năm 2022 và 40% so với năm 2021`: the year is part of the base.
        return (next, *memory);
    }
    let mut new = Memory { end: end_of_fact, kind: Some(kind), ..memory.carried() };
    let mut end = next;
    match value {
        FactValue::Count(count) => {
            let noun = noun_of(from, next);
            new.noun = noun.map_or(Syllable::UNKNOWN, |noun| noun.token().syllable);
            new.list = list_of(count.quantity.value(), noun, from, next, memory);
        }
        FactValue::Percentage(_) => new.list = memory.list.map(|list| List { end: end_of_fact, ..list }),
        FactValue::Money(money) => new.currency = Some((money.currency(), end_of_fact)),
        FactValue::Ratio(ratio) => {
            ratio.bound = Before::read(from).bound;
            end = restated::ratio(from, next, ratio.numerator(), ratio.denominator()).unwrap_or(next);
            new.noun = noun_of(from, next).map_or(Syllable::UNKNOWN, |noun| noun.token().syllable);
        }
        _ => {}
    }
    let points = matches!(value, FactValue::Percentage(share) if share.unit() == PercentageUnit::PercentagePoint);
    if let Some(quantity) = quantity(value) {
        let multiple = kind == FactKind::Count && (next.back().is(word::LAN) || from.is(word::GAP));
        let site = Around { kind, multiple, points, from, next };
        end = complete_quantity(quantity, &site, memory, &mut new);
        new.change = quantity.change();
        new.in_turn = new.change.is_some() && is_in_turn(from);
    }
    (end, new)
}

/// Before the noun with which a fact ends.
fn noun_of<'t, 'b>(from: Cursor<'t, 'b>, next: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    const MOST_WORDS: isize = 5;
    // No noun holds digits; a number in words may be part of a longer one.
    let words = if from.is_word() { MOST_WORDS } else { MOST_WORDS.min(from.distance(next) - 1) };
    let noun = next.phrase_left(Class::Noun, words).map(|(_, noun)| noun);
    // `12 đ/c`
    let comrades = || Some(next.back().back().back()).filter(|&noun| words > 2 && is_comrades(noun));
    noun.or_else(comrades).filter(|&noun| from.distance(noun) > 0)
}

/// The list that a count begins, or goes on with where it has no noun of its own, or says that of the whole again: `37 vụ (đường bộ
/// 35 vụ, đường sắt 1, đường thủy 1)`.
fn list_of<'t, 'b>(
    value: Option<Decimal>,
    noun: Option<Cursor<'t, 'b>>,
    from: Cursor<'t, 'b>,
    next: Cursor<'t, 'b>,
    memory: &Memory,
) -> Option<List> {
    let end = next.end();
    if next.back().is_digits() {
        return memory.list.map(|list| List { end, begun: true, ..list });
    }
    let (noun, total) = (noun?, value?);
    let again = memory.list.filter(|list| {
        let same = memory.noun == noun.token().syllable && list.unit.range().len() == noun.to(next).range().len();
        same && total <= list.total && is_first_item(from, list.end)
    });
    again.map(|list| List { end, begun: true, ..list }).or(Some(List { unit: noun.to(next), total, end, begun: false }))
}

/// Whether a name of a few words stands before the number, and before that the brackets or the colon behind the whole.
fn is_first_item(from: Cursor<'_, '_>, end_of_whole: usize) -> bool {
    const MOST_WORDS: isize = 5;
    const NEAR: usize = 24;
    let Some(name) = from.words_left(MOST_WORDS).last() else { return false };
    matches!(name.left().mark, '(' | ':') && name.start() >= end_of_whole && name.start() - end_of_whole <= NEAR
}

/// What a quantity kind holds.
pub(crate) fn quantity<'a, 't>(value: &'a mut FactValue<'t>) -> Option<&'a mut Quantity<'t>> {
    match value {
        FactValue::Count(count) => Some(&mut count.quantity),
        FactValue::Percentage(percentage) => Some(&mut percentage.quantity),
        FactValue::Money(money) => Some(&mut money.quantity),
        FactValue::Measure(measure) => Some(&mut measure.quantity),
        FactValue::Duration(duration) => Some(&mut duration.quantity),
        _ => None,
    }
}

/// Completes a quantity from the words around it, and remembers what they say. Returns the cursor behind the last.
fn complete_quantity<'t, 'b>(
    quantity: &mut Quantity<'t>,
    site: &Around<'t, 'b>,
    memory: &Memory,
    new: &mut Memory,
) -> Cursor<'t, 'b> {
    let (is_led, goes_on) = (site.is_led(), site.goes_on());
    if !is_led && !goes_on && memory.change.is_none() && !site.multiple && !site.is_signed() {
        return site.next;
    }
    let mut before = Before::nothing(site.from);
    let mut between = None;
    if is_led {
        before = Before::read(site.lead());
        if before.change.is_none()
            && let Some((direction, base)) = through::direction(before, site, memory)
        {
            (before.change, before.at, between) = (direction.change, direction.at, base);
        }
        let told = per_before(before.at, site.kind);
        let told = if memory.each { told.or_else(|| inherited::per(site, memory)) } else { told };
        if let Some(per) = told {
            quantity.add_per(per);
            new.each = true;
        }
    }
    let (mut behind, mut after) = (site.next, None);
    if goes_on {
        behind = restated::value(site.from, behind, quantity).unwrap_or(behind);
        behind = per_behind(behind, site.kind, quantity);
        after = base_behind(behind, site.kind, false).filter(|_| !site.is_uncompared(&before, behind));
    }
    if after.is_some() && site.is_share() && before.change.is_none() && is_growth(before.at) {
        before.change = Some(Change::Increase);
    }
    let base = site.base(&before, behind, memory, after.or(between));
    if let Some((from, to)) = base {
        quantity.set_compared_to(words::clean(from.text_to(to), false));
    }
    site.judge(&mut before, quantity, base.is_some(), memory);
    if let Some(sign) = site.told_sign(memory) {
        quantity.sign_to_change(sign);
        new.signed = site.is_share() && site.is_signed();
    } else if !site.multiple {
        quantity.set_change(before.change.or_else(|| inherited::direction(site, memory)));
    }
    if is_led && let Some(bound) = before.bound.or_else(|| through::estimated(before, memory)) {
        quantity.set_bound(Some(bound));
    }
    let has_from = quantity.value().is_some() && site.from.eat_any_left(&[word::TU, word::DU]).is_some();
    if let Some(bound) = open_end(behind, has_from) {
        quantity.open(bound);
    }
    new.end_of_base = new.end_of_base.max(after.map_or(0, |(_, to)| to.end()));
    behind
}

/// Whether it is said here what happened to people: `người chết`, `người bị thương`, `người tử vong`, `người mất tích`.
pub(crate) fn is_suffered(at: Cursor<'_, '_>) -> bool {
    at.eat_any(&[word::CHET, word::BI, word::TU_VONG, word::MAT]).is_some()
}

/// `tăng trưởng 9,35% so với cùng kỳ`; `tốc độ tăng trưởng 7,02%` is a level.
fn is_growth(at: Cursor<'_, '_>) -> bool {
    let growth = at.eat_all_left(&[word::GROW, word::GROWTH]);
    growth.is_some_and(|from| from.eat_any_left(&[word::DEGREE, word::LEVEL]).is_none())
}

/// `trở lên`, `trở xuống` behind the unit, or behind the noun that the unit is of: `1% chi ngân sách
/// trở lên`. With `từ` before the number a verb may stand between: `từ 03 chỉ số đo lường trở lên`;
/// without it the verb has a grade of its own: `5 xã đạt loại khá trở lên`.
fn open_end(behind: Cursor<'_, '_>, has_from: bool) -> Option<Bound> {
    const REACH: usize = 5;
    const REACH_OF_RANGE: usize = 12;
    const VERBS: [Syllable; 8] =
        [word::DAT, word::LA, word::CO, word::XEP, word::HOAN, word::DUOC, word::LOAI, word::TU];
    // `từ 02 tổ chức, cá nhân trở lên`
    let other = || behind.eat_mark(',').filter(|noun| noun.phrase(Class::Noun).is_some());
    let mut at = has_from.then(other).flatten().unwrap_or(behind);
    for _ in 0..if has_from { REACH_OF_RANGE } else { REACH } {
        if !at.is_word() {
            return None;
        }
        if let Some(bound) = Bound::behind(at) {
            return Some(bound);
        }
        if !has_from && at.eat_any(&VERBS).is_some() {
            return None;
        }
        at = at.next();
    }
    None
}
