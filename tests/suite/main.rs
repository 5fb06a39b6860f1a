//! The tests of the library from without, in one program: the library is linked once, and what reads facts and JSON
//! is compiled once, which takes half of the time that a program for each file took; and long tests of different files
//! share the cores. `cargo test --test suite gold::` runs those of one file.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

#[cfg(feature = "serde")]
#[path = "../../fuzz/checks.rs"]
mod checks;
#[path = "../common/mod.rs"]
mod common;
#[path = "../../benches/speed/corpus/mod.rs"]
mod corpus;
#[path = "../common/encoder.rs"]
mod encoder;
#[path = "../../benches/linear/inputs.rs"]
mod inputs;

mod api;
#[cfg(feature = "serde")]
mod documents;
#[cfg(feature = "serde")]
mod gold;
#[cfg(feature = "serde")]
mod hostile;
#[cfg(feature = "serde")]
mod laws;
mod normalize;
#[cfg(feature = "serde")]
mod output;
#[cfg(feature = "serde")]
mod properties;
#[cfg(feature = "serde")]
mod regressions;
mod time;
