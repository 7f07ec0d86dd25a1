//! Reports as files: JSON for programs, aligned text for people (DESIGN 8).
//! Never computes a figure: it writes down what the rules yield.

pub mod aging;
pub mod check;
pub mod kpi;
pub mod statement;

mod sheet;

use serde::Serialize;

/// A report as JSON, its keys in the order of its fields, two blanks an indent.
pub fn to_json(report: &impl Serialize) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(report)
}
