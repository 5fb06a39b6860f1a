//! Periods as text and as JSON.

use std::fmt;
use std::str::FromStr;

use super::{End, Period};
use crate::Error;
use crate::calendar::Partial;

/// Writes EDTF; the label is not written.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.end {
            End::Same => write!(f, "{}", self.start),
            End::At(end) => write!(f, "{}/{end}", self.start),
            End::Open => write!(f, "{}/..", self.start),
        }
    }
}

impl FromStr for Period {
    type Err = Error;

    /// Reads the EDTF that it prints.
    fn from_str(text: &str) -> Result<Self, Error> {
        let Some((start, end)) = text.split_once('/') else { return text.parse().map(Self::of) };
        let start: Partial = start.parse()?;
        if end == ".." {
            return Ok(Self::since(start));
        }
        Self::between(start, end.parse()?)
            .ok_or_else(|| Error::value(text, "a period in EDTF", "it ends before it begins"))
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::Period;
    use crate::facts::date::Calendar;
    use crate::facts::period::PeriodLabel;

    /// The keys of a period in JSON.
    #[derive(serde::Serialize, serde::Deserialize)]
    struct Wire {
        edtf: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        label: Option<PeriodLabel>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        calendar: Option<Calendar>,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        inherited: bool,
    }

    impl serde::Serialize for Period {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let calendar = (self.calendar != Calendar::Gregorian).then_some(self.calendar);
            Wire { edtf: self.edtf(), label: self.label, calendar, inherited: self.inherited }.serialize(serializer)
        }
    }

    impl<'de> serde::Deserialize<'de> for Period {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let wire = Wire::deserialize(deserializer)?;
            let period: Period = wire.edtf.parse().map_err(serde::de::Error::custom)?;
            let calendar = wire.calendar.unwrap_or_default();
            Ok(Self { label: wire.label, calendar, inherited: wire.inherited, ..period })
        }
    }
}
