//! Facts as text: JSON Lines, tables, pages of HTML.
//!
//! Pure functions from facts to text, for a program's own surfaces; the `solieu` command is made of
//! them. They show the keys that the JSON of a fact has, so every kind of fact comes out of each.

mod fields;
mod html;
mod jsonl;
mod positions;
mod table;
mod walk;
mod width;

pub use fields::Fields;
pub use html::html;
pub use jsonl::jsonl;
pub use positions::{Positions, Unit};
pub use table::{Row, table};
pub use width::display_width;
