//! Whether a customer can still be reached by what is recorded of its people (A1, D4).
//! Never says by which number instead: a person checks that.

use super::demand::standing_holds;
use super::ladder::Asked;
use super::line::Line;
use super::task::{Action, Decided};
use crate::ledger::{Account, Dealing};
use crate::record::{Channel, Contact, ContactResult};
use crate::rule::trace::Trace;

/// The contact that found a number to be wrong, while by the close of that day number nobody of the
/// customer's has answered since. What is recorded of its people has no day: once it was changed
/// after that contact, no day asks for the check any more.
pub(super) fn wrong_number(account: &Account, day: i32) -> Option<&Dealing<Contact>> {
    let mut latest = account.dealings.contacts_until(day).rev();
    let told = latest.find(|contact| {
        let result = contact.what.result;
        result.is_answer() || result == ContactResult::WrongNumber
    })?;
    let checked = account.customer.people_recorded;
    let is_unchecked = checked.is_none_or(|recorded| recorded < told.recorded);
    Some(told).filter(|it| it.what.result == ContactResult::WrongNumber && is_unchecked)
}

impl Asked<'_> {
    /// What is to be done, where a wrong number asks for a check of the contact data: that comes
    /// before whatever waits, and with whatever is due. It disturbs nobody, so that it keeps no
    /// quiet days, and asks for nothing, so that it comes whatever is promised or disputed; but it
    /// rests while everything is on hold or nothing is open.
    pub(super) fn checked_first(
        &self,
        decided: Option<Decided>,
        trace: &mut impl Trace<Line>,
    ) -> Option<Decided> {
        let day = self.as_of.number();
        let Some(told) = wrong_number(self.account, day) else { return decided };
        let is_wanted = if decided.is_some() { !self.is_held() } else { self.is_open() };
        if !is_wanted || self.is_on_hold() {
            return decided;
        }
        let reason = Line::WrongNumber { day: told.day };
        trace.note(|| reason.clone());
        Some(match decided {
            Some(due) if due.action.is_some() && due.due_day <= day => Decided { reason, ..due },
            waiting => {
                let check_day = self.contacts.return_day(self.policy, told);
                let due_day = waiting.as_ref().map_or(check_day, |it| it.due_day.min(check_day));
                let amounts = waiting.map(|it| it.amounts).unwrap_or_default();
                let action = Some(Action::FollowUp(Channel::Phone));
                Decided { action, due_day, reason, amounts }
            }
        })
    }

    /// True while a hold stands that covers everything of the customer.
    pub(super) fn is_on_hold(&self) -> bool {
        let day = self.as_of.number();
        let mut holds = standing_holds(self.account, self.policy, day);
        holds.any(|hold| hold.parts.is_empty() && day <= hold.what.until.number())
    }

    /// True while the customer owes anything, due or not.
    pub(super) fn is_open(&self) -> bool {
        let parts = self.account.briefs.iter().filter(|brief| brief.kind.is_part());
        parts.into_iter().any(|brief| self.account.left(brief, self.as_of.number()) > 0)
    }

    /// True when everything overdue is on hold.
    fn is_held(&self) -> bool {
        let items = &self.demands.items;
        !items.is_empty() && items.iter().all(|item| item.held_minor >= item.open_minor)
    }
}
