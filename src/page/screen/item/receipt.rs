//! The dialog that records a receipt and what it settles; it takes over the row that is typed.
//! Never allocates by itself: the proposal is shown as figures to change.

use huikuan::id::Key;
use huikuan::money::Currency;
use huikuan::record::Receipt;
use huikuan::view::sheet::{SheetColumn, SheetKind};
use huikuan::view::typed;
use huikuan::workbook::Command;
use leptos::prelude::*;

use super::allocation;
use super::customer_field::{customer_field, meant};
use super::entry::{Entry, said};
use crate::page::label;
use crate::page::part::dialog::{Dialog, ending};
use crate::page::part::field::{TextField, TextKind};
use crate::page::part::toast::use_toaster;
use crate::page::session::{refusal, use_session};
use crate::page::speech::use_speech;

/// The dialog, shown while `open` is true.
#[component]
pub(super) fn NewReceipt(open: RwSignal<bool>, desk: Entry) -> impl IntoView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let typed_field = || RwSignal::new(String::new());
    let wrong = || RwSignal::new(None::<String>);
    let (customer, received, amount) = (typed_field(), typed_field(), typed_field());
    let (currency, method) = (typed_field(), typed_field());
    let (reference, memo) = (typed_field(), typed_field());
    let (received_wrong, amount_wrong) = (wrong(), wrong());
    let (currency_wrong, refused) = (wrong(), wrong());
    let taken = StoredValue::new(None::<u32>);
    let field = move |column: SheetColumn| match column {
        SheetColumn::Customer => Some(customer),
        SheetColumn::ReceivedOn => Some(received),
        SheetColumn::Amount => Some(amount),
        SheetColumn::Currency => Some(currency),
        SheetColumn::Method => Some(method),
        SheetColumn::Reference => Some(reference),
        SheetColumn::Memo => Some(memo),
        SheetColumn::Number
        | SheetColumn::IssuedOn
        | SheetColumn::DueOn
        | SheetColumn::Contract => None,
    };
    let base = Memo::new(move |_| {
        session.read(|workbook| workbook.ledger().policy().base_currency).unwrap_or(Currency::CNY)
    });
    Effect::new(move |_| {
        if open.get() {
            let (row, texts) = desk.row_in_hand().unzip();
            taken.set_value(row);
            let texts = texts.unwrap_or_default();
            for (place, column) in SheetKind::Receipts.columns().iter().enumerate() {
                if let Some(field) = field(*column) {
                    field.set(texts.get(place).cloned().unwrap_or_default());
                }
            }
            if row.is_none() {
                received.set(session.as_of_untracked().to_string());
            }
            for wrong in [received_wrong, amount_wrong, currency_wrong, refused] {
                wrong.set(None);
            }
        }
    });
    let day = Memo::new(move |_| typed::date(&received.get(), session.today.get()));
    let in_currency = Memo::new(move |_| match currency.get().trim() {
        "" => Some(base.get()),
        typed => Currency::parse(typed),
    });
    let money = Memo::new(move |_| typed::amount(&amount.get(), in_currency.get()?));
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
        let known = in_currency.get_untracked();
        currency_wrong.set(known.map_or_else(|| say(label::item::NOT_A_CURRENCY), |_| None));
        let unread = money.is_none() && known.is_some();
        amount_wrong.set(unread.then(|| say(label::item::NOT_AN_AMOUNT)).flatten());
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
            memo: memo.get_untracked(),
        };
        let command = Command::RecordReceipt { receipt, allocations: shares };
        let words = untrack(|| said(&command, speech));
        match session.apply(command) {
            Ok(()) => {
                toaster.say(words);
                if let Some(row) = taken.get_value() {
                    desk.take_away(row);
                }
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
            <TextField
                label=speech.text(label::item::CURRENCY) value=currency error=currency_wrong
            />
            <TextField label=speech.text(label::item::METHOD) value=method/>
            <TextField label=speech.text(label::item::REFERENCE) value=reference/>
            <TextField label=speech.text(label::entry::MEMO) value=memo/>
            {move || targets.with(|targets| allocation::fields(targets, speech))}
            <p class="hint" aria-live="polite">{move || rest.get()}</p>
            {ending(refused, open, save)}
        </Dialog>
    }
}
