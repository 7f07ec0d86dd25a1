//! A static host of one's own for a story that stops it or puts another build on it. It serves the
//! built page in a sub-folder, sends no headers that a plain host would not, and never writes.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use crate::broken::{Broken, Told};

/// Below it lies the site; above it is nothing.
const FOLDER: &str = "/office/book/";

/// What is served and what was asked for, shared with the threads that answer.
#[derive(Debug, Default)]
struct Shelf {
    dist: PathBuf,
    /// Files that stand in the place of the built ones.
    newer: Mutex<BTreeMap<String, Vec<u8>>>,
    asked: Mutex<Vec<String>>,
}

#[derive(Debug)]
struct Open {
    is_closing: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

/// A host that is open or closed.
#[derive(Debug)]
pub(crate) struct Host {
    port: u16,
    shelf: Arc<Shelf>,
    open: Option<Open>,
}

impl Host {
    /// Serves the folder on a free port of this machine.
    pub(crate) fn open(dist: &Path) -> Told<Self> {
        let shelf = Shelf { dist: dist.to_path_buf(), ..Shelf::default() };
        let mut host = Self { port: 0, shelf: Arc::new(shelf), open: None };
        host.reopen()?;
        Ok(host)
    }

    /// Serves again, under the same address.
    pub(crate) fn reopen(&mut self) -> Told {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port))?;
        self.port = listener.local_addr()?.port();
        let (shelf, is_closing) = (Arc::clone(&self.shelf), Arc::new(AtomicBool::new(false)));
        let closing = Arc::clone(&is_closing);
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if closing.load(Ordering::SeqCst) {
                    return;
                }
                let shelf = Arc::clone(&shelf);
                // A browser that goes away in the middle is no fault of ours.
                std::thread::spawn(move || drop(answer(stream, &shelf)));
            }
        });
        self.open = Some(Open { is_closing, thread });
        Ok(())
    }

    /// Closes the port, as when the network is gone.
    pub(crate) fn close(&mut self) -> Told {
        let Some(open) = self.open.take() else { return Ok(()) };
        open.is_closing.store(true, Ordering::SeqCst);
        // The thread waits for a visitor, so one comes.
        drop(TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?);
        open.thread.join().map_err(|_| Broken::new("the host broke down"))
    }

    /// The address of the site, with a slash at the end.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}{FOLDER}", self.port)
    }

    /// Puts a file in the place of the built one.
    pub(crate) fn put(&self, path: &str, content: Vec<u8>) {
        let mut newer = self.shelf.newer.lock().unwrap_or_else(PoisonError::into_inner);
        newer.insert(path.to_owned(), content);
    }

    /// Paths asked for since this was last called, in order, as they stand after the site's
    /// address.
    pub(crate) fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.shelf.asked.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Shelf {
    fn file(&self, path: &str) -> Option<Vec<u8>> {
        let path = if path.is_empty() { "index.html" } else { path };
        let newer = self.newer.lock().unwrap_or_else(PoisonError::into_inner);
        newer.get(path).cloned().or_else(|| {
            let is_plain = !path.split('/').any(|part| part.starts_with('.'));
            is_plain.then(|| std::fs::read(self.dist.join(path)).ok()).flatten()
        })
    }
}

fn answer(mut stream: TcpStream, shelf: &Shelf) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let target = first.split(' ').nth(1).unwrap_or_default();
    let path = target.split('?').next().unwrap_or_default();
    let path = path.strip_prefix(FOLDER);
    if let Some(path) = path {
        shelf.asked.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_owned());
    }
    let (status, body) = match path.and_then(|path| shelf.file(path)) {
        Some(body) => ("200 OK", body),
        None => ("404 Not Found", Vec::new()),
    };
    let kind = kind(path.unwrap_or_default());
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)?;
    stream.flush()
}

fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("html", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css",
        "js" => "text/javascript",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
