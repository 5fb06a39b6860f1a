//! `cargo bench --bench speed`: how fast the facts of a text are found, beside what else can be done
//! with the same bytes.
//!
//! All candidates run in one process, each once a round, in shuffled order, timed by the CPU time of
//! the thread. Ratios are medians of ratios within a round, so that a slow moment of the machine
//! slows both sides. Numbers of results are asserted: a fast wrong answer is none.
//!
//! ```text
//! cargo bench --bench speed                    all tables
//! cargo bench --bench speed -- gate            goals; exit status 1 where a floor is not held
//! cargo bench --bench speed -- text report     the text itself
//! cargo bench --bench speed -- once report     one extraction, for a profiler; of a file as well
//! ```
//!
//! Ratios of time differ by half from one machine to another, so that their floors are wide; what must not
//! grow is held by instructions, which valgrind counts.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod corpus;
mod peers;
#[path = "../linear/valgrind.rs"]
mod valgrind;

use std::hint::black_box;
use std::process::{Command, ExitCode};
use std::time::Duration;

use corpus::{Random, Style};
use cpu_time::ThreadTime;
use peers::{Careful, Naive, Triggers};
use regex::Regex;
use solieu::{Extractor, FactKind};
use unicode_normalization::UnicodeNormalization as _;

const MIB: usize = 1 << 20;
const SIZE: usize = 4 * MIB;
const ROUNDS: usize = 11;
/// The naive patterns are so slow that they get a part of the text.
const NAIVE_PART: usize = MIB / 4;

const CORPORA: [&str; 5] = ["report", "sparse", "dense", "nfd", "ascii"];

/// A goal of the project. Where the gate is not reached yet, `floor` is what was: it may only be
/// moved towards the gate, and a run fails where it is not held. One was moved away from it: since every word of a text is
/// lexed once, English costs a third more, and all else a third less.
struct Goal {
    corpus: &'static str,
    what: &'static str,
    /// The time of an extraction divided by the time of this; or, where `faster`, the other way round.
    peer: &'static str,
    faster: bool,
    floor: f64,
    gate: f64,
    target: f64,
}

const fn at_most(corpus: &'static str, peer: &'static str, [floor, gate, target]: [f64; 3]) -> Goal {
    Goal { corpus, what: "time of", peer, faster: false, floor, gate, target }
}

const fn faster(corpus: &'static str, peer: &'static str, [floor, gate, target]: [f64; 3]) -> Goal {
    Goal { corpus, what: "faster than", peer, faster: true, floor, gate, target }
}

/// Each with floor, gate, target.
const GOALS: &[Goal] = &[
    at_most("report", "[0-9]+", [19.0, 4.0, 3.0]),
    at_most("dense", "[0-9]+", [12.0, 1.5, 1.2]),
    at_most("nfd", "[0-9]+", [27.0, 6.0, 4.5]),
    at_most("ascii", "[0-9]+", [15.0, 6.0, 4.0]),
    at_most("sparse", "25 triggers", [2.3, 2.0, 1.4]),
    faster("report", "careful 8", [1.3, 6.0, 9.0]),
    faster("dense", "careful 8", [0.7, 6.0, 9.0]),
    faster("report", "naive 8", [34.0, 150.0, 250.0]),
    faster("report", "from_utf8", [0.15, 1.0, 1.5]),
];
/// The first call of a process, in times of building one regex: between 0.8 and 1.9 on the same machine.
const COLD: [f64; 3] = [2.2, 0.5, 0.25];

/// The most instructions for each that `[0-9]+` takes on the same text. They may only be moved down.
const INSTRUCTIONS: &[(&str, f64)] =
    &[("report", 9.0), ("dense", 4.2), ("nfd", 14.8), ("sparse", 39.5), ("ascii", 12.8)];
const COUNTED: usize = MIB / 4;

