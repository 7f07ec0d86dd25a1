//! Rows of fields to type into as in a spreadsheet: Tab goes on, Enter ends a row, arrows change
//! rows, Ctrl D repeats the cell above, and a block of cells is pasted as one.
//! Never reads what is typed: cells are texts, and what is wrong with a row comes from outside.

use leptos::ev;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::id;
use super::live::{act, each, live, maybe};
use super::notice::Tone;
use crate::page::browser::{clipboard, element, event};
use crate::page::label;
use crate::page::speech::use_speech;

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SheetHead {
    pub label: String,
    /// Aligned right, with a numeric keyboard.
    pub figure: bool,
    /// The id of a `datalist` with what could be meant.
    pub list: Option<String>,
}

/// A row that is being typed; copies are the same row.
#[derive(Clone)]
pub(crate) struct SheetRow {
    /// Names the row while the sheet is shown.
    pub id: u32,
    /// What was typed, cell by cell.
    pub cells: Vec<RwSignal<String>>,
    /// Cells that cannot be read, by place.
    pub wrong: RwSignal<Vec<usize>>,
    /// What is to be said of the row.
    pub note: RwSignal<Option<(Tone, String)>>,
}

impl SheetRow {
    /// A row with these texts.
    pub(crate) fn new(id: u32, texts: Vec<String>) -> Self {
        let cells = texts.into_iter().map(RwSignal::new).collect();
        Self { id, cells, wrong: RwSignal::new(Vec::new()), note: RwSignal::new(None) }
    }

    /// What was typed, cell by cell.
    pub(crate) fn texts(&self) -> Vec<String> {
        self.cells.iter().map(|cell| cell.get_untracked()).collect()
    }
}

/// A block of cells that was pasted.
#[derive(Clone, Debug)]
pub(crate) struct Pasted {
    /// The row and the column it was pasted at.
    pub row: u32,
    pub column: usize,
    pub text: String,
}

