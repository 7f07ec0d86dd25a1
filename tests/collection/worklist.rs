//! The default playbook day by day, and the order of the worklist (D1–D3; FIGURES).
//! Never an action on what must not be demanded.

use huikuan::record::{Channel, Contact, ContactResult, CreditClass, StepDone, Tier};
use huikuan::rule::collection::{Line, Standing};
use huikuan::workbook::Command;
use rstest::rstest;

use crate::desk::{step_done, told};
use crate::laptop::{Laptop, call, date, item, money, promise};

/// An item that fell due on 2025-03-03, a Monday, in the default playbook.
fn overdue(amount: &str) -> Laptop {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-02-01", "2025-03-03", amount]);
    mei
}

/// The first contact comes after the grace of the class (D1).
#[rstest]
#[case(CreditClass::Quality, 7, "waiting step 1 from 2025-03-11")]
#[case(CreditClass::Quality, 8, "due step 1")]
#[case(CreditClass::Regular, 3, "waiting step 1 from 2025-03-07")]
#[case(CreditClass::Regular, 4, "due step 1")]
#[case(CreditClass::Risk, 1, "due step 1")]
fn the_first_contact_waits_for_the_grace_of_the_class(
    #[case] class: CreditClass,
    #[case] overdue_days: i32,
    #[case] next: &str,
) {
    let mei = overdue("5000");
    let as_of = date("2025-03-03").plus_days(overdue_days).to_string();
    let standing = Standing { class, tier: Some(Tier::C) };
    assert_eq!(told(mei.task_of("C1", standing, &as_of).as_ref()), next);
}

/// Follow-ups every 7 days while at most 30 days overdue, later every 3; a call at least every 7
/// days in tier A, 14 in B, 28 in C.
#[rstest]
#[case(Tier::C, "2025-03-13", "waiting follow-up by Wechat from 2025-03-14")]
#[case(Tier::C, "2025-03-14", "due follow-up by Wechat")]
#[case(Tier::B, "2025-03-14", "due follow-up by Wechat")]
#[case(Tier::B, "2025-03-21", "due follow-up by Phone")]
#[case(Tier::A, "2025-03-14", "due follow-up by Phone")]
fn contacts_between_the_steps_keep_their_intervals(
    #[case] tier: Tier,
    #[case] as_of: &str,
    #[case] next: &str,
) {
    let mut mei = overdue("5000");
    mei.contacts(step_done("C1", "2025-03-07", 1));
    assert_eq!(mei.next("C1", tier, as_of), next);
}

/// What a result asks for stands in place of the intervals, but never within the quiet days.
#[rstest]
#[case(ContactResult::Refuses, "2025-03-13")]
#[case(ContactResult::NoAnswer, "2025-03-13")]
#[case(ContactResult::WaitingForApproval, "2025-03-15")]
#[case(ContactResult::Acknowledged, "2025-03-17")]
fn a_result_says_when_to_come_back(#[case] result: ContactResult, #[case] next: &str) {
    let mut mei = overdue("100");
    mei.contacts(Contact { result, ..step_done("C1", "2025-03-10", 1) });
    let told = mei.next("C1", Tier::C, "2025-03-11");
    assert!(told.starts_with("waiting follow-up") && told.ends_with(next), "{told}");
}

#[test]
fn later_on_contacts_come_every_three_days() {
    let mut mei = overdue("5000");
    mei.contacts(step_done("C1", "2025-03-07", 1));
    mei.contacts(call("C1", "2025-04-10"));
    assert_eq!(
        mei.next("C1", Tier::C, "2025-04-12"),
        "waiting follow-up by Wechat from 2025-04-13"
    );
    assert_eq!(mei.next("C1", Tier::C, "2025-04-13"), "due follow-up by Wechat");
}

/// A letter above 60 days; without an answer a call, then a visit; both are passed over when the
/// letter was answered.
#[test]
fn a_letter_that_is_not_answered_leads_to_a_call_and_a_visit() {
    let mut mei = overdue("5000");
    mei.contacts(step_done("C1", "2025-03-07", 1));
    mei.contacts(call("C1", "2025-04-29"));
    assert_eq!(mei.next("C1", Tier::B, "2025-05-02"), "due follow-up by Wechat");
    assert_eq!(mei.next("C1", Tier::B, "2025-05-03"), "due step 2");
    let letter = Contact {
        channel: Channel::Letter,
        result: ContactResult::LetterDelivered,
        answer_by: Some(date("2025-05-14")),
        ..step_done("C1", "2025-05-05", 2)
    };
    mei.contacts(letter);
    let mut answered = mei.clone();
    // A follow-up is due in the meantime; the step waits for the deadline.
    assert_eq!(mei.next("C1", Tier::B, "2025-05-08"), "due follow-up by Wechat");
    mei.contacts(Contact { result: ContactResult::NoAnswer, ..call("C1", "2025-05-12") });
    assert_eq!(mei.next("C1", Tier::B, "2025-05-15"), "due step 3");
    mei.contacts(Contact { result: ContactResult::NoAnswer, ..step_done("C1", "2025-05-15", 3) });
    assert_eq!(mei.next("C1", Tier::B, "2025-05-19"), "due step 4");
    answered.contacts(call("C1", "2025-05-12"));
    assert_eq!(answered.next("C1", Tier::B, "2025-07-02"), "due step 7", "final notice above 120");
}

