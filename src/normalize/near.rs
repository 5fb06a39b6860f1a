//! The fast way through decomposed text, where composed letters stand near each other.
//!
//! What it can't do it leaves to [`compose`](super::compose), which can do all of it.

use super::codes::Code;
use super::edits::Quick;

/// Letters are near each other if fewer bytes than that stand between them.
pub(super) const NEAR: usize = 24;

/// The first byte of each mark that is put on Vietnamese letters.
const MARK: u8 = 0xCC;

/// A Vietnamese letter and one or two marks behind it that make one letter.
pub(super) struct Composed {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) code: Code,
}

impl Composed {
    /// Reads the marks at `at` and the letter before them.
    #[inline(always)]
    pub(super) fn read(source: &str, at: usize) -> Option<Self> {
        let &[MARK, first, lead, second] = source.as_bytes().get(at..)?.first_chunk()? else { return None };
        let base = Code::before(source, at);
        // One mark or two is anyone's guess, so there is no branch for it.
        let two = lead == MARK;
        let code = base.with(first)?.with_if(two, second)?;
        Some(Self { start: at - base.len(), end: at + 2 + 2 * usize::from(two), code })
    }
}

/// What is written, and what is left.
pub(super) struct Progress<'t> {
    /// What is not written of the source.
    pub(super) rest: &'t str,
    pub(super) text: String,
    pub(super) edits: Quick,
}

/// Composes letters as long as they stand near each other.
///
/// The text and the edits are its own for that long, and it asks for room before it writes: so their
/// lengths stay in registers.
#[inline(always)]
pub(super) fn compose<const MAP: bool>(progress: Progress<'_>) -> Progress<'_> {
    let Progress { mut rest, mut text, mut edits } = progress;
    while let Some(window) = rest.as_bytes().first_chunk()
        && text.capacity() - text.len() >= NEAR
        && edits.have_room()
        && let Some((clean, letter)) = next(rest, window)
        && let Some(mut done) = push_clean(&mut text, rest, clean)
    {
        edits.pass(done);
        if let Some(letter) = letter
            && let cell = letter.code.padded()
            && text.capacity() - text.len() >= cell.len()
            && cell.len() == 4
        {
            push(&mut text, cell, letter.code.len());
            done = letter.end;
            if MAP {
                edits.push(letter.code.len(), letter.end - letter.start);
            } else {
                edits.skip();
            }
        }
        rest = rest.get(done..).unwrap_or_default();
    }
    Progress { rest, text, edits }
}

/// How much is clean, and the letter behind it; nothing where a character of another kind may have to change.
#[inline(always)]
fn next(rest: &str, window: &[u8; NEAR + 4]) -> Option<(usize, Option<Composed>)> {
    let Some(at) = first_stop(window) else { return Some((NEAR, None)) };
    let behind = at + clean_length(rest.as_bytes(), at);
    match Composed::read(rest, behind) {
        Some(letter) => Some((letter.start, Some(letter))),
        None => (behind > at).then_some((behind, None)),
    }
}

/// Appends the first `clean` bytes of `rest`, or a few less: a character may stand across the end of what
/// is copied at once, but a letter begins before that.
#[inline(always)]
fn push_clean(text: &mut String, rest: &str, clean: usize) -> Option<usize> {
    if let Some(wide) = rest.get(..NEAR) {
        push(text, wide, clean.min(NEAR));
        return Some(clean.min(NEAR));
    }
    let wide = rest.get(..NEAR - 1)?;
    push(text, wide, clean.min(NEAR - 1));
    Some(clean.min(NEAR - 1))
}

/// The first byte that begins a character which may have to change, if it is among the first [`NEAR`].
#[inline(always)]
fn first_stop(window: &[u8; NEAR + 4]) -> Option<usize> {
    for (place, word) in window.as_chunks().0.iter().take(NEAR / 8).enumerate() {
        let stops = stops(u64::from_le_bytes(*word));
        if stops != 0 {
            return Some(8 * place + stops.trailing_zeros() as usize / 8);
        }
    }
    None
}

/// The sign bit of each byte that begins a character which may have to change.
///
/// That is every first byte of a longer character but those of `ă` and `đ`, and every control.
/// A byte behind such a byte may be called one by mistake, as the subtraction borrows.
#[inline(always)]
const fn stops(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const SIGNS: u64 = 0x80 * ONES;
    let leads = word & (word << 1);
    // Zero in each byte that is C4 or C5; without its sign the addition can't carry.
    let not_c4 = (word ^ (0xC4 * ONES)) & !ONES;
    let not_c4 = not_c4 | ((not_c4 & !SIGNS) + 0x7F * ONES);
    let controls = word.wrapping_sub(0x20 * ONES) & !word;
    let delete = !(((word ^ (0x7F * ONES)) & !SIGNS) + 0x7F * ONES) & !word;
    (leads & not_c4 | controls | delete) & SIGNS
}

/// How long the character at `at` is if it is a clean one of those that are met often.
#[inline(always)]
pub(super) fn clean_length(bytes: &[u8], at: usize) -> usize {
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
    match byte(at) {
        MARK => 0,
        b'\t' | b'\n' => 1,
        0xC3 if !matches!(byte(at + 1), 0x84 | 0x90 | 0xB0) => 2,
        0xC6 if !matches!(byte(at + 1), 0x89 | 0xA2 | 0xA3) => 2,
        0xE1 if byte(at + 1) & 0xFE == 0xBA => 3,
        0xE2 if byte(at + 1) == 0x80 && matches!(byte(at + 2), 0x90..0xA8 | 0xB0..) => 3,
        _ => 0,
    }
}

/// Appends the first `length` bytes of `wide`: all of it and back again, which is cheaper than to
/// copy a few bytes.
#[inline(always)]
fn push(text: &mut String, wide: &str, length: usize) {
    let end = text.len() + length;
    text.push_str(wide);
    text.truncate(end);
}
