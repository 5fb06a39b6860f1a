//! `solieu extract`.

mod destination;
mod explain;
mod render;

use std::io::{self, IsTerminal as _};

use rayon::prelude::*;
use solieu::output::Unit;

use self::destination::Destination;
use self::render::{Before, Render, Rendered};
use crate::args::{Extract, From, To};
use crate::document::Texts;
use crate::pipeline::{Found, Pipeline};
use crate::problem::{Outcome, Stop};

pub(crate) fn run(args: &Extract) -> Result<Outcome, Stop> {
    let extractor = args.what.extractor()?;
    let to = args.to.unwrap_or_else(|| default_format(args));
    let texts = match args.explain {
        true => Texts::Whole,
        false if to.shows_text() => Texts::Shown,
        false => Texts::Streamed,
    };
    if args.bom && to != To::Csv {
        return Err(Stop::Usage("--bom begins CSV: say --to csv with it".to_owned()));
    }
    let pipeline = Pipeline::new(&args.input, texts)?;
    let several = pipeline.sources.len() > 1 || pipeline.sources.iter().any(|source| source.format == From::Jsonl);
    if to.shows_text() && several && args.output.is_none() && !args.explain {
        let format = if to == To::Html { "html" } else { "brat" };
        return Err(Stop::Usage(format!(
            "--to {format} makes a file of each document: say where with --output FOLDER"
        )));
    }
    let render = Render { to, unit: args.offsets, several, colour: args.output.is_none() && colour() };
    let title = pipeline.folder().map_or_else(|| "Documents".to_owned(), |folder| folder.display().to_string());
    let mut destination = match &args.output {
        Some(folder) => Destination::folder(folder, to)?,
        None => Destination::stdout(),
    };
    destination.begin(to, args.bom)?;
    let mut counted = Counted::default();
    let outcome = pipeline.facts(&extractor, |found, pool| {
        if args.explain {
            return found.iter().try_for_each(|found| destination.write(&explain::explain(found, &extractor)));
        }
        if to == To::Table && args.output.is_none() {
            return destination.write(&render.table(found));
        }
        let placed: Vec<_> = found.iter().map(|found| (found, counted.before(found, args.offsets))).collect();
        let rendered: Vec<Rendered> =
            pool.install(|| placed.par_iter().map(|(found, before)| render.one(found, *before)).collect());
        found.iter().zip(rendered).try_for_each(|(found, rendered)| destination.put(found, rendered))
    })?;
    destination.finish(&title)?;
    Ok(outcome)
}

fn default_format(args: &Extract) -> To {
    match &args.output {
        Some(_) => To::Html,
        None if io::stdout().is_terminal() => To::Table,
        None => To::Jsonl,
    }
}

fn colour() -> bool {
    io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// What has come so far of the document in hand.
#[derive(Default)]
struct Counted {
    before: Before,
}

impl Counted {
    /// What comes before these facts, which are counted with it from now on.
    fn before(&mut self, found: &Found<'_>, unit: Unit) -> Before {
        let document = found.document;
        let start = Before { units: document.origin.before(unit), facts: 0 };
        let before = if document.continues { self.before } else { start };
        let units = before.units + document.origin.length(document.source_text(), unit);
        self.before = Before { units, facts: before.facts + found.facts.len() };
        before
    }
}
