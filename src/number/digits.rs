//! Numbers in digits: which separator means what.
//!
//! ```text
//! number  := group ("." group3)* ["," decimals]      1.234.567,89   5.873   88,24
//!          | group ("," group3)("," group3)+ ["." decimals]           1,234,500
//!          | group "." decimals, unless they are three digits        47.65  1.5
//! ```

use super::Decimal;
use crate::cursor::{Cursor, Gap, Kind};

/// A number in digits and what is open about it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Number {
    pub(crate) value: Decimal,
    /// Bytes read.
    pub(crate) len: usize,
    /// One comma before exactly three digits: a decimal comma by the standard, yet `33,293 người`
    /// can only mean thousands.
    pub(crate) is_open: bool,
    /// One dot: before three digits it parts thousands, else it is a decimal point.
    pub(crate) dot: Dot,
    /// Digits alone, as in a year.
    pub(crate) plain: bool,
}

impl Number {
    /// Digits alone, of this value and length.
    fn plain(value: u32, len: usize) -> Self {
        Self { value: value.into(), len, is_open: false, dot: Dot::None, plain: true }
    }
}

/// Whether the digits right of the cursor are only the first group of a number: `5.873`, `88,24`.
pub(crate) fn go_on(at: Cursor<'_, '_>) -> bool {
    next_group(at).is_some()
}

/// The mark behind the digits right of the cursor, and the cursor before the group behind it.
#[inline]
fn next_group<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(char, Cursor<'t, 'b>)> {
    let mark = at.next().token();
    if mark.gap != Gap::Glued || !matches!(mark.mark, '.' | ',') {
        return None;
    }
    let group = at.next().next();
    (group.is_glued() && group.is_digits()).then_some((mark.mark, group))
}

/// The number right of the cursor, and the cursor behind it. Nearly all have a group or two, which the tokens tell.
#[inline(always)]
pub(crate) fn read<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Number, Cursor<'t, 'b>)> {
    if let Some(first) = at.number(1..=4) {
        match next_group(at) {
            None => return Some((Number::plain(first, at.token().len()), at.next())),
            Some((mark, second)) if next_group(second).is_none() => {
                if let Some(number) = in_two_groups(at, first, mark, second) {
                    return Some((number, second.next()));
                }
            }
            Some(_) => {}
        }
    }
    let number = parse(at.source().get(at.start()..)?)?;
    Some((number, behind_bytes(at, number.len)))
}

/// `5.873`, `88,24`: of four digits at most each.
fn in_two_groups(at: Cursor<'_, '_>, first: u32, mark: char, second: Cursor<'_, '_>) -> Option<Number> {
    let (whole, decimals) = (at.token().len(), second.token().len());
    let unit = match decimals {
        1 => 10,
        2 => 100,
        3 => 1000,
        _ => 10_000,
    };
    let digits = first * unit + second.number(1..=4)?;
    let thousands = decimals == 3 && whole <= 3 && !at.text().starts_with('0');
    let dot = match mark {
        '.' if thousands => Dot::Thousands,
        '.' => Dot::Decimal,
        _ => Dot::None,
    };
    let scale = if dot == Dot::Thousands { 0 } else { decimals as u8 };
    let is_open = thousands && dot == Dot::None;
    let value = Decimal::new(digits.into(), scale)?;
    Some(Number { value, len: whole + 1 + decimals, is_open, dot, plain: false })
}

/// Behind the tokens of a number of so many bytes.
pub(crate) fn behind_bytes<'t, 'b>(at: Cursor<'t, 'b>, len: usize) -> Cursor<'t, 'b> {
    let end = at.start() + len;
    let mut next = at.next();
    while next.token().kind != Kind::End && next.start() < end {
        next = next.next();
    }
    next
}

/// The role of a single dot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Dot {
    /// There is none, or several.
    None,
    /// `5.873`
    Thousands,
    /// `47.65`
    Decimal,
}

/// More digits than any figure of a report has.
const MOST_DIGITS: usize = 36;
const MOST_GROUPS: usize = 12;

