//! Limitation periods: the example of FIGURES, month ends, days off, what restarts them (C5).

use huikuan::calendar::Date;
use huikuan::record::{HolidayList, SettingFields};
use huikuan::rule::credit::{explain_limitation, limitations};
use huikuan::say::{Language, limitation_line};
use huikuan::workbook::Command;
use rstest::rstest;

use crate::book::{add, book};
use crate::laptop::{Laptop, date};

const ITEM: &str = "C1 invoice A 2021-02-01 2021-03-01 100";

/// `2024-03-01 (1)`: last day and days left, with what restarted it.
fn reads(mei: &Laptop, as_of: &str) -> Vec<String> {
    let ledger = mei.book.ledger();
    let accounts = ledger.accounts();
    let held = accounts.flat_map(|held| limitations(held, ledger.policy(), date(as_of)));
    let lines = held.map(|held| {
        let by = held.restarted.map_or(String::new(), |(by, on)| format!(" {by:?} {on}"));
        format!("{} ({}){by}", held.last_on, held.days_left)
    });
    lines.collect()
}

#[rstest]
#[case::three_years("2021-02-01 2021-03-01", "2024-03-01 (1)")]
#[case::a_missing_day_falls_to_the_months_end("2019-01-01 2020-02-29", "2023-02-28 (-366)")]
// 2024-03-02 is a Saturday.
#[case::a_weekend_moves_to_monday("2021-02-01 2021-03-02", "2024-03-04 (4)")]
fn three_years_from_the_due_day(#[case] days: &str, #[case] expected: &str) {
    let mei = book(&[&format!("C1 invoice A {days} 100")]);
    assert_eq!(reads(&mei, "2024-02-29"), [expected]);
}

#[test]
fn a_last_day_on_a_day_off_moves_to_the_next_working_day() {
    let mut mei = book(&["C1 invoice A 2022-09-01 2022-10-01 100"]);
    let off: Vec<Date> = (1..=8).map(|day| Date::new(2025, 10, day).unwrap()).collect();
    let holidays = Some(HolidayList { off, worked: Vec::new() });
    mei.does(Command::SetPolicy(SettingFields { holidays, ..SettingFields::default() }));
    assert_eq!(reads(&mei, "2025-09-30"), ["2025-10-09 (9)"]);
}

#[rstest]
#[case::delivered(&["C1 demand 2023-05-10 delivered"], "2026-05-11 (862) Demand 2023-05-10")]
#[case::answered(&["C1 demand 2023-05-10 acknowledged"], "2026-05-11 (862) Demand 2023-05-10")]
#[case::returned(&["C1 demand 2023-05-10 returned"], "2024-03-01 (61)")]
#[case::of_unknown_fate(&["C1 demand 2023-05-10 sent"], "2024-03-01 (61)")]
#[case::for_this_item(&["C1 demand 2023-05-10 delivered A"], "2026-05-11 (862) Demand 2023-05-10")]
#[case::for_another(
    &["C1 invoice B 2019-01-01 2019-01-02 1", "C1 pays B 2019-01-03 1",
      "C1 demand 2023-05-10 delivered B"],
    "2024-03-01 (61)"
)]
#[case::before_the_due_day(&["C1 demand 2021-02-10 delivered"], "2024-03-01 (61)")]
#[case::part_payment(&["C1 pays A 2023-06-01 10"], "2026-06-01 (883) PartPayment 2023-06-01")]
#[case::signed_statement(
    &["C1 statement 2023-06-30 2023-07-03 signed"], "2026-07-03 (915) Statement 2023-07-03"
)]
#[case::a_slip_that_nobody_signed(
    &["C1 statement 2023-06-30 2023-07-03 unsigned"], "2024-03-01 (61)"
)]
#[case::a_statement_before_the_item(
    &["C1 statement 2021-01-31 2021-03-10 signed"], "2024-03-01 (61)"
)]
#[case::a_written_promise(
    &["C1 promises 2023-07-04 2023-12-01 50 written"], "2026-07-06 (918) Promise 2023-07-04"
)]
#[case::a_spoken_promise(&["C1 promises 2023-07-04 2023-12-01 50 spoken"], "2024-03-01 (61)")]
#[case::instalments_from_the_last_one(
    &["C1 plans 2023-07-04 A 2023-12-01:50 2024-06-03:50"], "2027-06-03 (1250) Plan 2023-07-04"
)]
#[case::the_latest_counts(
    &["C1 demand 2023-05-10 delivered", "C1 pays A 2023-06-01 10"],
    "2026-06-01 (883) PartPayment 2023-06-01"
)]
fn what_restarts_it(#[case] lines: &[&str], #[case] expected: &str) {
    let mut mei = book(&[ITEM]);
    lines.iter().for_each(|line| add(&mut mei, line));
    assert_eq!(reads(&mei, "2023-12-31"), [expected]);
    // What came later is not known on an earlier day.
    assert_eq!(reads(&mei, "2023-05-09"), ["2024-03-01 (297)"]);
}

#[test]
fn what_is_over_only_an_acknowledgement_revives() {
    let mut mei = book(&[ITEM, "C1 demand 2024-03-04 delivered", "C1 pays A 2024-03-05 10"]);
    assert_eq!(reads(&mei, "2024-04-01"), ["2024-03-01 (-31)"]);
    add(&mut mei, "C1 promises 2024-04-01 2024-12-01 50 written A");
    assert_eq!(reads(&mei, "2024-04-01"), ["2027-04-01 (1095) Promise 2024-04-01"]);
    let ledger = mei.book.ledger();
    let account = ledger.accounts().next().unwrap();
    let lines = explain_limitation(account, 0, ledger.policy(), date("2024-04-01"));
    let said = lines.iter().map(|line| limitation_line(line, Language::En));
    let expected = [
        "due 2021-03-01, 3 years: last day 2024-03-01",
        "a demand that was delivered on 2024-03-04 came after the last day and restarts nothing",
        "a part payment on 2024-03-05 came after the last day and restarts nothing",
        "restarted on 2024-04-01 by a written promise: last day 2027-04-01",
        "1095 days left until 2027-04-01",
    ];
    assert_eq!(said.collect::<Vec<_>>(), expected);
}

#[test]
fn twenty_years_are_the_longest() {
    let mut mei = book(&["C1 invoice A 2001-02-01 2001-03-01 100"]);
    let demands = (0..7).map(|time| format!("C1 demand {}-03-01 delivered", 2003 + 2 * time));
    demands.chain(["C1 demand 2017-03-01 delivered".to_owned()]).for_each(|it| add(&mut mei, &it));
    add(&mut mei, "C1 demand 2019-03-01 delivered");
    assert_eq!(reads(&mei, "2020-01-01"), ["2021-03-01 (425) Demand 2019-03-01"]);
}

#[test]
fn settled_items_and_those_without_a_due_date_have_none() {
    let mut mei = book(&[ITEM, "C1 pays A 2021-03-05 100"]);
    assert_eq!(reads(&mei, "2021-03-04"), ["2024-03-01 (1093)"]);
    assert!(reads(&mei, "2021-03-05").is_empty());
    add(&mut mei, "C1 invoice B 2021-02-01 2025-01-01 100");
    assert_eq!(reads(&mei, "2021-03-05"), ["2028-01-03 (2495)"]);
}
