//! What a first visit transfers: the page's HTML and every script, style sheet and wasm it names,
//! in brotli. The secondary module, the worker and icons come later and do not count.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use brotli::enc::BrotliEncoderParams;

use crate::failure::{Failure, Outcome};

/// Bytes of a first visit, each file compressed on its own as a host would: the budget for a page
/// with everything (DESIGN 9). It was 250,000 while there were ledger and screens alone.
pub(crate) const FIRST_LOAD_BYTES_MAX: usize = 350_000;

/// One file of the first load.
#[derive(Debug)]
pub(crate) struct Weight {
    pub(crate) file: String,
    pub(crate) bytes: usize,
    pub(crate) brotli_bytes: usize,
}

/// Every file of the first load, `index.html` first, then by name.
pub(crate) fn first_load(dist: &Path) -> Outcome<Vec<Weight>> {
    let html = text(&dist.join("index.html"))?;
    let mut files: BTreeSet<String> = BTreeSet::new();
    let mut unread = named_in(&html);
    while let Some(file) = unread.pop() {
        if files.insert(file.clone()) && file.ends_with(".js") {
            let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
            let script = text(&dist.join(&file))?;
            unread.extend(imported_by(&script).into_iter().map(|name| within(folder, &name)));
        }
    }
    if !files.iter().any(|file| file.ends_with(".wasm")) {
        return Err(Failure::new("dist/index.html names no wasm, so its weight is unknown."));
    }
    std::iter::once("index.html".to_owned()).chain(files).map(|file| weigh(dist, file)).collect()
}

/// What follows the first load as soon as the page stands: the rest of its wasm.
pub(crate) fn secondary(dist: &Path) -> Outcome<Weight> {
    let files = fs::read_dir(dist).map_err(|error| Failure::file("read", dist, &error))?;
    let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let mut found = names.filter(|name| name.starts_with("secondary-") && name.ends_with(".wasm"));
    let file = found.next().ok_or_else(|| Failure::new("dist/ holds no secondary module."))?;
    weigh(dist, file)
}

fn weigh(dist: &Path, file: String) -> Outcome<Weight> {
    let path = dist.join(&file);
    let content = fs::read(&path).map_err(|error| Failure::file("read", &path, &error))?;
    let mut packed = Vec::new();
    let best = BrotliEncoderParams { quality: 11, lgwin: 22, ..BrotliEncoderParams::default() };
    brotli::BrotliCompress(&mut content.as_slice(), &mut packed, &best)
        .map_err(|error| Failure::file("compress", &path, &error))?;
    Ok(Weight { file, bytes: content.len(), brotli_bytes: packed.len() })
}

/// Files of the page named in quotes or as attribute values of its HTML.
fn named_in(html: &str) -> Vec<String> {
    html.split(['"', '\'', ' ', '>', '='])
        .map(|word| word.strip_prefix("./").unwrap_or(word))
        .filter(|word| [".js", ".css", ".wasm"].iter().any(|end| word.ends_with(end)))
        .filter(|word| !word.contains("://"))
        .map(str::to_owned)
        .collect()
}

/// Modules that a script loads before it runs: `import … from './name.js'`.
fn imported_by(script: &str) -> Vec<String> {
    let parts = script.split("from").skip(1).map(str::trim_start);
    parts
        .filter_map(|part| {
            let quote = part.chars().next().filter(|first| matches!(first, '"' | '\''))?;
            let (name, _) = part.get(1..)?.split_once(quote)?;
            name.starts_with("./").then(|| name.trim_start_matches("./").to_owned())
        })
        .filter(|name| name.ends_with(".js"))
        .collect()
}

fn within(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

fn text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| Failure::file("read", path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_the_page_names() {
        let html = "<link rel=stylesheet href=./screen-1.css><link href=\"icon.svg\">\
                    <link rel=\"preload\" href=\"./page-2_bg.wasm\"><script type=\"module\">\
                    import init from './page-2.js';</script>";
        assert_eq!(named_in(html), ["screen-1.css", "page-2_bg.wasm", "page-2.js"]);
    }

    #[test]
    fn finds_what_a_script_imports() {
        let script = "import { a } from './snippets/x/inline0.js';import{b}from\"./c.js\";\
                      Array.from('./no.txt'); 'from here'";
        assert_eq!(imported_by(script), ["snippets/x/inline0.js", "c.js"]);
    }
}
