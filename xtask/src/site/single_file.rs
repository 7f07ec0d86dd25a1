//! The single-file edition: page, worker, styles and icon in one HTML file that opens from disk.
//! It never asks for another file, and its policy forbids it to.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::policy;
use super::tag::{Tag, between, tags};
use crate::failure::{Failure, Outcome};

/// Its name in the folder of the site.
pub(crate) const NAME: &str = "huikuan.html";

/// What starts the page; it follows the bindings in the one script.
const START: &str = include_str!("single_file.js");
/// Where Trunk puts the worker.
const WORKER_SCRIPT: &str = "worker.js";
pub(crate) const WORKER_WASM: &str = "worker_bg.wasm";
/// Where the bindings of the page would look for their module unless told; never asked here.
const INIT: &str = "__wbg_init as default";

/// Writes the edition from what Trunk left in the folder; `html` is the page without a policy.
pub(crate) fn write(dist: &Path, html: &str) -> Outcome<()> {
    let path = dist.join(NAME);
    fs::write(&path, inlined(dist, html)?).map_err(|error| Failure::file("write", &path, &error))
}

fn inlined(dist: &Path, html: &str) -> Outcome<String> {
    let (mut page, mut styles, mut scripts, mut modules) =
        (html.to_owned(), vec![], vec![], vec![]);
    for tag in tags(html, "link") {
        let file = tag.value("href").unwrap_or_default();
        let kept = match tag.value("rel").unwrap_or_default() {
            "icon" => icon(&tag, &bytes(dist, file)?),
            "stylesheet" => {
                styles.push(text(dist, file)?);
                String::new()
            }
            "modulepreload" => {
                scripts.push(text(dist, file)?);
                String::new()
            }
            "preload" => {
                modules.push(bytes(dist, file)?);
                String::new()
            }
            // A file cannot be installed, so a manifest says nothing to it.
            "manifest" => String::new(),
            other => return Err(Failure::new(format!("a link \"{other}\" cannot be inlined."))),
        };
        page = page.replacen(tag.whole, &kept, 1);
    }
    let start = between(&page, "<script type=module>", "</script>").map(|(whole, _)| whole);
    let (Some(start), [script], [module]) = (start, scripts.as_slice(), modules.as_slice()) else {
        return Err(Failure::new(
            "index.html has to name one script and one wasm, and start them.",
        ));
    };
    page = page.replacen(start, "", 1);
    let script = module_script(script)?;
    let worker = text(dist, WORKER_SCRIPT)?;
    let style = styles.concat();
    for part in [&script, &worker, &style] {
        if part.contains("</script") || part.contains("</style") || part.contains("<!--") {
            return Err(Failure::new("a script or style would end the element it is put into."));
        }
    }
    let head = format!("<style>{style}</style><link id=worker-address>");
    let body = format!(
        "<script type=text/plain id=worker-script>{worker}</script>\
         <script type=text/plain id=worker-wasm>{}</script>\
         <script type=text/plain id=page-wasm>{}</script><script type=module>{script}</script>",
        STANDARD.encode(bytes(dist, WORKER_WASM)?),
        STANDARD.encode(module),
    );
    page = before(&page, "</head>", &head)?;
    page = before(&page, "</body>", &body)?;
    policy::written(&page, &policy::of_single_file(&script, &style))
}

/// The bindings and the start as one module; what the bindings export, nobody imports.
fn module_script(bindings: &str) -> Outcome<String> {
    let imports = bindings.lines().any(|line| line.starts_with("import "));
    if imports || !bindings.contains(INIT) {
        return Err(Failure::new("the page's bindings are not as the single file needs them."));
    }
    Ok(format!("{bindings}{START}"))
}

fn icon(tag: &Tag<'_>, svg: &[u8]) -> String {
    let rel = tag.value("rel").unwrap_or_default();
    format!("<link rel={rel} href=\"data:image/svg+xml;base64,{}\">", STANDARD.encode(svg))
}

fn before(page: &str, mark: &str, part: &str) -> Outcome<String> {
    match page.rsplit_once(mark) {
        Some((above, below)) => Ok(format!("{above}{part}{mark}{below}")),
        None => Err(Failure::new(format!("index.html has no {mark}."))),
    }
}

fn text(dist: &Path, file: &str) -> Outcome<String> {
    String::from_utf8(bytes(dist, file)?).map_err(|_| Failure::new(format!("{file} is no text.")))
}

fn bytes(dist: &Path, file: &str) -> Outcome<Vec<u8>> {
    let path = dist.join(file);
    fs::read(&path).map_err(|error| Failure::file("read", &path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder as Trunk leaves it, in small.
    fn folder(name: &str, bindings: &str) -> std::path::PathBuf {
        let dist = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        for (file, content) in [
            ("a.css", "p{margin:0}"),
            ("icon.svg", "<svg/>"),
            ("page.js", bindings),
            ("page_bg.wasm", "page"),
            ("worker.js", "let wasm_bindgen;"),
            ("worker_bg.wasm", "work"),
        ] {
            fs::write(dist.join(file), content).unwrap();
        }
        dist
    }

    const HTML: &str = "<!doctype html><html><head><meta charset=utf-8><title>T</title>\
        <link href=./icon.svg integrity=sha384-x rel=icon><link href=m.webmanifest rel=manifest>\
        <link href=./a.css rel=stylesheet><script type=module>import init from './page.js';</script>\
        <link crossorigin href=./page.js rel=modulepreload>\
        <link as=fetch href=./page_bg.wasm rel=preload></head><body><noscript>N</noscript></body>\
        </html>";
    const BINDINGS: &str = "let a = 1;\nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn holds_everything_and_names_no_file() {
        let dist = folder("single", BINDINGS);
        write(&dist, HTML).unwrap();
        let page = fs::read_to_string(dist.join(NAME)).unwrap();
        fs::remove_dir_all(&dist).unwrap();
        for part in
            ["<style>p{margin:0}</style>", "let a = 1;", ">let wasm_bindgen;<", ">cGFnZQ==<"]
        {
            assert_eq!(page.matches(part).count(), 1, "{part} in {page}");
        }
        for gone in ["./", "manifest.webmanifest", "integrity", "import init", "'self'"] {
            let found = page.replace(START, "").contains(gone);
            assert!(!found, "{gone} in {page}");
        }
        let policy = policy::of(&page).unwrap();
        assert!(policy.contains("worker-src blob:") && !policy.contains("connect-src"), "{policy}");
        assert_eq!(policy.matches("sha256-").count(), 2, "{policy}");
    }

    #[test]
    fn refuses_what_cannot_be_inlined() {
        let with_import = format!("import a from './b.js';\n{BINDINGS}");
        for (name, bindings, html) in [
            ("import", with_import.as_str(), HTML.to_owned()),
            ("end", &format!("'</script>';{BINDINGS}"), HTML.to_owned()),
            ("start", BINDINGS, HTML.replace("type=module", "src=x")),
            ("link", BINDINGS, HTML.replace("rel=manifest", "rel=prefetch")),
        ] {
            let dist = folder(name, bindings);
            assert!(write(&dist, &html).is_err(), "{name} was accepted");
            fs::remove_dir_all(&dist).unwrap();
        }
    }
}
