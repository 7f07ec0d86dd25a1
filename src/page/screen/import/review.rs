//! What an import would record: counts, first rows, differences and problems.
//! Never hides a row: what is not listed is counted.

use huikuan::money::{Currency, Money};
use huikuan::record::{DocumentKind, DocumentRef, DocumentRow, ReceiptRow};
use huikuan::say;
use huikuan::view::amount::{in_book, with_currency};
use huikuan::view::conflict::document_value;
use huikuan::workbook::problem::Problem;
use huikuan::workbook::{Change, Difference, Workbook};
use leptos::prelude::*;

use super::mapper::day;
use super::{Importing, Outcome};
use crate::page::label;
use crate::page::part::scroll::scroll;
use crate::page::speech::Speech;

/// Rows of the preview, and problems listed.
pub(super) const PREVIEW_ROWS: usize = 8;
const PROBLEMS_LISTED: usize = 200;

/// The review, once the table was read.
pub(super) fn review(importing: Importing) -> impl IntoView {
    move || {
        let outcome = importing.outcome.get()?;
        let read = |workbook: &Workbook| workbook.ledger().policy().base_currency;
        let base = importing.session.read(read)?;
        let speech = importing.speech;
        let view = view! {
            {counts(&outcome, speech)}
            {preview(&outcome, base, speech)}
            {differences(&outcome.plan.differences, speech)}
            {problems(&outcome.shown.problems, speech)}
        };
        Some(view)
    }
}

fn counts(outcome: &Outcome, speech: Speech) -> AnyView {
    let Outcome { shown, plan } = outcome;
    let new = plan.new_documents as usize + plan.receipts.len();
    let changed = plan.documents.len().saturating_sub(plan.new_documents as usize);
    let warned = shown.problems.iter().filter(|problem| !problem.refused).count();
    let count = |label: label::Label, number: usize, class: &'static str| {
        let words = speech.fill(label, &[&number.to_string()]);
        (number > 0).then(|| view! { <li class=class>{words}</li> })
    };
    view! {
        <ul class="counts" aria-live="polite">
            {count(label::import::NEW, new, "good")}
            {count(label::import::CHANGED, changed, "warn")}
            {count(label::import::UNCHANGED, plan.unchanged as usize, "neutral")}
            {count(label::import::REFUSED, shown.rows_refused as usize, "bad")}
            {count(label::import::WARNED, warned, "warn")}
        </ul>
    }
    .into_any()
}

fn preview(outcome: &Outcome, base: Currency, speech: Speech) -> Option<AnyView> {
    let documents = outcome.shown.documents.iter().take(PREVIEW_ROWS);
    let receipts = outcome.shown.receipts.iter().take(PREVIEW_ROWS);
    let rows: Vec<[String; 7]> = documents
        .map(|row| document_cells(row, base, speech))
        .chain(receipts.map(|row| receipt_cells(row, base)))
        .take(PREVIEW_ROWS)
        .collect();
    if rows.is_empty() {
        return None;
    }
    let heads = [
        label::import::ROW,
        label::import::CUSTOMER,
        label::import::NUMBER,
        label::import::ON,
        label::import::DUE,
        label::import::AMOUNT,
        label::import::RECEIVED,
    ];
    let class = |place: usize| if place > 4 { "figure" } else { "" };
    let title = speech.fill(label::import::PREVIEW, &[&rows.len().to_string()]);
    let row = |cells: [String; 7]| {
        let cells = cells.into_iter().enumerate();
        let cells = cells.map(|(place, text)| view! { <td class=class(place)>{text}</td> });
        view! { <tr>{cells.collect_view()}</tr> }
    };
    let heads = heads.into_iter().enumerate();
    let heads = heads.map(|(i, head)| view! { <th class=class(i)>{speech.now(head)}</th> });
    let table = view! {
        <table class="table">
            <caption>{title.clone()}</caption>
            <thead><tr>{heads.collect_view()}</tr></thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    };
    Some(scroll(title, "preview numbered", table))
}

