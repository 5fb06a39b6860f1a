//! One amount: a number in digits or words, with the scale words that belong to it.
//!
//! ```text
//! amount := ["+" | "-" | "âm"] digits ["(" words ")"] [scales [amount of a smaller scale] | "rưỡi"]
//!         | words ["(" digits ")" [scales]] | "nửa" scales | "nửa" before a unit
//! ```

use super::digits::{self, Dot};
use super::quantity::upper_end;
use super::{Decimal, label, words};
use crate::cursor::{Cursor, Gap, Kind};
use crate::lexicon::{Class, Classes, Syllable, word};

/// An amount read, and what of it is open.
#[derive(Clone, Copy)]
pub(crate) struct Amount<'t, 'b> {
    pub(crate) value: Decimal,
    /// Whether its comma, which stands before three digits, may part thousands: `33,293 người`.
    pub(crate) is_open: bool,
    /// Digits alone, without separator or scale.
    pub(crate) plain: bool,
    /// Written in words.
    pub(crate) in_words: bool,
    /// The power of ten of its last scale word; 0 without one.
    pub(crate) scale: u8,
    /// `+` or `-` right before the digits.
    pub(crate) sign: Option<char>,
    /// Before the sign or the first digit.
    pub(crate) from: Cursor<'t, 'b>,
    /// Behind the last.
    pub(crate) next: Cursor<'t, 'b>,
}

/// Reads the amount whose first digit or number word is right of the cursor.
pub(crate) fn read<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Amount<'t, 'b>> {
    match at.token().kind {
        Kind::Digits => in_digits(at),
        Kind::Word => in_words(at),
        _ => None,
    }
}

/// Reads the amount behind the stroke of a fraction or the dash of a range, which may touch it.
pub(crate) fn read_behind_mark<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Amount<'t, 'b>> {
    match at.token().kind {
        Kind::Digits => unchecked(at),
        _ => read(at),
    }
}

fn in_words<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Amount<'t, 'b>> {
    if at.is(word::NUA) {
        return half(at);
    }
    // `trong năm (05) ngày`: no year.
    let five = at.is(word::NAM) && behind_digits(5_u32.into(), at.next()).is_some();
    // `lần thứ hai`: a rank.
    if at.is(word::NAM) && !five && is_year(at)
        || at.is_glued() && at.left().kind != Kind::Mark
        || is_given_name(at)
        || at.back().is(word::THU)
        || is_inside_words(at)
        || !five && words::is_compound(at)
    {
        return None;
    }
    let mut read = words::read(at)?;
    if let Some(next) = behind_digits(read.value, read.next) {
        read.next = next;
        // `năm mươi (50) triệu đồng`
        if let Some((power, end)) = words::scales(next).filter(|_| read.scale == 0) {
            read = words::Words { value: read.value.shifted(power)?, next: end, scale: power };
        }
    }
    Some(Amount {
        value: read.value,
        is_open: false,
        plain: false,
        in_words: true,
        scale: read.scale,
        sign: None,
        from: at,
        next: read.next,
    })
}

/// Whether the value may be said again in the bracket behind its number: in words, or in digits behind words.
pub(crate) fn may_be_repeated(bracket: Cursor<'_, '_>) -> bool {
    let inside = bracket.next();
    inside.token().syllable.starts(Class::Numeral) || inside.is_digits() && bracket.back().is_word()
}

/// `mười lăm (15) ngày`, `ba (03) bản`: behind the value said again in digits.
pub(crate) fn behind_digits<'t, 'b>(value: Decimal, at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let inside = at.eat_mark('(').filter(|inside| inside.is_digits())?;
    let (number, end) = digits::read(inside)?;
    end.eat_mark(')').filter(|_| number.value == value)
}

/// `ông Sáu`, `Nguyễn Văn Mười`, `làng Ba`: a number word with a capital inside a sentence.
fn is_given_name(at: Cursor<'_, '_>) -> bool {
    let left = at.back();
    at.is_capitalized() && !at.is_upper() && at.token().gap <= Gap::Line && left.is_word() && !left.is_upper()
}

