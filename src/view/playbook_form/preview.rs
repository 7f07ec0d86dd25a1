//! What another playbook would do to today's list.
//! Never records anything.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::calendar::AsOf;
use crate::id::Key;
use crate::ledger::Ledger;
use crate::record::Playbook;
use crate::rule::collection::{Task, TaskState, Worklist, worklist};
use crate::rule::credit::credit;

/// The list of today by the present playbook and by another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// How many customers are due today by the present playbook.
    pub due_now: usize,
    /// How many would be.
    pub due_then: usize,
    /// Customers whose action or its day would change, in the order of the list.
    pub moved: Vec<Moved>,
}

/// A customer whose task would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// The customer.
    pub customer: Key,
    /// The task by the present playbook.
    pub now: Option<Arc<Task>>,
    /// The task by the other one.
    pub then: Option<Arc<Task>>,
}

/// Draws up the list of a day by both playbooks and compares them.
#[must_use]
pub fn preview(ledger: &Ledger, playbook: &Playbook, as_of: AsOf) -> Preview {
    let credit = credit(ledger, as_of);
    let now = worklist(ledger, ledger.policy(), &credit, as_of);
    let mut policy = ledger.policy().clone();
    policy.playbook = playbook.clone();
    let then = worklist(ledger, &policy, &credit, as_of);
    let due = |list: &Worklist| list.tasks.iter().filter(|it| it.state == TaskState::Due).count();
    let mut before = by_customer(&now);
    let mut moved: Vec<Moved> = Vec::new();
    for task in &then.tasks {
        let now = before.remove(&task.customer).cloned();
        if now.as_ref().is_none_or(|now| !same(now, task)) {
            moved.push(Moved { customer: task.customer.clone(), now, then: Some(task.clone()) });
        }
    }
    // What is left is on the present list only.
    for task in now.tasks.iter().filter(|task| before.contains_key(&task.customer)) {
        let customer = task.customer.clone();
        moved.push(Moved { customer, now: Some(task.clone()), then: None });
    }
    Preview { due_now: due(&now), due_then: due(&then), moved }
}

fn by_customer(list: &Worklist) -> BTreeMap<&Key, &Arc<Task>> {
    list.tasks.iter().map(|task| (&task.customer, task)).collect()
}

/// True when the same is to be done on the same day.
fn same(one: &Task, other: &Task) -> bool {
    (one.action, one.due_day, one.state) == (other.action, other.due_day, other.state)
}
