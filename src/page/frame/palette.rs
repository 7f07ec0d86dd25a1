//! The palette: every action by its name in either language or by pinyin initials.
//! Never knows an action: the registry does.

use huikuan::search::rank;
use leptos::prelude::*;

use crate::page::action::{Action, Actions, Key, use_actions};
use crate::page::browser::element;
use crate::page::label;
use crate::page::part::combobox::{Combobox, Suggestion};
use crate::page::part::dialog::Dialog;
use crate::page::part::id;
use crate::page::speech::use_speech;

/// The dialog with a field and the actions that answer it.
pub(super) fn palette() -> AnyView {
    let (speech, actions) = (use_speech(), use_actions());
    let open = RwSignal::new(false);
    let query = RwSignal::new(String::new());
    let id = id::next("palette");
    let field = id.clone();
    let key = Key::command("k").in_fields();
    actions.offer(label::finding::PALETTE, Some(key), move || {
        query.set(String::new());
        open.set(true);
        let field = field.clone();
        // The dialog shows itself in the next frame; the field is first after that.
        request_animation_frame(move || {
            request_animation_frame(move || element::focus(&field));
        });
    });
    let found = move || answering(actions, &query.get());
    let suggestions = Signal::derive(move || {
        let line = |action: Action| Suggestion {
            text: speech.now(action.label).to_owned(),
            key: action.key.map(Key::shown).unwrap_or_default(),
            ..Suggestion::default()
        };
        found().into_iter().map(line).collect::<Vec<_>>()
    });
    let on_choose = UnsyncCallback::new(move |(place,): (usize,)| {
        let chosen = untrack(found).get(place).copied();
        open.set(false);
        if let Some(action) = chosen {
            // After the dialog has given the focus back, so that the action may take it.
            request_animation_frame(move || action.run.run(()));
        }
    });
    let nothing =
        Signal::derive(move || speech.fill(label::finding::NOTHING, &[query.get().trim()]));
    view! {
        <Dialog title=speech.text(label::finding::PALETTE) open>
            <Combobox
                id=id.clone()
                label=speech.text(label::finding::PALETTE_FIELD)
                query suggestions on_choose nothing
            />
        </Dialog>
    }
    .into_any()
}

/// The actions that answer what is typed, the best first; all in their order when nothing is.
fn answering(actions: Actions, query: &str) -> Vec<Action> {
    let answer = |action: Action| {
        let rank = rank(query, &action.label.in_both())?;
        Some((rank, action))
    };
    let mut found: Vec<_> = actions.all().into_iter().filter_map(answer).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, action)| action).collect()
}
