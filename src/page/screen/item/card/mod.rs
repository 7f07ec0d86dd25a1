//! The sheet of one item or receipt: how its figure comes about, the entries it comes from, and
//! what can be done to it. The address names it.
//! Never computes a figure: it words the position that the reports add up.

mod form;

use huikuan::id::{FactId, Key};
use huikuan::money::Money;
use huikuan::rule::balance::aging::PositionSource;
use huikuan::say;
use huikuan::view::act::{Act, offered};
use huikuan::view::drill::{Worked, worked};
use huikuan::view::subject::Subject;
use leptos::prelude::*;

use self::form::form;
use super::{ITEM, address_of};
use crate::page::label;
use crate::page::navigation::{Navigation, use_navigation};
use crate::page::part::button::Button;
use crate::page::part::dialog::Dialog;
use crate::page::part::live::maybe;
use crate::page::screen::explanation::entries;
use crate::page::session::{Session, use_session};
use crate::page::speech::{Speech, use_speech};

/// The card that the address asks for; copies are the same card.
#[derive(Clone, Copy)]
pub(super) struct Card {
    navigation: Navigation,
    /// The name that was opened from here, so that the step before it is the table.
    opened: StoredValue<String>,
}

impl Card {
    pub(super) fn new() -> Self {
        Self { navigation: use_navigation(), opened: StoredValue::new(String::new()) }
    }

    /// Opens the card of a subject as a step of the history.
    pub(super) fn open(self, subject: &Subject) {
        self.opened.set_value(subject.to_string());
        self.navigation.go(&address_of(&self.navigation.route_untracked(), subject));
    }

    /// Goes back to the table: to the step before, when that is the table.
    fn close(self) {
        let asked = self.navigation.route_untracked().parameter(ITEM).to_owned();
        if self.opened.get_value() == asked {
            self.navigation.back();
        } else {
            self.navigation.change(|route| route.with(ITEM, ""));
        }
    }
}

/// What the sheet shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shown {
    pub(super) customer: Key,
    /// What is open of it, without its sign.
    pub(super) open: Money,
    worked: Worked,
    /// What can be done, each with the words of the step that it concerns, if it concerns one.
    acts: Vec<(Act, Option<String>)>,
    lines: Vec<String>,
    entries: Vec<String>,
}

/// The sheet, open while the address names a position.
pub(super) fn card(card: Card) -> AnyView {
    let (session, speech) = (use_session(), use_speech());
    let asked = card.navigation.aspect(|route| route.parameter(ITEM).to_owned());
    let open = RwSignal::new(false);
    let chosen = RwSignal::new(None::<Act>);
    Effect::new(move |_| {
        chosen.set(None);
        let asked = asked.get();
        // Left by the back button, the step before it is no longer the table.
        if asked != card.opened.get_value() {
            card.opened.set_value(String::new());
        }
        open.set(!asked.is_empty());
    });
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if was_open == Some(true) && !is_open && !asked.get_untracked().is_empty() {
            card.close();
        }
        is_open
    });
    let shown = Memo::new(move |_| {
        let subject = asked.with(|asked| Subject::parse(asked))?;
        shown(session, speech, &subject)
    });
    let title = move || {
        let heading = shown.with(|shown| shown.as_ref().map(|s| heading(&s.worked, speech)));
        heading.unwrap_or_else(|| speech.now(label::act::NO_SUCH).to_owned())
    };
    view! {
        <Dialog title open>
            {maybe(move || Some(match shown.get() {
                Some(shown) => body(&shown, chosen, speech),
                None => view! { <p class="hint">{speech.now(label::act::NO_SUCH_TEXT)}</p> }
                    .into_any(),
            }))}
            {maybe(move || {
                let act = chosen.get()?;
                let shown = shown.get_untracked()?;
                Some(form(act, &shown, open, chosen))
            })}
        </Dialog>
    }
    .into_any()
}

/// `invoice A-1 · name of the customer`.
fn heading(worked: &Worked, speech: Speech) -> String {
    let what = say::position(worked.what, speech.language());
    format!("{what} {} · {}", worked.number, worked.customer_name)
}

