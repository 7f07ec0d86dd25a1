//! A site opened in headless Chromium, in a profile of its own, until it reports what it found.
//! Never looks at the page itself: what is reported is the page's own text.

use std::fs;
use std::path::PathBuf;
use std::process::Child;
use std::sync::mpsc;
use std::time::Duration;

use super::server::Server;
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::project;
use crate::tool::browser::Browser;

/// Longer than any page takes to report on two busy cores.
const PAGE_TIME_MAX: Duration = Duration::from_secs(900);

/// Opens the site for a person of this language and waits for what it posts to `/report`.
pub(crate) fn report(chromium: &Browser, site: PathBuf, language: &str) -> Outcome<String> {
    // One for each language: a browser that was just ended may still be writing into its own.
    let profile = project::target().join(format!("visit/profile-{language}"));
    if profile.exists() {
        fs::remove_dir_all(&profile).map_err(|error| Failure::file("clear", &profile, &error))?;
    }
    let (sender, reports) = mpsc::channel();
    let server = Server::start_with_reports(site, sender)?;
    let mut browser = process::program(&chromium.program);
    browser.args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"]);
    browser.args(["--no-first-run", "--disable-background-networking", "--disable-sync"]);
    browser.args(["--disable-component-update", "--disable-dev-shm-usage"]);
    browser.arg(format!("--lang={language}")).arg(format!("--accept-lang={language}"));
    browser.arg(format!("--user-data-dir={}", profile.display()));
    browser.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
    let child = browser
        .arg(server.address())
        .spawn()
        .map_err(|error| Failure::new(format!("Chromium did not start: {error}.")))?;
    let child = Ended(child);
    let report = reports.recv_timeout(PAGE_TIME_MAX);
    drop(child);
    report.map_err(|_| Failure::new("The page did not report in time."))
}

/// A program that ends when this is dropped, whatever happened.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}
