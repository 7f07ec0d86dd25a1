//! What is to be done next about one customer, and when (D2, D3).
//! Never more than one action: missed days are caught up as one, and asking twice gives the same.

use super::demand::{Demand, Demands, demands};
use super::ladder::{Asked, scaled, steps};
use super::line::{Line, StepCondition};
use super::record::{Contacts, Spacing};
use crate::calendar::AsOf;
use crate::id::Key;
use crate::ledger::{Account, NEVER};
use crate::money::Money;
use crate::policy::Policy;
use crate::record::{Channel, ContactResult, CreditClass, Tier};
use crate::rule::agreement::{Fate, PlanStatus};
use crate::rule::trace::Trace;

/// Class and tier of a customer on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The class.
    pub class: CreditClass,
    /// The tier; none when nothing undisputed is overdue.
    pub tier: Option<Tier>,
}

impl Standing {
    /// The tier whose list of steps applies.
    #[must_use]
    pub const fn list(self) -> Tier {
        match self.tier {
            Some(tier) => tier,
            None => Tier::C,
        }
    }
}

/// What is to be done about a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The customer.
    pub customer: Key,
    /// Its class and tier.
    pub standing: Standing,
    /// The level that stands (D2).
    pub level: u32,
    /// What comes next; none while nothing can be demanded and nothing was agreed.
    pub action: Option<Action>,
    /// Day number on which it is, or was, due; [`NEVER`] when no day is known.
    pub due_day: i32,
    /// Whether it is due today.
    pub state: TaskState,
    /// What decides it.
    pub reason: Line,
    /// What is demanded or, before due, what falls due: one sum for each currency.
    pub amounts: Vec<Money>,
    /// The last contact: day number, channel, result.
    pub last_contact: Option<(i32, Channel, ContactResult)>,
    /// The overdue items, with what of them is demanded.
    pub demands: Demands,
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// A step of the playbook: its place in the list of the tier, from 1.
    Step(u32),
    /// A contact between the steps.
    FollowUp(Channel),
    /// A notice before a due day: its place in the playbook's list.
    Notice(usize),
}

/// Whether something is to be done today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskState {
    /// It is due, today or since before.
    Due,
    /// The customer was contacted today.
    Done,
    /// Not yet.
    Waiting,
}

/// What is to be done about a customer at the close of a day; `None` when nothing is overdue,
/// nothing falls due soon, no date was agreed and nobody contacted it on the day.
#[must_use]
pub fn task(
    account: &Account,
    standing: Standing,
    policy: &Policy,
    as_of: AsOf,
    trace: &mut impl Trace<Line>,
) -> Option<Task> {
    let day = as_of.number();
    let demands = demands(account, policy, as_of);
    let contacts = Contacts::of(account, day);
    let oldest_due_day = demands.oldest_due_day();
    let decided = {
        let asked = Asked {
            account,
            policy,
            standing,
            demands: &demands,
            contacts: &contacts,
            oldest_due_day: oldest_due_day.unwrap_or(NEVER),
            as_of,
        };
        asked.tell_demands(trace);
        let decided = if oldest_due_day.is_some() {
            Some(asked.overdue(trace))
        } else if demands.items.is_empty() {
            asked.before_due(trace).or_else(|| asked.contacted_today(trace))
        } else {
            Some(asked.nothing_demanded(trace))
        };
        asked.checked_first(decided, trace)?
    };
    let Decided { action, due_day, reason, amounts } = decided;
    let last = contacts.last();
    let state = match last {
        Some(last) if last.day == day => TaskState::Done,
        Some(_) | None if action.is_some() && due_day <= day => TaskState::Due,
        Some(_) | None => TaskState::Waiting,
    };
    if state == TaskState::Due && due_day < day {
        trace.note(|| Line::Missed { since_day: due_day });
    }
    Some(Task {
        customer: account.customer.key.clone(),
        standing,
        level: account.dealings.level(day),
        action,
        due_day,
        state,
        reason,
        amounts,
        last_contact: last.map(|last| (last.day, last.what.channel, last.what.result)),
        demands,
    })
}

/// An action with its day and what decides it.
pub(super) struct Decided {
    pub(super) action: Option<Action>,
    pub(super) due_day: i32,
    pub(super) reason: Line,
    pub(super) amounts: Vec<Money>,
}

