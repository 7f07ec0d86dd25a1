//! What became of promises and plans, from the money that came (D5, D6; FIGURES, promises).
//! Never asks whether anybody was contacted about them.

mod cash;
mod plan;
mod promise;

pub use plan::{PlanState, PlanStatus, plans};
pub use promise::{Fate, PromiseState, promises};
