//! Early-payment discounts as screens show them: who asks, quotes, grants, what an offer is worth
//! (E1–E4).
//! Never a figure of its own: the rules give them.

mod desk;
mod ledger;
mod offer_form;
mod worth;

pub use desk::Desk;
pub use ledger::{GrantRow, grant_rows, grant_sums};
pub use offer_form::{OfferField, OfferForm, STEP_COUNT, StepForm};
pub use worth::{Assumed, Worth, currency, taken_up, worth};
