//! Defaults of score, tier, limitation, alerts and suggested terms (C1–C5; FIGURES).
//! Never a figure that the definitions do not name without a sentence that says whose it is.

use crate::money::{Currency, Money, Rate};
use crate::record::{
    AlertPolicy, CreditClass, CreditTerms, LimitationPolicy, ScorePolicy, TierAmounts, TierPolicy,
};

fn units(units: i64, currency: Currency) -> Money {
    let minor = units * 10_i64.pow(currency.decimals());
    Money::new(minor, currency).unwrap_or(Money::zero(currency))
}

/// Weights, caps and thresholds of FIGURES, score and class.
pub(in crate::policy) fn score(base: Currency) -> ScorePolicy {
    ScorePolicy {
        window_months: 12,
        paid_on_time_weight: 35,
        days_late_weight: 25,
        days_late_zero: 60,
        worst_overdue_weight: 20,
        worst_overdue_zero: 90,
        promises_kept_weight: 10,
        limit_used_weight: 10,
        limit_used_full_percent: 80,
        limit_used_zero_percent: 120,
        quality_from: 80,
        risk_below: 50,
        parts_count_min: 3,
        old_debt_days: 90,
        old_debt_min: units(1_000, base),
        evaluation_months: 6,
    }
}

/// Points and thresholds of FIGURES, tier.
pub(in crate::policy) fn tiering(base: Currency) -> TierPolicy {
    TierPolicy {
        amounts: TierAmounts::Shares { large_below_percent: 50, medium_below_percent: 80 },
        long_over_days: 90,
        medium_over_days: 30,
        weights: [1, 1, 1],
        a_from_points: 7,
        b_from_points: 5,
        amount_min: units(1_000, base),
    }
}

/// Three years, twenty at most (Civil Code 188); alerts of C5.
pub(in crate::policy) fn limitation() -> LimitationPolicy {
    LimitationPolicy { years: 3, years_max: 20, alert_days: vec![180, 90, 30] }
}

/// Ninety days for a statement (A6); the other limits are this project's own.
pub(in crate::policy) fn alerts(base: Currency) -> AlertPolicy {
    AlertPolicy {
        overdue_days: 60,
        overdue_amount: units(100_000, base),
        statement_days: 90,
        concentration_percent: 20,
        no_receipt_days: 7,
        sign_off_days: 0,
    }
}

/// Months of sales and days of terms by class: this project's own.
pub(in crate::policy) fn credit_terms() -> Vec<CreditTerms> {
    let terms = |class, limit_months: i64, net_days_max| CreditTerms {
        class,
        limit_months: Rate(limit_months.into()),
        net_days_max,
    };
    vec![
        terms(CreditClass::Quality, 3, 60),
        terms(CreditClass::Regular, 2, 30),
        terms(CreditClass::Risk, 0, 0),
    ]
}
