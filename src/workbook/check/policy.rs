//! Checks of settings and policy: what no rule could work with is refused (C1–C5, D1, D9).
//! Never judges whether a policy is wise.

use super::document;
use crate::money::{Decimal, Money, Rate};
use crate::record::{
    ApprovalPolicy, CompliancePolicy, LateChargePolicy, LateChargeRate, Playbook, ProvisionPolicy,
    ReferenceRate, ScorePolicy, SettingField, SettingFields, Step, TierAmounts, TierPolicy,
};
use crate::rule::balance::bucket::BUCKET_COUNT_MAX;
use crate::workbook::Rejection;

/// Refuses settings that no rule could work with.
pub(super) fn usable(fields: &SettingFields) -> Result<(), Rejection> {
    if let Some(aging) = &fields.aging {
        let rising = aging.upper_days.is_sorted_by(|a, b| a < b);
        let first = aging.upper_days.first().is_some_and(|first| *first > 0);
        let few = aging.upper_days.len() < BUCKET_COUNT_MAX;
        if !(rising && first && few) {
            return Err(Rejection::BucketsNotRising);
        }
    }
    if fields.default_terms.as_ref().is_some_and(document::without_rest) {
        return Err(Rejection::TermsWithoutRest);
    }
    let refused = |is_usable: bool, field| if is_usable { None } else { Some(field) };
    let limitation = fields.limitation.as_ref();
    let not_usable = [
        fields.score.as_ref().and_then(|it| refused(score(it), SettingField::Score)),
        fields.tiering.as_ref().and_then(|it| refused(tiering(it), SettingField::Tiering)),
        limitation.and_then(|it| {
            refused(it.years > 0 && it.years <= it.years_max, SettingField::Limitation)
        }),
        fields.provision.as_ref().and_then(|it| refused(provision(it), SettingField::Provision)),
        fields.approval.as_ref().and_then(|it| refused(chain(it), SettingField::Approval)),
        fields.compliance.as_ref().and_then(|it| refused(hours(it), SettingField::Compliance)),
        fields
            .late_charge
            .as_ref()
            .and_then(|it| refused(late_charge(it), SettingField::LateCharge)),
        fields
            .reference_rates
            .as_ref()
            .and_then(|it| refused(reference_rates(it), SettingField::ReferenceRates)),
    ];
    if let Some(field) = not_usable.into_iter().flatten().next() {
        return Err(Rejection::PolicyNotUsable(field));
    }
    fields.playbook.as_ref().map_or(Ok(()), playbook)
}

const fn score(policy: &ScorePolicy) -> bool {
    let weights = policy.paid_on_time_weight
        | policy.days_late_weight
        | policy.worst_overdue_weight
        | policy.promises_kept_weight
        | policy.limit_used_weight;
    weights > 0
        && policy.window_months > 0
        && policy.days_late_zero > 0
        && policy.worst_overdue_zero > 0
        && policy.limit_used_full_percent < policy.limit_used_zero_percent
        && policy.risk_below <= policy.quality_from
        && policy.quality_from <= 100
}

fn tiering(policy: &TierPolicy) -> bool {
    let amounts = match &policy.amounts {
        TierAmounts::Shares { large_below_percent, medium_below_percent } => {
            large_below_percent <= medium_below_percent && *medium_below_percent <= 100
        }
        TierAmounts::Limits { large_from, medium_from } => {
            large_from.currency() == medium_from.currency() && medium_from <= large_from
        }
    };
    amounts
        && policy.medium_over_days <= policy.long_over_days
        && policy.b_from_points <= policy.a_from_points
}

fn provision(policy: &ProvisionPolicy) -> bool {
    let within = |percent: &Decimal| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(percent);
    let rates = policy.rates_percent.iter().map(|rate| rate.0);
    policy.rates_percent.len() <= BUCKET_COUNT_MAX + 1 && rates.into_iter().all(|it| within(&it))
}

/// No duty is asked twice, and whoever is asked is asked about something.
fn chain(policy: &ApprovalPolicy) -> bool {
    let mut roles = policy.chain.clone();
    roles.sort_unstable();
    let is_unique = roles.is_sorted_by(|one, next| one < next);
    is_unique && (roles.is_empty() || !policy.kinds.is_empty())
}

/// A charge of a day or a year is at most the whole balance and a hundred times it: what is more
/// was typed as percent.
fn late_charge(policy: &LateChargePolicy) -> bool {
    let within = |rate: Rate, most: Decimal| (Decimal::ZERO..=most).contains(&rate.0);
    let rate = match policy.rate {
        LateChargeRate::None => true,
        LateChargeRate::Daily(rate) => within(rate, Decimal::ONE),
        LateChargeRate::Annual(rate) => within(rate, Decimal::ONE_HUNDRED),
        LateChargeRate::Reference { multiple, .. } => within(multiple, Decimal::ONE_HUNDRED),
    };
    let sums = [policy.fixed_fee, policy.minimum];
    rate && sums.iter().flatten().all(|sum: &Money| sum.minor() >= 0)
        && policy.cap.is_none_or(|cap| within(cap, Decimal::ONE_HUNDRED))
        && policy.grace_days <= GRACE_DAYS_MAX
}

/// Longest grace of a late charge: a century.
const GRACE_DAYS_MAX: u32 = 36_525;

/// Each day once, the earlier first, and no rate below zero.
fn reference_rates(rates: &[ReferenceRate]) -> bool {
    let within =
        |held: &ReferenceRate| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&held.rate.0);
    rates.is_sorted_by(|one, next| one.on < next.on) && rates.iter().all(within)
}

fn hours(policy: &CompliancePolicy) -> bool {
    let within = |[from, until]: &[_; 2]| from < until;
    policy.hours_from < policy.hours_until && policy.preferred_hours.iter().all(within)
}

/// The switch of a playbook lies within these, in percent.
const INTENSITY_PERCENT: std::ops::RangeInclusive<u32> = 25..=400;

fn playbook(playbook: &Playbook) -> Result<(), Rejection> {
    let follow_up = &playbook.follow_up;
    let intervals = [follow_up.early_every_days, follow_up.late_every_days];
    let intervals = intervals.into_iter().chain(follow_up.phone_every_days);
    let is_usable = INTENSITY_PERCENT.contains(&playbook.intensity_percent)
        && intervals.into_iter().all(|days| days > 0)
        && !follow_up.channels.is_empty()
        && playbook.before_due.iter().all(|notice| !notice.channels.is_empty());
    if !is_usable {
        return Err(Rejection::PolicyNotUsable(SettingField::Playbook));
    }
    [&playbook.a, &playbook.b, &playbook.c].into_iter().try_for_each(|steps| ladder(steps))
}

/// Steps have names of their own, channels, and days that do not fall.
fn ladder(steps: &[Step]) -> Result<(), Rejection> {
    let mut names: Vec<&str> = steps.iter().map(|step| step.name.trim()).collect();
    names.sort_unstable();
    let all_named = names.iter().all(|name| !name.is_empty());
    let is_unique = names.is_sorted_by(|one, next| one < next);
    if steps.is_empty() || !all_named || !is_unique || steps.iter().any(|s| s.channels.is_empty()) {
        return Err(Rejection::PolicyNotUsable(SettingField::Playbook));
    }
    for (place, pair) in (2_u32..).zip(steps.windows(2)) {
        if let [before, step] = pair
            && step.when.overdue_days_min < before.when.overdue_days_min
        {
            return Err(Rejection::StepsNotRising { step: place });
        }
    }
    Ok(())
}
