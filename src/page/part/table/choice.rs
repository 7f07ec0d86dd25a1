//! The choice of the columns of a table, remembered by this browser.
//! Never puts the first column away: a row without a name says nothing.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::column::{Column, Sort};
use super::state::TableState;
use crate::page::browser::preference;
use crate::page::label;
use crate::page::part::id;
use crate::page::part::live::{act, each, live};
use crate::page::part::popover::Popover;
use crate::page::speech::use_speech;

/// The ids of the columns that were put away.
pub(super) fn remembered(name: &str) -> BTreeSet<String> {
    let text = preference::get(&key(name)).unwrap_or_default();
    text.split(' ').filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

/// The order of rows that this browser remembers for a table, else `first`; kept from now on.
pub(crate) fn kept_sort(name: &'static str, first: Sort) -> RwSignal<Sort> {
    let remembered = preference::get(&sort_key(name)).map(|text| match text.strip_prefix('-') {
        Some(column) => Sort { column: column.to_owned(), descending: true },
        None => Sort { column: text, descending: false },
    });
    let sort = RwSignal::new(remembered.unwrap_or(first));
    Effect::new(move |before: Option<()>| {
        let Sort { column, descending } = sort.get();
        // The first run only shows what is remembered.
        if before.is_some() {
            let sign = if descending { "-" } else { "" };
            preference::set(&sort_key(name), &format!("{sign}{column}"));
        }
    });
    sort
}

fn key(name: &str) -> String {
    format!("columns-{name}")
}

fn sort_key(name: &str) -> String {
    format!("sort-{name}")
}

/// The button over the table, and the sheet with a box for each column.
pub(super) fn choice(state: TableState, name: &'static str) -> AnyView {
    let speech = use_speech();
    let anchor = RwSignal::new(None::<String>);
    let id = id::next("columns");
    let own = id.clone();
    let boxes = move || {
        let boxed = move |column: Column| {
            let (id, held) = (column.id.clone(), column.id);
            let is_shown = live(move || !state.hidden.with(|hidden| hidden.contains(&held)));
            let change = act(move |event| {
                state.hidden.update(|hidden| {
                    if event_target_checked(&event) {
                        hidden.remove(&id);
                    } else {
                        hidden.insert(id.clone());
                    }
                });
                let ids: Vec<String> = state.hidden.get_untracked().into_iter().collect();
                preference::set(&key(name), &ids.join(" "));
            });
            view! {
                <li><label class="check">
                    <input type="checkbox" prop:checked=is_shown on:change=change/>
                    <span>{column.label}</span>
                </label></li>
            }
            .into_any()
        };
        each(move || state.all_columns.get().into_iter().skip(1).map(boxed).collect())
    };
    view! {
        <div class="columns-choice">
            <button
                id=id
                type="button"
                class="button quiet"
                aria-haspopup="dialog"
                on:click=act(move |_| anchor.set(Some(own.clone())))
            >
                {speech.text(label::part::COLUMNS)}
            </button>
            <Popover label=speech.text(label::part::COLUMNS) anchor>
                <ul class="menu checks">{boxes()}</ul>
            </Popover>
        </div>
    }
    .into_any()
}
