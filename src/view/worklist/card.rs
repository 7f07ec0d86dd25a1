//! One customer's card beside the list: items, promises, warnings, script, goal (D3).
//! Never longer than what one reads before a call.

use super::day::Day;
use super::row::Row;
use super::script::{Script, script};
use crate::calendar::{AsOf, Date, TimeOfDay};
use crate::id::Key;
use crate::ledger::Ledger;
use crate::money::Money;
use crate::policy::Policy;
use crate::record::Language;
use crate::record::{Channel, Contact, ContactResult, Person, StepDone};
use crate::rule::agreement::{Fate, PlanStatus, PromiseState};
use crate::rule::collection::{Action, Demand, Line, Task, Warning, standing, task, warnings};
use crate::rule::incentive::{late_charge_so_far, late_charge_sums};
use crate::view::contact_form::Proposal;
use crate::view::handbook::for_step;

/// Everything that is shown of a customer before contacting it.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskCard {
    /// The task.
    pub task: Task,
    /// Why it is what it is, line by line.
    pub why: Vec<Line>,
    /// The customer's people who are still there.
    pub people: Vec<Person>,
    /// Overdue items: number, due date, what is open and what is demanded.
    pub items: Vec<CardItem>,
    /// Promises, the latest first: amount, promised day, what became of it.
    pub promises: Vec<CardPromise>,
    /// Plans that run or were broken.
    pub plans: Vec<PlanStatus>,
    /// What to know before.
    pub warnings: Vec<Warning>,
    /// What to say.
    pub script: Script,
    /// What to prepare for the step.
    pub prepare: Vec<String>,
    /// Articles of the handbook that apply: to the step first, then to the last result (D10).
    pub articles: Vec<CardArticle>,
    /// The late charge so far, one sum for each currency (E7).
    pub late_charges: Vec<Money>,
    /// What to reach: the amount, and by when.
    pub goal: Option<(Vec<Money>, Date)>,
}

/// An overdue item on the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardItem {
    /// The number of its document; empty when it has none.
    pub number: String,
    /// Days overdue.
    pub overdue_days: i32,
    /// What is open and what of it is demanded.
    pub demand: Demand,
}

/// A promise on the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardPromise {
    /// How much.
    pub amount: Money,
    /// By when.
    pub promised_on: Date,
    /// How it stands.
    pub state: PromiseState,
}

/// An article of the handbook on the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardArticle {
    /// Its name.
    pub key: Key,
    /// Its heading.
    pub title: String,
}

/// Days until the goal where no answer is asked for by a day.
const GOAL_DAYS: i32 = 7;
/// The most promises that are shown.
const PROMISES_MAX: usize = 3;
/// The most articles that are named.
const ARTICLES_MAX: usize = 3;

/// The card of a customer on a day that was drawn up of the same ledger; `None` for a customer of
/// whom there is nothing to do.
#[must_use]
pub fn card(
    ledger: &Ledger,
    day: &Day,
    customer: &Key,
    now: Option<TimeOfDay>,
    language: Language,
) -> Option<TaskCard> {
    let (account, credit) = (ledger.account(customer)?, day.credit.of(customer)?);
    let as_of = day.credit.as_of;
    let mut why: Vec<Line> = Vec::new();
    let task = task(account, standing(credit), ledger.policy(), as_of, &mut why)?;
    let people = account.customer.fields.contacts.iter().flatten();
    let here = |person: &&Person| person.until.is_none_or(|until| until >= as_of);
    let script = script(ledger, account, &task, as_of, language);
    let goal_on = script.answer_by.unwrap_or(as_of.plus_days(GOAL_DAYS));
    let goal = Some((task.amounts.clone(), goal_on)).filter(|(amounts, _)| !amounts.is_empty());
    let items = task.demands.items.iter().map(|demand| {
        let part = account.parts.get(demand.part as usize);
        let document = part.and_then(|part| account.documents.get(part.document as usize));
        CardItem {
            number: document.map(|document| document.number.clone()).unwrap_or_default(),
            overdue_days: as_of.number() - demand.due_day,
            demand: *demand,
        }
    });
    let items = items.collect();
    let tolerance = ledger.policy().playbook.promise_tolerance_days;
    let promises = crate::rule::agreement::promises(account, tolerance, as_of).into_iter().rev();
    let promises = promises.filter_map(|state| {
        let what = &state.of(account)?.what;
        Some(CardPromise { amount: what.amount, promised_on: what.promised_on, state })
    });
    Some(TaskCard {
        why,
        people: people.filter(here).cloned().collect(),
        items,
        promises: promises.take(PROMISES_MAX).collect(),
        plans: task.demands.plans.iter().map(|plan| plan.status).collect(),
        warnings: warnings(ledger, account, day.last_receipt, as_of, now),
        prepare: task.step(ledger.policy()).map_or_else(Vec::new, |step| {
            step.prepare.iter().map(|line| line.text(language).to_owned()).collect()
        }),
        articles: articles(ledger, &task, language),
        script,
        late_charges: late_charge_sums(&late_charge_so_far(ledger, account, as_of)),
        goal,
        task,
    })
}

