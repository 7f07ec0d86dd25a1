//! A ledger as a person would read it out: what is open, and what there is to settle.
//! Never leaves out a position that is open.

use huikuan::calendar::Date;
use huikuan::ledger::{Account, ConflictField, Finding, Ledger};
use huikuan::money::{Currency, amount_text};
use huikuan::policy::Policy;
use huikuan::record::{DocumentRef, FundRef};
use huikuan::rule::balance::aging::{PositionSource, customer_aging, positions};
use huikuan::rule::balance::bucket::{Bucket, Buckets, Column};

/// A line for each open position, and one for the balance of each customer and currency.
pub(crate) fn open(ledger: &Ledger, as_of: Date) -> Vec<String> {
    let buckets = Buckets::of(&Policy::default().aging);
    let mut lines = Vec::new();
    for account in ledger.accounts() {
        positions(account, &buckets, as_of, |position| {
            let what = match position.source {
                PositionSource::Part(index) => part(account, index),
                PositionSource::Fund(index) => fund(account, index),
            };
            let amount = amount(position.amount_minor, position.currency);
            let column = column(position.column, &buckets.edges());
            lines.push(format!("{} {what}: {amount} {column}", account.customer.key));
        });
        for (currency, figures) in customer_aging(account, &buckets, as_of) {
            let balance = amount(figures.balance(), currency);
            lines.push(format!("{} = {balance}", account.customer.key));
        }
    }
    lines
}

fn amount(minor: i64, currency: Currency) -> String {
    let text = amount_text(minor, currency);
    if currency == Currency::CNY { text } else { format!("{text} {currency}") }
}

fn part(account: &Account, index: u32) -> String {
    let part = &account.parts[index as usize];
    let document = &account.documents[part.document as usize];
    let parts = document.parts.len;
    let of = if parts > 1 { format!("/{}", part.index + 1) } else { String::new() };
    format!("{}{of}", document_name(&document.reference))
}

fn fund(account: &Account, index: u32) -> String {
    let fund = &account.funds[index as usize];
    let day = Date::from_number(fund.day).unwrap();
    match &fund.reference {
        FundRef::Receipt(_) | FundRef::Imported(_) => format!("receipt of {day}"),
        FundRef::Implied { document, .. } => {
            format!("received {day} on {}", document_name(document))
        }
        FundRef::CreditNote(document) => document_name(document),
    }
}

fn document_name(document: &DocumentRef) -> String {
    match document {
        DocumentRef::Numbered { number, .. } => number.to_string(),
        DocumentRef::Recorded { .. } => "(no number)".to_owned(),
    }
}

fn column(column: Column, edges: &[Bucket]) -> String {
    match column {
        Column::NotDue => "not due".to_owned(),
        Column::Bucket(index) => {
            let bucket = edges[usize::from(index)];
            match bucket.to {
                Some(to) => format!("{}–{to} days", bucket.from),
                None => format!("from {} days", bucket.from),
            }
        }
        Column::NoDueDate => "no due date".to_owned(),
        Column::Retention => "retention".to_owned(),
        Column::Unapplied => "unapplied".to_owned(),
        Column::Prepayment => "prepayment".to_owned(),
        Column::StandingCredit => "standing credit".to_owned(),
    }
}

/// A line for each finding.
pub(crate) fn findings(ledger: &Ledger) -> Vec<String> {
    ledger.findings().map(finding).collect()
}

fn finding(finding: &Finding) -> String {
    match finding {
        Finding::FieldConflict { field, heads } => {
            let field = match field {
                ConflictField::Customer(customer, field) => format!("{field:?} of {customer}"),
                ConflictField::Document(document, field) => {
                    format!("{field:?} of {}", document_name(document))
                }
                ConflictField::Contract(customer, number, field) => {
                    format!("{field:?} of contract {number} of {customer}")
                }
                ConflictField::Article(article, field) => format!("{field:?} of {article}"),
                ConflictField::Setting(field) => format!("setting {field:?}"),
            };
            format!("{} values: {field}", heads.len())
        }
        Finding::Contested { customer, wanted, granted, .. } => {
            format!(
                "contested: {customer} got {} of {}",
                granted.amount_text(),
                wanted.amount_text()
            )
        }
        Finding::Inert { customer, why, .. } => format!("without effect: {customer} {why:?}"),
        Finding::OverridesContradict { customer, .. } => {
            format!("two overrides of {customer} contradict each other")
        }
        Finding::ApprovalsContradict { customer, .. } => {
            format!("two decisions on a proposal of {customer} contradict each other")
        }
        Finding::LevelsContradict { customer, recorded, stands, .. } => {
            format!("step {recorded} of {customer} while level {stands} stood")
        }
        Finding::DiscountTakenLate { customer, amount, last_on, on, .. } => {
            let amount = amount.amount_text();
            format!("{customer} took {amount} on {on}, after {last_on}")
        }
        Finding::IncompleteDocument { document } => {
            format!("incomplete: {}", document_name(document))
        }
        Finding::UnknownContent { .. } => "an entry of a newer version".to_owned(),
        Finding::RivalContent { .. } => "two contents under one id".to_owned(),
        Finding::ClockBeyondLimit { .. } => "a clock beyond the limit".to_owned(),
        Finding::MissingEntry { .. } => "a missing entry".to_owned(),
    }
}
