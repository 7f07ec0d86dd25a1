//! The score: how a customer paid over twelve months, from 0 to 100 (C1; FIGURES, score and class).
//! Never rounds before the end: the weighted mean is rounded once, to one decimal.

use rust_decimal::RoundingStrategy;

use super::exchange::{Exchange, money};
use super::exposure::Exposure;
use super::line::{Line, ScoreLine, ScorePart};
use super::reading::{Days, Reading, Sums};
use crate::calendar::AsOf;
use crate::ledger::Account;
use crate::money::{AMOUNT_MINOR_MAX, Decimal, ratio, round_minor};
use crate::policy::Policy;
use crate::record::ScorePolicy;
use crate::rule::agreement::{Fate, promises};
use crate::rule::trace::Trace;

/// A customer's score.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// 0–100, one decimal; none when no part was considered.
    pub value: Option<Decimal>,
    /// The points of each part, 0–100 and unrounded, in the order of [`ScorePart::ALL`]; none
    /// where a part does not apply.
    pub points: [Option<Decimal>; 5],
    /// How many due parts were considered.
    pub parts: u32,
}

/// Promises that were decided in the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Promised {
    kept: u32,
    decided: u32,
}

impl Promised {
    /// Those of the window; one that was kept in part is not kept.
    pub(super) fn of(account: &Account, policy: &Policy, days: Days, as_of: AsOf) -> Self {
        let mut promised = Self::default();
        if account.dealings.promises.is_empty() {
            return promised;
        }
        for state in promises(account, policy.playbook.promise_tolerance_days, as_of) {
            let promised_on = state.of(account).map(|held| held.what.promised_on.number());
            let in_window = promised_on.is_some_and(|day| days.in_window(day));
            if in_window && state.fate.is_decided() {
                promised.decided += 1;
                promised.kept += u32::from(state.fate == Fate::Kept);
            }
        }
        promised
    }
}

/// The score of what was read of an account.
pub(super) fn score(
    reading: &Reading,
    promised: Promised,
    exposure: &Exposure,
    exchange: Exchange<'_>,
    policy: &ScorePolicy,
    trace: &mut impl Trace<Line>,
) -> Score {
    trace.note(|| ScoreLine::Considered { parts: reading.parts }.into());
    if reading.parts == 0 {
        trace.note(|| ScoreLine::NoScore.into());
        return Score { value: None, points: [None; 5], parts: 0 };
    }
    let (paid_on_time, days_late) = payment(&reading.sums, exchange, policy, trace);
    let points = [
        paid_on_time,
        days_late,
        Some(worst_overdue(reading.worst_days, policy, trace)),
        promises_kept(promised, policy, trace),
        limit_used(exposure, policy, trace),
    ];
    let weights = [
        policy.paid_on_time_weight,
        policy.days_late_weight,
        policy.worst_overdue_weight,
        policy.promises_kept_weight,
        policy.limit_used_weight,
    ];
    let (mut sum, mut weight_sum) = (Decimal::ZERO, 0_u32);
    for ((points, weight), part) in points.into_iter().zip(weights).zip(ScorePart::ALL) {
        match points {
            Some(points) => {
                sum = sum.saturating_add(points.saturating_mul(Decimal::from(weight)));
                weight_sum = weight_sum.saturating_add(weight);
            }
            None => trace.note(|| ScoreLine::DropsOut { part }.into()),
        }
    }
    let value = ratio(sum, Decimal::from(weight_sum)).map(one_decimal);
    match value {
        Some(score) => trace.note(|| ScoreLine::Score { sum, weights: weight_sum, score }.into()),
        None => trace.note(|| ScoreLine::NoScore.into()),
    }
    Score { value, points, parts: reading.parts }
}

/// Half away from zero to one decimal. A division that does not end is cut by [`Decimal`] far
/// behind the point, so that a half may come out a little less: that is mended first.
fn one_decimal(value: Decimal) -> Decimal {
    const EXACT_DECIMALS: u32 = 18;
    let half_up = RoundingStrategy::MidpointAwayFromZero;
    let mut rounded =
        value.round_dp_with_strategy(EXACT_DECIMALS, half_up).round_dp_with_strategy(1, half_up);
    rounded.rescale(1);
    rounded
}

