//! The page's two wasm modules and the script that starts them, in the place of what Trunk wrote.
//! Never touches the page's own bindings: its script only follows them in the same file.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::offline;
use super::split::profile::{Profile, noting as noting_calls};
use super::split::{Split, split, without_names};
use super::tag::{between, tags};
use crate::failure::{Failure, Outcome};
use crate::project;

const START: &str = include_str!("start.js");
/// Ends the script of a page that notes what it calls.
const REPORT: &str = include_str!("report.js");
/// The lines of the script that the build fills.
const PRIMARY: &str = "const PRIMARY = '';";
const SECONDARY: &str = "const SECONDARY = '';";
/// What Trunk starts the page with.
const TRUNK_SCRIPT: (&str, &str) = ("<script type=module>", "</script>");

/// The names that Trunk gave to the page's bindings and module.
#[derive(Debug)]
pub(crate) struct Started<'a> {
    pub(crate) script: &'a str,
    pub(crate) wasm: &'a str,
    script_link: &'a str,
    wasm_link: &'a str,
    start: &'a str,
}

impl<'a> Started<'a> {
    /// Reads what Trunk left in the page.
    pub(crate) fn by_trunk(html: &'a str) -> Outcome<Self> {
        let named = |rel: &str| {
            let link = tags(html, "link").into_iter().find(|tag| tag.value("rel") == Some(rel));
            link.and_then(|tag| Some((tag.whole, tag.value("href")?.trim_start_matches("./"))))
        };
        let start = between(html, TRUNK_SCRIPT.0, TRUNK_SCRIPT.1).map(|(whole, _)| whole);
        match (named("modulepreload"), named("preload"), start) {
            (Some((script_link, script)), Some((wasm_link, wasm)), Some(start)) => {
                Ok(Self { script, wasm, script_link, wasm_link, start })
            }
            _ => Err(Failure::new("index.html has to name one script and one wasm.")),
        }
    }

    /// Takes the function names out of the module, for an edition that carries it whole; the
    /// module with them is kept outside the site.
    pub(crate) fn strip(&self, dist: &Path) -> Outcome<Vec<u8>> {
        let module = strip(dist, self.wasm)?;
        let kept = named();
        fs::write(&kept, &module).map_err(|error| Failure::file("write", &kept, &error))?;
        Ok(module)
    }

    /// Puts two modules and their script in the place of Trunk's, and gives the page's HTML.
    pub(crate) fn divided(&self, dist: &Path, html: &str, named: &[u8]) -> Outcome<String> {
        let Split { primary, secondary } = split(named, &Profile::recorded()?)?;
        let primary = add(dist, "primary", "wasm", &primary)?;
        let secondary = add(dist, "secondary", "wasm", &secondary)?;
        let bindings = String::from_utf8(read(dist, self.script)?)
            .map_err(|_| Failure::new(format!("{} is no text.", self.script)))?;
        let script =
            add(dist, "huikuan", "js", started(&bindings, &primary, &secondary)?.as_bytes())?;
        for replaced in [self.script, self.wasm] {
            let path = dist.join(replaced);
            fs::remove_file(&path).map_err(|error| Failure::file("remove", &path, &error))?;
        }
        let wasm_link = format!(
            "<link as=fetch crossorigin href=./{primary} rel=preload type=application/wasm>"
        );
        Ok(html
            .replacen(self.start, &format!("<script src=./{script} type=module></script>"), 1)
            .replacen(self.script_link, "", 1)
            .replacen(self.wasm_link, &wasm_link, 1))
    }
}

/// Takes the function names out of a module of the site, and gives it as it was.
pub(crate) fn strip(dist: &Path, file: &str) -> Outcome<Vec<u8>> {
    let module = read(dist, file)?;
    write(dist, file, &without_names(&module)?)?;
    Ok(module)
}

/// A copy of the built site whose page notes each function it calls, and reports them when a first
/// visit has come to rest.
pub(crate) fn noting(dist: &Path) -> Outcome<PathBuf> {
    let site = project::target().join("first-visit");
    let cannot = |error| Failure::file("copy", &site, &error);
    fs::create_dir_all(&site).map_err(cannot)?;
    for file in fs::read_dir(&site).map_err(cannot)? {
        fs::remove_file(file.map_err(cannot)?.path()).map_err(cannot)?;
    }
    let whole = split(&noting_calls(&fs::read(named()).map_err(cannot)?)?, &Profile::Everything)?;
    for file in fs::read_dir(dist).map_err(cannot)? {
        let file = file.map_err(cannot)?;
        let name = file.file_name().into_string().unwrap_or_default();
        let mut content = fs::read(file.path()).map_err(cannot)?;
        match (name.split('-').next(), name.rsplit('.').next()) {
            (Some("primary"), _) => content.clone_from(&whole.primary),
            (Some("secondary"), _) => content.clone_from(&whole.secondary),
            (Some("huikuan"), Some("js")) => content.extend_from_slice(REPORT.as_bytes()),
            _ => {}
        }
        write(&site, &name, &content)?;
    }
    offline::write(&site)?;
    Ok(site)
}

/// The page's module as it was before it was divided, with the names of its functions.
pub(crate) fn named() -> PathBuf {
    project::target().join("page-with-names.wasm")
}

/// The bindings and the start as one module.
fn started(bindings: &str, primary: &str, secondary: &str) -> Outcome<String> {
    let mut script = format!("{bindings}{START}");
    for (line, name) in [(PRIMARY, primary), (SECONDARY, secondary)] {
        if script.matches(line).count() != 1 {
            return Err(Failure::new(format!("start.js has to say once: {line}")));
        }
        script = script.replace(line, &line.replace("''", &format!("'./{name}'")));
    }
    Ok(script)
}

/// Adds a file under a name that its content decides, so that no cache mixes two builds.
fn add(dist: &Path, stem: &str, extension: &str, content: &[u8]) -> Outcome<String> {
    let hash: String =
        Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{stem}-{hash}.{extension}");
    write(dist, &name, content)?;
    Ok(name)
}

fn read(dist: &Path, file: &str) -> Outcome<Vec<u8>> {
    let path = dist.join(file);
    fs::read(&path).map_err(|error| Failure::file("read", &path, &error))
}

fn write(dist: &Path, file: &str, content: &[u8]) -> Outcome<()> {
    let path = dist.join(file);
    fs::write(&path, content).map_err(|error| Failure::file("write", &path, &error))
}
