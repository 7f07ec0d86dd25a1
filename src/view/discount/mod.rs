//! Early-payment discounts as screens show them: who asks, quotes, grants, what an offer is worth;
//! and what else a good payer gets: longer terms and perks (E1–E6).
//! Never a figure of its own: the rules give them.

mod benefit;
mod desk;
mod ledger;
mod offer_form;
mod sum;
mod worth;

pub use benefit::{ExtensionRow, PerkRow, PerkState, extension_rows, perk_rows, perk_sums};
pub use desk::Desk;
pub use ledger::{GrantRow, grant_rows, grant_sums};
pub use offer_form::{OfferField, OfferForm, STEP_COUNT, StepForm};
pub use worth::{Assumed, Worth, currency, taken_up, worth};
