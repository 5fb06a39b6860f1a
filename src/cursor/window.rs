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
use crate::lexicon::{ANCHORS, ANCHORS_FROM_NOW, Syllable, word};
use crate::number::roman;

/// Tokens left of an anchor that are kept, where there are as many.
pub(super) const REACH_LEFT: usize = 64;
/// Behind the last token of the window.
const END: usize = 480;
/// A power of two, so that taking a slot modulo it needs no check.
const SIZE: usize = 512;
/// Slots of nothing on either side of all others.
const MARGIN: usize = (SIZE - END) / 2;
/// Offsets beyond this are left to the way that looks whether they fit.
const MOST_OFFSET: usize = 1 << 31;
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

/// The tokens of a window, to be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tokens<'b> {
    stored: &'b [Stored; SIZE],
    base: usize,
}

impl Tokens<'_> {
    /// The token of a slot.
    #[inline(always)]
    #[allow(clippy::indexing_slicing)] // below SIZE
    pub(super) fn at(self, slot: usize) -> Token {
        self.stored[slot % SIZE].token(self.base)
    }
}

/// The window of tokens.
#[derive(Debug)]
pub(crate) struct Window {
    /// Apart, since iterators are moved about.
    tokens: Box<[Stored; SIZE]>,
    /// The slots of the anchors and of the ends of paragraphs, of which some have been asked for.
    anchors: [u16; SIZE],
    anchors_end: usize,
    next_anchor: usize,
    /// Behind the last slot that has been filled.
    end: usize,
    /// Behind the last slot that ever was.
    filled: usize,
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

impl Window {
    /// Before a text. With a reference date the words that it makes facts are anchors too: `tháng trước`, `ngày mai`.
    pub(crate) fn new(from_now: bool) -> Self {
        // Made where it stays.
        let tokens = vec![Stored::end_at(0); SIZE].into_boxed_slice();
        Self {
            tokens: tokens.try_into().unwrap_or_else(|_| Box::new([Stored::end_at(0); SIZE])),
            anchors: [0; SIZE],
            anchors_end: 0,
            next_anchor: 0,
            end: REACH_LEFT,
            filled: REACH_LEFT,
            edge: 0,
            closed: false,
            base: 0,
            paragraph: 0,
            from_now,
        }
    }

