//! The aging: what is open at the close of a day, by age, per customer and currency (B1–B3).
//! Never adds two currencies, and never nets what is owed to a customer into a bucket.

use std::cmp::Reverse;

use super::bucket::{Buckets, COLUMN_COUNT, Column};
use crate::calendar::AsOf;
use crate::id::Key;
use crate::ledger::{Account, Brief, Ledger};
use crate::money::Currency;

/// The aging of all customers on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct AgingReport {
    /// The day; what is dated on it counts.
    pub as_of: AsOf,
    /// The buckets it is drawn up in.
    pub buckets: Buckets,
    /// One section for each currency, by its code.
    pub currencies: Vec<CurrencyAging>,
}

/// The aging in one currency.
#[derive(Clone, Debug, PartialEq)]
pub struct CurrencyAging {
    /// The currency of every figure here.
    pub currency: Currency,
    /// The sum of the customers.
    pub total: Figures,
    /// Customers with anything open, by balance from the largest, then by code.
    pub customers: Vec<CustomerAging>,
}

/// One customer's line.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomerAging {
    /// The customer.
    pub customer: Key,
    /// Its figures.
    pub figures: Figures,
}

/// A line of figures in minor units; what is owed to the customer is negative (FIGURES, signs).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    columns: [i64; COLUMN_COUNT],
    /// How many due parts are open.
    pub open_items: u32,
}

impl Default for Figures {
    fn default() -> Self {
        Self { columns: [0; COLUMN_COUNT], open_items: 0 }
    }
}

impl Figures {
    /// The amount in a column, in minor units.
    #[must_use]
    pub fn amount(&self, column: Column) -> i64 {
        self.columns.get(column.place()).copied().unwrap_or(0)
    }

    /// The plain sum of all columns: the balance (B3).
    #[must_use]
    pub fn balance(&self) -> i64 {
        self.columns.iter().fold(0, |sum, amount| sum.saturating_add(*amount))
    }

    /// The sum of the buckets: what is overdue (or, by invoice date, everything aged).
    #[must_use]
    pub fn overdue(&self) -> i64 {
        self.columns
            .get(Column::Bucket(0).place()..Column::NoDueDate.place())
            .unwrap_or(&[])
            .iter()
            .fold(0, |sum, amount| sum.saturating_add(*amount))
    }

    /// Adds what is open of an account in one currency.
    fn add_open(&mut self, account: &Account, briefs: &[Brief], buckets: &Buckets, day: i32) {
        each_open(account, briefs, buckets, day, |brief, place, amount_minor| {
            if let Some(sum) = self.columns.get_mut(place) {
                *sum = sum.saturating_add(amount_minor);
            }
            self.open_items += u32::from(brief.kind.is_part());
        });
    }

    /// Adds one open position.
    pub fn add_position(&mut self, position: &Position) {
        if let Some(sum) = self.columns.get_mut(position.column.place()) {
            *sum = sum.saturating_add(position.amount_minor);
        }
        self.open_items += u32::from(matches!(position.source, PositionSource::Part(_)));
    }

    /// Adds another line, column by column.
    pub fn add_line(&mut self, other: &Self) {
        for (sum, amount) in self.columns.iter_mut().zip(other.columns) {
            *sum = sum.saturating_add(amount);
        }
        self.open_items += other.open_items;
    }

    fn is_empty(&self) -> bool {
        self.open_items == 0 && self.columns.iter().all(|amount| *amount == 0)
    }
}

/// One open position that goes into a figure of the aging.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Where it stands.
    pub column: Column,
    /// What is open, in minor units; negative when it is owed to the customer.
    pub amount_minor: i64,
    /// Its currency.
    pub currency: Currency,
    /// What it is.
    pub source: PositionSource,
}

/// What an open position is, by its index in the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PositionSource {
    /// A due part of [`Account::parts`].
    Part(u32),
    /// A receipt or credit note of [`Account::funds`].
    Fund(u32),
}

/// Draws up the aging of all customers at the close of `as_of`.
#[must_use]
pub fn aging(ledger: &Ledger, buckets: &Buckets, as_of: AsOf) -> AgingReport {
    let day = as_of.number();
    let mut currencies: Vec<CurrencyAging> = Vec::new();
    let accounts = ledger.accounts();
    let (account_count, _) = accounts.size_hint();
    for account in accounts {
        for (currency, briefs) in account.briefs_by_currency() {
            let at = currencies.iter().position(|section| section.currency == currency);
            let at = at.unwrap_or_else(|| {
                let (total, customers) = (Figures::default(), Vec::with_capacity(account_count));
                currencies.push(CurrencyAging { currency, total, customers });
                currencies.len() - 1
            });
            let Some(section) = currencies.get_mut(at) else { continue };
            section.add_customer(account, briefs, buckets, day);
        }
    }
    currencies.retain(|section| !section.customers.is_empty());
    currencies.sort_unstable_by_key(|section| section.currency);
    for section in &mut currencies {
        // Accounts come by code, and a stable sort leaves equal balances so.
        section.customers.sort_by_cached_key(|line| Reverse(line.figures.balance()));
    }
    AgingReport { as_of, buckets: buckets.clone(), currencies }
}

impl CurrencyAging {
    /// Adds a customer's line, unless nothing is open.
    fn add_customer(&mut self, account: &Account, briefs: &[Brief], buckets: &Buckets, day: i32) {
        // A line is wide: it is filled where it stands instead of being moved there.
        let customer = account.customer.key.clone();
        self.customers.push(CustomerAging { customer, figures: Figures::default() });
        let Some(line) = self.customers.last_mut() else { return };
        line.figures.add_open(account, briefs, buckets, day);
        if line.figures.is_empty() {
            self.customers.pop();
        } else {
            self.total.add_line(&line.figures);
        }
    }
}

/// One customer's figures for each currency in which anything is open.
#[must_use]
pub fn customer_aging(
    account: &Account,
    buckets: &Buckets,
    as_of: AsOf,
) -> Vec<(Currency, Figures)> {
    let day = as_of.number();
    let lines = account.briefs_by_currency().map(|(currency, briefs)| {
        let mut figures = Figures::default();
        figures.add_open(account, briefs, buckets, day);
        (currency, figures)
    });
    lines.filter(|(_, figures)| !figures.is_empty()).collect()
}

/// Hands every open position of an account at the close of a day to `take`, currency by currency.
pub fn positions(
    account: &Account,
    buckets: &Buckets,
    as_of: AsOf,
    mut take: impl FnMut(Position),
) {
    for (currency, briefs) in account.briefs_by_currency() {
        each_open(account, briefs, buckets, as_of.number(), |brief, place, amount_minor| {
            let is_part = brief.kind.is_part();
            let source = if is_part { PositionSource::Part } else { PositionSource::Fund };
            let source = source(brief.index);
            take(Position { column: Column::at(place), amount_minor, currency, source });
        });
    }
}

/// What is open and the place of its column: the report adds it up, an opened figure lists it, so
/// that figure and explanation cannot differ.
fn each_open(
    account: &Account,
    briefs: &[Brief],
    buckets: &Buckets,
    day: i32,
    mut take: impl FnMut(&Brief, usize, i64),
) {
    for brief in briefs {
        let amount_minor = account.left(brief, day);
        if amount_minor != 0 {
            take(brief, buckets.place(brief, day), amount_minor);
        }
    }
}
