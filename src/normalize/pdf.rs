//! What a PDF's text layer breaks: lines, pages, words.

use super::letters::Letter;
use super::rewrite::{Rewrite, Rewritten, is_mark, runs, words};
use super::syllable::{Letters, Syllable};

/// Takes out the page headers of the official gazette, with the page numbers beside them.
pub(super) fn drop_headers(text: &str) -> Option<Rewritten> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let is_number = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_some_and(|line| is_page_number(line));
    let mut rewrite = Rewrite::new(text);
    let mut start = 0;
    for (at, line) in lines.iter().enumerate() {
        let beside_header = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_some_and(|line| is_header(line));
        let number = is_number(Some(at)) && (beside_header(Some(at + 1)) || beside_header(at.checked_sub(1)));
        if is_header(line) || number {
            rewrite.replace(start, start + line.len(), "");
        }
        start += line.len();
    }
    rewrite.finish()
}

/// `CÔNG BÁO/Số 210/Ngày 13-04-2026`
fn is_header(line: &str) -> bool {
    let rest = line.trim().strip_prefix("CÔNG BÁO/Số ");
    rest.is_some_and(|rest| rest.contains("/Ngày ") && rest.len() < 60)
}

fn is_page_number(line: &str) -> bool {
    let line = line.trim();
    matches!(line.len(), 1..=4) && line.bytes().all(|byte| byte.is_ascii_digit())
}

/// Joins lines that one sentence was wrapped over.
pub(super) fn unwrap_lines(text: &str) -> Option<Rewritten> {
    let mut rewrite = Rewrite::new(text);
    for (at, _) in text.match_indices('\n') {
        let (Some(above), Some(below)) = (text.get(..at), text.get(at + 1..)) else { continue };
        let line = above.rsplit('\n').next().unwrap_or_default();
        let next = below.split('\n').next().unwrap_or_default();
        if let Some(joint) = joint(line, next) {
            let (before, behind) = (line.len() - line.trim_end().len(), next.len() - next.trim_start().len());
            rewrite.replace(at - before, at + 1 + behind, joint);
        }
    }
    rewrite.finish()
}

/// What stood between two lines before they were wrapped; `None` where they were two from the start.
fn joint(line: &str, next: &str) -> Option<&'static str> {
    let (line, next) = (line.trim_end(), next.trim_start());
    let (last, first) = (line.chars().next_back()?, next.chars().next()?);
    if last == '/' && first.is_alphanumeric() {
        return Some("");
    }
    if last == '-' && first.is_uppercase() && ends_in_symbol(line) {
        return Some("");
    }
    let open = !matches!(last, '.' | ':' | '!' | '?' | '_');
    let goes_on = first.is_lowercase() || first.is_ascii_digit() && wants_number(line);
    (open && goes_on && !is_list_mark(next)).then_some(" ")
}

/// `27/2023/TT-`, but not the dash between two blanks.
fn ends_in_symbol(line: &str) -> bool {
    let token = line.rsplit(char::is_whitespace).next().unwrap_or_default();
    token.contains('/') && token.chars().count() > 3
}

/// `a)`, `1.`, `b.`
fn is_list_mark(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    let stem = word.trim_end_matches([')', '.']);
    stem.len() < word.len() && stem.chars().count() <= 2
}

/// Whether the line ends in a word that a number belongs to: `ngày`, `tháng`, `số`.
fn wants_number(line: &str) -> bool {
    const WORDS: [&str; 10] = ["ngày", "tháng", "năm", "số", "Số", "quý", "Điều", "khoản", "Khoản", "là"];
    line.rsplit(char::is_whitespace).next().is_some_and(|word| WORDS.contains(&word))
}

/// Takes stray blanks out of words (`đị nh`) and puts lost ones in (`khuvực`).
pub(super) fn mend_words(text: &str) -> Option<Rewritten> {
    let mut rewrite = Rewrite::new(text);
    let mut words = words(text).peekable();
    while let Some((at, word)) = words.next() {
        if let Some((next_at, next)) = words.peek().copied()
            && text.get(at + word.len()..next_at) == Some(" ")
            && is_torn(word, next)
        {
            rewrite.replace(at + word.len(), next_at, "");
            words.next();
        } else if let Some(split) = lost_blank(word) {
            rewrite.replace(at + split, at + split, " ");
        }
    }
    rewrite.finish()
}

/// Eight times the logarithm of a hundred: so much likelier must the whole be than its half.
const HUNDRED: u8 = 37;

/// Whether two halves are no words, or hardly any, and together a common one: `đ` and `ồng`.
fn is_torn(first: &str, second: &str) -> bool {
    if first.chars().all(char::is_uppercase) && first.len() > 2 || second.starts_with(char::is_uppercase) {
        return false;
    }
    let weight = |word: &str| Syllable::parse(word).map_or(Some(0), Syllable::weight).unwrap_or(0);
    let whole = weight(&format!("{first}{second}"));
    let half = weight(first).min(weight(second));
    let no_word = Syllable::parse(first).is_none() || Syllable::parse(second).is_none();
    no_word && whole >= HUNDRED && weight(first).max(weight(second)).saturating_add(HUNDRED) <= whole && half < whole
}

/// Where the only blank belongs that makes two common syllables of a word: `khuvực`.
///
/// Before a vowel a letter is rather too many than a blank missing: `phuương`, `giữưa`.
fn lost_blank(word: &str) -> Option<usize> {
    if word.is_ascii() || word.chars().count() < 5 || word.chars().skip(1).any(char::is_uppercase) {
        return None;
    }
    if Letters::read(word).is_some_and(|letters| Syllable::from_letters(&letters).is_some()) {
        return None;
    }
    let common = |half: &str| Syllable::parse(half).and_then(Syllable::weight).is_some_and(|weight| weight > HUNDRED);
    let cuts = word.char_indices().map(|(at, _)| at).skip(1);
    let fits = |at: &usize| {
        let (first, second) = word.split_at_checked(*at).unwrap_or_default();
        !second.starts_with(is_vowel) && common(first) && common(second)
    };
    let mut fits = cuts.filter(fits);
    fits.next().filter(|_| fits.next().is_none())
}

fn is_vowel(c: char) -> bool {
    Letter::of(c).is_some()
}

/// Puts marks back on the letters that they were torn from: `hiê ̣ n`.
pub(super) fn attach_marks(text: &str) -> Option<Rewritten> {
    let mut rewrite = Rewrite::new(text);
    for (at, marks) in runs(text, is_mark) {
        let Some(start) = at.checked_sub(1).filter(|start| text.get(*start..at) == Some(" ")) else { continue };
        let before = text.get(..start).and_then(|text| words(text).last());
        let Some((word_at, word)) = before.filter(|(word_at, word)| word_at + word.len() == start) else { continue };
        let end = at + marks.len();
        let rest = text.get(end..).and_then(|text| text.strip_prefix(' ')).and_then(|text| words(text).next());
        let rest = rest.filter(|(at, _)| *at == 0).map_or("", |(_, word)| word);
        let alone = super::nfc(&format!("{word}{marks}"));
        let joined = super::nfc(&format!("{word}{marks}{rest}"));
        if !rest.is_empty()
            && Syllable::parse(&joined).is_some()
            && (Syllable::parse(&alone).is_none() || Syllable::parse(rest).is_none())
        {
            rewrite.replace(word_at, end + 1 + rest.len(), &joined);
        } else {
            rewrite.replace(word_at, end, &alone);
        }
    }
    rewrite.finish()
}
