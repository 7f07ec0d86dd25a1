//! Reports as files: JSON for programs, aligned text for people (DESIGN 8).
//! Never computes a figure: it writes down what the rules yield.

pub mod aging;
pub mod check;
pub mod class;
pub mod discount;
pub mod kpi;
pub mod late_charge;
pub mod provision;
pub mod statement;
pub mod tier;
pub mod worklist;

mod sheet;

use serde::Serialize;

use crate::rule::balance::bucket::{Buckets, Column};

/// A report as JSON, its keys in the order of its fields, two blanks an indent.
pub fn to_json(report: &impl Serialize) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(report)
}

/// The name of a column in a file: `not_due`, `31-60`, `181-`.
fn column_name(column: Column, buckets: &Buckets) -> String {
    let name = match column {
        Column::NotDue => "not_due",
        Column::Bucket(index) => {
            let edges = buckets.edges();
            let edge = edges.get(usize::from(index));
            let to = edge.and_then(|edge| edge.to).map_or_else(String::new, |to| to.to_string());
            return format!("{}-{to}", edge.map_or(0, |edge| edge.from));
        }
        Column::NoDueDate => "no_due_date",
        Column::Retention => "retention",
        Column::Unapplied => "unapplied",
        Column::Prepayment => "prepayment",
        Column::StandingCredit => "standing_credit",
    };
    name.to_owned()
}
