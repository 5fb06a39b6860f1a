//! The number of a document: `Quyết định số 84QĐ/TU`.

use std::borrow::Cow;

use super::{Reading, Site};

/// The number of a document: `Quyết định số 84QĐ/TU`.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct DocumentNumber<'t> {unit: Cow<'t, str>}

impl<'t> DocumentNumber<'t> {
    pub(crate) fn into_owned(self) -> DocumentNumber<'static> {
        DocumentNumber {unit: Cow::Owned(self.unit.into_owned())}
    }
}

pub(super) fn read<'t, 'b>(_site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Box<DocumentNumber<'t>>>> {
    None
}
