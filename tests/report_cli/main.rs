//! The command line of `examples/report.rs`, run as a person would: files in, report and exit
//! status out. Never looks inside: what is tested is what is printed.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::too_many_lines,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod books;
mod command;
mod credit;
mod discount;
mod late_charge;
mod problems;
mod reports;
mod shared;
mod tables;
