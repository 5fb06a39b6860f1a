//! `1.500 tỷ đồng`, `2 600 USD`, `5.250–5.350 đồng`, `75 cent`, `USD 500`.
//!
//! ```text
//! money    := numbers currency | numbers of milliards, behind a sum with its currency
//!           | numbers "tr" behind what is earned or spent                          thu nhập 65tr/người
//!           | code numbers                                                         USD 500, VND 2 tỷ, $500
//! currency := a phrase of currencies.tsv | "$" | "€" | "₫" | "£" | "¥"
//! code     := a code of currencies.tsv that may stand before its number | ["US"] "$" | "€" | "£"
//! ```

use std::fmt;

use super::{Reading, Site};
use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::{self, CURRENCIES, Class, NOUNS, WORDS_BEFORE, word, words};
use crate::number::amount::{self, Amount};
use crate::number::label;
use crate::number::quantity::Numbers;
use crate::number::{Decimal, Quantity};

/// A sum in a currency.
///
/// ```
/// use solieu::{Currency, Extractor, FactValue};
///
/// let fact = Extractor::new().facts("tổng vốn 3 tỷ 651 triệu đồng").next().unwrap();
/// let FactValue::Money(sum) = fact.value() else { panic!() };
/// assert_eq!(sum.quantity().value().unwrap().to_string(), "3651000000");
/// assert_eq!(sum.currency(), Currency::VND);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Money<'t> {
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub(crate) quantity: Quantity<'t>,
    currency: Currency,
}

/// A currency by its code of ISO 4217: three capital letters, `VND`, `USD` …
///
/// ```
/// use solieu::{Currency, Extractor, FactValue};
///
/// let fact = Extractor::new().facts("xuất khẩu đạt 45 triệu USD").next().unwrap();
/// let FactValue::Money(sum) = fact.value() else { panic!() };
/// assert_eq!(Some(sum.currency()), Currency::new("USD"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The Vietnamese đồng.
    ///
    /// ```
    /// assert_eq!(solieu::Currency::VND.code(), "VND");
    /// ```
    pub const VND: Self = Self(*b"VND");

    /// The currency of a code, or `None` where that is not three capital letters.
    ///
    /// ```
    /// assert_eq!(solieu::Currency::new("USD").unwrap().code(), "USD");
    /// assert!(solieu::Currency::new("đ").is_none());
    /// ```
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let letters = <[u8; 3]>::try_from(code.as_bytes()).ok()?;
        letters.iter().all(u8::is_ascii_uppercase).then_some(Self(letters))
    }

    /// Its code of ISO 4217.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("vay 2,5 triệu đô la Mỹ").next().unwrap();
    /// let FactValue::Money(loan) = fact.value() else { panic!() };
    /// assert_eq!(loan.currency().code(), "USD");
    /// ```
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::new(&code).ok_or_else(|| serde::de::Error::custom("a currency has three capital letters"))
    }
}

impl<'t> Money<'t> {
    /// The sum in whole units of the currency: `1.500 tỷ đồng` is 1500000000000.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("mức 1.490.000 đồng/người/tháng").next().unwrap();
    /// let FactValue::Money(wage) = fact.value() else { panic!() };
    /// assert_eq!(wage.quantity().value(), Some(1_490_000_u32.into()));
    /// assert_eq!(wage.quantity().per(), ["người", "tháng"]);
    /// ```
    #[must_use]
    pub const fn quantity(&self) -> &Quantity<'t> {
        &self.quantity
    }

    /// The currency.
    ///
    /// ```
    /// # use solieu::{Currency, Extractor, FactValue};
    /// let fact = Extractor::new().facts("thu 842,238 tỷ đồng").next().unwrap();
    /// let FactValue::Money(revenue) = fact.value() else { panic!() };
    /// assert_eq!(revenue.currency(), Currency::VND);
    /// ```
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.currency
    }

    pub(crate) fn into_owned(self) -> Money<'static> {
        Money { quantity: self.quantity.into_owned(), currency: self.currency }
    }
}

pub(super) fn read<'t, 'b>(site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Money<'t>>> {
    let numbers = site.numbers.as_ref()?;
    if let Some(other) = behind_code(numbers).or_else(|| bare(site, numbers)) {
        return Some(other);
    }
    let measured = numbers.with_unit(currency)?;
    if measured.high.is_none() && (is_heading(&measured.low, measured.next) || is_labelled(&measured.low)) {
        return None;
    }
    let (currency, power) = measured.unit;
    if is_other_noun(&measured.low, currency) {
        return None;
    }
    let quantity = measured.quantity(|amount| value(amount, currency, power))?;
    Some(Reading { from: measured.low.from, next: measured.next, value: Money { quantity, currency } })
}

