//! What every quantity carries: value or range, bound, change, base, `per`.

use std::borrow::Cow;

use super::Decimal;
use super::amount::{self, Amount};
use crate::cursor::{Cursor, Gap, Kind};
use crate::facts::unit_behind;
use crate::lexicon::{self, BOUNDS, Class, Classes, word};

/// How exact the text says the number is.
///
/// ```
/// use solieu::{Bound, Extractor, FactValue};
///
/// let fact = Extractor::new().facts("hỗ trợ không quá 30 hộ").next().unwrap();
/// let FactValue::Count(count) = fact.value() else { panic!() };
/// assert_eq!(count.quantity().bound(), Some(Bound::AtMost));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Bound {
    /// `khoảng`, `ước`, `xấp xỉ`, `chừng`
    About,
    /// `gần`
    Almost,
    /// `hơn`, `trên`
    MoreThan,
    /// `dưới`
    LessThan,
    /// `ít nhất`, `tối thiểu`, … `trở lên`
    AtLeast,
    /// `không quá`, `tối đa`, … `trở xuống`
    AtMost,
}

impl Bound {
    /// The bound that `bounds.tsv` names.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "about" => Self::About,
            "almost" => Self::Almost,
            "more_than" => Self::MoreThan,
            "less_than" => Self::LessThan,
            "at_least" => Self::AtLeast,
            "at_most" => Self::AtMost,
            _ => return None,
        })
    }

    /// The bound that stands behind its number, right of the cursor: `trở lên`, `trở xuống`.
    pub(crate) fn behind(at: Cursor<'_, '_>) -> Option<Self> {
        let (row, _) = at.phrase(Class::Bound).filter(|&(row, _)| lexicon::column(BOUNDS, row, 2) == "after")?;
        Self::named(lexicon::column(BOUNDS, row, 1))
    }

    /// Whether a limit of at most `words` words ends here: `ít nhất`, `không quá`.
    pub(crate) fn is_limited(at: Cursor<'_, '_>, words: isize) -> bool {
        let row = at.phrase_left(Class::Bound, words).map(|(row, _)| row);
        row.is_some_and(|row| matches!(lexicon::column(BOUNDS, row, 1), "at_least" | "at_most"))
    }
}

/// The direction of a number that is itself a difference.
///
/// ```
/// use solieu::{Change, Extractor, FactValue};
///
/// let fact = Extractor::new().facts("giảm 160 lượt so với cùng kỳ").next().unwrap();
/// let FactValue::Count(count) = fact.value() else { panic!() };
/// assert_eq!(count.quantity().change(), Some(Change::Decrease));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Change {
    /// `tăng 5,2%`, `(+6,3%)`
    Increase,
    /// `giảm 160 lượt`, `(-18,19%)`
    Decrease,
}

/// The number of a count, percentage, money, measure or duration, and what the text says about it.
///
/// ```
/// use solieu::{Bound, Extractor, FactValue};
///
/// let extractor = Extractor::new();
/// let fact = extractor.facts("lãi suất khoảng 7,5 - 8%/năm").next().unwrap();
/// let FactValue::Percentage(share) = fact.value() else { panic!() };
/// let quantity = share.quantity();
/// assert_eq!(quantity.value(), None);
/// assert_eq!(quantity.low().unwrap().to_string(), "7.5");
/// assert_eq!(quantity.high().unwrap().to_string(), "8");
/// assert_eq!(quantity.bound(), Some(Bound::About));
/// assert_eq!(quantity.per(), ["năm"]);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(from = "wire::Quantity<'static>", into = "wire::Quantity<'static>"))]
pub struct Quantity<'t> {
    number: Decimal,
    shape: Shape,
    bound: Option<Bound>,
    change: Option<Change>,
    // Rare, and large: kept out of the way of the common case.
    more: Option<Box<More<'t>>>,
}

/// What `number` is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Shape {
    Value,
    /// The lower end, and there may be an upper.
    Low,
    /// The upper end of an open range.
    High,
    /// Nothing: what is told has no single number.
    Untold,
}

#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct More<'t> {
    high: Option<Decimal>,
    per: Vec<Cow<'t, str>>,
    compared_to: Option<Cow<'t, str>>,
}

