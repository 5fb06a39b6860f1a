//! Months, quarters, halves and the first or last months of a year.
//!
//! ```text
//! of_year := N ("tháng" | "T" | "quý") ("đầu" | "cuối") ["của"] ["năm"] [Y] | N ("tháng" | "T" | "quý") year | N "T" Y
//!          | ("tính chung" | "lũy kế" | "cộng dồn") N "tháng" | N "tháng" before "năm nay"
//! half    := "nửa" ("đầu" | "cuối") "năm" [Y] | "nửa" ("đầu" | "cuối") month
//! quarter := "quý" (I–IV | 1–4 | "một" … "tư") [year] | "Q" (I–IV | 1–4) ("/" | "-" | ".") Y
//! month   := "tháng" M [year] | preposition M "/" Y | "T" M year
//! year    := [","] ["của"] "năm" Y | ("/" | "-" | ".") Y
//! ```
//!
//! In a list, `quý I và quý II năm 2024`, the year may stand behind a later item, and items may leave
//! their head out: `tháng 1, 2 và 3/2024`.

use super::read::{Found, is_amount};
use super::{Period, PeriodLabel};
use crate::calendar::written::{self, Written, ends, near};
use crate::calendar::{Partial, is_listed, shared};
use crate::cursor::{Cursor, Gap, Kind, Token};
use crate::lexicon::{self, Class, MONTHS, Syllable, TIME_WORDS, word};
use crate::number::amount::{self, behind_digits, behind_repetition};
use crate::number::{label, roman, words};

pub(super) fn of_year<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let (count, next) = count(at)?;
    let in_quarters = next.is(word::QUY);
    let count = if in_quarters { count.checked_mul(3)? } else { count };
    let short = short_months(next);
    let spelled = || next.eat_any(&[word::THANG, word::QUY]);
    let next = short.or_else(spelled).filter(|_| near(next) && (1..=12).contains(&count))?;
    let side = next.eat_any(&[word::DAU, word::CUOI]).filter(|_| near(next));
    let (year, end) = match side {
        Some(behind) => year_of_side(behind)?,
        None if short.is_some() && count > 1 => {
            // `6T2023`
            let glued = || bare_year(next).filter(|_| next.is_glued());
            written::year_behind(next).or_else(glued).map(|(year, end)| (Some(year), end))?
        }
        // `3 quý năm 2024`; `1 quý năm 2024` may be any.
        None if in_quarters => {
            let year = written::year(next).filter(|_| count > 3);
            year.map(|(year, end)| (Some(year), end))?
        }
        None if count == 1 => return None,
        None => {
            let year = written::year_behind(next).or_else(|| bare_year(next));
            let told = || {
                is_cumulative(at, next)
                    || is_with_quarter(at, count)
                    || is_up_to_month(at, next, count)
                    || next.eat_all(&[word::NAM, word::NAY_NOW]).is_some() && at.is_digits()
            };
            year.map(|(year, end)| (Some(year), end)).or_else(|| told().then_some((None, next)))?
        }
    };
    let first = if side.is_some() && next.is(word::CUOI) { 13 - count } else { 1 };
    let label = if count == 6 { PeriodLabel::Half } else { PeriodLabel::Months };
    Some((months(year, first, first + count - 1)?.labelled(label), end))
}

/// Behind the `T` of `9T năm 2025`, `6T/2025`: tháng.
pub(super) fn short_months<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    (at.is_glued() && at.text() == "T").then(|| at.next())
}

