//! `22/56 đơn`, `52 xã/136 xã`, `45 trong số 90 người`, `2/3`, `hai phần ba`.
//!
//! ```text
//! ratio := number "/" number [unit]
//!        | number "/" number scales (unit | currency)         the scale of both: 1.250/1.592 triệu m3
//!        | number unit "/" number unit                        the same unit on both sides
//!        | number [unit] ("trong" | "trên") ["tổng"] "số" number unit
//!        | number ("trong" | "trên") number noun              7 trên 10 trẻ
//!        | number "/" number "(" its percentage ")"           14/15 (93,3%), and 93,3% (14/15)
//!        | words "phần" words                                 hai phần ba
//!        | ["một"] "nửa"
//! ```

use std::borrow::Cow;

use super::measure::unit_of_parts;
use super::money::{currency_of_sum, is_comrades};
use super::{Reading, Site};
use crate::calendar::written;
use crate::cursor::{Cursor, Gap, Kind, Token};
use crate::lexicon::{self, Class, Classes, NOUNS, Syllable, word, words};
use crate::number::amount::{self, Amount};
use crate::number::label;
use crate::number::quantity::Numbers;
use crate::number::words::{Role, numeral};
use crate::number::{Bound, Decimal};

/// One number out of another. It may exceed one: `27/12 ngày`.
///
/// ```
/// use solieu::{Extractor, FactValue};
///
/// let fact = Extractor::new().facts("52 xã/136 xã đạt chuẩn nông thôn mới").next().unwrap();
/// let FactValue::Ratio(ratio) = fact.value() else { panic!() };
/// assert_eq!((ratio.numerator(), ratio.denominator()), (52_u32.into(), 136_u32.into()));
/// assert_eq!(ratio.unit(), Some("xã"));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Ratio<'t> {
    numerator: Decimal,
    denominator: Decimal,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    unit: Option<Cow<'t, str>>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub(crate) bound: Option<Bound>,
}

impl Ratio<'_> {
    /// The number above the stroke.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("giải quyết 22/56 đơn").next().unwrap();
    /// let FactValue::Ratio(ratio) = fact.value() else { panic!() };
    /// assert_eq!(ratio.numerator(), 22_u32.into());
    /// ```
    #[must_use]
    pub const fn numerator(&self) -> Decimal {
        self.numerator
    }

    /// The number below the stroke; never zero.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("45 trong số 90 người được vay vốn").next().unwrap();
    /// let FactValue::Ratio(ratio) = fact.value() else { panic!() };
    /// assert_eq!(ratio.denominator(), 90_u32.into());
    /// ```
    #[must_use]
    pub const fn denominator(&self) -> Decimal {
        self.denominator
    }

    /// What is counted, in lower case; a bare fraction (`2/3 khối lượng`) has none.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let facts: Vec<_> = Extractor::new().facts("xong 22/56 đơn và 2/3 khối lượng").collect();
    /// let FactValue::Ratio(petitions) = facts[0].value() else { panic!() };
    /// let FactValue::Ratio(work) = facts[1].value() else { panic!() };
    /// assert_eq!((petitions.unit(), work.unit()), (Some("đơn"), None));
    /// ```
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        self.unit.as_deref()
    }

    /// How exact the text says it is: `hơn 2/3`.
    ///
    /// ```
    /// # use solieu::{Bound, Extractor, FactValue};
    /// let fact = Extractor::new().facts("hoàn thành hơn 2/3 khối lượng").next().unwrap();
    /// let FactValue::Ratio(ratio) = fact.value() else { panic!() };
    /// assert_eq!(ratio.bound(), Some(Bound::MoreThan));
    /// ```
    #[must_use]
    pub const fn bound(&self) -> Option<Bound> {
        self.bound
    }

    pub(crate) fn into_owned(self) -> Ratio<'static> {
        let unit = self.unit.map(|unit| Cow::Owned(unit.into_owned()));
        Ratio { numerator: self.numerator, denominator: self.denominator, unit, bound: self.bound }
    }
}

