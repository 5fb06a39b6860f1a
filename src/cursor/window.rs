//! The tokens around the current anchor.
//!
//! ```text
//! slots   0 … 63               64 … 479                          480 … 511
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
use crate::lexicon::{ANCHORS, ANCHORS_FROM_NOW, ROMAN_ANCHORS, Syllable, word};
use crate::number::roman;

/// Tokens left of an anchor that are kept, where there are as many.
const REACH_LEFT: usize = 64;
/// Behind the last token of the window.
const END: usize = 480;
/// A power of two, so that taking a slot modulo it needs no check.
const SIZE: usize = 512;
/// An anchor in a slot further right than this is moved, so that a reading sees some hundred and fifty tokens behind it.
const LAST_SLOT: usize = END - 160;

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
    /// The slots of the anchors and of the ends of paragraphs, of which some have been asked for.
    anchors: [u16; SIZE],
    anchors_end: usize,
    next_anchor: usize,
    /// Behind the last slot that has been filled.
    end: usize,
    /// Where the last token ends.
    edge: usize,
    /// Whether nothing stands behind the last token.
    closed: bool,
    /// What the offsets of the tokens are counted from.
    base: usize,
    /// Where the paragraph before that of the last anchor ends.
    paragraph: usize,
    /// Whether words that a reference date makes facts are anchors too.
    from_now: bool,
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
            anchors: [0; SIZE],
            anchors_end: 0,
            next_anchor: 0,
            end: REACH_LEFT,
            edge: 0,
            closed: false,
            base: 0,
            paragraph: 0,
            from_now,
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
    #[inline(always)]
    pub(crate) fn next(&mut self, text: &str, from: usize) -> Option<usize> {
        loop {
            let Some(slot) = self.waiting() else {
                if self.closed {
                    return None;
                }
                self.go_on(text, self.end);
                continue;
            };
            if slot > LAST_SLOT && !self.closed {
                self.go_on(text, slot);
                continue;
            }
            self.next_anchor += 1;
            if self.kind(slot) == Kind::End {
                self.paragraph = self.known(slot).start;
                continue;
            }
            if self.known(slot).start >= from && self.is_anchor(text, slot) {
                return Some(slot);
            }
        }
    }

    /// Where the paragraph before that of the last anchor ends; 0 in the first.
    pub(crate) const fn paragraph(&self) -> usize {
        self.paragraph
    }

    /// The first anchor that has not been asked for.
    #[inline(always)]
    fn waiting(&self) -> Option<usize> {
        let waiting = self.anchors.get(self.next_anchor).filter(|_| self.next_anchor < self.anchors_end);
        waiting.map(|&slot| usize::from(slot))
    }

    /// Whether a token that may be an anchor is one: before digits `năm` is the year, and they are an anchor of their own;
    /// `i` and `vi` are Roman numerals only in capitals.
    #[inline(always)]
    fn is_anchor(&self, text: &str, slot: usize) -> bool {
        let token = self.known(slot);
        if token.syllable <= ROMAN_ANCHORS && token.syllable != Syllable::UNKNOWN {
            return is_roman(text.as_bytes().get(token.start..).unwrap_or_default(), token.len());
        }
        token.syllable != word::NAM || self.known(slot + 1).kind != Kind::Digits
    }

    /// Moves the window, so that a slot comes to stand near the left, and lexes on.
    #[inline(never)]
    fn go_on(&mut self, text: &str, slot: usize) {
        let by = slot - REACH_LEFT;
        self.tokens.copy_within(by..self.end, 0);
        self.end -= by;
        self.anchors.copy_within(self.next_anchor..self.anchors_end, 0);
        self.anchors_end -= self.next_anchor;
        self.next_anchor = 0;
        for anchor in self.anchors.get_mut(..self.anchors_end).unwrap_or_default() {
            *anchor -= by as u16;
        }
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
            // The gap before the first token depends on what stands left of it.
            if self.end > REACH_LEFT {
                if self.from_now { self.fill_plain::<true>(text, goal) } else { self.fill_plain::<false>(text, goal) }
            }
            if self.end < goal {
                self.fill_one(text);
            }
        }
        let (first, last) = (self.tokens.first().map_or(0, |first| first.start), (self.edge - self.base) as u32);
        if let Some(rest) = self.tokens.get_mut(self.end..) {
            rest.fill(Stored::end_at(last));
        }
        if let Some(before) = self.tokens.last_chunk_mut::<16>() {
            before.fill(Stored::end_at(first));
        }
    }

    /// Lexes on while plain tokens stand there, up to some way from the end of the text: words, short groups of digits,
    /// marks of ASCII, in one paragraph.
    #[inline(always)]
    fn fill_plain<const FROM_NOW: bool>(&mut self, text: &str, goal: usize) {
        let base = self.base;
        let bytes = text.as_bytes().get(base..).unwrap_or_default();
        let (mut edge, mut end) = (self.edge - base, self.end);
        while end < goal
            && let Some(ahead) = bytes.get(edge..).and_then(<[u8]>::first_chunk::<17>)
        {
            let ([head, behind @ ..], [here @ .., _]) = (ahead, ahead);
            let (mut start, mut gap, mut window) = (edge + 1, Gap::Blank, behind);
            if *head > b' ' {
                glued();
                (start, gap, window) = (edge, Gap::Glued, here);
            } else if *head != b' ' || behind[0] <= b' ' {
                (start, gap) = match behind {
                    // Most lines end so.
                    [b'\n', next, ..] if *head == b' ' && *next > b' ' => (edge + 2, Gap::Line),
                    _ => token::behind_gap(bytes, edge),
                };
                let Some(there) = bytes.get(start..).and_then(<[u8]>::first_chunk) else { break };
                window = there;
                if gap == Gap::Paragraph && self.kind(end - 1) != Kind::End {
                    if end + 1 == goal {
                        break;
                    }
                    self.set_end(end, edge);
                    end += 1;
                }
            }
            let (mut kind, mut syllable, mut mark) = (Kind::Word, Syllable::UNKNOWN, '\0');
            let length;
            match window[0] {
                byte @ b'@'.. => {
                    let Some(word) = token::word_in(window, text, base + start) else { break };
                    (syllable, length) = word;
                    // What is no word of the lists comes before them.
                    if syllable <= const { last_anchor(FROM_NOW) }
                        && (syllable != Syllable::UNKNOWN
                            || matches!(byte, b'I' | b'V' | b'X') && is_roman(window, length))
                    {
                        self.push_anchor(end);
                    }
                }
                b'0'..=b'9' => {
                    let Some(digits) = token::plain_digits(window) else { break };
                    ((length, mark), kind) = (digits, Kind::Digits);
                    self.push_anchor(end);
                }
                byte => {
                    (length, mark, kind) = (1, char::from(byte), Kind::Mark);
                    if byte == b'/' && is_left_blank(bytes, start) {
                        self.push_anchor(end);
                    }
                }
            }
            edge = start + length;
            self.set(end, Stored { start: start as u32, end: edge as u32, syllable, kind, gap, mark });
            end += 1;
        }
        (self.edge, self.end) = (base + edge, end);
    }

    /// Lexes one token of any shape.
    #[inline(never)]
    fn fill_one(&mut self, text: &str) {
        let (start, mut gap) = token::behind_gap(text.as_bytes(), self.edge);
        if self.end == REACH_LEFT {
            gap = token::gap_before(text, start);
        }
        let last = self.kind(self.end - 1);
        if start == text.len() {
            self.closed = true;
        } else if gap == Gap::Paragraph && last != Kind::End {
            self.push(Token::end_at(self.edge), true);
        } else {
            let token = token::token(text, start, gap);
            self.push(token, is_anchor(text, &token, self.from_now));
        }
    }

    /// Puts a token behind the last.
    fn push(&mut self, token: Token, is_anchor: bool) {
        let Some(stored) = Stored::of(token, self.base) else {
            self.closed = true;
            return;
        };
        self.set(self.end, stored);
        if is_anchor {
            self.push_anchor(self.end);
        }
        (self.end, self.edge) = (self.end + 1, token.end);
    }

    #[inline(always)]
    fn set(&mut self, slot: usize, token: Stored) {
        if let Some(place) = self.tokens.get_mut(slot) {
            *place = token;
        }
    }

    /// Ends a paragraph, which the anchors tell too.
    #[inline(never)]
    fn set_end(&mut self, slot: usize, at: usize) {
        self.set(slot, Stored::end_at(at as u32));
        self.push_anchor(slot);
    }

    #[inline(always)]
    fn push_anchor(&mut self, slot: usize) {
        if let Some(anchor) = self.anchors.get_mut(self.anchors_end) {
            *anchor = slot as u16;
            self.anchors_end += 1;
        }
    }

    /// Lexes leftwards from slot 64 to a slot.
    fn fill_left(&mut self, text: &str, goal: usize) {
        let mut next = self.known(REACH_LEFT);
        for slot in (goal..REACH_LEFT).rev() {
            let left = token::left(text, next.start);
            let parted = next.gap == Gap::Paragraph && next.kind != Kind::End;
            next = if parted { Token::end_at(left.end) } else { left };
            if let Some(stored) = Stored::of(next, self.base) {
                self.set(slot, stored);
            }
        }
    }

    /// What the token of a slot is made of.
    #[inline(always)]
    fn kind(&self, slot: usize) -> Kind {
        self.known(slot).kind
    }

    /// The token of a slot.
    #[inline(always)]
    #[allow(clippy::indexing_slicing)] // below SIZE
    pub(super) fn known(&self, slot: usize) -> Token {
        self.tokens[slot % SIZE].token(self.base)
    }
}

