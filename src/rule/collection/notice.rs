//! Contacts while nothing is overdue: before a due day, or on an agreed date (D1).
//! Never about what is disputed, and never twice for one due day.

use super::ladder::{Asked, scaled};
use super::line::Line;
use super::record::Spacing;
use super::task::{Action, Decided};
use crate::calendar::Date;
use crate::ledger::{BriefKind, NEVER};
use crate::money::Money;
use crate::policy::plus_working_days;
use crate::record::Notice;
use crate::rule::incentive::collection_due_day;
use crate::rule::trace::Trace;

/// A notice that is due.
struct NoticeDue {
    /// Its place in the playbook's list.
    index: usize,
    /// Day number of the nearest due date.
    due_day: i32,
    /// Day number from which it is due.
    from_day: i32,
    /// What falls due until that date, by currency.
    amounts: Vec<Money>,
}

/// What falls due on one day.
struct Falling {
    due_day: i32,
    amounts: Vec<Money>,
}

impl Asked<'_> {
    /// Nothing is overdue: an agreed date while anything is open, or a notice before a due day.
    pub(super) fn before_due(&self, trace: &mut impl Trace<Line>) -> Option<Decided> {
        let day = self.as_of.number();
        if self.is_on_hold() {
            return None;
        }
        let (free_day, spacing) = self.contacts.next_day(self.policy);
        if spacing == Spacing::Agreed && free_day <= day && self.is_open() {
            return Some(self.agreed(free_day, spacing));
        }
        let notice = self.notice(trace)?;
        let reason = Line::BeforeDue { due_day: notice.due_day, from_day: notice.from_day };
        let (action, due_day) = (Some(Action::Notice(notice.index)), notice.from_day);
        Some(Decided { action, due_day, reason, amounts: notice.amounts })
    }

    /// Nothing is left to do, but the day's work is shown: the customer was contacted on it, and
    /// perhaps a date was agreed.
    pub(super) fn contacted_today(&self, trace: &mut impl Trace<Line>) -> Option<Decided> {
        let last = self.contacts.last().filter(|last| last.day == self.as_of.number())?;
        let (channel, result) = (last.what.channel, last.what.result);
        let reason = Line::LastContact { day: last.day, channel, result };
        trace.note(|| reason.clone());
        let (free_day, spacing) = self.contacts.next_day(self.policy);
        if spacing == Spacing::Agreed && self.is_open() {
            return Some(self.agreed(free_day, spacing));
        }
        Some(Decided { action: None, due_day: NEVER, reason, amounts: Vec::new() })
    }

    /// The notice of the nearest due date that is due by now and was not given yet: a contact on or
    /// after its first day has told the customer.
    fn notice(&self, trace: &mut impl Trace<Line>) -> Option<NoticeDue> {
        let day = self.as_of.number();
        for falling in self.falling_due() {
            for (index, notice) in self.policy.playbook.before_due.iter().enumerate() {
                if self.not_applicable(&notice.applies, &falling.amounts).is_some() {
                    continue;
                }
                let from_day = self.first_day(notice, falling.due_day);
                if from_day > day || self.contacts.since(from_day).next().is_some() {
                    continue;
                }
                let due_day = falling.due_day;
                trace.note(|| Line::BeforeDue { due_day, from_day });
                return Some(NoticeDue { index, due_day, from_day, amounts: falling.amounts });
            }
        }
        None
    }

    fn first_day(&self, notice: &Notice, due_day: i32) -> i32 {
        let days = scaled(&self.policy.playbook, notice.days_before);
        match Date::from_number(due_day) {
            Some(due_on) if notice.working => {
                plus_working_days(&self.policy.holidays, due_on, -days).number()
            }
            Some(_) | None => due_day.saturating_sub(days),
        }
    }

    /// Undisputed amounts by due date, the nearest first, as far ahead as any notice reaches.
    fn falling_due(&self) -> Vec<Falling> {
        let day = self.as_of.number();
        let notices = self.policy.playbook.before_due.iter();
        let furthest = notices.map(|notice| {
            let days = scaled(&self.policy.playbook, notice.days_before);
            // Working days reach further: weekends, and the longest holidays.
            if notice.working { days.saturating_mul(2).saturating_add(14) } else { days }
        });
        let Some(furthest) = furthest.max() else { return Vec::new() };
        let mut falling: Vec<Falling> = Vec::new();
        for brief in &self.account.briefs {
            let due_day = collection_due_day(self.account, brief, day);
            let is_near = day <= due_day && due_day <= day.saturating_add(furthest);
            if brief.kind != BriefKind::Part || due_day == NEVER || !is_near {
                continue;
            }
            let open = self.account.left(brief, day);
            let minor = open - self.account.disputed(brief.index, open, day);
            let Some(amount) = Money::new(minor, brief.currency).ok().filter(|it| it.minor() > 0)
            else {
                continue;
            };
            match falling.iter_mut().find(|held| held.due_day == due_day) {
                Some(held) => add(&mut held.amounts, amount),
                None => falling.push(Falling { due_day, amounts: vec![amount] }),
            }
        }
        falling.sort_by_key(|held| held.due_day);
        falling
    }
}

fn add(sums: &mut Vec<Money>, amount: Money) {
    match sums.iter_mut().find(|sum| sum.currency() == amount.currency()) {
        Some(sum) => *sum = sum.with_minor(sum.minor() + amount.minor()).unwrap_or(*sum),
        None => sums.push(amount),
    }
}
