//! Why the action is what it is: the arithmetic of action, tier and class.
//! Never drawn up before somebody opens it: nobody who goes on to the next customer waits for it.

use huikuan::calendar::AsOf;
use huikuan::ledger::Account;
use huikuan::policy::Policy;
use huikuan::rule::credit::{CustomerCredit, Line, explain_class, explain_score, explain_tier};
use huikuan::say;
use leptos::ev;
use leptos::prelude::*;

use super::Desk;
use super::card::Told;
use crate::page::browser::event;
use crate::page::label::{self, Label};
use crate::page::part::live::{act, each, maybe};
use crate::page::session::use_session;
use crate::page::speech::use_speech;

/// The lines of some arithmetic; whoever asks is run again when they change.
type Lines = Box<dyn Fn() -> Option<Vec<String>> + Send>;
/// How the credit of a customer explains itself.
type Explain = fn(&CustomerCredit, &Account, &Policy, AsOf) -> Vec<Line>;

/// The arithmetic behind the card of the chosen customer.
pub(super) fn reasons(desk: Desk, told: Memo<Option<Told>>) -> AnyView {
    let (session, speech) = (use_session(), use_speech());
    let of_action: Lines = Box::new(move || {
        let language = speech.language();
        told.with(|told| {
            let lines = told.as_ref()?.card.why.iter();
            Some(lines.map(|line| say::worklist_line(line, language)).collect())
        })
    });
    let of_credit = move |explain: Explain| -> Lines {
        Box::new(move || {
            let (day, customer) = (desk.day.get()?, desk.chosen.get()?);
            let (as_of, language) = (session.as_of(), speech.language());
            session.read_untracked(|workbook| {
                let ledger = workbook.ledger();
                let (credit, account) = (day.credit.of(&customer)?, ledger.account(&customer)?);
                let lines = explain(credit, account, ledger.policy(), as_of);
                Some(lines.iter().map(|line| say::credit_line(line, language)).collect())
            })?
        })
    };
    let has_tier = Memo::new(move |_| {
        let has_tier = |told: &Told| told.card.task.standing.tier.is_some();
        told.with(|told| told.as_ref().is_some_and(has_tier))
    });
    let tier = maybe(move || {
        has_tier.get().then(|| opened(label::today::WHY_TIER, of_credit(explain_tier)))
    });
    view! {
        <div>
            {opened(label::today::WHY, of_action)}
            {tier}
            {opened(label::today::WHY_CLASS, of_credit(of_class))}
        </div>
    }
    .into_any()
}

/// The score, and the class that it gives.
fn of_class(_: &CustomerCredit, account: &Account, policy: &Policy, as_of: AsOf) -> Vec<Line> {
    let mut lines = explain_score(account, policy, as_of);
    lines.extend(explain_class(account, policy, as_of));
    lines
}

/// Lines under a heading that opens.
fn opened(heading: Label, lines: Lines) -> AnyView {
    let speech = use_speech();
    let is_open = RwSignal::new(false);
    let toggled = act(move |toggled: ev::Event| is_open.set(event::is_open(&toggled)));
    let lines = each(move || {
        let lines = if is_open.get() { lines() } else { None };
        let line = |line: String| view! { <li>{line}</li> }.into_any();
        lines.into_iter().flatten().map(line).collect()
    });
    view! {
        <details on:toggle=toggled>
            <summary>{speech.text(heading)}</summary>
            <ul>{lines}</ul>
        </details>
    }
    .into_any()
}
