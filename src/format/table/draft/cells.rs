//! The cells of one row by field, each problem noted where it arises.
//! Never decides what a row is: it only reads what it is asked for.

use std::borrow::Cow;

use crate::calendar::Date;
use crate::format::table::grid::{Grid, Nature, Row};
use crate::format::table::options::Options;
use crate::format::table::plan::Plan;
use crate::format::table::survey::Survey;
use crate::format::table::title::Unit;
use crate::format::table::value::amount::{Figure, Marks};
use crate::format::table::value::currency::currency;
use crate::format::table::value::date::DateReading;
use crate::format::table::value::text::{self, IdColumn};
use crate::money::{Currency, Money};
use crate::workbook::field::Field;
use crate::workbook::problem::{Problem, ProblemKind};

/// How the columns of one table are read.
#[derive(Debug)]
pub(super) struct Columns {
    /// Column and heading by field, in the order of [`Field::ALL`].
    by_field: Vec<Option<Column>>,
    headings: usize,
    /// How dates are read.
    pub(super) dates: DateReading,
    marks: Marks,
    /// The day of the file.
    pub(super) day: Option<Date>,
    /// Currency of rows that name none.
    pub(super) currency: Currency,
    /// The currency that a heading or an answer names, so that nobody need be asked.
    currency_is_known: bool,
    /// Kinds of documents that were warned of.
    pub(super) kinds_warned: Vec<String>,
}

#[derive(Debug)]
struct Column {
    place: usize,
    heading: String,
    serials: bool,
    ids: IdColumn,
    /// Unit and currency that the heading names.
    unit: Unit,
}

impl Columns {
    pub(super) fn new(plan: &Plan) -> Self {
        let column = |field: Field| {
            let place = *plan.columns.get(&field)?;
            let heading = plan.headings.get(place).cloned().unwrap_or_default();
            let unit = Unit::of_heading(&heading).or(plan.unit);
            Some(Column { place, heading, serials: false, ids: IdColumn::default(), unit })
        };
        Self {
            by_field: Field::ALL.into_iter().map(column).collect(),
            headings: plan.headings.len(),
            dates: DateReading::default(),
            marks: Marks::default(),
            day: None,
            currency: Currency::CNY,
            currency_is_known: false,
            kinds_warned: Vec::new(),
        }
    }

    /// Takes over what the survey learnt of all rows.
    pub(super) fn decide(&mut self, survey: &Survey, plan: &Plan, options: &Options) {
        self.dates = survey.dates(plan.answers);
        self.marks = survey.marks;
        self.day = Some(options.day);
        for column in self.by_field.iter_mut().flatten() {
            column.serials = survey.has_serials(column.place);
            column.ids = survey.ids.get(&column.place).copied().unwrap_or_default();
        }
        let by_heading = self.column(Field::Amount).and_then(|column| column.unit.currency);
        let known = plan.answers.currency.or(by_heading).or(plan.unit.currency);
        self.currency = known.unwrap_or(options.currency);
        self.currency_is_known = known.is_some();
    }

    fn column(&self, field: Field) -> Option<&Column> {
        self.by_field.get(field as usize)?.as_ref()
    }

    /// A problem with the cell in that column of the row.
    pub(super) fn problem(
        &self,
        row: Row<'_>,
        column: usize,
        kind: ProblemKind,
        refused: bool,
    ) -> Problem {
        let fields = Field::ALL.into_iter();
        let field = fields
            .clone()
            .find(|field| self.column(*field).is_some_and(|known| known.place == column));
        let heading = field.and_then(|field| self.column(field)).map(|c| c.heading.clone());
        let value = Some(row.cell(column).to_owned()).filter(|cell| !cell.is_empty());
        Problem { row: row.line(), field, column: heading, value, kind, refused }
    }

    /// A problem with a value of that field, which may have no column.
    pub(super) fn problem_of(
        &self,
        row: u32,
        field: Field,
        value: String,
        kind: ProblemKind,
        refused: bool,
    ) -> Problem {
        let column = self.column(field).map(|column| column.heading.clone());
        Problem { row, field: Some(field), column, value: Some(value), kind, refused }
    }
}

/// One row while it is read.
pub(super) struct Cells<'a, 'p> {
    row: Row<'a>,
    columns: &'p Columns,
    problems: &'p mut Vec<Problem>,
    /// Something made it impossible to take the row.
    pub(super) refused: bool,
    /// The row names no currency and neither does its heading.
    pub(super) without_currency: bool,
}

impl<'a, 'p> Cells<'a, 'p> {
    pub(super) fn new(row: Row<'a>, columns: &'p Columns, problems: &'p mut Vec<Problem>) -> Self {
        Self { row, columns, problems, refused: false, without_currency: false }
    }

    /// Number of the row as the spreadsheet shows it.
    pub(super) fn line(&self) -> u32 {
        self.row.line()
    }

    /// The file's day.
    pub(super) fn day(&self) -> Option<Date> {
        self.columns.day
    }

    /// True when the table has a column for the field.
    pub(super) fn has(&self, field: Field) -> bool {
        self.columns.column(field).is_some()
    }

