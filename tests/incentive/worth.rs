//! Annualised cost, break-even and simulation, against figures worked out by hand (E4).

use huikuan::money::{Decimal, ratio_text};
use huikuan::record::CreditClass;
use huikuan::rule::incentive::discount::{
    Simulated, TakeUp, annualised, breakeven, breakeven_of, curve, simulate,
};

use crate::shop::rate;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn all_of(open_minor: i64, days_gained: u32, share: &str) -> TakeUp {
    TakeUp {
        class: CreditClass::Quality,
        open_minor,
        base_of_gross_minor: (1, 1),
        days_gained,
        share: rate(share),
    }
}

#[test]
fn two_ten_net_thirty_costs_thirty_seven_percent_a_year() {
    let cost = annualised(decimal("0.02"), 20).unwrap();
    assert_eq!(ratio_text(cost * Decimal::ONE_HUNDRED), "37.2449");
    assert_eq!(annualised(decimal("0.02"), 0), None);
    assert_eq!(annualised(Decimal::ONE, 20), None);
}

/// 10,000.00 open, half of it taken up at 2 %, 30 days early, money at 6 %: cash 4,900.00, cost
/// 100.00, saved 4,900 × 6 % × 30 ÷ 365 = 24.164… = 24.16, net −75.84.
#[test]
fn a_simulation_adds_up_by_hand() {
    let simulated = simulate(rate("0.02"), rate("0.06"), &[all_of(1_000_000, 30, "0.5")]);
    let expected = Simulated {
        forward_minor: 490_000,
        cost_minor: 10_000,
        saved_minor: 2_416,
        net_minor: -7_584,
    };
    assert_eq!(simulated, Some(expected));
}

#[test]
fn at_the_break_even_rate_nothing_is_won_or_lost() {
    // c × d = 0.06 × 30 = 1.8; 1.8 ÷ 366.8 = 0.0049072…
    let even = breakeven(rate("0.06"), decimal("30")).unwrap();
    assert_eq!(ratio_text(even * Decimal::ONE_HUNDRED), "0.4907");
    let taken_up = [all_of(1_000_000, 30, "1")];
    let at = simulate(huikuan::money::Rate(even), rate("0.06"), &taken_up).unwrap();
    assert!(at.net_minor.abs() <= 1, "{at:?}");
    let together = breakeven_of(rate("0.06"), &taken_up).unwrap();
    assert_eq!(together.round_dp(20), even.round_dp(20));
    let points = curve(rate("0.02"), 4, rate("0.06"), &taken_up);
    let nets: Vec<i64> = points.iter().map(|point| point.net_minor).collect();
    assert!(nets.windows(2).all(|pair| pair[1] < pair[0]), "{nets:?}");
    assert_eq!(nets[0], 4_932);
}
