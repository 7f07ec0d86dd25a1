//! What of a customer's overdue items is demanded on a day, and what is not and why (D2).
//! Never takes anything out of the aging: it only says what nobody should ask for.

use crate::calendar::AsOf;
use crate::ledger::{Account, BriefKind, Dealing, NEVER};
use crate::money::{Currency, Money};
use crate::policy::Policy;
use crate::record::{ApprovalKind, Hold};
use crate::rule::agreement::{
    Fate, PlanState, PlanStatus, PromiseState, Waiting, approval, plans, promises, waiting,
};
use crate::rule::incentive::collection_due_day;

/// One overdue item. What is open is the sum of the other amounts, all in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// The part in [`Account::parts`].
    pub part: u32,
    /// Its currency.
    pub currency: Currency,
    /// Day number of its due date, with the longer terms that cover it (E5).
    pub due_day: i32,
    /// What is open.
    pub open_minor: i64,
    /// Contested by the customer.
    pub disputed_minor: i64,
    /// On hold: a person stopped it.
    pub held_minor: i64,
    /// In a plan that is on track.
    pub planned_minor: i64,
    /// Promised, and the promise still runs.
    pub promised_minor: i64,
    /// What is left to be demanded.
    pub demanded_minor: i64,
}

/// A customer's overdue items, oldest first, with the promises and plans behind them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Demands {
    /// The overdue items.
    pub items: Vec<Demand>,
    /// Every promise given by then.
    pub promises: Vec<PromiseState>,
    /// Every plan agreed by then that has the approval that it needs (D8).
    pub plans: Vec<PlanState>,
    /// Day number of the last day of the longest hold that stands.
    pub held_until: Option<i32>,
    /// Plans, holds and handovers that wait for an approval, and change nothing until they have
    /// it (D8).
    pub waiting: Vec<Waiting>,
}

/// Draws up the demands on a customer at the close of a day.
///
/// Of each overdue item: first what is disputed, then the rest when it is on hold, then the rest
/// when it is in a plan on track; what is promised is taken from what is left, oldest due first. A
/// hold or a plan without the approval that it needs takes nothing.
#[must_use]
pub fn demands(account: &Account, policy: &Policy, as_of: AsOf) -> Demands {
    let day = as_of.number();
    let mut items = overdue(account, day);
    if items.is_empty() {
        return Demands::default();
    }
    let tolerance = policy.playbook.promise_tolerance_days;
    let mut demands = Demands {
        items: Vec::new(),
        promises: promises(account, tolerance, as_of),
        plans: counted_plans(account, policy, as_of),
        held_until: None,
        waiting: waiting(account, policy, as_of),
    };
    for item in &mut items {
        let rest = item.open_minor - item.disputed_minor;
        if let Some(until) = held_until(account, policy, item.part, day) {
            item.held_minor = rest;
            demands.held_until = demands.held_until.max(Some(until));
        } else if demands.is_planned(account, item.part) {
            item.planned_minor = rest;
        } else {
            item.demanded_minor = rest;
        }
    }
    for state in &demands.promises {
        promise(account, state, &mut items);
    }
    demands.items = items;
    demands
}

/// Overdue parts with what of them is disputed, oldest due first; what longer terms cover is not
/// overdue before their day (E5).
fn overdue(account: &Account, day: i32) -> Vec<Demand> {
    let mut items: Vec<Demand> = Vec::new();
    for brief in &account.briefs {
        let is_part = matches!(brief.kind, BriefKind::Part | BriefKind::Retention);
        if !is_part || brief.due_day >= day {
            continue;
        }
        let due_day = collection_due_day(account, brief, day);
        if due_day >= day {
            continue;
        }
        let open_minor = account.left(brief, day);
        if open_minor <= 0 {
            continue;
        }
        items.push(Demand {
            part: brief.index,
            currency: brief.currency,
            due_day,
            open_minor,
            disputed_minor: account.disputed(brief.index, open_minor, day),
            held_minor: 0,
            planned_minor: 0,
            promised_minor: 0,
            demanded_minor: 0,
        });
    }
    items.sort_by_key(|item| (item.due_day, item.part));
    items
}

/// Holds that were set by the close of a day, were not ended by then, and have the approval that
/// they need.
pub(super) fn standing_holds<'a>(
    account: &'a Account,
    policy: &'a Policy,
    day: i32,
) -> impl Iterator<Item = &'a Dealing<Hold>> {
    let standing = account.dealings.holds.iter().filter(move |hold| hold.stands(day));
    standing.filter(move |hold| approval(account, policy, ApprovalKind::Hold, hold, day).counts())
}

/// Plans that have the approval that they need.
fn counted_plans(account: &Account, policy: &Policy, as_of: AsOf) -> Vec<PlanState> {
    let mut all = plans(account, as_of);
    all.retain(|state| {
        state.of(account).is_some_and(|held| {
            approval(account, policy, ApprovalKind::Plan, held, as_of.number()).counts()
        })
    });
    all
}

/// The last day of a hold on a part that stands on a day.
fn held_until(account: &Account, policy: &Policy, part: u32, day: i32) -> Option<i32> {
    let standing = standing_holds(account, policy, day);
    let concerned = standing.filter(|hold| hold.parts.is_empty() || hold.parts.contains(&part));
    concerned.map(|hold| hold.what.until.number()).filter(|until| day <= *until).max()
}

/// Takes what of an open promise has not come yet from what is demanded.
fn promise(account: &Account, state: &PromiseState, items: &mut [Demand]) {
    let Some(held) = state.of(account).filter(|_| state.fate == Fate::Open) else { return };
    let mut left = held.what.amount.minor() - state.received_minor;
    for item in items {
        let concerned = held.parts.is_empty() || held.parts.contains(&item.part);
        if concerned && item.currency == held.what.amount.currency() {
            let share = left.min(item.demanded_minor).max(0);
            item.promised_minor += share;
            item.demanded_minor -= share;
            left -= share;
        }
    }
}

impl Demands {
    fn is_planned(&self, account: &Account, part: u32) -> bool {
        self.plans.iter().any(|state| {
            state.status == PlanStatus::OnTrack
                && state.of(account).is_some_and(|plan| plan.parts.contains(&part))
        })
    }

    /// Day number of the due date of the oldest item of which anything is demanded.
    #[must_use]
    pub fn oldest_due_day(&self) -> Option<i32> {
        let demanded = self.items.iter().filter(|item| item.demanded_minor > 0);
        demanded.map(|item| item.due_day).find(|due_day| *due_day != NEVER)
    }

    /// What is demanded, one sum for each currency in the order of the items.
    #[must_use]
    pub fn demanded(&self) -> Vec<Money> {
        self.sum(|item| item.demanded_minor)
    }

    /// Sums of some amount of the items, one for each currency in which there is any.
    #[must_use]
    pub fn sum(&self, amount_minor: impl Fn(&Demand) -> i64) -> Vec<Money> {
        let mut sums: Vec<Money> = Vec::new();
        for item in &self.items {
            let minor = amount_minor(item);
            if minor == 0 {
                continue;
            }
            let same = |sum: &&mut Money| sum.currency() == item.currency;
            match sums.iter_mut().find(same) {
                Some(sum) => {
                    *sum = sum.with_minor(sum.minor().saturating_add(minor)).unwrap_or(*sum);
                }
                None => sums.extend(Money::new(minor, item.currency)),
            }
        }
        sums
    }
}
