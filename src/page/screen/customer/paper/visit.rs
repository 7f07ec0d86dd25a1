//! The visit sheet: where, whom, what to bring, what is owed, and room for what comes of it (D4).
//! Never records the visit: the contact does.

use huikuan::id::{FactId, Key};
use huikuan::view::amount::with_currency;
use huikuan::view::deed::{Deed, Form};
use leptos::prelude::*;

use super::{facts, table};
use crate::page::label;
use crate::page::session::Session;
use crate::page::speech::Speech;

/// The sheet of an appointment; nothing when it is gone.
pub(super) fn visit(session: Session, key: &Key, fact: FactId, speech: Speech) -> Option<AnyView> {
    let as_of = session.as_of();
    let found = session.read(|workbook| {
        let ledger = workbook.ledger();
        let account = ledger.account(key)?;
        let mut held = account.dealings.appointments.iter();
        let held = held.find(|held| held.fact == fact)?.what.clone();
        let form = Form::begin(&Deed::Hold, ledger, account, as_of, "");
        Some((held, form, account.customer.name().to_owned()))
    });
    let (held, form, name) = found.flatten()?;
    let time = held.time.map(|time| format!(" {time}")).unwrap_or_default();
    let person = |name: &str| {
        let found = session.read(|workbook| {
            let account = workbook.ledger().account(key)?;
            let people = account.customer.fields.contacts.as_deref().unwrap_or_default();
            people.iter().find(|person| person.name == name).cloned()
        });
        let person = found.flatten().unwrap_or_default();
        let texts = [name.to_owned(), person.role, person.phone];
        texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let rows = vec![
        (label::timeline::WHEN, format!("{}{time}", held.on)),
        (label::timeline::PLACE, held.place.clone()),
        (label::timeline::WHO, held.who.clone()),
        (label::timeline::MEETS, person(&held.person)),
        (label::timeline::OVERDUE, with_currency(form.plan_owed())),
    ];
    let lines: Vec<AnyView> = held
        .preparation
        .iter()
        .map(|line| view! { <li>{format!("□ {line}")}</li> }.into_any())
        .collect();
    let items = form.items.iter().map(|item| {
        let due = item.due_on.map(|on| on.to_string()).unwrap_or_default();
        vec![item.number.clone(), due, with_currency(item.open)]
    });
    let heads = [label::item::NUMBER, label::item::DUE, label::item::OUTSTANDING];
    let blank = || view! { <p>{speech.now(label::timeline::BLANK)}</p> }.into_any();
    let blanks: Vec<AnyView> = (0..4).map(|_| blank()).collect();
    let sheet = view! {
        <h2>{speech.fill(label::timeline::MEET, &[&name])}</h2>
        {facts(rows, speech)}
        <h3>{speech.now(label::timeline::PREPARE)}</h3>
        <ul class="prepare">{lines}</ul>
        {table(speech.now(label::timeline::ITEMS), &heads, items.collect(), speech)}
        <h3>{speech.now(label::timeline::RESULT_LINES)}</h3>
        {blanks}
    };
    Some(sheet.into_any())
}
