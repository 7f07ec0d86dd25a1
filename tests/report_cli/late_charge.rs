//! Late charges through the command line, from tables and a policy of one's own (E7).
//! Never a figure that its periods do not explain.

use expect_test::{Expect, expect};

use crate::command::Folder;

const INVOICES: &str = "\
number,customer,issue date,due date,amount,currency
A,Anna,2024-06-01,2024-06-30,1000000.00,CNY
B,Beta,2024-06-01,2024-07-15,500.00,CNY
";

const RECEIPTS: &str = "\
customer,date,amount,currency,invoice no,reference
Anna,2024-07-10,400000.00,CNY,A,r1
";

const FLOATING: &str = r#"{
    "late_charge": {"rate": {"reference": {"multiple": "1.5", "floating": true}},
        "year": "days365", "grace_days": 3, "nature": "penalty"},
    "reference_rates": [{"on": "2024-06-20", "rate": "0.0345"}, {"on": "2024-07-22", "rate": "0.0335"}]
}"#;

fn report(test: &str, policy: &str, words: &str, expected: &Expect) {
    let tables = "--invoices invoices.csv --receipts receipts.csv --as-of 2024-07-31";
    let folder = Folder::new(test).with("invoices.csv", INVOICES).with("receipts.csv", RECEIPTS);
    let folder = folder.with("policy.json", policy);
    let words = format!("{tables} --policy policy.json --report late-charge {words}");
    expected.assert_eq(folder.run(&words).clean());
}

#[test]
fn a_late_charge_comes_with_its_periods() {
    let words = "--format json --customer anna";
    report("late_charge_json", FLOATING, words, &expect![[r#""#]]);
}

#[test]
fn late_charges_as_text() {
    report("late_charge_text", FLOATING, "", &expect![[r#""#]]);
    report("late_charge_zh", FLOATING, "--language zh", &expect![[r#""#]]);
}

#[test]
fn a_missing_reference_rate_is_named() {
    let policy = r#"{"late_charge": {"rate": {"reference": {"multiple": "1.5"}}, "year": "days360",
        "nature": "interest"}}"#;
    report("late_charge_unknown", policy, "", &expect![[r#""#]]);
}

#[test]
fn without_a_policy_nothing_is_charged() {
    let none = r#"{"late_charge": {"rate": "none", "year": "days365", "nature": "penalty"}}"#;
    report("late_charge_none", none, "", &expect![[r#""#]]);
}
