//! Normalization as a whole: what must hold for every text.

mod cases;
mod compose;
mod legacy;
mod offsets;
mod random;
mod shared;
mod syllables;
