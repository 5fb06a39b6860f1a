//! One number out of another: `22/56 đơn`.

use std::borrow::Cow;

use super::{Reading, Site};

/// One number out of another: `22/56 đơn`.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Ratio<'t> {unit: Cow<'t, str>}

impl<'t> Ratio<'t> {
    pub(crate) fn into_owned(self) -> Ratio<'static> {
        Ratio {unit: Cow::Owned(self.unit.into_owned())}
    }
}

pub(super) fn read<'t, 'b>(_site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Ratio<'t>>> {
    None
}