/// `tính chung 9 tháng`, `lũy kế 10 tháng`, `thu ngân sách 10 tháng đạt`: from the first month on, of a year that
/// is told elsewhere. `sau 9 tháng`, `trong 9 tháng` may be any.
fn is_cumulative(at: Cursor<'_, '_>, next: Cursor<'_, '_>) -> bool {
    const ANY: [Syllable; 16] = [
        word::TRONG,
        word::SAU_AFTER,
        word::HON,
        word::GAN,
        word::TU,
        word::DEN,
        word::TRUOC,
        word::MOI,
        word::LA,
        word::CON,
        word::CO,
        word::THEM,
        word::DUOC,
        word::QUA,
        word::CHILD,
        word::HAN_TERM,
    ];
    let leads = [[word::TINH, word::CHUNG], [word::LUY, word::KE], [word::SUM, word::DON], [word::BINH, word::QUAN]];
    // `11 tháng, Cục Thuế thu được`
    let alone = at.left().kind == Kind::End || at.left().mark == '.';
    let opens = alone && next.is_mark(',') && next.next().eat_any(&[word::NAM, word::CA]).is_none();
    // `xuất khẩu 11 tháng tăng 12,3%`
    let moved = || next.eat_any(&[word::GROW, word::FALL]).is_some_and(Cursor::is_digits);
    // `đưa kim ngạch 9 tháng lên 2,84 tỷ USD`; but `gia hạn từ 6 tháng lên 12 tháng`
    let raised = || next.eat(word::LEN).and_then(amount::read).is_some_and(|sum| sum.scale > 0);
    // `Thu 8 tháng: 567 tỷ đồng`
    let told = || next.eat_mark(':').is_some_and(Cursor::is_digits) && lexicon::words::say_before(at, 3, "yearly");
    let reached = || next.eat_any(&[word::DAT, word::ESTIMATE]).is_some();
    let summed = at.is_digits() && near(next) && (reached() || moved() || raised() || told());
    // `Chỉ số sản xuất công nghiệp (IIP) 9 tháng ước tăng`
    let of = at.back();
    // `tháng 10 tăng 2,3%; 10 tháng tăng 7,6%`
    let told = (of.is_word() || of.is_mark(')') && of.back().is_upper() || of.is_mark(';'))
        && near(at)
        && of.eat_any(&ANY).is_none()
        && (of.is(word::ESTIMATE) || at.phrase_left(Class::Bound, 3).is_none());
    opens || leads.iter().any(|lead| at.eat_all_left(lead).is_some()) || summed && told
}

/// `Tháng 11 ước 120 tỷ đồng; 11 tháng 1.340 tỷ đồng`: the month, and the months to its end.
fn is_up_to_month<'t, 'b>(at: Cursor<'t, 'b>, next: Cursor<'t, 'b>, count: u8) -> bool {
    const REACH: usize = 60;
    let opens = matches!(at.left().mark, ';' | ',' | '.') && at.is_digits() && next.is_digits() && near(next);
    let month = |at: Cursor<'_, '_>| at.is(word::THANG) && at.next().number(1..=2) == Some(count.into());
    // To the first token of the paragraph
    let left = |at: &Cursor<'t, 'b>| (!at.is_paragraph()).then(|| at.back());
    opens && std::iter::successors(Some(at.back()), left).take(REACH).any(month)
}

/// `quý II và 6 tháng`, `quý III và 9 tháng`: the quarter, and the months to its end.
fn is_with_quarter(at: Cursor<'_, '_>, count: u8) -> bool {
    let quarter = at.eat_left(word::VA).map(Cursor::back).filter(|number| number.eat_left(word::QUY).is_some());
    quarter.and_then(quarter_number).is_some_and(|(number, _)| number * 3 == count)
}

/// `năm 2018`, `của năm 2018`, `2018`, `năm` behind `6 tháng đầu`; no `năm học`.
fn year_of_side<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Option<u16>, Cursor<'t, 'b>)> {
    if let Some((year, end)) = written::year_behind(at).or_else(|| bare_year(at)) {
        return Some((Some(year), end));
    }
    let at = at.eat(word::CUA).unwrap_or(at);
    let end = at.eat(word::NAM).filter(|&end| near(at) && !end.is(word::HOC) && !(near(end) && end.is_mark('/')))?;
    Some((None, end))
}

