//! The discount that a customer took of an item, by the rule that gives it or last gave it (E3).
//! Never judges whether it came in time: the ledger does, by the last day that is recorded with it.

use crate::calendar::Date;
use crate::ledger::Account;
use crate::money::{Money, Rate, round_minor};
use crate::policy::Policy;
use crate::record::{DiscountGain, ItemRef, TakenDiscount};
use crate::rule::credit::credit_of;
use crate::rule::incentive::discount::{Asking, NoDiscount, OfferUse, offered};

/// The step by which a discount was taken.
#[derive(Clone, Debug, PartialEq)]
pub struct DiscountRule {
    offer: String,
    rate: Option<Rate>,
    last_on: Date,
}

impl DiscountRule {
    /// The step that is open for an item on the day, else the one that was open last; `None` when
    /// nothing was ever offered for it.
    pub(super) fn of(account: &Account, policy: &Policy, item: &ItemRef, on: Date) -> Option<Self> {
        let part = account.part(item)?;
        let index = account.parts.iter().position(|held| std::ptr::eq(held, part))?;
        let index = u32::try_from(index).ok()?;
        let class = credit_of(account, policy, on).class.class;
        let used = OfferUse::default();
        let asking =
            |on| Asking { account, policy, class, tier: None, on, used: &used, settles: &[] };
        let found = match offered(&asking(on), index) {
            Err(NoDiscount::Lapsed { last_on }) => offered(&asking(last_on), index),
            found => found,
        };
        let held = found.ok()?;
        let rate = match held.step.gain {
            DiscountGain::Rate(rate) => Some(rate),
            DiscountGain::Fixed(_) => None,
        };
        Some(Self { offer: held.offer, rate, last_on: held.last_on })
    }
}

/// What was taken, with the rule that gives it if one does. The base is what the rate yields the
/// amount of, half up to the minor unit.
pub(super) fn taken(amount: Money, rule: Option<&DiscountRule>) -> TakenDiscount {
    let rate = rule.and_then(|rule| rule.rate);
    let base = rate.and_then(|rate| {
        let minor = crate::money::Decimal::from(amount.minor()).checked_div(rate.0)?;
        amount.with_minor(round_minor(minor)?).ok()
    });
    TakenDiscount {
        amount,
        base: base.unwrap_or(amount),
        offer: rule.map(|rule| rule.offer.clone()).unwrap_or_default(),
        rate,
        last_on: rule.map(|rule| rule.last_on),
    }
}
