//! A kind of your own beside those of the library. It takes part like any other: where two readings
//! overlap the longer wins.
//!
//! ```text
//! cargo run --example own_pattern
//! ```

use std::error::Error;

use regex::Regex;
use solieu::{Extractor, FactValue};

const TEXT: &str = "Tra cứu 000.00.12.H08-250708-0031 trả trước hạn; gọi 1900 9068 để được giải đáp, đạt 100%.";

fn main() -> Result<(), Box<dyn Error>> {
    let extractor = Extractor::builder()
        .pattern("case_file", Regex::new(r"000\.[0-9]{2}\.[0-9]{2}\.H[0-9]{2}-[0-9]{6}-[0-9]{4}")?)?
        .pattern("hotline", Regex::new("1900[ .]?[0-9]{4}")?)?
        .build();
    let mut names = Vec::new();
    for fact in extractor.facts(TEXT) {
        let name = match fact.value() {
            FactValue::Pattern(pattern) => pattern.name().to_owned(),
            value => value.kind().to_string(),
        };
        println!("{name:<12}{}", fact.text());
        names.push(name);
    }
    assert_eq!(names, ["case_file", "hotline", "percentage"]);
    Ok(())
}
