//! A field with a list under it that follows what is typed; the keyboard stays in the field.
//! Never searches: the caller gives the list for what the field holds.

use leptos::ev;
use leptos::oco::Oco;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::id;
use super::live::{act, each, live, maybe};
use crate::page::browser::{element, event};

/// One line of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Suggestion {
    /// The heading it stands under; suggestions of one heading stand together.
    pub group: String,
    pub text: String,
    /// More about it, beside the text.
    pub detail: String,
    /// The key that does the same.
    pub key: String,
}

/// The field and its list. Arrows move, Enter chooses; while an input method composes, both are
/// the input method's.
#[component]
pub(crate) fn Combobox(
    /// The field's element id.
    id: String,
    #[prop(into)] label: TextProp,
    query: RwSignal<String>,
    #[prop(into)] suggestions: Signal<Vec<Suggestion>>,
    /// Heard with the place of what was chosen.
    #[prop(into)]
    on_choose: UnsyncCallback<(usize,)>,
    /// What to say when something is typed and nothing is found; empty says nothing.
    #[prop(into)]
    nothing: Signal<String>,
) -> impl IntoView {
    let list = id::next("list");
    let cursor = RwSignal::new(0_usize);
    Effect::new(move |_| {
        suggestions.track();
        cursor.set(0);
    });
    let (of_option, of_cursor, of_key) = (list.clone(), list.clone(), list.clone());
    let of_field = list.clone();
    let on_key = act(move |key: ev::KeyboardEvent| {
        let count = suggestions.with_untracked(Vec::len);
        if event::is_composing(&key) || count == 0 {
            return;
        }
        let at = cursor.get_untracked().min(count - 1);
        match key.key().as_str() {
            "ArrowDown" => cursor.set((at + 1) % count),
            "ArrowUp" => cursor.set((at + count - 1) % count),
            "Enter" => on_choose.run((at,)),
            _ => return,
        }
        key.prevent_default();
        let at = cursor.try_get_untracked().unwrap_or_default();
        element::reveal(&option_id(&of_key, at));
    });
    let is_open = Memo::new(move |_| suggestions.with(|all| !all.is_empty()));
    let name = label.clone();
    let listed = maybe(move || {
        let (list, of_option, name) = (list.clone(), of_option.clone(), name.clone());
        let groups = each(move || {
            let lines: Vec<(usize, Suggestion)> =
                suggestions.get().into_iter().enumerate().collect();
            let groups = lines.chunk_by(|(_, one), (_, next)| one.group == next.group);
            groups.map(|lines| group(lines, &of_option, cursor, on_choose)).collect()
        });
        is_open.get().then(move || {
            view! { <div class="listbox" role="listbox" id=list aria-label=name>{groups}</div> }
                .into_any()
        })
    });
    let says_nothing = live(move || match is_open.get() || query.with(|q| q.trim().is_empty()) {
        true => String::new(),
        false => nothing.get(),
    });
    let active =
        live(move || is_open.get().then(|| Oco::from(option_id(&of_cursor, cursor.get()))));
    view! {
        <input
            id=id
            class="input"
            type="text"
            role="combobox"
            autocomplete="off"
            spellcheck="false"
            aria-label=label.clone()
            placeholder=label
            aria-autocomplete="list"
            aria-expanded=live(move || Some(if is_open.get() { "true" } else { "false" }))
            aria-controls=of_field
            aria-activedescendant=active
            prop:value=query
            on:input=act(move |event| query.set(event_target_value(&event)))
            on:keydown=on_key
        />
        {listed}
        <p class="hint" role="status">{says_nothing}</p>
    }
    .into_any()
}

/// A heading with its lines.
fn group(
    lines: &[(usize, Suggestion)],
    list: &str,
    cursor: RwSignal<usize>,
    on_choose: UnsyncCallback<(usize,)>,
) -> AnyView {
    let heading = lines.first().map(|(_, line)| line.group.clone()).unwrap_or_default();
    let option = |(place, line): &(usize, Suggestion)| {
        let (place, line) = (*place, line.clone());
        let key = (!line.key.is_empty()).then(|| view! { <kbd>{line.key}</kbd> }.into_any());
        // The press of the mouse would take the focus out of the field.
        let keep_focus = act(|event: ev::MouseEvent| event.prevent_default());
        view! {
            <div
                role="option"
                id=option_id(list, place)
                aria-selected=live(move || Some(if cursor.get() == place { "true" } else { "false" }))
                on:mousedown=keep_focus
                on:click=act(move |_| on_choose.run((place,)))
            >
                <span>{line.text}</span>
                <small>{line.detail}</small>
                {key}
            </div>
        }
        .into_any()
    };
    let lines: Vec<AnyView> = lines.iter().map(option).collect();
    let shown = (!heading.is_empty())
        .then(|| view! { <b aria-hidden="true">{heading.clone()}</b> }.into_any());
    view! { <div role="group" aria-label=heading>{shown} {lines}</div> }.into_any()
}

fn option_id(list: &str, place: usize) -> String {
    format!("{list}-{place}")
}
