//! The tables made from `data/` by the build script.

/// A rime: what stands in a syllable behind its onset, without the tone.
pub(super) struct Rime {
    pub(super) spelling: &'static str,
    /// Its letters, five bits each.
    pub(super) letters: u32,
    /// How many they are.
    pub(super) length: u8,
    /// Whether it ends in c, ch, p or t, and so takes sắc and nặng only.
    pub(super) stop: bool,
    /// The letter that bears the tone in the new style ...
    pub(super) new: u8,
    /// ... and in the old one.
    pub(super) old: u8,
    /// Whether it stands behind `qu` only.
    pub(super) only_qu: bool,
}

include!(concat!(env!("OUT_DIR"), "/normalize_tables.rs"));
