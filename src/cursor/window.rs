//! The tokens around the current anchor.
//!
//! ```text
//! slots   0 … 63               64 … 447                          448 … 511
//!         left of the anchor   the anchor, and what is right     nothing: cursors that run out at either
//!                              of it                             side come to stand here
//! ```
//!
//! A text is lexed once, from its start to its end, some hundred tokens at a time, while it is asked for anchors; where
//! these come near the right edge, the window moves on. Between two paragraphs stands a token that is nothing
//! ([`Kind::End`]), as before the first one and behind the last, so that a reading ends there by itself.
//!
//! An *anchor* is a group of digits, or one of the few words that begin or hold a fact without digits: number words,
//! `hằng`, `gấp`, `rằm`, Roman numerals … Facts grow from their anchor in both directions.

use super::token::{self, Gap, Kind, Token};
use crate::lexicon::{ANCHORS, ANCHORS_FROM_NOW, Syllable, word};
use crate::number::roman;

/// Tokens left of an anchor that are kept, where there are as many.
const REACH_LEFT: usize = 64;
/// Behind the last token of the window.
const END: usize = 448;
/// A power of two, so that taking a slot modulo it needs no check.
const SIZE: usize = 512;
/// An anchor in a slot further right than this is moved, so that a reading sees some hundred and fifty tokens behind it.
const LAST_SLOT: usize = END - 160;
/// Slots of one word of the set of anchors. The window moves by as many.
const STEP: usize = 64;

/// A token as the window keeps it: 16 bytes, offsets counted from the window's base.
#[derive(Clone, Copy, Debug)]
struct Stored {
    start: u32,
    end: u32,
    syllable: Syllable,
    kind: Kind,
    gap: Gap,
    mark: char,
}

impl Stored {
    /// Nothing.
    const fn end_at(at: u32) -> Self {
        Self { start: at, end: at, syllable: Syllable::UNKNOWN, kind: Kind::End, gap: Gap::Paragraph, mark: '\0' }
    }

    /// `None` where the token lies further from the base than 32 bits reach.
    #[inline(always)]
    fn of(token: Token, base: usize) -> Option<Self> {
        let Token { start, end, kind, gap, syllable, mark } = token;
        // The start fits where the end does.
        Some(Self { start: (start - base) as u32, end: u32::try_from(end - base).ok()?, syllable, kind, gap, mark })
    }

    #[inline(always)]
    fn token(self, base: usize) -> Token {
        let Self { start, end, syllable, kind, gap, mark } = self;
        Token { start: base + start as usize, end: base + end as usize, kind, gap, syllable, mark }
    }
}

/// The window of tokens.
#[derive(Clone, Debug)]
pub(crate) struct Window {
    tokens: [Stored; SIZE],
    /// A bit for each slot whose token is an anchor.
    anchors: [u64; SIZE / STEP],
    /// Behind the last slot that has been filled.
    end: usize,
    /// Where the last token ends.
    edge: usize,
    /// Whether nothing stands behind the last token.
    closed: bool,
    /// What the offsets of the tokens are counted from.
    base: usize,
    /// Where the next anchor is looked for.
    slot: usize,
    /// The last syllable that is an anchor.
    last_anchor: Syllable,
}

impl Default for Window {
    fn default() -> Self {
        Self::new(false)
    }
}

impl Window {
    /// Before a text. With a reference date the words that it makes facts are anchors too: `tháng trước`, `ngày mai`.
    pub(crate) const fn new(from_now: bool) -> Self {
        Self {
            tokens: [Stored::end_at(0); SIZE],
            anchors: [0; SIZE / STEP],
            end: REACH_LEFT,
            edge: 0,
            closed: false,
            base: 0,
            slot: REACH_LEFT,
            last_anchor: if from_now { ANCHORS_FROM_NOW } else { ANCHORS },
        }
    }

    /// A few tokens on both sides of a place, which comes to stand before slot 64; `None` within a word.
    pub(super) fn around(text: &str, at: usize) -> Option<(Self, usize)> {
        const LEFT: usize = 16;
        const RIGHT: usize = 96;
        let (left, right) = text.split_at_checked(at)?;
        let is_letter = |c: Option<char>| c.is_some_and(token::is_letter);
        if is_letter(left.chars().next_back()) && is_letter(right.chars().next()) {
            return None;
        }
        let mut window = Self::new(false);
        window.base = at.saturating_sub(1 << 31);
        window.edge = at;
        window.fill(text, REACH_LEFT + RIGHT);
        window.fill_left(text, REACH_LEFT - LEFT);
        Some((window, REACH_LEFT))
    }

    /// The slot of the next anchor, at or behind `from`. A text is asked for them in their order.
    pub(crate) fn next(&mut self, text: &str, from: usize) -> Option<usize> {
        loop {
            let Some(slot) = self.anchor_from(self.slot) else {
                if self.closed {
                    return None;
                }
                self.slot = self.end;
                self.go_on(text);
                continue;
            };
            self.slot = slot;
            if slot > LAST_SLOT && !self.closed {
                self.go_on(text);
                continue;
            }
            self.slot = slot + 1;
            if self.known(slot).start >= from && !self.is_word_of_year(slot) {
                return Some(slot);
            }
        }
    }

