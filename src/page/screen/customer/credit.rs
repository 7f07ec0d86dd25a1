//! The credit of a customer: score, class, tier, exposure, suggestions, alerts, limitation periods,
//! each with its arithmetic (C1–C5).
//! Never legal advice, and it says so.

use std::sync::Arc;

use huikuan::id::Key;
use huikuan::rule::credit::{Line, credit};
use huikuan::say::{self, Language};
use huikuan::view::amount::one_decimal;
use huikuan::view::credit_sheet::{CreditSheet, credit_sheet, evaluation};
use huikuan::workbook::Command;
use leptos::prelude::*;

use super::deed::Deeds;
use super::report::report_list;
use crate::page::label::{self, Label};
use crate::page::part::button::Button;
use crate::page::part::live::shown;
use crate::page::part::notice::{Notice, Tone};
use crate::page::part::scroll::scroll;
use crate::page::part::toast::use_toaster;
use crate::page::screen::alert::alert_list;
use crate::page::session::{refusal, use_session};
use crate::page::speech::{Speech, use_speech};

/// The tab; what people recorded of the customer's credit stands below it.
pub(super) fn credit_tab(key: Key, deeds: Deeds) -> AnyView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let sheet = {
        let key = key.clone();
        Memo::new(move |_| {
            let as_of = session.as_of();
            let drawn = session.read(|workbook| {
                let ledger = workbook.ledger();
                credit_sheet(ledger, &credit(ledger, as_of), &key).map(Arc::new)
            });
            drawn.flatten()
        })
    };
    let evaluate = {
        let key = key.clone();
        UnsyncCallback::new(move |()| {
            let (as_of, by) = (session.as_of_untracked(), session.by.get_untracked());
            let held = sheet.with_untracked(Clone::clone);
            let made = session.read_untracked(|workbook| {
                let account = workbook.ledger().account(&key)?;
                Some(evaluation(account, &held.as_ref()?.credit, as_of, &by))
            });
            let Some(made) = made.flatten() else { return };
            if let Err(why) = session.apply(Command::Evaluate(vec![made])) {
                toaster.alarm(untrack(|| refusal(speech, &why)));
            }
        })
    };
    let alerts = Signal::derive(move || {
        sheet.with(|sheet| sheet.as_ref().map(|sheet| sheet.alerts.clone()).unwrap_or_default())
    });
    let figures = shown(move || match sheet.get() {
        Some(sheet) => figures(&sheet, speech),
        None => ().into_any(),
    });
    let periods = shown(move || match sheet.get() {
        Some(sheet) => periods(&sheet, speech),
        None => ().into_any(),
    });
    let reports = report_list(key, deeds);
    view! {
        <div class="stack credit">
            {figures}
            <div class="actions">
                <Button label=speech.text(label::credit::EVALUATE) on_press=evaluate/>
            </div>
            {reports}
            <h2>{speech.text(label::credit::ALERTS)}</h2>
            {alert_list(alerts, false)}
            <h2>{speech.text(label::credit::LIMITATION)}</h2>
            {periods}
            <p class="hint">{speech.text(label::credit::NO_ADVICE)}</p>
        </div>
    }
    .into_any()
}

fn figures(sheet: &CreditSheet, speech: Speech) -> AnyView {
    let language = speech.language();
    let credit = &sheet.credit;
    let due = sheet.due.as_ref().map(|due| {
        let words = say::evaluation_due(due, language);
        view! { <Notice tone=Tone::Warn>{words}</Notice> }
    });
    let score = one_decimal(credit.score.value);
    let class = say::class(credit.class.class, language).to_owned();
    let tier = credit.tier.map_or_else(|| "—".to_owned(), |held| format!("{:?}", held.tier));
    let used = credit.exposure.used_percent();
    let used = used.map_or_else(|| "—".to_owned(), |used| format!("{} %", one_decimal(Some(used))));
    let told = |lines: &[Line]| -> Vec<String> {
        lines.iter().map(|line| say::credit_line(line, language)).collect()
    };
    view! {
        {due}
        {figure(label::credit::SCORE, score, told(&sheet.score), speech)}
        {figure(label::credit::CLASS, class, told(&sheet.class), speech)}
        {figure(label::credit::TIER, tier, told(&sheet.tier), speech)}
        {figure(label::credit::LIMIT_USED, used, told(&sheet.exposure), speech)}
        {suggested(sheet, speech, language)}
    }
    .into_any()
}

/// A figure that opens to its arithmetic.
fn figure(words: Label, value: String, lines: Vec<String>, speech: Speech) -> AnyView {
    let lines: Vec<AnyView> =
        lines.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect();
    view! {
        <details>
            <summary>{speech.now(words)} " " <b>{value}</b></summary>
            <ul>{lines}</ul>
        </details>
    }
    .into_any()
}

fn suggested(sheet: &CreditSheet, speech: Speech, language: Language) -> AnyView {
    let held = &sheet.suggestion;
    let mut lines: Vec<String> = Vec::new();
    if let Some(limit) = held.limit {
        let limit = huikuan::view::amount::with_currency(limit);
        lines.push(speech.fill(label::credit::SUGGESTED_LIMIT, &[&limit]));
    }
    if let Some(days) = held.net_days_max {
        lines.push(speech.fill(label::credit::SUGGESTED_TERMS, &[&days.to_string()]));
    }
    lines.extend(held.warnings.iter().map(|it| say::credit_warning(it, language)));
    lines.extend(held.watch.iter().map(|it| say::credit_watch(it, language)));
    lines.extend(held.actions.iter().map(|it| say::suggested_action(*it, language)));
    let count = held.actions.len().to_string();
    figure(label::credit::SUGGESTIONS, count, lines, speech)
}

fn periods(sheet: &CreditSheet, speech: Speech) -> AnyView {
    let language = speech.language();
    if sheet.limitations.is_empty() {
        return view! { <p class="hint">{speech.now(label::credit::NOTHING_OPEN)}</p> }.into_any();
    }
    let row = |(number, period): &(String, huikuan::rule::credit::Limitation)| {
        let restarted =
            period.restarted.map(|(why, on)| format!("{on} {}", say::restart(why, language)));
        let tone = if period.days_left < 0 {
            "figure bad"
        } else if period.days_left <= 180 {
            "figure warn"
        } else {
            "figure"
        };
        view! {
            <tr>
                <td>{number.clone()}</td>
                <td>{period.last_on.to_string()}</td>
                <td class=tone>{period.days_left.to_string()}</td>
                <td>{restarted.unwrap_or_else(|| "—".to_owned())}</td>
            </tr>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = sheet.limitations.iter().map(row).collect();
    let table = view! {
        <table class="plain-table">
            <thead><tr>
                <th scope="col">{speech.now(label::today::NUMBER)}</th>
                <th scope="col">{speech.now(label::credit::LAST_DAY)}</th>
                <th scope="col" class="figure">{speech.now(label::credit::DAYS_LEFT)}</th>
                <th scope="col">{speech.now(label::credit::RESTARTED)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    };
    scroll(speech.text(label::credit::LIMITATION), "", table)
}
