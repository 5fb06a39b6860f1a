//! The public API as `tests/api.txt` lists it: a change shows in the diff of a commit, and nothing
//! goes away unseen.
//!
//! Read from the sources: every `pub` item, method, field and variant, its signature on one line.
//! `SOLIEU_WRITE_API=1 cargo test --test suite api::` writes the list anew.
//!
//! And every public function, constant, struct, enum and trait shows by an example what it is for.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

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

/// How many public items a file has, and which of them show no example in their own doc comments.
/// Read line by line, so that what a macro writes counts too.
fn without_example(path: &Path) -> (usize, Vec<String>) {
    const ITEMS: [&str; 8] =
        ["fn ", "const ", "async fn ", "unsafe fn ", "struct ", "enum ", "trait ", "unsafe trait "];
    let source = fs::read_to_string(path).expect("a readable file");
    let file = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(path).display();
    let (mut seen, mut lacking) = (0, Vec::new());
    let mut docs = Vec::new();
    let mut hidden = false;
    // How many brackets of an attribute are open.
    let mut attribute = 0;
    for (number, line) in source.lines().map(str::trim).enumerate() {
        if let Some(doc) = line.strip_prefix("///") {
            docs.push(doc.trim());
        } else if attribute > 0 || line.starts_with("#[") {
            attribute += line.matches('[').count() as i32 - line.matches(']').count() as i32;
            hidden |= line.contains("doc(hidden)");
        } else if !line.is_empty() && !line.starts_with("//") {
            let is_item = |line: &str| ITEMS.iter().any(|word| line.starts_with(word));
            if !hidden && line.strip_prefix("pub ").is_some_and(is_item) {
                seen += 1;
                if !has_example(&docs) {
                    lacking.push(format!("{file}:{}: {}", number + 1, tidy(line)));
                }
            }
            docs.clear();
            hidden = false;
        }
    }
    (seen, lacking)
}

/// Whether a doc comment has a block that `cargo test` runs: one of text or one to be ignored is none.
fn has_example(docs: &[&str]) -> bool {
    let fences = docs.iter().filter_map(|line| line.strip_prefix("```"));
    fences.step_by(2).any(|language| matches!(language, "" | "rust" | "should_panic"))
}

/// The files of the library.
fn library() -> impl Iterator<Item = PathBuf> {
    crate::common::files("src", ".rs").into_iter().filter(|path| {
        let name = path.to_string_lossy();
        !name.contains("/bin/") && !name.ends_with("build.rs")
    })
}

#[test]
fn every_public_item_has_an_example() {
    let (mut seen, mut lacking) = (0, Vec::new());
    for path in library() {
        let (items, without) = without_example(&path);
        seen += items;
        lacking.extend(without);
    }
    assert!(lacking.is_empty(), "these public items have no example of their own:\n{}", lacking.join("\n"));
    assert!(seen > 300, "only {seen} public items were found");
}

#[test]
fn the_public_api_is_as_listed() {
    let mut list = BTreeSet::new();
    for path in library() {
        items(&path, &mut list);
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
