//! The service worker with the list of the site's files: what makes the page open offline.
//! Never lists itself or the single-file edition, which is taken along by hand.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::single_file;
use crate::failure::{Failure, Outcome};

const TEMPLATE: &str = include_str!("service_worker.js");
const SCRIPT: &str = "service-worker.js";
/// The lines of the template that the build fills.
const VERSION: &str = "const VERSION = '';";
const FILES: &str = "const FILES = [];";

/// Writes `service-worker.js` for the files that are in the folder now: the last step of a build.
pub(crate) fn write(dist: &Path) -> Outcome<()> {
    let mut files = Vec::new();
    collect(dist, "", &mut files)?;
    files.sort();
    let path = dist.join(SCRIPT);
    fs::write(&path, filled(&files)?).map_err(|error| Failure::file("write", &path, &error))
}

/// Files below `folder` by their path in the site, each with its integrity.
fn collect(dist: &Path, folder: &str, files: &mut Vec<(String, String)>) -> Outcome<()> {
    let place = dist.join(folder);
    let cannot = |error| Failure::file("read", &place, &error);
    for entry in fs::read_dir(&place).map_err(cannot)? {
        let entry = entry.map_err(cannot)?;
        let Ok(name) = entry.file_name().into_string() else {
            return Err(Failure::new(format!("{} has a name that is no text.", place.display())));
        };
        let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
        if entry.path().is_dir() {
            collect(dist, &path, files)?;
        } else if path != SCRIPT && path != single_file::NAME {
            let content = fs::read(entry.path()).map_err(cannot)?;
            let hash = STANDARD.encode(Sha256::digest(&content));
            files.push((path, format!("sha256-{hash}")));
        }
    }
    Ok(())
}

fn filled(files: &[(String, String)]) -> Outcome<String> {
    let mut list = String::from("[\n");
    for (path, integrity) in files {
        // Trunk names files plainly; a name that needs escaping is a surprise worth a stop.
        if path.contains(['"', '\\']) || path.chars().any(char::is_control) {
            return Err(Failure::new(format!("\"{path}\" cannot be listed.")));
        }
        list.push_str(&format!("  [\"{path}\", \"{integrity}\"],\n"));
    }
    list.push(']');
    let hash: String = Sha256::digest(list.as_bytes()).iter().take(8).map(hex).collect();
    let mut script = TEMPLATE.to_owned();
    for (line, value) in
        [(VERSION, format!("const VERSION = '{hash}';")), (FILES, format!("const FILES = {list};"))]
    {
        if script.matches(line).count() != 1 {
            return Err(Failure::new(format!("service_worker.js has to say once: {line}")));
        }
        script = script.replace(line, &value);
    }
    Ok(script)
}

fn hex(byte: &u8) -> String {
    format!("{byte:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_every_file_of_the_site_by_its_content() {
        let dist = std::env::temp_dir().join(format!("xtask-offline-{}", std::process::id()));
        fs::create_dir_all(dist.join("part")).unwrap();
        for (path, content) in [
            ("index.html", "<p>"),
            ("part/a.js", "abc"),
            ("huikuan.html", "<p>"),
            ("service-worker.js", "of the last build"),
        ] {
            fs::write(dist.join(path), content).unwrap();
        }
        write(&dist).unwrap();
        let first = fs::read_to_string(dist.join(SCRIPT)).unwrap();
        // The hash of "abc" is a published example.
        let abc = "[\"part/a.js\", \"sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=\"],\n";
        assert!(first.contains(abc), "{first}");
        assert!(first.contains("[\"index.html\", \"sha256-"));
        assert_eq!(first.matches("\", \"sha256-").count(), 2, "{first}");
        let version =
            |script: &str| script.lines().find(|l| l.starts_with("const V")).map(str::len);
        assert_eq!(version(&first), Some("const VERSION = '0123456789abcdef';".len()));
        write(&dist).unwrap();
        assert_eq!(fs::read_to_string(dist.join(SCRIPT)).unwrap(), first);
        fs::write(dist.join("part/a.js"), "abd").unwrap();
        write(&dist).unwrap();
        let second = fs::read_to_string(dist.join(SCRIPT)).unwrap();
        let line =
            |script: &str| script.lines().find(|l| l.starts_with("const V")).map(str::to_owned);
        assert_ne!(line(&first), line(&second));
        fs::remove_dir_all(dist).unwrap();
    }
}
