//! Builds `dist/`: Trunk bundles the page and the worker; then come the content security policy,
//! the single-file edition and the service worker. Nothing is downloaded by Trunk.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::progress::{Watch, in_words, say};
use crate::project;
use crate::site::start::{Started, strip};
use crate::site::{offline, policy, single_file};
use crate::tool::PageTools;

/// Builds the release page and gives its folder.
pub(crate) fn build(tools: &PageTools) -> Outcome<PathBuf> {
    let watch = Watch::start();
    let _turn = turn()?;
    say("building dist/ …");
    forget(&project::dist())?;
    // Trunk calls cargo without network, so the sources have to be here before.
    process::run(process::cargo().args(["fetch", "--locked", "--quiet"]))?;
    let mut trunk = process::program(&tools.trunk);
    trunk.env("PATH", tools.path()?);
    // Trunk reads this as its own option and stops at the usual value `1`.
    trunk.env_remove("NO_COLOR");
    // A failed compilation is told by the compiler; Trunk's own stack says nothing more.
    trunk.env("RUST_BACKTRACE", "0");
    trunk.arg("build");
    match tools.wasm_opt {
        Some(_) => trunk.arg("--release"),
        // Trunk runs wasm-opt exactly in its own release mode; cargo's profile is another thing.
        None => trunk.args(["--cargo-profile", "release", "--minify"]),
    };
    process::run(trunk.args(["--offline", "--skip-version-check"]))?;
    finish(&project::dist())?;
    say(&format!("built dist/ in {}", in_words(watch.elapsed())));
    Ok(project::dist())
}

/// Waits until no other run builds the same folder; it is this one's turn until the file closes.
fn turn() -> Outcome<File> {
    let path = project::target().join("dist.lock");
    let cannot = |error| Failure::file("lock", &path, &error);
    fs::create_dir_all(project::target()).map_err(cannot)?;
    let file = File::create(&path).map_err(cannot)?;
    if file.try_lock().is_err() {
        say("waiting for another run that builds dist/ …");
        file.lock().map_err(cannot)?;
    }
    Ok(file)
}

/// Takes the last build away, so that a failing one leaves nothing that could be mistaken for it.
fn forget(dist: &Path) -> Outcome<()> {
    match fs::remove_dir_all(dist) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(Failure::file("remove", dist, &error))
        }
        _ => Ok(()),
    }
}

/// What Trunk leaves undone; the list of files comes last, because it holds their hashes.
fn finish(dist: &Path) -> Outcome<()> {
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index).map_err(|error| Failure::file("read", &index, &error))?;
    let started = Started::by_trunk(&html)?;
    let named = started.strip(dist)?;
    strip(dist, single_file::WORKER_WASM)?;
    single_file::write(dist, &html)?;
    let guarded = policy::written_into(&started.divided(dist, &html, &named)?)?;
    fs::write(&index, guarded).map_err(|error| Failure::file("write", &index, &error))?;
    offline::write(dist)
}
