//! Which facts concern which customer, in order of arrival.
//! Never decides whether a fact counts.

use std::collections::{BTreeMap, BTreeSet};

use crate::id::{FactId, Key};
use crate::journal::{Entry, Journal};
use crate::record::{DocumentRow, Fact, ReceiptRow, Rows};

/// Where a fact, or one row of a table, stands in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FactPlace {
    /// Place of the entry in order of arrival.
    pub(super) entry: u32,
    /// Index of the fact in its entry.
    pub(super) fact: u32,
    /// The row, when the fact is a block of rows.
    pub(super) row: Row,
}

/// Which row of a block of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Row {
    /// The fact itself.
    Whole,
    /// A statement about a customer.
    Customer(u32),
    /// A statement about a document.
    Document(u32),
    /// A receipt.
    Receipt(u32),
}

/// The index from customers to facts.
#[derive(Clone, Debug, Default)]
pub(super) struct Routes {
    by_customer: BTreeMap<Key, Vec<FactPlace>>,
    settings: Vec<FactPlace>,
}

impl Routes {
    /// Takes in the entry at that place and names the customers that it concerns.
    pub(super) fn add(&mut self, journal: &Journal, place: u32) -> Vec<Key> {
        let mut touched = Vec::new();
        let Some(entry) = journal.entries().get(place as usize) else { return touched };
        for (index, fact) in (0..).zip(&entry.facts) {
            let at = |row| FactPlace { entry: place, fact: index, row };
            if let Fact::Rows(rows) = fact {
                for (key, row) in keys(rows) {
                    self.push(key, at(row), &mut touched);
                }
            } else if let Some(key) = fact.customer() {
                self.push(key, at(Row::Whole), &mut touched);
            } else {
                self.settings.push(at(Row::Whole));
            }
        }
        touched
    }

    fn push(&mut self, key: Key, at: FactPlace, touched: &mut Vec<Key>) {
        if touched.last() != Some(&key) {
            touched.push(key.clone());
        }
        self.by_customer.entry(key).or_default().push(at);
    }

    /// The customers whose facts an entry holds.
    pub(super) fn customers_of(entry: &Entry) -> BTreeSet<Key> {
        let mut customers = BTreeSet::new();
        for fact in &entry.facts {
            if let Fact::Rows(rows) = fact {
                customers.extend(keys(rows).map(|(key, _)| key));
            } else {
                customers.extend(fact.customer());
            }
        }
        customers
    }

    /// Every customer that any fact concerns.
    pub(super) fn customers(&self) -> impl Iterator<Item = &Key> {
        self.by_customer.keys()
    }

    /// The facts that concern a customer.
    pub(super) fn of(&self, customer: &Key) -> &[FactPlace] {
        self.by_customer.get(customer).map_or(&[], Vec::as_slice)
    }

    /// The facts that concern the whole workbook.
    pub(super) fn settings(&self) -> &[FactPlace] {
        &self.settings
    }
}

fn keys(rows: &Rows) -> impl Iterator<Item = (Key, Row)> + '_ {
    let customers = (0..).zip(&rows.customers).map(|(i, c)| (Key::of(&c.code), Row::Customer(i)));
    let documents =
        (0..).zip(&rows.documents).map(|(i, d)| (Key::of(&d.customer), Row::Document(i)));
    let receipts =
        (0..).zip(&rows.receipts).map(|(i, r)| (Key::of(&r.receipt.customer), Row::Receipt(i)));
    customers.chain(documents).chain(receipts)
}

impl FactPlace {
    /// The fact's name.
    pub(super) fn id(self, journal: &Journal) -> Option<FactId> {
        let entry = journal.entries().get(self.entry as usize)?;
        Some(FactId { entry: entry.id, index: self.fact })
    }

    /// The fact itself.
    pub(super) fn fact(self, journal: &Journal) -> Option<&Fact> {
        journal.entries().get(self.entry as usize)?.facts.get(self.fact as usize)
    }
}

/// The row of a block of rows, if there is such a row.
pub(super) fn document_row(fact: &Fact, row: u32) -> Option<&DocumentRow> {
    match fact {
        Fact::Rows(rows) => rows.documents.get(row as usize),
        _ => None,
    }
}

/// The receipt row of a block of rows, if there is such a row.
pub(super) fn receipt_row(fact: &Fact, row: u32) -> Option<&ReceiptRow> {
    match fact {
        Fact::Rows(rows) => rows.receipts.get(row as usize),
        _ => None,
    }
}
