//! The card, its script, and what is recorded when a message was sent.
//! Never the rules behind them, which have their own tests.

use rstest::rstest;

use super::{Desk, TODAY, both, cny, day};
use crate::id::Key;
use crate::record::{Channel, Contact, ContactResult, Language, SettingFields};
use crate::rule::collection::Action;
use crate::view::worklist::sent_contact;
use crate::workbook::Command;

#[test]
fn a_card_names_whom_to_reach_what_is_owed_and_by_when() {
    let mut desk = Desk::new();
    desk.promises("2026-01-10", "2026-01-20", 1_000);
    desk.promises("2026-01-11", "2026-01-21", 2_000);
    desk.promises("2026-02-10", "2026-02-20", 3_000);
    desk.promises(TODAY, "2026-03-09", 4_000);
    let card = desk.card("C-1", TODAY).unwrap();
    assert_eq!(card.people.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["Wang"]);
    let items: Vec<(&str, i32, i64)> = card
        .items
        .iter()
        .map(|item| (item.number.as_str(), item.overdue_days, item.demand.demanded_minor))
        .collect();
    // The oldest item is what the promise is about.
    let each = |number| (number, 1, 1_000);
    let first = ("A-1", 1, 2_000);
    assert_eq!(items, [first, each("A-2"), each("A-3"), each("A-4"), each("A-5")]);
    let promises: Vec<(i64, bool)> =
        card.promises.iter().map(|held| (held.amount.minor(), held.runs())).collect();
    assert_eq!(promises, [(4_000, true), (3_000, false), (2_000, false)]);
    // Two working days for the answer: over the weekend.
    assert_eq!(card.goal, Some((vec![cny(6_000)], day("2026-03-09"))));
    assert!(!card.why.is_empty());
    let past = desk.card("C-2", TODAY).unwrap().goal.unwrap();
    assert_eq!(past, (vec![cny(100_000)], day("2026-03-12")), "a week where no answer is asked");
    assert_eq!(desk.card("C-4", TODAY).unwrap().goal, None, "nothing is demanded");
    assert!(desk.card("C-3", "2026-03-04").is_none(), "nothing to do yet");
}

#[test]
fn a_card_names_the_articles_of_the_step_and_then_of_the_last_result() {
    let mut desk = Desk::new();
    let titles = |desk: &Desk, customer: &str| -> Vec<String> {
        let card = desk.card(customer, TODAY).unwrap();
        card.articles.into_iter().map(|article| article.title).collect()
    };
    assert!(titles(&desk, "C-1").is_empty());
    for (name, applies_to) in
        [("Excuses", "refuses"), ("Messages", "remind"), ("Early", "soon"), ("Law", "transfer")]
    {
        desk.article(name, applies_to);
    }
    desk.calls("C-1", "2026-03-02", ContactResult::Refuses);
    assert_eq!(titles(&desk, "C-1")[..2], ["Messages", "Excuses"]);
    assert_eq!(titles(&desk, "C-2"), ["Law"]);
    assert_eq!(titles(&desk, "C-3"), ["Early"]);
    for number in 1..=5 {
        desk.article(&format!("More {number}"), "transfer");
    }
    assert_eq!(titles(&desk, "C-2").len(), 3, "no longer than one reads before a call");
}

#[test]
fn the_form_begins_with_the_step_and_with_the_text_that_is_sent() {
    let desk = Desk::new();
    let policy = desk.book.ledger().policy();
    let proposal = |customer: &str| desk.card(customer, TODAY).unwrap().proposal(policy);
    let message = proposal("C-1");
    let done = message.step.unwrap();
    assert_eq!((done.level, done.after, done.step.as_str()), (1, 0, "remind"));
    assert_eq!((message.channel, message.demand), (Channel::Sms, true));
    assert_eq!(message.said, desk.script("C-1", Language::Zh).text);
    let visit = proposal("C-2");
    assert_eq!((visit.channel, visit.said.as_str()), (Channel::Visit, ""), "a visit is no text");
    let notice = proposal("C-3");
    assert_eq!((notice.step, notice.demand), (None, false), "nothing is due yet");
}

