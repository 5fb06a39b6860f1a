//! What goes wrong: with one input, after which the others are still done, or with everything.

use std::fmt::{self, Display};
use std::io::{self, Write as _};

/// How a run that came to its end went.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Outcome {
    /// All input was read.
    Done,
    /// Some was not; standard error says which and why.
    SomeFailed,
}

/// Why a run could not go on.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The reader of our output went away.
    Closed,
    /// The command line asks for what cannot be.
    Usage(String),
    /// The output cannot be written.
    Output(String),
}

impl Stop {
    /// `name` could not be written.
    pub(crate) fn output(name: &str, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Output(format!("{name}: cannot write: {error}")),
        }
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::output("standard output", &error)
    }
}

/// Why one input, or one line of it, could not be read.
#[derive(Debug)]
pub(crate) struct Problem {
    name: String,
    line: Option<usize>,
    message: String,
}

impl Problem {
    pub(crate) fn new(name: &str, message: impl Display) -> Self {
        Self { name: name.to_owned(), line: None, message: message.to_string() }
    }

    pub(crate) fn at_line(name: &str, line: usize, message: impl Display) -> Self {
        Self { line: Some(line), ..Self::new(name, message) }
    }
}

impl Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.name)?;
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        f.write_str(&self.message)
    }
}

/// Says it on standard error; where that is closed there is nobody to tell.
pub(crate) fn tell(message: &impl Display) {
    let _ = writeln!(io::stderr(), "solieu: {message}");
}
