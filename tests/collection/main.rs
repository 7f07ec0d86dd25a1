//! Levels, promises, plans and the worklist on published cases and on the examples of the
//! definitions (D1–D6; FIGURES).
//! Never a figure that the engine printed itself.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test ends where it finds a fault"
)]

#[path = "../laptop/mod.rs"]
mod laptop;

mod approval;
mod desk;
mod dunning;
mod guard;
mod plan;
mod promise;
mod reach;
mod worklist;
