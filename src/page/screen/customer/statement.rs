//! The statement of account of one customer, with a return slip, for screen and print (A6).
//! Never leaves anything out: its lines add up to the balance of the aging.

use huikuan::id::Key;
use huikuan::money::Currency;
use huikuan::record::DocumentKind;
use huikuan::say;
use huikuan::view::aging::Within;
use huikuan::view::amount::figure;
use huikuan::view::drill::{Sum, What, Worked, drill};
use leptos::prelude::*;

use super::paper::letterhead;
use crate::page::browser::document;
use crate::page::label;
use crate::page::part::button::Button;
use crate::page::part::scroll::scroll;
use crate::page::session::use_session;
use crate::page::speech::{Speech, use_speech};

/// The statements of the customer, one for each currency.
pub(super) fn statement(key: Key) -> impl IntoView {
    let (session, speech) = (use_session(), use_speech());
    let sections = Memo::new(move |_| {
        let sections = session.report(|ledger, buckets, as_of| {
            let account = ledger.account(&key)?;
            let parts = account.parts.iter().map(|part| part.balance.currency);
            let funds = account.funds.iter().map(|fund| fund.balance.currency);
            let mut currencies: Vec<Currency> = parts.chain(funds).collect();
            currencies.sort_unstable();
            currencies.dedup();
            let of = |currency| {
                let customers = std::slice::from_ref(&key);
                (
                    currency,
                    drill(
                        ledger,
                        buckets,
                        as_of,
                        currency,
                        (customers, &Within::All),
                        Sum::Balance,
                    ),
                )
            };
            Some(currencies.into_iter().map(of).collect::<Vec<_>>())
        });
        sections.flatten().unwrap_or_default()
    });
    let title = move || speech.fill(label::customer::STATEMENT, &[&session.as_of().to_string()]);
    let print = UnsyncCallback::new(|()| document::print());
    let body = move || {
        sections.with(|sections| {
            let open: Vec<AnyView> = sections
                .iter()
                .filter(|(_, worked)| !worked.is_empty())
                .map(|(currency, worked)| section(*currency, worked, speech))
                .collect();
            if open.is_empty() {
                return view! { <p class="hint nothing">{speech.now(label::customer::NOTHING_OPEN)}</p> }
                    .into_any();
            }
            open.into_any()
        })
    };
    view! {
        <div class="statement">
            {letterhead(session, speech)}
            <div class="head">
                <h2>{title}</h2>
                <Button label=speech.text(label::customer::PRINT) on_press=print/>
            </div>
            {body}
            <section class="slip">
                <h3>{speech.text(label::timeline::SLIP)}</h3>
                <p>{speech.text(label::timeline::SLIP_AGREES)}</p>
                <p>{speech.text(label::timeline::SLIP_DIFFERS)}</p>
                <p>{speech.text(label::timeline::SLIP_STAMP)}</p>
            </section>
        </div>
    }
}

fn section(currency: Currency, worked: &[Worked], speech: Speech) -> AnyView {
    let heads = [
        (label::item::KIND, ""),
        (label::item::NUMBER, ""),
        (label::item::ISSUED, ""),
        (label::item::DUE, ""),
        (label::item::AMOUNT, "figure"),
        (label::item::OUTSTANDING, "figure"),
        (label::item::DAYS, "figure"),
    ];
    let heads = heads.into_iter();
    let heads = heads.map(|(head, class)| view! { <th class=class>{speech.now(head)}</th> });
    let rows = worked.iter().map(|item| row(item, currency, speech)).collect_view();
    let total: i64 = worked.iter().map(|item| item.open_minor).sum();
    let table = view! {
        <table class="table">
            <caption>{currency.code().to_owned()}</caption>
            <thead><tr>{heads.collect_view()}</tr></thead>
            <tbody>{rows}</tbody>
            <tfoot><tr>
                <td colspan="5">{speech.now(label::customer::BALANCE)}</td>
                <td class="figure">{figure(total, currency)}</td>
                <td></td>
            </tr></tfoot>
        </table>
    };
    scroll(currency.code().to_owned(), "", table)
}

fn row(item: &Worked, currency: Currency, speech: Speech) -> impl IntoView + use<> {
    let kind = match item.what {
        What::Document(kind) => document_kind(kind, speech),
        What::Money(_) => speech.now(label::item::RECEIPTS).to_owned(),
    };
    let day = |on: Option<huikuan::calendar::Date>| {
        on.map_or_else(|| "—".to_owned(), |on| on.to_string())
    };
    let overdue = item.overdue_days.filter(|days| *days > 0);
    view! {
        <tr>
            <td>{kind}</td>
            <td>{item.number.clone()}</td>
            <td>{day(item.on)}</td>
            <td>{day(item.due_on)}</td>
            <td class="figure">{figure(item.amount_minor, currency)}</td>
            <td class="figure">{figure(item.open_minor, currency)}</td>
            <td class="figure">
                {overdue.map_or_else(|| "—".to_owned(), |days| days.to_string())}
            </td>
        </tr>
    }
}

fn document_kind(kind: DocumentKind, speech: Speech) -> String {
    say::document_kind(kind, speech.language()).to_string()
}
