//! Where a story is told: the site, the browser, and every visit the story has opened, so that
//! all of them are looked over and closed, however the story ends.

use std::cell::RefCell;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::broken::{Broken, Told};
use crate::engine::Engine;
use crate::visit::{Visit, Visitor};

/// What holds for the whole run.
#[derive(Debug)]
pub(crate) struct Place {
    /// Address of the built page, with a slash at the end.
    pub(crate) site: String,
    /// The folder behind that address.
    dist: PathBuf,
    pub(crate) engine: Engine,
    pub(crate) browser: PathBuf,
    pub(crate) driver: PathBuf,
    target: PathBuf,
    /// The script with the rules of accessibility; `None` on a machine without npm.
    axe: Option<PathBuf>,
    /// `cargo xtask test --long`: stories of chance go many more rounds.
    long: bool,
}

impl Place {
    /// Reads what `cargo xtask test` says of site, browser and driver.
    pub(crate) fn from_environment() -> Told<Self> {
        let said = |name: &str| {
            std::env::var(name).map_err(|_| {
                Broken::new(format!("{name} is not set: run this by `cargo xtask test`"))
            })
        };
        Ok(Self {
            site: said("STORY_SITE")?,
            dist: PathBuf::from(said("STORY_DIST")?),
            engine: Engine::named(&said("STORY_ENGINE")?)?,
            browser: PathBuf::from(said("STORY_BROWSER")?),
            driver: PathBuf::from(said("STORY_DRIVER")?),
            target: PathBuf::from(said("STORY_TARGET")?),
            axe: std::env::var_os("STORY_AXE").map(PathBuf::from),
            long: std::env::var_os("HUIKUAN_LONG").is_some(),
        })
    }

    /// Where pictures go, those of failed stories included.
    pub(crate) fn pictures(&self) -> PathBuf {
        self.target.join("screens")
    }
}

/// One story's stage.
#[derive(Debug)]
pub(crate) struct Stage {
    place: Rc<Place>,
    story: &'static str,
    folder: PathBuf,
    visits: RefCell<Vec<Rc<Visit>>>,
}

impl Stage {
    /// Clears what the last run of this story left behind.
    pub(crate) fn new(place: Rc<Place>, story: &'static str) -> Told<Self> {
        let folder = place.target.join("stories").join(place.engine.name()).join(story);
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        std::fs::create_dir_all(&folder)?;
        Ok(Self { place, story, folder, visits: RefCell::default() })
    }

    /// A person who was never here before: a browser with a fresh profile, in English.
    pub(crate) async fn visit(&self) -> Told<Rc<Visit>> {
        self.visit_as(Visitor::default()).await
    }

    /// The same for a person with other ways, or with the profile of an earlier visit.
    pub(crate) async fn visit_as(&self, visitor: Visitor) -> Told<Rc<Visit>> {
        let number = self.visits.borrow().len() + 1;
        let folder = self.folder.join(number.to_string());
        for part in ["downloads", "uploads"] {
            std::fs::create_dir_all(folder.join(part))?;
        }
        let profile = folder.join("profile");
        match &visitor.profile {
            Some(earlier) => copy_folder(earlier, &profile)?,
            None => std::fs::create_dir_all(&profile)?,
        }
        let visit = Rc::new(Visit::open(&self.place, folder, visitor).await?);
        self.visits.borrow_mut().push(Rc::clone(&visit));
        Ok(visit)
    }

    /// The folder of the built page, for what is not opened through the usual address.
    pub(crate) fn dist(&self) -> &Path {
        &self.place.dist
    }

    /// The script with the rules of accessibility, if this machine could have it.
    pub(crate) fn axe(&self) -> Told<Option<String>> {
        Ok(self.place.axe.as_deref().map(std::fs::read_to_string).transpose()?)
    }

    /// How many rounds a story of chance goes: `usual`, or `long` with `--long`.
    pub(crate) fn rounds(&self, usual: u32, long: u32) -> u32 {
        if self.place.long { long } else { usual }
    }

    /// Ends every visit. Each must have stayed free of errors and kept to its own site; when the
    /// story broke, each is pictured first.
    pub(crate) async fn close(&self, mut outcome: Told) -> Told {
        let visits = self.visits.take();
        for (index, visit) in visits.iter().enumerate() {
            if outcome.is_err() {
                let picture = format!("FAILED-{}-{}", self.story, index + 1);
                if let Err(broken) = visit.picture(&picture).await {
                    println!("    no picture of visit {}: {broken}", index + 1);
                }
            }
            outcome = outcome.and(visit.end().await);
        }
        outcome
    }
}

/// Copies a profile. A browser that was just ended may still be clearing things away: what is gone
/// by the time it is copied is left out.
fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        let kind = entry.file_type();
        let copied = kind.and_then(|kind| match (kind.is_dir(), kind.is_file()) {
            (true, _) => copy_folder(&from, &to),
            // Locks and sockets of a running browser are links, and stay behind.
            (false, true) => std::fs::copy(&from, &to).map(|_| ()),
            (false, false) => Ok(()),
        });
        match copied {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}
