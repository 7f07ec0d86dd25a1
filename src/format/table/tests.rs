//! Whole tables in a few lines, each with what is taken and what is said of the rest.
//! Never the published tables: `tests/import_data.rs` reads those.

mod problem;
mod reading;
#[cfg(feature = "xlsx")]
mod spreadsheet;

use super::*;
use crate::money::Currency;
use crate::record::{Delay, DocumentKind, DocumentRow};
use crate::say::{Language, problem, question, table_error};
use crate::workbook::draft::{Draft, TableKind};
use crate::workbook::field::Field;

/// Options for a table of 30 June 2024 in yuan.
fn options() -> Options {
    let day = crate::calendar::Date::new(2024, 6, 30).unwrap();
    Options::new("table.csv", day, Currency::CNY)
}

fn drafted(text: &str) -> Draft {
    drafted_with(text, &options())
}

fn drafted_with(text: &str, options: &Options) -> Draft {
    match draft(text.as_bytes(), options) {
        Ok(draft) => {
            let Draft { rows_total, rows_taken, rows_refused, rows_skipped, .. } = draft;
            assert_eq!(rows_total, rows_taken + rows_refused + rows_skipped);
            draft
        }
        Err(error) => panic!("{}", table_error(&error, Language::En)),
    }
}

/// What is said of the rows, a line each.
fn said(draft: &Draft) -> String {
    let lines = draft.problems.iter().map(|one| problem(one, Language::En));
    lines.collect::<Vec<_>>().join("\n")
}

/// One document a line: row, kind, customer, number, dates, amount, what was received and when.
fn listed(draft: &Draft) -> String {
    draft.documents.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn line(row: &DocumentRow) -> String {
    let kind = match row.kind {
        DocumentKind::Invoice => "",
        DocumentKind::DebitNote => "debit ",
        DocumentKind::CreditNote => "credit ",
    };
    let DocumentRow { row: line, customer, number, fields, progress, .. } = row;
    let claim = fields.claim.unwrap();
    let mut text = format!("{line}: {kind}{customer} {number} {}", claim.amount);
    if let Some(tax) = claim.tax {
        text += &format!(" tax {}", tax.amount_text());
    }
    if let Some(day) = fields.issued_on {
        text += &format!(" of {day}");
    }
    if let Some(schedule) = &fields.schedule {
        match (schedule.due_on, &schedule.terms) {
            (Some(day), _) => text += &format!(" due {day}"),
            (None, Some(terms)) => {
                let delay = &terms.lines[0].delay;
                let days = delay.iter().map(|step| match step {
                    Delay::Days(days) => format!("{days}d"),
                    other => format!("{other:?}"),
                });
                text += &format!(" terms {}", days.collect::<String>());
            }
            (None, None) => {}
        }
    }
    if let Some(progress) = progress {
        let undated = if progress.undated { " undated" } else { "" };
        text += &format!(" got {} on {}{undated}", progress.received.amount_text(), progress.on);
    }
    text
}
