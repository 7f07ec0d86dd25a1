//! What a person can do to the workbook, and what it answers.
//! Never knows a file format, a language or a screen.

pub mod draft;
pub mod field;
pub mod problem;
pub mod question;
