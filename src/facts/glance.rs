//! A glance at the neighbours of an anchor, which tells what cannot stand there. Most anchors are
//! plain numbers or words that count nothing; the grammars are long, and are spared here.
//!
//! Too much is let through rather than too little; `tests::a_glance_changes_nothing` holds both ways
//! of reading against each other.

use super::{count, measure, ordinal, provision, ratio};
use crate::calendar::{self, Run};
use crate::cursor::{Cursor, Gap, Kind, Token};
use crate::lexicon::{Class, Classes, Syllable, word};
use crate::number::quantity::Numbers;
use crate::number::{amount, listed};

/// What the neighbours of an anchor leave possible: a set of these.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Glance(u16);

impl Glance {
    const NOTHING: Self = Self(0);
    /// A number, in digits or words, of something.
    pub(crate) const NUMBER: Self = Self(1);
    /// Kinds, some of them together.
    pub(super) const DOCUMENT: Self = Self(1 << 1);
    pub(super) const PROVISION: Self = Self(1 << 2);
    pub(super) const TIME: Self = Self(1 << 3);
    pub(super) const PERCENTAGE: Self = Self(1 << 4);
    pub(super) const MONEY: Self = Self(1 << 5);
    pub(super) const MEASURE: Self = Self(1 << 6);
    pub(super) const DURATION: Self = Self(1 << 7);
    pub(super) const RATIO: Self = Self(1 << 8);
    pub(super) const ORDINAL: Self = Self(1 << 9);
    pub(super) const COUNT: Self = Self(1 << 10);
    /// The number of a standard, a form, a contract.
    pub(super) const CODE: Self = Self(1 << 11);
    pub(super) const DOCUMENT_OR_CODE: Self = Self(Self::DOCUMENT.0 | Self::CODE.0);

    /// From the tokens beside the anchor. `in_list` says that a number may count what the fact before
    /// counted.
    pub(crate) fn at(at: Cursor<'_, '_>, in_list: bool) -> Self {
        #[cfg(test)]
        if tests::BLIND.get() {
            return Self(!0);
        }
        let token = at.token();
        let glance = match token.kind {
            Kind::Digits => {
                let counts = !is_label(at) && (may_count(at.next()) || in_list && count::may_end(at.next()));
                let head = before_number(at);
                let paid = is_paid(at.left());
                Self::NOTHING
                    .or(Self::NUMBER, counts || paid)
                    .or(Self::MONEY, paid)
                    .or(Self::DOCUMENT, may_be_document(at, head))
                    .or(Self::CODE, head.left().syllable.ends(Class::NotDocument))
            }
            // `đầu tư`, `tư nhân`: in last place of a number, or behind a word that it numbers.
            Kind::Word if at.is(word::TU_FOUR) && !is_numbered(at) => return Self::NOTHING,
            Kind::Word => Self::NOTHING
                .or(Self::NUMBER, (token.syllable.starts(Class::Numeral) || at.is(word::NUA)) && may_count(at.next()))
                .or(Self::COUNT, at.is(word::GAP))
                .or(Self::RATIO, ratio::may_be_half(at)),
            // The stroke behind a number left blank.
            Kind::Mark | Kind::End => return Self::DOCUMENT,
        };
        glance
            .or(Self::TIME, calendar::may_hold(at))
            .or(Self::PROVISION, provision::may_be_place(at))
            .or(Self::ORDINAL, ordinal::may_be_rank(at))
    }

    /// The same with what the number at the anchor may be a number of.
    pub(crate) fn with(self, numbers: &Numbers<'_, '_>, in_list: bool) -> Self {
        let units = numbers.units();
        let scaled = || numbers.first.scale > 0 || numbers.second.is_some_and(|second| second.scale > 0);
        self.or(Self::PERCENTAGE, units.has(Class::PercentUnit))
            .or(Self::MONEY, units.has(Class::Currency) || scaled())
            .or(Self::MEASURE, units.has(Class::Unit) || units.has(Class::Noun) && measure::may_go_on(numbers))
            .or(
                Self::DURATION,
                units.has(Class::TimeUnit) || may_be_hours(numbers) || may_be_half_day(numbers.first.next),
            )
            .or(Self::RATIO, ratio::may_go_on(numbers))
            .or(Self::COUNT, units.has(Class::Noun) || in_list && count::may_be_item(&numbers.first))
            .or(Self::COUNT, units.has(Class::Currency) && count::may_be_comrades(numbers))
    }

