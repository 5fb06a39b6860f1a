//! Tokens around an anchor, lexed on demand in both directions.
//!
//! A [`Cursor`] is a place between tokens: `Copy`, so trying a reading is copying the cursor. A token
//! carries **all** its readings, since it carries only the word: `năm` is five *and* year, `1/2` a
//! date, a half, the head of a document number. A recogniser picks one; nothing is decided here.

use std::cell::Cell;

use crate::Span;
use crate::lexicon::fold::Key;
use crate::lexicon::{Class, Node, Syllable};

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// Nothing: the text has ended (or, leftwards, has not begun).
    End,
    /// ASCII digits.
    Digits,
    /// Letters.
    Word,
    /// One character that is neither.
    Mark,
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Gap {
    /// Nothing at all.
    Glued,
    /// One blank.
    Blank,
    /// Several blanks, or a tab.
    Wide,
    /// One line break, and perhaps blanks.
    Line,
    /// A blank line, or the edge of the text.
    Paragraph,
}

/// A run of digits, a word, or a mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: Kind,
    /// Before it.
    pub(crate) gap: Gap,
    /// Of a word.
    pub(crate) syllable: Syllable,
    /// Of a mark; dashes of every kind read as `-`, slashes as `/`, quotes as `"`.
    pub(crate) mark: char,
}

impl Token {
    const fn end_at(at: usize) -> Self {
        Self { start: at, end: at, kind: Kind::End, gap: Gap::Paragraph, syllable: Syllable::UNKNOWN, mark: '\0' }
    }

    /// Its length in bytes.
    pub(crate) const fn len(&self) -> usize {
        self.end - self.start
    }
}

/// A token as the window keeps it: 16 bytes, offsets counted from the window's base.
#[derive(Clone, Copy, Debug)]
struct Stored {
    start: u32,
    end: u32,
    syllable: Syllable,
    /// Of the basic plane; any other mark is U+FFFD.
    mark: u16,
    kind: Kind,
    gap: Gap,
}

impl Stored {
    const NONE: Self =
        Self { start: 0, end: 0, syllable: Syllable::UNKNOWN, mark: 0, kind: Kind::End, gap: Gap::Paragraph };

    /// `None` where the token lies further from the base than 32 bits reach.
    fn of(token: Token, base: usize) -> Option<Self> {
        Some(Self {
            start: u32::try_from(token.start - base).ok()?,
            end: u32::try_from(token.end - base).ok()?,
            syllable: token.syllable,
            mark: u16::try_from(token.mark as u32).unwrap_or(0xFFFD),
            kind: token.kind,
            gap: token.gap,
        })
    }

    #[inline]
    fn token(self, base: usize) -> Token {
        Token {
            start: base + self.start as usize,
            end: base + self.end as usize,
            kind: self.kind,
            gap: self.gap,
            syllable: self.syllable,
            mark: char::from_u32(u32::from(self.mark)).unwrap_or('\u{FFFD}'),
        }
    }
}

/// The tokens on one side of the origin, the nearest first.
#[derive(Debug)]
struct Side<const N: usize> {
    tokens: [Cell<Stored>; N],
    filled: Cell<usize>,
}

impl<const N: usize> Default for Side<N> {
    fn default() -> Self {
        Self { tokens: [const { Cell::new(Stored::NONE) }; N], filled: Cell::new(0) }
    }
}

impl<const N: usize> Side<N> {
    #[inline]
    fn get(&self, index: usize) -> Option<Stored> {
        if index >= self.filled.get() {
            return None;
        }
        self.tokens.get(index).map(Cell::get)
    }

    fn last(&self) -> Option<Stored> {
        self.filled.get().checked_sub(1).and_then(|last| self.get(last))
    }