/// A year without its head word: `9 tháng 2023`.
fn bare_year<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u16, Cursor<'t, 'b>)> {
    let (year, end) = written::four_digits(at).filter(|(year, _)| near(at) && (1950..=2100).contains(year))?;
    (ends(end) && !is_amount(end)).then_some((year, end))
}

/// How many months: `6`, `06`, `sáu`, `mười một`, `sáu (06)`, `06 (sáu)`.
fn count<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u8, Cursor<'t, 'b>)> {
    let before = at.back();
    let fraction = at.is_glued() && before.token().kind == Kind::Mark && !before.is_mark('(') && !before.is_mark('"');
    if fraction {
        return None;
    }
    if at.token().kind == Kind::Digits {
        let (count, next) = written::small(at)?;
        return Some((count, behind_repetition(u32::from(count).into(), next)));
    }
    let words = words::read(at)?;
    let next = behind_digits(words.value, words.next).unwrap_or(words.next);
    Some((u8::try_from(words.value.to_i128()?).ok()?, next))
}

pub(super) fn half<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let side = at.eat(word::NUA)?;
    let next = side.eat_any(&[word::DAU, word::CUOI]).filter(|&next| near(side) && near(next))?;
    let first = side.is(word::DAU);
    if next.is(word::THANG) {
        let (found, end) = month(next)?;
        let (year, number) = (found.start().year(), found.start().month()?);
        let last = found.start().last_day().map_or(30, |day| day.day());
        let (from, to) = if first { (1, 15) } else { (16, last) };
        let period = Period::between(Partial::day_of(year, number, from)?, Partial::day_of(year, number, to)?)?;
        return year.map(|_| (period.labelled(PeriodLabel::Range), end));
    }
    let (year, end) = year_of_side(next)?;
    let (from, to) = if first { (1, 6) } else { (7, 12) };
    Some((months(year, from, to)?.labelled(PeriodLabel::Half), end))
}

/// From one month to another of the same year.
pub(super) fn months(year: Option<u16>, first: u8, last: u8) -> Option<Period> {
    Period::between(Partial::month_of(year, first)?, Partial::month_of(year, last)?)
}

pub(super) fn quarter<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    // `kim loại quý⏎2⏎2`: the next cell.
    let cell = |next: Cursor<'t, 'b>| next.token().gap >= Gap::Tab && next.next().token().gap >= Gap::Tab;
    let head = at.eat(word::QUY).filter(|&next| near(next) && !next.is_item() && !cell(next));
    if head.is_none() && !is_listed(at, word::QUY) {
        return None;
    }
    let (number, next) = quarter_number(head.unwrap_or(at))?;
    let (year, end) = year_or_list(next, word::QUY)?;
    if head.is_none() && year.is_none() {
        return None;
    }
    Some((months(year, 3 * number - 2, 3 * number)?.labelled(PeriodLabel::Quarter), end))
}

/// `Q1/2024`, `QIII-2024`: quý; without a year a `Q1` is a district. `Q1-Q3/2024` are three, `số Q1/2024` is a code.
pub(super) fn short_quarter<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let (number, next) = short_quarter_number(at)?;
    let left = at.left();
    let joins = |token: Token| matches!(token.mark, '-' | '+' | '~') || matches!(token.syllable, word::DEN | word::TOI);
    let tied = next.is_glued() && next.next().is_glued() && !at.is_glued() && label::label(at).is_none();
    let (year, end) = written::year_behind(next).filter(|(year, _)| tied && (1990..=2100).contains(year))?;
    if joins(left) || joins(end.token()) && is_short_quarter(end.next()) {
        return None;
    }
    Some((months(Some(year), 3 * number - 2, 3 * number)?.labelled(PeriodLabel::Quarter), end))
}

/// Whether a quarter may begin here with a `Q` alone.
pub(super) fn is_short_quarter(at: Cursor<'_, '_>) -> bool {
    at.text().starts_with('Q') && short_quarter_number(at).is_some()
}

