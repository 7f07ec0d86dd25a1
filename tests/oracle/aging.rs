//! The aging beside an oracle's scenario: totals, buckets with their counts, the ten largest.
//! Never adds the columns of money owed to the customer into a bucket.

use std::collections::BTreeMap;

use huikuan::calendar::AsOf;
use huikuan::ledger::{Account, Ledger};
use huikuan::money::Currency;
use huikuan::rule::balance::aging::{PositionSource, aging, positions};
use huikuan::rule::balance::bucket::{Buckets, Column};
use huikuan::rule::balance::check::check;
use serde_json::Value;

use crate::book::whole;

/// The oracle's names of the columns that hold open items.
const COLUMNS: [(&str, Column); 6] = [
    ("not_due", Column::NotDue),
    ("d1_30", Column::Bucket(0)),
    ("d31_60", Column::Bucket(1)),
    ("d61_90", Column::Bucket(2)),
    ("d91_180", Column::Bucket(3)),
    ("d181_plus", Column::Bucket(4)),
];

/// Count and sum.
type Sum = (i64, i64);

/// One customer's open items, and what is owed to it.
#[derive(Clone, Debug, Default)]
struct Line {
    code: String,
    columns: BTreeMap<Column, Sum>,
    owed_to: Sum,
}

impl Line {
    fn open(&self) -> Sum {
        self.columns.values().fold((0, 0), |sum, held| (sum.0 + held.0, sum.1 + held.1))
    }
}

/// Which open items a scenario speaks about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subset {
    All,
    Disputed,
}

/// Asserts that every figure of a scenario is ours.
pub(crate) fn same(ledger: &Ledger, currency: &str, as_of: AsOf, subset: Subset, scenario: &Value) {
    let currency = Currency::parse(currency).unwrap();
    let buckets = Buckets::of(&ledger.policy().aging);
    let lines: Vec<Line> =
        ledger.accounts().map(|account| line(account, &buckets, currency, as_of, subset)).collect();
    let total = total(&lines);
    for (name, column) in COLUMNS {
        let expected = &scenario["buckets"][name];
        let found = total.columns.get(&column).copied().unwrap_or_default();
        assert_eq!(found, counted(expected), "{as_of} {name}");
    }
    let open = (whole(&scenario["open_invoices"]), whole(&scenario["open_total_cents"]));
    assert_eq!(total.open(), open, "{as_of} open");
    assert_eq!(total.owed_to, counted(&scenario["negative_balances"]), "{as_of} owed to customers");
    let with_open = lines.iter().filter(|line| line.open().0 > 0).count();
    let expected = whole(&scenario["customers_with_open_balance"]);
    assert_eq!(i64::try_from(with_open), Ok(expected), "{as_of} customers with open items");
    same_largest(lines, scenario, as_of);
    if subset == Subset::All {
        same_report(ledger, &buckets, currency, as_of, &total);
    }
}

/// The figures as the report adds them up; the sum over the positions cannot hide a slip in it.
fn same_report(ledger: &Ledger, buckets: &Buckets, currency: Currency, as_of: AsOf, total: &Line) {
    let report = aging(ledger, buckets, as_of);
    let section = report.currencies.iter().find(|section| section.currency == currency);
    let figures = section.map(|section| section.total).unwrap_or_default();
    for (name, column) in COLUMNS {
        let found = total.columns.get(&column).map_or(0, |sum| sum.1);
        assert_eq!(figures.amount(column), found, "{as_of} {name}");
    }
    assert_eq!(i64::from(figures.open_items), total.open().0, "{as_of} open items");
    assert_eq!(check(ledger, buckets, as_of), [], "{as_of}");
}

fn line(
    account: &Account,
    buckets: &Buckets,
    currency: Currency,
    as_of: AsOf,
    subset: Subset,
) -> Line {
    let mut line = Line { code: account.customer.code.clone(), ..Line::default() };
    positions(account, buckets, as_of, |position| {
        let PositionSource::Part(part) = position.source else {
            if position.currency == currency && position.column == Column::StandingCredit {
                line.owed_to.0 += 1;
                line.owed_to.1 += position.amount_minor;
            }
            return;
        };
        let amount_minor = match subset {
            Subset::All => position.amount_minor,
            Subset::Disputed => account.disputed(part, position.amount_minor, as_of.number()),
        };
        if position.currency == currency && amount_minor != 0 {
            let sum = line.columns.entry(position.column).or_default();
            *sum = (sum.0 + 1, sum.1 + amount_minor);
        }
    });
    line
}

fn total(lines: &[Line]) -> Line {
    let mut total = Line::default();
    for line in lines {
        for (column, sum) in &line.columns {
            let held = total.columns.entry(*column).or_default();
            *held = (held.0 + sum.0, held.1 + sum.1);
        }
        total.owed_to.0 += line.owed_to.0;
        total.owed_to.1 += line.owed_to.1;
    }
    total
}

/// The ten customers who owe most, credit notes left aside.
fn same_largest(mut lines: Vec<Line>, scenario: &Value, as_of: AsOf) {
    lines.sort_by_key(|line| (-line.open().1, line.code.clone()));
    let largest = scenario["top10"].as_array().unwrap();
    assert!(!largest.is_empty());
    for (line, expected) in lines.iter().zip(largest) {
        let code = match expected["customer"].as_str().unwrap() {
            "(no customer id)" => "UNKNOWN",
            code => code,
        };
        let open = (whole(&expected["open_invoices"]), whole(&expected["total_cents"]));
        assert_eq!((line.code.as_str(), line.open()), (code, open), "{as_of}");
        for (name, column) in COLUMNS {
            let found = line.columns.get(&column).map_or(0, |sum| sum.1);
            assert_eq!(found, whole(&expected["buckets_cents"][name]), "{as_of} {code} {name}");
        }
    }
}

fn counted(figures: &Value) -> Sum {
    (whole(&figures["count"]), whole(&figures["cents"]))
}
