//! Statements that were sent and what came back, and the customers who confirmed none for too long
//! (A6).
//! Never draws up a statement: `rule::balance::statement` does.

use crate::calendar::{AsOf, Date};
use crate::id::Key;
use crate::ledger::{Account, Dealing, Ledger};
use crate::money::Money;
use crate::record::{StatementAnswer, StatementAnswered, StatementSent};
use crate::rule::balance::aging::customer_aging;
use crate::rule::balance::bucket::Buckets;

/// A statement that was sent, with what had come back by the reporting day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sent<'a> {
    /// The statement.
    pub statement: &'a Dealing<StatementSent>,
    /// Its return slip.
    pub answer: Option<&'a Dealing<StatementAnswered>>,
}

/// The statements of an account that were sent by the close of a day, the latest first.
#[must_use]
pub fn statements(account: &Account, as_of: AsOf) -> Vec<Sent<'_>> {
    let day = as_of.number();
    let dealings = &account.dealings;
    let sent = dealings.statements.iter().rev().filter(|held| held.stands(day));
    sent.map(|statement| Sent { statement, answer: dealings.answer_of(statement.fact, day) })
        .collect()
}

/// The day as of which the customer last confirmed a statement, by the close of a day.
#[must_use]
pub fn confirmed_as_of(account: &Account, as_of: AsOf) -> Option<Date> {
    let all = statements(account, as_of).into_iter();
    let confirmed = all.filter(|sent| {
        sent.answer.is_some_and(|held| match held.what.answer {
            StatementAnswer::Confirmed => true,
            StatementAnswer::Differs { .. } => false,
        })
    });
    confirmed.map(|sent| sent.statement.what.as_of).max()
}

/// A customer without a confirmed statement for too long.
#[derive(Clone, Debug, PartialEq)]
pub struct Unconfirmed {
    /// The customer.
    pub customer: Key,
    /// Its name, or its code.
    pub name: String,
    /// The person responsible.
    pub owner: String,
    /// The day as of which it last confirmed one; none when it never did.
    pub confirmed: Option<Date>,
    /// The day on which one was last sent.
    pub sent_on: Option<Date>,
    /// What it owes, one amount for each currency.
    pub balances: Vec<Money>,
}

/// Customers with a balance who have confirmed no statement of the last days, so many as
/// `alerts.statement_days` of the policy says, at the close of a day: those who never did first,
/// then the longest ago. Who began to owe within these days is not late yet.
#[must_use]
pub fn unconfirmed(ledger: &Ledger, as_of: AsOf) -> Vec<Unconfirmed> {
    let days = i32::try_from(ledger.policy().alerts.statement_days).unwrap_or(i32::MAX);
    let latest = as_of.number().saturating_sub(days);
    let buckets = Buckets::of(&ledger.policy().aging);
    let mut late: Vec<Unconfirmed> = ledger
        .accounts()
        .filter(|account| account.parts.iter().any(|part| part.issued_day <= latest))
        .filter_map(|account| {
            let confirmed = confirmed_as_of(account, as_of);
            if confirmed.is_some_and(|on| on.number() >= latest) {
                return None;
            }
            let figures = customer_aging(account, &buckets, as_of).into_iter();
            let balances: Vec<Money> = figures
                .filter(|(_, figures)| figures.balance() != 0)
                .filter_map(|(currency, figures)| Money::new(figures.balance(), currency).ok())
                .collect();
            let sent_on = statements(account, as_of).first().and_then(|sent| sent.statement.on());
            let customer = &account.customer;
            (!balances.is_empty()).then(|| Unconfirmed {
                customer: customer.key.clone(),
                name: customer.name().to_owned(),
                owner: customer.fields.owner.clone().unwrap_or_default(),
                confirmed,
                sent_on,
                balances,
            })
        })
        .collect();
    late.sort_by(|one, other| {
        one.confirmed.cmp(&other.confirmed).then_with(|| one.customer.cmp(&other.customer))
    });
    late
}
