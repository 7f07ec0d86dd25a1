//! The sheet beside a cell: its items and the arithmetic of each.
//! Never adds up on its own: the items are the positions that the report added.

use huikuan::calendar::Date;
use huikuan::id::Key;
use huikuan::ledger::EffectKind;
use huikuan::money::Currency;
use huikuan::record::{AgingBasis, AgingConvention, DocumentKind};
use huikuan::rule::balance::bucket::Column as Age;
use huikuan::view::amount::figure;
use huikuan::view::drill::{What, Worked, WorkedStep, drill as positions};
use leptos::prelude::*;

use super::{Shown, columns};
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::popover::Popover;
use crate::page::route::Screen;
use crate::page::session::use_session;
use crate::page::speech::{Speech, use_speech};

/// More items than this are counted, not listed: the customer's page has them all.
const LISTED_MAX: usize = 40;

/// The cell that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// Name of the line.
    pub(super) name: String,
    pub(super) customers: Vec<Key>,
    /// The column; `None` for the balance.
    pub(super) column: Option<Age>,
    /// Element id of the cell.
    pub(super) anchor: String,
}

/// The sheet, open while a cell is asked for.
pub(super) fn drill(shown: Shown, asked: RwSignal<Option<Asked>>) -> impl IntoView {
    let speech = use_speech();
    let anchor = RwSignal::new(None::<String>);
    Effect::new(move |_| anchor.set(asked.with(|asked| asked.as_ref().map(|a| a.anchor.clone()))));
    view! {
        <Popover label=speech.text(label::aging::ARITHMETIC) anchor=anchor>
            {move || asked.get().map(|asked| sheet(shown, asked))}
        </Popover>
    }
}

fn sheet(shown: Shown, asked: Asked) -> AnyView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    let Some(currency) = shown.currency.get() else { return ().into_any() };
    let setting = shown.setting.get();
    let worked = session.report(|ledger, _, as_of| {
        let buckets = setting.buckets(ledger);
        let heading = asked.column.map(|age| columns::heading(age, &buckets, speech));
        let worked = positions(ledger, &buckets, as_of, currency, &asked.customers, asked.column);
        let convention = setting.convention.unwrap_or(ledger.policy().aging.convention);
        (worked, heading, rule(buckets.basis(), convention), as_of)
    });
    let Some((worked, heading, rule, as_of)) = worked else { return ().into_any() };
    let sum: i64 = worked.iter().map(|item| item.open_minor).sum();
    let heading = heading.unwrap_or_else(|| speech.now(label::aging::BALANCE).to_owned());
    let count = worked.len().to_string();
    let summary = speech.fill(label::aging::ITEMS_BEHIND, &[&count, &figure(sum, currency)]);
    let more = worked.len().saturating_sub(LISTED_MAX);
    let several = asked.customers.len() > 1;
    let items: Vec<AnyView> = worked
        .into_iter()
        .take(LISTED_MAX)
        .map(|item| item_view(&item, currency, as_of, several, speech))
        .collect();
    let single = asked.customers.first().filter(|_| !several);
    let link = single.map(|customer| {
        let to = navigation.route().turn(Screen::Customer(customer.to_string()));
        view! { <a href=to.hash()>{speech.now(label::aging::OPEN_CUSTOMER)}</a> }
    });
    view! {
        <div class="arithmetic">
            <h2>{format!("{} · {heading}", asked.name)}</h2>
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
    currency: Currency,
    as_of: Date,
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
    view! {
        <li>
            <p class="item"><b>{name}</b> <b class="figure">{amount(item.open_minor)}</b></p>
            <p><span>{begun}</span> <span class="figure">{amount(item.amount_minor)}</span></p>
            {item.steps.iter().zip(steps).map(|(step, words)| view! {
                <p><span>{words}</span> <span class="figure">{amount(step.amount_minor)}</span></p>
            }).collect_view()}
            {days.map(|words| view! { <p><span>{words}</span></p> })}
            {disputed.map(|words| view! { <p class="warn"><span>{words}</span></p> })}
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
