//! Where the output goes: standard output, or a folder with a file for each document.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, StdoutLock, Write as _};
use std::path::{Path, PathBuf};

use solieu::FactKind;
use solieu::output::{Entry, csv_header, html_index};

use super::render::Rendered;
use crate::args::To;
use crate::pipeline::Found;
use crate::problem::Stop;

pub(super) enum Destination {
    Stdout(BufWriter<StdoutLock<'static>>),
    Folder(Folder),
}

pub(super) struct Folder {
    path: PathBuf,
    to: To,
    bom: bool,
    /// Names that are given away, without their endings.
    taken: HashSet<String>,
    /// The file of the document in hand.
    current: Option<(PathBuf, BufWriter<File>)>,
    entries: Vec<Entry>,
}

impl Destination {
    pub(super) fn stdout() -> Self {
        Self::Stdout(BufWriter::with_capacity(64 << 10, io::stdout().lock()))
    }

    pub(super) fn folder(path: &Path, to: To) -> Result<Self, Stop> {
        fs::create_dir_all(path).map_err(|error| cannot_write(path, &error))?;
        let taken = HashSet::from(["index".to_owned()]);
        let path = path.to_owned();
        Ok(Self::Folder(Folder { path, to, bom: false, taken, current: None, entries: Vec::new() }))
    }

    /// What stands before the first fact.
    pub(super) fn begin(&mut self, to: To, bom: bool) -> Result<(), Stop> {
        match self {
            Self::Stdout(_) => self.write(&head(to, bom)),
            Self::Folder(folder) => {
                folder.bom = bom;
                Ok(())
            }
        }
    }

    /// Writes to standard output, or to the file of the document in hand.
    pub(super) fn write(&mut self, output: &str) -> Result<(), Stop> {
        match self {
            Self::Stdout(out) => Ok(out.write_all(output.as_bytes())?),
            Self::Folder(folder) => folder.write(output),
        }
    }

    /// Writes the facts of a document, or of the next piece of one.
    pub(super) fn put(&mut self, found: &Found<'_>, rendered: Rendered) -> Result<(), Stop> {
        if let Self::Folder(folder) = self {
            if found.document.continues {
                folder.count(&rendered.counts);
            } else {
                folder.start(found, rendered.counts)?;
            }
        }
        self.write(&rendered.output)
    }

    /// All facts are written.
    pub(super) fn finish(self, title: &str) -> Result<(), Stop> {
        match self {
            Self::Stdout(mut out) => Ok(out.flush()?),
            Self::Folder(folder) => folder.finish(title),
        }
    }
}

fn head(to: To, bom: bool) -> String {
    let mark = if bom { "\u{FEFF}" } else { "" };
    if to == To::Csv { format!("{mark}{}", csv_header()) } else { String::new() }
}

fn cannot_write(path: &Path, error: &io::Error) -> Stop {
    Stop::Output(format!("{}: cannot write: {error}", path.display()))
}

impl Folder {
    fn start(&mut self, found: &Found<'_>, counts: Vec<(FactKind, usize)>) -> Result<(), Stop> {
        self.close()?;
        let name = found.document.name();
        let stem = self.free(&stem(&name));
        let file = format!("{stem}.{}", self.to.ending());
        if self.to == To::Brat {
            let text = self.path.join(format!("{stem}.txt"));
            fs::write(&text, &found.document.text).map_err(|error| cannot_write(&text, &error))?;
        }
        let path = self.path.join(&file);
        let opened = File::create(&path).map_err(|error| cannot_write(&path, &error))?;
        self.current = Some((path, BufWriter::new(opened)));
        self.entries.push(Entry { name, href: percent_encoded(&file), counts });
        self.write(&head(self.to, self.bom))
    }

    fn count(&mut self, counts: &[(FactKind, usize)]) {
        if let Some(entry) = self.entries.last_mut() {
            entry.counts.extend(counts);
        }
    }

    fn write(&mut self, output: &str) -> Result<(), Stop> {
        match &mut self.current {
            Some((path, file)) => file.write_all(output.as_bytes()).map_err(|error| cannot_write(path, &error)),
            None => Ok(()),
        }
    }

    fn close(&mut self) -> Result<(), Stop> {
        match self.current.take() {
            Some((path, mut file)) => file.flush().map_err(|error| cannot_write(&path, &error)),
            None => Ok(()),
        }
    }

    /// The name, or with a number behind it where it is taken. Case is passed over, as some disks do.
    fn free(&mut self, stem: &str) -> String {
        let tries = std::iter::once(stem.to_owned()).chain((2..).map(|number| format!("{stem}-{number}")));
        let mut free = tries.skip_while(|name| self.taken.contains(&name.to_lowercase()));
        let name = free.next().unwrap_or_default();
        self.taken.insert(name.to_lowercase());
        name
    }

    fn finish(mut self, title: &str) -> Result<(), Stop> {
        self.close()?;
        if self.to == To::Html {
            let path = self.path.join("index.html");
            fs::write(&path, html_index(title, &self.entries)).map_err(|error| cannot_write(&path, &error))?;
        }
        Ok(())
    }
}

/// A name for a file: the last part of a document's id, without its ending, of letters and digits.
fn stem(id: &str) -> String {
    let last = id.rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let safe = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '(' | ')') { c } else { '_' };
    let name: String = stem.chars().map(safe).take(100).collect();
    // Neither a hidden file nor one that looks like an option.
    let name = name.trim_start_matches(['.', '-']);
    if name.is_empty() { "document".to_owned() } else { name.to_owned() }
}

fn percent_encoded(file: &str) -> String {
    let encode = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    file.bytes().map(encode).collect()
}
