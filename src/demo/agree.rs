//! What is agreed with customers of a demo book: promises, plans, a hold, appointments.
//! Never kept or broken here: the errands that pay do that.

use super::clerk::{Clerk, Open, key, money};
use super::collect::{contact, talk};
use super::errand::Errand;
use super::{deed, story};
use crate::calendar::Date;
use crate::id::FactId;
use crate::money::Money;
use crate::record::{
    Appointment, Channel, ContactResult, Hold, Instalment, ItemRef, Plan, Promise,
};
use crate::workbook::{Command, Outcome, Rejection};

type Done = Result<(), Rejection>;

/// Invoices that nobody pays of their own accord: customer, and days before today on which they
/// are issued. Each is overdue today.
const LAPSES: [(usize, i32); 7] =
    [(0, 38), (2, 38), (3, 62), (4, 34), (10, 45), (12, 85), (13, 52)];

/// A promise for such an invoice: how many days before today it is given and promised for, how
/// much of the invoice, and how much of it comes.
struct Word {
    player: usize,
    given: i32,
    by: i32,
    percent: i64,
    pays: i64,
}

const WORDS: [Word; 5] = [
    word(12, 22, 14, 50, 50),
    word(3, 14, 8, 100, 50),
    word(10, 13, 5, 100, 0),
    word(2, 5, 0, 100, 0),
    word(4, 2, -6, 100, 0),
];

const fn word(player: usize, given: i32, by: i32, percent: i64, pays: i64) -> Word {
    Word { player, given, by, percent, pays }
}

/// The customer whose plan is on track, and the one who broke it.
const ON_TRACK: usize = 9;
const BROKE_IT: usize = 8;
/// The customer whose collection is on hold.
const ON_HOLD: usize = 14;

/// Until how many days before today a customer is called on the ordinary rounds.
pub(super) const fn calls_until(player: usize) -> i32 {
    match player {
        2 | 3 | 4 | 10 | 12 => 40,
        ON_TRACK => 46,
        _ => 1,
    }
}

/// Puts all of it on the agenda.
pub(super) fn plan(clerk: &mut Clerk) {
    for (player, back) in LAPSES {
        clerk.plan(clerk.today.plus_days(-back), Errand::Lapse(player));
    }
    let single = [
        (71, Errand::Arrange(BROKE_IT, 8)),
        (60, Errand::Spread(BROKE_IT)),
        (45, Errand::Spread(ON_TRACK)),
        (9, Errand::Pause(ON_HOLD)),
        (4, Errand::Arrange(17, 6)),
        (2, Errand::Arrange(BROKE_IT, 5)),
    ];
    for (back, errand) in single {
        clerk.plan(clerk.today.plus_days(-back), errand);
    }
}

/// An invoice that is not paid when due, and the promise for it, if one is given.
pub(super) fn lapse(clerk: &mut Clerk, player: usize) -> Done {
    let document = story::issue(clerk, player)?;
    let Some(word) = WORDS.iter().find(|word| word.player == player) else { return Ok(()) };
    let (given, by) = (clerk.today.plus_days(-word.given), clerk.today.plus_days(-word.by));
    clerk.plan(given, Errand::Promise(player, document.clone(), by, word.percent));
    if word.pays > 0 {
        clerk.plan(by, Errand::Pay(player, document, word.pays));
    }
    Ok(())
}

/// A promise of all of these items that are of the first one's currency.
pub(super) fn promise(
    player: usize,
    clerk: &Clerk,
    owed: &[Open],
    promised_on: Date,
) -> Option<Promise> {
    let currency = owed.first()?.outstanding.currency();
    let of_it = owed.iter().filter(|open| open.outstanding.currency() == currency);
    let sum = of_it.clone().map(|open| open.outstanding.minor()).sum();
    Some(Promise {
        items: of_it.map(|open| open.item.clone()).collect(),
        person: clerk.player(player).map(|held| held.person.to_owned()).unwrap_or_default(),
        ..Promise::new(key(player), clerk.day, money(sum, currency), promised_on)
    })
}

/// A call in which so many percent of a document are promised.
pub(super) fn give_word(
    clerk: &mut Clerk,
    (player, document): (usize, crate::record::DocumentRef),
    by: Date,
    percent: i64,
) -> Done {
    let mut owed = clerk.open(&key(player));
    owed.retain(|open| open.item.document == document);
    let Some(mut promise) = promise(player, clerk, &owed, by) else { return Ok(()) };
    if percent < 100 {
        let part = promise.amount.minor() * percent / 10_000 * 100;
        promise.amount = money(part, promise.amount.currency());
    }
    let mut held = contact(clerk, player, Channel::Phone);
    held.result = ContactResult::Promises;
    held.follow_up_on = Some(by);
    held.items = promise.items.clone();
    talk(clerk, &mut held);
    let (contact, outcomes) = (Box::new(held), vec![Outcome::Promise(promise)]);
    clerk.give(Command::LogContact { contact, outcomes }).map(drop)
}

