//! The lines of the arithmetic behind a late charge (E7).
//! Never a sentence: `say` words them.

use super::{LateChargeProblem, Period};
use crate::calendar::Date;
use crate::money::{Decimal, Money, Rate};
use crate::record::{LateChargeOutcome, YearDays};

/// One step of the arithmetic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LateChargeLine {
    /// The day after which every day counts, and that of the invoice where terms were extended.
    Due {
        /// The last day that costs nothing.
        due_on: Date,
        /// The due date of the invoice, where it is another.
        extended_from: Option<Date>,
    },
    /// Money within these days costs nothing.
    Grace {
        /// How many days after the due day.
        days: u32,
        /// Later money is charged from the day after them, not from the first.
        spared: bool,
    },
    /// So much is contested on the day of the report, and left out for all its days.
    Disputed(Money),
    /// What a person decided of the charge up to a day.
    Decided {
        /// Up to and including this day.
        on: Date,
        /// Waived, kept or claimed.
        outcome: LateChargeOutcome,
        /// How much it came to.
        amount: Money,
    },
    /// Days with one balance and one rate.
    Period(Period),
    /// The periods added up unrounded, and rounded once, half up.
    Rounded {
        /// In minor units, unrounded.
        amount_minor: Decimal,
        /// The rounded sum.
        total: Money,
        /// The days of all periods.
        days: i32,
        /// Days of a year, where a rate of a year went in.
        year: Option<YearDays>,
    },
    /// Added once.
    Fee(Money),
    /// Raised to the least charge.
    Minimum(Money),
    /// Lowered to the most that may be charged.
    Cap {
        /// The fraction of the item's amount.
        rate: Rate,
        /// The item's amount.
        of: Money,
        /// What was claimed of it before.
        claimed: Money,
        /// What may be charged now.
        total: Money,
    },
    /// It cannot be computed.
    Problem(LateChargeProblem),
}
