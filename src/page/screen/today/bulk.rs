//! What can be done with the selected customers at once: record that their message was sent.
//! Never sends anything: the texts go out by whatever the firm uses.

use std::collections::BTreeSet;

use huikuan::id::Key;
use huikuan::view::worklist::sent_contact;
use huikuan::workbook::Command;
use leptos::prelude::*;

use super::Desk;
use crate::page::browser::{clipboard, clock};
use crate::page::label;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::live::maybe;
use crate::page::part::toast::use_toaster;
use crate::page::screen::letter::{bulk_address, use_selected};
use crate::page::session::{refusal, use_session};
use crate::page::speech::use_speech;

/// The bar over the list while anybody is selected.
pub(super) fn bulk(desk: Desk, selected: RwSignal<BTreeSet<Key>>) -> AnyView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let contacts = move || {
        let (as_of, by) = (session.as_of_untracked(), session.by.get_untracked());
        let (today, time) = (session.today.get_untracked(), clock::time_of_day());
        let language = untrack(|| speech.language());
        let day = desk.day.get_untracked();
        let chosen = selected.get_untracked();
        let made = session.read_untracked(|workbook| {
            let ledger = workbook.ledger();
            let rows = day.iter().flat_map(|day| &day.rows);
            let rows = rows.filter(|row| chosen.contains(&row.customer));
            rows.filter_map(|row| sent_contact(ledger, row, as_of, language)).collect::<Vec<_>>()
        });
        let mut made = made.unwrap_or_default();
        for contact in &mut made {
            contact.on = today;
            contact.time = time;
            contact.made_by.clone_from(&by);
        }
        made
    };
    let record = UnsyncCallback::new(move |()| {
        let contacts = contacts();
        let count = contacts.len().to_string();
        match session.apply(Command::LogContacts(contacts)) {
            Ok(()) => {
                selected.set(BTreeSet::new());
                toaster.say(untrack(|| speech.fill(label::today::BULK_DONE, &[&count])));
            }
            Err(why) => toaster.alarm(untrack(|| refusal(speech, &why))),
        }
    });
    let copy = UnsyncCallback::new(move |()| {
        let texts: Vec<String> = contacts().into_iter().map(|contact| contact.said).collect();
        clipboard::write(&texts.join("\n\n"), move |is_copied| {
            let word = if is_copied { label::today::COPIED } else { label::today::NOT_COPIED };
            toaster.say(untrack(|| speech.now(word).to_owned()));
        });
    });
    let chosen = use_selected();
    let letters = UnsyncCallback::new(move |()| {
        // In the order of the list, which the letters keep.
        let all = desk.shown.get_untracked().into_iter();
        chosen.choose(selected.with_untracked(|them| all.filter(|it| them.contains(it)).collect()));
        desk.navigation.go(&bulk_address(&desk.navigation.route_untracked()));
    });
    let clear = UnsyncCallback::new(move |()| selected.set(BTreeSet::new()));
    maybe(move || {
        let count = selected.with(BTreeSet::len);
        let words = speech.fill(label::today::SELECTED, &[&count.to_string()]);
        (count > 0).then(|| {
            view! {
                <div class="toolbar bulk">
                    <b>{words}</b>
                    <Button label=speech.text(label::today::COPY_ALL) on_press=copy/>
                    <Button label=speech.text(label::letter::BULK_LETTERS) on_press=letters/>
                    <Button label=speech.text(label::today::BULK_SENT) on_press=record/>
                    <Button
                        label=speech.text(label::act::CLEAR) on_press=clear look=ButtonLook::Quiet
                    />
                </div>
            }
            .into_any()
        })
    })
    .into_any()
}
