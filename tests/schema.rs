//! The JSON Schema that is checked in is the one that the types have, and every fact fits it.

#![cfg(feature = "schemars1")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use solieu::output::CSV_COLUMNS;
use solieu::{Extractor, Fact, FactKind};

const REPORT: &str = include_str!("../examples/reports/nam-son-2025.txt");

fn schema() -> Value {
    schemars::schema_for!(Fact<'static>).to_value()
}

/// Run with `SOLIEU_BLESS=1` to write the file anew.
#[test]
fn the_file_is_what_the_types_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/fact.schema.json");
    let text = format!("{}\n", serde_json::to_string_pretty(&schema()).unwrap());
    if std::env::var_os("SOLIEU_BLESS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &text).unwrap();
    }
    let file = std::fs::read_to_string(path).unwrap_or_default();
    assert!(file == text, "schema/fact.schema.json is old: run this test with SOLIEU_BLESS=1");
}

/// Whether `value` fits `schema`, for the words that our schema uses.
fn fits(value: &Value, schema: &Value) -> Result<(), String> {
    let Some(schema) = schema.as_object() else { return Ok(()) };
    for (word, wanted) in schema {
        let ok = match word.as_str() {
            "$schema" | "title" | "description" | "items" | "properties" => true,
            "const" => value == wanted,
            "enum" => wanted.as_array().unwrap().contains(value),
            "type" => match wanted {
                Value::Array(names) => names.iter().any(|name| is(value, name)),
                name => is(value, name),
            },
            "minimum" => value.as_i64().is_none_or(|number| number >= wanted.as_i64().unwrap()),
            "minItems" => value.as_array().is_none_or(|list| list.len() as u64 >= wanted.as_u64().unwrap()),
            "pattern" => {
                value.as_str().is_none_or(|text| regex::Regex::new(wanted.as_str().unwrap()).unwrap().is_match(text))
            }
            "required" => wanted.as_array().unwrap().iter().all(|key| value.get(key.as_str().unwrap()).is_some()),
            "additionalProperties" => {
                let known = schema["properties"].as_object().unwrap();
                value.as_object().unwrap().keys().all(|key| known.contains_key(key))
            }
            "oneOf" => wanted.as_array().unwrap().iter().filter(|shape| fits(value, shape).is_ok()).count() == 1,
            "anyOf" => wanted.as_array().unwrap().iter().any(|shape| fits(value, shape).is_ok()),
            other => panic!("the test does not know `{other}`"),
        };
        if !ok {
            return Err(format!("{value} does not fit {word}: {wanted}"));
        }
    }
    for (key, inside) in value.as_object().into_iter().flatten() {
        fits(inside, &schema.get("properties").map_or(Value::Bool(true), |known| known[key].clone()))?;
    }
    for inside in value.as_array().into_iter().flatten() {
        fits(inside, schema.get("items").unwrap_or(&Value::Bool(true)))?;
    }
    Ok(())
}

fn is(value: &Value, name: &Value) -> bool {
    match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "boolean" => value.is_boolean(),
        other => panic!("the test does not know the type `{other}`"),
    }
}

/// The shape of a kind in the schema.
fn shape(schema: &Value, kind: FactKind) -> Value {
    let shapes = schema["oneOf"].as_array().unwrap();
    shapes.iter().find(|shape| shape["properties"]["kind"]["const"] == kind.name()).unwrap().clone()
}

#[test]
fn every_fact_fits() {
    let schema = schema();
    let kinds = FactKind::ALL.iter().copied();
    let extractor = Extractor::builder().kinds(kinds).build();
    let mut seen = BTreeSet::new();
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let files =
        std::fs::read_dir(data).into_iter().flatten().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let mut texts: Vec<_> = files.filter_map(|path| std::fs::read_to_string(path).ok()).collect();
    texts.push(REPORT.to_owned());
    for fact in texts.iter().flat_map(|text| extractor.facts(text)) {
        let json = serde_json::to_value(&fact).unwrap();
        seen.insert(fact.kind());
        // The shape alone gives the better message.
        fits(&json, &shape(&schema, fact.kind())).unwrap_or_else(|error| panic!("{error}"));
        fits(&json, &schema).unwrap_or_else(|error| panic!("{error}"));
    }
    assert!(seen.len() >= 11, "{seen:?}");
}

#[test]
fn what_is_no_fact_does_not_fit() {
    let schema = schema();
    let good =
        serde_json::json!({"kind": "percentage", "start": 0, "end": 2, "text": "5%", "value": "5", "unit": "percent"});
    fits(&good, &schema).unwrap();
    for (key, wrong) in [
        ("value", serde_json::json!(5)),
        ("value", serde_json::json!("5,0")),
        ("unit", serde_json::json!("per cent")),
        ("kind", serde_json::json!("count ")),
        ("start", serde_json::json!(-1)),
        ("bound", serde_json::json!("roughly")),
        ("other", serde_json::json!(1)),
    ] {
        let mut bad = good.clone();
        bad[key] = wrong;
        assert!(fits(&bad, &schema).is_err(), "{bad}");
    }
}

#[test]
fn csv_has_a_column_for_every_key() {
    let schema = schema();
    let shapes = schema["oneOf"].as_array().unwrap();
    let keys: BTreeSet<_> =
        shapes.iter().flat_map(|shape| shape["properties"].as_object().unwrap().keys().cloned()).collect();
    let columns: BTreeSet<_> = CSV_COLUMNS.iter().map(|column| (*column).to_owned()).collect();
    assert_eq!(keys, columns);
}
