//! Only the normalizer: clean text for a search index, and the way back to the source.
//!
//! ```text
//! cargo run --example normalize
//! ```

use solieu::{Normalizer, Span};

/// Marks typed as characters of their own.
const TEXT: &str = "Ty\u{309} le\u{323}\u{302} ho\u{323}\u{302} nghe\u{300}o: 3,05%";

fn main() {
    let normalized = Normalizer::new().normalize(TEXT);
    println!("{} bytes  {TEXT}", TEXT.len());
    println!("{} bytes  {}", normalized.len(), &*normalized);

    let Some(at) = normalized.find("3,05%") else { return };
    let source = normalized.to_source(Span::new(at, at + "3,05%".len()));
    println!("{at} in the clean text is {} in the source", source.start);
    assert_eq!(TEXT.get(source.range()), Some("3,05%"));
}
