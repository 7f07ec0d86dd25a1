//! The sheet beside a class, a tier, a use of the limit, a promise or a next action in the list of
//! customers: what the rule says of it, line by line.
//! Never another rule: the one that yields the figure tells its steps.

use std::sync::Arc;

use huikuan::id::Key;
use huikuan::ledger::Ledger;
use huikuan::rule::agreement::{PromiseState, promises};
use huikuan::rule::collection::{standing, task};
use huikuan::rule::credit::{Line, explain_class, explain_exposure, explain_score, explain_tier};
use huikuan::say::{self, Language};
use huikuan::view::amount::with_currency;
use huikuan::view::worklist::Day;
use leptos::prelude::*;

use crate::page::label::{self, Label};
use crate::page::navigation::use_navigation;
use crate::page::part::live::shown;
use crate::page::part::popover::Popover;
use crate::page::route::Screen;
use crate::page::session::use_session;
use crate::page::speech::use_speech;

/// A figure of a customer that is told in sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    Class,
    Tier,
    LimitUsed,
    Promise,
    Next,
}

/// The figure that was opened.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Wanted {
    pub(super) customer: Key,
    pub(super) name: String,
    pub(super) told: Told,
    /// Element id of the figure.
    pub(super) anchor: String,
}

impl Told {
    /// What it is called.
    const fn label(self) -> Label {
        match self {
            Self::Class => label::credit::CLASS,
            Self::Tier => label::credit::TIER,
            Self::LimitUsed => label::credit::LIMIT_USED,
            Self::Promise => label::customer::PROMISE,
            Self::Next => label::today::NEXT,
        }
    }

    /// The tab of the customer's page where more of it stands.
    const fn tab(self) -> &'static str {
        match self {
            Self::Class | Self::Tier | Self::LimitUsed => "credit",
            Self::Promise | Self::Next => "timeline",
        }
    }
}

/// The sheet, open while a figure is wanted.
pub(super) fn told(wanted: RwSignal<Option<Wanted>>, day: Memo<Option<Arc<Day>>>) -> AnyView {
    let speech = use_speech();
    let anchor = RwSignal::new(None::<String>);
    Effect::new(move |_| anchor.set(wanted.with(|held| held.as_ref().map(|w| w.anchor.clone()))));
    view! {
        <Popover label=speech.text(label::aging::ARITHMETIC) anchor=anchor>
            {shown(move || match wanted.get() {
                Some(wanted) => sheet(wanted, day),
                None => ().into_any(),
            })}
        </Popover>
    }
    .into_any()
}

fn sheet(wanted: Wanted, day: Memo<Option<Arc<Day>>>) -> AnyView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    let language = speech.language();
    let lines = session.read(|workbook| {
        day.with(|day| lines(&wanted, workbook.ledger(), day.as_ref()?, language))
    });
    let line = |words: String| view! { <li><p>{words}</p></li> }.into_any();
    let lines: Vec<AnyView> = lines.flatten().unwrap_or_default().into_iter().map(line).collect();
    let heading = format!("{} · {}", wanted.name, speech.now(wanted.told.label()));
    let to = navigation.route().turn(Screen::Customer(wanted.customer.to_string()));
    let to = to.with("tab", wanted.told.tab()).hash();
    view! {
        <div class="arithmetic">
            <h2>{heading.clone()}</h2>
            <ol tabindex="0" aria-label=heading>{lines}</ol>
            <p class="hint"><a href=to>{speech.now(label::aging::OPEN_CUSTOMER)}</a></p>
        </div>
    }
    .into_any()
}

fn lines(wanted: &Wanted, ledger: &Ledger, day: &Day, language: Language) -> Option<Vec<String>> {
    let (account, credit) = (ledger.account(&wanted.customer)?, day.credit.of(&wanted.customer)?);
    let (policy, as_of) = (ledger.policy(), day.credit.as_of);
    let said = |lines: Vec<Line>| -> Vec<String> {
        lines.iter().map(|line| say::credit_line(line, language)).collect()
    };
    Some(match wanted.told {
        Told::Class => {
            let mut lines = explain_class(account, policy, as_of);
            lines.extend(explain_score(account, policy, as_of));
            said(lines)
        }
        Told::Tier => said(explain_tier(credit, account, policy, as_of)),
        Told::LimitUsed => said(explain_exposure(account, policy, as_of)),
        Told::Promise => {
            let all = promises(account, policy.playbook.promise_tolerance_days, as_of);
            let line = |state: &PromiseState| {
                let what = &state.of(account)?.what;
                let received = what.amount.with_minor(state.received_minor).ok()?;
                let words = [
                    what.given_on.to_string(),
                    what.promised_on.to_string(),
                    with_currency(what.amount),
                    with_currency(received),
                    say::fate(state.fate, language).to_owned(),
                ];
                let words: Vec<&str> = words.iter().map(String::as_str).collect();
                Some(label::customer::PROMISE_LINE.fill(language, &words))
            };
            all.iter().rev().filter_map(line).collect()
        }
        Told::Next => {
            let mut lines = Vec::new();
            task(account, standing(credit), policy, as_of, &mut lines)?;
            lines.iter().map(|line| say::worklist_line(line, language)).collect()
        }
    })
}
