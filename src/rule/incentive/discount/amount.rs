//! What a step takes off, to the cent (FIGURES, early-payment discount).
//! Never rounds twice: a payment is rounded, the discount is the difference.

use crate::money::{Decimal, Rate, round_minor};

/// What a step takes off an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reduction {
    /// A fraction of the base, which is `base_minor` of every `gross_minor` of the item.
    Rate {
        /// The fraction.
        rate: Rate,
        /// The base of the whole document, without its tax or with it.
        base_minor: i64,
        /// The whole document with its tax, positive.
        gross_minor: i64,
    },
    /// So many minor units, for an item that is settled whole.
    Fixed(i64),
}

/// How a payment settles an item: it clears what was paid and the discount together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// Minor units that are used of the payment.
    pub paid_minor: i64,
    /// Minor units that are taken off.
    pub discount_minor: i64,
}

impl Settled {
    /// What the item is reduced by.
    #[must_use]
    pub const fn cleared_minor(self) -> i64 {
        self.paid_minor + self.discount_minor
    }
}

impl Reduction {
    /// The effective rate: rate × base ÷ gross, unrounded. `None` for a fixed amount.
    #[must_use]
    pub fn effective_rate(self) -> Option<Decimal> {
        match self {
            Self::Rate { rate, base_minor, gross_minor } => {
                let base = rate.0.checked_mul(base_minor.into())?;
                base.checked_div(gross_minor.into())
            }
            Self::Fixed(_) => None,
        }
    }

    /// What of every `gross` is still to be paid: (gross − rate × base, gross).
    fn kept(self) -> Option<(Decimal, Decimal)> {
        match self {
            Self::Rate { rate, base_minor, gross_minor } => {
                let gross = Decimal::from(gross_minor);
                let kept = gross.checked_sub(rate.0.checked_mul(base_minor.into())?)?;
                (kept > Decimal::ZERO && gross > Decimal::ZERO).then_some((kept, gross))
            }
            Self::Fixed(_) => None,
        }
    }

    /// What settles all that is open: payable = round(open × (1 − rate)), half up, and the discount
    /// is what it leaves. Nothing is taken off where nothing would be left to pay.
    #[must_use]
    pub fn whole(self, open_minor: i64) -> Settled {
        let payable = match self {
            Self::Rate { .. } => self.kept().and_then(|(kept, gross)| {
                // Multiplied before it is divided: 113 with 13 of tax at 2 % is 111 exactly.
                round_minor(kept.checked_mul(open_minor.into())?.checked_div(gross)?)
            }),
            Self::Fixed(minor) => Some(open_minor - minor),
        };
        let paid_minor = payable.filter(|payable| *payable > 0).unwrap_or(open_minor);
        Settled { paid_minor, discount_minor: open_minor - paid_minor }
    }

    /// What a payment settles: at or above the payable amount all of it, below it
    /// cleared = round(payment ÷ (1 − rate)), half up. A fixed amount is for the whole only.
    #[must_use]
    pub fn settled(self, open_minor: i64, payment_minor: i64) -> Settled {
        let whole = self.whole(open_minor);
        if payment_minor >= whole.paid_minor {
            return whole;
        }
        let cleared = self.kept().and_then(|(kept, gross)| {
            round_minor(Decimal::from(payment_minor).checked_mul(gross)?.checked_div(kept)?)
        });
        let cleared = cleared.unwrap_or(payment_minor).clamp(payment_minor, open_minor);
        Settled { paid_minor: payment_minor, discount_minor: cleared - payment_minor }
    }
}
