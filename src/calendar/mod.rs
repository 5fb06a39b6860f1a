//! The calendar: days, months, years, and how reports write them.

mod day;
pub(crate) mod written;

pub use day::{Day, Weekday};