/// `nửa tỷ đồng`, `nửa tháng`, `nửa lít`; no `nửa đầu năm`, `một nửa tấn`.
fn half<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Amount<'t, 'b>> {
    let next = at.next();
    let (scale, end) = words::scales(next).unwrap_or((0, next));
    let value = Decimal::new(5, 1)?.shifted(scale)?;
    let whole = may_be_half(at) && !at.back().is(word::MOT);
    whole.then_some(Amount {
        value,
        is_open: false,
        plain: false,
        in_words: true,
        scale,
        sign: None,
        from: at,
        next: end,
    })
}

/// Whether half of a scale or of a unit may be told here. `nửa năm đầu` is no length.
pub(crate) fn may_be_half(at: Cursor<'_, '_>) -> bool {
    const UNITS: Classes = Classes::of(&[Class::Scale, Class::TimeUnit, Class::Unit]);
    let next = at.next();
    let part_of_year = next.is(word::NAM) && next.next().eat_any(&[word::DAU, word::CUOI]).is_some();
    at.is(word::NUA) && !part_of_year && next.token().syllable.classes().meets(UNITS)
}

/// `năm 2018`: the year by far most often; its digits are an anchor of their own. `30 năm tuổi Đảng`,
/// `ngày, tháng, năm ký`: never five.
fn is_year(at: Cursor<'_, '_>) -> bool {
    let counted = at.left().kind == Kind::Digits;
    let repeats = [word::MOI, word::HANG, word::HANG_LEVEL, word::MOT, word::TRONG_NHIEU];
    let mark = at.eat_mark_left(',').or_else(|| at.eat_mark_left('/'));
    let month = mark.and_then(|mark| mark.eat_left(word::THANG));
    let named = month.is_some_and(|month| month.left().kind != Kind::Digits && month.eat_any_left(&repeats).is_none());
    let per = at.is_glued() && at.left().mark == '/';
    at.next().is_digits() || counted || named || per
}

/// Whether the number word continues one to its left, which was refused as a whole. `năm` to the
/// left is the year rather than five: `trong năm ba xã`; but `năm bảy người`, `dăm ba hộ`, `vài ba ngày` are
/// some.
fn is_inside_words(at: Cursor<'_, '_>) -> bool {
    const YEAR: [Syllable; 10] = [
        word::TRONG,
        word::MOI,
        word::HANG,
        word::HANG_LEVEL,
        word::CA,
        word::DAU,
        word::CUOI,
        word::CAC,
        word::TRONG_NHIEU,
        word::MOT,
    ];
    let left = at.back();
    if at.token().gap > Gap::Line {
        return false;
    }
    let some = left.eat_any(&[word::DAM, word::VAI, word::DOUBLE]).is_some()
        || left.is(word::NAM) && at.eat_any(&[word::SIX, word::SEVEN]).is_some() && left.eat_any_left(&YEAR).is_none();
    some || !left.is(word::NAM) && !left.is(word::KHONG) && words::numeral(left).is_some()
}

fn in_digits<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Amount<'t, 'b>> {
    may_start(at).then(|| unchecked(at))?
}

/// Reads digits wherever they stand.
fn unchecked<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Amount<'t, 'b>> {
    let (number, next) = digits::read(at)?;
    // `200 000 đồng tiền giường`, `l.000.000 đồng`: groups that their number lost.
    if at.token().len() > 2 && at.text().starts_with("000") && (number.value == Decimal::ZERO || !number.plain) {
        return None;
    }
    let mut amount = Amount {
        value: number.value,
        is_open: number.is_open,
        plain: number.plain,
        in_words: false,
        scale: 0,
        sign: None,
        from: at,
        next,
    };
    let behind = next.token();
    if behind.kind == Kind::Digits || matches!(behind.mark, ',' | '.' | '(') {
        amount.go_on();
    }
    if !amount.add_sign() {
        return None;
    }
    amount.add_scales()?;
    Some(amount)
}

