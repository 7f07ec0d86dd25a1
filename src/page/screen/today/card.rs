//! The card of the customer at hand: who, what is owed, what to know, what to say, and the form of
//! the result. Saving goes on to the next customer.
//! Never shows a figure without the arithmetic within reach.

use huikuan::money::Currency;
use huikuan::rule::agreement::Fate;
use huikuan::rule::collection::{Line as Why, Warning};
use huikuan::say;
use huikuan::view::amount::{figure, in_book};
use huikuan::view::contact_form::Proposal;
use huikuan::view::deed::Deed;
use huikuan::view::worklist::{CardItem, CardPromise, TaskCard, amounts_text, card as card_of};
use leptos::prelude::*;

use super::Desk;
use super::list::badge;
use super::reason::reasons;
use super::script::{articles, script};
use crate::page::browser::{clock, element};
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::live::{live, maybe, shown};
use crate::page::part::notice::{Notice, Tone};
use crate::page::route::Screen;
use crate::page::screen::contact::{self, Asked};
use crate::page::screen::letter;
use crate::page::session::use_session;
use crate::page::speech::{Speech, use_speech};

/// The card; a hint while nobody is chosen.
pub(super) fn card(desk: Desk) -> AnyView {
    let speech = use_speech();
    let told = told(desk);
    let is_chosen = Memo::new(move |_| desk.chosen.with(Option::is_some));
    let body = shown(move || {
        if is_chosen.get() {
            return of_customer(desk, told);
        }
        view! { <p class="hint nothing">{speech.text(label::today::CHOOSE)}</p> }.into_any()
    });
    view! { <section class="card task-card today-card">{body}</section> }.into_any()
}

/// What is shown of the chosen customer, with the words that only the library knows.
#[derive(Clone, PartialEq)]
pub(super) struct Told {
    name: String,
    base: Currency,
    pub(super) card: TaskCard,
    next: String,
    class: String,
    /// What the form of the result begins with.
    proposal: Proposal,
}

fn told(desk: Desk) -> Memo<Option<Told>> {
    let (session, speech) = (use_session(), use_speech());
    Memo::new(move |_| {
        let customer = desk.chosen.get()?;
        let (day, now, language) = (desk.day.get()?, clock::time_of_day(), speech.language());
        let found = session.read_untracked(|workbook| {
            let ledger = workbook.ledger();
            let policy = ledger.policy();
            let card = card_of(ledger, &day, &customer, now, language)?;
            Some(Told {
                name: ledger.account(&customer)?.customer.name().to_owned(),
                base: policy.base_currency,
                next: say::action(&card.task, policy, language),
                class: say::class(card.task.standing.class, language).to_owned(),
                proposal: card.proposal(policy),
                card,
            })
        });
        found.flatten()
    })
}

/// One card for all customers: going on to the next one changes only what differs.
fn of_customer(desk: Desk, told: Memo<Option<Told>>) -> AnyView {
    let speech = use_speech();
    let part = move |part: fn(&Told, Speech) -> AnyView| {
        shown(move || {
            told.with(|told| match told {
                Some(told) => part(told, speech),
                None => ().into_any(),
            })
        })
    };
    view! {
        {head(desk, told)}
        <div class="stack">
            {part(people)}
            {part(warnings)}
            {part(items)}
            {part(promises)}
            {script(told)}
            {letter_link(desk)}
            {articles(desk, told)}
            {reasons(desk, told)}
            {result(desk, told)}
        </div>
    }
    .into_any()
}

fn head(desk: Desk, told: Memo<Option<Told>>) -> AnyView {
    let speech = use_speech();
    let page = live(move || {
        let customer = desk.chosen.get().map(|key| key.to_string()).unwrap_or_default();
        desk.navigation.route().turn(Screen::Customer(customer)).hash()
    });
    let tier = maybe(move || {
        told.with(|told| Some(badge(told.as_ref()?.card.task.standing.tier?, speech)))
    });
    let name = move || told.with(|told| told.as_ref().map(|told| told.name.clone()));
    let position = move || {
        let chosen = desk.chosen.get()?;
        desk.shown.with(|shown| {
            let at = shown.iter().position(|key| *key == chosen)? + 1;
            let count = shown.len().to_string();
            Some(speech.fill(label::today::POSITION, &[&at.to_string(), &count]))
        })
    };
    view! {
        <div class="head task-head">
            {tier}
            <h2>{name}</h2>
            <span class="quiet">{position}</span>
            <a href=page>{speech.text(label::today::PAGE)}</a>
        </div>
    }
    .into_any()
}

/// The way to a letter with the template of the step.
fn letter_link(desk: Desk) -> AnyView {
    let to = live(move || {
        let customer = desk.chosen.get()?;
        Some(letter::address(&desk.navigation.route(), &customer))
    });
    view! {
        <div class="actions">
            <a class="button" href=to>{use_speech().text(label::letter::LETTER)}</a>
        </div>
    }
    .into_any()
}

