//! What an imported table states, row by row (A7).
//! Never a guess: a row holds only what its table said.

use serde::{Deserialize, Serialize};

use super::{CustomerStatement, DocumentFields, DocumentKind, DocumentRef};
use crate::calendar::Date;
use crate::id::{EntryId, Key};
use crate::money::Money;

/// Rows of a table; they count once an [`Imported`] that counts names their entry.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rows {
    /// What is stated of customers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub customers: Vec<CustomerStatement>,
    /// What is stated of invoices and notes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentRow>,
    /// Receipts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub receipts: Vec<ReceiptRow>,
}

/// What one row states of a document: everything in a first import, in a later one only what
/// changed against what the imports before had stated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentRow {
    /// Line of the table, from 1, the heading included.
    pub row: u32,
    /// Kind.
    pub kind: DocumentKind,
    /// The customer's code as written.
    pub customer: String,
    /// The number as written.
    pub number: String,
    /// What is stated of it.
    #[serde(default)]
    pub fields: DocumentFields,
    /// What the table says was received on it so far.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<Progress>,
}

impl DocumentRow {
    /// The identity of the document it speaks about.
    #[must_use]
    pub fn document(&self) -> DocumentRef {
        DocumentRef::Numbered {
            kind: self.kind,
            customer: Key::of(&self.customer),
            number: Key::of(&self.number),
        }
    }
}

/// A running total: received to date, on a day. Successive totals imply receipts (DESIGN 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Received up to and including that day.
    pub received: Money,
    /// The day: of the receipt or settlement when the row names it, else the file's.
    pub on: Date,
    /// True when the day is the file's because the row names none.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub undated: bool,
}

/// One row of a table of receipts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "FlatReceiptRow")]
pub struct ReceiptRow {
    /// Line of the table, from 1, the heading included.
    pub row: u32,
    /// Which of equal rows of the file, from 1.
    pub ordinal: u32,
    /// The receipt.
    #[serde(flatten)]
    pub receipt: super::Receipt,
}

/// A [`ReceiptRow`] as it is read. Flattened fields would be read through a detour that costs time
/// and hides unknown fields from the reader.
#[derive(Deserialize)]
struct FlatReceiptRow {
    row: u32,
    ordinal: u32,
    customer: String,
    received_on: Date,
    amount: Money,
    #[serde(default)]
    method: String,
    #[serde(default)]
    reference: String,
    #[serde(default)]
    designation: Option<String>,
    #[serde(default)]
    prepayment_for: Option<String>,
    #[serde(default)]
    memo: String,
}

impl From<FlatReceiptRow> for ReceiptRow {
    fn from(flat: FlatReceiptRow) -> Self {
        let receipt = super::Receipt {
            customer: flat.customer,
            received_on: flat.received_on,
            amount: flat.amount,
            method: flat.method,
            reference: flat.reference,
            designation: flat.designation,
            prepayment_for: flat.prepayment_for,
            memo: flat.memo,
        };
        Self { row: flat.row, ordinal: flat.ordinal, receipt }
    }
}

impl ReceiptRow {
    /// The identity of the receipt.
    #[must_use]
    pub fn key(&self) -> super::ReceiptKey {
        super::ReceiptKey {
            customer: Key::of(&self.receipt.customer),
            received_on: self.receipt.received_on,
            amount: self.receipt.amount,
            reference: Key::of(&self.receipt.reference),
            ordinal: self.ordinal,
        }
    }
}

/// The closing entry of an import: its rows count from here, and its retraction undoes them all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Imported {
    /// Name of the file or of the paste.
    pub source: String,
    /// The day that the table speaks about.
    pub day: Date,
    /// How many rows were taken.
    pub rows: u32,
    /// The entries that hold the rows, in order; those in this same entry count without being
    /// named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chunks: Vec<EntryId>,
    /// The imports that this one was compared with; its statements replace theirs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follows: Vec<EntryId>,
    /// What an item's absence from the table means.
    #[serde(default)]
    pub missing: MissingItem,
}

/// What it means that an item known from earlier imports is missing in a table (A7).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MissingItem {
    /// Nothing.
    #[default]
    Nothing,
    /// The table lists every open item: what is missing is settled on the file's day.
    Settled,
}
