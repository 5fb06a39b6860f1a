//! Instructions, counted by valgrind: exact, and the same on every machine with the same compiler.

use std::process::Command;

/// Instructions of this program with these arguments, or why there is no count.
pub(crate) fn instructions(args: &[&str]) -> Result<u64, String> {
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let output = Command::new("valgrind")
        .args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"])
        .arg(this)
        .args(args)
        .output()
        .map_err(|error| format!("valgrind: {error}"))?;
    let log = String::from_utf8_lossy(&output.stderr);
    let count =
        log.split("refs:").nth(1).and_then(|rest| rest.split_whitespace().next()).map(|count| count.replace(',', ""));
    count.and_then(|count| count.parse().ok()).ok_or_else(|| format!("no count in {log}"))
}
