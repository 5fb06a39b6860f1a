//! Texts that stand beside the project; tests that need them say so and pass where they are absent.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared")
}

/// A file beside the project.
pub(crate) fn file(path: &str) -> Option<String> {
    let read = fs::read_to_string(root().join(path)).ok();
    if read.is_none() {
        println!("skipped: ../shared/{path} is absent");
    }
    read
}

/// All real texts, with their paths.
pub(crate) fn real_texts() -> Vec<(PathBuf, String)> {
    let mut texts = Vec::new();
    for folder in ["real", "real/gazette", "real/ministries"] {
        for entry in fs::read_dir(root().join(folder)).into_iter().flatten().flatten() {
            if entry.path().extension().is_some_and(|extension| extension == "txt") {
                let text = fs::read_to_string(entry.path()).unwrap();
                texts.push((entry.path(), text));
            }
        }
    }
    if texts.is_empty() {
        println!("skipped: ../shared/real is absent");
    }
    texts.sort();
    texts
}
