//! Each report on a ledger small enough to be added up by hand (the published aging case).
//! Never a figure that the case does not print.

use expect_test::{Expect, expect};

use crate::command::Folder;

/// Invoices of the published case, with what was received on A as a table of its own; the credit
/// note stands apart.
const INVOICES: &str = "\
number,customer,issue date,due date,amount,currency
A,Anna,1980-01-13,1980-03-18,11.50,CNY
B,Anna,1980-02-13,1980-04-18,7.50,CNY
C,Anna,1980-03-13,1980-05-18,8.50,CNY
D,Anna,1980-04-13,1980-06-18,4.00,CNY
E,Anna,1980-04-18,1980-04-18,200.00,CNY
F,Anna,1980-05-13,1980-07-18,6.75,CNY
G,Anna,1980-06-22,1980-06-22,-3.00,CNY
H,华美服饰,1980-06-01,1980-06-30,1200.00,CNY
";

const RECEIPTS: &str = "\
customer,date,amount,currency,invoice no,reference
Anna,1980-03-18,1.50,CNY,A,r1
Anna,1980-03-20,2.00,CNY,A,r2
Anna,1980-04-19,200.00,CNY,E,r3
华美服饰,1980-06-15,10.00,CNY,,r4
";

fn folder(test: &str) -> Folder {
    Folder::new(test).with("invoices.csv", INVOICES).with("receipts.csv", RECEIPTS)
}

fn report(test: &str, words: &str, expected: &Expect) {
    let tables = "--invoices invoices.csv --receipts receipts.csv --as-of 1980-07-01";
    expected.assert_eq(folder(test).run(&format!("{tables} {words}")).clean());
}

