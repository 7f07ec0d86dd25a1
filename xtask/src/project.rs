//! Where the project's files are and what its lock file pins. Never writes.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    xtask.parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The page as a static host would serve it.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The version of a package that `Cargo.lock` pins; refused when it pins several or none.
pub(crate) fn locked_version(package: &str) -> Outcome<String> {
    let path = root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(|error| Failure::file("read", &path, &error))?;
    let versions = versions_in(&lock, package);
    match versions.as_slice() {
        [version] => Ok((*version).to_owned()),
        [] => Err(Failure::new(format!("Cargo.lock pins no {package}."))),
        _ => Err(Failure::new(format!("Cargo.lock pins several versions of {package}."))),
    }
}

fn versions_in<'a>(lock: &'a str, package: &str) -> Vec<&'a str> {
    let name_line = format!("name = \"{package}\"");
    let lines: Vec<&str> = lock.lines().collect();
    let pairs = lines.iter().zip(lines.iter().skip(1));
    pairs
        .filter(|(line, _)| **line == name_line)
        .filter_map(|(_, next)| next.strip_prefix("version = \"")?.strip_suffix('"'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_version_beside_the_whole_name_only() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(versions_in(lock, "wasm-bindgen"), ["0.2.130"]);
        assert!(versions_in(lock, "bindgen").is_empty());
    }
}