pub(super) fn read<'t, 'b>(site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Ratio<'t>>> {
    if let Some(half) = half(site.at) {
        return Some(half);
    }
    let numbers = site.numbers.as_ref()?;
    let first = &numbers.first;
    if first.sign.is_some() {
        return None;
    }
    let above = unit(first.next);
    let (second, unit, next) = in_words(first).or_else(|| stroke(first, above)).or_else(|| out_of(first, above))?;
    let claimed = is_claimed(first) || is_named(first, &second, unit.is_some());
    if (claimed || is_deadline(first, &second)) && !is_of_votes(first, &second) {
        return None;
    }
    let other = [is_month_of_year, is_scale_of_map, is_round_the_clock].iter().any(|is| is(first, &second));
    if second.value == Decimal::ZERO || other {
        return None;
    }
    let value = Ratio {
        numerator: above_stroke(first, &second)?,
        denominator: value(&second),
        unit: unit.map(|(from, to)| words::clean(from.text_to(to), true)),
        bound: None,
    };
    Some(Reading { from: first.from, next, value })
}

/// Whether `nửa` or `một nửa` stands here.
pub(super) fn may_be_half(at: Cursor<'_, '_>) -> bool {
    at.is(word::NUA) || at.is(word::MOT) && at.next().is(word::NUA)
}

/// Whether something may follow the first number that makes it the upper part of a ratio.
pub(super) fn may_go_on(numbers: &Numbers<'_, '_>) -> bool {
    let next = numbers.first.next;
    let goes_on = |end: Cursor<'_, '_>| {
        let token = end.token();
        if token.mark == '/' { divides(end) } else { matches!(token.syllable, word::TRONG | word::TREN) }
    };
    // An exponent may stand behind the unit: `3 m2/5 m2`.
    let behind = |class| next.phrase(class).is_some_and(|(_, end)| goes_on(end) || goes_on(end.next()));
    let is_unit = next.token().syllable.classes().meets(const { Classes::of(&[Class::Unit, Class::TimeUnit]) });
    let in_units = || is_unit && has_joint(next) && (behind(Class::Unit) || behind(Class::TimeUnit));
    goes_on(numbers.behind_noun()) || next.is(word::PHAN) || in_units()
}

/// Whether a number stands below a stroke, and no date does: `12/3/2018`.
pub(super) fn divides(stroke: Cursor<'_, '_>) -> bool {
    let below = stroke.next().token();
    (below.kind == Kind::Digits || below.syllable.starts(Class::Numeral)) && !is_date(stroke)
}

/// `/3/2018` behind a day.
fn is_date(stroke: Cursor<'_, '_>) -> bool {
    let month = stroke.next();
    month.number(1..=4).is_some() && month.next().is_mark('/')
}

/// Whether a stroke, `trong` or `trên` stands a few words on: a look that spares the units of most numbers.
fn has_joint(next: Cursor<'_, '_>) -> bool {
    const REACH: usize = 10;
    let joins = |token: Token| token.mark == '/' || matches!(token.syllable, word::TRONG | word::TREN);
    let mut at = next;
    for _ in 0..REACH {
        let token = at.token();
        at = at.next();
        if token.kind != Kind::Word && token.mark != '-' {
            return joins(token) || joins(at.token());
        }
        if joins(token) {
            return true;
        }
    }
    true
}

/// `một nửa số thôn`, `quá nửa đại biểu`; not `nửa đầu năm`.
fn half<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Reading<'t, 'b, Ratio<'t>>> {
    let next = at.eat(word::MOT).unwrap_or(at).eat(word::NUA)?;
    let alone = at.distance(next) == 1;
    let of_something = next.is(word::SO) || at.eat_any_left(&[word::QUA, word::HON, word::GAN]).is_some();
    // `hơn nửa triệu`
    let of_unit = alone && amount::may_be_half(at);
    if next.eat_any(&[word::DAU, word::CUOI]).is_some() || of_unit || alone && !of_something {
        return None;
    }
    let value = Ratio { numerator: Decimal::ONE, denominator: 2_u32.into(), unit: None, bound: None };
    Some(Reading { from: at, next, value })
}

