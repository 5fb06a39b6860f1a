//! Tokens around an anchor, lexed on demand in both directions.
//!
//! A [`Cursor`] is a place between tokens: `Copy`, so trying a reading is copying the cursor. A token
//! carries **all** its readings, since it carries only the word: `năm` is five *and* year, `1/2` a
//! date, a half, the head of a document number. A recogniser picks one; nothing is decided here.

use std::cell::{Cell, RefCell};

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

/// The tokens lexed so far around the current anchor. Anchors that follow closely share them, so no
/// part of a text is lexed more than a few times.
#[derive(Debug, Default)]
pub(crate) struct Buffer {
    right: RefCell<Vec<Token>>,
    left: RefCell<Vec<Token>>,
    origin: Cell<usize>,
    /// Where the last fact ended: facts do not grow left of it.
    floor: Cell<usize>,
}

/// When the tokens right of the origin are more than this, the next anchor becomes the origin.
const MOST_TOKENS: usize = 256;

impl Buffer {
    /// Forgets all tokens; the next anchor makes a new beginning.
    fn restart(&self, at: usize) {
        self.right.borrow_mut().clear();
        self.left.borrow_mut().clear();
        self.origin.set(at);
    }

    /// A cursor before the token at `at`, or `None` where no token begins there: then the second
    /// value is the offset from which to look on.
    pub(crate) fn seek<'t, 'b>(&'b self, text: &'t str, at: usize, floor: usize) -> Result<Cursor<'t, 'b>, usize> {
        self.floor.set(floor);
        let known = self.right.borrow().last().is_some_and(|last| at < last.end) && at >= self.origin.get();
        if known {
            let right = self.right.borrow();
            let index = right.partition_point(|token| token.end <= at);
            match right.get(index) {
                Some(token) if token.start == at && index < MOST_TOKENS => {
                    return Ok(Cursor { text, buffer: self, index: index as isize });
                }
                Some(token) if token.start < at => return Err(token.end),
                _ => {}
            }
        }
        let before = text.get(..at).and_then(|left| left.chars().next_back());
        let first = text.get(at..).and_then(|right| right.chars().next());
        if first.is_some_and(is_letter) && before.is_some_and(is_letter) {
            return Err(at + 1);
        }
        self.restart(at);
        Ok(Cursor { text, buffer: self, index: 0 })
    }

    #[inline]
    fn token(&self, text: &str, index: isize) -> Token {
        let (side, at) = if index < 0 { (&self.left, index.unsigned_abs() - 1) } else { (&self.right, index as usize) };
        if let Some(token) = side.borrow().get(at) {
            return *token;
        }
        self.lex(text, index)
    }

    #[cold]
    #[inline(never)]
    fn lex(&self, text: &str, index: isize) -> Token {
        if index < 0 {
            return fetch(&self.left, index.unsigned_abs() - 1, self.origin.get(), |from, _| lex_left(text, from));
        }
        fetch(&self.right, index as usize, self.origin.get(), |from, first| lex_right(text, from, first))
    }
}

/// The token at `index`, lexing up to it.
fn fetch(tokens: &RefCell<Vec<Token>>, index: usize, origin: usize, lex: impl Fn(Token, bool) -> Token) -> Token {
    let mut tokens = tokens.borrow_mut();
    loop {
        let first = tokens.is_empty();
        let last = tokens.last().copied().unwrap_or(Token::end_at(origin));
        if last.kind == Kind::End && !first {
            return last;
        }
        let token = lex(last, first);
        tokens.push(token);
        if tokens.len() > index {
            return token;
        }
    }
}

/// The token behind `last`.
fn lex_right(text: &str, last: Token, first: bool) -> Token {
    let rest = text.get(last.end..).unwrap_or_default();
    let blanks = blank_run(rest.bytes());
    let gap = if first { gap_before(text, last.end) } else { gap_of(rest.get(..blanks).unwrap_or_default()) };
    let start = last.end + blanks;
    let body = rest.get(blanks..).unwrap_or_default();
    match body.chars().next() {
        None => Token::end_at(start),
        Some(c) => token(body, start, c, gap),
    }
}

/// The token before `next`. Its own gap is read too, since it tells whether it is glued.
fn lex_left(text: &str, next: Token) -> Token {
    let before = text.get(..next.start).unwrap_or_default().trim_end_matches(is_blank);
    let Some(c) = before.chars().next_back() else { return Token::end_at(0) };
    let start = if c.is_ascii_digit() {
        before.trim_end_matches(|c: char| c.is_ascii_digit()).len()
    } else if is_letter(c) {
        return word_left(text, before);
    } else {
        before.len() - c.len_utf8()
    };
    let body = before.get(start..).unwrap_or_default();
    token(body, start, c, gap_before(text, start))
}

/// The word at the end of `before`. Bytes that may be of letters are taken first, which is right but
/// for marks outside ASCII (`“quý`).
fn word_left(text: &str, before: &str) -> Token {
    let bytes = before.bytes().rev().take_while(|&byte| byte >= 0x80 || byte.is_ascii_alphabetic()).count();
    let start = before.len() - bytes;
    let body = before.get(start..).unwrap_or_default();
    let (length, syllable) = word(body);
    let plain = Token { kind: Kind::Word, ..Token::end_at(0) };
    if length == bytes {
        return Token { start, end: before.len(), gap: gap_before(text, start), syllable, ..plain };
    }
    let start = before.trim_end_matches(is_letter).len();
    let (_, syllable) = word(before.get(start..).unwrap_or_default());
    Token { start, end: before.len(), gap: gap_before(text, start), syllable, ..plain }
}

fn token(body: &str, start: usize, first: char, gap: Gap) -> Token {
    let plain = Token { start, end: start, kind: Kind::Mark, gap, syllable: Syllable::UNKNOWN, mark: '\0' };
    if first.is_ascii_digit() {
        let digits = body.bytes().take_while(u8::is_ascii_digit).count();
        Token { end: start + digits, kind: Kind::Digits, ..plain }
    } else if is_letter(first) {
        let (length, syllable) = word(body);
        Token { end: start + length, kind: Kind::Word, syllable, ..plain }
    } else {
        Token { end: start + first.len_utf8(), mark: plain_mark(first), ..plain }
    }
}

/// The word at the beginning of `body`: how long it is, and which.
fn word(body: &str) -> (usize, Syllable) {
    let mut key = Key::default();
    for (at, c) in body.char_indices() {
        if !is_letter(c) {
            return (at, Syllable::of(key));
        }
        key.push(c);
    }
    (body.len(), Syllable::of(key))
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

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
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
        self.back().is(word).then(|| self.back())
    }

    /// Before the words left of the cursor, given in the order in which they are written.
    pub(crate) fn eat_all_left(self, words: &[Syllable]) -> Option<Self> {
        words.iter().rev().try_fold(self, |at, &word| at.eat_left(word))
    }

    /// Before the word left of the cursor, where it is one of these.
    pub(crate) fn eat_any_left(self, words: &[Syllable]) -> Option<Self> {
        self.back().eat_any(words).map(|_| self.back())
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
        self.back().is_mark(mark).then(|| self.back())
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
    pub(crate) fn phrase(self, class: Class) -> Option<(usize, Self)> {
        if !self.token().syllable.starts(class) {
            return None;
        }
        let mut longest = None;
        let (mut node, mut at) = (Node::ROOT, self);
        while let Some(next) = node.step(at.token().syllable) {
            if at.index > self.index && matches!(at.token().gap, Gap::Glued | Gap::Paragraph) && !at.back().is_mark('-') {
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
