//! The dialog that records a receipt and what it settles.
//! Never allocates by itself: the proposal is shown as figures to change.

use huikuan::id::Key;
use huikuan::money::Currency;
use huikuan::record::Receipt;
use huikuan::view::typed;
use huikuan::workbook::Command;
use leptos::prelude::*;

use super::allocation;
use super::customer_field::{customer_field, meant};
use crate::page::label;
use crate::page::part::dialog::{Dialog, ending};
use crate::page::part::field::{TextField, TextKind};
use crate::page::session::{refusal, use_session};
use crate::page::speech::use_speech;

/// The dialog, shown while `open` is true.
#[component]
pub(super) fn NewReceipt(open: RwSignal<bool>) -> impl IntoView {
    let (session, speech) = (use_session(), use_speech());
    let typed_field = || RwSignal::new(String::new());
    let wrong = || RwSignal::new(None::<String>);
    let (customer, received, amount) = (typed_field(), typed_field(), typed_field());
    let (method, reference) = (typed_field(), typed_field());
    let (received_wrong, amount_wrong, refused) = (wrong(), wrong(), wrong());
    let base = Memo::new(move |_| {
        session.read(|workbook| workbook.ledger().policy().base_currency).unwrap_or(Currency::CNY)
    });
    Effect::new(move |_| {
        if open.get() {
            received.set(session.as_of_untracked().to_string());
            refused.set(None);
        }
    });
    let day = Memo::new(move |_| typed::date(&received.get(), session.today.get()));
    let money = Memo::new(move |_| typed::amount(&amount.get(), base.get()));
    let targets = Memo::new_with_compare(
        move |_| {
            let (Some(money), Some(day)) = (money.get(), day.get()) else { return Vec::new() };
            let customer = Key::of(&meant(session, &customer.get()));
            allocation::targets(session, &customer, money, day)
        },
        |_, _| true,
    );
    let rest = Signal::derive(move || {
        let money = money.get()?;
        Some(targets.with(|targets| allocation::rest(targets, money, speech)))
    });
    let save = UnsyncCallback::new(move |()| {
        let say = |label: label::Label| Some(speech.now(label).to_owned());
        let (day, money) = (day.get_untracked(), money.get_untracked());
        received_wrong.set(day.map_or_else(|| say(label::item::NOT_A_DATE), |_| None));
        amount_wrong.set(money.map_or_else(|| say(label::item::NOT_AN_AMOUNT), |_| None));
        let (Some(received_on), Some(money)) = (day, money) else { return };
        let shares = targets.with_untracked(|targets| allocation::shares(targets));
        let Some(shares) = shares else { return refused.set(say(label::item::NOT_A_SHARE)) };
        let receipt = Receipt {
            customer: meant(session, &customer.get_untracked()),
            received_on,
            amount: money,
            method: method.get_untracked(),
            reference: reference.get_untracked(),
            designation: None,
            prepayment_for: None,
            memo: String::new(),
        };
        match session.apply(Command::RecordReceipt { receipt, allocations: shares }) {
            Ok(()) => {
                amount.set(String::new());
                open.set(false);
            }
            Err(rejection) => refused.set(Some(refusal(speech, &rejection))),
        }
    });
    view! {
        <Dialog title=speech.text(label::item::NEW_RECEIPT) open>
            {customer_field(session, speech, customer)}
            <TextField
                label=speech.text(label::item::RECEIVED_ON)
                value=received error=received_wrong required=true
            />
            <TextField
                label=speech.text(label::item::AMOUNT)
                value=amount error=amount_wrong kind=TextKind::Figure required=true on_enter=save
            />
            <TextField label=speech.text(label::item::METHOD) value=method/>
            <TextField label=speech.text(label::item::REFERENCE) value=reference/>
            {move || targets.with(|targets| allocation::fields(targets, speech))}
            <p class="hint" aria-live="polite">{move || rest.get()}</p>
            {ending(refused, open, save)}
        </Dialog>
    }
}