    /// The cell as it stands; empty without a column.
    pub(super) fn raw(&self, field: Field) -> &'a str {
        self.columns.column(field).map_or("", |column| self.row.cell(column.place))
    }

    /// Notes why the row cannot be taken.
    pub(super) fn refuse(&mut self, field: Field, kind: ProblemKind) {
        self.note(field, kind, true);
        self.refused = true;
    }

    /// Notes what is odd about the row.
    pub(super) fn warn(&mut self, field: Field, kind: ProblemKind) {
        self.note(field, kind, false);
    }

    fn note(&mut self, field: Field, kind: ProblemKind, refused: bool) {
        let value = Some(self.raw(field).to_owned()).filter(|cell| !cell.is_empty());
        let column = self.columns.column(field).map(|column| column.heading.clone());
        let (row, field) = (self.row.line(), Some(field));
        self.problems.push(Problem { row, field, column, value, kind, refused });
    }

    /// Checks what concerns the row as a whole: its quotation marks, its number of cells, and
    /// characters that could not be decoded.
    pub(super) fn check_shape(&mut self, grid: &Grid, filled: usize) {
        let expected = self.columns.headings;
        let of = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let mut note = |column: usize, kind: ProblemKind, refused: bool| {
            let mut problem = self.columns.problem(self.row, column, kind, refused);
            problem.field = problem.field.filter(|_| column < expected);
            self.problems.push(problem);
            self.refused |= refused;
        };
        if self.row.is_broken() {
            let quoted = self.row.cells().position(|cell| cell.contains('"')).unwrap_or(0);
            note(quoted, ProblemKind::UnclosedQuote, true);
        }
        if grid.is_text() && filled > expected {
            let (expected, found) = (of(expected), of(filled));
            note(self.columns.headings, ProblemKind::TooManyCells { expected, found }, true);
        }
        let is_cut = |column: &Column| column.place >= self.row.len();
        if grid.is_text() && self.columns.by_field.iter().flatten().any(is_cut) {
            let (expected, found) = (of(expected), of(self.row.len()));
            // Beyond the last cell: there is no value to show.
            note(usize::MAX, ProblemKind::TooFewCells { expected, found }, false);
        }
        if grid.has_damaged_text() {
            let damaged = |cell: &str| cell.contains(char::REPLACEMENT_CHARACTER);
            if let Some(column) = self.row.cells().position(damaged) {
                note(column, ProblemKind::DamagedText, false);
            }
        }
    }

    /// The date of a field; `None` when it is blank, or unreadable and then refused.
    pub(super) fn date(&mut self, field: Field) -> Option<Date> {
        let column = self.columns.column(field)?;
        // A number of a spreadsheet in a column of dates is a date without its format.
        let serials = column.serials || self.row.nature(column.place) == Nature::Number;
        let read = self.columns.dates.read(self.row.cell(column.place), serials);
        read.unwrap_or_else(|kind| {
            self.refuse(field, kind);
            None
        })
    }

    /// The amount of a field as it stands; `None` when it is blank, or unreadable and then
    /// refused.
    pub(super) fn figure(&mut self, field: Field) -> Option<Figure> {
        self.try_figure(field).unwrap_or_else(|kind| {
            self.refuse(field, kind);
            None
        })
    }

    /// The same for a field without which the row can be taken: unreadable is only warned of.
    pub(super) fn idle_figure(&mut self, field: Field) -> Option<Figure> {
        self.try_figure(field).unwrap_or_else(|kind| {
            self.warn(field, kind);
            None
        })
    }

    fn try_figure(&self, field: Field) -> Result<Option<Figure>, ProblemKind> {
        let Some(column) = self.columns.column(field) else { return Ok(None) };
        let nature = self.row.nature(column.place);
        let figure = self.columns.marks.read(self.row.cell(column.place), nature)?;
        figure.map(|figure| figure.times_power(column.unit.power.unwrap_or(0))).transpose()
    }

    /// The figure of a field as money of the row's currency.
    pub(super) fn money(
        &mut self,
        field: Field,
        figure: Option<Figure>,
        currency: Currency,
    ) -> Option<Money> {
        let figure = figure?;
        if figure.sign.is_some_and(|sign| !sign.fits(currency)) {
            self.refuse(field, ProblemKind::CurrencyContradicts { currency });
            return None;
        }
        figure.money(currency).map_err(|kind| self.refuse(field, kind)).ok()
    }

    /// The row's currency: of its column, else of the sign beside its amount, else the one given.
    pub(super) fn currency(&mut self, amount: Option<Figure>) -> Currency {
        let default = self.columns.currency;
        if let Some(named) = text::text(self.raw(Field::Currency)) {
            return currency(named).unwrap_or_else(|| {
                self.refuse(Field::Currency, ProblemKind::UnknownCurrency);
                default
            });
        }
        match amount.and_then(|figure| figure.sign) {
            Some(sign) if !self.columns.currency_is_known && !sign.fits(default) => sign.currency(),
            Some(_) => default,
            None => {
                self.without_currency |= !self.columns.currency_is_known;
                default
            }
        }
    }

    /// The code or number of a field; empty when blank, or destroyed and then refused.
    pub(super) fn id(&mut self, field: Field) -> Cow<'a, str> {
        let Some(column) = self.columns.column(field) else { return Cow::Borrowed("") };
        let nature = self.row.nature(column.place);
        column.ids.read(self.row.cell(column.place), nature).unwrap_or_else(|kind| {
            self.refuse(field, kind);
            Cow::Borrowed("")
        })
    }

    /// The same as an owned text, when there is one.
    pub(super) fn id_text(&mut self, field: Field) -> Option<String> {
        Some(self.id(field)).filter(|id| !id.is_empty()).map(Cow::into_owned)
    }

    /// The text of a field, when there is one.
    pub(super) fn text(&self, field: Field) -> Option<&'a str> {
        text::text(self.raw(field))
    }
}
