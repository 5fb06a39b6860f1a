//! What belongs together in a text: one pass over its finished facts.

pub(crate) mod citation;

pub use self::citation::{Document, Link, Mention, Relation};
