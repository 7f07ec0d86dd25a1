//! Classes, tiers and provision through the command line, from tables and a policy of one's own.
//! Never a figure that the rules do not explain.

use expect_test::{Expect, expect};

use crate::command::Folder;

/// On time 40 %, 30 days late on average, worst 45 (FIGURES, score and class); and another.
const INVOICES: &str = "\
number,customer,issue date,due date,amount,currency
A,Anna,2025-06-01,2025-07-01,400.00,CNY
B,Anna,2025-09-01,2025-10-01,300.00,CNY
C,Anna,2026-01-15,2026-02-14,300.00,CNY
D,Beta,2025-10-01,2025-12-01,5000.00,CNY
";

const RECEIPTS: &str = "\
customer,date,amount,currency,invoice no,reference
Anna,2025-07-01,400.00,CNY,A,r1
Anna,2025-11-25,300.00,CNY,B,r2
";

fn report(test: &str, words: &str, expected: &Expect) {
    let tables = "--invoices invoices.csv --receipts receipts.csv --as-of 2026-03-31";
    let folder = Folder::new(test).with("invoices.csv", INVOICES).with("receipts.csv", RECEIPTS);
    let folder = folder
        .with("policy.json", r#"{"provision": {"rates_percent": ["0.3", "1", "2", "5", "10"]}}"#);
    expected.assert_eq(folder.run(&format!("{tables} {words}")).clean());
}

#[test]
fn a_class_comes_with_its_arithmetic() {
    report(
        "class_json",
        "--report class --format json --customer anna",
        &expect![[r#"
        {
          "as_of": "2026-03-31",
          "base": "CNY",
          "customers": [
            {
              "code": "Anna",
              "name": "Anna",
              "class": "risk",
              "computed_class": "risk",
              "why": "score",
              "until": null,
              "score": "45.6",
              "parts_considered": 3,
              "points": {
                "paid_on_time": "40.0000",
                "days_late": "50.0000",
                "worst_overdue": "50.0000",
                "promises_kept": null,
                "limit_used": null
              },
              "currency": "CNY",
              "outstanding": "300.00",
              "limit": null,
              "explanation": [
                "items that fell due after 2025-03-31 and by 2026-03-31, and all that are overdue",
                "A due 2025-07-01, paid 2025-07-01, CNY 400.00, 0 days late",
                "B due 2025-10-01, paid 2025-11-25, CNY 300.00, 55 days late",
                "C due 2026-02-14, open, CNY 300.00, 45 days late",
                "3 items considered",
                "paid by the due day CNY 400.00 ÷ CNY 1,000.00: 40 × 35",
                "days late 30 (0 at 60): 50 × 25",
                "worst overdue now 45 (0 at 90): 50 × 20",
                "promises kept: does not apply, its weight drops out",
                "use of the limit: does not apply, its weight drops out",
                "3650 ÷ 80 = 45.6",
                "score 45.6 (quality from 80, risk below 50): risk"
              ]
            }
          ]
        }
    "#]],
    );
    report(
        "class_zh",
        "--report class --language zh",
        &expect![[r#"
        客户分类 2026-03-31

        客户编码  客户名称  分类  评分  计入笔数      未收金额  依据
        ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        Anna      Anna      风险  45.6         3    CNY 300.00  评分 45.6（80 起优质，低于 50 风险）：风险
        Beta      Beta      风险   0.0         1  CNY 5,000.00  逾期超过 90 天的欠款 CNY 5,000.00，超过 CNY 1,000.00，最长 120 天：风险
    "#]],
    );
}

#[test]
fn a_tier_comes_with_its_arithmetic() {
    report(
        "tier_json",
        "--report tier --format json --customer anna",
        &expect![[r#"
        {
          "as_of": "2026-03-31",
          "base": "CNY",
          "customers": [
            {
              "code": "Anna",
              "name": "Anna",
              "tier": "C",
              "computed_tier": "C",
              "why": "below_minimum",
              "until": null,
              "points": 6,
              "amount_points": 1,
              "days_points": 2,
              "class_points": 3,
              "class": "risk",
              "currency": "CNY",
              "overdue": "300.00",
              "undisputed": "300.00",
              "overdue_days": 45,
              "undisputed_days": 45,
              "urgency": "13500.00",
              "explanation": [
                "amount CNY 300.00, larger ones CNY 5,000.00 of CNY 5,300.00: small, 1 point × 1",
                "oldest item 45 days (long over 90, medium over 30): medium, 2 points × 1",
                "class risk: 3 points × 1",
                "6 points (A from 7, B from 5): B",
                "CNY 300.00 is below CNY 1,000.00: C"
              ]
            }
          ]
        }
    "#]],
    );
    report(
        "tier_text",
        "--report tier",
        &expect![[r#"
        Tiers 2026-03-31

        code  name  tier  amount + days + class  undisputed overdue  overdue days  class  why
        ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        Beta  Beta  A                 3 + 3 + 3        CNY 5,000.00           120  risk   9 points (A from 7, B from 5): A
        Anna  Anna  C                 1 + 2 + 3          CNY 300.00            45  risk   CNY 300.00 is below CNY 1,000.00: C
    "#]],
    );
}

#[test]
fn a_provision_comes_bucket_by_bucket() {
    let words = "--report provision --policy policy.json";
    report(
        "provision_json",
        &format!("{words} --format json"),
        &expect![[r#"
        {
          "as_of": "2026-03-31",
          "basis": "due_on",
          "currencies": [
            {
              "currency": "CNY",
              "open": "5300.00",
              "allowance": "506.00",
              "rows": [
                {
                  "column": "not_due",
                  "open": "0.00",
                  "rate_percent": "0.3",
                  "allowance": "0.00"
                },
                {
                  "column": "1-30",
                  "open": "0.00",
                  "rate_percent": "1",
                  "allowance": "0.00"
                },
                {
                  "column": "31-60",
                  "open": "300.00",
                  "rate_percent": "2",
                  "allowance": "6.00"
                },
                {
                  "column": "61-90",
                  "open": "0.00",
                  "rate_percent": "5",
                  "allowance": "0.00"
                },
                {
                  "column": "91-180",
                  "open": "5000.00",
                  "rate_percent": "10",
                  "allowance": "500.00"
                },
                {
                  "column": "181-",
                  "open": "0.00",
                  "rate_percent": null,
                  "allowance": "0.00"
                },
                {
                  "column": "no_due_date",
                  "open": "0.00",
                  "rate_percent": null,
                  "allowance": "0.00"
                },
                {
                  "column": "retention",
                  "open": "0.00",
                  "rate_percent": null,
                  "allowance": "0.00"
                }
              ],
              "individual": []
            }
          ]
        }
    "#]],
    );
    report(
        "provision_zh",
        &format!("{words} --language zh"),
        &expect![[r#"
        坏账准备 2026-03-31

        CNY         未收金额    %  准备金额
        ───────────────────────────────────
        未到期          0.00  0.3      0.00
        1–30 天         0.00    1      0.00
        31–60 天      300.00    2      6.00
        61–90 天        0.00    5      0.00
        91–180 天   5,000.00   10    500.00
        180 天以上      0.00    —      0.00
        无到期日        0.00    —      0.00
        质保金          0.00    —      0.00
        合计        5,300.00         506.00
    "#]],
    );
}

#[test]
fn a_worklist_tells_whom_to_contact_and_why() {
    report(
        "worklist_text",
        "--report worklist",
        &expect![[r#"
        worklist 2026-03-31

        tier  code  name      demanded  overdue days  next                      date        why
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        A     Beta  Beta  CNY 5,000.00           120  letter asking for a plan  2025-12-02  oldest item due 2025-12-01, 120 days overdue
        C     Anna  Anna    CNY 300.00            45  friendly reminder         2026-02-15  oldest item due 2026-02-14, 45 days overdue
    "#]],
    );
    report(
        "worklist_json",
        "--report worklist --format json --customer beta",
        &expect![[r#"
        {
          "as_of": "2026-03-31",
          "base": "CNY",
          "tasks": [
            {
              "code": "Beta",
              "name": "Beta",
              "owner": null,
              "tier": "A",
              "class": "risk",
              "level": 0,
              "state": "due",
              "due_on": "2025-12-02",
              "action": "step",
              "step": "ask-for-plan",
              "channel": "letter",
              "demanded": [
                "5000.00 CNY"
              ],
              "oldest_days": 120,
              "last_contact": null,
              "items": [
                {
                  "number": "D",
                  "due_on": "2025-12-01",
                  "overdue_days": 120,
                  "currency": "CNY",
                  "open": "5000.00",
                  "disputed": "0.00",
                  "held": "0.00",
                  "planned": "0.00",
                  "promised": "0.00",
                  "demanded": "5000.00"
                }
              ],
              "explanation": [
                "demanded CNY 5,000.00",
                "oldest item due 2025-12-01, 120 days overdue",
                "playbook of tier A, not begun",
                "next is step 1",
                "no grace for risk: from 2025-12-02",
                "was due on 2025-12-02 and missed"
              ]
            }
          ]
        }
    "#]],
    );
}
