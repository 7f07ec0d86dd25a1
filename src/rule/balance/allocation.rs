//! Proposal for allocating money: oldest due first (A4; FIGURES, allocation).
//! Never allocates by itself: a person accepts the proposal.

use crate::calendar::AsOf;
use crate::ledger::{Account, Fund};
use crate::money::Currency;
use crate::record::{AllocationOrder, ItemRef};

/// A share of the money proposed for an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// The item.
    pub item: ItemRef,
    /// Minor units of the fund's currency, positive.
    pub amount_minor: i64,
}

/// An item that money can settle from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenItem {
    /// The item.
    pub item: ItemRef,
    /// Its part in [`Account::parts`].
    pub part: u32,
    /// What is open and used by nothing later, in minor units; positive.
    pub free_minor: i64,
}

/// The items of a currency that money received on that day can settle, in the order in which it
/// settles them: the oldest due first, of equal due dates the smaller number first. What something
/// later uses already is not offered, so that every proposal can be accepted.
#[must_use]
pub fn open_items(
    account: &Account,
    currency: Currency,
    order: AllocationOrder,
    as_of: AsOf,
) -> Vec<OpenItem> {
    let day = as_of.number();
    let mut open: Vec<_> = (0..)
        .zip(&account.parts)
        .filter(|(_, part)| part.balance.currency == currency && part.issued_day <= day)
        .map(|(index, part)| (index, part, part.balance.free_from(day, &account.part_effects)))
        .filter(|(_, _, free_minor)| *free_minor > 0)
        .collect();
    match order {
        AllocationOrder::OldestDue => open.sort_by_key(|(_, part, _)| {
            let number = account.documents.get(part.document as usize).map(|held| &held.reference);
            (part.due_day, number, part.index)
        }),
    }
    let item = |(index, part, free_minor)| {
        Some(OpenItem { item: account.item(part)?, part: index, free_minor })
    };
    open.into_iter().filter_map(item).collect()
}

/// How an amount in minor units settles items in their order; what is left stays unapplied.
#[must_use]
pub fn shares(open: &[OpenItem], amount_minor: i64) -> Vec<Proposed> {
    let mut left = amount_minor;
    let mut proposed = Vec::new();
    for OpenItem { item, free_minor, .. } in open {
        let amount_minor = (*free_minor).min(left);
        if amount_minor <= 0 {
            break;
        }
        left -= amount_minor;
        proposed.push(Proposed { item: item.clone(), amount_minor });
    }
    proposed
}

/// Proposes how what is left of `fund` on that day settles open items of its currency.
#[must_use]
pub fn propose(
    account: &Account,
    fund: &Fund,
    order: AllocationOrder,
    as_of: AsOf,
) -> Vec<Proposed> {
    let day = as_of.number();
    if fund.day > day {
        return Vec::new();
    }
    let left = fund.balance.free_from(day, &account.fund_effects);
    shares(&open_items(account, fund.balance.currency, order, as_of), left)
}
