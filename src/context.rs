//! What a report says around a quantity: bound, change, `per`, the base of a comparison.

use crate::cursor::Cursor;
use crate::facts::FactValue;

/// What of the facts before matters to the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {}

/// Completes the value that won from the words around it.
pub(crate) fn complete<'t>(_value: &mut FactValue<'t>, _from: Cursor<'t, '_>, _next: Cursor<'t, '_>, _memory: &mut Memory) {}
