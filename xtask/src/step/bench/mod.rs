//! `cargo xtask bench`: the native benches, then the aging in headless Chromium beside what a
//! user would take instead. Never judges a figure: it prints them.

mod page;
mod report;

use crate::failure::Outcome;
use crate::process;
use crate::progress::say;
use crate::tool::PageTools;
use crate::tool::browser;

/// Runs both kinds; the first that cannot run ends the command.
pub(crate) fn run() -> Outcome<()> {
    say("native benches …");
    process::run(process::cargo().args(["bench", "--locked", "-p", "huikuan"]))?;
    let tools = PageTools::ready()?;
    let chromium = browser::chromium()?;
    let site = page::build(&tools)?;
    say("aging by customer in Chromium, turn by turn with its peers …");
    let report = page::visit(&chromium, site)?;
    print!("{}", report::read(&report)?);
    Ok(())
}
