//! Installs Debian packages where that is possible: apt is there and we are root. Never asks
//! for a password.

use crate::failure::Outcome;
use crate::process;
use crate::tool::announce;

/// Whether packages can be installed on this machine without asking anybody.
pub(crate) fn can_install() -> bool {
    process::on_path("apt-get").is_some()
        && process::read(process::program("id").arg("-u")).is_ok_and(|uid| uid.trim() == "0")
}

/// Installs packages with what they need and nothing more.
pub(crate) fn install(packages: &[&str]) -> Outcome<()> {
    announce(&packages.join(", "), "with apt, a minute or two");
    process::run(apt().args(["update", "-qq"]))?;
    process::run(apt().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
}

fn apt() -> std::process::Command {
    let mut apt = process::program("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    apt
}