/// A plan of four instalments for the oldest items. One customer pays the first two, the other
/// nothing.
pub(super) fn spread(clerk: &mut Clerk, player: usize) -> Done {
    let open = clerk.open(&key(player));
    let Some(first) = open.first() else { return Ok(()) };
    let currency = first.outstanding.currency();
    let same = open.iter().filter(|open| open.outstanding.currency() == currency);
    let covered: Vec<&Open> = same.take(2).collect();
    let total: i64 = covered.iter().map(|open| open.outstanding.minor()).sum();
    let items: Vec<ItemRef> = covered.iter().map(|open| open.item.clone()).collect();
    let quarter = total / 400 * 100;
    let days = [-29, -1, 27, 55].map(|days| clerk.today.plus_days(days));
    let amounts = [quarter, quarter, quarter, total - 3 * quarter];
    let instalments: Vec<Instalment> = (days.into_iter().zip(amounts))
        .map(|(due_on, minor)| Instalment { due_on, amount: money(minor, currency) })
        .collect();
    if player == ON_TRACK {
        for instalment in instalments.iter().take(2) {
            let on = instalment.due_on.plus_days(-2);
            clerk.plan(on, Errand::Instalment(player, items.clone(), instalment.amount));
        }
    }
    let talk_of = &clerk.cast.talk;
    let plan = Plan {
        grace_days: 3,
        conditions: talk_of.plan_conditions.to_owned(),
        consequence: talk_of.plan_consequence.to_owned(),
        ..Plan::new(key(player), clerk.day, items, instalments)
    };
    let mut held = contact(clerk, player, Channel::Visit);
    held.result = ContactResult::VisitedMet;
    held.important = true;
    talk(clerk, &mut held);
    let (contact, outcomes) = (Box::new(held), vec![Outcome::Plan(plan)]);
    clerk.give(Command::LogContact { contact, outcomes }).map(drop)
}

/// An instalment comes in and is allocated to the items of its plan, in order.
pub(super) fn instalment(
    clerk: &mut Clerk,
    player: usize,
    items: &[ItemRef],
    amount: Money,
) -> Done {
    let mut left = amount.minor();
    let mut shares = Vec::new();
    for open in clerk.open(&key(player)).into_iter().filter(|open| items.contains(&open.item)) {
        let part = left.min(open.outstanding.minor());
        if part > 0 {
            let amount = money(part, amount.currency());
            shares.push(crate::workbook::Share { item: open.item, amount, discount: None });
            left -= part;
        }
    }
    deed::receive(clerk, player, shares, 0)
}

pub(super) fn pause(clerk: &mut Clerk, player: usize) -> Done {
    clerk
        .give(Command::PlaceHold(Hold {
            customer: key(player),
            items: Vec::new(),
            from: clerk.day,
            until: clerk.today.plus_days(12),
            reason: clerk.cast.talk.hold.to_owned(),
        }))
        .map(drop)
}

/// An appointment in so many days is agreed by telephone; one before today is kept.
pub(super) fn arrange(clerk: &mut Clerk, player: usize, in_days: i32) -> Done {
    let talk_of = &clerk.cast.talk;
    let mut held = contact(clerk, player, Channel::Phone);
    held.result = ContactResult::AsksForPlan;
    let on = clerk.day.plus_days(in_days);
    held.follow_up_on = Some(on);
    talk(clerk, &mut held);
    let appointment = Appointment {
        customer: key(player),
        on,
        time: crate::calendar::TimeOfDay::new(14, 30),
        place: clerk.player(player).map(|held| held.region.to_owned()).unwrap_or_default(),
        who: held.made_by.clone(),
        person: held.person.clone(),
        preparation: talk_of.preparation.map(str::to_owned).to_vec(),
        agreed_on: clerk.day,
    };
    let (contact, outcomes) = (Box::new(held), vec![Outcome::Appointment(appointment)]);
    let entry = clerk.give(Command::LogContact { contact, outcomes })?;
    if on < clerk.today {
        clerk.plan(on, Errand::Visit(player, FactId { entry, index: 1 }));
    }
    Ok(())
}

/// An appointment is kept.
pub(super) fn visit(clerk: &mut Clerk, player: usize, appointment: FactId) -> Done {
    let mut held = contact(clerk, player, Channel::Visit);
    held.result = ContactResult::VisitedMet;
    held.appointment = Some(appointment);
    talk(clerk, &mut held);
    held.follow_up_on = Some(clerk.day.plus_days(3));
    let (contact, outcomes) = (Box::new(held), Vec::new());
    clerk.give(Command::LogContact { contact, outcomes }).map(drop)
}