/// Whom to reach, what is owed, and what to reach.
fn people(told: &Told, speech: Speech) -> AnyView {
    let card = &told.card;
    let people = card.people.iter().take(2).map(|person| {
        let call = (!person.phone.is_empty()).then(|| {
            let href = format!("tel:{}", person.phone.replace(' ', ""));
            view! { " · " <a href=href>{person.phone.clone()}</a> }
        });
        let name = match person.role.as_str() {
            "" => person.name.clone(),
            role => speech.fill(label::today::WITH_ROLE, &[&person.name, role]),
        };
        view! { <p>{name} {call}</p> }.into_any()
    });
    let people: Vec<AnyView> = people.collect();
    let goal = card.goal.as_ref().map(|(amounts, on)| {
        let amounts = amounts_text(amounts, told.base);
        let words = speech.fill(label::today::GOAL, &[&amounts, &on.to_string()]);
        view! { <p><b>{words}</b></p> }
    });
    let prepare = card.prepare.join(" · ");
    let prepare = (!prepare.is_empty()).then(|| {
        view! { <p class="quiet">{speech.fill(label::today::PREPARE, &[&prepare])}</p> }
    });
    view! {
        <div>
            {people}
            <p class="quiet">{told.class.clone()} " · " {told.next.clone()}</p>
            {goal}
            {prepare}
        </div>
    }
    .into_any()
}

fn warnings(told: &Told, speech: Speech) -> AnyView {
    let all = told.card.warnings.iter();
    let all = all.map(|warning| {
        let words = say::warning(warning, speech.language());
        let sign_off = matches!(warning, Warning::NotSignedOff { .. }).then(|| {
            let to = use_navigation().route().turn(Screen::Meeting).hash();
            view! { " " <a href=to>{speech.now(label::meeting::SIGN_OFF)}</a> }
        });
        // That another hour would be better is no reason against this one.
        let is_advice = matches!(warning, Warning::NotPreferred(_));
        let tone = if is_advice { Tone::Neutral } else { Tone::Warn };
        view! { <Notice tone>{words} {sign_off}</Notice> }.into_any()
    });
    let waiting = told.card.why.iter().filter(|line| matches!(line, Why::AwaitsApproval { .. }));
    let waiting = waiting.map(|line| {
        let words = say::worklist_line(line, speech.language());
        view! { <Notice tone=Tone::Warn>{words}</Notice> }.into_any()
    });
    all.chain(waiting).collect::<Vec<AnyView>>().into_any()
}

/// The most items that the card lists.
const ITEMS_MAX: usize = 6;

fn items(told: &Told, speech: Speech) -> AnyView {
    if told.card.items.is_empty() {
        return ().into_any();
    }
    let row = |item: &CardItem| {
        let demand = &item.demand;
        let days = speech.fill(label::today::DAYS, &[&item.overdue_days.to_string()]);
        let money = |minor: i64| match huikuan::money::Money::new(minor, demand.currency) {
            Ok(money) => in_book(money, told.base),
            Err(_) => figure(minor, demand.currency),
        };
        view! {
            <tr>
                <td>{item.number.clone()}</td>
                <td class="figure">{money(demand.open_minor)}</td>
                <td class="figure">{money(demand.demanded_minor)}</td>
                <td class="figure">{days}</td>
            </tr>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = told.card.items.iter().take(ITEMS_MAX).map(row).collect();
    let beyond = told.card.items.len().saturating_sub(ITEMS_MAX);
    let beyond = (beyond > 0).then(|| view! { <p class="hint">{format!("+{beyond}")}</p> });
    let charges = &told.card.late_charges;
    let charges = (!charges.is_empty()).then(|| {
        let sums = amounts_text(charges, told.base);
        view! { <p class="quiet">{speech.fill(label::today::LATE_CHARGE, &[&sums])}</p> }
    });
    view! {
        <table aria-label=speech.text(label::today::ITEMS)>
            <thead><tr>
                <th scope="col">{speech.now(label::today::NUMBER)}</th>
                <th scope="col" class="figure">{speech.now(label::today::OPEN)}</th>
                <th scope="col" class="figure">{speech.now(label::today::DEMANDED)}</th>
                <th scope="col" class="figure">{speech.now(label::today::OLDEST)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
        {beyond}
        {charges}
    }
    .into_any()
}

fn promises(told: &Told, speech: Speech) -> AnyView {
    let line = |promise: &CardPromise| {
        let tone = match promise.state.fate {
            Fate::Open => "quiet",
            Fate::Kept => "good",
            Fate::PartlyKept | Fate::Withdrawn => "warn",
            Fate::Broken => "bad",
        };
        let fate = say::fate(promise.state.fate, speech.language());
        let level = speech.fill(label::today::LEVEL, &[&promise.state.level.to_string()]);
        let amount = in_book(promise.amount, told.base);
        view! {
            <p class="promise">
                <span>{promise.promised_on.to_string()} " · " {amount} " · " {level}</span>
                <b class=tone>{fate}</b>
            </p>
        }
        .into_any()
    };
    let lines: Vec<AnyView> = told.card.promises.iter().map(line).collect();
    let title = (!lines.is_empty()).then(|| {
        view! { <h3>{speech.now(label::today::PROMISES)}</h3> }
    });
    view! { {title} {lines} }.into_any()
}

/// The form of the result; saving it goes on to the next customer who is due.
fn result(desk: Desk, told: Memo<Option<Told>>) -> AnyView {
    let saved = RwSignal::new(0_u32);
    let on_saved = UnsyncCallback::new(move |()| {
        match desk.next_due() {
            Some(next) => desk.choose(&next),
            // The last one: its card begins anew.
            None => saved.update(|saved| *saved += 1),
        }
        // The next customer begins where the keys 1–9 are heard, in no field.
        element::leave();
    });
    let what = Signal::derive(move || {
        saved.track();
        let customer = desk.chosen.get()?;
        let proposal = told.with_untracked(|told| Some(told.as_ref()?.proposal.clone()))?;
        Some((Deed::Contact(Box::new(proposal)), customer))
    });
    contact::form(Asked { what, on_saved, on_cancel: None, keys: true })
}
