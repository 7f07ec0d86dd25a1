//! The program that drives the built page in a real browser: it tells stories to it, or measures
//! it. Never builds the page itself.

use std::path::Path;
use std::process::Command;

use crate::failure::Outcome;
use crate::process;
use crate::project;
use crate::site::server::Server;
use crate::tool::browser::Browser;

/// What every run is about.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    pub(super) server: &'a Server,
    /// The script with the rules of accessibility; `None` without npm.
    pub(super) axe: Option<&'a Path>,
}

/// Compiles it, so that a mistake in it shows before anything is started.
pub(super) fn compile() -> Outcome<()> {
    process::run(process::cargo().args([
        "build",
        "--locked",
        "--profile",
        "story",
        "-p",
        "browser-story",
    ]))
}

/// It, told where everything is; the words that are added choose stories.
pub(super) fn command(browser: &Browser, site: Site<'_>) -> Command {
    let mut teller = process::cargo();
    teller.args(["run", "--locked", "--quiet", "--profile", "story"]);
    teller.args(["-p", "browser-story", "--"]);
    teller.env("STORY_SITE", site.server.address()).env("STORY_ENGINE", browser.engine);
    teller.env("STORY_BROWSER", &browser.program).env("STORY_DRIVER", &browser.driver);
    teller.env("STORY_TARGET", project::target()).env("STORY_DIST", project::dist());
    if let Some(axe) = site.axe {
        teller.env("STORY_AXE", axe);
    }
    // The driver is on this machine, whatever proxy the machine has.
    teller.env("NO_PROXY", "127.0.0.1").env("no_proxy", "127.0.0.1");
    teller
}
