//! The tokens of a text, seen from an anchor in both directions.
//!
//! A [`Cursor`] is a place between tokens: `Copy`, so trying a reading is copying the cursor. A token
//! carries **all** its readings, since it carries only the word: `năm` is five *and* year, `1/2` a
//! date, a half, the head of a document number. A recogniser picks one; nothing is decided here.

mod token;
mod window;

use std::ops::RangeInclusive;

use crate::Span;
use crate::lexicon::{self, Class, Node, Syllable};

pub(crate) use token::{Gap, Kind, Token};
use window::Tokens;
pub(crate) use window::Window;

/// A text seen through the window that moves over it.
pub(crate) struct View<'t, 'b> {
    text: &'t str,
    tokens: Tokens<'b>,
    /// Where the last fact ended: nothing grows left of it.
    floor: usize,
}

impl<'t, 'b> View<'t, 'b> {
    #[inline(always)]
    pub(crate) fn new(text: &'t str, window: &'b Window, floor: usize) -> Self {
        Self { text, tokens: window.tokens(), floor }
    }

    /// A cursor before the token in a slot.
    pub(crate) const fn cursor(&'b self, slot: usize) -> Cursor<'t, 'b> {
        Cursor { view: self, slot: slot as isize }
    }
}

/// What `read` says of a cursor at `at`, with so many tokens left of it, and right of it those up to another place and a
/// few more; `None` within a word.
pub(crate) fn around<T>(
    text: &str,
    left: usize,
    at: usize,
    upto: usize,
    read: impl FnOnce(Cursor<'_, '_>) -> T,
) -> Option<T> {
    let window = Window::around(text, left, at, upto)?;
    Some(read(View::new(text, &window, 0).cursor(window::REACH_LEFT)))
}

/// A place between tokens: before the token in a slot of the window. Two words, so that it travels in
/// registers.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'t, 'b> {
    view: &'b View<'t, 'b>,
    slot: isize,
}

impl<'t, 'b> Cursor<'t, 'b> {
    /// The token right of the cursor.
    #[inline]
    pub(crate) fn token(self) -> Token {
        self.view.tokens.at(self.slot as usize)
    }

    /// The token left of the cursor.
    pub(crate) fn left(self) -> Token {
        self.back().token()
    }

    /// One token to the right.
    pub(crate) const fn next(self) -> Self {
        Self { slot: self.slot + 1, ..self }
    }

    /// One token to the left.
    pub(crate) const fn back(self) -> Self {
        Self { slot: self.slot - 1, ..self }
    }

    /// Where the token right of the cursor starts.
    pub(crate) fn start(self) -> usize {
        self.token().start
    }

    /// Where the token left of the cursor ends: a span that reaches the cursor ends here. Of a year
    /// with a footnote mark only the year belongs to it: `năm 201671`.
    #[inline]
    pub(crate) fn end(self) -> usize {
        let left = self.left();
        if left.kind == Kind::Digits && matches!(left.len(), 5 | 6) && self.is_behind_year() {
            left.start + 4
        } else {
            left.end
        }
    }

    #[inline(never)]
    fn is_behind_year(self) -> bool {
        self.back().back().is(lexicon::word::NAM)
    }

    /// From the first token right of `self` to the last left of `end`.
    pub(crate) fn to(self, end: Self) -> Span {
        Span::new(self.start(), end.end())
    }

    /// Whether the last fact ends left of the cursor and right of the token before it: nothing may
    /// grow further to the left.
    pub(crate) fn at_floor(self) -> bool {
        let left = self.left();
        left.kind == Kind::End || left.start < self.view.floor
    }

