//! Score and class: every example of FIGURES, and what belongs into each part (C1).

use huikuan::calendar::Date;
use huikuan::money::ratio_text;
use huikuan::record::ReverseSubject;
use huikuan::rule::credit::{ClassReason, Line, ScoreLine, credit, explain_score};
use rstest::rstest;

use crate::book::{add, book, overridden_until_reversed};
use crate::laptop::{Laptop, date, received, share};

const AS_OF: &str = "2026-03-31";

/// On time 40 %, 30 days late on average, worst 45.
const THE_EXAMPLE: [&str; 5] = [
    "C1 invoice A 2025-06-01 2025-07-01 40",
    "C1 pays A 2025-07-01 40",
    "C1 invoice B 2025-09-01 2025-10-01 30",
    "C1 pays B 2025-11-25 30",
    "C1 invoice C 2026-01-15 2026-02-14 30",
];

/// `45.6 Risk Score`: score, class in force, why.
fn reads(mei: &Laptop, as_of: &str) -> String {
    let report = credit(mei.book.ledger(), date(as_of));
    let held = &report.customers[0];
    let score = held.score.value.map_or_else(|| "—".to_owned(), |score| score.to_string());
    let why = match held.class.why {
        ClassReason::Score => "by score".to_owned(),
        ClassReason::TooLittleHistory => "too little history".to_owned(),
        ClassReason::OldDebt { amount, worst_days } => format!("old debt {amount} {worst_days} d"),
        ClassReason::Override { until, .. } => {
            format!("set until {until}, computed {:?}", held.class.computed)
        }
    };
    format!("{score} {:?} {why}", held.class.class)
}

#[test]
fn the_weighted_mean_of_the_definition() {
    let mei = book(&THE_EXAMPLE);
    assert_eq!(reads(&mei, AS_OF), "45.6 Risk by score");
    let ledger = mei.book.ledger();
    let account = ledger.accounts().next().unwrap();
    let lines = explain_score(account, ledger.policy(), date(AS_OF));
    let points = lines.iter().filter_map(|line| match line {
        Line::Score(
            ScoreLine::PaidOnTime { points, weight, .. }
            | ScoreLine::DaysLate { points, weight, .. }
            | ScoreLine::WorstOverdue { points, weight, .. },
        ) => Some(format!("{weight} × {}", ratio_text(*points))),
        Line::Score(ScoreLine::Score { sum, weights, score }) => {
            Some(format!("{} ÷ {weights} = {score}", ratio_text(*sum)))
        }
        _ => None,
    });
    let points: Vec<String> = points.collect();
    let expected = ["35 × 40.0000", "25 × 50.0000", "20 × 50.0000", "3650.0000 ÷ 80 = 45.6"];
    assert_eq!(points, expected);
}

#[test]
fn a_big_old_debt_is_a_risk_whatever_the_score() {
    let mei = book(&[
        "C1 invoice A 2025-06-01 2025-07-01 10",
        "C1 pays A 2025-07-01 10",
        "C1 invoice B 2025-07-01 2025-08-01 10",
        "C1 pays B 2025-08-01 10",
        "C1 invoice C 2025-08-01 2025-09-01 10",
        "C1 pays C 2025-09-01 10",
        "C1 invoice D 2025-01-01 2025-02-24 1000000",
    ]);
    assert_eq!(reads(&mei, AS_OF), "0.0 Risk old debt 1000000.00 CNY 400 d");
}

