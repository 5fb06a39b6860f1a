//! A place in a document: `điểm a khoản 2 Điều 5`.

use std::borrow::Cow;

use super::{Reading, Site};

/// A place in a document: `điểm a khoản 2 Điều 5`.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Provision<'t> {unit: Cow<'t, str>}

impl<'t> Provision<'t> {
    pub(crate) fn into_owned(self) -> Provision<'static> {
        Provision {unit: Cow::Owned(self.unit.into_owned())}
    }
}

pub(super) fn read<'t, 'b>(_site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Box<Provision<'t>>>> {
    None
}
