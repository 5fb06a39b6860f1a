//! Numbers in words: `hai mươi lăm`, `một triệu hai trăm năm mươi nghìn`, `hai phẩy năm triệu`.
//!
//! ```text
//! number   := part (scale part)* [scale] | number "phẩy" digits [scale]
//! part     := digit "trăm" [("linh" | "lẻ") digit | tens | "rưỡi"] | tens
//! tens     := digit "mươi" [one] | "mười" [one] | digit "chục" | digit
//! one      := digit but năm | "mốt" | "tư" | "lăm" | "nhăm"
//! scale    := "nghìn" | "ngàn" | "vạn" | "triệu" | "tỷ"
//! ```
//!
//! `năm` behind `mười` or `mươi` is the year: `hai mươi năm` are twenty years, 25 is `hai mươi lăm`.

use super::Decimal;
use crate::cursor::{Cursor, Gap};
use crate::lexicon::{self, COMPOUNDS, Class, NUMERALS, SCALES, word};

/// What a number word does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Role {
    /// `không` … `chín`
    Digit,
    /// `mốt`, `tư`, `lăm`, `nhăm`: a digit in last place only
    Last,
    /// `mười`
    Ten,
    /// `mươi`
    Tens,
    /// `chục`
    Dozen,
    /// `trăm`
    Hundred,
    /// `linh`, `lẻ`
    Zero,
    /// `rưỡi`
    Half,
    /// `phẩy`
    Point,
}

/// The number word right of the cursor: its role, its value, the cursor behind it.
pub(crate) fn numeral<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Role, u32, Cursor<'t, 'b>)> {
    let (row, next) = at.phrase(Class::Numeral)?;
    let role = match lexicon::column(NUMERALS, row, 1) {
        "digit" => Role::Digit,
        "last" => Role::Last,
        "ten" => Role::Ten,
        "tens" => Role::Tens,
        "dozen" => Role::Dozen,
        "hundred" => Role::Hundred,
        "zero" => Role::Zero,
        "half" => Role::Half,
        _ => Role::Point,
    };
    Some((role, lexicon::column(NUMERALS, row, 2).parse().unwrap_or(0), next))
}

/// The scale word right of the cursor, as a power of ten; none within `triệu tập` or `tỷ lệ`.
pub(crate) fn scale<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u8, Cursor<'t, 'b>)> {
    let (row, next) = at.phrase(Class::Scale)?;
    // `106,79⏎Tỷ tấn.km`: the next row of a table.
    let heading = at.token().gap >= Gap::Line && at.is_capitalized() && !at.is_upper();
    if heading || at.token().gap == Gap::Tab || is_compound(at) {
        return None;
    }
    Some((lexicon::column(SCALES, row, 1).parse().ok()?, next))
}

/// Whether the word right of the cursor is part of one in which it is no number: `tỷ lệ`, `ba mẹ`,
/// `Ba Vì`; not where the last word begins a longer noun (`một mặt hàng`, `một phần mềm`) or a
/// fraction (`một phần ba`).
pub(crate) fn is_compound(at: Cursor<'_, '_>) -> bool {
    // The number word may stand further back in the compound: `tay ba`, `Ngã Bảy`.
    let alone = || at.next().phrase(Class::Numeral).is_none() && at.next().phrase(Class::Scale).is_none();
    let around = [at.back(), at.back().back()].into_iter().any(|from| {
        from.phrase(Class::Compound).is_some_and(|(row, end)| at.distance(end) > 0 && holds(row, from, end))
    });
    around && alone() || at.phrase(Class::Compound).is_some_and(|(row, end)| holds(row, at, end))
}

/// Whether the compound of the list is one here.
fn holds(row: usize, at: Cursor<'_, '_>, end: Cursor<'_, '_>) -> bool {
    if lexicon::column(COMPOUNDS, row, 1) == "proper name" {
        return (0..at.distance(end)).try_fold(at, |word, _| word.is_capitalized().then(|| word.next())).is_some();
    }
    let last = end.back();
    let longer = last.phrase(Class::Noun).is_some_and(|(_, noun)| end.distance(noun) > 0);
    let fraction = last.is(word::PHAN) && numeral(end).is_some();
    // `hai ngàn năm trăm`
    let goes_on = numeral(last).is_some() && numeral(end).is_some();
    !longer && !fraction && !goes_on
}

