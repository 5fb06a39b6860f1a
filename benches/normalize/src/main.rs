//! Normalization beside `unicode-normalization` and `icu_normalizer`, in thread CPU time.
//!
//! `cargo run --release -- TEXT...` reads the given files, or makes some of its own, turns them into clean
//! and decomposed documents, and prints medians and ratios over all documents. With `gate`
//! in the place of files it fails where a ratio is far below what was reached.

#[path = "../../speed/corpus/mod.rs"]
mod corpus;

use std::fs;
use std::hint::black_box;
use std::process::ExitCode;

use corpus::Style;
use icu_normalizer::ComposingNormalizerBorrowed;
use rustix::time::{ClockId, clock_gettime};
use solieu::Normalizer;
use solieu::normalize::nfc;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

const ROUNDS: usize = 15;
/// How much text a round reads at least, and how long the documents of its own are.
const SIZE: usize = 4_000_000;
const DOCUMENT: usize = 100_000;
/// The least ratios to `unicode-normalization` and `icu_normalizer`, of clean and decomposed text.
const GATES: [[f64; 2]; 2] = [[3.0, 3.0], [5.0, 3.0]];

fn main() -> ExitCode {
    let icu = ComposingNormalizerBorrowed::new_nfc();
    let normalizer = Normalizer::new();
    let clean: Vec<String> = documents().iter().map(|text| normalizer.normalize(text).to_string()).collect();
    let decomposed: Vec<String> = clean.iter().map(|text| text.nfd().collect()).collect();
    for (clean, decomposed) in clean.iter().zip(&decomposed) {
        assert!(normalizer.normalize(clean).unchanged().is_some());
        assert_eq!(*normalizer.normalize(decomposed), **clean);
    }

    println!("clean text, {} documents", clean.len());
    let [memcpy, ours, quick, is] = table(
        &clean,
        [
            ("memcpy", &|text| black_box(text.to_owned()).len()),
            ("solieu normalize", &|text| normalizer.normalize(text).len()),
            ("unicode-normalization is_nfc_quick", &|text| {
                usize::from(is_nfc_quick(text.chars()) == IsNormalized::Yes)
            }),
            ("icu_normalizer is_normalized", &|text| usize::from(icu.is_normalized(text))),
        ],
    );
    let clean = [quick / ours, is / ours];
    println!(
        "  x unicode-normalization {:.1}, x icu_normalizer {:.1}, x memcpy {:.2}",
        clean[0],
        clean[1],
        memcpy / ours
    );

    println!("decomposed text");
    let [ours, alone, peer, icu] = table(
        &decomposed,
        [
            ("solieu normalize, with its map", &|text| normalizer.normalize(text).len()),
            ("solieu nfc", &|text| nfc(text).len()),
            ("unicode-normalization nfc", &|text| text.nfc().collect::<String>().len()),
            ("icu_normalizer normalize", &|text| icu.normalize(text).len()),
        ],
    );
    let decomposed = [peer / ours, icu / ours];
    println!("  x unicode-normalization {:.1}, x icu_normalizer {:.1}", decomposed[0], decomposed[1]);
    println!("  without the map {:.1} and {:.1}", peer / alone, icu / alone);
    let reached =
        [clean, decomposed].as_flattened().iter().zip(GATES.as_flattened()).all(|(ratio, gate)| ratio >= gate);
    if is_gate() && !reached {
        eprintln!("a ratio is below its gate: {GATES:?}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn is_gate() -> bool {
    std::env::args().any(|argument| argument == "gate")
}

/// The files on the command line, or generated reports, often enough.
fn documents() -> Vec<String> {
    let mut documents: Vec<String> =
        std::env::args().skip(1).filter_map(|path| fs::read_to_string(path).ok()).collect();
    if documents.is_empty() {
        documents = own_documents();
    }
    let size: usize = documents.iter().map(String::len).sum();
    let times = SIZE.div_ceil(size);
    let all = documents.iter().cycle().take(times * documents.len());
    all.cloned().collect()
}

fn own_documents() -> Vec<String> {
    let mut documents = vec![String::new()];
    for line in corpus::generate(Style::Report, SIZE, 2018).text.split_inclusive('\n') {
        match documents.last_mut() {
            Some(document) if document.len() < DOCUMENT => document.push_str(line),
            _ => documents.push(line.to_owned()),
        }
    }
    documents
}

type Row<'a> = (&'a str, &'a dyn Fn(&str) -> usize);

/// The median of the rounds of each row in seconds; every round runs all rows, so that a slow spell
/// of the machine hits all of them.
fn table<const N: usize>(documents: &[String], rows: [Row<'_>; N]) -> [f64; N] {
    let bytes: usize = documents.iter().map(String::len).sum();
    let mut times = [(); N].map(|()| Vec::new());
    for _ in 0..ROUNDS {
        for ((_, work), times) in rows.iter().zip(&mut times) {
            times.push(time(documents, work));
        }
    }
    let mut medians = [0.0; N];
    for ((median, times), (name, _)) in medians.iter_mut().zip(&mut times).zip(rows) {
        times.sort_by(f64::total_cmp);
        *median = times[ROUNDS / 2];
        println!("  {name:<36} {:>8.0} MB/s", bytes as f64 / *median / 1e6);
    }
    medians
}

fn time(documents: &[String], work: &dyn Fn(&str) -> usize) -> f64 {
    let start = cpu_time();
    for document in documents {
        black_box(work(black_box(document)));
    }
    cpu_time() - start
}

/// The time this thread has run, in seconds.
fn cpu_time() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}
