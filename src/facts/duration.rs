//! `05 ngày làm việc`, `18 tháng`, `1 năm 6 tháng`, `một năm rưỡi`, `2 giờ 30 phút`.
//!
//! ```text
//! duration := numbers unit ["rưỡi"] (number unit)* | length ("đến" ["dưới"] | "-") length
//! length   := number unit (number unit)*
//! unit     := a phrase of time_units.tsv
//! ```

use std::borrow::Cow;
use std::fmt::Write as _;

use super::{Reading, Site};
use crate::context::{is_below_word, is_on_average};
use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::{self, Class, NOUNS_NOT, TIME_UNITS, word, words};
use crate::number::amount::{self, Amount};
use crate::number::digits;
use crate::number::label;
use crate::number::listed;
use crate::number::quantity::{upper_end, upper_lead};
use crate::number::words::{Role, numeral};
use crate::number::{Bound, Decimal, Quantity};

/// A length of time that names no point of the calendar.
///
/// ```
/// use solieu::{Extractor, FactValue};
///
/// let fact = Extractor::new().facts("trả kết quả trong 05 ngày làm việc").next().unwrap();
/// let FactValue::Duration(limit) = fact.value() else { panic!() };
/// assert_eq!((limit.iso8601(), limit.working_days()), (Some("P5D"), true));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Duration<'t> {
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub(crate) quantity: Quantity<'t>,
    unit: Cow<'t, str>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    iso8601: Option<Box<str>>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "std::ops::Not::not"))]
    working_days: bool,
}

impl<'t> Duration<'t> {
    /// The number of the unit. Of a compound it is the number of its smallest unit (`1 năm 6 tháng`
    /// is 18 tháng), where the units have a fixed ratio; where they have none (`3 tháng 10 ngày`), there is no number, and
    /// [`iso8601`](Self::iso8601) alone tells it.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("thời hạn 1 năm 6 tháng").next().unwrap();
    /// let FactValue::Duration(term) = fact.value() else { panic!() };
    /// assert_eq!((term.quantity().value(), term.unit()), (Some(18_u32.into()), "tháng"));
    /// ```
    #[must_use]
    pub const fn quantity(&self) -> &Quantity<'t> {
        &self.quantity
    }

    /// The unit as written, in lower case: `ngày làm việc`.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("trong 05 ngày làm việc").next().unwrap();
    /// let FactValue::Duration(limit) = fact.value() else { panic!() };
    /// assert_eq!(limit.unit(), "ngày làm việc");
    /// ```
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.unit
    }

    /// A single value or a compound in ISO 8601: `P5D`, `P1Y6M`, `PT2H30M`. Ranges have none.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let text = "phạt tù 1 năm 6 tháng, có thể từ 3 đến 5 năm";
    /// let facts: Vec<_> = Extractor::new().facts(text).collect();
    /// let FactValue::Duration(one) = facts[0].value() else { panic!() };
    /// let FactValue::Duration(range) = facts[1].value() else { panic!() };
    /// assert_eq!((one.iso8601(), range.iso8601()), (Some("P1Y6M"), None));
    /// ```
    #[must_use]
    pub fn iso8601(&self) -> Option<&str> {
        self.iso8601.as_deref()
    }

    /// Whether only working days count.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let facts: Vec<_> = Extractor::new().facts("trong 15 ngày, chậm nhất 20 ngày làm việc").collect();
    /// let FactValue::Duration(all) = facts[0].value() else { panic!() };
    /// let FactValue::Duration(working) = facts[1].value() else { panic!() };
    /// assert_eq!((all.working_days(), working.working_days()), (false, true));
    /// ```
    #[must_use]
    pub const fn working_days(&self) -> bool {
        self.working_days
    }

    pub(crate) fn into_owned(self) -> Duration<'static> {
        Duration {
            quantity: self.quantity.into_owned(),
            unit: Cow::Owned(self.unit.into_owned()),
            iso8601: self.iso8601,
            working_days: self.working_days,
        }
    }
}

