//! Amounts added up by where each stands.
//! Never adds amounts of different currencies.

use std::collections::BTreeMap;

use crate::money::{Currency, Money};

/// One sum for each state and currency, in their order; what no amount can hold is left out.
pub(super) fn by_state<S: Ord>(amounts: impl Iterator<Item = (S, Money)>) -> Vec<(S, Money)> {
    let mut sums: BTreeMap<(S, Currency), i64> = BTreeMap::new();
    for (state, amount) in amounts {
        *sums.entry((state, amount.currency())).or_default() += amount.minor();
    }
    let sum = |((state, currency), minor)| Some((state, Money::new(minor, currency).ok()?));
    sums.into_iter().filter_map(sum).collect()
}
