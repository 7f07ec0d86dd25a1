//! How one table is to be read: its heading row, what its rows are, and which column is what (A7).
//! Never reads a row of data: a person can change every part of a plan before that.

use std::collections::BTreeMap;

use super::grid::{Grid, Row};
use super::heading::fold::fold;
use super::heading::{COLUMNS_MAX, Recognised, guess_kind, recognise};
use super::options::Options;
use super::title::Unit;
use crate::record::Layout;
use crate::workbook::draft::TableKind;
use crate::workbook::field::Field;
use crate::workbook::problem::TableError;
use crate::workbook::question::Answers;

/// How a table is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What the rows are.
    pub kind: TableKind,
    /// Place of the heading row in the grid, from 0; the rows below it are read.
    pub heading_place: usize,
    /// The headings as they stand.
    pub headings: Vec<String>,
    /// Column, from 0, by field.
    pub columns: BTreeMap<Field, usize>,
    /// What the titles above the headings say of the amounts.
    pub unit: Unit,
    /// Answers given in the options, else those remembered with the layout.
    pub answers: Answers,
}

impl Plan {
    /// The plan that the table's headings suggest: a remembered layout of these very headings
    /// first, and over both what the options map by name.
    ///
    /// Refuses a grid without rows or with one column throughout, and a mapped heading that the
    /// table does not have. Columns may still be missing: [`super::Drafting::new`] says which.
    pub fn of(grid: &Grid, options: &Options) -> Result<Self, TableError> {
        if grid.is_empty() {
            return Err(TableError::Empty);
        }
        let heading_place = heading_place(grid, options).ok_or(TableError::NotATable)?;
        let headings = grid.row(heading_place).map(headings_of).unwrap_or_default();
        let remembered = options.layouts.iter().rev().find(|layout| layout.headings == headings);
        let mut plan = match remembered {
            Some(layout) => Self::remembered(layout, heading_place, options),
            None => Self::recognised(headings, heading_place, options),
        };
        plan.unit = Unit::of_titles(grid.rows_from(0).take(heading_place));
        for (field, heading) in &options.map {
            plan.map(*field, heading)?;
        }
        plan.take_balance_for_amount();
        plan.take_receipt_for_settlement();
        Ok(plan)
    }

    fn recognised(headings: Vec<String>, heading_place: usize, options: &Options) -> Self {
        let each = || headings.iter().map(String::as_str);
        let kind = options.kind.unwrap_or_else(|| guess_kind(each()));
        let mut columns = recognise(each(), kind).columns;
        drop_foreign_currency(&headings, &mut columns);
        let (unit, answers) = (Unit::default(), options.answers);
        Self { kind, heading_place, headings, columns, unit, answers }
    }

    fn remembered(layout: &Layout, heading_place: usize, options: &Options) -> Self {
        let remembered = layout.answers.get(KIND).and_then(|name| kind_named(name));
        let each = layout.headings.iter().map(String::as_str);
        let kind = options.kind.or(remembered).unwrap_or_else(|| guess_kind(each));
        let columns = layout.columns.iter().filter_map(|(name, column)| {
            let column = usize::try_from(*column).ok()?;
            (column < layout.headings.len()).then_some((Field::parse(name)?, column))
        });
        let answers = options.answers.or(Answers::of(&layout.answers));
        let (headings, columns) = (layout.headings.clone(), columns.collect());
        Self { kind, heading_place, headings, columns, unit: Unit::default(), answers }
    }

    /// Maps a field to the column with that heading, as it stands or in another spelling.
    pub fn map(&mut self, field: Field, heading: &str) -> Result<(), TableError> {
        let exact = self.headings.iter().position(|known| known == heading.trim());
        let folded = || {
            let wanted = fold(heading);
            self.headings.iter().position(|known| !wanted.is_empty() && fold(known) == wanted)
        };
        let column = exact
            .or_else(folded)
            .ok_or_else(|| TableError::UnknownHeading { field, heading: heading.to_owned() })?;
        self.columns.retain(|_, other| *other != column);
        self.columns.insert(field, column);
        Ok(())
    }

    /// The plan as the workbook remembers it for the next table with these headings.
    #[must_use]
    pub fn layout(&self) -> Layout {
        let column = |column: &usize| u32::try_from(*column).unwrap_or(u32::MAX);
        let columns =
            self.columns.iter().map(|(field, place)| (field.name().to_owned(), column(place)));
        let mut answers = self.answers.texts();
        answers.insert(KIND.to_owned(), kind_name(self.kind).to_owned());
        Layout { headings: self.headings.clone(), columns: columns.collect(), answers }
    }

    /// A list of open balances without amounts: the balance is the claim.
    fn take_balance_for_amount(&mut self) {
        let has = |field| self.columns.contains_key(&field);
        let of_balances = !has(Field::Amount) && !has(Field::Received);
        if self.kind == TableKind::Invoices
            && of_balances
            && let Some(column) = self.columns.remove(&Field::Outstanding)
        {
            self.columns.insert(Field::Amount, column);
        }
    }

