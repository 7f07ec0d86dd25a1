//! Late charges that cannot be: policies that no rule could work with, claims of nothing (E7).
//! Never the first place of a rejection: that is among the rows of `main`.

use huikuan::id::Key;
use huikuan::money::{Money, Rate};
use huikuan::policy::Policy;
use huikuan::record::{
    ItemRef, LateChargePolicy, LateChargeRate, ReferenceRate, SettingField, SettingFields,
};
use huikuan::workbook::{Command, LateChargeClaim, Rejection};

use crate::laptop::{date, item, money};
use crate::{Row, meets};

fn rate(text: &str) -> Rate {
    text.parse().unwrap()
}

fn charging(change: fn(&mut LateChargePolicy)) -> Command {
    let mut policy = Policy::default().late_charge;
    change(&mut policy);
    Command::SetPolicy(SettingFields { late_charge: Some(policy), ..SettingFields::default() })
}

/// Reference rates; one reads `2024-07-22 0.0335`.
fn rates(table: &[&str]) -> Command {
    let one = |line: &&str| {
        let (on, annual) = line.split_once(' ').unwrap();
        ReferenceRate { on: date(on), rate: rate(annual) }
    };
    let reference_rates = Some(table.iter().map(one).collect());
    Command::SetPolicy(SettingFields { reference_rates, ..SettingFields::default() })
}

fn policies() -> Vec<Row> {
    let unusable = || Rejection::PolicyNotUsable(SettingField::LateCharge);
    let no_table = || Rejection::PolicyNotUsable(SettingField::ReferenceRates);
    vec![
        ("a negative rate of a day", unusable(), |mei, _| {
            mei.tries(charging(|it| it.rate = LateChargeRate::Daily(rate("-0.0005"))))
        }),
        ("percent typed as a fraction", unusable(), |mei, _| {
            mei.tries(charging(|it| it.rate = LateChargeRate::Daily(rate("1.01"))))
        }),
        ("a negative rate of a year", unusable(), |mei, _| {
            mei.tries(charging(|it| it.rate = LateChargeRate::Annual(rate("-0.01"))))
        }),
        ("a negative multiple", unusable(), |mei, _| {
            mei.tries(charging(|it| {
                it.rate = LateChargeRate::Reference { multiple: rate("-1.5"), floating: true };
            }))
        }),
        ("a negative fee", unusable(), |mei, _| {
            mei.tries(charging(|it| it.fixed_fee = Some(money("-1"))))
        }),
        ("a negative minimum", unusable(), |mei, _| {
            mei.tries(charging(|it| it.minimum = Some(money("-1"))))
        }),
        ("a negative cap", unusable(), |mei, _| {
            mei.tries(charging(|it| it.cap = Some(rate("-0.2"))))
        }),
        ("grace beyond a century", unusable(), |mei, _| {
            mei.tries(charging(|it| it.grace_days = 36_526))
        }),
        ("a later day before an earlier one", no_table(), |mei, _| {
            mei.tries(rates(&["2024-07-22 0.0335", "2024-07-21 0.0345"]))
        }),
        ("two rates of one day", no_table(), |mei, _| {
            mei.tries(rates(&["2024-07-22 0.0335", "2024-07-22 0.0345"]))
        }),
        ("a negative reference rate", no_table(), |mei, _| {
            mei.tries(rates(&["2024-07-22 -0.0335"]))
        }),
    ]
}

fn claims() -> Vec<Row> {
    let differs = Rejection::CurrencyDiffers { money: money("5.00 USD"), item: money("100") };
    let before =
        Rejection::BeforeItHappened { on: date("2025-01-09"), happened_on: date("2025-01-10") };
    vec![
        ("a charge of another currency", differs, |mei, _| {
            mei.tries(claim(Some(item("C1", "INV-1", 0)), "2025-03-10", money("5.00 USD")))
        }),
        ("a charge of nothing", Rejection::ItemUnknown, |mei, _| {
            mei.tries(claim(None, "2025-03-10", money("5")))
        }),
        ("no charge", Rejection::AmountNotPositive(money("0")), |mei, _| {
            mei.tries(claim(Some(item("C1", "INV-1", 0)), "2025-03-10", money("0")))
        }),
        ("a charge before the invoice", before, |mei, _| {
            mei.tries(claim(Some(item("C1", "INV-1", 0)), "2025-01-09", money("5")))
        }),
    ]
}

fn claim(item: Option<ItemRef>, on: &str, amount: Money) -> Command {
    Command::ClaimLateCharge(LateChargeClaim {
        customer: Key::of("C1"),
        items: item.into_iter().collect(),
        on: date(on),
        amount,
        number: None,
        due_on: date(on),
        by: String::new(),
        reason: String::new(),
    })
}

#[test]
fn the_rules_of_late_charges_hold_wherever_they_can_be_broken() {
    for (name, rejection, story) in policies().into_iter().chain(claims()) {
        meets(name, rejection, story);
    }
}
