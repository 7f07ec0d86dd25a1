//! What a customer owes, against its credit limit (C3; FIGURES, score, P5).
//! Never nets money of the customer's: exposure is gross.

use super::exchange::{Exchange, money};
use super::line::Line;
use super::reading::Reading;
use crate::money::{Currency, Decimal, Money, ratio};
use crate::rule::trace::Trace;

/// What a customer owes, against its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exposure {
    /// All open parts: in the limit's currency when there is a limit, else as `total`.
    pub outstanding: Money,
    /// The limit; one of 0 allows nothing.
    pub limit: Option<Money>,
    /// All open parts in base currency, rounded once; in their own where no rate is known.
    pub total: Money,
}

impl Exposure {
    /// Use of the limit in percent, unrounded; none without a limit, or with one of 0.
    #[must_use]
    pub fn used_percent(&self) -> Option<Decimal> {
        let limit = Decimal::from(self.limit?.minor());
        let hundredfold =
            Decimal::from(self.outstanding.minor()).saturating_mul(Decimal::ONE_HUNDRED);
        ratio(hundredfold, limit)
    }

    /// What is owed beyond the limit, in minor units of its currency; 0 when it is kept.
    #[must_use]
    pub fn beyond_minor(&self) -> i64 {
        self.limit.map_or(0, |limit| (self.outstanding.minor() - limit.minor()).max(0))
    }
}

/// The exposure of what was read of an account.
pub(super) fn exposure(
    reading: &Reading,
    limit: Option<Money>,
    exchange: Exchange<'_>,
    trace: &mut impl Trace<Line>,
) -> Exposure {
    let open = || reading.sums.iter().filter(|sums| sums.outstanding != 0);
    let common = exchange.common(open().map(|sums| sums.currency));
    let amounts = open().map(|sums| (sums.currency, i128::from(sums.outstanding)));
    let total = money(exchange.rounded_sum(common, amounts), common);
    let in_currency = |currency: Currency| {
        let own = open().find(|sums| sums.currency == currency);
        money(own.map_or(0, |sums| sums.outstanding), currency)
    };
    let outstanding = limit.map_or(total, |limit| in_currency(limit.currency()));
    trace.note(|| Line::Exposure { outstanding, limit });
    Exposure { outstanding, limit, total }
}
