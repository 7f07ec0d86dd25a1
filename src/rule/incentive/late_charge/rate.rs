//! Which rate holds for which day: of a plan on track, else of the contract, else of policy.
//! Never a reference rate that nobody entered.

use super::{LateChargeProblem, PeriodRate, RateSource};
use crate::calendar::{AsOf, Date};
use crate::id::Key;
use crate::ledger::{Account, Part};
use crate::money::{Decimal, Rate};
use crate::policy::Policy;
use crate::record::{ApprovalKind, LateChargeRate, YearDays};
use crate::rule::agreement::{ApprovalState, PlanStatus, approval, plans};

/// The days through which a plan was on track: while it was, nothing is charged beyond what it
/// says (D6).
pub(super) struct OnTrack {
    /// Its place in [`Dealings::plans`](crate::ledger::Dealings::plans).
    index: usize,
    /// The day of the agreement, or of the last approval that it needs.
    pub(super) from_day: i32,
    /// The first day on which it was broken or ended.
    pub(super) until_day: i32,
}

/// The spans of every plan that was agreed by the close of a day. A plan that was broken and paid
/// off all the same was on track until it was broken; one that waits for an approval is not yet.
pub(super) fn on_track(account: &Account, policy: &Policy, as_of: AsOf) -> Vec<OnTrack> {
    let states = plans(account, as_of).into_iter();
    let spans = states.filter_map(|state| {
        let held = state.of(account)?;
        let from_day = match approval(account, policy, ApprovalKind::Plan, held, as_of.number()) {
            ApprovalState::NotWanted => held.day,
            ApprovalState::Approved { day } => day,
            ApprovalState::Waiting { .. } | ApprovalState::Refused { .. } => return None,
        };
        let broken_day = match state.status {
            PlanStatus::OnTrack => None,
            PlanStatus::Broken { day, .. } => Some(day),
            PlanStatus::Completed | PlanStatus::Ended => {
                first_broken_day(account, state.index, as_of.number())
            }
        };
        let until_day = held.ended_day.min(broken_day.unwrap_or(i32::MAX));
        Some(OnTrack { index: state.index, from_day, until_day })
    });
    spans.collect()
}

/// The first day on which a plan was broken, whatever came later.
fn first_broken_day(account: &Account, index: usize, day: i32) -> Option<i32> {
    let held = account.dealings.plans.get(index)?;
    let grace = i32::try_from(held.what.grace_days).unwrap_or(0);
    let over = held.what.instalments.iter().map(|it| it.due_on.number().saturating_add(grace) + 1);
    over.filter(|over| *over <= day && *over < held.ended_day).find(|over| {
        let states = Date::from_number(*over).map(|on| plans(account, on)).unwrap_or_default();
        let is_broken = |status| matches!(status, PlanStatus::Broken { .. });
        states.iter().any(|state| state.index == index && is_broken(state.status))
    })
}

impl OnTrack {
    /// True when the plan covers a part.
    pub(super) fn covers(&self, account: &Account, part: u32) -> bool {
        let held = account.dealings.plans.get(self.index);
        held.is_some_and(|held| held.parts.contains(&part))
    }

    /// What the plan says of late charge while it is on track.
    pub(super) fn rate(&self, account: &Account, year: YearDays) -> PeriodRate {
        let held = account.dealings.plans.get(self.index);
        let rate = held.and_then(|held| held.what.annual_rate).unwrap_or(Rate(Decimal::ZERO));
        PeriodRate { rate, multiple: None, year: Some(year), source: RateSource::Plan }
    }
}

/// What holds for the days of an item on which no plan is on track.
#[derive(Clone, Copy)]
pub(super) enum Basis {
    /// Nothing is charged.
    None,
    /// One rate for all days.
    Fixed(PeriodRate),
    /// A multiple of the reference rate of each day.
    Floating(Rate),
    /// There is no reference rate for this day.
    Unknown(Date),
}

impl Basis {
    /// The rate of an item of which `first` is the first day overdue: of its contract, else of
    /// policy.
    pub(super) fn of(account: &Account, part: &Part, policy: &Policy, first: Date) -> Self {
        let year = Some(policy.late_charge.year);
        let fixed =
            |rate, year, source| Self::Fixed(PeriodRate { rate, multiple: None, year, source });
        if let Some(rate) = contract_rate(account, part) {
            return fixed(rate, year, RateSource::Contract);
        }
        match policy.late_charge.rate {
            LateChargeRate::None => Self::None,
            LateChargeRate::Daily(rate) => fixed(rate, None, RateSource::Policy),
            LateChargeRate::Annual(rate) => fixed(rate, year, RateSource::Policy),
            LateChargeRate::Reference { multiple, floating: true } => Self::Floating(multiple),
            LateChargeRate::Reference { multiple, floating: false } => {
                reference(policy, multiple, first)
                    .map_or_else(|_| Self::Unknown(first), Self::Fixed)
            }
        }
    }

    /// The rate of a day; none where nothing is charged.
    pub(super) fn on(
        self,
        policy: &Policy,
        day: Date,
    ) -> Result<Option<PeriodRate>, LateChargeProblem> {
        match self {
            Self::None => Ok(None),
            Self::Fixed(rate) => Ok(Some(rate)),
            Self::Floating(multiple) => reference(policy, multiple, day).map(Some),
            Self::Unknown(on) => Err(LateChargeProblem::NoReferenceRate { on }),
        }
    }
}

/// What the contract of the item's document says of late payment, a year.
fn contract_rate(account: &Account, part: &Part) -> Option<Rate> {
    let document = account.documents.get(part.document as usize)?;
    let named = Key::of(document.fields.contract.as_deref().filter(|name| !name.is_empty())?);
    let contract = account.dealings.contracts.iter().find(|held| held.key == named)?;
    contract.fields.late_rate
}

/// A multiple of the reference rate that holds on a day: the latest dated on or before it.
fn reference(policy: &Policy, multiple: Rate, day: Date) -> Result<PeriodRate, LateChargeProblem> {
    let known = policy.reference_rates.iter().filter(|held| held.on <= day);
    let held = known.max_by_key(|held| held.on);
    let held = held.ok_or(LateChargeProblem::NoReferenceRate { on: day })?;
    Ok(PeriodRate {
        rate: held.rate,
        multiple: Some(multiple),
        year: Some(policy.late_charge.year),
        source: RateSource::Reference { on: held.on },
    })
}
