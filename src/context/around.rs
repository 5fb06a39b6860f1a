//! Where a quantity stands, and what the words around it can mean there: a bound or a place, a
//! difference or a threshold, a level.

use super::Memory;
use super::base::{Stretch, base_before, base_behind, base_of_level, is_verb};
use super::before::{self, Before};
use super::per::round_number;
use crate::cursor::{Cursor, Gap, Kind};
use crate::facts::FactKind;
use crate::lexicon::{Class, Syllable, word};
use crate::number::{Decimal, Quantity, amount};

/// A quantity and where it stands.
pub(super) struct Around<'t, 'b> {
    pub(super) kind: FactKind,
    /// So many times of something.
    pub(super) multiple: bool,
    /// In points of a percentage, which are always a difference.
    pub(super) points: bool,
    pub(super) from: Cursor<'t, 'b>,
    pub(super) next: Cursor<'t, 'b>,
}

impl<'t, 'b> Around<'t, 'b> {
    /// Whether what stands before it may say anything of it; most marks do not, in lists and tables.
    pub(super) fn is_led(&self) -> bool {
        let left = self.from.left();
        match left.kind {
            Kind::Word | Kind::Digits => true,
            Kind::Mark => {
                let may = left.mark == ',' || before::is_sign(left.mark) || left.mark == ')' && self.is_share();
                may || left.mark == ':' && self.direction_of_colon().is_some()
            }
            Kind::End => false,
        }
    }

    /// Before the colon of `(tăng: 5 vụ)`, `Giảm: 3,4 tỷ đồng`; that of `tăng, giảm: 5%` tells no direction.
    fn direction_of_colon(&self) -> Option<Cursor<'t, 'b>> {
        let end = self.from.eat_mark_left(':')?;
        let direction = end.eat_any_left(&[word::GROW, word::FALL])?;
        let both = direction.eat_mark_left(',').or_else(|| direction.eat_any_left(&[word::HOAC, word::VA]));
        let both = both.or_else(|| direction.eat_mark_left('/'));
        both.is_none_or(|other| other.eat_any_left(&[word::GROW, word::FALL]).is_none()).then_some(end)
    }

    /// Whether what stands behind it may say anything of it.
    pub(super) fn goes_on(&self) -> bool {
        let right = self.next.token();
        // `2 kWh/m2.ngày`
        let joined = || self.kind == FactKind::Measure && self.next.is_glued() && self.next.next().is_glued_word();
        right.kind == Kind::Word || matches!(right.mark, '(' | '[' | '/') || right.mark == '.' && joined()
    }

    /// Whether a sign stands before its digits.
    pub(super) fn is_signed(&self) -> bool {
        matches!(self.from.token().mark, '-' | '+')
    }

    /// `kho lạnh (-18°C)`: a level, whatever stands before its sign.
    fn is_of_degrees(&self) -> bool {
        self.kind == FactKind::Measure && self.from.up_to(self.next).any(amount::is_degree)
    }

    /// The sign of a share in brackets before it: `giảm sâu (-) 5,2%`; where it begins a line it begins an item.
    fn sign_in_brackets(&self) -> Option<char> {
        let sign = if self.is_share() { self.from.eat_mark_left(')') } else { None }?.back();
        let bracket = sign.eat_mark_left('(').filter(|bracket| bracket.token().gap <= Gap::Blank)?;
        let told = sign.is_glued() && matches!(bracket.left().kind, Kind::Word | Kind::Digits);
        Some(sign.token().mark).filter(|mark| told && matches!(mark, '-' | '+'))
    }

