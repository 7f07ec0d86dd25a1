//! The cases of a customer: stages and deadlines, what each will probably bring and cost (D7).
//! Never computes a figure: the rule does, and its arithmetic opens below it.

use huikuan::id::Key;
use huikuan::record::CaseStageReached;
use huikuan::rule::balance::bucket::Buckets;
use huikuan::rule::credit::Recovery;
use huikuan::say;
use huikuan::view::amount::{figure, with_currency};
use huikuan::view::case::{CaseSheet, Prospects, cases};
use huikuan::view::deed::Deed;
use leptos::prelude::*;

use super::deed::Deeds;
use super::paper::{Paper, address};
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::live::shown;
use crate::page::part::notice::{Notice, Tone};
use crate::page::part::scroll::scroll;
use crate::page::session::use_session;
use crate::page::speech::{Speech, use_speech};

/// The cases; nothing while there is none.
pub(super) fn case_list(key: Key, deeds: Deeds) -> AnyView {
    let (session, speech) = (use_session(), use_speech());
    let sheets = Memo::new(move |_| {
        let found = session.report(|ledger, buckets, as_of| {
            let account = ledger.account(&key)?;
            Some((buckets.clone(), cases(account, ledger.policy(), as_of)))
        });
        found.flatten().filter(|(_, sheets)| !sheets.is_empty())
    });
    let route = use_navigation();
    shown(move || {
        let Some((buckets, sheets)) = sheets.get() else { return ().into_any() };
        let one = |sheet: &CaseSheet| {
            let fact = sheet.fact;
            let ask = UnsyncCallback::new(move |()| deeds.ask(Deed::ReachStage(fact)));
            let pack = address(&route.route(), Paper::Pack(fact)).hash();
            view! {
                <article>
                    {head(sheet, speech)}
                    {stages(&sheet.stages, speech)}
                    {prospects(&sheet.prospects, &buckets, speech)}
                    <div class="actions">
                        <Button
                            label=speech.text(label::timeline::STAGE)
                            on_press=ask look=ButtonLook::Quiet
                        />
                        <a class="button quiet" href=pack>{speech.now(label::timeline::PACK)}</a>
                    </div>
                </article>
            }
            .into_any()
        };
        let rows: Vec<AnyView> = sheets.iter().map(one).collect();
        view! {
            <section class="stack credit screen-only">
                <h2>{speech.now(label::timeline::CASES_OPEN)}</h2>
                {rows}
            </section>
        }
        .into_any()
    })
    .into_any()
}

/// To whom and since when, the next deadline or the outcome, and what was settled.
fn head(sheet: &CaseSheet, speech: Speech) -> AnyView {
    use label::timeline as word;
    let language = speech.language();
    let kind = say::case_kind(sheet.kind, language);
    let who = [kind, sheet.handler.as_str()].into_iter().filter(|text| !text.is_empty());
    let who = who.collect::<Vec<_>>().join(" · ");
    let title = speech.fill(word::CASE_SINCE, &[&who, &sheet.opened_on.to_string()]);
    let deadline = sheet.deadline.map(|(on, left)| {
        let (words, tone) = match left < 0 {
            true => (word::DEADLINE_OVER, Tone::Bad),
            false => (word::DEADLINE_IN, Tone::Warn),
        };
        let days = left.unsigned_abs().to_string();
        let words = speech.fill(words, &[&on.to_string(), &days]);
        view! { <Notice tone>{words}</Notice> }.into_any()
    });
    let ended = sheet.stages.last().filter(|_| sheet.is_closed).map(|last| {
        let stage = say::case_stage(last.stage, language);
        let told = [stage, last.memo.as_str()].into_iter().filter(|text| !text.is_empty());
        let told = told.collect::<Vec<_>>().join(" · ");
        view! { <p>{speech.fill(word::CLOSED, &[&told])}</p> }.into_any()
    });
    let settled: Vec<String> = sheet.settled.iter().map(|sum| with_currency(*sum)).collect();
    let settled = (!settled.is_empty()).then(|| {
        let words = speech.fill(word::SETTLED_SINCE, &[&settled.join(" · ")]);
        view! { <p>{words}</p> }.into_any()
    });
    view! { <h3>{title}</h3> {deadline} {ended} {settled} }.into_any()
}

fn stages(stages: &[CaseStageReached], speech: Speech) -> AnyView {
    if stages.is_empty() {
        return view! { <p class="hint">{speech.now(label::timeline::NO_STAGE)}</p> }.into_any();
    }
    let row = |held: &CaseStageReached| {
        let deadline = held.deadline.map_or_else(|| "—".to_owned(), |on| on.to_string());
        view! {
            <tr>
                <td>{held.on.to_string()}</td>
                <td>{say::case_stage(held.stage, speech.language())}</td>
                <td>{deadline}</td>
                <td>{held.memo.clone()}</td>
            </tr>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = stages.iter().map(row).collect();
    let table = view! {
        <table class="plain-table">
            <thead><tr>
                <th scope="col">{speech.now(label::deed::ON)}</th>
                <th scope="col">{speech.now(label::deed::STAGE)}</th>
                <th scope="col">{speech.now(label::deed::DEADLINE)}</th>
                <th scope="col">{speech.now(label::deed::MEMO)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    };
    scroll(speech.text(label::deed::STAGE), "", table)
}

/// What will probably come, what it costs and whether it pays; opens to the arithmetic.
pub(crate) fn prospects(held: &Prospects, buckets: &Buckets, speech: Speech) -> AnyView {
    use label::timeline as word;
    if held.recoveries.is_empty() {
        return view! { <p class="hint">{speech.now(word::NOTHING_TO_RECOVER)}</p> }.into_any();
    }
    let one = |held: &Recovery| {
        let money = |minor: Option<i64>| match minor {
            Some(minor) => figure(minor, held.currency),
            None => "—".to_owned(),
        };
        let words = match (held.expected_minor, held.net_minor()) {
            (None, _) => word::NO_RATES,
            (Some(_), None) => word::NO_COST,
            (Some(_), Some(net)) if net > 0 => word::PAYS,
            (Some(_), Some(_)) => word::PAYS_NOT,
        };
        let figures = [
            (word::OPEN, Some(held.open_minor)),
            (word::RECOVERY, held.expected_minor),
            (word::COST, held.cost_minor),
            (word::NET, held.net_minor()),
        ];
        let figures = figures.map(|(name, minor)| format!("{} {}", speech.now(name), money(minor)));
        let figures = format!("{} · {}", held.currency.code(), figures.join(" · "));
        view! { <p>{figures}</p> <p><b>{speech.now(words)}</b></p> }.into_any()
    };
    let all: Vec<AnyView> = held.recoveries.iter().map(one).collect();
    let line = |line| {
        let words = say::recovery_line(line, buckets, speech.language());
        view! { <li>{words}</li> }.into_any()
    };
    let lines: Vec<AnyView> = held.lines.iter().map(line).collect();
    view! {
        {all}
        <details>
            <summary>{speech.now(word::ARITHMETIC)}</summary>
            <ul>{lines}</ul>
        </details>
    }
    .into_any()
}
