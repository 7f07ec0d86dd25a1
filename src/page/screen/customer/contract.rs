//! The contracts of the customer, with the invoices that refer to them, for screen and print (A2).
//! Never holds a contract's file: it names it.

use huikuan::id::Key;
use huikuan::money::{Decimal, Money, Rate};
use huikuan::view::amount::with_currency;
use huikuan::view::contract::{RegisterLine, register};
use huikuan::view::deed::Deed;
use leptos::prelude::*;

use super::deed::Deeds;
use super::paper::{Paper, address, table};
use crate::page::label::{self, Label};
use crate::page::navigation::use_navigation;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::live::{each, live, shown};
use crate::page::session::{Session, use_session};
use crate::page::speech::{Speech, use_speech};

/// The columns of the register.
const HEADS: [Label; 10] = [
    label::timeline::NUMBER,
    label::timeline::SIGNED_ON,
    label::timeline::AMOUNT,
    label::timeline::CLAUSE,
    label::timeline::LATE,
    label::timeline::RETENTION,
    label::timeline::KEPT_AT,
    label::timeline::INVOICES,
    label::timeline::OPEN,
    label::deed::MEMO,
];

/// The contracts, each with the way to change it.
pub(super) fn contracts(key: Key, deeds: Deeds) -> AnyView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    let of = key.clone();
    let rows = Memo::new(move |_| rows(session, &of, speech));
    let add = UnsyncCallback::new(move |()| deeds.ask(Deed::Contract(None)));
    let print = navigation.aspect(|route| address(route, Paper::Contracts).hash());
    let item = move |(number, cells): (Key, Vec<String>)| {
        let change = UnsyncCallback::new(move |()| {
            deeds.ask(Deed::Contract(Some(number.clone())));
        });
        let mut cells = cells.into_iter();
        let name = cells.next().unwrap_or_default();
        let named = cells.zip(HEADS.into_iter().skip(1)).filter(|(text, _)| !text.is_empty());
        let facts: Vec<AnyView> = named
            .map(|(text, head)| view! { <dt>{speech.now(head)}</dt> <dd>{text}</dd> }.into_any())
            .collect();
        view! {
            <li>
                <p>
                    <b>{name}</b> " "
                    <Button
                        label=speech.text(label::timeline::CHANGE)
                        on_press=change
                        look=ButtonLook::Quiet
                    />
                </p>
                <dl class="facts">{facts}</dl>
            </li>
        }
        .into_any()
    };
    let items = each(move || rows.get().into_iter().map(item).collect());
    let nothing = move || {
        rows.with(Vec::is_empty).then(|| speech.now(label::timeline::NO_CONTRACTS).to_owned())
    };
    view! {
        <section class="contracts-of screen-only">
            <div class="head">
                <h2>{speech.text(label::timeline::CONTRACTS)}</h2>
                <Button label=speech.text(label::deed::CONTRACT) on_press=add/>
                <a class="button" href=live(move || print.get())>
                    {speech.text(label::timeline::CONTRACT_REGISTER)}
                </a>
            </div>
            <ul class="contract-list">{items}</ul>
            <p class="hint nothing">{nothing}</p>
        </section>
    }
    .into_any()
}

/// The register as a table to print.
pub(super) fn register_table(session: Session, key: Key, speech: Speech) -> AnyView {
    let body = shown(move || {
        let rows = rows(session, &key, speech).into_iter().map(|(_, cells)| cells).collect();
        table(speech.now(label::timeline::CONTRACT_REGISTER), &HEADS, rows, speech)
    });
    body.into_any()
}

fn rows(session: Session, key: &Key, speech: Speech) -> Vec<(Key, Vec<String>)> {
    let as_of = session.as_of();
    let found = session.read(|workbook| {
        let account = workbook.ledger().account(key)?;
        let lines = register(account, as_of).into_iter();
        Some(lines.map(|line| (line.contract.key.clone(), cells(&line, speech))).collect())
    });
    found.flatten().unwrap_or_default()
}

fn cells(line: &RegisterLine<'_>, speech: Speech) -> Vec<String> {
    let fields = &line.contract.fields;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let percent = |rate: Rate| format!("{}%", (rate.0 * Decimal::ONE_HUNDRED).normalize());
    let sums =
        |sums: &[Money]| sums.iter().map(|sum| with_currency(*sum)).collect::<Vec<_>>().join(" · ");
    let late = match fields.late_rate {
        Some(rate) => percent(rate),
        None => speech.now(label::timeline::NO_LATE_CLAUSE).to_owned(),
    };
    let kept = [text(&fields.kept_at), text(&fields.file_name)];
    let kept = kept.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    let documents = line.documents.join(", ");
    let invoices = match line.invoiced.is_empty() {
        true => String::new(),
        false => format!("{documents} · {}", sums(&line.invoiced)),
    };
    vec![
        line.contract.number.clone(),
        fields.signed_on.map(|on| on.to_string()).unwrap_or_default(),
        fields.amount.map(with_currency).unwrap_or_default(),
        text(&fields.payment_clause),
        late,
        fields.retention.map(percent).unwrap_or_default(),
        kept,
        invoices,
        sums(&line.open),
        text(&fields.memo),
    ]
}
