//! The public API as `tests/api.txt` lists it: a change shows in the diff of a commit, and nothing
//! goes away unseen.
//!
//! Read from the sources: every `pub` item, method, field and variant, its signature on one line.
//! `SOLIEU_WRITE_API=1 cargo test --test api` writes the list anew.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Items of one file; private modules count only through what `lib.rs` lets out, so an item is
/// listed under its own name, not its path.
fn items(path: &Path, list: &mut BTreeSet<String>) {
    let source = fs::read_to_string(path).expect("a readable file");
    let lines: Vec<&str> = source.lines().collect();
    let mut owner = String::new();
    let mut depth = 0_i32;
    let mut owner_depth = 0;
    let mut skip_until: Option<i32> = None;
    let mut i = 0;
    while i < lines.len() {
        let line = lines[i];
        let code = code(line);
        let trimmed = code.trim();
        if skip_until.is_none() && (trimmed == "#[cfg(test)]" || trimmed.starts_with("macro_rules!")) {
            skip_until = Some(depth);
        }
        if skip_until.is_none() {
            if let Some(name) = impl_of(trimmed) {
                (owner, owner_depth) = (name, depth);
                if let Some(implemented) = trait_impl(trimmed) {
                    list.insert(implemented);
                }
            }
            if let Some(rest) = trimmed.strip_prefix("pub ") {
                let mut signature = rest.to_owned();
                let mut next = i;
                while !signature.contains(['{', ';']) && !is_field(&signature) && next + 1 < lines.len() {
                    next += 1;
                    signature.push(' ');
                    signature.push_str(self::code(lines[next]).trim());
                }
                let signature = tidy(&signature);
                let inside = depth > owner_depth && !owner.is_empty();
                list.insert(if inside { format!("{owner}: {signature}") } else { signature.clone() });
                if let Some(name) = signature.strip_prefix("struct ").or_else(|| signature.strip_prefix("enum ")) {
                    owner = name.split(['<', '(', ' ']).next().unwrap_or_default().to_owned();
                    owner_depth = depth;
                }
                if signature.starts_with("enum ") {
                    variants(&lines[i + 1..], &owner, list);
                }
            }
        }
        let before = depth;
        depth += braces(code);
        if let Some(level) = skip_until
            && depth <= level
            && (before > level || trimmed.ends_with(';'))
        {
            skip_until = None;
        }
        if depth <= owner_depth && code.starts_with('}') {
            owner.clear();
        }
        i += 1;
    }
}

/// A line without its comment. (No string of the sources has `//` and a brace.)
fn code(line: &str) -> &str {
    let trimmed = line.trim_start();
    if trimmed.starts_with("//") { "" } else { line.split(" // ").next().unwrap_or_default() }
}

fn braces(code: &str) -> i32 {
    let code = code.replace("'{'", "").replace("'}'", "").replace("\"{\"", "").replace("\"}\"", "");
    code.matches('{').count() as i32 - code.matches('}').count() as i32
}

fn is_field(signature: &str) -> bool {
    !["fn ", "const ", "struct ", "enum ", "mod ", "use ", "trait ", "type ", "static ", "unsafe "]
        .iter()
        .any(|word| signature.starts_with(word))
}

/// The type of `impl …`.
fn impl_of(line: &str) -> Option<String> {
    let rest = line.strip_prefix("impl")?;
    if !rest.starts_with([' ', '<']) {
        return None;
    }
    let rest =
        if rest.starts_with('<') { rest.split_once("> ").map_or(rest, |(_, rest)| rest) } else { rest.trim_start() };
    let of = rest.split_once(" for ").map_or(rest, |(_, of)| of);
    Some(of.split(['<', ' ', '{']).next().unwrap_or_default().to_owned())
}

/// `impl Trait for Type`, on one line.
fn trait_impl(line: &str) -> Option<String> {
    line.contains(" for ").then(|| tidy(line))
}

fn tidy(signature: &str) -> String {
    let end = signature.find(" {").or_else(|| signature.find(';')).unwrap_or(signature.len());
    let end = if signature.starts_with("use ") { signature.find(';').unwrap_or(signature.len()) } else { end };
    let words: Vec<&str> = signature[..end].trim_end_matches(['{', ',', ' ']).split_whitespace().collect();
    words.join(" ").replace("( ", "(").replace(", )", ")").replace(",)", ")")
}

/// The variants of an enum whose body begins here.
fn variants(body: &[&str], owner: &str, list: &mut BTreeSet<String>) {
    for line in body.iter().map(|line| code(line).trim()) {
        if line.starts_with('}') {
            break;
        }
        if line.starts_with(|c: char| c.is_ascii_uppercase()) {
            list.insert(format!("{owner}::{}", line.trim_end_matches([',', '{', ' '])));
        }
    }
}

#[test]
fn the_public_api_is_as_listed() {
    let mut list = BTreeSet::new();
    for path in common::files("src", ".rs") {
        let name = path.to_string_lossy();
        if !name.contains("/bin/") && !name.ends_with("build.rs") {
            items(&path, &mut list);
        }
    }
    // Both enums are made by one macro, which the scan does not read.
    for kind in solieu::FactKind::ALL {
        list.insert(format!("FactKind::{kind:?}"));
        list.insert(format!("FactValue::{kind:?}"));
    }
    let written: String = list.iter().map(|line| format!("{line}\n")).collect();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/api.txt");
    if std::env::var_os("SOLIEU_WRITE_API").is_some() {
        fs::write(&file, &written).expect("a writable file");
    }
    let listed = fs::read_to_string(&file).unwrap_or_default();
    let (old, new): (BTreeSet<&str>, BTreeSet<&str>) = (listed.lines().collect(), written.lines().collect());
    let gone: Vec<_> = old.difference(&new).map(|line| format!("- {line}")).collect();
    let come: Vec<_> = new.difference(&old).map(|line| format!("+ {line}")).collect();
    assert!(
        gone.is_empty() && come.is_empty(),
        "the public API is not as tests/api.txt lists it; SOLIEU_WRITE_API=1 writes it anew:\n{}\n{}",
        gone.join("\n"),
        come.join("\n")
    );
    assert!(listed.lines().count() > 100, "the list is too short to be the API");
}
