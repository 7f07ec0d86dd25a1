//! The checks that need no browser: format, lints, tests, and what the library leans on.

use super::summary::Count;
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::tool::{self, pin};

/// Packages whose code is our own.
const PACKAGES: [&str; 6] = ["-p", "huikuan", "-p", "xtask", "-p", "browser-story"];

/// The formatter would change nothing.
pub(super) fn fmt() -> Outcome<Count> {
    process::run(process::cargo().args(["fmt", "--all", "--check"]))?;
    Ok(Count::PASSED)
}

/// No lint speaks: in library, tests, examples, benches and commands natively, and in page,
/// worker and bench as they are compiled for the browser.
pub(super) fn clippy() -> Outcome<Count> {
    tool::target_ready()?;
    let for_browser = |bin: &str, feature: &str| {
        let mut cargo = process::cargo();
        cargo.args(["clippy", "--locked", "--target", pin::WASM_TARGET, "--bin", bin]);
        cargo.args(["--no-default-features", "--features", feature, "--", "-D", "warnings"]);
        cargo
    };
    let mut natively = process::cargo();
    natively.args(["clippy", "--locked", "--all-targets"]).args(PACKAGES);
    natively.args(["--", "-D", "warnings"]);
    let runs = [
        natively,
        for_browser("huikuan", "page"),
        for_browser("worker", "worker"),
        for_browser("bench", "bench"),
    ];
    let mut count = Count::default();
    for mut run in runs {
        match process::run(&mut run) {
            Ok(()) => count.passed += 1,
            Err(failure) => {
                println!("{failure}");
                count.failed += 1;
            }
        }
    }
    Ok(count)
}

/// Unit and integration tests of the library, and of these commands. `HUIKUAN_LONG` asks the
/// random stories for many more rounds.
pub(super) fn tests(long: bool) -> Outcome<Count> {
    let mut cargo = process::cargo();
    cargo.args(["test", "--locked", "--no-fail-fast", "-p", "huikuan", "-p", "xtask"]);
    if long {
        cargo.env("HUIKUAN_LONG", "1");
    }
    let mut count = Count::default();
    let succeeded = process::watch(&mut cargo, |line| count.read(line))?;
    if !succeeded && count.failed == 0 {
        return Err(Failure::new("The tests could not be compiled or did not run to their end."));
    }
    Ok(count)
}

/// The library without its XLSX reader pulls in nothing of a browser, even for wasm.
pub(super) fn tree() -> Outcome<Count> {
    let mut cargo = process::cargo();
    cargo.args(["tree", "--locked", "-p", "huikuan", "--target", pin::WASM_TARGET]);
    cargo.args(["--no-default-features", "--edges", "normal", "--prefix", "none"]);
    let tree = process::read(&mut cargo)?;
    let names: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    if !names.contains(&"rust_decimal") {
        return Err(Failure::new("cargo tree did not show what the library needs."));
    }
    let refused = ["leptos", "web-sys", "js-sys", "wasm-bindgen", "wasm-bindgen-futures"];
    match names.iter().find(|name| refused.contains(name)) {
        None => Ok(Count::PASSED),
        Some(name) => Err(Failure::new(format!(
            "The library without its XLSX reader pulls in {name}; `cargo tree -i {name}` with \
             --no-default-features --target {} tells through what.",
            pin::WASM_TARGET
        ))),
    }
}
