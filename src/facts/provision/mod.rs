//! Provision stub
use super::{Reading, Site};
/// A
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Provision<'t> {unit: std::borrow::Cow<'t, str>}
impl<'t> Provision<'t> {
    pub(crate) fn into_owned(self) -> Provision<'static> {
        Provision {unit: std::borrow::Cow::Owned(self.unit.into_owned())}
    }
}
pub(super) fn read<'t, 'b>(_site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, Box<Provision<'t>>>> {
    None
}
