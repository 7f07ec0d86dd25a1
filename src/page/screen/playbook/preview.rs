//! What the playbook as it stands in the form would do to today's list.
//! Never records anything.

use std::sync::Arc;

use huikuan::rule::collection::{Task, TaskState};
use huikuan::say;
use huikuan::view::playbook_form::{Moved, preview as preview_of};
use leptos::prelude::*;

use super::Editor;
use crate::page::label;
use crate::page::part::card::Card;
use crate::page::part::live::shown;
use crate::page::part::scroll::scroll;

/// The most customers that are named.
const MOVED_MAX: usize = 12;

/// The card.
pub(super) fn preview(editor: Editor) -> AnyView {
    let speech = editor.speech;
    let body = shown(move || {
        let (as_of, language) = (editor.session.as_of(), speech.language());
        let told = editor.session.read(|book| {
            let ledger = book.ledger();
            let policy = ledger.policy();
            let read = editor
                .form
                .with(|form| form.read(&policy.playbook, policy.base_currency, language));
            let Ok(playbook) = read else { return None };
            let found = preview_of(ledger, &playbook, as_of);
            let mut then = policy.clone();
            then.playbook = playbook;
            let words = |task: &Option<Arc<Task>>, policy| match task {
                Some(task) if task.state == TaskState::Due => say::action(task, policy, language),
                Some(_) | None => "—".to_owned(),
            };
            let row = |moved: &Moved| {
                let account = ledger.account(&moved.customer)?;
                let name = account.customer.name().to_owned();
                Some((name, words(&moved.now, policy), words(&moved.then, &then)))
            };
            let rows: Vec<_> = found.moved.iter().filter_map(row).collect();
            Some((found.due_now, found.due_then, rows))
        });
        let Some((now, then, rows)) = told.flatten() else {
            return view! { <p class="hint">{speech.now(label::playbook::NOT_READABLE)}</p> }
                .into_any();
        };
        let counts = [now, then, rows.len()].map(|count| count.to_string());
        let [now, then, count] = &counts;
        let words = speech.fill(label::playbook::EFFECT, &[now, then, count]);
        let rows: Vec<AnyView> = rows
            .into_iter()
            .take(MOVED_MAX)
            .map(|(name, now, then)| {
                view! { <tr><td>{name}</td><td>{now}</td><td>{then}</td></tr> }.into_any()
            })
            .collect();
        let table = (!rows.is_empty()).then(|| {
            let table = view! {
                <table class="plain-table">
                    <thead><tr>
                        <th scope="col">{speech.now(label::today::CUSTOMER)}</th>
                        <th scope="col">{speech.now(label::playbook::NOW)}</th>
                        <th scope="col">{speech.now(label::playbook::THEN)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            };
            scroll(speech.text(label::playbook::PREVIEW), "", table)
        });
        view! { <p aria-live="polite">{words}</p> {table} }.into_any()
    });
    view! {
        <Card title=speech.text(label::playbook::PREVIEW)>
            <div class="stack">{body}</div>
        </Card>
    }
    .into_any()
}
