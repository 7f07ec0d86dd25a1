//! The rows of a table that are in sight, and its rows of totals.
//! Never draws a row outside the window.

use leptos::prelude::*;
use leptos::{ev, html};

use super::Opened;
use super::cell::Cell;
use super::state::{ROW_PX, TableState};
use crate::page::browser::row::{self, Lead, Mark};
use crate::page::browser::{element, event};
use crate::page::label;
use crate::page::part::live::{Live, act, maybe};
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
        if event::is_on_box(&event) {
            select(state, &event);
            // The box is drawn for the mouse; the keyboard stays with the table.
            element::focus(&state.id());
        } else if put_cursor(state, &event) == Some(true) {
            open(state, on_open);
        }
    });
    let on_double = act(move |event: ev::MouseEvent| {
        // A cell that opens on a click is open already.
        if put_cursor(state, &event) == Some(false) {
            open(state, on_open);
        }
    });
    let on_hover = act(move |event: ev::MouseEvent| event::show_whole(&event));
    view! {
        <tbody on:click=on_click on:dblclick=on_double on:mouseover=on_hover>
            {spacer(above)}
            <For each=in_sight key=|at| *at let:at>
                {row(state, at, current)}
            </For>
            {spacer(below)}
        </tbody>
    }
    .into_any()
}

/// Selects or deselects the row whose box was clicked.
fn select(state: TableState, event: &ev::MouseEvent) {
    let Some((place, _)) = event::cell(event) else { return };
    if let Some(row) = state.row_at(place) {
        state.toggle(place, row, event.shift_key());
    }
}

/// Puts the cursor at the clicked cell and says whether a click opens it.
fn put_cursor(state: TableState, event: &ev::MouseEvent) -> Option<bool> {
    if event::is_on_control(event) {
        return None;
    }
    let (place, cell) = event::cell(event)?;
    let column = cell.checked_sub(usize::from(state.selected.is_some()))?;
    state.put_cursor(place, column);
    let cells = state.cells_of(state.row_at(place)?);
    Some(cells.get(column).is_some_and(|cell| cell.opens))
}

fn open(state: TableState, on_open: Option<UnsyncCallback<(Opened,)>>) {
    if let (Some(opened), Some(on_open)) = (state.opened(), on_open) {
        on_open.run((opened,));
    }
}

/// A row as high as all rows it stands for.
fn spacer(count: impl Fn() -> usize + Send + Sync + 'static) -> Live<Option<AnyView>> {
    maybe(move || {
        let count = u64::try_from(count()).unwrap_or(0);
        let height = format!("{}px", u64::from(ROW_PX) * count);
        let row = || {
            view! { <tr class="spacer" aria-hidden="true"><td style:height=height></td></tr> }
                .into_any()
        };
        (count > 0).then(row)
    })
}

/// One row; its cells are drawn anew only when they differ, its marks when they change.
fn row(state: TableState, (row, place): (u32, usize), current: Signal<Option<u32>>) -> AnyView {
    let speech = use_speech();
    let node = NodeRef::<html::Tr>::new();
    let cells = Memo::new(move |_| state.cells_of(row));
    let mark = Memo::new(move |_| Mark {
        cursor: Some(state.cursor.get())
            .filter(|cursor| cursor.row == place)
            .map(|cursor| (cursor.column, state.cursor_id_untracked())),
        selected: state.selected.map(|_| state.is_selected(row)),
        is_current: current.get() == Some(row),
    });
    Effect::new(move |_| {
        let Some(tr) = node.get() else { return };
        let lead = match state.selected {
            Some(_) => Lead::Box(speech.now(label::part::SELECT_ROW)),
            None => Lead::None,
        };
        draw(&tr, state, lead, &cells.get());
        // New cells have no marks yet.
        mark.with_untracked(|mark| row::mark(&tr, mark));
    });
    Effect::new(move |_| {
        if let Some(tr) = node.get() {
            mark.with(|mark| row::mark(&tr, mark));
        }
    });
    let (place, index) = (place.to_string(), (place + 2).to_string());
    view! { <tr node_ref=node data-row=place aria-rowindex=index></tr> }.into_any()
}

/// Draws the cells of a row under the table's columns.
fn draw(row: &row::Row, state: TableState, lead: Lead<'_>, cells: &[Cell]) {
    state.columns.with(|columns| {
        let classes: Vec<String> =
            cells.iter().zip(columns).map(|(cell, column)| cell.class(column)).collect();
        let drawn = cells.iter().zip(&classes).map(|(cell, class)| cell.drawn(class));
        row::fill(row, lead, drawn);
    });
}

/// The rows of totals, which stay at the foot.
pub(super) fn foot(state: TableState, totals: Signal<Vec<Vec<Cell>>>) -> AnyView {
    let total = move |cells: Vec<Cell>| {
        let node = NodeRef::<html::Tr>::new();
        Effect::new(move |_| {
            if let Some(tr) = node.get() {
                let lead = if state.selected.is_some() { Lead::Blank } else { Lead::None };
                draw(&tr, state, lead, &cells);
            }
        });
        view! { <tr node_ref=node></tr> }.into_any()
    };
    maybe(move || {
        let rows: Vec<AnyView> =
            totals.get().into_iter().map(|cells| total(state.shown_of(cells))).collect();
        (!rows.is_empty()).then(|| view! { <tfoot>{rows}</tfoot> }.into_any())
    })
    .into_any()
}