    /// So many tokens left of a place, which comes to stand before slot 64, and right of it those up to another place and a
    /// few more, but not too many; `None` within a word.
    pub(super) fn around(text: &str, left: usize, at: usize, upto: usize) -> Option<Self> {
        const STEP: usize = 16;
        const MORE: usize = 8;
        const MOST: usize = 96;
        let (before, behind) = text.split_at_checked(at)?;
        let is_letter = |c: Option<char>| c.is_some_and(token::is_letter);
        if is_letter(before.chars().next_back()) && is_letter(behind.chars().next()) {
            return None;
        }
        let mut window = Self::new(false);
        window.base = at.saturating_sub(1 << 31);
        window.edge = at;
        for right in (STEP..=MOST).step_by(STEP) {
            window.fill(text, REACH_LEFT + right);
            if window.closed || window.known(window.end - MORE).start >= upto {
                break;
            }
        }
        window.fill_left(text, REACH_LEFT.saturating_sub(left));
        Some(window)
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
        if token.syllable.is_roman() {
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
        for token in self.tokens.iter_mut() {
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
        self.close();
    }

    /// Puts nothing where cursors run out: behind the last token, up to where an earlier one may have been left, and
    /// before the first.
    fn close(&mut self) {
        let (first, last) = (self.tokens.first().map_or(0, |first| first.start), (self.edge - self.base) as u32);
        let rest = self.end..(self.end + MARGIN).max(self.filled).min(SIZE);
        self.tokens.get_mut(rest).unwrap_or_default().fill(Stored::end_at(last));
        self.tokens.get_mut(SIZE - MARGIN..).unwrap_or_default().fill(Stored::end_at(first));
        self.filled = self.filled.max(self.end);
    }

    /// Lexes on while plain tokens stand there, up to some way from the end of the text: words, short groups of digits, marks
    /// of ASCII. Nearly all tokens are these, and so this is what takes most of the time in a text with few facts. It is one
    /// function since the compiler, when the look for a blank was one of its own, no longer guessed the blank: such texts
    /// took half as long again.
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
                    if end + 1 == goal || start > MOST_OFFSET {
                        break;
                    }
                    self.set_end(end, edge);
                    end += 1;
                }
            }
            let (mut kind, mut syllable, mut mark) = (Kind::Word, Syllable::UNKNOWN, '\0');
            let length;
            match window[0] {
                b'@'.. => {
                    let Some(word) = token::word_in(window, text, base + start) else { break };
                    (syllable, length) = word;
                    if syllable <= last_anchor(FROM_NOW) && (syllable != Syllable::UNKNOWN || is_roman(window, length))
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
            self.set_end(self.end, self.edge - self.base);
            self.end += 1;
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

    #[inline(always)]
    fn known(&self, slot: usize) -> Token {
        self.tokens().at(slot)
    }

    /// The tokens, to be read.
    #[inline(always)]
    pub(super) fn tokens(&self) -> Tokens<'_> {
        Tokens { stored: &self.tokens, base: self.base }
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
#[inline(always)]
fn is_roman(bytes: &[u8], length: usize) -> bool {
    matches!(bytes.first(), Some(b'I' | b'V' | b'X')) && is_roman_numeral(bytes.get(..length).unwrap_or_default())
}

#[inline(never)]
fn is_roman_numeral(word: &[u8]) -> bool {
    let is_one = |word| roman::parse(word).is_some();
    word.iter().all(|byte| matches!(byte, b'I' | b'V' | b'X')) && str::from_utf8(word).is_ok_and(is_one)
}

/// Whether the number before a stroke was left blank: `Số:     /KH-UBND`, `Số ……/KH-UBND`.
#[inline(never)]
fn is_left_blank(bytes: &[u8], stroke: usize) -> bool {
    let before = stroke.checked_sub(1).and_then(|before| bytes.get(before));
    // No letter of Vietnamese begins with the byte of `…`.
    let opens = |&behind: &u8| behind >= b'A' && behind != 0xE2;
    matches!(before, Some(b' ' | b'.' | 0xA6)) && bytes.get(stroke + 1).is_some_and(opens)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchors_of(text: &str, from_now: bool) -> Vec<usize> {
        let mut window = Window::new(from_now);
        std::iter::from_fn(|| window.next(text, 0).map(|slot| window.known(slot).start)).collect()
    }

    fn anchors(text: &str) -> Vec<usize> {
        anchors_of(text, false)
    }

    #[test]
    fn every_number_word_is_an_anchor_at_any_place_and_in_any_case() {
        let words =
            "một hai ba bốn tư năm sáu bảy tám chín mười hằng hàng gấp nửa rằm mùng mồng giêng quý quí hôm chạp";
        for word in words.split(' ') {
            for padding in 0..20 {
                for word in [word.to_owned(), word.to_uppercase()] {
                    let text = format!("{}{word} x", " ".repeat(padding));
                    assert_eq!(anchors(&text), [padding], "{text:?}");
                }
            }
        }
    }

    #[test]
    fn digits_and_roman_numerals_are_anchors_at_their_first() {
        assert_eq!(anchors("a 5.873 lượt"), [2, 4]);
        assert_eq!(anchors("kỳ IV/2013, năm 2014"), [5, 8, 19]);
        assert_eq!(anchors("Việt Nam, Indonesia, vi phạm, i, xi măng"), [0_usize; 0]);
        for numeral in 1..40_u8 {
            let numeral = ["", "X", "XX", "XXX"][usize::from(numeral / 10)].to_owned()
                + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][usize::from(numeral % 10)];
            assert_eq!(anchors(&format!("phần {numeral}")), ["phần ".len()], "{numeral}");
            assert_eq!(anchors(&format!("phần {}", numeral.to_lowercase())), [0_usize; 0], "{numeral}");
        }
    }

    #[test]
    fn a_number_left_blank_is_an_anchor_and_other_strokes_are_none() {
        assert_eq!(anchors("Số:     /KH-UBND"), ["Số:     ".len()]);
        assert_eq!(anchors("Số ……/KH-UBND"), ["Số ……".len()]);
        assert_eq!(anchors("và/hoặc, đồng / kg"), [0_usize; 0]);
    }

    #[test]
    fn marks_outside_ascii_end_a_word() {
        let text = "“năm”, hai–ba, MỘT… tư°";
        let words = ["năm", "hai", "ba", "MỘT", "tư"].map(|word| text.find(word).unwrap());
        assert_eq!(anchors(text), words);
    }

    #[test]
    fn a_reference_date_makes_more_words_anchors() {
        let text = "tháng trước, hôm qua, ngày mai";
        let places = |words: &[&str]| words.iter().map(|word| text.find(word).unwrap()).collect::<Vec<_>>();
        assert_eq!(anchors(text), places(&["hôm"]));
        assert_eq!(anchors_of(text, true), places(&["tháng", "hôm", "ngày", "mai"]));
    }

    #[test]
    fn the_anchors_of_a_long_text_do_not_depend_on_how_the_window_moves() {
        for sentence in
            ["một 12 hai ba 3 bốn, năm; 2018 quý III và mười hai chín 7. ", "Không có gì.\n\nNăm 2018 \n5 xã\t "]
        {
            let once = anchors(sentence);
            for times in [1, 7, 40, 300] {
                let all: Vec<usize> =
                    (0..times).flat_map(|time| once.iter().map(move |at| time * sentence.len() + at)).collect();
                assert_eq!(anchors(&sentence.repeat(times)), all);
            }
        }
        let text = format!("{} 5 xã", "không ".repeat(5000));
        assert_eq!(anchors(&text), [text.len() - "5 xã".len()]);
    }

    /// A token, and whether it is an anchor.
    type Seen = (usize, usize, Kind, Gap, Syllable, char, bool);

    /// The first tokens of a text, plain ones lexed fast or all one by one.
    fn tokens(text: &str, fast: bool) -> Vec<Seen> {
        let mut window = Window::new(true);
        if fast {
            window.fill(text, END);
        }
        while window.end < END && !window.closed {
            window.fill_one(text);
        }
        let anchors = &window.anchors[..window.anchors_end];
        let seen = (REACH_LEFT..window.end).map(|slot| {
            let Token { start, end, kind, gap, syllable, mark } = window.known(slot);
            (start, end, kind, gap, syllable, mark, anchors.contains(&(slot as u16)))
        });
        seen.collect()
    }

    #[test]
    fn plain_tokens_are_what_they_are_when_lexed_one_by_one() {
        let plain = "Điều HOÀ hoà tỉ viêc việc. năm” 12 Trường-Sa kWh m² (năm) ông– Ấn… nghiêng trườngtrườngdài basic [a] _b_ @c \
             00012345678 1234567 12345678 Số:  /KH ……/KH IV XI vi xi \u{1}x \r\n y \t z\n\n\n năm 2018\n \n– a  b\rc \n d \u{b} e";
        let mut texts: Vec<String> = (0..40).map(|cut| plain.chars().skip(cut).collect()).collect();
        for folder in ["tests/data", "examples/reports"] {
            let files = std::fs::read_dir(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
            texts.extend(files.filter_map(|file| std::fs::read_to_string(file.unwrap().path()).ok()));
        }
        let cut = |text: &str| -> Vec<String> {
            let text: Vec<char> = text.chars().collect();
            text.chunks(700).map(|piece| piece.iter().collect()).collect()
        };
        for text in texts.iter().flat_map(|text| cut(text)) {
            assert_eq!(tokens(&text, true), tokens(&text, false), "{text}");
        }
    }

    #[test]
    fn around_a_place_the_same_tokens_stand() {
        let text = "Theo Điều 5.\n\nNghị định số 30/2020/NĐ-CP   ngày 5/3,\nhết. Không có gì khác";
        let whole = tokens(text, true);
        for (at, &(start, _, kind, ..)) in whole.iter().enumerate() {
            if kind == Kind::End {
                continue;
            }
            let window = Window::around(text, 16, start, text.len()).unwrap();
            let near = (at.saturating_sub(16)..whole.len()).map(|token| (token, REACH_LEFT + token - at));
            for (token, slot) in near {
                let Token { start, end, kind, gap, .. } = window.known(slot);
                let (first, last, made, before, ..) = whole[token];
                assert_eq!((start, end, kind, gap), (first, last, made, before), "{token} from {at}");
            }
        }
        assert!(Window::around(text, 16, 1, 1).is_none());
    }
}