    /// What stands among the points of time at an anchor, if it may be one.
    pub(crate) fn run(self, at: Cursor<'_, '_>) -> Run {
        #[cfg(test)]
        if tests::BLIND.get() {
            return Run { joins: true, recurs: true };
        }
        if self.has(Self::TIME) { Run::behind(at) } else { Run::default() }
    }

    const fn or(self, other: Self, may: bool) -> Self {
        if may { Self(self.0 | other.0) } else { self }
    }

    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether no kind at all is possible.
    pub(crate) const fn is_nothing(self) -> bool {
        self.0 & !Self::NUMBER.0 == 0
    }
}

/// Whether the currency may stand before its number: `USD 500`, `$500`.
fn is_paid(left: Token) -> bool {
    match left.kind {
        Kind::Word => left.syllable.ends(Class::Currency),
        Kind::Mark => matches!(left.mark, '$' | '€' | '£'),
        Kind::Digits | Kind::End => false,
    }
}

/// `24h`, `8-10h`
fn may_be_hours(numbers: &Numbers<'_, '_>) -> bool {
    numbers.second.as_ref().unwrap_or(&numbers.first).next.is(word::H)
}

/// `/2 ngày` behind the 1.
fn may_be_half_day(stroke: Cursor<'_, '_>) -> bool {
    stroke.is_mark('/') && stroke.next().next().is(word::NGAY)
}

/// Whether `tư` is a number here: `thứ tư`, `tháng Tư`, `quý ba và tư`.
fn is_numbered(at: Cursor<'_, '_>) -> bool {
    at.left().mark == ',' || at.eat_any_left(&[word::THU, word::THANG, word::QUY, word::VA, word::HOAC]).is_some()
}

/// Whether something may follow a group of digits, or a number word, that makes it a number of something: a further group,
/// a unit, a stroke. Most numbers of items, cells and names end here.
fn may_count(next: Cursor<'_, '_>) -> bool {
    const UNITS: Classes = Classes::of(&[
        Class::Noun,
        Class::Unit,
        Class::TimeUnit,
        Class::Currency,
        Class::PercentUnit,
        Class::Scale,
        Class::Numeral,
        Class::TimeFollow,
    ]);
    let next = behind_groups(next);
    let token = next.token();
    match token.kind {
        Kind::Word => {
            token.syllable.classes().meets(UNITS)
                || matches!(token.syllable, word::PHAN | word::TRONG | word::TREN | word::US)
                || listed::joins(token) && (next.next().is_digits() || listed::reached(next).is_some())
        }
        Kind::Mark => may_count_behind(next, token.mark),
        // `64 500 000`, `1 7,7%`
        Kind::Digits => token.gap == Gap::Blank && token.len() <= 3,
        Kind::End => false,
    }
}

/// The same of a mark.
fn may_count_behind(at: Cursor<'_, '_>, mark: char) -> bool {
    let (next, behind) = (at.next(), at.next().token());
    match mark {
        // `5.873`, `1 .250 ca`; `21, 8%`, `3 , 45 %`
        '.' | ',' if behind.kind == Kind::Digits => {
            behind.gap == Gap::Glued || mark == ',' && next.next().is_mark('%') || listed::may_go_on(at)
        }
        // `5 (năm) xã`, `năm (05) xã`
        '(' => amount::may_be_repeated(at),
        '/' => ratio::divides(at),
        '-' | '÷' | '~' => behind.kind == Kind::Digits || behind.mark == '<' || leads_upper(behind),
        '%' | '‰' | '°' | 'º' | '⁰' | '˚' | '℃' | '$' | '€' | '₫' | '£' | '¥' => true,
        _ => false,
    }
}

