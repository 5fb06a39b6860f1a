//! Normalization as a whole: what must hold for every text.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a failing test says so itself")]

#[path = "normalize/cases.rs"]
mod cases;
#[path = "normalize/compose.rs"]
mod compose;
#[path = "common/encoder.rs"]
mod encoder;
#[path = "normalize/legacy.rs"]
mod legacy;
#[path = "normalize/offsets.rs"]
mod offsets;
#[path = "normalize/random.rs"]
mod random;
#[path = "normalize/shared.rs"]
mod shared;
#[path = "normalize/syllables.rs"]
mod syllables;
