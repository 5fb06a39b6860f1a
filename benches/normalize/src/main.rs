//! Normalization beside `unicode-normalization` and `icu_normalizer`, in thread CPU time.
//!
//! `cargo run --release -- TEXT...` reads the given files, or takes a text of its own, makes clean
//! and decomposed documents of them, and prints medians and ratios over all documents.

use std::fs;
use std::hint::black_box;

use icu_normalizer::ComposingNormalizerBorrowed;
use rustix::time::{ClockId, clock_gettime};
use solieu::Normalizer;
use solieu::normalize::nfc;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

const ROUNDS: usize = 15;
/// How much text a round reads at least, and how long the document of its own is.
const SIZE: usize = 4_000_000;
const DOCUMENT: usize = 100_000;
const SAMPLE: &str = "Trong 9 tháng năm 2018, Ủy ban nhân dân huyện đã tiếp 5.873 lượt người, giải quyết 272/364 đơn \
    (đạt 74,73%), tổng kinh phí “xây dựng nông thôn mới” là 1.234,5 tỷ đồng – tăng 12% so với cùng kỳ.\n";

fn main() {
    let icu = ComposingNormalizerBorrowed::new_nfc();
    let normalizer = Normalizer::new();
    let clean: Vec<String> = documents().iter().map(|text| normalizer.normalize(text).to_string()).collect();
    let decomposed: Vec<String> = clean.iter().map(|text| text.nfd().collect()).collect();
    for (clean, decomposed) in clean.iter().zip(&decomposed) {
        assert!(normalizer.normalize(clean).unchanged().is_some());
        assert_eq!(*normalizer.normalize(decomposed), **clean);
    }

    println!("clean text, {} documents", clean.len());
    let memcpy = row("memcpy", &clean, |text| black_box(text.to_owned()).len());
    let ours = row("solieu normalize", &clean, |text| normalizer.normalize(text).len());
    let quick = row("unicode-normalization is_nfc_quick", &clean, |text| {
        usize::from(is_nfc_quick(text.chars()) == IsNormalized::Yes)
    });
    let is = row("icu_normalizer is_normalized", &clean, |text| usize::from(icu.is_normalized(text)));
    println!(
        "  x unicode-normalization {:.1}, x icu_normalizer {:.1}, x memcpy {:.2}",
        quick / ours,
        is / ours,
        memcpy / ours
    );

    println!("decomposed text");
    let ours = row("solieu normalize, with its map", &decomposed, |text| normalizer.normalize(text).len());
    let alone = row("solieu nfc", &decomposed, |text| nfc(text).len());
    let peer = row("unicode-normalization nfc", &decomposed, |text| text.nfc().collect::<String>().len());
    let icu = row("icu_normalizer normalize", &decomposed, |text| icu.normalize(text).len());
    println!("  x unicode-normalization {:.1}, x icu_normalizer {:.1}", peer / ours, icu / ours);
    println!("  without the map {:.1} and {:.1}", peer / alone, icu / alone);
}

/// The files on the command line, or the sample over and over, often enough.
fn documents() -> Vec<String> {
    let mut documents: Vec<String> =
        std::env::args().skip(1).filter_map(|path| fs::read_to_string(path).ok()).collect();
    if documents.is_empty() {
        documents.push(SAMPLE.repeat(DOCUMENT / SAMPLE.len()));
    }
    let size: usize = documents.iter().map(String::len).sum();
    let times = SIZE.div_ceil(size);
    let all = documents.iter().cycle().take(times * documents.len());
    all.cloned().collect()
}

/// The median of the rounds in seconds.
fn row(name: &str, documents: &[String], work: impl Fn(&str) -> usize) -> f64 {
    let bytes: usize = documents.iter().map(String::len).sum();
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = cpu_time();
            for document in documents {
                black_box(work(black_box(document)));
            }
            cpu_time() - start
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let median = times[ROUNDS / 2];
    println!("  {name:<36} {:>8.0} MB/s", bytes as f64 / median / 1e6);
    median
}

/// The time this thread has run, in seconds.
fn cpu_time() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}
