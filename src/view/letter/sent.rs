//! The contact that records a letter as sent (F3), with the exact text.
//! Never sends anything.

use super::template::Template;
use crate::calendar::Date;
use crate::ledger::Account;
use crate::letter::sms::Stage;
use crate::policy::Policy;
use crate::record::{Channel, Contact, ContactResult, ItemRef, StepDone};
use crate::rule::collection::{Action, Task};

/// The name of what a task asks for, as templates name what they are for: its step, its notice, or
/// `follow-up`. `statement` when there is nothing to do.
#[must_use]
pub fn purpose<'p>(task: Option<&Task>, policy: &'p Policy) -> &'p str {
    let Some(task) = task else { return "statement" };
    let named = match task.action {
        Some(Action::Step(_)) => task.step(policy).map(|step| step.name.as_str()),
        Some(Action::Notice(index)) => {
            policy.playbook.before_due.get(index).map(|notice| notice.name.as_str())
        }
        Some(Action::FollowUp(_)) => Some("follow-up"),
        None => None,
    };
    named.unwrap_or("statement")
}

/// How far the collection of a customer is, for what a message must hold.
#[must_use]
pub fn stage(task: Option<&Task>) -> Stage {
    match task.and_then(|task| Some((task.level, task.action?))) {
        Some((_, Action::Notice(_))) | None => Stage::BeforeDue,
        Some((0, Action::Step(1))) => Stage::First,
        Some((0, Action::FollowUp(_))) => Stage::First,
        Some((_, Action::Step(_) | Action::FollowUp(_))) => Stage::Later,
    }
}

/// The contact for a letter that went out by that channel, made by nobody yet. It does the step of
/// the task when its template is for that step, and names the items that are demanded.
#[must_use]
pub fn sent(
    account: &Account,
    task: Option<&Task>,
    template: &Template,
    policy: &Policy,
    (channel, on, answer_by): (Channel, Date, Option<Date>),
    said: &str,
) -> Contact {
    let step = task.and_then(|task| {
        let Some(Action::Step(level)) = task.action else { return None };
        let step = task.step(policy)?;
        let is_for = template.applies_to.contains(&step.name);
        is_for.then(|| StepDone { level, after: task.level, step: step.name.clone() })
    });
    let asks = template.is_demand(&policy.playbook);
    let demanded = task.filter(|_| asks).into_iter().flat_map(|task| &task.demands.items);
    let demanded = demanded.filter(|item| item.demanded_minor > 0);
    let items: Vec<ItemRef> =
        demanded.filter_map(|item| account.item(account.parts.get(item.part as usize)?)).collect();
    Contact {
        said: said.to_owned(),
        demand: asks && !items.is_empty(),
        answer_by: answer_by.filter(|_| asks && !items.is_empty()),
        items,
        step,
        ..Contact::new(account.customer.key.clone(), on, channel, ContactResult::Sent)
    }
}
