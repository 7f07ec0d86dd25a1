//! Tiers, the order of the worklist, and who is assigned whom (C2, D8): the examples of FIGURES.

use huikuan::id::Key;
use huikuan::record::{AssignmentRule, Member, Role, SettingFields, Tier, TierAmounts, TierPolicy};
use huikuan::rule::credit::{TierReason, credit, explain_tier, owner};
use huikuan::workbook::Command;

use crate::book::{add, book};
use crate::laptop::{Laptop, date, money};

const AS_OF: &str = "2026-03-31";

/// `C1 A 3+3+2=8 of 60.00 after 0.00/100.00`, by code; customers without a tier as `C1 —`.
fn reads(mei: &Laptop, as_of: &str) -> Vec<String> {
    let report = credit(mei.book.ledger(), date(as_of));
    let lines = report.customers.iter().map(|held| {
        let Some(tier) = held.tier else { return format!("{} —", held.customer) };
        let grades = [tier.amount, tier.days, tier.class].map(|grade| grade.points().to_string());
        let why = match tier.why {
            TierReason::Points => String::new(),
            TierReason::BelowMinimum => " too little".to_owned(),
            TierReason::Override { .. } => format!(" set, computed {:?}", tier.computed),
        };
        let minor = |minor: i64| huikuan::money::amount_text(minor, held.overdue.currency);
        format!(
            "{} {:?} {}={} {} after {} of {}{why}",
            held.customer,
            tier.tier,
            grades.join("+"),
            tier.points,
            held.overdue.undisputed(),
            minor(tier.before_minor),
            minor(tier.total_minor),
        )
    });
    lines.collect()
}

/// One item each: 60, 25 and 15 of 100 thousand, overdue for 10, 40 and 100 days.
const THREE: [&str; 3] = [
    "C1 invoice A 2026-01-01 2026-03-21 60000",
    "C2 invoice A 2026-01-01 2026-02-19 25000",
    "C3 invoice A 2025-11-01 2025-12-21 15000",
];

#[test]
fn large_medium_and_small_by_what_larger_ones_make_up() {
    let expected = [
        "C1 B 3+1+2=6 60000.00 CNY after 0.00 of 100000.00",
        "C2 B 2+2+2=6 25000.00 CNY after 60000.00 of 100000.00",
        "C3 A 1+3+3=7 15000.00 CNY after 85000.00 of 100000.00",
    ];
    assert_eq!(reads(&book(&THREE), AS_OF), expected);
}

#[test]
fn ninety_and_thirty_days_are_not_more_and_a_little_is_never_above_c() {
    let mei = book(&[
        "C1 invoice A 2025-10-01 2025-12-31 999.99",
        "C2 invoice A 2025-10-01 2025-12-31 1000",
        "C3 invoice A 2025-10-01 2026-03-01 1000",
        "C4 invoice A 2025-10-01 2026-03-31 1000",
        "C5 invoice A 2025-10-01 2025-12-30 1000",
    ]);
    let expected = [
        // Equal amounts by code; the due day itself is not overdue.
        "C1 C 2+2+2=6 999.99 CNY after 3000.00 of 3999.99 too little",
        "C2 A 3+2+2=7 1000.00 CNY after 0.00 of 3999.99",
        "C3 B 3+1+2=6 1000.00 CNY after 1000.00 of 3999.99",
        "C4 —",
        // Old, but not more than the minimum: regular.
        "C5 A 2+3+2=7 1000.00 CNY after 2000.00 of 3999.99",
    ];
    assert_eq!(reads(&mei, AS_OF), expected);
}

#[test]
fn disputed_amounts_leave_amount_days_and_urgency() {
    let mut mei = book(&THREE);
    add(&mut mei, "C1 invoice B 2025-09-01 2025-10-01 5000");
    add(&mut mei, "C1 disputes B 2026-01-01");
    add(&mut mei, "C2 disputes A 2026-01-01 24000");
    add(&mut mei, "C3 disputes A 2026-03-31");
    let report = credit(mei.book.ledger(), date(AS_OF));
    let told = report.customers.iter().map(|held| {
        let it = &held.overdue;
        let (all, undisputed) = (it.amount(), it.undisputed());
        format!("{all} {undisputed} {} {} {}", it.worst_days, it.worst_undisputed_days, it.urgency)
    });
    let expected = [
        "65000.00 CNY 60000.00 CNY 181 10 60000000",
        "25000.00 CNY 1000.00 CNY 40 40 4000000",
        "15000.00 CNY 0.00 CNY 100 0 0",
    ];
    assert_eq!(told.collect::<Vec<_>>(), expected);
    assert_eq!(reads(&mei, AS_OF)[2], "C3 —");
    // The dispute was not raised yet.
    assert!(reads(&mei, "2026-03-30")[2].starts_with("C3 "), "{:?}", reads(&mei, "2026-03-30"));
}

#[test]
fn urgency_is_the_sum_of_amount_and_days() {
    let mei = book(&[
        "C1 invoice A 2025-10-01 2025-12-31 10000",
        "C1 invoice B 2025-10-01 2026-03-26 90000",
        "C2 invoice A 2025-10-01 2026-02-19 50000",
        "C2 invoice B 2025-10-01 2026-02-19 50000",
    ]);
    let report = credit(mei.book.ledger(), date(AS_OF));
    let urgencies: Vec<i128> = report.customers.iter().map(|held| held.overdue.urgency).collect();
    assert_eq!(urgencies, [135_000_000, 400_000_000]);
}

