//! Laws that hold for every workbook, tried on random stories of several laptops.
//! Never a chosen example: those are told in `tests/story`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test ends where it finds a fault, and prints what it tried"
)]

mod balance;
mod command;
mod dealing;
mod dice;
mod figures;
mod import;
mod incentive;
mod merge;
mod model;
mod past;
mod strange;
mod strict;
mod undo;
mod world;

use std::cell::Cell;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, TestCaseError, TestRunner};

/// Random cases of each law: at least a thousand, many more in the long run of `cargo xtask test`.
/// `PROPTEST_CASES` chooses another number.
fn case_count() -> u32 {
    let chosen = std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok());
    let long = std::env::var_os("HUIKUAN_LONG").is_some();
    chosen.unwrap_or(if long { 20_000 } else { 1_000 })
}

/// Tries a law on random cases and prints how many there were. The law gives how many single
/// comparisons it made, so that a law that never came to its point shows.
fn law<S: Strategy>(name: &str, cases: &S, holds: impl Fn(S::Value) -> Result<u64, TestCaseError>) {
    let config = Config {
        failure_persistence: None,
        cases: case_count(),
        max_shrink_iters: 5_000,
        ..Config::default()
    };
    let count = config.cases;
    let compared = Cell::new(0_u64);
    let tried = TestRunner::new(config).run(cases, |case| {
        compared.set(compared.get() + holds(case)?);
        Ok(())
    });
    if let Err(fault) = tried {
        panic!("{name}: {fault}");
    }
    println!("{name}: {count} random cases, {} comparisons", compared.get());
    assert!(compared.get() >= u64::from(count), "{name}: too few comparisons to mean anything");
}
