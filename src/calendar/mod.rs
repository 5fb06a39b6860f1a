//! The calendar: days, months, years, and how reports write them.

mod clock;
mod day;
mod every;
mod lead;
mod listed;
mod lunar;
mod moon;
mod now;
mod partial;
mod rule;
mod run;
mod time;
pub(crate) mod written;

pub use day::{Day, Weekday};
pub use every::{CalendarUnit, Every};
pub use lunar::LunarDay;
pub use partial::{Grain, Partial};
pub use rule::RecurrenceRule;
pub use time::Time;

pub(crate) use clock::{clock, day_part};
pub(crate) use lead::{first, head_behind, heads_clause, may_hold};
pub(crate) use listed::{are_days, is_licensed, is_listed, shared};
pub(crate) use now::{Unit, one_unit, shift, unit};
pub(crate) use run::Run;

/// Writes and reads a type in serde through its `Display` and `FromStr`.
macro_rules! serde_as_text {
    ($($type:ty),*) => {$(
        #[cfg(feature = "serde")]
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

serde_as_text!(Day, Partial, Time, Every, RecurrenceRule);
