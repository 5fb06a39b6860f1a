//! `38.420 ha`, `71,3 tạ/ha`, `50 km/h`, `10.600 người/km2`, `36,5°C`, `18 tuổi`.
//!
//! ```text
//! measure := numbers unit ["rưỡi"]
//! unit    := simple ["/" [number] simple] | noun "/" area | "°" "C" | "℃"
//! simple  := a phrase of units.tsv ["2" | "3" | "²" | "³"]
//! ```

use std::borrow::Cow;

use super::money::is_unit_of_table;
use super::{Reading, Site};
use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::{self, Class, TIME_WORDS, UNITS, word, words};
use crate::number::amount::{self, Amount};
use crate::number::label;
use crate::number::quantity::{Numbers, upper_end, upper_lead};
use crate::number::words::{Role, numeral};
use crate::number::{Bound, Quantity};

/// A number of a unit of measure.
///
/// ```
/// use solieu::{Extractor, FactValue};
///
/// let fact = Extractor::new().facts("năng suất đạt 5,2 tấn/ha").next().unwrap();
/// let FactValue::Measure(harvest) = fact.value() else { panic!() };
/// assert_eq!(harvest.quantity().value().unwrap().to_string(), "5.2");
/// assert_eq!((harvest.unit(), harvest.code()), ("tấn/ha", Some("t/har")));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Measure<'t> {
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub(crate) quantity: Quantity<'t>,
    unit: Cow<'t, str>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    code: Option<Cow<'static, str>>,
}

impl<'t> Measure<'t> {
    /// The number, in the unit as written: `38.420 ha` is 38420.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("diện tích 38.420 ha").next().unwrap();
    /// let FactValue::Measure(area) = fact.value() else { panic!() };
    /// assert_eq!(area.quantity().value(), Some(38_420_u32.into()));
    /// ```
    #[must_use]
    pub const fn quantity(&self) -> &Quantity<'t> {
        &self.quantity
    }

    /// The unit as written: `ha`, `tấn/ha`, `mét vuông`.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("san lấp 1.200 mét vuông").next().unwrap();
    /// let FactValue::Measure(area) = fact.value() else { panic!() };
    /// assert_eq!(area.unit(), "mét vuông");
    /// ```
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.unit
    }

    /// The unit's code in [UCUM](https://ucum.org), where it has one: `har`, `t/har`, `m2`.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let facts: Vec<_> = Extractor::new().facts("1.200 mét vuông, năng suất 71,3 tạ/ha").collect();
    /// let FactValue::Measure(area) = facts[0].value() else { panic!() };
    /// let FactValue::Measure(harvest) = facts[1].value() else { panic!() };
    /// assert_eq!((area.code(), harvest.code()), (Some("m2"), None));
    /// ```
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    pub(crate) fn into_owned(self) -> Measure<'static> {
        Measure { quantity: self.quantity.into_owned(), unit: Cow::Owned(self.unit.into_owned()), code: self.code }
    }
}

/// A unit read: the code, and where the unit starts and ends in tokens.
struct Unit<'t, 'b> {
    code: Code,
    from: Cursor<'t, 'b>,
}

/// The code of a unit.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Code {
    /// From the list.
    Known(Cow<'static, str>),
    /// UCUM has none for it.
    None,
}

impl PartialEq for Unit<'_, '_> {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code && self.from.text() == other.from.text()
    }
}

