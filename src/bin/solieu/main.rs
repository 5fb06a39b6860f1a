//! The `solieu` command: facts from files, folders and pipes.

mod args;
mod document;
mod extract;
mod input;
mod problem;
mod sources;

use std::process::ExitCode;

use clap::Parser as _;

use crate::args::{Args, Command};
use crate::problem::{Outcome, Stop};

fn main() -> ExitCode {
    let outcome = match Args::parse().command {
        Command::Extract(args) => extract::run(&args),
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
