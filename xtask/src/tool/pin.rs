//! The versions of everything that is installed. The one place to change one; wasm-bindgen's is
//! the library's own, read from `Cargo.lock`.

/// Bundles the page; 0.22 needs a newer rustc.
pub(crate) const TRUNK: &str = "0.21.14";

/// npm package whose `wasm-opt` shrinks the page; also the oldest `wasm-opt` accepted from PATH.
pub(crate) const BINARYEN: u32 = 132;

/// Drives Firefox, with `--engines` only.
pub(crate) const GECKODRIVER: &str = "0.37.1";

/// npm package of the accessibility rules that a browser story runs in the page.
pub(crate) const AXE_CORE: &str = "4.14.1";

/// What the page is compiled for.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// npm packages that the in-browser bench puts beside our own: the peers, and what bundles them.
pub(crate) const SQL_JS: &str = "1.16.0";
pub(crate) const DUCKDB_WASM: &str = "1.32.0";
pub(crate) const ESBUILD: &str = "0.28.2";
