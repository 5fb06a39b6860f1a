//! Characters that stand for others: blanks, line ends, full-width forms, and those without a body.

/// What becomes of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fold {
    /// It stays.
    Keep,
    /// It goes.
    Delete,
    /// It becomes this text.
    To(&'static str),
}

/// What becomes of `c`, which stands behind `before` and ahead of `next`.
pub(super) fn fold(c: char, before: Option<char>, next: Option<char>) -> Fold {
    match c {
        '\t' | '\n' | ' '..='~' => Fold::Keep,
        '\r' => {
            if next == Some('\n') {
                Fold::Delete
            } else {
                Fold::To("\n")
            }
        }
        // Form feeds come with every page of a PDF text.
        '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fold::To("\n"),
        '\0'..'\u{A0}' => Fold::Delete,
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => Fold::To(" "),
        '\u{200C}' | '\u{200D}' if before.is_some_and(needs_joiners) => Fold::Keep,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => Fold::Delete,
        '\u{2060}'..='\u{206F}' | '\u{FEFF}' => Fold::Delete,
        '\u{FB00}'..='\u{FB06}' => ligature(c).map_or(Fold::Keep, Fold::To),
        '\u{FF01}'..='\u{FF5E}' => full_width(c).map_or(Fold::Keep, Fold::To),
        _ => Fold::Keep,
    }
}

/// Emoji and the scripts in which a joiner changes the letters: `👩‍🌾`, Arabic, the Indic scripts.
const fn needs_joiners(before: char) -> bool {
    matches!(before, '\u{590}'..'\u{1E00}' | '\u{2190}'..)
}

fn ligature(c: char) -> Option<&'static str> {
    const LIGATURES: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
    LIGATURES.get((c as usize).checked_sub(0xFB00)?).copied()
}

/// The full-width forms of ASCII stand in its order, from `！` to `～`.
fn full_width(c: char) -> Option<&'static str> {
    const ASCII: &str =
        "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
    let at = (c as usize).checked_sub(0xFF01)?;
    ASCII.get(at..=at)
}
