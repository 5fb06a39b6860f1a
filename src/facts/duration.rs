//! A length of time: `05 ngày làm việc`.

use super::{Reading, Site};
use crate::number::Quantity;

/// A length of time: `05 ngày làm việc`.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Duration<'t> {
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub(crate) quantity: Quantity<'t>,
}

impl<'t> Duration<'t> {
    /// The number.
    #[must_use]
    pub const fn quantity(&self) -> &Quantity<'t> {
        &self.quantity
    }

    pub(crate) fn into_owned(self) -> Duration<'static> {
        Duration { quantity: self.quantity.into_owned() }
    }
}

pub(super) fn read<'t, 'b>(_site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Duration<'t>>> {
    None
}