    /// Lexes up to the token at `index`; past the end of the text or of the window there is none.
    fn fill(&self, index: usize, base: usize, origin: usize, lex: impl Fn(Token, bool) -> Token) -> Token {
        loop {
            let filled = self.filled.get();
            let last = self.last().map_or(Token::end_at(origin), |last| last.token(base));
            let Some(free) = self.tokens.get(filled).filter(|_| filled == 0 || last.kind != Kind::End) else {
                return Token::end_at(last.end);
            };
            let token = lex(last, filled == 0);
            let Some(stored) = Stored::of(token, base) else { return Token::end_at(last.end) };
            free.set(stored);
            self.filled.set(filled + 1);
            if filled == index {
                return token;
            }
        }
    }
}

/// Tokens that a reading sees to the right of the origin, and to its left.
const REACH_RIGHT: usize = 256;
const REACH_LEFT: usize = 64;
/// An anchor further right than this becomes the origin, so that enough lies before it.
const MOST_TOKENS: usize = 96;

/// The tokens lexed so far around the current anchor. Anchors that follow closely share them, so no
/// part of a text is lexed more than a few times.
#[derive(Debug, Default)]
pub(crate) struct Buffer {
    right: Side<REACH_RIGHT>,
    left: Side<REACH_LEFT>,
    origin: Cell<usize>,
    /// What the offsets of the tokens are counted from.
    base: Cell<usize>,
    /// Where the last fact ended: facts do not grow left of it.
    floor: Cell<usize>,
    /// The index at which the last anchor was found.
    at: Cell<usize>,
}

impl Buffer {
    /// Forgets all tokens; the next anchor makes a new beginning.
    fn restart(&self, at: usize) {
        self.right.filled.set(0);
        self.left.filled.set(0);
        self.origin.set(at);
        self.base.set(at.saturating_sub(1 << 31));
        self.at.set(0);
    }

    /// A cursor before the token at `at`, or `Err` where no token begins there, with the offset from
    /// which to look on.
    pub(crate) fn seek<'t, 'b>(&'b self, text: &'t str, at: usize, floor: usize) -> Result<Cursor<'t, 'b>, usize> {
        self.floor.set(floor);
        if let Some(found) = self.find(at) {
            return found.map(|index| Cursor { text, buffer: self, index: index as isize });
        }
        let before = text.get(..at).and_then(|left| left.chars().next_back());
        let first = text.get(at..).and_then(|right| right.chars().next());
        if first.is_some_and(is_letter) && before.is_some_and(is_letter) {
            return Err(at + 1);
        }
        self.restart(at);
        Ok(Cursor { text, buffer: self, index: 0 })
    }

    /// The index of the token at `at`, if it has been lexed and lies near enough to the origin.
    fn find(&self, at: usize) -> Option<Result<usize, usize>> {
        let base = self.base.get();
        let relative = u32::try_from(at.checked_sub(base)?).ok()?;
        if at < self.origin.get() || self.right.last()?.end <= relative {
            return None;
        }
        let first = self.right.get(self.at.get()).filter(|token| token.start <= relative).map_or(0, |_| self.at.get());
        let (index, token) = (first..)
            .map_while(|index| Some((index, self.right.get(index)?)))
            .find(|(_, token)| token.end > relative)?;
        if token.start < relative {
            return Some(Err(base + token.end as usize));
        }
        self.at.set(index);
        (token.start == relative && index < MOST_TOKENS).then_some(Ok(index))
    }

    #[inline]
    fn token(&self, text: &str, index: isize) -> Token {
        let known = if index < 0 { self.left.get(index.unsigned_abs() - 1) } else { self.right.get(index as usize) };
        match known {
            Some(stored) => stored.token(self.base.get()),
            None => self.lex(text, index),
        }
    }

    #[cold]
    #[inline(never)]
    fn lex(&self, text: &str, index: isize) -> Token {
        let (base, origin) = (self.base.get(), self.origin.get());
        if index < 0 {
            return self.left.fill(index.unsigned_abs() - 1, base, origin, |from, _| lex_left(text, from));
        }
        self.right.fill(index as usize, base, origin, |from, first| lex_right(text, from, first))
    }
}

