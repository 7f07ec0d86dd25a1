//! What a line of the aging stands for: a customer, or everything of a person, a region, a class, a
//! tier or a contract (B4).
//! Never words a group: classes and tiers are named by the page.

use crate::id::Key;
use crate::ledger::{Account, Ledger};
use crate::record::{CreditClass, Tier};
use crate::rule::balance::aging::PositionSource;
use crate::rule::credit::{CreditReport, CustomerCredit, owner};
use crate::view::contract::contract_of;
use crate::view::matches;

/// By what the lines are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// A customer.
    #[default]
    Customer,
    /// Everything of one person's customers.
    Owner,
    /// Everything of one region's customers.
    Region,
    /// Everything of one class of customers.
    Class,
    /// Everything of customers in one tier.
    Tier,
    /// Everything that refers to one contract.
    Contract,
}

impl Grouping {
    /// True when lines cannot be made without the credit of the customers: who is responsible may
    /// hang on it too.
    #[must_use]
    pub const fn needs_credit(self) -> bool {
        match self {
            Self::Owner | Self::Class | Self::Tier => true,
            Self::Customer | Self::Region | Self::Contract => false,
        }
    }
}

/// What one line stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// A customer.
    Customer(Key),
    /// A person; empty for customers without one.
    Owner(String),
    /// A region; empty for customers without one.
    Region(String),
    /// A class; none for a customer whose credit was not drawn up.
    Class(Option<CreditClass>),
    /// A tier; none when nothing undisputed is overdue.
    Tier(Option<Tier>),
    /// A contract of a customer; none for what refers to none.
    Contract(Option<(Key, Key)>),
}

impl Group {
    /// Which positions of its customers it holds.
    #[must_use]
    pub fn within(&self) -> Within {
        match self {
            Self::Customer(_)
            | Self::Owner(_)
            | Self::Region(_)
            | Self::Class(_)
            | Self::Tier(_) => Within::All,
            Self::Contract(held) => Within::Contract(held.as_ref().map(|(_, key)| key.clone())),
        }
    }
}

/// Which positions of its customers a figure holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Within {
    /// All of them.
    #[default]
    All,
    /// Those of one contract, or those of none.
    Contract(Option<Key>),
}

impl Within {
    /// True for a position that is held.
    #[must_use]
    pub fn holds(&self, account: &Account, source: PositionSource) -> bool {
        match self {
            Self::All => true,
            Self::Contract(wanted) => contract_of(account, source) == *wanted,
        }
    }
}

/// How lines are made: by what, of which customers, and what is known of them.
#[derive(Clone, Copy, Debug)]
pub struct Dimension<'a> {
    /// By what.
    pub grouping: Grouping,
    /// Credit of the customers, where the grouping needs it.
    pub credit: Option<&'a CreditReport>,
    /// Words that the group, or the customer's code or name, must hold.
    pub query: &'a str,
}

/// Where the positions of an account go.
pub(super) enum Placed {
    /// All into one group, of that name.
    Whole(Group, String),
    /// Each where its contract says.
    ByContract,
}

impl Dimension<'_> {
    /// Where the positions of an account go; `None` when the query leaves it out.
    pub(super) fn place(&self, ledger: &Ledger, account: &Account) -> Option<Placed> {
        let customer = &account.customer;
        let named = |text: Option<&str>| text.unwrap_or_default().trim().to_owned();
        let credit = self.credit.and_then(|report| Some((report.as_of, report.of(&customer.key)?)));
        let held = credit.map(|(_, held): (_, &CustomerCredit)| held);
        let (group, name) = match self.grouping {
            Grouping::Customer => {
                (Group::Customer(customer.key.clone()), customer.name().to_owned())
            }
            Grouping::Owner => {
                let own = customer.fields.owner.as_deref();
                let assigned =
                    credit.map(|(as_of, held)| owner(account, held, ledger.policy(), as_of));
                let name = named(assigned.unwrap_or(own));
                (Group::Owner(name.clone()), name)
            }
            Grouping::Region => {
                let name = named(customer.fields.region.as_deref());
                (Group::Region(name.clone()), name)
            }
            Grouping::Class => (Group::Class(held.map(|held| held.class.class)), String::new()),
            Grouping::Tier => {
                let tier = held.and_then(|held| held.tier).map(|verdict| verdict.tier);
                (Group::Tier(tier), String::new())
            }
            Grouping::Contract => return Some(Placed::ByContract),
        };
        let own = [name.as_str(), customer.code.as_str(), customer.name()];
        matches(self.query, &own).then_some(Placed::Whole(group, name))
    }

    /// The group of one position of an account whose positions go by contract, with its name;
    /// `None` when the query leaves it out.
    pub(super) fn contract(
        &self,
        account: &Account,
        source: PositionSource,
    ) -> Option<(Group, String)> {
        let customer = &account.customer;
        let contract = contract_of(account, source);
        let own = contract.as_ref().map_or("", Key::as_str);
        let texts = [own, customer.code.as_str(), customer.name()];
        if !matches(self.query, &texts) {
            return None;
        }
        let Some(key) = contract else { return Some((Group::Contract(None), String::new())) };
        let recorded = account.dealings.contracts.iter().find(|held| held.key == key);
        let number = recorded.map_or_else(|| key.to_string(), |held| held.number.clone());
        let name = format!("{number} · {}", customer.name());
        Some((Group::Contract(Some((customer.key.clone(), key))), name))
    }

    /// The group of a position wherever its account goes, with its name.
    pub(super) fn group(
        &self,
        placed: &Placed,
        account: &Account,
        source: PositionSource,
    ) -> Option<(Group, String)> {
        match placed {
            Placed::Whole(group, name) => Some((group.clone(), name.clone())),
            Placed::ByContract => self.contract(account, source),
        }
    }
}
