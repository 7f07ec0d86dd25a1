//! Integrity checks that do not hold, as sentences (I4).
//! Never says what went wrong inside: it names the two figures that should be equal.

use super::Language;
use crate::rule::balance::check::{Check, Failure};
use crate::view::amount::with_currency;

/// What a check looks at, for a list of checks that were made.
#[must_use]
pub const fn check(check: Check, language: Language) -> &'static str {
    match (check, language) {
        (Check::BalanceAddsUp, Language::Zh) => "账龄各列之和等于单据与款项之差",
        (Check::BalanceAddsUp, Language::En) => {
            "the columns of the aging add up to documents less money"
        }
        (Check::NothingUsedTwice, Language::Zh) => "没有单据被多收，没有款项被用两次",
        (Check::NothingUsedTwice, Language::En) => {
            "no item is settled by more than its amount, and no money is used twice"
        }
        (Check::BothSidesAgree, Language::Zh) => "款项核销的金额等于单据收到的金额",
        (Check::BothSidesAgree, Language::En) => "what is taken from money arrives at items",
    }
}

/// The sentence for a check that does not hold.
#[must_use]
pub fn failure(failure: &Failure, language: Language) -> String {
    let (expected, found) = (with_currency(failure.expected), with_currency(failure.found));
    let (customer, on) = (&failure.customer, failure.on);
    match (failure.check, language) {
        (Check::BalanceAddsUp, Language::Zh) => {
            format!("客户 {customer} 在 {on} 的账龄合计为 {found}，而单据与款项之差为 {expected}")
        }
        (Check::BalanceAddsUp, Language::En) => format!(
            "the aging of customer {customer} on {on} adds up to {found}, documents less money to \
             {expected}"
        ),
        (Check::NothingUsedTwice, Language::Zh) => {
            format!("客户 {customer} 在 {on} 有一项核销了 {found}，最多只能是 {expected}")
        }
        (Check::NothingUsedTwice, Language::En) => format!(
            "{found} of one item or receipt of customer {customer} is used on {on}, where at most \
             {expected} can be"
        ),
        (Check::BothSidesAgree, Language::Zh) => {
            format!("客户 {customer} 在 {on} 从款项核销了 {expected}，而单据上收到 {found}")
        }
        (Check::BothSidesAgree, Language::En) => format!(
            "{expected} is taken from the money of customer {customer} by {on}, but {found} \
             arrives at its items"
        ),
    }
}
