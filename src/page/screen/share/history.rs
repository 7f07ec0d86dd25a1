//! Who recorded what when, with retraction and restoration.
//! Never removes a line: what is retracted stays and says so.

use huikuan::id::EntryId;
use huikuan::journal::Entry;
use huikuan::record::Fact;
use huikuan::say;
use huikuan::view::matches;
use huikuan::workbook::Command;
use leptos::prelude::*;

use crate::page::browser::clock;
use crate::page::label;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::card::Card;
use crate::page::part::field::{TextField, TextKind};
use crate::page::part::toast::use_toaster;
use crate::page::session::{refusal, use_session};
use crate::page::speech::use_speech;

/// Lines shown at once.
const LISTED_MAX: usize = 100;

/// One line of the history.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    id: EntryId,
    at: String,
    by: String,
    what: String,
    counts: bool,
}

/// The card of the history.
pub(super) fn history() -> impl IntoView {
    let (session, speech) = (use_session(), use_speech());
    let query = RwSignal::new(String::new());
    let lines = Memo::new(move |_| {
        let (language, query) = (speech.language(), query.get());
        let lines = session.read(|workbook| {
            let (journal, standing) = (workbook.journal(), workbook.ledger().standing());
            let line = |entry: &Entry| {
                let place = journal.place(entry.id)?;
                let is_chunk = entry.facts.iter().all(|fact| matches!(fact, Fact::Rows(_)));
                let what = say::entry(entry, language);
                let at = clock::local_text(&entry.recorded_at);
                let fits = matches(&query, &[&what, &entry.by, &at]);
                (!is_chunk && fits).then(|| Line {
                    id: entry.id,
                    at,
                    by: if entry.by.is_empty() { "—".to_owned() } else { entry.by.to_string() },
                    what,
                    counts: standing.counts(place),
                })
            };
            journal.all_in_order().into_iter().rev().filter_map(line).collect::<Vec<_>>()
        });
        lines.unwrap_or_default()
    });
    let body = move || {
        let all = lines.get();
        let more = all.len().saturating_sub(LISTED_MAX);
        let rows: Vec<AnyView> = all.into_iter().take(LISTED_MAX).map(row).collect();
        let more = (more > 0).then(|| speech.fill(label::share::MORE, &[&more.to_string()]));
        view! {
            <div class="table-scroll">
                <table class="table history">
                    <thead><tr>
                        <th>{speech.now(label::share::WHEN)}</th>
                        <th>{speech.now(label::share::WHO)}</th>
                        <th>{speech.now(label::share::WHAT)}</th>
                        <th></th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="hint">{more}</p>
        }
        .into_any()
    };
    view! {
        <Card title=speech.text(label::share::HISTORY)>
            <div class="toolbar">
                <TextField
                    label=speech.text(label::share::HISTORY_SEARCH)
                    value=query kind=TextKind::Search
                />
            </div>
            {body}
        </Card>
    }
}

fn row(line: Line) -> AnyView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let (id, counts) = (line.id, line.counts);
    let press = UnsyncCallback::new(move |()| {
        let command = match counts {
            true => Command::Retract { entry: id, reason: String::new() },
            false => Command::Restore { entry: id },
        };
        if let Err(rejection) = session.apply(command) {
            toaster.alarm(untrack(|| refusal(speech, &rejection)));
        }
    });
    let words = if counts { label::share::RETRACT } else { label::share::RESTORE };
    let note = (!counts).then(|| speech.now(label::share::RETRACTED));
    view! {
        <tr class:retracted=!counts>
            <td>{line.at}</td>
            <td>{line.by}</td>
            <td>{line.what} " " <small>{note}</small></td>
            <td><Button label=speech.text(words) on_press=press look=ButtonLook::Quiet/></td>
        </tr>
    }
    .into_any()
}
