//! Something that comes again: `2 lần/tháng`.



use super::{Reading, Site};

/// Something that comes again: `2 lần/tháng`.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Recurrence {}

impl Recurrence {
    pub(crate) fn into_owned(self) -> Self {
        Recurrence {}
    }
}

pub(super) fn read<'t, 'b>(_site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Recurrence>> {
    None
}
