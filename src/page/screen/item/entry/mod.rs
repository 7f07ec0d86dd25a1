//! The sheet into which documents and receipts are typed, or pasted from a spreadsheet.
//! Never reads or records a row: the desk behind it does.

mod desk;
mod desks;

use huikuan::record::DocumentKind;
use huikuan::view::sheet::{SheetColumn, SheetKind};
use leptos::prelude::*;

pub(super) use self::desk::{Entry, said};
pub(crate) use self::desks::{Desk, Desks, use_desks};
use super::customer_field::customer_list;
use crate::page::action::{Key, use_actions};
use crate::page::label::{self, Label};
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::card::Card;
use crate::page::part::check::Check;
use crate::page::part::chip::{ChipGroup, choice};
use crate::page::part::id;
use crate::page::part::live::maybe;
use crate::page::part::sheet::{Pasted, Sheet, SheetHead};
use crate::page::speech::Speech;

/// The sheet, shown while a desk is open.
pub(super) fn entry(desks: Desks, on_single_receipt: UnsyncCallback<()>) -> AnyView {
    let which = Memo::new(move |_| desks.open.get());
    maybe(move || Some(open_sheet(desks, which.get()?, on_single_receipt))).into_any()
}

fn open_sheet(desks: Desks, which: Desk, on_single_receipt: UnsyncCallback<()>) -> AnyView {
    let (entry, open) = (desks.desk(which), desks.open);
    let speech = entry.speech;
    let list = id::next("customers");
    let columns = list.clone();
    let heads = Signal::derive(move || {
        let kind = entry.kind.get();
        kind.columns().iter().map(|column| head(*column, &columns, speech)).collect::<Vec<_>>()
    });
    entry.resume();
    // Asked for once more, the sheet that is open takes the focus.
    Effect::new(move |before: Option<()>| {
        open.track();
        if before.is_some() {
            entry.focus_first();
        }
    });
    let on_enter = UnsyncCallback::new(move |(row,): (u32,)| entry.save_row(row));
    let on_paste = UnsyncCallback::new(move |(pasted,): (Pasted,)| entry.paste(&pasted));
    let on_focus = UnsyncCallback::new(move |(row,): (u32,)| entry.in_hand.set_value(row));
    let close = UnsyncCallback::new(move |()| open.set(None));
    let on_escape = UnsyncCallback::new(move |()| {
        if entry.is_blank() {
            open.set(None);
        }
    });
    let save_all = UnsyncCallback::new(move |()| entry.save_all());
    // From the middle of many pasted rows the button is hundreds of presses of Tab away.
    let key = Key::command("enter").in_fields();
    use_actions().offer(label::entry::SAVE_ALL, Some(key), move || entry.save_all());
    let (title, extra) = match which {
        Desk::Receipts => (label::entry::TITLE_RECEIPTS, receipt_choices(entry, on_single_receipt)),
        Desk::Documents => (label::entry::TITLE_DOCUMENTS, kinds(entry)),
    };
    view! {
        <Card title=speech.text(title) head=move || view! {
            <span class="push"></span>
            <Button
                label=speech.text(label::part::CLOSE) on_press=close look=ButtonLook::Quiet
            />
        }.into_any()>
            <div class="toolbar">
                {extra}
                <span class="hint">{speech.text(label::entry::HINT)}</span>
            </div>
            {customer_list(entry.session, list)}
            <Sheet
                label=speech.text(title)
                name=entry.name.get_value()
                heads
                rows=entry.rows
                on_enter
                on_paste
                on_escape
                on_focus
            />
            <div class="toolbar">
                <Button
                    label=speech.text(label::entry::SAVE_ALL)
                    on_press=save_all
                    look=ButtonLook::Main
                />
            </div>
        </Card>
    }
    .into_any()
}

/// Which kind of document the rows are.
fn kinds(entry: Entry) -> AnyView {
    let speech = entry.speech;
    let choices = Signal::derive(move || {
        vec![
            choice(DocumentKind::Invoice, speech.now(label::item::KIND_INVOICE)),
            choice(DocumentKind::CreditNote, speech.now(label::item::KIND_CREDIT_NOTE)),
            choice(DocumentKind::DebitNote, speech.now(label::item::KIND_DEBIT_NOTE)),
        ]
    });
    let chosen = Signal::derive(move || match entry.kind.get() {
        SheetKind::Documents(kind) => kind,
        SheetKind::Receipts => DocumentKind::Invoice,
    });
    let on_choose = UnsyncCallback::new(move |(kind,): (DocumentKind,)| {
        entry.kind.set(SheetKind::Documents(kind));
    });
    view! { <ChipGroup label=speech.text(label::item::KIND) choices chosen on_choose/> }.into_any()
}

/// Whether receipts are allocated as they are saved, and the way to do it by hand.
fn receipt_choices(entry: Entry, on_single: UnsyncCallback<()>) -> AnyView {
    let speech = entry.speech;
    view! {
        <Check label=speech.text(label::entry::ALLOCATE) checked=entry.allocates/>
        <Button label=speech.text(label::entry::BY_ITEM) on_press=on_single/>
    }
    .into_any()
}

fn head(column: SheetColumn, list: &str, speech: Speech) -> SheetHead {
    SheetHead {
        label: speech.now(word(column)).to_owned(),
        figure: column == SheetColumn::Amount,
        list: (column == SheetColumn::Customer).then(|| list.to_owned()),
    }
}

const fn word(column: SheetColumn) -> Label {
    match column {
        SheetColumn::Customer => label::item::CUSTOMER,
        SheetColumn::Number => label::item::NUMBER,
        SheetColumn::IssuedOn => label::item::ISSUED,
        SheetColumn::DueOn => label::item::DUE,
        SheetColumn::Amount => label::item::AMOUNT,
        SheetColumn::Currency => label::item::CURRENCY,
        SheetColumn::Contract => label::entry::CONTRACT,
        SheetColumn::Memo => label::entry::MEMO,
        SheetColumn::ReceivedOn => label::item::RECEIVED_ON,
        SheetColumn::Method => label::item::METHOD,
        SheetColumn::Reference => label::item::REFERENCE,
    }
}
