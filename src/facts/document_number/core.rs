//! The number itself, from its first digit to the last letter of its symbol.
//!
//! ```text
//! core   := number [separator year] [[separator] symbol]
//! number := digits{1,5} ["." digits{1,2}] [letter]            66.13  30a
//!         | digits{1,2} "." digits{3}                          1.215, a thousand and more
//!         | "số" digits " " digits "/"                         số 3 7/2003/NĐ-CP
//! symbol := group (separator group)*
//! ```
//!
//! Separators may have blanks or a line break around them where the group behind them is known.

use std::borrow::Cow;

use super::group;
use super::header;
use super::symbol::Group;
use crate::cursor::{Cursor, Gap, Kind, Token};
use crate::lexicon::word;

/// A number as it stands in the text; nothing of it is judged.
#[derive(Clone)]
pub(super) struct Core<'t, 'b> {
    pub(super) from: Cursor<'t, 'b>,
    /// Behind the last token of it.
    pub(super) next: Cursor<'t, 'b>,
    /// Behind number and year.
    pub(super) body: Cursor<'t, 'b>,
    /// Empty where the number is blank.
    pub(super) number: &'t str,
    pub(super) year: Option<u16>,
    pub(super) groups: Groups<'t>,
    /// Whether nothing stands between number and symbol, or a blank.
    pub(super) is_glued: bool,
}

const MOST_GROUPS: usize = 8;

/// The groups of a symbol.
#[derive(Clone, Copy)]
pub(super) struct Groups<'t> {
    all: [Group<'t>; MOST_GROUPS],
    count: usize,
}

impl<'t> Groups<'t> {
    pub(super) const NONE: Self = Self { all: [Group { text: "", separator: ' ' }; MOST_GROUPS], count: 0 };

    fn push(&mut self, group: Group<'t>) {
        if let Some(slot) = self.all.get_mut(self.count) {
            *slot = group;
            self.count += 1;
        }
    }

    pub(super) fn all(&self) -> &[Group<'t>] {
        self.all.get(..self.count).unwrap_or_default()
    }

    const fn is_full(&self) -> bool {
        self.count == MOST_GROUPS
    }
}

/// The years that numbers of documents bear.
const YEARS: std::ops::RangeInclusive<u16> = 1945..=2099;

/// Reads the core at its first digit, or at the `/` behind a number left blank.
pub(super) fn core<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Core<'t, 'b>> {
    let blank = at.is_mark('/');
    let body = if blank { at } else { number(at)? };
    let number = if blank { "" } else { at.text_to(body) };
    if blank && at.left().kind == Kind::Digits {
        return None;
    }
    let mut core = Core { from: at, next: body, body, number, year: None, groups: Groups::NONE, is_glued: false };
    if let Some((year, next)) = year(body) {
        core.year = Some(year);
        (core.body, core.next) = (next, next);
    }
    // The year of a number left blank: `Số:   /2024/NQ-HĐND`.
    read_symbol(&mut core);
    Some(core)
}

/// Digits, a dot and digits, a letter.
fn number<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    if !at.is_digits() || at.token().len() > 5 {
        return None;
    }
    if let Some(next) = broken(at) {
        return Some(next);
    }
    let mut next = at.next();
    if let Some(dot) = glued_mark(next, '.')
        && dot.is_glued()
        && (dot.number(1..=2).is_some() || dot.number(3..=3).is_some() && may_be_thousands(at))
        && dot.next().is_mark('/')
    {
        next = dot.next();
    }
    let letter = next.token();
    if letter.kind == Kind::Word && letter.gap == Gap::Glued && next.text().chars().count() == 1 {
        let after = next.next();
        let upper = next.is_upper();
        if after.is_mark('/') || after.is_mark('-') || upper && after.is_word() && after.token().gap == Gap::Blank {
            return Some(after);
        }
        // `Nghị quyết 30a`; `5L`, `3G` are none: a capital stands only before a separator.
        let whole = matches!(letter_of(next), 'a'..='d' | 'đ') && (!after.is_word() || !after.is_glued());
        return (!upper).then_some(if whole { after } else { next });
    }
    Some(next)
}

/// `Công văn số 1.215/STP`: the group before the dot.
fn may_be_thousands(at: Cursor<'_, '_>) -> bool {
    at.token().len() <= 2 && !at.text().starts_with('0')
}

