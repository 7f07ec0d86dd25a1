//! One browser window as one person uses it. What is on the page is found by what a person sees:
//! role, name and text, never by class or id. Everything waits for its condition; nothing sleeps.

mod download;
mod find;
mod keyboard;
mod log;
mod table;
mod upload;

use std::cell::{Cell, RefCell};
use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::Value;
use thirtyfour::{WebDriver, WebElement};

use crate::broken::{Broken, Told};
use crate::driver::Driver;
use crate::engine::Engine;
use crate::outside;
use crate::stage::Place;

pub(crate) use find::Role;
pub(crate) use keyboard::Keyboard;
pub(crate) use upload::HandFile;

/// How long a person would wait for something to appear before giving up.
const WAIT_MAX: Duration = Duration::from_secs(20);
const LOOK_AGAIN: Duration = Duration::from_millis(25);

/// Who visits: language, screen, and whether the browser was here before.
#[derive(Debug, Clone)]
pub(crate) struct Visitor {
    /// As browsers tell it: `en`, `zh-CN`.
    pub(crate) language: &'static str,
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// How many pixels of the screen make one of the page: 1, or 2 for a page enlarged to 200 %.
    pub(crate) enlarged: u32,
    /// The profile folder of an earlier visit that has ended; it is copied, not changed.
    pub(crate) profile: Option<PathBuf>,
    /// Another address of the page than the usual one: a host of the story's own, or a file.
    pub(crate) site: Option<String>,
    /// The browser grants pages no storage.
    pub(crate) is_storage_blocked: bool,
}

impl Default for Visitor {
    fn default() -> Self {
        Self {
            language: "en",
            width: 1280,
            height: 900,
            enlarged: 1,
            profile: None,
            site: None,
            is_storage_blocked: false,
        }
    }
}

/// A browser with a profile of its own.
pub(crate) struct Visit {
    driver: RefCell<Option<(WebDriver, Driver)>>,
    engine: Engine,
    site: String,
    /// Whether the profile may have kept the page from an earlier visit.
    is_return: bool,
    pictures: PathBuf,
    folder: PathBuf,
    errors_expected: Cell<bool>,
    console: RefCell<Vec<String>>,
    taken_downloads: RefCell<Vec<PathBuf>>,
}

