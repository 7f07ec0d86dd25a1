//! Today's worklist 今日催款: each customer to contact, in order (D3; FIGURES, worklist order).
//! Never hides a customer of whom nothing can be demanded: it stands there with the reason.

use super::task::{Standing, Task, TaskState, task};
use crate::calendar::AsOf;
use crate::id::{FactId, Key};
use crate::ledger::Ledger;
use crate::policy::Policy;
use crate::rule::credit::{CreditReport, CustomerCredit};

/// The worklist of a day: a function of ledger, policy and day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worklist {
    /// The day.
    pub as_of: AsOf,
    /// Tasks by tier, then by the urgency of what is overdue, then by code.
    pub tasks: Vec<Task>,
    /// Promises whose day is today, by customer: finance checks the bank.
    pub promised_today: Vec<(Key, FactId)>,
}

/// Draws up the worklist of a day from the credit of all customers on it, by the policy in force or
/// by another that somebody tries out.
#[must_use]
pub fn worklist(ledger: &Ledger, policy: &Policy, credit: &CreditReport, as_of: AsOf) -> Worklist {
    let mut ranked: Vec<(&CustomerCredit, Task)> = Vec::new();
    let mut promised_today = Vec::new();
    for (account, held) in ledger.accounts().zip(&credit.customers) {
        let standing = standing(held);
        ranked.extend(task(account, standing, policy, as_of, &mut ()).map(|task| (held, task)));
        let today =
            account.dealings.promises.iter().filter(|promise| {
                promise.what.promised_on == as_of && promise.stands(as_of.number())
            });
        promised_today.extend(today.map(|it| (account.customer.key.clone(), it.fact)));
    }
    // Accounts come by code, and a stable sort leaves equal ones so.
    ranked.sort_by_key(|(held, task)| {
        let tier = task.standing.tier;
        (tier.is_none(), tier, std::cmp::Reverse(held.overdue.urgency))
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
        self.tasks.iter().find(|task| task.customer == *customer)
    }

    /// Tasks that are due, and those done today.
    pub fn of_today(&self) -> impl Iterator<Item = &Task> {
        self.tasks.iter().filter(|task| task.state != TaskState::Waiting)
    }
}