/// A unit of time.
#[derive(Clone, Copy)]
struct Unit<'t, 'b> {
    /// A letter of ISO 8601, behind a `T` in the time part: `D`, `TH`.
    designator: &'static str,
    /// How many of the designator's unit it is: a `thập kỷ` is ten years.
    times: u32,
    working_days: bool,
    from: Cursor<'t, 'b>,
    next: Cursor<'t, 'b>,
}

impl<'t> Unit<'t, '_> {
    /// As written, in lower case.
    fn written(self) -> Cow<'t, str> {
        words::clean(self.from.text_to(self.next), true)
    }
}

impl PartialEq for Unit<'_, '_> {
    fn eq(&self, other: &Self) -> bool {
        self.designator == other.designator && self.times == other.times && self.working_days == other.working_days
    }
}

pub(super) fn read<'t, 'b>(site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Duration<'t>>> {
    if let Some(half) = half_of_day(&site.numbers.as_ref()?.first) {
        return Some(half);
    }
    let measured = site.numbers.as_ref()?.with_unit(unit)?;
    let mut quantity = measured.quantity(|amount| Some(amount.value))?;
    let mut unit = measured.unit;
    let mut end = measured.next;
    let mut single = None;
    let mut in_parts = false;
    if measured.high.is_none() {
        if let Some((Role::Half, _, next)) = numeral(end) {
            quantity.add_half();
            end = next;
        }
        let length = single.insert(Length::from((quantity.value()?, unit), end));
        (unit, end, in_parts) = (length.smallest, length.next, length.count > 1);
        if in_parts {
            quantity = length.in_unit(unit).map_or_else(Quantity::untold, Quantity::of);
        }
    }
    if is_of_calendar(&measured.low, measured.high.as_ref(), measured.unit)
        || is_each(&measured.low, unit, end)
        || is_half_or_year(&measured.low, unit, end)
        || is_below_unit(measured.low.from)
        // `ngày mồng một tháng năm`
        || measured.low.from.eat_any_left(&[word::MUNG, word::MONG]).is_some()
        || is_with_hundredths(unit, end)
        // `lúc 7, 9 và 11 giờ`
        || site.listed.is_some() && names_hour(unit)
    {
        return None;
    }
    let goes_on = if measured.high.is_some() { end.is_digits() } else { upper_end(end).is_some() };
    if let Some(range) = goes_on.then(|| unequal(&measured.low)).flatten() {
        return Some(range);
    }
    let clock = if in_parts {
        is_clock_with_minutes(&measured.low, measured.unit, end)
    } else {
        let hours = measured.high.is_some_and(|high| measured.is_open || high.value > 24_u32.into());
        !hours && is_clock(&measured.low, unit, end)
    };
    if clock || is_minute_of_clock(measured.low.from, measured.unit) || label::is_firm_name(&measured.low) {
        return None;
    }
    let iso8601 = single.map(|length| write(length.parts()));
    let working_days = unit.working_days || unit.designator == "D" && says_working(end);
    let value = Duration { quantity, unit: unit.written(), iso8601, working_days };
    Some(Reading { from: measured.low.from, next: end, value })
}

/// `05 ngày (ngày làm việc)`: the brackets tell which days.
fn says_working(end: Cursor<'_, '_>) -> bool {
    let days = end.eat_mark('(').and_then(|inside| inside.phrase(Class::TimeUnit));
    days.is_some_and(|(row, behind)| !lexicon::column(TIME_UNITS, row, 3).is_empty() && behind.is_mark(')'))
}