fn shown(session: Session, speech: Speech, subject: &Subject) -> Option<Shown> {
    let (language, customer) = (speech.language(), &subject.customer);
    let found = session.report(|ledger, buckets, as_of| {
        let account = ledger.account(customer)?;
        let source = subject.source(account)?;
        let worked = worked(account, buckets, as_of, source)?;
        let currency = match source {
            PositionSource::Part(index) => account.parts.get(index as usize)?.balance.currency,
            PositionSource::Fund(index) => account.funds.get(index as usize)?.balance.currency,
        };
        let mut lines = say::explanation(&worked, currency, buckets, as_of, language);
        if worked.open_minor == 0 {
            // A settled position stands in no column of the aging.
            lines.truncate(1 + worked.steps.len());
            let ended = match source {
                PositionSource::Part(_) => label::item::SETTLED,
                PositionSource::Fund(_) => label::item::USED_UP,
            };
            lines.push(format!("{as_of} {}", speech.now(ended)));
        }
        Some((source, worked, currency, lines, as_of))
    });
    let (source, worked, currency, lines, as_of) = found.flatten()?;
    let step_words = |fact: FactId| {
        let step = worked.steps.iter().find(|step| step.fact == fact)?;
        Some(say::step(step, &worked, currency, language))
    };
    let acts = session.read(|workbook| {
        let account = workbook.ledger().account(customer)?;
        let acts = offered(workbook, account, source, as_of).into_iter();
        let named = acts.map(|act| match act {
            Act::Undo(fact) | Act::Recover(fact) => (act, step_words(fact)),
            _ => (act, None),
        });
        Some(named.collect::<Vec<_>>())
    });
    let entries = entries(session, speech, &worked);
    let acts = acts.flatten().unwrap_or_default();
    let open = Money::new(worked.open_minor.abs(), currency).unwrap_or(Money::zero(currency));
    Some(Shown { customer: customer.clone(), open, worked, acts, lines, entries })
}

fn body(shown: &Shown, chosen: RwSignal<Option<Act>>, speech: Speech) -> AnyView {
    let item = |line: &String| view! { <li>{line.clone()}</li> }.into_any();
    let lines: Vec<AnyView> = shown.lines.iter().map(item).collect();
    let entries: Vec<AnyView> = shown.entries.iter().map(item).collect();
    let button = |(act, step): &(Act, Option<String>)| {
        let (name, act, step) = (act_name(act), act.clone(), step.clone());
        let words = move || match &step {
            Some(step) => speech.fill(name, &[step]),
            None => speech.now(name).to_owned(),
        };
        let own = act.clone();
        let pressed = Signal::derive(move || chosen.with(|held| held.as_ref() == Some(&own)));
        let choose = UnsyncCallback::new(move |()| chosen.set(Some(act.clone())));
        view! { <Button label=words on_press=choose pressed/> }.into_any()
    };
    let acts: Vec<AnyView> = shown.acts.iter().map(button).collect();
    view! {
        <section class="item-card">
            <h3>{speech.now(label::act::ARITHMETIC)}</h3>
            <ol>{lines}</ol>
            <h3>{speech.now(label::act::RECORDED)}</h3>
            <ul>{entries}</ul>
            <div class="actions" role="group" aria-label=speech.text(label::act::ACTS)>{acts}</div>
        </section>
    }
    .into_any()
}

/// What an act is called.
const fn act_name(act: &Act) -> label::Label {
    match act {
        Act::Allocate(_) => label::act::ALLOCATE,
        Act::Refund(_) => label::act::REFUND,
        Act::Bounce(_) => label::act::BOUNCE,
        Act::WriteOff(_) => label::act::WRITE_OFF,
        Act::Recover(_) => label::act::RECOVER,
        Act::Discount(_) => label::act::DISCOUNT,
        Act::Dispute(_) => label::act::DISPUTE,
        Act::Resolve(_) => label::act::RESOLVE,
        Act::Undo(_) => label::act::UNDO,
        Act::ReverseDocument(_) => label::act::REVERSE_DOCUMENT,
        Act::Amend(_) => label::act::AMEND,
        Act::Retract(_) => label::act::RETRACT,
    }
}
