//! Rows as a person types or pastes them, read into the commands that record them (SCREENS,
//! Items; A3, A4).
//! Never records anything, and never guesses: a cell that cannot be read is a mistake.

pub mod paste;

use super::discount::Desk;
use super::{customer, typed};
use crate::calendar::Date;
use crate::id::Key;
use crate::ledger::Ledger;
use crate::money::{Currency, Money};
use crate::record::{Claim, DocumentFields, DocumentKind, Receipt, Schedule};
use crate::workbook::{Command, Share};

/// What the rows of a sheet record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetKind {
    /// Documents of one kind.
    Documents(DocumentKind),
    /// Receipts.
    Receipts,
}

/// A column of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetColumn {
    /// Code of the customer, or a name that only one has.
    Customer,
    /// Number of the document.
    Number,
    /// Invoice date.
    IssuedOn,
    /// Due date; the proposed terms say it when the cell is empty.
    DueOn,
    /// Amount, in the currency of the row.
    Amount,
    /// Currency; the base currency when the cell is empty.
    Currency,
    /// Contract or order.
    Contract,
    /// Anything else.
    Memo,
    /// Day of receipt.
    ReceivedOn,
    /// Cash, bank transfer …
    Method,
    /// Bank reference.
    Reference,
}

/// A cell that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where.
    pub column: SheetColumn,
    /// What is wrong with it.
    pub kind: MistakeKind,
}

/// What is wrong with a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MistakeKind {
    /// The cell is needed and empty.
    Missing,
    /// No date.
    NotADate,
    /// No amount, or with more decimals than the currency has.
    NotAnAmount,
    /// No currency code.
    NotACurrency,
    /// A number such as 6.22E+18: a spreadsheet has already lost its digits (A7).
    Spoiled,
}

impl SheetKind {
    /// Its columns, in order.
    #[must_use]
    pub const fn columns(self) -> &'static [SheetColumn] {
        match self {
            Self::Documents(_) => &[
                SheetColumn::Customer,
                SheetColumn::Number,
                SheetColumn::IssuedOn,
                SheetColumn::DueOn,
                SheetColumn::Amount,
                SheetColumn::Currency,
                SheetColumn::Contract,
                SheetColumn::Memo,
            ],
            Self::Receipts => &[
                SheetColumn::Customer,
                SheetColumn::ReceivedOn,
                SheetColumn::Amount,
                SheetColumn::Currency,
                SheetColumn::Method,
                SheetColumn::Reference,
                SheetColumn::Memo,
            ],
        }
    }

    /// The column of the day that a new row begins with.
    #[must_use]
    pub const fn day_column(self) -> SheetColumn {
        match self {
            Self::Documents(_) => SheetColumn::IssuedOn,
            Self::Receipts => SheetColumn::ReceivedOn,
        }
    }

    /// True when nothing but the day that a new row begins with stands in it.
    #[must_use]
    pub fn is_blank(self, cells: &[String]) -> bool {
        let mut filled =
            self.columns().iter().zip(cells).filter(|(_, cell)| !cell.trim().is_empty());
        filled.all(|(column, _)| *column == self.day_column())
    }
}

/// Reads a row into the command that records it. A receipt is allocated to the oldest due parts
/// when `allocates`, else it stays unapplied. Gives every cell that cannot be read.
pub fn read(
    kind: SheetKind,
    cells: &[String],
    allocates: bool,
    ledger: &Ledger,
    today: Date,
) -> Result<Command, Vec<Mistake>> {
    let row = Row { kind, cells, ledger, today };
    let mut mistakes = Vec::new();
    let customer = row.customer(&mut mistakes);
    let amount = row.amount(&mut mistakes);
    let day = row.needed_date(kind.day_column(), &mut mistakes);
    let command = match kind {
        SheetKind::Documents(kind) => {
            let due_on = row.date(SheetColumn::DueOn, &mut mistakes);
            row.number_is_whole(&mut mistakes);
            row.document(kind, customer, amount, day, due_on)
        }
        SheetKind::Receipts => row.receipt(customer, amount, day, allocates),
    };
    match command {
        Some(command) if mistakes.is_empty() => Ok(command),
        _ => Err(mistakes),
    }
}

/// A row with what reading it needs.
struct Row<'a> {
    kind: SheetKind,
    cells: &'a [String],
    ledger: &'a Ledger,
    today: Date,
}