/// From the first word of a unit to behind its last.
type Unit<'t, 'b> = (Cursor<'t, 'b>, Cursor<'t, 'b>);

/// The amount below the stroke, the words of the unit, the end.
type Parts<'t, 'b> = (Amount<'t, 'b>, Option<Unit<'t, 'b>>, Cursor<'t, 'b>);

fn value(amount: &Amount<'_, '_>) -> Decimal {
    amount.as_thousands().unwrap_or(amount.value)
}

/// `1.250/1.592 triệu m3`, `3.884/12.750 tỷ đồng`: the scale below the stroke counts for both numbers; but
/// `45/100 nghìn trẻ` is a rate, of which the round number has its own.
fn above_stroke(first: &Amount<'_, '_>, second: &Amount<'_, '_>) -> Option<Decimal> {
    let own = first.scale > 0 || second.scale == 0 || !first.next.is_mark('/') || second.value.zeros().is_some();
    if own { Some(value(first)) } else { first.value.shifted(second.scale) }
}

/// Words before it make `a/b` a day and a month, an address, a name, a scale of a map.
fn is_claimed(first: &Amount<'_, '_>) -> bool {
    const DAY: [Syllable; 8] =
        [word::NGAY, word::SANG, word::CHIEU, word::TOI_NIGHT, word::DEM, word::TRUA, word::HOM, word::THANG];
    first.from.back().eat_any(&DAY).is_some()
        || label::is_name(first, "")
        || is_other_grade(first)
        || is_end_of_days(first)
}

/// `từ 1/5 đến 3/5, các trường nghỉ`: two shares or two days, where no noun tells what they are shares of.
fn is_end_of_days(first: &Amount<'_, '_>) -> bool {
    let lower = written::lower_end(first.from).unwrap_or(first.from);
    let of_nothing = |end: Cursor<'_, '_>| !end.is_word() || words::behind_verb(end).is_some();
    first.next.is_mark('/') && written::days_or_shares(lower).is_some_and(of_nothing)
}

/// `Nhà máy May 19/5 công nhân`: behind a name, unless it is of something and no day: `BHXH 1.234,5/1.300 tỷ đồng`,
/// `(An Phú 45/48 hộ)`.
fn is_named(first: &Amount<'_, '_>, second: &Amount<'_, '_>, has_unit: bool) -> bool {
    let left = first.from.back();
    let name = left.is_word() && left.is_capitalized() && !left.is_sentence_start() && left.token().gap != Gap::Line;
    name && (!has_unit || is_day(first, second))
}

fn is_day(first: &Amount<'_, '_>, second: &Amount<'_, '_>) -> bool {
    first.plain && second.plain && first.value <= 31_u32.into() && second.value <= 12_u32.into()
}

/// `bậc thợ 4/7 hoặc 3/6`: the second of two grades.
fn is_other_grade(first: &Amount<'_, '_>) -> bool {
    let below = first.from.eat_left(word::HOAC).map(Cursor::back).filter(|below| below.is_digits());
    let above = below.and_then(|below| below.eat_mark_left('/')).map(Cursor::back);
    above.is_some_and(|above| above.is_digits() && label::label(above).is_some())
}

/// `Đến 31/12 giải ngân`, `Trước 15/5 đơn vị báo cáo`: a day rather than more than the whole.
fn is_deadline(first: &Amount<'_, '_>, second: &Amount<'_, '_>) -> bool {
    const LEADS: [Syllable; 5] = [word::DEN, word::TRUOC, word::TU, word::HET, word::SAU_AFTER];
    is_day(first, second) && first.value > second.value && first.from.eat_any_left(&LEADS).is_some()
}