pub(super) fn read<'t, 'b>(site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Measure<'t>>> {
    let numbers = site.numbers.as_ref()?;
    if let Some(ages) = ages_in_months(&numbers.first) {
        return Some(ages);
    }
    let measured = numbers.with_unit(unit)?;
    let low = &measured.low;
    if label::is_firm_name(low) || is_lettered(low) || is_inside_digits(low) || is_side(low) || is_unit_of_table(low) {
        return None;
    }
    if let Some(tall) = metres(low) {
        return Some(tall);
    }
    let end = measured.next;
    if low.next.is_glued() && (is_length(low) || end.is_glued() && end.is_digits()) {
        return if measured.high.is_none() { with_rest(low, end, measured.unit) } else { None };
    }
    let mut quantity = measured.quantity(|amount| Some(amount.value))?;
    let Unit { code, from } = measured.unit;
    let unit = written(from.text_to(measured.unit_end));
    let mut next = measured.next;
    if let Some((Role::Half, _, half)) = numeral(next).filter(|_| measured.high.is_none()) {
        quantity.add_half();
        next = half;
    }
    let code = match code {
        Code::Known(code) => Some(code),
        Code::None => None,
    };
    Some(Reading { from: measured.low.from, next, value: Measure { quantity, unit, code } })
}

/// `6 tháng đến 36 tháng tuổi`, `6 tháng đến dưới 12 tháng tuổi`: ages, of which the last alone says so.
fn ages_in_months<'t, 'b>(first: &Amount<'t, 'b>) -> Option<Reading<'t, 'b, Measure<'t>>> {
    let joint = first.next.eat(word::THANG).filter(|_| first.plain)?;
    let (upper, is_below) = upper_lead(upper_end(joint)?);
    let last = amount::read_behind_mark(upper).filter(|last| last.plain && first.value < last.value)?;
    let (row, next) = last.next.phrase(Class::Unit)?;
    // `6 tháng đến 12 tháng` tells how long, `3 tháng đến 5 tuổi` is of two units.
    let code = Some(lexicon::column(UNITS, row, 1)).filter(|&code| code == "mo")?;
    if lexicon::column(UNITS, row, 2) != "age" {
        return None;
    }
    let mut quantity = Quantity::between(first.value, last.value);
    if is_below {
        quantity.set_bound(Some(Bound::LessThan));
    }
    let value = Measure { quantity, unit: written(last.next.text_to(next)), code: Some(code.into()) };
    Some(Reading { from: first.from, next, value })
}

/// Whether something may follow the noun behind a number that makes it a density, or a range.
pub(super) fn may_go_on(numbers: &Numbers<'_, '_>) -> bool {
    let end = numbers.behind_noun();
    let carried = matches!(end.next().token().mark, '.' | '-') && end.next().is_glued();
    numbers.second.is_some() || carried || matches!(end.token().mark, '/' | '.' | '-')
}

/// `Ví dụ 13g`, `điểm 1g`, `⏎1g. Tổng hợp`: the letter goes on the number of a label, or of a heading; but a
/// bridge has metres, `Cầu 33m`.
fn is_lettered(amount: &Amount<'_, '_>) -> bool {
    let (letter, mark) = (amount.next, amount.next.next());
    let joined = letter.is_glued_word() && letter.text().len() == 1 && amount.plain;
    // `SVR 3L`: a grade.
    let labelled = || letter.text() == "L" || letter.text() != "m" && label::label(amount.from).is_some();
    let heads = || matches!(mark.token().mark, '.' | ')') && mark.is_glued() && mark.next().is_capitalized();
    joined && (labelled() || amount.from.token().gap >= Gap::Line && heads())
}

/// `3l,5 ha`, `1l.500 hộ`: a letter between digits is one of them, which was misread.
fn is_inside_digits(amount: &Amount<'_, '_>) -> bool {
    let (letter, mark) = (amount.next, amount.next.next());
    let digits = matches!(mark.token().mark, '.' | ',') && mark.is_glued() && mark.next().is_digits();
    letter.is_glued_word() && letter.text() == "l" && digits && mark.next().is_glued()
}

/// `4 x 6 cm`: one side of a size.
fn is_side(amount: &Amount<'_, '_>) -> bool {
    let times = amount.from.back();
    (times.is(word::TIMES) || times.is_mark('×') || times.is_mark('*')) && times.left().kind == Kind::Digits
}

/// `dài 3km2`, `cao 2m3`: so many and tenths, since nothing long has an area; `cao 2-4m` is a range.
fn is_length(amount: &Amount<'_, '_>) -> bool {
    let tenths = amount.next.next();
    let touches = amount.next.is_word() && tenths.is_glued() && tenths.number(1..=1).is_some();
    touches && amount.from.eat_any_left(&[word::LONG, word::HIGH, word::DEEP]).is_some()
}

