//! What credit and collection say of each customer on a day, for the list of customers: class,
//! tier, use of the limit, promise, next action (SCREENS, Customers).
//! Never says why: an opened figure asks the rule again and keeps what it tells.

use std::collections::BTreeMap;

use super::worklist::Day;
use crate::calendar::Date;
use crate::id::Key;
use crate::ledger::{Account, Ledger, NEVER};
use crate::money::{Decimal, Money};
use crate::record::{CreditClass, Tier};
use crate::rule::agreement::{Fate, PromiseState, promises};
use crate::rule::credit::owner;

/// A customer on a day; the same on each of its lines.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomerState {
    /// Who is responsible: its own owner, else whom a rule assigns; empty when nobody is.
    pub owner: String,
    /// Class.
    pub class: CreditClass,
    /// Tier; only while something undisputed is overdue.
    pub tier: Option<Tier>,
    /// Use of the limit in percent, unrounded; none without a limit.
    pub limit_used: Option<Decimal>,
    /// The promise to look at.
    pub promise: Option<PromiseSeen>,
    /// Place of its task among the rows of the day; none when nothing is to be done.
    pub task: Option<u32>,
    /// Day number of the next action; [`NEVER`] when there is none.
    pub next_day: i32,
}

/// A promise as the list shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PromiseSeen {
    /// What became of it.
    pub fate: Fate,
    /// By when the money was promised.
    pub promised_on: Date,
    /// How much.
    pub amount: Money,
}

/// The customers of a day, by code. Credit and worklist were drawn up once for all of them.
#[must_use]
pub fn states(ledger: &Ledger, day: &Day) -> BTreeMap<Key, CustomerState> {
    let tasks: BTreeMap<&Key, u32> =
        (0..).zip(&day.rows).map(|(place, row)| (&row.customer, place)).collect();
    let (policy, as_of) = (ledger.policy(), day.credit.as_of);
    let tolerance = policy.playbook.promise_tolerance_days;
    let state = |(account, credit): (&Account, &crate::rule::credit::CustomerCredit)| {
        let key = account.customer.key.clone();
        let task = tasks.get(&key).copied();
        let row = task.and_then(|place| day.rows.get(place as usize));
        let next = row.filter(|row| row.task.action.is_some());
        let state = CustomerState {
            owner: owner(account, credit, policy, as_of).unwrap_or_default().to_owned(),
            class: credit.class.class,
            tier: credit.tier.map(|verdict| verdict.tier),
            limit_used: credit.exposure.used_percent(),
            promise: promise(account, tolerance, as_of),
            task,
            next_day: next.map_or(NEVER, |row| row.task.due_day),
        };
        (key, state)
    };
    ledger.accounts().zip(&day.credit.customers).map(state).collect()
}

/// The promise to look at: of those that are open the one that falls due first, else the last one
/// that was decided.
fn promise(account: &Account, tolerance_days: u32, as_of: Date) -> Option<PromiseSeen> {
    let all = promises(account, tolerance_days, as_of);
    let seen = |state: &PromiseState| {
        let what = &state.of(account)?.what;
        let (promised_on, amount) = (what.promised_on, what.amount);
        Some(PromiseSeen { fate: state.fate, promised_on, amount })
    };
    let mut open: Vec<PromiseSeen> =
        all.iter().filter(|state| state.fate == Fate::Open).filter_map(seen).collect();
    open.sort_by_key(|held| held.promised_on);
    let first = open.first().copied();
    first.or_else(|| all.iter().rev().find(|state| state.fate.is_decided()).and_then(seen))
}

impl PromiseSeen {
    /// How much attention it wants, for sorting: broken before partly kept, open, the rest.
    #[must_use]
    pub const fn gravity(&self) -> u8 {
        match self.fate {
            Fate::Broken => 4,
            Fate::PartlyKept => 3,
            Fate::Withdrawn => 2,
            Fate::Open => 1,
            Fate::Kept => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::demo::{Size, book};
    use crate::record::Language;
    use crate::rule::collection::{standing, task};

    fn today() -> Date {
        "2026-11-21".parse().unwrap()
    }

    #[test]
    fn the_list_says_what_the_rules_say_of_each_customer() {
        let book = book(Size::SMALL, 1, Language::Zh, today()).unwrap();
        let ledger = book.ledger();
        let day = Day::of(ledger, today());
        let all = states(ledger, &day);
        assert_eq!(all.len(), ledger.accounts().count());
        let mut tasks = 0;
        for account in ledger.accounts() {
            let key = &account.customer.key;
            let (state, credit) = (&all[key], day.credit.of(key).unwrap());
            assert_eq!(state.class, credit.class.class);
            assert_eq!(state.tier, credit.tier.map(|held| held.tier));
            let own = task(account, standing(credit), ledger.policy(), today(), &mut ());
            let own = own.map(Arc::new);
            let row = state.task.map(|place| day.rows[place as usize].task.clone());
            assert_eq!(row, own, "{key}");
            let next = own.filter(|task| task.action.is_some()).map_or(NEVER, |task| task.due_day);
            assert_eq!(state.next_day, next);
            tasks += u32::from(state.task.is_some());
        }
        assert!(tasks > 3);
        assert!(all.values().any(|state| state.limit_used.is_some()));
        assert!(all.values().any(|state| !state.owner.is_empty()));
    }

    #[test]
    fn an_open_promise_stands_before_those_that_were_decided() {
        let book = book(Size::SMALL, 1, Language::Zh, today()).unwrap();
        let ledger = book.ledger();
        let tolerance = ledger.policy().playbook.promise_tolerance_days;
        let (mut open, mut decided) = (0, 0);
        // Every day of two months: promises are given, run and are decided.
        for days in 0..60 {
            let on = today().plus_days(-days);
            for account in ledger.accounts() {
                let all = promises(account, tolerance, on);
                let Some(seen) = promise(account, tolerance, on) else {
                    assert!(all.is_empty());
                    continue;
                };
                let is_open = all.iter().any(|state| state.fate == Fate::Open);
                assert_eq!(seen.fate == Fate::Open, is_open);
                open += u32::from(is_open);
                decided += u32::from(!is_open);
            }
        }
        assert!(open > 0 && decided > 0, "{open} {decided}");
    }
}