/// Without the dot of thousands: `1.215` is 1215, but `66.13` stays.
pub(super) fn without_dot(written: &str) -> Cow<'_, str> {
    match written.split_once('.') {
        Some((first, group)) if group.len() == 3 => Cow::Owned([first, group].concat()),
        _ => Cow::Borrowed(written),
    }
}

/// Behind a number in two pieces.
fn broken<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let second = at.next();
    at.eat_left(word::SO).filter(|_| second.token().gap == Gap::Blank)?;
    let behind = second.next();
    // `số 09 2006/QĐ-UBND` lost the separator before its year.
    let fits = second.is_digits()
        && at.token().len() + second.token().len() < 5
        && !at.text().starts_with('0')
        && behind.is_glued()
        && behind.is_mark('/');
    fits.then_some(behind)
}

fn letter_of(at: Cursor<'_, '_>) -> char {
    at.text().chars().next().unwrap_or_default()
}

fn glued_mark<'t, 'b>(at: Cursor<'t, 'b>, mark: char) -> Option<Cursor<'t, 'b>> {
    at.eat_mark(mark).filter(|_| at.is_glued())
}

/// A separator and the year behind it: `/2020`, ` / 2001`, `-2018` before a slash; the separator may
/// be lost where a slash follows, `số 09 2006/QĐ-UBND`.
fn year<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(u16, Cursor<'t, 'b>)> {
    let lost = || (at.token().gap == Gap::Blank && at.next().is_mark('/')).then_some((' ', at));
    let (separator, next) = separator(at).or_else(lost)?;
    let year = next.number(4..=4).map(|year| year as u16).filter(|year| YEARS.contains(year))?;
    let next = next.next();
    (separator == '/' || next.is_mark('/')).then_some((year, next))
}

/// A slash or a dash, which the header of a page may part from what follows.
fn separator<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(char, Cursor<'t, 'b>)> {
    let token = at.token();
    if token.kind != Kind::Mark || !matches!(token.mark, '/' | '-') {
        return None;
    }
    // `19/2022//TT-BKHĐT`
    let next = at.next().eat_mark(token.mark).filter(|_| at.next().is_glued()).unwrap_or(at.next());
    if next.token().gap == Gap::Line
        && let Some(behind) = header::skip(next)
    {
        return Some((token.mark, behind));
    }
    (next.token().kind != Kind::End).then_some((token.mark, next))
}

fn read_symbol<'t>(core: &mut Core<'t, '_>) {
    let at = core.next;
    let first = match separator(at) {
        Some((mark, next)) => Some((mark, next, is_loose(at, next))),
        // `84QĐ/TU`, `29 HD/VP`, `01/2020 TT-BTC`
        None if at.is_word() && at.is_capitalized() && at.token().gap <= Gap::Blank => Some((' ', at, true)),
        None => None,
    };
    let Some((mark, next, loose)) = first else { return };
    let Some((group, mut behind)) = letters(next) else { return };
    // `Công báo/Số 241/Ngày 17-03-2026`: the header of a page, which there are many of.
    let known = || !next.is(word::NGAY) && group::is_known(group);
    let fits = if loose { is_symbol(group) && known() } else { is_symbol(group) || known() };
    if !fits {
        return;
    }
    core.is_glued = mark == ' ';
    core.groups.push(Group { text: group, separator: mark });
    while !core.groups.is_full()
        && let Some((group, next)) = next_group(behind)
    {
        core.groups.push(group);
        behind = next;
    }
    core.next = behind;
}

/// Whether there is more than the separator between two tokens.
fn is_loose(at: Cursor<'_, '_>, next: Cursor<'_, '_>) -> bool {
    at.token().gap != Gap::Glued || next.token().gap != Gap::Glued
}

/// A separator and a group.
fn next_group<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(Group<'t>, Cursor<'t, 'b>)> {
    if let Some(next) = glued_mark(at, '.') {
        // `QĐ.UB`, never the full stop of a sentence
        let (text, behind) = letters(next).filter(|(text, _)| next.is_glued() && group::is_known(text))?;
        return Some((Group { text, separator: '.' }, behind));
    }
    let (mark, next) = separator(at)?;
    let (text, behind) = letters(next)?;
    let fits = if is_loose(at, next) {
        let wrapped = at.is_glued() && next.token().gap >= Gap::Line && is_symbol(text);
        wrapped || is_symbol(text) && group::is_known(text)
    } else {
        is_symbol(text) || group::is_known(text)
    };
    fits.then_some((Group { text, separator: mark }, behind))
}

