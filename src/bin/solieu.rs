//! The `solieu` command.

use std::io::{self, BufRead as _, Write as _};

use solieu::Extractor;

#[derive(serde::Deserialize)]
struct Document {
    id: serde_json::Value,
    text: String,
}

#[derive(serde::Serialize)]
struct Line<'a> {
    id: &'a serde_json::Value,
    #[serde(flatten)]
    fact: &'a solieu::Fact<'a>,
}

fn main() -> io::Result<()> {
    let extractor = Extractor::new();
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let document: Document = serde_json::from_str(&line?)?;
        for fact in extractor.facts(&document.text) {
            serde_json::to_writer(&mut out, &Line { id: &document.id, fact: &fact })?;
            out.write_all(b"\n")?;
        }
    }
    out.flush()
}
