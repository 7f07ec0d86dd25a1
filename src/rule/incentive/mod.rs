//! What paying early gains and paying late costs, and longer terms (E1–E7).
//! Never books anything: a person records a discount, a decision or a debit note.

pub mod discount;
mod extension;
mod late_charge;

pub use extension::{ExtensionUse, collection_due_day, extended_due_day, extension_use};
pub use late_charge::{
    LateCharge, LateChargeLine, LateChargeProblem, Period, PeriodRate, RateSource, late_charge,
    late_charge_so_far, late_charge_sums,
};
