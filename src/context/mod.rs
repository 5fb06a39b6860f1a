//! What a report says around a quantity: bound, change, `per`, the base of a comparison. Read once,
//! for the reading that won.

mod base;
mod before;
mod inherited;
mod per;
mod through;

use self::base::{base_before, base_behind};
use self::before::Before;
use self::inherited::is_in_turn;
use self::per::{per_before, per_behind, round_number};
use crate::Span;
use crate::cursor::{Cursor, Gap, Kind};
use crate::facts::{Currency, FactKind, FactValue, PercentageUnit};
use crate::lexicon::{self, BOUNDS, Class, Syllable, word, words};
use crate::number::{Bound, Change, Decimal, Quantity};

/// What of the fact before matters to the next.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Memory {
    /// Where it ended.
    end: usize,
    /// How far behind it the text has been looked at for the end of the paragraph.
    checked: usize,
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
    /// `lần lượt` stood before it: what is said of it is said of the next too.
    in_turn: bool,
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
    /// What is still remembered at `at`: nothing of another paragraph.
    pub(crate) fn at(&mut self, text: &str, at: usize) -> &Self {
        if self.kind.is_some() && at > self.checked {
            let between = text.get(self.checked.max(self.end)..at).unwrap_or_default();
            if at > self.end + 2 * MEMORY || has_blank_line(between) {
                *self = Self::default();
            }
            // A line may have ended where this look ends.
            self.checked = text.get(..at).map_or(at, |left| left.trim_end().len());
        }
        self
    }

    /// Whether the fact before counted the same noun, and stands near.
    pub(crate) fn counted(&self, noun: Syllable, at: usize) -> bool {
        self.kind == Some(FactKind::Count) && self.noun == noun && noun != Syllable::UNKNOWN && at <= self.end + MEMORY
    }
}

impl Memory {
    /// The currency named shortly before `at`.
    pub(crate) fn currency(&self, at: usize) -> Option<Currency> {
        self.currency.filter(|&(_, end)| at <= end + MEMORY).map(|(currency, _)| currency)
    }
}

/// Whether only blanks stand between two line breaks.
fn has_blank_line(text: &str) -> bool {
    let mut fresh = false;
    text.bytes().any(|byte| {
        let blank = fresh && byte == b'\n';
        fresh = byte == b'\n' || fresh && byte.is_ascii_whitespace();
        blank
    })
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
    let mut new = Memory { end: next.end(), kind: Some(kind), currency: memory.currency, ..Memory::default() };
    if let FactValue::Money(money) = value {
        new.currency = Some((money.currency(), next.end()));
    }
    let mut end = next;
    match value {
        FactValue::Count(count) => {
            let noun = next.phrase_left(Class::Noun, 5).map(|(_, noun)| noun).filter(|&noun| from.distance(noun) > 0);
            new.noun = noun.map_or(Syllable::UNKNOWN, |noun| noun.token().syllable);
            new.list = list_of(count.quantity.value(), noun, next, memory);
        }
        FactValue::Percentage(_) => new.list = memory.list.map(|list| List { end: next.end(), ..list }),
        _ => {}
    }
    if let FactValue::Ratio(ratio) = value {
        ratio.bound = Before::read(from).bound;
    }
    let points = matches!(value, FactValue::Percentage(share) if share.unit() == PercentageUnit::PercentagePoint);
    if let Some(quantity) = quantity(value) {
        let multiple = kind == FactKind::Count && (next.back().is(word::LAN) || from.is(word::GAP));
        end = complete_quantity(quantity, &Around { kind, multiple, points, from, next }, memory);
        new.end_of_base = base_behind(end, kind, false).map_or(0, |(_, to)| to.end());
        new.change = quantity.change();
        new.in_turn = is_in_turn(from);
    }
    (end, new)
}

/// The list that a count begins, or goes on with where it has no noun of its own.
fn list_of<'t, 'b>(
    value: Option<Decimal>,
    noun: Option<Cursor<'t, 'b>>,
    next: Cursor<'t, 'b>,
    memory: &Memory,
) -> Option<List> {
    let end = next.end();
    if next.back().digits().is_some() {
        return memory.list.map(|list| List { end, begun: true, ..list });
    }
    Some(List { unit: noun?.to(next), total: value?, end, begun: false })
}

