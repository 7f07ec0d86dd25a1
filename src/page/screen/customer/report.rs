//! What others report on the customer's credit, and what share it has to pay before delivery (A1,
//! C3).
//! Never a judgement on a report: its rating stands in its own words.

use huikuan::id::Key;
use huikuan::money::Decimal;
use huikuan::record::CreditReport;
use huikuan::view::deed::Deed;
use leptos::prelude::*;

use super::deed::Deeds;
use crate::page::label;
use crate::page::part::button::Button;
use crate::page::part::live::{maybe, shown};
use crate::page::part::scroll::scroll;
use crate::page::session::use_session;
use crate::page::speech::{Speech, use_speech};

/// The list, the latest first, and the way to add one.
pub(super) fn report_list(key: Key, deeds: Deeds) -> AnyView {
    let (session, speech) = (use_session(), use_speech());
    let held = Memo::new(move |_| {
        let as_of = session.as_of();
        let found = session.read(|workbook| {
            let fields = &workbook.ledger().account(&key)?.customer.fields;
            let mut reports = fields.credit_reports.clone().unwrap_or_default();
            reports.retain(|report| report.on <= as_of);
            reports.sort_by_key(|report| std::cmp::Reverse(report.on));
            let share = fields.prepayment_share.map(|share| share.0 * Decimal::ONE_HUNDRED);
            Some((reports, share.filter(|percent| *percent > Decimal::ZERO)))
        });
        found.flatten().unwrap_or_default()
    });
    let add = UnsyncCallback::new(move |()| deeds.ask(Deed::AddCreditReport));
    let share = maybe(move || {
        let percent = held.with(|(_, share)| *share)?.normalize().to_string();
        let words = speech.fill(label::credit::PREPAYMENT, &[&percent]);
        Some(view! { <p>{words}</p> }.into_any())
    });
    let table = shown(move || held.with(|(reports, _)| table(reports, speech)));
    view! {
        {share}
        <h2>{speech.text(label::credit::REPORTS)}</h2>
        {table}
        <div class="actions">
            <Button label=speech.text(label::deed::ADD_CREDIT_REPORT) on_press=add/>
        </div>
    }
    .into_any()
}

fn table(reports: &[CreditReport], speech: Speech) -> AnyView {
    if reports.is_empty() {
        return view! { <p class="hint">{speech.now(label::credit::NO_REPORTS)}</p> }.into_any();
    }
    let row = |report: &CreditReport| {
        view! {
            <tr>
                <td>{report.on.to_string()}</td>
                <td>{report.source.clone()}</td>
                <td><b>{report.rating.clone()}</b></td>
                <td>{report.reference.clone()}</td>
            </tr>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = reports.iter().map(row).collect();
    let table = view! {
        <table class="plain-table">
            <thead><tr>
                <th scope="col">{speech.now(label::deed::ON)}</th>
                <th scope="col">{speech.now(label::deed::REPORT_SOURCE)}</th>
                <th scope="col">{speech.now(label::deed::RATING)}</th>
                <th scope="col">{speech.now(label::deed::REFERENCE)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    };
    scroll(speech.text(label::credit::REPORTS), "", table)
}
