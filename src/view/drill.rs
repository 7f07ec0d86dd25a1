//! What stands behind a figure of the aging: its items with the arithmetic of each (B4).
//! Never computes a figure anew: it lists the positions that the report added up.

use crate::calendar::{AsOf, Date};
use crate::id::{FactId, Key};
use crate::ledger::{Account, EffectKind, FundSource, Ledger};
use crate::money::Currency;
use crate::record::DocumentKind;
use crate::rule::balance::aging::PositionSource;
use crate::rule::balance::bucket::{Buckets, Column};
use crate::rule::balance::statement::{StatementLine, position, statement};

/// One open position with its arithmetic.
#[derive(Clone, Debug, PartialEq)]
pub struct Worked {
    /// The customer.
    pub customer: Key,
    /// Its name.
    pub customer_name: String,
    /// What it is.
    pub what: What,
    /// Number of the document, or reference of the receipt; empty when there is none.
    pub number: String,
    /// Invoice date, or day of receipt.
    pub on: Option<Date>,
    /// Due date.
    pub due_on: Option<Date>,
    /// Which part of how many, from 1, when the document falls due in parts.
    pub part: Option<(u32, u32)>,
    /// Column of the aging.
    pub column: Column,
    /// The amount that it began with, in minor units; negative when owed to the customer.
    pub amount_minor: i64,
    /// What happened to it, in order; each with its amount, negative when it reduces what is open.
    pub steps: Vec<WorkedStep>,
    /// What is open: the amount and the steps added up.
    pub open_minor: i64,
    /// as of − due date; positive when overdue.
    pub overdue_days: Option<i32>,
    /// What is disputed of it.
    pub disputed_minor: i64,
    /// The facts that brought it.
    pub brought_by: Vec<FactId>,
}

/// What a position is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A document.
    Document(DocumentKind),
    /// Money.
    Money(FundSource),
}

/// A step of the arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkedStep {
    /// When.
    pub on: Option<Date>,
    /// What happened.
    pub kind: EffectKind,
    /// By how much it changes what is open, in minor units.
    pub amount_minor: i64,
    /// The fact behind it.
    pub fact: FactId,
}

/// The positions of these customers in one currency, in one column or, without one, in all.
#[must_use]
pub fn drill(
    ledger: &Ledger,
    buckets: &Buckets,
    as_of: AsOf,
    currency: Currency,
    customers: &[Key],
    column: Option<Column>,
) -> Vec<Worked> {
    let mut worked = Vec::new();
    for account in customers.iter().filter_map(|customer| ledger.account(customer)) {
        for section in statement(account, buckets, as_of) {
            if section.currency != currency {
                continue;
            }
            let lines = section.lines.iter();
            let wanted = lines.filter(|line| column.is_none_or(|column| line.column == column));
            worked.extend(wanted.filter_map(|line| work(account, line)));
        }
    }
    worked
}

/// One position of an account, open or settled, with its arithmetic at the close of a day.
#[must_use]
pub fn worked(
    account: &Account,
    buckets: &Buckets,
    as_of: AsOf,
    source: PositionSource,
) -> Option<Worked> {
    work(account, &position(account, buckets, source, as_of)?)
}

fn work(account: &Account, line: &StatementLine) -> Option<Worked> {
    let sign = if line.amount_minor < 0 { 1 } else { -1 };
    let steps = line.effects.iter().map(|effect| WorkedStep {
        on: Date::from_number(effect.day),
        kind: effect.kind,
        amount_minor: sign * effect.amount_minor,
        fact: effect.fact,
    });
    let mut worked = Worked {
        customer: account.customer.key.clone(),
        customer_name: account.customer.name().to_owned(),
        what: What::Money(FundSource::Receipt),
        number: String::new(),
        on: None,
        due_on: None,
        part: None,
        column: line.column,
        amount_minor: line.amount_minor,
        steps: steps.collect(),
        open_minor: line.open_minor,
        overdue_days: line.overdue_days,
        disputed_minor: line.disputed_minor,
        brought_by: Vec::new(),
    };
    match line.source {
        PositionSource::Part(index) => {
            let part = account.parts.get(index as usize)?;
            let document = account.documents.get(part.document as usize)?;
            worked.what = What::Document(document.kind);
            worked.number.clone_from(&document.number);
            worked.on = part.issued_on();
            worked.due_on = part.due_on();
            worked.part = (document.parts.len > 1).then_some((part.index + 1, document.parts.len));
            worked.brought_by.clone_from(&document.brought_by);
        }
        PositionSource::Fund(index) => {
            let fund = account.funds.get(index as usize)?;
            worked.what = match fund.source {
                FundSource::CreditNote => What::Document(DocumentKind::CreditNote),
                source => What::Money(source),
            };
            worked.number.clone_from(&fund.note);
            worked.on = Date::from_number(fund.day);
            worked.brought_by.clone_from(&fund.brought_by);
        }
    }
    Some(worked)
}