fn quantity<'a, 't>(value: &'a mut FactValue<'t>) -> Option<&'a mut Quantity<'t>> {
    match value {
        FactValue::Count(count) => Some(&mut count.quantity),
        FactValue::Percentage(percentage) => Some(&mut percentage.quantity),
        FactValue::Money(money) => Some(&mut money.quantity),
        FactValue::Measure(measure) => Some(&mut measure.quantity),
        FactValue::Duration(duration) => Some(&mut duration.quantity),
        _ => None,
    }
}

/// The words around a quantity: `value` is completed with them, and the cursor is behind the last.
fn complete_quantity<'t, 'b>(quantity: &mut Quantity<'t>, site: &Around<'t, 'b>, memory: &Memory) -> Cursor<'t, 'b> {
    let Around { kind, multiple, from, next, .. } = *site;
    let mut before = Before::read(site.lead());
    let through = before.change.is_none().then(|| through::direction(before, site, memory)).flatten();
    if let Some((direction, _)) = through {
        (before.change, before.at) = (direction.change, direction.at);
    }
    if site.is_no_bound(quantity, memory) {
        before.bound = None;
    }
    let (below, behind) = per_behind(next, kind);
    let mut per = per_before(before.at);
    per.extend(below);
    if !per.is_empty() {
        quantity.set_per(per);
    }
    let is_gap = from.is(word::GAP) || before.at.eat_left(word::GAP).is_some();
    let base = base_behind(behind, kind, multiple && is_gap)
        .or_else(|| through.and_then(|(_, base)| base))
        .or_else(|| base_before(&before, memory.end_of_base));
    // `chiếm 45% kế hoạch thu`: a part of it.
    let base = base.filter(|_| !before.at.back().is(word::CHIEM));
    if let Some((from, to)) = base {
        quantity.set_compared_to(words::clean(from.text_to(to), false));
    }
    // `tăng 7 tháng liên tiếp`
    let on_end = !next.is_paragraph()
        && !next.next().is_paragraph()
        && next.is(word::ON_END)
        && next.next().eat_any(&[word::TIEP, word::TUC]).is_some();
    if on_end || site.is_level(&before, quantity) {
        (before.change, before.threshold) = (None, None);
    } else if base.is_none() && !site.is_difference(&before, memory) {
        before.bound = before.bound.or(before.threshold.filter(|_| !site.is_doubtful(&before, quantity)));
        before.change = before.change.filter(|_| before.threshold.is_none());
    }
    let sign = from.token().mark;
    let told = is_bracketed(from) || sign == '+' && kind == FactKind::Percentage;
    if matches!(sign, '-' | '+') && from.token().kind == Kind::Mark && told {
        quantity.sign_to_change(sign);
    } else if !multiple {
        quantity.set_change(before.change.or_else(|| inherited::direction(site, memory)));
    }
    if let Some(bound) = before.bound.or_else(|| through::estimated(before, memory)) {
        quantity.set_bound(Some(bound));
    }
    if let Some(bound) = open_end(behind, from.eat_any_left(&[word::TU, word::DU]).is_some()) {
        quantity.open(bound);
    }
    behind
}

/// A quantity and where it stands.
struct Around<'t, 'b> {
    kind: FactKind,
    /// So many times of something.
    multiple: bool,
    /// In points of a percentage, which are always a difference.
    points: bool,
    from: Cursor<'t, 'b>,
    next: Cursor<'t, 'b>,
}

impl<'t, 'b> Around<'t, 'b> {
    /// Before the number, and before the `từ` of a range with a dash or one unit: `giảm từ 10 - 30%`, `giảm từ
    /// 2 đến 3%`, `khoảng từ 450 – 500 ha`; but `giảm từ 30% đến 10%` tells two levels.
    fn lead(&self) -> Cursor<'t, 'b> {
        let dashed = || {
            std::iter::successors(Some(self.from.next()), |at| Some(at.next()))
                .take_while(|at| at.distance(self.next) > 0)
                .any(|at| {
                    at.is_mark('-') || at.eat_any(&[word::DEN, word::TOI]).is_some() && at.left().kind == Kind::Digits
                })
        };
        let levels = self.next.eat_any(&[word::XUONG, word::LEN, word::CON]).is_some();
        self.from.eat_left(word::TU).filter(|_| dashed() && !levels).unwrap_or(self.from)
    }

    /// A percentage, and not in points.
    fn is_share(&self) -> bool {
        self.kind == FactKind::Percentage && !self.points
    }

