//! What of a customer is overdue, how much of it is undisputed, for how long, and how urgent that
//! is (FIGURES, tier and worklist order).
//! Never adds two currencies: amounts are converted, or stand alone.

use super::exchange::{Exchange, money};
use super::line::Line;
use super::reading::{Reading, Sums};
use crate::money::{AMOUNT_MINOR_MAX, Currency, Decimal, Money, round_minor};
use crate::rule::trace::Trace;

/// What of a customer is overdue, by the original due dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overdue {
    /// Open parts after their due day, in minor units of `currency`, rounded once.
    pub amount_minor: i64,
    /// Of them what is not disputed.
    pub undisputed_minor: i64,
    /// The base currency where rates are known; else the customer's own, and what it owes in
    /// others without a rate is left out.
    pub currency: Currency,
    /// Days of the oldest item; 0 when nothing is overdue.
    pub worst_days: i32,
    /// Days of the oldest item of which something is undisputed.
    pub worst_undisputed_days: i32,
    /// Sum over undisputed overdue items of open amount × days, in minor units × days.
    pub urgency: i128,
}

impl Overdue {
    /// What is overdue and undisputed.
    #[must_use]
    pub fn undisputed(&self) -> Money {
        money(self.undisputed_minor, self.currency)
    }

    /// The urgency as a plain decimal text, in units of the currency × days: `1350000.00`.
    #[must_use]
    pub fn urgency_text(&self) -> String {
        let units = Decimal::try_from_i128_with_scale(self.urgency, self.currency.decimals());
        units.map_or_else(|_| self.urgency.to_string(), |units| units.to_string())
    }

    /// Everything that is overdue.
    #[must_use]
    pub fn amount(&self) -> Money {
        money(self.amount_minor, self.currency)
    }
}

/// What is overdue of what was read of an account.
pub(super) fn overdue(
    reading: &Reading,
    exchange: Exchange<'_>,
    trace: &mut impl Trace<Line>,
) -> Overdue {
    let overdue = || reading.sums.iter().filter(|sums| sums.overdue > 0);
    let currency = exchange.common(overdue().map(|sums| sums.currency));
    for sums in overdue().filter(|sums| sums.currency != currency) {
        let from = sums.currency;
        trace.note(|| match exchange.rate(from, currency) {
            Some(rate) => {
                Line::Converted { amount: money(sums.overdue, from), rate, into: currency }
            }
            None => Line::NotConverted { currency: from },
        });
    }
    let amounts = |of: fn(&Sums) -> i64| {
        let amounts = overdue().map(move |sums| (sums.currency, i128::from(of(sums))));
        exchange.rounded_sum(currency, amounts)
    };
    Overdue {
        amount_minor: amounts(|sums| sums.overdue),
        undisputed_minor: amounts(|sums| sums.undisputed),
        currency,
        worst_days: reading.worst_days,
        worst_undisputed_days: reading.worst_undisputed_days,
        urgency: urgency(reading, exchange, currency),
    }
}

fn urgency(reading: &Reading, exchange: Exchange<'_>, currency: Currency) -> i128 {
    let urgent = reading.sums.iter().filter(|sums| sums.urgency != 0);
    let urgencies = urgent.map(|sums| (sums.currency, sums.urgency));
    let mut sum = 0_i128;
    for (from, minor_days) in urgencies {
        sum += match exchange.converted(minor_days, from, currency) {
            _ if from == currency => minor_days,
            Some(converted) => i128::from(round_minor(converted).unwrap_or(AMOUNT_MINOR_MAX)),
            None => 0,
        };
    }
    sum
}
