//! The headings of the aging table and what their ids mean.
//! Never holds a figure.

use huikuan::rule::balance::aging::Figures;
use huikuan::rule::balance::bucket::{Buckets, Column as Age};
use huikuan::view::aging::AgingOrder;
use huikuan::view::amount::figure;

use super::sheet::Sheet;
use crate::page::label;
use crate::page::part::table::column::{Column, Width};
use crate::page::speech::Speech;

pub(super) const NAME: &str = "name";
pub(super) const BALANCE: &str = "balance";

/// The columns worth showing: claims always, the rest only when anything stands in them.
pub(super) fn ages(buckets: &Buckets, total: &Figures) -> Vec<Age> {
    let columns = buckets.columns();
    let shown = |age: &Age| match age {
        Age::NotDue | Age::Bucket(_) | Age::Unapplied => true,
        Age::NoDueDate | Age::Retention | Age::Prepayment | Age::StandingCredit => {
            total.amount(*age) != 0
        }
    };
    columns.filter(shown).collect()
}

/// The heading of a column.
pub(in crate::page::screen) fn heading(age: Age, buckets: &Buckets, speech: Speech) -> String {
    let words = |label: label::Label| speech.now(label).to_owned();
    match age {
        Age::NotDue => words(label::aging::NOT_DUE),
        Age::Bucket(index) => {
            let edges = buckets.edges();
            let Some(bucket) = edges.get(usize::from(index)) else { return String::new() };
            match bucket.to {
                Some(to) => {
                    speech.fill(label::aging::BUCKET, &[&bucket.from.to_string(), &to.to_string()])
                }
                None => {
                    let over = bucket.from.saturating_sub(1).to_string();
                    speech.fill(label::aging::BUCKET_OPEN, &[&over])
                }
            }
        }
        Age::NoDueDate => words(label::aging::NO_DUE_DATE),
        Age::Retention => words(label::aging::RETENTION),
        Age::Unapplied => words(label::aging::UNAPPLIED),
        Age::Prepayment => words(label::aging::PREPAYMENT),
        Age::StandingCredit => words(label::aging::STANDING_CREDIT),
    }
}

/// The id of a column, also in the address.
pub(super) fn id(age: Age) -> String {
    match age {
        Age::NotDue => "not-due".to_owned(),
        Age::Bucket(index) => format!("bucket-{index}"),
        Age::NoDueDate => "no-due-date".to_owned(),
        Age::Retention => "retention".to_owned(),
        Age::Unapplied => "unapplied".to_owned(),
        Age::Prepayment => "prepayment".to_owned(),
        Age::StandingCredit => "standing-credit".to_owned(),
    }
}

/// The column of an id.
pub(super) fn age(id: &str, buckets: &Buckets) -> Option<Age> {
    buckets.columns().find(|age| self::id(*age) == id)
}

/// The order that a column asks for.
pub(super) fn order(id: &str, buckets: &Buckets) -> AgingOrder {
    match age(id, buckets) {
        Some(age) => AgingOrder::Column(age),
        None if id == NAME => AgingOrder::Name,
        None => AgingOrder::Balance,
    }
}

/// All columns of the table, each as wide as its total.
pub(super) fn columns(first: &str, sheet: &Sheet, speech: Speech) -> Vec<Column> {
    let fitted = |id: &str, heading: String, total: i64| {
        let chars = figure(total, sheet.currency).len().max(width_chars(&heading));
        let width = Width::Fitted(u16::try_from(chars).unwrap_or(u16::MAX));
        Column { width, ..Column::figure(id, heading) }.sortable()
    };
    let name = Column::text(NAME, first, Width::Name).sortable();
    let figures = sheet.ages.iter().map(|age| {
        fitted(&id(*age), heading(*age, &sheet.buckets, speech), sheet.total.amount(*age))
    });
    let heading = speech.now(label::aging::BALANCE).to_owned();
    let balance = Column { pinned: true, ..fitted(BALANCE, heading, sheet.total.balance()) };
    std::iter::once(name).chain(figures).chain([balance]).collect()
}

/// How many digits wide a heading is, with its arrow: a Chinese character takes nearly two.
fn width_chars(heading: &str) -> usize {
    heading.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>()
}