/// All scale words in a row, as one power of ten: `nghìn tỷ` is 12.
#[inline]
pub(crate) fn scales<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u8, Cursor<'t, 'b>)> {
    // Few numbers have one.
    if at.token().syllable.starts(Class::Scale) { scales_from(at) } else { None }
}

fn scales_from<'t, 'b>(mut at: Cursor<'t, 'b>) -> Option<(u8, Cursor<'t, 'b>)> {
    let (mut power, next) = scale(at)?;
    at = next;
    while let Some((more, next)) = scale(at) {
        power = power.checked_add(more).filter(|&power| power <= 18)?;
        at = next;
    }
    Some((power, at))
}

/// A number read: its value, the cursor behind it, and the power of ten of its last scale word.
#[derive(Clone, Copy)]
pub(crate) struct Words<'t, 'b> {
    pub(crate) value: Decimal,
    pub(crate) next: Cursor<'t, 'b>,
    pub(crate) scale: u8,
}

/// Reads the number in words that begins at the cursor.
#[inline]
pub(crate) fn read<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Words<'t, 'b>> {
    // Most words that are asked are none.
    if at.token().syllable.starts(Class::Numeral) { number(at) } else { None }
}

fn number<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Words<'t, 'b>> {
    let mut sum = Sum::default();
    let (part, mut end) = below_thousand(at)?;
    let mut part = i128::from(part);
    let mut scale_of_end = 0;
    loop {
        // `năm⇥Triệu ha`: the scale of another cell.
        let Some((power, next)) = scale(end).filter(|_| end.token().gap != Gap::Tab) else {
            sum.add(part)?;
            break;
        };
        sum.scale(part, power)?;
        (end, scale_of_end) = (next, power);
        if let Some((Role::Half, _, next)) = numeral(end) {
            sum.add(10_i128.checked_pow(u32::from(power))? / 2)?;
            end = next;
            break;
        }
        part = 0;
        if let Some((more, next)) = continuation(end).or_else(|| behind_comma(end, power)) {
            (part, end, scale_of_end) = (i128::from(more), next, 0);
        } else if scale(end).is_none() {
            break;
        }
    }
    let whole = Decimal::new(sum.total()?, 0)?;
    let (value, end, scale_of_end) = decimals(whole, end, scale_of_end);
    Some(Words { value, next: end, scale: scale_of_end })
}

/// The running value: what stands before a `tỷ` counts in milliards.
#[derive(Default)]
struct Sum {
    milliards: i128,
    rest: i128,
    /// The last scale of `rest`; scales go down: `hai nghìn ba triệu` is no number.
    last: Option<u8>,
}

impl Sum {
    fn scale(&mut self, part: i128, power: u8) -> Option<()> {
        if power >= 9 {
            self.milliards = self.total()?.checked_add(part)?.checked_mul(1_000_000_000)?;
            (self.rest, self.last) = (0, None);
            return Some(());
        }
        if self.last.is_some_and(|last| last <= power) {
            return None;
        }
        self.last = Some(power);
        self.rest = self.rest.checked_add(part * 10_i128.pow(u32::from(power)))?;
        Some(())
    }

    fn add(&mut self, part: i128) -> Option<()> {
        self.rest = self.rest.checked_add(part)?;
        Some(())
    }

    fn total(&self) -> Option<i128> {
        self.milliards.checked_add(self.rest)
    }
}

