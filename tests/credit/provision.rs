//! Provision and roll rates: the published matrix, individual assessments, rounding (B4).

use huikuan::money::{Rate, amount_text, ratio_text};
use huikuan::record::{ProvisionPolicy, SettingFields};
use huikuan::rule::balance::bucket::Buckets;
use huikuan::rule::balance::provision::provision;
use huikuan::rule::balance::roll::roll_rates;
use huikuan::say::{Language, column};
use huikuan::workbook::Command;

use crate::book::{add, book};
use crate::laptop::{Laptop, date};

const AS_OF: &str = "2026-03-31";

fn rates(mei: &mut Laptop, percents: &[&str]) {
    let rates_percent: Vec<Rate> = percents.iter().map(|rate| rate.parse().unwrap()).collect();
    mei.does(Command::SetPolicy(SettingFields {
        provision: Some(ProvisionPolicy { rates_percent }),
        ..SettingFields::default()
    }));
}

/// Column, open, rate and allowance of each row in which something stands; assessments; the sum.
fn reads(mei: &Laptop, as_of: &str) -> Vec<String> {
    let ledger = mei.book.ledger();
    let buckets = Buckets::of(&ledger.policy().aging);
    let mut lines = Vec::new();
    for held in provision(ledger, &buckets, date(as_of)) {
        let text = |minor| amount_text(minor, held.currency);
        for row in held.rows.iter().filter(|row| row.open_minor != 0) {
            let rate = row.rate_percent.map_or("—".to_owned(), |rate| rate.to_string());
            let name = column(row.column, &buckets, Language::En);
            let (open, allowance) = (text(row.open_minor), text(row.allowance_minor));
            lines.push(format!("{name}: {open} × {rate} = {allowance}"));
        }
        for one in &held.individual {
            let (open, allowance) = (text(one.open_minor), text(one.allowance_minor));
            let what = one.part.map_or(String::new(), |part| format!(" {part}"));
            lines.push(format!("{}{what}: {allowance} of {open}", one.customer));
        }
        let (open, allowance) = (text(held.open_minor()), text(held.allowance_minor()));
        lines.push(format!("{} {allowance} of {open}", held.currency));
    }
    lines
}

/// Not due, 1–30, 31–60, 61–90 and over 90 days.
const PUBLISHED: [&str; 5] = [
    "C1 invoice A 2026-03-01 2026-04-01 15000000",
    "C1 invoice B 2026-03-01 2026-03-30 7500000",
    "C2 invoice A 2026-01-01 2026-02-10 4000000",
    "C2 invoice B 2026-01-01 2026-01-10 2500000",
    "C2 invoice C 2025-01-01 2025-12-01 1000000",
];

#[test]
fn the_published_matrix() {
    let mut mei = book(&PUBLISHED);
    rates(&mut mei, &["0.3", "1.6", "3.6", "6.6", "10.6", "10.6"]);
    let expected = [
        "not yet due: 15000000.00 × 0.3 = 45000.00",
        "1–30 days: 7500000.00 × 1.6 = 120000.00",
        "31–60 days: 4000000.00 × 3.6 = 144000.00",
        "61–90 days: 2500000.00 × 6.6 = 165000.00",
        "91–180 days: 1000000.00 × 10.6 = 106000.00",
        "CNY 580000.00 of 30000000.00",
    ];
    assert_eq!(reads(&mei, AS_OF), expected);
}

#[test]
fn without_rates_nothing_is_allowed_for() {
    let mei = book(&PUBLISHED[..1]);
    let expected = ["not yet due: 15000000.00 × — = 0.00", "CNY 0.00 of 15000000.00"];
    assert_eq!(reads(&mei, AS_OF), expected);
}

#[test]
fn each_bucket_is_rounded_once_half_up() {
    let mut mei = book(&[
        "C1 invoice A 2026-03-01 2026-04-01 0.25",
        "C2 invoice A 2026-03-01 2026-04-01 0.25",
        "C2 invoice B 2026-03-01 2026-03-30 0.49",
        "C1 invoice U 2026-03-01 2026-04-01 1USD",
    ]);
    rates(&mut mei, &["1", "1"]);
    let expected = [
        "not yet due: 0.50 × 1 = 0.01",
        "1–30 days: 0.49 × 1 = 0.00",
        "CNY 0.01 of 0.99",
        "not yet due: 1.00 × 1 = 0.01",
        "USD 0.01 of 1.00",
    ];
    assert_eq!(reads(&mei, AS_OF), expected);
}