/// `1m65`, `2m5`, `cao 1m 75`: metres with their decimals behind the sign.
fn metres<'t, 'b>(amount: &Amount<'t, 'b>) -> Option<Reading<'t, 'b, Measure<'t>>> {
    let unit = amount.next;
    let decimals = unit.next();
    let digits = decimals.digits().filter(|digits| digits.len() <= 2)?;
    // `cao 1m 75`
    let apart = || {
        let ends = matches!(decimals.next().token().kind, Kind::Mark | Kind::End);
        let long = || amount.from.eat_any_left(&[word::LONG, word::HIGH, word::DEEP]).is_some();
        decimals.token().gap == Gap::Blank && digits.len() == 2 && ends && long()
    };
    let joined = decimals.is_glued() && !decimals.next().is_glued_word();
    let touches = unit.is_glued() && unit.text() == "m" && (joined || apart());
    if !touches || !amount.plain || amount.value > 9_u32.into() {
        return None;
    }
    // `m2` and `m3` are areas and volumes.
    let exponent = matches!(digits, "2" | "3") || decimals.next().is_glued() && decimals.next().is_digits();
    if exponent { None } else { with_decimals(amount, digits, "m", Cow::Borrowed("m"), decimals.next()) }
}

/// So many of a unit, with the decimals that end at `next`.
fn with_decimals<'t, 'b>(
    amount: &Amount<'t, 'b>,
    digits: &str,
    unit: &'t str,
    code: Cow<'static, str>,
    next: Cursor<'t, 'b>,
) -> Option<Reading<'t, 'b, Measure<'t>>> {
    let value = format!("{}.{digits}", amount.value).parse().ok()?;
    let value = Measure { quantity: Quantity::of(value), unit: Cow::Borrowed(unit), code: Some(code) };
    Some(Reading { from: amount.from, next, value })
}

/// `23km600`, `2kg450`, `12km5`: so many and thousandths, or tenths, behind the sign; of other digits that touch it
/// there is no telling.
fn with_rest<'t, 'b>(
    amount: &Amount<'t, 'b>,
    rest: Cursor<'t, 'b>,
    unit: Unit<'t, 'b>,
) -> Option<Reading<'t, 'b, Measure<'t>>> {
    const THOUSANDTHS: usize = 3;
    let end = rest.next();
    let goes_on = end.is_glued() && (end.is_word() || end.next().is_glued());
    let digits = rest.digits().filter(|_| amount.plain && amount.sign.is_none() && !goes_on)?;
    let sign = unit.from.text();
    let fits = match digits.len() {
        1 => matches!(sign, "km" | "kg"),
        THOUSANDTHS => matches!(sign, "km" | "kg") && unit.from.distance(rest) == 1,
        _ => false,
    };
    match unit.code {
        Code::Known(code) if fits => with_decimals(amount, digits, sign, code, end),
        _ => None,
    }
}

/// `400 m 2` lost its superscript to a blank.
fn written(text: &str) -> Cow<'_, str> {
    let clean = words::clean(text, false);
    match clean.strip_suffix(" 2").or_else(|| clean.strip_suffix(" 3")) {
        Some(base) => Cow::Owned(format!("{base}{}", clean.chars().next_back().unwrap_or_default())),
        None => clean,
    }
}

