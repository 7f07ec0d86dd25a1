//! The program that reads the words of a PDF: found on PATH, or installed with apt where that is
//! possible, else one sentence.

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::tool::debian;

/// `pdftotext`, with which the stories read what was printed.
pub(crate) fn reader() -> Outcome<()> {
    let is_there = || process::on_path("pdftotext").is_some();
    if !is_there() && debian::can_install() {
        debian::install(&["poppler-utils"])?;
    }
    if is_there() {
        return Ok(());
    }
    Err(Failure::new(
        "The browser stories need pdftotext (poppler-utils) on PATH: install it and run this again.",
    ))
}
