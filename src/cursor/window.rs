//! The tokens lexed so far around the current anchor.
//!
//! ```text
//! slots   0 … 63               64 … 319                          320 … 511
//!         left of the anchor   the anchor, and what is right     never filled: cursors that run out
//!                              of it                             at either side come to stand here
//! ```
//!
//! Between two paragraphs stands a token that is nothing ([`Kind::End`]), as behind the last one, so that a reading ends
//! there by itself.
//!
//! The window moves with the anchors: a near one is reached by lexing on, and one that comes to stand
//! far right is brought back to slot 64 together with the tokens before it. So no part of a text is
//! lexed twice, unless a long stretch without an anchor was jumped over.

use std::cell::Cell;

use super::token::{self, Gap, Kind, Token};
use crate::lexicon::Syllable;

/// Tokens that a reading sees to the left of an anchor, and to its right.
const REACH_LEFT: usize = 64;
const REACH_RIGHT: usize = 256;
const END: usize = REACH_LEFT + REACH_RIGHT;
/// A power of two, so that taking a slot modulo it needs no check.
const SIZE: usize = 512;
/// An anchor in a slot further right than this is moved, so that enough lies behind it.
const LAST_SLOT: usize = REACH_LEFT + 96;
/// Bytes up to the next anchor that are lexed rather than jumped over.
const NEAR: usize = 32;
/// Bytes left of an anchor that are lexed together with it.
const BEFORE: usize = 12;
/// Bytes before these in which a blank is sought.
const MOST_WORD: usize = 32;

/// A token as the window keeps it: 16 bytes, offsets counted from the window's base.
#[derive(Clone, Copy, Debug)]
struct Stored {
    start: u32,
    end: u32,
    syllable: Syllable,
    mark: char,
    /// `None` in a slot that is not filled.
    kind: Option<Kind>,
    gap: Gap,
}

impl Stored {
    const NONE: Self =
        Self { start: 0, end: 0, syllable: Syllable::UNKNOWN, mark: '\0', kind: None, gap: Gap::Paragraph };

    /// `None` where the token lies further from the base than 32 bits reach.
    fn of(token: Token, base: usize) -> Option<Self> {
        Some(Self {
            start: (token.start - base) as u32,
            // The start fits where the end does.
            end: u32::try_from(token.end - base).ok()?,
            syllable: token.syllable,
            mark: token.mark,
            kind: Some(token.kind),
            gap: token.gap,
        })
    }

    #[inline(always)]
    fn token(self, base: usize) -> Option<Token> {
        Some(Token {
            start: base + self.start as usize,
            end: base + self.end as usize,
            kind: self.kind?,
            gap: self.gap,
            syllable: self.syllable,
            mark: self.mark,
        })
    }
}

/// The window of tokens.
#[derive(Debug)]
pub(crate) struct Window {
    tokens: [Cell<Stored>; SIZE],
    /// The slots that have been filled: from the first up to, not including, the end.
    first: Cell<usize>,
    end: Cell<usize>,
    /// Where the last token ends; of an empty window, where its first is looked for.
    edge: Cell<usize>,
    /// Whether nothing stands behind the last token.
    closed: Cell<bool>,
    /// What the offsets of the tokens are counted from.
    base: Cell<usize>,
    /// Where the last fact ended: facts do not grow left of it.
    pub(super) floor: Cell<usize>,
    /// The slot of the last anchor.
    anchor: Cell<usize>,
}

impl Default for Window {
    fn default() -> Self {
        Self {
            tokens: [const { Cell::new(Stored::NONE) }; SIZE],
            first: Cell::new(REACH_LEFT),
            end: Cell::new(REACH_LEFT),
            edge: Cell::default(),
            closed: Cell::default(),
            base: Cell::default(),
            floor: Cell::default(),
            anchor: Cell::new(REACH_LEFT),
        }
    }
}

impl Window {
    /// The slot of the token at `at`, or `Err` where no token begins there, with the offset from which to
    /// look on.
    pub(super) fn seek(&self, text: &str, at: usize, floor: usize) -> Result<isize, usize> {
        self.floor.set(floor);
        let near = self.near(at).or_else(|| {
            self.restart(behind_blank(text, at)?);
            Some(REACH_LEFT)
        });
        if let Some(slot) = near.and_then(|slot| self.walk(text, at, slot)) {
            let token = self.token(text, slot);
            self.anchor.set(slot);
            return if token.start < at { Err(token.end) } else { Ok(slot as isize) };
        }
        let before = text.get(..at).and_then(|left| left.chars().next_back());
        let first = text.get(at..).and_then(|right| right.chars().next());
        if first.is_some_and(token::is_letter) && before.is_some_and(token::is_letter) {
            return Err(at + 1);
        }
        self.restart(at);
        Ok(REACH_LEFT as isize)
    }

    /// Forgets all tokens and begins anew.
    fn restart(&self, at: usize) {
        self.clear(self.first.get(), self.end.get());
        self.first.set(REACH_LEFT);
        self.end.set(REACH_LEFT);
        self.edge.set(at);
        self.closed.set(false);
        self.base.set(at.saturating_sub(1 << 31));
        self.anchor.set(REACH_LEFT);
    }

    fn clear(&self, first: usize, end: usize) {
        self.tokens.get(first..end).unwrap_or_default().iter().for_each(|slot| slot.set(Stored::NONE));
    }

