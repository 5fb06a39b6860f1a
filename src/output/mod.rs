//! Facts as text: JSON Lines, CSV, tables, pages of HTML, brat annotations.
//!
//! Pure functions from facts to text, for a program's own surfaces; the `solieu` command is made of
//! them. They show the keys that the JSON of a fact has, so every kind of fact comes out of each.

mod brat;
mod csv;
mod fields;
mod html;
mod jsonl;
mod positions;
mod table;
mod walk;
mod width;

pub use brat::brat;
pub use csv::{CSV_COLUMNS, csv, csv_header};
pub use fields::Fields;
pub use html::{Entry, html, html_index};
pub use jsonl::jsonl;
pub use positions::{Positions, Unit};
pub use table::{Row, table};
pub use width::display_width;
