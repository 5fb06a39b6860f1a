//! `cargo bench --bench linear`: work grows with the length of a text, and no faster.
//!
//! Counts instructions with valgrind, which is exact, for every hard input at one length and at twice
//! that length. Fails where the second takes more than 2.05 times the first.
//!
//! ```text
//! cargo bench --bench linear                  all inputs
//! cargo bench --bench linear -- run 3 65536   the work alone
//! ```

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod inputs;
mod valgrind;

use std::hint::black_box;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use solieu::Extractor;

const LENGTH: usize = 48 << 10;
const MOST: f64 = 2.05;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["run", input, bytes] => {
            let all = inputs::all();
            let input = &all[input.parse::<usize>().expect("the number of an input")];
            let text = input.text(bytes.parse().expect("a length"));
            black_box(Extractor::new().facts(black_box(&text)).count());
            ExitCode::SUCCESS
        }
        _ => law(),
    }
}

/// Instructions of this program on an input.
fn instructions(input: usize, bytes: usize) -> Result<u64, String> {
    valgrind::instructions(&["run", &input.to_string(), &bytes.to_string()])
}

fn law() -> ExitCode {
    let all = inputs::all();
    let next = AtomicUsize::new(0);
    let results = Mutex::new(vec![None; all.len()]);
    let start = match instructions(0, 0) {
        Ok(start) => start,
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::FAILURE;
        }
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let i = next.fetch_add(1, Ordering::Relaxed);
                    let Some(input) = all.get(i) else { break };
                    let length = input.text(LENGTH).len();
                    let once = instructions(i, LENGTH).map(|count| count.saturating_sub(start));
                    let twice = instructions(i, 2 * length).map(|count| count.saturating_sub(start));
                    results.lock().expect("no panic")[i] = Some((length, once, twice));
                }
            });
        }
    });
    let (mut missed, mut worst, mut costs) = (0, (0.0, String::new()), Vec::new());
    for (input, result) in all.iter().zip(results.into_inner().expect("no panic")) {
        let Some((length, Ok(once), Ok(twice))) = result else {
            eprintln!("{}: {result:?}", input.name);
            missed += 1;
            continue;
        };
        let (growth, cost) = (twice as f64 / once as f64, once as f64 / length as f64);
        if growth > MOST {
            missed += 1;
            println!("MISSED {growth:.3} {cost:8.1} instructions a byte  {}", input.name);
        }
        if growth > worst.0 {
            worst = (growth, input.name.clone());
        }
        costs.push((cost, &input.name));
    }
    println!("{} inputs at {LENGTH} bytes and twice that: growth at most {:.3} ({})", all.len(), worst.0, worst.1);
    costs.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    println!("the hardest, in instructions a byte:");
    for (cost, name) in costs.iter().take(12) {
        println!("  {cost:8.0}  {name}");
    }
    if missed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
