//! Longer terms with how they are used, and perks with whether they were given (E5, E6).
//! Never a figure of its own: the rule gives the cost.

use super::sum::by_state;
use crate::calendar::AsOf;
use crate::id::{FactId, Key};
use crate::ledger::Ledger;
use crate::money::Money;
use crate::record::{Perk, TermsExtension};
use crate::rule::incentive::{ExtensionUse, extension_use};

/// Longer terms of a customer.
#[derive(Clone, Debug, PartialEq)]
pub struct ExtensionRow {
    /// The customer.
    pub customer: Key,
    /// Its name.
    pub customer_name: String,
    /// What was granted.
    pub extension: TermsExtension,
    /// True while it covers what falls due on the day: begun, not over, not ended by hand.
    pub runs: bool,
    /// How it is used.
    pub used: ExtensionUse,
}

/// Every extension that was granted by the close of a day: those to be looked at first, then by
/// name.
#[must_use]
pub fn extension_rows(ledger: &Ledger, as_of: AsOf) -> Vec<ExtensionRow> {
    let (day, cost_of_money) = (as_of.number(), ledger.policy().cost_of_money);
    let mut rows = Vec::new();
    for account in ledger.accounts() {
        for held in account.dealings.extensions.iter().filter(|held| held.day <= day) {
            rows.push(ExtensionRow {
                customer: account.customer.key.clone(),
                customer_name: account.customer.name().to_owned(),
                extension: held.what.clone(),
                runs: held.stands(day) && day <= held.what.until.number(),
                used: extension_use(account, held, cost_of_money, as_of),
            });
        }
    }
    rows.sort_by(|a, b| {
        let rank = |row: &ExtensionRow| (!row.used.is_for_review, !row.runs);
        rank(a).cmp(&rank(b)).then_with(|| a.customer_name.cmp(&b.customer_name))
    });
    rows
}

/// Where a perk stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PerkState {
    /// Granted and not given yet.
    Due,
    /// Given to the customer.
    Fulfilled,
    /// Taken back before it was given.
    Withdrawn,
}

/// A perk of a customer.
#[derive(Clone, Debug, PartialEq)]
pub struct PerkRow {
    /// The customer.
    pub customer: Key,
    /// Its name.
    pub customer_name: String,
    /// The fact that granted it.
    pub fact: FactId,
    /// What was granted.
    pub perk: Perk,
    /// Where it stands.
    pub state: PerkState,
    /// What it costs the firm: what was spent on it, else what it is worth; nothing once it was
    /// taken back.
    pub cost: Option<Money>,
}

/// Every perk that was granted by the close of a day: those still to be given first, then the
/// newest.
#[must_use]
pub fn perk_rows(ledger: &Ledger, as_of: AsOf) -> Vec<PerkRow> {
    let day = as_of.number();
    let mut rows = Vec::new();
    for account in ledger.accounts() {
        for held in account.dealings.perks.iter().filter(|held| held.day <= day) {
            let given = account.dealings.fulfilment_of(held.fact, day);
            let (state, cost) = match given {
                Some(given) => (PerkState::Fulfilled, given.what.cost.or(held.what.value)),
                None if held.stands(day) => (PerkState::Due, held.what.value),
                None => (PerkState::Withdrawn, None),
            };
            rows.push(PerkRow {
                customer: account.customer.key.clone(),
                customer_name: account.customer.name().to_owned(),
                fact: held.fact,
                perk: held.what.clone(),
                state,
                cost,
            });
        }
    }
    rows.sort_by_key(|row| (row.state, std::cmp::Reverse((row.perk.granted_on, row.fact))));
    rows
}

/// What the perks of each state cost, one sum for each currency: their part of the budget (E6).
#[must_use]
pub fn perk_sums(rows: &[PerkRow]) -> Vec<(PerkState, Money)> {
    by_state(rows.iter().filter_map(|row| Some((row.state, row.cost?))))
}
