//! Statement of a customer's open items as of a day (A6), with what happened to each.
//! Never leaves a cent out: its lines add up to the balance of the aging.

use super::aging::{Figures, PositionSource, customer_aging, positions};
use super::bucket::{Buckets, Column};
use crate::calendar::AsOf;
use crate::ledger::{Account, Effect, NEVER};
use crate::money::Currency;

/// A customer's statement in one currency.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The currency of every figure here.
    pub currency: Currency,
    /// The aging line of the customer.
    pub figures: Figures,
    /// Open positions: items by due date, then receipts and credit notes by day.
    pub lines: Vec<StatementLine>,
}

/// One open position of a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementLine {
    /// What it is.
    pub source: PositionSource,
    /// Where it stands in the aging.
    pub column: Column,
    /// The amount at the beginning, in minor units; negative when owed to the customer.
    pub amount_minor: i64,
    /// What is open of it, in minor units; negative when owed to the customer.
    pub open_minor: i64,
    /// Days since the due date when positive; absent without a due date and for receipts.
    pub overdue_days: Option<i32>,
    /// What is disputed of it on that day, in minor units.
    pub disputed_minor: i64,
    /// What happened to it until that day, in order.
    pub effects: Vec<Effect>,
}

/// The statements of an account at the close of a day, one for each currency, by its code.
#[must_use]
pub fn statement(account: &Account, buckets: &Buckets, as_of: AsOf) -> Vec<Statement> {
    let mut statements: Vec<Statement> = customer_aging(account, buckets, as_of)
        .into_iter()
        .map(|(currency, figures)| Statement { currency, figures, lines: Vec::new() })
        .collect();
    statements.sort_unstable_by_key(|statement| statement.currency);
    positions(account, buckets, as_of, |position| {
        let held = statements.iter_mut().find(|held| held.currency == position.currency);
        if let Some(statement) = held {
            let line =
                line(account, position.source, position.column, position.amount_minor, as_of);
            statement.lines.extend(line);
        }
    });
    for statement in &mut statements {
        statement.lines.sort_by_key(|line| sort_key(account, line));
    }
    statements
}

/// One position of an account at the close of a day, open or settled. `None` when there is none.
#[must_use]
pub fn position(
    account: &Account,
    buckets: &Buckets,
    source: PositionSource,
    as_of: AsOf,
) -> Option<StatementLine> {
    let mut found = None;
    positions(account, buckets, as_of, |position| {
        if position.source == source {
            found = Some((position.column, position.amount_minor));
        }
    });
    // A settled position stands in no column; the first is as good as any for nothing.
    let (column, open_minor) = found.unwrap_or((Column::NotDue, 0));
    line(account, source, column, open_minor, as_of)
}

fn line(
    account: &Account,
    source: PositionSource,
    column: Column,
    open_minor: i64,
    as_of: AsOf,
) -> Option<StatementLine> {
    let day = as_of.number();
    match source {
        PositionSource::Part(index) => {
            let part = account.parts.get(index as usize)?;
            Some(StatementLine {
                source,
                column,
                amount_minor: part.balance.amount_minor,
                open_minor,
                overdue_days: (part.due_day != NEVER).then(|| day - part.due_day),
                disputed_minor: account.disputed(index, open_minor, day),
                effects: part.balance.effects_until(day, &account.part_effects).copied().collect(),
            })
        }
        PositionSource::Fund(index) => {
            let fund = account.funds.get(index as usize)?;
            Some(StatementLine {
                source,
                column,
                amount_minor: -fund.balance.amount_minor,
                open_minor,
                overdue_days: None,
                disputed_minor: 0,
                effects: fund.balance.effects_until(day, &account.fund_effects).copied().collect(),
            })
        }
    }
}

fn sort_key(account: &Account, line: &StatementLine) -> (u8, i32, u32) {
    match line.source {
        PositionSource::Part(index) => {
            (0, account.parts.get(index as usize).map_or(NEVER, |part| part.due_day), index)
        }
        PositionSource::Fund(index) => {
            (1, account.funds.get(index as usize).map_or(NEVER, |fund| fund.day), index)
        }
    }
}