impl Row<'_> {
    fn text(&self, column: SheetColumn) -> &str {
        let place = self.kind.columns().iter().position(|held| *held == column);
        place.and_then(|place| self.cells.get(place)).map_or("", |cell| cell.trim())
    }

    fn stated(&self, column: SheetColumn) -> Option<String> {
        Some(self.text(column)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    fn customer(&self, mistakes: &mut Vec<Mistake>) -> Option<String> {
        let column = SheetColumn::Customer;
        let typed = self.text(column);
        if Key::of(typed).is_empty() {
            mistakes.push(Mistake { column, kind: MistakeKind::Missing });
            return None;
        }
        Some(customer::meant(self.ledger, typed).unwrap_or_else(|| typed.to_owned()))
    }

    fn currency(&self, mistakes: &mut Vec<Mistake>) -> Option<Currency> {
        let column = SheetColumn::Currency;
        let text = self.text(column);
        if text.is_empty() {
            return Some(self.ledger.policy().base_currency);
        }
        let currency = Currency::parse(text);
        if currency.is_none() {
            mistakes.push(Mistake { column, kind: MistakeKind::NotACurrency });
        }
        currency
    }

    fn amount(&self, mistakes: &mut Vec<Mistake>) -> Option<Money> {
        let column = SheetColumn::Amount;
        let currency = self.currency(mistakes)?;
        let text = self.text(column);
        let amount = typed::amount(text, currency);
        if amount.is_none() {
            let missing = text.is_empty();
            let kind = if missing { MistakeKind::Missing } else { MistakeKind::NotAnAmount };
            mistakes.push(Mistake { column, kind });
        }
        amount
    }

    fn date(&self, column: SheetColumn, mistakes: &mut Vec<Mistake>) -> Option<Date> {
        let text = self.text(column);
        let date = typed::date(text, self.today);
        if date.is_none() && !text.is_empty() {
            mistakes.push(Mistake { column, kind: MistakeKind::NotADate });
        }
        date
    }

    fn needed_date(&self, column: SheetColumn, mistakes: &mut Vec<Mistake>) -> Option<Date> {
        if self.text(column).is_empty() {
            mistakes.push(Mistake { column, kind: MistakeKind::Missing });
        }
        self.date(column, mistakes)
    }

    fn number_is_whole(&self, mistakes: &mut Vec<Mistake>) {
        let column = SheetColumn::Number;
        if typed::is_spoiled_number(self.text(column)) {
            mistakes.push(Mistake { column, kind: MistakeKind::Spoiled });
        }
    }

    fn document(
        &self,
        kind: DocumentKind,
        customer: Option<String>,
        amount: Option<Money>,
        issued_on: Option<Date>,
        due_on: Option<Date>,
    ) -> Option<Command> {
        let customer = customer?;
        let terms = customer::proposed_terms(self.ledger, &customer);
        let terms = Some(terms).filter(|_| due_on.is_none());
        let fields = DocumentFields {
            issued_on: Some(issued_on?),
            claim: Some(Claim { amount: amount?, tax: None }),
            schedule: Some(Schedule { due_on, terms, started_on: None }),
            contract: self.stated(SheetColumn::Contract),
            memo: self.stated(SheetColumn::Memo),
            ..DocumentFields::default()
        };
        let number = self.stated(SheetColumn::Number);
        Some(Command::RecordDocument { kind, customer, number, fields })
    }

    fn receipt(
        &self,
        customer: Option<String>,
        amount: Option<Money>,
        received_on: Option<Date>,
        allocates: bool,
    ) -> Option<Command> {
        let (customer, amount, received_on) = (customer?, amount?, received_on?);
        let allocations =
            if allocates { proposed(self.ledger, &customer, amount, received_on) } else { vec![] };
        let text = |column| self.text(column).to_owned();
        let receipt = Receipt {
            received_on,
            amount,
            method: text(SheetColumn::Method),
            reference: text(SheetColumn::Reference),
            designation: None,
            prepayment_for: None,
            memo: text(SheetColumn::Memo),
            customer,
        };
        Some(Command::RecordReceipt { receipt, allocations })
    }
}

/// How money received on that day settles a customer's items, the oldest due first, with the
/// discounts that it earns (A4, E1).
#[must_use]
pub fn proposed(ledger: &Ledger, customer: &str, amount: Money, received_on: Date) -> Vec<Share> {
    let desk = Desk::of(ledger, &Key::of(customer), received_on);
    desk.map(|desk| desk.shares(amount)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
