//! `cargo xtask bench`: the native benches, then the aging in headless Chromium beside what a
//! user would take instead, then the built page with a large book. Never judges a figure: it
//! prints them.

mod page;
mod report;
mod whole;

use crate::failure::Outcome;
use crate::order::BenchChoice;
use crate::process;
use crate::progress::say;
use crate::site::visit;
use crate::tool::PageTools;
use crate::tool::browser;

/// Runs the chosen ones; the first that cannot run ends the command.
pub(crate) fn run(choice: BenchChoice) -> Outcome<()> {
    match choice {
        BenchChoice::Native => native(),
        BenchChoice::Browser => in_browser(),
        BenchChoice::Page => whole::run(),
        BenchChoice::All => native().and_then(|()| in_browser()).and_then(|()| whole::run()),
    }
}

fn native() -> Outcome<()> {
    say("native benches …");
    process::run(process::cargo().args(["bench", "--locked", "-p", "huikuan", "--bench", "book"]))
}

fn in_browser() -> Outcome<()> {
    let tools = PageTools::ready()?;
    let chromium = browser::chromium()?;
    let site = page::build(&tools)?;
    say("aging by customer in Chromium, turn by turn with its peers …");
    let report = visit::report(&chromium, site, "en")?;
    print!("{}", report::read(&report)?);
    Ok(())
}
