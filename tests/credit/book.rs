//! A ledger told in lines of text: `C1 invoice A 2025-01-10 2025-02-09 100`.
//! Never a line that the workbook would refuse: it is told what a person can record.

use huikuan::calendar::Date;
use huikuan::id::{FactId, Key};
use huikuan::record::{
    AlertAnswer, AlertKind, Assessment, Channel, Contact, ContactResult, ContractFields,
    CreditClass, CustomerFields, Dispute, Evaluation, ExchangeRate, Instalment, ItemRef, Override,
    OverrideValue, Plan, Promise, ReverseSubject, StatementAnswer, StatementAnswered,
    StatementSent, Tier,
};
use huikuan::workbook::Command;

use crate::laptop::{Laptop, call, date, item, money, promise, received, share};

/// A workbook with these lines.
pub(crate) fn book(lines: &[&str]) -> Laptop {
    let mut mei = Laptop::begins("mei");
    for line in lines {
        add(&mut mei, line);
    }
    mei
}

/// Adds a line: customer, what happened, and what that needs.
pub(crate) fn add(mei: &mut Laptop, line: &str) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let (customer, rest) = (words[0], &words[2..]);
    match words[1] {
        "invoice" => {
            mei.invoices(customer, rest[0], [rest[1], rest[2], &amount(rest[3])]);
        }
        "pays" => {
            let amount = amount(rest[2]);
            let receipt = received(customer, rest[1], &amount);
            mei.receives(receipt, vec![share(customer, rest[0], &amount)]);
        }
        "gives-up" => {
            mei.writes_off(item(customer, rest[0], 0), &amount(rest[2]), rest[1]);
        }
        "disputes" => {
            mei.does(Command::RaiseDispute(Dispute {
                customer: Key::of(customer),
                item: item(customer, rest[0], 0),
                amount: rest.get(2).map(|text| money(&amount(text))),
                reason: "quality".to_owned(),
                raised_on: date(rest[1]),
            }));
        }
        "limit" => amend(mei, customer, |it| it.credit_limit = Some(money(&amount(rest[0])))),
        "region" => amend(mei, customer, |it| it.region = Some(rest[0].to_owned())),
        "owner" => amend(mei, customer, |it| it.owner = Some(rest[0].to_owned())),
        "suspended" => amend(mei, customer, |it| it.supply_suspended = Some(true)),
        "rate" => {
            let rate = ExchangeRate {
                currency: rest[0].parse().unwrap(),
                on: date(rest[1]),
                rate: rest[2].parse().unwrap(),
            };
            mei.does(Command::RecordRate(rate));
        }
        "promises" => promises(mei, customer, rest),
        "plans" => plans(mei, customer, rest),
        "class" | "tier" => {
            overrides(mei, customer, rest);
        }
        "demand" => demand(mei, customer, rest),
        "statement" => statement(mei, customer, rest),
        "evaluated" => evaluated(mei, customer, rest),
        "contract" => {
            let fields = ContractFields {
                signed_on: Some(date(rest[1])),
                late_rate: rest.get(2).map(|rate| rate.parse().unwrap()),
                ..ContractFields::default()
            };
            let (customer, number) = (Key::of(customer), rest[0].to_owned());
            mei.does(Command::RecordContract { customer, number, fields });
        }
        "answers" => answers(mei, customer, rest),
        "assessed" => {
            mei.does(Command::Assess(Assessment {
                customer: Key::of(customer),
                item: (rest[0] != "-").then(|| item(customer, rest[0], 0)),
                amount: money(&amount(rest[2])),
                on: date(rest[1]),
                reason: "insolvent".to_owned(),
            }));
        }
        other => panic!("{other}"),
    }
}

/// `100` or `100USD`.
fn amount(text: &str) -> String {
    let at = text.find(|letter: char| letter.is_ascii_uppercase());
    at.map_or_else(|| text.to_owned(), |at| format!("{} {}", &text[..at], &text[at..]))
}

fn amend(mei: &mut Laptop, customer: &str, change: impl FnOnce(&mut CustomerFields)) {
    let mut fields = CustomerFields::default();
    change(&mut fields);
    let customer = Key::of(customer);
    mei.does(Command::AmendCustomer { customer, fields });
}

/// `given on`, `promised on`, amount, `written` or `spoken`, items.
fn promises(mei: &mut Laptop, customer: &str, rest: &[&str]) {
    mei.does(Command::RecordPromise(Promise {
        items: items(customer, &rest[4..]),
        written: rest[3] == "written",
        ..promise(customer, [rest[0], rest[1], &amount(rest[2])])
    }));
}