/// Behind the further groups of a number, and its decimals.
fn behind_groups<'t, 'b>(at: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    const MOST: usize = 12;
    let mut end = at;
    for _ in 0..MOST {
        match end.eat_group() {
            Some(next) => end = next,
            None => break,
        }
    }
    end
}

/// Whether a word may begin the upper end of a range: a number, `dưới`, `chưa đủ`, `hết`, `không quá`, `âm`.
fn leads_upper(token: Token) -> bool {
    const LEADS: [Syllable; 6] = [word::DUOI, word::NOT_YET, word::HET, word::DU, word::KHONG, word::AM];
    token.kind == Kind::Word && (token.syllable.starts(Class::Numeral) || LEADS.contains(&token.syllable))
}

/// Alone on its line or in its cell, or the number of an item: `12`, `3. Tình hình`, `12 Điều hòa`, `6.28 Trình tự`.
fn is_label(at: Cursor<'_, '_>) -> bool {
    let (gap, next) = (at.token().gap, at.next());
    if gap < Gap::Tab {
        return false;
    }
    let right = next.token();
    if right.gap >= Gap::Tab || gap == Gap::Tab {
        return right.gap >= Gap::Tab;
    }
    match right.kind {
        Kind::Mark if right.mark == '.' && right.gap == Gap::Glued => {
            let part = next.next();
            !part.is_glued() || part.number(1..=2).is_some() && heads(part.next())
        }
        Kind::Word => at.token().len() <= 2 && heads(next),
        _ => false,
    }
}

/// Whether a heading goes on here, rather than a unit or a scale: with a capital alone.
fn heads(at: Cursor<'_, '_>) -> bool {
    let scale = at.token().syllable.starts(Class::Scale);
    !at.is_glued() && !scale && at.is_capitalized() && !at.is_upper()
}

/// A symbol behind the number, the words of a type or of the central committee before it, an item of a list, a
/// year that closes the name of a law.
fn may_be_document(at: Cursor<'_, '_>, head: Cursor<'_, '_>) -> bool {
    let next = at.next();
    let end = if next.is_mark('/') && next.next().token().len() == 4 { next.next().next() } else { next };
    has_symbol(next)
        || at.is_year() && may_close_name(at)
        || at.left().syllable == word::UONG
        || head.phrase_left(Class::DocumentType, 6).is_some()
        || is_listed(head, end)
}

/// Whether the words before a year may be the name of a law: `Luật Đất đai năm 2013`, `Luật Bảo hiểm y tế (sửa đổi) năm 2014`.
fn may_close_name(year: Cursor<'_, '_>) -> bool {
    let left = year.eat_left(word::NAM).unwrap_or(year).left();
    left.kind == Kind::Word || left.mark == ')'
}

/// Before the `số` of a number and the colon behind it. Most numbers have neither.
#[inline]
fn before_number<'t, 'b>(at: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    let left = at.left();
    if left.mark == ':' || left.syllable == word::SO { before_so(at) } else { at }
}

fn before_so<'t, 'b>(at: Cursor<'t, 'b>) -> Cursor<'t, 'b> {
    let at = at.eat_mark_left(':').unwrap_or(at);
    let number = at.eat_left(word::SO).unwrap_or(at);
    number.eat_left(word::SO).unwrap_or(number)
}

/// Whether a symbol, or a year and a symbol, may stand behind a number: `/QĐ-TTg`, `/2020/NĐ-CP`,
/// `.13/QĐ`, `QĐ/TU`, ` 2006/QĐ-UBND`, `a/2008/NQ-CP`; not `/5` of a date or `. Tình hình` of a heading.
fn has_symbol(next: Cursor<'_, '_>) -> bool {
    let (token, behind) = (next.token(), next.next().token());
    let third = || next.next().next();
    match token.kind {
        Kind::Mark if token.mark == '.' => behind.kind == Kind::Digits && third().is_mark('/'),
        Kind::Mark if matches!(token.mark, '/' | '-') && behind.kind == Kind::Digits && behind.gap < Gap::Line => {
            let slash = token.mark == '/';
            behind.len() == 4 && (third().is_mark('/') || slash && opens_symbol(third()))
        }
        Kind::Word if token.gap == Gap::Glued => {
            let joined =
                matches!(behind.mark, '/' | '-' | ',' | ';') || behind.kind == Kind::Word || behind.gap == Gap::Glued;
            joined || has_capitals(next.text())
        }
        Kind::Digits => token.gap == Gap::Blank && behind.mark == '/',
        _ => opens_symbol(next),
    }
}

