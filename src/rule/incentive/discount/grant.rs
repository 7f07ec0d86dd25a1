//! The ledger of grants 优惠政策执行台账 (E3), and what of each offer is used up.
//! Never counts a discount that ended with its receipt.

use std::collections::BTreeMap;

use crate::calendar::{AsOf, Date};
use crate::id::{FactId, Key};
use crate::ledger::{Account, Dealing, Ledger, NEVER};
use crate::money::Currency;
use crate::record::{Discount, TakenDiscount};

/// A discount that was taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Grant {
    /// The customer.
    pub customer: Key,
    /// The fact.
    pub fact: FactId,
    /// Its part in [`Account::parts`].
    pub part: Option<u32>,
    /// The day of the receipt.
    pub on: Date,
    /// How much, and by which rule.
    pub taken: TakenDiscount,
    /// What became of it.
    pub state: GrantState,
}

/// What became of a discount by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GrantState {
    /// Earned 应享: the receipt came by its last day.
    Earned,
    /// Taken late 超期扣取, and nobody has decided yet.
    TakenLate,
    /// Taken late and accepted.
    Accepted,
    /// Claimed back, or ended with its receipt.
    Ended,
}

/// What was granted of each offer, by name and currency, in minor units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfferUse(BTreeMap<(String, Currency), i64>);

impl OfferUse {
    /// What stands at the close of a day; only offers with a budget need it.
    #[must_use]
    pub fn of_ledger(ledger: &Ledger, as_of: AsOf) -> Self {
        let mut used = Self::default();
        if ledger.policy().discount_offers.iter().all(|offer| offer.budget.is_none()) {
            return used;
        }
        for account in ledger.accounts() {
            for held in &account.dealings.discounts {
                let taken = &held.what.taken;
                if held.stands(as_of.number()) && !taken.offer.is_empty() {
                    let key = (taken.offer.clone(), taken.amount.currency());
                    *used.0.entry(key).or_default() += taken.amount.minor();
                }
            }
        }
        used
    }

    /// What was granted of an offer, in minor units.
    #[must_use]
    pub fn of(&self, offer: &str, currency: Currency) -> i64 {
        self.0.get(&(offer.to_owned(), currency)).copied().unwrap_or(0)
    }
}

/// Every discount of a customer that was taken by the close of a day, in order.
#[must_use]
pub fn grants(account: &Account, as_of: AsOf) -> Vec<Grant> {
    let day = as_of.number();
    let taken = account.dealings.discounts.iter().filter(|held| held.day <= day);
    let grant = |held: &Dealing<Discount>| Grant {
        customer: account.customer.key.clone(),
        fact: held.fact,
        part: held.parts.first().copied(),
        on: held.what.on,
        taken: held.what.taken.clone(),
        state: state(account, held, day),
    };
    taken.map(grant).collect()
}

fn state(account: &Account, held: &Dealing<Discount>, day: i32) -> GrantState {
    if held.ended_day != NEVER && held.ended_day <= day {
        return GrantState::Ended;
    }
    let is_late = held.what.taken.last_on.is_some_and(|last_on| held.what.on > last_on);
    let mut accepted = account.dealings.discounts_accepted.iter();
    match is_late {
        false => GrantState::Earned,
        true if accepted.any(|it| it.what.discount == held.fact && it.stands(day)) => {
            GrantState::Accepted
        }
        true => GrantState::TakenLate,
    }
}