/// Reads the number at the beginning of `text`; `None` where its separators contradict each other,
/// as in `20.12.2016`, which is a date, or `2.3.1`, a section.
pub(crate) fn parse(text: &str) -> Option<Number> {
    let bytes = text.as_bytes();
    let mut ends = [0_usize; MOST_GROUPS];
    let mut marks = [0_u8; MOST_GROUPS];
    let mut groups = 0;
    let mut at = 0;
    loop {
        let digits = bytes.get(at..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
        at += digits;
        *ends.get_mut(groups)? = at;
        groups += 1;
        match (bytes.get(at), bytes.get(at + 1)) {
            (Some(&mark @ (b'.' | b',')), Some(next)) if next.is_ascii_digit() => {
                *marks.get_mut(groups - 1)? = mark;
                at += 1;
            }
            _ => break,
        }
    }
    let marks = marks.get(..groups - 1)?;
    let length = |group: usize| -> usize {
        let start = group.checked_sub(1).and_then(|before| ends.get(before)).map_or(0, |end| end + 1);
        ends.get(group).map_or(0, |end| end - start)
    };
    let first = length(0);
    if first == 0 || at > MOST_DIGITS {
        return None;
    }
    let thousands = |upto: usize| first <= 3 && !text.starts_with('0') && (1..=upto).all(|group| length(group) == 3);
    let mut number = Number { value: Decimal::ZERO, len: at, is_open: false, dot: Dot::None, plain: false };
    let last = groups - 1;
    // How many groups are whole numbers; what follows them are decimals.
    let whole = match marks {
        [] => {
            number.plain = true;
            groups
        }
        [b'.'] if thousands(1) => {
            number.dot = Dot::Thousands;
            groups
        }
        [b'.'] => {
            number.dot = Dot::Decimal;
            1
        }
        [b','] => {
            number.is_open = thousands(1);
            1
        }
        [dots @ .., b','] if dots.iter().all(|&mark| mark == b'.') && thousands(last - 1) => last,
        [commas @ .., b'.'] if commas.iter().all(|&mark| mark == b',') && thousands(last - 1) => last,
        all if all.iter().all(|&mark| mark == b'.') && thousands(last) => groups,
        all if all.iter().all(|&mark| mark == b',') && thousands(last) => groups,
        _ => return None,
    };
    let end_of_whole = ends.get(whole - 1).copied()?;
    number.value = integer(text, at).and_then(|all| {
        let decimals = if whole == groups { 0 } else { at - end_of_whole - 1 };
        Decimal::new(all.mantissa(), u8::try_from(decimals).ok()?)
    })?;
    Some(number)
}

/// All digits of `text[..len]` as one integer.
fn integer(text: &str, len: usize) -> Option<Decimal> {
    let digits = text.get(..len)?.bytes().filter(u8::is_ascii_digit);
    // Nearly all numbers fit a word of the machine.
    if len <= 18 {
        return Some(digits.fold(0_i64, |sum, digit| sum * 10 + i64::from(digit - b'0')).into());
    }
    let sum = digits.fold(0_i128, |sum, digit| sum * 10 + i128::from(digit - b'0'));
    Decimal::new(sum, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_each_notation() {
        for (text, expected) in [
            ("5.873", "5873"),
            ("88,24%", "88.24"),
            ("1.234.567,89", "1234567.89"),
            ("02", "2"),
            ("2,930 tỷ", "2.930"),
            ("47.65%", "47.65"),
            ("1.5 tỷ", "1.5"),
            ("1,234,500 đồng", "1234500"),
            ("1,234.5", "1234.5"),
            ("15.320,50", "15320.50"),
            ("0,6", "0.6"),
            ("0.123", "0.123"),
            ("5000.", "5000"),
            ("10,", "10"),
        ] {
            assert_eq!(parse(text).unwrap().value.to_string(), expected, "{text}");
        }
    }

    #[test]
    fn a_comma_before_three_digits_stays_open() {
        let number = parse("33,293 người").unwrap();
        assert_eq!(number.value.to_string(), "33.293");
        assert!(number.is_open);
        assert!(!parse("0,293").unwrap().is_open);
        assert!(!parse("33,29").unwrap().is_open);
    }

    #[test]
    fn refuses_contradictions() {
        for text in ["20.12.2016", "2.3.1", "1,23,4", "1.23,456.7", "0225.3842.123", "", "a"] {
            assert!(parse(text).is_none(), "{text}");
        }
    }
}