/// A sheet; it says what a person asks, and changes nothing but the cell that is typed into.
#[component]
pub(crate) fn Sheet(
    #[prop(into)] label: TextProp,
    /// The start of the ids of its cells, for `focus`.
    name: String,
    #[prop(into)] heads: Signal<Vec<SheetHead>>,
    rows: RwSignal<Vec<SheetRow>>,
    /// Enter in a row.
    on_enter: UnsyncCallback<(u32,)>,
    /// Several cells were pasted.
    on_paste: UnsyncCallback<(Pasted,)>,
    /// Escape in a cell.
    on_escape: UnsyncCallback<()>,
    /// A cell of a row took the focus.
    #[prop(optional, into)]
    on_focus: Option<UnsyncCallback<(u32,)>>,
) -> impl IntoView {
    let remark = use_speech().text(label::part::REMARK);
    let titles = each(move || {
        let heads = heads.get().into_iter();
        heads
            .map(|head| {
                let class = if head.figure { "figure" } else { "" };
                view! { <th scope="col" class=class>{head.label}</th> }.into_any()
            })
            .collect()
    });
    let name = StoredValue::new(name);
    let sheet = SheetState { name, heads, rows, on_enter, on_paste, on_escape, on_focus };
    view! {
        <div class="sheet-scroll">
            <table class="sheet" aria-label=label>
                <thead><tr>{titles} <th scope="col" class="note-head">{remark}</th></tr></thead>
                <tbody>
                    <For each=move || rows.get() key=|row| row.id let:row>
                        {row_view(sheet, &row)}
                    </For>
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Moves the focus to a cell at once, so that no key is lost in between.
pub(crate) fn focus(name: &str, row: u32, column: usize) {
    element::focus(&cell_id(name, row, column));
}

/// Moves the focus to a cell of a row that is not drawn yet.
pub(crate) fn focus_new(name: &str, row: u32, column: usize) {
    let id = cell_id(name, row, column);
    request_animation_frame(move || element::focus(&id));
}

fn cell_id(name: &str, row: u32, column: usize) -> String {
    format!("{name}-{row}-{column}")
}

#[derive(Clone, Copy)]
struct SheetState {
    name: StoredValue<String>,
    heads: Signal<Vec<SheetHead>>,
    rows: RwSignal<Vec<SheetRow>>,
    on_enter: UnsyncCallback<(u32,)>,
    on_paste: UnsyncCallback<(Pasted,)>,
    on_escape: UnsyncCallback<()>,
    on_focus: Option<UnsyncCallback<(u32,)>>,
}

fn row_view(sheet: SheetState, row: &SheetRow) -> AnyView {
    let note_id = id::next("sheet-note");
    let heads = sheet.heads.get_untracked();
    let cells: Vec<AnyView> = heads
        .into_iter()
        .enumerate()
        .filter_map(|(place, head)| {
            let typed = *row.cells.get(place)?;
            Some(cell(sheet, row, place, head, typed, note_id.clone()))
        })
        .collect();
    let note = row.note;
    let note = maybe(move || {
        let (tone, text) = note.get()?;
        Some(view! { <span class=tone.class() title=text.clone()>{text.clone()}</span> }.into_any())
    });
    view! { <tr>{cells} <td class="note" id=note_id aria-live="polite">{note}</td></tr> }.into_any()
}

fn cell(
    sheet: SheetState,
    row: &SheetRow,
    place: usize,
    head: SheetHead,
    typed: RwSignal<String>,
    note_id: String,
) -> AnyView {
    let (row_id, wrong) = (row.id, row.wrong);
    let is_list = head.list.is_some();
    let on_key = act(move |key: ev::KeyboardEvent| {
        if !event::is_composing(&key) && pressed(sheet, row_id, place, is_list, &key) {
            key.prevent_default();
        }
    });
    let on_paste = act(move |event: ev::ClipboardEvent| {
        let Some(text) = clipboard::pasted(&event) else { return };
        // One cell is pasted by the browser, where the cursor stands.
        if text.trim_end_matches(['\r', '\n']).contains(['\t', '\n', '\r']) {
            event.prevent_default();
            sheet.on_paste.run((Pasted { row: row_id, column: place, text },));
        }
    });
    let on_focus = act(move |_| {
        if let Some(on_focus) = sheet.on_focus {
            on_focus.run((row_id,));
        }
    });
    let (label, heading) = (head.label.clone(), head.label);
    let is_wrong = live(move || wrong.with(|all| all.contains(&place)).then_some("true"));
    let id = sheet.name.with_value(|name| cell_id(name, row_id, place));
    view! {
        <td data-label=heading>
            <input
                id=id
                class="input"
                class:figure=head.figure
                inputmode=if head.figure { "decimal" } else { "text" }
                autocomplete="off"
                list=head.list
                aria-label=label
                aria-describedby=note_id
                aria-invalid=is_wrong
                prop:value=typed
                on:input=act(move |event| typed.set(event_target_value(&event)))
                on:keydown=on_key
                on:paste=on_paste
                on:focus=on_focus
            />
        </td>
    }
    .into_any()
}

/// Does what a key asks in a cell; says whether it asked anything.
fn pressed(
    sheet: SheetState,
    row: u32,
    column: usize,
    is_list: bool,
    key: &ev::KeyboardEvent,
) -> bool {
    let rows = sheet.rows.get_untracked();
    let Some(at) = rows.iter().position(|held| held.id == row) else { return false };
    let beside = |at: Option<usize>| at.and_then(|at| rows.get(at)).map(|held| held.id);
    let go = |to: Option<u32>| {
        if let Some(to) = to {
            sheet.name.with_value(|name| focus(name, to, column));
        }
        to.is_some()
    };
    match key.key().as_str() {
        // With Ctrl it is a call to the whole sheet.
        "Enter" if !event::has_command(key) => {
            sheet.on_enter.run((row,));
            true
        }
        "Escape" => {
            sheet.on_escape.run(());
            true
        }
        // The arrows of a cell with suggestions walk through them.
        "ArrowUp" if !is_list => go(beside(at.checked_sub(1))),
        "ArrowDown" if !is_list => go(beside(Some(at + 1))),
        "d" | "D" if event::has_command(key) => {
            let above = at.checked_sub(1).and_then(|at| rows.get(at));
            let above = above.and_then(|row| row.cells.get(column));
            let here = rows.get(at).and_then(|row| row.cells.get(column));
            if let (Some(above), Some(here)) = (above, here) {
                here.set(above.get_untracked());
            }
            true
        }
        _ => false,
    }
}
