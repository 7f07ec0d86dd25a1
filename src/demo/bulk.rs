//! The many contacts of a large demo book, quarter by quarter as they were noted down.
//! Never about the customers of the story: those are called one by one.

use super::chance::Chance;
use super::clerk::{Clerk, code};
use super::collect::plain_contact;
use super::errand::Errand;
use super::table::{QUARTER_DAYS, STORY_CUSTOMERS};
use super::{Size, story, table};
use crate::calendar::Date;
use crate::id::Key;
use crate::ledger::Account;
use crate::record::{Channel, Contact, ContactResult, StepDone};
use crate::workbook::{Command, Rejection};

/// The most contacts of one entry.
const ENTRY_MAX: usize = 1_000;

/// Puts so many contacts on the agenda, at the end of each quarter, after its tables.
pub(super) fn plan(clerk: &mut Clerk, size: Size) {
    let days = table::DAYS + story::DAYS;
    let quarters = days.unsigned_abs().div_ceil(QUARTER_DAYS.unsigned_abs());
    // In the first quarter hardly anything is due.
    let each = size.contacts / quarters.saturating_sub(1).max(1);
    let mut from = clerk.today.plus_days(QUARTER_DAYS - days);
    while from < clerk.today {
        let to = from.plus_days(QUARTER_DAYS).min(clerk.today);
        clerk.plan(to.plus_days(-1), Errand::NoteContacts(from, each));
        from = to;
    }
}

/// Notes down so many contacts of the days since `from`, customer by customer.
pub(super) fn note(clerk: &mut Clerk, from: Date, count: u32) -> Result<(), Rejection> {
    let customers = clerk.workbook.ledger().accounts().count();
    let customers = u32::try_from(customers).unwrap_or(u32::MAX).max(1);
    let customers = customers.saturating_sub(STORY_CUSTOMERS).max(1);
    let mut contacts: Vec<Contact> = Vec::new();
    for place in 0..customers {
        let of = |place: u32| u64::from(count) * u64::from(place) / u64::from(customers);
        let wanted = of(place + 1) - of(place);
        let customer = Key::of(&code(STORY_CUSTOMERS + place));
        if clerk.account(&customer).is_none() {
            continue;
        }
        let first = contacts.len();
        for _ in 0..wanted {
            contacts.push(one(clerk, customer.clone(), from));
        }
        // What is recorded about due dates later would end levels under an earlier step.
        let is_last = clerk.day.plus_days(4) >= clerk.today;
        let first = contacts.get_mut(first).filter(|_| is_last);
        if let (Some(account), Some(first)) = (clerk.account(&customer), first) {
            first.step = step(account, first);
        }
        if contacts.len() >= ENTRY_MAX {
            clerk.give(Command::LogContacts(std::mem::take(&mut contacts)))?;
        }
    }
    if contacts.is_empty() {
        return Ok(());
    }
    clerk.give(Command::LogContacts(contacts)).map(drop)
}

fn one(clerk: &mut Clerk, customer: Key, from: Date) -> Contact {
    use ContactResult as R;
    let last = clerk.day.number() - from.number();
    let on = from.plus_days(clerk.chance.between(0, last));
    let channels = [Channel::Phone, Channel::Phone, Channel::Wechat, Channel::Sms, Channel::Letter];
    let channel = clerk.chance.pick(&channels, Channel::Phone);
    let results: &[R] = match channel {
        Channel::Phone => {
            &[R::Promises, R::NoAnswer, R::WaitingForApproval, R::SaysPaid, R::Refuses]
        }
        Channel::Letter => &[R::LetterDelivered, R::Sent],
        Channel::Sms
        | Channel::Email
        | Channel::Wechat
        | Channel::Statement
        | Channel::Visit
        | Channel::Meeting => &[R::Sent, R::Acknowledged],
    };
    let result = clerk.chance.pick(results, R::Sent);
    let made_by = pick(&mut clerk.chance, &clerk.cast.owners);
    let said =
        if channel == Channel::Phone { clerk.cast.talk.call } else { clerk.cast.talk.message };
    let follow_up_on = Some(on.plus_days(clerk.chance.between(2, 14)));
    let held = plain_contact(customer, on, channel);
    Contact { result, made_by, said: said.to_owned(), follow_up_on, ..held }
}

fn pick(chance: &mut Chance, names: &[&'static str]) -> String {
    chance.pick(names, "").to_owned()
}

/// The first step of the playbook, when something was overdue by then and somebody was reached.
fn step(account: &Account, contact: &Contact) -> Option<StepDone> {
    let day = contact.on.number();
    let overdue =
        account.parts.iter().any(|part| part.due_day < day && account.outstanding(part, day) > 0);
    let is_first = account.dealings.level(day) == 0;
    let reached = !contact.result.is_failed() && contact.channel == Channel::Phone;
    (overdue && is_first && reached).then(|| StepDone {
        level: 1,
        after: 0,
        step: "hear-the-reason".to_owned(),
    })
}