impl<'t> Quantity<'t> {
    /// A single value.
    ///
    /// ```
    /// # use solieu::{Decimal, Quantity};
    /// let quantity = Quantity::of("88.24".parse()?);
    /// assert_eq!((quantity.value(), quantity.low()), (Some("88.24".parse()?), None));
    /// # Ok::<(), solieu::Error>(())
    /// ```
    #[must_use]
    pub const fn of(value: Decimal) -> Self {
        Self { number: value, shape: Shape::Value, bound: None, change: None, more: None }
    }

    /// A range, its ends included.
    ///
    /// ```
    /// # use solieu::Quantity;
    /// let quantity = Quantity::between(7_u32.into(), 8_u32.into());
    /// assert_eq!((quantity.value(), quantity.low(), quantity.high()), (None, Some(7_u32.into()), Some(8_u32.into())));
    /// ```
    #[must_use]
    pub fn between(low: Decimal, high: Decimal) -> Self {
        let more = More { high: Some(high), ..More::default() };
        Self { shape: Shape::Low, more: Some(Box::new(more)), ..Self::of(low) }
    }

    /// Without a number: `3 tháng 10 ngày` is no number of days, nor of months.
    pub(crate) fn untold() -> Self {
        Self { shape: Shape::Untold, ..Self::of(Decimal::ZERO) }
    }

    /// The value with its scale words applied, where the text gives one number.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let facts: Vec<_> = Extractor::new().facts("vốn 2,5 triệu USD, lãi suất 7,5 - 8%").collect();
    /// let FactValue::Money(capital) = facts[0].value() else { panic!() };
    /// assert_eq!(capital.quantity().value(), Some(2_500_000_u32.into()));
    /// let FactValue::Percentage(interest) = facts[1].value() else { panic!() };
    /// assert_eq!(interest.quantity().value(), None);
    /// ```
    #[must_use]
    pub fn value(&self) -> Option<Decimal> {
        (self.shape == Shape::Value).then_some(self.number)
    }

    /// The lower end of a range.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("công dân từ đủ 18 tuổi trở lên").next().unwrap();
    /// let FactValue::Measure(age) = fact.value() else { panic!() };
    /// assert_eq!((age.quantity().low(), age.quantity().high()), (Some(18_u32.into()), None));
    /// ```
    #[must_use]
    pub fn low(&self) -> Option<Decimal> {
        (self.shape == Shape::Low).then_some(self.number)
    }

    /// The upper end of a range.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("trồng từ 300 đến 500 ha rừng").next().unwrap();
    /// let FactValue::Measure(area) = fact.value() else { panic!() };
    /// assert_eq!(area.quantity().high(), Some(500_u32.into()));
    /// ```
    #[must_use]
    pub fn high(&self) -> Option<Decimal> {
        match self.shape {
            Shape::Value | Shape::Untold => None,
            Shape::Low => self.more.as_ref().and_then(|more| more.high),
            Shape::High => Some(self.number),
        }
    }

    /// How exact the number is said to be. Of a range with both ends, `LessThan` says that the upper
    /// end is outside: `từ 60% đến dưới 80%`.
    ///
    /// ```
    /// # use solieu::{Bound, Extractor, FactValue};
    /// let fact = Extractor::new().facts("có hơn 1,55 triệu người").next().unwrap();
    /// let FactValue::Count(people) = fact.value() else { panic!() };
    /// assert_eq!(people.quantity().bound(), Some(Bound::MoreThan));
    /// ```
    #[must_use]
    pub const fn bound(&self) -> Option<Bound> {
        self.bound
    }

    /// The direction, where the number is itself the difference. A level has none.
    ///
    /// ```
    /// # use solieu::{Change, Extractor, FactValue};
    /// let facts: Vec<_> = Extractor::new().facts("tăng 5,2%, đạt 88,24%").collect();
    /// let FactValue::Percentage(rise) = facts[0].value() else { panic!() };
    /// let FactValue::Percentage(level) = facts[1].value() else { panic!() };
    /// assert_eq!((rise.quantity().change(), level.quantity().change()), (Some(Change::Increase), None));
    /// ```
    #[must_use]
    pub const fn change(&self) -> Option<Change> {
        self.change
    }

    /// What one unit is counted against: `đồng/người/tháng` is per `người`, `tháng`.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("mức 1.490.000 đồng/người/tháng").next().unwrap();
    /// let FactValue::Money(wage) = fact.value() else { panic!() };
    /// assert_eq!(wage.quantity().per(), ["người", "tháng"]);
    /// ```
    #[must_use]
    pub fn per(&self) -> &[Cow<'t, str>] {
        self.more.as_ref().map_or(&[], |more| &more.per)
    }

