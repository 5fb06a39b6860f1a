//! `solieu extract`: batches of pieces go through three steps, of which the first and the last use
//! all cores: find facts, count what comes before each piece, write.

use std::io::{self, BufWriter, IsTerminal as _, Write};
use std::rc::Rc;

use rayon::prelude::*;
use solieu::output::{Positions, Row, Unit, jsonl, table};
use solieu::{Extractor, Fact, FactKind, LineIndex};

use crate::args::{Extract, From, To};
use crate::document::{self, Document};
use crate::input::{AllPieces, Piece};
use crate::problem::{self, Outcome, Problem, Stop};
use crate::sources::{self, Source};

/// A batch is worked on once it has this many bytes for each job …
const BYTES_PER_JOB: usize = 512 << 10;
/// … or this many pieces.
const PIECES_PER_JOB: usize = 1024;

pub(crate) fn run(args: &Extract) -> Result<Outcome, Stop> {
    let jobs = match args.jobs {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        jobs => jobs,
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build();
    let pool = pool.map_err(|error| Stop::Usage(format!("cannot start {jobs} jobs: {error}")))?;
    let (sources, problems): (Vec<_>, Vec<_>) = sources::find(&args.inputs, args.from).into_iter().partition(Result::is_ok);
    let sources: Rc<[Source]> = sources.into_iter().flatten().collect();
    let terminal = io::stdout().is_terminal();
    let mut run = Run {
        args,
        extractor: Extractor::new(),
        to: args.to.unwrap_or(if terminal { To::Table } else { To::Jsonl }),
        colour: terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        several: sources.len() > 1 || sources.iter().any(|source| source.format == From::Jsonl),
        out: BufWriter::with_capacity(64 << 10, io::stdout().lock()),
        before: Before::default(),
        outcome: Outcome::Done,
    };
    for problem in problems.into_iter().filter_map(Result::err) {
        run.fail(&problem);
    }
    run.all(&sources, jobs, &pool)?;
    run.out.flush()?;
    Ok(run.outcome)
}

struct Run<'a, W: Write> {
    args: &'a Extract,
    extractor: Extractor,
    to: To,
    colour: bool,
    /// Whether a place needs the name of its document.
    several: bool,
    out: W,
    before: Before,
    outcome: Outcome,
}

/// What of the same document comes before a piece.
#[derive(Clone, Copy, Default)]
struct Before {
    source: usize,
    units: usize,
    facts: usize,
}

impl<W: Write> Run<'_, W> {
    fn fail(&mut self, problem: &Problem) {
        problem::tell(problem);
        self.outcome = Outcome::SomeFailed;
    }

    fn all(&mut self, sources: &Rc<[Source]>, jobs: usize, pool: &rayon::ThreadPool) -> Result<(), Stop> {
        let mut batch: Vec<Piece> = Vec::new();
        let mut bytes = 0;
        for piece in AllPieces::of(Rc::clone(sources)) {
            match piece {
                Ok(piece) => {
                    bytes += piece.bytes.len();
                    batch.push(piece);
                }
                Err((source, error)) => {
                    let name = sources.get(source).map_or("-", |source| &source.name);
                    self.fail(&Problem::new(name, error));
                }
            }
            if bytes >= BYTES_PER_JOB * jobs || batch.len() >= PIECES_PER_JOB * jobs {
                self.batch(std::mem::take(&mut batch), sources, pool)?;
                bytes = 0;
            }
        }
        self.batch(batch, sources, pool)
    }

    fn batch(&mut self, pieces: Vec<Piece>, sources: &[Source], pool: &rayon::ThreadPool) -> Result<(), Stop> {
        let args = self.args;
        let read = |piece: Piece| sources.get(piece.source).and_then(|source| document::read(piece, source, args).transpose());
        let documents: Vec<_> = pool.install(|| pieces.into_par_iter().filter_map(read).collect());
        let mut good = Vec::with_capacity(documents.len());
        for document in documents {
            match document {
                Ok(document) => good.push(document),
                Err(problem) => self.fail(&problem),
            }
        }
        let extractor = &self.extractor;
        let found: Vec<Found<'_>> = pool.install(|| good.par_iter().map(|document| Found::of(document, extractor)).collect());
        let placed: Vec<_> = found.iter().map(|found| (found, self.place(found))).collect();
        match self.to {
            To::Jsonl => {
                let lines: Vec<_> = pool.install(|| placed.par_iter().map(|(found, before)| found.jsonl(*before)).collect());
                lines.iter().try_for_each(|lines| self.out.write_all(lines.as_bytes()))?;
            }
            To::Table => self.table(&found)?,
        }
        Ok(())
    }

    /// What comes before these facts, which are counted with it from now on.
    fn place(&mut self, found: &Found<'_>) -> Before {
        let before = if found.document.continues && found.document.source == self.before.source {
            self.before
        } else {
            Before { source: found.document.source, ..Before::default() }
        };
        self.before.source = before.source;
        self.before.units = before.units + found.document.text.len();
        self.before.facts = before.facts + found.facts.len();
        before
    }

    fn table(&mut self, found: &[Found<'_>]) -> Result<(), Stop> {
        let rows: Vec<_> = found.iter().flat_map(|found| found.rows(self.several)).collect();
        if rows.is_empty() {
            return Ok(());
        }
        let colour = self.colour;
        let table = table(&rows, |kind, cell| if colour { paint(kind, cell) } else { cell.to_owned() });
        Ok(self.out.write_all(table.as_bytes())?)
    }
}

/// A text with its facts.
struct Found<'d> {
    document: &'d Document,
    facts: Vec<Fact<'d>>,
}

impl<'d> Found<'d> {
    fn of(document: &'d Document, extractor: &Extractor) -> Self {
        Self { document, facts: extractor.facts(&document.text).collect() }
    }

    fn jsonl(&self, before: Before) -> String {
        let positions = Positions::new(&self.document.text, Unit::Byte).behind(before.units, before.facts);
        let mut lines = String::new();
        for fact in &self.facts {
            jsonl(&mut lines, &self.document.id, fact, &positions);
        }
        lines
    }

    fn rows(&self, several: bool) -> Vec<Row<'_>> {
        let index = LineIndex::new(&self.document.text);
        let id = self.document.id.as_str().map_or_else(|| self.document.id.to_string(), str::to_owned);
        let row = |fact| {
            let line = self.document.line + index.line_column(Fact::span(fact).start).0 - 1;
            let place = if several { format!("{id}:{line}") } else { line.to_string() };
            Row { place: place.into(), fact }
        };
        self.facts.iter().map(row).collect()
    }
}

/// The cell in the colour of its kind.
fn paint(kind: FactKind, cell: &str) -> String {
    let colour = match kind {
        FactKind::Count => 34,
        FactKind::Percentage | FactKind::Ratio => 32,
        FactKind::Money => 33,
        FactKind::Measure | FactKind::Duration => 36,
        FactKind::Date | FactKind::Period | FactKind::Recurrence => 35,
        FactKind::DocumentNumber | FactKind::Provision => 31,
        _ => 37,
    };
    format!("\u{1b}[{colour}m{cell}\u{1b}[0m")
}
