//! Comma-separated values (RFC 4180), one fact a row.

use super::fields::Fields;
use super::positions::{PLACES, Positions};
use crate::Fact;

/// The columns of [`csv`], the same for every kind, in this order. `id` is the document's.
///
/// ```
/// use solieu::output::CSV_COLUMNS;
///
/// assert_eq!(CSV_COLUMNS[..6], ["id", "kind", "start", "end", "text", "value"]);
/// assert_eq!(CSV_COLUMNS.iter().position(|column| *column == "unit"), Some(8));
/// ```
pub const CSV_COLUMNS: &[&str] = &[
    "id",
    "kind",
    "start",
    "end",
    "text",
    "value",
    "low",
    "high",
    "unit",
    "currency",
    "bound",
    "change",
    "per",
    "compared_to",
    "code",
    "iso8601",
    "working_days",
    "numerator",
    "denominator",
    "iso",
    "time",
    "weekday",
    "weekday_matches",
    "calendar",
    "leap_month",
    "inherited",
    "edtf",
    "label",
    "times",
    "every",
    "rrule",
    "type",
    "type_code",
    "number",
    "year",
    "issuer_codes",
    "term",
    "canonical",
    "name",
    "amended_years",
    "date",
    "issuer",
    "title",
    "identifier",
    "full_start",
    "full_end",
    "item",
    "point",
    "clause",
    "article",
    "subsection",
    "section",
    "chapter",
    "part",
    "appendix",
    "document",
];

/// The line with the names of the columns.
///
/// ```
/// assert!(solieu::output::csv_header().starts_with("id,kind,start,end,text,value,"));
/// ```
#[must_use]
pub fn csv_header() -> String {
    format!("{}\r\n", CSV_COLUMNS.join(","))
}

/// Adds `fact` to `out` as one row, the `id` of its document in front. Keys that the fact does not
/// have are empty cells; lists are joined by `, `.
///
/// A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` as a formula. Such a cell, unless
/// it is a plain number or a lone `-`, gets a `'` in front, and so does one that begins with a tab or a line
/// break: whoever reads the file with a program and needs the text to the letter reads JSON Lines.
///
/// ```
/// use solieu::Extractor;
/// use solieu::output::{Positions, csv, csv_header};
///
/// let mut out = csv_header();
/// for fact in Extractor::new().facts("giảm 2%") {
///     csv(&mut out, "=1+1", &fact, &Positions::default());
/// }
/// assert!(out.contains("\r\n'=1+1,percentage,7,9,2%,2,"));
/// ```
pub fn csv(out: &mut String, id: &str, fact: &Fact<'_>, positions: &Positions<'_>) {
    let fields = Fields::of(fact);
    for (at, column) in CSV_COLUMNS.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        let value = if *column == "id" { Some(id) } else { fields.get(column) };
        let Some(value) = value else { continue };
        match value.parse() {
            Ok(number) if PLACES.contains(column) => out.push_str(&positions.told(column, number).to_string()),
            _ => cell(out, value),
        }
    }
    out.push_str("\r\n");
}

fn cell(out: &mut String, value: &str) {
    let harmless = value == "-" || is_number(value);
    let formula = value.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) && !harmless;
    let value = if formula { format!("'{value}") } else { value.to_owned() };
    if value.contains(['"', ',', '\n', '\r']) {
        out.push('"');
        out.push_str(&value.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(&value);
    }
}

/// Whether a cell is a plain decimal, which no spreadsheet takes for a formula.
fn is_number(value: &str) -> bool {
    let digits = value.strip_prefix('-').unwrap_or(value);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defuses_formulas_and_quotes_what_needs_it() {
        for (value, written) in [
            ("5.873 lượt", "5.873 lượt"),
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("-18.19", "-18.19"),
            ("-", "-"),
            ("-18,19%", "\"'-18,19%\""),
            ("+84", "'+84"),
            ("@cmd", "'@cmd"),
            ("\tx", "'\tx"),
            ("a\nb", "\"a\nb\""),
            ("--08-10", "'--08-10"),
        ] {
            let mut out = String::new();
            cell(&mut out, value);
            assert_eq!(out, written);
        }
    }
}
