//! How far long work has come, on a terminal.

use std::io::{self, IsTerminal as _};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::sources::Source;

/// Less than this is done before anybody wonders.
const LONG: u64 = 32 << 20;

const SHAPE: &str = "{bar:30} {percent:>3}%  {bytes} of {total_bytes}  {binary_bytes_per_sec}  {eta} left";
const SHAPE_WITHOUT_END: &str = "{spinner} {bytes}  {binary_bytes_per_sec}";

/// A bar with rate and time left on standard error; none where that is no terminal, where the facts
/// go to the same terminal, or where the work is short.
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    pub(crate) fn over(sources: &[Source]) -> Self {
        let size: Option<u64> = sources.iter().map(Source::size).sum();
        let seen = io::stderr().is_terminal() && !io::stdout().is_terminal();
        if !seen || size.is_some_and(|size| size < LONG) {
            return Self { bar: ProgressBar::hidden() };
        }
        let bar = ProgressBar::with_draw_target(size, ProgressDrawTarget::stderr_with_hz(5));
        let shape = if size.is_some() { SHAPE } else { SHAPE_WITHOUT_END };
        if let Ok(style) = ProgressStyle::with_template(shape) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(500));
        Self { bar }
    }

    /// So many bytes more are done.
    pub(crate) fn add(&self, bytes: usize) {
        self.bar.inc(bytes as u64);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