impl fmt::Debug for Visit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Visit").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Visit {
    pub(crate) async fn open(place: &Place, folder: PathBuf, visitor: Visitor) -> Told<Self> {
        let driver = Driver::start(&place.driver, &folder).await?;
        let asked = place.engine.capabilities(&place.browser, &folder, &visitor);
        let web = WebDriver::new(driver.address(), asked).await?;
        Ok(Self {
            driver: RefCell::new(Some((web, driver))),
            engine: place.engine,
            is_return: visitor.profile.is_some(),
            site: visitor.site.unwrap_or_else(|| place.site.clone()),
            pictures: place.pictures(),
            folder,
            errors_expected: Cell::new(false),
            console: RefCell::default(),
            taken_downloads: RefCell::default(),
        })
    }

    /// Opens the page at what follows its address (`""`, `"#/…"`) and waits until it shows
    /// something.
    pub(crate) async fn go(&self, place: &str) -> Told {
        self.web()?.goto(format!("{}{place}", self.site)).await?;
        self.settled().await
    }

    /// Loads the page again, as after F5.
    pub(crate) async fn reload(&self) -> Told {
        if self.engine != Engine::Firefox {
            self.web()?.refresh().await?;
            return self.settled().await;
        }
        // Its driver passes by whatever the page has kept, which F5 does not.
        self.run("window.isLeft = true; location.reload()", vec![]).await?;
        self.until("the page to be loaded again", async || {
            let is_new = self.run("return window.isLeft !== true", vec![]).await?;
            Ok(is_new.as_bool().filter(|is_new| *is_new))
        })
        .await?;
        self.settled().await
    }

    async fn settled(&self) -> Told {
        self.until("the page to show something", async || {
            let shown =
                self.run("return document.body.innerText.trim().length > 0", vec![]).await?;
            Ok(shown.as_bool().filter(|shown| *shown))
        })
        .await
        .map(|_| ())
    }

    /// Waits until `look` finds something, and gives it.
    pub(crate) async fn until<T>(
        &self,
        what: &str,
        look: impl AsyncFn() -> Told<Option<T>>,
    ) -> Told<T> {
        let waiting = async {
            loop {
                match look().await {
                    Ok(Some(found)) => return Ok(found),
                    Ok(None) => tokio::time::sleep(LOOK_AGAIN).await,
                    // The page was drawn anew while we looked.
                    Err(broken) if broken.to_string().contains("stale element") => {}
                    Err(broken) => return Err(broken),
                }
            }
        };
        tokio::time::timeout(WAIT_MAX, waiting)
            .await
            .unwrap_or_else(|_| Err(Broken::new(format!("waited in vain for {what}"))))
    }

    /// What a script returns; for what only a script can tell, such as what storage holds.
    pub(crate) async fn run(&self, script: &str, arguments: Vec<Value>) -> Told<Value> {
        Ok(self.web()?.execute(script, arguments).await?.json().clone())
    }

    /// The same for a script that ends by calling its last argument.
    pub(crate) async fn run_async(&self, script: &str, arguments: Vec<Value>) -> Told<Value> {
        Ok(self.web()?.execute_async(script, arguments).await?.json().clone())
    }

    async fn element(&self, script: &str, arguments: Vec<Value>) -> Told<Option<WebElement>> {
        let found = self.web()?.execute(script, arguments).await?;
        if found.json().is_null() { Ok(None) } else { Ok(Some(found.element()?)) }
    }

    /// The driver itself, for windows, keys and what else the steps here do not offer.
    pub(crate) fn web(&self) -> Told<WebDriver> {
        let driver = self.driver.borrow();
        let web = driver.as_ref().map(|(web, _)| web.clone());
        web.ok_or_else(|| Broken::new("this visit has ended"))
    }

    /// Saves what the window shows as `target/screens/NAME.png`.
    pub(crate) async fn picture(&self, name: &str) -> Told {
        let Ok(web) = self.web() else { return Ok(()) };
        std::fs::create_dir_all(&self.pictures)?;
        Ok(web.screenshot(&self.pictures.join(format!("{name}.png"))).await?)
    }

    /// Where this visit's profile lies, for a later visit to begin from.
    pub(crate) fn profile(&self) -> PathBuf {
        self.folder.join("profile")
    }

    /// Closes the browser as a person does, then looks over what it did: no error on the
    /// console, nothing asked of another site. A visit that has ended is left as it is.
    pub(crate) async fn end(&self) -> Told {
        if self.driver.borrow().is_none() {
            return Ok(());
        }
        let console = self.console_errors().await;
        let Some((web, driver)) = self.driver.take() else { return Ok(()) };
        let quit = web.quit().await;
        drop(driver);
        quit?;
        let errors = console?;
        if !errors.is_empty() && !self.errors_expected.get() {
            return Err(Broken::new(format!("the console shows errors: {}", errors.join(" | "))));
        }
        self.kept_to_its_site(&self.folder.join("net.json"))
    }

    fn kept_to_its_site(&self, net_log: &Path) -> Told {
        if self.engine != Engine::Chromium {
            return Ok(());
        }
        let outside = outside::addresses_outside(net_log, &self.site, self.is_return)?;
        if outside.is_empty() {
            return Ok(());
        }
        Err(Broken::new(format!("something left the machine: {}", outside.join(", "))))
    }

    /// Ends the browser at once, as a crash or a power cut does: nothing is saved any more.
    pub(crate) async fn kill(&self) -> Told {
        let Some((web, driver)) = self.driver.take() else { return Ok(()) };
        let process = ["goog:processID", "moz:processID"]
            .iter()
            .find_map(|name| web.capabilities().get(name)?.as_u64())
            .ok_or_else(|| Broken::new("the driver does not tell the browser's process"))?;
        let status =
            std::process::Command::new("kill").args(["-9", &process.to_string()]).status()?;
        // The session went with its browser: there is nothing left to quit.
        drop(web.leak());
        drop(driver);
        if status.success() {
            return Ok(());
        }
        Err(Broken::new("the browser could not be killed"))
    }
}
