//! What paying late costs, item by item and period by period (E7; FIGURES, late charge).
//! Never books anything, and never rounds but once, at the end.

mod line;
mod rate;
mod reckon;

pub use line::LateChargeLine;

use crate::calendar::{AsOf, Date};
use crate::ledger::{Account, Ledger};
use crate::money::{Decimal, Money, Rate};
use crate::policy::Policy;
use crate::record::{ItemRef, YearDays};
use crate::rule::trace::Trace;
use reckon::Reckoning;

/// The late charge of one item up to a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LateCharge {
    /// The item in [`Account::parts`].
    pub part: u32,
    /// The item by its name.
    pub item: ItemRef,
    /// The last day that costs nothing: the due date, with longer terms where there are any.
    pub due_on: Date,
    /// The days that are charged, in order.
    pub periods: Vec<Period>,
    /// The fixed fee within the total.
    pub fee: Option<Money>,
    /// The minimum, where the total was raised to it.
    pub minimum: Option<Money>,
    /// The cap, where the total was lowered to it.
    pub cap: Option<Money>,
    /// The last day up to which a person decided to keep the charge.
    pub kept_until: Option<Date>,
    /// Periods rounded once, fee, minimum and cap; or why it cannot be computed.
    pub total: Result<Money, LateChargeProblem>,
}

/// Successive days with one balance and one rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day that is charged.
    pub from: Date,
    /// The last day that is charged.
    pub to: Date,
    /// How many days, both ends counted.
    pub days: i32,
    /// What is charged: what was open at the beginning of each of the days.
    pub balance: Money,
    /// The rate.
    pub rate: PeriodRate,
    /// balance × rate × multiple × days ÷ days of a year, in minor units, unrounded.
    pub amount_minor: Decimal,
}

/// The rate of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodRate {
    /// As a fraction of a day or of a year.
    pub rate: Rate,
    /// How many times the reference rate; none for a rate of its own.
    pub multiple: Option<Rate>,
    /// Days of a year; none for a rate of a day.
    pub year: Option<YearDays>,
    /// Where it comes from.
    pub source: RateSource,
}

/// Where a rate comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateSource {
    /// Policy.
    Policy,
    /// The item's contract.
    Contract,
    /// A plan that was on track.
    Plan,
    /// The table of reference rates.
    Reference {
        /// The day from which the rate of the table holds.
        on: Date,
    },
}

/// Why a late charge cannot be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LateChargeProblem {
    /// The table of reference rates says nothing of this day.
    NoReferenceRate {
        /// The first such day.
        on: Date,
    },
    /// It is larger than any amount that the program keeps.
    BeyondLimit,
}

impl LateCharge {
    /// The days of all periods.
    #[must_use]
    pub fn days(&self) -> i32 {
        self.periods.iter().map(|period| period.days).sum()
    }
}

/// The late charge of the part at that place of the account, up to and including `as_of`; none
/// where nothing is charged.
///
/// Each day after the due day up to `as_of` is charged on what was open at its beginning, so that
/// the due day does not count and the day of a receipt does. Money within the grace costs nothing;
/// later money is charged from the first day, or from the day after the grace. What is disputed at
/// `as_of` is left out for all its days. A decision to waive or claim lets the charge begin anew on
/// the next day, without fee and minimum; a reversed document and a debit note that claims a late
/// charge have none. Fee and minimum hold for items of their own currency.
pub fn late_charge(
    account: &Account,
    part: u32,
    policy: &Policy,
    as_of: AsOf,
    trace: &mut impl Trace<LateChargeLine>,
) -> Option<LateCharge> {
    Reckoning::of(account, policy, as_of).item(part, trace)
}

/// The late charges of a customer up to and including a day, by due date: what letters name.
#[must_use]
pub fn late_charge_so_far(ledger: &Ledger, account: &Account, as_of: AsOf) -> Vec<LateCharge> {
    let day = as_of.number();
    if !account.parts.iter().any(|part| part.is_overdue(day)) {
        return Vec::new();
    }
    let reckoning = Reckoning::of(account, ledger.policy(), as_of);
    let parts = (0_u32..).zip(&account.parts).filter(|(_, part)| part.is_overdue(day));
    let mut charges: Vec<LateCharge> =
        parts.filter_map(|(index, _)| reckoning.item(index, &mut ())).collect();
    charges.sort_by_key(|charge| (charge.due_on, charge.part));
    charges
}

/// The charges added up, one sum for each currency by its code; those that cannot be computed are
/// left out, and so is a sum beyond the limit of an amount.
#[must_use]
pub fn late_charge_sums(charges: &[LateCharge]) -> Vec<Money> {
    let mut sums: Vec<(crate::money::Currency, i64)> = Vec::new();
    for total in charges.iter().filter_map(|charge| charge.total.ok()) {
        match sums.iter_mut().find(|(currency, _)| *currency == total.currency()) {
            Some((_, minor)) => *minor = minor.saturating_add(total.minor()),
            None => sums.push((total.currency(), total.minor())),
        }
    }
    sums.sort_unstable_by_key(|(currency, _)| *currency);
    sums.into_iter().filter_map(|(currency, minor)| Money::new(minor, currency).ok()).collect()
}
