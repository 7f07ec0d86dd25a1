//! A row of a table of invoices and notes (A3, A7).
//! Never a receipt beside the claim: what was received is a running total of the document.

use super::book::Book;
use super::cells::Cells;
use super::claim::{self, Columns};
use super::{Document, Reading, receipt};
use crate::calendar::Date;
use crate::format::table::value::kind::{RowKind, row_kind};
use crate::format::table::value::{terms, text};
use crate::money::{Currency, Money, amount_text};
use crate::record::{Claim, DocumentFields, DocumentKind, DocumentRow, Progress, Schedule, Terms};
use crate::workbook::field::Field;
use crate::workbook::problem::ProblemKind;

/// Reads one row; `None` when it is refused.
pub(super) fn read(cells: &mut Cells<'_, '_>, book: &mut Book, place: usize) -> Option<Reading> {
    let kind = kind(cells);
    if kind == Some(RowKind::Receipt) {
        return receipt::read_among_claims(cells, book);
    }
    let number = cells.id_text(Field::Number);
    let dates = Dates::read(cells);
    let (claim, tax, currency) = amounts(cells, &dates)?;
    let negative = claim.amount < 0;
    let kind_of_document = match kind {
        _ if negative => DocumentKind::CreditNote,
        Some(RowKind::CreditNote) => DocumentKind::CreditNote,
        Some(RowKind::DebitNote) => DocumentKind::DebitNote,
        Some(RowKind::Invoice | RowKind::Opening | RowKind::Receipt) | None => {
            DocumentKind::Invoice
        }
    };
    let positive = |minor: i64| Money::new(if negative { -minor } else { minor }, currency).ok();
    let amount = positive(claim.amount)?;
    let progress = claim.received.and_then(positive).and_then(|received| {
        let on = dates.of_receipt.filter(|_| received.minor() != 0);
        Some(Progress { received, on: on.or(cells.day())?, undated: on.is_none() })
    });
    let (schedule, wording) = schedule(cells, &dates);
    let mut fields = DocumentFields {
        issued_on: dates.issued_on,
        claim: Some(Claim { amount, tax: tax.and_then(positive) }),
        schedule,
        contract: cells.id_text(Field::Contract),
        tax_invoice_no: cells.id_text(Field::TaxInvoiceNo),
        opening: (kind == Some(RowKind::Opening)).then_some(true),
        disputed: disputed(cells),
        memo: memo(cells, wording),
        ..DocumentFields::default()
    };
    let (customer, _) = book.customer(cells);
    if cells.refused {
        return None;
    }
    let stated = book.get(customer)?;
    let owner = cells.text(Field::Owner);
    fields.owner = owner.filter(|_| stated.fields.owner.as_deref() != owner).map(str::to_owned);
    let unnumbered = number.is_none();
    let day = dates.issued_on.or(dates.due_on);
    let number = number.unwrap_or_else(|| made_number(day, amount));
    let statement = DocumentRow {
        row: cells.line(),
        kind: kind_of_document,
        customer: stated.code.clone(),
        number,
        fields,
        progress,
    };
    let by_sign = negative && kind != Some(RowKind::CreditNote);
    Some(Reading::Document(Box::new(Document { statement, customer, place, by_sign, unnumbered })))
}

/// Begins the number that a document without one gets: its ordinal among equal ones follows, so
/// that the same table gives the same numbers again.
fn made_number(day: Option<Date>, amount: Money) -> String {
    match day {
        Some(day) => format!("#{day} {amount}"),
        None => format!("#- {amount}"),
    }
}

fn kind(cells: &mut Cells<'_, '_>) -> Option<RowKind> {
    let named = cells.text(Field::Kind)?;
    let kind = row_kind(named);
    if kind.is_none() {
        cells.warn(Field::Kind, ProblemKind::KindNotUnderstood);
    }
    kind
}

struct Dates {
    issued_on: Option<Date>,
    due_on: Option<Date>,
    settled_on: Option<Date>,
    /// Day of what was received.
    of_receipt: Option<Date>,
}