    /// `tính trên 1 ha`, `40 m2 trên 1 giường bệnh`, `10 giường bệnh trên 10.000 dân`: so much for one or a round
    /// number of something, not more than that. `ảnh cỡ 6 cm`: the size itself.
    fn is_no_bound(&self, quantity: &Quantity<'_>, memory: &Memory) -> bool {
        let of = matches!(self.kind, FactKind::Measure | FactKind::Count);
        let above = self.from.eat_left(word::TREN).filter(|_| of);
        // `nêu trên`, `quy định trên`, `tính trên`
        const OTHER: [Syllable; 7] =
            [word::NEU, word::DINH, word::KIEN, word::CHUAN, word::TINH, word::QUAN, word::DAY];
        if self.from.eat_left(word::TREN).is_some_and(|left| left.eat_any_left(&OTHER).is_some()) {
            return true;
        }
        // `trên 2 điểm cầu`, `dưới 3 hình thức`
        const FEW: u32 = 10;
        let few = self.kind == FactKind::Count && quantity.value().is_some_and(|value| value <= FEW.into());
        let place = self.from.eat_any_left(&[word::TREN, word::DUOI]).filter(|_| few);
        if place.is_some() && self.next.phrase_left(Class::Medium, 2).is_some() {
            return true;
        }
        let one = above.is_some() && quantity.value() == Some(Decimal::ONE);
        let rate = above.is_some_and(|left| left.end() == memory.end) && round_number(self.from).is_some();
        let size = self.kind == FactKind::Measure || self.next.is_mark('/') && !self.next.is_paragraph();
        one || rate || size && self.from.back().is(word::SIZE)
    }

    /// `vượt 105% kế hoạch`: the level reached.
    fn is_level(&self, before: &Before<'t, 'b>, quantity: &Quantity<'_>) -> bool {
        let whole = Decimal::from(100_u32);
        before.at.is(word::PASS) && self.is_share() && quantity.value().is_some_and(|value| value >= whole)
    }

    /// `khách quốc tế vượt 2 triệu lượt` passes a mark; `vượt 3 chỉ tiêu` may be anything.
    fn is_doubtful(&self, before: &Before<'t, 'b>, quantity: &Quantity<'_>) -> bool {
        let mark = Decimal::from(1000_u32);
        let small = self.kind == FactKind::Count && quantity.value().is_none_or(|value| value < mark);
        before.at.is(word::PASS) && (small || self.kind == FactKind::Duration)
    }

    /// Whether `cao hơn` and its like, with no base in sight, tell by how much: in points and
    /// multiples always, else behind the level that is compared (`đạt 60 tạ/ha, cao hơn 2 tạ/ha`); and a
    /// percentage that ends its clause (`năng suất cao hơn 1,6%, …`, but `cao hơn 12% giá trị vốn`).
    fn is_difference(&self, before: &Before<'t, 'b>, memory: &Memory) -> bool {
        const NEAR: usize = 40;
        let behind_level = before.at.eat_mark_left(',').is_some()
            && memory.kind == Some(self.kind)
            && before.at.start() <= memory.end + NEAR;
        let ends = self.kind == FactKind::Percentage
            && before.at.eat_any(&[word::HIGH, word::LOW]).is_some()
            && (self.next.is_paragraph() || matches!(self.next.token().mark, ',' | '.' | ';'));
        let passed = self.is_share() && before.at.is(word::PASS);
        self.points || self.multiple || behind_level || ends || passed
    }
}

fn is_bracketed(from: Cursor<'_, '_>) -> bool {
    let left = from.left();
    left.kind == Kind::Mark && matches!(left.mark, '(' | '[')
}

/// `trở lên`, `trở xuống` behind the unit, or behind the noun that the unit is of: `1% chi ngân sách
/// trở lên`. With `từ` before the number a verb may stand between: `từ 03 chỉ số đo lường trở lên`;
/// without it the verb has a grade of its own: `5 xã đạt loại khá trở lên`.
fn open_end(behind: Cursor<'_, '_>, has_from: bool) -> Option<Bound> {
    const REACH: usize = 5;
    const VERBS: [Syllable; 8] =
        [word::DAT, word::LA, word::CO, word::XEP, word::HOAN, word::DUOC, word::LOAI, word::TU];
    let mut at = behind;
    for _ in 0..REACH {
        if at.is_paragraph() {
            return None;
        }
        if let Some((row, _)) = at.phrase(Class::Bound).filter(|&(row, _)| lexicon::column(BOUNDS, row, 2) == "after") {
            return Bound::named(lexicon::column(BOUNDS, row, 1));
        }
        let verb = !has_from && at.eat_any(&VERBS).is_some();
        if !at.is_word() || at.token().gap == Gap::Paragraph || verb {
            return None;
        }
        at = at.next();
    }
    None
}