/// `5 (năm) năm`, `01 (một) người`: behind the value said again in words.
#[inline]
pub(crate) fn behind_repetition<'t, 'b>(value: Decimal, at: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    let words = at.eat_mark('(').and_then(words::read).filter(|words| words.value == value);
    words.and_then(|words| words.next.eat_mark(')')).unwrap_or(at)
}

/// Whether a number may begin here: not inside one that was refused (`20.12.2016`), not glued to a
/// name (`H5N1`, `QL1A`); but a word that lost its blank may stand before it (`đạt38,5%`).
fn may_start(at: Cursor<'_, '_>) -> bool {
    if !at.is_glued() {
        return true;
    }
    let left = at.back();
    match left.token().kind {
        // Plain digits are rather a footnote, `Quân đội56 kết quả`, but behind a verb or its like: `đạt38 xã`.
        Kind::Word => {
            let plain = at.number(1..=3).is_some() && at.next().is_word() && !at.next().is_glued();
            let leads = [Class::NotNoun, Class::Bound, Class::Change, Class::TimeLead];
            let footnote =
                plain && (left.is_capitalized() || leads.iter().all(|&class| at.phrase_left(class, 3).is_none()));
            is_plain_word(left.text()) && !footnote
        }
        // Inside a number that was refused, a fraction (`24/24 giờ`), a chainage (`Km 112+350`), a range
        // that is none (`lô B 2-9`).
        Kind::Mark => {
            // The name of a form: `A.I.11đ`
            let name = left.left();
            let symbol = left.is_mark('.') && left.is_glued() && name.kind == Kind::Word && left.back().is_upper();
            // A footnote: `công ty;21 thiên tai`
            let footnote = left.is_mark(';') && left.is_glued() && at.number(1..=3).is_some() && !at.next().is_glued();
            if symbol || footnote || is_behind_look_alike(at, left) {
                return false;
            }
            // A blank before a dot or a comma is a stray one: `1 .250 ca`.
            let inner = left.is_glued() || matches!(left.token().mark, '.' | ',') && left.token().gap == Gap::Blank;
            !(matches!(left.token().mark, '.' | ',' | '/' | '+' | '-') && inner && left.left().kind == Kind::Digits)
        }
        _ => true,
    }
}

/// Whether a letter that may be a digit stands before the dot or comma: the `5` of `3l,5 ha`, the `500` of `l.500 hộ`.
#[cold]
#[inline(never)]
fn is_behind_look_alike(at: Cursor<'_, '_>, mark: Cursor<'_, '_>) -> bool {
    let letter = mark.back();
    let looks = mark.is_glued() && matches!(letter.text(), "l" | "I" | "O" | "o");
    let inner = letter.is_glued() && letter.left().kind == Kind::Digits;
    looks && matches!(mark.token().mark, '.' | ',') && (inner || at.token().len() == 3)
}

/// Whether a blank tore the digits off their number, so that they alone would be a wrong one: the `250` of
/// `diện tích 1. 250 m2` or `1 . 250 m2`, the `45` of `còn 1.2 45 hộ`. What begins a line, follows a name or is itself a number of a
/// part ends before the blank: `1.2 45 hộ` in a table, `Xã Phú Mỹ 2. 250 hộ`, `khu phố 2. 250 hộ`.
///
/// ```text
/// tail := word D{1,3} [" "] "." " " | DDD | word D{1,3} "." D{1,2} " " | D{1,2}      three digits behind the dot in all
///       | "." DDD "." " " | DDD
/// ```
#[cold]
#[inline(never)]
fn is_tail(at: Cursor<'_, '_>) -> bool {
    const GROUP: usize = 3;
    if at.token().gap != Gap::Blank {
        return false;
    }
    let left = at.back();
    if is_beside_a_number(at, left) {
        return true;
    }
    let dot = match left.token().kind {
        Kind::Mark if left.is_mark('.') && at.token().len() == GROUP => left,
        Kind::Digits if left.is_glued() && left.token().len() + at.token().len() == GROUP => left.back(),
        _ => return false,
    };
    let head = dot.back();
    let word = head.back();
    // `12.345. 678 đồng`
    let grouped = head.is_glued() && word.is_mark('.') && word.is_glued() && word.left().kind == Kind::Digits;
    if dot.is_mark('.') && dot.is_glued() && grouped && head.token().len() == GROUP {
        return true;
    }
    let torn = dot.is_glued() || dot.token().gap == Gap::Blank && at.token().len() == GROUP;
    let group = dot.is_mark('.') && torn && head.is_digits() && head.token().len() <= GROUP;
    let told = word.is_word() && !word.is_capitalized() && label::label(head).is_none();
    group && head.token().gap == Gap::Blank && told && !head.text().starts_with('0')
}

