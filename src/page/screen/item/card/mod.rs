//! The sheet of one item or receipt: how its figure comes about, the entries it comes from, and
//! what can be done to it.
//! Never computes a figure: it words the position that the reports add up.

mod form;

use huikuan::id::{FactId, Key};
use huikuan::ledger::Account;
use huikuan::money::Money;
use huikuan::record::{FundRef, ItemRef};
use huikuan::rule::balance::aging::PositionSource;
use huikuan::say;
use huikuan::view::act::{Act, offered};
use huikuan::view::drill::{Worked, worked};
use leptos::prelude::*;

use self::form::form;
use crate::page::browser::clock;
use crate::page::label;
use crate::page::part::button::Button;
use crate::page::part::dialog::{Dialog, open_while};
use crate::page::part::live::maybe;
use crate::page::session::{Session, use_session};
use crate::page::speech::{Speech, use_speech};

/// The item or the money that a sheet is about, by names that an edit does not move.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Subject {
    Item(ItemRef),
    Fund(FundRef),
}

impl Subject {
    /// The position at a place of an account.
    pub(super) fn of(account: &Account, source: PositionSource) -> Option<Self> {
        match source {
            PositionSource::Part(index) => {
                Some(Self::Item(account.item(account.parts.get(index as usize)?)?))
            }
            PositionSource::Fund(index) => {
                Some(Self::Fund(account.funds.get(index as usize)?.reference.clone()))
            }
        }
    }

    /// Where it stands in the account now; `None` once it was taken back.
    pub(super) fn source(&self, account: &Account) -> Option<PositionSource> {
        match self {
            Self::Item(item) => (0..)
                .zip(&account.parts)
                .find(|(_, part)| account.item(part).as_ref() == Some(item))
                .map(|(index, _)| PositionSource::Part(index)),
            Self::Fund(fund) => (0..)
                .zip(&account.funds)
                .find(|(_, held)| held.reference == *fund)
                .map(|(index, _)| PositionSource::Fund(index)),
        }
    }
}

/// A position with its customer.
pub(super) type Asked = RwSignal<Option<(Key, Subject)>>;

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

/// The sheet, open while a position is asked for.
pub(super) fn card(asked: Asked) -> AnyView {
    let (session, speech) = (use_session(), use_speech());
    let open = open_while(asked);
    let chosen = RwSignal::new(None::<Act>);
    Effect::new(move |_| {
        asked.track();
        chosen.set(None);
    });
    let shown = Memo::new(move |_| {
        let (customer, subject) = asked.get()?;
        shown(session, speech, &customer, &subject)
    });
    let title = move || {
        shown.with(|shown| shown.as_ref().map(|s| heading(&s.worked, speech)).unwrap_or_default())
    };
    view! {
        <Dialog title open>
            {maybe(move || shown.get().map(|shown| body(&shown, chosen, speech)))}
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

fn shown(session: Session, speech: Speech, customer: &Key, subject: &Subject) -> Option<Shown> {
    let language = speech.language();
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

/// The entries that brought the position and its steps, in the order of their facts.
fn entries(session: Session, speech: Speech, worked: &Worked) -> Vec<String> {
    let facts = worked.brought_by.iter().copied().chain(worked.steps.iter().map(|s| s.fact));
    let mut ids: Vec<_> = facts.map(|fact| fact.entry).collect();
    ids.sort_unstable();
    ids.dedup();
    let sentence = |id| {
        session.read_untracked(|workbook| {
            let entry = workbook.journal().get(id)?;
            let at = clock::local_text(&entry.recorded_at);
            let nobody = speech.now(label::act::NOBODY);
            let by = if entry.by.is_empty() { nobody } else { &entry.by };
            let what = say::entry(entry, speech.language());
            Some(speech.fill(label::act::RECORDED_BY, &[&at, by, &what]))
        })?
    };
    ids.into_iter().filter_map(sentence).collect()
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
        Act::Dispute(_) => label::act::DISPUTE,
        Act::Resolve(_) => label::act::RESOLVE,
        Act::Undo(_) => label::act::UNDO,
        Act::ReverseDocument(_) => label::act::REVERSE_DOCUMENT,
        Act::Amend(_) => label::act::AMEND,
        Act::Retract(_) => label::act::RETRACT,
    }
}
