//! Writes the files that the bench of the page hands to the page: the large book in two copies that
//! went apart, and a table to import. Never measures anything.
//!
//! ```text
//! cargo bench --bench files -- FOLDER
//! ```
#![expect(clippy::print_stdout, reason = "a command speaks to the person at the terminal")]

use std::error::Error;
use std::fs;
use std::path::Path;

use huikuan::calendar::Date;
use huikuan::demo::{self, Size};
use huikuan::format::json::{Heading, export};
use huikuan::say::Language;
use huikuan::workbook::{Rejection, Workbook};

/// The same as in the native benches.
const TODAY: (i32, u32, u32) = (2026, 6, 30);
const SEED: u64 = 1;
const IMPORTED_ROWS: u32 = 55_000;
const DIVERGED_EDITS: u32 = 200;

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo hands over its own `--bench` too.
    let folder = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let Some(folder) = folder else {
        println!("no folder was named, so nothing is written");
        return Ok(());
    };
    let folder = Path::new(&folder);
    let (year, month, day) = TODAY;
    let today = Date::new(year, month, day).ok_or("no such day")?;
    let book = demo::book(Size::LARGE, SEED, Language::En, today).map_err(refused)?;
    let (mine, other) =
        demo::diverged(&book, DIVERGED_EDITS, SEED, Language::En, today).map_err(refused)?;
    fs::create_dir_all(folder)?;
    write(&mine, &folder.join("mine.json"))?;
    write(&other, &folder.join("other.json"))?;
    let table = demo::invoice_table(IMPORTED_ROWS, SEED, Language::En, today);
    fs::write(folder.join("table.csv"), table)?;
    Ok(())
}

fn write(book: &Workbook, file: &Path) -> Result<(), Box<dyn Error>> {
    let heading = Heading { workbook: Some(book.id()), title: String::from("Bench") };
    fs::write(file, export(&heading, book.journal())?)?;
    Ok(())
}

fn refused(rejection: Rejection) -> Box<dyn Error> {
    format!("a command was refused: {rejection:?}").into()
}
