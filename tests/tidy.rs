//! Holds the sources to the shape that DESIGN and STYLE give them: who may use whom, what each
//! layer never touches, how long a file may be. Never looks at what the code computes.
#![allow(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it should be, and says what it skipped"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const LINES_MAX: usize = 400;
const COLUMNS_MAX: usize = 100;

/// The layers from the ground up. A module may use those of earlier rows, and those before it in
/// its own row.
const LAYERS: [&[&str]; 11] = [
    &["id", "money", "calendar"],
    &["record"],
    &["journal"],
    &["policy"],
    &["ledger"],
    &["rule"],
    &["letter"],
    &["workbook", "search", "view"],
    &["say"],
    &["format"],
    &["store", "demo", "job"],
];

/// Names that say nothing of what a file holds.
const EMPTY_NAMES: [&str; 6] = ["utils", "helpers", "common", "types", "models", "services"];

/// Where figures are kept, computed and shown. The journal only digests what it is given, and
/// `format` takes figures as a spreadsheet keeps them.
const NO_FLOATS: [&str; 10] = [
    "money", "calendar", "record", "policy", "ledger", "rule", "letter", "workbook", "search",
    "view",
];

#[test]
fn every_source_has_its_shape() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    for folder in ["src", "tests", "examples", "benches", "xtask/src"] {
        collect(&root.join(folder), &mut sources);
    }
    assert!(sources.len() > 30, "only {} sources were found", sources.len());
    let mut faults = Vec::new();
    for path in sources {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        faults.extend(shape_faults(&name, &text));
        faults.extend(layer_faults(&name, &text));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn collect(folder: &Path, sources: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            sources.push(path);
        }
    }
}

fn shape_faults(name: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if !text.starts_with("//! ") {
        faults.push(format!("{name} does not open with its purpose"));
    }
    let line_count = text.lines().count();
    if line_count > LINES_MAX {
        faults.push(format!("{name} has {line_count} lines"));
    }
    // Sentences, snapshots and drawings are not broken for the sake of a margin.
    let is_code = |line: &str| !line.contains('"') && !name.contains("tests/");
    let code = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
    for (index, line) in code.lines().enumerate().filter(|(_, line)| is_code(line)) {
        let columns = line.chars().count();
        if columns > COLUMNS_MAX {
            faults.push(format!("{name}:{} has {columns} columns", index + 1));
        }
    }
    let words: Vec<&str> = name.trim_end_matches(".rs").split('/').collect();
    if let Some(word) = words.iter().find(|word| EMPTY_NAMES.contains(word)) {
        faults.push(format!("{name}: the name \"{word}\" says nothing of what it holds"));
    }
    faults
}

/// What a source of the package uses that its layer may not.
fn layer_faults(name: &str, text: &str) -> Vec<String> {
    let Some(path) = name.strip_prefix("src/") else { return Vec::new() };
    let module = path.split(['/', '.']).next().unwrap_or_default();
    let code = code_of(name, text);
    let says = |word: &str| words_of(&code).any(|found| found == word);
    let mut faults = Vec::new();
    let touches_browser = says("web_sys") || says("js_sys");
    if touches_browser && !path.starts_with("page/browser/") && !path.starts_with("bin/") {
        faults.push(format!("{name} touches the browser"));
    }
    if says("serde_json") && module != "format" {
        faults.push(format!("{name} knows JSON"));
    }
    if matches!(module, "lib" | "main" | "bin" | "page") {
        return faults;
    }
    let Some(allowed) = usable_by(module) else {
        faults.push(format!("{name}: the module {module} stands in no layer"));
        return faults;
    };
    for used in modules_used(&code) {
        if used != module && !allowed.contains(used.as_str()) {
            faults.push(format!("{name} uses {used}, which is not above {module}"));
        }
    }
    if (says("f32") || says("f64")) && NO_FLOATS.contains(&module) {
        faults.push(format!("{name} reckons in floating point"));
    }
    faults
}

/// The modules a module may use; `None` when it stands in no layer.
fn usable_by(module: &str) -> Option<BTreeSet<&'static str>> {
    let mut above = BTreeSet::new();
    for layer in LAYERS {
        for name in layer {
            if *name == module {
                return Some(above);
            }
            above.insert(*name);
        }
    }
    None
}