fn unit<'t, 'b>(amount: &Amount<'t, 'b>, at: Cursor<'t, 'b>) -> Option<(Unit<'t, 'b>, Cursor<'t, 'b>)> {
    let found = |code, next| Some((Unit { code, from: at }, next));
    if let Some(next) = celsius(at) {
        return found(Code::Known("Cel".into()), next);
    }
    let Some(simple) = simple(at, false) else {
        let (_, noun) = at.phrase(Class::Noun)?;
        // `67,8 triệu lượt khách.km`: the classifier and its noun.
        if let Some(next) = kilometres(noun).or_else(|| kilometres(noun.next()).filter(|_| noun.is_word())) {
            return found(Code::None, next);
        }
        // `người/km2`, `con/m2`: a density has a unit of area below a noun.
        let area = simple_behind_slash(noun).filter(|unit| unit.dimension == "area")?;
        return found(Code::None, area.next);
    };
    // `112 TB/100 dân`, `27,5 GB/vạn dân`: subscribers (thuê bao), beds (giường bệnh).
    let below_stroke = simple.next.next();
    let people = || below_stroke.is_digits() || below_stroke.token().syllable.starts(Class::Scale);
    let among = || simple.next.is_mark('/') && people();
    // `Internet đạt 345.678 TB`
    let subscribers = || at.text() == "TB" && amount.scale == 0 && amount.value >= 1000_u32.into();
    if simple.dimension == "time" || simple.dimension == "data" && (among() || subscribers()) {
        return None;
    }
    if simple.next.left().kind == Kind::Digits && is_number_of_its_own(amount, simple.next) {
        let (row, _) = at.phrase(Class::Unit)?;
        return found(Code::Known(lexicon::column(UNITS, row, 1).into()), simple.next.back());
    }
    if let (Some(next), Code::Known(code)) = (kilometres(simple.next), &simple.code) {
        return found(Code::Known([code, ".km"].concat().into()), next);
    }
    match below(simple.next) {
        Some((below, next)) => {
            let code = match (&simple.code, below) {
                (Code::Known(above), Code::Known(below)) => Code::Known([above, "/", &below].concat().into()),
                _ => Code::None,
            };
            found(code, next)
        }
        None => found(simple.code, simple.next),
    }
}

/// In `dài 350 m 2 bên đường`, `800 m 2 phút 04 giây` and `1.200 m 3 nhánh kênh` the digit behind the unit is none of its
/// exponent, since it counts the word behind it; that of `400 m 2 đất` lost its superscript to a blank.
fn is_number_of_its_own<'t, 'b>(amount: &Amount<'t, 'b>, behind: Cursor<'t, 'b>) -> bool {
    let long = || amount.from.eat_any_left(&[word::LONG, word::HIGH, word::DEEP]).is_some();
    let counted = || behind.phrase(Class::TimeUnit).is_some() || words::noun_says(behind, "stretch");
    behind.back().token().gap == Gap::Blank && (long() || counted())
}

/// The `.km` of `tấn.km`, `tấn-km` and `hành khách.km`: what was carried, times how far.
fn kilometres<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let unit = at.eat_mark('.').or_else(|| at.eat_mark('-')).filter(|unit| at.is_glued() && unit.is_glued())?;
    matches!(unit.text(), "km" | "Km" | "KM").then(|| unit.next())
}

fn celsius<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    if let Some(next) = at.eat_mark('℃') {
        return Some(next);
    }
    let next = ['°', 'º', '⁰', '˚'].into_iter().find_map(|mark| at.eat_mark(mark))?;
    matches!(next.text(), "C" | "c").then(|| next.next())
}

/// A unit of the list with its exponent.
struct Simple<'t, 'b> {
    code: Code,
    dimension: &'static str,
    next: Cursor<'t, 'b>,
}

