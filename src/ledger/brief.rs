//! Balances in brief: what a report reads of every part and fund, packed closely, so that a report
//! over 100,000 of them reads little memory in order.
//! Never anything that the account does not say: drawn up once, when the account is built.

use std::iter;

use super::account::{Account, Balance, FundColumn, NEVER};
use crate::money::Currency;

/// A part or a fund in brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brief {
    /// What is left from `last_day` on, in minor units; negative when owed to the customer.
    pub left_minor: i64,
    /// Day number from which it exists: the invoice date or the day of the receipt.
    pub from_day: i32,
    /// Day number from which nothing more happens to it.
    pub last_day: i32,
    /// Day number of a part's due date, or [`NEVER`].
    pub due_day: i32,
    /// Index in [`Account::parts`] or [`Account::funds`].
    pub index: u32,
    /// Currency.
    pub currency: Currency,
    /// What it is.
    pub kind: BriefKind,
}

/// What stands behind a balance in brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BriefKind {
    /// A due part.
    Part,
    /// A due part that is retention.
    Retention,
    /// A fund whose rest is unapplied cash.
    Unapplied,
    /// A fund whose rest is a prepayment.
    Prepayment,
    /// A fund whose rest is a standing credit.
    StandingCredit,
}

impl BriefKind {
    /// True for parts, false for funds.
    #[must_use]
    pub const fn is_part(self) -> bool {
        match self {
            Self::Part | Self::Retention => true,
            Self::Unapplied | Self::Prepayment | Self::StandingCredit => false,
        }
    }
}

impl Account {
    /// Draws up the balances in brief: those of a currency together, currencies as they first
    /// appear; parts, then funds, each in the order of the account.
    pub(super) fn draw_up_briefs(&mut self) {
        let parts = (0..).zip(&self.parts).map(|(index, part)| {
            let kind = if part.retention { BriefKind::Retention } else { BriefKind::Part };
            Brief::of(&part.balance, index, kind, part.due_day)
        });
        let funds = (0..).zip(&self.funds).map(|(index, fund)| {
            let kind = match fund.column {
                FundColumn::Unapplied => BriefKind::Unapplied,
                FundColumn::Prepayment => BriefKind::Prepayment,
                FundColumn::StandingCredit => BriefKind::StandingCredit,
            };
            Brief::of(&fund.balance, index, kind, NEVER)
        });
        let mut briefs: Vec<Brief> = parts.chain(funds).collect();
        let mut currencies: Vec<Currency> = Vec::new();
        for brief in &briefs {
            if !currencies.contains(&brief.currency) {
                currencies.push(brief.currency);
            }
        }
        if currencies.len() > 1 {
            briefs.sort_by_key(|brief| currencies.iter().position(|held| *held == brief.currency));
        }
        self.briefs = briefs;
    }

    /// The balances in brief, currency by currency.
    pub fn briefs_by_currency(&self) -> impl Iterator<Item = (Currency, &[Brief])> {
        let mut rest = self.briefs.as_slice();
        iter::from_fn(move || {
            let (first, last) = (rest.first()?, rest.last()?);
            let currency = first.currency;
            // Most accounts have one currency, and those of a currency stand together.
            let count = if last.currency == currency {
                rest.len()
            } else {
                rest.iter().take_while(|brief| brief.currency == currency).count()
            };
            let (briefs, later) = rest.split_at_checked(count)?;
            rest = later;
            Some((currency, briefs))
        })
    }

    /// What is left of a part or fund of this account at the close of a day, in minor units;
    /// negative when it is owed to the customer.
    #[must_use]
    pub fn left(&self, brief: &Brief, day: i32) -> i64 {
        if day >= brief.last_day {
            brief.left_minor
        } else if day < brief.from_day {
            0
        } else {
            self.left_between(brief, day)
        }
    }

    /// On a day between two effects the account itself must be asked.
    fn left_between(&self, brief: &Brief, day: i32) -> i64 {
        let index = brief.index as usize;
        if brief.kind.is_part() {
            self.parts.get(index).map_or(0, |part| self.outstanding(part, day))
        } else {
            -self.funds.get(index).map_or(0, |fund| self.remaining(fund, day))
        }
    }
}

impl Brief {
    fn of(balance: &Balance, index: u32, kind: BriefKind, due_day: i32) -> Self {
        let left_minor = balance.amount_minor - balance.used_minor;
        let left_minor = if kind.is_part() { left_minor } else { -left_minor };
        let Balance { from_day, last_day, currency, .. } = *balance;
        Self { left_minor, from_day, last_day, due_day, index, currency, kind }
    }
}
