//! Statements that were sent, and what came back of them (A6).
//! Never sends one: it is printed, and a person records that it went out.

use huikuan::calendar::Date;
use huikuan::id::{FactId, Key};
use huikuan::record::StatementAnswer;
use huikuan::view::amount::with_currency;
use huikuan::view::deed::Deed;
use huikuan::view::statement::{Sent, statements};
use leptos::prelude::*;

use super::deed::Deeds;
use crate::page::label;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::live::{each, maybe};
use crate::page::part::scroll::scroll;
use crate::page::session::use_session;
use crate::page::speech::{Speech, use_speech};

/// A statement as it is listed.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    fact: FactId,
    cells: [String; 4],
    answer: Option<String>,
}

/// The list, and the way to record one.
pub(super) fn sent(key: Key, deeds: Deeds) -> AnyView {
    let (session, speech) = (use_session(), use_speech());
    let rows = Memo::new(move |_| {
        let as_of = session.as_of();
        let found = session.read(|workbook| {
            let account = workbook.ledger().account(&key)?;
            let all = statements(account, as_of);
            Some(all.iter().map(|sent| row(sent, speech)).collect::<Vec<_>>())
        });
        found.flatten().unwrap_or_default()
    });
    let record = UnsyncCallback::new(move |()| deeds.ask(Deed::SendStatement));
    let body =
        each(move || rows.get().into_iter().map(|row| view_of(row, deeds, speech)).collect());
    let table = maybe(move || {
        rows.with(Vec::is_empty).then(|| {
            let words = speech.text(label::timeline::NO_STATEMENTS);
            view! { <p class="hint nothing">{words}</p> }.into_any()
        })
    });
    let heads = [
        label::timeline::AS_OF,
        label::timeline::SENT_ON,
        label::timeline::SENT_BY,
        label::timeline::BALANCE,
        label::timeline::ANSWERED,
    ];
    let heads: Vec<AnyView> = heads
        .into_iter()
        .map(|head| view! { <th scope="col">{speech.text(head)}</th> }.into_any())
        .collect();
    let list = view! {
        <table class="table"><thead><tr>{heads}</tr></thead> <tbody>{body}</tbody></table>
    };
    view! {
        <section class="sent screen-only">
            <div class="head">
                <h2>{speech.text(label::timeline::PAST_STATEMENTS)}</h2>
                <Button label=speech.text(label::deed::SEND_STATEMENT) on_press=record/>
            </div>
            {scroll(speech.text(label::timeline::PAST_STATEMENTS), "", list)}
            {table}
        </section>
    }
    .into_any()
}

fn row(sent: &Sent<'_>, speech: Speech) -> Row {
    let held = &sent.statement.what;
    let balances = held.balances.iter().map(|balance| with_currency(*balance));
    let answer = sent.answer.map(|answered| {
        let on = answered.what.on.to_string();
        match &answered.what.answer {
            StatementAnswer::Confirmed => speech.fill(label::timeline::CONFIRMED, &[&on]),
            StatementAnswer::Differs { amount, reason } => {
                let amount = with_currency(*amount);
                speech.fill(label::timeline::DIFFERS, &[&on, &amount, reason])
            }
        }
    });
    let day = |on: Date| on.to_string();
    let balances = balances.collect::<Vec<_>>().join(" · ");
    let cells = [day(held.as_of), day(held.sent_on), held.sent_by.clone(), balances];
    Row { fact: sent.statement.fact, cells, answer }
}

fn view_of(row: Row, deeds: Deeds, speech: Speech) -> AnyView {
    let fact = row.fact;
    let cells: Vec<AnyView> =
        row.cells.into_iter().map(|text| view! { <td>{text}</td> }.into_any()).collect();
    let answer = match row.answer {
        Some(answer) => view! { <span>{answer}</span> }.into_any(),
        None => {
            let ask = UnsyncCallback::new(move |()| deeds.ask(Deed::AnswerStatement(fact)));
            view! {
                <span class="hint">{speech.text(label::timeline::WAITING)}</span> " "
                <Button
                    label=speech.text(label::timeline::ANSWER)
                    on_press=ask
                    look=ButtonLook::Quiet
                />
            }
            .into_any()
        }
    };
    view! { <tr>{cells} <td>{answer}</td></tr> }.into_any()
}
