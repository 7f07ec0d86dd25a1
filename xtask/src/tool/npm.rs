//! Tools and peers from npm. Without npm the page is built without `wasm-opt` and its
//! accessibility is not checked; nothing else of the page needs it. Install scripts are off: a
//! package that fetches binaries is not wanted.

use std::path::{Path, PathBuf};

use crate::failure::Outcome;
use crate::process;
use crate::progress::say;
use crate::tool::{announce, cache, found, pin};

/// `wasm-opt` of the pinned version or a later one on PATH; `None` when there is no npm.
pub(crate) fn wasm_opt() -> Outcome<Option<PathBuf>> {
    let place = cache::place("binaryen", &pin::BINARYEN.to_string())?;
    let installed = place.join("node_modules/.bin/wasm-opt");
    if let Some(file) = found("wasm-opt", &installed, is_recent) {
        return Ok(Some(file));
    }
    if process::on_path("npm").is_none() {
        say("npm is not installed, so wasm-opt is left out: the page works and is larger.");
        return Ok(None);
    }
    announce(&format!("wasm-opt (npm package binaryen {})", pin::BINARYEN), "seconds");
    let package = format!("binaryen@{}", pin::BINARYEN);
    cache::fill(&place, |folder| install(folder, &[&package]))?;
    Ok(Some(installed))
}

/// The script with the accessibility rules that a browser story runs; `None` when there is no npm.
pub(crate) fn axe() -> Outcome<Option<PathBuf>> {
    let place = cache::place("axe-core", pin::AXE_CORE)?;
    let script = place.join("node_modules/axe-core/axe.min.js");
    if script.is_file() {
        return Ok(Some(script));
    }
    if process::on_path("npm").is_none() {
        say("npm is not installed, so the rules of accessibility are not checked.");
        return Ok(None);
    }
    announce(&format!("npm package axe-core {}", pin::AXE_CORE), "seconds");
    let package = format!("axe-core@{}", pin::AXE_CORE);
    cache::fill(&place, |folder| install(folder, &[&package]))?;
    Ok(Some(script))
}

/// Puts packages into `folder/node_modules`.
pub(crate) fn install(folder: &Path, packages: &[&str]) -> Outcome<()> {
    let mut npm = process::program("npm");
    npm.current_dir(folder).args(["install", "--prefix", "."]);
    npm.args(["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"]);
    process::run(npm.args(packages))
}

/// Reads `wasm-opt version 132 (version_132)`.
fn is_recent(said: &str) -> bool {
    let number = said.split_whitespace().nth(2).and_then(|word| word.parse::<u32>().ok());
    number.is_some_and(|version| version >= pin::BINARYEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_pinned_version_or_a_later_one() {
        assert!(is_recent("wasm-opt version 132 (version_132)"));
        assert!(is_recent("wasm-opt version 140"));
        assert!(!is_recent("wasm-opt version 108"));
        assert!(!is_recent("wasm-opt"));
    }
}
