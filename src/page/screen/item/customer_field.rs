//! The field in which a dialog asks for a customer, with the workbook's customers to choose from.
//! Never records a customer: a code that is not there is refused by the command.

use huikuan::view::customer;
use leptos::prelude::*;

use crate::page::label;
use crate::page::part::field::TextField;
use crate::page::part::id;
use crate::page::session::Session;
use crate::page::speech::Speech;

/// The field over what is typed: a code, or a name that is suggested.
pub(super) fn customer_field(
    session: Session,
    speech: Speech,
    typed: RwSignal<String>,
) -> impl IntoView {
    let list = id::next("customers");
    view! {
        <TextField
            label=speech.text(label::item::CUSTOMER)
            value=typed
            required=true
            list=list.clone()
        />
        {customer_list(session, list)}
    }
}

/// The workbook's customers as suggestions, under an id for the fields that suggest them.
pub(crate) fn customer_list(session: Session, id: String) -> impl IntoView {
    // Drawn anew only when a name changes, not with every edit.
    let names = Memo::new(move |_| {
        let names = session.read(|workbook| {
            let customers = workbook.ledger().accounts().map(|account| &account.customer);
            customers.map(|held| (held.code.clone(), held.name().to_owned())).collect::<Vec<_>>()
        });
        names.unwrap_or_default()
    });
    let options = move || {
        let option = |(code, name): (String, String)| view! { <option value=code>{name}</option> };
        names.get().into_iter().map(option).collect_view()
    };
    view! { <datalist id=id>{options}</datalist> }
}

/// The code of the customer that a person means, or what was typed when there is none.
pub(crate) fn meant(session: Session, typed: &str) -> String {
    let found = session.read_untracked(|workbook| customer::meant(workbook.ledger(), typed));
    found.flatten().unwrap_or_else(|| typed.trim().to_owned())
}
