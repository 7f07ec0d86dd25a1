//! Which column of a table is which field, by its headings (A7).
//! Never looks at the data: a person may overrule what the headings say.

pub(crate) mod fold;
mod name;
mod resemblance;

use std::collections::BTreeMap;

use crate::workbook::draft::TableKind;
use crate::workbook::field::Field;

/// The columns that the headings tell, and how sure they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Recognised {
    /// Column, from 0, by field.
    pub(super) columns: BTreeMap<Field, usize>,
    /// How many of them bear a name that a list has.
    pub(super) known: usize,
}

/// Gives each field the column whose heading is the likeliest of its names, each column to one
/// field. A heading that a list has goes before one that merely resembles.
pub(super) fn recognise<'a>(
    headings: impl Iterator<Item = &'a str>,
    kind: TableKind,
) -> Recognised {
    let mut candidates: Vec<(u32, usize, Field)> = headings
        .enumerate()
        .take(COLUMNS_MAX)
        .flat_map(|(column, heading)| {
            meanings(heading, kind).into_iter().map(move |(rank, field)| (rank, column, field))
        })
        .collect();
    candidates.sort_unstable();
    let mut recognised = Recognised::default();
    for (rank, column, field) in candidates {
        let taken = recognised.columns.values().any(|other| *other == column);
        if !taken && !recognised.columns.contains_key(&field) {
            recognised.columns.insert(field, column);
            recognised.known += usize::from(rank < RESEMBLING);
        }
    }
    recognised
}

/// Columns that are looked at; tables of people have fewer.
pub(super) const COLUMNS_MAX: usize = 1_024;
/// Longest cell, in bytes, that may be a heading.
const HEADING_BYTES_MAX: usize = 256;

/// Ranks of first choices begin at 0, each further spelling of the heading this much later.
const SPELLING: u32 = 1_000;
/// Second choices come after every first one.
const SECOND: u32 = 10_000;
/// Resemblance comes after every name that a list has.
const RESEMBLING: u32 = 100_000;

/// What a heading may mean, with ranks; the lower the likelier.
fn meanings(heading: &str, kind: TableKind) -> Vec<(u32, Field)> {
    let mut meanings = Vec::new();
    if heading.is_empty() || heading.len() > HEADING_BYTES_MAX {
        return meanings;
    }
    let spellings = fold::spellings(heading);
    for (spelling, later) in spellings.iter().zip((0..).step_by(SPELLING as usize)) {
        let [first, customer, second] = name::names(kind);
        let first = first.iter().chain(customer).zip(std::iter::repeat(later));
        let second = second.iter().zip(std::iter::repeat(later + SECOND));
        for ((field, names), base) in first.chain(second) {
            let place = names.split_whitespace().zip(0..).find(|(name, _)| name == spelling);
            meanings.extend(place.map(|(_, place)| (base + place, *field)));
        }
    }
    if meanings.is_empty() {
        let spelling = spellings.first().map_or("", String::as_str);
        meanings.extend((RESEMBLING..).zip(resemblance::fields(spelling, kind)));
    }
    meanings
}

/// What the rows of a table with these headings most likely are.
pub(super) fn guess_kind<'a>(headings: impl Iterator<Item = &'a str> + Clone) -> TableKind {
    let has = |recognised: &Recognised, fields: &[Field]| {
        fields.iter().any(|field| recognised.columns.contains_key(field))
    };
    let invoices = recognise(headings.clone(), TableKind::Invoices);
    let receipts = recognise(headings.clone(), TableKind::Receipts);
    let customers = recognise(headings, TableKind::Customers);
    let claims = has(&invoices, &[Field::Amount, Field::Outstanding]);
    let of_claim = [Field::DueOn, Field::Outstanding, Field::SettledOn, Field::Received];
    if claims && has(&invoices, &of_claim) {
        return TableKind::Invoices;
    }
    let received = has(&receipts, &[Field::ReceivedOn]) && has(&receipts, &[Field::Amount]);
    let only_received = has(&invoices, &[Field::ReceivedOn, Field::Received])
        || has(&receipts, &[Field::Method]) && !has(&invoices, &[Field::Terms]);
    if received && only_received && !(claims && has(&invoices, &[Field::IssuedOn, Field::Terms])) {
        return TableKind::Receipts;
    }
    let of_customer = [
        Field::Address,
        Field::TaxNo,
        Field::Phone,
        Field::Email,
        Field::Contact,
        Field::CreditLimit,
        Field::Industry,
    ];
    let dated = has(&invoices, &[Field::IssuedOn, Field::DueOn]);
    if !claims && !dated && has(&customers, &[Field::CustomerCode, Field::CustomerName]) {
        let others = [Field::Owner, Field::Region, Field::Terms];
        if has(&customers, &of_customer) || has(&customers, &others) {
            return TableKind::Customers;
        }
        let both = [Field::CustomerCode, Field::CustomerName];
        if both.iter().all(|field| customers.columns.contains_key(field)) {
            return TableKind::Customers;
        }
    }
    TableKind::Invoices
}

#[cfg(test)]
mod tests;
