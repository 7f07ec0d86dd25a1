//! Sentences for people, in Chinese and English: screen, print and command line share them.
//! Never decides anything, and never asks the browser which language it prefers.

mod damage;
mod field;
mod problem;
mod table;

pub use damage::{damage, file_error, store_fault};
pub use field::field_label;
pub use problem::problem;
pub use table::{question, table_error};

/// A language of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// Chinese, zh-CN.
    Zh,
    /// English.
    En,
}