    /// The slot from which to walk to `at`, if that lies near what has been lexed.
    fn near(&self, at: usize) -> Option<usize> {
        let slot = self.anchor.get();
        let last = self.known(self.end.get().wrapping_sub(1)).filter(|_| self.end.get() > REACH_LEFT)?;
        let is_near = at < last.end + NEAR && at >= self.known(slot)?.start;
        let is_far_from_base = || at - self.base.get() > u32::MAX as usize / 2 + (1 << 30);
        (is_near && !is_far_from_base()).then_some(slot)
    }

    /// The slot of the token that holds `at` or follows it, walked to from a slot.
    fn walk(&self, text: &str, at: usize, slot: usize) -> Option<usize> {
        let mut slot = slot + self.passed(slot, at);
        loop {
            let token = self.token(text, slot);
            if token.kind == Kind::End && self.is_over(slot) {
                return None;
            }
            if slot > LAST_SLOT {
                self.shift(slot);
                slot = REACH_LEFT;
            }
            if token.end > at {
                return (token.start <= at).then_some(slot);
            }
            slot += 1;
        }
    }

    /// How many of the tokens from a slot on end at or before `at`, up to where the window would have to be moved or
    /// lexed on. Most of the way to the next anchor, and so a loop that does nothing else.
    fn passed(&self, slot: usize, at: usize) -> usize {
        let last = self.end.get().saturating_sub(1).min(LAST_SLOT + 1);
        let tokens = self.tokens.get(slot..last).unwrap_or_default();
        let at = at - self.base.get();
        tokens.iter().take_while(|token| token.get().end as usize <= at).count()
    }

    /// Whether nothing more can come behind the slot, rather than another paragraph.
    fn is_over(&self, slot: usize) -> bool {
        slot >= END || self.closed.get() && slot + 1 >= self.end.get()
    }

    /// Brings the token in a slot to slot 64, and with it all around it that there is room for.
    fn shift(&self, slot: usize) {
        let by = slot - REACH_LEFT;
        let (first, end) = (self.first.get().max(by), self.end.get());
        for (to, from) in (first - by..).zip(first..end) {
            if let (Some(to), Some(from)) = (self.tokens.get(to), self.tokens.get(from)) {
                to.set(from.get());
            }
        }
        self.clear(end - by, end);
        self.first.set(first - by);
        self.end.set(end - by);
    }

    /// The token of a slot, if it has been lexed.
    #[inline(always)]
    pub(super) fn known(&self, slot: usize) -> Option<Token> {
        self.tokens.get(slot % SIZE)?.get().token(self.base.get())
    }

    fn token(&self, text: &str, slot: usize) -> Token {
        self.known(slot).unwrap_or_else(|| self.lex(text, slot as isize))
    }

    /// Lexes up to the token of a slot; past the end of the text or of the window there is none.
    #[inline(never)]
    pub(super) fn lex(&self, text: &str, slot: isize) -> Token {
        if slot < self.first.get() as isize { self.lex_left(text, slot) } else { self.lex_right(text, slot as usize) }
    }

    /// A few tokens more than asked for: they come next.
    fn lex_right(&self, text: &str, slot: usize) -> Token {
        const AHEAD: usize = 4;
        let (mut end, mut from, mut closed) = (self.end.get(), self.edge.get(), self.closed.get());
        let goal = (slot + AHEAD).min(END);
        while end < goal && !closed {
            let token = match end {
                REACH_LEFT => token::first(text, from),
                _ => self.parted(end - 1, token::right(text, from), from),
            };
            let stored = self.store(end, token);
            closed = !stored || token.kind == Kind::End && token.end == text.len();
            if stored {
                (end, from) = (end + 1, token.end);
            }
        }
        self.closed.set(closed);
        self.end.set(end);
        self.edge.set(from);
        self.known(slot).filter(|_| slot < end).unwrap_or(Token::end_at(from))
    }

    fn lex_left(&self, text: &str, slot: isize) -> Token {
        loop {
            let first = self.first.get();
            let next = if first < self.end.get() { self.known(first) } else { None };
            let to = next.map_or(self.edge.get(), |next| next.start);
            let begins = next.is_some_and(|next| next.kind == Kind::End && to == 0);
            if first == 0 || begins {
                return Token::end_at(to);
            }
            let token = token::left(text, to);
            let parted = next.is_some_and(|next| next.gap == Gap::Paragraph && next.kind != Kind::End);
            if !self.store(first - 1, if parted { Token::end_at(token.end) } else { token }) {
                return Token::end_at(to);
            }
            self.first.set(first - 1);
            if first as isize - 1 == slot {
                return self.known(first - 1).unwrap_or(Token::end_at(to));
            }
        }
    }

    /// The token behind a slot, or before it the end of the paragraph.
    fn parted(&self, slot: usize, token: Token, from: usize) -> Token {
        let begins = token.gap == Gap::Paragraph && self.known(slot).is_none_or(|last| last.kind != Kind::End);
        if begins { Token::end_at(from) } else { token }
    }

    /// Whether the token lies near enough to the base to be kept.
    fn store(&self, slot: usize, token: Token) -> bool {
        let stored = Stored::of(token, self.base.get());
        if let (Some(place), Some(stored)) = (self.tokens.get(slot), stored) {
            place.set(stored);
        }
        stored.is_some()
    }
}

/// Behind a blank some way left of `at`: what stands there will be asked for, and lexing to the right takes less time
/// than to the left.
fn behind_blank(text: &str, at: usize) -> Option<usize> {
    let far = at.saturating_sub(BEFORE);
    let left = text.as_bytes().get(far.saturating_sub(MOST_WORD)..far)?;
    left.iter().rposition(|&byte| byte == b' ').map(|place| far - left.len() + place + 1)
}
