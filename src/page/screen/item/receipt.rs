//! The dialog that records a receipt and what it settles.
//! Never allocates by itself: the proposal is shown as figures to change.

use huikuan::calendar::Date;
use huikuan::id::Key;
use huikuan::money::{Currency, Money};
use huikuan::record::{ItemRef, Receipt};
use huikuan::view::amount::figure;
use huikuan::view::item::{ItemOrder, Quick, Segment, lines};
use huikuan::view::{Sorting, typed};
use huikuan::workbook::{Command, Share};
use leptos::prelude::*;

use crate::page::label;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::dialog::Dialog;
use crate::page::part::field::{TextField, TextKind};
use crate::page::part::notice::{Notice, Tone};
use crate::page::session::{Session, refusal, use_session};
use crate::page::speech::{Speech, use_speech};

/// Open items listed for allocation at the most; the oldest come first.
const LISTED_MAX: usize = 50;

/// An open item with the share that is typed for it.
#[derive(Clone)]
struct Target {
    item: ItemRef,
    words: String,
    open: Money,
    share: RwSignal<String>,
}

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
        move |_| targets(session, &customer.get(), money.get(), day.get()),
        |_, _| true,
    );
    let rest = Signal::derive(move || {
        let money = money.get()?;
        let given: i64 = targets.with(|targets| {
            let shares = targets.iter().filter_map(|t| typed::amount(&t.share.get(), base.get()));
            shares.map(Money::minor).sum()
        });
        let left = figure(money.minor() - given, money.currency());
        Some(speech.fill(label::item::REST, &[&left]))
    });
    let save = UnsyncCallback::new(move |()| {
        let say = |label: label::Label| Some(speech.now(label).to_owned());
        let (day, money) = (day.get_untracked(), money.get_untracked());
        received_wrong.set(day.map_or_else(|| say(label::item::NOT_A_DATE), |_| None));
        amount_wrong.set(money.map_or_else(|| say(label::item::NOT_AN_AMOUNT), |_| None));
        let (Some(received_on), Some(money)) = (day, money) else { return };
        let shares = targets.with_untracked(|targets| {
            let share = |target: &Target| {
                let amount = typed::amount(&target.share.get_untracked(), money.currency())?;
                (amount.minor() != 0).then(|| Share { item: target.item.clone(), amount })
            };
            targets.iter().filter_map(share).collect()
        });
        let receipt = Receipt {
            customer: customer.get_untracked(),
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
    let cancel = UnsyncCallback::new(move |()| open.set(false));
    view! {
        <Dialog title=speech.text(label::item::NEW_RECEIPT) open wide=true>
            <TextField label=speech.text(label::item::CUSTOMER) value=customer required=true/>
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
            {move || targets.with(|targets| shares_view(targets, speech))}
            <p class="hint" aria-live="polite">{move || rest.get()}</p>
            {move || refused.get().map(|sentence| view! {
                <Notice tone=Tone::Bad>{sentence}</Notice>
            })}
            <div class="actions">
                <Button label=speech.text(label::item::CANCEL) on_press=cancel/>
                <Button
                    label=speech.text(label::item::SAVE) on_press=save look=ButtonLook::Main
                />
            </div>
        </Dialog>
    }
}

/// The customer's open items, oldest due first, with the automatic proposal as their shares.
fn targets(
    session: Session,
    customer: &str,
    money: Option<Money>,
    day: Option<Date>,
) -> Vec<Target> {
    let (Some(money), Some(day)) = (money, day) else { return Vec::new() };
    let key = Key::of(customer);
    let sorting = Sorting { column: ItemOrder::Due, descending: false };
    let found = session.read_untracked(|workbook| {
        let ledger = workbook.ledger();
        let Some(account) = ledger.account(&key) else { return Vec::new() };
        let open = lines(ledger, day, Segment::Claims, Quick::Open, "", Some(&key), sorting);
        let mut left = money.minor();
        let mut targets = Vec::new();
        for line in open.into_iter().filter(|line| line.currency == money.currency()) {
            let huikuan::rule::balance::aging::PositionSource::Part(index) = line.source else {
                continue;
            };
            let item = account.parts.get(index as usize).and_then(|part| account.item(part));
            let (Some(item), Ok(open)) = (item, money.with_minor(line.open_minor)) else {
                continue;
            };
            let share = line.open_minor.min(left).max(0);
            left -= share;
            let text = if share == 0 { String::new() } else { figure(share, money.currency()) };
            let due = line.due_on.map(|due| due.to_string()).unwrap_or_default();
            let words = format!("{} · {due}", line.number);
            targets.push(Target { item, words, open, share: RwSignal::new(text) });
            if targets.len() == LISTED_MAX {
                break;
            }
        }
        targets
    });
    found.unwrap_or_default()
}

fn shares_view(targets: &[Target], speech: Speech) -> Option<AnyView> {
    if targets.is_empty() {
        return None;
    }
    let row = |target: &Target| {
        let open = figure(target.open.minor(), target.open.currency());
        let label = format!("{} · {open}", target.words);
        let share = target.share;
        view! { <TextField label=label value=share kind=TextKind::Figure/> }
    };
    let rows = targets.iter().map(row).collect_view();
    let view = view! {
        <fieldset class="allocation">
            <legend>{speech.now(label::item::ALLOCATION)}</legend>
            {rows}
        </fieldset>
    };
    Some(view.into_any())
}
