//! Papers of one customer to print: visit sheet, written promise, evidence pack, register of
//! contracts. The address names the paper.
//! Never anything that the workbook does not hold.

mod pack;
mod promise;
mod visit;

use huikuan::id::{FactId, Key};
use huikuan::record::Firm;
use leptos::prelude::*;

use crate::page::browser::document;
use crate::page::label::{self, Label};
use crate::page::navigation::use_navigation;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::live::{live, maybe};
use crate::page::part::scroll::scroll;
use crate::page::route::Route;
use crate::page::session::{Session, use_session};
use crate::page::speech::{Speech, use_speech};

/// The parameter that names a paper.
const SHEET: &str = "sheet";

/// A paper of the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paper {
    /// For an appointment.
    Visit(FactId),
    /// For a promise.
    Promise(FactId),
    /// For a case.
    Pack(FactId),
    /// The register of contracts.
    Contracts,
}

/// The address of a paper of the customer whose page is shown.
pub(super) fn address(route: &Route, paper: Paper) -> Route {
    let named = |name: &str, fact: FactId| format!("{name}:{}/{}", fact.entry, fact.index);
    let name = match paper {
        Paper::Visit(fact) => named("visit", fact),
        Paper::Promise(fact) => named("promise", fact),
        Paper::Pack(fact) => named("pack", fact),
        Paper::Contracts => "contracts".to_owned(),
    };
    route.with(SHEET, &name)
}

/// The paper that an address asks for.
pub(super) fn asked(route: &Route) -> Option<Paper> {
    let text = route.parameter(SHEET);
    if text == "contracts" {
        return Some(Paper::Contracts);
    }
    let (name, fact) = text.split_once(':')?;
    let fact = fact.parse::<FactId>().ok()?;
    match name {
        "visit" => Some(Paper::Visit(fact)),
        "promise" => Some(Paper::Promise(fact)),
        "pack" => Some(Paper::Pack(fact)),
        _ => None,
    }
}

/// The paper with the ways to print it and back.
pub(super) fn paper(key: Key, paper: Paper) -> AnyView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    let back = navigation.aspect(|route| route.with(SHEET, "").hash());
    let print = UnsyncCallback::new(|()| document::print());
    let content = maybe(move || content(session, &key, paper, speech));
    view! {
        <section class="card paper">
            <div class="actions toolbar">
                <a class="button" href=live(move || back.get())>
                    {speech.text(label::timeline::BACK)}
                </a>
                <Button
                    label=speech.text(label::timeline::PRINT)
                    on_press=print
                    look=ButtonLook::Main
                />
            </div>
            {letterhead(session, speech)}
            {content}
        </section>
    }
    .into_any()
}

fn content(session: Session, key: &Key, paper: Paper, speech: Speech) -> Option<AnyView> {
    let drawn = match paper {
        Paper::Visit(fact) => visit::visit(session, key, fact, speech),
        Paper::Promise(fact) => promise::promise(session, key, fact, speech),
        Paper::Pack(fact) => pack::pack(session, key, fact, speech),
        Paper::Contracts => Some(super::contract::register_table(session, key.clone(), speech)),
    };
    let missing = || {
        view! { <p class="hint nothing">{speech.now(label::timeline::NOT_THERE)}</p> }.into_any()
    };
    Some(drawn.unwrap_or_else(missing))
}

/// The firm's own name and address above a paper.
pub(super) fn letterhead(session: Session, speech: Speech) -> AnyView {
    let firm = Memo::new(move |_| {
        session.read(|workbook| workbook.ledger().policy().firm.clone()).unwrap_or_default()
    });
    let head = maybe(move || {
        let Firm { name, tax_no, address, phone, bank_accounts, short_name: _ } = firm.get();
        let tax_no = (!tax_no.is_empty())
            .then(|| format!("{} {tax_no}", speech.now(label::customer::TAX_NO)));
        let lines = [Some(address), Some(phone), tax_no].into_iter().flatten().chain(bank_accounts);
        let lines = lines.filter(|line| !line.is_empty());
        let lines: Vec<AnyView> =
            lines.map(|line| view! { <span>{line}</span> }.into_any()).collect();
        (!name.is_empty())
            .then(|| view! { <header class="letterhead"><b>{name}</b> {lines}</header> }.into_any())
    });
    head.into_any()
}

/// A plain table with its caption.
pub(super) fn table(
    caption: &str,
    heads: &[Label],
    rows: Vec<Vec<String>>,
    speech: Speech,
) -> AnyView {
    let heads: Vec<AnyView> = heads
        .iter()
        .map(|head| view! { <th scope="col">{speech.now(*head)}</th> }.into_any())
        .collect();
    let cell = |text: String| view! { <td>{text}</td> }.into_any();
    let row = |cells: Vec<String>| {
        let cells: Vec<AnyView> = cells.into_iter().map(cell).collect();
        view! { <tr>{cells}</tr> }.into_any()
    };
    let rows: Vec<AnyView> = rows.into_iter().map(row).collect();
    let table = view! {
        <table class="table">
            <caption>{caption.to_owned()}</caption>
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    };
    scroll(caption.to_owned(), "", table)
}

/// Names and texts, a line each; lines without a text are left out.
fn facts(rows: Vec<(Label, String)>, speech: Speech) -> AnyView {
    let filled = rows.into_iter().filter(|(_, text)| !text.is_empty());
    let row = |(name, text): (Label, String)| {
        view! { <dt>{speech.now(name)}</dt> <dd>{text}</dd> }.into_any()
    };
    let rows: Vec<AnyView> = filled.map(row).collect();
    view! { <dl class="facts">{rows}</dl> }.into_any()
}
