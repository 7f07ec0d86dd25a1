//! Jobs about letters: filling templates in for one customer or for a thousand (F1, F3).
//! Never reads a workbook: what a letter says travels with its order.

use serde::{Deserialize, Serialize};

use crate::letter::TemplateError;
use crate::letter::field::LetterData;

pub use crate::letter::Rendered;

/// Templates and the letters to be made of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ComposeRequest {
    /// The texts of the templates, each in the language of its letters.
    pub templates: Vec<String>,
    /// The letters.
    pub letters: Vec<LetterOrder>,
}

/// A letter to be made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LetterOrder {
    /// The place of its template.
    pub template: usize,
    /// What it can say.
    pub data: LetterData,
}

/// Why letters cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComposeFault {
    /// The place of the template.
    pub template: usize,
    /// What is wrong with it.
    pub error: TemplateError,
}
