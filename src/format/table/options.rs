//! What is known about a table before it is opened.
//! Never a default for the day: the caller knows which day it is.

use crate::calendar::Date;
use crate::money::Currency;
use crate::record::Layout;
use crate::workbook::draft::TableKind;
use crate::workbook::field::Field;
use crate::workbook::question::Answers;

/// What a person or the workbook says about a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Name of the file or of the paste.
    pub source: String,
    /// The day that the table speaks about.
    pub day: Date,
    /// Currency of rows that name none, unless answered otherwise: the base currency.
    pub currency: Currency,
    /// What the rows are; guessed from the headings when `None`.
    pub kind: Option<TableKind>,
    /// Fields mapped to headings by a person; goes before what is recognised.
    pub map: Vec<(Field, String)>,
    /// Answers given by a person for this table.
    pub answers: Answers,
    /// Layouts that the workbook remembers, the latest last.
    pub layouts: Vec<Layout>,
}

impl Options {
    /// Options that leave everything to the table itself.
    #[must_use]
    pub fn new(source: &str, day: Date, currency: Currency) -> Self {
        Self {
            source: source.to_owned(),
            day,
            currency,
            kind: None,
            map: Vec::new(),
            answers: Answers::default(),
            layouts: Vec::new(),
        }
    }
}
