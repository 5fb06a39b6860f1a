//! Letters put in the place of others, in their case.

/// `letters` with the case that `like` has letter by letter; they are equally many.
pub(super) fn with_case_of(letters: &str, like: &str) -> String {
    letters.chars().zip(like.chars()).map(|(c, like)| if like.is_uppercase() { upper(c) } else { c }).collect()
}

/// The capital of a Vietnamese letter.
pub(super) fn upper(c: char) -> char {
    c.to_uppercase().next().unwrap_or(c)
}
