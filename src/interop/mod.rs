//! To and from the types of other crates, each behind the feature that is named after it.

#[cfg(feature = "jiff1")]
mod jiff;
#[cfg(feature = "rust_decimal1")]
mod rust_decimal;
