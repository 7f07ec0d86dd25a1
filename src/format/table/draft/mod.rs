//! Rows of a table to a draft, in blocks of any size (A7).
//! Never stops at a bad row: it is reported, and the rest goes on.

mod book;
mod cells;
mod claim;
mod customer;
mod document;
mod receipt;
mod repeat;
mod total;

use book::Book;
use cells::{Cells, Columns};

use super::grid::{Grid, Row};
use super::options::Options;
use super::plan::Plan;
use super::survey::Survey;
use crate::record::{DocumentRow, ReceiptRow};
use crate::workbook::draft::{Draft, TableKind};
use crate::workbook::field::Field;
use crate::workbook::problem::{Problem, ProblemKind, TableError};
use crate::workbook::question::Question;

/// Reading of a table that can be paused after any block of rows: the rows are gone through twice,
/// first to learn how they are written, then to take them.
#[derive(Debug)]
pub struct Drafting {
    plan: Plan,
    options: Options,
    survey: Survey,
    columns: Columns,
    /// Rows gone through, of twice the rows below the heading.
    done: usize,
    rows: usize,
    taken: Taken,
    problems: Vec<Problem>,
    rows_refused: u32,
    rows_skipped: u32,
    /// Some row names no currency, in no way.
    without_currency: bool,
}

/// How far a [`Drafting`] has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Steps done.
    pub done: usize,
    /// Steps in all; when both are equal, the draft can be finished.
    pub total: usize,
}

/// What was taken so far.
#[derive(Debug, Default)]
struct Taken {
    book: Book,
    documents: Vec<Document>,
    receipts: Vec<Receipt>,
    /// Rows of a table of customers.
    customer_rows: u32,
}

/// A document with what is needed to compare it with others.
#[derive(Debug)]
struct Document {
    statement: DocumentRow,
    customer: u32,
    /// Place of its row in the grid.
    place: usize,
    /// The sign of its amount made it a credit note.
    by_sign: bool,
    /// The table gives it no number.
    unnumbered: bool,
}

#[derive(Debug)]
struct Receipt {
    statement: ReceiptRow,
    customer: u32,
}

/// What a row turned out to be.
enum Reading {
    Document(Box<Document>),
    Receipt(Box<Receipt>),
    Customer,
}

impl Drafting {
    /// Begins to read the rows below the plan's heading. Refuses a table without rows or without
    /// the columns that its rows need.
    pub fn new(grid: &Grid, plan: Plan, options: Options) -> Result<Self, TableError> {
        if plan.columns.is_empty() {
            return Err(TableError::NoHeading);
        }
        if let Some(field) = plan.missing() {
            let headings = plan.headings.clone();
            return Err(TableError::MissingColumn { field, headings });
        }
        let rows = grid.len().saturating_sub(plan.heading_place + 1);
        if rows == 0 {
            return Err(TableError::NoRows);
        }
        Ok(Self {
            columns: Columns::new(&plan),
            plan,
            options,
            survey: Survey::default(),
            done: 0,
            rows,
            taken: Taken::default(),
            problems: Vec::new(),
            rows_refused: 0,
            rows_skipped: 0,
            without_currency: false,
        })
    }

    /// Goes on for at most so many steps; `grid` must be the one that it began with.
    pub fn step(&mut self, grid: &Grid, steps: usize) -> Progress {
        let total = 2 * self.rows;
        let end = self.done.saturating_add(steps).min(total);
        while self.done < end {
            let first = self.plan.heading_place + 1;
            if self.done < self.rows {
                if let Some(row) = grid.row(first + self.done) {
                    self.survey.learn(row, &self.plan);
                }
                if self.done + 1 == self.rows {
                    self.columns.decide(&self.survey, &self.plan, &self.options);
                }
            } else {
                let place = first + self.done - self.rows;
                if let Some(row) = grid.row(place) {
                    self.read(row, place, grid);
                }
            }
            self.done += 1;
        }
        Progress { done: self.done, total }
    }

