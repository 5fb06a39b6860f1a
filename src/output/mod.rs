//! Facts as text: JSON Lines, CSV, tables, pages of HTML, brat annotations.
//!
//! Pure functions from facts to text, for a program's own surfaces; the `solieu` command is made of
//! them. They show the keys that the JSON of a fact has, so every kind of fact comes out of each.
//!
//! | function | writes |
//! | --- | --- |
//! | [`jsonl`] | a line of JSON for each fact, with the document's id |
//! | [`csv`], [`csv_header`] | a row for each fact, the same columns for every kind |
//! | [`table`] | aligned columns for a terminal |
//! | [`html`], [`html_index`] | a page that shows the text with its facts; a page that leads to many |
//! | [`brat`], [`brat_relations`] | standoff annotations, and relations between them |
//! | [`link`] | a line of JSON for each link between the facts of a document |
//! | [`Fields`] | keys and values of one fact, and a short line for people |
//!
//! Offsets are written as [`Positions`] says: in bytes, code points or UTF-16 units.

mod brat;
mod csv;
mod fields;
mod html;
mod jsonl;
mod links;
mod positions;
mod table;
mod walk;
mod width;

pub use brat::brat;
pub use csv::{CSV_COLUMNS, csv, csv_header};
pub use fields::Fields;
pub use html::{Entry, html, html_index};
pub use jsonl::jsonl;
pub use links::{brat_relations, link};
pub use positions::{Positions, Unit};
pub use table::{Row, table};
pub use width::display_width;
