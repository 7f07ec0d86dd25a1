//! A wrong number leads to a check of the contact data, until it was made (A1, D4).
//! Never a check of data that somebody has reached the customer by.

use huikuan::id::Key;
use huikuan::record::{
    Channel, Contact, ContactResult, CreditClass, CustomerFields, Person, StepDone, Tier,
};
use huikuan::rule::collection::{Line, Standing, Warning, warnings};
use huikuan::say::{self, Language};
use huikuan::workbook::Command;
use rstest::rstest;

use crate::desk::step_done;
use crate::laptop::{Laptop, call, date, promise, received, share};

/// An item that fell due on 2025-03-03, called about on the 10th by a number that is wrong.
fn misdialled() -> Laptop {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-02-01", "2025-03-03", "100"]);
    mei.contacts(step_done("C1", "2025-03-07", 1));
    mei.contacts(wrong("2025-03-10"));
    mei
}

fn wrong(on: &str) -> Contact {
    Contact { result: ContactResult::WrongNumber, ..call("C1", on) }
}

fn amended(change: impl Fn(&mut CustomerFields)) -> Command {
    let mut fields = CustomerFields::default();
    change(&mut fields);
    Command::AmendCustomer { customer: Key::of("C1"), fields }
}

fn people(fields: &mut CustomerFields) {
    let phone = "0571-1234 5678".to_owned();
    fields.contacts = Some(vec![Person { name: "林".to_owned(), phone, ..Person::default() }]);
}

/// Whether the task of a day asks for a check of the contact data, and the card warns of it.
fn asks_for_a_check(mei: &Laptop, as_of: &str) -> bool {
    let task = mei.task("C1", Some(Tier::C), as_of).unwrap();
    let ledger = mei.book.ledger();
    let account = ledger.account(&Key::of("C1")).unwrap();
    let told = warnings(ledger, account, None, date(as_of), None);
    let warned = told.iter().any(|held| matches!(held, Warning::WrongNumber { .. }));
    let asked = matches!(task.reason, Line::WrongNumber { .. });
    assert_eq!(asked, warned, "{as_of}");
    asked
}

#[test]
fn the_next_action_is_to_check_the_contact_data() {
    let mei = misdialled();
    let task = mei.task("C1", Some(Tier::C), "2025-03-12").unwrap();
    assert_eq!(task.reason, Line::WrongNumber { day: date("2025-03-10").number() });
    let policy = mei.book.ledger().policy();
    let told = |language| say::action(&task, policy, language);
    assert_eq!(told(Language::Zh), "核实联系方式");
    assert_eq!(told(Language::En), "check the contact data");
    let next = |as_of: &str| mei.next("C1", Tier::C, as_of);
    assert_eq!(next("2025-03-10"), "done, then follow-up by Phone");
    // The playbook comes back to it a working day later, quiet days or not.
    assert_eq!(next("2025-03-11"), "due follow-up by Phone");
    let standing = Standing { class: CreditClass::Regular, tier: Some(Tier::C) };
    let before = mei.task_of("C1", standing, "2025-03-09").unwrap();
    assert!(!matches!(before.reason, Line::WrongNumber { .. }), "nobody knew on the day before");
}

#[rstest]
#[case::nobody_answered(ContactResult::NoAnswer, true)]
#[case::a_message_was_sent(ContactResult::Sent, true)]
#[case::a_letter_was_delivered(ContactResult::LetterDelivered, true)]
#[case::wrong_again(ContactResult::WrongNumber, true)]
#[case::somebody_answered(ContactResult::Acknowledged, false)]
#[case::somebody_refused(ContactResult::Refuses, false)]
#[case::somebody_was_met(ContactResult::VisitedMet, false)]
fn only_an_answer_shows_that_the_data_are_right(
    #[case] result: ContactResult,
    #[case] still: bool,
) {
    let mut mei = misdialled();
    mei.contacts(Contact { result, ..call("C1", "2025-03-14") });
    assert!(asks_for_a_check(&mei, "2025-03-13"), "the day before");
    assert_eq!(asks_for_a_check(&mei, "2025-03-20"), still);
}

#[test]
fn whoever_records_the_people_anew_has_checked_them() {
    let mut mei = misdialled();
    mei.does(amended(|fields| fields.name = Some("林记".to_owned())));
    assert!(asks_for_a_check(&mei, "2025-03-12"), "a name is no number");
    mei.does(amended(people));
    assert!(!asks_for_a_check(&mei, "2025-03-12"));
    let waits = "waiting follow-up by Wechat from 2025-03-13";
    assert_eq!(mei.next("C1", Tier::C, "2025-03-12"), waits);
    mei.undoes();
    assert!(asks_for_a_check(&mei, "2025-03-12"), "undone");
    mei.redoes();
    mei.contacts(wrong("2025-03-13"));
    assert!(asks_for_a_check(&mei, "2025-03-17"), "the new number is wrong too");
}

#[test]
fn who_owes_nothing_yet_or_has_promised_comes_back_for_it_too() {
    let mut early = Laptop::begins("mei");
    early.invoices("C1", "INV-1", ["2025-02-01", "2025-06-30", "100"]);
    early.contacts(wrong("2025-03-10"));
    assert_eq!(early.next("C1", Tier::C, "2025-03-12"), "due follow-up by Phone");
    early.does(amended(people));
    assert_eq!(early.next("C1", Tier::C, "2025-03-12"), "nothing");
    let mut promised = misdialled();
    promised.promised(promise("C1", ["2025-03-10", "2025-03-31", "100"]));
    assert_eq!(promised.next("C1", Tier::C, "2025-03-12"), "due follow-up by Phone");
    let mut held = promised.clone();
    held.holds("C1", ["2025-03-11", "2025-03-31"]);
    assert_eq!(held.next("C1", Tier::C, "2025-03-12"), "waiting nothing to demand from 2025-04-01");
    promised.does(amended(people));
    let waits = "waiting nothing to demand from 2025-04-03";
    assert_eq!(promised.next("C1", Tier::C, "2025-03-12"), waits);
}

#[test]
fn a_step_that_is_due_keeps_its_place_and_says_what_comes_first() {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-02-01", "2025-03-03", "100"]);
    let step = Some(StepDone { level: 1, after: 0, step: "step-1".to_owned() });
    let sent =
        Contact { channel: Channel::Sms, result: ContactResult::Sent, step, ..wrong("2025-03-07") };
    mei.contacts(sent);
    mei.contacts(wrong("2025-05-02"));
    assert_eq!(mei.next("C1", Tier::B, "2025-05-06"), "due step 2");
    assert!(asks_for_a_check(&mei, "2025-05-06"));
}

#[test]
fn a_date_that_was_agreed_is_kept_and_who_owes_nothing_is_left_alone() {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-02-01", "2025-03-03", "100"]);
    mei.contacts(Contact { follow_up_on: Some(date("2025-03-20")), ..wrong("2025-03-10") });
    assert_eq!(mei.next("C1", Tier::C, "2025-03-12"), "waiting follow-up by Phone from 2025-03-20");
    mei.receives(received("C1", "2025-03-12", "100"), vec![share("C1", "INV-1", "100")]);
    assert_eq!(mei.next("C1", Tier::C, "2025-03-20"), "nothing");
}
