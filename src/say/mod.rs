//! Sentences for people, in Chinese and English: screen, print and command line share them.
//! Never decides anything, and never asks the browser which language it prefers.

mod damage;
mod field;
mod problem;
mod rejection;
mod table;
mod undoable;

pub use damage::{damage, file_error, store_fault};
pub use field::field_label;
pub use problem::problem;
pub use rejection::rejection;
pub use table::{question, table_error};
pub use undoable::undoable;

/// A language of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// Chinese, zh-CN.
    Zh,
    /// English.
    En,
}
