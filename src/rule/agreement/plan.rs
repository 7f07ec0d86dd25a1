//! Whether plans are on track (D6).
//! Never forgives by itself: a plan that was broken once stays broken, and a new one is agreed.

use super::cash::Cash;
use crate::calendar::Date;
use crate::ledger::{Account, Dealing};
use crate::record::Plan;

/// How a plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanStatus {
    /// Whatever was due by now, but for the grace, came in time.
    OnTrack,
    /// An instalment was missed.
    Broken {
        /// Its place among the instalments, from 0.
        instalment: usize,
        /// Day number of the first day on which the plan was broken.
        day: i32,
    },
    /// Everything came, or nothing is owed on its items any more.
    Completed,
    /// A person ended it.
    Ended,
}

/// A plan as it stands on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanState {
    /// Its place in [`Dealings::plans`](crate::ledger::Dealings::plans).
    pub index: usize,
    /// How it stands.
    pub status: PlanStatus,
    /// What came on its items since it was agreed, in minor units.
    pub received_minor: i64,
    /// The place of the first instalment that is not covered yet.
    pub next: Option<usize>,
}

impl PlanState {
    /// The plan itself.
    #[must_use]
    pub fn of<'a>(&self, account: &'a Account) -> Option<&'a Dealing<Plan>> {
        account.dealings.plans.get(self.index)
    }
}

/// Every plan that was agreed by the close of a day, in the order in which they were agreed.
///
/// Instalments are served in order by what is allocated to the plan's items, on the day of the
/// receipt; an instalment is missed when its day and grace are over and what came by then is less
/// than all instalments until it.
#[must_use]
pub fn plans(account: &Account, as_of: Date) -> Vec<PlanState> {
    let day = as_of.number();
    let given = account.dealings.plans.iter().enumerate().filter(|(_, held)| held.day <= day);
    let plans: Vec<(usize, &Dealing<Plan>)> = given.collect();
    if plans.is_empty() {
        return Vec::new();
    }
    let mut cash = Cash::of(account, day);
    plans
        .into_iter()
        .filter_map(|(index, held)| plan(account, &mut cash, day, index, held))
        .collect()
}

fn plan(
    account: &Account,
    cash: &mut Cash,
    day: i32,
    index: usize,
    held: &Dealing<Plan>,
) -> Option<PlanState> {
    let currency = held.what.instalments.first()?.amount.currency();
    let instalments = &held.what.instalments;
    let total: i64 = instalments.iter().map(|instalment| instalment.amount.minor()).sum();
    let until = day.min(held.ended_day.saturating_sub(1));
    let came = cash.take(account, &held.parts, currency, (held.day, until), total);
    let received_minor: i64 = came.iter().map(|(_, minor)| minor).sum();
    let came_by = |last_day: i32| -> i64 {
        came.iter().filter(|(day, _)| *day <= last_day).map(|(_, minor)| minor).sum()
    };
    let grace = i32::try_from(held.what.grace_days).unwrap_or(0);
    let (mut due_minor, mut next, mut missed) = (0, None, None);
    for (place, instalment) in instalments.iter().enumerate() {
        due_minor += instalment.amount.minor();
        if received_minor < due_minor && next.is_none() {
            next = Some(place);
        }
        let last_day = instalment.due_on.number().saturating_add(grace);
        if last_day < until && came_by(last_day) < due_minor && missed.is_none() {
            missed = Some((place, last_day + 1));
        }
    }
    let parts = held.parts.iter().filter_map(|part| account.parts.get(*part as usize));
    let owed: i64 = parts.map(|part| account.outstanding(part, day)).sum();
    let status = match missed {
        _ if received_minor >= total || owed == 0 => PlanStatus::Completed,
        _ if held.ended_day <= day => PlanStatus::Ended,
        Some((instalment, day)) => PlanStatus::Broken { instalment, day },
        None => PlanStatus::OnTrack,
    };
    Some(PlanState { index, status, received_minor, next })
}
