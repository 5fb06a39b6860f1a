//! `cargo run --release --manifest-path benches/peers/Cargo.toml`: libraries of others that read some
//! of the same, on the same text, in shuffled rounds on the thread's own CPU time.
//!
//! They do other things too, and less of this: `duckling` finds numbers, sums and dates, `vn-nlp`
//! only cuts words. Python peers: `peers.py` beside this.

#[path = "../../speed/corpus/mod.rs"]
mod corpus;

use std::hint::black_box;
use std::time::Duration;

use chrono::{FixedOffset, TimeZone as _};
use corpus::{Random, Style};
use cpu_time::ThreadTime;
use duckling::{Context, DimensionKind, Lang, Locale, Options};
use solieu::Extractor;

const ROUNDS: usize = 5;

struct Peer<'a> {
    name: &'static str,
    text: &'a str,
    work: Box<dyn Fn(&str) -> usize + 'a>,
    times: Vec<Duration>,
    results: usize,
}

fn main() {
    let text = corpus::generate(Style::Report, 1 << 20, 2018).text;
    if std::env::args().nth(1).as_deref() == Some("text") {
        print!("{text}"); // for peers.py
        return;
    }
    // Duckling is slow, and slower the longer the text: it gets single paragraphs of a small part.
    let part = &text[..text.floor_char_boundary(24 << 10)];
    let extractor = Extractor::new();
    let locale = Locale::new(Lang::VI, None);
    let now = FixedOffset::east_opt(7 * 3600)
        .and_then(|zone| zone.with_ymd_and_hms(2018, 10, 1, 8, 0, 0).single())
        .expect("a moment");
    let (context, options) = (Context::new(now, locale), Options::default());
    let kinds = [
        DimensionKind::Time,
        DimensionKind::Numeral,
        DimensionKind::AmountOfMoney,
        DimensionKind::Quantity,
        DimensionKind::Distance,
    ];
    let peer = |name, text, work| Peer { name, text, work, times: Vec::new(), results: 0 };
    let mut peers = vec![
        peer("solieu", &text[..], Box::new(|text: &str| extractor.facts(text).count()) as Box<dyn Fn(&str) -> usize>),
        peer(
            "solieu, by paragraph",
            part,
            Box::new(|text: &str| text.split("\n\n").map(|text| extractor.facts(text).count()).sum()),
        ),
        peer(
            "duckling 0.4.0, by paragraph",
            part,
            Box::new(|text: &str| {
                text.split("\n\n").map(|text| duckling::parse(text, &locale, &kinds, &context, &options).len()).sum()
            }),
        ),
        peer(
            "vn-nlp 0.1.3 tokenize",
            &text[..],
            Box::new(|text: &str| vn_nlp::tokenize(text).map_or(0, |tokens| tokens.len())),
        ),
    ];
    let mut random = Random::new(1);
    let mut order: Vec<usize> = (0..peers.len()).collect();
    for round in 0..=ROUNDS {
        for i in (1..order.len()).rev() {
            order.swap(i, random.between(0, i as u64) as usize);
        }
        for &i in &order {
            let peer = &mut peers[i];
            let start = ThreadTime::now();
            peer.results = (peer.work)(black_box(peer.text));
            if round > 0 {
                peer.times.push(start.elapsed());
            }
        }
    }
    let cost = |peer: &Peer<'_>| {
        let mut times: Vec<f64> =
            peer.times.iter().map(|time| time.as_nanos() as f64 / peer.text.len() as f64).collect();
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    };
    let own = cost(&peers[0]);
    println!("| library | KB/s | results per KB | solieu is faster by |\n| --- | ---: | ---: | ---: |");
    for peer in &peers {
        let results = peer.results as f64 * 1e3 / peer.text.len() as f64;
        println!("| {} | {:.0} | {results:.2} | {:.1} × |", peer.name, 1e6 / cost(peer), cost(peer) / own);
    }
}
