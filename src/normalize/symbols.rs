//! Signs in a plainer form, for those who ask for it.

use super::rewrite::{Rewrite, Rewritten};

/// Replaces each character for which `plain` has another form.
pub(super) fn simplify(text: &str, plain: impl Fn(char) -> Option<&'static str>) -> Option<Rewritten> {
    let mut rewrite = Rewrite::new(text);
    for (at, c) in text.char_indices() {
        if let Some(new) = plain(c) {
            rewrite.replace(at, at + c.len_utf8(), new);
        }
    }
    rewrite.finish()
}

/// All dashes and the minus sign as `-`.
pub(super) const fn dash(c: char) -> Option<&'static str> {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' => Some("-"),
        _ => None,
    }
}

/// All quotation marks as `"` and `'`.
pub(super) const fn quote(c: char) -> Option<&'static str> {
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => Some("\""),
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' => Some("'"),
        _ => None,
    }
}

/// Roman numerals that are one character: `Ⅳ`.
pub(super) fn roman(c: char) -> Option<&'static str> {
    const NUMERALS: [&str; 16] =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "L", "C", "D", "M"];
    const SMALL: [&str; 16] =
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "l", "c", "d", "m"];
    let at = (c as usize).checked_sub(0x2160)?;
    NUMERALS.iter().chain(&SMALL).nth(at).copied()
}

/// Bullets of the fonts Symbol and Wingdings, which live in the private use area.
pub(super) const fn bullet(c: char) -> Option<&'static str> {
    match c {
        '\u{F0B7}' | '\u{F0A7}' | '\u{F0A8}' | '\u{F06C}' | '\u{F06E}' | '\u{F076}' => Some("•"),
        '\u{F0D8}' | '\u{F0E0}' => Some("→"),
        '\u{F02D}' => Some("-"),
        '\u{F0FC}' => Some("✓"),
        _ => None,
    }
}

/// One blank for several, and none at the ends of lines.
pub(super) fn collapse_blanks(text: &str) -> Option<Rewritten> {
    let mut rewrite = Rewrite::new(text);
    for (at, run) in super::rewrite::runs(text, |c| c == ' ' || c == '\t') {
        let (before, behind) = (text.get(..at), text.get(at + run.len()..));
        let inner = before.is_some_and(|text| !text.is_empty() && !text.ends_with('\n'))
            && behind.is_some_and(|text| !text.is_empty() && !text.starts_with('\n'));
        rewrite.replace(at, at + run.len(), if inner { " " } else { "" });
    }
    rewrite.finish()
}
