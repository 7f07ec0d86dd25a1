//! The fields of a card in their order, as they read in the policy in force.
//! Never a rounding: every figure reads back as it was.

use super::{BY_LIMITS, PolicyCard, PolicyField as F};
use crate::money::Money;
use crate::policy::Policy;
use crate::record::{
    AlertPolicy, CompliancePolicy, CreditClass, LimitationPolicy, ScorePolicy, TierAmounts,
    TierPolicy,
};
use crate::view::amount::in_book;
use crate::view::setting::upper_days_text;

type Text = (F, String);

/// The fields of a card in their order, each with what stands in it.
#[must_use]
pub fn texts(card: PolicyCard, policy: &Policy) -> Vec<Text> {
    let amount = |held: Money| in_book(held, policy.base_currency);
    match card {
        PolicyCard::Score => score(&policy.score, &amount),
        PolicyCard::Tier => tier(&policy.tiering, &amount),
        PolicyCard::Terms => terms(policy),
        PolicyCard::Limitation => limitation(&policy.limitation),
        PolicyCard::Alerts => alerts(&policy.alerts, &amount),
        PolicyCard::Compliance => compliance(&policy.compliance),
    }
}

fn whole(held: u32) -> String {
    held.to_string()
}

fn score(held: &ScorePolicy, amount: &dyn Fn(Money) -> String) -> Vec<Text> {
    vec![
        (F::WindowMonths, whole(held.window_months)),
        (F::PaidOnTimeWeight, whole(held.paid_on_time_weight)),
        (F::DaysLateWeight, whole(held.days_late_weight)),
        (F::DaysLateZero, whole(held.days_late_zero)),
        (F::WorstOverdueWeight, whole(held.worst_overdue_weight)),
        (F::WorstOverdueZero, whole(held.worst_overdue_zero)),
        (F::PromisesKeptWeight, whole(held.promises_kept_weight)),
        (F::LimitUsedWeight, whole(held.limit_used_weight)),
        (F::LimitUsedFull, whole(held.limit_used_full_percent)),
        (F::LimitUsedZero, whole(held.limit_used_zero_percent)),
        (F::QualityFrom, whole(held.quality_from)),
        (F::RiskBelow, whole(held.risk_below)),
        (F::PartsMin, whole(held.parts_count_min)),
        (F::OldDebtDays, whole(held.old_debt_days)),
        (F::OldDebtMin, amount(held.old_debt_min)),
        (F::EvaluationMonths, whole(held.evaluation_months)),
    ]
}

fn tier(held: &TierPolicy, amount: &dyn Fn(Money) -> String) -> Vec<Text> {
    let empty = String::new;
    let (basis, shares, limits) = match held.amounts {
        TierAmounts::Shares { large_below_percent, medium_below_percent } => {
            let shares = [whole(large_below_percent), whole(medium_below_percent)];
            (empty(), shares, [empty(), empty()])
        }
        TierAmounts::Limits { large_from, medium_from } => {
            let limits = [amount(large_from), amount(medium_from)];
            (BY_LIMITS.to_owned(), [empty(), empty()], limits)
        }
    };
    let ([large_below, medium_below], [large_from, medium_from]) = (shares, limits);
    let [of_amount, of_days, of_class] = held.weights;
    vec![
        (F::TierBasis, basis),
        (F::LargeBelowPercent, large_below),
        (F::MediumBelowPercent, medium_below),
        (F::LargeFrom, large_from),
        (F::MediumFrom, medium_from),
        (F::LongOver, whole(held.long_over_days)),
        (F::MediumOver, whole(held.medium_over_days)),
        (F::AmountWeight, whole(of_amount)),
        (F::DaysWeight, whole(of_days)),
        (F::ClassWeight, whole(of_class)),
        (F::AFrom, whole(held.a_from_points)),
        (F::BFrom, whole(held.b_from_points)),
        (F::TierMin, amount(held.amount_min)),
    ]
}

fn terms(policy: &Policy) -> Vec<Text> {
    let of = |class: CreditClass| {
        let held = policy.credit_terms.iter().find(|held| held.class == class);
        let months = held.map(|held| held.limit_months.0.normalize().to_string());
        let days = held.map(|held| whole(held.net_days_max));
        (months.unwrap_or_default(), days.unwrap_or_default())
    };
    let (quality, regular, risk) =
        (of(CreditClass::Quality), of(CreditClass::Regular), of(CreditClass::Risk));
    vec![
        (F::QualityMonths, quality.0),
        (F::QualityDays, quality.1),
        (F::RegularMonths, regular.0),
        (F::RegularDays, regular.1),
        (F::RiskMonths, risk.0),
        (F::RiskDays, risk.1),
    ]
}

fn limitation(held: &LimitationPolicy) -> Vec<Text> {
    vec![
        (F::Years, whole(held.years)),
        (F::YearsMax, whole(held.years_max)),
        (F::AlertDays, upper_days_text(&held.alert_days)),
    ]
}

fn alerts(held: &AlertPolicy, amount: &dyn Fn(Money) -> String) -> Vec<Text> {
    vec![
        (F::OverdueDays, whole(held.overdue_days)),
        (F::OverdueAmount, amount(held.overdue_amount)),
        (F::StatementDays, whole(held.statement_days)),
        (F::ConcentrationPercent, whole(held.concentration_percent)),
        (F::NoReceiptDays, whole(held.no_receipt_days)),
        (F::SignOffDays, whole(held.sign_off_days)),
    ]
}

fn compliance(held: &CompliancePolicy) -> Vec<Text> {
    let span = |[from, until]: &[_; 2]| format!("{from}–{until}");
    let spans: Vec<String> = held.preferred_hours.iter().map(span).collect();
    vec![
        (F::HoursFrom, held.hours_from.to_string()),
        (F::HoursUntil, held.hours_until.to_string()),
        (F::PreferredHours, spans.join(", ")),
        (F::DayMax, whole(held.contact_count_day_max)),
        (F::WeekMax, whole(held.contact_count_week_max)),
        (F::WordsToAvoid, held.words_to_avoid.join("\n")),
    ]
}
