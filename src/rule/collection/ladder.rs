//! The next step of the playbook for a customer, and the day on which it is due (D1, D2).
//! Never skips a step that applies, and never goes back.

use super::demand::Demands;
use super::line::{Line, NotApplicable, StepCondition};
use super::record::Contacts;
use super::task::Standing;
use crate::calendar::{AsOf, Date};
use crate::ledger::Account;
use crate::money::Money;
use crate::policy::Policy;
use crate::record::{Applies, CreditClass, Playbook, Step, Tier};
use crate::rule::trace::Trace;

/// The steps of a tier.
#[must_use]
pub(super) fn steps(playbook: &Playbook, tier: Tier) -> &[Step] {
    match tier {
        Tier::A => &playbook.a,
        Tier::B => &playbook.b,
        Tier::C => &playbook.c,
    }
}

/// Days of the playbook as its intensity makes them: days × 100 ÷ intensity, half up.
pub(super) fn scaled(playbook: &Playbook, days: u32) -> i32 {
    let intensity = u64::from(playbook.intensity_percent.max(1));
    let days = (u64::from(days) * 100 + intensity / 2) / intensity;
    i32::try_from(days).unwrap_or(i32::MAX)
}

/// The next step: its place in the list, from 1, and the first day number on which everything that
/// it asks for holds, the spacing of contacts left aside.
pub(super) struct Next {
    pub(super) place: u32,
    pub(super) from_day: i32,
}

/// Everything that a step may ask about.
pub(super) struct Asked<'a> {
    pub(super) account: &'a Account,
    pub(super) policy: &'a Policy,
    pub(super) standing: Standing,
    pub(super) demands: &'a Demands,
    pub(super) contacts: &'a Contacts<'a>,
    pub(super) oldest_due_day: i32,
    pub(super) as_of: AsOf,
}

impl Asked<'_> {
    /// The first step above the level that applies; `None` at the end of the list.
    pub(super) fn next_step(&self, level: u32, trace: &mut impl Trace<Line>) -> Option<Next> {
        let list = steps(&self.policy.playbook, self.standing.list());
        let demanded = self.demands.demanded();
        for (place, step) in (1_u32..).zip(list).skip(level as usize) {
            if let Some(why) = self.not_applicable(&step.applies, &demanded) {
                trace.note(|| Line::PassedOver { place, why });
                continue;
            }
            trace.note(|| Line::NextStep { place });
            return Some(Next { place, from_day: self.due_from(step, trace) });
        }
        None
    }

    /// Why a step or notice about these amounts does not apply to the customer.
    pub(super) fn not_applicable(
        &self,
        applies: &Applies,
        amounts: &[Money],
    ) -> Option<NotApplicable> {
        let class = self.standing.class;
        if !applies.classes.is_empty() && !applies.classes.contains(&class) {
            return Some(NotApplicable::Class(class));
        }
        let reaches = |min: Money| amounts.iter().any(|sum| self.is_at_least(*sum, min));
        let large = self.policy.playbook.large_amount;
        if applies.amount_min.is_some_and(|min| !reaches(min)) || (applies.large && !reaches(large))
        {
            return Some(NotApplicable::Amount);
        }
        let is_key = self.account.customer.fields.key_account == Some(true);
        if applies.key_account && !is_key {
            return Some(NotApplicable::KeyAccount);
        }
        let asked = self.contacts.of_level(self.account, self.as_of.number());
        let is_answered = || asked.is_none_or(|asked| self.contacts.is_answered(asked));
        (applies.unanswered && is_answered()).then_some(NotApplicable::Answered)
    }

    /// An amount against a limit of the policy; of another currency by the day's rate, or by plain
    /// units where there is none.
    fn is_at_least(&self, amount: Money, min: Money) -> bool {
        let rate = |money: Money| self.policy.rate_on(money.currency(), self.as_of);
        if amount.currency() != min.currency()
            && let (Some(of_amount), Some(of_min)) = (rate(amount), rate(min))
        {
            let worth = |money: Money, rate| money.decimal().checked_mul(rate);
            return worth(amount, of_amount) >= worth(min, of_min);
        }
        amount.decimal() >= min.decimal()
    }

    /// The first day number on which all conditions of a step hold.
    fn due_from(&self, step: &Step, trace: &mut impl Trace<Line>) -> i32 {
        let playbook = &self.policy.playbook;
        let mut from_day = self.oldest_due_day.saturating_add(1);
        let mut at_least = |condition, day: i32, from: &mut i32| {
            trace.note(|| Line::StepFrom { condition, day });
            *from = day.max(*from);
        };
        if step.when.overdue_days_min > 1 {
            let days = scaled(playbook, step.when.overdue_days_min);
            let day = self.oldest_due_day.saturating_add(days);
            at_least(StepCondition::Overdue(days), day, &mut from_day);
        }
        if step.when.after_grace {
            let class = self.standing.class;
            let days = scaled(playbook, grace_days(playbook, class));
            let day = self.oldest_due_day.saturating_add(days).saturating_add(1);
            at_least(StepCondition::Grace { class, days }, day, &mut from_day);
        }
        let last = self.contacts.last();
        if let (Some(last), 1..) = (last, step.when.days_since_contact_min) {
            let days = scaled(playbook, step.when.days_since_contact_min);
            let day = last.day.saturating_add(days);
            at_least(StepCondition::SinceContact(days), day, &mut from_day);
        }
        if let Some(asked) = self.contacts.of_level(self.account, self.as_of.number())
            && let Some(by) = asked.what.answer_by
            && !self.contacts.is_answered(asked)
        {
            at_least(StepCondition::Answer, by.number().saturating_add(1), &mut from_day);
        }
        if step.when.month_end_days > 0 {
            let days = i32::try_from(step.when.month_end_days).unwrap_or(31);
            let day = month_end(from_day.max(self.as_of.number()), days);
            at_least(StepCondition::MonthEnd(days), day, &mut from_day);
        }
        from_day
    }
}

/// Days of grace of a class (D1).
const fn grace_days(playbook: &Playbook, class: CreditClass) -> u32 {
    let [quality, regular, risk] = playbook.grace_days;
    match class {
        CreditClass::Quality => quality,
        CreditClass::Regular => regular,
        CreditClass::Risk => risk,
    }
}

/// The first day on or after `day` that is among the last so many of its month.
fn month_end(day: i32, days: i32) -> i32 {
    let Some(on) = Date::from_number(day) else { return day };
    day.max(on.month_end().number().saturating_sub(days - 1))
}