/// Whether a symbol may begin behind a number or its year.
fn opens_symbol(next: Cursor<'_, '_>) -> bool {
    let (token, behind) = (next.token(), next.next().token());
    match token.kind {
        Kind::Word => token.gap <= Gap::Blank && has_capitals(next.text()),
        Kind::Mark if matches!(token.mark, '/' | '-') => match behind.kind {
            // The header of a page may stand between.
            _ if behind.gap >= Gap::Line => true,
            // `Công báo số 361/Ngày 15-3-2019`
            Kind::Word if behind.syllable == word::NGAY => false,
            Kind::Word => token.gap == behind.gap && next.is_glued() || has_capitals(next.next().text()),
            Kind::Mark => behind.mark == token.mark && behind.gap == Gap::Glued,
            Kind::Digits | Kind::End => false,
        },
        _ => false,
    }
}

/// Whether the first letter and another one are capitals: `QĐ`, `CTr`.
fn has_capitals(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_uppercase)
}

/// From its head to its end between two items: the words that tell what it is may stand at the first, the symbol
/// at the last.
fn is_listed(head: Cursor<'_, '_>, end: Cursor<'_, '_>) -> bool {
    let joins =
        |token: Token| matches!(token.mark, ',' | ';') || matches!(token.syllable, word::VA | word::DEN | word::HOAC);
    joins(head.left()) && (joins(end.token()) || ends_bare(head))
}

/// Whether a bare number of a list, or one with its year, goes before the last of it: `19` of `Nghị quyết số 18, 19 khóa
/// XII`, `14/2022` of `Nghị định 15/2020 và 14/2022`.
fn ends_bare(item: Cursor<'_, '_>) -> bool {
    let before = item.back().back();
    if !before.is_digits() {
        return false;
    }
    let left = before.left();
    left.syllable == word::SO || matches!(left.mark, ',' | '/') || left.syllable.ends(Class::DocumentType)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::path::Path;

    use crate::{Extractor, FactKind};

    thread_local! {
        /// Reads without a glance: every rule is asked at every anchor.
        pub(super) static BLIND: Cell<bool> = const { Cell::new(false) };
    }

    fn facts(extractor: &Extractor, text: &str, blind: bool) -> Vec<String> {
        BLIND.set(blind);
        let facts = extractor.facts(text).map(|fact| format!("{fact:?}")).collect();
        BLIND.set(false);
        facts
    }

    /// Every text file in a folder.
    fn texts(folder: &Path, all: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.path() {
                path if path.is_dir() => texts(&path, all),
                path => all.extend(std::fs::read_to_string(path)),
            }
        }
    }

    #[test]
    fn a_glance_changes_nothing() {
        let project = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut all = Vec::new();
        for folder in ["tests/data", "examples/reports", "../shared/real", "../shared/gold"] {
            texts(&project.join(folder), &mut all);
        }
        assert!(all.len() > 10, "the marked texts are there");
        let today = "2025-03-12".parse().unwrap();
        let with_all = Extractor::builder().kinds(FactKind::ALL.iter().copied()).reference_date(today).build();
        for extractor in [Extractor::new(), with_all] {
            for text in &all {
                // The marks of marked texts are read like any others: they are no words.
                let (seeing, blind) = (facts(&extractor, text, false), facts(&extractor, text, true));
                let other = seeing.iter().zip(&blind).find(|(seeing, blind)| seeing != blind);
                assert!(
                    seeing.len() == blind.len() && other.is_none(),
                    "{other:#?}, {} and {}",
                    seeing.len(),
                    blind.len()
                );
            }
        }
    }
}
