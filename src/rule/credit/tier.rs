//! The tier: how grave an overdue customer is, by amount, days and class (C2; FIGURES, tier).
//! Never grades a customer with nothing undisputed overdue.

use super::exchange::{limit_minor, money};
use super::line::{Grade, Line, TierLine};
use super::overdue::Overdue;
use crate::calendar::Date;
use crate::id::FactId;
use crate::money::Money;
use crate::record::{CreditClass, Tier, TierAmounts, TierPolicy};
use crate::rule::trace::Trace;

/// A customer's tier, and how it came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TierVerdict {
    /// The tier in force.
    pub tier: Tier,
    /// Why.
    pub why: TierReason,
    /// The tier that the rule yields; `tier` but for an override.
    pub computed: Tier,
    /// The sum of the weighted points.
    pub points: u32,
    /// The amount: large, medium or small.
    pub amount: Grade,
    /// The days: long, medium or short.
    pub days: Grade,
    /// The class: risk, regular or quality.
    pub class: Grade,
    /// What larger customers make up, in minor units of the overdue amount's currency.
    pub before_minor: i64,
    /// What all customers of that currency make up.
    pub total_minor: i64,
}

/// Why a tier is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TierReason {
    /// The points.
    Points,
    /// Too little is overdue for more than C.
    BelowMinimum,
    /// A person set it.
    Override {
        /// The fact.
        fact: FactId,
        /// The last day.
        until: Date,
    },
}

/// A tier that a person set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TierSet {
    /// The tier.
    pub tier: Tier,
    /// The fact.
    pub fact: FactId,
    /// The last day.
    pub until: Date,
    /// Why.
    pub reason: String,
}

/// Where a customer stands among all of its currency, by falling undisputed overdue amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    /// What larger ones make up.
    pub(super) before_minor: i64,
    /// What all make up.
    pub(super) total_minor: i64,
}

/// The tier of a customer with something undisputed overdue.
pub(super) fn tier(
    overdue: &Overdue,
    class: CreditClass,
    standing: Standing,
    set: Option<&TierSet>,
    policy: &TierPolicy,
    trace: &mut impl Trace<Line>,
) -> TierVerdict {
    let [amount_weight, days_weight, class_weight] = policy.weights;
    let amount = amount_grade(overdue, standing, policy, trace);
    let days = days_grade(overdue.worst_undisputed_days, policy, trace);
    let class_grade = match class {
        CreditClass::Risk => Grade::High,
        CreditClass::Regular => Grade::Medium,
        CreditClass::Quality => Grade::Low,
    };
    trace.note(|| TierLine::Class { class, grade: class_grade, weight: class_weight }.into());
    let graded = [(amount, amount_weight), (days, days_weight), (class_grade, class_weight)];
    let points = graded.into_iter().fold(0_u32, |sum, (grade, weight)| {
        sum.saturating_add(grade.points().saturating_mul(weight))
    });
    let (a_from, b_from) = (policy.a_from_points, policy.b_from_points);
    let by_points = match () {
        () if points >= a_from => Tier::A,
        () if points >= b_from => Tier::B,
        () => Tier::C,
    };
    trace.note(|| TierLine::ByPoints { points, a_from, b_from, tier: by_points }.into());
    let (overdue_money, min) =
        (overdue.undisputed(), limit_minor(policy.amount_min, overdue.currency));
    let (computed, why) = if overdue.undisputed_minor < min {
        let amount_min = money(min, overdue.currency);
        trace.note(|| TierLine::BelowMinimum { overdue: overdue_money, amount_min }.into());
        (Tier::C, TierReason::BelowMinimum)
    } else {
        (by_points, TierReason::Points)
    };
    let (tier, why) = match set {
        Some(TierSet { tier, fact, until, reason }) => {
            let line = || {
                TierLine::Override { tier: *tier, computed, until: *until, reason: reason.clone() }
                    .into()
            };
            trace.note(line);
            (*tier, TierReason::Override { fact: *fact, until: *until })
        }
        None => (computed, why),
    };
    let Standing { before_minor, total_minor } = standing;
    let class = class_grade;
    TierVerdict { tier, why, computed, points, amount, days, class, before_minor, total_minor }
}

fn amount_grade(
    overdue: &Overdue,
    standing: Standing,
    policy: &TierPolicy,
    trace: &mut impl Trace<Line>,
) -> Grade {
    let [weight, ..] = policy.weights;
    match policy.amounts {
        TierAmounts::Shares { large_below_percent, medium_below_percent } => {
            let below = |percent: u32| {
                let before = i128::from(standing.before_minor) * 100;
                before < i128::from(standing.total_minor) * i128::from(percent)
            };
            let grade = match () {
                () if below(large_below_percent) => Grade::High,
                () if below(medium_below_percent) => Grade::Medium,
                () => Grade::Low,
            };
            let told = |minor| money(minor, overdue.currency);
            let (before, total) = (told(standing.before_minor), told(standing.total_minor));
            let overdue = overdue.undisputed();
            trace.note(|| TierLine::Rank { overdue, before, total, grade, weight }.into());
            grade
        }
        TierAmounts::Limits { large_from, medium_from } => {
            let of = |limit: Money| money(limit_minor(limit, overdue.currency), overdue.currency);
            let (large_from, medium_from) = (of(large_from), of(medium_from));
            let grade = match overdue.undisputed_minor {
                minor if minor >= large_from.minor() => Grade::High,
                minor if minor >= medium_from.minor() => Grade::Medium,
                _ => Grade::Low,
            };
            let overdue = overdue.undisputed();
            let line = || {
                TierLine::AgainstLimits { overdue, large_from, medium_from, grade, weight }.into()
            };
            trace.note(line);
            grade
        }
    }
}

fn days_grade(days: i32, policy: &TierPolicy, trace: &mut impl Trace<Line>) -> Grade {
    let [_, weight, _] = policy.weights;
    let (long_over, medium_over) = (policy.long_over_days, policy.medium_over_days);
    let held = i64::from(days);
    let grade = match () {
        () if held > i64::from(long_over) => Grade::High,
        () if held > i64::from(medium_over) => Grade::Medium,
        () => Grade::Low,
    };
    trace.note(|| TierLine::Days { days, long_over, medium_over, grade, weight }.into());
    grade
}
