//! Tables as an accounting package exports them, written as text rows.
//! Never reads a file: the draft is what reading one gives.

use std::collections::BTreeMap;

use huikuan::calendar::Date;
use huikuan::record::{
    Claim, CustomerFields, CustomerStatement, DocumentFields, DocumentKind, DocumentRow, Layout,
    MissingItem, Progress, ReceiptRow, Schedule,
};
use huikuan::workbook::draft::{Draft, TableKind};

use super::{date, money, received};

/// An export of some day.
#[derive(Clone)]
pub(crate) struct Table {
    day: Date,
    customers: Vec<(String, String)>,
    documents: Vec<DocumentRow>,
    receipts: Vec<ReceiptRow>,
    missing: MissingItem,
}

/// A table of invoices. Each row reads `customer number issued due amount`, then perhaps what was
/// received to date (`40`, or `40@2025-03-20` with the day of the receipt), or `-` for nothing.
/// A due date of `-` is none; an amount below zero is a credit note.
pub(crate) fn table(day: &str, rows: &[&str]) -> Table {
    let mut table = empty(day);
    for (row, text) in (2..).zip(rows) {
        let cells: Vec<&str> = text.split_whitespace().collect();
        let amount = money(cells[4]);
        let due_on = Some(cells[3]).filter(|due| *due != "-").map(date);
        let progress = cells.get(5).filter(|cell| **cell != "-").map(|cell| {
            let (received, on) = cell.split_once('@').unwrap_or((cell, day));
            let undated = !cell.contains('@');
            Progress { received: money(received), on: date(on), undated }
        });
        let credit = amount.minor() < 0;
        table.documents.push(DocumentRow {
            row,
            kind: if credit { DocumentKind::CreditNote } else { DocumentKind::Invoice },
            customer: cells[0].to_owned(),
            number: cells[1].to_owned(),
            fields: DocumentFields {
                issued_on: Some(date(cells[2])),
                claim: Some(Claim {
                    amount: amount.with_minor(amount.minor().abs()).unwrap(),
                    tax: None,
                }),
                schedule: due_on
                    .map(|due_on| Schedule { due_on: Some(due_on), ..Schedule::default() }),
                ..DocumentFields::default()
            },
            progress,
        });
    }
    table
}

/// A table of receipts: `customer day amount`, then perhaps the number that the payer named.
/// Equal rows are numbered, as reading a file numbers them.
pub(crate) fn receipts(day: &str, rows: &[&str]) -> Table {
    let mut table = empty(day);
    let mut seen: BTreeMap<(&str, &str, &str), u32> = BTreeMap::new();
    for (row, text) in (2..).zip(rows) {
        let cells: Vec<&str> = text.split_whitespace().collect();
        let ordinal = seen.entry((cells[0], cells[1], cells[2])).or_default();
        *ordinal += 1;
        let mut receipt = received(cells[0], cells[1], cells[2]);
        receipt.designation = cells.get(3).map(|number| (*number).to_owned());
        table.receipts.push(ReceiptRow { row, ordinal: *ordinal, receipt });
    }
    table
}

fn empty(day: &str) -> Table {
    Table {
        day: date(day),
        customers: Vec::new(),
        documents: Vec::new(),
        receipts: Vec::new(),
        missing: MissingItem::Nothing,
    }
}

impl Table {
    /// The table lists every open item: what is missing in it is settled.
    pub(crate) fn full_list(mut self) -> Self {
        self.missing = MissingItem::Settled;
        self
    }

    /// The table names a customer.
    pub(crate) fn naming(mut self, code: &str, name: &str) -> Self {
        self.customers.push((code.to_owned(), name.to_owned()));
        self
    }

    /// What reading it gives.
    pub(crate) fn draft(&self) -> Draft {
        let rows = u32::try_from(self.documents.len() + self.receipts.len()).unwrap();
        let statement = |(code, name): &(String, String)| CustomerStatement {
            code: code.clone(),
            fields: CustomerFields { name: Some(name.clone()), ..CustomerFields::default() },
        };
        Draft {
            source: format!("应收 {}.csv", self.day),
            day: self.day,
            kind: if self.receipts.is_empty() { TableKind::Invoices } else { TableKind::Receipts },
            layout: Layout {
                headings: vec!["客户".to_owned(), "发票号".to_owned(), "金额".to_owned()],
                columns: BTreeMap::new(),
                answers: BTreeMap::new(),
            },
            customers: self.customers.iter().map(statement).collect(),
            documents: self.documents.clone(),
            receipts: self.receipts.clone(),
            problems: Vec::new(),
            questions: Vec::new(),
            missing: self.missing,
            rows_total: rows,
            rows_taken: rows,
            rows_refused: 0,
            rows_skipped: 0,
        }
    }
}