/// The source without comments and without its unit tests, which may use anything.
fn code_of(name: &str, text: &str) -> String {
    if name.ends_with("/tests.rs") {
        return String::new();
    }
    let before_tests = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
    let lines = before_tests.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

fn words_of(code: &str) -> impl Iterator<Item = &str> {
    code.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
}

/// Top-level modules that are named after `crate::`, alone or in braces.
fn modules_used(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for after in code.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            None => used.extend(words_of(after).next().map(str::to_owned)),
            Some(list) => used.extend(first_words(list)),
        }
    }
    // A macro's or the crate's own item is no module.
    used.retain(|word| word.starts_with(|letter: char| letter.is_ascii_lowercase()));
    used
}

/// The first word of each item of a braced list, up to its closing brace.
fn first_words(list: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let (mut depth, mut at_first) = (0, true);
    for letter in list.chars() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                words.push(String::new());
                at_first = true;
            }
            ':' => at_first = false,
            _ if letter.is_whitespace() => {}
            _ if depth == 0 && at_first => {
                words.last_mut().unwrap().push(letter);
            }
            _ => {}
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn an_arrow_down_the_layers_is_a_fault() {
    let faults_in = |name: &str, text: &str| layer_faults(name, text).len();
    assert_eq!(faults_in("src/ledger/fold.rs", "use crate::journal::Entry;"), 0);
    assert_eq!(faults_in("src/journal/entry.rs", "use crate::ledger::Ledger;"), 1);
    assert_eq!(faults_in("src/journal/entry.rs", "let x = crate::view::Row::new();"), 1);
    assert_eq!(faults_in("src/policy/mod.rs", "use crate::{id::Id, rule::{a, b}, say};"), 2);
    assert_eq!(faults_in("src/view/row.rs", "use crate::search::Index;"), 0);
    assert_eq!(faults_in("src/search/mod.rs", "use crate::view::Row;"), 1);
    assert_eq!(faults_in("src/policy/mod.rs", "/// Read by [`crate::rule`].\n"), 0);
    assert_eq!(faults_in("src/id.rs", "\n#[cfg(test)]\nmod tests {\n use crate::say::x;\n}"), 0);
    assert_eq!(faults_in("src/cash.rs", ""), 1);
}

#[test]
fn what_a_layer_never_touches_is_a_fault() {
    let faults_in = |name: &str, text: &str| layer_faults(name, text).len();
    assert_eq!(faults_in("src/page/part/table.rs", "use web_sys::Window;"), 1);
    assert_eq!(faults_in("src/page/browser/clock.rs", "use web_sys::Window;"), 0);
    assert_eq!(faults_in("src/store/entry.rs", "serde_json::to_string(&entry)"), 1);
    assert_eq!(faults_in("src/format/json.rs", "serde_json::to_string(&entry)"), 0);
    assert_eq!(faults_in("src/rule/kpi.rs", "let days: f64 = 1.0;"), 1);
    assert_eq!(faults_in("src/format/xlsx.rs", "let days: f64 = 1.0;"), 0);
    assert_eq!(faults_in("src/rule/kpi.rs", "let of64 = 1; // an f64 would round"), 0);
}

#[test]
fn a_source_out_of_shape_is_a_fault() {
    let wide = format!("//! Purpose.\n{}\n", "x".repeat(COLUMNS_MAX + 1));
    let long = format!("//! Purpose.\n{}", "\n".repeat(LINES_MAX + 1));
    for (name, text) in [
        ("src/a.rs", "fn main() {}\n"),
        ("src/a.rs", wide.as_str()),
        ("src/a.rs", long.as_str()),
        ("src/utils.rs", "//! Purpose.\n"),
        ("src/helpers/a.rs", "//! Purpose.\n"),
    ] {
        assert_eq!(shape_faults(name, text).len(), 1, "{name}: {text}");
    }
    assert!(shape_faults("src/a.rs", "//! Purpose, 回款.\n").is_empty());
}
