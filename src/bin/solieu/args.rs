//! The command line.

mod normalize;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use solieu::output::Unit;
use solieu::{Day, Extractor, FactKind};

pub(crate) use self::normalize::Normalize;
use self::normalize::{Mend, mending};
use crate::problem::Stop;

const EXAMPLES: &str = "\
Examples:
  solieu extract report.txt                      a table of its facts
  solieu extract reports/ --output pages         a page for each report, and an index
  solieu extract reports/ --to csv --bom > facts.csv
  solieu stats reports/                          what the reports are made of

`solieu help extract` shows all that it can.";

#[derive(Debug, Parser)]
#[command(name = "solieu", version, max_term_width = 100, after_help = EXAMPLES)]
/// Typed facts with exact values and places from Vietnamese government reports
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Extract(Extract),
    Stats(Stats),
    Normalize(Normalize),
    /// Write the JSON Schema of facts to standard output
    Schema,
    Completions(Completions),
    Man(Man),
}

const EXTRACT_EXAMPLES: &str = "\
Examples:
  solieu extract report.txt                           a table of its facts
  solieu extract reports/ --to jsonl > facts.jsonl    a folder, one fact a line
  solieu extract reports/ --output pages              a page for each, and pages/index.html
  solieu extract reports/ --to csv --bom > facts.csv  for a spreadsheet
  pdftotext -layout report.pdf - | solieu extract     what another program prints
  solieu extract docs.jsonl --field body --id-field number --kinds money,date
  solieu extract notice.html                          a page of the web; spans point into the file
  solieu extract old.txt --encoding tcvn3             from before Unicode; so do these
  solieu extract report.txt --explain | less          why a fact did not come

Exit status:
  0  all input was read
  1  some input could not be read; standard error says which and why, the rest was done
  2  wrong usage
  3  the output could not be written";

/// Find the facts of texts
#[derive(Debug, clap::Args)]
#[command(after_help = EXTRACT_EXAMPLES)]
pub(crate) struct Extract {
    #[command(flatten)]
    pub(crate) input: Input,

    #[command(flatten)]
    pub(crate) what: What,

    /// What comes out; by default a table on a terminal, pages with --output, else JSON Lines
    #[arg(long, value_name = "FORMAT")]
    pub(crate) to: Option<To>,

    /// A folder to write to, one file for each document
    #[arg(long, short, value_name = "FOLDER")]
    pub(crate) output: Option<PathBuf>,

    /// What offsets count: byte, char (Python, brat) or utf16 (JavaScript)
    ///
    /// Bytes are those of the file as it is, in its own encoding and with its tags. Characters and
    /// UTF-16 units are those of the text as decoded, for an encoding of old what `solieu normalize
    /// --encoding …` writes. In JSON Lines all count within the string, bytes as UTF-8.
    #[arg(long, value_name = "UNIT", default_value_t)]
    pub(crate) offsets: Unit,

    /// Begin CSV with a byte order mark, as Excel wants it
    #[arg(long)]
    pub(crate) bom: bool,

    /// Show every reading at every place, and why it won or lost
    #[arg(long, conflicts_with_all = ["to", "output", "offsets", "bom"])]
    pub(crate) explain: bool,
}

/// What is read.
#[derive(Debug, clap::Args)]
pub(crate) struct Input {
    /// Files, folders or patterns like 'reports/*.txt'; standard input where none, or for `-`
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    /// What the input is; by default the end of a file's name decides, and else it is text
    #[arg(long, value_name = "FORMAT")]
    pub(crate) from: Option<From>,

    /// How the input is encoded; by default UTF-8, or UTF-16 where a byte order mark says so
    ///
    /// The text in the output is always Unicode; offsets in bytes point into the file as it is.
    #[arg(long, value_name = "ENCODING", default_value = "utf8", hide_default_value = true)]
    pub(crate) encoding: Encoding,

    /// The key of the text in a line of JSON
    #[arg(long, value_name = "KEY", default_value = "text")]
    pub(crate) field: String,

    /// The key of the document's id in a line of JSON
    #[arg(long, value_name = "KEY", default_value = "id")]
    pub(crate) id_field: String,

    /// How many texts are read at once; by default one for each core
    #[arg(long, short, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(crate) jobs: usize,
}

/// What is sought in it.
#[derive(Debug, clap::Args)]
pub(crate) struct What {
    /// Only these kinds, parted by commas: count, percentage, ratio, money, measure, duration, date,
    /// period, recurrence, document_number, provision; ordinal and standard come only if asked for
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    pub(crate) kinds: Vec<FactKind>,

