//! What the contacts so far say about the next one: the last of them, whether it was answered, and
//! the date that was agreed (D2, D4).
//! Never looks at contacts after the day.

use crate::ledger::{Account, Dealing};
use crate::record::{Channel, Contact, ContactResult, Playbook};

use super::ladder::scaled;
use crate::policy::{Policy, plus_working_days};

/// The contacts with one customer up to a day.
pub(super) struct Contacts<'a> {
    contacts: Vec<&'a Dealing<Contact>>,
}

/// The first day on which the next contact may take place, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spacing {
    /// Nothing stands against it.
    Free,
    /// So many quiet days after the last contact are not over (D2).
    Quiet,
    /// The result of the last contact says when to come back.
    Result(ContactResult),
    /// The last contact agreed on a date.
    Agreed,
}

impl<'a> Contacts<'a> {
    pub(super) fn of(account: &'a Account, day: i32) -> Self {
        Self { contacts: account.dealings.contacts_until(day).collect() }
    }

    /// The last contact.
    pub(super) fn last(&self) -> Option<&'a Dealing<Contact>> {
        self.contacts.last().copied()
    }

    /// The last contact that took place on a day or later.
    pub(super) fn since(&self, day: i32) -> impl Iterator<Item = &'a Dealing<Contact>> + '_ {
        self.contacts.iter().copied().filter(move |contact| contact.day >= day)
    }

    /// The day of the last telephone call that reached somebody.
    pub(super) fn last_call(&self) -> Option<i32> {
        let calls = self.contacts.iter().rev().filter(|contact| {
            contact.what.channel == Channel::Phone && !contact.what.result.is_failed()
        });
        calls.map(|contact| contact.day).next()
    }

    /// The contact that completed the step on which the customer stands.
    pub(super) fn of_level(&self, account: &Account, day: i32) -> Option<&'a Dealing<Contact>> {
        let fact = account.dealings.last_level(day)?.contact?;
        self.contacts.iter().copied().find(|contact| contact.fact == fact)
    }

    /// True when the customer answered a contact: with it, or later.
    pub(super) fn is_answered(&self, asked: &Dealing<Contact>) -> bool {
        let place = self.contacts.iter().position(|contact| contact.fact == asked.fact);
        let later = self.contacts.iter().skip(place.unwrap_or(0));
        later.into_iter().any(|contact| contact.what.result.is_answer())
    }

    /// The first day number on which the next contact may take place, and why not earlier.
    ///
    /// A date that was agreed stands for itself; otherwise the quiet days are kept, and what the
    /// result of the last contact asks for.
    pub(super) fn next_day(&self, policy: &Policy) -> (i32, Spacing) {
        let Some(last) = self.last() else { return (i32::MIN, Spacing::Free) };
        if let Some(agreed) = last.what.follow_up_on {
            return (agreed.number(), Spacing::Agreed);
        }
        let playbook = &policy.playbook;
        let quiet = last.day.saturating_add(quiet_days(playbook)).saturating_add(1);
        match self.after_result(policy, last) {
            Some(day) => (day.max(quiet), Spacing::Result(last.what.result)),
            None => (quiet, Spacing::Quiet),
        }
    }

    /// The day number on which a contact is followed up, the quiet days left aside: the date that
    /// was agreed, what its result asks for, or the next day.
    pub(super) fn return_day(&self, policy: &Policy, contact: &Dealing<Contact>) -> i32 {
        let agreed = contact.what.follow_up_on.map(|on| on.number());
        let asked = || self.after_result(policy, contact);
        agreed.or_else(asked).unwrap_or(contact.day.saturating_add(1))
    }

    fn after_result(&self, policy: &Policy, last: &Dealing<Contact>) -> Option<i32> {
        let mut rules = policy.playbook.after_result.iter();
        let rule = rules.find(|rule| rule.result == last.what.result)?;
        let on = last.on()?;
        let days = i32::try_from(rule.days).unwrap_or(0);
        let next = if rule.working {
            plus_working_days(&policy.holidays, on, days)
        } else {
            on.plus_days(days)
        };
        Some(next.number())
    }
}

fn quiet_days(playbook: &Playbook) -> i32 {
    scaled(playbook, playbook.quiet_days)
}
