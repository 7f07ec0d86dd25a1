//! What reading a table gave, before anything of it is recorded (A7).
//! Never a fact yet: the workbook compares a draft with what it knows and records what changed.

use super::problem::Problem;
use super::question::Question;
use crate::calendar::Date;
use crate::record::{CustomerStatement, DocumentRow, Layout, MissingItem, ReceiptRow};

/// The rows of one table in the words of the ledger, with everything that was wrong with them.
///
/// Every row of the table is accounted for: `rows_total` = `rows_taken` + `rows_refused` +
/// `rows_skipped`, and each refused or skipped row has a problem that says why.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Draft {
    /// Name of the file or of the paste.
    pub source: String,
    /// The day that the table speaks about.
    pub day: Date,
    /// What the rows are.
    pub kind: TableKind,
    /// How the table was read: headings, columns and answers, to be remembered for the next one.
    pub layout: Layout,
    /// Customers named in taken rows, one statement each, in the order of their first row.
    pub customers: Vec<CustomerStatement>,
    /// Invoices and notes, in the order of the table.
    pub documents: Vec<DocumentRow>,
    /// Receipts, in the order of the table.
    pub receipts: Vec<ReceiptRow>,
    /// What was wrong, by row.
    pub problems: Vec<Problem>,
    /// What a person should decide; until then the default that each question names is in force.
    pub questions: Vec<Question>,
    /// What an item's absence from the table means.
    pub missing: MissingItem,
    /// Rows below the heading that hold anything.
    pub rows_total: u32,
    /// Rows that went into customers, documents or receipts.
    pub rows_taken: u32,
    /// Rows that could not be taken.
    pub rows_refused: u32,
    /// Subtotals, and rows that repeat another one word for word.
    pub rows_skipped: u32,
}

/// What the rows of a table are.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub enum TableKind {
    /// Invoices and notes, with or without what was received on them.
    Invoices,
    /// Receipts.
    Receipts,
    /// Customers.
    Customers,
}

impl Draft {
    /// The problems of rows that were refused.
    pub fn refusals(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(|problem| problem.refused)
    }
}
