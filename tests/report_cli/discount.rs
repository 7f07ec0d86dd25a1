//! Discounts through the command line, from a table and a policy of one's own (E1, E2).
//! Never a figure that was not worked out by hand first.

use expect_test::{Expect, expect};

use crate::command::Folder;

/// Due in 40, 20 and 10 days on the day of the report; D is overdue, and settled with the rest.
const INVOICES: &str = "\
number,customer,issue date,due date,amount,currency
A,Anna,2024-06-01,2024-08-10,1000.00,CNY
B,Anna,2024-06-01,2024-07-21,1725.05,CNY
C,Anna,2024-06-01,2024-07-11,100.00,CNY
D,Beta,2024-05-01,2024-06-15,500.00,CNY
E,Beta,2024-06-01,2024-08-30,500.00,CNY
";

const POLICY: &str = r#"{"discount_offers": [{"name": "early", "base": "with_tax", "steps": [
    {"window": {"before_due": 30}, "gain": {"rate": "0.02"}},
    {"window": {"before_due": 15}, "gain": {"rate": "0.01"}}]}]}"#;

fn report(test: &str, words: &str, expected: &Expect) {
    let folder = Folder::new(test).with("invoices.csv", INVOICES).with("policy.json", POLICY);
    let words = format!(
        "--invoices invoices.csv --as-of 2024-07-01 --policy policy.json --report discount {words}"
    );
    expected.assert_eq(folder.run(&words).clean());
}

#[test]
fn each_item_says_what_to_pay_by_when_or_why_not() {
    report(
        "discount_text",
        "",
        &expect![[r#"
        Early-payment discounts 2024-07-01

        code  number  due date    outstanding   to pay  discount  last day    a year  why
        ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        Anna  A       2024-08-10  CNY 1000.00   980.00     20.00  2024-07-11  0.1862  2% when paid 30 days or more before the due day
        Anna  B       2024-07-21  CNY 1725.05  1707.80     17.25  2024-07-06  0.1843  1% when paid 15 days or more before the due day
        Anna  C       2024-07-11   CNY 100.00   100.00      0.00                   —  lapsed on 2024-06-26
        Beta  D       2024-06-15   CNY 500.00   500.00      0.00                   —  lapsed on 2024-05-31
        Beta  E       2024-08-30   CNY 500.00   490.00     10.00  2024-07-31  0.1241  2% when paid 30 days or more before the due day
    "#]],
    );
}

#[test]
fn an_item_comes_with_its_step_and_what_it_is_worth() {
    report(
        "discount_json",
        "--format json --customer anna",
        &expect![[r#"
        {
          "as_of": "2024-07-01",
          "items": [
            {
              "code": "Anna",
              "name": "Anna",
              "number": "A",
              "part": 0,
              "due_on": "2024-08-10",
              "currency": "CNY",
              "open": "1000.00",
              "offer": "early",
              "step": "2% when paid 30 days or more before the due day",
              "last_on": "2024-07-11",
              "payable": "980.00",
              "discount": "20.00",
              "effective_rate": "0.0200",
              "days_gained": 40,
              "annualised": "0.1862",
              "reason": null
            },
            {
              "code": "Anna",
              "name": "Anna",
              "number": "B",
              "part": 0,
              "due_on": "2024-07-21",
              "currency": "CNY",
              "open": "1725.05",
              "offer": "early",
              "step": "1% when paid 15 days or more before the due day",
              "last_on": "2024-07-06",
              "payable": "1707.80",
              "discount": "17.25",
              "effective_rate": "0.0100",
              "days_gained": 20,
              "annualised": "0.1843",
              "reason": null
            },
            {
              "code": "Anna",
              "name": "Anna",
              "number": "C",
              "part": 0,
              "due_on": "2024-07-11",
              "currency": "CNY",
              "open": "100.00",
              "offer": null,
              "step": null,
              "last_on": null,
              "payable": "100.00",
              "discount": "0.00",
              "effective_rate": null,
              "days_gained": null,
              "annualised": null,
              "reason": "lapsed on 2024-06-26"
            }
          ]
        }
    "#]],
    );
}
