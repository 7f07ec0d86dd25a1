//! `cargo xtask profile`: records which functions of the page a first visit calls, by which every
//! build divides its wasm. Needed when the first screen has changed much; never part of a build.

use std::collections::BTreeSet;
use std::fs;

use crate::failure::{Failure, Outcome};
use crate::progress::say;
use crate::project;
use crate::site::split::profile;
use crate::site::{bundle, start, visit};
use crate::tool::{PageTools, browser};

/// Both languages of the screen: each has words of its own to choose.
const LANGUAGES: [&str; 2] = ["en", "zh-CN"];

/// Builds, visits, and writes the profile into the sources.
pub(crate) fn run() -> Outcome<()> {
    let dist = bundle::build(&PageTools::ready()?)?;
    let chromium = browser::chromium()?;
    let site = start::noting(&dist)?;
    let mut called = BTreeSet::new();
    for language in LANGUAGES {
        let report = visit::report(&chromium, site.clone(), language)?;
        called.extend(report.lines().map(str::to_owned));
    }
    say(&format!("a first visit calls {} functions; the next build divides by them", called.len()));
    let text: String = called.into_iter().map(|hash| hash + "\n").collect();
    let path = project::root().join(profile::PATH);
    fs::write(&path, text).map_err(|error| Failure::file("write", &path, &error))
}
