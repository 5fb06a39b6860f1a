//! From the bytes of a piece to a text with its id.

use serde::Deserialize as _;
use serde_json::{Map, Value};

use crate::args::{From, Input};
use crate::encoding::Origin;
use crate::input::Piece;
use crate::markup;
use crate::problem::Problem;
use crate::sources::Source;

/// What is done with texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Texts {
    /// They may be cut into pieces.
    Streamed,
    /// They stay whole.
    Whole,
    /// They stay whole, and people read them in the output.
    Shown,
}

/// A text, or a piece of one, that facts are sought in.
#[derive(Debug)]
pub(crate) struct Document {
    /// What it was read from.
    pub(crate) format: From,
    /// How the output calls it: a string, or what the line of JSON says.
    pub(crate) id: Value,
    pub(crate) text: String,
    /// The number of its first line: in the file for a text, in itself for a line of JSON.
    pub(crate) line: usize,
    /// Whether the text before it is the same document's.
    pub(crate) continues: bool,
    /// What else the line of JSON holds.
    pub(crate) rest: Map<String, Value>,
    /// What the bytes were in the file.
    pub(crate) origin: Origin,
    /// The file as it is, where the text was made from it.
    source_text: Option<String>,
}

impl Document {
    /// How people call it.
    pub(crate) fn name(&self) -> String {
        self.id.as_str().map_or_else(|| self.id.to_string(), str::to_owned)
    }

    /// The text in which places are told.
    pub(crate) fn source_text(&self) -> &str {
        self.source_text.as_deref().unwrap_or(&self.text)
    }
}

/// Reads a piece; a blank line of JSON Lines is no document.
pub(crate) fn read(piece: Piece, source: &Source, args: &Input, texts: Texts) -> Result<Option<Document>, Problem> {
    match source.format {
        From::Text => text(piece, source).map(Some),
        From::Html => text(piece, source).map(|document| Some(unmarked(document, texts))),
        From::Jsonl if piece.bytes.iter().all(u8::is_ascii_whitespace) => Ok(None),
        From::Jsonl => json(&piece, source, args).map(Some),
    }
}

fn text(piece: Piece, source: &Source) -> Result<Document, Problem> {
    let Piece { line, before, origin, .. } = piece;
    let text = String::from_utf8(piece.bytes).map_err(|error| not_utf8(error.as_bytes(), line, source))?;
    let id = Value::String(source.name.clone());
    let (format, continues, rest) = (source.format, before > 0, Map::new());
    Ok(Document { format, id, text, line, continues, rest, origin, source_text: None })
}

/// HTML without its tags.
fn unmarked(document: Document, texts: Texts) -> Document {
    let text = markup::blank(&document.text);
    if texts == Texts::Shown {
        return Document { text: markup::visible(&text), ..document };
    }
    Document { text, source_text: Some(document.text), ..document }
}

fn not_utf8(bytes: &[u8], first_line: usize, source: &Source) -> Problem {
    let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let (good, bad) = bytes.split_at_checked(valid).unwrap_or((bytes, &[]));
    let line = first_line + good.iter().filter(|&&byte| byte == b'\n').count();
    let byte = bad.first().copied().unwrap_or_default();
    Problem::at_line(&source.name, line, format!("not UTF-8: unexpected byte 0x{byte:02X} (see --encoding)"))
}

fn json(piece: &Piece, source: &Source, args: &Input) -> Result<Document, Problem> {
    let wrong = |message: String| Problem::at_line(&source.name, piece.line, message);
    let text = std::str::from_utf8(&piece.bytes).map_err(|_| not_utf8(&piece.bytes, piece.line, source))?;
    let mut reader = serde_json::Deserializer::from_str(text);
    let mut map = Map::deserialize(&mut reader).map_err(|error| wrong(describe(&error)))?;
    reader.end().map_err(|error| wrong(describe(&error)))?;
    let id = map.remove(&args.id_field).unwrap_or_else(|| Value::String(format!("{}:{}", source.name, piece.line)));
    match map.remove(&args.field) {
        Some(Value::String(text)) => {
            let (format, origin) = (source.format, Origin::Utf8);
            Ok(Document { format, id, text, line: 1, continues: false, rest: map, origin, source_text: None })
        }
        Some(_) => Err(wrong(format!("`{}` is not a string", args.field))),
        None => Err(wrong(format!("no key `{}` (--field names another)", args.field))),
    }
}

/// What the JSON reader says, without its own count of lines.
fn describe(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    match error.column() {
        0 => format!("not a JSON object: {message}"),
        column => format!("not a JSON object: {message} at column {column}"),
    }
}