    /// The base of a comparison, in the words of the text: `cùng kỳ năm 2017`.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("giảm 264 vụ so với cùng kỳ năm 2017").next().unwrap();
    /// let FactValue::Count(count) = fact.value() else { panic!() };
    /// assert_eq!(count.quantity().compared_to(), Some("cùng kỳ năm 2017"));
    /// ```
    #[must_use]
    pub fn compared_to(&self) -> Option<&str> {
        self.more.as_ref().and_then(|more| more.compared_to.as_deref())
    }

    /// The same, free of the text it came from.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue, Quantity};
    /// fn wage(report: String) -> Option<Quantity<'static>> {
    ///     let FactValue::Money(sum) = Extractor::new().facts(&report).next()?.into_value() else { return None };
    ///     Some(sum.quantity().clone().into_owned())
    /// }
    /// assert_eq!(wage("1.490.000 đồng/tháng".to_owned()).unwrap().per(), ["tháng"]);
    /// ```
    #[must_use]
    pub fn into_owned(self) -> Quantity<'static> {
        let own = |text: Cow<'t, str>| Cow::Owned(text.into_owned());
        let more = self.more.map(|more| {
            Box::new(More {
                high: more.high,
                per: more.per.into_iter().map(own).collect(),
                compared_to: more.compared_to.map(own),
            })
        });
        Quantity { number: self.number, shape: self.shape, bound: self.bound, change: self.change, more }
    }

    pub(crate) fn set_bound(&mut self, bound: Option<Bound>) {
        self.bound = bound;
    }

    pub(crate) fn set_change(&mut self, change: Option<Change>) {
        self.change = change;
    }

    pub(crate) fn add_per(&mut self, per: Cow<'t, str>) {
        self.more.get_or_insert_default().per.push(per);
    }

    pub(crate) fn set_compared_to(&mut self, base: Cow<'t, str>) {
        self.more.get_or_insert_default().compared_to = Some(base);
    }

    /// `18 tuổi trở lên`: the value is one end of an open range.
    pub(crate) fn open(&mut self, bound: Bound) {
        if self.shape == Shape::Value {
            self.shape = if bound == Bound::AtMost { Shape::High } else { Shape::Low };
        }
        self.bound = Some(bound);
    }

    /// `(-18,19%)`: the sign becomes the direction, of a fall by 3 to 5 of `(-5 đến -3%)` too. `(-5 đến 3%)` goes both ways.
    pub(crate) fn sign_to_change(&mut self, sign: char) {
        let positive = if self.number.is_negative() { self.number.negated() } else { self.number };
        match self.high() {
            Some(high) if high.is_negative() => {
                self.number = high.negated();
                self.more.get_or_insert_default().high = Some(positive);
            }
            Some(high) if positive > high => return,
            _ => self.number = positive,
        }
        self.change = Some(if sign == '-' { Change::Decrease } else { Change::Increase });
    }

    /// Adds half a unit: `3 tấn rưỡi`.
    pub(crate) fn add_half(&mut self) {
        let half = Decimal::new(5, 1).and_then(|half| self.number.checked_add(half));
        self.number = half.unwrap_or(self.number);
    }
}

/// One or two amounts before their unit, as read at an anchor. Every quantity kind looks at the same
/// reading, so it is made once.
#[derive(Clone, Copy)]
pub(crate) struct Numbers<'t, 'b> {
    pub(crate) first: Amount<'t, 'b>,
    /// Behind a separator of a range.
    pub(crate) second: Option<Amount<'t, 'b>>,
    /// `đến dưới`: the upper end is not part of the range.
    is_open: bool,
    /// The classes of units that can begin behind either.
    units: Classes,
    /// The noun behind the first, by its row, and its end.
    noun: Option<(usize, Cursor<'t, 'b>)>,
}

/// Amounts with their unit: where they stand and what the unit is.
pub(crate) struct Measured<'t, 'b, U> {
    pub(crate) low: Amount<'t, 'b>,
    pub(crate) high: Option<Amount<'t, 'b>>,
    /// `đến dưới`: the upper end is not part of the range.
    pub(crate) is_open: bool,
    pub(crate) unit: U,
    /// Behind the unit where it first stands: before `đến` in `18 tuổi đến 40 tuổi`.
    pub(crate) unit_end: Cursor<'t, 'b>,
    /// Behind all of it.
    pub(crate) next: Cursor<'t, 'b>,
}

