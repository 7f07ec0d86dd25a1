//! What stands behind a figure of the aging: its items with the arithmetic of each (B4).
//! Never computes a figure anew: it lists the positions that the report added up.

use super::aging::Within;
use super::aging::due::Due;
use super::customer::oldest_days;
use super::subject::Subject;
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
    /// The position by a name that an edit does not move.
    pub subject: Option<Subject>,
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

/// A figure of a customer that positions stand behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sum {
    /// The balance: every column.
    Balance,
    /// The buckets together: what is overdue.
    Overdue,
    /// The days of the oldest overdue item: those that fell due first.
    Oldest,
    /// One column of the aging.
    Column(Column),
    /// What is due soon, overdue or overdue for long, by the due date whatever the aging goes by.
    Due(Due),
}

impl Sum {
    /// True for a position that goes into the figure; `oldest_days` is that of its customer.
    fn holds(self, line: &StatementLine, oldest_days: i32) -> bool {
        match self {
            Self::Balance => true,
            Self::Overdue => matches!(line.column, Column::Bucket(_)),
            Self::Oldest => oldest_days > 0 && line.overdue_days == Some(oldest_days),
            Self::Column(column) => line.column == column,
            Self::Due(due) => {
                line.column != Column::Retention
                    && line.overdue_days.is_some_and(|days| due.holds(days))
            }
        }
    }
}

/// The positions of these customers in one currency that stand behind a figure, all or those of one
/// contract.
#[must_use]
pub fn drill(
    ledger: &Ledger,
    buckets: &Buckets,
    as_of: AsOf,
    currency: Currency,
    (customers, within): (&[Key], &Within),
    sum: Sum,
) -> Vec<Worked> {
    let mut worked = Vec::new();
    for account in customers.iter().filter_map(|customer| ledger.account(customer)) {
        let oldest_days = oldest_days(account, currency, as_of);
        for section in statement(account, buckets, as_of) {
            if section.currency != currency {
                continue;
            }
            let wanted = section
                .lines
                .iter()
                .filter(|line| sum.holds(line, oldest_days) && within.holds(account, line.source));
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
        subject: Subject::of(account, line.source),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::{Size, book};
    use crate::record::Language;
    use crate::rule::balance::aging::customer_aging;

    #[test]
    fn positions_add_up_to_the_figure_that_they_stand_behind() {
        let today = Date::new(2026, 11, 21).unwrap();
        let book = book(Size::SMALL, 1, Language::Zh, today).unwrap();
        let ledger = book.ledger();
        let buckets = Buckets::of(&ledger.policy().aging);
        let mut overdue_customers = 0;
        for account in ledger.accounts() {
            let key = &account.customer.key;
            for (currency, figures) in customer_aging(account, &buckets, today) {
                let own = (std::slice::from_ref(key), &Within::All);
                let behind = |sum| drill(ledger, &buckets, today, currency, own, sum);
                let sum = |worked: &[Worked]| worked.iter().map(|w| w.open_minor).sum::<i64>();
                assert_eq!(sum(&behind(Sum::Balance)), figures.balance());
                assert_eq!(sum(&behind(Sum::Overdue)), figures.overdue());
                for column in buckets.columns() {
                    assert_eq!(sum(&behind(Sum::Column(column))), figures.amount(column));
                }
                let (oldest, days) = (behind(Sum::Oldest), oldest_days(account, currency, today));
                assert!(oldest.iter().all(|worked| worked.overdue_days == Some(days)));
                assert_eq!(oldest.is_empty(), days == 0);
                overdue_customers += i32::from(days > 0);
            }
        }
        assert!(overdue_customers > 0);
    }
}
