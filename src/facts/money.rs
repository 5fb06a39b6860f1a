//! A sum in a currency: `1.500 tỷ đồng`.

use super::{Reading, Site};
use crate::number::Quantity;

/// A sum in a currency: `1.500 tỷ đồng`.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Money<'t> {
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub(crate) quantity: Quantity<'t>,
}

impl<'t> Money<'t> {
    /// The number.
    #[must_use]
    pub const fn quantity(&self) -> &Quantity<'t> {
        &self.quantity
    }

    pub(crate) fn into_owned(self) -> Money<'static> {
        Money { quantity: self.quantity.into_owned() }
    }
}

pub(super) fn read<'t, 'b>(_site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Money<'t>>> {
    None
}