    /// The first slot from this one on whose token is an anchor.
    #[inline(always)]
    fn anchor_from(&self, slot: usize) -> Option<usize> {
        let mut cut = !0 << (slot % STEP);
        for (block, anchors) in self.anchors.iter().enumerate().skip(slot / STEP) {
            let rest = anchors & cut;
            if rest != 0 {
                return Some(block * STEP + rest.trailing_zeros() as usize);
            }
            cut = !0;
        }
        None
    }

    /// `năm` before digits is the year: they are an anchor of their own.
    fn is_word_of_year(&self, slot: usize) -> bool {
        self.known(slot).syllable == word::NAM && self.known(slot + 1).kind == Kind::Digits
    }

    /// Moves the window, so that the slot at which the next anchor is looked for comes to stand near the left, and lexes
    /// on.
    #[inline(never)]
    fn go_on(&mut self, text: &str) {
        let by = (self.slot - REACH_LEFT) / STEP * STEP;
        self.tokens.copy_within(by..self.end, 0);
        self.anchors.copy_within(by / STEP.., 0);
        if let Some(free) = self.anchors.len().checked_sub(by / STEP).and_then(|kept| self.anchors.get_mut(kept..)) {
            free.fill(0);
        }
        self.slot -= by;
        self.end -= by;
        self.rebase();
        self.fill(text, END);
    }

    /// Keeps the offsets small, in a text of some gigabytes.
    fn rebase(&mut self) {
        const FAR: usize = 1 << 30;
        if self.edge - self.base < FAR {
            return;
        }
        let by = self.tokens.first().map_or(0, |token| token.start);
        for token in &mut self.tokens {
            (token.start, token.end) = (token.start.saturating_sub(by), token.end.saturating_sub(by));
        }
        self.base += by as usize;
    }

    /// Lexes on up to a slot.
    fn fill(&mut self, text: &str, goal: usize) {
        while self.end < goal && !self.closed {
            let token = match self.edge {
                0 => token::first(text, 0),
                edge => token::right(text, edge),
            };
            let last = self.known(self.end - 1).kind;
            if token.gap == Gap::Paragraph && last != Kind::End {
                self.push(Token::end_at(self.edge), false);
            } else if token.kind == Kind::End {
                self.closed = true;
            } else {
                self.push(token, is_anchor(text, &token, self.last_anchor));
            }
        }
        let (first, last) = (self.tokens.first().map_or(0, |first| first.start), (self.edge - self.base) as u32);
        if let Some(rest) = self.tokens.get_mut(self.end..) {
            rest.fill(Stored::end_at(last));
        }
        if let Some(before) = self.tokens.last_chunk_mut::<32>() {
            before.fill(Stored::end_at(first));
        }
    }

    /// Puts a token behind the last.
    #[inline(always)]
    fn push(&mut self, token: Token, is_anchor: bool) {
        let Some(stored) = Stored::of(token, self.base) else {
            self.closed = true;
            return;
        };
        if let (Some(place), Some(anchors)) = (self.tokens.get_mut(self.end), self.anchors.get_mut(self.end / STEP)) {
            *place = stored;
            *anchors |= u64::from(is_anchor) << (self.end % STEP);
        }
        (self.end, self.edge) = (self.end + 1, token.end);
    }

    /// Lexes leftwards from slot 64 to a slot.
    fn fill_left(&mut self, text: &str, goal: usize) {
        let mut next = self.known(REACH_LEFT);
        for slot in (goal..REACH_LEFT).rev() {
            let left = token::left(text, next.start);
            let parted = next.gap == Gap::Paragraph && next.kind != Kind::End;
            next = if parted { Token::end_at(left.end) } else { left };
            if let (Some(place), Some(stored)) = (self.tokens.get_mut(slot), Stored::of(next, self.base)) {
                *place = stored;
            }
        }
    }

    /// The token of a slot.
    #[inline(always)]
    #[allow(clippy::indexing_slicing)] // below SIZE
    pub(super) fn known(&self, slot: usize) -> Token {
        self.tokens[slot % SIZE].token(self.base)
    }
}

/// Whether a fact may grow from a token.
#[inline(always)]
fn is_anchor(text: &str, token: &Token, last: Syllable) -> bool {
    match token.kind {
        Kind::Digits => true,
        Kind::Word => {
            token.syllable.is_at_most(last) || matches!(text.as_bytes().get(token.start), Some(b'I' | b'V' | b'X')) && is_roman(text, token)
        }
        Kind::Mark => token.mark == '/' && is_left_blank(text, token.start),
        Kind::End => false,
    }
}

/// Whether a word is a Roman numeral in capitals: `quý IV`, not `Việt`.
#[inline(never)]
fn is_roman(text: &str, word: &Token) -> bool {
    let numeral = text.get(word.start..word.end).unwrap_or_default();
    numeral.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X')) && roman::parse(numeral).is_some()
}

/// Whether the number before a stroke was left blank: `Số:     /KH-UBND`, `Số ……/KH-UBND`.
#[inline(never)]
fn is_left_blank(text: &str, stroke: usize) -> bool {
    let byte = |at: usize| text.as_bytes().get(at);
    let before = stroke.checked_sub(1).and_then(byte);
    matches!(before, Some(b' ' | b'.' | 0xA6)) && byte(stroke + 1).is_some_and(|&behind| behind >= b'A')
}