/// `7/2015`, also behind the day of `1/7/2015`.
fn is_month_of_year(first: &Amount<'_, '_>, second: &Amount<'_, '_>) -> bool {
    let in_date = first.from.is_glued() && first.from.eat_mark_left('/').is_some();
    let month = first.plain && first.value <= Decimal::from(12_u32);
    let year = second.plain && second.from.is_year();
    in_date || month && year
}

/// `1/500`, `1/10.000`; and a rate, `45,2/100.000 trẻ`.
fn is_scale_of_map(first: &Amount<'_, '_>, second: &Amount<'_, '_>) -> bool {
    let rate = || !first.value.is_integer() && second.value.zeros().is_some_and(|zeros| zeros >= 3);
    first.value == Decimal::ONE && second.value >= Decimal::from(100_u32) || rate()
}

/// `24/24`, `24/7`; but `24/24 đồng chí`
fn is_round_the_clock(first: &Amount<'_, '_>, second: &Amount<'_, '_>) -> bool {
    let all = first.value == second.value && second.next.phrase(Class::Noun).is_some();
    first.value == Decimal::from(24_u32) && !all && [24_u32, 7].iter().any(|&end| second.value == end.into())
}

/// `hai phần ba`, `ba phần tư`, `1 phần 3`.
fn in_words<'t, 'b>(first: &Amount<'t, 'b>) -> Option<Parts<'t, 'b>> {
    let below = first.next.eat(word::PHAN)?;
    if let Some(second) = amount::read(below).filter(|second| is_fraction(first, second) || is_of_ten(first, second)) {
        return Some((second, None, second.next));
    }
    let (role, value, next) = numeral(below)?;
    if !matches!(role, Role::Digit | Role::Last | Role::Ten) || value < 2 || first.scale > 0 {
        return None;
    }
    let second = Amount { value: value.into(), is_open: false, from: below, next, ..*first };
    Some((second, None, next))
}

/// `22/56 đơn`, `52 xã/136 xã`, `2/3`.
fn stroke<'t, 'b>(first: &Amount<'t, 'b>, unit_above: Option<Unit<'t, 'b>>) -> Option<Parts<'t, 'b>> {
    let slash = unit_above.map_or(first.next, |(_, end)| end).eat_mark('/')?;
    let second = amount::read_behind_mark(slash)?;
    let next = second.next;
    if next.is_mark('/') || next.is_mark('-') && next.is_glued() {
        return None;
    }
    let unit_below = unit(second.next).or_else(|| sum(&second)).or_else(|| comrades(second.next));
    match (unit_above, unit_below) {
        // `cho vay 45,6 tỷ/1.234 hộ`: money and whom it went to.
        (None, Some(_)) if first.scale > 0 && second.scale == 0 => None,
        (None, Some((_, end))) if is_speed(end) => None,
        (None, Some(unit)) if !is_plain_fraction(first, &second) => Some((second, Some(unit), unit.1)),
        (None, _) if is_of_votes(first, &second) || is_part_of_sum(first, &second) => Some((second, None, second.next)),
        (None, _) => {
            let told = is_fraction(first, &second) && !may_be_day(first, &second);
            told.then_some((second, None, second.next))
        }
        (Some(above), Some(below)) => {
            let same = words::clean(above.0.text_to(above.1), true) == words::clean(below.0.text_to(below.1), true);
            let visits = below.0.is(word::LUOT);
            (same && !visits).then_some((second, Some(below), below.1))
        }
        (Some(_), None) => None,
    }
}

/// Whether a unit ends here that is told per hour: `tốc độ 80/60 km/h` is two speeds.
fn is_speed(end: Cursor<'_, '_>) -> bool {
    let time = end.eat_mark('/').filter(|_| matches!(end.back().text(), "km" | "Km"));
    time.is_some_and(|time| matches!(time.text(), "h" | "giờ"))
}