/// Tells the compiler that a branch is seldom taken, so that it is guessed: then the next token is read before it is known
/// whether a blank stands before it.
#[cold]
#[inline(always)]
const fn glued() {}

/// The last of the words that are anchors.
const fn last_anchor(from_now: bool) -> Syllable {
    if from_now { ANCHORS_FROM_NOW } else { ANCHORS }
}

/// Whether a fact may grow from a token.
fn is_anchor(text: &str, token: &Token, from_now: bool) -> bool {
    let bytes = text.as_bytes();
    match token.kind {
        Kind::Digits => true,
        Kind::Word if token.syllable != Syllable::UNKNOWN => token.syllable <= last_anchor(from_now),
        Kind::Word => is_roman(bytes.get(token.start..).unwrap_or_default(), token.len()),
        Kind::Mark => token.mark == '/' && is_left_blank(bytes, token.start),
        Kind::End => false,
    }
}

/// Whether a word is a Roman numeral in capitals: `quý IV`, not `Việt`.
#[inline(never)]
fn is_roman(bytes: &[u8], length: usize) -> bool {
    let numeral = bytes.get(..length).unwrap_or_default();
    let is_one = |numeral| roman::parse(numeral).is_some();
    numeral.iter().all(|byte| matches!(byte, b'I' | b'V' | b'X')) && str::from_utf8(numeral).is_ok_and(is_one)
}

/// Whether the number before a stroke was left blank: `Số:     /KH-UBND`, `Số ……/KH-UBND`.
#[inline(never)]
fn is_left_blank(bytes: &[u8], stroke: usize) -> bool {
    let before = stroke.checked_sub(1).and_then(|before| bytes.get(before));
    matches!(before, Some(b' ' | b'.' | 0xA6)) && bytes.get(stroke + 1).is_some_and(|&behind| behind >= b'A')
}
