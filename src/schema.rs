//! The JSON Schema of facts.
//!
//! It stands here as one table, beside the `Serialize` of each kind, because the shape in JSON is a
//! promise of its own: a test holds every output against it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use crate::{Decimal, Fact, FactKind};

/// What every fact has.
const PLACE: [&str; 4] = ["kind", "start", "end", "text"];

/// What every quantity may have: a value, or one or both ends of a range.
const QUANTITY: [&str; 7] = ["value", "low", "high", "bound", "change", "per", "compared_to"];

/// The keys of a kind: those that are always there, and those that may be.
const fn keys(kind: FactKind) -> (&'static [&'static str], &'static [&'static str]) {
    match kind {
        FactKind::Count | FactKind::Percentage => (&["unit"], &[]),
        FactKind::Money => (&["currency"], &[]),
        FactKind::Measure => (&["unit"], &["code"]),
        FactKind::Duration => (&["unit"], &["iso8601", "working_days"]),
        FactKind::Ratio => (&["numerator", "denominator"], &["unit", "bound"]),
        FactKind::Date => (&["iso"], &["time", "weekday", "weekday_matches", "calendar", "leap_month", "inherited"]),
        FactKind::Period => (&["edtf"], &["label", "calendar", "inherited"]),
        FactKind::Recurrence => (&["every"], &["times", "rrule"]),
        FactKind::DocumentNumber => (
            &["full_start", "full_end"],
            &[
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
            ],
        ),
        FactKind::Provision => (
            &[],
            &["item", "point", "clause", "article", "subsection", "section", "chapter", "part", "appendix", "document"],
        ),
        FactKind::Ordinal => (&["value"], &["unit"]),
        FactKind::Standard => (&["type_code", "number"], &["year", "issuer_codes"]),
        FactKind::Pattern => (&["name"], &[]),
    }
}

const fn is_quantity(kind: FactKind) -> bool {
    use FactKind::{Count, Duration, Measure, Money, Percentage};
    matches!(kind, Count | Percentage | Money | Measure | Duration)
}

/// What stands under a key.
fn property(key: &str) -> Value {
    match key {
        "start" | "end" | "full_start" | "full_end" | "document" => json!({ "type": "integer", "minimum": 0 }),
        "value" | "low" | "high" | "numerator" | "denominator" => decimal(),
        "bound" => json!({ "enum": ["about", "almost", "more_than", "less_than", "at_least", "at_most"] }),
        "change" => json!({ "enum": ["increase", "decrease"] }),
        "per" | "issuer_codes" => json!({ "type": "array", "items": { "type": "string" }, "minItems": 1 }),
        "amended_years" => json!({ "type": "array", "items": { "type": "integer" }, "minItems": 1 }),
        "year" | "term" | "times" => json!({ "type": "integer", "minimum": 0 }),
        "currency" => json!({ "type": "string", "pattern": "^[A-Z]{3}$" }),
        "iso8601" | "every" => json!({ "type": "string", "pattern": "^P" }),
        "iso" => json!({ "type": "string", "pattern": "^([0-9]{4}|-)-[0-9]{2}-[0-9]{2}$" }),
        "date" => json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        "time" => json!({ "type": "string", "pattern": "^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$" }),
        "weekday" => {
            json!({ "enum": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] })
        }
        "weekday_matches" => json!({ "type": "boolean" }),
        "working_days" | "inherited" | "leap_month" => json!({ "const": true }),
        "calendar" => json!({ "const": "lunar" }),
        "item" | "point" | "clause" | "article" | "subsection" | "section" | "chapter" | "part" | "appendix" => {
            json!({ "type": ["string", "array"], "items": { "type": "string" } })
        }
        _ => json!({ "type": "string" }),
    }
}

fn decimal() -> Value {
    json!({ "type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$" })
}

/// The shape of one kind.
fn shape(kind: FactKind) -> Value {
    let (always, sometimes) = keys(kind);
    let quantity: &[&str] = if is_quantity(kind) { &QUANTITY } else { &[] };
    let known = PLACE.iter().chain(always).chain(quantity).chain(sometimes);
    let mut properties: Map<String, Value> = known.map(|key| ((*key).to_owned(), property(key))).collect();
    properties.insert("kind".to_owned(), json!({ "const": kind.name() }));
    if kind == FactKind::Percentage {
        properties.insert("unit".to_owned(), json!({ "enum": ["percent", "percentage_point", "permille"] }));
    }
    // What the document is called, in front of each line of JSON Lines.
    properties.insert("id".to_owned(), json!(true));
    let required: Vec<_> = PLACE.iter().chain(always).collect();
    let mut shape = json!({
        "type": "object",
        "title": kind.name(),
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    });
    if is_quantity(kind)
        && let Some(shape) = shape.as_object_mut()
    {
        // `3 tháng 10 ngày` has no number, but `iso8601`.
        let of_time: &[&str] = if kind == FactKind::Duration { &["iso8601"] } else { &[] };
        let keys = ["value", "low", "high"].iter().chain(of_time);
        let any_of: Vec<_> = keys.map(|key| json!({ "required": [key] })).collect();
        shape.insert("anyOf".to_owned(), any_of.into());
    }
    shape
}

impl JsonSchema for Fact<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Fact".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let shapes: Vec<_> = FactKind::ALL.iter().map(|&kind| shape(kind)).collect();
        json_schema!({
            "description": "A fact of a Vietnamese report: its kind, its place in bytes, its text and its value. \
                            Exact decimals are strings.",
            "oneOf": shapes,
        })
    }
}

impl JsonSchema for FactKind {
    fn schema_name() -> Cow<'static, str> {
        "FactKind".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<_> = Self::ALL.iter().map(|kind| kind.name()).collect();
        json_schema!({ "enum": names })
    }
}

impl JsonSchema for Decimal {
    fn schema_name() -> Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        decimal().try_into().unwrap_or_default()
    }
}
