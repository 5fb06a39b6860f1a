//! The `solieu` command: facts from files, folders and pipes.

mod args;
mod document;
mod encoding;
mod extract;
mod input;
mod markup;
mod normalize;
mod pipeline;
mod problem;
mod progress;
mod sources;
mod stats;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use crate::args::{Args, Command};
use crate::problem::{Outcome, Stop};

fn main() -> ExitCode {
    let outcome = match Args::parse().command {
        Command::Extract(args) => extract::run(&args),
        Command::Stats(args) => stats::run(&args),
        Command::Normalize(args) => normalize::run(&args),
        Command::Schema => schema(),
        Command::Completions(args) => completions(args.shell),
        Command::Man(args) => man(args.command.as_deref()),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::SomeFailed) => ExitCode::from(1),
        // Whoever read the output has seen enough.
        Err(Stop::Closed) => ExitCode::SUCCESS,
        Err(Stop::Usage(message)) => {
            problem::tell(&message);
            ExitCode::from(2)
        }
        Err(Stop::Output(message)) => {
            problem::tell(&message);
            ExitCode::from(3)
        }
    }
}

fn schema() -> Result<Outcome, Stop> {
    io::stdout().write_all(include_bytes!("../../../schema/fact.schema.json"))?;
    Ok(Outcome::Done)
}

fn completions(shell: clap_complete::Shell) -> Result<Outcome, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "solieu", &mut script);
    io::stdout().write_all(&script)?;
    Ok(Outcome::Done)
}

/// The manual page of the command, or of one of its commands.
fn man(name: Option<&str>) -> Result<Outcome, Stop> {
    let mut command = Args::command();
    command.build();
    if let Some(name) = name {
        let sub = command.find_subcommand(name).ok_or_else(|| Stop::Usage(format!("there is no command `{name}`")))?;
        command = sub.clone();
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    io::stdout().write_all(&page)?;
    Ok(Outcome::Done)
}