/// 100 up to `full`, 0 from `zero` on, linear between.
fn falling(value: Decimal, full: Decimal, zero: Decimal) -> Decimal {
    if value <= full {
        return Decimal::ONE_HUNDRED;
    }
    if value >= zero {
        return Decimal::ZERO;
    }
    let left = zero.saturating_sub(value).saturating_mul(Decimal::ONE_HUNDRED);
    ratio(left, zero.saturating_sub(full)).unwrap_or(Decimal::ZERO)
}

/// P1 and P2; amounts of several currencies weigh what they are worth in the common one.
fn payment(
    sums: &[Sums],
    exchange: Exchange<'_>,
    policy: &ScorePolicy,
    trace: &mut impl Trace<Line>,
) -> (Option<Decimal>, Option<Decimal>) {
    let counted = || sums.iter().filter(|sums| sums.counted > 0);
    let common = exchange.common(counted().map(|sums| sums.currency));
    for sums in counted().filter(|sums| sums.currency != common) {
        let currency = sums.currency;
        trace.note(|| match exchange.rate(currency, common) {
            Some(rate) => {
                Line::Converted { amount: money(sums.counted, currency), rate, into: common }
            }
            None => Line::NotConverted { currency },
        });
    }
    let sum = |of: fn(&Sums) -> i128| {
        exchange.sum(common, counted().map(|sums| (sums.currency, of(sums))))
    };
    let all = sum(|sums| i128::from(sums.counted));
    let on_time = sum(|sums| i128::from(sums.on_time));
    let late = sum(|sums| sums.late);
    let paid_on_time = ratio(on_time.saturating_mul(Decimal::ONE_HUNDRED), all);
    let days = ratio(late, all);
    let days_late =
        days.map(|days| falling(days, Decimal::ZERO, Decimal::from(policy.days_late_zero)));
    if let (Some(points), Some(days), Some(late_points)) = (paid_on_time, days, days_late) {
        let told = |minor| money(round_minor(minor).unwrap_or(AMOUNT_MINOR_MAX), common);
        let weight = policy.paid_on_time_weight;
        trace.note(|| {
            ScoreLine::PaidOnTime { paid: told(on_time), of: told(all), points, weight }.into()
        });
        let (zero_at, weight) = (policy.days_late_zero, policy.days_late_weight);
        trace.note(|| ScoreLine::DaysLate { days, zero_at, points: late_points, weight }.into());
    }
    (paid_on_time, days_late)
}

fn worst_overdue(days: i32, policy: &ScorePolicy, trace: &mut impl Trace<Line>) -> Decimal {
    let (zero_at, weight) = (policy.worst_overdue_zero, policy.worst_overdue_weight);
    let points = falling(Decimal::from(days), Decimal::ZERO, Decimal::from(zero_at));
    trace.note(|| ScoreLine::WorstOverdue { days, zero_at, points, weight }.into());
    points
}

fn promises_kept(
    promised: Promised,
    policy: &ScorePolicy,
    trace: &mut impl Trace<Line>,
) -> Option<Decimal> {
    let Promised { kept, decided } = promised;
    let hundredfold = Decimal::from(kept) * Decimal::ONE_HUNDRED;
    let points = ratio(hundredfold, Decimal::from(decided))?;
    let weight = policy.promises_kept_weight;
    trace.note(|| ScoreLine::PromisesKept { kept, decided, points, weight }.into());
    Some(points)
}

fn limit_used(
    exposure: &Exposure,
    policy: &ScorePolicy,
    trace: &mut impl Trace<Line>,
) -> Option<Decimal> {
    let limit = exposure.limit?;
    let (full, zero) = (policy.limit_used_full_percent, policy.limit_used_zero_percent);
    trace.note(|| Line::Exposure { outstanding: exposure.outstanding, limit: Some(limit) });
    let weight = policy.limit_used_weight;
    let Some(percent) = exposure.used_percent() else {
        // Of no limit at all anything is too much.
        return (exposure.outstanding.minor() > 0).then_some(Decimal::ZERO);
    };
    let points = falling(percent, Decimal::from(full), Decimal::from(zero));
    trace.note(|| ScoreLine::LimitUsed { percent, points, weight }.into());
    Some(points)
}