/// `31 tháng 12 năm trước` tells a month, `1998 - 2000 Năm` the ends of a stage.
fn is_of_calendar<'t, 'b>(low: &Amount<'t, 'b>, high: Option<&Amount<'t, 'b>>, unit: Unit<'t, 'b>) -> bool {
    let month = unit.designator == "Y" && low.plain && low.value <= 12_u32.into();
    let month = low.from.eat_left(word::THANG).filter(|_| month);
    let year = |amount: &Amount<'_, '_>| amount.plain && amount.from.token().len() == 4;
    month.is_some_and(|month| month.left().kind == Kind::Digits) || year(low) && high.is_some_and(year)
}

/// `Kỳ báo cáo (6 tháng/năm)`: for a half or for a year, while `không quá 6 tháng/năm` is so long in each.
fn is_half_or_year(amount: &Amount<'_, '_>, unit: Unit<'_, '_>, end: Cursor<'_, '_>) -> bool {
    let year = end.eat_mark('/').and_then(|year| year.eat(word::NAM));
    let closes = year.is_some_and(|behind| behind.token().kind == Kind::Mark);
    closes && unit.designator == "M" && amount.from.left().mark == '('
}

/// `bình quân một tháng có 20 hộ`, `Một năm sản xuất 3 vụ`, `38 triệu/1 tháng`: what is counted in each.
fn is_each(amount: &Amount<'_, '_>, unit: Unit<'_, '_>, end: Cursor<'_, '_>) -> bool {
    let single = amount.value == Decimal::ONE && amount.from.distance(amount.next) == 1 && !unit.working_days;
    let per = is_on_average(amount.from) || is_below_word(amount.from);
    let opens = || amount.from.is(word::MOT) && amount.from.is_sentence_start();
    single && (per || opens() && !unit.designator.starts_with('T') && counts_soon(end))
}

/// `100 mm/6 giờ`: in how long a measure was taken.
fn is_below_unit(from: Cursor<'_, '_>) -> bool {
    is_below_word(from) && from.back().phrase_left(Class::Unit, 2).is_some()
}

/// `11 giây 25`: hundredths of a second, which it would lose.
fn is_with_hundredths(unit: Unit<'_, '_>, end: Cursor<'_, '_>) -> bool {
    let closes = matches!(end.next().token().kind, Kind::Mark | Kind::End) && !end.next().is_mark('%');
    unit.designator == "TS" && end.number(1..=2).is_some() && end.token().gap == Gap::Blank && closes
}

/// Whether a number of a noun follows within a few words, and nothing tells that the time went by: `Một năm sau`, `Một
/// tháng qua`.
fn counts_soon(end: Cursor<'_, '_>) -> bool {
    const MOST_WORDS: usize = 5;
    const PAST: [lexicon::Syllable; 8] =
        [word::SAU_AFTER, word::TRUOC, word::QUA_PAST, word::NAY, word::TROI, word::COUNTED_FROM, word::TU, word::LIEN];
    let mut at = end;
    for _ in 0..MOST_WORDS {
        if let Some(number) = amount::read(at).filter(|_| at.is_digits()) {
            return number.next.phrase(Class::Noun).is_some();
        }
        if !at.is_word() || at.eat_any(&PAST).is_some() {
            return false;
        }
        at = at.next();
    }
    false
}

/// `1/2 ngày làm việc`
fn half_of_day<'t, 'b>(first: &Amount<'t, 'b>) -> Option<Reading<'t, 'b, Duration<'t>>> {
    let below = first.next.eat_mark('/').filter(|_| first.from.number(1..=1) == Some(1))?;
    let day = below.next();
    if below.number(1..=1) != Some(2) || !day.is(word::NGAY) || below.is_glued() != first.next.is_glued() {
        return None;
    }
    let (unit, next) = unit(first, day)?;
    let half = Decimal::new(5, 1)?;
    let iso8601 = Some(write([(half, unit)].iter()));
    let value =
        Duration { quantity: Quantity::of(half), unit: unit.written(), iso8601, working_days: unit.working_days };
    Some(Reading { from: first.from, next, value })
}

