//! The sheet beside a figure: the rule, the items behind it, the arithmetic of each, and the
//! entries they came from.
//! Never adds up on its own: the items are the positions that the report added.

use huikuan::calendar::Date;
use huikuan::id::Key;
use huikuan::ledger::EffectKind;
use huikuan::money::Currency;
use huikuan::record::{AgingBasis, AgingConvention, AgingPolicy, DocumentKind};
use huikuan::rule::balance::bucket::Buckets;
use huikuan::say;
use huikuan::view::aging::Within;
use huikuan::view::aging::due::Due;
use huikuan::view::amount::figure;
use huikuan::view::drill::{Sum, What, Worked, WorkedStep, drill as positions};
use leptos::prelude::*;

use super::aging::heading;
use super::item::address_of;
use crate::page::browser::clock;
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::popover::Popover;
use crate::page::route::{Route, Screen};
use crate::page::session::{Session, use_session};
use crate::page::speech::{Speech, use_speech};

/// More items than this are counted, not listed: the customer's page has them all.
const LISTED_MAX: usize = 40;

/// The figure that was opened.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Asked {
    /// Whose figure it is.
    pub(crate) name: String,
    pub(crate) customers: Vec<Key>,
    /// Which positions of those customers.
    pub(crate) within: Within,
    pub(crate) currency: Currency,
    pub(crate) sum: Sum,
    /// The buckets, basis and edge rule that it was drawn up by.
    pub(crate) aging: AgingPolicy,
    /// The day of the figure; none is the reporting day.
    pub(crate) as_of: Option<Date>,
    /// Element id of the figure.
    pub(crate) anchor: String,
}

/// The sheet, open while a figure is asked for.
pub(crate) fn explanation(asked: RwSignal<Option<Asked>>) -> AnyView {
    let speech = use_speech();
    let anchor = RwSignal::new(None::<String>);
    Effect::new(move |_| anchor.set(asked.with(|asked| asked.as_ref().map(|a| a.anchor.clone()))));
    view! {
        <Popover label=speech.text(label::aging::ARITHMETIC) anchor=anchor>
            {move || asked.get().map(sheet)}
        </Popover>
    }
    .into_any()
}

fn sheet(asked: Asked) -> AnyView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    let Asked { name, customers, within, currency, sum, aging, as_of: on, .. } = asked;
    let buckets = Buckets::of(&aging);
    let worked = session.report(|ledger, _, as_of| {
        let as_of = on.unwrap_or(as_of);
        (positions(ledger, &buckets, as_of, currency, (&customers, &within), sum), as_of)
    });
    let Some((worked, as_of)) = worked else { return ().into_any() };
    let heading = match sum {
        Sum::Balance => speech.now(label::aging::BALANCE).to_owned(),
        Sum::Overdue => speech.now(label::customer::OVERDUE).to_owned(),
        Sum::Oldest => speech.now(label::customer::OLDEST).to_owned(),
        Sum::Column(column) => heading(column, &buckets, speech),
        Sum::Due(due) => speech.now(due_words(due).0).to_owned(),
    };
    let rule = match sum {
        Sum::Due(due) => due_words(due).1,
        Sum::Balance | Sum::Overdue | Sum::Oldest | Sum::Column(_) => {
            rule(aging.basis, aging.convention)
        }
    };
    let total: i64 = worked.iter().map(|item| item.open_minor).sum();
    let count = worked.len().to_string();
    let summary = speech.fill(label::aging::ITEMS_BEHIND, &[&count, &figure(total, currency)]);
    let more = worked.len().saturating_sub(LISTED_MAX);
    let several = customers.len() > 1;
    let route = navigation.route();
    let one = |item: &Worked| {
        let entries = entries(session, speech, item);
        item_view(item, &entries, currency, as_of, &route, several, speech)
    };
    let items: Vec<AnyView> = worked.iter().take(LISTED_MAX).map(one).collect();
    let single = customers.first().filter(|_| !several);
    let link = single.map(|customer| {
        let to = route.turn(Screen::Customer(customer.to_string()));
        view! { <a href=to.hash()>{speech.now(label::aging::OPEN_CUSTOMER)}</a> }
    });
    view! {
        <div class="arithmetic">
            <h2>{format!("{name} · {heading}")}</h2>
            <p class="sum">{summary}</p>
            <ol tabindex="0" aria-label=speech.text(label::aging::ITEMS)>{items}</ol>
            {(more > 0).then(|| view! {
                <p class="hint">{speech.fill(label::aging::MORE, &[&more.to_string()])}</p>
            })}
            <p class="hint">{speech.now(rule)} " " {link}</p>
        </div>
    }
    .into_any()
}

