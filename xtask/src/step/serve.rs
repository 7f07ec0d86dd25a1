//! `cargo xtask serve`: builds the page and serves it to this machine only, until Ctrl-C.

use crate::failure::Outcome;
use crate::progress::say;
use crate::site::bundle;
use crate::site::server::Server;
use crate::tool::PageTools;

/// Always the same, because a browser keeps the workbooks of each port apart.
const USUAL_PORT: u16 = 8457;

/// Builds, then serves on the given port, else on the usual one, else on a free one.
pub(crate) fn run(port: Option<u16>) -> Outcome<()> {
    let dist = bundle::build(&PageTools::ready()?)?;
    let server = match port {
        Some(port) => Server::start(dist, port)?,
        None => match Server::start(dist.clone(), USUAL_PORT) {
            Ok(server) => server,
            Err(failure) => {
                say(&format!("{failure} Taking another: workbooks kept under it stay there."));
                Server::start(dist, 0)?
            }
        },
    };
    say(&format!("serving {} (Ctrl-C ends it)", server.address()));
    server.wait();
    Ok(())
}
