//! Open items with the share of a sum that each gets: the proposal as figures to change (A4).
//! Never allocates by itself, and never lists an item that cannot take anything.

use huikuan::calendar::Date;
use huikuan::id::Key;
use huikuan::ledger::Account;
use huikuan::money::Money;
use huikuan::record::ItemRef;
use huikuan::rule::balance::allocation::{self, OpenItem};
use huikuan::view::amount::figure;
use huikuan::view::typed;
use huikuan::workbook::Share;
use leptos::prelude::*;

use crate::page::label;
use crate::page::part::field::{TextField, TextKind};
use crate::page::session::Session;
use crate::page::speech::Speech;

/// Open items listed for allocation at the most; the oldest come first.
const LISTED_MAX: usize = 50;

/// An open item with the share that is typed for it.
#[derive(Clone)]
pub(super) struct Target {
    item: ItemRef,
    words: String,
    open: Money,
    share: RwSignal<String>,
}

/// The customer's open items on that day, with the proposal for `money` as their shares.
pub(super) fn targets(session: Session, customer: &Key, money: Money, day: Date) -> Vec<Target> {
    let found = session.read_untracked(|workbook| {
        let ledger = workbook.ledger();
        let account = ledger.account(customer)?;
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

/// The shares that are typed; `None` when one of them is no amount.
pub(super) fn shares(targets: &[Target]) -> Option<Vec<Share>> {
    let share = |target: &Target| {
        let text = target.share.get_untracked();
        if text.trim().is_empty() {
            return Some(None);
        }
        let amount = typed::amount(&text, target.open.currency())?;
        Some((amount.minor() != 0).then(|| Share {
            item: target.item.clone(),
            amount,
            discount: None,
        }))
    };
    let shares: Option<Vec<_>> = targets.iter().map(share).collect();
    shares.map(|shares| shares.into_iter().flatten().collect())
}

/// What of the money the typed shares leave unapplied, as a sentence.
pub(super) fn rest(targets: &[Target], money: Money, speech: Speech) -> String {
    let typed = |target: &Target| typed::amount(&target.share.get(), money.currency());
    let given: i64 = targets.iter().filter_map(typed).map(Money::minor).sum();
    let left = figure(money.minor() - given, money.currency());
    speech.fill(label::item::REST, &[&left])
}

/// A field for the share of each item; nothing when nothing is open.
pub(super) fn fields(targets: &[Target], speech: Speech) -> Option<AnyView> {
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