/// The `50` of `xã có 1 50 hộ`: nobody puts two numbers side by side in prose, unless the first is a year or the number
/// of what stands before it: `tháng 6 240 hộ`, `năm 2023 120 hộ`, `tổ 5 12 hộ`.
fn is_beside_a_number(at: Cursor<'_, '_>, left: Cursor<'_, '_>) -> bool {
    const MOST: usize = 2;
    let word = left.back();
    let told = word.is_word() && !word.is_capitalized() && !is_number_word(word) && label::label(left).is_none();
    let short = left.is_digits() && left.token().len() <= MOST && at.token().len() <= MOST;
    short && told && left.token().gap == Gap::Blank && at.next().is_word()
}

/// Whether a word may be numbered though it is no label: `tháng 6 240 hộ`.
fn is_number_word(at: Cursor<'_, '_>) -> bool {
    at.eat_any(&[word::NGAY, word::THANG, word::NAM, word::QUY, word::THU, word::SO]).is_some()
}

/// A word of prose rather than a symbol: it has a Vietnamese letter and is no abbreviation.
fn is_plain_word(word: &str) -> bool {
    !word.is_ascii() && word.chars().skip(1).all(char::is_lowercase) && word.chars().count() > 1
}

impl<'t, 'b> Amount<'t, 'b> {
    /// The value if its comma parts thousands: `33,293 người`.
    pub(crate) fn as_thousands(&self) -> Option<Decimal> {
        if self.is_open { self.value.shifted(3) } else { None }
    }

    /// A value of the amount with its sign.
    pub(crate) fn with_sign(&self, value: Decimal) -> Decimal {
        if self.sign == Some('-') { value.negated() } else { value }
    }

    /// The value with its sign.
    pub(crate) fn signed(&self) -> Decimal {
        self.with_sign(self.value)
    }

    /// Takes what is parted from its digits by a blank, and the value said again.
    fn go_on(&mut self) {
        self.add_blank_groups();
        self.join_stray_blank();
        self.join_lost_group();
        self.next = behind_repetition(self.value, self.next);
    }

    /// `64 500 000 đ`: blanks between groups of three digits. A blank parts thousands only where
    /// the first group has no zero in front and nothing before it claims that group (`tháng 6 240
    /// hộ`), and where the groups end in a word, not in a further number of a table's row.
    fn add_blank_groups(&mut self) {
        if !self.plain || !self.next.is_digits() {
            return;
        }
        let first = self.from.digits().unwrap_or_default();
        if first.len() > 3 || first.starts_with('0') {
            return;
        }
        if label::may_number(self.from) || self.from.left().kind == Kind::Digits {
            return;
        }
        let (mut value, mut at) = (self.value, self.next);
        while let Some(group) = at.number(3..=3) {
            if at.token().gap != Gap::Blank || at.next().is_glued() && !matches!(at.next().token().kind, Kind::Word) {
                return;
            }
            let Some(sum) = value.shifted(3).and_then(|value| value.checked_add(group.into())) else { return };
            (value, at) = (sum, at.next());
        }
        // `200 000 – 350 000 đ`: the other end has groups of its own.
        let range = || {
            let high = at.eat_mark('-').filter(|high| high.number(1..=3).is_some());
            high.is_some_and(|high| high.next().token().gap == Gap::Blank && high.next().token().len() == 3)
        };
        if at.distance(self.next) != 0 && (at.is_word() || range()) {
            (self.value, self.next, self.plain) = (value, at, false);
        }
    }

