//! Early-payment discounts, what they are worth, longer terms and late charges, on published cases
//! and on the examples of the definitions (E1–E7; FIGURES).
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

mod agreed;
mod charge;
mod claimed;
mod discount;
mod extension;
mod grant;
mod late_charge;
mod law;
mod property;
mod shop;
mod worth;
