//! Every input on which a fuzz target once failed passes all of them.

use crate::{checks, common};

#[test]
fn inputs_that_failed_once_pass() {
    let files = common::files("fuzz/regressions", "");
    for path in &files {
        let data = std::fs::read(path).expect("a readable file");
        for (name, check) in checks::ALL {
            println!("{} in {name}", path.display());
            check(&data);
        }
    }
    println!("{} inputs", files.len());
}

/// The fuzz targets would find these at once; so does this, without them.
#[test]
fn marked_texts_pass_every_check() {
    for path in common::files("tests/data", ".gold") {
        for document in common::gold::read(&path) {
            for (name, check) in checks::ALL {
                println!("{} in {name}", document.id);
                check(document.text.as_bytes());
            }
        }
    }
}
