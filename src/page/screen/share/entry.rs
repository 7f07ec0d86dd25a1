//! One entry of the history, opened: all that it says, and taking it back or restoring it.
//! Never takes anything out of the history.

use huikuan::id::EntryId;
use huikuan::record::Fact;
use huikuan::say;
use huikuan::view::history::customer;
use huikuan::workbook::{Command, Workbook};
use leptos::prelude::*;

use crate::page::browser::clock;
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::dialog::{Dialog, open_while};
use crate::page::part::field::TextField;
use crate::page::part::live::{maybe, shown};
use crate::page::part::notice::{Notice, Tone};
use crate::page::route::Screen;
use crate::page::session::{refusal, use_session};
use crate::page::speech::{Speech, use_speech};

/// An entry as it is shown.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    id: EntryId,
    what: String,
    recorded: String,
    /// Who retracted it, when and why.
    retracted: Vec<String>,
    counts: bool,
    customer: Option<String>,
}

/// The dialog of the entry at a place of the journal.
pub(super) fn entry_dialog(opened: RwSignal<Option<u32>>) -> impl IntoView {
    let (session, speech) = (use_session(), use_speech());
    let open = open_while(opened);
    let entry = Memo::new(move |_| {
        let place = opened.get()?;
        session.read(|workbook| look(workbook, place, speech)).flatten()
    });
    let title = move || {
        let id = entry.with(|entry| entry.as_ref().map(|entry| entry.id.to_string()));
        speech.fill(label::history::ENTRY, &[&id.unwrap_or_default()])
    };
    view! {
        <Dialog title open>
            {shown(move || match entry.get() {
                Some(entry) => content(entry, open),
                None => ().into_any(),
            })}
        </Dialog>
    }
}

fn look(workbook: &Workbook, place: u32, speech: Speech) -> Option<Shown> {
    let (journal, standing) = (workbook.journal(), workbook.ledger().standing());
    let entry = journal.entries().get(place as usize)?;
    let language = speech.language();
    let signed = |words: label::Label, entry: &huikuan::journal::Entry| {
        let by = match &*entry.by {
            "" => speech.now(label::history::SOMEBODY),
            by => by,
        };
        speech.fill(words, &[by, &clock::local_text(&entry.recorded_at)])
    };
    let retraction = |id: &EntryId| {
        let held = journal.get(*id)?;
        let reason = held.facts.iter().find_map(|fact| match fact {
            Fact::Retract(held) if held.target == entry.id => Some(held.reason.as_str()),
            _ => None,
        });
        let reason = reason.filter(|reason| !reason.is_empty());
        let why = reason.map(|reason| speech.fill(label::history::WHY, &[reason]));
        let who = signed(label::history::RETRACTED_BY, held);
        Some([who, why.unwrap_or_default()].join(" "))
    };
    Some(Shown {
        id: entry.id,
        what: say::entry_within(entry, journal, language),
        recorded: signed(label::history::RECORDED, entry),
        retracted: standing.retractions(entry.id).iter().filter_map(retraction).collect(),
        counts: standing.counts(place),
        customer: customer(journal, entry).map(|key| key.to_string()),
    })
}

fn content(entry: Shown, open: RwSignal<bool>) -> AnyView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    let (id, counts) = (entry.id, entry.counts);
    let reason = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<String>);
    let press = UnsyncCallback::new(move |()| {
        let command = match counts {
            true => {
                let reason = reason.get_untracked().trim().to_owned();
                Command::Retract { entry: id, reason }
            }
            false => Command::Restore { entry: id },
        };
        match session.apply(command) {
            Ok(()) => open.set(false),
            Err(rejection) => refused.set(Some(untrack(|| refusal(speech, &rejection)))),
        }
    });
    let words = if counts { label::history::RETRACT } else { label::history::RESTORE };
    let why = counts.then(|| {
        view! {
            <TextField
                label=speech.text(label::history::REASON)
                hint=speech.text(label::history::REASON_HINT)
                value=reason on_enter=press
            />
        }
        .into_any()
    });
    let link = entry.customer.map(|code| {
        let words = speech.fill(label::history::TO_CUSTOMER, &[&code]);
        let href = untrack(|| navigation.route()).turn(Screen::Customer(code)).hash();
        view! { <a class="button" href=href>{words}</a> }.into_any()
    });
    let retracted: Vec<AnyView> =
        entry.retracted.into_iter().map(|by| view! { <p>{by}</p> }.into_any()).collect();
    view! {
        <p><b>{entry.what}</b></p>
        <p class="hint">{entry.recorded}</p>
        {retracted}
        {why}
        {maybe(move || refused.get().map(|why| {
            view! { <Notice tone=Tone::Bad>{why}</Notice> }.into_any()
        }))}
        <div class="actions">
            {link}
            <Button label=speech.text(words) on_press=press look=ButtonLook::Plain/>
        </div>
    }
    .into_any()
}