/// The entries that brought a position and its steps, each as a sentence, in their own order.
pub(crate) fn entries(session: Session, speech: Speech, worked: &Worked) -> Vec<String> {
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

/// What a list of due items is called, and its rule.
const fn due_words(due: Due) -> (label::Label, label::Label) {
    match due {
        Due::Soon => (label::aging::DUE_SOON, label::aging_view::RULE_SOON),
        Due::Past => (label::aging_view::PAST, label::aging_view::RULE_PAST),
        Due::Long => (label::aging_view::OVER_90, label::aging_view::RULE_LONG),
    }
}

fn rule(basis: AgingBasis, convention: AgingConvention) -> label::Label {
    match (basis, convention) {
        (AgingBasis::IssuedOn, _) => label::aging::RULE_ISSUE,
        (AgingBasis::DueOn, AgingConvention::UpperInclusive) => label::aging::RULE_DUE,
        (AgingBasis::DueOn, AgingConvention::ZeroInFirst) => label::aging::RULE_ZERO,
        (AgingBasis::DueOn, AgingConvention::LowerInclusive) => label::aging::RULE_LOWER,
    }
}

fn item_view(
    item: &Worked,
    entries: &[String],
    currency: Currency,
    as_of: Date,
    route: &Route,
    several: bool,
    speech: Speech,
) -> AnyView {
    let amount = |minor: i64| figure(minor, currency);
    let mut name = item.number.clone();
    if let Some((part, of)) = item.part {
        let words = speech.fill(label::aging::PART, &[&part.to_string(), &of.to_string()]);
        name = format!("{name} · {words}");
    }
    if several {
        name = format!("{} · {name}", item.customer_name);
    }
    let steps: Vec<String> = item.steps.iter().map(|step| step_text(step, item, speech)).collect();
    let begun = begun(item, speech);
    let days = days(item, as_of, speech);
    let disputed = (item.disputed_minor != 0)
        .then(|| speech.fill(label::aging::DISPUTED, &[&amount(item.disputed_minor)]));
    let name = match &item.subject {
        Some(subject) => {
            let to = address_of(&route.turn(Screen::Customer(item.customer.to_string())), subject)
                .hash();
            view! { <a href=to><b>{name}</b></a> }.into_any()
        }
        None => view! { <b>{name}</b> }.into_any(),
    };
    let source = |words: &String| view! { <p class="hint">{words.clone()}</p> }.into_any();
    let sources: Vec<AnyView> = entries.iter().map(source).collect();
    view! {
        <li>
            <p class="item">{name} <b class="figure">{amount(item.open_minor)}</b></p>
            <p><span>{begun}</span> <span class="figure">{amount(item.amount_minor)}</span></p>
            {item.steps.iter().zip(steps).map(|(step, words)| view! {
                <p><span>{words}</span> <span class="figure">{amount(step.amount_minor)}</span></p>
            }).collect_view()}
            {days.map(|words| view! { <p><span>{words}</span></p> })}
            {disputed.map(|words| view! { <p class="warn"><span>{words}</span></p> })}
            {sources}
        </li>
    }
    .into_any()
}

fn day(on: Option<Date>) -> String {
    on.map(|on| on.to_string()).unwrap_or_default()
}

fn begun(item: &Worked, speech: Speech) -> String {
    let label = match item.what {
        What::Document(DocumentKind::Invoice | DocumentKind::DebitNote) => label::aging::INVOICED,
        What::Document(DocumentKind::CreditNote) => label::aging::CREDITED,
        What::Money(_) => label::aging::RECEIVED,
    };
    speech.fill(label, &[&day(item.on)])
}

fn step_text(step: &WorkedStep, item: &Worked, speech: Speech) -> String {
    let undone = (step.amount_minor > 0) == (item.amount_minor > 0);
    let label = match (step.kind, item.what) {
        (EffectKind::Allocated { .. }, _) if undone => label::aging::STEP_UNDONE,
        (
            EffectKind::Allocated { .. },
            What::Document(DocumentKind::CreditNote) | What::Money(_),
        ) => label::aging::STEP_USED,
        (EffectKind::Allocated { .. }, What::Document(_)) => label::aging::STEP_ALLOCATED,
        (EffectKind::Refunded, _) => label::aging::STEP_REFUNDED,
        (EffectKind::WrittenOff, _) => label::aging::STEP_WRITTEN_OFF,
        (EffectKind::Discounted, _) => label::aging::STEP_DISCOUNTED,
        (EffectKind::Recovered, _) => label::aging::STEP_RECOVERED,
        (EffectKind::Reversed, _) => label::aging::STEP_REVERSED,
    };
    speech.fill(label, &[&day(step.on)])
}

fn days(item: &Worked, as_of: Date, speech: Speech) -> Option<String> {
    let due = item.due_on?;
    let overdue = item.overdue_days?;
    let label = if overdue > 0 { label::aging::DAYS_OVERDUE } else { label::aging::DAYS_LEFT };
    let count = overdue.abs().to_string();
    Some(speech.fill(label, &[&as_of.to_string(), &due.to_string(), &count]))
}
