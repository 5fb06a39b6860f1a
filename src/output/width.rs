//! How wide a text is on a terminal.

/// How many columns `text` takes on a terminal: none for combining marks, two for emoji and wide
/// East Asian characters.
///
/// ```
/// use solieu::output::display_width;
///
/// assert_eq!(display_width("đạt 5%"), 6);
/// assert_eq!(display_width("đa\u{323}t 5%"), 6);
/// assert_eq!(display_width("🌾"), 2);
/// ```
#[must_use]
pub fn display_width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

/// How many columns a character takes.
pub(super) fn char_width(character: char) -> usize {
    match u32::from(character) {
        // Combining marks, zero-width characters and variation selectors.
        0x0300..=0x036F | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0xFE20..=0xFE2F => 0,
        0x00AD | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x2069 | 0xFE00..=0xFE0F | 0xFEFF => 0,
        // Hangul, kana, ideographs, full-width forms, emoji.
        0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE6F => 2,
        0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x1F300..=0x1F64F | 0x1F680..=0x1F6FF | 0x1F900..=0x1FAFF => 2,
        0x2_0000..=0x3_FFFD => 2,
        0x00..=0x1F | 0x7F..=0x9F => 0,
        _ => 1,
    }
}