impl Dates {
    fn read(cells: &mut Cells<'_, '_>) -> Self {
        let issued_on = cells.date(Field::IssuedOn);
        let due_on = cells.date(Field::DueOn);
        let received_on = cells.date(Field::ReceivedOn);
        let settled_on = cells.date(Field::SettledOn);
        if cells.has(Field::IssuedOn) && issued_on.is_none() && !cells.refused {
            cells.warn(Field::IssuedOn, ProblemKind::BlankDate);
        }
        if let (Some(issued_on), Some(due_on)) = (issued_on, due_on)
            && due_on < issued_on
        {
            cells.warn(Field::DueOn, ProblemKind::DueBeforeIssue);
        }
        Self { issued_on, due_on, settled_on, of_receipt: received_on.or(settled_on) }
    }
}

/// The claim and the tax in minor units of the row's currency; `None` when the row is refused.
fn amounts(
    cells: &mut Cells<'_, '_>,
    dates: &Dates,
) -> Option<(claim::Claim, Option<i64>, Currency)> {
    let fields = [Field::Amount, Field::Received, Field::Outstanding];
    let figures = fields.map(|field| cells.figure(field));
    let tax = cells.idle_figure(Field::Tax);
    let currency = cells.currency(figures.into_iter().flatten().next());
    let mut minors = [None; 3];
    for ((minor, field), figure) in minors.iter_mut().zip(fields).zip(figures) {
        *minor = cells.money(field, figure, currency).map(Money::minor);
    }
    let [amount, received, outstanding] = minors;
    // A tax that is no money of this currency is left out, the claim stands.
    let tax = tax.and_then(|tax| match tax.money(currency) {
        Ok(tax) => Some(tax.minor()),
        Err(kind) => {
            cells.warn(Field::Tax, kind);
            None
        }
    });
    if cells.refused {
        return None;
    }
    // A blank in a column of what was received or settled says that nothing was.
    let speaks = cells.has(Field::SettledOn) || cells.has(Field::Received);
    let settled = speaks.then_some(dates.settled_on.is_some());
    let columns = Columns { amount, received, outstanding, settled };
    let claim = claim::claim(columns, |minor| amount_text(minor, currency));
    let claim = claim.map_err(|(field, kind)| cells.refuse(field, kind)).ok()?;
    if claim.received.is_some_and(|received| received.abs() > claim.amount.abs()) {
        let has = cells.has(Field::Received);
        let field = if has { Field::Received } else { Field::Outstanding };
        cells.warn(field, ProblemKind::ReceivedExceedsAmount);
    }
    Some((claim, tax, currency))
}

/// The due date, which wins, else the terms; and the wording of terms that offer a discount,
/// which is kept as a memo.
fn schedule(cells: &mut Cells<'_, '_>, dates: &Dates) -> (Option<Schedule>, Option<String>) {
    if dates.due_on.is_some() {
        return (Some(Schedule { due_on: dates.due_on, ..Schedule::default() }), None);
    }
    let (terms, wording) = worded_terms(cells);
    let schedule = terms.map(|terms| Schedule { terms: Some(terms), ..Schedule::default() });
    (schedule, wording)
}

/// The terms of a row, and their wording when it says more than terms hold.
pub(super) fn worded_terms(cells: &mut Cells<'_, '_>) -> (Option<Terms>, Option<String>) {
    let Some(worded) = cells.text(Field::Terms) else { return (None, None) };
    match terms::terms(worded) {
        Some(wording) => (Some(wording.terms), wording.discount.then(|| worded.to_owned())),
        None => {
            cells.warn(Field::Terms, ProblemKind::TermsNotUnderstood);
            (None, None)
        }
    }
}

fn disputed(cells: &mut Cells<'_, '_>) -> Option<bool> {
    text::yes_or_no(cells.raw(Field::Disputed)).unwrap_or_else(|kind| {
        cells.warn(Field::Disputed, kind);
        None
    })
}

fn memo(cells: &Cells<'_, '_>, wording: Option<String>) -> Option<String> {
    let memo = cells.text(Field::Memo).map(str::to_owned);
    match (memo, wording) {
        (Some(memo), Some(wording)) => Some(format!("{memo}; {wording}")),
        (memo, wording) => memo.or(wording),
    }
}