/// `06 tháng đến 03 năm`, `4 năm 6 tháng đến 5 năm`: a range whose ends have units of their own, told in the
/// smallest of them, which goes into the others without rest.
fn unequal<'t, 'b>(first: &Amount<'t, 'b>) -> Option<Reading<'t, 'b, Duration<'t>>> {
    let length = |amount: &Amount<'t, 'b>| {
        let (unit, next) = unit(amount, amount.next)?;
        Some(Length::from((amount.value, unit), next))
    };
    let low = length(first)?;
    let to = upper_end(low.next)?;
    let (second, below) = upper_lead(to);
    // A line may end before or behind `đến`, while a dash on the next is that of an item.
    let apart = |at: &Cursor<'_, '_>| match at.token().gap {
        Gap::Line => low.next.is_mark('-'),
        gap => gap >= Gap::Tab,
    };
    if [low.next, to, second].iter().any(apart) {
        return None;
    }
    let high = length(&amount::read_behind_mark(second)?)?;
    let same = low.count == 1 && high.count == 1 && low.smallest == high.smallest;
    let clock = is_clock(first, low.largest, low.next) || is_minute_of_clock(first.from, low.largest);
    let named = clock || opens_hours(first, low.largest, low.next) || label::is_firm_name(first);
    if same || named || low.smallest.working_days || high.smallest.working_days {
        return None;
    }
    let unit = if rank(low.smallest)? < rank(high.smallest)? { high.smallest } else { low.smallest };
    let (from, until) = (low.in_unit(unit)?, high.in_unit(unit)?);
    let mut quantity = (from < until && unit.times == 1).then(|| Quantity::between(from, until))?;
    if below {
        quantity.set_bound(Some(Bound::LessThan));
    }
    let value = Duration { quantity, unit: unit.written(), iso8601: None, working_days: false };
    Some(Reading { from: first.from, next: high.next, value })
}

/// A length of one part or several: `30 ngày`, `2 giờ 30 phút`.
struct Length<'t, 'b> {
    parts: [Option<Part<'t, 'b>>; MOST_PARTS],
    count: usize,
    largest: Unit<'t, 'b>,
    smallest: Unit<'t, 'b>,
    next: Cursor<'t, 'b>,
}

impl<'t, 'b> Length<'t, 'b> {
    /// The length that begins with a part that ends at the cursor.
    fn from(first: Part<'t, 'b>, end: Cursor<'t, 'b>) -> Self {
        let (_, largest) = first;
        let mut length = Self { parts: [None; MOST_PARTS], count: 0, largest, smallest: largest, next: end };
        let mut part = Some((first, end));
        while let (Some(((value, unit), next)), Some(place)) = (part, length.parts.get_mut(length.count)) {
            *place = Some((value, unit));
            (length.smallest, length.next, length.count) = (unit, next, length.count + 1);
            part = smaller(next, unit);
        }
        length
    }

    fn parts(&self) -> impl Iterator<Item = &Part<'t, 'b>> + Clone {
        self.parts.iter().flatten()
    }

    /// The number of that unit, where it goes into all others without rest.
    fn in_unit(&self, unit: Unit<'t, 'b>) -> Option<Decimal> {
        in_smallest(self.parts(), unit)
    }
}

/// `giờ` of the clock: `lúc 17 giờ`, `7 giờ 30`, `2 giờ sáng`, `trước 10 giờ`.
fn is_clock(amount: &Amount<'_, '_>, unit: Unit<'_, '_>, end: Cursor<'_, '_>) -> bool {
    if !names_hour(unit) {
        return false;
    }
    // `lúc 7, 9 và 11 giờ`
    let told = is_at_a_time(listed::head_of_last(amount.from)) && !is_open(amount, end);
    told || is_after_noon(amount, end) || end.eat_any(&DAY_BEHIND).is_some() || end.is_digits()
}

