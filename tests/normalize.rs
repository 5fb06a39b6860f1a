//! Normalization as a whole: what must hold for every text.

#[path = "normalize/compose.rs"]
mod compose;
#[path = "normalize/random.rs"]
mod random;
#[path = "normalize/shared.rs"]
mod shared;
