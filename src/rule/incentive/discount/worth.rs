//! Whether a discount pays for itself (E4): its annualised cost against the firm's own cost of
//! money, a simulation of take-up, the rate at which it breaks even.
//! Never a forecast: the take-up is what a person assumes.

use super::amount::Reduction;
use crate::ledger::{NEVER, Part};
use crate::money::{Decimal, Rate, round_minor};
use crate::record::CreditClass;

/// Days of a year in these figures (FIGURES).
const YEAR_DAYS: u32 = 365;

/// Due day − payment day; 0 for what is overdue. `None` without a due date.
#[must_use]
pub fn days_gained(part: &Part, day: i32) -> Option<u32> {
    (part.due_day != NEVER).then(|| u32::try_from(part.due_day - day).unwrap_or(0))
}

/// rate ÷ (1 − rate) × 365 ÷ days gained, unrounded; `None` where no days are gained.
#[must_use]
pub fn annualised(rate: Decimal, days_gained: u32) -> Option<Decimal> {
    let cost = rate.checked_mul(YEAR_DAYS.into())?;
    cost.checked_div(Decimal::ONE.checked_sub(rate)?.checked_mul(days_gained.into())?)
}

/// The rate at which a discount costs what the money costs: c × d ÷ (365 + c × d), unrounded.
#[must_use]
pub fn breakeven(cost_of_money: Rate, days_gained: Decimal) -> Option<Decimal> {
    let gained = cost_of_money.0.checked_mul(days_gained)?;
    gained.checked_div(gained.checked_add(YEAR_DAYS.into())?)
}

/// An amount that may be paid early, and how much of it is assumed to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TakeUp {
    /// The class of its customer.
    pub class: CreditClass,
    /// Minor units that are open.
    pub open_minor: i64,
    /// The base of its document and the whole document, in minor units.
    pub base_of_gross_minor: (i64, i64),
    /// Days by which the money comes earlier.
    pub days_gained: u32,
    /// The share that is paid early, as a fraction.
    pub share: Rate,
}

/// The rate at which all of these together break even: with k = base ÷ gross of each,
/// Σ share × open × c × d ÷ 365 ÷ Σ share × k × open × (1 + c × d ÷ 365), unrounded. `None` when
/// nothing is taken up.
#[must_use]
pub fn breakeven_of(cost_of_money: Rate, taken_up: &[TakeUp]) -> Option<Decimal> {
    let (mut saved, mut cost) = (Decimal::ZERO, Decimal::ZERO);
    for held in taken_up {
        let (base_minor, gross_minor) = held.base_of_gross_minor;
        let amount = Decimal::from(held.open_minor).checked_mul(held.share.0)?;
        let years = Decimal::from(held.days_gained).checked_div(YEAR_DAYS.into())?;
        let gained = years.checked_mul(cost_of_money.0)?;
        let based = amount.checked_mul(base_minor.into())?.checked_div(gross_minor.into())?;
        saved = saved.checked_add(amount.checked_mul(gained)?)?;
        cost = cost.checked_add(based.checked_mul(Decimal::ONE.checked_add(gained)?)?)?;
    }
    saved.checked_div(cost)
}

/// What a rate would bring, in minor units, each rounded once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Simulated {
    /// Cash that comes earlier: what is paid after the discount.
    pub forward_minor: i64,
    /// What the discounts come to.
    pub cost_minor: i64,
    /// What that money would have cost meanwhile.
    pub saved_minor: i64,
    /// Saved − cost.
    pub net_minor: i64,
}

/// What a rate brings at that take-up: of each amount share × (open − discount) comes forward by
/// its days, and saves cash × cost of money × days ÷ 365. Every sum is rounded once at the end; the
/// net is the difference of the two that are shown.
#[must_use]
pub fn simulate(rate: Rate, cost_of_money: Rate, taken_up: &[TakeUp]) -> Option<Simulated> {
    let [mut forward, mut cost, mut saved] = [Decimal::ZERO; 3];
    for held in taken_up {
        let (base_minor, gross_minor) = held.base_of_gross_minor;
        let reduction = Reduction::Rate { rate, base_minor, gross_minor };
        let off = reduction.effective_rate()?.checked_mul(held.open_minor.into())?;
        let discount = off.checked_mul(held.share.0)?;
        let whole = Decimal::from(held.open_minor).checked_mul(held.share.0)?;
        let cash = whole.checked_sub(discount)?;
        let years = Decimal::from(held.days_gained).checked_div(YEAR_DAYS.into())?;
        forward = forward.checked_add(cash)?;
        cost = cost.checked_add(discount)?;
        saved = saved.checked_add(cash.checked_mul(cost_of_money.0)?.checked_mul(years)?)?;
    }
    let (cost_minor, saved_minor) = (round_minor(cost)?, round_minor(saved)?);
    let forward_minor = round_minor(forward)?;
    Some(Simulated { forward_minor, cost_minor, saved_minor, net_minor: saved_minor - cost_minor })
}

/// A point of the curve of net benefit against rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurvePoint {
    /// The rate.
    pub rate: Rate,
    /// The net benefit in minor units.
    pub net_minor: i64,
}

/// The net benefit at `steps` + 1 rates from nothing to `rate_max`.
#[must_use]
pub fn curve(
    rate_max: Rate,
    steps: u32,
    cost_of_money: Rate,
    taken_up: &[TakeUp],
) -> Vec<CurvePoint> {
    let point = |step: u32| {
        let rate = rate_max.0.checked_mul(step.into())?.checked_div(steps.into())?;
        let simulated = simulate(Rate(rate), cost_of_money, taken_up)?;
        Some(CurvePoint { rate: Rate(rate), net_minor: simulated.net_minor })
    };
    (0..=steps).filter_map(point).collect()
}
