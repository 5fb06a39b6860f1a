//! What the tests share: the reader of marked text, the laws, and the texts they run over.

#![allow(dead_code)] // each test program uses its own part

pub(crate) mod gold;
pub(crate) mod laws;

use std::fs;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::compose;

/// Files below `dir` (a path from the root of the package) whose names end in `suffix`, in order. A
/// directory that is not there has none.
pub(crate) fn files(dir: &str, suffix: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join(dir), suffix, &mut found);
    found.sort();
    found
}

fn collect(dir: &Path, suffix: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, suffix, found);
        } else if path.to_string_lossy().ends_with(suffix) {
            found.push(path);
        }
    }
}

/// A text and where it came from.
pub(crate) struct Text {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// Every text the tests have: the marked ones with their marks taken out, and, where they stand
/// beside the project, collections of real reports.
pub(crate) fn texts() -> Vec<Text> {
    let mut texts = Vec::new();
    for path in [files("tests/data", ".gold"), files("../shared/gold", ".gold")].concat() {
        for document in gold::read(&path) {
            texts.push(Text { name: format!("{}: {}", path.display(), document.id), text: document.text });
        }
    }
    let real = files("../shared/real", ".txt");
    if real.is_empty() {
        eprintln!("skipped: no real reports in ../shared/real");
    }
    for path in real {
        let bytes = fs::read(&path).expect("a readable file");
        texts.push(Text { name: path.display().to_string(), text: String::from_utf8_lossy(&bytes).into_owned() });
    }
    texts
}

pub(crate) fn nfc(text: &str) -> String {
    text.nfc().collect()
}

pub(crate) fn nfd(text: &str) -> String {
    text.nfd().collect()
}

/// As code page 1258 orders it: the letter with its shape (`â`, `ơ`), then the tone as a mark.
pub(crate) fn cp1258_order(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3 / 2);
    for c in text.nfc() {
        let parts: Vec<char> = std::iter::once(c).nfd().collect();
        let is_tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
        let Some(tone) = parts.iter().find(|c| is_tone(c)) else {
            out.push(c);
            continue;
        };
        // `ṥ` is no letter of Vietnamese: other marks keep their order.
        let letter = parts.iter().filter(|c| !is_tone(c)).copied().reduce(|a, b| compose(a, b).unwrap_or(a));
        let apart: String = letter.into_iter().chain([*tone]).collect();
        if apart.nfc().eq([c]) {
            out.push_str(&apart);
        } else {
            out.push(c);
        }
    }
    out
}
