//! The head of a table: column widths, headings, sorting, selecting all.
//! Never sorts; it says which order was asked for.

use leptos::prelude::*;

use super::column::{Column, Sort};
use super::state::TableState;
use crate::page::label;
use crate::page::part::live::{act, each, live, shown};
use crate::page::speech::use_speech;

/// The column widths and the heading row.
pub(super) fn head(
    state: TableState,
    sort: Signal<Option<Sort>>,
    on_sort: Option<UnsyncCallback<(Sort,)>>,
) -> AnyView {
    let speech = use_speech();
    let select = state.selected.map(|_| {
        view! {
            <th class="select" scope="col">
                <input
                    type="checkbox"
                    aria-label=speech.text(label::part::SELECT_ALL)
                    prop:checked=live(move || state.are_all_selected())
                    on:change=act(move |_| state.toggle_all())
                />
            </th>
        }
        .into_any()
    });
    let heading = move |column| heading(column, sort, on_sort);
    let widths = shown(move || {
        let widths: Vec<AnyView> = state.columns.get().into_iter().map(col).collect();
        let select = state.selected.map(|_| view! { <col class="select"/> }.into_any());
        view! { <colgroup>{select} {widths}</colgroup> }.into_any()
    });
    view! {
        {widths}
        <thead>
            <tr aria-rowindex="1">
                {select}
                {each(move || state.columns.get().into_iter().map(heading).collect())}
            </tr>
        </thead>
    }
    .into_any()
}

fn col(column: Column) -> AnyView {
    let width = (!column.width.grows()).then(|| format!("{}px", column.width.min_px()));
    view! { <col style:width=width.unwrap_or_default()/> }.into_any()
}

fn heading(
    column: Column,
    sort: Signal<Option<Sort>>,
    on_sort: Option<UnsyncCallback<(Sort,)>>,
) -> AnyView {
    let class = column.class();
    let title = column.label.clone();
    let Some(on_sort) = on_sort.filter(|_| column.sortable) else {
        return view! { <th class=class scope="col" title=title>{column.label}</th> }.into_any();
    };
    let (id, name) = (column.id.clone(), column.id.clone());
    let order =
        Memo::new(move |_| sort.get().filter(|sort| sort.column == id).map(|sort| sort.descending));
    let press = act(move |_| {
        let descending = order.get_untracked() == Some(false);
        on_sort.run((Sort { column: name.clone(), descending },));
    });
    let aria = live(move || match order.get() {
        Some(true) => Some("descending"),
        Some(false) => Some("ascending"),
        None => Some("none"),
    });
    let arrow = live(move || match order.get() {
        Some(true) => Some("↓"),
        Some(false) => Some("↑"),
        None => None,
    });
    view! {
        <th class=class scope="col" aria-sort=aria>
            <button type="button" class="sort" title=title on:click=press>
                <span>{column.label}</span>
                <span class="arrow" aria-hidden="true">{arrow}</span>
            </button>
        </th>
    }
    .into_any()
}
