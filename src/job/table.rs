//! Jobs about a table: a first look at it, and reading it into a draft (A7).
//! Never decides anything: what a person answers comes with the request.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::money::Currency;
use crate::record::{CustomerStatement, DocumentRow, Layout, ReceiptRow};
use crate::workbook::draft::{Draft, TableKind};
use crate::workbook::field::Field;
use crate::workbook::problem::Problem;
use crate::workbook::question::Answers;

/// A table, with what the person and the workbook say about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableRequest {
    /// Name of the file or of the paste.
    pub source: String,
    /// What was pasted; `None` when a file travels beside the request.
    pub pasted: Option<String>,
    /// The day that the table speaks about.
    pub day: Date,
    /// Currency of rows that name none: the base currency.
    pub currency: Currency,
    /// What the rows are; guessed from the headings when `None`.
    pub kind: Option<TableKind>,
    /// Fields mapped to headings by the person; go before what is recognised.
    pub map: Vec<(Field, String)>,
    /// Answers given for this table.
    pub answers: Answers,
    /// Layouts that the workbook remembers, the latest last.
    pub layouts: Vec<Layout>,
}

impl TableRequest {
    /// A request that leaves everything to the table itself.
    #[must_use]
    pub fn new(source: &str, day: Date, currency: Currency) -> Self {
        Self {
            source: source.to_owned(),
            pasted: None,
            day,
            currency,
            kind: None,
            map: Vec::new(),
            answers: Answers::default(),
            layouts: Vec::new(),
        }
    }
}

/// What a first look at a table shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableLook {
    /// What the rows seem to be, or what the request says.
    pub kind: TableKind,
    /// The headings as they stand.
    pub headings: Vec<String>,
    /// Column, from 0, by field: as remembered, mapped or recognised.
    pub columns: BTreeMap<Field, usize>,
    /// Answers of the request, else those remembered with the layout.
    pub answers: Answers,
    /// The first rows below the headings.
    pub first_rows: Vec<LookRow>,
    /// Rows below the headings.
    pub rows_total: u32,
}

/// A row as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookRow {
    /// Its line as the spreadsheet shows it, from 1.
    pub line: u32,
    /// Its cells; there may be fewer or more than headings.
    pub cells: Vec<String>,
}

/// A stretch of a draft.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DraftBlock {
    /// Customers.
    pub customers: Vec<CustomerStatement>,
    /// Invoices and notes.
    pub documents: Vec<DocumentRow>,
    /// Receipts.
    pub receipts: Vec<ReceiptRow>,
    /// What was wrong, by row.
    pub problems: Vec<Problem>,
}

/// Everything of a draft that does not come in blocks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DraftEnd {
    /// The draft without its customers, documents, receipts and problems.
    pub frame: Draft,
    /// How many blocks went before.
    pub blocks: u32,
}

/// Rows of one block: few enough that reading it on the page is no long task.
pub(super) const BLOCK_ROWS: usize = 1_000;

impl DraftEnd {
    /// Cuts a draft into blocks, giving each to `send`.
    pub(super) fn cut(mut draft: Draft, mut send: impl FnMut(DraftBlock)) -> Self {
        let mut blocks = 0;
        let mut each = |block: DraftBlock| {
            blocks += 1;
            send(block);
        };
        for customers in std::mem::take(&mut draft.customers).chunks(BLOCK_ROWS) {
            each(DraftBlock { customers: customers.to_vec(), ..DraftBlock::default() });
        }
        for documents in std::mem::take(&mut draft.documents).chunks(BLOCK_ROWS) {
            each(DraftBlock { documents: documents.to_vec(), ..DraftBlock::default() });
        }
        for receipts in std::mem::take(&mut draft.receipts).chunks(BLOCK_ROWS) {
            each(DraftBlock { receipts: receipts.to_vec(), ..DraftBlock::default() });
        }
        for problems in std::mem::take(&mut draft.problems).chunks(BLOCK_ROWS) {
            each(DraftBlock { problems: problems.to_vec(), ..DraftBlock::default() });
        }
        Self { frame: draft, blocks }
    }

    /// The whole draft. `None` when a block is missing.
    #[must_use]
    pub fn join(self, blocks: Vec<DraftBlock>) -> Option<Draft> {
        if u32::try_from(blocks.len()) != Ok(self.blocks) {
            return None;
        }
        let mut draft = self.frame;
        for block in blocks {
            draft.customers.extend(block.customers);
            draft.documents.extend(block.documents);
            draft.receipts.extend(block.receipts);
            draft.problems.extend(block.problems);
        }
        Some(draft)
    }
}
