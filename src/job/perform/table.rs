//! The jobs about a table, done.
//! Never keeps a table between looking at it and reading it: the file is cheap to read again.

use super::Reporter;
use crate::format::table::{Drafting, Grid, Options, Plan, read};
use crate::job::{DraftEnd, LookRow, TableLook, TableRequest};
use crate::workbook::problem::TableError;

/// Rows shown by a first look.
const LOOK_ROWS: usize = 20;
/// Rows between two reports of progress.
const STEP_ROWS: usize = 2_000;

pub(super) fn look(request: TableRequest, file: Vec<u8>) -> Result<TableLook, TableError> {
    let (grid, options) = opened(request, file)?;
    let plan = Plan::of(&grid, &options)?;
    let first = plan.heading_place + 1;
    let first_rows = grid
        .rows_from(first)
        .take(LOOK_ROWS)
        .map(|row| LookRow { line: row.line(), cells: row.cells().map(str::to_owned).collect() });
    Ok(TableLook {
        kind: plan.kind,
        first_rows: first_rows.collect(),
        headings: plan.headings,
        columns: plan.columns,
        answers: plan.answers,
        rows_total: u32::try_from(grid.len().saturating_sub(first)).unwrap_or(u32::MAX),
    })
}

pub(super) fn draft(
    request: TableRequest,
    file: Vec<u8>,
    reporter: &mut Reporter<'_>,
) -> Result<DraftEnd, TableError> {
    let (grid, options) = opened(request, file)?;
    let plan = Plan::of(&grid, &options)?;
    let mut drafting = Drafting::new(&grid, plan, options)?;
    loop {
        let progress = drafting.step(&grid, STEP_ROWS);
        // Every row is gone through twice; people count it once.
        reporter.progress(progress.done / 2, progress.total / 2);
        if progress.done >= progress.total {
            break;
        }
    }
    Ok(DraftEnd::cut(drafting.finish(&grid), |block| reporter.block(block)))
}

/// The cells of the table, and what is known about it.
fn opened(request: TableRequest, file: Vec<u8>) -> Result<(Grid, Options), TableError> {
    let TableRequest { source, pasted, day, currency, kind, map, answers, layouts } = request;
    let bytes = pasted.map_or(file, String::into_bytes);
    Ok((read(&bytes)?, Options { source, day, currency, kind, map, answers, layouts }))
}
