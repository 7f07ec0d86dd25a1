//! Contacts, promises, plans and overrides, written in few words.
//! Never a check: the workbook answers.

use huikuan::id::{EntryId, Key};
use huikuan::record::{
    Channel, Contact, ContactResult, CreditClass, Hold, Instalment, Override, OverrideValue, Plan,
    Promise, StepDone,
};
use huikuan::workbook::Command;

use super::{Laptop, date, item, money};

/// A call that was answered with something of no consequence.
pub(crate) fn call(customer: &str, on: &str) -> Contact {
    let (channel, result) = (Channel::Phone, ContactResult::Acknowledged);
    Contact { demand: true, ..Contact::new(Key::of(customer), date(on), channel, result) }
}

/// A call that did a step of the playbook: which level it reached, and which stood before.
pub(crate) fn step(customer: &str, on: &str, level: u32, after: u32) -> Contact {
    let step = format!("step-{level}");
    Contact { step: Some(StepDone { level, after, step }), ..call(customer, on) }
}

/// A promise of whatever is owed: given on, promised on, amount.
pub(crate) fn promise(customer: &str, [given_on, promised_on, amount]: [&str; 3]) -> Promise {
    Promise::new(Key::of(customer), date(given_on), money(amount), date(promised_on))
}

/// A plan without grace for these invoices; an instalment reads `2025-04-01 50`.
pub(crate) fn plan(
    customer: &str,
    numbers: &[&str],
    agreed_on: &str,
    instalments: &[&str],
) -> Plan {
    let instalment = |text: &&str| {
        let (due_on, amount) = text.split_once(' ').unwrap();
        Instalment { due_on: date(due_on), amount: money(amount) }
    };
    let items = numbers.iter().map(|number| item(customer, number, 0)).collect();
    let instalments = instalments.iter().map(instalment).collect();
    Plan::new(Key::of(customer), date(agreed_on), items, instalments)
}

pub(crate) fn hold(customer: &str, from: &str, until: &str) -> Hold {
    Hold {
        customer: Key::of(customer),
        items: Vec::new(),
        from: date(from),
        until: date(until),
        reason: "等待对账".to_owned(),
    }
}

pub(crate) fn class_by_hand(customer: &str, [from, until]: [&str; 2], to: CreditClass) -> Override {
    Override {
        customer: Key::of(customer),
        from: date(from),
        until: date(until),
        value: OverrideValue::Class(to),
        reason: "老客户".to_owned(),
        replaces: Vec::new(),
    }
}

impl Laptop {
    /// Records a contact that must be accepted.
    pub(crate) fn contacts(&mut self, contact: Contact) -> EntryId {
        self.does(log(contact))
    }

    /// The level of the playbook on which a customer stands at the close of a day.
    pub(crate) fn level(&self, customer: &str, on: &str) -> u32 {
        let account = self.book.ledger().account(&Key::of(customer)).unwrap();
        account.dealings.level(date(on).number())
    }
}

pub(crate) fn log(contact: Contact) -> Command {
    Command::LogContact { contact: Box::new(contact), outcomes: Vec::new() }
}