impl<'t, 'b> Numbers<'t, 'b> {
    /// Reads `amount [separator amount]` at an anchor.
    pub(crate) fn read(at: Cursor<'t, 'b>) -> Option<Self> {
        let first = amount::read(at)?;
        // `18°-24°C`
        let separator = range_separator(first.next.eat_mark('°').unwrap_or(first.next));
        let second = separator.and_then(|(at, _)| amount::read_behind_mark(at));
        let is_open = separator.is_some_and(|(_, is_open)| is_open);
        let units = units_at(first.next).and(second.as_ref().map_or(Classes::NONE, |second| units_at(second.next)));
        let mut numbers = Self { first, second, is_open, units, noun: first.next.phrase(Class::Noun) };
        if numbers.first.sign.is_some() {
            numbers.go_below_zero();
        }
        Some(numbers)
    }

    /// `âm 1-2 độ C`: before a dash the word tells of both ends that they are below zero; before `đến` each has its own.
    #[cold]
    #[inline(never)]
    fn go_below_zero(&mut self) {
        let Self { first, second: Some(second), .. } = self else { return };
        if first.from.is(word::AM) && first.next.is_mark('-') && second.sign.is_none() && first.value < second.value {
            std::mem::swap(&mut first.value, &mut second.value);
            second.sign = first.sign;
        }
    }

    /// The first amount of a list with the unit and the scale of the last: `10` of `10, 20 và 50 triệu đồng`.
    pub(crate) fn of_list(first: &Amount<'t, 'b>, last: &Amount<'t, 'b>) -> Option<Self> {
        let value = first.value.shifted(last.scale)?;
        let plain = first.plain && last.scale == 0;
        let first = Amount { value, scale: last.scale, plain, next: last.next, ..*first };
        let units = units_at(first.next);
        Some(Self { first, second: None, is_open: false, units, noun: first.next.phrase(Class::Noun) })
    }

    /// The classes of units that can begin behind either amount.
    pub(crate) const fn units(&self) -> Classes {
        self.units
    }

    /// The noun behind one of the amounts.
    pub(crate) fn noun_at(&self, at: Cursor<'t, 'b>) -> Option<(usize, Cursor<'t, 'b>)> {
        if at.distance(self.first.next) == 0 { self.noun } else { at.phrase(Class::Noun) }
    }

    /// Behind the first amount and its noun, if it has one.
    pub(crate) fn behind_noun(&self) -> Cursor<'t, 'b> {
        self.noun.map_or(self.first.next, |(_, end)| end)
    }

    /// The amounts with the unit that `read_unit` finds behind them.
    ///
    /// ```text
    /// measured := amount separator amount unit                     7,5 - 8%
    ///           | amount unit [["/" per] separator amount unit]    42% đến 45%, 300 lượt/năm đến 500 lượt/năm
    /// ```
    pub(crate) fn with_unit<U: PartialEq>(
        &self,
        read_unit: impl Fn(&Amount<'t, 'b>, Cursor<'t, 'b>) -> Option<(U, Cursor<'t, 'b>)>,
    ) -> Option<Measured<'t, 'b, U>> {
        if let Some(second) = self.second
            && let Some((unit, next)) = read_unit(&second, second.next)
            && let Some(low) = low_of(&self.first, &second)
        {
            return (!is_cell(&self.first, second.next, next)).then_some(Measured {
                low,
                high: Some(second),
                is_open: self.is_open,
                unit,
                unit_end: next,
                next,
            });
        }
        let (unit, next) = read_unit(&self.first, self.first.next)?;
        if is_cell(&self.first, self.first.next, next) {
            return None;
        }
        let joint = behind_per(next);
        if let Some((upper, is_open)) = range_separator(joint)
            && let Some(high) = amount::read_behind_mark(upper)
            && let Some((same, end)) = read_unit(&high, high.next)
            && same == unit
            && (next.distance(joint) == 0 || next.text_to(joint) == end.text_to(behind_per(end)))
            && self.first.signed() < high.signed()
            && !is_chain(&self.first, end)
        {
            return Some(Measured { low: self.first, high: Some(high), is_open, unit, unit_end: next, next: end });
        }
        Some(Measured { low: self.first, high: None, is_open: false, unit, unit_end: next, next })
    }
}

