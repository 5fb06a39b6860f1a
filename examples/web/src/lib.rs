//! The extractor for a browser: three functions over plain memory, so that no binding generator is
//! needed.
//!
//! The page calls `reserve(length)`, writes its text there, calls `run(format)`, and reads the result
//! at `result()` for as many bytes as `run` said.

use std::cell::RefCell;

use solieu::Extractor;
use solieu::output::{Positions, Unit, csv, csv_header, html, jsonl};

thread_local! {
    static TEXT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static RESULT: RefCell<String> = const { RefCell::new(String::new()) };
    static EXTRACTOR: Extractor = Extractor::new();
}

/// Room for a text of `length` bytes.
#[unsafe(no_mangle)]
pub extern "C" fn reserve(length: usize) -> *mut u8 {
    TEXT.with_borrow_mut(|text| {
        text.clear();
        text.resize(length, 0);
        text.as_mut_ptr()
    })
}

/// Finds the facts of the text and writes them as a page (0), JSON Lines (1) or CSV (2). Says how
/// many bytes the result has.
#[unsafe(no_mangle)]
pub extern "C" fn run(format: u32) -> usize {
    let result = TEXT.with_borrow(|bytes| render(&String::from_utf8_lossy(bytes), format));
    let length = result.len();
    RESULT.set(result);
    length
}

/// Where the result begins.
#[unsafe(no_mangle)]
pub extern "C" fn result() -> *const u8 {
    RESULT.with_borrow(|result| result.as_ptr())
}

fn render(text: &str, format: u32) -> String {
    let facts = EXTRACTOR.with(|extractor| extractor.document(text).into_facts());
    let positions = Positions::new(text, Unit::Utf16);
    match format {
        0 => html("Facts", text, &facts),
        1 => {
            let mut out = String::new();
            facts.iter().for_each(|fact| jsonl(&mut out, "text", fact, &positions));
            out
        }
        _ => {
            let mut out = csv_header();
            facts.iter().for_each(|fact| csv(&mut out, "text", fact, &positions));
            out
        }
    }
}