/// `3 ca 4 kíp`: teams; `214 HKD`: households in business (hộ kinh doanh).
fn is_other_noun(amount: &Amount<'_, '_>, currency: Currency) -> bool {
    match currency.0 {
        [b'L', b'A', b'K'] => amount.scale == 0 && amount.value < 1000_u32.into(),
        [b'H', b'K', b'D'] => amount.scale == 0 && amount.value.is_integer(),
        _ => false,
    }
}

/// `(1.000 đồng)`, `ĐVT: 1000 đ`: in what the numbers of a table are told.
fn is_heading(amount: &Amount<'_, '_>, next: Cursor<'_, '_>) -> bool {
    let thousands = amount.from.text() == "1" || amount.from.text().starts_with("1000");
    let round = thousands && [3, 6, 9].iter().any(|&zeros| Decimal::ONE.shifted(zeros) == Some(amount.value));
    let in_brackets = amount.from.left().mark == '(' && next.is_mark(')');
    round && !amount.in_words && (in_brackets || is_unit_of_table(amount))
}

/// `ĐVT: 1000 đ`, `Đơn vị tính: 1.000 ha`
pub(super) fn is_unit_of_table(amount: &Amount<'_, '_>) -> bool {
    let colon = amount.from.eat_mark_left(':');
    colon.is_some_and(|colon| colon.eat_any_left(&[word::TINH, word::DVT]).is_some())
}

/// `Ví dụ 13đ`, `Chương 74 Đồng và các sản phẩm`: a small number behind what is often numbered; `“8đ”`: a code.
fn is_labelled(amount: &Amount<'_, '_>) -> bool {
    const SMALL: u32 = 100;
    let coded = || amount.from.left().mark == '"' && amount.from.is_glued() && amount.next.next().is_mark('"');
    amount.plain && amount.value < SMALL.into() && (label::label(amount.from).is_some() || coded())
}

/// `khoảng 20 tỉ` shortly after a sum in đồng: milliards of nothing else are of the same currency. Behind what is earned or
/// spent millions are đồng without one: `thu nhập 12 triệu/tháng`. The number must end its clause, so that no noun is
/// left to be counted.
fn bare<'t, 'b>(site: &Site<'t, 'b>, numbers: &Numbers<'t, 'b>) -> Option<Reading<'t, 'b, Money<'t>>> {
    const MILLIARD: u8 = 9;
    if let Some(shared) = shared(&numbers.first) {
        return Some(shared);
    }
    let amount = numbers.second.as_ref().unwrap_or(&numbers.first);
    let short = millions(amount.next).filter(|_| amount.scale == 0);
    let next = short.unwrap_or(amount.next);
    let scale = if short.is_some() { MILLION } else { amount.scale };
    let goes_on = goes_on(next);
    let ends = matches!(next.token().kind, Kind::Mark | Kind::End) && !next.is_mark('%') && !next.is_mark('-');
    if scale < MILLION || amount.sign.is_some() || !(ends || goes_on) || symbol(next.token().mark).is_some() {
        return None;
    }
    // `thu nhập 10 - 12 triệu/tháng`
    let measured = numbers.with_unit(|_, at| Some(((), short.and_then(|_| millions(at)).unwrap_or(at))))?;
    let from = measured.low.from;
    let other_end = from.left().mark == '-' && from.back().left().kind == Kind::Digits;
    if other_end || measured.low.sign.is_some() || measured.next.distance(next) != 0 {
        return None;
    }
    let remembered = site.memory.currency(site.at.start());
    let of_all = scale >= MILLIARD && !goes_on || remembered == Some(Currency::VND) && is_of_each(from, true);
    let currency = match remembered.filter(|_| of_all) {
        Some(currency) => currency,
        None => Some(Currency::VND)
            .filter(|&dong| remembered.is_none_or(|other| other == dong))
            .filter(|_| is_of_sums(from, next) || is_below_count(site, from) || is_of_each(from, false))?,
    };
    // `Vốn FDI 150 triệu USD, nộp ngân sách 320 tỷ`: only trade goes on in the same money.
    if currency != Currency::VND && !is_of_trade(from) {
        return None;
    }
    let power = scale - amount.scale;
    let quantity = measured.quantity(|amount| amount.value.shifted(power))?;
    Some(Reading { from, next, value: Money { quantity, currency } })
}

const MILLION: u8 = 6;

/// Behind the `tr` of `65tr/người`: triệu, where it touches its number; pages are `65 tr.`.
fn millions<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    (at.is_glued() && at.text() == "tr").then(|| at.next())
}

