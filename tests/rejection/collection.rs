//! The other places at which a rule of collections can be broken, a row for each.
//! Never the first place of a rejection: that is among the rows of `main`.

use huikuan::id::{FactId, Key};
use huikuan::policy::Policy;
use huikuan::record::{
    Contact, CreditClass, CustomerFields, Hold, Member, Person, Plan, Playbook, Promise, Role,
    SettingField, SettingFields, StatementAnswer, StatementAnswered, StatementSent,
};
use huikuan::workbook::{Command, Rejection};

use crate::laptop::{call, class_by_hand, date, hold, log, money, plan, promise, step};
use crate::{Row, meets};

/// Contacts and what was said in them.
fn contacts() -> Vec<Row> {
    let next = |next_on: &str| Rejection::NextBeforeContact {
        next_on: date(next_on),
        on: date("2025-03-10"),
    };
    let gone = || Rejection::PersonGone { person: "赵敏".to_owned(), until: date("2025-02-28") };
    let early =
        Rejection::BeforeItHappened { on: date("2025-03-09"), happened_on: date("2025-03-10") };
    vec![
        (
            "a step by somebody who saw another level",
            Rejection::LevelOutOfOrder { level: 3, stands: 1 },
            |mei, _| {
                mei.contacts(step("C1", "2025-02-20", 1, 0));
                mei.tries(log(step("C1", "2025-02-21", 3, 2)))
            },
        ),
        ("an answer asked for by yesterday", next("2025-03-09"), |mei, _| {
            let answer_by = Some(date("2025-03-09"));
            mei.tries(log(Contact { answer_by, ..call("C1", "2025-03-10") }))
        }),
        ("a letter delivered before it was sent", early, |mei, _| {
            let delivered_on = Some(date("2025-03-09"));
            mei.tries(log(Contact { delivered_on, ..call("C1", "2025-03-10") }))
        }),
        ("a call to somebody who left the customer", gone(), |mei, _| {
            mei.does(person_until("赵敏", "2025-02-28"));
            mei.tries(log(Contact { person: "赵敏".to_owned(), ..call("C1", "2025-03-01") }))
        }),
        ("a promise by somebody who left the customer", gone(), |mei, _| {
            mei.does(person_until("赵敏", "2025-02-28"));
            let held = promise("C1", ["2025-03-01", "2025-03-09", "1"]);
            mei.tries(Command::RecordPromise(Promise { person: "赵敏".to_owned(), ..held }))
        }),
        (
            "a promise of more than is owed",
            Rejection::BeyondOutstanding { wanted: money("100.01"), outstanding: money("100") },
            |mei, _| {
                let held = promise("C1", ["2025-03-01", "2025-03-09", "100.01"]);
                mei.tries(Command::RecordPromise(held))
            },
        ),
    ]
}

/// Plans, holds, statements and the playbook.
fn agreements() -> Vec<Row> {
    let early =
        Rejection::BeforeItHappened { on: date("2025-03-09"), happened_on: date("2025-03-10") };
    vec![
        ("a plan without items", Rejection::ItemUnknown, |mei, _| {
            let held = plan("C1", &["INV-1"], "2025-03-10", &["2025-04-01 100"]);
            mei.tries(Command::AgreePlan(Plan { items: Vec::new(), ..held }))
        }),
        (
            "an instalment before the agreement",
            Rejection::InstalmentsNotRising {
                due_on: date("2025-03-09"),
                after: date("2025-03-10"),
            },
            |mei, _| mei.tries(agree(&["2025-03-09 100"])),
        ),
        ("a hold without a reason", Rejection::ReasonMissing, |mei, _| {
            let held = hold("C1", "2025-03-10", "2025-03-20");
            mei.tries(Command::PlaceHold(Hold { reason: " ".to_owned(), ..held }))
        }),
        (
            "an override that ends before it begins",
            Rejection::EndsBeforeItBegins { until: date("2025-03-09"), from: date("2025-03-10") },
            |mei, _| {
                let days = ["2025-03-10", "2025-03-09"];
                mei.tries(Command::SetOverride(class_by_hand("C1", days, CreditClass::Risk)))
            },
        ),
        ("no contact at all", Rejection::NothingChanged, |mei, _| {
            mei.tries(Command::LogContacts(Vec::new()))
        }),
        ("a slip of a statement that was not sent", Rejection::SubjectUnknown, |mei, _| {
            mei.tries(confirm("k3f9q2ma-12/0".parse().unwrap(), "2025-03-10"))
        }),
        ("a slip that came before its statement", early, |mei, _| {
            let entry = mei.does(Command::SendStatements(vec![StatementSent {
                customer: Key::of("C1"),
                as_of: date("2025-02-28"),
                sent_on: date("2025-03-10"),
                sent_by: String::new(),
                balances: vec![money("40")],
            }]));
            mei.tries(confirm(FactId { entry, index: 0 }, "2025-03-09"))
        }),
        ("steps of one name", Rejection::PolicyNotUsable(SettingField::Playbook), |mei, _| {
            mei.tries(play(|playbook| playbook.b.push(playbook.b[0].clone())))
        }),
        ("a tier without steps", Rejection::PolicyNotUsable(SettingField::Playbook), |mei, _| {
            mei.tries(play(|playbook| playbook.c.clear()))
        }),
        ("no pressure at all", Rejection::PolicyNotUsable(SettingField::Playbook), |mei, _| {
            mei.tries(play(|playbook| playbook.intensity_percent = 0))
        }),
    ]
}

#[test]
fn the_rules_of_collections_hold_wherever_they_can_be_broken() {
    for (name, rejection, story) in contacts().into_iter().chain(agreements()) {
        meets(name, rejection, story);
    }
}

/// A plan for INV-1, agreed on 2025-03-10.
pub(crate) fn agree(instalments: &[&str]) -> Command {
    Command::AgreePlan(plan("C1", &["INV-1"], "2025-03-10", instalments))
}

/// A team of one, who left after that day.
pub(crate) fn team_with(name: &str, until: &str) -> Command {
    let (name, until) = (name.to_owned(), Some(date(until)));
    let team = Some(vec![Member { name, role: Role::Collections, month_target: None, until }]);
    Command::SetPolicy(SettingFields { team, ..SettingFields::default() })
}

/// A person at C1 who left after that day.
fn person_until(name: &str, until: &str) -> Command {
    let (name, until) = (name.to_owned(), Some(date(until)));
    let contacts = Some(vec![Person { name, until, ..Person::default() }]);
    let fields = CustomerFields { contacts, ..CustomerFields::default() };
    Command::AmendCustomer { customer: Key::of("C1"), fields }
}

/// The playbook of a new workbook with a change.
pub(crate) fn play(change: fn(&mut Playbook)) -> Command {
    let mut playbook = Policy::default().playbook;
    change(&mut playbook);
    Command::SetPolicy(SettingFields { playbook: Some(playbook), ..SettingFields::default() })
}

fn confirm(statement: FactId, on: &str) -> Command {
    let (customer, on, answer) = (Key::of("C1"), date(on), StatementAnswer::Confirmed);
    Command::AnswerStatement(StatementAnswered { customer, statement, on, answer, signed: true })
}