fn simple<'t, 'b>(at: Cursor<'t, 'b>, below: bool) -> Option<Simple<'t, 'b>> {
    let (row, next) = at.phrase(Class::Unit)?;
    let dimension = lexicon::column(UNITS, row, 2);
    let longer = || at.phrase(Class::Noun).is_some_and(|(_, end)| next.distance(end) > 0);
    // A letter on the next line is an item of a list: `8,07⏎V. Hệ thống âm thanh`; one before `&` begins a
    // word with letters written as entities: `l&#432;&#7907;t`.
    let entity = next.is_mark('&') && next.is_glued() && next.next().is_glued();
    // `120,5⏎m2`: none with an exponent is.
    let item = || at.token().gap > Gap::Blank && !(next.is_glued() && exponent(next).is_some());
    if at.text().len() == 1 && (entity || item()) {
        return None;
    }
    let fits = below || words::fits(lexicon::column(UNITS, row, 4), next);
    if !fits || !words::spelled(lexicon::column(UNITS, row, 3), at.text_to(next)) || longer() {
        return None;
    }
    let code = match lexicon::column(UNITS, row, 1) {
        "-" => Code::None,
        code => Code::Known(code.into()),
    };
    if dimension != "length" {
        let next = if dimension == "time" { behind_night(at, next).unwrap_or(next) } else { next };
        return Some(Simple { code, dimension, next });
    }
    let Some((exponent, end)) = exponent(next) else { return Some(Simple { code, dimension, next }) };
    let (dimension, sign) = if exponent == 2 { ("area", "2") } else { ("volume", "3") };
    let code = match code {
        Code::Known(code) => Code::Known([&code, sign].concat().into()),
        Code::None => Code::None,
    };
    Some(Simple { code, dimension, next: end })
}

/// The `.đêm` of `m3/ngày.đêm`.
fn behind_night<'t, 'b>(at: Cursor<'t, 'b>, next: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let dot = if at.is(word::NGAY) { next.eat_mark('.') } else { None };
    let night = dot.filter(|night| next.is_glued() && night.is_glued())?;
    night.eat(word::DEM).filter(|_| !night.is_capitalized())
}

/// `m2`, `m²`, and `m 2` before a word.
fn exponent<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u8, Cursor<'t, 'b>)> {
    let next = at.next();
    if at.is_paragraph() {
        return None;
    }
    match at.token().mark {
        '²' => return Some((2, next)),
        '³' => return Some((3, next)),
        _ => {}
    }
    let digit = at.number(1..=1).filter(|digit| matches!(digit, 2 | 3))? as u8;
    let apart = at.token().gap == Gap::Blank && next.is_word() && !next.is_glued();
    (at.is_glued() && !next.is_mark('%') || apart).then_some((digit, next))
}

/// What stands below the stroke of a compound unit: time, area, volume, mass, with a number at most
/// in `miligam/100 mililít`.
fn below<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Code, Cursor<'t, 'b>)> {
    let slash = at.eat_mark('/')?;
    if let Some("100") = slash.digits() {
        let unit = simple(slash.next(), true)?;
        let code = if unit.code == Code::Known("mL".into()) { Code::Known("dL".into()) } else { Code::None };
        return Some((code, unit.next));
    }
    let unit = simple_behind_slash(at)?;
    matches!(unit.dimension, "time" | "area" | "volume" | "mass" | "length" | "energy")
        .then_some((unit.code, unit.next))
}

fn simple_behind_slash<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Simple<'t, 'b>> {
    simple(at.eat_mark('/')?, true)
}

/// Behind the unit right of the cursor, if a part of a whole can be told in it: `12/30 ha`, but not
/// `220/240 V`.
pub(in crate::facts) fn unit_of_parts<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    simple(at, false).filter(|unit| !matches!(unit.dimension, "voltage" | "frequency")).map(|unit| unit.next)
}

/// Behind the noun or unit right of the cursor, for what stands below a stroke or behind `mỗi`:
/// `người`, `tháng`, `m2`, `USD`, `năm học`.
pub(crate) fn unit_behind<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    if !at.is_word() {
        return None;
    }
    let classes = [Class::Noun, Class::TimeUnit, Class::Currency];
    let named = classes.into_iter().filter_map(|class| at.phrase(class)).map(|(_, end)| end);
    let head = at.phrase(Class::TimeWord).filter(|&(row, _)| lexicon::column(TIME_WORDS, row, 1) == "head");
    let named = named.chain(head.map(|(_, end)| end)).chain(at.eat_any(&[word::DEM, word::TOI_NIGHT]));
    let ends = named.chain(simple(at, true).map(|unit| unit.next));
    ends.max_by_key(|&end| at.distance(end))
}
