//! The dialog that records a receipt and what it settles.
//! Never allocates by itself: the proposal is shown as figures to change.

use huikuan::calendar::Date;
use huikuan::id::Key;
use huikuan::ledger::Account;
use huikuan::money::{Currency, Money};
use huikuan::record::{ItemRef, Receipt};
use huikuan::rule::balance::allocation::{self, OpenItem};
use huikuan::view::amount::figure;
use huikuan::view::{customer, typed};
use huikuan::workbook::{Command, Share};
use leptos::prelude::*;

use super::customer_field::{customer_field, meant};
use crate::page::label;
use crate::page::part::dialog::{Dialog, ending};
use crate::page::part::field::{TextField, TextKind};
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
            let typed_shares = targets.iter().map(|target| share(target, money.currency()));
            typed_shares.collect::<Option<Vec<_>>>()
        });
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
        match session.apply(Command::RecordReceipt {
            receipt,
            allocations: shares.into_iter().flatten().collect(),
        }) {
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
            {move || targets.with(|targets| shares_view(targets, speech))}
            <p class="hint" aria-live="polite">{move || rest.get()}</p>
            {ending(refused, open, save)}
        </Dialog>
    }
}

/// What is typed for an item: nothing, or a share; `None` when it is no amount.
fn share(target: &Target, currency: Currency) -> Option<Option<Share>> {
    let text = target.share.get_untracked();
    if text.trim().is_empty() {
        return Some(None);
    }
    let amount = typed::amount(&text, currency)?;
    Some((amount.minor() != 0).then(|| Share { item: target.item.clone(), amount }))
}

/// The customer's open items with the automatic proposal as their shares.
fn targets(
    session: Session,
    customer: &str,
    money: Option<Money>,
    day: Option<Date>,
) -> Vec<Target> {
    let (Some(money), Some(day)) = (money, day) else { return Vec::new() };
    let found = session.read_untracked(|workbook| {
        let ledger = workbook.ledger();
        let key = customer::meant(ledger, customer).map(|code| Key::of(&code))?;
        let account = ledger.account(&key)?;
        let order = ledger.policy().allocation_order;
        let open = allocation::open_items(account, money.currency(), order, day);
        let shares = allocation::shares(&open, money.minor());
        let mut shares = shares.into_iter().map(|share| share.amount_minor);
        let target = |held: &OpenItem| {
            let share = shares.next().map(|share| figure(share, money.currency()));
            Some(Target {
                item: held.item.clone(),
                words: words(account, held),
                open: money.with_minor(held.free_minor).ok()?,
                share: RwSignal::new(share.unwrap_or_default()),
            })
        };
        Some(open.iter().take(LISTED_MAX).filter_map(target).collect())
    });
    found.flatten().unwrap_or_default()
}

/// An item by its number and due date.
fn words(account: &Account, held: &OpenItem) -> String {
    let part = account.parts.get(held.part as usize);
    let document = part.and_then(|part| account.documents.get(part.document as usize));
    let number = document.map(|document| document.number.as_str()).unwrap_or_default();
    let due = part.and_then(|part| Date::from_number(part.due_day));
    due.map_or_else(|| number.to_owned(), |due| format!("{number} · {due}"))
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