/// The token behind `last`.
fn lex_right(text: &str, last: Token, first: bool) -> Token {
    let rest = text.get(last.end..).unwrap_or_default();
    let blanks = blank_run(rest.bytes());
    let gap = if first { gap_before(text, last.end) } else { gap_of(rest.get(..blanks).unwrap_or_default()) };
    let start = last.end + blanks;
    let body = rest.get(blanks..).unwrap_or_default();
    if body.is_empty() {
        return Token::end_at(start);
    }
    token(body, start, gap)
}

/// The token before `next`. Its own gap is read too, since it tells whether it is glued.
fn lex_left(text: &str, next: Token) -> Token {
    let left = text.get(..next.start).unwrap_or_default();
    let end = left.len() - blank_run(left.bytes().rev());
    let before = left.get(..end).unwrap_or_default();
    let Some(last) = before.bytes().next_back() else { return Token::end_at(0) };
    if last >= 0x80 || last.is_ascii_alphabetic() {
        return word_left(text, before);
    }
    let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let start = end - digits.max(1);
    token(before.get(start..).unwrap_or_default(), start, gap_before(text, start))
}

/// The word, or the mark outside ASCII, at the end of `before`. Bytes that may be of letters are taken
/// first, which is right but beside marks outside ASCII (`“quý`).
fn word_left(text: &str, before: &str) -> Token {
    let bytes = before.bytes().rev().take_while(|&byte| byte >= 0x80 || byte.is_ascii_alphabetic()).count();
    let mut start = before.len() - bytes;
    let (length, syllable) = word(before.get(start..).unwrap_or_default());
    if length == bytes {
        let gap = gap_before(text, start);
        return Token { start, end: before.len(), kind: Kind::Word, gap, syllable, mark: '\0' };
    }
    let letters = before.trim_end_matches(is_letter).len();
    start = if letters < before.len() { letters } else { before.char_indices().next_back().map_or(0, |(at, _)| at) };
    token(before.get(start..).unwrap_or_default(), start, gap_before(text, start))
}

/// The token at the beginning of `body`, which is not empty.
fn token(body: &str, start: usize, gap: Gap) -> Token {
    let plain = Token { start, end: start, kind: Kind::Mark, gap, syllable: Syllable::UNKNOWN, mark: '\0' };
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return Token { end: start + digits, kind: Kind::Digits, ..plain };
    }
    let (length, syllable) = word(body);
    if length > 0 {
        return Token { end: start + length, kind: Kind::Word, syllable, ..plain };
    }
    let mark = body.chars().next().unwrap_or_default();
    Token { end: start + mark.len_utf8(), mark: plain_mark(mark), ..plain }
}

/// The word at the beginning of `body`: how long it is, and which. Letters of ASCII and of Vietnamese
/// are told by their bytes, all others decoded.
fn word(body: &str) -> (usize, Syllable) {
    let bytes = body.as_bytes();
    let mut key = Key::default();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphabetic() {
            key.push_ascii(byte);
            at += 1;
        } else if byte < 0x80 {
            break;
        } else {
            let Some(c) = body.get(at..).and_then(|rest| rest.chars().next()).filter(|&c| is_letter(c)) else { break };
            key.push(c);
            at += c.len_utf8();
        }
    }
    if at == 0 { (0, Syllable::UNKNOWN) } else { (at, Syllable::of(key)) }
}

/// Letters of every script, and marks that were not composed with theirs.
#[inline]
fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    match c as u32 {
        0xAA | 0xB5 => true,
        0xBA => false, // º for ° in `36,5 ºC`
        0xC0..0x250 => c != '×' && c != '÷',
        0x300..0x370 | 0x1E00..0x1F00 => true,
        _ => c.is_alphabetic(),
    }
}

fn blank_run(bytes: impl Iterator<Item = u8>) -> usize {
    bytes.take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count()
}

/// The gap that ends at `at`.
fn gap_before(text: &str, at: usize) -> Gap {
    let left = text.get(..at).unwrap_or_default();
    let blanks = blank_run(left.bytes().rev());
    if blanks == left.len() {
        return Gap::Paragraph;
    }
    gap_of(left.get(left.len() - blanks..).unwrap_or_default())
}

