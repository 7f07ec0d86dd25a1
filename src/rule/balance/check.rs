//! Named, ordered integrity checks over a whole workbook (I4, B3).
//! Never repairs: each check names what does not hold.

use super::aging::aging;
use super::bucket::Buckets;
use crate::calendar::{AsOf, Date};
use crate::id::Key;
use crate::ledger::{Account, Effect, EffectKind, Ledger};
use crate::money::{Currency, Money};

/// A check, in the order in which they are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    /// The columns of the aging add up to what documents and money say (B3).
    BalanceAddsUp,
    /// No item was ever settled by more than its amount, and no money used twice.
    NothingUsedTwice,
    /// What is taken from money arrives at items.
    BothSidesAgree,
}

/// All checks, in order.
pub const CHECKS: [Check; 3] =
    [Check::BalanceAddsUp, Check::NothingUsedTwice, Check::BothSidesAgree];

/// A check that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Which check.
    pub check: Check,
    /// For which customer.
    pub customer: Key,
    /// On which day.
    pub on: Date,
    /// What should be.
    pub expected: Money,
    /// What is.
    pub found: Money,
}

/// Makes every check at the close of `as_of` and names what does not hold.
#[must_use]
pub fn check(ledger: &Ledger, buckets: &Buckets, as_of: AsOf) -> Vec<Failure> {
    let mut failures = balance_adds_up(ledger, buckets, as_of);
    for account in ledger.accounts() {
        nothing_used_twice(account, as_of, &mut failures);
        both_sides_agree(account, as_of, &mut failures);
    }
    failures.sort_by(|a, b| (a.check, &a.customer).cmp(&(b.check, &b.customer)));
    failures
}

fn balance_adds_up(ledger: &Ledger, buckets: &Buckets, as_of: AsOf) -> Vec<Failure> {
    let mut failures = Vec::new();
    let report = aging(ledger, buckets, as_of);
    for account in ledger.accounts() {
        for currency in currencies(account) {
            let section = report.currencies.iter().find(|section| section.currency == currency);
            let line = section.and_then(|section| {
                let lines = &section.customers;
                lines.iter().find(|line| line.customer == account.customer.key)
            });
            let found = line.map_or(0, |line| line.figures.balance());
            let expected = ledger_balance(account, currency, as_of);
            fail(&mut failures, Check::BalanceAddsUp, account, as_of, (currency, expected, found));
        }
    }
    failures
}

fn currencies(account: &Account) -> Vec<Currency> {
    let parts = account.parts.iter().map(|part| part.balance.currency);
    let funds = account.funds.iter().map(|fund| fund.balance.currency);
    let mut currencies: Vec<Currency> = parts.chain(funds).collect();
    currencies.sort_unstable();
    currencies.dedup();
    currencies
}

/// What documents and money say the customer owes, in minor units, without looking at what was
/// applied to what: claims − money − notes, ± what was given up, refunded and reversed.
fn ledger_balance(account: &Account, currency: Currency, as_of: AsOf) -> i64 {
    let day = as_of.number();
    let mut balance = 0;
    for document in &account.documents {
        let parts = document.parts.of(&account.parts).iter();
        let runs = document.reversed_on.is_none_or(|reversed_on| reversed_on > as_of);
        let claims =
            parts.filter(|part| part.balance.currency == currency && part.issued_day <= day);
        balance += claims.map(|part| if runs { part.balance.amount_minor } else { 0 }).sum::<i64>();
    }
    for fund in account.funds.iter().filter(|fund| fund.balance.currency == currency) {
        if fund.day <= day && day < fund.ended_day {
            balance -= fund.balance.amount_minor;
        }
    }
    let one_sided = |effect: &&Effect| !matches!(effect.kind, EffectKind::Allocated { .. });
    for part in account.parts.iter().filter(|part| part.balance.currency == currency) {
        let effects = part.balance.effects_until(day, &account.part_effects).filter(one_sided);
        let given_up = effects
            .filter(|effect| effect.kind != EffectKind::Reversed)
            .map(|effect| effect.amount_minor)
            .sum::<i64>();
        balance -= given_up;
    }
    for fund in account.funds.iter().filter(|fund| fund.balance.currency == currency) {
        let effects = fund.balance.effects_until(day, &account.fund_effects).filter(one_sided);
        let refunded = effects
            .filter(|effect| effect.kind != EffectKind::Reversed)
            .map(|effect| effect.amount_minor)
            .sum::<i64>();
        balance += refunded;
    }
    balance
}

fn nothing_used_twice(account: &Account, as_of: AsOf, failures: &mut Vec<Failure>) {
    let parts = account.parts.iter().map(|part| (&part.balance, &account.part_effects));
    let funds = account.funds.iter().map(|fund| (&fund.balance, &account.fund_effects));
    for (balance, effects) in parts.chain(funds) {
        let mut used = 0;
        for effect in balance.effects_until(as_of.number(), effects) {
            used += effect.amount_minor;
            let within = used.clamp(0, balance.amount_minor);
            let figures = (balance.currency, within, used);
            fail(failures, Check::NothingUsedTwice, account, as_of, figures);
        }
    }
}

fn both_sides_agree(account: &Account, as_of: AsOf, failures: &mut Vec<Failure>) {
    let day = as_of.number();
    for currency in currencies(account) {
        let applied = |effects: Vec<&Effect>| -> i64 {
            let allocated =
                effects.into_iter().filter(|e| matches!(e.kind, EffectKind::Allocated { .. }));
            allocated.map(|effect| effect.amount_minor).sum()
        };
        let of_parts = account.parts.iter().filter(|part| part.balance.currency == currency);
        let arrived = of_parts
            .flat_map(|part| part.balance.effects_until(day, &account.part_effects))
            .collect();
        let of_funds = account.funds.iter().filter(|fund| fund.balance.currency == currency);
        let taken = of_funds
            .flat_map(|fund| fund.balance.effects_until(day, &account.fund_effects))
            .collect();
        let figures = (currency, applied(taken), applied(arrived));
        fail(failures, Check::BothSidesAgree, account, as_of, figures);
    }
}

fn fail(
    failures: &mut Vec<Failure>,
    check: Check,
    account: &Account,
    on: Date,
    (currency, expected, found): (Currency, i64, i64),
) {
    if expected != found {
        let money = |minor| Money::new(minor, currency).unwrap_or(Money::zero(currency));
        let customer = account.customer.key.clone();
        let (expected, found) = (money(expected), money(found));
        failures.push(Failure { check, customer, on, expected, found });
    }
}