    /// The text in which the cursor moves.
    pub(crate) const fn source(self) -> &'t str {
        self.view.text
    }

    /// The text of the token right of the cursor.
    pub(crate) fn text(self) -> &'t str {
        self.slice(self.token())
    }

    /// The text of a token.
    pub(crate) fn slice(self, token: Token) -> &'t str {
        self.view.text.get(token.start..token.end).unwrap_or_default()
    }

    /// The text from here to `end`.
    pub(crate) fn text_to(self, end: Self) -> &'t str {
        self.view.text.get(self.to(end).range()).unwrap_or_default()
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

    /// Behind a group of a number and the mark before it, where nothing parts them: `.873` of `5.873`, `,24` of `88,24`.
    pub(crate) fn eat_group(self) -> Option<Self> {
        let group = self.next();
        let joined = matches!(self.token().mark, '.' | ',') && self.is_glued() && group.is_glued();
        (joined && group.is_digits()).then(|| group.next())
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

    /// The value of the digits right of the cursor, where there are so many: four at most.
    #[inline]
    pub(crate) fn number(self, digits: RangeInclusive<usize>) -> Option<u32> {
        let token = self.token();
        (token.kind == Kind::Digits && digits.contains(&token.len())).then(|| token.value())
    }

    /// Whether the digits right of the cursor are a year of the twentieth or twenty-first century.
    pub(crate) fn is_year(self) -> bool {
        self.number(4..=4).is_some_and(|year| (1900..2100).contains(&year))
    }

    /// Whether digits stand right of the cursor.
    pub(crate) fn is_digits(self) -> bool {
        self.token().kind == Kind::Digits
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
        self.text().starts_with(char::is_uppercase)
    }

    /// Whether the word right of the cursor is all capitals.
    pub(crate) fn is_upper(self) -> bool {
        self.is_word() && !self.text().chars().any(char::is_lowercase)
    }

    /// Whether a word of a proper name stands here: a capital inside a sentence, in a line that is not all capitals.
    pub(crate) fn is_proper(self) -> bool {
        self.is_word() && self.is_capitalized() && !self.is_upper() && !self.is_sentence_start()
    }

    /// `⏎7. Ưu đãi`: whether the number of a list's item stands here.
    pub(crate) fn is_item(self) -> bool {
        let (dot, name) = (self.next(), self.next().next());
        let opens = self.token().gap >= Gap::Line
            && self.token().len() <= 2
            && (dot.is_mark('.') || dot.is_mark(')'))
            && dot.is_glued();
        opens && name.is_word() && name.token().gap == Gap::Blank && name.is_capitalized()
    }

    /// Whether a sentence begins here: behind a full stop, a break or the edge of the text.
    pub(crate) fn is_sentence_start(self) -> bool {
        let left = self.left();
        left.kind == Kind::End
            || left.kind == Kind::Mark && matches!(left.mark, '.' | '!' | '?' | ':' | ';' | '-' | '+' | '"' | '•' | '*')
    }

    /// The longest phrase of the class that begins here: its row and the cursor behind it. Words of
    /// a phrase may stand on two lines, never in two paragraphs or on both sides of a mark.
    #[inline(always)]
    pub(crate) fn phrase(self, class: Class) -> Option<(usize, Self)> {
        if self.token().syllable.starts(class) { self.walk(class, isize::MAX) } else { None }
    }

    /// The longest phrase that ends in the slot `last` or before it.
    #[inline(never)]
    fn walk(self, class: Class, last: isize) -> Option<(usize, Self)> {
        let mut node = Node::root(self.token().syllable)?;
        let mut at = self;
        let mut longest = None;
        loop {
            at = at.next();
            longest = node.row(class).map(|row| (row, at)).or(longest);
            if at.slot >= last || !node.goes_on(class) {
                return longest;
            }
            let mut token = at.token();
            // `héc-ta`, `đô-la`, `ki-lô-mét`
            let hyphen = token.mark == '-' && token.gap == Gap::Glued && at.next().is_glued();
            if hyphen {
                at = at.next();
                token = at.token();
            }
            if !hyphen && token.gap == Gap::Glued {
                return longest;
            }
            let Some(next) = node.step(token.syllable) else { return longest };
            node = next;
        }
    }

    /// The longest phrase of the class, of at most `words` words, that ends here: its row and the
    /// cursor before it.
    #[inline(always)]
    pub(crate) fn phrase_left(self, class: Class, words: isize) -> Option<(usize, Self)> {
        if self.left().syllable.ends(class) { self.phrase_ending(class, words, isize::MAX) } else { None }
    }

    /// The same where a longer phrase may go on behind the cursor: `tăng` before `cao nhất`, though `tăng cao` is one too.
    pub(crate) fn phrase_cut(self, class: Class, words: isize) -> Option<(usize, Self)> {
        if self.left().syllable.ends(class) { self.phrase_ending(class, words, self.slot) } else { None }
    }

    /// A phrase that ends here and is the longest of those from its first word that end in the slot `last` or before.
    #[inline(never)]
    fn phrase_ending(self, class: Class, words: isize, last: isize) -> Option<(usize, Self)> {
        (1..=words).rev().find_map(|count| {
            let from = Self { slot: self.slot - count, ..self };
            let starts = from.token().syllable.starts(class);
            let (row, end) = starts.then(|| from.walk(class, last))??;
            (end.slot == self.slot).then_some((row, from))
        })
    }

    /// The cursors before each token from here to `end`.
    pub(crate) fn up_to(self, end: Self) -> impl Iterator<Item = Self> {
        (self.slot..end.slot).map(move |slot| Self { slot, ..self })
    }

    /// The cursors before each of the words left of this one, at most `reach`, up to what is no word.
    pub(crate) fn words_left(self, reach: isize) -> impl Iterator<Item = Self> {
        (1..=reach).map(move |count| Self { slot: self.slot - count, ..self }).take_while(|at| at.is_word())
    }

    /// How many tokens lie between two cursors on the same text.
    pub(crate) const fn distance(self, end: Self) -> isize {
        end.slot - self.slot
    }
}
