//! Typed facts from Vietnamese report prose.

mod calendar;
mod context;
mod cursor;
mod error;
mod extract;
mod facts;
mod interop;
mod lexicon;
mod link;
mod line_index;
mod number;
mod pattern;
mod scan;
#[cfg(feature = "schemars1")]
mod schema;
mod span;

pub mod normalize;
#[cfg(feature = "serde")]
pub mod output;

pub use crate::calendar::{CalendarUnit, Day, Every, Grain, LunarDay, Partial, RecurrenceRule, Time, Weekday};
pub use crate::error::Error;
pub use crate::extract::{Candidate, Explanation, Extractor, ExtractorBuilder, Facts, Segment, Segments, Verdict};
pub use crate::facts::{
    Calendar, Count, Currency, Date, DocumentNumber, Duration, Fact, FactKind, FactValue, Measure, Money, Ordinal, Pattern,
    Percentage, PercentageUnit, Period, PeriodLabel, Places, Provision, Ratio, Recurrence,
};
pub use crate::link::{Document, Link, Mention, Relation};
pub use crate::line_index::LineIndex;
pub use crate::normalize::{Normalized, Normalizer};
pub use crate::number::{Bound, Change, Decimal, Quantity};
pub use crate::span::Span;