#[test]
fn amounts_are_ranked_in_base_currency_or_alone() {
    let mut mei = book(&[
        "C1 invoice A 2026-01-01 2026-03-21 60000",
        "C2 invoice A 2026-01-01 2026-03-21 10000USD",
    ]);
    let expected = [
        "C1 B 3+1+2=6 60000.00 CNY after 0.00 of 60000.00",
        "C2 B 3+1+2=6 10000.00 USD after 0.00 of 10000.00",
    ];
    assert_eq!(reads(&mei, AS_OF), expected);
    add(&mut mei, "- rate USD 2026-03-31 7");
    let expected = [
        "C1 B 2+1+2=5 60000.00 CNY after 70000.00 of 130000.00",
        "C2 B 3+1+2=6 70000.00 CNY after 0.00 of 130000.00",
    ];
    assert_eq!(reads(&mei, AS_OF), expected);
    let ledger = mei.book.ledger();
    let report = credit(ledger, date(AS_OF));
    let (account, held) = (ledger.account(&Key::of("C2")).unwrap(), &report.customers[1]);
    let lines = explain_tier(held, account, ledger.policy(), date(AS_OF));
    let said: Vec<String> = lines
        .iter()
        .map(|line| huikuan::say::credit_line(line, huikuan::say::Language::En))
        .collect();
    assert_eq!(
        said,
        [
            "USD 10,000.00 × 7 in CNY",
            "amount CNY 70,000.00, larger ones CNY 0.00 of CNY 130,000.00: large, 3 points × 1",
            "oldest item 10 days (long over 90, medium over 30): short, 1 point × 1",
            "class regular: 2 points × 1",
            "6 points (A from 7, B from 5): B",
        ]
    );
}

#[test]
fn fixed_limits_and_weights_are_policy() {
    let mut mei = book(&THREE);
    let held = &mei.book.ledger().policy().tiering;
    let tiering = TierPolicy {
        amounts: TierAmounts::Limits { large_from: money("25000"), medium_from: money("15000.01") },
        weights: [2, 1, 0],
        ..held.clone()
    };
    mei.does(Command::SetPolicy(SettingFields {
        tiering: Some(tiering),
        ..SettingFields::default()
    }));
    let tiers: Vec<String> = reads(&mei, AS_OF).iter().map(|line| line[..12].to_owned()).collect();
    assert_eq!(tiers, ["C1 A 3+1+2=7", "C2 A 3+2+2=8", "C3 B 1+3+3=5"]);
}

#[test]
fn a_persons_tier_stands_while_anything_is_overdue() {
    let mut mei = book(&THREE);
    add(&mut mei, "C1 tier A 2026-03-30 2026-04-30");
    add(&mut mei, "C3 class quality 2026-03-01 2026-04-30");
    let expected = [
        "C1 A 3+1+2=6 60000.00 CNY after 0.00 of 100000.00 set, computed B",
        "C2 B 2+2+2=6 25000.00 CNY after 60000.00 of 100000.00",
        // The class in force counts, not the computed one.
        "C3 B 1+3+1=5 15000.00 CNY after 85000.00 of 100000.00",
    ];
    assert_eq!(reads(&mei, AS_OF), expected);
    assert!(reads(&mei, "2026-03-29")[0].starts_with("C1 B"));
    assert_eq!(reads(&mei, "2026-03-21")[0], "C1 —");
}

#[test]
fn a_customer_belongs_to_its_owner_or_to_the_first_rule_that_fits() {
    let mut mei = book(&THREE);
    for line in ["C2 region south", "C3 owner lin", "C1 region north"] {
        add(&mut mei, line);
    }
    let rule = |owner: &str| AssignmentRule { owner: owner.to_owned(), ..Default::default() };
    let assignment = vec![
        AssignmentRule { tiers: vec![Tier::B], ..rule("gone") },
        AssignmentRule { amount_min: Some(money("60000.01")), ..rule("big") },
        AssignmentRule { overdue_days_min: Some(41), ..rule("old") },
        AssignmentRule { region: "south".to_owned(), ..rule("su") },
        rule("anyone"),
    ];
    let gone = Member {
        name: "gone".to_owned(),
        role: Role::Collections,
        month_target: None,
        until: Some(date("2026-03-30")),
    };
    mei.does(Command::SetPolicy(SettingFields {
        assignment: Some(assignment),
        team: Some(vec![gone]),
        ..SettingFields::default()
    }));
    let owners = |as_of: &str| -> Vec<String> {
        let (ledger, as_of) = (mei.book.ledger(), date(as_of));
        let report = credit(ledger, as_of);
        let pairs = ledger.accounts().zip(&report.customers);
        let owners = pairs.map(|(account, held)| owner(account, held, ledger.policy(), as_of));
        owners.map(|owner| owner.unwrap_or("nobody").to_owned()).collect()
    };
    assert_eq!(owners(AS_OF), ["anyone", "su", "lin"]);
    assert_eq!(owners("2026-03-30"), ["gone", "gone", "lin"]);
}
