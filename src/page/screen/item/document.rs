//! The dialog that records an invoice, debit note or credit note.
//! Never loses what was typed when the workbook refuses it.

use huikuan::money::Currency;
use huikuan::record::{Claim, DocumentFields, DocumentKind, Schedule};
use huikuan::view::{customer, typed};
use huikuan::workbook::Command;
use leptos::prelude::*;

use super::customer_field::{customer_field, meant};
use crate::page::label;
use crate::page::part::chip::{ChipGroup, choice};
use crate::page::part::dialog::{Dialog, ending};
use crate::page::part::field::{TextField, TextKind};
use crate::page::session::{refusal, use_session};
use crate::page::speech::use_speech;

/// The dialog, shown while `open` is true.
#[component]
pub(super) fn NewDocument(open: RwSignal<bool>) -> impl IntoView {
    let (session, speech) = (use_session(), use_speech());
    let typed_field = || RwSignal::new(String::new());
    let wrong = || RwSignal::new(None::<String>);
    let kind = RwSignal::new(DocumentKind::Invoice);
    let (customer, number, issued, due) =
        (typed_field(), typed_field(), typed_field(), typed_field());
    let (amount, currency) = (typed_field(), typed_field());
    let (issued_wrong, due_wrong, amount_wrong) = (wrong(), wrong(), wrong());
    let (currency_wrong, refused) = (wrong(), wrong());
    Effect::new(move |_| {
        if open.get() {
            let base = session.read_untracked(|w| w.ledger().policy().base_currency);
            currency.set(base.unwrap_or(Currency::CNY).code().to_owned());
            issued.set(session.as_of_untracked().to_string());
            refused.set(None);
        }
    });
    let save = UnsyncCallback::new(move |()| {
        let say = |label: label::Label| Some(speech.now(label).to_owned());
        let today = session.today.get_untracked();
        let coin = Currency::parse(&currency.get_untracked());
        let issued_on = typed::date(&issued.get_untracked(), today);
        let due_text = due.get_untracked();
        let due_on = typed::date(&due_text, today);
        let due_bad = due_on.is_none() && !due_text.trim().is_empty();
        let money = coin.and_then(|coin| typed::amount(&amount.get_untracked(), coin));
        currency_wrong.set(coin.map_or_else(|| say(label::item::NOT_A_CURRENCY), |_| None));
        issued_wrong.set(issued_on.map_or_else(|| say(label::item::NOT_A_DATE), |_| None));
        due_wrong.set(if due_bad { say(label::item::NOT_A_DATE) } else { None });
        amount_wrong.set(money.map_or_else(|| say(label::item::NOT_AN_AMOUNT), |_| None));
        let (Some(issued_on), Some(money), false) = (issued_on, money, due_bad) else { return };
        let number = Some(number.get_untracked()).filter(|number| !number.trim().is_empty());
        let customer_code = meant(session, &customer.get_untracked());
        let terms = session
            .read_untracked(|workbook| customer::proposed_terms(workbook.ledger(), &customer_code));
        let schedule =
            Schedule { due_on, terms: terms.filter(|_| due_on.is_none()), ..Schedule::default() };
        let fields = DocumentFields {
            issued_on: Some(issued_on),
            claim: Some(Claim { amount: money, tax: None }),
            schedule: Some(schedule),
            ..DocumentFields::default()
        };
        let kind = kind.get_untracked();
        let command = Command::RecordDocument { kind, customer: customer_code, number, fields };
        match session.apply(command) {
            Ok(()) => {
                amount.set(String::new());
                open.set(false);
            }
            Err(rejection) => refused.set(Some(refusal(speech, &rejection))),
        }
    });
    let kinds = Signal::derive(move || {
        vec![
            choice(DocumentKind::Invoice, speech.now(label::item::KIND_INVOICE)),
            choice(DocumentKind::CreditNote, speech.now(label::item::KIND_CREDIT_NOTE)),
            choice(DocumentKind::DebitNote, speech.now(label::item::KIND_DEBIT_NOTE)),
        ]
    });
    let on_kind = UnsyncCallback::new(move |(chosen,): (DocumentKind,)| kind.set(chosen));
    view! {
        <Dialog title=speech.text(label::item::NEW_INVOICE) open>
            <ChipGroup
                label=speech.text(label::item::KIND) choices=kinds chosen=kind on_choose=on_kind
            />
            {customer_field(session, speech, customer)}
            <TextField label=speech.text(label::item::NUMBER) value=number/>
            <TextField
                label=speech.text(label::item::ISSUED)
                value=issued error=issued_wrong required=true
            />
            <TextField label=speech.text(label::item::DUE) value=due error=due_wrong/>
            <TextField
                label=speech.text(label::item::AMOUNT)
                value=amount error=amount_wrong kind=TextKind::Figure required=true on_enter=save
            />
            <TextField
                label=speech.text(label::item::CURRENCY) value=currency error=currency_wrong
            />
            {ending(refused, open, save)}
        </Dialog>
    }
}
