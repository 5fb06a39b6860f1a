//! `5.873 lượt`, `272 vụ việc`, `hai mươi lăm đoàn viên`.
//!
//! ```text
//! count := numbers noun | "gấp" ("đôi" | "rưỡi" | digit)
//!        | number, as an item of the count before
//! noun  := a phrase of nouns.tsv
//! ```

use std::borrow::Cow;

use super::money::{is_comrades, is_sum};
use super::{Reading, Site};
use crate::context::{is_below_word, is_one, is_suffered};
use crate::cursor::{Cursor, Gap};
use crate::lexicon::{self, Class, Classes, NAMES, NOUNS, NOUNS_NOT, word, words};
use crate::number::amount::Amount;
use crate::number::label;
use crate::number::quantity::Numbers;
use crate::number::words::{Role, numeral};
use crate::number::{Bound, Decimal, Quantity};

/// How many of something.
///
/// ```
/// use solieu::{Extractor, FactValue};
///
/// let fact = Extractor::new().facts("kết nạp hai mươi lăm đoàn viên").next().unwrap();
/// let FactValue::Count(count) = fact.value() else { panic!() };
/// assert_eq!(count.quantity().value(), Some(25_u32.into()));
/// assert_eq!(count.unit(), "đoàn viên");
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Count<'t> {
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub(crate) quantity: Quantity<'t>,
    unit: Cow<'t, str>,
}

impl<'t> Count<'t> {
    /// The number.
    ///
    /// ```
    /// # use solieu::{Change, Extractor, FactValue};
    /// let fact = Extractor::new().facts("giảm 264 vụ so với cùng kỳ").next().unwrap();
    /// let FactValue::Count(count) = fact.value() else { panic!() };
    /// assert_eq!(count.quantity().value(), Some(264_u32.into()));
    /// assert_eq!(count.quantity().change(), Some(Change::Decrease));
    /// ```
    #[must_use]
    pub const fn quantity(&self) -> &Quantity<'t> {
        &self.quantity
    }

    /// The head of the noun phrase that is counted, in lower case: `lượt`, `vụ việc`.
    ///
    /// ```
    /// # use solieu::{Extractor, FactValue};
    /// let fact = Extractor::new().facts("TỔNG SỐ 272 VỤ VIỆC TỒN ĐỌNG").next().unwrap();
    /// let FactValue::Count(count) = fact.value() else { panic!() };
    /// assert_eq!(count.unit(), "vụ việc");
    /// ```
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.unit
    }

    pub(crate) fn into_owned(self) -> Count<'static> {
        Count { quantity: self.quantity.into_owned(), unit: Cow::Owned(self.unit.into_owned()) }
    }
}

/// A noun read; two are the same if their words are.
struct Noun<'t, 'b> {
    from: Cursor<'t, 'b>,
    words: isize,
    /// The class that nouns.tsv gives it.
    class: &'static str,
}

impl PartialEq for Noun<'_, '_> {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words
            && self.from.token().syllable == other.from.token().syllable
            && self.from.text() == other.from.text()
    }
}

pub(super) fn read<'t, 'b>(site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Count<'t>>> {
    multiple(site.at).or_else(|| counted(site)).or_else(|| elided(site))
}

/// `gấp đôi`, `gấp rưỡi`, `gấp ba`: so many `lần`. With `lần` behind it the number is read as any.
fn multiple<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Reading<'t, 'b, Count<'t>>> {
    let number = at.eat(word::GAP)?;
    let (value, next) = match numeral(number) {
        Some((Role::Half, _, next)) => (Decimal::new(15, 1)?, next),
        Some((Role::Digit, value, next)) if value > 1 && !next.is(word::LAN) => (value.into(), next),
        _ => (Decimal::from(2_u32), number.eat(word::DOUBLE)?),
    };
    let value = Count { quantity: Quantity::of(value), unit: Cow::Borrowed("lần") };
    Some(Reading { from: at, next, value })
}

