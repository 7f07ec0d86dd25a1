//! Defaults of late charge and cost of money (E4, E7).
//! Never a rate that a firm has not agreed: a new workbook charges nothing until it says how.

use crate::money::{Decimal, Rate};
use crate::record::{LateChargeNature, LateChargePolicy, LateChargeRate, YearDays};

/// No charge; actual/365 and no grace for whoever sets a rate.
pub(in crate::policy) const fn late_charge() -> LateChargePolicy {
    LateChargePolicy {
        rate: LateChargeRate::None,
        year: YearDays::Days365,
        grace_days: 0,
        spares_grace: false,
        nature: LateChargeNature::Penalty,
        fixed_fee: None,
        minimum: None,
        cap: None,
    }
}

/// Six percent a year: this project's own figure, to be replaced by what the firm's bank charges.
pub(in crate::policy) fn cost_of_money() -> Rate {
    Rate(Decimal::new(6, 2))
}
