//! An aligned table for terminals.

use std::borrow::Cow;

use super::fields::Fields;
use super::width::{char_width, display_width};
use crate::Fact;

/// One line of a [`table`].
///
/// ```
/// use solieu::Extractor;
/// use solieu::output::{Row, table};
///
/// let extractor = Extractor::new();
/// let fact = extractor.facts("đạt 88,24%").next().unwrap();
/// let row = Row { place: "báo cáo 15, dòng 3".into(), fact: &fact };
/// let table = table(&[row], |_, cell| cell.to_owned());
/// assert!(table.ends_with("báo cáo 15, dòng 3  percentage  88,24%  88.24 %\n"));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row<'a> {
    /// Where the fact stands, in the words that the caller likes: a line, an offset, a file.
    pub place: Cow<'a, str>,
    /// The fact.
    pub fact: &'a Fact<'a>,
}

/// The widest that a cell gets before it is cut.
const WIDEST: [usize; 4] = [28, 16, 44, 64];

const HEAD: [&str; 4] = ["place", "kind", "text", "value"];

/// Facts as a table whose columns line up on a terminal, whatever marks the letters carry.
///
/// `paint` colours the cell of the kind: it is given the kind and the padded cell. Return the cell
/// as it is for no colour.
///
/// ```
/// use solieu::Extractor;
/// use solieu::output::{Row, table};
///
/// let text = "đạt 88,24%, tăng 5,2%";
/// let facts: Vec<_> = Extractor::new().facts(text).collect();
/// let rows: Vec<_> = facts.iter().map(|fact| Row { place: fact.span().start.to_string().into(), fact }).collect();
/// let table = table(&rows, |_, cell| cell.to_owned());
/// assert!(table.starts_with("place  kind        text    value\n"));
/// assert!(table.contains("7      percentage  88,24%  88.24 %\n"));
/// ```
#[must_use]
pub fn table(rows: &[Row<'_>], paint: impl Fn(crate::FactKind, &str) -> String) -> String {
    let cells: Vec<_> = rows.iter().map(cells).collect();
    let mut widths = HEAD.map(display_width);
    for row in &cells {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(display_width(cell));
        }
    }
    let mut out = line(HEAD.map(Cow::Borrowed), widths);
    for (row, cells) in rows.iter().zip(cells) {
        let [place, kind, text, value] = cells;
        let [_, kind_width, ..] = widths;
        let kind = paint(row.fact.kind(), &padded(&kind, kind_width));
        out.push_str(&line([place.into(), kind.into(), text.into(), value.into()], widths));
    }
    out
}

fn cells(row: &Row<'_>) -> [String; 4] {
    let fields = Fields::of(row.fact);
    let cells = [row.place.to_string(), row.fact.kind().to_string(), row.fact.text().to_owned(), fields.summary()];
    let mut widest = WIDEST.iter();
    cells.map(|cell| fit(&cell, widest.next().copied().unwrap_or_default()))
}

fn line(cells: [Cow<'_, str>; 4], widths: [usize; 4]) -> String {
    let padded: Vec<_> = cells.iter().zip(widths).map(|(cell, width)| padded(cell, width)).collect();
    format!("{}\n", padded.join("  ").trim_end())
}

fn padded(cell: &str, width: usize) -> String {
    let missing = width.saturating_sub(display_width(cell));
    format!("{cell}{}", " ".repeat(missing))
}

/// The cell on one line, without control characters, cut where it is too wide.
fn fit(cell: &str, widest: usize) -> String {
    let mut out = String::with_capacity(cell.len());
    let mut width = 0;
    for character in cell.chars() {
        let character = if character.is_whitespace() { ' ' } else { character };
        if character.is_control() || (character == ' ' && out.ends_with(' ')) {
            continue;
        }
        width += char_width(character);
        if width > widest {
            while display_width(&out) >= widest {
                out.pop();
            }
            out.push('…');
            return out;
        }
        out.push(character);
    }
    out
}