fn articles(ledger: &Ledger, task: &Task, language: Language) -> Vec<CardArticle> {
    let policy = ledger.policy();
    let step = match task.action {
        Some(Action::Step(_)) => task.step(policy).map(|step| &step.name),
        Some(Action::Notice(index)) => policy.playbook.before_due.get(index).map(|it| &it.name),
        Some(Action::FollowUp(_)) | None => None,
    };
    let result = task.last_contact.map(|(_, _, result)| result);
    let found = for_step(ledger.office(), step.map(String::as_str), result).into_iter();
    let named = found.map(|article| {
        let title = article.fields.title.as_ref().map(|title| title.text(language).to_owned());
        let title = title.filter(|title| !title.is_empty());
        CardArticle {
            key: article.key.clone(),
            title: title.unwrap_or_else(|| article.key.to_string()),
        }
    });
    named.take(ARTICLES_MAX).collect()
}

impl TaskCard {
    /// What the form of a contact begins with: the step that is due, its channel and deadline, and
    /// the script where it is sent as it is.
    #[must_use]
    pub fn proposal(&self, policy: &Policy) -> Proposal {
        proposal(&self.task, &self.script, policy)
    }
}

/// The contact that records that a customer's message was sent by the proposed channel, on no day
/// and by nobody yet; `None` where nothing is to be sent.
#[must_use]
pub fn sent_contact(
    ledger: &Ledger,
    row: &Row,
    as_of: AsOf,
    language: Language,
) -> Option<Contact> {
    let account = ledger.account(&row.customer)?;
    let policy = ledger.policy();
    let channel = row.channel.filter(|channel| Script::is_sent_by(*channel))?;
    let script = script(ledger, account, &row.task, as_of, language);
    let proposal = proposal(&row.task, &script, policy);
    if proposal.said.is_empty() {
        return None;
    }
    Some(Contact {
        said: proposal.said,
        demand: proposal.demand,
        step: proposal.step,
        answer_by: proposal.answer_by,
        ..Contact::new(row.customer.clone(), as_of, channel, ContactResult::Sent)
    })
}

/// What the form of a contact about a task begins with.
fn proposal(task: &Task, script: &Script, policy: &Policy) -> Proposal {
    let step = match task.action {
        Some(Action::Step(level)) => task.step(policy).map(|step| StepDone {
            level,
            after: task.level,
            step: step.name.clone(),
        }),
        Some(Action::FollowUp(_) | Action::Notice(_)) | None => None,
    };
    let channel = task.channel(policy).unwrap_or(Channel::Phone);
    let is_sent = Script::is_sent_by(channel);
    Proposal {
        channel,
        step,
        said: if is_sent { script.text.clone() } else { String::new() },
        answer_by: script.answer_by,
        demand: match task.action {
            Some(Action::Step(_)) => true,
            Some(Action::FollowUp(_)) => !task.amounts.is_empty(),
            Some(Action::Notice(_)) | None => false,
        },
        ..Proposal::default()
    }
}

impl CardPromise {
    /// True for a promise that runs.
    #[must_use]
    pub fn runs(&self) -> bool {
        self.state.fate == Fate::Open
    }
}