    /// `1 7,7%`, `1 6%`, `21, 8%`, `3 , 45 %`, `1 ,25 tỷ`: a blank that a PDF put inside a number. Joined only
    /// where two numbers side by side make no sense: before a percent sign or a scale word.
    fn join_stray_blank(&mut self) {
        let split = self.next.is_digits() || self.next.is_mark(',');
        if !self.plain || !split || self.from.token().len() > 2 {
            return;
        }
        let before = self.from.back();
        if !(before.is_word() && label::label(self.from).is_none() || before.is_mark('-')) {
            return;
        }
        let comma = self.next.eat_mark(',');
        let rest = comma.unwrap_or(self.next);
        let gaps = (self.next.token().gap, rest.token().gap);
        let split = match comma {
            Some(_) => matches!(gaps, (Gap::Glued, Gap::Blank) | (Gap::Blank, Gap::Glued | Gap::Blank)),
            None => gaps.1 == Gap::Blank,
        };
        let Some(digits) = rest.digits().filter(|digits| split && digits.len() <= 2) else { return };
        let Some(tail) = rest.source().get(rest.start()..).and_then(digits::parse).filter(|tail| !tail.is_open) else {
            return;
        };
        let next = digits::behind_bytes(rest, tail.len);
        let percent = next.is_mark('%') && (next.is_glued() || comma.is_some() && next.token().gap == Gap::Blank);
        // Nobody puts a blank before a comma and none behind it, but within a number.
        let inner = gaps == (Gap::Blank, Gap::Glued) && comma.is_some();
        // One decimal comma in all: `21, 8` or `1 7,7`, not `2, 8,5`.
        if !(percent || inner) || comma.is_some() && !tail.plain || tail.dot != Dot::None {
            return;
        }
        let joined = match comma {
            Some(_) => format!("{}.{digits}", self.value),
            None => format!("{}{:0>width$}", self.value, tail.value, width = tail.len),
        };
        if let Ok(value) = joined.parse() {
            (self.value, self.next, self.plain) = (value, next, false);
        }
    }

    /// `1 .250 ca`, `18 .400 m2`: a blank before a group of thousands.
    fn join_lost_group(&mut self) {
        let Some(rest) = self.next.eat_mark('.').filter(|rest| rest.is_glued() && !self.next.is_glued()) else {
            return;
        };
        let first = self.from.digits().unwrap_or_default();
        let group = rest.number(3..=3).is_some() && !rest.next().is_mark('.');
        if !self.plain || first.len() > 3 || first.starts_with('0') || !group || label::label(self.from).is_some() {
            return;
        }
        let group = rest.number(3..=3);
        let sum = group.and_then(|group| self.value.shifted(3)?.checked_add(group.into()));
        let Some(sum) = sum else { return };
        (self.value, self.next, self.plain) = (sum, rest.next(), false);
    }

