//! The register of contracts: what each says, and the invoices that refer to it (A2).
//! Never the contract itself.

use crate::calendar::AsOf;
use crate::id::Key;
use crate::ledger::{Account, Contract};
use crate::money::{Currency, Money};
use crate::record::FundRef;
use crate::rule::balance::aging::PositionSource;

/// A contract with what refers to it.
#[derive(Clone, Debug, PartialEq)]
pub struct RegisterLine<'a> {
    /// The contract.
    pub contract: &'a Contract,
    /// Numbers of the documents that refer to it.
    pub documents: Vec<&'a str>,
    /// What they were issued over, one amount for each currency.
    pub invoiced: Vec<Money>,
    /// What of it is open on the day, one amount for each currency.
    pub open: Vec<Money>,
}

/// The contracts of an account, by number, as they stand at the close of a day.
#[must_use]
pub fn register(account: &Account, as_of: AsOf) -> Vec<RegisterLine<'_>> {
    let line = |contract| line(account, contract, as_of);
    account.dealings.contracts.iter().map(line).collect()
}

fn line<'a>(account: &'a Account, contract: &'a Contract, as_of: AsOf) -> RegisterLine<'a> {
    let day = as_of.number();
    let refers = |number: &Option<String>| {
        number.as_deref().is_some_and(|number| Key::of(number) == contract.key)
    };
    let own = account.documents.iter().filter(|document| refers(&document.fields.contract));
    let (mut documents, mut invoiced, mut open) = (Vec::new(), Vec::new(), Vec::new());
    for document in own {
        let parts = document.parts.of(&account.parts);
        let issued = parts.iter().filter(|part| part.issued_day <= day);
        let mut is_there = false;
        for part in issued {
            is_there = true;
            let currency = part.balance.currency;
            add(&mut invoiced, currency, part.balance.amount_minor);
            add(&mut open, currency, account.outstanding(part, day));
        }
        if is_there {
            documents.push(document.number.as_str());
        }
    }
    RegisterLine { contract, documents, invoiced, open }
}

/// The contract that a position refers to, by its number; none for receipts, and for documents that
/// name none.
#[must_use]
pub fn contract_of(account: &Account, source: PositionSource) -> Option<Key> {
    let document = match source {
        PositionSource::Part(index) => {
            let part = account.parts.get(index as usize)?;
            account.documents.get(part.document as usize)?
        }
        PositionSource::Fund(index) => match &account.funds.get(index as usize)?.reference {
            FundRef::CreditNote(note) => {
                account.documents.iter().find(|document| document.reference == *note)?
            }
            FundRef::Receipt(_) | FundRef::Imported(_) | FundRef::Implied { .. } => return None,
        },
    };
    let number = document.fields.contract.as_deref().map(Key::of);
    number.filter(|number| !number.is_empty())
}

fn add(sums: &mut Vec<Money>, currency: Currency, minor: i64) {
    match sums.iter_mut().find(|sum| sum.currency() == currency) {
        Some(sum) => *sum = sum.with_minor(sum.minor() + minor).unwrap_or(*sum),
        None => sums.extend(Money::new(minor, currency).ok()),
    }
}
