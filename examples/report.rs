//! A report's facts as a table, and as a page to open in a browser.
//!
//! ```text
//! cargo run --release --example report              # the report that comes with the crate
//! cargo run --release --example report FILE [PAGE]  # one of your own
//! ```

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use solieu::output::{Row, html, table};
use solieu::{Extractor, LineIndex};

const OWN: (&str, &str) = ("nam-son-2025.txt", include_str!("reports/nam-son-2025.txt"));

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args_os().skip(1).map(PathBuf::from);
    let (name, text) = match args.next() {
        Some(path) => (path.display().to_string(), read(&path)?),
        None => (OWN.0.to_owned(), OWN.1.to_owned()),
    };
    let page = args.next().unwrap_or_else(|| PathBuf::from("target/report.html"));

    let facts = Extractor::new().document(&text).into_facts();
    let index = LineIndex::new(&text);
    let row = |fact| {
        let (line, column) = index.line_column(solieu::Fact::span(fact).start);
        Row { place: format!("{line}:{column}").into(), fact }
    };
    let rows: Vec<_> = facts.iter().map(row).collect();
    print!("{}", table(&rows, |_, cell| cell.to_owned()));

    if let Some(folder) = page.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&page, html(&name, &text, &facts)).map_err(|error| format!("{}: {error}", page.display()))?;
    println!("\n{} facts. Open {} in a browser to see them in the text.", facts.len(), page.display());
    Ok(())
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
