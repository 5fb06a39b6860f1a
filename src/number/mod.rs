//! Numbers: exact values, how they are written, and what a report says around them.

pub(crate) mod amount;
mod decimal;
pub(crate) mod digits;
pub(crate) mod label;
pub(crate) mod listed;
pub(crate) mod quantity;
pub(crate) mod roman;
pub(crate) mod words;

pub use decimal::Decimal;
pub use quantity::{Bound, Change, Quantity};
