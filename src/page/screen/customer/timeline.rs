//! Everything that happened with the customer, the latest first, and the tracking sheet to print.
//! Never computes what became of a promise: rules do.

use huikuan::calendar::Date;
use huikuan::id::{FactId, Key};
use huikuan::rule::agreement::ApprovalState;
use huikuan::say;
use huikuan::view::deed::Deed;
use huikuan::view::timeline::{Offer, TimelineEntry, TimelineKind, timeline};
use leptos::prelude::*;

use super::case::case_list;
use super::deed::Deeds;
use super::paper::{Paper, address};
use super::tracking::tracking;
use crate::page::browser::document;
use crate::page::label::{self, Label};
use crate::page::navigation::use_navigation;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::chip::choice;
use crate::page::part::live::{each, maybe};
use crate::page::part::notice::{Notice, Tone};
use crate::page::part::select::Select;
use crate::page::session::use_session;
use crate::page::speech::Speech;
use crate::page::speech::use_speech;

/// Lines shown at first; a step more of them for each wish.
const SHOWN_AT_ONCE: usize = 100;

/// A line as it is shown.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    on: String,
    kind: TimelineKind,
    head: String,
    details: Vec<String>,
    by: String,
    fact: FactId,
    approval: Option<(Tone, String)>,
    offers: Vec<Offer>,
}

/// The tab.
pub(super) fn timeline_tab(key: Key, deeds: Deeds) -> AnyView {
    let speech = use_speech();
    let kind = RwSignal::new(None::<TimelineKind>);
    let kinds = Signal::derive(move || {
        let all = choice(None, speech.now(label::timeline::EVERYTHING));
        let one = |kind| choice(Some(kind), speech.now(word(kind)));
        std::iter::once(all).chain(TimelineKind::ALL.map(one)).collect::<Vec<_>>()
    });
    let on_choose = UnsyncCallback::new(move |(of,): (Option<TimelineKind>,)| kind.set(of));
    let print = UnsyncCallback::new(|()| document::print());
    view! {
        <div class="toolbar">
            <Select
                label=speech.text(label::timeline::FILTER) choices=kinds chosen=kind on_choose
            />
            <Button label=speech.text(label::timeline::PRINT_TRACKING) on_press=print/>
        </div>
        {case_list(key.clone(), deeds)}
        {lines(key.clone(), deeds, kind.into())}
        {tracking(key)}
    }
    .into_any()
}

/// The lines of one kind, or of every kind.
pub(super) fn lines(key: Key, deeds: Deeds, kind: Signal<Option<TimelineKind>>) -> AnyView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    let shown_max = RwSignal::new(SHOWN_AT_ONCE);
    let all = Memo::new(move |_| {
        let (as_of, language) = (session.as_of(), speech.language());
        let found = session.read(|workbook| {
            let account = workbook.ledger().account(&key)?;
            let entries = timeline(workbook, account, as_of).into_iter();
            let own = entries.filter(|entry| kind.get().is_none_or(|kind| kind == entry.kind));
            Some(own.map(|entry| line(entry, language)).collect::<Vec<_>>())
        });
        found.flatten().unwrap_or_default()
    });
    let items = each(move || {
        let route = navigation.route();
        let row = |line: Line| {
            let offers: Vec<AnyView> =
                line.offers.iter().map(|of| offer(*of, &line, &route, deeds, speech)).collect();
            row(&line, offers, speech)
        };
        all.get().into_iter().take(shown_max.get()).map(row).collect()
    });
    let more = maybe(move || {
        let hidden = all.with(Vec::len).saturating_sub(shown_max.get());
        let label = move || speech.fill(label::timeline::EARLIER, &[&hidden.to_string()]);
        let show = UnsyncCallback::new(move |()| shown_max.update(|max| *max += SHOWN_AT_ONCE));
        (hidden > 0).then(|| view! { <Button label on_press=show/> }.into_any())
    });
    let nothing = maybe(move || {
        let words = speech.text(label::timeline::NOTHING);
        all.with(Vec::is_empty).then(|| view! { <p class="hint nothing">{words}</p> }.into_any())
    });
    view! {
        <div class="screen-only">
            <ol class="timeline">{items}</ol>
            {nothing}
            <div class="timeline-more">{more}</div>
        </div>
    }
    .into_any()
}

