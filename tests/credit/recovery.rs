//! What a case will probably bring against what it costs: by age, assessed, an agency's fee (D7).

use huikuan::id::Key;
use huikuan::record::{
    CaseKind, CaseOpened, CaseStage, CaseStageReached, ProvisionPolicy, SettingFields,
};
use huikuan::rule::balance::bucket::Buckets;
use huikuan::say::{Language, recovery_line};
use huikuan::view::case::{CaseSheet, cases};
use huikuan::workbook::Command;

use crate::book::{add, book};
use crate::laptop::{Laptop, date, item, money};

/// 300 at 1–30 days, 200 at 61–90 days, 100 not yet due.
const OWED: [&str; 3] = [
    "C1 invoice A 2026-01-01 2026-03-10 300",
    "C1 invoice B 2025-12-01 2026-01-10 200",
    "C1 invoice C 2026-03-01 2026-04-30 100",
];

fn rates(mei: &mut Laptop, percents: &[&str]) {
    let rates_percent = percents.iter().map(|rate| rate.parse().unwrap()).collect();
    mei.does(Command::SetPolicy(SettingFields {
        provision: Some(ProvisionPolicy { rates_percent }),
        ..SettingFields::default()
    }));
}

fn opened(kind: CaseKind) -> CaseOpened {
    CaseOpened {
        customer: Key::of("C1"),
        on: date("2026-03-20"),
        kind,
        items: Vec::new(),
        handler: String::new(),
        facts: String::new(),
        cost: None,
        fee_rate: None,
    }
}

fn sheet(mei: &Laptop, as_of: &str) -> CaseSheet {
    let ledger = mei.book.ledger();
    let account = ledger.account(&Key::of("C1")).unwrap();
    cases(account, ledger.policy(), date(as_of)).remove(0)
}

fn told(mei: &Laptop) -> Vec<String> {
    let buckets = Buckets::of(&mei.book.ledger().policy().aging);
    let sheet = sheet(mei, "2026-03-31");
    let lines = sheet.prospects.lines.iter();
    lines.map(|line| recovery_line(line, &buckets, Language::En)).collect()
}

#[test]
fn overdue_items_bring_what_their_age_allows_less_the_cost() {
    let mut mei = book(&OWED);
    rates(&mut mei, &["1", "2", "5", "10.5", "30", "60"]);
    let cost = Some(money("80"));
    mei.does(Command::OpenCase(CaseOpened { cost, ..opened(CaseKind::Legal) }));
    let expected = [
        "1–30 days: CNY 300.00 × (1 − 2 %) = CNY 294.00",
        "61–90 days: CNY 200.00 × (1 − 10.5 %) = CNY 179.00",
        "CNY 473.00 − cost CNY 80.00 = CNY 393.00",
    ];
    assert_eq!(told(&mei), expected);
    let [held] = sheet(&mei, "2026-03-31").prospects.recoveries[..] else { panic!("one currency") };
    assert_eq!((held.open_minor, held.net_minor()), (50_000, Some(39_300)));
}

#[test]
fn a_case_can_cost_more_than_it_brings() {
    let mut mei = book(&OWED);
    rates(&mut mei, &["0", "0", "0", "50"]);
    let (items, cost) = (vec![item("C1", "B", 0)], Some(money("100.01")));
    mei.does(Command::OpenCase(CaseOpened { items, cost, ..opened(CaseKind::Legal) }));
    let [held] = sheet(&mei, "2026-03-31").prospects.recoveries[..] else { panic!("one currency") };
    assert_eq!(held.net_minor(), Some(-1), "only the item that it names counts");
}

#[test]
fn an_agency_takes_a_share_of_what_comes_rounded_once() {
    let mut mei = book(&OWED);
    rates(&mut mei, &["0", "0", "0", "10"]);
    add(&mut mei, "C1 assessed A 2026-03-25 250.05");
    let fee_rate = Some("0.15".parse().unwrap());
    mei.does(Command::OpenCase(CaseOpened { fee_rate, ..opened(CaseKind::Agency) }));
    let expected = [
        "61–90 days: CNY 200.00 × (1 − 10 %) = CNY 180.00",
        "assessed: CNY 49.95 of CNY 300.00",
        "fee CNY 229.95 × 15 % = CNY 34.49",
        "CNY 229.95 − cost CNY 34.49 = CNY 195.46",
    ];
    assert_eq!(told(&mei), expected);
}

#[test]
fn without_a_rate_nothing_is_guessed() {
    let mut mei = book(&OWED);
    rates(&mut mei, &["1", "2"]);
    let cost = Some(money("80"));
    mei.does(Command::OpenCase(CaseOpened { cost, ..opened(CaseKind::Legal) }));
    let expected = [
        "1–30 days: CNY 300.00 × (1 − 2 %) = CNY 294.00",
        "61–90 days: CNY 200.00, no provision rate, not known",
    ];
    assert_eq!(told(&mei), expected);
    let [held] = sheet(&mei, "2026-03-31").prospects.recoveries[..] else { panic!("one currency") };
    assert_eq!((held.expected_minor, held.net_minor()), (None, None));
}

#[test]
fn a_case_shows_its_next_deadline_what_was_settled_and_its_end() {
    let mut mei = book(&OWED);
    mei.does(Command::OpenCase(opened(CaseKind::Legal)));
    let reach = |mei: &mut Laptop, stage, on: &str, deadline: Option<&str>, memo: &str| {
        let case = sheet(mei, on).fact;
        mei.does(Command::ReachCaseStage(CaseStageReached {
            customer: Key::of("C1"),
            case,
            on: date(on),
            stage,
            deadline: deadline.map(date),
            memo: memo.to_owned(),
        }));
    };
    reach(&mut mei, CaseStage::Suit, "2026-03-22", Some("2026-03-29"), "");
    add(&mut mei, "C1 pays A 2026-03-25 120");
    let held = sheet(&mei, "2026-03-31");
    assert_eq!(held.deadline, Some((date("2026-03-29"), -2)));
    assert_eq!(held.settled, [money("120")]);
    assert!(!held.is_closed);
    reach(&mut mei, CaseStage::Closed, "2026-03-31", Some("2026-05-01"), "paid in court");
    let held = sheet(&mei, "2026-03-31");
    assert_eq!((held.is_closed, held.deadline), (true, None));
    assert_eq!(held.stages.last().unwrap().memo, "paid in court");
    let before = sheet(&mei, "2026-03-30");
    assert!(!before.is_closed, "on a day before the end it was open");
}
