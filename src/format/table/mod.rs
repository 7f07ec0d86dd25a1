//! Tables that accounting packages export, read into drafts (A7).
//! Never records anything: the workbook compares a draft with what it knows.

mod csv;
mod decode;
mod draft;
mod grid;
mod heading;
mod options;
mod plan;
mod survey;
mod title;
mod value;
#[cfg(feature = "xlsx")]
mod xlsx;

use decode::Content;
pub use draft::{Drafting, Progress};
pub use grid::{Grid, Nature, Row};
pub use options::Options;
pub use plan::Plan;
pub use title::Unit;

use crate::workbook::draft::Draft;
#[cfg(not(feature = "xlsx"))]
use crate::workbook::problem::FileFormat;
use crate::workbook::problem::TableError;

/// Largest file that is opened, in bytes.
pub const FILE_BYTES_MAX: u64 = 100_000_000;

/// Refuses a file by its size alone, before anything of it is read.
pub fn check_size(bytes: u64) -> Result<(), TableError> {
    if bytes > FILE_BYTES_MAX {
        return Err(TableError::TooLarge { bytes: Some(bytes), limit: FILE_BYTES_MAX });
    }
    Ok(())
}

/// The cells of a file or a paste: CSV with any usual separator and encoding, XLSX or XLS.
pub fn read(bytes: &[u8]) -> Result<Grid, TableError> {
    check_size(bytes.len() as u64)?;
    match decode::content(bytes)? {
        Content::Text => csv::read(&decode::decode(bytes)?),
        #[cfg(feature = "xlsx")]
        content @ (Content::Zip | Content::CompoundFile) => xlsx::read(bytes, content),
        #[cfg(not(feature = "xlsx"))]
        Content::Zip | Content::CompoundFile => {
            Err(TableError::Unsupported { format: FileFormat::Spreadsheet })
        }
    }
}

/// Reads a table in one go. Errors say why nothing of it could be read; whatever is wrong with
/// single rows stands in the draft.
pub fn draft(bytes: &[u8], options: &Options) -> Result<Draft, TableError> {
    let grid = read(bytes)?;
    let plan = Plan::of(&grid, options)?;
    let drafting = Drafting::new(&grid, plan, options.clone())?;
    Ok(drafting.finish(&grid))
}

#[cfg(test)]
mod tests;
