//! Measures the built page as a person uses it, on a book of 100,000 invoices, in headless Chromium
//! through its WebDriver. Builds the page when there is none.

use crate::failure::Outcome;
use crate::process;
use crate::progress::say;
use crate::project;
use crate::site::bundle;
use crate::site::server::Server;
use crate::step::teller::{self, Site};
use crate::tool::{PageTools, browser};

/// Drives the page and prints what it took.
pub(super) fn run() -> Outcome<()> {
    bundle::build(&PageTools::ready()?)?;
    let chromium = browser::chromium()?;
    teller::compile()?;
    let files = project::target().join("bench/files");
    say("writing the large book, twice, and a table …");
    let mut writing = process::cargo();
    writing.args(["bench", "--locked", "-p", "huikuan", "--bench", "files", "--"]);
    process::run(writing.arg(&files))?;
    say("the page with the large book in Chromium …");
    let server = Server::start(project::dist(), 0)?;
    let mut measuring = teller::command(&chromium, Site { server: &server, axe: None });
    process::run(measuring.env("STORY_BENCH", &files))
}
