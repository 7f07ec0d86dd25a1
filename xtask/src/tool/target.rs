//! The standard library for wasm32, from rustup. Never changes the toolchain itself.

use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::tool::{announce, pin};

/// Makes sure that rustc can compile for the page.
pub(crate) fn ready() -> Outcome<()> {
    let sysroot = process::read(process::program("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(pin::WASM_TARGET).is_dir() {
        return Ok(());
    }
    if process::on_path("rustup").is_none() {
        return Err(Failure::new(format!(
            "rustc lacks the target {} and there is no rustup to add it: install rustup, or add \
             that target in the way this Rust was installed.",
            pin::WASM_TARGET
        )));
    }
    announce(&format!("the Rust target {}", pin::WASM_TARGET), "seconds");
    process::run(process::program("rustup").args(["target", "add", pin::WASM_TARGET]))
}