#[test]
fn aging_as_json_has_the_keys_of_the_design_in_order() {
    report(
        "aging_json",
        "--report aging --format json --customer anna",
        &expect![[r#"
        {
          "as_of": "1980-07-01",
          "basis": "due_on",
          "currencies": [
            {
              "currency": "CNY",
              "total": {
                "not_due": "6.75",
                "buckets": [
                  {
                    "from": 1,
                    "to": 30,
                    "amount": "4.00"
                  },
                  {
                    "from": 31,
                    "to": 60,
                    "amount": "8.50"
                  },
                  {
                    "from": 61,
                    "to": 90,
                    "amount": "7.50"
                  },
                  {
                    "from": 91,
                    "to": 180,
                    "amount": "8.00"
                  },
                  {
                    "from": 181,
                    "to": null,
                    "amount": "0.00"
                  }
                ],
                "no_due_date": "0.00",
                "retention": "0.00",
                "unapplied": "0.00",
                "prepayment": "0.00",
                "standing_credit": "-3.00",
                "balance": "31.75",
                "open_items": 5
              },
              "customers": [
                {
                  "code": "Anna",
                  "name": "Anna",
                  "not_due": "6.75",
                  "buckets": [
                    {
                      "from": 1,
                      "to": 30,
                      "amount": "4.00"
                    },
                    {
                      "from": 31,
                      "to": 60,
                      "amount": "8.50"
                    },
                    {
                      "from": 61,
                      "to": 90,
                      "amount": "7.50"
                    },
                    {
                      "from": 91,
                      "to": 180,
                      "amount": "8.00"
                    },
                    {
                      "from": 181,
                      "to": null,
                      "amount": "0.00"
                    }
                  ],
                  "no_due_date": "0.00",
                  "retention": "0.00",
                  "unapplied": "0.00",
                  "prepayment": "0.00",
                  "standing_credit": "-3.00",
                  "balance": "31.75",
                  "open_items": 5
                }
              ]
            }
          ]
        }
    "#]],
    );
}

#[test]
fn aging_as_text_lines_up() {
    report(
        "aging_text",
        "--report aging",
        &expect![[r#"
        Aging 1980-07-01 · by due date

        CNY
        code      name      not yet due  1–30 days  31–60 days  61–90 days  91–180 days  over 180 days  unapplied cash  standing credit   balance  open items
        ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        华美服饰  华美服饰         0.00   1,200.00        0.00        0.00         0.00           0.00          −10.00             0.00  1,190.00           1
        Anna      Anna             6.75       4.00        8.50        7.50         8.00           0.00            0.00            −3.00     31.75           5
        total                      6.75   1,204.00        8.50        7.50         8.00           0.00          −10.00            −3.00  1,221.75           6
    "#]],
    );
    report(
        "aging_text_zh",
        "--report aging --language zh",
        &expect![[r#"
        账龄分析 1980-07-01 · 按到期日

        CNY
        客户编码  客户名称  未到期   1–30 天  31–60 天  61–90 天  91–180 天  180 天以上  未核销收款  未使用红字余额  应收余额  未结清单据
        ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        华美服饰  华美服饰    0.00  1,200.00      0.00      0.00       0.00        0.00      −10.00            0.00  1,190.00           1
        Anna      Anna        6.75      4.00      8.50      7.50       8.00        0.00        0.00           −3.00     31.75           5
        合计                  6.75  1,204.00      8.50      7.50       8.00        0.00      −10.00           −3.00  1,221.75           6
    "#]],
    );
}

#[test]
fn statement_shows_what_happened_to_each_item() {
    report(
        "statement_text",
        "--report statement --customer ANNA",
        &expect![[r#"
        Statement of account 1980-07-01

        Anna
        kind         number  date        due date    overdue days  amount  outstanding CNY  disputed  aging
        ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
        invoice      A       1980-01-13  1980-03-18           105   11.50             8.00            91–180 days
        invoice      B       1980-02-13  1980-04-18            74    7.50             7.50            61–90 days
        invoice      C       1980-03-13  1980-05-18            44    8.50             8.50            31–60 days
        invoice      D       1980-04-13  1980-06-18            13    4.00             4.00            1–30 days
        invoice      F       1980-05-13  1980-07-18                  6.75             6.75            not yet due
        credit note  G       1980-06-22                             −3.00            −3.00            standing credit
        balance                                                                      31.75
          A: 1980-03-18 received −1.50
          A: 1980-03-20 received −2.00
    "#]],
    );
    report(
        "statement_json",
        "--report statement --format json --customer 华美服饰",
        &expect![[r#"
            {
              "as_of": "1980-07-01",
              "customers": [
                {
                  "code": "华美服饰",
                  "name": "华美服饰",
                  "currencies": [
                    {
                      "currency": "CNY",
                      "items": [
                        {
                          "kind": "invoice",
                          "number": "H",
                          "part": null,
                          "on": "1980-06-01",
                          "due_on": "1980-06-30",
                          "overdue_days": 1,
                          "amount": "1200.00",
                          "outstanding": "1200.00",
                          "disputed": "0.00",
                          "column": "1-30",
                          "effects": [],
                          "explanation": [
                            "1980-06-01 invoice 1,200.00",
                            "1980-07-01 open 1,200.00, due 1980-06-30, 1 day overdue: 1–30 days"
                          ]
                        },
                        {
                          "kind": "receipt",
                          "number": "r4",
                          "part": null,
                          "on": "1980-06-15",
                          "due_on": null,
                          "overdue_days": null,
                          "amount": "-10.00",
                          "outstanding": "-10.00",
                          "disputed": "0.00",
                          "column": "unapplied",
                          "effects": [],
                          "explanation": [
                            "1980-06-15 receipt −10.00",
                            "1980-07-01 open −10.00, unapplied cash"
                          ]
                        }
                      ],
                      "aging": {
                        "not_due": "0.00",
                        "buckets": [
                          {
                            "from": 1,
                            "to": 30,
                            "amount": "1200.00"
                          },
                          {
                            "from": 31,
                            "to": 60,
                            "amount": "0.00"
                          },
                          {
                            "from": 61,
                            "to": 90,
                            "amount": "0.00"
                          },
                          {
                            "from": 91,
                            "to": 180,
                            "amount": "0.00"
                          },
                          {
                            "from": 181,
                            "to": null,
                            "amount": "0.00"
                          }
                        ],
                        "no_due_date": "0.00",
                        "retention": "0.00",
                        "unapplied": "-10.00",
                        "prepayment": "0.00",
                        "standing_credit": "0.00",
                        "balance": "1190.00",
                        "open_items": 1
                      }
                    }
                  ]
                }
              ]
            }
        "#]],
    );
}

#[test]
fn key_figures_come_with_their_inputs() {
    report(
        "kpi_json",
        "--report kpi --format json --window 30",
        &expect![[r#"
        {
          "as_of": "1980-07-01",
          "window": {
            "days": 30,
            "from": "1980-06-02",
            "to": "1980-07-01"
          },
          "currencies": [
            {
              "currency": "CNY",
              "dso": null,
              "best_possible_dso": null,
              "average_days_delinquent": null,
              "cei": "0.0000",
              "collected": "10.00",
              "collection_rate": "0.0000",
              "days_late_signed": null,
              "days_late_floored": null,
              "days_late_weighted": null,
              "days_late_weighted_floored": null,
              "sales": "0.00",
              "receivables_before": "1234.75",
              "receivables": "1234.75",
              "not_due": "6.75",
              "collectable": "1228.00",
              "collected_on_due": "0.00",
              "settled_items": 0,
              "written_off": "0.00"
            }
          ]
        }
    "#]],
    );
    report(
        "kpi_zh",
        "--report kpi --language zh --window=30",
        &expect![[r#"
            关键指标 1980-06-02 – 1980-07-01

            CNY                                     数值  算法
            ──────────────────────────────────────────────────────────────────────────────────────────────────
            应收账款周转天数（天）                     —  期末未收 ÷ 期间开票 × 天数
            最佳可能 DSO（天）                         —  未到期 ÷ 期间开票 × 天数
            平均逾期天数（天）                         —  DSO − 最佳可能 DSO
            催收效率指数（%）                     0.0000  （期初 + 开票 − 期末）÷（期初 + 开票 − 未到期）× 100
            期间收款                               10.00
            回款率（%）                           0.0000  已收 ÷ 期初逾期与期间到期之和 × 100
            平均迟付天数，提前为负（天）               —  结清日 − 到期日，逐张平均
            平均迟付天数，提前计零（天）               —  结清日 − 到期日，逐张平均
            按金额加权迟付天数，提前为负（天）         —  结清日 − 到期日，按金额加权
            按金额加权迟付天数，提前计零（天）         —  结清日 − 到期日，按金额加权
            期间开票                                0.00
            期初未收金额                        1,234.75
            期末未收金额                        1,234.75
            其中未到期                              6.75
            期初逾期与期间到期之和              1,228.00
            其中已收                                0.00
            期间结清单据数                             0
            期间坏账核销                            0.00
        "#]],
    );
}

#[test]
fn checks_are_named_even_when_they_hold() {
    report(
        "check_json",
        "--report check --format json",
        &expect![[r#"
        {
          "as_of": "1980-07-01",
          "checks": [
            "balance_adds_up",
            "nothing_used_twice",
            "both_sides_agree"
          ],
          "failed": [],
          "findings": []
        }
    "#]],
    );
    report(
        "check_text",
        "--report check --format text",
        &expect![[r#"
        Checks 1980-07-01

        the columns of the aging add up to documents less money: holds
        no item is settled by more than its amount, and no money is used twice: holds
        what is taken from money arrives at items: holds

        no finding
    "#]],
    );
}