/// `USD 500`, `VND 2 tỷ`, `EUR 1,2 triệu`, `$500`: no unit stands behind the number.
fn behind_code<'t, 'b>(numbers: &Numbers<'t, 'b>) -> Option<Reading<'t, 'b, Money<'t>>> {
    const UNITS: [Class; 6] =
        [Class::Noun, Class::Unit, Class::TimeUnit, Class::Currency, Class::Scale, Class::Numeral];
    let (currency, from) = code_before(&numbers.first)?;
    let counts = |at: Cursor<'t, 'b>| {
        let unit = UNITS.iter().any(|&class| at.phrase(class).is_some());
        at.is_digits() || at.is_mark('%') || at.is_mark('$') || at.is_glued_word() || unit
    };
    let measured = numbers.with_unit(|_, at| (!counts(at)).then_some(((), at)))?;
    // `USD 500 - 3 tháng`: something else goes on.
    let other = measured.high.is_none() && measured.next.is_mark('-') && measured.next.next().is_digits();
    let quantity = measured.quantity(|amount| value(amount, currency, 0).filter(|_| amount.sign.is_none()))?;
    (!other).then_some(Reading { from, next: measured.next, value: Money { quantity, currency } })
}

/// The currency before a number, and the cursor before it. That of `500 USD 300`, `triệu USD 500` and `VND/USD 24.500`
/// belongs to what is left of it; `USD 2024` tells a year, and `EUR 2` may be the second of several.
fn code_before<'t, 'b>(amount: &Amount<'t, 'b>) -> Option<(Currency, Cursor<'t, 'b>)> {
    const LEAST: u32 = 10;
    let at = amount.from;
    let mark = at.back();
    let (currency, from) = match (at.left().mark, symbol(at.left().mark)) {
        ('$' | '€' | '£', Some(code)) => {
            let us = Some(mark.back()).filter(|us| mark.is_glued() && us.text() == "US");
            let tied = at.is_glued() || us.is_some() && at.token().gap == Gap::Blank;
            (Some(Currency(*code)).filter(|_| tied)?, us.unwrap_or(mark))
        }
        (_, None) if at.token().gap == Gap::Blank && !(amount.plain && at.is_year()) => {
            (amount.value >= LEAST.into()).then_some(())?;
            let (row, from) = at.phrase_left(Class::Currency, 1)?;
            let leads = lexicon::says_in(CURRENCIES, row, 4, "before") && from.is_upper();
            (Currency::new(lexicon::column(CURRENCIES, row, 1)).filter(|_| leads)?, from)
        }
        _ => return None,
    };
    let left = from.left();
    let other = from.is_glued() && !matches!(left.mark, '(' | '"' | '[' | ':')
        || matches!(left.kind, Kind::Digits)
        || matches!(left.mark, '/' | '-')
        || from.phrase_left(Class::Scale, 1).is_some();
    (!other && !amount.in_words && !mark.at_floor()).then_some((currency, from))
}

/// `chi 12 tỷ để xây trường`, `hỗ trợ 5 triệu cho hộ nghèo`, `phạt 15 triệu và tước bằng`: the sentence goes on, and nothing is counted.
fn goes_on(next: Cursor<'_, '_>) -> bool {
    let Some(behind) = next.eat_any(&[word::LET, word::CHO, word::VA]) else { return false };
    // `2 triệu và 3 triệu đồng`
    let number = || behind.is_digits() || behind.token().syllable.starts(Class::Numeral);
    next.token().gap <= Gap::Blank && (!next.is(word::VA) || behind.is_word() && !number())
}

/// `từ 800 tỷ lên 1.040 tỷ đồng`: the currency of the level that was reached is that of the first too.
fn shared<'t, 'b>(amount: &Amount<'t, 'b>) -> Option<Reading<'t, 'b, Money<'t>>> {
    let joint = if amount.scale > 0 { amount.next.eat_any(&[word::LEN, word::XUONG]) } else { None }?;
    amount.from.eat_left(word::TU).filter(|_| amount.sign.is_none())?;
    let reached = amount::read(joint).filter(|reached| reached.scale > 0)?;
    let ((currency, power), _) = currency(&reached, reached.next)?;
    let value = Money { quantity: Quantity::of(amount.value), currency };
    (power == 0).then_some(Reading { from: amount.from, next: amount.next, value })
}