/// `1/2 chi bộ`, `2/3 số xã`, `3/4`: halves, thirds and quarters are of what follows, not a count.
fn is_plain_fraction(first: &Amount<'_, '_>, second: &Amount<'_, '_>) -> bool {
    is_fraction(first, second) && second.value <= Decimal::from(4_u32)
}

/// `giải ngân 12 tỷ/15 tỷ`: both have the same scale and nothing is left to be counted.
fn is_part_of_sum(first: &Amount<'_, '_>, second: &Amount<'_, '_>) -> bool {
    let ends =
        matches!(second.next.token().kind, Kind::Mark | Kind::End) && !matches!(second.next.token().mark, '/' | '-');
    let same = first.scale > 0 && first.scale == second.scale && first.value < second.value;
    same && ends && second.from.is_glued()
}

/// `9 phần 10`; but `9 phần 10 điểm` are parts, and their points.
fn is_of_ten(first: &Amount<'_, '_>, second: &Amount<'_, '_>) -> bool {
    let single = first.plain && first.from.number(1..=1).is_some_and(|above| above > 0);
    single && second.from.text() == "10" && second.plain && second.next.phrase(Class::Noun).is_none()
}

/// A proper fraction of single digits, without leading zeros.
fn is_fraction(first: &Amount<'_, '_>, second: &Amount<'_, '_>) -> bool {
    let single =
        |amount: &Amount<'_, '_>| amount.plain && amount.from.text().len() == 1 && amount.value != Decimal::ZERO;
    let slashed = second.from.is_glued() == first.next.is_glued();
    single(first)
        && single(second)
        && slashed
        && first.value < second.value
        && !second.next.is_glued_word()
        && !label::may_be_name(first)
}

/// `5/6` that closes its clause may be a day; a verb or a bound before it makes it a share.
fn may_be_day(first: &Amount<'_, '_>, second: &Amount<'_, '_>) -> bool {
    const VERBS: [Syllable; 9] =
        [word::LA, word::DAT, word::BANG, word::CHIEM, word::DUOC, word::CO, word::GAN, word::HON, word::QUA];
    let shares = first.from.eat_any_left(&VERBS).is_some();
    second.value > Decimal::from(5_u32) && !shares && (!second.next.is_word() || second.next.token().gap >= Gap::Line)
}

/// `cảnh cáo 14/15 (93,3%)`, `16/52, bằng 30,77%`, `25/27 tán thành (đạt 92,6%)`: the percentage near by is that of
/// the two numbers.
fn is_of_votes(first: &Amount<'_, '_>, second: &Amount<'_, '_>) -> bool {
    const REACH: usize = 5;
    if first.scale > 0 || second.scale > 0 {
        return false;
    }
    let (part, whole) = (value(first), value(second));
    if share_before(first, second).is_some_and(|share| part <= whole && is_percentage(part, whole, share)) {
        return true;
    }
    let mut at = second.next;
    for _ in 0..REACH {
        if at.is_digits() {
            let share = amount::read(at).filter(|share| share.next.is_mark('%'));
            return part <= whole && share.is_some_and(|share| is_percentage(part, whole, share.value));
        }
        if !at.is_word() && !matches!(at.token().mark, '(' | ',') {
            return false;
        }
        at = at.next();
    }
    false
}

/// The 100 of `100% (45/45)`.
fn share_before(first: &Amount<'_, '_>, second: &Amount<'_, '_>) -> Option<Decimal> {
    let last = first.from.eat_mark_left('(').filter(|_| second.next.is_mark(')'))?.eat_mark_left('%')?.back();
    let whole = last.eat_mark_left(',').map_or(last, Cursor::back);
    amount::read(whole).map(|share| share.value)
}

