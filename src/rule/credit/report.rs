//! Credit of the whole book on a day: each account for itself, then the ranking of all of them.
//! Never reads an account twice.

use std::cmp::Reverse;

use super::class::{ClassVerdict, class, tier_in_force};
use super::exchange::Exchange;
use super::exposure::{Exposure, exposure};
use super::line::Line;
use super::overdue::{Overdue, overdue};
use super::reading::{Days, read};
use super::score::{Promised, Score, score};
use super::tier::{Standing, TierSet, TierVerdict, tier};
use crate::calendar::AsOf;
use crate::id::Key;
use crate::ledger::{Account, Ledger};
use crate::money::Currency;
use crate::policy::Policy;
use crate::rule::trace::Trace;

/// Credit of every customer at the close of a day.
#[derive(Clone, Debug, PartialEq)]
pub struct CreditReport {
    /// The day.
    pub as_of: AsOf,
    /// The base currency.
    pub base: Currency,
    /// One for each account of the ledger, in its order: by code.
    pub customers: Vec<CustomerCredit>,
}

/// Credit of one customer.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomerCredit {
    /// The customer.
    pub customer: Key,
    /// What is overdue.
    pub overdue: Overdue,
    /// How it paid.
    pub score: Score,
    /// Its class.
    pub class: ClassVerdict,
    /// Its tier; only while something undisputed is overdue.
    pub tier: Option<TierVerdict>,
    /// The tier that a person set, whether or not anything is overdue.
    pub tier_set: Option<TierSet>,
    /// What it owes against its limit.
    pub exposure: Exposure,
}

impl CreditReport {
    /// Each account of the ledger with its credit; only that of one customer, when one is named.
    pub fn with_accounts<'l>(
        self,
        ledger: &'l Ledger,
        customer: Option<&'l Key>,
    ) -> impl Iterator<Item = (&'l Account, CustomerCredit)> {
        let pairs = ledger.accounts().zip(self.customers);
        pairs.filter(move |(_, held)| customer.is_none_or(|key| *key == held.customer))
    }

    /// The credit of a customer.
    #[must_use]
    pub fn of(&self, customer: &Key) -> Option<&CustomerCredit> {
        let at = self.customers.binary_search_by(|held| held.customer.cmp(customer)).ok()?;
        self.customers.get(at)
    }
}

/// Credit of the whole book at the close of a day.
#[must_use]
pub fn credit(ledger: &Ledger, as_of: AsOf) -> CreditReport {
    let policy = ledger.policy();
    let customers = ledger.accounts().map(|account| credit_of(account, policy, as_of)).collect();
    rank(policy, as_of, customers)
}

/// Credit of one account for itself, without its tier: a page keeps it while account, policy and
/// day are the same.
#[must_use]
pub fn credit_of(account: &Account, policy: &Policy, as_of: AsOf) -> CustomerCredit {
    weigh(account, policy, as_of, &mut Traces::<()>::default())
}

/// Ranks the customers, given by code, and grades those with something undisputed overdue.
/// Customers are ranked among those whose overdue amount stands in the same currency.
#[must_use]
pub fn rank(policy: &Policy, as_of: AsOf, mut customers: Vec<CustomerCredit>) -> CreditReport {
    let mut order: Vec<(Currency, Reverse<i64>, u32)> = Vec::with_capacity(customers.len());
    for (index, held) in (0..).zip(&customers) {
        if held.overdue.undisputed_minor > 0 {
            order.push((held.overdue.currency, Reverse(held.overdue.undisputed_minor), index));
        }
    }
    order.sort_unstable();
    let mut rest = order.as_slice();
    while let Some((currency, ..)) = rest.first().copied() {
        let count = rest.iter().take_while(|(held, ..)| *held == currency).count();
        let (group, later) = rest.split_at_checked(count).unwrap_or((rest, &[]));
        rest = later;
        let total_minor =
            group.iter().fold(0_i64, |sum, (_, minor, _)| sum.saturating_add(minor.0));
        let mut before_minor = 0_i64;
        for (_, minor, index) in group {
            let Some(held) = customers.get_mut(*index as usize) else { continue };
            let standing = Standing { before_minor, total_minor };
            held.tier = Some(grade(held, standing, policy, &mut ()));
            before_minor = before_minor.saturating_add(minor.0);
        }
    }
    CreditReport { as_of, base: policy.base_currency, customers }
}

fn grade(
    held: &CustomerCredit,
    standing: Standing,
    policy: &Policy,
    trace: &mut impl Trace<Line>,
) -> TierVerdict {
    let set = held.tier_set.as_ref();
    tier(&held.overdue, held.class.class, standing, set, &policy.tiering, trace)
}

/// Where the arithmetic of each figure of an account is told.
#[derive(Default)]
struct Traces<T> {
    exposure: T,
    score: T,
    class: T,
    overdue: T,
}

/// Weighs an account; figure and explanation come from the same run.
fn weigh<T: Trace<Line>>(
    account: &Account,
    policy: &Policy,
    as_of: AsOf,
    traces: &mut Traces<T>,
) -> CustomerCredit {
    let exchange = Exchange::on(policy, as_of);
    let days = Days::of(&policy.score, as_of);
    let limit = account.customer.fields.credit_limit;
    let reading = read(account, days, &mut traces.score);
    let exposure = exposure(&reading, limit, exchange, &mut traces.exposure);
    let promised = Promised::of(account, policy, days, as_of);
    let trace = &mut traces.score;
    let score = score(&reading, promised, &exposure, exchange, &policy.score, trace);
    let rules = (&policy.score, as_of);
    let class = class(account, &reading, &score, exchange, rules, &mut traces.class);
    let overdue = overdue(&reading, exchange, &mut traces.overdue);
    let tier_set = tier_in_force(account, as_of).map(|(tier, held)| TierSet {
        tier,
        fact: held.fact,
        until: held.what.until,
        reason: held.what.reason.clone(),
    });
    let customer = account.customer.key.clone();
    CustomerCredit { customer, overdue, score, class, tier: None, tier_set, exposure }
}

fn explained(account: &Account, policy: &Policy, as_of: AsOf) -> Traces<Vec<Line>> {
    let mut traces = Traces::default();
    weigh(account, policy, as_of, &mut traces);
    traces
}

/// The arithmetic of an account's score, portion by portion.
#[must_use]
pub fn explain_score(account: &Account, policy: &Policy, as_of: AsOf) -> Vec<Line> {
    explained(account, policy, as_of).score
}

/// Why an account has its class.
#[must_use]
pub fn explain_class(account: &Account, policy: &Policy, as_of: AsOf) -> Vec<Line> {
    explained(account, policy, as_of).class
}

/// The arithmetic of an account's exposure.
#[must_use]
pub fn explain_exposure(account: &Account, policy: &Policy, as_of: AsOf) -> Vec<Line> {
    explained(account, policy, as_of).exposure
}

/// Why a ranked customer of a report has its tier, with what was converted first; nothing when it
/// has none.
#[must_use]
pub fn explain_tier(
    held: &CustomerCredit,
    account: &Account,
    policy: &Policy,
    as_of: AsOf,
) -> Vec<Line> {
    let Some(verdict) = &held.tier else { return Vec::new() };
    let mut lines = explained(account, policy, as_of).overdue;
    let TierVerdict { before_minor, total_minor, .. } = *verdict;
    grade(held, Standing { before_minor, total_minor }, policy, &mut lines);
    lines
}
