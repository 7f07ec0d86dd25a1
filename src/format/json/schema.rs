//! The JSON Schema of the file form, held against what is really written.
//! Never a validator for others: it knows only the words that our schema uses, and takes a field
//! that the schema does not name for a fault.

use std::collections::BTreeSet;

use serde_json::Value;

use super::*;
use crate::calendar::{Date, Instant, TimeOfDay};
use crate::format::sample;
use crate::id::{EntryId, FactId, Letters};
use crate::journal::{Digest, Journal};
use crate::money::{Currency, Money, Rate};
use crate::record::Fact;

const SCHEMA: &str = include_str!("../../../docs/schema/huikuan-v1.schema.json");

struct Checker {
    schema: Value,
    /// Properties that were met, by the place of their schema.
    met: BTreeSet<String>,
    faults: Vec<String>,
}

impl Checker {
    fn new() -> Self {
        let schema = serde_json::from_str(SCHEMA).unwrap();
        Self { schema, met: BTreeSet::new(), faults: Vec::new() }
    }

    /// The faults of a whole file.
    fn check(&mut self, file: &str) -> Vec<String> {
        let schema = self.schema.clone();
        self.value(&schema, "#", &serde_json::from_str(file).unwrap(), "file");
        std::mem::take(&mut self.faults)
    }

    fn value(&mut self, schema: &Value, at: &str, value: &Value, path: &str) {
        for (word, rule) in schema.as_object().unwrap() {
            let holds = match word.as_str() {
                "$ref" => {
                    let at = rule.as_str().unwrap();
                    let name = at.strip_prefix("#/$defs/").unwrap();
                    let schema = self.schema["$defs"][name].clone();
                    assert!(schema.is_object(), "no definition {name}");
                    let pattern = schema.get("pattern").is_some();
                    self.value(&schema, at, value, path);
                    !pattern || value.as_str().is_some_and(|text| is_written(name, text))
                }
                "anyOf" => rule.as_array().unwrap().iter().any(|schema| {
                    let before = self.faults.len();
                    self.value(schema, at, value, path);
                    let fits = self.faults.len() == before;
                    self.faults.truncate(before);
                    fits
                }),
                "type" => match rule.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "boolean" => value.is_boolean(),
                    "integer" => value.is_i64() || value.is_u64(),
                    "null" => value.is_null(),
                    other => panic!("type {other}"),
                },
                "const" => value == rule,
                "enum" => rule.as_array().unwrap().contains(value),
                "minimum" => value.as_i64() >= rule.as_i64(),
                "minProperties" => value.as_object().is_some_and(|it| it.len() >= size(rule)),
                "maxProperties" => value.as_object().is_some_and(|it| it.len() <= size(rule)),
                "required" => rule
                    .as_array()
                    .unwrap()
                    .iter()
                    .all(|it| value.get(it.as_str().unwrap()).is_some()),
                "items" => {
                    let elements = value.as_array().map(Vec::as_slice).unwrap_or_default();
                    for (place, element) in elements.iter().enumerate() {
                        self.value(
                            rule,
                            &format!("{at}/items"),
                            element,
                            &format!("{path}/{place}"),
                        );
                    }
                    true
                }
                "properties" => self.properties(schema, at, value, path),
                "additionalProperties" => {
                    for (key, value) in value.as_object().into_iter().flatten() {
                        self.value(rule, at, value, &format!("{path}/{key}"));
                    }
                    true
                }
                "pattern" | "description" | "title" | "$schema" | "$id" | "$defs" => true,
                other => panic!("the schema uses {other}"),
            };
            if !holds {
                self.faults.push(format!("{path}: {word} of {at}"));
            }
        }
    }

    fn properties(&mut self, schema: &Value, at: &str, value: &Value, path: &str) -> bool {
        for (key, value) in value.as_object().into_iter().flatten() {
            let Some(rule) = schema["properties"].get(key) else { return false };
            self.met.insert(format!("{at}/{key}"));
            self.value(rule, &format!("{at}/{key}"), value, &format!("{path}/{key}"));
        }
        true
    }
}

fn size(rule: &Value) -> usize {
    rule.as_u64().unwrap() as usize
}

