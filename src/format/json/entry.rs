//! One entry ↔ one line of JSON, held against its digest.
//! Never drops what it does not know: such an entry keeps the text that it was read from.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::layout;
use crate::calendar::Instant;
use crate::id::EntryId;
use crate::journal::{DamageKind, Digest, Entry, Unwritable};
use crate::record::{Fact, Unknown};

/// An entry as one line of JSON, without a line break at its end.
pub fn entry_to_text(entry: &Entry) -> Result<String, Unwritable> {
    if let Some(verbatim) = &entry.verbatim {
        return Ok(verbatim.to_string());
    }
    let form = Written {
        id: entry.id,
        clock: entry.clock,
        recorded_at: &entry.recorded_at,
        by: &entry.by,
        facts: &entry.facts,
        digest: entry.digest,
    };
    serde_json::to_string(&form).map_err(|_| Unwritable(entry.id))
}

/// The entry that a JSON text holds, on one line or laid out in any way.
///
/// What this version knows is parsed. An entry that matches its digest only as the raw text it is
/// holds something unknown: it keeps that text as `verbatim`, and its unknown facts by name.
pub fn entry_from_text(text: &str) -> Result<Entry, Unread> {
    if let Ok(read) = serde_json::from_str::<Read>(text) {
        let sealed = Entry::seal(read.id, read.clock, read.recorded_at, &read.by, read.facts);
        if let Some(entry) = sealed.filter(|entry| entry.digest == read.digest) {
            return Ok(entry);
        }
    }
    raw_entry(text)
}

/// Why a text is no entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unread {
    /// What is wrong.
    pub kind: DamageKind,
    /// The entry that it claims to be.
    pub entry: Option<EntryId>,
}

/// How an entry is written: the content that its digest covers, and the digest.
#[derive(Serialize)]
struct Written<'a> {
    id: EntryId,
    clock: u64,
    recorded_at: &'a Instant,
    by: &'a str,
    facts: &'a [Fact],
    digest: Digest,
}

/// The same, read.
#[derive(Deserialize)]
struct Read {
    id: EntryId,
    clock: u64,
    recorded_at: Instant,
    by: Box<str>,
    facts: Vec<Fact>,
    digest: Digest,
}

/// Reads an entry that holds something unknown to this version.
fn raw_entry(text: &str) -> Result<Entry, Unread> {
    let unread = |kind, entry| Unread { kind, entry };
    let value: Value = serde_json::from_str(text).map_err(|_| unread(DamageKind::NotJson, None))?;
    let Value::Object(mut content) = value else {
        return Err(unread(DamageKind::NotAnEntry, None));
    };
    let id: Option<EntryId> = field(&content, "id");
    let Some(digest) = content.remove("digest").as_ref().and_then(typed) else {
        return Err(unread(DamageKind::NotAnEntry, id));
    };
    if Digest::of(&content) != Some(digest) {
        return Err(unread(DamageKind::Changed, id));
    }
    let parts = (|| {
        let Some(Value::Array(facts)) = content.get("facts") else { return None };
        Some(Entry {
            id: id?,
            clock: field(&content, "clock")?,
            recorded_at: field(&content, "recorded_at")?,
            by: field(&content, "by")?,
            facts: facts.iter().map(fact).collect::<Vec<_>>().into(),
            digest,
            verbatim: Some(layout::line(text).into_boxed_str()),
        })
    })();
    parts.ok_or_else(|| unread(DamageKind::NotAnEntry, id))
}

fn field<T: DeserializeOwned>(content: &Map<String, Value>, name: &str) -> Option<T> {
    content.get(name).and_then(typed)
}

/// What a value says as a type: read from its text, so that there is one way from JSON to a type.
fn typed<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_str(&value.to_string()).ok()
}

/// A fact, or the name of one that this version cannot read.
fn fact(value: &Value) -> Fact {
    typed(value).unwrap_or_else(|| {
        let kind = match value {
            Value::Object(fields) => fields.keys().next().map(String::as_str),
            Value::String(kind) => Some(kind.as_str()),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => None,
        };
        Fact::Unknown(Unknown { kind: kind.unwrap_or_default().into() })
    })
}
