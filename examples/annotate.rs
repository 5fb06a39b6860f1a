//! A text with its facts marked in place: segments tile the whole text, so nothing of it is lost.
//!
//! ```text
//! cargo run --example annotate [FILE]
//! ```

use std::error::Error;

use solieu::{Extractor, Segment};

const TEXT: &str = "Các cấp đã tiếp 5.873 lượt với 10.626 người, giải quyết 240/272 vụ việc, đạt 88,24%.";

fn main() -> Result<(), Box<dyn Error>> {
    let text = match std::env::args_os().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => TEXT.to_owned(),
    };
    let extractor = Extractor::new();
    let mut length = 0;
    for segment in extractor.segments(&text) {
        match segment {
            Segment::Plain(span, plain) => {
                length += span.len();
                print!("{plain}");
            }
            Segment::Fact(fact) => {
                length += fact.span().len();
                print!("[{}|{}]", fact.text(), fact.kind());
            }
        }
    }
    println!();
    assert_eq!(length, text.len());
    Ok(())
}
