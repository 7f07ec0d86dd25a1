//! Rows of the worklist, what is shown of them, and how far the day's work has come.
//! Never words anything: `say` does.

use std::sync::Arc;

use crate::calendar::AsOf;
use crate::id::Key;
use crate::ledger::Ledger;
use crate::money::{Currency, Money};
use crate::record::{Channel, ContactResult, CreditClass, Tier};
use crate::rule::collection::{Task, TaskState};
use crate::rule::credit::{CreditReport, owner};

/// A customer on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The customer.
    pub customer: Key,
    /// Its code as written.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Who is responsible; empty when nobody is.
    pub owner: String,
    /// Tier, when anything undisputed is overdue.
    pub tier: Option<Tier>,
    /// Class.
    pub class: CreditClass,
    /// What is overdue, one sum for each currency; before due, what falls due.
    pub amounts: Vec<Money>,
    /// Days overdue of the oldest item; 0 before due.
    pub oldest_days: i32,
    /// The channel that is proposed.
    pub channel: Option<Channel>,
    /// The last contact: day number, channel, result.
    pub last_contact: Option<(i32, Channel, ContactResult)>,
    /// The task itself.
    pub task: Arc<Task>,
}

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Showing {
    /// What is due today or was done today.
    #[default]
    Today,
    /// What was due before today and was missed.
    Missed,
    /// Overdue without anybody responsible.
    WithoutOwner,
    /// Next is the step at which the customer is handed over.
    HandOver,
    /// Everybody, those too of whom nothing is to be demanded today.
    All,
}

/// What is to be seen of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowFilter {
    /// Which rows.
    pub showing: Showing,
    /// Only this person's customers.
    pub owner: Option<String>,
    /// Only this tier.
    pub tier: Option<Tier>,
    /// Only this channel.
    pub channel: Option<Channel>,
}

/// The row of a task of a day; `None` for a customer whom ledger or credit do not know.
pub(super) fn row(
    ledger: &Ledger,
    credit: &CreditReport,
    task: &Arc<Task>,
    as_of: AsOf,
) -> Option<Row> {
    let policy = ledger.policy();
    let account = ledger.account(&task.customer)?;
    let overdue = task.demands.sum(|item| item.open_minor);
    let oldest = task.demands.items.first().map_or(0, |item| as_of.number() - item.due_day);
    let owner = owner(account, credit.of(&task.customer)?, policy, as_of);
    Some(Row {
        customer: task.customer.clone(),
        code: account.customer.code.clone(),
        name: account.customer.name().to_owned(),
        owner: owner.unwrap_or_default().to_owned(),
        tier: task.standing.tier,
        class: task.standing.class,
        amounts: if overdue.is_empty() { task.amounts.clone() } else { overdue },
        oldest_days: oldest,
        channel: task.channel(policy),
        last_contact: task.last_contact,
        task: Arc::clone(task),
    })
}

impl RowFilter {
    /// True for a row that is to be seen on a day.
    #[must_use]
    pub fn admits(&self, row: &Row, ledger: &Ledger, day: i32) -> bool {
        let shown = match self.showing {
            Showing::Today => row.task.state != TaskState::Waiting,
            Showing::Missed => row.task.state == TaskState::Due && row.task.due_day < day,
            Showing::WithoutOwner => row.owner.is_empty() && row.oldest_days > 0,
            Showing::HandOver => {
                let step = row.task.step(ledger.policy());
                row.task.state == TaskState::Due && step.is_some_and(|step| step.role == "legal")
            }
            Showing::All => true,
        };
        shown
            && self.owner.as_ref().is_none_or(|owner| *owner == row.owner)
            && self.tier.is_none_or(|tier| row.tier == Some(tier))
            && self.channel.is_none_or(|channel| row.channel == Some(channel))
    }
}

/// How far the day's work has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Customers contacted today.
    pub done: usize,
    /// Those, and those that are due.
    pub total: usize,
    /// What is overdue of those contacted, in base currency.
    pub covered_minor: i64,
    /// What is overdue of all of them, in base currency.
    pub total_minor: i64,
}

/// Counts the rows of today; amounts of the base currency only.
#[must_use]
pub fn progress<'a>(rows: impl IntoIterator<Item = &'a Arc<Row>>, base: Currency) -> Progress {
    let mut progress = Progress::default();
    for row in rows.into_iter().filter(|row| row.task.state != TaskState::Waiting) {
        let in_base = row.amounts.iter().filter(|sum| sum.currency() == base);
        let minor: i64 = in_base.map(|sum| sum.minor()).sum();
        progress.total += 1;
        progress.total_minor = progress.total_minor.saturating_add(minor);
        if row.task.state == TaskState::Done {
            progress.done += 1;
            progress.covered_minor = progress.covered_minor.saturating_add(minor);
        }
    }
    progress
}
