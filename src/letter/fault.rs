//! Why a template cannot be filled in (F1).
//! Never a sentence: `say` words them.

use serde::{Deserialize, Serialize};

/// The longest template, in bytes of UTF-8.
pub const TEMPLATE_BYTES_MAX: usize = 64 * 1024;

/// The longest letter that a template may make, in bytes of UTF-8.
pub const LETTER_BYTES_MAX: usize = 256 * 1024;

/// What is wrong with a template, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateError {
    /// What is wrong.
    pub fault: TemplateFault,
    /// The line, from 1; none where no line is to blame.
    pub line: Option<u32>,
}

/// What is wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TemplateFault {
    /// It is longer than [`TEMPLATE_BYTES_MAX`].
    TooLong {
        /// Its length in bytes.
        bytes: usize,
    },
    /// A `{{` or `{%` is not closed, or an `if` or `for` has no end.
    Unclosed,
    /// It cannot be read.
    Syntax,
    /// A filter, test or function that there is none of.
    Unknown {
        /// Its name.
        name: String,
    },
    /// It goes on without an end: a loop in a loop.
    Endless,
    /// The letter becomes longer than [`LETTER_BYTES_MAX`].
    LetterTooLong,
    /// Something in it cannot be done, such as adding a text to a number.
    Failed,
}

/// Refuses a template by its length before anything reads it.
pub const fn check_size(template: &str) -> Result<(), TemplateError> {
    if template.len() > TEMPLATE_BYTES_MAX {
        let fault = TemplateFault::TooLong { bytes: template.len() };
        return Err(TemplateError { fault, line: None });
    }
    Ok(())
}
