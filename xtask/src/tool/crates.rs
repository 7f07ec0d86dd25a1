//! Tools that cargo compiles: Trunk, wasm-bindgen and geckodriver. Compiled without
//! optimisation, which halves the wait and costs them nothing noticeable.

use std::path::PathBuf;

use crate::failure::Outcome;
use crate::process;
use crate::progress::{Watch, in_words, say};
use crate::project;
use crate::tool::{announce, cache, found, pin};

struct CrateTool<'a> {
    package: &'a str,
    program: &'a str,
    version: &'a str,
    /// Whether its own lock file is used: wasm-bindgen-cli is published without a good one.
    locked: bool,
    how_long: &'a str,
}

/// Trunk in the pinned version.
pub(crate) fn trunk() -> Outcome<PathBuf> {
    CrateTool {
        package: "trunk",
        program: "trunk",
        version: pin::TRUNK,
        locked: true,
        how_long: "about five minutes on two cores, once",
    }
    .ready()
}

/// wasm-bindgen in the version of the library that `Cargo.lock` pins: any other is refused by
/// the wasm it would have to read.
pub(crate) fn wasm_bindgen() -> Outcome<PathBuf> {
    CrateTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: &project::locked_version("wasm-bindgen")?,
        locked: false,
        how_long: "about three minutes on two cores, once",
    }
    .ready()
}

/// The WebDriver of Firefox.
pub(crate) fn geckodriver() -> Outcome<PathBuf> {
    CrateTool {
        package: "geckodriver",
        program: "geckodriver",
        version: pin::GECKODRIVER,
        locked: true,
        how_long: "about three minutes on two cores, once",
    }
    .ready()
}

impl CrateTool<'_> {
    fn ready(&self) -> Outcome<PathBuf> {
        let place = cache::place(self.package, self.version)?;
        let program = format!("{}{}", self.program, std::env::consts::EXE_SUFFIX);
        let installed = place.join("bin").join(program);
        // `trunk 0.21.14`, `wasm-bindgen 0.2.130`, `geckodriver 0.36.0 (… )` and more lines.
        let right = |said: &str| said.split_whitespace().nth(1) == Some(self.version);
        if let Some(file) = found(self.program, &installed, right) {
            return Ok(file);
        }
        announce(&format!("{} {}", self.package, self.version), self.how_long);
        let watch = Watch::start();
        let workshop = cache::workshop()?;
        let outcome = cache::fill(&place, |folder| {
            let mut cargo = process::cargo();
            cargo.args(["install", self.package, "--version", self.version]);
            cargo.args(["--no-default-features", "--debug", "--root"]).arg(folder);
            if self.locked {
                cargo.arg("--locked");
            }
            process::run(cargo.env("CARGO_TARGET_DIR", &workshop))
        });
        cache::discard(&workshop)?;
        outcome?;
        say(&format!("installed {} in {}", self.package, in_words(watch.elapsed())));
        Ok(installed)
    }
}