/// `hồ sơ nộp sau 15 giờ`, `sau 16 giờ 30 phút`: an hour of the afternoon, unless work goes on for so long.
fn is_after_noon(amount: &Amount<'_, '_>, end: Cursor<'_, '_>) -> bool {
    const LASTS: [lexicon::Syllable; 4] = [word::COUNTED_FROM, word::TU, word::LIEN, word::MAKE];
    let afternoon = amount.plain && amount.value > 12_u32.into() && amount.value < 24_u32.into();
    afternoon && amount.from.eat_left(word::SAU_AFTER).is_some() && end.eat_any(&LASTS).is_none()
}

/// `từ 8 giờ trở lên`, `từ 4 giờ đến dưới 8 giờ`, `từ 60 giờ`: hours worked, which no clock tells.
fn is_open(amount: &Amount<'_, '_>, end: Cursor<'_, '_>) -> bool {
    let most = Decimal::from(24_u32);
    let to = upper_end(end);
    let open = Bound::behind(end).is_some();
    let below = to.is_some_and(|to| to.is(word::DUOI));
    let long = to.and_then(amount::read_behind_mark).is_some_and(|high| high.value > most);
    amount.value > most || open || below || long
}

/// The same with minutes: `hồi 11 giờ 30 phút`, `vào khoảng 8 giờ 15 phút`, `14 giờ 00 phút`, `9 giờ 45 phút
/// sáng`; `Khoảng 7 giờ 30 phút,` at the beginning of a sentence. `kéo dài 2 giờ 30 phút` is a length.
fn is_clock_with_minutes(amount: &Amount<'_, '_>, hour: Unit<'_, '_>, end: Cursor<'_, '_>) -> bool {
    let minute = end.back().back();
    let bounded = amount.from.phrase_left(Class::Bound, 1).map(|(_, left)| left);
    let from = bounded.unwrap_or(amount.from);
    let opens = from.is_sentence_start() && end.is_mark(',');
    let opens = opens || opens_hours(amount, hour, end);
    let told = minute.digits().is_some_and(|digits| digits.starts_with('0'))
        || is_at_a_time(from)
        || is_after_noon(amount, end)
        || opens;
    names_hour(hour) && (told || end.eat_any(&DAY_BEHIND).is_some() || end.eat_any(&[word::NGAY, word::HOM]).is_some())
}

/// `7 giờ 30 phút đến 11 giờ`: hours of work rather than lengths.
fn opens_hours(amount: &Amount<'_, '_>, hour: Unit<'_, '_>, end: Cursor<'_, '_>) -> bool {
    let until = upper_end(end).filter(|to| to.is_digits() && to.next().is(word::GIO));
    names_hour(hour) && amount.value >= Decimal::from(5_u32) && until.is_some()
}

/// Parts of a day, and `cùng ngày`.
const DAY_BEHIND: [lexicon::Syllable; 6] =
    [word::SANG, word::CHIEU, word::TOI_NIGHT, word::DEM, word::TRUA, word::CUNG];

/// The `30 phút` of `lúc 11 giờ 30 phút`, which was refused as a whole.
fn is_minute_of_clock(from: Cursor<'_, '_>, unit: Unit<'_, '_>) -> bool {
    let near = !matches!(from.token().gap, Gap::Tab | Gap::Paragraph);
    let minute = unit.designator == "TM" && from.is_digits() && near;
    minute && from.eat_left(word::GIO).is_some_and(|hour| hour.left().kind == Kind::Digits)
}

fn names_hour(unit: Unit<'_, '_>) -> bool {
    unit.designator == "TH" && !unit.from.is(word::TIENG)
}

/// Whether a word before it makes it a time of the day.
fn is_at_a_time(from: Cursor<'_, '_>) -> bool {
    const BEFORE: [lexicon::Syllable; 7] =
        [word::LUC, word::HOI, word::VAO, word::TRUOC, word::TU, word::DEN, word::EXACT];
    from.eat_any_left(&BEFORE).is_some()
}