#[test]
fn assessments_stand_in_the_place_of_the_rate() {
    let mut mei = book(&PUBLISHED);
    rates(&mut mei, &["0.3", "1.6", "3.6", "6.6", "10.6"]);
    add(&mut mei, "C2 assessed C 2026-03-01 800000");
    let item_only = [
        "not yet due: 15000000.00 × 0.3 = 45000.00",
        "1–30 days: 7500000.00 × 1.6 = 120000.00",
        "31–60 days: 4000000.00 × 3.6 = 144000.00",
        "61–90 days: 2500000.00 × 6.6 = 165000.00",
        "C2 2: 800000.00 of 1000000.00",
        "CNY 1274000.00 of 30000000.00",
    ];
    assert_eq!(reads(&mei, AS_OF), item_only);
    // Later of the whole customer: it stands for what is not assessed by itself.
    add(&mut mei, "C2 assessed - 2026-03-31 2000000");
    let both = [
        "not yet due: 15000000.00 × 0.3 = 45000.00",
        "1–30 days: 7500000.00 × 1.6 = 120000.00",
        "C2: 2000000.00 of 6500000.00",
        "C2 2: 800000.00 of 1000000.00",
        "CNY 2965000.00 of 30000000.00",
    ];
    assert_eq!(reads(&mei, AS_OF), both);
    let is_whole = |line: &String| line.starts_with("C2:");
    assert!(!reads(&mei, "2026-03-30").iter().any(is_whole), "it was not assessed yet");
    // A later one replaces an earlier, and no allowance is more than what is open.
    add(&mut mei, "C2 assessed C 2026-03-31 900000");
    add(&mut mei, "C2 pays C 2026-04-02 300000");
    let of_item = |as_of| reads(&mei, as_of).into_iter().find(|line| line.starts_with("C2 2"));
    assert_eq!(of_item(AS_OF).unwrap(), "C2 2: 900000.00 of 1000000.00");
    assert_eq!(of_item("2026-04-02").unwrap(), "C2 2: 700000.00 of 700000.00");
}

#[test]
fn amounts_roll_from_bucket_to_bucket() {
    let mei = book(&[
        "C1 invoice A 2026-01-01 2026-02-28 100",
        "C1 invoice B 2026-01-01 2026-02-20 60",
        "C1 pays B 2026-03-15 45",
        "C2 invoice A 2026-01-01 2026-02-10 40",
        "C2 pays A 2026-03-31 40",
        "C2 invoice N 2026-03-05 2026-03-10 999",
        "C2 invoice G 2025-12-01 2026-01-25 30",
        "C2 gives-up G 2026-03-20 30",
    ]);
    let ledger = mei.book.ledger();
    let buckets = Buckets::of(&ledger.policy().aging);
    let rates = roll_rates(ledger, &buckets, date("2026-02-28"), date(AS_OF));
    let name = |held| column(held, &buckets, Language::En);
    let mut lines = Vec::new();
    for row in rates[0].rows.iter().filter(|row| row.amount_minor != 0) {
        let mut line =
            format!("{} {}:", name(row.from), amount_text(row.amount_minor, rates[0].currency));
        for (place, column) in rates[0].columns.iter().enumerate() {
            let share = row.share(place).filter(|share| !share.is_zero());
            line.extend(share.map(|share| format!(" {} {}", name(*column), ratio_text(share))));
        }
        line.push_str(&format!(" settled {}", ratio_text(row.settled_share().unwrap())));
        lines.push(line);
    }
    let expected = [
        // The due day itself is not due; a month later it is 31 days overdue.
        "not yet due 100.00: 31–60 days 1.0000 settled 0.0000",
        "1–30 days 100.00: 31–60 days 0.1500 settled 0.8500",
        "31–60 days 30.00: settled 1.0000",
    ];
    assert_eq!(lines, expected);
    assert!(rates[0].rows.last().unwrap().settled_share().is_none(), "an empty row has no share");
}