#[rstest]
#[case("C-1", Language::Zh, "Wang：CNY 100.00，A-1, A-2, A-3 +2，1 天，2026-03-09", "")]
#[case::the_other_language(
    "C-1",
    Language::En,
    "Wang：CNY 100.00，A-1, A-2, A-3 +2，1 天，2026-03-09",
    ""
)]
#[case::a_field_that_nothing_has("C-2", Language::En, "[fee] now", "fee")]
#[case::before_due("C-3", Language::Zh, "2026-03-10 D-1", "")]
#[case::in_english("C-3", Language::En, "USD 30.00 on 2026-03-10", "")]
#[case::nothing_to_demand("C-4", Language::Zh, "", "")]
fn scripts_are_filled_in(
    #[case] customer: &str,
    #[case] language: Language,
    #[case] text: &str,
    #[case] missing: &str,
) {
    let script = Desk::new().script(customer, language);
    assert_eq!((script.text.as_str(), script.missing.join(" ").as_str()), (text, missing));
}

#[rstest]
#[case("please pay", &[])]
#[case::whatever_its_case("We will see you in JAIL", &["jail"])]
#[case::in_chinese("否则后果自负，将予曝光", &["后果自负", "曝光"])]
fn words_that_sound_like_a_threat_are_named(#[case] text: &str, #[case] words: &[&str]) {
    let mut desk = Desk::new();
    let mut playbook = desk.book.ledger().policy().playbook.clone();
    playbook.a[0].script = both(text, "");
    desk.does(Command::SetPolicy(SettingFields {
        playbook: Some(playbook),
        ..SettingFields::default()
    }));
    assert_eq!(desk.script("C-2", Language::Zh).to_avoid, words);
}

#[test]
fn a_card_names_what_to_prepare_for_the_step() {
    let desk = Desk::new();
    assert_eq!(desk.card("C-2", TODAY).unwrap().prepare, ["合同", "对账单"]);
    assert!(desk.card("C-3", TODAY).unwrap().prepare.is_empty(), "a notice needs nothing");
}

#[test]
fn a_date_that_was_agreed_before_anything_is_due_asks_for_nothing() {
    let mut desk = Desk::new();
    let (channel, result) = (Channel::Wechat, ContactResult::Acknowledged);
    let contact = Contact {
        follow_up_on: Some(day("2026-03-04")),
        ..Contact::new(Key::of("C-3"), day("2026-03-02"), channel, result)
    };
    desk.does(Command::LogContact { contact: Box::new(contact), outcomes: Vec::new() });
    let card = desk.card("C-3", "2026-03-04").unwrap();
    assert_eq!(card.task.action, Some(Action::FollowUp(channel)));
    assert_eq!((card.script.text.as_str(), card.script.missing.len()), ("", 0));
    assert!(!card.proposal(desk.book.ledger().policy()).demand);
    let shown = desk.day("2026-03-04");
    let row = shown.row(&Key::of("C-3")).unwrap();
    let sent = sent_contact(desk.book.ledger(), row, day("2026-03-04"), Language::Zh);
    assert!(sent.is_none(), "there is no text to send");
}

#[test]
fn what_was_sent_is_recorded_with_its_text_and_step() {
    let desk = Desk::new();
    let shown = desk.day(TODAY);
    let sent = |customer: &str| {
        let row = shown.row(&Key::of(customer)).unwrap();
        sent_contact(desk.book.ledger(), row, day(TODAY), Language::Zh)
    };
    let message = sent("C-1").unwrap();
    let text = desk.script("C-1", Language::Zh).text;
    assert_eq!((message.result, message.said), (ContactResult::Sent, text));
    assert_eq!(message.answer_by, Some(day("2026-03-09")));
    assert_eq!(message.step.map(|step| step.level), Some(1));
    assert!(message.demand);
    assert!(sent("C-3").is_some_and(|notice| notice.step.is_none() && !notice.demand));
    assert!(sent("C-2").is_none(), "a visit cannot be sent");
    assert!(sent("C-4").is_none(), "there is nothing to say");
    assert_eq!(shown.row(&Key::of("C-4")).unwrap().task.action, None::<Action>);
}