/// What is added to the example, and what comes out.
#[rstest]
#[case::nothing_due_yet(&["C1 invoice A 2026-03-01 2026-04-01 40"], "— Regular too little history")]
#[case::two_parts(
    &["C1 invoice A 2025-06-01 2025-07-01 40", "C1 invoice B 2026-02-01 2026-03-31 40"],
    "0.0 Regular too little history"
)]
#[case::the_minimum_itself_is_no_old_debt(
    &["C1 invoice A 2025-06-01 2025-07-01 1000"], "0.0 Regular too little history"
)]
#[case::a_cent_more_is(
    &["C1 invoice A 2025-06-01 2025-07-01 1000.01"], "0.0 Risk old debt 1000.01 CNY 273 d"
)]
#[case::ninety_days_are_not_more_than_ninety(
    &["C1 invoice A 2025-12-01 2025-12-31 5000"], "0.0 Regular too little history"
)]
#[case::the_window_begins_after_twelve_months(
    &[
        "C1 invoice A 2025-03-01 2025-03-31 40", "C1 pays A 2025-03-31 40",
        "C1 invoice B 2025-03-01 2025-04-01 40", "C1 pays B 2025-04-11 40",
    ],
    // Only B: 0 × 35 + 83.33 × 25 + 100 × 20 over 80.
    "51.0 Regular too little history"
)]
#[case::an_open_part_of_today_is_not_paid_by_its_day(
    &["C1 invoice A 2026-03-01 2026-03-31 40"], "56.3 Regular too little history"
)]
fn parts_that_are_considered(#[case] lines: &[&str], #[case] expected: &str) {
    assert_eq!(reads(&book(lines), AS_OF), expected);
}

/// Three parts paid on their day: 100 but for what is added.
#[rstest]
#[case::nothing(&[], "100.0 Quality by score")]
#[case::kept_and_broken_promise(
    &["C1 invoice D 2026-01-01 2026-12-31 100",
      "C1 promises 2026-01-01 2026-01-10 10 spoken D", "C1 pays D 2026-01-10 10",
      "C1 promises 2026-02-01 2026-02-10 10 spoken D"],
    // 80 × 100 + 10 × 50 over 90.
    "94.4 Quality by score"
)]
#[case::a_promise_kept_in_part_is_not_kept(
    &["C1 invoice D 2026-01-01 2026-12-31 100",
      "C1 promises 2026-01-01 2026-01-10 10 spoken D", "C1 pays D 2026-01-10 9"],
    "88.9 Quality by score"
)]
#[case::a_promise_of_today_is_open(
    &["C1 invoice D 2026-01-01 2026-12-31 100",
      "C1 promises 2026-01-01 2026-03-31 10 spoken D"],
    "100.0 Quality by score"
)]
#[case::the_limit_is_half_over(
    // 100 % of the limit: half way from 80 % to 120 %.
    &["C1 invoice D 2026-01-01 2026-12-31 100", "C1 limit 100"], "94.4 Quality by score"
)]
#[case::the_limit_of_nothing(
    &["C1 invoice D 2026-01-01 2026-12-31 100", "C1 limit 0"], "88.9 Quality by score"
)]
#[case::a_limit_in_another_currency_is_not_used(
    &["C1 invoice D 2026-01-01 2026-12-31 100", "C1 limit 100USD"], "100.0 Quality by score"
)]
#[case::what_is_given_up_is_left_out(
    &["C1 invoice D 2025-10-01 2025-10-31 500", "C1 gives-up D 2026-01-01 500"],
    "100.0 Quality by score"
)]
#[case::disputed_days_count_all_the_same(
    // 30 of 60 open for 9 days: 35 × 50 + 25 × 92.5 + 20 × 90 over 80.
    &["C1 invoice D 2026-03-01 2026-03-22 30", "C1 disputes D 2026-03-01"],
    "73.3 Regular by score"
)]
#[case::other_money_weighs_what_it_is_worth(
    // 20 USD at 1.5 are 30 CNY, paid 6 days late: P1 50 %, P2 3 days, P3 none.
    &["- rate USD 2026-03-31 1.5", "C1 invoice D 2026-02-01 2026-02-10 20USD",
      "C1 pays D 2026-02-16 20USD"],
    "76.6 Regular by score"
)]
#[case::money_without_a_rate_is_left_out(
    &["C1 invoice D 2026-02-01 2026-02-10 20USD", "C1 pays D 2026-02-16 20USD"],
    "100.0 Quality by score"
)]
fn what_each_part_looks_at(#[case] lines: &[&str], #[case] expected: &str) {
    let mut mei = Laptop::begins("mei");
    for (number, day) in ["X", "Y", "Z"].iter().zip(["2025-07-01", "2025-08-01", "2025-09-01"]) {
        add(&mut mei, &format!("C1 invoice {number} 2025-06-01 {day} 10"));
        add(&mut mei, &format!("C1 pays {number} {day} 10"));
    }
    lines.iter().for_each(|line| add(&mut mei, line));
    assert_eq!(reads(&mei, AS_OF), expected);
}