/// Whether `share` is `above` of `below` in percent, to the digits that it has.
fn is_percentage(above: Decimal, below: Decimal, share: Decimal) -> bool {
    let unit = Decimal::new(1, share.scale());
    let part = above.shifted(2);
    let ends = unit.and_then(|unit| {
        let (low, high) = (share.checked_add(unit.negated())?, share.checked_add(unit)?);
        Some((low.checked_mul(below)?, high.checked_mul(below)?))
    });
    ends.zip(part).is_some_and(|((low, high), part)| low < part && part < high)
}

/// `45 trong số 90 người`, `8 trên tổng số 11 nhóm`, `79 nữ trong tổng số 203 người`.
fn out_of<'t, 'b>(first: &Amount<'t, 'b>, unit_above: Option<Unit<'t, 'b>>) -> Option<Parts<'t, 'b>> {
    let behind = unit_above.map_or(first.next, |(_, end)| end);
    let at = behind.eat_any(&[word::TRONG, word::TREN])?;
    let Some(at) = at.eat(word::TONG).unwrap_or(at).eat(word::SO) else {
        return unit_above.is_none().then(|| of_few(first, at))?;
    };
    let second = amount::read(at)?;
    let unit = unit(second.next)?;
    Some((second, Some(unit), unit.1))
}

/// `7 trên 10 trẻ`, `1 trong 5 phụ nữ`: digits of a noun. One of several is a share among people; `01 trong
/// 02 hình thức`, `là 1 trong 5 tỉnh` leave a choice, or tell a rank.
fn of_few<'t, 'b>(first: &Amount<'t, 'b>, at: Cursor<'t, 'b>) -> Option<Parts<'t, 'b>> {
    let second = amount::read(at)?;
    let (row, end) = second.next.phrase(Class::Noun)?;
    // `ba trên bốn hộ`; `một trong hai` is none.
    let in_words = first.in_words && second.in_words && first.value > Decimal::ONE && second.value <= 10_u32.into();
    let whole = (first.plain && second.plain || in_words) && first.value < second.value;
    let people = lexicon::column(NOUNS, row, 1) == "person" || second.next.is(word::NGUOI);
    let one_of = first.from.eat_any_left(&[word::LA, word::THUOC]).is_some() || first.value == Decimal::ONE && !people;
    (whole && !one_of).then_some((second, Some((second.next, end)), end))
}

/// `tỷ đồng`, of which both numbers are: `3.884/12.750 tỷ đồng`; a round number below the stroke leaves doubt.
fn sum<'t, 'b>(second: &Amount<'t, 'b>) -> Option<Unit<'t, 'b>> {
    let scaled = second.scale > 0 && second.value.zeros().is_none() && second.next.is_word();
    let end = if scaled { currency_of_sum(second) } else { None }?;
    Some((second.next, end))
}

/// `7.312/7.460 đ/c`: đồng chí.
fn comrades<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Unit<'t, 'b>> {
    is_comrades(at).then(|| (at, at.next().next().next()))
}

/// A noun, a unit of measure or of time.
fn unit<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Unit<'t, 'b>> {
    if at.token().kind != Kind::Word {
        return None;
    }
    // `20/6 năm sau` is a day.
    if at.eat_any(&[word::NAM, word::THANG, word::QUY]).is_some() {
        return None;
    }
    // `Đến 30/6 giải phóng mặt bằng`: no prize is counted.
    let noun = at.phrase(Class::Noun).map(|(_, end)| end);
    if at.phrase(Class::NotNoun).is_some_and(|(_, end)| noun.is_some_and(|noun| noun.distance(end) > 0)) {
        return None;
    }
    let noun = noun.map(|end| words::before_torn(at, end));
    let named = noun.into_iter().chain(at.phrase(Class::TimeUnit).map(|(_, end)| end));
    named.chain(unit_of_parts(at)).max_by_key(|&end| at.distance(end)).map(|end| (at, end))
}