/// How far a figure has come.
fn verdict(holds: impl Fn(f64) -> bool, [floor, gate, target]: [f64; 3]) -> &'static str {
    match (holds(target), holds(gate), holds(floor)) {
        (true, ..) => "target",
        (_, true, _) => "gate",
        (_, _, true) => "floor",
        _ => "BELOW THE FLOOR",
    }
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["text", name] => print!("{}", text(name, SIZE).0),
        ["once", name] => once(name, 1),
        ["once", name, times] => once(name, times.parse().unwrap_or(1)),
        ["count", what, name, times] => count(what, name, times.parse().unwrap_or(1)),
        ["cold", what] => println!("{}", cold(what).as_nanos()),
        ["gate"] => return gate(),
        [] => {
            tables();
            kinds();
            sizes();
            first_calls();
        }
        _ => {
            eprintln!("unknown arguments {args:?}: see the head of benches/speed.rs");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// A text by name, and how many slots its generator filled.
fn text(name: &str, bytes: usize) -> (String, usize) {
    let style = match name {
        "sparse" => Style::Sparse,
        "dense" => Style::Dense,
        "ascii" => Style::Ascii,
        _ => Style::Report,
    };
    let corpus = corpus::generate(style, bytes, 2018);
    let text = if name == "nfd" { corpus.text.nfd().collect() } else { corpus.text };
    (text, corpus.slots)
}

fn once(name: &str, times: usize) {
    let text = std::fs::read_to_string(name).unwrap_or_else(|_| text(name, SIZE).0);
    let extractor = Extractor::new();
    for _ in 0..times {
        println!("{} facts", black_box(extractor.facts(black_box(&text)).count()));
    }
}

/// A quarter of a megabyte, so many times, for valgrind.
fn count(what: &str, name: &str, times: usize) {
    let (text, _) = text(name, COUNTED);
    let (extractor, digits) = (Extractor::new(), Regex::new("[0-9]+").expect("a pattern"));
    for _ in 0..times {
        black_box(match what {
            "digits" => digits.find_iter(black_box(&text)).count(),
            _ => extractor.facts(black_box(&text)).count(),
        });
    }
}

/// Instructions of one pass: those of two less those of one.
fn pass(what: &str, name: &str) -> Result<f64, String> {
    let run = |times| valgrind::instructions(&["count", what, name, times]);
    Ok(run("2")?.saturating_sub(run("1")?) as f64)
}

/// Whether the instructions of each corpus stay below their floor.
fn count_all() -> usize {
    let mut missed = 0;
    for (name, most) in INSTRUCTIONS {
        match pass("solieu", name).and_then(|ours| Ok((ours, pass("digits", name)?))) {
            Ok((ours, digits)) => {
                let (ratio, each) = (ours / digits, ours / COUNTED as f64);
                let verdict = if ratio <= *most { "holds" } else { "ABOVE THE FLOOR" };
                missed += usize::from(ratio > *most);
                println!("{name:7} instructions [0-9]+     {ratio:8.2}  ({each:.0} a byte, at most {most})  {verdict}");
            }
            Err(why) => {
                eprintln!("{why}");
                missed += 1;
            }
        }
    }
    missed
}

/// What is measured: a name, how many bytes it reads, and the work, which tells its results.
struct Candidate<'a> {
    name: &'static str,
    bytes: usize,
    work: Box<dyn Fn() -> usize + 'a>,
    times: Vec<Duration>,
    results: Option<usize>,
}

fn candidates<'a>(text: &'a str, extractor: &'a Extractor, tools: &'a Tools) -> Vec<Candidate<'a>> {
    let part = &text[..boundary(text, NAIVE_PART)];
    let candidate = |name, bytes, work: Box<dyn Fn() -> usize + 'a>| Candidate {
        name,
        bytes,
        work,
        times: Vec::new(),
        results: None,
    };
    let target = std::cell::RefCell::new(vec![0_u8; text.len()]);
    let n = text.len();
    vec![
        candidate("solieu", n, Box::new(|| extractor.facts(black_box(text)).count())),
        candidate(
            "memcpy",
            n,
            Box::new(move || {
                let mut target = target.borrow_mut();
                target.copy_from_slice(black_box(text.as_bytes()));
                black_box(&target[..]).len()
            }),
        ),
        candidate("from_utf8", n, Box::new(|| std::str::from_utf8(black_box(text.as_bytes())).map_or(0, str::len))),
        candidate("[0-9]+", n, Box::new(|| tools.digits.find_iter(black_box(text)).count())),
        candidate("25 triggers", n, Box::new(|| tools.triggers.count(black_box(text)))),
        candidate("careful 8", n, Box::new(|| tools.careful.facts(black_box(text)).len())),
        candidate("naive 8", part.len(), Box::new(|| tools.naive.facts(black_box(part)).len())),
    ]
}

struct Tools {
    digits: Regex,
    triggers: Triggers,
    careful: Careful,
    naive: Naive,
}

