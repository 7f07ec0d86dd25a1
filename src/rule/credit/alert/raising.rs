//! The rules that raise alerts, and the answers that keep them away (C4).
//! Never a threshold of its own: policy names them all.

use super::{Alert, Cause};
use crate::calendar::{AsOf, Date};
use crate::ledger::{Account, NEVER};
use crate::policy::Policy;
use crate::record::StatementAnswer;
use crate::rule::agreement::{Fate, promises};
use crate::rule::credit::evaluation::last_evaluation;
use crate::rule::credit::exchange::limit_minor;
use crate::rule::credit::limitation::{Limitation, limitation};
use crate::rule::credit::report::{CustomerCredit, credit_of};

/// The alerts of one account on a day.
pub(super) struct Raising<'a> {
    account: &'a Account,
    credit: &'a CustomerCredit,
    policy: &'a Policy,
    as_of: AsOf,
    day: i32,
}

impl<'a> Raising<'a> {
    /// What raises the alerts of an account.
    pub(super) fn of(
        account: &'a Account,
        credit: &'a CustomerCredit,
        policy: &'a Policy,
        as_of: AsOf,
    ) -> Self {
        Self { account, credit, policy, as_of, day: as_of.number() }
    }

    /// Adds every alert that nobody answered.
    pub(super) fn all(&self, alerts: &mut Vec<Alert>) {
        self.overdue(alerts);
        self.promise(alerts);
        self.limit(alerts);
        self.class(alerts);
        self.contracts(alerts);
        self.limitation(alerts);
        self.statement(alerts);
    }

    /// Adds an alert, unless somebody answered it since its newest cause.
    fn raise(&self, part: Option<u32>, cause: Cause, since_day: i32, alerts: &mut Vec<Alert>) {
        let customer = self.account.customer.key.clone();
        let alert = Alert { customer, part, cause, since_day };
        if !self.is_answered(&alert) {
            alerts.push(alert);
        }
    }

    /// True while the last answer to an alert holds: it was given on or after the day of its newest
    /// cause, and it dismissed the alert or put it off to a later day. An answer that names no item
    /// answers for all.
    fn is_answered(&self, alert: &Alert) -> bool {
        let mut answers = self.account.dealings.alert_answers.iter().rev();
        let last = answers.find(|held| {
            let names_it = match alert.part {
                Some(part) => held.what.item.is_none() || held.parts.contains(&part),
                None => true,
            };
            held.what.alert == alert.kind() && names_it && held.stands(self.day)
        });
        let Some(last) = last.filter(|held| held.day >= alert.since_day) else { return false };
        if let Cause::ClassWorsened { to, .. } = alert.cause {
            // From which day the class is what it is nobody recorded: it is a new cause when it is
            // worse than on the day of the answer.
            let on_the_day = credit_of(self.account, self.policy, last.what.on);
            if to > on_the_day.class.class {
                return false;
            }
        }
        last.what.until.is_none_or(|until| self.as_of < until)
    }

    /// A new item that comes to be overdue for too long, or overdue at all, is a new cause.
    fn overdue(&self, alerts: &mut Vec<Alert>) {
        let overdue = &self.credit.overdue;
        let days_max = i32::try_from(self.policy.alerts.overdue_days).unwrap_or(NEVER);
        let too_long = overdue.worst_days > days_max;
        let amount_max = limit_minor(self.policy.alerts.overdue_amount, overdue.currency);
        let too_much = overdue.amount_minor > amount_max;
        if !too_long && !too_much {
            return;
        }
        let (mut items, mut newest_long, mut newest) = (0, i32::MIN, i32::MIN);
        for brief in self.account.briefs.iter().filter(|brief| brief.kind.is_part()) {
            if brief.due_day >= self.day || self.account.left(brief, self.day) <= 0 {
                continue;
            }
            newest = newest.max(brief.due_day + 1);
            if self.day - brief.due_day > days_max {
                items += 1;
                newest_long = newest_long.max(brief.due_day + days_max + 1);
            }
        }
        if too_long {
            let cause = Cause::OverdueDays { items, worst_days: overdue.worst_days };
            self.raise(None, cause, newest_long, alerts);
        }
        if too_much {
            self.raise(None, Cause::OverdueAmount { amount: overdue.amount() }, newest, alerts);
        }
    }

    /// The last broken promise while anything is owed on what it was about.
    fn promise(&self, alerts: &mut Vec<Alert>) {
        let account = self.account;
        if account.dealings.promises.is_empty() {
            return;
        }
        let tolerance = self.policy.playbook.promise_tolerance_days;
        let states = promises(account, tolerance, self.as_of);
        let broken = states.iter().rev().filter(|state| match state.fate {
            Fate::Broken | Fate::PartlyKept => true,
            Fate::Open | Fate::Kept | Fate::Withdrawn => false,
        });
        let owed =
            broken.filter_map(|state| Some((state, state.of(account)?))).find(|(_, held)| {
                let is_open = |part: &u32| {
                    let part = account.parts.get(*part as usize);
                    part.is_some_and(|part| account.outstanding(part, self.day) > 0)
                };
                match held.parts.as_slice() {
                    [] => self.credit.exposure.total.minor() > 0,
                    parts => parts.iter().any(is_open),
                }
            });
        if let Some((state, held)) = owed {
            let (amount, promised_on) = (held.what.amount, held.what.promised_on);
            let cause = Cause::PromiseBroken { promise: held.fact, amount, promised_on };
            self.raise(None, cause, state.last_day + 1, alerts);
        }
    }