    /// Before the number, and before the `từ` of a range with a dash or one unit: `giảm từ 10 - 30%`, `giảm từ
    /// 2 đến 3%`, `khoảng từ 450 – 500 ha`; but `giảm từ 30% đến 10%` tells two levels. Before the colon behind a direction.
    pub(super) fn lead(&self) -> Cursor<'t, 'b> {
        if let Some(end) = self.direction_of_colon() {
            return end;
        }
        let dashed = || {
            self.from.next().up_to(self.next).any(|at| {
                matches!(at.token().mark, '-' | '~')
                    || at.eat_any(&[word::DEN, word::TOI]).is_some() && at.left().kind == Kind::Digits
            })
        };
        let levels = || self.next.eat_any(&[word::XUONG, word::LEN, word::CON]).is_some();
        // `giảm từ 15% đến 30%` cannot be two levels.
        let falls =
            |left: Cursor<'t, 'b>| left.back().is(word::FALL) && self.kind == FactKind::Percentage && self.is_range();
        self.from.eat_left(word::TU).filter(|&left| (dashed() || falls(left)) && !levels()).unwrap_or(self.from)
    }

    /// Whether `đến` stands between its ends.
    fn is_range(&self) -> bool {
        self.from.next().up_to(self.next).any(|at| at.eat_any(&[word::DEN, word::TOI]).is_some())
    }

    /// A percentage, and not in points.
    pub(super) fn is_share(&self) -> bool {
        self.kind == FactKind::Percentage && !self.points
    }

    /// The base of its comparison: the one `found` behind it, or between it and its direction, else before it. Of a
    /// multiple whatever follows is its base.
    pub(super) fn base(
        &self,
        before: &Before<'t, 'b>,
        behind: Cursor<'t, 'b>,
        memory: &Memory,
        found: Option<Stretch<'t, 'b>>,
    ) -> Option<Stretch<'t, 'b>> {
        // `chiếm 45% kế hoạch thu`: a part of it.
        if before.at.back().is(word::CHIEM) {
            return None;
        }
        let is_gap = || self.from.is(word::GAP) || before.at.eat_left(word::GAP).is_some();
        let multiple = (self.multiple && is_gap()).then(|| base_behind(behind, self.kind, true)).flatten();
        multiple
            .or(found)
            .or_else(|| base_before(before, memory.end_of_base))
            .or_else(|| self.is_share().then(|| base_of_level(before))?)
    }

    /// Settles what the words before it mean where they may mean two things.
    pub(super) fn judge(
        &self,
        before: &mut Before<'t, 'b>,
        quantity: &Quantity<'_>,
        is_compared: bool,
        memory: &Memory,
    ) {
        if before.bound.is_some() && self.is_no_bound(quantity, memory) {
            before.bound = None;
        }
        if before.change.is_none() && before.threshold.is_none() {
            return;
        }
        if self.is_row() || self.is_level(before, quantity) || self.is_speed(before) {
            (before.change, before.threshold) = (None, None);
        } else if !is_compared && !self.is_difference(before, memory) {
            before.bound = before.bound.or(before.threshold.filter(|_| !self.is_doubtful(before, quantity)));
            before.change = before.change.filter(|_| before.threshold.is_none());
        }
    }

    /// The sign, where it tells a direction: `(-18,19%)`, `+12,1%, -0,5%`, and of a share behind another with a sign, `thực phẩm
    /// +0,71%, giao thông -1,04%`; a level keeps its own, `-1,2 °C`.
    pub(super) fn told_sign(&self, memory: &Memory) -> Option<char> {
        let sign = self.from.token().mark;
        let left = || self.from.left().mark;
        let listed = || matches!(left(), ',' | ';') || memory.signed;
        let share = || self.kind == FactKind::Percentage && (sign == '+' || listed());
        let told = || matches!(left(), '(' | '[' | '=') || share() || amount::is_compared(self.from);
        if self.is_signed() {
            told().then_some(sign).filter(|_| !self.is_of_degrees())
        } else {
            self.sign_in_brackets()
        }
    }

    /// `tăng 7 tháng liên tiếp`: how long, not by how much.
    fn is_row(&self) -> bool {
        let (on, end) = (self.next, self.next.next());
        on.is(word::ON_END) && end.eat_any(&[word::TIEP, word::TUC]).is_some()
    }

    /// Whether `trên`, `dưới` or `cỡ` before it says where, for how many, or how large, rather than how exact.
    fn is_no_bound(&self, quantity: &Quantity<'_>, memory: &Memory) -> bool {
        if self.from.back().is(word::SIZE) {
            return self.kind == FactKind::Measure || self.next.is_mark('/');
        }
        self.is_place(quantity) || self.is_rate(quantity, memory)
    }

