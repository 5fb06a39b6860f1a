//! A stretch of the calendar: `9 tháng năm 2018`.



use super::{Reading, Site};

/// A stretch of the calendar: `9 tháng năm 2018`.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Period {}

impl Period {
    pub(crate) fn into_owned(self) -> Self {
        Period {}
    }
}

pub(super) fn read<'t, 'b>(_site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Period>> {
    None
}
