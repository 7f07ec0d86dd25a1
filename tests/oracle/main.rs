//! The published tables with figures that others computed: equal to the cent, day by day.
//! Never copies a row or a figure: both stay outside the project, and without them the tests say so.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a test stops where something is not as it should be, and says what it skipped"
)]

mod aging;
mod b2b;
mod book;
mod ibm;
mod invoices_55k;
mod kpi;
mod retail;
