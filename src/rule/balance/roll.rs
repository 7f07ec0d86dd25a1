//! Roll rates: where the amounts of an earlier aging stand on a later day (B4; FIGURES, days and
//! buckets).
//! Never counts what was claimed after the earlier day.

use super::bucket::{Buckets, Column};
use crate::calendar::AsOf;
use crate::ledger::Ledger;
use crate::money::{Currency, Decimal, ratio};

/// Where the open items of an earlier day stand on a later one, in one currency.
#[derive(Clone, Debug, PartialEq)]
pub struct RollRates {
    /// The currency of every amount here.
    pub currency: Currency,
    /// The columns of claims, in the order of the aging: of the rows and of what became of them.
    pub columns: Vec<Column>,
    /// One row for each column.
    pub rows: Vec<RollRow>,
}

/// What became of the amount in one column.
#[derive(Clone, Debug, PartialEq)]
pub struct RollRow {
    /// The column on the earlier day.
    pub from: Column,
    /// The amount in it, in minor units.
    pub amount_minor: i64,
    /// How much of it stands in each column on the later day.
    pub to_minor: Vec<i64>,
    /// How much of it is not open any more: paid, given up or reversed.
    pub settled_minor: i64,
}

impl RollRow {
    /// The share of the amount in one of the later day's columns, by its place among them, as a
    /// fraction of 1; `None` when the row is empty.
    #[must_use]
    pub fn share(&self, column: usize) -> Option<Decimal> {
        let minor = self.to_minor.get(column).copied().unwrap_or(0);
        ratio(Decimal::from(minor), Decimal::from(self.amount_minor))
    }

    /// The share that is not open any more.
    #[must_use]
    pub fn settled_share(&self) -> Option<Decimal> {
        ratio(Decimal::from(self.settled_minor), Decimal::from(self.amount_minor))
    }
}

/// The roll rates from the close of one day to the close of a later one, for each currency by its
/// code. Of an item of which more is open on the later day, since an allocation was undone, the
/// earlier amount counts.
#[must_use]
pub fn roll_rates(ledger: &Ledger, buckets: &Buckets, from: AsOf, to: AsOf) -> Vec<RollRates> {
    let columns: Vec<Column> = buckets.columns().filter(|column| column.is_claim()).collect();
    let (from, to) = (from.number(), to.number());
    let mut rates: Vec<RollRates> = Vec::new();
    for account in ledger.accounts() {
        for (currency, briefs) in account.briefs_by_currency() {
            for brief in briefs.iter().filter(|brief| brief.kind.is_part()) {
                let amount_minor = account.left(brief, from);
                if amount_minor <= 0 {
                    continue;
                }
                let at = rates.iter().position(|held| held.currency == currency);
                let at = at.unwrap_or_else(|| {
                    rates.push(RollRates::empty(currency, &columns));
                    rates.len() - 1
                });
                let open = account.left(brief, to).clamp(0, amount_minor);
                let (was, is) = (buckets.column(brief, from), buckets.column(brief, to));
                if let Some(held) = rates.get_mut(at) {
                    held.add(was, is, amount_minor, open);
                }
            }
        }
    }
    rates.sort_unstable_by_key(|held| held.currency);
    rates
}

impl RollRates {
    fn empty(currency: Currency, columns: &[Column]) -> Self {
        let row = |from: &Column| RollRow {
            from: *from,
            amount_minor: 0,
            to_minor: vec![0; columns.len()],
            settled_minor: 0,
        };
        Self { currency, columns: columns.to_vec(), rows: columns.iter().map(row).collect() }
    }

    fn add(&mut self, was: Column, is: Column, amount_minor: i64, open: i64) {
        let to = self.columns.iter().position(|column| *column == is);
        let Some(row) = self.rows.iter_mut().find(|row| row.from == was) else { return };
        row.amount_minor += amount_minor;
        row.settled_minor += amount_minor - open;
        if let Some(minor) = to.and_then(|to| row.to_minor.get_mut(to)) {
            *minor += open;
        }
    }
}