fn short_quarter_number<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u8, Cursor<'t, 'b>)> {
    let next = at.next();
    let (number, next) = match at.text().strip_prefix('Q')? {
        "" => (next.number(1..=1).filter(|_| next.is_glued())?, next.next()),
        roman => (roman::parse(roman)?, next),
    };
    let number = u8::try_from(number).ok().filter(|number| (1..=4).contains(number))?;
    Some((number, next))
}

/// `I`, `3`, `tư`.
pub(super) fn quarter_number<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u8, Cursor<'t, 'b>)> {
    let roman = roman::parse(at.text()).and_then(|number| u8::try_from(number).ok());
    let number =
        roman.map(|number| (number, at.next())).or_else(|| written::small(at).filter(|_| at.token().len() == 1));
    let number = number.or_else(|| {
        let (row, next) = at.phrase(Class::Month)?;
        Some((lexicon::column(MONTHS, row, 1).parse().ok()?, next))
    });
    number.filter(|(number, _)| (1..=4).contains(number))
}

/// The year right behind an item, or the one that its list shares.
fn year_or_list<'t, 'b>(next: Cursor<'t, 'b>, head: Syllable) -> Option<(Option<u16>, Cursor<'t, 'b>)> {
    if let Some((year, end)) = written::year_behind(next) {
        return Some((Some(year), end));
    }
    let year = year_of_list(next, head);
    (year.is_some() || ends(next)).then_some((year, next))
}

/// The year that a later item names: `tháng 8` and `tháng 9/2023`, `quý III` and `9 tháng năm 2023`,
/// `tháng 12` and `cả năm 2023`.
fn year_of_list(next: Cursor<'_, '_>, head: Syllable) -> Option<u16> {
    let joined = || {
        let item = next.eat_mark(',').unwrap_or(next).eat(word::VA).filter(|&item| near(next) && near(item))?;
        let year = of_year(item).and_then(|(period, _)| period.start().year());
        year.or_else(|| written::year(item.eat(word::CA).unwrap_or(item)).map(|(year, _)| year))
    };
    shared(next, head).year.or_else(joined)
}

pub(super) fn month<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    // `trong … tháng⏎7. Ưu đãi`
    if at.next().is_item() {
        return None;
    }
    if let Some((found, end)) = written::month(at) {
        if is_a_length(at, found) || found.year.is_none() && is_of_event(at) {
            return None;
        }
        let year = found.year.or_else(|| year_of_list(end, word::THANG));
        let period = Period::of(Partial::month_of(year, found.month?)?).labelled(PeriodLabel::Month);
        return Some((if found.lunar { period.in_lunar_calendar() } else { period }, end));
    }
    // `tháng 1,2,3/2024`: a comma glued on.
    let head = at.eat(word::THANG).filter(|&next| near(next) && !is_a_length(at, Written::default()));
    let item = head.unwrap_or(at);
    let (number, next) = written::small(item).filter(|_| head.is_some() || is_listed(at, word::THANG))?;
    let (year, end) = year_or_list(next, word::THANG)?;
    if year.is_none() && !(head.is_none() && is_of_months(at)) {
        return None;
    }
    Some((Period::of(Partial::month_of(year, number)?).labelled(PeriodLabel::Month), end))
}

/// `T9/2025`, `T9 năm 2025`: tháng.
pub(super) fn short_month<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    let number = at.next();
    let (month, next) = written::small(number).filter(|_| is_short_month(at))?;
    let (year, end) = written::year_behind(next).filter(|_| next.is_mark('/') || next.is(word::NAM))?;
    Some((Period::of(Partial::month_of(Some(year), month)?).labelled(PeriodLabel::Month), end))
}

/// Whether a month may begin here with a `T` alone.
pub(super) fn is_short_month(at: Cursor<'_, '_>) -> bool {
    at.text() == "T" && !at.is_glued() && at.next().is_glued() && at.next().is_digits()
}

