//! The worklist of a day as a file, each action with its arithmetic (D3; DESIGN 8).
//! Never leaves out a customer of whom nothing can be demanded.

use serde::Serialize;

use super::sheet::{Align, one_table};
use crate::calendar::{AsOf, Date};
use crate::id::Key;
use crate::ledger::{Account, Ledger};
use crate::money::{Currency, Money, amount_text};
use crate::record::{Channel, ContactResult, CreditClass, Tier};
use crate::rule::collection::{Action, Demand, Line, Task, TaskState, standing, task, worklist};
use crate::rule::credit::{CreditReport, credit, owner};
use crate::say::{self, Language, ReportWord};
use crate::view::amount::with_currency;

/// The worklist of all customers, or of one.
#[derive(Clone, Debug, Serialize)]
pub struct Tasks {
    as_of: AsOf,
    base: Currency,
    tasks: Vec<TaskRow>,
}

/// A customer's task: amounts as decimal texts with their currency's decimals.
#[derive(Clone, Debug, Serialize)]
struct TaskRow {
    code: String,
    name: String,
    owner: Option<String>,
    tier: Option<Tier>,
    class: CreditClass,
    level: u32,
    state: &'static str,
    due_on: Option<Date>,
    action: Option<&'static str>,
    step: Option<String>,
    channel: Option<Channel>,
    demanded: Vec<Money>,
    oldest_days: i32,
    last_contact: Option<Last>,
    items: Vec<Item>,
    explanation: Vec<String>,
    #[serde(skip)]
    words: String,
    #[serde(skip)]
    reason: String,
}

/// The last contact.
#[derive(Clone, Debug, Serialize)]
struct Last {
    on: Option<Date>,
    channel: Channel,
    result: ContactResult,
}

/// An overdue item: what is open is the sum of the other amounts.
#[derive(Clone, Debug, Serialize)]
struct Item {
    number: String,
    due_on: Option<Date>,
    overdue_days: i32,
    currency: Currency,
    open: String,
    disputed: String,
    held: String,
    planned: String,
    promised: String,
    demanded: String,
}

impl Tasks {
    /// The worklist at the close of `as_of`, in its order; of one customer only, when one is named.
    #[must_use]
    pub fn of(ledger: &Ledger, as_of: AsOf, customer: Option<&Key>, language: Language) -> Self {
        let report = credit(ledger, as_of);
        let list = worklist(ledger, ledger.policy(), &report, as_of);
        let wanted = list.tasks.iter();
        let wanted = wanted.filter(|held| customer.is_none_or(|key| *key == held.customer));
        let tasks = wanted.filter_map(|held| TaskRow::of(ledger, &report, held, language));
        Self { as_of, base: report.base, tasks: tasks.collect() }
    }

    /// The report as aligned text, a customer a line.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        let columns = [
            (Align::Left, ReportWord::Tier),
            (Align::Left, ReportWord::Code),
            (Align::Left, ReportWord::Name),
            (Align::Right, ReportWord::Demanded),
            (Align::Right, ReportWord::OverdueDays),
            (Align::Left, ReportWord::NextStep),
            (Align::Left, ReportWord::On),
            (Align::Left, ReportWord::Why),
        ];
        let rows = self.tasks.iter().map(|held| {
            let demanded: Vec<String> = held.demanded.iter().map(|it| with_currency(*it)).collect();
            vec![
                held.tier.map(|tier| format!("{tier:?}")).unwrap_or_default(),
                held.code.clone(),
                held.name.clone(),
                demanded.join(" + "),
                held.oldest_days.to_string(),
                held.words.clone(),
                held.due_on.map(|on| on.to_string()).unwrap_or_default(),
                held.reason.clone(),
            ]
        });
        one_table((ReportWord::Worklist, self.as_of), &columns, rows, language)
    }
}

impl TaskRow {
    fn of(ledger: &Ledger, report: &CreditReport, held: &Task, language: Language) -> Option<Self> {
        let (account, policy) = (ledger.account(&held.customer)?, ledger.policy());
        let credit = report.of(&held.customer)?;
        let day = report.as_of.number();
        let mut lines: Vec<Line> = Vec::new();
        task(account, standing(credit), policy, report.as_of, &mut lines)?;
        let items = held.demands.items.iter();
        let items: Vec<Item> = items.map(|demand| Item::of(account, demand, day)).collect();
        Some(Self {
            code: account.customer.code.clone(),
            name: account.customer.name().to_owned(),
            owner: owner(account, credit, policy, report.as_of).map(str::to_owned),
            tier: held.standing.tier,
            class: held.standing.class,
            level: held.level,
            state: state(held.state),
            due_on: Date::from_number(held.due_day),
            action: held.action.map(action),
            step: held.step(policy).map(|step| step.name.clone()),
            channel: held.channel(policy),
            demanded: held.amounts.clone(),
            oldest_days: items.first().map_or(0, |item| item.overdue_days),
            last_contact: held.last_contact.map(|(day, channel, result)| Last {
                on: Date::from_number(day),
                channel,
                result,
            }),
            items,
            explanation: lines.iter().map(|line| say::worklist_line(line, language)).collect(),
            words: say::action(held, policy, language),
            reason: say::worklist_line(&held.reason, language),
        })
    }
}

impl Item {
    fn of(account: &Account, demand: &Demand, day: i32) -> Self {
        let part = account.parts.get(demand.part as usize);
        let document = part.and_then(|part| account.documents.get(part.document as usize));
        let text = |minor: i64| amount_text(minor, demand.currency);
        Self {
            number: document.map(|document| document.number.clone()).unwrap_or_default(),
            due_on: Date::from_number(demand.due_day),
            overdue_days: day - demand.due_day,
            currency: demand.currency,
            open: text(demand.open_minor),
            disputed: text(demand.disputed_minor),
            held: text(demand.held_minor),
            planned: text(demand.planned_minor),
            promised: text(demand.promised_minor),
            demanded: text(demand.demanded_minor),
        }
    }
}

const fn state(state: TaskState) -> &'static str {
    match state {
        TaskState::Due => "due",
        TaskState::Done => "done",
        TaskState::Waiting => "waiting",
    }
}

const fn action(action: Action) -> &'static str {
    match action {
        Action::Step(_) => "step",
        Action::FollowUp(_) => "follow_up",
        Action::Notice(_) => "notice",
    }
}
