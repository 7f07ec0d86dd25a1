//! What holds for every late charge (E7).

use huikuan::money::Decimal;
use huikuan::record::LateChargePolicy;
use proptest::prelude::*;

use crate::charge::{by_360, charging, rate, rules};
use crate::laptop::{Laptop, date, money, received, share};

/// A policy with grace, fee and year of any kind.
fn any_rules() -> impl Strategy<Value = LateChargePolicy> {
    let mode = prop::sample::select(vec!["daily 0.0005", "annual 0.1825", "fixed 1.3"]);
    let floating = prop::sample::select(vec!["floating 1.5", "floating 1.0"]);
    (prop_oneof![mode, floating], 0_u32..5, any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
        |(mode, grace_days, spares_grace, by_year, fee)| {
            let fixed_fee = fee.then(|| money("7"));
            let charging = LateChargePolicy { grace_days, spares_grace, fixed_fee, ..rules(mode) };
            if by_year { by_360(charging) } else { charging }
        },
    )
}

fn with_rates(charging_by: LateChargePolicy) -> Laptop {
    let mut mei = charging(charging_by);
    mei.reference(&["2024-01-01 0.0345", "2025-01-15 0.0335", "2025-02-20 0.0310"]);
    mei
}

fn day(days: i32) -> String {
    date("2025-01-10").plus_days(days).to_string()
}

fn minor(mei: &Laptop, as_of: &str) -> i64 {
    mei.charge("A", as_of).map_or(0, |charge| charge.total.unwrap().minor())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn it_never_falls_and_counts_every_day(charging in any_rules(), last in 1_i32..90) {
        let grace = i32::try_from(charging.grace_days).unwrap();
        let spares = charging.spares_grace;
        let mut mei = with_rates(charging);
        mei.invoices("C1", "A", ["2025-01-10", "2025-01-10", "12345.67"]);
        let mut before = 0;
        for days in 0..=last {
            let now = minor(&mei, &day(days));
            prop_assert!(now >= before);
            before = now;
        }
        let late = if last <= grace { 0 } else if spares { last - grace } else { last };
        let counted = mei.charge("A", &day(last)).map_or(0, |charge| charge.days());
        prop_assert_eq!(counted, late);
    }

    #[test]
    fn what_was_paid_in_time_costs_nothing(charging in any_rules(), paid in -20_i32..5) {
        let grace = i32::try_from(charging.grace_days).unwrap();
        prop_assume!(paid <= grace);
        let mut mei = with_rates(charging);
        mei.invoices("C1", "A", ["2024-12-01", "2025-01-10", "500"]);
        mei.receives(received("C1", &day(paid), "500"), vec![share("C1", "A", "500")]);
        prop_assert_eq!(mei.charge("A", "2025-12-31"), None);
    }

    /// An item that is paid in two goes is charged like two items, but for the last rounding.
    #[test]
    fn a_falling_balance_is_the_sum_of_its_portions(
        charging in any_rules(),
        first in 1_i64..1_000_000,
        second in 1_i64..1_000_000,
        days in (0_i32..60, 0_i32..60),
    ) {
        let charging = LateChargePolicy { fixed_fee: None, ..charging };
        let text = |minor: i64| Decimal::new(minor, 2).to_string();
        let mut whole = with_rates(charging.clone());
        whole.invoices("C1", "A", ["2025-01-10", "2025-01-10", &text(first + second)]);
        let mut sum = Decimal::ZERO;
        for (minor, paid) in [(first, days.0), (second, days.1)] {
            let amount = text(minor);
            let paid_on = day(paid);
            whole.receives(received("C1", &paid_on, &amount), vec![share("C1", "A", &amount)]);
            let mut alone = with_rates(charging.clone());
            alone.invoices("C1", "A", ["2025-01-10", "2025-01-10", &amount]);
            alone.receives(received("C1", &paid_on, &amount), vec![share("C1", "A", &amount)]);
            sum += unrounded(&alone);
        }
        let difference = (unrounded(&whole) - sum).abs();
        prop_assert!(difference < rate("0.0000001").0);
    }
}

fn unrounded(mei: &Laptop) -> Decimal {
    let charge = mei.charge("A", "2025-06-30");
    let periods = charge.iter().flat_map(|charge| &charge.periods);
    periods.map(|period| period.amount_minor).sum()
}