impl Asked<'_> {
    fn tell_demands(&self, trace: &mut impl Trace<Line>) {
        for held in &self.demands.waiting {
            trace.note(|| Line::AwaitsApproval { kind: held.kind, role: held.role });
        }
        let mut sums = |amount: fn(&Demand) -> i64, line: fn(Money, i32) -> Line| {
            for sum in self.demands.sum(amount) {
                trace.note(|| line(sum, self.demands.held_until.unwrap_or(NEVER)));
            }
        };
        sums(|item| item.disputed_minor, |amount, _| Line::Disputed(amount));
        sums(|item| item.held_minor, |amount, until_day| Line::Held { amount, until_day });
        sums(|item| item.planned_minor, |amount, _| Line::Planned(amount));
        sums(|item| item.promised_minor, |amount, _| Line::Promised(amount));
        sums(|item| item.demanded_minor, |amount, _| Line::Demanded(amount));
    }

    /// Something is demanded: the next step when it is due, else a contact between the steps.
    fn overdue(&self, trace: &mut impl Trace<Line>) -> Decided {
        let day = self.as_of.number();
        let due_day = self.oldest_due_day;
        let overdue_days = day - due_day;
        trace.note(|| Line::Oldest { due_day, overdue_days });
        let level = self.account.dealings.level(day);
        let since_day = self.account.dealings.last_level(day).filter(|_| level > 0);
        let since_day = since_day.map(|change| change.day);
        trace.note(|| Line::Level { tier: self.standing.list(), level, since_day });
        let amounts = self.demands.demanded();
        let mut lines: Vec<Line> = Vec::new();
        let next = self.next_step(level, &mut lines);
        let step = next.map(|next| (next.place, next.from_day));
        for line in &lines {
            trace.note(|| line.clone());
        }
        let (free_day, spacing) = self.spacing(trace);
        let broken = self.broken_since_contact();
        // A promise that was broken ends the waiting for the date that went with it.
        let free_day = broken.as_ref().map_or(free_day, |(_, from_day)| free_day.min(*from_day));
        let step = step.map(|(place, from_day)| (place, from_day.max(free_day)));
        if let Some((line, from_day)) = broken {
            trace.note(|| line.clone());
            let due = step.filter(|(_, step_day)| *step_day <= day);
            let (action, due_day) = match due {
                Some((place, step_day)) => (Action::Step(place), step_day),
                None => (Action::FollowUp(Channel::Phone), from_day),
            };
            if from_day <= day {
                return Decided { action: Some(action), due_day, reason: line, amounts };
            }
        }
        let follow_up = self.follow_up(free_day, spacing, trace);
        match (step, follow_up) {
            (Some((place, step_day)), other)
                if step_day <= day || other.as_ref().is_none_or(|it| step_day <= it.due_day) =>
            {
                let spaced = step_day > day && free_day == step_day && spacing != Spacing::Free;
                let decisive = decisive(&lines);
                let reason = match decisive {
                    Some(line) if !spaced => line,
                    Some(_) | None if spacing != Spacing::Free => {
                        Line::Spaced { why: spacing, day: free_day }
                    }
                    Some(_) | None => Line::Oldest { due_day, overdue_days },
                };
                Decided { action: Some(Action::Step(place)), due_day: step_day, reason, amounts }
            }
            (_, Some(follow_up)) => Decided { amounts, ..follow_up },
            (_, None) => {
                let reason = Line::Oldest { due_day, overdue_days };
                Decided { action: None, due_day: NEVER, reason, amounts }
            }
        }
    }

    /// The first day on which the next contact may take place.
    fn spacing(&self, trace: &mut impl Trace<Line>) -> (i32, Spacing) {
        let (free_day, spacing) = self.contacts.next_day(self.policy);
        if let Some(last) = self.contacts.last() {
            let (channel, result) = (last.what.channel, last.what.result);
            trace.note(|| Line::LastContact { day: last.day, channel, result });
            trace.note(|| Line::Spaced { why: spacing, day: free_day });
        }
        (free_day, spacing)
    }

    /// The next contact between the steps; none before the first contact about what is overdue.
    fn follow_up(
        &self,
        free_day: i32,
        spacing: Spacing,
        trace: &mut impl Trace<Line>,
    ) -> Option<Decided> {
        let day = self.as_of.number();
        let first = self.contacts.since(self.oldest_due_day.saturating_add(1)).next();
        let last = self.contacts.last()?;
        let is_agreed = spacing == Spacing::Agreed;
        if first.is_none() && !is_agreed {
            return None;
        }
        let playbook = &self.policy.playbook;
        let rule = &playbook.follow_up;
        let is_early = day - self.oldest_due_day <= scaled(playbook, rule.early_until_days);
        let every = if is_early { rule.early_every_days } else { rule.late_every_days };
        let every_days = scaled(playbook, every).max(1);
        let due_day = match spacing {
            Spacing::Agreed | Spacing::Result(_) => free_day,
            Spacing::Quiet | Spacing::Free => free_day.max(last.day.saturating_add(every_days)),
        };
        trace.note(|| Line::FollowUp { every_days, day: due_day });
        let call_every = call_every(rule.phone_every_days, self.standing.list());
        let call_every = scaled(playbook, call_every).max(1);
        let last_call = self.contacts.last_call();
        let since_call = last_call.or(first.map(|first| first.day));
        let is_call = since_call.is_none_or(|since| due_day.max(day) - since >= call_every);
        let call = Line::CallDue { every_days: call_every, last_day: last_call };
        if is_call {
            trace.note(|| call.clone());
        }
        let written = rule.channels.first().copied().unwrap_or(Channel::Phone);
        let channel = if is_call { Channel::Phone } else { written };
        let reason = match spacing {
            Spacing::Agreed | Spacing::Result(_) => Line::Spaced { why: spacing, day: free_day },
            Spacing::Quiet | Spacing::Free if is_call => call,
            Spacing::Quiet | Spacing::Free => Line::FollowUp { every_days, day: due_day },
        };
        let action = Some(Action::FollowUp(channel));
        Some(Decided { action, due_day, reason, amounts: Vec::new() })
    }

    /// A promise or plan that was broken since the last contact, and from when on it is.
    fn broken_since_contact(&self) -> Option<(Line, i32)> {
        let last_day = self.contacts.last().map_or(i32::MIN, |last| last.day);
        let promises = self.demands.promises.iter();
        let unkept = promises.filter(|it| matches!(it.fate, Fate::Broken | Fate::PartlyKept));
        let unkept = unkept.filter_map(|state| {
            let held = state.of(self.account)?;
            let (amount, promised_day) = (held.what.amount, held.what.promised_on.number());
            let before = state.level.saturating_sub(1);
            Some((Line::Unkept { amount, promised_day, before }, state.last_day.saturating_add(1)))
        });
        let broken = self.demands.plans.iter().filter_map(|state| match state.status {
            PlanStatus::Broken { day, .. } => Some((Line::PlanBroken { day }, day)),
            PlanStatus::OnTrack | PlanStatus::Completed | PlanStatus::Ended => None,
        });
        let since = unkept.chain(broken).filter(|(_, from_day)| *from_day > last_day);
        since.max_by_key(|(_, from_day)| *from_day)
    }

    /// Everything overdue is disputed, held, planned or promised: only an agreed date brings the
    /// customer back.
    fn nothing_demanded(&self, trace: &mut impl Trace<Line>) -> Decided {
        let (free_day, spacing) = self.spacing(trace);
        let held = self.demands.items.iter().any(|item| item.held_minor > 0);
        if spacing == Spacing::Agreed && !held {
            return self.agreed(free_day, spacing);
        }
        let first = |sums: Vec<Money>| sums.first().copied();
        let until_day = self.demands.held_until.unwrap_or(NEVER);
        let reason = first(self.demands.sum(|item| item.held_minor))
            .map(|amount| Line::Held { amount, until_day })
            .or_else(|| first(self.demands.sum(|item| item.promised_minor)).map(Line::Promised))
            .or_else(|| first(self.demands.sum(|item| item.planned_minor)).map(Line::Planned))
            .or_else(|| first(self.demands.sum(|item| item.disputed_minor)).map(Line::Disputed));
        let reason = reason.unwrap_or(Line::Spaced { why: spacing, day: free_day });
        let amounts = Vec::new();
        Decided { action: None, due_day: self.returns_on(), reason, amounts }
    }

    /// The date that the last contact agreed on.
    pub(super) fn agreed(&self, due_day: i32, why: Spacing) -> Decided {
        let channel = self.contacts.last().map_or(Channel::Phone, |last| last.what.channel);
        let reason = Line::Spaced { why, day: due_day };
        let action = Some(Action::FollowUp(channel));
        Decided { action, due_day, reason, amounts: Vec::new() }
    }

    /// The first day number on which a hold or a promise that runs will be over.
    fn returns_on(&self) -> i32 {
        let promises = self.demands.promises.iter().filter(|state| state.fate == Fate::Open);
        let ends = promises.map(|state| state.last_day).chain(self.demands.held_until);
        ends.min().map_or(NEVER, |last_day| last_day.saturating_add(1))
    }
}

