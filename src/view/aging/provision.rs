//! The provision matrix as a screen shows it: rows with the items behind them, individual
//! assessments apart (B4; FIGURES, provision).
//! Never computes an allowance: the rule does.

use super::movement::number_of;
use crate::calendar::{AsOf, Date};
use crate::id::{FactId, Key};
use crate::ledger::Ledger;
use crate::money::Currency;
use crate::rule::balance::aging::PositionSource;
use crate::rule::balance::bucket::{Buckets, Column};
use crate::rule::balance::provision::{Provided, Provision, each_provided};
use crate::view::subject::Subject;

/// An individual assessment with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct AssessedLine {
    /// The customer.
    pub customer: Key,
    /// Its name.
    pub customer_name: String,
    /// Number of the item; none when everything else of the customer was assessed.
    pub number: Option<String>,
    /// The fact that recorded it.
    pub fact: FactId,
    /// From which day it stands.
    pub on: Date,
    /// Why.
    pub reason: String,
    /// What is open, in minor units.
    pub open_minor: i64,
    /// The allowance, in minor units.
    pub allowance_minor: i64,
}

/// The assessments of a provision, in its order.
#[must_use]
pub fn assessed(ledger: &Ledger, provision: &Provision) -> Vec<AssessedLine> {
    let line = |held: &crate::rule::balance::provision::Individual| {
        let account = ledger.account(&held.customer)?;
        let mut all = account.dealings.assessments.iter();
        let what = &all.find(|dealing| dealing.fact == held.fact)?.what;
        Some(AssessedLine {
            customer: held.customer.clone(),
            customer_name: account.customer.name().to_owned(),
            number: held.part.map(|part| number_of(account, part)),
            fact: held.fact,
            on: what.on,
            reason: what.reason.clone(),
            open_minor: held.open_minor,
            allowance_minor: held.allowance_minor,
        })
    };
    provision.individual.iter().filter_map(line).collect()
}

/// A figure of the provision that items stand behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behind {
    /// What is open in a column and goes by its rate.
    Row(Column),
    /// What an assessment stands for.
    Assessed(FactId),
}

/// An open item behind a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct ProvidedItem {
    /// The customer.
    pub customer: Key,
    /// Its name.
    pub customer_name: String,
    /// Number of the document.
    pub number: String,
    /// The item by a name that an edit does not move.
    pub subject: Option<Subject>,
    /// What is open of it, in minor units.
    pub open_minor: i64,
}

/// The items behind a figure, the largest first: they add up to what is open.
#[must_use]
pub fn items(
    ledger: &Ledger,
    buckets: &Buckets,
    as_of: AsOf,
    currency: Currency,
    behind: Behind,
) -> Vec<ProvidedItem> {
    let mut items = Vec::new();
    each_provided(ledger, buckets, as_of, |item| {
        if item.currency == currency && holds(behind, &item) {
            let Provided { account, part, open_minor, .. } = item;
            items.push(ProvidedItem {
                customer: account.customer.key.clone(),
                customer_name: account.customer.name().to_owned(),
                number: number_of(account, part),
                subject: Subject::of(account, PositionSource::Part(part)),
                open_minor,
            });
        }
    });
    items.sort_by_key(|item| std::cmp::Reverse(item.open_minor));
    items
}

fn holds(behind: Behind, item: &Provided<'_>) -> bool {
    match (behind, item.assessment()) {
        (Behind::Row(column), None) => item.column == column,
        (Behind::Assessed(fact), Some(held)) => held.fact == fact,
        (Behind::Row(_), Some(_)) | (Behind::Assessed(_), None) => false,
    }
}