fn document_cells(row: &DocumentRow, base: Currency, speech: Speech) -> [String; 7] {
    let language = speech.language();
    let schedule = row.fields.schedule.as_ref();
    [
        row.row.to_string(),
        row.customer.clone(),
        row.number.clone(),
        day(row.fields.issued_on, language),
        day(schedule.and_then(|schedule| schedule.due_on), language),
        row.fields
            .claim
            .map(|claim| in_book(signed(row.kind, claim.amount), base))
            .unwrap_or_default(),
        row.progress.map(|progress| in_book(progress.received, base)).unwrap_or_default(),
    ]
}

/// A credit note counts against what the customer owes.
fn signed(kind: DocumentKind, amount: Money) -> Money {
    match kind {
        DocumentKind::Invoice | DocumentKind::DebitNote => amount,
        DocumentKind::CreditNote => amount.with_minor(-amount.minor()).unwrap_or(amount),
    }
}

fn receipt_cells(row: &ReceiptRow, base: Currency) -> [String; 7] {
    let receipt = &row.receipt;
    [
        row.row.to_string(),
        receipt.customer.clone(),
        receipt.designation.clone().unwrap_or_default(),
        receipt.received_on.to_string(),
        String::new(),
        in_book(receipt.amount, base),
        String::new(),
    ]
}

/// What the table says otherwise than the imports before it.
fn differences(differences: &[Difference], speech: Speech) -> Option<AnyView> {
    if differences.is_empty() {
        return None;
    }
    let line = |difference: &Difference| {
        let words = difference_text(difference, speech);
        view! { <li>{words}</li> }.into_any()
    };
    let listed: Vec<AnyView> = differences.iter().take(PROBLEMS_LISTED).map(line).collect();
    let more = differences.len().saturating_sub(PROBLEMS_LISTED);
    let more = (more > 0).then(|| speech.fill(label::import::MORE, &[&more.to_string()]));
    let view = view! {
        <details class="problems" open=true>
            <summary>{speech.now(label::import::DIFFERENCES)}</summary>
            <ol tabindex="0" aria-label=speech.text(label::import::DIFFERENCES)>{listed}</ol>
            <p class="hint">{more}</p>
        </details>
    };
    Some(view.into_any())
}

fn difference_text(difference: &Difference, speech: Speech) -> String {
    let (field, before, now) = match &difference.change {
        Change::Field { field, before, now } => (
            say::document_field(*field, speech.language()),
            document_value(before, *field),
            document_value(now, *field),
        ),
        Change::Received { before, now } => (
            speech.now(label::import::RECEIVED_TO_DATE),
            before.map(with_currency).unwrap_or_default(),
            with_currency(*now),
        ),
    };
    let shown = |value: String| if value.is_empty() { "—".to_owned() } else { value };
    let number = match &difference.document {
        DocumentRef::Numbered { number, .. } => number.as_str(),
        DocumentRef::Recorded { .. } => "",
    };
    let what = format!("{number} {field}");
    let (before, now) = (shown(before), shown(now));
    match difference.row {
        0 => speech.fill(label::import::MISSING_WAS_NOW, &[&what, &before, &now]),
        row => speech.fill(label::import::WAS_NOW, &[&row.to_string(), &what, &before, &now]),
    }
}

fn problems(problems: &[Problem], speech: Speech) -> Option<AnyView> {
    if problems.is_empty() {
        return None;
    }
    let language = speech.language();
    let mut sorted: Vec<&Problem> = problems.iter().collect();
    sorted.sort_by_key(|problem| (!problem.refused, problem.row));
    let more = sorted.len().saturating_sub(PROBLEMS_LISTED);
    let listed: Vec<AnyView> = sorted
        .into_iter()
        .take(PROBLEMS_LISTED)
        .map(|problem| {
            let class = if problem.refused { "bad" } else { "warn" };
            view! { <li class=class>{say::problem(problem, language)}</li> }.into_any()
        })
        .collect();
    let more = (more > 0).then(|| speech.fill(label::import::MORE, &[&more.to_string()]));
    let view = view! {
        <details class="problems" open=true>
            <summary>{speech.now(label::import::PROBLEMS)}</summary>
            <ol tabindex="0" aria-label=speech.text(label::import::PROBLEMS)>{listed}</ol>
            <p class="hint">{more}</p>
        </details>
    };
    Some(view.into_any())
}
