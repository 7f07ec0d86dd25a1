//! A letter as a template makes it.
//! Never says how it was made.

use serde::{Deserialize, Serialize};

/// A template that was filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rendered {
    /// The text, with markers for its tables.
    pub text: String,
    /// Names of the fields that it asked for and that have no value, each once.
    pub missing: Vec<String>,
}