/// What may follow a scale word: `không trăm mười`, `linh năm`, `ba mươi`; no bare digit, since
/// `hai triệu năm` says two and a half to some and two million years to others.
fn continuation<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u32, Cursor<'t, 'b>)> {
    if let Some((Role::Zero, _, next)) = numeral(at) {
        return digit(next);
    }
    let (value, next) = below_thousand(at)?;
    let spoken_zero = matches!(numeral(at), Some((Role::Digit, 0, _)));
    (value >= 10 || spoken_zero || scale(next).is_some()).then_some((value, next))
}

/// `mười bốn tỷ, chín trăm năm mươi triệu, một trăm mười tám đồng`: sums on forms have a comma behind each scale.
/// What follows must have hundreds and a smaller scale or a currency, or it is another number.
fn behind_comma<'t, 'b>(at: Cursor<'t, 'b>, power: u8) -> Option<(u32, Cursor<'t, 'b>)> {
    let next = at.eat_mark(',')?;
    let (_, hundreds) = digit(next)?;
    let (value, end) = below_thousand(next).filter(|_| matches!(numeral(hundreds), Some((Role::Hundred, ..))))?;
    let goes_on = scale(end).is_some_and(|(next, _)| next < power);
    (goes_on || end.phrase(Class::Currency).is_some()).then_some((value, end))
}

fn digit<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u32, Cursor<'t, 'b>)> {
    match numeral(at)? {
        (Role::Digit, value, next) => Some((value, next)),
        _ => None,
    }
}

fn below_thousand<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u32, Cursor<'t, 'b>)> {
    let hundreds = digit(at).and_then(|(value, next)| match numeral(next)? {
        (Role::Hundred, _, next) => Some((value * 100, next)),
        _ => None,
    });
    let Some((hundreds, next)) = hundreds else {
        // `không` leads only `không trăm` and `không phẩy`.
        return tens(at).filter(|&(value, next)| value > 0 || matches!(numeral(next), Some((Role::Point, ..))));
    };
    match numeral(next) {
        Some((Role::Zero, _, after)) => match digit(after) {
            Some((ones, end)) => Some((hundreds + ones, end)),
            None => Some((hundreds, next)),
        },
        Some((Role::Half, _, end)) => Some((hundreds + 50, end)),
        _ => match tens(next) {
            Some((value, end)) if value >= 10 => Some((hundreds + value, end)),
            _ => Some((hundreds, next)),
        },
    }
}

fn tens<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u32, Cursor<'t, 'b>)> {
    match numeral(at)? {
        (Role::Ten, ..) => Some(ones(10, at.next())),
        (Role::Digit, value, next) => match numeral(next) {
            Some((Role::Tens, _, end)) if value >= 2 => Some(ones(value * 10, end)),
            Some((Role::Dozen, _, end)) if value >= 1 => Some((value * 10, end)),
            _ => Some((value, next)),
        },
        _ => None,
    }
}

/// Adds the digit in last place, where there is one.
fn ones<'t, 'b>(tens: u32, at: Cursor<'t, 'b>) -> (u32, Cursor<'t, 'b>) {
    if at.is(word::NAM) {
        return (tens, at);
    }
    match numeral(at) {
        Some((Role::Digit | Role::Last, value, next)) if value > 0 => (tens + value, next),
        _ => (tens, at),
    }
}

/// `phẩy` and the digits behind it, one by one (`phẩy không năm`) or as a number (`phẩy mười hai`),
/// and scale words behind those.
fn decimals<'t, 'b>(whole: Decimal, at: Cursor<'t, 'b>, scale: u8) -> (Decimal, Cursor<'t, 'b>, u8) {
    const MOST: usize = 6;
    let Some((Role::Point, _, next)) = numeral(at) else { return (whole, at, scale) };
    let mut text = format!("{whole}.");
    let point = text.len();
    let mut end = next;
    while text.len() < point + MOST {
        let Some((value, next)) = tens(end) else { break };
        text.push_str(&value.to_string());
        end = next;
    }
    let Ok(value) = text.parse::<Decimal>() else { return (whole, at, scale) };
    match scales(end) {
        Some((power, next)) => (value.shifted(power).unwrap_or(value), next, power),
        None => (value, end, scale),
    }
}
