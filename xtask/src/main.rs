//! The project's commands: `cargo xtask serve | test | build | bench | profile`. Never part of
//! the page, and never asks a tool to download a binary of its own.

#![expect(clippy::print_stdout, reason = "a command speaks to the person at the terminal")]

mod failure;
mod order;
mod process;
mod progress;
mod project;
mod site;
mod step;
mod tool;

use std::process::ExitCode;

use order::Order;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let order = match Order::parse(&words) {
        Ok(order) => order,
        Err(failure) => {
            eprintln!("{failure}\n\n{}", order::USAGE);
            return ExitCode::from(2);
        }
    };
    let outcome = match order {
        Order::Usage => {
            println!("{}", order::USAGE);
            Ok(true)
        }
        Order::Serve { port } => step::serve::run(port).map(|()| true),
        Order::Build => step::build::run().map(|_| true),
        Order::Profile => step::profile::run().map(|()| true),
        Order::Test(choice) => step::test::run(&choice),
        Order::Bench(choice) => step::bench::run(choice).map(|()| true),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}