/// `62 đảng viên: khiển trách 28 (chiếm 45%), cảnh cáo 21`, `gồm khiển trách 9, cảnh cáo 04`: items of
/// the count before, which gives them its noun. An item has a name of one to five words and is not
/// more than the whole.
fn elided<'t, 'b>(site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Count<'t>>> {
    const MOST_WORDS: usize = 5;
    let list = site.memory.list?;
    let amount = &site.numbers.as_ref()?.first;
    let fits = amount.value.is_integer() && amount.value <= list.total;
    if !may_be_item(amount) || !fits || amount.sign.is_some() || label::may_be_name(amount) {
        return None;
    }
    let mut at = amount.from;
    let name = (0..=MOST_WORDS).find(|_| {
        let left = at.back();
        let goes_on =
            left.is_word() && !left.is(word::GOM) && !left.is(word::VA) && !is_among(at) && left.start() >= list.end;
        if goes_on {
            at = left;
        }
        !goes_on
    })?;
    let verbs = [word::DAT, word::LA, word::CO, word::DUOC, word::LEN, word::XUONG, word::SO];
    let opens =
        at.left().mark == ':' || at.back().is(word::GOM) || is_among(at) || at.left().mark == '(' && !list.begun;
    let goes_on = list.begun && (matches!(at.left().mark, ',' | ';') || at.back().is(word::VA));
    // A colon may stand at the end of the noun phrase: `1.866 lao động đi làm việc ở nước ngoài:`.
    let reach = match at.left().mark {
        ':' => 100,
        '(' => 40,
        _ => 24,
    };
    let near = at.start() >= list.end && at.start() - list.end <= reach;
    if name == 0 || !(opens || goes_on) || !near || amount.from.eat_any_left(&verbs).is_some() {
        return None;
    }
    let unit = words::clean(site.at.source().get(list.unit.range())?, true);
    let value = Count { quantity: Quantity::of(amount.value), unit };
    Some(Reading { from: amount.from, next: amount.next, value })
}

/// Behind `trong đó`: `1.234 người, trong đó nữ 567`.
fn is_among(at: Cursor<'_, '_>) -> bool {
    at.eat_all_left(&[word::TRONG, word::DO_THAT]).is_some()
}

/// Whether an item of a list, which has no noun of its own, may end here.
pub(super) fn may_end(at: Cursor<'_, '_>) -> bool {
    matches!(at.token().mark, ',' | ';' | ')' | '(' | '.') || at.is(word::VA)
}

/// Whether a name stands before the digits, and no noun behind them.
pub(super) fn may_be_item(amount: &Amount<'_, '_>) -> bool {
    let digits = !amount.in_words && amount.scale == 0;
    digits && may_end(amount.next) && amount.from.back().is_word()
}

/// Whether `đ/c` may stand behind one of the numbers.
pub(super) fn may_be_comrades(numbers: &Numbers<'_, '_>) -> bool {
    numbers.first.next.is(word::D) || numbers.second.is_some_and(|second| second.next.is(word::D))
}

fn counted<'t, 'b>(site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Count<'t>>> {
    const UNITS: Classes = Classes::of(&[Class::Noun, Class::Currency]);
    // `đ/c` looks like money.
    let numbers = site.numbers.as_ref().filter(|numbers| numbers.units().meets(UNITS))?;
    let next = |at: Cursor<'t, 'b>| site.memory.is_count_near(at.start());
    let unit =
        |amount: &Amount<'t, 'b>, at| comrades(at).or_else(|| noun(amount, at, numbers.noun_at(at), next(amount.from)));
    let measured = numbers.with_unit(unit)?;
    if measured.high.is_some_and(|high| is_year_like(&measured.low) && is_year_like(&high)) {
        return None;
    }
    // `điều 12 luật đất đai`; but `điều 12 xe cứu hỏa`
    if measured.unit.from.is(word::LUAT) && measured.low.from.eat_left(word::DIEU).is_some() {
        return None;
    }
    if label::is_name(&measured.low, measured.unit.class) && !is_of_members(&measured.low, measured.unit.from)
        || label::is_chained(&measured.low, measured.unit.from, measured.next)
    {
        return None;
    }
    if is_base_of_rate(&measured.low, measured.unit.from) || is_slogan(measured.low.from, measured.next) {
        return None;
    }
    // `1 hoặc 2 lần/năm`: how often.
    if site.listed.is_some() && measured.unit.from.is(word::LAN) {
        return None;
    }
    // `35 HK$`: a currency.
    if measured.next.is_mark('$') && measured.next.is_glued() {
        return None;
    }
    let doubtful = is_article(&measured.low) || is_year(&measured.low);
    // `trợ cấp một lần` is paid at once, whatever came several times before.
    let listed = || {
        !measured.unit.from.is(word::LAN) && site.memory.counted(measured.unit.from.token().syllable, site.at.start())
    };
    // `12 xã và một thị trấn`
    let added = || measured.low.from.eat_left(word::VA).is_some_and(|and| site.memory.is_count_until(and.end()));
    if doubtful && !is_suffered(measured.next) && !listed() && !added() && !Bound::is_limited(measured.low.from, 4) {
        return None;
    }
    let quantity = measured.quantity(|amount| Some(amount.as_thousands().unwrap_or(amount.value)))?;
    let unit = words::clean(measured.unit.from.text_to(measured.unit_end), true);
    Some(Reading { from: measured.low.from, next: measured.next, value: Count { quantity, unit } })
}