/// True when the text is written as the type behind that definition writes it.
fn is_written(name: &str, text: &str) -> bool {
    fn same<T: std::str::FromStr + std::fmt::Display>(text: &str) -> bool {
        text.parse::<T>().is_ok_and(|read| read.to_string() == text)
    }
    match name {
        "name" => same::<Letters>(text),
        "entry_id" => same::<EntryId>(text),
        "fact_id" => same::<FactId>(text),
        "digest" => same::<Digest>(text),
        "money" => same::<Money>(text),
        "currency" => same::<Currency>(text),
        "decimal" => same::<Rate>(text),
        "date" => same::<Date>(text),
        "instant" => same::<Instant>(text),
        "time" => same::<TimeOfDay>(text),
        other => panic!("no type for {other}"),
    }
}

fn sample_file() -> String {
    let mut journal = Journal::default();
    sample::every_entry().into_iter().for_each(|entry| {
        journal.add(entry);
    });
    let heading = Heading { workbook: "k3f9q2ma".parse().ok(), title: "华东".into() };
    export(&heading, &journal).unwrap()
}

/// Every property that a schema names, by place.
fn named(schema: &Value, at: &str, names: &mut BTreeSet<String>) {
    for (key, rule) in schema["properties"].as_object().into_iter().flatten() {
        names.insert(format!("{at}/{key}"));
        named(rule, &format!("{at}/{key}"), names);
    }
    for alternative in schema["anyOf"].as_array().into_iter().flatten() {
        named(alternative, at, names);
    }
    if let Some(items) = schema.get("items") {
        named(items, &format!("{at}/items"), names);
    }
}

#[test]
fn an_exported_file_fits_the_schema_and_uses_all_of_it() {
    let mut checker = Checker::new();
    assert_eq!(checker.check(&sample_file()), Vec::<String>::new());
    let mut names = BTreeSet::new();
    named(&checker.schema, "#", &mut names);
    for (name, schema) in checker.schema["$defs"].as_object().unwrap() {
        named(schema, &format!("#/$defs/{name}"), &mut names);
    }
    // A row of receipts states a receipt: what the sample shows of one, it shows of the other.
    names.retain(|name| !checker.met.contains(&name.replace("/receipt_row/", "/receipt/")));
    assert_eq!(names.difference(&checker.met).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn what_does_not_fit_the_schema_is_told() {
    for (from, to) in [
        ("\"clock\":1,", "\"clock\":\"1\","),
        ("\"on\":\"2026-03-21\"", "\"on\":\"2026-03-32\""),
        ("\"amount\":\"0.01 CNY\"", "\"amount\":0.01"),
        ("\"kind\":\"bad_debt\"", "\"kind\":\"bad\""),
        ("\"outcome\":\"conceded\"", "\"result\":\"conceded\""),
        ("\"days\":30", "\"days\":30,\"months\":1"),
        ("\"version\":1", "\"version\":2"),
    ] {
        let file = sample_file();
        let changed = file.replacen(from, to, 1);
        assert_ne!(file, changed);
        assert!(!Checker::new().check(&changed).is_empty(), "{to}");
    }
}

#[test]
fn the_schema_names_every_kind_of_fact() {
    let refused = serde_json::from_str::<Fact>(r#"{"none":1}"#).unwrap_err().to_string();
    let known: BTreeSet<&str> = refused.split('`').skip(3).step_by(2).collect();
    assert!(known.contains("created") && known.len() >= 38, "{refused}");
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let named = schema["$defs"]["fact"]["properties"].as_object().unwrap();
    assert_eq!(known, named.keys().map(String::as_str).collect());
}

/// A field that the sample leaves out would slip past the schema.
#[test]
fn the_sample_fills_every_field_of_every_fact() {
    /// Fields that are written in another form: ids and times as one text, a receipt's fields flat.
    const WITHIN: [&str; 5] = ["entry", "index", "seq", "replica", "minute"];
    let shown = format!("{:#?}", sample::every_fact());
    let fields = shown.lines().filter_map(|line| {
        let (name, _) = line.trim_start().split_once(": ")?;
        let plain = name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        (plain && !name.is_empty()).then_some(name)
    });
    let fields: BTreeSet<&str> = fields.filter(|field| !WITHIN.contains(field)).collect();
    assert!(fields.len() > 60, "{fields:?}");
    let file = sample_file();
    let written = |field: &&str| file.contains(&format!("\"{field}\":"));
    let left: Vec<&str> = fields.into_iter().filter(|field| !written(field)).collect();
    assert_eq!(left, Vec::<&str>::new());
}