impl<'t, 'b, U> Measured<'t, 'b, U> {
    /// The quantity, once `convert` has made the value of an amount.
    pub(crate) fn quantity(&self, convert: impl Fn(&Amount<'t, 'b>) -> Option<Decimal>) -> Option<Quantity<'t>> {
        let low = self.low.with_sign(convert(&self.low)?);
        let mut quantity = match &self.high {
            Some(high) => Quantity::between(low, high.with_sign(convert(high)?)),
            None => Quantity::of(low),
        };
        if self.is_open {
            quantity.bound = Some(Bound::LessThan);
        }
        Some(quantity)
    }
}

/// The classes of units that can begin here.
fn units_at(at: Cursor<'_, '_>) -> Classes {
    let token = at.token();
    match token.kind {
        // `500 US$`
        Kind::Word if token.syllable == word::US => Classes::of(&[Class::Currency]),
        Kind::Word => token.syllable.classes(),
        Kind::Mark => match token.mark {
            '%' | '‰' => Classes::of(&[Class::PercentUnit]),
            '°' | 'º' | '⁰' | '˚' | '℃' => Classes::of(&[Class::Unit]),
            '$' | '€' | '₫' | '£' | '¥' => Classes::of(&[Class::Currency]),
            _ => Classes::NONE,
        },
        _ => Classes::NONE,
    }
}

/// `-`, `~`, `đến`, `đến dưới`, `đến hết`, `tới` between the ends of a range, and whether the upper end is outside.
/// `xuống`, `lên` part two values.
#[inline(always)]
fn range_separator<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Cursor<'t, 'b>, bool)> {
    let token = at.token();
    let parts = matches!(token.mark, '-' | '÷' | '~') || matches!(token.syllable, word::DEN | word::TOI);
    // Few numbers are followed by one.
    if parts { behind_separator(at) } else { None }
}

fn behind_separator<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Cursor<'t, 'b>, bool)> {
    let next = at.next();
    // `từ -3 đến -1 độ C`, `âm 3 đến âm 1 độ C`
    let signed = at.is_word() && next.is_mark('-') && next.next().is_glued() && next.next().is_digits();
    let below_zero = signed || next.is(word::AM) && amount::is_below_zero(next.next());
    let (next_number, is_open) = if below_zero { (next.next(), false) } else { upper_lead(next) };
    let is_number = matches!(next_number.token().kind, Kind::Digits | Kind::Word);
    let other_cell = at.token().gap == Gap::Tab || next.token().gap == Gap::Tab;
    (is_number && !other_cell).then_some((next_number, is_open))
}

/// Behind the `/năm` of `300 lượt/năm`, if there is such.
#[inline]
fn behind_per<'t, 'b>(at: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    let Some(below) = at.eat_mark('/') else { return at };
    let joined = at.is_glued() && below.is_glued();
    if joined { unit_behind(below).unwrap_or(at) } else { at }
}

/// Behind `-`, `đến`, `tới` between the ends of a range.
pub(crate) fn upper_end<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    at.eat_mark('-').or_else(|| at.eat_any(&[word::DEN, word::TOI]))
}

/// Behind `dưới`, `chưa đủ`, `hết`, `không quá`, `đủ` before the upper end of a range, and whether that end is
/// outside.
pub(crate) fn upper_lead<'t, 'b>(at: Cursor<'t, 'b>) -> (Cursor<'t, 'b>, bool) {
    // `5 - <12 tuổi`
    let below = at.eat(word::DUOI).or_else(|| at.eat_all(&[word::NOT_YET, word::DU])).or_else(|| at.eat_mark('<'));
    let within = || at.eat_any(&[word::HET, word::DU]).or_else(|| at.eat_all(&[word::KHONG, word::QUA]));
    (below.or_else(within).unwrap_or(at), below.is_some())
}

/// `30,2% - 35,4% - 34,4%`: three values in a row are no range.
fn is_chain<'t, 'b>(first: &Amount<'t, 'b>, end: Cursor<'t, 'b>) -> bool {
    let shares = |at: Cursor<'t, 'b>| at.back().is_mark('%');
    let before = first.from.eat_mark_left('-').is_some_and(shares);
    before || shares(end) && end.eat_mark('-').is_some_and(|next| next.is_digits())
}

/// A number alone on its line or between tabs is a cell of a table or the number of an item: what
/// stands on the next line or in the next cell is not its unit.
#[inline(always)]
fn is_cell<'t, 'b>(first: &Amount<'t, 'b>, unit: Cursor<'t, 'b>, end: Cursor<'t, 'b>) -> bool {
    let prose = unit.token().gap != Gap::Tab && first.from.token().gap < Gap::Tab;
    !prose && is_in_cell(first, unit, end)
}

