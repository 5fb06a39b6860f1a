//! Which document a number names: a key for mentions within one text, and an identifier where year
//! or date make it sound.

use std::fmt::{Display, Write as _};

use super::DocumentNumber;
use crate::normalize::plain;

/// The families of types that are law: their numbers run through one year and mean one text.
const ACTS: &[&str] = &[
    "Hiến pháp",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Lệnh",
    "Nghị định",
    "Thông tư",
    "Thông tư liên tịch",
    "Thông tư liên bộ",
    "Nghị quyết liên tịch",
    "Sắc lệnh",
];
const JUDGMENTS: &[&str] = &["Bản án", "Án lệ", "Quyết định giám đốc thẩm", "Quyết định tái thẩm"];

/// `quyet-dinh:tu::84`
pub(super) fn key(document: &DocumentNumber<'_>) -> String {
    let mut key = String::with_capacity(64);
    push_slug(&mut key, document.kind().unwrap_or_default());
    key.push(':');
    push_issuers(&mut key, document, None);
    key.push(':');
    push_number(&mut key, document.year());
    key.push(':');
    match document.number() {
        Some(number) => key.push_str(number),
        None => push_slug(&mut key, document.name().unwrap_or_default()),
    }
    key
}

/// `/akn/vn/act/nghi-dinh/cp/2020/30`, or nothing where neither a year in the number nor a full date
/// stands by.
pub(super) fn id(document: &DocumentNumber<'_>) -> Option<String> {
    let kind = document.kind()?;
    let number = document.number()?;
    let date = match document.year() {
        Some(_) => None,
        None => Some(document.date()?),
    };
    let class = if JUDGMENTS.contains(&kind) {
        "judgment"
    } else if document.year().is_some() || ACTS.contains(&kind) {
        "act"
    } else {
        "doc"
    };
    // The codes of law have no numbers of their own.
    let kind = if kind == "Bộ luật" { "Luật" } else { kind };
    let mut id = String::with_capacity(64);
    for part in ["/akn/vn/", class, "/"] {
        id.push_str(part);
    }
    push_slug(&mut id, kind);
    id.push('/');
    let before = id.len();
    push_issuers(&mut id, document, document.term());
    if id.len() == before {
        push_slug(&mut id, without_issuer(document)?);
    }
    id.push('/');
    push_number(&mut id, document.year());
    push_number(&mut id, date);
    id.push('/');
    id.push_str(number);
    Some(id)
}

/// The issuers, the first with the term.
fn push_issuers(to: &mut String, document: &DocumentNumber<'_>, term: Option<u8>) {
    for (at, code) in document.issuer_codes().enumerate() {
        if at > 0 {
            to.push('.');
        }
        push_slug(to, code);
        push_number(to, term.filter(|_| at == 0));
    }
}

/// What stands for the issuers where the number has none.
fn without_issuer<'d>(document: &'d DocumentNumber<'_>) -> Option<&'d str> {
    match document.kind()? {
        "Sắc lệnh" => Some("cp"),
        _ => document.type_code(),
    }
}

fn push_number(to: &mut String, number: Option<impl Display>) {
    if let Some(number) = number {
        // Writing to a string cannot fail.
        let _ = write!(to, "{number}");
    }
}

/// ASCII letters and hyphens: `Quyết định` → `quyet-dinh`, `ĐA` → `da`.
fn push_slug(to: &mut String, text: &str) {
    use unicode_normalization::UnicodeNormalization as _;
    for c in text.chars() {
        match if c.is_ascii() { c } else { plain(c) } {
            ' ' | '-' => to.push('-'),
            c if c.is_ascii_alphanumeric() => to.push(c.to_ascii_lowercase()),
            c if c.is_ascii() => {}
            // Of no Vietnamese word.
            c => to.extend(std::iter::once(c).nfd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)),
        }
    }
}
