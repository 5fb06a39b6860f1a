//! Typed facts from Vietnamese report prose.

mod span;

pub mod normalize;

pub use crate::normalize::{Normalized, Normalizer};
pub use crate::span::Span;
