//! A base character and its marks: the part of a text that is composed as a whole.

use std::iter::once;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc, is_nfc_quick};

use super::fold::{Fold, fold};
use super::letters::{Clash, Letter, Mark};
use super::rewrite::{Rewrite, Rewritten};

/// A base character and the marks on it, not yet composed.
pub(super) struct Cluster {
    pub(super) text: String,
    /// Behind its last mark in the source.
    pub(super) end: usize,
}

impl Cluster {
    /// Takes the characters from the source that may compose with what is there.
    pub(super) fn extend<const REPAIR: bool>(&mut self, source: &str) {
        let start = self.end;
        for (at, c) in source.get(start..).unwrap_or_default().char_indices() {
            let fold = if REPAIR { fold(c, self.text.chars().next_back(), None) } else { Fold::Keep };
            match fold {
                Fold::Keep if at == 0 || !is_boundary(c) => {
                    self.text.push(c);
                    self.end = start + at + c.len_utf8();
                }
                Fold::Delete => {}
                _ => break,
            }
        }
    }

    pub(super) fn composed<const REPAIR: bool>(&self) -> String {
        let repaired = if REPAIR { self.repaired() } else { None };
        repaired.unwrap_or_else(|| self.text.nfc().collect())
    }

    /// One Vietnamese letter of a base whose marks are doubled or in the wrong order.
    fn repaired(&self) -> Option<String> {
        let mut chars = self.text.chars();
        let mut letter = Letter::of(chars.next()?)?;
        for c in chars {
            letter = match letter.with(Mark::of(c)?) {
                Ok(letter) | Err(Clash::Late(letter)) => letter,
                Err(Clash::Same) => letter,
                Err(Clash::Never) => return None,
            };
        }
        Some(letter.char().into())
    }
}

/// `source` in NFC and nothing else changed, with the map; nothing where it is NFC.
pub(super) fn composed(source: &str) -> Option<Rewritten> {
    if is_nfc(source) {
        return None;
    }
    let mut rewrite = Rewrite::new(source);
    let mut starts = source.char_indices().filter(|&(_, c)| is_boundary(c)).map(|(at, _)| at).peekable();
    while let Some(start) = starts.next() {
        let end = starts.peek().copied().unwrap_or(source.len());
        let cluster = source.get(start..end).unwrap_or_default();
        rewrite.replace(start, end, &cluster.nfc().collect::<String>());
    }
    rewrite.finish()
}

/// Whether NFC keeps `c` wherever it stands.
pub(super) fn is_composed(c: char) -> bool {
    c.is_ascii() || canonical_combining_class(c) == 0 && is_nfc_quick(once(c)) == IsNormalized::Yes
}

/// Whether nothing before `c` can compose with it.
pub(super) fn is_boundary(c: char) -> bool {
    is_composed(c) || once(c).nfd().next().is_some_and(is_composed)
}
