//! Typed facts, with exact values and exact places, from Vietnamese government reports.
//!
//! ```
//! use solieu::{Extractor, FactValue};
//!
//! let extractor = Extractor::new();
//! let text = "Trong 9 tháng năm 2018, thành phố tiếp 5.873 lượt, đạt 88,24% kế hoạch.";
//! let found: Vec<_> = extractor.facts(text).map(|fact| (fact.kind().name(), fact.text().to_owned())).collect();
//! assert_eq!(found, [
//!     ("period", "9 tháng năm 2018".to_owned()),
//!     ("count", "5.873 lượt".to_owned()),
//!     ("percentage", "88,24%".to_owned()),
//! ]);
//! ```
//!
//! | kind | phrase | value |
//! | --- | --- | --- |
//! | [`Count`] | `1,55 triệu người` | 1550000 of `người` |
//! | [`Percentage`] | `7,5 - 8%` | 7.5 to 8 percent |
//! | [`Ratio`] | `22/56 đơn` | 22 out of 56 `đơn` |
//! | [`Money`] | `3 tỷ 651 triệu đồng` | 3651000000 VND |
//! | [`Measure`] | `71,3 tạ/ha` | 71.3 `tạ/ha` |
//! | [`Duration`] | `05 ngày làm việc` | `P5D`, working days |
//! | [`Date`] | `Thứ Hai, 19/8/2019` | `2019-08-19`, a Monday indeed |
//! | [`Period`] | `quý III/2024` | `2024-07/2024-09` (EDTF) |
//! | [`Recurrence`] | `2 lần/tháng` | twice every `P1M` |
//! | [`DocumentNumber`] | `Quyết định số 84QĐ/TU` | `84-QĐ/TU`: type, number, issuer codes |
//! | [`Provision`] | `điểm a khoản 2 Điều 5` | point a, clause 2, article 5 |
//! | [`Ordinal`] | `lần thứ XIII` | 13; off by default |
//! | [`Standard`] | `QCVN 14:2008/BTNMT` | off by default |
//!
//! # What to hold it to
//!
//! - Spans are bytes of the text **as it was given**, whatever its normalization, and lie on character boundaries. Facts come
//!   sorted and do not overlap. [`LineIndex`] converts to code points, UTF-16 units, lines and columns.
//! - Values are exact: [`Decimal`] is never a binary float.
//! - Extraction never fails and never panics, and its cost grows linearly with the text. Only building and parsing can fail
//!   ([`Error`]).
//! - Where the kind or the value of a number is in doubt, there is no fact. [`Extractor::explain`] tells what was read.
//! - No clock: `hôm qua` means something only with a [reference date](ExtractorBuilder::reference_date).
//!
//! # Features
//!
//! `serde` (default): facts to and from JSON, and [`output`]. `cli`: the `solieu` command. `schemars1`, `rust_decimal1`, `jiff1`:
//! conversions for those crates.

mod calendar;
mod context;
mod cursor;
mod error;
mod extract;
mod facts;
mod interop;
mod lexicon;
mod line_index;
mod link;
mod number;
mod pattern;
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
    Calendar, Count, Currency, Date, DocumentNumber, Duration, Fact, FactKind, FactValue, Measure, Money, Ordinal,
    Pattern, Percentage, PercentageUnit, Period, PeriodLabel, Places, Provision, Ratio, Recurrence, Standard,
};
pub use crate::line_index::LineIndex;
pub use crate::link::{Document, Link, Mention, Relation};
pub use crate::normalize::{Normalized, Normalizer};
pub use crate::number::{Bound, Change, Decimal, Quantity};
pub use crate::span::Span;

/// The examples of README.md are run as tests.
#[cfg(all(doctest, feature = "serde"))]
#[doc = include_str!("../README.md")]
struct Readme;