    /// The day that words like `hôm nay` are told from, as YYYY-MM-DD; without it they are no facts
    #[arg(long, value_name = "DAY")]
    pub(crate) reference_date: Option<Day>,

    /// Mend the text first, parted by commas; spans still point into the text as it is
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub(crate) repair: Vec<Mend>,

    /// A kind of your own: a name and a regular expression; can be given again
    #[arg(long, value_name = "NAME=REGEX", value_parser = pattern)]
    pub(crate) pattern: Vec<(String, regex::Regex)>,
}

impl What {
    /// The extractor that is asked for.
    pub(crate) fn extractor(&self) -> Result<Extractor, Stop> {
        let mut builder = Extractor::builder();
        if !self.repair.is_empty() {
            builder = builder.normalizer(mending(&self.repair));
        }
        for (name, pattern) in &self.pattern {
            builder = builder.pattern(name, pattern.clone()).map_err(|error| Stop::Usage(error.to_string()))?;
        }
        if !self.kinds.is_empty() {
            builder = builder.kinds(self.kinds.iter().copied());
        }
        if let Some(day) = self.reference_date {
            builder = builder.reference_date(day);
        }
        Ok(builder.build())
    }
}

fn pattern(text: &str) -> Result<(String, regex::Regex), String> {
    let (name, pattern) = text.split_once('=').ok_or("it has no `=` between name and expression")?;
    let pattern = regex::Regex::new(pattern).map_err(|error| error.to_string())?;
    Ok((name.to_owned(), pattern))
}

/// What an input is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum From {
    /// Plain text; the id is the name of the file
    Text,
    /// JSON Lines: a document a line, like {"id": "7", "text": "…"}
    Jsonl,
    /// HTML; tags become blanks of the same length, so that spans point into the file
    Html,
}

/// How an input is encoded.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Encoding {
    /// UTF-8, or UTF-16 with a byte order mark; what is neither is refused
    Utf8,
    /// What the words say, line by line, where it is not UTF-8
    Auto,
    /// UTF-16, the low byte first; Windows calls it `Unicode`
    Utf16le,
    /// UTF-16, the high byte first
    Utf16be,
    /// TCVN 5712, also ABC: fonts like .VnTime
    Tcvn3,
    /// Fonts like VNI-Times
    Vni,
    /// VISCII
    Viscii,
    /// VPS
    Vps,
    /// The Vietnamese code page of Windows
    Windows1258,
    /// The western code page of Windows
    Windows1252,
    /// ASCII with signs for marks: Vie^.t
    Viqr,
}

/// What comes out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum To {
    /// An aligned table
    Table,
    /// JSON Lines: a fact a line
    Jsonl,
    /// Comma-separated values: a fact a row
    Csv,
    /// A page with the facts highlighted in the text
    Html,
    /// Standoff annotations for the brat tool, with relations
    Brat,
    /// JSON Lines: what belongs together, a pair a line: a provision and its document, a document and
    /// the one it amends, replaces or repeats
    Links,
}

impl To {
    /// How its files end.
    pub(crate) const fn ending(self) -> &'static str {
        match self {
            Self::Table => "txt",
            Self::Jsonl | Self::Links => "jsonl",
            Self::Csv => "csv",
            Self::Html => "html",
            Self::Brat => "ann",
        }
    }

    /// Whether it shows the text, so that the whole of it must be at hand.
    pub(crate) const fn shows_text(self) -> bool {
        matches!(self, Self::Html | Self::Brat)
    }
}

const STATS_EXAMPLES: &str = "\
Examples:
  solieu stats reports/
  solieu stats docs.jsonl --field body --top 20";

/// Count facts by kind, and show the most frequent units, currencies, issuers and documents
#[derive(Debug, clap::Args)]
#[command(after_help = STATS_EXAMPLES)]
pub(crate) struct Stats {
    #[command(flatten)]
    pub(crate) input: Input,

    #[command(flatten)]
    pub(crate) what: What,

    /// How many of the most frequent to show
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(crate) top: usize,
}

/// Write the completions of a shell to standard output
#[derive(Debug, clap::Args)]
pub(crate) struct Completions {
    /// The shell
    pub(crate) shell: clap_complete::Shell,
}

/// Write a manual page to standard output, as `man` reads it
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  solieu man > solieu.1\n  solieu man extract | man -l -")]
pub(crate) struct Man {
    /// The command that it is about; all of `solieu` where none
    pub(crate) command: Option<String>,
}
