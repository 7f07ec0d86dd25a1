//! The checks of the built page: it is built once, told stories to, and weighed.

use std::fs;

use super::summary::Count;
use crate::failure::{Failure, Outcome};
use crate::order::TestChoice;
use crate::process;
use crate::progress::say;
use crate::project;
use crate::site::bundle;
use crate::site::server::Server;
use crate::site::split::profile::Profile;
use crate::site::split::weight::by_crate;
use crate::site::start;
use crate::site::weight::{self, FIRST_LOAD_BYTES_MAX};
use crate::step::teller::{self, Site};
use crate::tool::browser::{self, Browser};
use crate::tool::display::Display;
use crate::tool::{PageTools, npm, pdf};

/// A crate that weighs less is not printed.
const CRATE_BYTES_MIN: usize = 5_000;

/// Builds `dist/` for the steps after it.
pub(super) fn build() -> Outcome<Count> {
    bundle::build(&PageTools::ready()?)?;
    Ok(Count::PASSED)
}

/// Tells the stories to the built page, in Chromium and, when asked, in the other engines.
pub(super) fn stories(choice: &TestChoice) -> Outcome<Count> {
    built()?;
    // Compiled before anything is started, so that a mistake in a story shows at once.
    teller::compile()?;
    // A machine that cannot fetch the rules has all other stories still to tell.
    let (axe, mut count) = match npm::axe() {
        Ok(axe) => (axe, Count::default()),
        Err(failure) => {
            println!("{failure}");
            (None, Count::FAILED)
        }
    };
    pdf::reader()?;
    let server = Server::start(project::dist(), 0)?;
    let site = Site { server: &server, axe: axe.as_deref() };
    count = count.plus(told(&browser::chromium()?, None, site, choice)?);
    if choice.engines {
        let in_firefox = || told(&browser::firefox()?, None, site, choice);
        let in_webkit = || {
            let display = Display::ready()?;
            told(&browser::webkit()?, display.name(), site, choice)
        };
        for outcome in [in_firefox(), in_webkit()] {
            match outcome {
                Ok(more) => count = count.plus(more),
                Err(failure) => {
                    println!("{failure}");
                    count = count.plus(Count::FAILED);
                }
            }
        }
    }
    Ok(count)
}

fn told(
    browser: &Browser,
    display: Option<&str>,
    site: Site<'_>,
    choice: &TestChoice,
) -> Outcome<Count> {
    say(&format!("telling the stories in {} …", browser.engine));
    let mut stories = teller::command(browser, site);
    stories.args(choice.story.iter());
    if let Some(display) = display {
        stories.env("DISPLAY", display);
    }
    if choice.long {
        stories.env("HUIKUAN_LONG", "1");
    }
    let mut count = Count::default();
    let succeeded = process::watch(&mut stories, |line| count.read(line))?;
    if !succeeded && count.failed == 0 {
        return Err(Failure::new(format!("The stories in {} ended early.", browser.engine)));
    }
    Ok(count)
}

/// Weighs the first visit, file by file, against the budget.
pub(super) fn budget() -> Outcome<Count> {
    built()?;
    let weights = weight::first_load(&project::dist())?;
    println!("{:<44} {:>10} {:>10}", "first visit", "bytes", "brotli");
    for weight in &weights {
        println!("{:<44} {:>10} {:>10}", weight.file, weight.bytes, weight.brotli_bytes);
    }
    let bytes: usize = weights.iter().map(|weight| weight.bytes).sum();
    let brotli_bytes: usize = weights.iter().map(|weight| weight.brotli_bytes).sum();
    println!("{:<44} {bytes:>10} {brotli_bytes:>10}", "total");
    println!("{:<44} {:>10} {FIRST_LOAD_BYTES_MAX:>10}", "budget", "");
    let later = weight::secondary(&project::dist())?;
    println!("{:<44} {:>10} {:>10}", later.file, later.bytes, later.brotli_bytes);
    print_by_crate()?;
    if brotli_bytes > FIRST_LOAD_BYTES_MAX {
        // Budgets are measured and printed, and a missed one is said loudly; tests decide.
        println!("MISSED: {brotli_bytes} bytes in brotli, over {FIRST_LOAD_BYTES_MAX}.");
        return Ok(Count::default());
    }
    Ok(Count::PASSED)
}

/// Where the code comes from, in both modules, as far as a crate weighs something.
fn print_by_crate() -> Outcome<()> {
    let path = start::named();
    let named = fs::read(&path).map_err(|error| Failure::file("read", &path, &error))?;
    println!("{:<44} {:>10} {:>10}", "code by crate, before packing", "first", "later");
    for (name, weight) in by_crate(&named, &Profile::recorded()?)? {
        if weight.primary_bytes + weight.secondary_bytes >= CRATE_BYTES_MIN {
            println!("{name:<44} {:>10} {:>10}", weight.primary_bytes, weight.secondary_bytes);
        }
    }
    Ok(())
}

fn built() -> Outcome<()> {
    if project::dist().join("index.html").is_file() {
        return Ok(());
    }
    Err(Failure::new("There is no dist/ to test: the page was not built."))
}
