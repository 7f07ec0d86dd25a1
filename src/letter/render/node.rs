//! Fields as values of the template engine: rows, groups, and what stands for a missing field.
//! Never gives the engine its own "undefined", which knows no name.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Arc, Mutex};

use minijinja::value::{Enumerator, Object, ObjectRepr, Value};

use crate::letter::field::{Field, Fields};

/// The fields that a letter asked for and that have no value; copies are the same list.
#[derive(Clone, Debug, Default)]
pub(super) struct Missing(Arc<Mutex<Vec<String>>>);

impl Missing {
    /// Notes a field, once.
    pub(super) fn tell(&self, name: &str) {
        if let Ok(mut names) = self.0.lock()
            && names.iter().all(|held| held != name)
        {
            names.push(name.to_owned());
        }
    }

    /// Their names, in the order in which they were asked for.
    pub(super) fn names(&self) -> Vec<String> {
        self.0.lock().map(|names| names.clone()).unwrap_or_default()
    }
}

/// True for a field that has no value.
pub(super) fn is_missing(value: &Value) -> bool {
    value.is_undefined() || value.is_none() || value.downcast_object_ref::<Absent>().is_some()
}

/// All fields of a letter. Names in `globals` that are no fields are left to the engine.
pub(super) fn of_fields(
    fields: &dyn Fields,
    globals: BTreeSet<String>,
    missing: &Missing,
) -> Value {
    let mut group = group(fields, "", missing);
    group.globals = globals;
    if let Some(Field::Text(numbers)) = fields.field("item_numbers")
        && let Some(items) = group.held.get("items").and_then(|it| it.downcast_object_ref::<Rows>())
    {
        let rows = Rows { text: numbers.to_owned(), held: items.held.clone() };
        group.held.insert("items", Value::from_object(rows));
    }
    Value::from_object(group)
}

fn group(fields: &dyn Fields, path: &str, missing: &Missing) -> Group {
    let mut held = BTreeMap::new();
    for name in fields.names() {
        if let Some(field) = fields.field(name) {
            held.insert(*name, value(&field, &format!("{path}{name}"), missing));
        }
    }
    Group { path: path.to_owned(), held, globals: BTreeSet::new(), missing: missing.clone() }
}

fn value(field: &Field<'_>, path: &str, missing: &Missing) -> Value {
    match field {
        Field::Text(text) => Value::from(*text),
        Field::Count(count) => Value::from(*count),
        Field::Group(fields) => Value::from_object(group(*fields, &format!("{path}."), missing)),
        Field::Rows(rows) => {
            let row =
                |row: &&dyn Fields| Value::from_object(group(*row, &format!("{path}."), missing));
            Value::from_object(Rows { text: String::new(), held: rows.iter().map(row).collect() })
        }
        Field::Texts(texts) => {
            let held = texts.iter().map(|text| Value::from(text.as_str())).collect();
            Value::from_object(Rows { text: texts.join(", "), held })
        }
    }
}

/// Several fields by name.
#[derive(Debug)]
struct Group {
    /// What stands before a field's name when it is named as missing.
    path: String,
    held: BTreeMap<&'static str, Value>,
    globals: BTreeSet<String>,
    missing: Missing,
}

impl Object for Group {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let name = key.as_str()?;
        if let Some(value) = self.held.get(name) {
            return Some(value.clone());
        }
        if self.globals.contains(name) {
            return None;
        }
        let path = format!("{}{name}", self.path);
        Some(Value::from_object(Absent { path, missing: self.missing.clone() }))
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(self.held.keys().map(|name| Value::from(*name)).collect())
    }
}

/// Rows to go through; written out, what they are called.
#[derive(Debug)]
struct Rows {
    text: String,
    held: Vec<Value>,
}

impl Object for Rows {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Seq
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.held.get(key.as_usize()?).cloned()
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Seq(self.held.len())
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A field without a value: false, without rows, and written by its name.
#[derive(Debug)]
struct Absent {
    path: String,
    missing: Missing,
}

impl Object for Absent {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let path = format!("{}.{key}", self.path);
        Some(Value::from_object(Self { path, missing: self.missing.clone() }))
    }

    fn is_true(self: &Arc<Self>) -> bool {
        false
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Empty
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.missing.tell(&self.path);
        write!(f, "[{}]", self.path)
    }
}