    fn read(&mut self, row: Row<'_>, place: usize, grid: &Grid) {
        let filled = row.filled_len();
        if filled == 0 {
            return;
        }
        if let Some((column, kind)) = total::skipped(row, &self.plan) {
            let problem = self.columns.problem(row, column, kind, false);
            self.problems.push(problem);
            self.rows_skipped += 1;
            return;
        }
        let before = self.problems.len();
        let mut cells = Cells::new(row, &self.columns, &mut self.problems);
        cells.check_shape(grid, filled);
        let reading = match self.plan.kind {
            // Nothing is sure to stand in its column.
            _ if cells.refused => None,
            TableKind::Invoices => document::read(&mut cells, &mut self.taken.book, place),
            TableKind::Receipts => receipt::read(&mut cells, &mut self.taken.book),
            TableKind::Customers => {
                customer::read(&mut cells, &mut self.taken.book).map(|()| Reading::Customer)
            }
        };
        self.without_currency |= cells.without_currency;
        match reading {
            Some(Reading::Document(document)) => self.taken.documents.push(*document),
            Some(Reading::Receipt(receipt)) => self.taken.receipts.push(*receipt),
            Some(Reading::Customer) => self.taken.customer_rows += 1,
            None => self.rows_refused += 1,
        }
        self.warn_unknown_kind_once(before);
    }

    /// One warning for each unknown kind of document says enough.
    fn warn_unknown_kind_once(&mut self, before: usize) {
        let is_kind = |problem: &Problem| problem.kind == ProblemKind::KindNotUnderstood;
        let (old, new) = self.problems.split_at(before.min(self.problems.len()));
        let Some(place) = new.iter().position(is_kind) else { return };
        let value = new.get(place).and_then(|problem| problem.value.as_ref());
        if self.columns.kinds_warned.iter().any(|known| Some(known) == value) {
            self.problems.remove(old.len() + place);
        } else {
            self.columns.kinds_warned.extend(value.cloned());
        }
    }

    /// The draft, after whatever steps are still to do.
    #[must_use]
    pub fn finish(mut self, grid: &Grid) -> Draft {
        self.step(grid, usize::MAX);
        let answers = self.plan.answers;
        let mut questions = Vec::new();
        self.ask_day_order(&mut questions);
        let repeats = repeat::settle(&mut self.taken, grid, answers.repeated);
        questions.extend(repeats.question);
        self.rows_refused += repeats.refused;
        self.rows_skipped += repeats.skipped;
        self.problems.extend(repeats.problems.into_iter().map(|(line, value, kind)| {
            let refused = matches!(kind, ProblemKind::DuplicateNumberDiffers { .. });
            self.columns.problem_of(line, Field::Number, value, kind, refused)
        }));
        if self.without_currency && answers.currency.is_none() {
            questions.push(Question::Currency { assumed: self.columns.currency });
        }
        if self.plan.kind == TableKind::Invoices && answers.missing.is_none() {
            questions.push(Question::MissingItems);
        }
        // Stable: the problems of one row stay in the order of its checks.
        self.problems.sort_by_key(|problem| problem.row);
        let rows_taken = repeats.taken + self.taken.customer_rows;
        let Taken { book, documents, receipts, .. } = self.taken;
        let named = documents.iter().map(|document| document.customer);
        let named = named.chain(receipts.iter().map(|receipt| receipt.customer));
        let all = self.plan.kind == TableKind::Customers;
        Draft {
            source: self.options.source,
            day: self.options.day,
            kind: self.plan.kind,
            layout: self.plan.layout(),
            customers: if all { book.all() } else { book.named(named) },
            documents: documents.into_iter().map(|document| document.statement).collect(),
            receipts: receipts.into_iter().map(|receipt| receipt.statement).collect(),
            problems: self.problems,
            questions,
            missing: answers.missing.unwrap_or_default(),
            rows_total: rows_taken + self.rows_refused + self.rows_skipped,
            rows_taken,
            rows_refused: self.rows_refused,
            rows_skipped: self.rows_skipped,
        }
    }

    /// Asks which comes first when no date tells; warns once of the order in force until then.
    fn ask_day_order(&mut self, questions: &mut Vec<Question>) {
        let Some(example) = self.survey.ambiguous.take() else { return };
        if self.columns.dates.order.is_some() {
            return;
        }
        let column = self.plan.headings.get(example.column).cloned().unwrap_or_default();
        if !self.columns.dates.mixed {
            let field = self.plan.columns.iter().find(|(_, place)| **place == example.column);
            self.problems.push(Problem {
                row: example.line,
                field: field.map(|(field, _)| *field),
                column: Some(column.clone()),
                value: Some(example.cell.clone()),
                kind: ProblemKind::AmbiguousDate,
                refused: false,
            });
        }
        questions.push(Question::DayOrder { column, example: example.cell });
    }
}