fn unit<'t, 'b>(amount: &Amount<'t, 'b>, at: Cursor<'t, 'b>) -> Option<(Unit<'t, 'b>, Cursor<'t, 'b>)> {
    if at.is(word::H) {
        let unit = Unit { designator: "TH", times: 1, working_days: false, from: at, next: at.next() };
        return is_length_of_hours(amount, at).then_some((unit, at.next()));
    }
    let (row, next) = at.phrase(Class::TimeUnit)?;
    let fits = words::fits(lexicon::column(TIME_UNITS, row, 4), next) || is_verb(next);
    // `12 năm 2018` is no dozen of years, `30 tháng 4` no thirty months, but `4 tháng 10 ngày` four and ten days.
    let days = || amount::read(next).is_some_and(|days| days.next.is(word::NGAY) && !days.next.next().is_digits());
    let calendar = at.is(word::NAM) && next.number(4..=4).is_some()
        || at.is(word::THANG) && next.number(1..=2).is_some() && !days() && !is_share(next);
    // `Dưới 3 tháng⏎3. Thời gian`: the number of the next item.
    let item = next.token().gap >= Gap::Line && matches!(next.next().token().mark, '.' | ')');
    let calendar = calendar && !item;
    // `năm Quý Mão`: the name of the year.
    // `từ 1 tỷ năm 80 lên 4 tỷ`
    let scaled = amount.scale > 0 && at.is(word::NAM) && next.is_digits();
    let name = scaled || at.is(word::QUY) && at.is_capitalized() && at.left().syllable == word::NAM;
    if !fits || calendar || name || is_counted(at, next) {
        return None;
    }
    let unit = Unit {
        designator: lexicon::column(TIME_UNITS, row, 1),
        times: lexicon::column(TIME_UNITS, row, 2).parse().unwrap_or(1),
        working_days: !lexicon::column(TIME_UNITS, row, 3).is_empty(),
        from: at,
        next,
    };
    Some((unit, next))
}

/// `20 ngày công`, `4 ngày chủ nhật`: a longer phrase that begins with the unit; but `niêm yết 5 ngày công khai`.
fn is_counted(unit: Cursor<'_, '_>, end: Cursor<'_, '_>) -> bool {
    let longer = |class| unit.phrase(class).filter(|&(_, behind)| end.distance(behind) > 0);
    let name = |row| lexicon::column(NOUNS_NOT, row, 1).starts_with("continuation");
    let other = longer(Class::NotNoun).filter(|&(row, _)| name(row));
    longer(Class::Noun).or(other).is_some_and(|(_, behind)| !words::is_torn(unit, behind))
}

/// `qua 5 năm học tập`, `2 tuần hoàn thành`: what was done, rather than `năm học`, `tuần hoàn`.
fn is_verb(at: Cursor<'_, '_>) -> bool {
    words::behind_verb(at).is_some_and(|end| at.distance(end) > 1)
}

/// Whether a letter at the digits tells how long rather than what the clock shows: `trong 24h`, `trong vòng 48h`, `8h/ngày`, `5h đồng
/// hồ`, `3h liền`; but `lúc 8h`, `trong 7h30`.
fn is_length_of_hours(amount: &Amount<'_, '_>, hour: Cursor<'_, '_>) -> bool {
    let (from, next) = (amount.from, hour.next());
    let letter = hour.is_glued() && hour.text() == "h" && !next.is_glued_word() && !next.is_digits();
    let per =
        || next.eat_mark('/').is_some_and(|below| below.eat_any(&[word::NGAY, word::TUAN, word::THANG]).is_some());
    let lasts =
        || next.eat_all(&[word::DONG, word::HO]).is_some() || next.eat_any(&[word::LIEN, word::ON_END]).is_some();
    let within = || {
        let vong = from.eat_left(word::VONG).unwrap_or(from);
        let bounded = vong.phrase_left(Class::Bound, 2).map_or(vong, |(_, left)| left);
        bounded.eat_left(word::TRONG).is_some() && next.eat(word::NGAY).is_none() && upper_end(next).is_none()
    };
    letter && (per() && !is_at_a_time(from) || lasts() || within())
}