fn items(customer: &str, numbers: &[&str]) -> Vec<ItemRef> {
    numbers.iter().map(|number| item(customer, number, 0)).collect()
}

/// `agreed on`, item, then `day:amount` for each instalment.
fn plans(mei: &mut Laptop, customer: &str, rest: &[&str]) {
    let instalments = rest[2..].iter().map(|text| {
        let (due_on, amount) = text.split_once(':').unwrap();
        Instalment { due_on: date(due_on), amount: money(amount) }
    });
    let (agreed_on, covered) = (date(rest[0]), items(customer, &rest[1..2]));
    let instalments = instalments.collect();
    mei.does(Command::AgreePlan(Plan::new(Key::of(customer), agreed_on, covered, instalments)));
}

/// `risk 2026-01-01 2026-06-30` or `A 2026-01-01 2026-06-30`.
fn overrides(mei: &mut Laptop, customer: &str, rest: &[&str]) -> FactId {
    let value = match rest[0] {
        "A" => OverrideValue::Tier(Tier::A),
        "C" => OverrideValue::Tier(Tier::C),
        class => OverrideValue::Class(class_of(class)),
    };
    let entry = mei.does(Command::SetOverride(Override {
        customer: Key::of(customer),
        from: date(rest[1]),
        until: date(rest[2]),
        value,
        reason: "owner knows".to_owned(),
        replaces: Vec::new(),
    }));
    FactId { entry, index: 0 }
}

/// Sets a class or tier, and reverses it on a day.
pub(crate) fn overridden_until_reversed(mei: &mut Laptop, line: &str, on: &str) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let fact = overrides(mei, words[0], &words[2..]);
    mei.reverses(words[0], ReverseSubject::Fact(fact), on);
}

fn class_of(text: &str) -> CreditClass {
    match text {
        "quality" => CreditClass::Quality,
        "risk" => CreditClass::Risk,
        _ => CreditClass::Regular,
    }
}

/// `2024-05-01 letter_delivered`, then items.
fn demand(mei: &mut Laptop, customer: &str, rest: &[&str]) {
    let result = match rest[1] {
        "delivered" => ContactResult::LetterDelivered,
        "returned" => ContactResult::LetterReturned,
        "sent" => ContactResult::Sent,
        _ => ContactResult::Acknowledged,
    };
    mei.contacts(Contact {
        channel: Channel::Letter,
        result,
        said: "please pay".to_owned(),
        items: items(customer, &rest[2..]),
        ..call(customer, rest[0])
    });
}

/// `as of`, then `answered on` and `signed` or `unsigned`.
fn statement(mei: &mut Laptop, customer: &str, rest: &[&str]) {
    let as_of: Date = date(rest[0]);
    let entry = mei.does(Command::SendStatements(vec![StatementSent {
        customer: Key::of(customer),
        as_of,
        sent_on: as_of,
        sent_by: String::new(),
        balances: Vec::new(),
    }]));
    mei.does(Command::AnswerStatement(StatementAnswered {
        customer: Key::of(customer),
        statement: FactId { entry, index: 0 },
        on: date(rest[1]),
        answer: StatementAnswer::Confirmed,
        signed: rest[2] == "signed",
    }));
}

/// `on`, class, score.
fn evaluated(mei: &mut Laptop, customer: &str, rest: &[&str]) {
    mei.does(Command::Evaluate(vec![Evaluation {
        customer: Key::of(customer),
        on: date(rest[0]),
        from: None,
        to: class_of(rest[1]),
        score: None,
        by: "mei".to_owned(),
    }]));
}

/// Kind, `on`, `until` or `-`, then the item if it is about one.
fn answers(mei: &mut Laptop, customer: &str, rest: &[&str]) {
    let kind = huikuan::rule::credit::ALERT_KINDS.into_iter();
    let kind: AlertKind = kind.into_iter().find(|kind| format!("{kind:?}") == rest[0]).unwrap();
    mei.does(Command::AnswerAlerts(vec![AlertAnswer {
        customer: Key::of(customer),
        alert: kind,
        item: rest.get(3).map(|number| item(customer, number, 0)),
        on: date(rest[1]),
        until: (rest[2] != "-").then(|| date(rest[2])),
        reason: "known".to_owned(),
    }]));
}
