//! The ledger of grants 优惠政策执行台账 as rows, newest first, and its sums (E3).
//! Never a figure of its own: the rule gives them.

use super::sum::by_state;
use crate::calendar::AsOf;
use crate::ledger::Ledger;
use crate::money::Money;
use crate::rule::incentive::discount::{Grant, GrantState, grants};

/// A grant with the names that a row shows.
#[derive(Clone, Debug, PartialEq)]
pub struct GrantRow {
    /// The customer's name.
    pub customer_name: String,
    /// Number of its document; empty when it has none.
    pub number: String,
    /// The grant.
    pub grant: Grant,
}

/// Every discount that was taken by the close of a day, newest first.
#[must_use]
pub fn grant_rows(ledger: &Ledger, as_of: AsOf) -> Vec<GrantRow> {
    let mut rows = Vec::new();
    for account in ledger.accounts() {
        for grant in grants(account, as_of) {
            let part = grant.part.and_then(|part| account.parts.get(part as usize));
            let document = part.and_then(|part| account.documents.get(part.document as usize));
            let number = document.map(|document| document.number.clone()).unwrap_or_default();
            let customer_name = account.customer.name().to_owned();
            rows.push(GrantRow { customer_name, number, grant });
        }
    }
    rows.sort_by_key(|row| std::cmp::Reverse((row.grant.on, row.grant.fact)));
    rows
}

/// What the grants of each state come to, one sum for each currency.
#[must_use]
pub fn grant_sums(rows: &[GrantRow]) -> Vec<(GrantState, Money)> {
    by_state(rows.iter().map(|row| (row.grant.state, row.grant.taken.amount)))
}
