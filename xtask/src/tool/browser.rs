//! The browsers of the stories with their WebDrivers: found on PATH, or installed with apt where
//! that is possible, else one sentence. Never downloads a browser build.

use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::progress::say;
use crate::tool::{crates, debian};

/// A browser with the program that drives it.
#[derive(Debug, Clone)]
pub(crate) struct Browser {
    /// What the stories call it: `chromium`, `firefox`, `webkit`.
    pub(crate) engine: &'static str,
    pub(crate) program: PathBuf,
    pub(crate) driver: PathBuf,
}

/// Chromium, the browser every test runs in.
pub(crate) fn chromium() -> Outcome<Browser> {
    let program = || first_on_path(&["chromium", "chromium-browser", "google-chrome"]);
    let driver = || first_on_path(&["chromedriver"]);
    if (program().is_none() || driver().is_none()) && debian::can_install() {
        debian::install(&["chromium", "chromium-driver", "fonts-noto-cjk"])?;
    }
    fonts()?;
    both("chromium", program(), driver(), "chromium and chromium-driver (chromedriver)")
}

/// Firefox, with its driver from crates.io because Debian has none.
pub(crate) fn firefox() -> Outcome<Browser> {
    let program = || first_on_path(&["firefox", "firefox-esr"]);
    if program().is_none() && debian::can_install() {
        debian::install(&["firefox-esr"])?;
    }
    let driver = crates::geckodriver()?;
    both("firefox", program(), Some(driver), "firefox")
}

/// WebKitGTK, with the driver and the small browser that Debian packages with it.
pub(crate) fn webkit() -> Outcome<Browser> {
    let driver = || first_on_path(&["WebKitWebDriver"]);
    if driver().is_none() && debian::can_install() {
        debian::install(&["webkit2gtk-driver"])?;
    }
    let mini_browser = || {
        let folders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/libexec"];
        let versions = ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"];
        let files = folders.iter().flat_map(|folder| {
            versions.iter().map(move |version| PathBuf::from(folder).join(version))
        });
        files.map(|folder| folder.join("MiniBrowser")).find(|file| file.is_file())
    };
    both("webkit", mini_browser(), driver(), "webkit2gtk-driver (WebKitWebDriver, MiniBrowser)")
}

fn both(
    engine: &'static str,
    program: Option<PathBuf>,
    driver: Option<PathBuf>,
    wanted: &str,
) -> Outcome<Browser> {
    match (program, driver) {
        (Some(program), Some(driver)) => Ok(Browser { engine, program, driver }),
        _ => Err(Failure::new(format!(
            "The browser stories need {wanted} on PATH: install them and run this again."
        ))),
    }
}

/// Chinese glyphs, so that screenshots show words rather than boxes.
fn fonts() -> Outcome<()> {
    let Some(fc_list) = process::on_path("fc-list") else { return Ok(()) };
    let chinese = process::read(process::program(fc_list).args([":lang=zh-cn", "family"]))?;
    if !chinese.trim().is_empty() {
        return Ok(());
    }
    if debian::can_install() {
        return debian::install(&["fonts-noto-cjk"]);
    }
    say("no font with Chinese glyphs is installed: screenshots will show boxes instead.");
    Ok(())
}

fn first_on_path(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| process::on_path(name))
}
