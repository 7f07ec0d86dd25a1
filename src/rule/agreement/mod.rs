//! What became of promises and plans, from the money that came, and what waits for an approval
//! (D5, D6, D8; FIGURES, promises).
//! Never asks whether anybody was contacted about them.

mod approval;
mod cash;
mod plan;
mod promise;

pub use approval::{ApprovalState, Waiting, approval, holders, proposal, waiting};
pub use plan::{PlanState, PlanStatus, plans};
pub use promise::{Fate, PromiseState, promises};