    /// A sign touches the digits and nothing else: `(-18,19%)`, `mức -1,2 °C`, `≤ -18 °C`; the hyphen of
    /// `5 -10%` and of a list's `- 5 xã` is none. Before a share in brackets a blank does no harm, nor before what is
    /// alone in them: `(- 3%)`, `(+ 3 vụ)`. Says whether the digits are no tail of another number, and no tolerance:
    /// `25 ± 2 °C`.
    fn add_sign(&mut self) -> bool {
        let sign = self.from.back();
        let mark = sign.token().mark;
        if !matches!(mark, '-' | '+') {
            // Digits carry their value as a mark beyond all others.
            if mark == '.' || mark > '~' {
                return mark != '±' && !is_tail(self.from);
            }
            // `tăng trưởng âm 2,5%`, `âm 3 độ C`, `âm 3 đến âm 1 độ C`
            if sign.is(word::AM) && !self.from.at_floor() && range_below_zero(self.next) {
                (self.from, self.sign) = (sign, Some('-'));
            }
            return true;
        }
        let share = sign.left().mark == '(' && (self.next.is_mark('%') || closes_soon(self.next));
        if !(self.from.is_glued() || share && self.from.token().gap == Gap::Blank) || self.from.at_floor() {
            return true;
        }
        let before = sign.left();
        let opens = (sign.token().gap == Gap::Glued || share)
            && before.kind == Kind::Mark
            && (matches!(before.mark, '(' | '[' | ':') || is_limit(before.mark));
        // `; +12,1%`, `Dệt may: -3,5%`, `giảm 5 người = -7,58%`, `+5,2%; -3,1%`
        let next = mark == '+' || before.mark == ',' || sign.eat_mark_left(';').is_some_and(is_signed_share);
        let listed =
            self.next.is_mark('%') && (matches!(before.mark, ':' | '=') || next && matches!(before.mark, ',' | ';'));
        // `≤ -18 °C`, `bảo quản: -18 °C`, `; -5 độ C`
        let below_zero = || {
            let of_degrees = !self.next.is_mark('%') && matches!(before.mark, ':' | '=' | ';' | ',');
            units_below_zero(self.next) && (of_degrees || is_limit(before.mark))
        };
        // `gồm -4 hộ`: no fewer than none.
        let counted = || self.next.phrase(Class::Noun).is_some() && self.next.phrase(Class::Unit).is_none();
        // `-25 °C đến⏎-15 °C`: no item of a list begins behind the joint of a range.
        let joined = sign.token().gap == Gap::Line && sign.eat_any_left(&[word::DEN, word::TOI]).is_some();
        let apart = (joined || matches!(sign.token().gap, Gap::Blank | Gap::Wide))
            && (before.kind == Kind::Word && !counted() || listed || before.kind == Kind::Mark && below_zero());
        if opens || apart || is_compared(sign) {
            self.from = sign;
            self.sign = Some(mark);
        }
        true
    }

    /// `nghìn tỷ`; `3 tỷ 651 triệu`; `3 nghìn 651 tỷ`; `2 triệu rưỡi`.
    fn add_scales(&mut self) -> Option<()> {
        let Some((power, mut next)) = scales(self.next) else { return Some(()) };
        let mut value = self.value.shifted(power)?;
        self.scale = power;
        if let Some((words::Role::Half, _, end)) = words::numeral(next) {
            value = value.checked_add(Decimal::new(5, 1)?.shifted(power)?)?;
            next = end;
        } else if let Some((sum, scale, end)) = smaller(value, power, next) {
            (value, self.scale, next) = (sum, scale, end);
        }
        (self.value, self.next, self.plain) = (value, next, false);
        // Before a scale a comma is a decimal comma: `842,238 tỷ đồng`.
        self.is_open = false;
        Some(())
    }
}

/// Whether a sign tells a direction of a comparison, or of the next in its list: `so với cùng kỳ: -5 vụ, -2 người chết, +3
/// người bị thương`, `so CK: số vụ -5, bị thương +2 người`, `(+5 vụ/+8 đối tượng)`.
pub(crate) fn is_compared(sign: Cursor<'_, '_>) -> bool {
    const MOST: usize = 6;
    const MOST_WORDS: isize = 6;
    let mut sign = sign;
    for _ in 0..MOST {
        if sign.token().gap > Gap::Blank {
            return false;
        }
        let name = sign.words_left(MOST_WORDS).last();
        let mark = name.unwrap_or(sign).back();
        match mark.token().mark {
            ':' => return is_behind_base(mark),
            '(' => return name.is_none(),
            ',' | ';' => {}
            '/' if name.is_none() => {}
            _ => return false,
        }
        let Some(before) = sign_of_item(mark, name.is_some()) else { return false };
        sign = before;
    }
    false
}

