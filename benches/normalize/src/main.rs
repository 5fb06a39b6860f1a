//! Normalization beside `unicode-normalization` and `icu_normalizer`, in thread CPU time.
//!
//! `cargo run --release -- TEXT...` reads the given files (or a text of its own), makes clean and
//! decomposed text of them, and prints medians and ratios.

use std::fs;
use std::hint::black_box;

use icu_normalizer::ComposingNormalizerBorrowed;
use rustix::time::{ClockId, clock_gettime};
use solieu::Normalizer;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

const ROUNDS: usize = 15;
const SIZE: usize = 4_000_000;
const SAMPLE: &str = "Trong 9 tháng năm 2018, Ủy ban nhân dân huyện đã tiếp 5.873 lượt người, giải quyết 272/364 đơn \
    (đạt 74,73%), tổng kinh phí “xây dựng nông thôn mới” là 1.234,5 tỷ đồng – tăng 12% so với cùng kỳ.\n";

fn main() {
    let text = text();
    let clean = Normalizer::new().normalize(&text).to_string();
    let decomposed: String = clean.nfd().collect();
    let icu = ComposingNormalizerBorrowed::new_nfc();
    assert!(Normalizer::new().normalize(&clean).unchanged().is_some());
    assert_eq!(*Normalizer::new().normalize(&decomposed), *clean);

    println!("clean text, {} bytes", clean.len());
    let memcpy = row("memcpy", clean.len(), || black_box(black_box(clean.as_str()).to_owned()).len());
    let ours = row("solieu normalize", clean.len(), || Normalizer::new().normalize(black_box(&clean)).len());
    let quick = row("unicode-normalization is_nfc_quick", clean.len(), || {
        usize::from(is_nfc_quick(black_box(&clean).chars()) == IsNormalized::Yes)
    });
    let is = row("icu_normalizer is_normalized", clean.len(), || usize::from(icu.is_normalized(black_box(&clean))));
    println!("  x unicode-normalization {:.1}, x icu_normalizer {:.1}, x memcpy {:.2}", quick / ours, is / ours, memcpy / ours);

    println!("decomposed text, {} bytes", decomposed.len());
    let ours = row("solieu normalize", decomposed.len(), || Normalizer::new().normalize(black_box(&decomposed)).len());
    let nfc = row("solieu nfc", decomposed.len(), || solieu::normalize::nfc(black_box(&decomposed)).len());
    let peer = row("unicode-normalization nfc", decomposed.len(), || black_box(&decomposed).nfc().collect::<String>().len());
    let icu = row("icu_normalizer normalize", decomposed.len(), || icu.normalize(black_box(&decomposed)).len());
    println!("  x unicode-normalization {:.1}, x icu_normalizer {:.1} (nfc alone: {:.1}, {:.1})", peer / ours, icu / ours, peer / nfc, icu / nfc);
}

/// The files on the command line, or the sample over and over.
fn text() -> String {
    let mut text: String = std::env::args().skip(1).filter_map(|path| fs::read_to_string(path).ok()).collect();
    if text.is_empty() {
        text = SAMPLE.repeat(SIZE / SAMPLE.len());
    }
    text
}

/// The median of the rounds in seconds.
fn row(name: &str, bytes: usize, mut work: impl FnMut() -> usize) -> f64 {
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = cpu_time();
            black_box(work());
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
