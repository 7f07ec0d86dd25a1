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
    Contact {
        customer: Key::of(customer),
        on: date(on),
        time: None,
        channel: Channel::Phone,
        result: ContactResult::Acknowledged,
        made_by: String::new(),
        person: String::new(),
        said: String::new(),
        reply: String::new(),
        demand: true,
        items: Vec::new(),
        step: None,
        answer_by: None,
        next_step: String::new(),
        follow_up_on: None,
        important: false,
        appointment: None,
        cost: None,
        tracking_no: String::new(),
        delivered_on: None,
    }
}

/// A call that did a step of the playbook: which level it reached, and which stood before.
pub(crate) fn step(customer: &str, on: &str, level: u32, after: u32) -> Contact {
    let step = format!("step-{level}");
    Contact { step: Some(StepDone { level, after, step }), ..call(customer, on) }
}

/// A promise of whatever is owed: given on, promised on, amount.
pub(crate) fn promise(customer: &str, [given_on, promised_on, amount]: [&str; 3]) -> Promise {
    Promise {
        customer: Key::of(customer),
        given_on: date(given_on),
        amount: money(amount),
        promised_on: date(promised_on),
        items: Vec::new(),
        person: String::new(),
        written: false,
        memo: String::new(),
    }
}

/// A plan for one invoice; an instalment reads `2025-04-01 50`.
pub(crate) fn plan(customer: &str, number: &str, agreed_on: &str, instalments: &[&str]) -> Plan {
    let instalment = |text: &&str| {
        let (due_on, amount) = text.split_once(' ').unwrap();
        Instalment { due_on: date(due_on), amount: money(amount) }
    };
    Plan {
        customer: Key::of(customer),
        agreed_on: date(agreed_on),
        items: vec![item(customer, number, 0)],
        instalments: instalments.iter().map(instalment).collect(),
        grace_days: 0,
        conditions: String::new(),
        consequence: String::new(),
        annual_rate: None,
        reward: String::new(),
    }
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
