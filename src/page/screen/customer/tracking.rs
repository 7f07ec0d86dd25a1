//! The tracking sheet 催款进度跟踪表: every contact as a line of a table, for paper only (D4).
//! Never on the screen: the timeline shows more there.

use huikuan::calendar::Date;
use huikuan::id::Key;
use huikuan::ledger::Dealing;
use huikuan::record::Contact;
use huikuan::say::{self, Language};
use huikuan::view::timeline::tracking_sheet;
use leptos::prelude::*;

use super::paper::table;
use crate::page::label;
use crate::page::part::live::maybe;
use crate::page::session::use_session;
use crate::page::speech::use_speech;

/// The sheet.
pub(super) fn tracking(key: Key) -> AnyView {
    let (session, speech) = (use_session(), use_speech());
    let sheet = maybe(move || {
        let (as_of, language) = (session.as_of(), speech.language());
        let found = session.read(|workbook| {
            let account = workbook.ledger().account(&key)?;
            let contacts = tracking_sheet(workbook, account, as_of).into_iter();
            let rows: Vec<Vec<String>> =
                contacts.map(|(held, by)| cells(held, by, language)).collect();
            Some((account.customer.name().to_owned(), rows))
        });
        let (name, rows) = found.flatten()?;
        let title = speech.now(label::timeline::TRACKING);
        let title = speech.fill(label::timeline::SHEET_OF, &[title, &name, &as_of.to_string()]);
        let heads = [
            label::timeline::WHEN,
            label::timeline::CHANNEL,
            label::timeline::PERSON,
            label::timeline::SAID,
            label::timeline::REPLY,
            label::timeline::RESULT,
            label::timeline::NEXT,
            label::timeline::BY,
        ];
        Some(table(&title, &heads, rows, speech))
    });
    view! { <section class="print-only">{sheet}</section> }.into_any()
}

fn cells(held: &Dealing<Contact>, recorded_by: &str, language: Language) -> Vec<String> {
    let contact = &held.what;
    let day = |on: Option<Date>| on.map(|on| on.to_string()).unwrap_or_default();
    let joined = |texts: [String; 2]| {
        let texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        texts.join(" ")
    };
    let time = contact.time.map(|time| time.to_string()).unwrap_or_default();
    let by = if contact.made_by.is_empty() { recorded_by } else { &contact.made_by };
    vec![
        joined([contact.on.to_string(), time]),
        say::channel(contact.channel, language).to_owned(),
        contact.person.clone(),
        contact.said.clone(),
        contact.reply.clone(),
        say::contact_result(contact.result, language).to_owned(),
        joined([contact.next_step.clone(), day(contact.follow_up_on)]),
        by.to_owned(),
    ]
}