    /// A list of invoices with a day of payment and no amount paid: paid in full on that day.
    fn take_receipt_for_settlement(&mut self) {
        let amounts = [Field::Received, Field::Outstanding, Field::SettledOn];
        let without_amount = !amounts.iter().any(|field| self.columns.contains_key(field));
        if self.kind == TableKind::Invoices
            && without_amount
            && let Some(column) = self.columns.remove(&Field::ReceivedOn)
        {
            self.columns.insert(Field::SettledOn, column);
        }
    }

    /// The first field without whose column no row can be taken.
    pub(super) fn missing(&self) -> Option<Field> {
        let has = |field| self.columns.contains_key(&field);
        let customer = has(Field::CustomerCode) || has(Field::CustomerName);
        match self.kind {
            TableKind::Invoices => {
                let amount = has(Field::Amount) || has(Field::Received) && has(Field::Outstanding);
                (!amount).then_some(Field::Amount)
            }
            TableKind::Receipts if !has(Field::ReceivedOn) => Some(Field::ReceivedOn),
            TableKind::Receipts => (!has(Field::Amount)).then_some(Field::Amount),
            TableKind::Customers => (!customer).then_some(Field::CustomerCode),
        }
    }
}

/// An amount in the base currency beside the currency of the document: the currency column does
/// not speak of that amount.
fn drop_foreign_currency(headings: &[String], columns: &mut BTreeMap<Field, usize>) {
    let is_local = |field: Field, columns: &BTreeMap<Field, usize>| {
        let heading = columns.get(&field).and_then(|column| headings.get(*column));
        heading.is_some_and(|heading| {
            let folded = fold(heading);
            ["本币", "本位币", "local", "basecurrency", "lcam"].iter().any(|w| folded.contains(w))
        })
    };
    if is_local(Field::Amount, columns) && !is_local(Field::Currency, columns) {
        columns.remove(&Field::Currency);
    }
}

/// True when some row near the top names two columns or more.
#[cfg(feature = "xlsx")]
pub(super) fn has_known_headings(grid: &Grid) -> bool {
    grid.rows_from(0).take(ROWS_ABOVE_MAX).any(|row| recognised_in(row, None).known >= 2)
}

/// Titles and blank rows that may stand above the headings.
const ROWS_ABOVE_MAX: usize = 50;
/// Headings of two storeys: rows after the first candidate that may name the columns better.
const STOREYS_MAX: usize = 3;

/// The row with the headings: the first that names two columns or more, unless one just below
/// names more; without any, the first row of two cells.
fn heading_place(grid: &Grid, options: &Options) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    let mut alike: Option<(usize, usize)> = None;
    for (place, row) in grid.rows_from(0).enumerate().take(ROWS_ABOVE_MAX) {
        if best.is_some_and(|(found, _)| place > found + STOREYS_MAX) {
            break;
        }
        let Recognised { columns, known } = recognised_in(row, options.kind);
        let mapped = options
            .map
            .iter()
            .filter(|(_, heading)| row.cells().any(|cell| cell == heading.trim()));
        let known = known + mapped.count();
        if known >= 2 && best.is_none_or(|(_, most)| known > most) {
            best = Some((place, known));
        }
        if columns.len() >= 2 && alike.is_none_or(|(_, most)| columns.len() > most) {
            alike = Some((place, columns.len()));
        }
    }
    let of_two_cells = || {
        let mut rows = grid.rows_from(0).enumerate().take(ROWS_ABOVE_MAX);
        rows.find(|(_, row)| row.filled_len() >= 2).map(|(place, _)| place)
    };
    // One column of one known heading is a table too: a list of customers' names.
    let of_one = || {
        let first = grid.row(0)?;
        (recognised_in(first, options.kind).known > 0).then_some(0)
    };
    best.or(alike).map(|(place, _)| place).or_else(of_two_cells).or_else(of_one)
}

fn recognised_in(row: Row<'_>, kind: Option<TableKind>) -> Recognised {
    let kinds: &[TableKind] = match &kind {
        Some(kind) => std::slice::from_ref(kind),
        None => &[TableKind::Invoices, TableKind::Receipts, TableKind::Customers],
    };
    let all = kinds.iter().map(|kind| recognise(row.cells(), *kind));
    all.max_by_key(|recognised| (recognised.known, recognised.columns.len())).unwrap_or_default()
}

/// The headings of a row, without blank ones at its end.
fn headings_of(row: Row<'_>) -> Vec<String> {
    row.cells().take(row.filled_len().min(COLUMNS_MAX)).map(str::to_owned).collect()
}

/// Where a layout's answers remember what its rows are.
const KIND: &str = "table_kind";

const fn kind_name(kind: TableKind) -> &'static str {
    match kind {
        TableKind::Invoices => "invoices",
        TableKind::Receipts => "receipts",
        TableKind::Customers => "customers",
    }
}

fn kind_named(name: &str) -> Option<TableKind> {
    [TableKind::Invoices, TableKind::Receipts, TableKind::Customers]
        .into_iter()
        .find(|kind| kind_name(*kind) == name)
}
