//! Tables, imported the way the page does it: read, compared with what is known, recorded.
//! Never guesses a column that a heading does not name.

use std::fs;
use std::path::{Path, PathBuf};

use huikuan::format::table::{Drafting, Grid, Options, Plan, read};
use huikuan::money::Currency;
use huikuan::say;
use huikuan::workbook::draft::{Draft, TableKind};
use huikuan::workbook::field::Field;
use huikuan::workbook::problem::TableError;
use huikuan::workbook::question::{Answers, Question};
use huikuan::workbook::{Command, Rejection, Stamp, Workbook};

use crate::argument::Arguments;

/// A table whose cells are there.
struct Table<'a> {
    kind: TableKind,
    path: &'a PathBuf,
    grid: Grid,
}

/// Imports every table; an error says why there is nothing at all to report on.
pub(crate) fn import_all(
    workbook: &mut Workbook,
    arguments: &Arguments,
    stamp: &Stamp,
    any_book: bool,
) -> Result<(), String> {
    let mut tables = Vec::new();
    let mut refused = Vec::new();
    for (kind, path) in &arguments.tables {
        match open(path, arguments) {
            Ok(grid) => tables.push(Table { kind: *kind, path, grid }),
            Err(sentence) => refused.push(format!("{}: {sentence}", path.display())),
        }
    }
    check_map(&tables, arguments)?;
    let mut taken = 0;
    for table in &tables {
        match import(workbook, table, arguments, stamp) {
            Ok(rows) => taken += rows,
            Err(sentence) => refused.push(format!("{}: {sentence}", table.path.display())),
        }
    }
    let nothing = taken == 0 && !any_book;
    match (nothing, refused.as_slice()) {
        (false, _) => {
            refused.iter().for_each(|sentence| eprintln!("{sentence}"));
            Ok(())
        }
        (true, []) => Err("nothing could be read: no row could be taken".to_owned()),
        (true, _) => Err(format!("nothing could be read: {}", refused.join("; "))),
    }
}

fn open(path: &Path, arguments: &Arguments) -> Result<Grid, String> {
    let bytes = fs::read(path).map_err(|error| error.to_string())?;
    read(&bytes).map_err(|error| say::table_error(&error, arguments.language))
}

/// A mapping must name a heading of some table.
fn check_map(tables: &[Table<'_>], arguments: &Arguments) -> Result<(), String> {
    for (field, heading) in arguments.map.iter().filter(|(_, heading)| !heading.is_empty()) {
        let known = tables.iter().any(|table| has_heading(table, *field, heading, arguments));
        if !known && !tables.is_empty() {
            let error = TableError::UnknownHeading { field: *field, heading: heading.clone() };
            let sentence = say::table_error(&error, arguments.language);
            return Err(format!("nothing could be read: {sentence}"));
        }
    }
    Ok(())
}

fn has_heading(table: &Table<'_>, field: Field, heading: &str, arguments: &Arguments) -> bool {
    let mut options = options(table, arguments, arguments.currency);
    options.map = vec![(field, heading.to_owned())];
    Plan::of(&table.grid, &options).is_ok()
}

/// Imports one table and says how many of its rows were taken.
fn import(
    workbook: &mut Workbook,
    table: &Table<'_>,
    arguments: &Arguments,
    stamp: &Stamp,
) -> Result<u32, String> {
    let language = arguments.language;
    let draft =
        draft(workbook, table, arguments).map_err(|error| say::table_error(&error, language))?;
    let prefix = match arguments.tables.len() {
        0 | 1 => String::new(),
        _ => format!("{}: ", table.path.display()),
    };
    for problem in &draft.problems {
        eprintln!("{prefix}{}", say::problem(problem, language));
    }
    for question in draft.questions.iter().filter(|question| changes_figures(question)) {
        eprintln!("{prefix}{}", say::question(question, language));
    }
    let plan = workbook.plan_import(&draft);
    match workbook.apply(Command::ImportDocuments(Box::new(plan)), stamp) {
        Ok(_) | Err(Rejection::NothingChanged) => Ok(draft.rows_taken),
        Err(rejection) => Err(say::rejection(&rejection, language)),
    }
}

/// The currency has its option, and nothing else is asked of a table that stands alone.
fn changes_figures(question: &Question) -> bool {
    match question {
        Question::DayOrder { .. } | Question::RepeatedNumbers { .. } => true,
        Question::MissingItems | Question::Currency { .. } => false,
    }
}

fn draft(
    workbook: &Workbook,
    table: &Table<'_>,
    arguments: &Arguments,
) -> Result<Draft, TableError> {
    let base = workbook.ledger().policy().base_currency;
    let mut options = options(table, arguments, arguments.currency.or(Some(base)));
    options.layouts = workbook.ledger().policy().layouts.values().cloned().collect();
    options.map = arguments
        .map
        .iter()
        .filter(|(field, heading)| {
            !heading.is_empty() && has_heading(table, *field, heading, arguments)
        })
        .cloned()
        .collect();
    let mut plan = Plan::of(&table.grid, &options)?;
    for (field, _) in arguments.map.iter().filter(|(_, heading)| heading.is_empty()) {
        plan.columns.remove(field);
    }
    Ok(Drafting::new(&table.grid, plan, options)?.finish(&table.grid))
}

/// What is known of a table besides its cells: running totals without a day are of the day of the
/// report.
fn options(table: &Table<'_>, arguments: &Arguments, currency: Option<Currency>) -> Options {
    let source = table.path.file_name().unwrap_or_default().to_string_lossy();
    let currency = currency.unwrap_or(Currency::CNY);
    Options {
        kind: Some(table.kind),
        answers: Answers { currency: arguments.currency, ..Answers::default() },
        ..Options::new(&source, arguments.as_of, currency)
    }
}
