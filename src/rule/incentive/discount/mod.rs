//! Early-payment discounts: what a step takes off, what is offered for an item, quotes, allocation
//! with discounts, the ledger of grants, whether an offer is worth it (E1–E4).
//! Never grants anything: a person records a receipt.

mod allocation;
mod amount;
mod grant;
mod offered;
mod quote;
mod worth;

pub use allocation::{DiscountedShare, proposal};
pub use amount::{Reduction, Settled};
pub use grant::{Grant, GrantState, OfferUse, grants};
pub use offered::{Asking, NoDiscount, Offered, offered};
pub use quote::{Quote, quotes};
pub use worth::{
    CurvePoint, Simulated, TakeUp, annualised, breakeven, breakeven_of, curve, days_gained,
    simulate,
};
