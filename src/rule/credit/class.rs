//! The class: quality, regular or risk, and why (C1; FIGURES, score and class).
//! Never forgets the computed class where a person set another.

use super::exchange::{Exchange, limit_minor, money};
use super::line::{ClassLine, Line};
use super::reading::Reading;
use super::score::Score;
use crate::calendar::{AsOf, Date};
use crate::id::FactId;
use crate::ledger::{Account, Dealing};
use crate::money::{Decimal, Money};
use crate::record::{CreditClass, Override, OverrideValue, ScorePolicy, Tier};
use crate::rule::trace::Trace;

/// A customer's class, and why it is that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassVerdict {
    /// The class in force.
    pub class: CreditClass,
    /// Why.
    pub why: ClassReason,
    /// The class that the rule yields; `class` but for an override.
    pub computed: CreditClass,
}

/// Why a class is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassReason {
    /// The score.
    Score,
    /// Fewer parts were considered than it takes.
    TooLittleHistory,
    /// Too much is overdue for too long, whatever the score.
    OldDebt {
        /// How much.
        amount: Money,
        /// Days of the oldest item.
        worst_days: i32,
    },
    /// A person set it.
    Override {
        /// The fact.
        fact: FactId,
        /// The last day.
        until: Date,
    },
}

/// The class of what was read of an account.
pub(super) fn class(
    account: &Account,
    reading: &Reading,
    score: &Score,
    exchange: Exchange<'_>,
    (policy, as_of): (&ScorePolicy, AsOf),
    trace: &mut impl Trace<Line>,
) -> ClassVerdict {
    let (computed, why) = computed(reading, score, exchange, policy, trace);
    let set = in_force(account, as_of, |value| match value {
        OverrideValue::Class(class) => Some(class),
        OverrideValue::Tier(_) => None,
    });
    let Some((class, held)) = set else {
        return ClassVerdict { class: computed, why, computed };
    };
    let until = held.what.until;
    let reason = || held.what.reason.clone();
    trace.note(|| ClassLine::Override { class, computed, until, reason: reason() }.into());
    ClassVerdict { class, why: ClassReason::Override { fact: held.fact, until }, computed }
}

fn computed(
    reading: &Reading,
    score: &Score,
    exchange: Exchange<'_>,
    policy: &ScorePolicy,
    trace: &mut impl Trace<Line>,
) -> (CreditClass, ClassReason) {
    if let Some(amount) = old_debt(reading, exchange, policy) {
        let (over_days, worst_days) = (policy.old_debt_days, reading.worst_days);
        let over = money(limit_minor(policy.old_debt_min, amount.currency()), amount.currency());
        trace.note(|| ClassLine::OldDebt { amount, over_days, over, worst_days }.into());
        return (CreditClass::Risk, ClassReason::OldDebt { amount, worst_days });
    }
    let value = score.value.filter(|_| score.parts >= policy.parts_count_min);
    let Some(score_value) = value else {
        let (parts, parts_min) = (score.parts, policy.parts_count_min);
        trace.note(|| ClassLine::TooLittleHistory { parts, parts_min }.into());
        return (CreditClass::Regular, ClassReason::TooLittleHistory);
    };
    let (quality_from, risk_below) = (policy.quality_from, policy.risk_below);
    let class = match () {
        () if score_value >= Decimal::from(quality_from) => CreditClass::Quality,
        () if score_value < Decimal::from(risk_below) => CreditClass::Risk,
        () => CreditClass::Regular,
    };
    trace
        .note(|| ClassLine::ByScore { score: score_value, quality_from, risk_below, class }.into());
    (class, ClassReason::Score)
}

/// What is overdue for longer than policy says, when it is more than the minimum: in base currency
/// where rates are known, else currency by currency.
fn old_debt(reading: &Reading, exchange: Exchange<'_>, policy: &ScorePolicy) -> Option<Money> {
    let old = || reading.sums.iter().filter(|sums| sums.old_debt > 0);
    let base = exchange.base();
    let amounts = old().map(|sums| (sums.currency, i128::from(sums.old_debt)));
    let in_base = money(exchange.rounded_sum(base, amounts), base);
    let others = old().filter(|sums| exchange.rate(sums.currency, base).is_none());
    let others = others.map(|sums| money(sums.old_debt, sums.currency));
    let is_above =
        |amount: &Money| amount.minor() > limit_minor(policy.old_debt_min, amount.currency());
    [in_base].into_iter().chain(others).find(is_above)
}

/// The override that is in force on a day: of those that stand, whose last day is not over and that
/// no other has replaced by then, the last one recorded.
pub(super) fn in_force<T>(
    account: &Account,
    as_of: AsOf,
    value: impl Fn(OverrideValue) -> Option<T>,
) -> Option<(T, &Dealing<Override>)> {
    let (day, overrides) = (as_of.number(), &account.dealings.overrides);
    let is_replaced = |fact: FactId| {
        let begun = overrides.iter().filter(|held| held.day <= day);
        begun.flat_map(|held| &held.what.replaces).any(|replaced| *replaced == fact)
    };
    let standing = overrides
        .iter()
        .filter(|held| held.stands(day) && as_of <= held.what.until && !is_replaced(held.fact));
    let said = standing.filter_map(|held| Some((value(held.what.value)?, held)));
    said.max_by_key(|(_, held)| (held.recorded, held.fact.index))
}

/// The tier that a person set, if one is in force.
pub(super) fn tier_in_force(account: &Account, as_of: AsOf) -> Option<(Tier, &Dealing<Override>)> {
    in_force(account, as_of, |value| match value {
        OverrideValue::Tier(tier) => Some(tier),
        OverrideValue::Class(_) => None,
    })
}
