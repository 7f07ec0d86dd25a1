//! Credit control: suggested limit and terms, warnings, watch list, actions (C3).

use huikuan::rule::credit::{credit, receivables, suggestion};
use huikuan::say::{Language, credit_warning, credit_watch, suggested_action};
use rstest::rstest;

use crate::book::book;
use crate::laptop::date;

/// What is said of the first customer on 2026-03-31: limit and terms, then warnings, watch and
/// actions.
fn reads(lines: &[&str]) -> Vec<String> {
    let mei = book(lines);
    let (ledger, as_of) = (mei.book.ledger(), date("2026-03-31"));
    let report = credit(ledger, as_of);
    let account = ledger.accounts().next().unwrap();
    let held = &report.customers[0];
    let said = suggestion(account, held, ledger.policy(), as_of, receivables(&report));
    let (limit, days) = (said.limit.unwrap(), said.net_days_max.unwrap());
    let mut lines = vec![format!("{limit} of {} in {days} days", said.sales)];
    let warnings = said.warnings.iter();
    lines.extend(warnings.map(|held| format!("! {}", credit_warning(held, Language::En))));
    let watch = said.watch.iter();
    lines.extend(watch.map(|held| format!("? {}", credit_watch(held, Language::En))));
    let actions = said.actions.iter();
    lines.extend(actions.map(|held| format!("> {}", suggested_action(*held, Language::En))));
    lines
}

#[rstest]
#[case::two_months_of_sales(
    &["C1 invoice A 2025-03-31 2025-04-30 500", "C1 invoice B 2025-04-01 2025-04-30 100",
      "C1 invoice C 2026-03-31 2026-04-30 0.01", "C2 invoice A 2026-03-01 2026-04-01 9000"],
    // 100.01 × 2 ÷ 12 = 16.668; what was issued a year ago is out of the window.
    &["16.67 CNY of 100.01 CNY in 30 days"]
)]
#[case::risk_gets_nothing(
    &["C1 invoice A 2025-06-01 2025-07-01 12000", "C2 invoice A 2026-03-01 2026-04-01 900000"],
    &["0.00 CNY of 12000.00 CNY in 0 days",
      "! terms of 30 days, beyond the 0 of its class",
      "> shorten terms to 0 days", "> require prepayment", "> add security", "> suspend supply"]
)]
#[case::suspended_already(
    &["C1 invoice A 2025-06-01 2025-07-01 12000", "C1 suspended", "C1 limit 10000",
      "C2 invoice A 2026-03-01 2026-04-01 900000"],
    &["0.00 CNY of 12000.00 CNY in 0 days",
      "! CNY 2,000.00 over the limit",
      "! terms of 30 days, beyond the 0 of its class",
      "> shorten terms to 0 days", "> require prepayment", "> add security", "> blacklist"]
)]
#[case::over_the_limit_and_a_fifth_of_all(
    &["C1 invoice A 2026-03-01 2026-04-01 201", "C1 limit 200",
      "C2 invoice A 2026-03-01 2026-04-01 799"],
    &["33.50 CNY of 201.00 CNY in 30 days",
      "! CNY 1.00 over the limit",
      "! terms of 31 days, beyond the 30 of its class",
      "! 20.1 % of all receivables, above 20 %",
      "> shorten terms to 30 days", "> add security", "> restrict supply"]
)]
#[case::a_fifth_itself_is_not_more(
    &["C1 invoice A 2026-03-02 2026-04-01 200", "C2 invoice A 2026-03-01 2026-04-01 800"],
    &["33.33 CNY of 200.00 CNY in 30 days"]
)]
#[case::not_overdue_but_paying_later(
    &["C1 invoice A 2025-08-01 2025-08-31 1", "C1 pays A 2025-08-31 1",
      "C1 invoice B 2025-12-01 2025-12-31 1", "C1 pays B 2026-01-30 1",
      "C1 invoice C 2026-03-02 2026-04-01 1", "C2 invoice A 2026-03-01 2026-04-01 800"],
    // Then 100; now 35 × 50 + 25 × 75 + 20 × 100 over 80 = 70.3.
    &["0.50 CNY of 3.00 CNY in 30 days", "? score fell from 100.0 to 70.3"]
)]
fn what_credit_control_says(#[case] lines: &[&str], #[case] expected: &[&str]) {
    assert_eq!(reads(lines), expected);
}
