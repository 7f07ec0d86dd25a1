//! Amounts of several currencies told in one, at the rates of the day (A8).
//! Never adds an amount for which no rate is known: it stays in its own currency.

use crate::calendar::Date;
use crate::money::{AMOUNT_MINOR_MAX, Currency, Decimal, Money, round_minor};
use crate::policy::Policy;

/// The rates of a day.
#[derive(Clone, Copy)]
pub(super) struct Exchange<'a> {
    policy: &'a Policy,
    on: Date,
}

impl<'a> Exchange<'a> {
    /// The rates that hold on a day.
    pub(super) const fn on(policy: &'a Policy, on: Date) -> Self {
        Self { policy, on }
    }

    /// The base currency.
    pub(super) const fn base(&self) -> Currency {
        self.policy.base_currency
    }

    /// The currency in which these amounts are told together: the base when any of them can be
    /// converted to it, else the first of them by its code; the base when there is none.
    pub(super) fn common(&self, held: impl Iterator<Item = Currency>) -> Currency {
        let mut first: Option<Currency> = None;
        for currency in held {
            if self.rate(currency, self.base()).is_some() {
                return self.base();
            }
            first = Some(first.map_or(currency, |first| first.min(currency)));
        }
        first.unwrap_or(self.base())
    }

    /// What one unit is worth in another currency; `None` when no rate is known. Nothing is
    /// converted but to the base.
    pub(super) fn rate(&self, from: Currency, into: Currency) -> Option<Decimal> {
        if from == into {
            return Some(Decimal::ONE);
        }
        (into == self.base()).then(|| self.policy.rate_on(from, self.on)).flatten()
    }

    /// Minor units of `from` as minor units of `into`, unrounded.
    pub(super) fn converted(&self, minor: i128, from: Currency, into: Currency) -> Option<Decimal> {
        let minor = Decimal::try_from_i128_with_scale(minor, 0).ok()?;
        if from == into {
            return Some(minor);
        }
        let scaled = minor.checked_mul(self.rate(from, into)?)?;
        let (of_from, of_into) = (from.decimals(), into.decimals());
        let unit = Decimal::from(10_i64.pow(of_from.abs_diff(of_into)));
        if of_into >= of_from { scaled.checked_mul(unit) } else { scaled.checked_div(unit) }
    }

    /// The sum of amounts in one currency, unrounded; those without a rate are left out.
    pub(super) fn sum(
        &self,
        into: Currency,
        amounts: impl Iterator<Item = (Currency, i128)>,
    ) -> Decimal {
        let converted = amounts.filter_map(|(from, minor)| self.converted(minor, from, into));
        converted.fold(Decimal::ZERO, |sum, amount| sum.saturating_add(amount))
    }

    /// The same, rounded once to whole minor units.
    pub(super) fn rounded_sum(
        &self,
        into: Currency,
        amounts: impl Iterator<Item = (Currency, i128)>,
    ) -> i64 {
        round_minor(self.sum(into, amounts)).unwrap_or(AMOUNT_MINOR_MAX)
    }
}

/// Minor units as money, at the limit of what money can be where they go beyond it.
pub(super) fn money(amount_minor: i64, currency: Currency) -> Money {
    let minor = amount_minor.clamp(-AMOUNT_MINOR_MAX, AMOUNT_MINOR_MAX);
    Money::new(minor, currency).unwrap_or(Money::zero(currency))
}

/// A limit of policy in minor units of another currency: the same number of plain units. A limit
/// of 1,000.00 stands for 1,000 units of whatever currency it is held against.
pub(super) fn limit_minor(limit: Money, currency: Currency) -> i64 {
    let units = limit.decimal().checked_mul(Decimal::from(10_i64.pow(currency.decimals())));
    units.and_then(round_minor).unwrap_or(AMOUNT_MINOR_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Rate;
    use crate::record::ExchangeRate;
    use rstest::rstest;

    fn currency(code: &str) -> Currency {
        Currency::parse(code).unwrap()
    }

    #[rstest]
    #[case("USD", 10_000, 71_234)]
    #[case("JPY", 1_001, 4_805)]
    #[case("KWD", 1_000, 2_300)]
    #[case("CNY", 5, 5)]
    #[case("EUR", 5, 0)]
    fn amounts_are_converted_unit_by_unit(
        #[case] from: &str,
        #[case] minor: i128,
        #[case] base_minor: i64,
    ) {
        let on: Date = "2026-01-01".parse().unwrap();
        let rate = |code: &str, rate: &str| ExchangeRate {
            currency: currency(code),
            on,
            rate: rate.parse::<Rate>().unwrap(),
        };
        let exchange = vec![rate("USD", "7.12335"), rate("JPY", "0.048"), rate("KWD", "23")];
        let policy = Policy { exchange, ..Policy::default() };
        let rates = Exchange::on(&policy, on);
        let amounts = [(currency(from), minor)].into_iter();
        assert_eq!(rates.rounded_sum(Currency::CNY, amounts), base_minor);
    }

    #[test]
    fn a_limit_counts_plain_units_of_any_currency() {
        let limit: Money = "1000.00 CNY".parse().unwrap();
        let minor = ["CNY", "JPY", "KWD"].map(|code| limit_minor(limit, currency(code)));
        assert_eq!(minor, [100_000, 1_000, 1_000_000]);
    }
}
