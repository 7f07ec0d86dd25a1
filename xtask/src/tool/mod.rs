//! The programs the project needs beside rustup: what they are, where they are found, how they
//! are installed. Right versions on PATH are used as they are; nothing is put outside the cache
//! except by rustup and apt.

pub(crate) mod browser;
mod cache;
mod crates;
mod debian;
pub(crate) mod display;
pub(crate) mod npm;
pub(crate) mod pdf;
pub(crate) mod pin;
mod target;

pub(crate) use target::ready as target_ready;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::progress::say;

/// What building the page needs, found or installed.
#[derive(Debug)]
pub(crate) struct PageTools {
    pub(crate) trunk: PathBuf,
    wasm_bindgen: PathBuf,
    /// Without it the page works and is larger.
    pub(crate) wasm_opt: Option<PathBuf>,
}

impl PageTools {
    /// Finds each tool, and installs those that are missing.
    pub(crate) fn ready() -> Outcome<Self> {
        target::ready()?;
        Ok(Self {
            trunk: crates::trunk()?,
            wasm_bindgen: crates::wasm_bindgen()?,
            wasm_opt: npm::wasm_opt()?,
        })
    }

    /// The program that makes wasm callable from JavaScript.
    pub(crate) fn wasm_bindgen(&self) -> &Path {
        &self.wasm_bindgen
    }

    /// PATH with the folders of these tools in front, for programs that look for them there.
    pub(crate) fn path(&self) -> Outcome<OsString> {
        let found = [Some(&self.wasm_bindgen), self.wasm_opt.as_ref()];
        path_with(found.into_iter().flatten().filter_map(|file| file.parent()))
    }
}

fn path_with<'a>(folders: impl Iterator<Item = &'a Path>) -> Outcome<OsString> {
    let before = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.map(Path::to_path_buf).chain(std::env::split_paths(&before));
    std::env::join_paths(all)
        .map_err(|error| Failure::new(format!("PATH cannot hold the tools' folders: {error}.")))
}

/// A program whose `--version` satisfies `right`: the one on PATH, else the one at `cached`.
fn found(name: &str, cached: &Path, right: impl Fn(&str) -> bool) -> Option<PathBuf> {
    let candidates = [process::on_path(name), Some(cached.to_path_buf())];
    candidates
        .into_iter()
        .flatten()
        .find(|file| process::version_of(file).is_some_and(|version| right(&version)))
}

/// Announces an installation before it begins, because some take minutes.
fn announce(what: &str, how_long: &str) {
    say(&format!("installing {what} ({how_long}) …"));
}
