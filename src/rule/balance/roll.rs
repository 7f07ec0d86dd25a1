//! Roll rates: where the amounts of an earlier aging stand on a later day (B4; FIGURES, days and
//! buckets).
//! Never counts what was claimed after the earlier day.

use super::bucket::{Buckets, Column};
use crate::calendar::AsOf;
use crate::ledger::{Account, Ledger};
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

/// An item that was open on the earlier day, and where it stands on the later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rolled {
    /// Its place in [`Account::parts`].
    pub part: u32,
    /// The currency of its amounts.
    pub currency: Currency,
    /// Its column on the earlier day.
    pub was: Column,
    /// Its column on the later day, if anything of it is still open.
    pub is: Column,
    /// What was open of it on the earlier day, in minor units.
    pub amount_minor: i64,
    /// How much of that is open on the later day.
    pub open_minor: i64,
}

/// Hands every item that was open on the earlier day to `take`, account by account: roll rates add
/// them up, an opened figure lists them. Of an item of which more is open on the later day, since
/// an allocation was undone, the earlier amount counts.
pub fn each_rolled<'a>(
    ledger: &'a Ledger,
    buckets: &Buckets,
    (from, to): (AsOf, AsOf),
    mut take: impl FnMut(&'a Account, Rolled),
) {
    let (from, to) = (from.number(), to.number());
    for account in ledger.accounts() {
        for (currency, briefs) in account.briefs_by_currency() {
            for brief in briefs.iter().filter(|brief| brief.kind.is_part()) {
                let amount_minor = account.left(brief, from);
                if amount_minor <= 0 {
                    continue;
                }
                let open_minor = account.left(brief, to).clamp(0, amount_minor);
                let (was, is) = (buckets.column(brief, from), buckets.column(brief, to));
                let part = brief.index;
                take(account, Rolled { part, currency, was, is, amount_minor, open_minor });
            }
        }
    }
}

/// The roll rates from the close of one day to the close of a later one, for each currency by its
/// code.
#[must_use]
pub fn roll_rates(ledger: &Ledger, buckets: &Buckets, from: AsOf, to: AsOf) -> Vec<RollRates> {
    let mut rates: Vec<RollRates> = Vec::new();
    each_rolled(ledger, buckets, (from, to), |_, rolled| {
        let at = rates.iter().position(|held| held.currency == rolled.currency);
        let at = at.unwrap_or_else(|| {
            rates.push(RollRates::empty(rolled.currency, buckets));
            rates.len() - 1
        });
        if let Some(held) = rates.get_mut(at) {
            held.add(&rolled);
        }
    });
    rates.sort_unstable_by_key(|held| held.currency);
    rates
}

impl RollRates {
    /// No amounts yet.
    #[must_use]
    pub fn empty(currency: Currency, buckets: &Buckets) -> Self {
        let columns: Vec<Column> = buckets.columns().filter(|column| column.is_claim()).collect();
        let row = |from: &Column| RollRow {
            from: *from,
            amount_minor: 0,
            to_minor: vec![0; columns.len()],
            settled_minor: 0,
        };
        let rows = columns.iter().map(row).collect();
        Self { currency, columns, rows }
    }

    /// The sum of the rows; its first column is that of no row in particular.
    #[must_use]
    pub fn total(&self) -> RollRow {
        let mut total = RollRow {
            from: Column::NotDue,
            amount_minor: 0,
            to_minor: vec![0; self.columns.len()],
            settled_minor: 0,
        };
        for row in &self.rows {
            total.amount_minor += row.amount_minor;
            total.settled_minor += row.settled_minor;
            for (sum, minor) in total.to_minor.iter_mut().zip(&row.to_minor) {
                *sum += minor;
            }
        }
        total
    }

    /// Adds what became of one item.
    pub fn add(&mut self, rolled: &Rolled) {
        let Rolled { was, is, amount_minor, open_minor, .. } = *rolled;
        let to = self.columns.iter().position(|column| *column == is);
        let Some(row) = self.rows.iter_mut().find(|row| row.from == was) else { return };
        row.amount_minor += amount_minor;
        row.settled_minor += amount_minor - open_minor;
        if let Some(minor) = to.and_then(|to| row.to_minor.get_mut(to)) {
            *minor += open_minor;
        }
    }
}
