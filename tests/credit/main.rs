//! Classes, tiers, limitation, alerts, provision on ledgers small enough to add up by hand: the
//! examples of FIGURES, and the cases around them.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a test stops where something is not as it should be, and says what it skipped"
)]

mod alert;
mod book;
#[path = "../laptop/mod.rs"]
mod laptop;
mod limitation;
mod past;
mod provision;
mod recovery;
mod say;
mod score;
mod suggestion;
mod tier;
