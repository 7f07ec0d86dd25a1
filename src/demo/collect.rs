//! How the clerks of a demo book collect: calls, letters and visits, and what comes of them.
//! Never decides whether a promise was kept: the money that comes in does.

use super::agree;
use super::clerk::{Clerk, Open, key};
use super::errand::Errand;
use super::role::{Habit, ROLES};
use crate::calendar::{Date, TimeOfDay};
use crate::id::Key;
use crate::ledger::NEVER;
use crate::record::{Channel, Contact, ContactResult, Step, StepDone};
use crate::workbook::{Command, Outcome, Rejection};

/// Days before today from which on customers of the story are called.
const CALLED_FROM: i32 = 200;
/// The due dates of this customer are changed until so many days before today: nobody calls
/// before.
const EXTENDED: (usize, i32) = (9, 118);

/// Puts the rounds of calls on the agenda.
pub(super) fn plan(clerk: &mut Clerk) {
    for player in 0..ROLES.len() {
        let until = agree::calls_until(player);
        let mut back = CALLED_FROM - clerk.chance.between(0, 12);
        while back > until {
            if player != EXTENDED.0 || back <= EXTENDED.1 {
                clerk.plan(clerk.today.plus_days(-back), Errand::Call(player));
            }
            back -= clerk.chance.between(9, 17);
        }
    }
}

/// What of a customer is overdue at the close of the present day, oldest first.
pub(super) fn overdue(clerk: &Clerk, customer: &Key) -> Vec<Open> {
    let day = clerk.day.number();
    clerk.open(customer).into_iter().filter(|open| open.due_day < day).collect()
}

/// A contact of the present day with nothing said yet.
pub(super) fn contact(clerk: &mut Clerk, player: usize, channel: Channel) -> Contact {
    let hour = u16::try_from(clerk.chance.between(9, 16)).unwrap_or(9);
    let minute = u16::try_from(clerk.chance.between(0, 11)).unwrap_or(0) * 5;
    let owner = clerk.cast.owners.get(player % clerk.cast.owners.len()).copied();
    Contact {
        time: TimeOfDay::new(hour, minute),
        made_by: owner.unwrap_or_default().to_owned(),
        person: clerk.player(player).map(|held| held.person.to_owned()).unwrap_or_default(),
        ..plain_contact(key(player), clerk.day, channel)
    }
}

/// A demand that was answered, of which only customer, day and channel are known.
pub(super) const fn plain_contact(customer: Key, on: Date, channel: Channel) -> Contact {
    let mut held = Contact::new(customer, on, channel, ContactResult::Acknowledged);
    held.demand = true;
    held
}

/// Does what is due with a customer: a reminder while nothing is overdue, then step by step.
pub(super) fn call(clerk: &mut Clerk, player: usize) -> Result<(), Rejection> {
    let customer = key(player);
    let owed = overdue(clerk, &customer);
    let Some(oldest) = owed.first() else { return remind(clerk, player) };
    let days = clerk.day.number() - oldest.due_day;
    if is_left_alone(clerk, &customer) || days < 4 {
        return Ok(());
    }
    let step = next_step(clerk, player, days);
    let channel = match &step {
        Some((_, step)) => step.channels.first().copied().unwrap_or(Channel::Phone),
        None if clerk.chance.percent(60) => Channel::Phone,
        None => Channel::Wechat,
    };
    let mut held = contact(clerk, player, channel);
    held.result = result(clerk, player, channel);
    if let Some((done, step)) = step.filter(|_| !held.result.is_failed()) {
        let asked = step.answer_working_days.and_then(|days| i32::try_from(days).ok());
        held.answer_by = asked.map(|days| clerk.day.plus_days(days * 7 / 5));
        held.step = Some(done);
    }
    talk(clerk, &mut held);
    let promised = held.result == ContactResult::Promises;
    let by = clerk.day.plus_days(clerk.chance.between(5, 12));
    let promise = promised.then(|| agree::promise(player, clerk, &owed, by)).flatten();
    held.follow_up_on = Some(if promise.is_some() { by } else { next_date(clerk, held.result) });
    let outcomes = promise.into_iter().map(Outcome::Promise).collect();
    clerk.give(Command::LogContact { contact: Box::new(held), outcomes }).map(drop)
}

/// True while a promise, a plan or a hold says that nothing is asked for.
fn is_left_alone(clerk: &Clerk, customer: &Key) -> bool {
    let Some(account) = clerk.account(customer) else { return true };
    let (day, dealings) = (clerk.day.number(), &account.dealings);
    dealings.holds.iter().any(|held| held.stands(day) && held.what.until >= clerk.day)
        || dealings.promises.iter().any(|held| held.what.promised_on.number() + 2 >= day)
        || dealings.plans.iter().any(|held| held.day + 32 > day)
}

