//! Rows of a table as tab-separated text, for a spreadsheet.
//! Never copies more than the selected rows, or the cursor's.

use leptos::prelude::*;

use super::state::TableState;

/// The headings and the selected rows in the table's order, or the cursor's row when none is.
pub(super) fn tsv(state: TableState) -> String {
    let wanted: Vec<u32> = state.rows.with_untracked(|rows| {
        let chosen = |row: &u32| {
            state.selected.is_some_and(|selected| selected.with_untracked(|set| set.contains(row)))
        };
        rows.iter().copied().filter(chosen).collect()
    });
    let wanted = if wanted.is_empty() { state.cursor_row().into_iter().collect() } else { wanted };
    let headings =
        state.columns.with_untracked(|columns| line(columns.iter().map(|c| c.label.as_str())));
    let rows = wanted.into_iter().map(|row| {
        let cells = state.cells_of(row);
        line(cells.iter().map(|cell| if cell.text == "—" { "" } else { &cell.text }))
    });
    std::iter::once(headings).chain(rows).collect::<Vec<_>>().join("\n")
}

fn line<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    cells.map(field).collect::<Vec<_>>().join("\t")
}

/// A cell as spreadsheets quote it: quoted when it holds a tab, a line break or a quote.
fn field(text: &str) -> String {
    if text.contains(['\t', '\n', '\r', '"']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
