//! The late charges of the customer: item by item, each with its arithmetic and what can be decided
//! of it (E7).
//! Never books anything by itself: a debit note does.

use std::sync::Arc;

use huikuan::id::Key;
use huikuan::record::{LateChargeNature, LateChargeOutcome};
use huikuan::say;
use huikuan::view::amount::with_currency;
use huikuan::view::deed::Deed;
use huikuan::view::late_charge::{LateChargeRow, LateChargeSheet, late_charge_sheet};
use leptos::prelude::*;

use super::deed::Deeds;
use crate::page::label::late_charge as word;
use crate::page::navigation::use_navigation;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::live::{live, shown};
use crate::page::part::notice::{Badge, Tone};
use crate::page::route::Screen;
use crate::page::screen::contact::deed_name;
use crate::page::session::use_session;
use crate::page::speech::{Speech, use_speech};

/// The tab.
pub(super) fn late_charge_tab(key: Key, deeds: Deeds) -> AnyView {
    let (session, speech) = (use_session(), use_speech());
    let sheet = Memo::new(move |_| {
        let as_of = session.as_of();
        let drawn = session.read(|workbook| {
            let account = workbook.ledger().account(&key)?;
            let sheet = late_charge_sheet(workbook.ledger(), account, as_of);
            Some((as_of, Arc::new(sheet)))
        });
        drawn.flatten()
    });
    let to = use_navigation().aspect(|route| route.turn(Screen::Settings).hash());
    let body = shown(move || match sheet.get() {
        Some((as_of, sheet)) => rows(&sheet, &as_of.to_string(), deeds, speech),
        None => ().into_any(),
    });
    view! {
        <div class="stack credit">
            {body}
            <p class="hint">
                <a href=live(move || to.get())>{speech.text(word::SETTINGS)}</a>
            </p>
        </div>
    }
    .into_any()
}

fn rows(sheet: &LateChargeSheet, as_of: &str, deeds: Deeds, speech: Speech) -> AnyView {
    let title = match sheet.policy.nature {
        LateChargeNature::Penalty => word::TITLE,
        LateChargeNature::Interest => word::INTEREST,
    };
    let sums: Vec<String> = sheet.sums.iter().map(|sum| with_currency(*sum)).collect();
    let words = match sheet.rows.is_empty() {
        true => speech.now(word::NOTHING).to_owned(),
        false => speech.fill(word::SUM, &[as_of, &sums.join(" · ")]),
    };
    let policy = say::late_charge_policy(&sheet.policy, speech.language());
    let rows: Vec<AnyView> = sheet.rows.iter().map(|row| one(row, deeds, speech)).collect();
    view! {
        <h2>{speech.now(title)}</h2>
        <p class="hint">{speech.fill(word::IN_FORCE, &[&policy])}</p>
        <p><b>{words}</b></p>
        {rows}
    }
    .into_any()
}

/// An item: its charge, which opens to the arithmetic and to what can be done.
fn one(row: &LateChargeRow, deeds: Deeds, speech: Speech) -> AnyView {
    let number = match row.number.as_str() {
        "" => speech.now(word::NO_NUMBER),
        number => number,
    };
    let (due_on, days) = (row.due_on.to_string(), row.days.to_string());
    let item = speech.fill(word::ITEM, &[number, &due_on, &days]);
    let total = match row.total {
        Ok(total) => with_currency(total),
        Err(problem) => say::late_charge_problem(problem, speech.language()),
    };
    let kept = row.kept_until.map(|on| {
        let text = speech.fill(word::KEPT, &[&on.to_string()]);
        view! { " " <Badge text tone=Tone::Warn/> }
    });
    let lines = row.lines.iter().map(|line| {
        let words = say::late_charge_line(line, speech.language());
        view! { <li>{words}</li> }.into_any()
    });
    let lines: Vec<AnyView> = lines.collect();
    let can_decide = row.total.is_ok_and(|total| total.minor() > 0);
    let actions = can_decide.then(|| actions(row, deeds, speech));
    view! {
        <details>
            <summary>{item} " " <b>{total}</b> {kept}</summary>
            <ul>{lines}</ul>
            {actions}
        </details>
    }
    .into_any()
}

fn actions(row: &LateChargeRow, deeds: Deeds, speech: Speech) -> AnyView {
    let button = |outcome: LateChargeOutcome| {
        let deed = Deed::LateCharge { item: row.item.clone(), outcome };
        let label = speech.text(deed_name(&deed));
        let ask = UnsyncCallback::new(move |()| deeds.ask(deed.clone()));
        view! { <Button label on_press=ask look=ButtonLook::Quiet/> }.into_any()
    };
    let all = [LateChargeOutcome::Claimed, LateChargeOutcome::Waived, LateChargeOutcome::Kept];
    let buttons: Vec<AnyView> = all.into_iter().map(button).collect();
    view! { <div class="actions">{buttons}</div> }.into_any()
}
