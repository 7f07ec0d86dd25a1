//! The proposal for a receipt with the discounts that it earns (A4, E1; FIGURES, allocation).
//! Never allocates by itself: a person accepts the proposal.

use std::cmp::Reverse;

use super::offered::{Asking, Offered, offered};
use crate::money::Currency;
use crate::record::TakenDiscount;
use crate::rule::balance::allocation::{OpenItem, open_items};

/// An open item with what is proposed for it.
#[derive(Clone, Debug, PartialEq)]
pub struct DiscountedShare {
    /// The item.
    pub open: OpenItem,
    /// The discount that is open for it.
    pub offered: Option<Offered>,
    /// Minor units of the money that it gets; 0 for none.
    pub amount_minor: i64,
    /// The discount that this takes.
    pub taken: Option<TakenDiscount>,
}

/// How an amount received on the day settles open items: the oldest due first, of equal due dates
/// the larger open discount first, then the smaller number; what is left stays unapplied.
///
/// A discount that asks for nothing overdue is given when the receipt itself settles what is
/// overdue.
#[must_use]
pub fn proposal(
    asking: &Asking<'_>,
    currency: Currency,
    amount_minor: i64,
) -> Vec<DiscountedShare> {
    let order = asking.policy.allocation_order;
    let open = open_items(asking.account, currency, order, asking.on);
    let all: Vec<u32> = open.iter().map(|held| held.part).collect();
    // First as if all were settled, then with what that really settles.
    let generous = shares(&Asking { settles: &all, ..*asking }, open.clone(), amount_minor);
    let is_settled = |share: &&DiscountedShare| {
        let discount = share.taken.as_ref().map_or(0, |taken| taken.amount.minor());
        share.amount_minor + discount >= share.open.free_minor
    };
    let settled: Vec<u32> =
        generous.iter().filter(is_settled).map(|share| share.open.part).collect();
    if settled.len() == all.len() {
        return generous;
    }
    shares(&Asking { settles: &settled, ..*asking }, open, amount_minor)
}

fn shares(asking: &Asking<'_>, open: Vec<OpenItem>, amount_minor: i64) -> Vec<DiscountedShare> {
    let with_offer = |open: OpenItem| {
        let offered = offered(asking, open.part).ok();
        DiscountedShare { open, offered, amount_minor: 0, taken: None }
    };
    let mut shares: Vec<DiscountedShare> = open.into_iter().map(with_offer).collect();
    shares.sort_by_key(|share| {
        let due_day = asking.account.parts.get(share.open.part as usize).map(|part| part.due_day);
        let discount = share.offered.as_ref().map_or(0, |held| held.whole.discount_minor);
        (due_day, Reverse(discount))
    });
    let mut left = amount_minor;
    for share in &mut shares {
        if left <= 0 {
            break;
        }
        let open_minor = share.open.free_minor;
        let Some(offered) = &share.offered else {
            share.amount_minor = open_minor.min(left);
            left -= share.amount_minor;
            continue;
        };
        let settled = offered.settled(open_minor, left);
        let currency =
            asking.account.parts.get(share.open.part as usize).map(|part| part.balance.currency);
        share.amount_minor = settled.paid_minor;
        share.taken = currency.and_then(|currency| offered.taken(settled, currency));
        left -= settled.paid_minor;
    }
    shares
}
