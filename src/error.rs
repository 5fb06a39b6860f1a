//! What can go wrong: building an extractor and parsing a value. Extracting cannot fail.

use std::fmt;

/// Why a value could not be parsed or an extractor not be built.
///
/// ```
/// use solieu::Decimal;
///
/// let error = "12,5".parse::<Decimal>().unwrap_err();
/// assert_eq!(error.to_string(), "`12,5` is not a decimal number: unexpected `,` at byte 2");
/// ```
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind}")]
pub struct Error {
    kind: Kind,
}

#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
enum Kind {
    #[error("`{input}` is not {what}: {why}")]
    Value { input: String, what: &'static str, why: String },
    #[error("the pattern name `{name}` {why}")]
    Pattern { name: String, why: &'static str },
}

impl Error {
    pub(crate) fn value(input: &str, what: &'static str, why: impl Into<String>) -> Self {
        let input = input.chars().take(80).collect();
        Self { kind: Kind::Value { input, what, why: why.into() } }
    }

    /// What stands at `at` was not expected there.
    pub(crate) fn unexpected(input: &str, what: &'static str, at: usize) -> Self {
        let why = match input.get(at..).and_then(|rest| rest.chars().next()) {
            Some(c) => format!("unexpected `{c}` at byte {at}"),
            None => "it ends too early".to_owned(),
        };
        Self::value(input, what, why)
    }

    pub(crate) fn pattern(name: &str, why: &'static str) -> Self {
        Self { kind: Kind::Pattern { name: name.to_owned(), why } }
    }

    /// Whether a value could not be parsed.
    ///
    /// ```
    /// # use solieu::Day;
    /// let error = "31/2/2019".parse::<Day>().unwrap_err();
    /// assert!(error.is_value() && !error.is_pattern());
    /// ```
    #[must_use]
    pub const fn is_value(&self) -> bool {
        matches!(self.kind, Kind::Value { .. })
    }

    /// Whether a pattern of the caller's own was refused.
    ///
    /// ```
    /// # use regex::Regex;
    /// # use solieu::Extractor;
    /// let taken = Extractor::builder().pattern("count", Regex::new("[A-Z]{3}").unwrap());
    /// assert!(taken.unwrap_err().is_pattern()); // `count` is the name of a kind
    /// ```
    #[must_use]
    pub const fn is_pattern(&self) -> bool {
        matches!(self.kind, Kind::Pattern { .. })
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Error").field(&self.to_string()).finish()
    }
}