    /// A new item is a new cause.
    fn limit(&self, alerts: &mut Vec<Alert>) {
        let exposure = self.credit.exposure;
        let Some(limit) = exposure.limit.filter(|_| exposure.beyond_minor() > 0) else { return };
        let open = self.account.briefs.iter().filter(|brief| {
            let is_held = brief.kind.is_part() && brief.currency == limit.currency();
            is_held && self.account.left(brief, self.day) > 0
        });
        let newest = open.map(|brief| brief.from_day).max().unwrap_or(self.day);
        let outstanding = exposure.outstanding;
        self.raise(None, Cause::LimitExceeded { outstanding, limit }, newest, alerts);
    }

    fn class(&self, alerts: &mut Vec<Alert>) {
        let Some(last) = last_evaluation(self.account, self.as_of) else { return };
        let (from, to) = (last.what.to, self.credit.class.class);
        if to > from {
            self.raise(None, Cause::ClassWorsened { from, to }, last.day, alerts);
        }
    }

    /// A contract that was signed later is a new cause.
    fn contracts(&self, alerts: &mut Vec<Alert>) {
        for contract in &self.account.dealings.contracts {
            let signed_day = contract.fields.signed_on.map_or(i32::MIN, Date::number);
            if contract.fields.late_rate.is_none() && signed_day <= self.day {
                let contract = contract.key.clone();
                let cause = Cause::ContractWithoutLateClause { contract };
                self.raise(None, cause, signed_day, alerts);
            }
        }
    }

    /// Every threshold of policy is a new cause, and so is the end of the period.
    fn limitation(&self, alerts: &mut Vec<Alert>) {
        let policy = &self.policy.limitation;
        let Some(first) = policy.alert_days.iter().max() else { return };
        let first = i32::try_from(*first).unwrap_or(NEVER);
        // A restart only puts the end off: whoever fell due too late for it needs no closer look.
        let soonest = Date::from_number(self.day.saturating_add(first));
        let soonest = soonest.unwrap_or(self.as_of).minus_months(policy.years.saturating_mul(12));
        let near_day = soonest.number().saturating_add(DAYS_OFF_MAX);
        for brief in self.account.briefs.iter().filter(|brief| brief.kind.is_part()) {
            if brief.due_day > near_day || self.account.left(brief, self.day) <= 0 {
                continue;
            }
            let held = limitation(self.account, brief.index, self.policy, self.as_of);
            let Some(held) = held.filter(|held| held.days_left <= first) else { continue };
            let Limitation { part, last_on, days_left, .. } = held;
            let since = self.limitation_since(last_on, days_left);
            self.raise(Some(part), Cause::LimitationNear { last_on, days_left }, since, alerts);
        }
    }

    /// The day on which the last threshold was passed.
    fn limitation_since(&self, last_on: Date, days_left: i32) -> i32 {
        if days_left < 0 {
            return last_on.number() + 1;
        }
        let days = self.policy.limitation.alert_days.iter();
        let days = days.filter_map(|days| i32::try_from(*days).ok());
        let passed = days.filter(|days| days_left <= *days).min().unwrap_or(0);
        last_on.number() - passed
    }

    /// Only of customers that owe anything; one that never confirmed has to since its first item.
    fn statement(&self, alerts: &mut Vec<Alert>) {
        if self.credit.exposure.total.minor() == 0 {
            return;
        }
        let answers = self.account.dealings.statement_answers.iter().rev();
        let mut confirmed = answers.filter(|held| {
            held.stands(self.day) && matches!(held.what.answer, StatementAnswer::Confirmed)
        });
        let confirmed_on = confirmed.next().map(|held| held.what.on);
        let parts = self.account.briefs.iter().filter(|brief| brief.kind.is_part());
        let from_day = match confirmed_on {
            Some(on) => Some(on.number()),
            None => parts.map(|brief| brief.from_day).min(),
        };
        let days_max = i32::try_from(self.policy.alerts.statement_days).unwrap_or(NEVER);
        let since = from_day.map(|from| from.saturating_add(days_max).saturating_add(1));
        if let Some(since) = since.filter(|since| *since <= self.day) {
            self.raise(None, Cause::StatementUnconfirmed { confirmed_on }, since, alerts);
        }
    }
}

/// More days off in a row than any calendar has: how far a last day can move.
const DAYS_OFF_MAX: i32 = 31;
