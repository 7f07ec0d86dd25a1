//! A static file server for this machine only. It serves one folder, reads nothing outside it,
//! keeps nothing, and lets a browser keep nothing without asking again.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::thread::JoinHandle;
use std::time::Duration;

use super::policy;
use crate::failure::{Failure, Outcome};

/// Longest request head and longest report that is read.
const HEAD_BYTES_MAX: u64 = 32 * 1024;
const REPORT_BYTES_MAX: u64 = 1024 * 1024;

/// A running server; it ends with the process.
#[derive(Debug)]
pub(crate) struct Server {
    address: SocketAddr,
    thread: JoinHandle<()>,
}

impl Server {
    /// Serves `folder` on 127.0.0.1; port 0 takes a free one.
    pub(crate) fn start(folder: PathBuf, port: u16) -> Outcome<Self> {
        Self::listen(folder, port, None)
    }

    /// The same on a free port, and hands over what a page posts to `/report`.
    pub(crate) fn start_with_reports(folder: PathBuf, reports: Sender<String>) -> Outcome<Self> {
        Self::listen(folder, 0, Some(reports))
    }

    fn listen(folder: PathBuf, port: u16, reports: Option<Sender<String>>) -> Outcome<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .map_err(|error| Failure::new(format!("Port {port} cannot be served: {error}.")))?;
        let address = listener
            .local_addr()
            .map_err(|error| Failure::new(format!("The server has no address: {error}.")))?;
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (folder, reports) = (folder.clone(), reports.clone());
                // A browser that goes away in the middle is no fault of ours.
                std::thread::spawn(move || drop(answer(stream, &folder, reports.as_ref())));
            }
        });
        Ok(Self { address, thread })
    }

    /// The address for a browser, with a slash at the end.
    pub(crate) fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Serves until the process is ended.
    pub(crate) fn wait(self) {
        drop(self.thread.join());
    }
}

fn answer(
    mut stream: TcpStream,
    folder: &Path,
    reports: Option<&Sender<String>>,
) -> std::io::Result<()> {
    // Browsers open connections ahead of need and may leave them silent.
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut lines = Vec::new();
    for line in reader.by_ref().take(HEAD_BYTES_MAX).lines() {
        let line = line?;
        if line.is_empty() {
            break;
        }
        lines.push(line);
    }
    let mut words = lines.first().map_or("", String::as_str).split(' ');
    let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    match (method, target, reports) {
        ("GET", ..) => reply(&mut stream, &page(folder, target), true),
        ("HEAD", ..) => reply(&mut stream, &page(folder, target), false),
        ("POST", "/report", Some(reports)) => {
            let mut text = String::new();
            reader.take(length_of(&lines).min(REPORT_BYTES_MAX)).read_to_string(&mut text)?;
            drop(reports.send(text));
            reply(&mut stream, &Reply::text("200 OK", ""), true)
        }
        _ => reply(&mut stream, &Reply::text("405 Method Not Allowed", "only GET\n"), true),
    }
}

fn length_of(lines: &[String]) -> u64 {
    let headers = lines.iter().filter_map(|line| line.split_once(':'));
    let mut lengths = headers
        .filter(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .filter_map(|(_, value)| value.trim().parse().ok());
    lengths.next().unwrap_or(0)
}

struct Reply {
    status: &'static str,
    kind: &'static str,
    /// The policy of the page in the folder, for whatever it serves.
    policy: Option<String>,
    body: Vec<u8>,
}

impl Reply {
    fn text(status: &'static str, body: &str) -> Self {
        Self {
            status,
            kind: "text/plain; charset=utf-8",
            policy: None,
            body: body.as_bytes().to_vec(),
        }
    }
}

fn page(folder: &Path, target: &str) -> Reply {
    let found = file_of(folder, target).and_then(|file| {
        let body = std::fs::read(&file).ok()?;
        Some(Reply { status: "200 OK", kind: kind(&file), policy: policy_of(folder), body })
    });
    found.unwrap_or_else(|| Reply::text("404 Not Found", "not here\n"))
}

fn policy_of(folder: &Path) -> Option<String> {
    let html = std::fs::read_to_string(folder.join("index.html")).ok()?;
    policy::of(&html).map(str::to_owned)
}

/// The file behind a request target; `None` when it would be outside the folder.
fn file_of(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let path = decoded(path.strip_prefix('/')?)?;
    let mut file = folder.to_path_buf();
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        let is_plain = !segment.starts_with('.') && !segment.contains(['\\', ':', '\0']);
        is_plain.then(|| file.push(segment))?;
    }
    Some(if file.is_dir() { file.join("index.html") } else { file })
}

fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first == b'%' {
            let (digits, after) = rest.split_at_checked(2)?;
            rest = after;
            bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The type a browser insists on, modules and wasm above all.
fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn reply(stream: &mut TcpStream, reply: &Reply, with_body: bool) -> std::io::Result<()> {
    let mut policy_line = String::new();
    if let Some(policy) = &reply.policy {
        policy_line.push_str(&format!("Content-Security-Policy: {policy}\r\n"));
    }
    write!(
        stream,
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\n{policy_line}Connection: close\r\n\r\n",
        reply.status,
        reply.kind,
        reply.body.len()
    )?;
    if with_body {
        stream.write_all(&reply.body)?;
    }
    stream.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(server: &Server, request: &str) -> String {
        let mut stream = TcpStream::connect(server.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn site() -> PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-server-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("site/part")).unwrap();
        std::fs::write(folder.join("secret.txt"), "secret").unwrap();
        std::fs::write(folder.join("site/index.html"), "<p>first").unwrap();
        std::fs::write(folder.join("site/page 1.wasm"), "wasm").unwrap();
        std::fs::write(folder.join("site/part/index.html"), "<p>part").unwrap();
        folder
    }

    #[test]
    fn serves_the_folder_and_nothing_else() {
        let folder = site();
        let (sender, reports) = std::sync::mpsc::channel();
        let server = Server::start_with_reports(folder.join("site"), sender).unwrap();
        for (request, expected) in [
            ("GET / HTTP/1.1", "200 OK|text/html|<p>first"),
            ("GET /?a=1 HTTP/1.1", "200 OK|text/html|<p>first"),
            ("GET /part/ HTTP/1.1", "200 OK|text/html|<p>part"),
            ("GET /page%201.wasm HTTP/1.1", "200 OK|application/wasm|wasm"),
            ("HEAD / HTTP/1.1", "200 OK|text/html|"),
            ("GET /none.js HTTP/1.1", "404 Not Found|text/plain|not here\n"),
            ("GET /../secret.txt HTTP/1.1", "404 Not Found|text/plain|not here\n"),
            ("GET /%2e%2e/secret.txt HTTP/1.1", "404 Not Found|text/plain|not here\n"),
            ("GET /%zz HTTP/1.1", "404 Not Found|text/plain|not here\n"),
            ("PUT / HTTP/1.1", "405 Method Not Allowed|text/plain|only GET\n"),
        ] {
            let answer = ask(&server, &format!("{request}\r\nHost: here\r\n\r\n"));
            let parts: Vec<&str> = expected.split('|').collect();
            assert!(
                answer.starts_with(&format!("HTTP/1.1 {}\r\n", parts[0])),
                "{request} {answer}"
            );
            assert!(answer.contains(&format!("Content-Type: {}", parts[1])), "{request} {answer}");
            assert!(answer.contains("Cache-Control: no-cache\r\n"), "{request} {answer}");
            assert_eq!(answer.split_once("\r\n\r\n").unwrap().1, parts[2], "{request}");
        }
        ask(&server, "POST /report HTTP/1.1\r\ncontent-length: 4\r\n\r\nword");
        assert_eq!(reports.recv().unwrap(), "word");
        let page = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
        std::fs::write(folder.join("site/index.html"), page).unwrap();
        let answer = ask(&server, "GET /page%201.wasm HTTP/1.1\r\nHost: here\r\n\r\n");
        assert!(answer.contains("Content-Security-Policy: default-src 'none'\r\n"), "{answer}");
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_port_in_use_is_refused_with_its_number() {
        let first = Server::start(std::env::temp_dir(), 0).unwrap();
        let port = first.address.port();
        let refused = Server::start(std::env::temp_dir(), port).unwrap_err().to_string();
        assert!(refused.contains(&port.to_string()), "{refused}");
    }
}