fn gap_of(blanks: &str) -> Gap {
    match blanks.as_bytes() {
        [] => Gap::Glued,
        [b' '] => Gap::Blank,
        bytes => match bytes.iter().filter(|&&byte| byte == b'\n').count() {
            0 => Gap::Wide,
            1 => Gap::Line,
            _ => Gap::Paragraph,
        },
    }
}

/// Marks that mean the same read as one.
fn plain_mark(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => '-',
        '\u{2044}' | '\u{2215}' | '\u{FF0F}' => '/',
        '“' | '”' | '„' | '«' | '»' => '"',
        _ => c,
    }
}

/// A place between tokens: before the token at `index`.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'t, 'b> {
    text: &'t str,
    buffer: &'b Buffer,
    index: isize,
}

impl<'t, 'b> Cursor<'t, 'b> {
    /// The token right of the cursor.
    #[inline]
    pub(crate) fn token(self) -> Token {
        self.buffer.token(self.text, self.index)
    }

    /// The token left of the cursor.
    pub(crate) fn left(self) -> Token {
        self.back().token()
    }

    /// One token to the right.
    pub(crate) const fn next(self) -> Self {
        Self { index: self.index + 1, ..self }
    }

    /// One token to the left.
    pub(crate) const fn back(self) -> Self {
        Self { index: self.index - 1, ..self }
    }

    /// Where the token right of the cursor starts.
    pub(crate) fn start(self) -> usize {
        self.token().start
    }

    /// Where the token left of the cursor ends: a span that reaches the cursor ends here.
    pub(crate) fn end(self) -> usize {
        self.left().end
    }

    /// From the first token right of `self` to the last left of `end`.
    pub(crate) fn to(self, end: Self) -> Span {
        Span::new(self.start(), end.end())
    }

    /// Whether the last fact ends left of the cursor and right of the token before it: nothing may
    /// grow further to the left.
    pub(crate) fn at_floor(self) -> bool {
        let left = self.left();
        left.kind == Kind::End || left.start < self.buffer.floor.get()
    }

