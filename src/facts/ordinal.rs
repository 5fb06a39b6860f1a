//! A place in an order: `lần thứ XIII`.

use std::borrow::Cow;

use super::{Reading, Site};

/// A place in an order: `lần thứ XIII`.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Ordinal<'t> {unit: Cow<'t, str>}

impl<'t> Ordinal<'t> {
    pub(crate) fn into_owned(self) -> Ordinal<'static> {
        Ordinal {unit: Cow::Owned(self.unit.into_owned())}
    }
}

pub(super) fn read<'t, 'b>(_site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Ordinal<'t>>> {
    None
}
