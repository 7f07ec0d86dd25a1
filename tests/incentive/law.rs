//! What holds of every amount, rate and payment (E1).

use huikuan::money::Rate;
use huikuan::rule::incentive::discount::Reduction;
use proptest::prelude::*;

prop_compose! {
    fn reduction()(bps in 1_i64..5_000, gross in 1_i64..10_000_000_000, tax_of in 0_i64..20)
        -> Reduction {
        let base_minor = gross - gross * tax_of / 100;
        let rate = Rate(huikuan::money::Decimal::new(bps, 4));
        Reduction::Rate { rate, base_minor, gross_minor: gross }
    }
}

proptest! {
    /// Quoting a day and then paying that amount on that day settles the item exactly.
    #[test]
    fn paying_what_was_quoted_settles_it(
        reduction in reduction(),
        open in 1_i64..10_000_000_000,
    ) {
        let whole = reduction.whole(open);
        prop_assert_eq!(reduction.settled(open, whole.paid_minor).cleared_minor(), open);
        prop_assert!(whole.discount_minor >= 0 && whole.discount_minor < open);
    }

    /// A payment never clears more than is open, and never more with less money.
    #[test]
    fn a_payment_clears_no_more_than_is_open(
        reduction in reduction(),
        open in 1_i64..10_000_000_000,
        of in 1_i64..=1_000,
    ) {
        let payment = (open / 1_000 * of).max(1);
        let settled = reduction.settled(open, payment);
        prop_assert!(settled.paid_minor <= payment);
        prop_assert!(settled.cleared_minor() <= open);
        prop_assert!(settled.discount_minor >= 0);
        let less = reduction.settled(open, payment - 1);
        prop_assert!(less.cleared_minor() <= settled.cleared_minor());
    }
}
