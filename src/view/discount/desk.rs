//! A customer who asks for a discount on a day: its class and tier, and what is left of budgets.
//! Never reads classes and tiers where no offer asks for them: a receipt is typed in a moment.

use crate::calendar::Date;
use crate::id::Key;
use crate::ledger::{Account, Ledger};
use crate::money::Money;
use crate::policy::Policy;
use crate::record::{CreditClass, Tier};
use crate::rule::credit::{credit, credit_of};
use crate::rule::incentive::discount::{
    Asking, DiscountedShare, OfferUse, Quote, proposal, quotes,
};
use crate::workbook::Share;

/// What is known of a customer who asks.
#[derive(Clone, Debug)]
pub struct Desk<'a> {
    account: &'a Account,
    policy: &'a Policy,
    class: CreditClass,
    tier: Option<Tier>,
    used: OfferUse,
    on: Date,
}

impl<'a> Desk<'a> {
    /// The customer on that day; `None` for one that nobody recorded.
    #[must_use]
    pub fn of(ledger: &'a Ledger, customer: &Key, on: Date) -> Option<Self> {
        let (account, policy) = (ledger.account(customer)?, ledger.policy());
        let asks_class = policy.discount_offers.iter().any(|offer| !offer.classes.is_empty());
        let asks_tier = policy.discount_offers.iter().any(|offer| !offer.tiers.is_empty());
        let class = match asks_class {
            true => credit_of(account, policy, on).class.class,
            false => CreditClass::Regular,
        };
        let tier = asks_tier.then(|| {
            let report = credit(ledger, on);
            let held = report.customers.into_iter().find(|held| held.customer == *customer);
            held.and_then(|held| held.tier).map(|tier| tier.tier)
        });
        let used = OfferUse::of_ledger(ledger, on);
        Some(Self { account, policy, class, tier: tier.flatten(), used, on })
    }

    fn asking(&self) -> Asking<'_> {
        Asking {
            account: self.account,
            policy: self.policy,
            class: self.class,
            tier: self.tier,
            on: self.on,
            used: &self.used,
            settles: &[],
        }
    }

    /// The customer.
    #[must_use]
    pub const fn account(&self) -> &'a Account {
        self.account
    }

    /// Quotes for some parts, or for all that are open.
    #[must_use]
    pub fn quotes(&self, parts: &[u32]) -> Vec<Quote> {
        quotes(&self.asking(), parts)
    }

    /// The open items in the order of allocation, with what a receipt of that amount gives them.
    #[must_use]
    pub fn proposal(&self, amount: Money) -> Vec<DiscountedShare> {
        proposal(&self.asking(), amount.currency(), amount.minor())
    }

    /// The shares of a receipt as the proposal gives them (A4).
    #[must_use]
    pub fn shares(&self, amount: Money) -> Vec<Share> {
        let share = |held: DiscountedShare| {
            let given = (held.amount_minor > 0).then_some(held.amount_minor)?;
            let amount = amount.with_minor(given).ok()?;
            Some(Share { item: held.open.item, amount, discount: held.taken })
        };
        self.proposal(amount).into_iter().filter_map(share).collect()
    }
}