#[test]
fn large_amounts_and_key_accounts_have_steps_of_their_own() {
    let mut mei = overdue("200000");
    mei.contacts(step_done("C1", "2025-03-07", 1));
    mei.contacts(step_done("C1", "2025-05-05", 2));
    assert_eq!(mei.next("C1", Tier::A, "2025-06-02"), "due step 5", "visit above 90 days");
}

#[test]
fn what_is_disputed_held_promised_or_planned_is_not_demanded() {
    let mut mei = overdue("100");
    mei.invoices("C1", "INV-2", ["2025-02-01", "2025-03-03", "70"]);
    mei.does(Command::RaiseDispute(huikuan::record::Dispute {
        customer: huikuan::id::Key::of("C1"),
        item: item("C1", "INV-2", 0),
        amount: None,
        reason: "质量".to_owned(),
        raised_on: date("2025-03-10"),
    }));
    mei.promised(promise("C1", ["2025-03-10", "2025-03-20", "30"]));
    let task = mei.task("C1", Some(Tier::C), "2025-03-12").unwrap();
    assert_eq!(task.amounts, [money("70")]);
    let after = mei.task("C1", Some(Tier::C), "2025-03-23").unwrap();
    assert_eq!(after.amounts, [money("100")], "the promise was broken on the 23rd");
    mei.is_sound();
}

#[test]
fn a_broken_promise_comes_back_as_a_call() {
    let mut mei = overdue("100");
    let logged = Contact {
        result: ContactResult::Promises,
        follow_up_on: Some(date("2025-03-23")),
        ..step_done("C1", "2025-03-10", 1)
    };
    mei.contacts(logged);
    mei.promised(promise("C1", ["2025-03-10", "2025-03-20", "100"]));
    let next = |as_of: &str| mei.next("C1", Tier::C, as_of);
    assert_eq!(next("2025-03-22"), "waiting follow-up by Phone from 2025-03-23");
    assert_eq!(next("2025-03-23"), "due follow-up by Phone");
    assert_eq!(next("2025-03-30"), "due follow-up by Phone");
}

#[test]
fn a_step_that_is_due_as_well_says_that_the_promise_was_broken() {
    let mut mei = overdue("100");
    mei.contacts(Contact { result: ContactResult::Promises, ..call("C1", "2025-03-10") });
    mei.promised(promise("C1", ["2025-03-10", "2025-03-20", "100"]));
    let task = mei.task("C1", Some(Tier::C), "2025-03-30").unwrap();
    assert_eq!(told(Some(&task)), "due step 1");
    let promised_day = date("2025-03-20").number();
    assert_eq!(task.reason, Line::Unkept { amount: money("100"), promised_day, before: 0 });
}

#[test]
fn an_agreed_date_brings_the_customer_back_on_its_day() {
    let mut mei = overdue("100");
    let agreed =
        Contact { follow_up_on: Some(date("2025-03-11")), ..step_done("C1", "2025-03-10", 1) };
    mei.contacts(agreed);
    assert_eq!(mei.next("C1", Tier::C, "2025-03-10"), "done, then follow-up by Wechat");
    assert_eq!(mei.next("C1", Tier::C, "2025-03-11"), "due follow-up by Wechat");
}

/// Before due: quality by e-mail 7 days before; others by SMS 5 working days before; large amounts
/// get a visit.
#[rstest]
#[case(CreditClass::Quality, "5000", "2025-03-04", "nothing")]
#[case(CreditClass::Quality, "5000", "2025-03-05", "due notice 1")]
#[case(CreditClass::Regular, "5000", "2025-03-04", "nothing")]
#[case(CreditClass::Regular, "5000", "2025-03-05", "due notice 2")]
#[case(CreditClass::Regular, "100000", "2025-03-02", "due notice 0")]
fn a_notice_comes_before_the_due_day(
    #[case] class: CreditClass,
    #[case] amount: &str,
    #[case] as_of: &str,
    #[case] next: &str,
) {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-02-01", "2025-03-12", amount]);
    let standing = Standing { class, tier: None };
    assert_eq!(told(mei.task_of("C1", standing, as_of).as_ref()), next);
    if next != "nothing" && amount == "5000" {
        mei.contacts(Contact { demand: false, ..call("C1", as_of) });
        let same_day = told(mei.task_of("C1", standing, as_of).as_ref());
        assert_eq!(same_day, "done, then nothing to demand", "the day's work stays in sight");
        let later = date(as_of).plus_days(1).to_string();
        assert_eq!(told(mei.task_of("C1", standing, &later).as_ref()), "nothing", "once is enough");
    }
}

#[test]
fn a_higher_intensity_shortens_every_number_of_days() {
    let mut mei = overdue("5000");
    let mut playbook = mei.book.ledger().policy().playbook.clone();
    playbook.intensity_percent = 200;
    mei.plays(playbook);
    let standing = Standing { class: CreditClass::Quality, tier: Some(Tier::C) };
    let next = |as_of: &str| told(mei.task_of("C1", standing, as_of).as_ref());
    assert_eq!(next("2025-03-07"), "waiting step 1 from 2025-03-08");
    assert_eq!(next("2025-03-08"), "due step 1");
}

#[test]
fn a_step_names_what_it_completed() {
    let mut mei = overdue("5000");
    mei.contacts(step_done("C1", "2025-03-07", 1));
    let account = mei.book.ledger().account(&huikuan::id::Key::of("C1")).unwrap();
    let step = account.dealings.contacts[0].what.step.as_ref().unwrap();
    assert_eq!(step, &StepDone { level: 1, after: 0, step: "step-1".to_owned() });
}
