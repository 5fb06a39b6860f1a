//! What looks like a fact and is none. A reading here takes its text away from every shorter one:
//! of `TCVN 7957:2008` no year is left.

use super::{Reading, Site, document_number};

pub(super) fn read<'t, 'b>(site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, ()>> {
    document_number::lookalike(site)
}
