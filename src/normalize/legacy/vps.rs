//! VPS: a byte for each letter, fourteen of them in the place of control characters.

use super::super::tables::VPS;
use super::in_table;

/// The letter of one byte.
pub(super) fn letter(byte: u8) -> Option<char> {
    in_table(&VPS, byte)
}
