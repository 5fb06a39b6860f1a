//! From inputs to facts, in batches: the pieces of a batch are read and searched on all cores, and
//! handed on in their order.

use std::io;
use std::path::PathBuf;
use std::rc::Rc;

use rayon::ThreadPool;
use rayon::prelude::*;
use solieu::{Extractor, Fact, Link};

use crate::args::Input;
use crate::document::{self, Document, Texts};
use crate::input::{AllPieces, Piece};
use crate::problem::{self, Outcome, Problem, Stop};
use crate::progress::Progress;
use crate::sources::{self, Source};

/// A batch is worked on once it has this many bytes for each job …
const BYTES_PER_JOB: usize = 512 << 10;
/// … or this many pieces.
const PIECES_PER_JOB: usize = 1024;

/// A text with its facts.
pub(crate) struct Found<'d> {
    pub(crate) document: &'d Document,
    pub(crate) facts: Vec<Fact<'d>>,
    pub(crate) links: Vec<Link>,
}

/// Reads the inputs and hands their facts on.
pub(crate) struct Pipeline<'a> {
    input: &'a Input,
    pub(crate) sources: Rc<[Source]>,
    texts: Texts,
    jobs: usize,
    pool: ThreadPool,
    outcome: Outcome,
}

impl<'a> Pipeline<'a> {
    /// Looks at what the command line names.
    pub(crate) fn new(input: &'a Input, texts: Texts) -> Result<Self, Stop> {
        let jobs = match input.jobs {
            0 => std::thread::available_parallelism().map_or(1, usize::from),
            jobs => jobs,
        };
        let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build();
        let pool = pool.map_err(|error| Stop::Usage(format!("cannot start {jobs} jobs: {error}")))?;
        let mut outcome = Outcome::Done;
        let mut good = Vec::new();
        for source in sources::find(&input.files, input.from) {
            match source {
                Ok(source) => good.push(source),
                Err(problem) => fail(&problem, &mut outcome),
            }
        }
        Ok(Self { input, sources: good.into(), texts, jobs, pool, outcome })
    }

    /// The folder that all the input comes from, where it is one.
    pub(crate) fn folder(&self) -> Option<&PathBuf> {
        match self.input.files.as_slice() {
            [folder] if folder.is_dir() => Some(folder),
            _ => None,
        }
    }

    /// Finds all facts and hands them to `take`, batch by batch, in the order of the input.
    pub(crate) fn facts(
        self,
        extractor: &Extractor,
        mut take: impl FnMut(&[Found<'_>], &ThreadPool) -> Result<(), Stop>,
    ) -> Result<Outcome, Stop> {
        self.documents(|documents, pool| {
            let search = |document| search(extractor, document);
            let found: Vec<_> = pool.install(|| documents.par_iter().map(search).collect());
            take(&found, pool)
        })
    }

    /// Reads all texts and hands them to `take`, batch by batch, in the order of the input.
    pub(crate) fn documents(
        mut self,
        mut take: impl FnMut(&[Document], &ThreadPool) -> Result<(), Stop>,
    ) -> Result<Outcome, Stop> {
        let progress = Progress::over(&self.sources);
        let mut batch = Vec::new();
        let mut bytes = 0;
        for piece in AllPieces::of(Rc::clone(&self.sources), self.input.encoding, self.texts != Texts::Streamed) {
            match piece {
                Ok(piece) => {
                    bytes += piece.bytes.len();
                    batch.push(piece);
                }
                Err((source, error)) => self.unreadable(source, &error),
            }
            if bytes >= BYTES_PER_JOB * self.jobs || batch.len() >= PIECES_PER_JOB * self.jobs {
                let documents = self.read(std::mem::take(&mut batch));
                take(&documents, &self.pool)?;
                progress.add(std::mem::take(&mut bytes));
            }
        }
        let documents = self.read(batch);
        take(&documents, &self.pool)?;
        Ok(self.outcome)
    }

    /// The texts of a batch; what is none is told.
    fn read(&mut self, pieces: Vec<Piece>) -> Vec<Document> {
        let (input, texts, sources): (_, _, &[Source]) = (self.input, self.texts, &self.sources);
        let read = |piece: Piece| {
            let source = sources.get(piece.source)?;
            document::read(piece, source, input, texts).transpose()
        };
        let documents: Vec<_> = self.pool.install(|| pieces.into_par_iter().filter_map(read).collect());
        let mut good = Vec::with_capacity(documents.len());
        for document in documents {
            match document {
                Ok(document) => good.push(document),
                Err(problem) => fail(&problem, &mut self.outcome),
            }
        }
        good
    }

    fn unreadable(&mut self, source: usize, error: &io::Error) {
        let name = self.sources.get(source).map_or("-", |source| &source.name);
        fail(&Problem::new(name, error), &mut self.outcome);
    }
}

fn fail(problem: &Problem, outcome: &mut Outcome) {
    problem::tell(problem);
    *outcome = Outcome::SomeFailed;
}

fn search<'d>(extractor: &Extractor, document: &'d Document) -> Found<'d> {
    let found = extractor.document(&document.text);
    let links = found.links().to_vec();
    Found { document, facts: found.into_facts(), links }
}
