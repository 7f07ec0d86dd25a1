//! Whether promises were kept (D5; FIGURES, promises).
//! Never decides one before its day and tolerance are over.

use super::cash::Cash;
use crate::calendar::Date;
use crate::ledger::{Account, Dealing};
use crate::record::Promise;

/// What became of a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Its day and tolerance are not over.
    Open,
    /// The money came in time.
    Kept,
    /// Some of it came in time.
    PartlyKept,
    /// Nothing came in time.
    Broken,
    /// It was withdrawn while it was open.
    Withdrawn,
}

impl Fate {
    /// True for promises that count against the customer.
    #[must_use]
    pub const fn is_unkept(self) -> bool {
        matches!(self, Self::PartlyKept | Self::Broken | Self::Withdrawn)
    }

    /// True once it is known what became of it.
    #[must_use]
    pub const fn is_decided(self) -> bool {
        !matches!(self, Self::Open)
    }
}

/// A promise as it stands on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseState {
    /// Its place in [`Dealings::promises`](crate::ledger::Dealings::promises).
    pub index: usize,
    /// What became of it.
    pub fate: Fate,
    /// What came between the day on which it was given and its day with tolerance, at most its
    /// amount, in minor units.
    pub received_minor: i64,
    /// 1 and one more for each unkept promise before it on the same items.
    pub level: u32,
    /// Day number of the last day on which money still counts.
    pub last_day: i32,
}

impl PromiseState {
    /// The promise itself.
    #[must_use]
    pub fn of<'a>(&self, account: &'a Account) -> Option<&'a Dealing<Promise>> {
        account.dealings.promises.get(self.index)
    }

    /// The last day on which money still counts.
    #[must_use]
    pub fn last_on(&self) -> Option<Date> {
        Date::from_number(self.last_day)
    }
}

/// Every promise that was given by the close of a day, in the order in which they were given.
///
/// Of what came, each cent serves one promise: the one with the earliest promised day.
#[must_use]
pub fn promises(account: &Account, tolerance_days: u32, as_of: Date) -> Vec<PromiseState> {
    let day = as_of.number();
    let tolerance = i32::try_from(tolerance_days).unwrap_or(0);
    let given = account.dealings.promises.iter().enumerate().filter(|(_, held)| held.day <= day);
    let mut order: Vec<(usize, &Dealing<Promise>)> = given.collect();
    if order.is_empty() {
        return Vec::new();
    }
    order.sort_by_key(|(index, held)| (held.what.promised_on, *index));
    let mut cash = Cash::of(account, day);
    let mut states: Vec<PromiseState> = Vec::with_capacity(order.len());
    for (index, held) in order {
        let last_day = held.what.promised_on.number().saturating_add(tolerance);
        let withdrawn = held.ended_day <= day && held.ended_day <= last_day;
        let until = if withdrawn { held.ended_day.saturating_sub(1) } else { last_day };
        let amount = held.what.amount;
        let came =
            cash.take(account, &held.parts, amount.currency(), (held.day, until), amount.minor());
        let received_minor: i64 = came.iter().map(|(_, minor)| minor).sum();
        let fate = match () {
            () if withdrawn => Fate::Withdrawn,
            () if day <= last_day => Fate::Open,
            () if received_minor >= amount.minor() => Fate::Kept,
            () if received_minor > 0 => Fate::PartlyKept,
            () => Fate::Broken,
        };
        states.push(PromiseState { index, fate, received_minor, level: 1, last_day });
    }
    states.sort_by_key(|state| state.index);
    for later in 0..states.len() {
        let level = 1 + unkept_before(account, &states, later);
        if let Some(state) = states.get_mut(later) {
            state.level = level;
        }
    }
    states
}

/// How many promises before this one, on any of the same items, were not kept. A promise without
/// items is on all of them.
fn unkept_before(account: &Account, states: &[PromiseState], place: usize) -> u32 {
    let promise = |state: &PromiseState| account.dealings.promises.get(state.index);
    let Some(own) = states.get(place).and_then(promise) else { return 0 };
    let before = states.iter().take(place).filter(|state| state.fate.is_unkept());
    let same = before.filter_map(promise).filter(|earlier| {
        let whole = own.parts.is_empty() || earlier.parts.is_empty();
        whole || earlier.parts.iter().any(|part| own.parts.contains(part))
    });
    u32::try_from(same.count()).unwrap_or(u32::MAX)
}
