//! Alerts: each kind at its edge, with counts, and how an answer keeps one away (C4).

use huikuan::rule::credit::{alert_counts, alerts, credit, evaluation_due};
use huikuan::say::{Language, alert_cause, alert_kind, evaluation_due as said};
use rstest::rstest;

use crate::book::{add, book};
use crate::laptop::{Laptop, date};

const AS_OF: &str = "2026-03-31";

/// Alerts of the day, a line each.
fn reads(mei: &Laptop, as_of: &str) -> Vec<String> {
    let ledger = mei.book.ledger();
    let report = credit(ledger, date(as_of));
    let alerts = alerts(ledger, &report);
    let lines = alerts.iter().map(|alert| {
        let kind = alert_kind(alert.kind(), Language::En);
        format!("{} {kind}: {}", alert.customer, alert_cause(&alert.cause, Language::En))
    });
    let lines: Vec<String> = lines.collect();
    assert_eq!(alert_counts(&alerts).iter().sum::<usize>(), lines.len());
    lines
}

#[rstest]
#[case::sixty_days_are_not_more(&["C1 invoice A 2026-01-01 2026-01-30 10"], &[])]
#[case::overdue_for_long(
    &["C1 invoice A 2026-01-01 2026-01-29 10", "C1 invoice B 2026-01-01 2026-01-20 10"],
    &["C1 overdue for long: 2 items, the oldest overdue for 70 days"]
)]
#[case::the_amount_itself_is_not_more(&["C1 invoice A 2026-01-01 2026-03-30 100000"], &[])]
#[case::much_overdue(
    &["C1 invoice A 2026-01-01 2026-03-30 100000.01"],
    &["C1 much overdue: CNY 100,000.01 overdue"]
)]
#[case::promise_within_its_tolerance(
    &["C1 invoice A 2026-01-01 2026-03-30 100", "C1 promises 2026-03-01 2026-03-29 50 spoken"], &[]
)]
#[case::promise_broken(
    &["C1 invoice A 2026-01-01 2026-03-30 100", "C1 promises 2026-03-01 2026-03-28 50 spoken"],
    &["C1 promise broken: CNY 50.00 promised by 2026-03-28"]
)]
#[case::promise_broken_on_what_was_paid_since(
    &["C1 invoice A 2026-01-01 2026-03-30 100", "C1 invoice B 2026-01-01 2026-03-30 100",
      "C1 promises 2026-03-01 2026-03-10 50 spoken A", "C1 pays A 2026-03-20 100"],
    &[]
)]
#[case::limit_kept(&["C1 invoice A 2026-01-01 2026-03-31 100", "C1 limit 100"], &[])]
#[case::limit_exceeded(
    &["C1 invoice A 2026-01-01 2026-03-31 100", "C1 limit 99.99"],
    &["C1 over the credit limit: CNY 100.00 open, limit CNY 99.99"]
)]
#[case::class_worsened(
    &["C1 invoice A 2026-01-01 2026-03-31 100", "C1 evaluated 2026-03-01 quality"],
    &["C1 class worsened: quality → regular"]
)]
#[case::class_as_it_was(
    &["C1 invoice A 2026-01-01 2026-03-31 100", "C1 evaluated 2026-03-01 regular"], &[]
)]
#[case::contracts(
    &["C1 invoice A 2026-01-01 2026-03-31 100", "C1 contract K1 2026-01-01",
      "C1 contract K2 2026-01-01 0.1", "C1 contract K3 2026-04-01"],
    &["C1 contract without a late-payment clause: contract K1"]
)]
// 2026-09-26 is a Saturday: the last day is Monday, 181 days away.
#[case::limitation_far(
    &["C1 invoice A 2023-09-01 2023-09-26 1", "C1 statement 2026-03-01 2026-03-01 unsigned"],
    &["C1 overdue for long: 1 item, the oldest overdue for 917 days"]
)]
#[case::limitation_near(
    &["C1 invoice A 2023-09-01 2023-09-25 1", "C1 statement 2026-03-01 2026-03-01 unsigned"],
    &["C1 overdue for long: 1 item, the oldest overdue for 918 days",
      "C1 limitation period near its end: 178 days left until 2026-09-25"]
)]
#[case::statement_in_time(&["C1 invoice A 2025-12-31 2026-03-31 1"], &[])]
#[case::never_confirmed(
    &["C1 invoice A 2025-12-30 2026-03-31 1"], &["C1 statement unconfirmed: never confirmed"]
)]
#[case::confirmed_long_ago(
    &["C1 invoice A 2025-06-30 2026-03-31 1", "C1 statement 2025-12-20 2025-12-30 unsigned"],
    &["C1 statement unconfirmed: last confirmed on 2025-12-30"]
)]
fn each_kind_at_its_edge(#[case] lines: &[&str], #[case] expected: &[&str]) {
    assert_eq!(reads(&book(lines), AS_OF), expected);
}

/// A customer that is over its limit.
const OVER: [&str; 2] = ["C1 invoice A 2026-01-01 2026-03-31 100", "C1 limit 50"];