/// `đoàn 20 đại biểu`, `nhà 3 tầng`: how many are in a group, or which parts it has, rather than the name of the group, or the
/// number of the house; `Tổ 3 đại biểu Quốc hội` may be the name.
fn is_of_members(amount: &Amount<'_, '_>, noun: Cursor<'_, '_>) -> bool {
    let named = |name: Cursor<'_, '_>| name.is(word::ORGANIZE) && name.is_capitalized() && !name.is_upper();
    let Some((label, name)) = label::label(amount.from).filter(|_| amount.plain) else { return false };
    let role = match lexicon::column(NAMES, label, 2) {
        "group" if !named(name) => "member",
        "yes" => "part",
        _ => return false,
    };
    words::noun_says(noun, role)
}

/// `một` before a noun is an article more often than a number: it counts only among counts of the
/// same noun (`8 nhóm tăng giá, một nhóm giữ nguyên`) or before what happened to somebody.
fn is_article(amount: &Amount<'_, '_>) -> bool {
    amount.in_words && amount.from.is(word::MOT) && amount.from.distance(amount.next) == 1
}

/// `phong trào “3 trách nhiệm”`: a name in quotation marks.
fn is_slogan(from: Cursor<'_, '_>, next: Cursor<'_, '_>) -> bool {
    from.left().mark == '"' && from.is_glued() && next.is_mark('"') && next.is_glued()
}

/// `số bác sĩ trên 10.000 dân`, `số ca mắc/100.000 dân`, `bình quân 1 hộ`: what a rate is told of.
fn is_base_of_rate(amount: &Amount<'_, '_>, noun: Cursor<'_, '_>) -> bool {
    let round = amount.value.zeros().is_some_and(|zeros| (2..=5).contains(&zeros));
    if is_one(amount.from) || round && is_below_word(amount.from) {
        return true;
    }
    let of = amount.from.eat_left(word::TREN).filter(|_| noun.is(word::PEOPLE) && round);
    of.is_some_and(|of| of.phrase_left(Class::Noun, 3).is_some())
}

/// `2026 - 2030` before a noun is a stage rather than a range of its number.
fn is_year_like(amount: &Amount<'_, '_>) -> bool {
    amount.plain && amount.from.is_year()
}

/// `năm` alone is the year, unless a word before it counts: `gồm năm xã`.
fn is_year(amount: &Amount<'_, '_>) -> bool {
    let counts = [word::CO, word::GOM, word::CON, word::THEM, word::TAI, word::THUOC];
    let alone = amount.in_words && amount.from.is(word::NAM) && amount.from.distance(amount.next) == 1;
    alone && amount.from.eat_any_left(&counts).is_none()
}

/// The noun right of the cursor, of which the phrase is known; the fact before may be a count, of which this is
/// the next.
fn noun<'t, 'b>(
    amount: &Amount<'t, 'b>,
    at: Cursor<'t, 'b>,
    phrase: Option<(usize, Cursor<'t, 'b>)>,
    behind_count: bool,
) -> Option<(Noun<'t, 'b>, Cursor<'t, 'b>)> {
    let (row, next) = phrase.map(|(row, end)| (row, words::before_torn(at, end)))?;
    // `Ba Vì`, `19B`, `5G` are names; a heading is in capitals altogether.
    let title = at.is_capitalized() && !(at.is_upper() && at.text().len() > 1);
    let name = title && !is_titled(amount, at, behind_count);
    let symbol = at.is_glued() && (at.text().is_ascii() && at.text().len() < 3);
    if name || symbol || is_sum(amount, at) {
        return None;
    }
    // `nghị quyết Trung ương 6, 7 khóa XII`: no terms are counted.
    if at.is(word::KHOA) && label::is_number(next) && next.is_upper() {
        return None;
    }
    // `02 Chương III`, `3.4 phần A`; `UBND xã Tân Lập 2 báo cáo`
    let part = next.text().len() == 1 && next.is_upper() && at.is(word::PHAN);
    if part || title && label::is_number(next) || is_named_verb(amount, at) || is_address(amount, at) || is_grade(at) {
        return None;
    }
    let other = at.phrase(Class::NotNoun).is_some_and(|(_, end)| next.distance(end) > 0) || words::is_torn(at, next);
    let class = lexicon::column(NOUNS, row, 1);
    (!other).then_some((Noun { from: at, words: at.distance(next), class }, next))
}

