//! What a find is, so that a person recognises it and the page can lead there.
//! Never a sentence.

use super::Hit;
use crate::calendar::Date;
use crate::id::Key;
use crate::ledger::{Account, Ledger};
use crate::money::Money;
use crate::record::DocumentKind;

/// A find with what a person knows it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: FoundKind,
    /// The customer.
    pub customer: Key,
    /// The customer's code as written.
    pub customer_code: String,
    /// The customer's name, or its code.
    pub customer_name: String,
    /// Number of the document or reference of the receipt; empty for a customer.
    pub number: String,
    /// Invoice date or day of receipt.
    pub on: Option<Date>,
    /// The amount at the beginning.
    pub amount: Option<Money>,
}

/// What a find is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundKind {
    /// A customer.
    Customer,
    /// Invoice or note.
    Document(DocumentKind),
    /// Money received.
    Receipt,
}

/// The finds of a kind as they stand in the ledger that they were found in. One that is no longer
/// there is left out.
#[must_use]
pub fn found(ledger: &Ledger, kind: FoundKind, hits: &[Hit]) -> Vec<Found> {
    hits.iter().filter_map(|hit| one(ledger.account(&hit.customer)?, kind, hit.place)).collect()
}

fn one(account: &Account, kind: FoundKind, place: u32) -> Option<Found> {
    let place = place as usize;
    let customer = &account.customer;
    let of = |kind, number: &str, on, amount| Found {
        kind,
        customer: customer.key.clone(),
        customer_code: customer.code.clone(),
        customer_name: customer.name().to_owned(),
        number: number.to_owned(),
        on,
        amount,
    };
    Some(match kind {
        FoundKind::Customer => of(kind, "", None, None),
        FoundKind::Document(_) => {
            let document = account.documents.get(place)?;
            let fields = &document.fields;
            let amount = fields.claim.map(|claim| claim.amount);
            of(FoundKind::Document(document.kind), &document.number, fields.issued_on, amount)
        }
        FoundKind::Receipt => {
            let fund = account.funds.get(place)?;
            let amount = fund.balance.money(fund.balance.amount_minor);
            of(kind, &fund.note, Date::from_number(fund.day), Some(amount))
        }
    })
}
