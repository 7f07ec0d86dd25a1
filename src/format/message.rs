//! Plain values to bytes and back, for messages between the page and its worker.
//! Never stored and never exchanged between versions: both ends come from one build.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value that cannot be written as a message: a map with keys that are no texts, or an unknown
/// fact without its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the value cannot be sent")]
pub struct Unsendable;

/// The value as bytes.
pub fn to_bytes(value: &impl Serialize) -> Result<Vec<u8>, Unsendable> {
    serde_json::to_vec(value).map_err(|_| Unsendable)
}

/// The value that these bytes hold; `None` when they hold no such value.
#[must_use]
pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    serde_json::from_str(std::str::from_utf8(bytes).ok()?).ok()
}