/// The condition that a step waits for longest.
fn decisive(lines: &[Line]) -> Option<Line> {
    let conditions = lines.iter().filter_map(|line| match line {
        // Without a grace there is nothing that was waited for.
        Line::StepFrom { condition: StepCondition::Grace { days: 0, .. }, .. } => None,
        Line::StepFrom { day, .. } => Some((*day, line)),
        _ => None,
    });
    conditions.max_by_key(|(day, _)| *day).map(|(_, line)| line.clone())
}

/// Days between calls of a tier.
const fn call_every([a, b, c]: [u32; 3], tier: Tier) -> u32 {
    match tier {
        Tier::A => a,
        Tier::B => b,
        Tier::C => c,
    }
}

impl Task {
    /// The step of the playbook, when the action is one.
    #[must_use]
    pub fn step<'p>(&self, policy: &'p Policy) -> Option<&'p crate::record::Step> {
        let Some(Action::Step(place)) = self.action else { return None };
        let list = steps(&policy.playbook, self.standing.list());
        list.get(usize::try_from(place).ok()?.checked_sub(1)?)
    }

    /// The channel that is proposed.
    #[must_use]
    pub fn channel(&self, policy: &Policy) -> Option<Channel> {
        match self.action? {
            Action::Step(_) => self.step(policy)?.channels.first().copied(),
            Action::FollowUp(channel) => Some(channel),
            Action::Notice(index) => {
                policy.playbook.before_due.get(index)?.channels.first().copied()
            }
        }
    }
}
