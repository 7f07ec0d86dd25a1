//! Today's worklist 今日催款: each customer to contact, in order (D3; FIGURES, worklist order).
//! Never hides a customer of whom nothing can be demanded: it stands there with the reason.

use std::cmp::Reverse;
use std::sync::Arc;

use super::task::{Standing, Task, task};
use crate::calendar::AsOf;
use crate::id::{FactId, Key};
use crate::ledger::Ledger;
use crate::policy::Policy;
use crate::record::CreditClass;
use crate::rule::credit::{CreditReport, CustomerCredit};
use crate::rule::memory::AccountMemory;

/// The worklist of a day: a function of ledger, policy and day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worklist {
    /// The day.
    pub as_of: AsOf,
    /// Tasks by tier, then by the urgency of what is overdue, then by code.
    pub tasks: Vec<Arc<Task>>,
    /// Promises whose day is today, by customer: finance checks the bank.
    pub promised_today: Vec<(Key, FactId)>,
}

/// Draws up the worklist of a day from the credit of all customers on it, by the policy in force or
/// by another that somebody tries out.
#[must_use]
pub fn worklist(ledger: &Ledger, policy: &Policy, credit: &CreditReport, as_of: AsOf) -> Worklist {
    let tasks = ledger
        .accounts()
        .zip(&credit.customers)
        .map(|(account, held)| task(account, standing(held), policy, as_of, &mut ()).map(Arc::new));
    ordered(ledger, credit, tasks, as_of)
}

/// Of an account that the credit does not know; a report of the same ledger knows all.
const UNKNOWN: Standing = Standing { class: CreditClass::Regular, tier: None };

/// The tasks of accounts as they were last drawn up.
#[derive(Clone, Debug, Default)]
pub struct TaskMemory(AccountMemory<(Standing, Option<Arc<Task>>)>);

impl TaskMemory {
    /// The same as [`worklist`] by the policy in force, drawing up only tasks of accounts that are
    /// other ones than last time, or in another class or tier.
    pub fn worklist(&mut self, ledger: &Ledger, credit: &CreditReport, as_of: AsOf) -> Worklist {
        let mut standings = credit.customers.iter().map(standing);
        let read = self.0.read(ledger, as_of, |account, known| {
            let Some(standing) = standings.next() else { return (UNKNOWN, None) };
            known.filter(|(before, _)| *before == standing).unwrap_or_else(|| {
                let task = task(account, standing, ledger.policy(), as_of, &mut ());
                (standing, task.map(Arc::new))
            })
        });
        ordered(ledger, credit, read.map(|(_, task)| task.clone()), as_of)
    }
}

/// Puts tasks, one of each account, in the order of the list.
fn ordered(
    ledger: &Ledger,
    credit: &CreditReport,
    tasks: impl Iterator<Item = Option<Arc<Task>>>,
    as_of: AsOf,
) -> Worklist {
    let day = as_of.number();
    let mut ranked: Vec<(&CustomerCredit, Arc<Task>)> = Vec::new();
    let mut promised_today = Vec::new();
    for ((account, held), task) in ledger.accounts().zip(&credit.customers).zip(tasks) {
        ranked.extend(task.map(|task| (held, task)));
        let promises = account.dealings.promises.iter();
        let today = promises.filter(|it| it.what.promised_on == as_of && it.stands(day));
        promised_today.extend(today.map(|it| (account.customer.key.clone(), it.fact)));
    }
    // Accounts come by code, and a stable sort leaves equal ones so.
    ranked.sort_by_key(|(held, task)| {
        let tier = task.standing.tier;
        (tier.is_none(), tier, Reverse(held.overdue.urgency))
    });
    let tasks = ranked.into_iter().map(|(_, task)| task).collect();
    Worklist { as_of, tasks, promised_today }
}

/// Class and tier of a customer as its credit says.
#[must_use]
pub fn standing(credit: &CustomerCredit) -> Standing {
    let tier = credit.tier.as_ref().map(|verdict| verdict.tier);
    Standing { class: credit.class.class, tier }
}

impl Worklist {
    /// The task of a customer.
    #[must_use]
    pub fn task(&self, customer: &Key) -> Option<&Task> {
        self.tasks.iter().find(|task| task.customer == *customer).map(Arc::as_ref)
    }
}