    /// The text in which the cursor moves.
    pub(crate) const fn source(self) -> &'t str {
        self.text
    }

    /// The text of the token right of the cursor.
    pub(crate) fn text(self) -> &'t str {
        self.slice(self.token())
    }

    /// The text of a token.
    pub(crate) fn slice(self, token: Token) -> &'t str {
        self.text.get(token.start..token.end).unwrap_or_default()
    }

    /// The text from here to `end`.
    pub(crate) fn text_to(self, end: Self) -> &'t str {
        self.text.get(self.to(end).range()).unwrap_or_default()
    }

    /// Whether the word right of the cursor is this one.
    pub(crate) fn is(self, word: Syllable) -> bool {
        self.token().syllable == word && word != Syllable::UNKNOWN
    }

    /// Behind the word, where it stands here.
    pub(crate) fn eat(self, word: Syllable) -> Option<Self> {
        self.is(word).then(|| self.next())
    }

    /// Behind the words, where they stand here one after the other.
    pub(crate) fn eat_all(self, words: &[Syllable]) -> Option<Self> {
        words.iter().try_fold(self, |at, &word| at.eat(word))
    }

    /// Behind one of the words.
    pub(crate) fn eat_any(self, words: &[Syllable]) -> Option<Self> {
        let syllable = self.token().syllable;
        (syllable != Syllable::UNKNOWN && words.contains(&syllable)).then(|| self.next())
    }

    /// Before the word left of the cursor, where it is this one.
    pub(crate) fn eat_left(self, word: Syllable) -> Option<Self> {
        (self.back().is(word) && !self.is_paragraph()).then(|| self.back())
    }

    /// Before the words left of the cursor, given in the order in which they are written.
    pub(crate) fn eat_all_left(self, words: &[Syllable]) -> Option<Self> {
        words.iter().rev().try_fold(self, |at, &word| at.eat_left(word))
    }

    /// Before the word left of the cursor, where it is one of these.
    pub(crate) fn eat_any_left(self, words: &[Syllable]) -> Option<Self> {
        self.back().eat_any(words).filter(|_| !self.is_paragraph()).map(|_| self.back())
    }

    /// Whether the mark right of the cursor is this one.
    pub(crate) fn is_mark(self, mark: char) -> bool {
        let token = self.token();
        token.kind == Kind::Mark && token.mark == mark
    }

    /// Behind the mark, where it stands here.
    pub(crate) fn eat_mark(self, mark: char) -> Option<Self> {
        self.is_mark(mark).then(|| self.next())
    }

    /// Before the mark left of the cursor, where it is this one.
    pub(crate) fn eat_mark_left(self, mark: char) -> Option<Self> {
        (self.back().is_mark(mark) && !self.is_paragraph()).then(|| self.back())
    }

    /// The digits right of the cursor.
    pub(crate) fn digits(self) -> Option<&'t str> {
        (self.token().kind == Kind::Digits).then(|| self.text())
    }

    /// Whether the token right of the cursor is a word.
    pub(crate) fn is_word(self) -> bool {
        self.token().kind == Kind::Word
    }

    /// Whether the token right of the cursor touches the one before it.
    pub(crate) fn is_glued(self) -> bool {
        self.token().gap == Gap::Glued
    }

    /// Whether a word touches what stands left of the cursor: `3x`, `30a`.
    pub(crate) fn is_glued_word(self) -> bool {
        self.is_word() && self.is_glued()
    }

    /// Whether a paragraph begins here: what stands left of the cursor says nothing of what stands right.
    pub(crate) fn is_paragraph(self) -> bool {
        self.token().gap == Gap::Paragraph
    }

    /// Whether the word right of the cursor begins with a capital.
    pub(crate) fn is_capitalized(self) -> bool {
        self.text().chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether the word right of the cursor is all capitals.
    pub(crate) fn is_upper(self) -> bool {
        self.is_word() && !self.text().chars().any(char::is_lowercase)
    }

    /// Whether a sentence begins here: behind a full stop, a break or the edge of the text.
    pub(crate) fn is_sentence_start(self) -> bool {
        let left = self.left();
        self.token().gap == Gap::Paragraph
            || left.kind == Kind::End
            || left.kind == Kind::Mark && matches!(left.mark, '.' | '!' | '?' | ':' | ';' | '-' | '+' | '"' | '•' | '*')
    }

    /// The longest phrase of the class that begins here: its row and the cursor behind it. Words of
    /// a phrase may stand on two lines, never in two paragraphs or on both sides of a mark.
    #[inline]
    pub(crate) fn phrase(self, class: Class) -> Option<(usize, Self)> {
        if self.token().syllable.starts(class) { self.walk(class) } else { None }
    }

    fn walk(self, class: Class) -> Option<(usize, Self)> {
        let mut longest = None;
        let (mut node, mut at) = (Node::ROOT, self);
        while let Some(next) = node.step(at.token().syllable) {
            if at.index > self.index && matches!(at.token().gap, Gap::Glued | Gap::Paragraph) && !at.back().is_mark('-')
            {
                break;
            }
            (node, at) = (next, at.next());
            longest = node.row(class).map(|row| (row, at)).or(longest);
            // `héc-ta`, `đô-la`, `ki-lô-mét`
            if at.is_mark('-') && at.is_glued() && at.next().is_glued() {
                at = at.next();
            }
        }
        longest
    }

    /// The longest phrase of the class, of at most `words` words, that ends here: its row and the
    /// cursor before it.
    pub(crate) fn phrase_left(self, class: Class, words: isize) -> Option<(usize, Self)> {
        if !self.left().syllable.ends(class) || self.is_paragraph() {
            return None;
        }
        (1..=words).rev().find_map(|count| {
            let from = Self { index: self.index - count, ..self };
            let (row, end) = from.phrase(class)?;
            (end.index == self.index).then_some((row, from))
        })
    }

    /// How many tokens lie between two cursors on the same text.
    pub(crate) const fn distance(self, end: Self) -> isize {
        end.index - self.index
    }
}
