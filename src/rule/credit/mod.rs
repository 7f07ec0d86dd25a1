//! Scores, classes, exposure, tiers, limitation and alerts (C1–C5).
//! Never records anything: a person evaluates and decides.
#![allow(missing_docs)]
use crate::calendar::AsOf;
use crate::id::Key;
use crate::record::{CreditClass, Tier};
pub struct CreditReport {
    pub as_of: AsOf,
    pub customers: Vec<CustomerCredit>,
}
pub struct CustomerCredit {
    pub customer: Key,
    pub overdue: Overdue,
    pub class: ClassVerdict,
    pub tier: Option<TierVerdict>,
}
pub struct Overdue {
    pub urgency: i128,
}
pub struct ClassVerdict {
    pub class: CreditClass,
}
pub struct TierVerdict {
    pub tier: Tier,
}