/// Letters and digits in one, `&` among them: `BNN&PTNT`, `QH14`, `C06`.
fn letters<'t, 'b>(at: Cursor<'t, 'b>) -> Option<(&'t str, Cursor<'t, 'b>)> {
    const MOST_TOKENS: usize = 8;
    if !at.is_word() {
        return None;
    }
    let mut next = at.next();
    if let Some(dotted) = dotted(at) {
        next = dotted;
    } else if let Some(dot) = glued_mark(next, '.')
        && dot.is_glued()
        && group::is_dotted(at.text_to(dot.next()))
    {
        next = dot.next();
    }
    for _ in 0..MOST_TOKENS {
        let token = next.token();
        if token.gap != Gap::Glued {
            break;
        }
        let goes_on = match token.kind {
            Kind::Word | Kind::Digits => true,
            Kind::Mark => token.mark == '&' && next.next().is_glued() && next.next().is_word(),
            Kind::End => false,
        };
        if !goes_on {
            break;
        }
        next = next.next();
    }
    Some((without_prose(at.text_to(next)), next))
}

/// Without the word of prose that lost its blank: `UBNDngày`, `CPcủa`. It is longer than what a symbol has in lower case
/// and has a Vietnamese letter, as no such part has: `TTg`, `GDTrH`.
fn without_prose(text: &str) -> &str {
    let symbol = text.trim_end_matches(char::is_lowercase);
    let prose = text.get(symbol.len()..).unwrap_or_default();
    let capitals = symbol.chars().take(2).filter(|c| c.is_uppercase()).count();
    let word = prose.len() > 2 && !prose.is_ascii() && prose.chars().count() > 2;
    if word && capitals > 1 { symbol } else { text }
}

/// `T.Ư`, `T.U`
fn dotted<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let dot = glued_mark(at.next(), '.').filter(|_| at.text() == "T")?;
    (dot.is_glued() && matches!(dot.text(), "U" | "Ư" | "W" | "TW")).then(|| dot.next())
}

fn is_capital(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase)
}

/// Whether it looks like the symbol of a body that stands in no table.
fn is_symbol(text: &str) -> bool {
    if !is_capital(text) {
        return false;
    }
    let (mut capitals, mut others) = (0, 0);
    for c in text.chars() {
        if c.is_uppercase() || c.is_ascii_digit() {
            capitals += 1;
        } else if c.is_alphabetic() {
            others += 1;
        }
    }
    capitals >= 2 && others <= capitals
}

impl<'t, 'b> Core<'t, 'b> {
    /// Leaves out the footnote mark glued to the last group.
    pub(super) fn cut(&mut self, footnote: usize) {
        let end = self.next.end() - footnote;
        while self.next.end() > end {
            self.next = self.next.back();
        }
    }
}

/// Before the slash of a number left blank, where the anchor is the year behind it: `Số:   /2024/NQ-HĐND`.
pub(super) fn blank_before_year<'t, 'b>(at: Cursor<'t, 'b>) -> Option<Cursor<'t, 'b>> {
    let slash = at.eat_mark_left('/').filter(|_| at.is_glued() && at.number(4..=4).is_some())?;
    let blank = slash.token().gap != Gap::Glued || matches!(slash.left().mark, '.' | '…' | '_');
    (blank && slash.left().kind == Kind::Mark || slash.back().is(word::SO)).then_some(slash)
}

/// Whether a core may begin with these digits: nothing is glued to their left that makes them the
/// tail of something else.
pub(super) fn is_head(at: Cursor<'_, '_>) -> bool {
    let token = at.token();
    if token.gap != Gap::Glued {
        return true;
    }
    let left: Token = at.left();
    match left.kind {
        Kind::Mark => !matches!(left.mark, '/' | '-' | '.' | ',' | '%' | '+' | '_' | '@' | '°' | '\''),
        // `số31-QĐ/TW`
        Kind::Word => at.back().is(word::SO),
        _ => true,
    }
}