/// Before the colon of a comparison with the same time, or with whatever stands behind `so`: `so với cùng kỳ: `, `so CK:`, `so
/// với năm 2023:`.
fn is_behind_base(colon: Cursor<'_, '_>) -> bool {
    const REACH: usize = 7;
    let mut at = colon;
    for _ in 0..REACH {
        let left = at.back();
        if left.is(word::SO_WITH) {
            return !at.is(word::SANH);
        }
        if !(left.is_word() || left.is_digits() || left.is_mark('/')) {
            return false;
        }
        at = left;
    }
    false
}

/// Before the sign of the item that ends here: the `-` of `-5 vụ tai nạn`, `-5 vụ (-12,5%)`, of items with names `số vụ -5`.
fn sign_of_item<'t, 'b>(end: Cursor<'t, 'b>, named: bool) -> Option<Cursor<'t, 'b>> {
    const MOST_WORDS: usize = 5;
    const MOST_INSIDE: usize = 8;
    let mut end = end;
    if end.left().mark == ')' {
        end = std::iter::successors(Some(end.back()), |at| Some(at.back()))
            .take(MOST_INSIDE)
            .find(|at| at.is_mark('('))?;
    }
    let last = (0..=MOST_WORDS).try_fold(end, |at, _| if at.back().is_word() { Ok(at.back()) } else { Err(at) });
    let last = last.err()?.back();
    let mut first = last;
    while first.is_digits() && first.is_glued() && matches!(first.left().mark, '.' | ',') && first.back().is_glued() {
        first = first.back().back();
    }
    let sign = first.back();
    let signed = last.is_digits() && first.is_glued() && matches!(sign.token().mark, '-' | '+');
    (signed && (named || last.distance(end) > 1)).then_some(sign)
}

/// Whether nothing but a few words stands before the end of the brackets.
fn closes_soon(at: Cursor<'_, '_>) -> bool {
    const MOST_WORDS: usize = 4;
    let words = |at: &Cursor<'_, '_>| at.is_word();
    let behind = std::iter::successors(Some(at), |at| words(at).then(|| at.next())).take(MOST_WORDS + 1).last();
    behind.is_some_and(|end| end.is_mark(')'))
}

/// Whether the mark tells a limit, behind which a hyphen is a sign.
const fn is_limit(mark: char) -> bool {
    matches!(mark, '≤' | '≥' | '<' | '>' | '‹' | '›' | '~' | '≈')
}

/// Whether `+5,2%` or `-3%` ends here.
fn is_signed_share(at: Cursor<'_, '_>) -> bool {
    let Some(share) = at.eat_mark_left('%') else { return false };
    let last = share.back();
    let first = last.eat_mark_left(',').map_or(last, Cursor::back);
    last.is_digits() && first.is_digits() && first.is_glued() && matches!(first.left().mark, '+' | '-')
}

/// Whether a unit stands here of which there may be less than none: a share, a degree.
fn units_below_zero(at: Cursor<'_, '_>) -> bool {
    let percent = || at.is(word::PHAN) && at.next().is(word::HUNDRED);
    at.is_mark('%') || is_degree(at) || percent()
}

/// `°C`, `độ C`
pub(crate) fn is_degree(at: Cursor<'_, '_>) -> bool {
    matches!(at.token().mark, '°' | 'º') || at.is(word::DEGREE)
}

/// The same behind one number, or behind the upper end of a range that it begins: `âm 25 đến âm 18 độ C`.
fn range_below_zero(at: Cursor<'_, '_>) -> bool {
    units_below_zero(at) || upper_end(at).is_some_and(|upper| is_below_zero(upper.eat(word::AM).unwrap_or(upper)))
}

/// Whether digits stand here, and a unit of which there may be less than none: `âm 3 tỷ đồng` has no sign that is read.
pub(crate) fn is_below_zero(at: Cursor<'_, '_>) -> bool {
    digits::read(at).is_some_and(|(_, end)| units_below_zero(end))
}

