//! Balances in brief: what a report reads of every part and fund, packed closely, so that a report
//! over 100,000 of them reads little memory in order.
//! Never anything that the account does not say: drawn up once, when the account is built.

use super::account::{Account, Balance, FundColumn, NEVER};
use crate::money::Currency;

/// The balances of an account in one currency.
#[derive(Clone, Debug, PartialEq)]
pub struct CurrencyBriefs {
    /// Their currency.
    pub currency: Currency,
    /// The parts, then the funds, each in the order of the account.
    pub briefs: Vec<Brief>,
}

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
    /// A receipt or credit note, with the column in which its rest stands.
    Fund(FundColumn),
}

impl Account {
    /// Draws up the balances in brief, currencies in the order in which they first appear.
    pub(super) fn draw_up_briefs(&mut self) {
        let parts = (0..).zip(&self.parts).map(|(index, part)| {
            let kind = if part.retention { BriefKind::Retention } else { BriefKind::Part };
            Brief::of(&part.balance, index, kind, part.due_day)
        });
        let funds = (0..).zip(&self.funds).map(|(index, fund)| {
            Brief::of(&fund.balance, index, BriefKind::Fund(fund.column), NEVER)
        });
        let mut briefs: Vec<CurrencyBriefs> = Vec::new();
        for (currency, brief) in parts.chain(funds) {
            match briefs.iter_mut().find(|held| held.currency == currency) {
                Some(held) => held.briefs.push(brief),
                None => briefs.push(CurrencyBriefs { currency, briefs: vec![brief] }),
            }
        }
        self.briefs = briefs;
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
        match brief.kind {
            BriefKind::Part | BriefKind::Retention => {
                self.parts.get(index).map_or(0, |part| self.outstanding(part, day))
            }
            BriefKind::Fund(_) => {
                -self.funds.get(index).map_or(0, |fund| self.remaining(fund, day))
            }
        }
    }
}

impl Brief {
    fn of(balance: &Balance, index: u32, kind: BriefKind, due_day: i32) -> (Currency, Self) {
        let left_minor = balance.amount_minor - balance.used_minor;
        let left_minor = match kind {
            BriefKind::Part | BriefKind::Retention => left_minor,
            BriefKind::Fund(_) => -left_minor,
        };
        let Balance { from_day, last_day, .. } = *balance;
        (balance.currency, Self { left_minor, from_day, last_day, due_day, index, kind })
    }
}
