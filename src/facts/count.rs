//! How many of something: `5.873 lượt`.

use super::{Reading, Site};
use crate::number::Quantity;

/// How many of something: `5.873 lượt`.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Count<'t> {
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub(crate) quantity: Quantity<'t>,
}

impl<'t> Count<'t> {
    /// The number.
    #[must_use]
    pub const fn quantity(&self) -> &Quantity<'t> {
        &self.quantity
    }

    pub(crate) fn into_owned(self) -> Count<'static> {
        Count { quantity: self.quantity.into_owned() }
    }
}

pub(super) fn read<'t, 'b>(_site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Count<'t>>> {
    None
}
