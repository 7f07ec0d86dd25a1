//! Stories of people with one workbook on several laptops, as the requirements name them.
//! Never random: what holds for every story is tried in `tests/law`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test ends where it finds a fault"
)]

mod collection;
mod credit;
mod import;
mod import_again;
#[path = "../laptop/mod.rs"]
mod laptop;
mod money;
mod published;
mod taking_back;
mod team;
mod total;
mod twin;
mod workbook;
