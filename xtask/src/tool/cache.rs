//! The user's folder of installed tools, one sub-folder per tool and version, shared by all
//! clones of the project. Never holds a half-installed tool under its final name.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};

/// `$HUIKUAN_TOOLS`, else `$XDG_CACHE_HOME/huikuan`, else `~/.cache/huikuan`.
pub(crate) fn folder() -> Outcome<PathBuf> {
    let from = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let home = || from("HOME").or_else(|| from("USERPROFILE"));
    from("HUIKUAN_TOOLS")
        .map(PathBuf::from)
        .or_else(|| from("XDG_CACHE_HOME").map(|cache| PathBuf::from(cache).join("huikuan")))
        .or_else(|| home().map(|home| PathBuf::from(home).join(".cache/huikuan")))
        .ok_or_else(|| {
            Failure::new("there is no home folder to install tools in: set HUIKUAN_TOOLS to one.")
        })
}

/// The place of one tool in one version.
pub(crate) fn place(tool: &str, version: &str) -> Outcome<PathBuf> {
    Ok(folder()?.join(format!("{tool}-{version}")))
}

/// Where tools are compiled; shared by them, removed when each is done.
pub(crate) fn workshop() -> Outcome<PathBuf> {
    Ok(folder()?.join("build"))
}

/// Lets `install` fill a fresh folder and gives it its final name only when that succeeded.
pub(crate) fn fill(place: &Path, install: impl FnOnce(&Path) -> Outcome<()>) -> Outcome<()> {
    let mut part = place.as_os_str().to_owned();
    part.push(format!(".part-{}", std::process::id()));
    let part = PathBuf::from(part);
    fs::create_dir_all(&part).map_err(|error| Failure::file("create", &part, &error))?;
    let outcome = install(&part).and_then(|()| settle(&part, place));
    if outcome.is_err() {
        discard(&part)?;
    }
    outcome
}

fn settle(part: &Path, place: &Path) -> Outcome<()> {
    // What stands there was not found to be right, or another run finished just now.
    discard(place)?;
    fs::rename(part, place)
        .map_err(|error| Failure::file("move the installed tool to", place, &error))
}

/// Removes a folder; one that is not there is no failure.
pub(crate) fn discard(folder: &Path) -> Outcome<()> {
    match fs::remove_dir_all(folder) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Failure::file("remove", folder, &error)),
    }
}