/// Whether the item stands in a list of months without a year: `các tháng 1, 4, 7 và 10`, `(tháng 1, 4, 7, 10)`. They
/// grow, and the last counts nothing.
fn is_of_months(at: Cursor<'_, '_>) -> bool {
    const MOST_ITEMS: usize = 11;
    let item = |at: Cursor<'_, '_>| at.number(1..=2).filter(|month| (1..=12).contains(month));
    let (mut first, mut last) = (at, at);
    for _ in 0..MOST_ITEMS {
        let joint = first.eat_mark_left(',').or_else(|| first.eat_left(word::VA)).map(Cursor::back);
        let Some(before) = joint.filter(|&before| item(before).is_some() && item(before) < item(first)) else { break };
        first = before;
    }
    for _ in 0..MOST_ITEMS {
        let joint = last.next().eat_mark(',').or_else(|| last.next().eat(word::VA));
        let Some(behind) = joint.filter(|&behind| item(behind).is_some() && item(last) < item(behind)) else { break };
        last = behind;
    }
    let Some(head) = first.eat_left(word::THANG) else { return false };
    let end = last.next();
    let several = head.eat_any_left(&[word::CAC, word::NHUNG]).is_some() && !is_amount(end);
    item(first).is_some() && (several || head.left().mark == '(' && end.is_mark(')'))
}

/// `đến 5/2003`, `từ 10/2001`: a preposition tells that it is a month. `1/2000` may be the scale of a map.
pub(super) fn bare_month<'t, 'b>(at: Cursor<'t, 'b>) -> Found<'t, 'b> {
    const BEFORE: [Syllable; 10] = [
        word::TU,
        word::DEN,
        word::TOI,
        word::VAO,
        word::TRUOC,
        word::SAU_AFTER,
        word::HET,
        word::DAU,
        word::CUOI,
        word::GIUA,
    ];
    at.eat_any_left(&BEFORE)?;
    let (found, end) =
        written::bare_month(at).filter(|(found, _)| (found.month, found.year) != (Some(1), Some(2000)))?;
    Some((Period::of(Partial::month_of(found.year, found.month?)?).labelled(PeriodLabel::Month), end))
}

/// `Cách mạng tháng Tám`, `khởi nghĩa tháng Tám`: the month is the name of what happened in it.
fn is_of_event(at: Cursor<'_, '_>) -> bool {
    let before = at.phrase_left(Class::TimeWord, 2);
    before.is_some_and(|(row, _)| lexicon::column(TIME_WORDS, row, 1) == "event")
}

/// `họp tháng 1 lần`: so often in a month; but `tháng 9 lần đầu tiên`, `tháng 2 lần thứ ba`, `tháng 8 lần lượt giảm`.
fn is_so_often(at: Cursor<'_, '_>, found: Written) -> bool {
    let times = at.next().next().eat_any(&[word::LAN, word::BUOI]).filter(|_| found.year.is_none());
    times.is_some_and(|end| end.eat_any(&[word::DAU, word::THU, word::CUOI, word::NAY, word::LUOT]).is_none())
}

/// `mỗi tháng 5 buổi`, `6 tháng 10 ngày`, `/tháng 2 lần`: months, not the fifth.
fn is_a_length(at: Cursor<'_, '_>, found: Written) -> bool {
    let left = at.left();
    let counted = left.kind == Kind::Digits && left.len() < 4 && at.token().gap <= Gap::Line && found.year.is_none();
    // `các ngân hàng tháng 3`
    let goods = at.phrase_left(Class::Noun, 3).is_some_and(|(_, noun)| noun.distance(at) > 1);
    let repeats = at.eat_any_left(&[word::MOI, word::MOT, word::HANG, word::HANG_LEVEL]).is_some() && !goods;
    counted || left.mark == '/' || repeats || is_so_often(at, found)
}