/// The scale words behind digits, as one power of ten; before them also `trăm` and `chục`.
///
/// ```text
/// scales := ["trăm" | "chục"] {scale}                 2 trăm triệu đồng, 3 trăm hộ, 5 chục suất quà
/// ```
#[inline]
fn scales<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u8, Cursor<'t, 'b>)> {
    let word = at.token().syllable;
    if word == word::HUNDRED || word == word::TEN_OF { tens(at) } else { words::scales(at) }
}

/// The hundreds or tens of something, told by digits below a hundred. Without a scale, a noun or a unit behind it `chục` is
/// counted itself, as eggs and oranges are (`5 chục`, where some put twelve in one); `2 trăm năm mươi` goes on in words.
#[cold]
#[inline(never)]
fn tens<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u8, Cursor<'t, 'b>)> {
    let digits = at.back();
    let few = digits.number(1..=2).is_some() && !digits.text().starts_with('0') && at.token().gap == Gap::Blank;
    let next = at.next();
    let spoken = |at: Cursor<'_, '_>| at.phrase(Class::Numeral).is_some();
    // `2 chục năm`, `3 trăm năm lịch sử`: years.
    let years = next.is(word::NAM) && !spoken(next.next());
    if !few || words::is_compound(at) || spoken(next) && !years {
        return None;
    }
    // `chương 3 trăm hoa đua nở`
    let counted = || next.phrase(Class::Noun).is_some() && label::label(digits).is_none();
    let unit = || [Class::Unit, Class::Currency, Class::TimeUnit].iter().any(|&class| next.phrase(class).is_some());
    let power = if at.is(word::HUNDRED) { 2 } else { 1 };
    match words::scales(next) {
        Some((more, end)) => Some((power + more, end)),
        // `1 trăm 20 triệu đồng`
        None => (unit() || counted() || power == 2 && is_scaled(next)).then_some((power, next)),
    }
}

/// Whether one or two digits stand here, and a scale behind them.
fn is_scaled(at: Cursor<'_, '_>) -> bool {
    at.number(1..=2).is_some() && words::scales(at.next()).is_some()
}

/// What follows a scaled number and belongs to it: `651 triệu` behind `3 tỷ`, and `300 nghìn` behind that; or
/// `651 tỷ` behind `3 nghìn` and `20 triệu` behind `1 trăm`, where the last scale counts for both.
fn smaller<'t, 'b>(value: Decimal, power: u8, at: Cursor<'t, 'b>) -> Option<(Decimal, u8, Cursor<'t, 'b>)> {
    (at.is_digits() && at.token().gap <= Gap::Line).then_some(())?;
    let (number, end) = digits::read(at).filter(|(number, _)| number.value.is_integer())?;
    let Some((next_power, next)) = scales(end).filter(|_| number.plain) else {
        return ones(value, power, at, end, &number);
    };
    let limit = |power: u8| Decimal::ONE.shifted(power);
    if next_power < power {
        let part = number.value.shifted(next_power).filter(|&part| limit(power).is_some_and(|limit| part < limit))?;
        let sum = value.checked_add(part)?;
        return smaller(sum, next_power, next).or(Some((sum, next_power, next)));
    }
    if matches!(power, 2 | 3) && number.value < limit(power)? {
        return Some((value.checked_add(number.value)?.shifted(next_power)?, next_power, next));
    }
    None
}

/// `3 triệu 500 đồng`, `200 triệu 500.000 đồng`: what is left of a sum, of three digits at least, right before its
/// currency.
fn ones<'t, 'b>(
    value: Decimal,
    power: u8,
    at: Cursor<'t, 'b>,
    next: Cursor<'t, 'b>,
    number: &digits::Number,
) -> Option<(Decimal, u8, Cursor<'t, 'b>)> {
    let whole = !number.is_open && number.len >= 3 && number.value < Decimal::ONE.shifted(power)?;
    let sum = at.token().gap == Gap::Blank && next.phrase(Class::Currency).is_some();
    (whole && sum).then_some((value.checked_add(number.value)?, 0, next))
}
