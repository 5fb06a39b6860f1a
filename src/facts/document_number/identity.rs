//! Which document a number names: a key for mentions within one text, and an identifier where year
//! or date make it sound.

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
    let kind = document.kind().map(slug).unwrap_or_default();
    let issuers: Vec<_> = document.issuer_codes().map(slug).collect();
    let year = document.year().map(|year| year.to_string()).unwrap_or_default();
    let number = document.number().map(str::to_owned).or_else(|| document.name().map(slug)).unwrap_or_default();
    format!("{kind}:{}:{year}:{number}", issuers.join("."))
}

/// `/akn/vn/act/nghi-dinh/cp/2020/30`, or nothing where neither a year in the number nor a full date
/// stands by.
pub(super) fn id(document: &DocumentNumber<'_>) -> Option<String> {
    let kind = document.kind()?;
    let number = document.number()?;
    let when = match (document.year(), document.date()) {
        (Some(year), _) => year.to_string(),
        (None, date) => date?.to_string(),
    };
    let class = if JUDGMENTS.contains(&kind) {
        "judgment"
    } else if document.year().is_some() || ACTS.contains(&kind) {
        "act"
    } else {
        "doc"
    };
    let issuers = issuers(document)?;
    // The codes of law have no numbers of their own.
    let kind = if kind == "Bộ luật" { "Luật" } else { kind };
    Some(["/akn/vn", class, &slug(kind), &issuers, &when, number].join("/"))
}

/// The issuers with the term, or what stands for them where the number has none.
fn issuers(document: &DocumentNumber<'_>) -> Option<String> {
    let mut issuers: Vec<_> = document.issuer_codes().map(slug).collect();
    if let (Some(term), Some(first)) = (document.term(), issuers.first_mut()) {
        first.push_str(&term.to_string());
    }
    if issuers.is_empty() {
        return match document.kind()? {
            "Sắc lệnh" => Some("cp".to_owned()),
            _ => document.type_code().map(slug),
        };
    }
    Some(issuers.join("."))
}

/// ASCII letters and hyphens: `Quyết định` → `quyet-dinh`, `ĐA` → `da`.
fn slug(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let mut slug = String::with_capacity(text.len());
    for c in text.chars() {
        match plain(c) {
            ' ' | '-' => slug.push('-'),
            c if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            c if c.is_ascii() => {}
            // Of no Vietnamese word.
            c => slug.extend(std::iter::once(c).nfd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)),
        }
    }
    slug
}
