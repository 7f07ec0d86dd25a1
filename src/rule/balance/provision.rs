//! The provision matrix: what will probably not be paid, by age, with individual assessments in
//! the place of the rates (B4; FIGURES, provision).
//! Never nets money of the customer's against a claim, and never adds two currencies.

use super::bucket::{Buckets, Column};
use crate::calendar::AsOf;
use crate::id::{FactId, Key};
use crate::ledger::{Account, Brief, Dealing, Ledger};
use crate::money::{AMOUNT_MINOR_MAX, Currency, Decimal, Rate, round_minor};
use crate::record::Assessment;

/// The provision in one currency.
#[derive(Clone, Debug, PartialEq)]
pub struct Provision {
    /// The currency of every amount here.
    pub currency: Currency,
    /// One row for each column of claims, in the order of the aging.
    pub rows: Vec<ProvisionRow>,
    /// Assessments of single customers and items, by customer, then by item.
    pub individual: Vec<Individual>,
}

/// The allowance on what is open in one column and is not assessed by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProvisionRow {
    /// The column.
    pub column: Column,
    /// What is open, in minor units.
    pub open_minor: i64,
    /// Percent of it; none where policy names no rate, which allows for nothing.
    pub rate_percent: Option<Rate>,
    /// The allowance, rounded once to minor units.
    pub allowance_minor: i64,
}

/// What was assessed by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Individual {
    /// The customer.
    pub customer: Key,
    /// The item in [`Account::parts`]; everything else of the customer when absent.
    pub part: Option<u32>,
    /// The fact that recorded it.
    pub fact: FactId,
    /// What is open, in minor units.
    pub open_minor: i64,
    /// The allowance: as assessed, but never more than what is open.
    pub allowance_minor: i64,
}

impl Provision {
    /// The whole allowance in minor units: the rounded rows and the assessments.
    #[must_use]
    pub fn allowance_minor(&self) -> i64 {
        let rows = self.rows.iter().map(|row| row.allowance_minor);
        rows.chain(self.individual.iter().map(|held| held.allowance_minor)).sum()
    }

    /// Everything that is open, in minor units.
    #[must_use]
    pub fn open_minor(&self) -> i64 {
        let rows = self.rows.iter().map(|row| row.open_minor);
        rows.chain(self.individual.iter().map(|held| held.open_minor)).sum()
    }
}

/// An open item, and the assessment that stands for it in the place of a rate.
#[derive(Clone, Copy, Debug)]
pub struct Provided<'a> {
    /// Whose it is.
    pub account: &'a Account,
    /// Its place in [`Account::parts`].
    pub part: u32,
    /// The currency of its amount.
    pub currency: Currency,
    /// Its column.
    pub column: Column,
    /// What is open of it, in minor units.
    pub open_minor: i64,
    /// The assessment, with the item where it is one of this item and not of its customer.
    assessed: Option<(Option<u32>, &'a Dealing<Assessment>)>,
}

impl<'a> Provided<'a> {
    /// What is open of an item, with the assessment that stands for it on a day.
    pub(in crate::rule) fn of(
        account: &'a Account,
        brief: &Brief,
        buckets: &Buckets,
        day: i32,
        open_minor: i64,
    ) -> Self {
        let (part, currency) = (brief.index, brief.currency);
        let (column, assessed) = (buckets.column(brief, day), assessed(account, brief, day));
        Self { account, part, currency, column, open_minor, assessed }
    }

    /// The fact that assessed it; none when it goes by a rate.
    #[must_use]
    pub fn assessment(&self) -> Option<&'a Dealing<Assessment>> {
        self.assessed.map(|(_, held)| held)
    }
}

/// Hands every open item at the close of a day to `take`: the provision adds them up, an opened
/// figure lists them.
pub fn each_provided<'a>(
    ledger: &'a Ledger,
    buckets: &Buckets,
    as_of: AsOf,
    mut take: impl FnMut(Provided<'a>),
) {
    let day = as_of.number();
    for account in ledger.accounts() {
        for (_, briefs) in account.briefs_by_currency() {
            for brief in briefs.iter().filter(|brief| brief.kind.is_part()) {
                let open_minor = account.left(brief, day);
                if open_minor <= 0 {
                    continue;
                }
                take(Provided::of(account, brief, buckets, day, open_minor));
            }
        }
    }
}

