//! A row of a table of customers (A1, A7).
//! Never a balance: balances are the ledger's.

use super::book::Book;
use super::cells::Cells;
use super::document::worded_terms;
use crate::money::Money;
use crate::record::Person;
use crate::workbook::field::Field;
use crate::workbook::problem::ProblemKind;

/// Reads one row; `None` when it is refused.
pub(super) fn read(cells: &mut Cells<'_, '_>, book: &mut Book) -> Option<()> {
    if cells.raw(Field::CustomerCode).is_empty() && cells.text(Field::CustomerName).is_none() {
        cells.refuse(Field::CustomerCode, ProblemKind::BlankCustomer);
        return None;
    }
    let tax_no = cells.id_text(Field::TaxNo);
    let (terms, _) = worded_terms(cells);
    let credit_limit = credit_limit(cells);
    let contact = contact(cells);
    if cells.refused {
        return None;
    }
    let (customer, is_new) = book.customer(cells);
    if cells.refused {
        return None;
    }
    if !is_new {
        let first_row = book.first_line(customer);
        cells.refuse(Field::CustomerCode, ProblemKind::CustomerRepeated { first_row });
        return None;
    }
    let text = |field| cells.text(field).map(str::to_owned);
    let fields = book.fields(customer)?;
    fields.industry = text(Field::Industry);
    fields.address = text(Field::Address);
    fields.memo = text(Field::Memo);
    fields.tax_no = tax_no;
    fields.terms = terms;
    fields.credit_limit = credit_limit;
    fields.contacts = contact.map(|person| vec![person]);
    Some(())
}

/// The credit limit; one that cannot be read is warned of and left out.
fn credit_limit(cells: &mut Cells<'_, '_>) -> Option<Money> {
    let figure = cells.idle_figure(Field::CreditLimit)?;
    let currency = cells.currency(Some(figure));
    figure.money(currency).map_err(|kind| cells.warn(Field::CreditLimit, kind)).ok()
}

fn contact(cells: &mut Cells<'_, '_>) -> Option<Person> {
    let phone = cells.id_text(Field::Phone).unwrap_or_default();
    let text = |field| cells.text(field).unwrap_or_default().to_owned();
    let person = Person {
        name: text(Field::Contact),
        phone,
        email: text(Field::Email),
        ..Person::default()
    };
    (person != Person::default()).then_some(person)
}
