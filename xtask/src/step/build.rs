//! `cargo xtask build`: `dist/` for a static host. Never serves or tests it.

use std::path::PathBuf;

use crate::failure::Outcome;
use crate::progress::say;
use crate::site::bundle;
use crate::tool::PageTools;

/// Installs what is missing, builds, and gives the folder.
pub(crate) fn run() -> Outcome<PathBuf> {
    let dist = bundle::build(&PageTools::ready()?)?;
    say("dist/ can be copied to any static host, into any folder.");
    Ok(dist)
}
