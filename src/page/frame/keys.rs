//! The list of keys that the present screen hears.
//! Never hears a key itself but the one that shows the list.

use leptos::prelude::*;

use crate::page::action::{Key, use_actions};
use crate::page::label::{self, Label};
use crate::page::part::dialog::Dialog;
use crate::page::part::live::each;
use crate::page::speech::use_speech;

/// What every table hears, in the order in which one learns it.
const OF_TABLES: [(&str, Label); 5] = [
    ("↑ ↓ ← →", label::finding::TABLE_MOVE),
    ("Home End", label::finding::TABLE_ENDS),
    ("Enter", label::finding::TABLE_OPEN),
    ("Space", label::finding::TABLE_SELECT),
    ("Ctrl C", label::finding::TABLE_COPY),
];

/// The dialog; `?` shows it.
pub(super) fn keys() -> AnyView {
    let (speech, actions) = (use_speech(), use_actions());
    let open = RwSignal::new(false);
    actions.offer(label::finding::KEYS, Some(Key::alone("?")), move || open.set(true));
    let line = move |(key, label): (String, Label)| {
        view! { <p><span>{speech.now(label)}</span> <kbd>{key}</kbd></p> }.into_any()
    };
    let of_screen = move || {
        let all = actions.all().into_iter();
        let mut keys: Vec<_> =
            all.filter_map(|action| Some((action.key?.shown(), action.label))).collect();
        keys.push(("Esc".to_owned(), label::finding::CLOSE));
        keys.into_iter().map(line).collect()
    };
    let of_tables =
        move || OF_TABLES.into_iter().map(|(key, label)| line((key.to_owned(), label))).collect();
    view! {
        <Dialog title=speech.text(label::finding::KEYS) open>
            <div class="keys">{each(of_screen)}</div>
            <h3>{speech.text(label::finding::KEYS_OF_TABLES)}</h3>
            <div class="keys">{each(of_tables)}</div>
        </Dialog>
    }
    .into_any()
}
