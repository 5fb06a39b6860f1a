//! A number of a unit of measure: `5 tấn/ha`.

use super::{Reading, Site};
use crate::number::Quantity;

/// A number of a unit of measure: `5 tấn/ha`.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Measure<'t> {
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub(crate) quantity: Quantity<'t>,
}

impl<'t> Measure<'t> {
    /// The number.
    #[must_use]
    pub const fn quantity(&self) -> &Quantity<'t> {
        &self.quantity
    }

    pub(crate) fn into_owned(self) -> Measure<'static> {
        Measure { quantity: self.quantity.into_owned() }
    }
}

pub(super) fn read<'t, 'b>(_site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Measure<'t>>> {
    None
}
