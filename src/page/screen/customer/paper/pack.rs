//! The evidence pack of a case: facts, checklist, items, statements, letters and demands, promises
//! and plans (D7).
//! Never legal advice.

use huikuan::calendar::Date;
use huikuan::id::{FactId, Key};
use huikuan::ledger::Account;
use huikuan::say::{self, Language};
use huikuan::view::amount::with_currency;
use huikuan::view::deed::{Deed, Form};
use huikuan::view::evidence::{ChecklistLine, checklist, letters, written};
use huikuan::view::statement::statements;
use huikuan::view::timeline::Told;
use huikuan::workbook::Workbook;
use leptos::prelude::*;

use super::{facts, table};
use crate::page::label::{self, Label};
use crate::page::session::Session;
use crate::page::speech::Speech;

/// The parts of the pack as tables: caption, heads and rows.
type Tables = Vec<(Label, Vec<Label>, Vec<Vec<String>>)>;

/// The pack of a case; nothing when it is gone.
pub(super) fn pack(session: Session, key: &Key, case: FactId, speech: Speech) -> Option<AnyView> {
    let (as_of, language) = (session.as_of(), speech.language());
    let found = session.read(|workbook| {
        let account = workbook.ledger().account(key)?;
        let held = account.dealings.cases.iter().find(|held| held.fact == case)?;
        let fields = &account.customer.fields;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let rows = vec![
            (label::item::CUSTOMER, account.customer.name().to_owned()),
            (label::customer::TAX_NO, text(&fields.tax_no)),
            (label::customer::ADDRESS, text(&fields.address)),
            (label::deed::CASE_KIND, say::case_kind(held.what.kind, language).to_owned()),
            (label::deed::ON, held.what.on.to_string()),
            (label::deed::HANDLER, held.what.handler.clone()),
            (label::deed::COST, held.what.cost.map(with_currency).unwrap_or_default()),
            (label::deed::FACTS, held.what.facts.clone()),
        ];
        Some((rows, tables(workbook, account, case, as_of, language, speech)))
    });
    let (rows, tables) = found.flatten()?;
    let parts: Vec<AnyView> = tables
        .into_iter()
        .filter(|(_, _, rows)| !rows.is_empty())
        .map(|(caption, heads, rows)| table(speech.now(caption), &heads, rows, speech))
        .collect();
    let sheet = view! {
        <h2>{speech.now(label::timeline::PACK)}</h2>
        {facts(rows, speech)}
        {parts}
        <p class="hint">{speech.now(label::timeline::EXPECTED)}</p>
    };
    Some(sheet.into_any())
}

fn tables(
    workbook: &Workbook,
    account: &Account,
    case: FactId,
    as_of: Date,
    language: Language,
    speech: Speech,
) -> Tables {
    use label::timeline as word;
    let day = as_of.number();
    let checks = checklist(account, as_of);
    let checks = checks.iter().map(|line| check(line, language, speech)).collect();
    let stages = account.dealings.stages_of(case, day).map(|stage| {
        let deadline = stage.what.deadline.map(|on| on.to_string()).unwrap_or_default();
        let name = say::case_stage(stage.what.stage, language).to_owned();
        vec![stage.what.on.to_string(), name, deadline, stage.what.memo.clone()]
    });
    let form = Form::begin(&Deed::Hold, workbook.ledger(), account, as_of, "");
    let items = form.items.iter().map(|item| {
        let due = item.due_on.map(|on| on.to_string()).unwrap_or_default();
        vec![item.number.clone(), due, with_currency(item.open)]
    });
    let sent = statements(account, as_of).into_iter().rev().map(|sent| {
        let held = &sent.statement.what;
        let balances = held.balances.iter().map(|balance| with_currency(*balance));
        let answer = sent.answer.and_then(|answered| {
            let fact = workbook.journal().fact(answered.fact)?;
            Some(format!("{} {}", answered.what.on, say::dealing(fact, language)?))
        });
        let balances = balances.collect::<Vec<_>>().join(" · ");
        vec![held.as_of.to_string(), held.sent_on.to_string(), balances, answer.unwrap_or_default()]
    });
    let demands = letters(account, as_of).map(|held| {
        let arrived =
            if held.what.is_delivered_demand() { word::DELIVERED } else { word::NOT_DELIVERED };
        let how = say::channel(held.what.channel, language).to_owned();
        let delivered = held.what.delivered_on.map(|on| on.to_string()).unwrap_or_default();
        let arrived = format!("{} {delivered} {}", speech.now(arrived), held.what.tracking_no);
        vec![held.what.on.to_string(), how, held.what.said.clone(), arrived.trim().to_owned()]
    });
    vec![
        (word::CHECKLIST, vec![label::deed::EVIDENCE_KIND, word::EVIDENCE], checks),
        (
            word::STAGES,
            vec![label::deed::ON, label::deed::STAGE, label::deed::DEADLINE, label::deed::MEMO],
            stages.collect(),
        ),
        (
            word::ITEMS,
            vec![label::item::NUMBER, label::item::DUE, label::item::OUTSTANDING],
            items.collect(),
        ),
        (
            word::PAST_STATEMENTS,
            vec![word::AS_OF, word::SENT_ON, word::BALANCE, word::ANSWERED],
            sent.collect(),
        ),
        (
            word::DEMANDS,
            vec![label::deed::ON, word::CHANNEL, word::SAID, word::DELIVERED],
            demands.collect(),
        ),
        (
            word::PROMISES,
            vec![label::deed::ON, word::PROMISES],
            agreements(account, workbook, as_of, language),
        ),
    ]
}

/// What is there of one kind of evidence, or that it is missing.
fn check(line: &ChecklistLine<'_>, language: Language, speech: Speech) -> Vec<String> {
    let titles = line.taken.iter().map(|held| {
        let texts = [held.what.title.as_str(), &held.what.file_name, &held.what.kept_at];
        let texts: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        texts.join(" · ")
    });
    let mut found: Vec<String> = titles.collect();
    if line.in_ledger > 0 {
        let count = line.in_ledger.to_string();
        found.push(speech.fill(label::timeline::IN_LEDGER, &[&count]));
    }
    let found = match line.is_missing() {
        true => format!("□ {}", speech.now(label::timeline::MISSING)),
        false => format!("☑ {}", found.join("; ")),
    };
    vec![say::evidence_kind(line.kind, language).to_owned(), found]
}

/// Promises with their fate, written or not, and plans with how they stand.
fn agreements(
    account: &Account,
    workbook: &Workbook,
    as_of: Date,
    language: Language,
) -> Vec<Vec<String>> {
    let (promises, plans) = written(account, as_of);
    let facts: Vec<FactId> =
        promises.iter().map(|held| held.fact).chain(plans.iter().map(|held| held.fact)).collect();
    let lines = huikuan::view::timeline::timeline(workbook, account, as_of).into_iter().rev();
    let own = lines.filter(|line| {
        matches!(line.told, Told::Promise(..) | Told::Plan(..)) && facts.contains(&line.fact)
    });
    own.map(|line| {
        let (head, details) = say::timeline(&line.told, language);
        let on = Date::from_number(line.day).map(|on| on.to_string()).unwrap_or_default();
        let text = std::iter::once(head).chain(details).collect::<Vec<_>>().join(" · ");
        vec![on, text]
    })
    .collect()
}
