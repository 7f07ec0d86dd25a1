//! A collector at the laptop: steps, promises and holds that must be accepted, and what is next.
//! Never hides a refusal.

use huikuan::id::{EntryId, FactId, Key};
use huikuan::record::{
    Applies, Bilingual, Channel, Condition, Contact, CreditClass, Playbook, Promise,
    ReverseSubject, SettingFields, Step, Tier,
};
use huikuan::rule::collection::{Action, Standing, Task, TaskState, task};
use huikuan::workbook::Command;

use crate::laptop::{Laptop, date, hold, step};

/// A contact that completes the step after the one below it.
pub(crate) fn step_done(customer: &str, on: &str, level: u32) -> Contact {
    step(customer, on, level, level - 1)
}

/// A playbook of bare steps at these days overdue, without quiet days, grace and notices.
pub(crate) fn bare(days: &[u32]) -> Playbook {
    let step = |(place, overdue_days_min): (usize, &u32)| Step {
        name: format!("step-{}", place + 1),
        title: Bilingual::default(),
        channels: vec![Channel::Letter],
        when: Condition { overdue_days_min: *overdue_days_min, ..Condition::default() },
        applies: Applies::default(),
        script: Bilingual::default(),
        role: String::new(),
        prepare: Vec::new(),
        answer_working_days: None,
    };
    let steps: Vec<Step> = days.iter().enumerate().map(step).collect();
    let mut playbook = huikuan::policy::Policy::default().playbook;
    playbook.quiet_days = 0;
    playbook.before_due.clear();
    playbook.after_result.clear();
    playbook.follow_up.early_every_days = 999;
    playbook.follow_up.late_every_days = 999;
    (playbook.a, playbook.b, playbook.c) = (steps.clone(), steps.clone(), steps);
    playbook
}

impl Laptop {
    pub(crate) fn plays(&mut self, playbook: Playbook) {
        let fields = SettingFields { playbook: Some(playbook), ..SettingFields::default() };
        self.does(Command::SetPolicy(fields));
    }

    /// Records a promise, and names it.
    pub(crate) fn promised(&mut self, promise: Promise) -> FactId {
        FactId { entry: self.does(Command::RecordPromise(promise)), index: 0 }
    }

    /// Puts a customer on hold, and names the hold.
    pub(crate) fn holds(&mut self, customer: &str, [from, until]: [&str; 2]) -> FactId {
        let hold = hold(customer, from, until);
        FactId { entry: self.does(Command::PlaceHold(hold)), index: 0 }
    }

    /// Ends a promise, plan or hold on a day.
    pub(crate) fn ends(&mut self, customer: &str, fact: FactId, on: &str) -> EntryId {
        self.reverses(customer, ReverseSubject::Fact(fact), on)
    }

    /// The task of a regular customer of that tier, or of none.
    pub(crate) fn task(&self, customer: &str, tier: Option<Tier>, as_of: &str) -> Option<Task> {
        let standing = Standing { class: CreditClass::Regular, tier };
        self.task_of(customer, standing, as_of)
    }

    pub(crate) fn task_of(&self, customer: &str, standing: Standing, as_of: &str) -> Option<Task> {
        let ledger = self.book.ledger();
        let account = ledger.account(&Key::of(customer)).unwrap();
        task(account, standing, ledger.policy(), date(as_of), &mut ())
    }

    /// `due step 2`, `waiting step 3 from 2025-02-09`, `nothing` …
    pub(crate) fn next(&self, customer: &str, tier: Tier, as_of: &str) -> String {
        told(self.task(customer, Some(tier), as_of).as_ref())
    }
}

/// A task in a few words.
pub(crate) fn told(task: Option<&Task>) -> String {
    let Some(task) = task else { return "nothing".to_owned() };
    let what = match task.action {
        None => "nothing to demand".to_owned(),
        Some(Action::Step(place)) => format!("step {place}"),
        Some(Action::FollowUp(channel)) => format!("follow-up by {channel:?}"),
        Some(Action::Notice(index)) => format!("notice {index}"),
    };
    let from = || huikuan::calendar::Date::from_number(task.due_day);
    match task.state {
        TaskState::Due => format!("due {what}"),
        TaskState::Done => format!("done, then {what}"),
        TaskState::Waiting => match from() {
            Some(from) => format!("waiting {what} from {from}"),
            None => format!("waiting {what}"),
        },
    }
}
