//! A screen for browsers that have no headless way of their own: the one that is there, or a
//! virtual one that ends with its use.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::tool::debian;

/// A virtual screen of our own, or none when the machine has one.
#[derive(Debug)]
pub(crate) struct Display(Option<(Child, String)>);

impl Display {
    pub(crate) fn ready() -> Outcome<Self> {
        if ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some()) {
            return Ok(Self(None));
        }
        if process::on_path("Xvfb").is_none() && debian::can_install() {
            debian::install(&["xvfb"])?;
        }
        // The server writes the number of the screen it found free, once it can be used.
        let mut server = process::program("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        server.stdout(Stdio::piped()).stderr(Stdio::null());
        let missing = |_| Failure::new("WebKit needs a screen: install xvfb, or set DISPLAY.");
        let mut child = server.spawn().map_err(missing)?;
        let mut number = String::new();
        if let Some(stdout) = child.stdout.take() {
            BufReader::new(stdout).read_line(&mut number).map_err(missing)?;
        }
        let display = Self(Some((child, format!(":{}", number.trim()))));
        if number.trim().is_empty() {
            return Err(Failure::new("The virtual screen (Xvfb) did not start."));
        }
        Ok(display)
    }

    /// The value of DISPLAY for programs that use it; `None` leaves it as it is.
    pub(crate) fn name(&self) -> Option<&str> {
        self.0.as_ref().map(|(_, name)| name.as_str())
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if let Some((server, _)) = &mut self.0 {
            // It may have ended by itself, which is as good.
            drop(server.kill());
            drop(server.wait());
        }
    }
}
