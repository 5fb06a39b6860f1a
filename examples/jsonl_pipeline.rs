//! JSON Lines in, JSON Lines out, on all cores: the extractor is made once and shared.
//!
//! ```text
//! cargo run --release --features cli --example jsonl_pipeline < documents.jsonl > facts.jsonl
//! ```
//!
//! `solieu extract --from jsonl` does this and more; here is how little it takes.

use std::error::Error;
use std::io::{self, BufRead as _, Write as _};

use rayon::prelude::*;
use serde::Deserialize;
use solieu::Extractor;
use solieu::output::{Positions, jsonl};

#[derive(Deserialize)]
struct Document {
    id: String,
    text: String,
}

/// So many documents are in memory at once.
const BATCH: usize = 1024;

fn main() -> Result<(), Box<dyn Error>> {
    let extractor = Extractor::new();
    let mut out = io::stdout().lock();
    let mut lines = io::stdin().lock().lines();
    loop {
        let batch: Vec<String> = lines.by_ref().take(BATCH).collect::<Result<_, _>>()?;
        if batch.is_empty() {
            return Ok(());
        }
        let written: Vec<String> =
            batch.par_iter().map(|line| facts(&extractor, line)).collect::<Result<_, serde_json::Error>>()?;
        written.iter().try_for_each(|lines| out.write_all(lines.as_bytes()))?;
    }
}

/// The facts of one line, as lines.
fn facts(extractor: &Extractor, line: &str) -> Result<String, serde_json::Error> {
    let document: Document = serde_json::from_str(line)?;
    let mut lines = String::new();
    for fact in extractor.facts(&document.text) {
        jsonl(&mut lines, &document.id, &fact, &Positions::default());
    }
    Ok(lines)
}