fn line(entry: TimelineEntry<'_>, language: say::Language) -> Line {
    let (head, details) = say::timeline(&entry.told, language);
    let on = Date::from_number(entry.day).map(|on| on.to_string()).unwrap_or_default();
    let (kind, fact, by) = (entry.kind, entry.fact, entry.by.to_owned());
    let (state, people) = entry.approval;
    let words = say::approval_state(state, &people, language);
    let approval = words.map(|words| (tone(state), words));
    Line { on, kind, head, details, by, fact, approval, offers: entry.offers }
}

const fn tone(state: ApprovalState) -> Tone {
    match state {
        ApprovalState::NotWanted => Tone::Neutral,
        ApprovalState::Waiting { .. } => Tone::Warn,
        ApprovalState::Approved { .. } => Tone::Good,
        ApprovalState::Refused { .. } => Tone::Bad,
    }
}

fn row(line: &Line, offers: Vec<AnyView>, speech: Speech) -> AnyView {
    let detail = |text: &String| view! { <li>{text.clone()}</li> }.into_any();
    let details: Vec<AnyView> = line.details.iter().map(detail).collect();
    let by = match line.by.as_str() {
        "" => speech.now(label::timeline::RECORDED_UNSIGNED).to_owned(),
        by => speech.fill(label::timeline::RECORDED_BY, &[by]),
    };
    let approval = line
        .approval
        .clone()
        .map(|(tone, words)| view! { <Notice tone>{words}</Notice> }.into_any());
    view! {
        <li>
            <time>{line.on.clone()}</time>
            <span class=Tone::Neutral.badge_class()>{speech.now(word(line.kind))}</span>
            <div>
                <p><b>{line.head.clone()}</b> " " <span class="hint">{by}</span></p>
                <ul>{details}</ul>
                {approval}
                <div class="actions">{offers}</div>
            </div>
        </li>
    }
    .into_any()
}

fn offer(
    offer: Offer,
    line: &Line,
    route: &crate::page::route::Route,
    deeds: Deeds,
    speech: Speech,
) -> AnyView {
    let fact = line.fact;
    let button = |word: Label, deed: Deed| {
        let ask = UnsyncCallback::new(move |()| deeds.ask(deed.clone()));
        view! { <Button label=speech.text(word) on_press=ask look=ButtonLook::Quiet/> }.into_any()
    };
    let link = |word: Label, paper: Paper| {
        let to = address(route, paper).hash();
        view! { <a class="button quiet" href=to>{speech.now(word)}</a> }.into_any()
    };
    match offer {
        Offer::End => button(label::timeline::END, Deed::End(fact)),
        Offer::Approve => button(label::timeline::APPROVE, Deed::Approve(fact)),
        Offer::Answer => button(label::timeline::ANSWER, Deed::AnswerStatement(fact)),
        Offer::Stage => button(label::timeline::STAGE, Deed::ReachStage(fact)),
        Offer::Fulfill => button(label::timeline::FULFILL, Deed::FulfillPerk(fact)),
        Offer::VisitSheet => link(label::timeline::VISIT_SHEET, Paper::Visit(fact)),
        Offer::PromiseSheet => link(label::timeline::PROMISE_SHEET, Paper::Promise(fact)),
        Offer::Pack => link(label::timeline::PACK, Paper::Pack(fact)),
    }
}

const fn word(kind: TimelineKind) -> Label {
    match kind {
        TimelineKind::Contact => label::timeline::CONTACTS,
        TimelineKind::Agreement => label::timeline::AGREEMENTS,
        TimelineKind::Case => label::timeline::CASES,
        TimelineKind::Statement => label::timeline::STATEMENTS,
        TimelineKind::Credit => label::timeline::CREDIT,
        TimelineKind::Dispute => label::timeline::DISPUTES,
        TimelineKind::Document => label::timeline::DOCUMENTS,
        TimelineKind::Money => label::timeline::MONEY,
    }
}
