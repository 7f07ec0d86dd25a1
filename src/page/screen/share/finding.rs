//! Findings to settle: each in a sentence, a conflict with a button for each of its values.
//! Never settles anything by itself.

use huikuan::ledger::{ConflictField, Finding};
use huikuan::say;
use huikuan::view::conflict::{Candidate, candidates};
use leptos::prelude::*;

use crate::page::browser::clock;
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::button::Button;
use crate::page::part::card::Card;
use crate::page::part::toast::use_toaster;
use crate::page::route::Screen;
use crate::page::session::{refusal, use_session};
use crate::page::speech::use_speech;

/// Findings listed; settling the first ones shows the next.
const LISTED_MAX: usize = 100;

/// A finding as it is shown.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    finding: Finding,
    subject: String,
    sentence: String,
    candidates: Vec<Candidate>,
}

/// The card of findings.
pub(super) fn findings() -> impl IntoView {
    let (session, speech) = (use_session(), use_speech());
    let shown = Memo::new(move |_| {
        let language = speech.language();
        let shown = session.read(|workbook| {
            let ledger = workbook.ledger();
            let show = |finding: &Finding| Shown {
                subject: say::finding_subject(finding, ledger, language),
                sentence: say::finding(finding, language),
                candidates: candidates(workbook.journal(), finding),
                finding: finding.clone(),
            };
            ledger.findings().take(LISTED_MAX).map(show).collect::<Vec<_>>()
        });
        shown.unwrap_or_default()
    });
    let body = move || {
        let all = shown.get();
        if all.is_empty() {
            return view! { <p class="hint nothing">{speech.now(label::share::NO_FINDINGS)}</p> }
                .into_any();
        }
        let items: Vec<AnyView> = all.into_iter().map(|one| item(one).into_any()).collect();
        view! { <ul class="findings">{items}</ul> }.into_any()
    };
    view! { <Card title=speech.text(label::share::FINDINGS)>{body}</Card> }
}

fn item(shown: Shown) -> impl IntoView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let navigation = use_navigation();
    let link = customer_of(&shown.finding).map(|code| {
        let href = untrack(|| navigation.route()).turn(Screen::Customer(code)).hash();
        view! { <a href=href>{speech.now(label::share::TO_CUSTOMER)}</a> }
    });
    let choices: Vec<AnyView> = shown
        .candidates
        .into_iter()
        .map(|candidate| {
            let value = candidate.value.clone();
            let words = Signal::derive(move || speech.fill(label::share::CHOOSE_VALUE, &[&value]));
            let by = match candidate.by.as_str() {
                "" => speech.now(label::share::SOMEBODY).to_owned(),
                by => by.to_owned(),
            };
            let who =
                speech.fill(label::share::STATED_BY, &[&by, &clock::local_text(&candidate.at)]);
            let command = candidate.command;
            let choose = UnsyncCallback::new(move |()| match session.apply(command.clone()) {
                Ok(()) => toaster.say(untrack(|| speech.now(label::share::SETTLED))),
                Err(rejection) => {
                    toaster.alarm(untrack(|| refusal(speech, &rejection)));
                }
            });
            view! {
                <span class="choice">
                    <Button label=words on_press=choose/> <span class="hint">{who}</span>
                </span>
            }
            .into_any()
        })
        .collect();
    view! {
        <li>
            <p><b>{shown.subject}</b> " " {shown.sentence} " " {link}</p>
            <div class="choices">{choices}</div>
        </li>
    }
}

fn customer_of(finding: &Finding) -> Option<String> {
    match finding {
        Finding::FieldConflict {
            field: ConflictField::Customer(customer, _) | ConflictField::Contract(customer, ..),
            ..
        }
        | Finding::Contested { customer, .. }
        | Finding::OverridesContradict { customer, .. }
        | Finding::ApprovalsContradict { customer, .. }
        | Finding::LevelsContradict { customer, .. }
        | Finding::DiscountTakenLate { customer, .. }
        | Finding::Inert { customer, .. } => Some(customer.to_string()),
        Finding::FieldConflict { field: ConflictField::Document(document, _), .. }
        | Finding::IncompleteDocument { document } => Some(document.customer().to_string()),
        Finding::FieldConflict {
            field: ConflictField::Setting(_) | ConflictField::Article(..),
            ..
        }
        | Finding::UnknownContent { .. }
        | Finding::RivalContent { .. }
        | Finding::ClockBeyondLimit { .. }
        | Finding::MissingEntry { .. } => None,
    }
}
