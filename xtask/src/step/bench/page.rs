//! Puts the bench page together under `target/bench/`. Never runs it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::progress::say;
use crate::project;
use crate::tool::{PageTools, npm, pin};

/// Files the peers load while they run.
const PEER_FILES: [&str; 3] = [
    "sql.js/dist/sql-wasm-browser.wasm",
    "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm",
    "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js",
];

/// Builds the page with our wasm and its peers, and gives its folder.
pub(super) fn build(tools: &PageTools) -> Outcome<PathBuf> {
    let site = project::target().join("bench/site");
    fs::create_dir_all(&site).map_err(|error| Failure::file("create", &site, &error))?;
    let peers = install_peers()?;
    compile_ours(tools, &site)?;
    let source = project::root().join("benches/browser");
    copy(&source.join("index.html"), &site)?;
    for file in PEER_FILES {
        copy(&peers.join(file), &site)?;
    }
    let mut esbuild = process::program(peers.join(".bin/esbuild"));
    esbuild.arg(source.join("bench.js")).args(["--bundle", "--format=esm", "--log-level=warning"]);
    esbuild.args(["--external:./huikuan_bench.js", "--external:fs", "--external:path"]);
    esbuild.arg("--external:crypto");
    esbuild.arg(format!("--define:SQLITE_VERSION=\"{}\"", pin::SQL_JS));
    esbuild.arg(format!("--define:DUCKDB_VERSION=\"{}\"", pin::DUCKDB_WASM));
    esbuild.arg(format!("--define:HUIKUAN_VERSION=\"{}\"", env!("CARGO_PKG_VERSION")));
    esbuild.arg(format!("--outfile={}", site.join("bench.js").display()));
    process::run(esbuild.env("NODE_PATH", &peers))?;
    Ok(site)
}

/// Puts the peers into `target/peers`, once, and gives their `node_modules`.
fn install_peers() -> Outcome<PathBuf> {
    let folder = project::target().join("peers");
    let wanted = [
        format!("sql.js@{}", pin::SQL_JS),
        format!("@duckdb/duckdb-wasm@{}", pin::DUCKDB_WASM),
        format!("esbuild@{}", pin::ESBUILD),
    ];
    let stamp = folder.join("installed.txt");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted.join("\n")) {
        return Ok(folder.join("node_modules"));
    }
    if process::on_path("npm").is_none() {
        return Err(Failure::new("The in-browser bench needs npm for its peers: install Node.js."));
    }
    say("installing sql.js, duckdb-wasm and esbuild under target/peers …");
    fs::create_dir_all(&folder).map_err(|error| Failure::file("create", &folder, &error))?;
    npm::install(&folder, &wanted.each_ref().map(String::as_str))?;
    fs::write(&stamp, wanted.join("\n")).map_err(|error| Failure::file("write", &stamp, &error))?;
    Ok(folder.join("node_modules"))
}

/// Our library behind the peers' interface, compiled and shrunk as the page is.
fn compile_ours(tools: &PageTools, site: &Path) -> Outcome<()> {
    let mut cargo = process::cargo();
    cargo.args(["build", "--locked", "--release", "--target", pin::WASM_TARGET, "--bin", "bench"]);
    process::run(cargo.args(["--no-default-features", "--features", "bench"]))?;
    let built = project::target().join(pin::WASM_TARGET).join("release/bench.wasm");
    let mut bindgen = process::program(tools.wasm_bindgen());
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "huikuan_bench"]);
    process::run(bindgen.arg("--out-dir").arg(site).arg(built))?;
    let Some(wasm_opt) = &tools.wasm_opt else { return Ok(()) };
    let wasm = site.join("huikuan_bench_bg.wasm");
    process::run(process::program(wasm_opt).arg("-Oz").arg(&wasm).arg("-o").arg(&wasm))
}

fn copy(file: &Path, folder: &Path) -> Outcome<()> {
    let name = file.file_name().unwrap_or_default();
    fs::copy(file, folder.join(name)).map_err(|error| Failure::file("copy", file, &error))?;
    Ok(())
}
