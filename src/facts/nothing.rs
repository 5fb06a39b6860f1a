//! What looks like a fact and is none. A reading here takes its text away from every shorter one:
//! of `ngày 31/4/2023` no `31/4` is left, of `TCVN 7957:2008` no year.

use super::{Reading, Site, date, document_number};

pub(super) fn read<'t, 'b>(site: &Site<'t, 'b>) -> Option<Reading<'t, 'b, ()>> {
    document_number::lookalike(site).or_else(|| date::impossible(site))
}