/// `thu nhập bình quân 12 triệu/tháng`, `nợ đọng 45,6 tỷ (3,7%)`: words of `words_before.tsv` shortly before, no foreign capital, and
/// below a stroke what money is told per.
fn is_of_sums(from: Cursor<'_, '_>, next: Cursor<'_, '_>) -> bool {
    const REACH: isize = 5;
    // `chi nhánh`, `tiền đường`
    let is_sum = |at: Cursor<'_, '_>| {
        let longer = at.phrase(Class::Noun).map_or(0, |(_, end)| at.distance(end));
        at.phrase(Class::WordBefore)
            .is_some_and(|(row, end)| lexicon::says(WORDS_BEFORE, row, "sum") && at.distance(end) >= longer)
    };
    // `Nguồn vốn tỉnh: 800 triệu`
    let at = from.eat_mark_left(':').or_else(|| from.eat_mark_left('(')).unwrap_or(from);
    let told = at.words_left(REACH).any(is_sum) || before_time(at).is_some_and(|at| at.words_left(REACH).any(is_sum));
    let foreign = || from.words_left(REACH).any(|at| at.is_upper() && at.text().is_ascii() && at.text().len() == 3);
    let below = next.eat_mark('/').is_none_or(|below| below.is_word() || below.number(1..=2) == Some(1));
    told && below && !foreign()
}

/// `xử phạt 24 vụ/450 triệu`, `cho vay 345 dự án/12,3 tỷ`: right below a count.
fn is_below_count(site: &Site<'_, '_>, from: Cursor<'_, '_>) -> bool {
    let above = from.eat_mark_left('/').filter(|stroke| from.is_glued() && stroke.is_glued());
    above.is_some_and(|stroke| site.memory.is_count_until(stroke.end()))
}

/// `sửa 12 nhà hết 400 triệu đồng, mỗi nhà 30 triệu`: what each of the same gets, as the sum before; households and people get nothing
/// else in millions: `(mỗi hộ 60 triệu)`.
fn is_of_each(from: Cursor<'_, '_>, is_summed: bool) -> bool {
    let noun = from.phrase_left(Class::Noun, 3).filter(|(_, noun)| noun.eat_left(word::MOI).is_some());
    let people = |row, noun: Cursor<'_, '_>| match lexicon::column(NOUNS, row, 1) {
        "person" => true,
        "body" => lexicon::says_in(NOUNS, row, 2, "holder"),
        _ => noun.is(word::NGUOI),
    };
    noun.is_some_and(|(row, noun)| is_summed || people(row, noun))
}

/// Before the time that stands between: `thu ngân sách 9 tháng đạt 5,4 tỷ`, `Thu NSNN quý I/2025 ước 1.234 tỷ`, `chi năm 2024 là 45 tỷ`.
fn before_time<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    const MOST: usize = 9;
    let verb = |at: Cursor<'t, 'b>| at.eat_any_left(&[word::DAT, word::ESTIMATE, word::LA, word::DUOC]);
    let mut at = verb(at).map(|at| verb(at).unwrap_or(at))?;
    let end = at;
    for _ in 0..MOST {
        let left = at.back();
        let time = left.is_digits()
            || left.is_mark('/')
            || left.token().syllable.is_roman()
            || left.eat_any(&[word::NAM, word::THANG, word::QUY, word::DAU, word::CUOI, word::CA]).is_some();
        if !time {
            break;
        }
        at = left;
    }
    (at.distance(end) > 0).then_some(at)
}

/// `nhập khẩu 3,9 tỷ`, `xuất siêu đạt 12 tỷ`
fn is_of_trade(from: Cursor<'_, '_>) -> bool {
    const REACH: isize = 4;
    from.words_left(REACH).any(|at| at.eat_any(&[word::TRADE, word::SURPLUS]).is_some())
}

/// The currency right of the cursor and the power of ten by which its name differs from it: a cent
/// is 10^-2 dollars. `đồng` in `đồng chí`, `đồng bào` is none.
fn currency<'t, 'b>(amount: &Amount<'t, 'b>, at: Cursor<'t, 'b>) -> Option<((Currency, i8), Cursor<'t, 'b>)> {
    if let Some(code) = symbol(at.token().mark) {
        return Some(((Currency(*code), 0), at.next()));
    }
    if let Some(found) = abbreviated(at) {
        return Some(found);
    }
    // `12 triệu US$`
    let sign = at.next();
    if sign.is_mark('$') && sign.is_glued() && at.text() == "US" {
        return Some(((Currency(*b"USD"), 0), sign.next()));
    }
    // `164 Đồng Khởi`, `12 đ/c` (đồng chí)
    if is_name(at) || is_comrades(at) || is_medal(amount, at) {
        return None;
    }
    let (row, next) = at.phrase(Class::Currency)?;
    let within = |class| at.phrase(class).is_some_and(|(_, end)| next.distance(end) > 0);
    // `đồng chí`; `04 đồng thời`, but `hai triệu đồng đều được`
    let small = amount.scale == 0 && amount.value < 1000_u32.into();
    let longer = (within(Class::Noun) || small && within(Class::NotNoun)) && !is_sum(amount, at);
    let name = at.text_to(next);
    if longer || !words::spelled(lexicon::column(CURRENCIES, row, 3), name) {
        return None;
    }
    let code = Currency::new(lexicon::column(CURRENCIES, row, 1))?;
    Some(((code, lexicon::column(CURRENCIES, row, 2).parse().ok()?), next))
}

