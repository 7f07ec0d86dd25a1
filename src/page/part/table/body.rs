//! The rows of a table that are in sight, and its rows of totals.
//! Never draws a row outside the window.

use leptos::ev;
use leptos::prelude::*;

use super::Opened;
use super::cell::Cell;
use super::column::Column;
use super::state::TableState;
use crate::page::browser::event;
use crate::page::label;
use crate::page::part::live::{Live, act, each, live, maybe};
use crate::page::speech::use_speech;

/// The rows in sight, between two spacers that stand for the others.
pub(super) fn body(
    state: TableState,
    current: Signal<Option<u32>>,
    on_open: Option<UnsyncCallback<(Opened,)>>,
) -> AnyView {
    let in_sight = move || {
        let window = state.window.get();
        state.rows.with(|rows| {
            let end = window.end.min(rows.len());
            let seen = rows.get(window.first..end).unwrap_or_default();
            seen.iter().copied().zip(window.first..).collect::<Vec<_>>()
        })
    };
    let above = move || state.window.get().first;
    let below = move || {
        let count = state.rows.with(|rows| rows.len());
        count.saturating_sub(state.window.get().end)
    };
    let on_click = act(move |event: ev::MouseEvent| {
        if let Some(opens) = put_cursor(state, &event)
            && opens
        {
            open(state, on_open);
        }
    });
    let on_double = act(move |event: ev::MouseEvent| {
        // A cell that opens on a click is open already.
        if put_cursor(state, &event) == Some(false) {
            open(state, on_open);
        }
    });
    view! {
        <tbody on:click=on_click on:dblclick=on_double>
            {spacer(state, above)}
            <For each=in_sight key=|at| *at let:at>
                {row(state, at, current)}
            </For>
            {spacer(state, below)}
        </tbody>
    }
    .into_any()
}

/// Puts the cursor at the clicked cell and says whether a click opens it.
fn put_cursor(state: TableState, event: &ev::MouseEvent) -> Option<bool> {
    if event::is_on_control(event) {
        return None;
    }
    let row: usize = event::data(event, "row")?.parse().ok()?;
    let column: usize = event::data(event, "column")?.parse().ok()?;
    state.put_cursor(row, column);
    let cells = state.cursor_row().map(|row| state.cells_of(row))?;
    Some(cells.get(column).is_some_and(|cell| cell.opens))
}

fn open(state: TableState, on_open: Option<UnsyncCallback<(Opened,)>>) {
    if let (Some(opened), Some(on_open)) = (state.opened(), on_open) {
        on_open.run((opened,));
    }
}

/// A row as high as all rows it stands for.
fn spacer(
    state: TableState,
    count: impl Fn() -> usize + Send + Sync + 'static,
) -> Live<Option<AnyView>> {
    maybe(move || {
        let count = u64::try_from(count()).unwrap_or(0);
        let height = format!("{}px", u64::from(state.row_px) * count);
        let row = || {
            view! { <tr class="spacer" aria-hidden="true"><td style:height=height></td></tr> }
                .into_any()
        };
        (count > 0).then(row)
    })
}

/// One row; its cells are drawn anew only when they or the cursor in them change.
fn row(state: TableState, (row, place): (u32, usize), current: Signal<Option<u32>>) -> AnyView {
    let cells = Memo::new(move |_| state.cells_of(row));
    let cursor = Memo::new(move |_| {
        let cursor = state.cursor.get();
        (cursor.row == place).then_some(cursor.column)
    });
    let drawn = each(move || {
        let at = cursor.get();
        let id = at.map(|_| state.cursor_id_untracked());
        state.columns.with(|columns| {
            let pairs = cells.get().into_iter().zip(columns).enumerate();
            pairs
                .map(|(column, (cell, heading))| {
                    let id = id.clone().filter(|_| at == Some(column));
                    td(cell, heading, column, id)
                })
                .collect()
        })
    });
    let is_selected = Memo::new(move |_| state.is_selected(row));
    view! {
        <tr
            data-row=place.to_string()
            aria-rowindex=(place + 2).to_string()
            aria-selected=live(move || aria(state, is_selected.get()))
            class:selected=live(move || is_selected.get())
            class:current=live(move || current.get() == Some(row))
        >
            {state.selected.map(|_| select(state, place, row, is_selected))}
            {drawn}
        </tr>
    }
    .into_any()
}

/// What screen readers hear of a row's selection; nothing where rows cannot be selected.
fn aria(state: TableState, is_selected: bool) -> Option<&'static str> {
    state.selected.map(|_| if is_selected { "true" } else { "false" })
}

fn select(state: TableState, place: usize, row: u32, is_selected: Memo<bool>) -> AnyView {
    let speech = use_speech();
    view! {
        <td class="select">
            <input
                type="checkbox"
                tabindex="-1"
                aria-label=speech.text(label::part::SELECT_ROW)
                prop:checked=live(move || is_selected.get())
                on:click=act(move |event: ev::MouseEvent| {
                    state.toggle(place, row, event.shift_key());
                })
            />
        </td>
    }
    .into_any()
}

fn td(cell: Cell, heading: &Column, column: usize, id: Option<String>) -> AnyView {
    let mut class = heading.class().to_owned();
    let marks = [(id.is_some(), " cursor"), (cell.opens, " opens")];
    for (_, mark) in marks.iter().filter(|(is_so, _)| *is_so) {
        class.push_str(mark);
    }
    if !cell.badge {
        class.push(' ');
        class.push_str(cell.tone.class());
    }
    let title = cell.text.clone();
    view! {
        <td class=class id=id data-column=column.to_string() title=title>
            {cell.content()}
        </td>
    }
    .into_any()
}

/// The rows of totals, which stay at the foot.
pub(super) fn foot(state: TableState, totals: Signal<Vec<Vec<Cell>>>) -> AnyView {
    let total = move |cells: Vec<Cell>| {
        let select = state.selected.map(|_| view! { <td class="select"></td> }.into_any());
        let cells: Vec<AnyView> = state.columns.with(|columns| {
            let pairs = cells.into_iter().zip(columns).enumerate();
            pairs.map(|(place, (cell, heading))| td(cell, heading, place, None)).collect()
        });
        view! { <tr>{select} {cells}</tr> }.into_any()
    };
    maybe(move || {
        let rows: Vec<AnyView> = totals.get().into_iter().map(total).collect();
        (!rows.is_empty()).then(|| view! { <tfoot>{rows}</tfoot> }.into_any())
    })
    .into_any()
}
