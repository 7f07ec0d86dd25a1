//! Invoices, notes and receipts as one table with quick filters and totals (SCREENS, Items).
//! Never copies a book: rows are numbers until one is looked at.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::{Sorting, matches};
use crate::calendar::{AsOf, Date};
use crate::id::Key;
use crate::ledger::{Account, FundSource, Ledger, NEVER};
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

/// The rows of a segment at the close of `as_of` that pass the filter and match the query, in the
/// order asked for; one customer's only, when one is named.
#[must_use]
pub fn lines(
    ledger: &Ledger,
    as_of: AsOf,
    segment: Segment,
    quick: Quick,
    query: &str,
    customer: Option<&Key>,
    sorting: Sorting<ItemOrder>,
) -> Vec<ItemLine> {
    let accounts: Vec<&Account> = match customer {
        Some(customer) => ledger.account(customer).into_iter().collect(),
        None => ledger.accounts().collect(),
    };
    let mut lines: Vec<ItemLine> = Vec::new();
    for account in accounts {
        match segment {
            Segment::Claims => claims(account, as_of, &mut lines),
            Segment::CreditNotes | Segment::Receipts => funds(account, segment, as_of, &mut lines),
        }
    }
    lines.retain(|line| {
        passes(line, quick, as_of) && matches(query, &[&line.number, &line.customer_name])
    });
    lines.sort_by(|a, b| {
        let ordering = compare(a, b, sorting.column);
        let ordering = if sorting.descending { ordering.reverse() } else { ordering };
        ordering.then_with(|| a.number.cmp(&b.number))
    });
    lines
}

fn claims(account: &Account, as_of: AsOf, lines: &mut Vec<ItemLine>) {
    let day = as_of.number();
    for (index, part) in (0..).zip(&account.parts).filter(|(_, part)| part.issued_day <= day) {
        let Some(document) = account.documents.get(part.document as usize) else { continue };
        let open_minor = account.outstanding(part, day);
        lines.push(ItemLine {
            customer: account.customer.key.clone(),
            source: PositionSource::Part(index),
            kind: ItemKind::Document(document.kind),
            number: document.number.clone(),
            customer_name: account.customer.name().to_owned(),
            on: part.issued_on(),
            due_on: part.due_on(),
            part: (document.parts.len > 1).then_some((part.index + 1, document.parts.len)),
            currency: part.balance.currency,
            amount_minor: part.balance.amount_minor,
            open_minor,
            overdue_days: (part.due_day != NEVER).then(|| day - part.due_day),
            disputed_minor: account.disputed(index, open_minor, day),
        });
    }
}

fn funds(account: &Account, segment: Segment, as_of: AsOf, lines: &mut Vec<ItemLine>) {
    let day = as_of.number();
    for (index, fund) in (0..).zip(&account.funds).filter(|(_, fund)| fund.day <= day) {
        let kind = match (fund.source, segment) {
            (FundSource::CreditNote, Segment::CreditNotes) => {
                ItemKind::Document(DocumentKind::CreditNote)
            }
            (FundSource::CreditNote, Segment::Claims | Segment::Receipts)
            | (_, Segment::CreditNotes) => continue,
            (source, Segment::Claims | Segment::Receipts) => ItemKind::Money(source),
        };
        lines.push(ItemLine {
            customer: account.customer.key.clone(),
            source: PositionSource::Fund(index),
            kind,
            number: fund.note.clone(),
            customer_name: account.customer.name().to_owned(),
            on: Date::from_number(fund.day),
            due_on: None,
            part: None,
            currency: fund.balance.currency,
            amount_minor: fund.balance.amount_minor,
            open_minor: account.remaining(fund, day),
            overdue_days: None,
            disputed_minor: 0,
        });
    }
}

fn passes(line: &ItemLine, quick: Quick, as_of: AsOf) -> bool {
    let open = line.open_minor != 0;
    let overdue = line.overdue_days.unwrap_or(0);
    match quick {
        Quick::All => true,
        Quick::Open => open,
        Quick::NotDue => open && line.due_on.is_some_and(|due_on| due_on >= as_of),
        Quick::DueSoon => open && line.due_on.is_some() && (-7..=0).contains(&overdue),
        Quick::Overdue => open && overdue > 0,
        Quick::Over90 => open && overdue > 90,
        Quick::Disputed => open && line.disputed_minor > 0,
    }
}

fn compare(a: &ItemLine, b: &ItemLine, order: ItemOrder) -> Ordering {
    let due = |line: &ItemLine| (line.due_on.is_none(), line.due_on);
    match order {
        ItemOrder::Number => a.number.cmp(&b.number),
        ItemOrder::Customer => a.customer_name.cmp(&b.customer_name),
        ItemOrder::On => a.on.cmp(&b.on),
        ItemOrder::Due => due(a).cmp(&due(b)),
        ItemOrder::Amount => a.amount_minor.cmp(&b.amount_minor),
        ItemOrder::Open => a.open_minor.cmp(&b.open_minor),
        ItemOrder::OverdueDays => a.overdue_days.cmp(&b.overdue_days),
    }
}

/// The totals of these rows, by currency.
#[must_use]
pub fn totals(lines: &[ItemLine]) -> Vec<ItemTotal> {
    let mut totals: BTreeMap<Currency, ItemTotal> = BTreeMap::new();
    for line in lines {
        let currency = line.currency;
        let total = totals.entry(currency).or_insert(ItemTotal {
            currency,
            count: 0,
            amount_minor: 0,
            open_minor: 0,
        });
        total.count += 1;
        total.amount_minor = total.amount_minor.saturating_add(line.amount_minor);
        total.open_minor = total.open_minor.saturating_add(line.open_minor);
    }
    totals.into_values().collect()
}