/// Behind the currency of an amount, if it is named in whole units.
pub(super) fn currency_of_sum<'t, 'b>(amount: &Amount<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let ((_, power), next) = currency(amount, amount.next)?;
    (power == 0).then_some(next)
}

/// `Đồng Khởi`, `Đồng Nai`: two words with a capital each, which no heading in capitals is.
fn is_name(at: Cursor<'_, '_>) -> bool {
    let capital = |at: Cursor<'_, '_>| at.is_word() && at.is_capitalized() && !at.is_upper();
    at.is(word::DONG) && capital(at) && capital(at.next()) && at.next().token().gap <= Gap::Line
}

/// `3 huy chương vàng, 2 bạc, 5 đồng`, `12 Vàng, 9 Bạc, 15 Đồng`: bronze, behind silver or with a capital.
fn is_medal(amount: &Amount<'_, '_>, at: Cursor<'_, '_>) -> bool {
    const MOST: u32 = 1000;
    let from = amount.from;
    let joint = from.eat_mark_left(',').or_else(|| from.eat_left(word::VA));
    let behind_silver = || joint.is_some_and(|joint| joint.eat_left(word::SILVER).is_some());
    let capital = at.is(word::DONG) && at.is_capitalized() && !at.is_upper();
    amount.scale == 0 && amount.value < MOST.into() && (capital && amount.plain || behind_silver())
}

/// `đ/c`, `đ.c` for `đồng chí`.
pub(crate) fn is_comrades(at: Cursor<'_, '_>) -> bool {
    let last = at.eat(word::D).and_then(|mark| mark.eat_mark('/').or_else(|| mark.eat_mark('.')));
    last.is_some_and(|last| last.is_glued() && last.back().is_glued() && matches!(last.text(), "c" | "C"))
}

/// `210 tr.đồng`, `150 tr.đ`, `15 tr. đồng`, `136 tr.USD`: millions of a currency.
fn abbreviated<'t, 'b>(at: Cursor<'t, 'b>) -> Option<((Currency, i8), Cursor<'t, 'b>)> {
    const MILLION: i8 = 6;
    let name = at
        .eat(word::TR)?
        .eat_mark('.')
        .filter(|name| name.is_glued() || name.is(word::DONG) && !name.is_capitalized())?;
    let (row, next) = name.phrase(Class::Currency)?;
    Some(((Currency::new(lexicon::column(CURRENCIES, row, 1))?, MILLION), next))
}

/// `235 triệu đồng tiền mặt`, `700.000 đồng tiền phạt`: a sum, while `03 đồng tiền` are currencies.
pub(super) fn is_sum(amount: &Amount<'_, '_>, at: Cursor<'_, '_>) -> bool {
    const LEAST: u32 = 100;
    at.eat_all(&[word::DONG, word::MONEY]).is_some() && (amount.scale > 0 || amount.value >= LEAST.into())
}

const fn symbol(mark: char) -> Option<&'static [u8; 3]> {
    Some(match mark {
        '$' => b"USD",
        '€' => b"EUR",
        '₫' => b"VND",
        '£' => b"GBP",
        '¥' => b"JPY",
        _ => return None,
    })
}

/// Nobody writes thousandths of a đồng, so `500,000 đồng` has its comma between thousands. In other
/// currencies `12,345` may be either, and is left out.
fn value(amount: &Amount<'_, '_>, currency: Currency, power: i8) -> Option<Decimal> {
    // `842,238 tỷđ`: a decimal comma before a scale.
    const MILLIARD: i8 = 9;
    let value = match amount.as_thousands().filter(|_| power < MILLIARD) {
        Some(thousands) if currency == Currency::VND => thousands,
        Some(_) => return None,
        None => amount.value,
    };
    match u8::try_from(power) {
        Ok(power) => value.shifted(power),
        Err(_) => Decimal::new(value.mantissa(), value.scale() + power.unsigned_abs()),
    }
}
