//! A promise as a paper for the customer to sign (D5): signed, it counts as evidence.
//! Never marks the promise as written: a person does when the paper is there.

use huikuan::id::{FactId, Key};
use huikuan::money::Money;
use huikuan::view::amount::with_currency;
use leptos::prelude::*;

use super::table;
use crate::page::label;
use crate::page::session::Session;
use crate::page::speech::Speech;

/// The paper of a promise; nothing when it is gone.
pub(super) fn promise(
    session: Session,
    key: &Key,
    fact: FactId,
    speech: Speech,
) -> Option<AnyView> {
    let as_of = session.as_of();
    let found = session.read(|workbook| {
        let account = workbook.ledger().account(key)?;
        let held = account.dealings.promises.iter().find(|held| held.fact == fact)?;
        let day = as_of.number();
        let currency = held.what.amount.currency();
        let named = |part: u32| held.parts.is_empty() || held.parts.contains(&part);
        let open = (0_u32..).zip(&account.parts).filter(|(index, part)| {
            named(*index) && part.balance.currency == currency && account.outstanding(part, day) > 0
        });
        let (mut owed, mut rows) = (0, Vec::new());
        for (_, part) in open {
            let left = account.outstanding(part, day);
            owed += left;
            let document = account.documents.get(part.document as usize);
            let number = document.map(|held| held.number.clone()).unwrap_or_default();
            let due = part.due_on().map(|on| on.to_string()).unwrap_or_default();
            rows.push(vec![number, due, with_currency(part.balance.money(left))]);
        }
        let owed = Money::new(owed, currency).ok()?;
        Some((account.customer.name().to_owned(), held.what.clone(), owed, rows))
    });
    let (name, held, owed, rows) = found.flatten()?;
    let (owed, amount) = (with_currency(owed), with_currency(held.amount));
    let until = held.promised_on.to_string();
    let text = speech.fill(label::timeline::PROMISE_TEXT, &[&owed, &amount, &until]);
    let heads = [label::item::NUMBER, label::item::DUE, label::item::OUTSTANDING];
    let sheet = view! {
        <h2>{speech.now(label::timeline::PROMISE_SHEET)}</h2>
        <p><b>{name}</b></p>
        <p>{text}</p>
        {table(speech.now(label::timeline::ITEMS), &heads, rows, speech)}
        <p class="slip">{speech.now(label::timeline::SLIP_STAMP)}</p>
    };
    Some(sheet.into_any())
}
