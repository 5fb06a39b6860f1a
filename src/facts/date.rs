//! One day: `ngày 4/3/2011`.



use super::{Reading, Site};

/// One day: `ngày 4/3/2011`.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Date {}

impl Date {
    pub(crate) fn into_owned(self) -> Self {
        Date {}
    }
}

pub(super) fn read<'t, 'b>(_site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Date>> {
    None
}
