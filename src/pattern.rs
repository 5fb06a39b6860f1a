//! Kinds of the caller's own, given as regular expressions.

use regex::Regex;

use crate::facts::{FactKind, FactValue, Pattern};
use crate::{Error, Span};

/// Named patterns.
#[derive(Clone, Debug, Default)]
pub(crate) struct Patterns(Vec<(String, Regex)>);

impl Patterns {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn add(&mut self, name: &str, pattern: Regex) -> Result<(), Error> {
        if name.is_empty() {
            return Err(Error::pattern(name, "is empty"));
        }
        if name.parse::<FactKind>().is_ok() {
            return Err(Error::pattern(name, "is the name of a kind"));
        }
        if self.0.iter().any(|(taken, _)| taken == name) {
            return Err(Error::pattern(name, "is taken by another pattern"));
        }
        if pattern.is_match("") {
            return Err(Error::pattern(name, "belongs to a pattern that matches the empty text"));
        }
        self.0.push((name.to_owned(), pattern));
        Ok(())
    }

    pub(crate) fn hits(&self) -> PatternHits {
        PatternHits(self.0.iter().map(|_| Hit::Unknown).collect())
    }
}

/// The next match of each pattern, sought once and kept until the text has been read up to it.
#[derive(Debug, Default)]
pub(crate) struct PatternHits(Vec<Hit>);

#[derive(Clone, Copy, Debug)]
enum Hit {
    Unknown,
    At(Span),
    Never,
}

/// A match as the winner of its place.
type Winner = (Span, Option<FactValue<'static>>);

impl PatternHits {
    /// The first match that starts at or behind `floor`; of several there, the longest.
    pub(crate) fn next(&mut self, patterns: &Patterns, text: &str, floor: usize) -> Option<Winner> {
        let mut first: Option<(Span, &str)> = None;
        for (hit, (name, pattern)) in self.0.iter_mut().zip(&patterns.0) {
            let stale = match *hit {
                Hit::Unknown => true,
                Hit::At(span) => span.start < floor,
                Hit::Never => false,
            };
            if stale {
                let found = text.get(floor..).and_then(|_| pattern.find_at(text, floor));
                *hit = found.map_or(Hit::Never, |found| Hit::At(found.range().into()));
            }
            if let Hit::At(span) = *hit
                && first.is_none_or(|(best, _)| (span.start, best.end) < (best.start, span.end))
            {
                first = Some((span, name));
            }
        }
        first.map(|(span, name)| (span, Some(FactValue::Pattern(Pattern::new(name)))))
    }

    /// The match that goes before the reading at an anchor, whose second part tells whether it is a
    /// fact: the match ends before it, or overlaps it and is longer, or overlaps what is no fact.
    pub(crate) fn before(
        &mut self,
        patterns: &Patterns,
        text: &str,
        floor: usize,
        reading: Option<(Span, bool)>,
        anchor: usize,
    ) -> Option<Winner> {
        let (hit, value) = self.next(patterns, text, floor)?;
        let first = match reading {
            Some((reading, is_fact)) if hit.overlaps(reading) => !is_fact || hit.len() > reading.len(),
            Some((reading, _)) => hit.end <= reading.start,
            None => hit.start <= anchor,
        };
        first.then_some((hit, value))
    }
}
