//! Letters and messages (F1–F3): the fields of a template, capital figures, what a message by SMS
//! must hold, and a written text as blocks for paper or as plain lines.
//! Never reads a ledger: what a field says is gathered by `view::letter`.
//!
//! Filling a template needs the feature `template`: the worker and the native tools carry it, the
//! page asks its worker.

pub mod capital;
pub mod compose;
mod fault;
pub mod field;
#[cfg(feature = "template")]
pub mod render;
mod rendered;
pub mod sms;

pub use rendered::Rendered;

pub use fault::{LETTER_BYTES_MAX, TEMPLATE_BYTES_MAX, TemplateError, TemplateFault, check_size};
