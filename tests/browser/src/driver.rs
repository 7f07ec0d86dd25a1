//! The program that drives a browser: one for each visit, on a port of its own, ended with it.

use std::fs::File;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::broken::{Broken, Told};

const START_TIME_MAX: Duration = Duration::from_secs(30);

#[derive(Debug)]
pub(crate) struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts it and waits until it listens; what it says goes to `folder/driver.log`.
    pub(crate) async fn start(program: &Path, folder: &Path) -> Told<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let log = File::create(folder.join("driver.log"))?;
        let child = Command::new(program)
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .map_err(|error| {
                Broken::new(format!("{} did not start: {error}", program.display()))
            })?;
        let driver = Self { child, port };
        tokio::time::timeout(START_TIME_MAX, driver.listening())
            .await
            .map_err(|_| Broken::new(format!("{} does not listen", program.display())))?;
        Ok(driver)
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    async fn listening(&self) {
        while tokio::net::TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).await.is_err() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
