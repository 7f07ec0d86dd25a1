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
    report(
        "late_charge_json",
        FLOATING,
        words,
        &expect![[r#"
        {
          "as_of": "2024-07-31",
          "policy": "1.5 times the reference rate, following the table, called a penalty, actual/365, 3 days of grace, then from the first day",
          "totals": [
            {
              "currency": "CNY",
              "total": "3179.59"
            }
          ],
          "items": [
            {
              "code": "Anna",
              "name": "Anna",
              "number": "A",
              "part": 0,
              "due_on": "2024-06-30",
              "currency": "CNY",
              "days": 31,
              "periods": [
                {
                  "from": "2024-07-01",
                  "to": "2024-07-10",
                  "days": 10,
                  "balance": "1000000.00",
                  "rate": "0.0345",
                  "multiple": "1.5000",
                  "year_days": 365,
                  "source": "reference"
                },
                {
                  "from": "2024-07-11",
                  "to": "2024-07-21",
                  "days": 11,
                  "balance": "600000.00",
                  "rate": "0.0345",
                  "multiple": "1.5000",
                  "year_days": 365,
                  "source": "reference"
                },
                {
                  "from": "2024-07-22",
                  "to": "2024-07-31",
                  "days": 10,
                  "balance": "600000.00",
                  "rate": "0.0335",
                  "multiple": "1.5000",
                  "year_days": 365,
                  "source": "reference"
                }
              ],
              "fee": null,
              "minimum": null,
              "cap": null,
              "total": "3179.59",
              "problem": null,
              "explanation": [
                "due 2024-06-30: that day does not count, the day of a receipt does",
                "3 days of grace: free within them, later from the first day overdue",
                "2024-07-01 → 2024-07-10, 10 days × CNY 1,000,000.00 × 3.45% × 1.5 ÷ 365 (reference rate from 2024-06-20) = 1,417.8082",
                "2024-07-11 → 2024-07-21, 11 days × CNY 600,000.00 × 3.45% × 1.5 ÷ 365 (reference rate from 2024-06-20) = 935.7534",
                "2024-07-22 → 2024-07-31, 10 days × CNY 600,000.00 × 3.35% × 1.5 ÷ 365 (reference rate from 2024-07-22) = 826.0274",
                "31 days, actual/365: 3,179.5890, rounded once, half up: CNY 3,179.59"
              ]
            }
          ]
        }
    "#]],
    );
}

#[test]
fn late_charges_as_text() {
    report(
        "late_charge_text",
        FLOATING,
        "",
        &expect![[r#"
        Late charges 2024-07-31
        1.5 times the reference rate, following the table, called a penalty, actual/365, 3 days of grace, then from the first day

        code  number  due date    period                   days           balance  rate                         amount
        ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
        Anna  A       2024-06-30  2024-07-01 → 2024-07-10    10  CNY 1,000,000.00  0.0345 × 1.5000 ÷ 365
        Anna  A       2024-06-30  2024-07-11 → 2024-07-21    11    CNY 600,000.00  0.0345 × 1.5000 ÷ 365
        Anna  A       2024-06-30  2024-07-22 → 2024-07-31    10    CNY 600,000.00  0.0335 × 1.5000 ÷ 365
        Anna  A       2024-06-30  total                      31                                           CNY 3,179.59
        Beta  B       2024-07-15  2024-07-16 → 2024-07-21     6        CNY 500.00  0.0345 × 1.5000 ÷ 365
        Beta  B       2024-07-15  2024-07-22 → 2024-07-31    10        CNY 500.00  0.0335 × 1.5000 ÷ 365
        Beta  B       2024-07-15  total                      16                                               CNY 1.11
        total CNY 3,180.70
    "#]],
    );
    report(
        "late_charge_zh",
        FLOATING,
        "--language zh",
        &expect![[r#"
        违约金 2024-07-31
        参考利率的 1.5 倍，随利率表逐日变动，称作违约金，按实际天数/365，宽限 3 天，过后从第一天算起

        客户编码  单据号  到期日      期间                     天数          应收余额  费率                           金额
        ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        Anna      A       2024-06-30  2024-07-01 → 2024-07-10    10  CNY 1,000,000.00  0.0345 × 1.5000 ÷ 365
        Anna      A       2024-06-30  2024-07-11 → 2024-07-21    11    CNY 600,000.00  0.0345 × 1.5000 ÷ 365
        Anna      A       2024-06-30  2024-07-22 → 2024-07-31    10    CNY 600,000.00  0.0335 × 1.5000 ÷ 365
        Anna      A       2024-06-30  合计                       31                                           CNY 3,179.59
        Beta      B       2024-07-15  2024-07-16 → 2024-07-21     6        CNY 500.00  0.0345 × 1.5000 ÷ 365
        Beta      B       2024-07-15  2024-07-22 → 2024-07-31    10        CNY 500.00  0.0335 × 1.5000 ÷ 365
        Beta      B       2024-07-15  合计                       16                                               CNY 1.11
        合计 CNY 3,180.70
    "#]],
    );
}

#[test]
fn a_missing_reference_rate_is_named() {
    let policy = r#"{"late_charge": {"rate": {"reference": {"multiple": "1.5"}}, "year": "days360",
        "nature": "interest"}}"#;
    report(
        "late_charge_unknown",
        policy,
        "",
        &expect![[r#"
        Late charges 2024-07-31
        1.5 times the reference rate, as on the first day overdue, called interest, actual/360

        code  number  due date    period  days  balance  rate                                                        amount
        ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        Anna  A       2024-06-30  total      0           no reference rate for 2024-07-01: enter it in the settings       —
        Beta  B       2024-07-15  total      0           no reference rate for 2024-07-16: enter it in the settings       —
    "#]],
    );
}

#[test]
fn without_a_policy_nothing_is_charged() {
    let none = r#"{"late_charge": {"rate": "none", "year": "days365", "nature": "penalty"}}"#;
    report(
        "late_charge_none",
        none,
        "",
        &expect![[r#"
        Late charges 2024-07-31
        no late charge, but for what a contract says

        nothing is charged
    "#]],
    );
}