/// The provision at the close of a day, for each currency with open claims by its code. Rates go
/// with what is not due, then with the buckets; claims without a due date and retention have none.
/// An assessment of a customer stands for whatever of it is not assessed item by item; of several
/// on the same, the latest holds.
#[must_use]
pub fn provision(ledger: &Ledger, buckets: &Buckets, as_of: AsOf) -> Vec<Provision> {
    let rates = &ledger.policy().provision.rates_percent;
    let mut provisions: Vec<Provision> = Vec::new();
    each_provided(ledger, buckets, as_of, |item| {
        let at = provisions.iter().position(|held| held.currency == item.currency);
        let at = at.unwrap_or_else(|| {
            provisions.push(Provision::empty(item.currency, buckets, rates));
            provisions.len() - 1
        });
        if let Some(held) = provisions.get_mut(at) {
            held.take(&item);
        }
    });
    for held in &mut provisions {
        held.rows.iter_mut().for_each(ProvisionRow::allow);
        held.individual.sort_by(|a, b| (&a.customer, a.part).cmp(&(&b.customer, b.part)));
        for individual in &mut held.individual {
            individual.allowance_minor = individual.allowance_minor.min(individual.open_minor);
        }
    }
    provisions.sort_unstable_by_key(|held| held.currency);
    provisions
}

impl Provision {
    pub(in crate::rule) fn empty(currency: Currency, buckets: &Buckets, rates: &[Rate]) -> Self {
        let row = |column: Column| ProvisionRow {
            column,
            open_minor: 0,
            rate_percent: rate(column, rates),
            allowance_minor: 0,
        };
        let claims = buckets.columns().filter(|column| column.is_claim());
        Self { currency, rows: claims.map(row).collect(), individual: Vec::new() }
    }

    pub(in crate::rule) fn take(&mut self, item: &Provided<'_>) {
        let Some((part, held)) = item.assessed else {
            if let Some(row) = self.rows.iter_mut().find(|row| row.column == item.column) {
                row.open_minor += item.open_minor;
            }
            return;
        };
        let is_same = |other: &&mut Individual| other.fact == held.fact;
        if let Some(known) = self.individual.iter_mut().rev().find(is_same) {
            known.open_minor += item.open_minor;
            return;
        }
        self.individual.push(Individual {
            customer: item.account.customer.key.clone(),
            part,
            fact: held.fact,
            open_minor: item.open_minor,
            allowance_minor: held.what.amount.minor(),
        });
    }
}

/// The assessment that stands for a part on a day: its own, else its customer's.
fn assessed<'a>(
    account: &'a Account,
    brief: &Brief,
    day: i32,
) -> Option<(Option<u32>, &'a Dealing<Assessment>)> {
    let standing = || {
        let assessments = account.dealings.assessments.iter().rev();
        assessments.filter(|held| held.stands(day) && held.what.amount.currency() == brief.currency)
    };
    let own = standing().find(|held| held.parts.contains(&brief.index));
    let whole = || standing().find(|held| held.what.item.is_none());
    own.map(|held| (Some(brief.index), held)).or_else(|| Some((None, whole()?)))
}

impl ProvisionRow {
    /// Allows for what is open: rounded once, half away from zero.
    pub(in crate::rule) fn allow(&mut self) {
        let Some(Rate(percent)) = self.rate_percent else { return };
        let hundredfold = Decimal::from(self.open_minor).saturating_mul(percent);
        let allowance = hundredfold.checked_div(Decimal::ONE_HUNDRED).and_then(round_minor);
        self.allowance_minor = allowance.unwrap_or(AMOUNT_MINOR_MAX);
    }
}

fn rate(column: Column, rates: &[Rate]) -> Option<Rate> {
    let place = match column {
        Column::NotDue => 0,
        Column::Bucket(index) => usize::from(index) + 1,
        Column::NoDueDate
        | Column::Retention
        | Column::Unapplied
        | Column::Prepayment
        | Column::StandingCredit => return None,
    };
    rates.get(place).copied()
}
