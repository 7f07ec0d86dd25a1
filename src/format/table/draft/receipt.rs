//! A row of a table of receipts, or a receipt listed among claims (A4, A7).
//! Never an allocation: a named invoice is the payer's designation.

use super::book::Book;
use super::cells::Cells;
use super::{Reading, Receipt};
use crate::calendar::Date;
use crate::money::Money;
use crate::record::{self, ReceiptRow};
use crate::workbook::field::Field;
use crate::workbook::problem::ProblemKind;

/// Reads one row; `None` when it is refused.
pub(super) fn read(cells: &mut Cells<'_, '_>, book: &mut Book) -> Option<Reading> {
    let designation = cells.id_text(Field::Number);
    let reference = cells.id_text(Field::Reference);
    let received_on = cells.date(Field::ReceivedOn);
    if received_on.is_none() && !cells.refused {
        cells.refuse(Field::ReceivedOn, ProblemKind::BlankDate);
    }
    let amount = amount(cells, Field::Amount);
    if amount.is_some_and(|amount| amount.minor() <= 0) {
        cells.refuse(Field::Amount, ProblemKind::ReceiptNotPositive);
    }
    let contract = cells.id_text(Field::Contract);
    let memo = joined(cells.text(Field::Memo), contract.as_deref());
    let method = owned(cells.text(Field::Method));
    let receipt = Parts { received_on, amount, designation, reference, method, memo };
    receipt.taken(cells, book)
}

/// Reads a row that its table of claims calls a receipt: money on account. What is still open of
/// it counts, whatever its sign.
pub(super) fn read_among_claims(cells: &mut Cells<'_, '_>, book: &mut Book) -> Option<Reading> {
    let reference = cells.id_text(Field::Number);
    let dated = [Field::ReceivedOn, Field::IssuedOn, Field::SettledOn].map(|f| cells.date(f));
    let received_on = dated.into_iter().flatten().next().or(cells.day());
    let is_open = cells.text(Field::Outstanding).is_some();
    let field = if is_open { Field::Outstanding } else { Field::Amount };
    let amount = amount(cells, field);
    let amount = amount.and_then(|amount| amount.with_minor(amount.minor().abs()).ok());
    if amount.is_some_and(|amount| amount.minor() == 0) {
        cells.refuse(field, ProblemKind::ReceiptNotPositive);
    }
    let memo = owned(cells.text(Field::Memo));
    let parts =
        Parts { received_on, amount, designation: None, reference, method: String::new(), memo };
    parts.taken(cells, book)
}

struct Parts {
    received_on: Option<Date>,
    amount: Option<Money>,
    designation: Option<String>,
    reference: Option<String>,
    method: String,
    memo: String,
}

impl Parts {
    fn taken(self, cells: &mut Cells<'_, '_>, book: &mut Book) -> Option<Reading> {
        let (customer, _) = book.customer(cells);
        if cells.refused {
            return None;
        }
        let receipt = record::Receipt {
            customer: book.get(customer)?.code.clone(),
            received_on: self.received_on?,
            amount: self.amount?,
            method: self.method,
            reference: self.reference.unwrap_or_default(),
            designation: self.designation,
            prepayment_for: None,
            memo: self.memo,
        };
        let statement = ReceiptRow { row: cells.line(), ordinal: 1, receipt };
        Some(Reading::Receipt(Box::new(Receipt { statement, customer })))
    }
}

/// The amount of a field; `None` when it is missing or unreadable, and the row then refused.
fn amount(cells: &mut Cells<'_, '_>, field: Field) -> Option<Money> {
    let figure = cells.figure(field);
    if figure.is_none() && !cells.refused {
        cells.refuse(field, ProblemKind::BlankAmount);
    }
    let currency = cells.currency(figure);
    cells.money(field, figure, currency)
}

fn owned(text: Option<&str>) -> String {
    text.unwrap_or_default().to_owned()
}

fn joined(first: Option<&str>, second: Option<&str>) -> String {
    match (first, second) {
        (Some(first), Some(second)) => format!("{first}; {second}"),
        (first, second) => owned(first.or(second)),
    }
}