#[test]
fn money_that_bounced_or_was_un_allocated_was_never_paid() {
    let mut mei = book(&THE_EXAMPLE[2..]);
    let account = mei.book.ledger().accounts().next().unwrap();
    let fund = account.funds[0].reference.clone();
    assert_eq!(reads(&mei, AS_OF), "17.7 Regular too little history");
    let subject = ReverseSubject::Fund(fund);
    mei.reverses("C1", subject, "2026-03-01");
    // From then on B is open, 181 days late.
    assert_eq!(reads(&mei, "2026-02-28"), reads(&book(&THE_EXAMPLE[2..]), "2026-02-28"));
    assert_eq!(reads(&mei, AS_OF), "0.0 Regular too little history");
}

#[rstest]
#[case::before("2026-01-31", "0.0 Risk by score")]
#[case::its_first_day("2026-02-01", "set until 2026-02-28, computed Risk")]
#[case::its_last_day("2026-02-28", "set until 2026-02-28, computed Risk")]
#[case::after("2026-03-01", "by score")]
fn an_override_holds_from_its_first_to_its_last_day(#[case] as_of: &str, #[case] expected: &str) {
    let mut mei = book(&THE_EXAMPLE[2..]);
    for number in ["X", "Y"] {
        add(&mut mei, &format!("C1 invoice {number} 2025-06-01 2025-07-01 1"));
    }
    add(&mut mei, "C1 class quality 2026-02-01 2026-02-28");
    let read = reads(&mei, as_of);
    assert!(read.ends_with(expected), "{read}");
    assert_eq!(read.contains("Quality"), expected.starts_with("set"), "{read}");
}

#[test]
fn a_later_override_replaces_an_earlier_one_and_one_that_was_ended_counts_no_more() {
    let mut mei = book(&THE_EXAMPLE);
    add(&mut mei, "C1 class quality 2026-01-01 2026-12-31");
    add(&mut mei, "C1 class regular 2026-03-01 2026-03-10");
    assert!(reads(&mei, "2026-02-28").contains("Quality set"));
    assert!(reads(&mei, "2026-03-10").contains("Regular set"));
    // The first was replaced for good.
    assert_eq!(reads(&mei, "2026-03-11"), reads(&book(&THE_EXAMPLE), "2026-03-11"));
    let mut mei = book(&THE_EXAMPLE);
    overridden_until_reversed(&mut mei, "C1 class quality 2026-01-01 2026-12-31", "2026-03-31");
    assert!(reads(&mei, "2026-03-30").contains("Quality set"));
    assert!(reads(&mei, AS_OF).contains("Risk by score"));
}

#[test]
fn halves_that_no_division_shows_are_rounded_up() {
    // 7 of 9 on time: 77.77…; weights 35, 25, 20.
    let mut mei = Laptop::begins("mei");
    for number in 0..9 {
        let paid = if number < 7 { "2025-07-01" } else { "2025-07-02" };
        add(&mut mei, &format!("C1 invoice {number} 2025-06-01 2025-07-01 1"));
        add(&mut mei, &format!("C1 pays {number} {paid} 1"));
    }
    assert_eq!(reads(&mei, AS_OF), "90.2 Quality by score");
    let day: Date = date(AS_OF);
    assert_eq!(credit(mei.book.ledger(), day).customers[0].score.parts, 9);
}

#[test]
fn money_that_is_allocated_again_counts_from_then() {
    let mut mei = book(&["C1 invoice A 2025-06-01 2025-07-01 40"]);
    let fund = mei.receives(received("C1", "2025-07-01", "40"), Vec::new());
    let first = mei.allocates("C1", &fund, share("C1", "A", "40"), Some("2025-07-01"));
    mei.reverses("C1", ReverseSubject::Fact(first), "2025-08-01");
    mei.allocates("C1", &fund, share("C1", "A", "40"), Some("2025-09-09"));
    let scores = ["2025-07-31", "2025-08-31", AS_OF].map(|as_of| {
        credit(mei.book.ledger(), date(as_of)).customers[0].score.value.unwrap().to_string()
    });
    // Paid on its day; open for 61 days; paid 70 days late.
    assert_eq!(scores, ["100.0", "8.1", "25.0"]);
}
