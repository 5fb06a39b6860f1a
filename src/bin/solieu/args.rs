//! The command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

#[derive(Debug, Parser)]
#[command(name = "solieu", version, about = "Typed facts from Vietnamese government reports", max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Extract(Extract),
}

const EXTRACT_EXAMPLES: &str = "\
Examples:
  solieu extract report.txt                          a table of its facts
  solieu extract reports/ --to jsonl > facts.jsonl   a folder, one fact a line
  pdftotext -layout report.pdf - | solieu extract    what another program prints
  solieu extract --from jsonl --field body docs.jsonl

Exit status:
  0  all input was read
  1  some input could not be read; standard error says which, the rest was done
  2  wrong usage
  3  the output could not be written";

/// Finds the facts of texts
#[derive(Debug, clap::Args)]
#[command(after_help = EXTRACT_EXAMPLES)]
pub(crate) struct Extract {
    /// Files, folders or patterns like 'reports/*.txt'; standard input where none, or for `-`
    #[arg(value_name = "FILE")]
    pub(crate) inputs: Vec<PathBuf>,

    /// What the input is; by default the end of a file's name decides, and else it is text
    #[arg(long, value_name = "FORMAT")]
    pub(crate) from: Option<From>,

    /// What comes out; by default a table on a terminal, and JSON Lines elsewhere
    #[arg(long, value_name = "FORMAT")]
    pub(crate) to: Option<To>,

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

/// What an input is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum From {
    /// Plain text; the id is the name of the file
    Text,
    /// JSON Lines: a document a line, like {"id": "7", "text": "…"}
    Jsonl,
}

/// What comes out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum To {
    /// An aligned table
    Table,
    /// JSON Lines: a fact a line
    Jsonl,
}
