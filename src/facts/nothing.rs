//! What looks like a fact and is none: phone numbers, roads, form codes, list numbers …

use super::{Reading, Site};

pub(super) fn read<'t, 'b>(_site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, ()>> {
    None
}
