//! Proposal for allocating money: oldest due first (A4; FIGURES, allocation).
//! Never allocates by itself: a person accepts the proposal.

use crate::calendar::AsOf;
use crate::ledger::{Account, Fund};
use crate::record::{AllocationOrder, ItemRef};

/// A share of the money proposed for an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// The item.
    pub item: ItemRef,
    /// Minor units of the fund's currency, positive.
    pub amount_minor: i64,
}

/// Proposes how what is left of `fund` on that day settles open items of its currency: the oldest
/// due first, of equal due dates the smaller number first; what then is left stays unapplied.
/// What something later uses already is not proposed, so that every proposal can be accepted.
#[must_use]
pub fn propose(
    account: &Account,
    fund: &Fund,
    order: AllocationOrder,
    as_of: AsOf,
) -> Vec<Proposed> {
    let day = as_of.number();
    let mut open: Vec<_> = account
        .parts
        .iter()
        .filter(|part| part.balance.currency == fund.balance.currency)
        .map(|part| (part, part.balance.free_from(day, &account.part_effects)))
        .filter(|(part, _)| part.issued_day <= day)
        .filter(|(_, outstanding)| *outstanding > 0)
        .collect();
    match order {
        AllocationOrder::OldestDue => open.sort_by_key(|(part, _)| {
            let number = account.documents.get(part.document as usize).map(|held| &held.reference);
            (part.due_day, number, part.index)
        }),
    }
    let mut left = fund.balance.free_from(day, &account.fund_effects);
    if fund.day > day {
        left = 0;
    }
    let mut proposed = Vec::new();
    for (part, outstanding) in open {
        let amount_minor = outstanding.min(left);
        if amount_minor <= 0 {
            break;
        }
        left -= amount_minor;
        proposed.extend(account.item(part).map(|item| Proposed { item, amount_minor }));
    }
    proposed
}