impl Tools {
    fn new() -> Self {
        Self {
            digits: Regex::new("[0-9]+").unwrap(),
            triggers: Triggers::new(),
            careful: Careful::new(),
            naive: Naive::new(),
        }
    }
}

/// Runs each candidate once a round, in shuffled order.
fn measure(candidates: &mut [Candidate<'_>], rounds: usize) {
    let mut random = Random::new(7);
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    for round in 0..=rounds {
        for i in (1..order.len()).rev() {
            order.swap(i, random.between(0, i as u64) as usize);
        }
        for &i in &order {
            let candidate = &mut candidates[i];
            let start = ThreadTime::now();
            let results = (candidate.work)();
            let time = start.elapsed();
            assert_eq!(*candidate.results.get_or_insert(results), results, "{} is not the same twice", candidate.name);
            if round > 0 {
                candidate.times.push(time); // round 0 warms up
            }
        }
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Nanoseconds a byte.
fn cost(candidate: &Candidate<'_>, round: usize) -> f64 {
    candidate.times[round].as_nanos() as f64 / candidate.bytes as f64
}

/// How many times slower `a` is than `b`: median, least, most over the rounds.
fn ratio(a: &Candidate<'_>, b: &Candidate<'_>) -> (f64, f64, f64) {
    let ratios: Vec<f64> = (0..a.times.len()).map(|round| cost(a, round) / cost(b, round)).collect();
    let (least, most) = ratios.iter().fold((f64::MAX, 0.0_f64), |(least, most), &x| (least.min(x), most.max(x)));
    (median(ratios), least, most)
}

fn speed(candidate: &Candidate<'_>) -> f64 {
    1e3 / median((0..candidate.times.len()).map(|round| cost(candidate, round)).collect())
}

/// Every candidate on every corpus.
fn tables() {
    let (extractor, tools) = (Extractor::new(), Tools::new());
    for name in CORPORA {
        let (text, slots) = text(name, SIZE);
        let mut all = candidates(&text, &extractor, &tools);
        measure(&mut all, ROUNDS);
        let facts = all[0].results.unwrap_or(0);
        check_results(name, facts, slots);
        println!(
            "\n{name}: {:.1} MB, {facts} facts ({:.2} per KiB), {slots} slots",
            text.len() as f64 / 1e6,
            facts as f64 * 1024.0 / text.len() as f64
        );
        println!("  {:14} {:>10} {:>24} {:>12}", "", "MB/s", "solieu takes × its time", "results");
        for candidate in &all {
            let (mid, least, most) = ratio(&all[0], candidate);
            println!(
                "  {:14} {:10.1} {mid:10.3} ({least:.3}–{most:.3}) {:>12}",
                candidate.name,
                speed(candidate),
                candidate.results.unwrap_or(0)
            );
        }
    }
}

/// Almost every slot is a fact, and plain text has none: a change of either shows here at once.
fn check_results(name: &str, facts: usize, slots: usize) {
    let share = facts as f64 / slots.max(1) as f64;
    let fair = match name {
        "ascii" => facts < SIZE / 1024, // names and code are no facts
        "sparse" => (0.5..4.0).contains(&share),
        _ => (0.6..1.3).contains(&share),
    };
    assert!(fair, "{name}: {facts} facts for {slots} slots");
}

/// How long the report takes where only one kind is asked for.
fn kinds() {
    let (text, _) = text("report", SIZE);
    let extractors: Vec<_> =
        FactKind::ALL.iter().map(|&kind| (kind, Extractor::builder().kinds([kind]).build())).collect();
    let mut all: Vec<Candidate<'_>> = extractors
        .iter()
        .map(|(kind, extractor)| Candidate {
            name: kind.name(),
            bytes: text.len(),
            work: Box::new(|| extractor.facts(black_box(&text)).count()),
            times: Vec::new(),
            results: None,
        })
        .collect();
    measure(&mut all, 5);
    println!("\none kind alone, report");
    for candidate in &all {
        println!("  {:16} {:8.1} MB/s {:8} facts", candidate.name, speed(candidate), candidate.results.unwrap_or(0));
    }
}

/// Many short documents instead of one long.
fn sizes() {
    let (extractor, digits) = (Extractor::new(), Regex::new("[0-9]+").unwrap());
    println!("\nshort documents");
    for name in ["report", "nfd"] {
        let (text, _) = text(name, MIB);
        for size in [64, 1024, 5 * 1024] {
            let documents = documents(&text, size);
            let bytes = documents.iter().map(|document| document.len()).sum();
            let candidate = |name, work| Candidate { name, bytes, work, times: Vec::new(), results: None };
            let mut all: [Candidate<'_>; 2] = [
                candidate(
                    "solieu",
                    Box::new(|| documents.iter().map(|document| extractor.facts(black_box(document)).count()).sum()),
                ),
                candidate(
                    "[0-9]+",
                    Box::new(|| documents.iter().map(|document| digits.find_iter(black_box(document)).count()).sum()),
                ),
            ];
            measure(&mut all, ROUNDS);
            let each = 1e3 / speed(&all[0]) * bytes as f64 / documents.len() as f64;
            let (mid, ..) = ratio(&all[0], &all[1]);
            println!(
                "  {name:6} {size:5} B {each:10.0} ns each, {:7.1} MB/s, {mid:6.2} × the time of [0-9]+",
                speed(&all[0])
            );
        }
    }
}

/// The last place between characters at or before `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

fn documents(text: &str, size: usize) -> Vec<&str> {
    let mut documents = Vec::new();
    let mut rest = text;
    while rest.len() > size {
        let (document, behind) = rest.split_at(boundary(rest, size));
        documents.push(document);
        rest = behind;
    }
    documents
}

/// The first call of a fresh process on one article, making included.
fn cold(what: &str) -> Duration {
    let (text, _) = text("report", 4800);
    let start = ThreadTime::now();
    let results = match what {
        "solieu" => Extractor::new().facts(black_box(&text)).count(),
        "second" => {
            let extractor = Extractor::new();
            black_box(extractor.facts(black_box(&text)).count());
            let start = ThreadTime::now();
            black_box(extractor.facts(black_box(&text)).count());
            return start.elapsed();
        }
        "digits" => {
            black_box(Regex::new(black_box("[0-9]+")).unwrap());
            return start.elapsed();
        }
        _ => Careful::new().facts(black_box(&text)).len(),
    };
    black_box(results);
    start.elapsed()
}

fn cold_median(what: &str) -> f64 {
    let this = std::env::current_exe().expect("the path of this program");
    let times = (0..15).map(|_| {
        let output = Command::new(&this).args(["cold", what]).output().expect("this program runs");
        String::from_utf8_lossy(&output.stdout).trim().parse::<f64>().expect("nanoseconds")
    });
    median(times.collect())
}

fn first_calls() {
    println!("\nfirst call in a fresh process, an article of 4.8 KB");
    let digits = cold_median("digits");
    for (what, name) in [
        ("solieu", "solieu"),
        ("second", "solieu, second call"),
        ("digits", "Regex::new(\"[0-9]+\") alone"),
        ("careful", "careful 8"),
    ] {
        let time = cold_median(what);
        println!("  {name:28} {:10.1} µs {:8.2} × building one regex", time / 1e3, time / digits);
    }
}

/// Only what the goals need, with an exit status.
fn gate() -> ExitCode {
    let (extractor, tools) = (Extractor::new(), Tools::new());
    let mut missed = 0;
    for name in CORPORA {
        let (text, slots) = text(name, SIZE);
        let mut all = candidates(&text, &extractor, &tools);
        let goals: Vec<&Goal> = GOALS.iter().filter(|goal| goal.corpus == name).collect();
        all.retain(|candidate| candidate.name == "solieu" || goals.iter().any(|goal| goal.peer == candidate.name));
        measure(&mut all, ROUNDS);
        check_results(name, all[0].results.unwrap_or(0), slots);
        for goal in goals {
            let Some(peer) = all.iter().find(|candidate| candidate.name == goal.peer) else { continue };
            let (mid, ..) = if goal.faster { ratio(peer, &all[0]) } else { ratio(&all[0], peer) };
            let holds = |limit: f64| if goal.faster { mid >= limit } else { mid <= limit };
            let verdict = verdict(holds, [goal.floor, goal.gate, goal.target]);
            missed += usize::from(!holds(goal.floor));
            let Goal { what, peer, gate, target, .. } = goal;
            println!("{name:7} {what:11} {peer:12} {mid:8.2}  (gate {gate}, target {target})  {verdict}");
        }
    }
    let first = cold_median("solieu") / cold_median("digits");
    let verdict = verdict(|limit| first <= limit, COLD);
    missed += usize::from(first > COLD[0]);
    println!("cold    time of     one regex    {first:8.2}  (gate {}, target {})  {verdict}", COLD[1], COLD[2]);
    missed += count_all();
    if missed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
