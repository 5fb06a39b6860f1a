//! Where an expression of time that holds the anchor may begin.

use crate::cursor::{Cursor, Gap, Kind};
use crate::facts::Reading;
use crate::lexicon::Class;

/// How many words may stand left of the anchor.
const MOST_WORDS: isize = 8;

/// The places where an expression that holds the anchor may begin, from the leftmost: the words of
/// `time_leads.tsv` right before it, and the anchor.
pub(crate) fn starts<'t, 'b>(anchor: Cursor<'t, 'b>) -> impl Iterator<Item = Cursor<'t, 'b>> {
    let mut far = anchor;
    while far.distance(anchor) < MOST_WORDS && may_grow(far) {
        far = far.back();
    }
    std::iter::successors(Some(far), move |start| (start.distance(anchor) > 0).then(|| start.next()))
}

fn may_grow(at: Cursor<'_, '_>) -> bool {
    let left = at.left();
    left.kind == Kind::Word && left.syllable.starts(Class::TimeLead) && at.token().gap < Gap::Paragraph && !at.at_floor()
}

/// What `read` finds at the leftmost start, if it holds the anchor.
pub(crate) fn first<'t, 'b, T>(
    anchor: Cursor<'t, 'b>,
    read: impl Fn(Cursor<'t, 'b>) -> Option<Reading<'t, 'b, T>>,
) -> Option<Reading<'t, 'b, T>> {
    starts(anchor).find_map(|start| {
        let holds = |reading: &Reading<'t, 'b, T>| reading.from.distance(anchor) >= 0 && anchor.distance(reading.next) > 0;
        read(start).filter(holds)
    })
}