fn is_in_cell<'t, 'b>(first: &Amount<'t, 'b>, unit: Cursor<'t, 'b>, end: Cursor<'t, 'b>) -> bool {
    // `1994⇥Nghìn tỷ đồng⇥292.4`; but a tab within prose is only a blank.
    if unit.token().gap == Gap::Tab && (unit.is_capitalized() || end.token().gap >= Gap::Tab) {
        return true;
    }
    let alone = unit.token().gap >= Gap::Tab && first.scale == 0;
    // `2.5 Tháng hưởng trợ cấp`: a heading.
    let small = || first.value < Decimal::from(100_u32);
    let headed = || !unit.is_glued() && unit.is_capitalized() && !unit.is_upper() && small();
    first.from.token().gap >= Gap::Tab && (alone || first.from.token().gap >= Gap::Line && headed())
}

/// The lower end as the upper end's scale makes it: `708 - 710 nghìn tỷ`, but `500.000 đến 1 triệu`.
fn low_of<'t, 'b>(low: &Amount<'t, 'b>, high: &Amount<'t, 'b>) -> Option<Amount<'t, 'b>> {
    if low.scale == 0 && high.scale > 0 && high.in_words == low.in_words {
        let scaled = low.value.shifted(high.scale)?;
        if scaled <= high.value {
            return Some(Amount { value: scaled, is_open: false, ..*low });
        }
    }
    match shared_thousands(low, high) {
        Some(thousands) => thousands,
        None => (low.signed() < high.signed()).then_some(*low),
    }
}

/// `200-300.000 đồng`, `3-4.000.000 đ`: behind a dash the thousands of the upper end are those of the lower one
/// too. Where that gives a range too wide to be meant, as in `1-9.000`, there is no telling.
fn shared_thousands<'t, 'b>(low: &Amount<'t, 'b>, high: &Amount<'t, 'b>) -> Option<Option<Amount<'t, 'b>>> {
    const WIDEST: u32 = 5;
    let whole = high.value.is_integer() && !high.is_open;
    let grouped = whole && !high.plain && !high.in_words && high.scale == 0;
    if !(grouped && low.plain && matches!(low.next.token().mark, '-' | '~') && low.value.shifted(3)? < high.value) {
        return None;
    }
    let mut shifted = [3, 6].into_iter().filter_map(|zeros| low.value.shifted(zeros));
    let narrow = |value: &Decimal| {
        *value < high.value && value.checked_mul(WIDEST.into()).is_some_and(|widest| high.value <= widest)
    };
    Some(shifted.find(narrow).map(|value| Amount { value, plain: false, ..*low }))
}

#[cfg(feature = "serde")]
mod wire {
    use std::borrow::Cow;

    use super::{Bound, Change, Decimal, More, Shape};

    /// The keys of a quantity in JSON.
    #[derive(serde::Serialize, serde::Deserialize)]
    pub(super) struct Quantity<'t> {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<Decimal>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        low: Option<Decimal>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        high: Option<Decimal>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        bound: Option<Bound>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        change: Option<Change>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        per: Vec<Cow<'t, str>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        compared_to: Option<Cow<'t, str>>,
    }

    impl From<super::Quantity<'_>> for Quantity<'static> {
        fn from(quantity: super::Quantity<'_>) -> Self {
            let quantity = quantity.into_owned();
            Self {
                value: quantity.value(),
                low: quantity.low(),
                high: quantity.high(),
                bound: quantity.bound,
                change: quantity.change,
                per: quantity.per().to_vec(),
                compared_to: quantity.more.and_then(|more| more.compared_to),
            }
        }
    }

    impl<'t> From<Quantity<'_>> for super::Quantity<'t> {
        fn from(wire: Quantity<'_>) -> Self {
            let own = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
            let (number, shape) = match (wire.value, wire.low, wire.high) {
                (Some(value), ..) => (value, Shape::Value),
                (None, Some(low), _) => (low, Shape::Low),
                (None, None, Some(high)) => (high, Shape::High),
                (None, None, None) => (Decimal::ZERO, Shape::Untold),
            };
            let more = More {
                high: wire.high.filter(|_| shape == Shape::Low),
                per: wire.per.into_iter().map(own).collect(),
                compared_to: wire.compared_to.map(own),
            };
            let more = (more != More::default()).then(|| Box::new(more));
            Self { number, shape, bound: wire.bound, change: wire.change, more }
        }
    }
}