#[test]
fn a_dismissed_alert_comes_back_with_a_new_item() {
    let mut mei = book(&OVER);
    add(&mut mei, "C1 answers LimitExceeded 2026-02-01 -");
    assert_eq!(reads(&mei, "2026-01-31").len(), 1, "the answer was not given yet");
    assert!(reads(&mei, "2026-02-01").is_empty());
    add(&mut mei, "C1 invoice B 2026-02-02 2026-03-31 1");
    assert!(reads(&mei, "2026-02-01").is_empty());
    assert_eq!(reads(&mei, "2026-02-02").len(), 1);
    // An answer to another alert is none to this one.
    add(&mut mei, "C1 answers OverdueDays 2026-02-02 -");
    assert_eq!(reads(&mei, "2026-02-02").len(), 1);
}

#[test]
fn a_snoozed_alert_comes_back_on_its_day() {
    let mut mei = book(&OVER);
    add(&mut mei, "C1 answers LimitExceeded 2026-02-01 2026-02-10");
    let counts = ["2026-02-01", "2026-02-09", "2026-02-10"].map(|day| reads(&mei, day).len());
    assert_eq!(counts, [0, 0, 1]);
    // The last answer counts.
    add(&mut mei, "C1 answers LimitExceeded 2026-02-10 2026-02-20");
    let counts = ["2026-02-10", "2026-02-19", "2026-02-20"].map(|day| reads(&mei, day).len());
    assert_eq!(counts, [0, 0, 1]);
}

#[test]
fn every_threshold_of_the_limitation_period_is_a_new_cause() {
    let mut mei = book(&[
        "C1 invoice A 2023-03-01 2023-10-02 1",
        "C1 invoice B 2023-03-01 2023-10-03 1",
        "C1 answers StatementUnconfirmed 2026-01-01 -",
        "C1 answers OverdueDays 2026-01-01 -",
    ]);
    let near = |mei: &Laptop, day: &str| reads(mei, day).len();
    // Last days 2026-10-02 and, since the 3rd is a Saturday, 2026-10-05.
    assert_eq!(["2026-07-03", "2026-07-04", "2026-10-01"].map(|day| near(&mei, day)), [2, 2, 2]);
    add(&mut mei, "C1 answers LimitationNear 2026-08-01 - A");
    assert_eq!(near(&mei, "2026-08-01"), 1, "B was not answered");
    add(&mut mei, "C1 answers LimitationNear 2026-08-01 -");
    assert_eq!(near(&mei, "2026-09-01"), 0, "both were, after the first 90 days");
    assert_eq!(["2026-09-02", "2026-09-05"].map(|day| near(&mei, day)), [1, 2]);
    add(&mut mei, "C1 answers LimitationNear 2026-09-05 -");
    assert_eq!(["2026-10-02", "2026-10-03", "2026-10-06"].map(|day| near(&mei, day)), [0, 1, 2]);
}

#[test]
fn a_class_that_worsens_again_is_a_new_cause() {
    let mut mei = book(&[
        "C1 invoice A 2026-01-01 2026-01-31 2000",
        "C1 evaluated 2025-12-01 quality",
        "C1 answers OverdueDays 2026-04-30 -",
        "C1 statement 2026-03-01 2026-03-01 unsigned",
        "C1 answers ClassWorsened 2026-03-01 -",
    ]);
    assert_eq!(reads(&mei, "2026-02-28"), ["C1 class worsened: quality → regular"]);
    assert!(reads(&mei, "2026-03-01").is_empty());
    let risk = "C1 class worsened: quality → risk";
    assert!(
        reads(&mei, "2026-05-02").contains(&risk.to_owned()),
        "{:?}",
        reads(&mei, "2026-05-02")
    );
    add(&mut mei, "C1 answers ClassWorsened 2026-05-02 -");
    assert!(!reads(&mei, "2026-05-02").contains(&risk.to_owned()));
}

#[rstest]
#[case::never(&["C1 invoice A 2026-01-01 2026-01-31 1"], "never evaluated")]
#[case::nothing_was_due(&["C1 invoice A 2026-01-01 2026-04-01 1"], "—")]
#[case::fresh(
    &["C1 invoice A 2026-01-01 2026-01-31 1", "C1 evaluated 2025-10-01 regular"], "—"
)]
#[case::six_months(
    &["C1 invoice A 2026-01-01 2026-01-31 1", "C1 evaluated 2025-09-30 regular"],
    "last evaluated on 2025-09-30, due since 2026-03-30"
)]
#[case::worse(
    &["C1 invoice A 2026-01-01 2026-01-31 1", "C1 evaluated 2026-03-30 quality"],
    "class worsened: quality → regular, due at once"
)]
#[case::not_evaluated_yet_on_that_day(
    &["C1 invoice A 2026-01-01 2026-01-31 1", "C1 evaluated 2026-04-01 regular"],
    "never evaluated"
)]
fn when_an_evaluation_is_due(#[case] lines: &[&str], #[case] expected: &str) {
    let mei = book(lines);
    let (ledger, as_of) = (mei.book.ledger(), date(AS_OF));
    let report = credit(ledger, as_of);
    let account = ledger.accounts().next().unwrap();
    let due = evaluation_due(account, &report.customers[0], ledger.policy(), as_of);
    assert_eq!(due.map_or("—".to_owned(), |due| said(&due, Language::En)), expected);
}
