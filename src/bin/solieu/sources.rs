//! From the names on the command line to the inputs that are read.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use crate::args::{Encoding, From};
use crate::encoding::{self, Opened};
use crate::problem::Problem;

/// Something to read.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// How messages call it; the id of a text.
    pub(crate) name: String,
    pub(crate) format: From,
    path: Option<PathBuf>,
}

/// What ends of names say.
const ENDINGS: [(&str, From); 8] = [
    ("txt", From::Text),
    ("text", From::Text),
    ("md", From::Text),
    ("jsonl", From::Jsonl),
    ("ndjson", From::Jsonl),
    ("html", From::Html),
    ("htm", From::Html),
    ("xhtml", From::Html),
];

impl Source {
    fn stdin(format: Option<From>) -> Self {
        Self { name: "-".to_owned(), format: format.unwrap_or(From::Text), path: None }
    }

    fn file(path: &Path, format: Option<From>) -> Self {
        let format = format.or_else(|| by_ending(path)).unwrap_or(From::Text);
        Self { name: path.display().to_string(), format, path: Some(path.to_owned()) }
    }

    /// Its bytes, as UTF-8 where they can be.
    pub(crate) fn open(&self, encoding: Encoding) -> io::Result<Opened> {
        let reader: Box<dyn BufRead> = match &self.path {
            Some(path) => Box::new(BufReader::with_capacity(64 << 10, File::open(path)?)),
            None => Box::new(io::stdin().lock()),
        };
        encoding::utf8(reader, encoding)
    }

    /// How many bytes it has, where that is known.
    pub(crate) fn size(&self) -> Option<u64> {
        let metadata = fs::metadata(self.path.as_ref()?).ok()?;
        metadata.is_file().then_some(metadata.len())
    }
}

fn by_ending(path: &Path) -> Option<From> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, format)| *format)
}

/// All that `inputs` name, folders with all that is in them, in the order of names.
pub(crate) fn find(inputs: &[PathBuf], format: Option<From>) -> Vec<Result<Source, Problem>> {
    if inputs.is_empty() {
        return vec![Ok(Source::stdin(format))];
    }
    let mut found = Vec::new();
    for input in inputs {
        if input.as_os_str() == "-" {
            found.push(Ok(Source::stdin(format)));
        } else if input.is_dir() {
            folder(input, format, &mut found);
        } else if let Some(paths) = matches(input) {
            found.extend(paths.iter().map(|path| Ok(Source::file(path, format))));
        } else {
            found.push(Ok(Source::file(input, format)));
        }
    }
    found
}

/// The files that a pattern names, where it is one and names any: shells on Windows leave that to us.
fn matches(input: &Path) -> Option<Vec<PathBuf>> {
    let pattern = input.to_str().filter(|name| name.contains(['*', '?', '[']))?;
    if input.exists() {
        return None;
    }
    let options = glob::MatchOptions { require_literal_leading_dot: true, ..glob::MatchOptions::new() };
    let paths = glob::glob_with(pattern, options).ok()?.filter_map(Result::ok);
    let paths: Vec<_> = paths.filter(|path| path.is_file()).collect();
    (!paths.is_empty()).then_some(paths)
}

fn folder(folder: &Path, format: Option<From>, found: &mut Vec<Result<Source, Problem>>) {
    let before = found.len();
    walk(folder, format, found);
    if found.len() == before {
        let wanted = ENDINGS.iter().filter(|(_, of)| format.is_none_or(|format| format == *of));
        let wanted: Vec<_> = wanted.map(|(ending, _)| format!(".{ending}")).collect();
        let message = format!("the folder holds no file ending in {}", wanted.join(", "));
        found.push(Err(Problem::new(&folder.display().to_string(), message)));
    }
}

/// Adds the files of known endings. Hidden files, links to folders, pipes and devices are left alone.
fn walk(folder: &Path, format: Option<From>, found: &mut Vec<Result<Source, Problem>>) {
    let entries = fs::read_dir(folder).and_then(|entries| entries.collect::<io::Result<Vec<_>>>());
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => {
            found.push(Err(Problem::new(&folder.display().to_string(), error)));
            return;
        }
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if hidden {
            continue;
        }
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(&path, format, found);
        } else if by_ending(&path).is_some_and(|of| format.is_none_or(|format| format == of)) && path.is_file() {
            found.push(Ok(Source::file(&path, format)));
        }
    }
}
