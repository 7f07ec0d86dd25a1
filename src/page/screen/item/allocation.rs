//! Open items with the share of a sum that each gets: the proposal as figures to change (A4).
//! Never allocates by itself, and never lists an item that cannot take anything.

use huikuan::calendar::Date;
use huikuan::id::Key;
use huikuan::ledger::Account;
use huikuan::money::Money;
use huikuan::record::{ItemRef, TakenDiscount};
use huikuan::rule::balance::allocation::OpenItem;
use huikuan::rule::incentive::discount::{DiscountedShare, Offered};
use huikuan::view::amount::figure;
use huikuan::view::discount::Desk;
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
    /// The discount that is open for it.
    offered: Option<Offered>,
    share: RwSignal<String>,
}

/// The customer's open items on that day, with the proposal for `money` as their shares.
pub(super) fn targets(session: Session, customer: &Key, money: Money, day: Date) -> Vec<Target> {
    let found = session.read_untracked(|workbook| {
        let desk = Desk::of(workbook.ledger(), customer, day)?;
        let target = |held: DiscountedShare| {
            let given = (held.amount_minor > 0).then_some(held.amount_minor);
            let share = given.map(|share| figure(share, money.currency()));
            Some(Target {
                words: words(desk.account(), &held.open),
                open: money.with_minor(held.open.free_minor).ok()?,
                item: held.open.item,
                offered: held.offered,
                share: RwSignal::new(share.unwrap_or_default()),
            })
        };
        Some(desk.proposal(money).into_iter().take(LISTED_MAX).filter_map(target).collect())
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

impl Target {
    /// The discount that a share takes; none when it asks for more than is open.
    fn taken(&self, share: Money) -> Option<TakenDiscount> {
        let offered = self.offered.as_ref()?;
        let settled = offered.settled(self.open.minor(), share.minor());
        let is_whole = settled.paid_minor == share.minor();
        is_whole.then(|| offered.taken(settled, share.currency())).flatten()
    }

    /// The discount that the typed share takes, or what would have to be paid for the whole one.
    fn told(&self, speech: Speech) -> String {
        let Some(offered) = &self.offered else { return String::new() };
        let currency = self.open.currency();
        let (last_on, typed) = (offered.last_on.to_string(), self.share.get());
        let amount = typed::amount(&typed, currency);
        match amount.and_then(|amount| self.taken(amount)) {
            Some(taken) => {
                let off = figure(taken.amount.minor(), currency);
                let base = figure(taken.base.minor(), currency);
                speech.fill(label::item::DISCOUNT_TAKEN, &[&off, &base, &last_on])
            }
            None => {
                let whole = figure(offered.whole.paid_minor, currency);
                let off = figure(offered.whole.discount_minor, currency);
                speech.fill(label::item::DISCOUNT_OPEN, &[&whole, &last_on, &off])
            }
        }
    }
}

/// The shares that are typed; `None` when one of them is no amount.
pub(super) fn shares(targets: &[Target]) -> Option<Vec<Share>> {
    let share = |target: &Target| {
        let text = target.share.get_untracked();
        if text.trim().is_empty() {
            return Some(None);
        }
        let amount = typed::amount(&text, target.open.currency())?;
        let (item, discount) = (target.item.clone(), target.taken(amount));
        Some((amount.minor() != 0).then_some(Share { item, amount, discount }))
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
        let told = target.clone();
        let hint = Signal::derive(move || told.told(speech));
        view! { <TextField label=label value=share kind=TextKind::Figure hint=hint/> }
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