/// `kỳ hạn 12 tháng 5,2%`: what is paid for it.
fn is_share(at: Cursor<'_, '_>) -> bool {
    digits::go_on(at) || at.next().is_mark('%')
}

/// The most parts of a compound.
const MOST_PARTS: usize = 4;

/// Units of ISO 8601 from large to small.
const DESIGNATORS: [&str; 7] = ["Y", "M", "W", "D", "TH", "TM", "TS"];

fn rank(unit: Unit<'_, '_>) -> Option<usize> {
    DESIGNATORS.iter().position(|&designator| designator == unit.designator)
}

/// `30 phút` behind `2 giờ`.
fn smaller<'t, 'b>(at: Cursor<'t, 'b>, larger: Unit<'t, 'b>) -> Option<(Part<'t, 'b>, Cursor<'t, 'b>)> {
    let number = amount::read(at)?;
    let (unit, next) = unit(&number, number.next)?;
    (rank(unit)? > rank(larger)? && !larger.working_days).then_some(((number.value, unit), next))
}

/// A number of a unit.
type Part<'t, 'b> = (Decimal, Unit<'t, 'b>);

/// The sum in the smallest unit, where all ratios are fixed: years and months, or weeks and below.
fn in_smallest<'a, 't: 'a, 'b: 'a>(
    mut parts: impl Iterator<Item = &'a Part<'t, 'b>>,
    smallest: Unit<'t, 'b>,
) -> Option<Decimal> {
    parts.try_fold(Decimal::ZERO, |sum, (value, unit)| {
        let ratio = ratio(unit.designator, smallest.designator)?.checked_mul(unit.times)?;
        sum.checked_add(value.checked_mul(ratio.into())?)
    })
}

fn ratio(large: &str, small: &str) -> Option<u32> {
    let in_months = |unit| match unit {
        "Y" => Some(12),
        "M" => Some(1),
        _ => None,
    };
    let in_seconds = |unit| match unit {
        "W" => Some(604_800),
        "D" => Some(86_400),
        "TH" => Some(3_600),
        "TM" => Some(60),
        "TS" => Some(1),
        _ => None,
    };
    if let (Some(large), Some(small)) = (in_months(large), in_months(small)) {
        return Some(large / small);
    }
    Some(in_seconds(large)? / in_seconds(small)?)
}

/// In ISO 8601.
fn write<'a, 't: 'b, 'b: 'a>(parts: impl Iterator<Item = &'a Part<'t, 'b>>) -> Box<str> {
    let mut text = String::with_capacity(16);
    text.push('P');
    let mut in_time = false;
    for (value, unit) in parts {
        let value = value.checked_mul(unit.times.into()).unwrap_or(*value);
        let letter = unit.designator.strip_prefix('T');
        if letter.is_some() && !in_time {
            text.push('T');
            in_time = true;
        }
        let letter = letter.unwrap_or(unit.designator);
        // Writing to a string cannot fail.
        let _ = match (half(value, unit.designator), value.to_i128()) {
            (Some((0, smaller)), _) => write!(text, "{smaller}"),
            (Some((whole, smaller)), _) => write!(text, "{whole}{letter}{smaller}"),
            (None, Some(count)) => write!(text, "{count}{letter}"),
            (None, None) => write!(text, "{value}{letter}"),
        };
    }
    text.into_boxed_str()
}

/// The whole of a unit and a half of it, told in a smaller one: half a year is six months, half an hour thirty minutes.
fn half(value: Decimal, designator: &str) -> Option<(i128, &'static str)> {
    if value.scale() != 1 || value.mantissa() % 10 != 5 {
        return None;
    }
    let whole = value.mantissa() / 10;
    let smaller = match designator {
        "Y" => "6M",
        "TH" => "30M",
        "TM" if whole == 0 => "30S",
        _ => return None,
    };
    Some((whole, smaller))
}