/// The next step of the playbook that is due, and its place.
fn next_step(clerk: &Clerk, player: usize, days: i32) -> Option<(StepDone, Step)> {
    let account = clerk.account(&key(player))?;
    let playbook = &clerk.workbook.ledger().policy().playbook;
    let typical = ROLES.get(player).map_or(0, |role| role.typical);
    let steps = match ROLES.get(player).map(|role| role.habit) {
        Some(Habit::Stalls(_) | Habit::Defaults) => &playbook.a,
        Some(_) if typical > 60_000 => &playbook.a,
        Some(_) if typical < 15_000 => &playbook.c,
        Some(_) | None => &playbook.b,
    };
    let after = account.dealings.level(clerk.day.number());
    let is_key_account = account.customer.fields.key_account.unwrap_or(false);
    let is_due = |step: &Step| {
        i32::try_from(step.when.overdue_days_min).is_ok_and(|min| min <= days)
            && !step.applies.unanswered
            && !step.applies.large
            && (!step.applies.key_account || is_key_account)
    };
    let (level, step) =
        (1_u32..).zip(steps).find(|(level, step)| *level > after && is_due(step))?;
    Some((StepDone { level, after, step: step.name.clone() }, step.clone()))
}

/// What comes of a contact with a customer of that habit.
fn result(clerk: &mut Clerk, player: usize, channel: Channel) -> ContactResult {
    use ContactResult as R;
    let results: &[R] = match channel {
        Channel::Letter => &[R::LetterDelivered, R::LetterDelivered, R::Sent, R::LetterReturned],
        Channel::Visit | Channel::Meeting => &[R::VisitedMet, R::VisitedMet, R::VisitedNotMet],
        Channel::Sms | Channel::Email | Channel::Wechat | Channel::Statement => {
            &[R::Sent, R::Acknowledged]
        }
        Channel::Phone => match ROLES.get(player).map(|role| role.habit) {
            Some(Habit::Stalls(_) | Habit::Defaults) => {
                &[R::NoAnswer, R::Promises, R::Refuses, R::AsksForPlan, R::WrongNumber]
            }
            Some(Habit::Contests | Habit::Deducts) => {
                &[R::Disputes, R::InvoiceNotReceived, R::Promises]
            }
            Some(Habit::Pays(late)) if late > 15 => {
                &[R::WaitingForApproval, R::Promises, R::NoAnswer]
            }
            Some(_) | None => &[R::Promises, R::SaysPaid, R::WaitingForApproval, R::NoAnswer],
        },
    };
    clerk.chance.pick(results, R::NoAnswer)
}

/// Fills in what was said and answered.
pub(super) fn talk(clerk: &mut Clerk, held: &mut Contact) {
    use ContactResult as R;
    let talk = &clerk.cast.talk;
    held.said = match held.channel {
        Channel::Letter => talk.letter,
        Channel::Visit | Channel::Meeting => talk.visit,
        Channel::Phone => talk.call,
        Channel::Sms | Channel::Email | Channel::Wechat | Channel::Statement => talk.message,
    }
    .to_owned();
    let reply = match held.result {
        R::Promises => talk.promises,
        R::Disputes => talk.disputes,
        R::Refuses => talk.refuses,
        R::AsksForPlan => talk.asks_for_plan,
        R::InvoiceNotReceived => talk.no_invoice,
        R::WaitingForApproval => talk.approval,
        R::SaysPaid => talk.says_paid,
        R::VisitedMet => talk.met,
        R::Acknowledged => talk.acknowledged,
        R::NoAnswer
        | R::WrongNumber
        | R::VisitedNotMet
        | R::Sent
        | R::LetterDelivered
        | R::LetterReturned => "",
    };
    held.reply = reply.to_owned();
    if held.result.is_failed() {
        held.next_step = talk.try_again.to_owned();
    }
    if held.channel == Channel::Letter {
        held.tracking_no = clerk.number(clerk.cast.talk.courier);
        held.delivered_on = (held.result == R::LetterDelivered).then_some(held.on);
    }
}

/// When the customer comes back to the list, as the playbook has it.
fn next_date(clerk: &Clerk, result: ContactResult) -> Date {
    let after = &clerk.workbook.ledger().policy().playbook.after_result;
    let days = after.iter().find(|held| held.result == result).map_or(7, |held| held.days);
    clerk.day.plus_days(i32::try_from(days).unwrap_or(7))
}

/// A message before something falls due.
fn remind(clerk: &mut Clerk, player: usize) -> Result<(), Rejection> {
    let soon = clerk.day.number() + 7;
    let open = clerk.open(&key(player));
    if !open.iter().any(|open| open.due_day != NEVER && open.due_day <= soon) {
        return Ok(());
    }
    let mut held = contact(clerk, player, Channel::Sms);
    held.result = ContactResult::Sent;
    held.demand = false;
    held.said = clerk.cast.talk.before_due.to_owned();
    let (contact, outcomes) = (Box::new(held), Vec::new());
    clerk.give(Command::LogContact { contact, outcomes }).map(drop)
}
