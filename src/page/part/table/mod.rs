//! The table: plain rows and cells, drawn only where one looks, with a cell cursor for the
//! keyboard.
//! Never sorts, filters or formats: row numbers come in order, cells come as text.

mod body;
pub(crate) mod cell;
pub(crate) mod choice;
pub(crate) mod column;
mod copy;
pub(crate) mod cursor;
mod head;
mod state;
pub(crate) mod window;

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use self::cell::Cell;
use self::column::{Column, Sort, width_min_px};
use self::state::TableState;
use super::id;
use super::live::{act, live};
use crate::page::browser::{clipboard, element, event};

/// The row numbers to show, in order. What a number means only the caller knows.
pub(crate) type Rows = Arc<[u32]>;

/// A cell that was opened with Enter, a click or a double click.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Opened {
    pub row: u32,
    /// The column's id.
    pub column: String,
    /// The cell's element, for a `Popover` beside it.
    pub anchor: String,
}

/// A table. Arrows, Home, End, Page Up and Page Down move the cursor; Enter opens; Space selects;
/// Ctrl A selects all; Ctrl C copies the selected rows, or the cursor's, as tab-separated text.
#[component]
pub(crate) fn Table(
    /// What the table shows; its accessible name.
    #[prop(into)]
    label: TextProp,
    #[prop(into)] columns: Signal<Vec<Column>>,
    #[prop(into)] rows: Signal<Rows>,
    /// The cells of a row, one for each column; asked in a memo of its own for every row in sight.
    #[prop(into)]
    cells: UnsyncCallback<(u32,), Vec<Cell>>,
    /// Heard for a click on a cell that `opens`, and for Enter or a double click on any.
    #[prop(optional, into)]
    on_open: Option<UnsyncCallback<(Opened,)>>,
    #[prop(optional, into)] sort: Signal<Option<Sort>>,
    /// Heard when a sortable heading is pressed, with the order it asks for.
    #[prop(optional, into)]
    on_sort: Option<UnsyncCallback<(Sort,)>>,
    /// The selected row numbers; without it rows cannot be selected.
    #[prop(optional)]
    selected: Option<RwSignal<BTreeSet<u32>>>,
    /// Rows of totals that stay at the foot.
    #[prop(optional, into)]
    totals: Signal<Vec<Vec<Cell>>>,
    /// The name under which this browser remembers which columns are put away; without it all are
    /// shown for good.
    #[prop(optional)]
    remember: Option<&'static str>,
    /// A row to mark, such as the one shown beside the table.
    #[prop(optional, into)]
    current: Signal<Option<u32>>,
) -> impl IntoView {
    let hidden = RwSignal::new(remember.map(choice::remembered).unwrap_or_default());
    let state = TableState::new(id::next("table"), columns, hidden, rows, cells, selected);
    let scroller = NodeRef::<html::Div>::new();
    let measure = move || {
        // The table may be gone by the frame in which it was to be measured.
        if let Some(box_) = scroller.try_get_untracked().flatten() {
            state.looked(f64::from(box_.scroll_top()), f64::from(box_.client_height()));
        }
    };
    Effect::new(move |_| {
        scroller.track();
        request_animation_frame(measure);
    });
    let resized = window_event_listener(ev::resize, move |_| measure());
    let printing = window_event_listener(ev::beforeprint, move |_| state.print(true));
    let printed = window_event_listener(ev::afterprint, move |_| state.print(false));
    on_cleanup(move || {
        resized.remove();
        printing.remove();
        printed.remove();
    });
    let on_key = move |key: ev::KeyboardEvent| {
        if event::is_composing(&key) || event::is_typing(&key) {
            return;
        }
        if key.key() == "Enter" {
            if let (Some(opened), Some(on_open)) = (state.opened(), on_open) {
                key.prevent_default();
                // This may lead to another screen: nothing of the table is asked afterwards.
                on_open.run((opened,));
            }
            return;
        }
        if pressed(state, &key) {
            key.prevent_default();
            if let Some(box_) = scroller.get_untracked()
                && let Some(top) = state.scroll_to_cursor(totals.with_untracked(Vec::len))
            {
                box_.set_scroll_top(top);
            }
            let cursor = state.cursor_id_untracked();
            request_animation_frame(move || element::reveal(&cursor));
        }
    };
    let on_copy = move |event| clipboard::answer_copy(&event, &copy::tsv(state));
    let min_width = live(move || format!("{}px", columns.with(|all| width_min_px(all))));
    let row_count = live(move || (state.rows.with(|rows| rows.len()) + 1).to_string());
    view! {
        {remember.map(|name| choice::choice(state, name))}
        <div class="table-scroll" node_ref=scroller on:scroll=act(move |_| measure())>
            <table
                class="table"
                role="grid"
                id=state.id()
                tabindex="0"
                aria-label=label
                aria-rowcount=row_count
                aria-multiselectable=selected.map(|_| "true")
                aria-activedescendant=live(move || state.active_id())
                style:min-width=min_width
                on:keydown=act(on_key)
                on:copy=act(on_copy)
            >
                {head::head(state, sort, on_sort)}
                {body::body(state, current, on_open)}
                {body::foot(state, totals)}
            </table>
        </div>
    }
    .into_any()
}

/// Moves the cursor or selects as a key asks; says whether it asked anything.
fn pressed(state: TableState, key: &ev::KeyboardEvent) -> bool {
    match key.key().as_str() {
        " " => return state.toggle_cursor_row(),
        "a" if event::has_command(key) => return state.select_all(),
        name => match cursor::step(name, event::has_command(key)) {
            Some(step) => state.move_cursor(step),
            None => return false,
        },
    }
    true
}