    /// `nêu trên`, `theo quy định trên`, `tính trên`; `trên 2 điểm cầu`, `dưới 3 hình thức`.
    fn is_place(&self, quantity: &Quantity<'_>) -> bool {
        const BEFORE: [Syllable; 5] = [word::NEU, word::DINH, word::KIEN, word::CHUAN, word::DAY];
        const PER: [Syllable; 2] = [word::TINH, word::QUAN];
        const FEW: u32 = 10;
        // `máy tính trên 30 máy`
        let noun = |left: Cursor<'t, 'b>| {
            left.back().is(word::TINH)
                && left.phrase_left(Class::Noun, 2).is_some_and(|(_, noun)| noun.distance(left) > 1)
        };
        // `tính trên 1 ha`, but `bình quân trên 122 chuyến`
        let per = |left: Cursor<'t, 'b>| {
            left.eat_any_left(&PER).is_some() && quantity.value().and_then(Decimal::zeros).is_some() && !noun(left)
        };
        let above = self.from.eat_left(word::TREN).filter(|&left| left.eat_any_left(&BEFORE).is_some() || per(left));
        let side = self.from.eat_any_left(&[word::TREN, word::DUOI]).filter(|_| self.kind == FactKind::Count);
        let few = || quantity.value().is_some_and(|value| value <= FEW.into());
        above.is_some() || side.is_some() && few() && self.next.phrase_left(Class::Medium, 2).is_some()
    }

    /// `tính trên 1 ha`, `10 giường bệnh trên 10.000 dân`
    fn is_rate(&self, quantity: &Quantity<'_>, memory: &Memory) -> bool {
        let of = matches!(self.kind, FactKind::Measure | FactKind::Count);
        let above = self.from.eat_left(word::TREN).filter(|_| of);
        let one = quantity.value() == Some(Decimal::ONE);
        above.is_some_and(|left| one || left.end() == memory.end && round_number(self.from).is_some())
    }

    /// `vượt 105% kế hoạch`: the level reached; `cao hơn 6,25% của cùng kỳ`: that of the base.
    fn is_level(&self, before: &Before<'t, 'b>, quantity: &Quantity<'_>) -> bool {
        let whole = Decimal::from(100_u32);
        let reached = before.at.is(word::PASS) && quantity.value().is_some_and(|value| value >= whole);
        let of_base = || self.next.eat(word::CUA).is_some_and(|base| base.phrase(Class::Base).is_some());
        self.is_share() && (reached || before.threshold.is_some() && of_base())
    }

    /// `tốc độ tăng bình quân 8,5%/năm`: a rate of growth, as in `tốc độ tăng trưởng 7%`; but `nhiệt độ tăng 5%`.
    fn is_speed(&self, before: &Before<'t, 'b>) -> bool {
        self.is_share() && before.at.eat_all_left(&[word::SPEED, word::DEGREE]).is_some()
    }

    /// `01 nhóm ổn định so với tháng trước`: what is compared is what the words between say, not the number.
    pub(super) fn is_uncompared(&self, before: &Before<'t, 'b>, behind: Cursor<'t, 'b>) -> bool {
        let said = behind.is_word() && !behind.is(word::SO_WITH);
        self.kind == FactKind::Count && !self.multiple && before.change.is_none() && said && is_verb(behind)
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
        self.points || self.multiple || behind_level || ends || passed || self.repeats_noun(before)
    }

    /// `Số cơ sở bị phạt nhiều hơn 11 cơ sở`: of the same that is counted before.
    fn repeats_noun(&self, before: &Before<'t, 'b>) -> bool {
        const REACH: isize = 6;
        let noun = self.next.phrase_left(Class::Noun, 5).filter(|_| self.kind == FactKind::Count);
        let Some((_, noun)) = noun.filter(|_| before.at.eat_any(&[word::TRONG_NHIEU, word::FEW]).is_some()) else {
            return false;
        };
        before.at.words_left(REACH).any(|at| at.is(noun.token().syllable))
    }
}