/// `112 chợ (8 hạng I, 24 hạng II)`, `3 hạng Nhất`, `12 loại A`: the grade of what is counted, rather than what is.
fn is_grade(at: Cursor<'_, '_>) -> bool {
    let Some(grade) = at.eat_any(&[word::HANG_RANK, word::LOAI]) else { return false };
    let named = at.is(word::HANG_RANK) && grade.is_capitalized()
        || grade.is_upper() && (grade.text().len() == 1 || label::is_number(grade));
    named && grade.token().gap == Gap::Blank
}

/// `ngõ 45 phố Vọng`, `hẻm 12 đường 3/2`: a house or a lane in a street with a name.
fn is_address(amount: &Amount<'_, '_>, at: Cursor<'_, '_>) -> bool {
    let Some(name) = at.eat_any(&[word::ROAD, word::STREET]) else { return false };
    let abbreviated = name.is_upper() && name.text().len() > 1;
    amount.plain && (name.is_digits() || name.is_capitalized() && !abbreviated)
}

/// `38 đ/c`: đồng chí, not đồng.
fn comrades<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Noun<'t, 'b>, Cursor<'t, 'b>)> {
    const TOKENS: isize = 3;
    let next = at.next().next().next();
    is_comrades(at).then_some((Noun { from: at, words: TOKENS, class: "person" }, next))
}

/// `ban hành 12 Nghị quyết`, `08 Chương, 62 Điều`: officials like capitals. The number must be a count without
/// doubt, by its thousands, a zero in front, a verb, a preposition or a bound before it, or by a count of which it
/// is the next.
fn is_titled(amount: &Amount<'_, '_>, at: Cursor<'_, '_>, behind_count: bool) -> bool {
    let from = amount.from;
    let apart = at.token().gap != Gap::Blank || !matches!(from.token().gap, Gap::Blank | Gap::Glued);
    if apart || from.at_floor() {
        return false;
    }
    if !amount.plain {
        return amount.value.is_integer() && !amount.is_open && amount.value >= 1000_u32.into();
    }
    if label::label(from).is_some() {
        return false;
    }
    let verb = || {
        let found = from.phrase_left(Class::NotNoun, 3);
        found.is_some_and(|(row, _)| lexicon::column(NOUNS_NOT, row, 1).starts_with("verb"))
    };
    let counts = || {
        let among = || from.eat_all_left(&[word::TRONG, word::DO_THAT]);
        let word = from.eat_any_left(&[word::CO, word::GOM, word::VOI, word::CHO, word::CUA, word::TRONG]);
        word.or_else(among).is_some()
    };
    let bound = || from.phrase_left(Class::Bound, 3).is_some();
    let listed = || {
        let left = from.eat_mark_left(',').or_else(|| from.eat_mark_left(';')).or_else(|| from.eat_left(word::VA));
        let counted =
            |left: Cursor<'_, '_>| left.phrase_left(Class::Noun, 4).is_some_and(|(_, noun)| noun.back().is_digits());
        left.is_some_and(|left| behind_count || counted(left))
    };
    let zero = from.text().len() == 2 && from.text().starts_with('0');
    zero || counts() || verb() || bound() || listed()
}

/// Behind a proper name a small number is rather its end where what follows may be a verb: `xã Tân Lập 2 báo
/// cáo`, `phường Tân Thới Nhất 1 tổ chức`.
fn is_named_verb(amount: &Amount<'_, '_>, at: Cursor<'_, '_>) -> bool {
    const SMALL: u32 = 20;
    if at.eat_any(&[word::BAO, word::ORGANIZE]).is_none() {
        return false;
    }
    let (last, first) = (amount.from.back(), amount.from.back().back());
    let name = last.is_capitalized() && !last.is_upper() && first.is_capitalized();
    name && amount.plain && amount.value <= SMALL.into() && !amount.from.text().starts_with('0')
}
