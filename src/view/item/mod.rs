//! Invoices, notes and receipts as one table with quick filters and totals (SCREENS, Items).
//! Never copies a book: rows are numbers until one is looked at.

mod row;
mod table;

pub use table::{ItemAsked, ItemTable};

use std::collections::BTreeMap;

use crate::calendar::Date;
use crate::id::Key;
use crate::ledger::FundSource;
use crate::money::Currency;
use crate::record::DocumentKind;
use crate::rule::balance::aging::PositionSource;

/// What the table shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Segment {
    /// Invoices and debit notes, part by part.
    #[default]
    Claims,
    /// Credit notes.
    CreditNotes,
    /// Receipts.
    Receipts,
}

/// A quick filter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quick {
    /// Everything that is open.
    #[default]
    Open,
    /// Not yet due.
    NotDue,
    /// Due within seven days, the day itself included.
    DueSoon,
    /// Overdue.
    Overdue,
    /// Overdue by more than 90 days.
    Over90,
    /// Disputed.
    Disputed,
    /// Settled and open alike.
    All,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemLine {
    /// The customer.
    pub customer: Key,
    /// Which part or fund of its account.
    pub source: PositionSource,
    /// What it is.
    pub kind: ItemKind,
    /// Number of the document or reference of the receipt.
    pub number: String,
    /// The customer's name.
    pub customer_name: String,
    /// Invoice date or day of receipt.
    pub on: Option<Date>,
    /// Due date.
    pub due_on: Option<Date>,
    /// The day on which it falls due with the longer terms that its customer has (E5).
    pub extended_to: Option<Date>,
    /// Which part of how many, from 1, when the document falls due in parts.
    pub part: Option<(u32, u32)>,
    /// Currency of the amounts.
    pub currency: Currency,
    /// The amount at the beginning, in minor units.
    pub amount_minor: i64,
    /// What is open or left of it, in minor units.
    pub open_minor: i64,
    /// as of − due date; absent without a due date.
    pub overdue_days: Option<i32>,
    /// What is disputed of it, in minor units.
    pub disputed_minor: i64,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// Invoice or note.
    Document(DocumentKind),
    /// Money.
    Money(FundSource),
}

impl ItemLine {
    /// True for a due part of an invoice or debit note.
    #[must_use]
    pub const fn is_claim(&self) -> bool {
        matches!(self.source, PositionSource::Part(_))
    }
}

/// What the table is ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemOrder {
    /// Number.
    Number,
    /// Name of the customer.
    Customer,
    /// Invoice date or day of receipt.
    On,
    /// Due date; items without one last.
    Due,
    /// Amount.
    Amount,
    /// What is open.
    Open,
    /// Days overdue.
    OverdueDays,
}

/// The totals of what is filtered, in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemTotal {
    /// Currency.
    pub currency: Currency,
    /// How many rows.
    pub count: u32,
    /// Sum of amounts, in minor units.
    pub amount_minor: i64,
    /// Sum of what is open, in minor units.
    pub open_minor: i64,
}

/// The totals of these rows, by currency.
#[must_use]
pub fn totals(lines: &[ItemLine]) -> Vec<ItemTotal> {
    summed(lines.iter().map(|line| (line.currency, line.amount_minor, line.open_minor)))
}

/// The sums of amounts and of what is open of them, by currency.
fn summed(rows: impl Iterator<Item = (Currency, i64, i64)>) -> Vec<ItemTotal> {
    let mut totals: BTreeMap<Currency, ItemTotal> = BTreeMap::new();
    for (currency, amount_minor, open_minor) in rows {
        let total = totals.entry(currency).or_insert(ItemTotal {
            currency,
            count: 0,
            amount_minor: 0,
            open_minor: 0,
        });
        total.count += 1;
        total.amount_minor = total.amount_minor.saturating_add(amount_minor);
        total.open_minor = total.open_minor.saturating_add(open_minor);
    }
    totals.into_values().collect()
}
