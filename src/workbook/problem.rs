//! What can be wrong with a table and with its rows (A7).
//! Never a sentence: `say::problem` writes them.

use super::field::Field;
use crate::money::Currency;

/// One thing that is wrong with one row.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Problem {
    /// Line as the spreadsheet shows it, from 1, the heading included.
    pub row: u32,
    /// The field concerned.
    pub field: Option<Field>,
    /// Its heading as it stands in the table.
    pub column: Option<String>,
    /// The cell as it stands in the table.
    pub value: Option<String>,
    /// What is wrong.
    pub kind: ProblemKind,
    /// True when the row was not taken because of this.
    pub refused: bool,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum ProblemKind {
    /// Not a date of the calendar in any known spelling.
    NotADate,
    /// A spreadsheet replaced the date by a time of day (`00:00.0`) or by `#####`.
    DateDestroyed,
    /// Day and month can be told apart neither here nor elsewhere in the file; read month first.
    AmbiguousDate,
    /// Could be either in a file that has both day-first and month-first dates.
    MixedDayOrder,
    /// A date that the row needs is missing.
    BlankDate,
    /// Not an amount in any known spelling.
    NotAnAmount,
    /// `1.234` or `1,234` in a file that uses both marks for decimals.
    AmbiguousAmount,
    /// A fraction of the currency's minor unit.
    TooManyDecimals {
        /// The currency.
        currency: Currency,
    },
    /// Beyond 2^53 − 1 minor units.
    AmountBeyondLimit,
    /// The amount is missing.
    BlankAmount,
    /// A receipt of zero or less.
    ReceiptNotPositive,
    /// A code or number of more than 15 digits that a spreadsheet turned into a rounded number.
    DestroyedId,
    /// The row is the same, cell by cell, as an earlier one; kept once.
    DuplicateRow {
        /// The earlier row.
        first_row: u32,
    },
    /// The row repeats the number of another one with different content.
    DuplicateNumberDiffers {
        /// The other row.
        first_row: u32,
    },
    /// More filled cells than headings: a separator stands inside a cell, so nothing in the row is
    /// sure to stand in its column.
    TooManyCells {
        /// Headings.
        expected: u32,
        /// Cells.
        found: u32,
    },
    /// Fewer cells than headings: the missing ones count as blank.
    TooFewCells {
        /// Headings.
        expected: u32,
        /// Cells.
        found: u32,
    },
    /// A quotation mark that is never closed, so that nothing says where its cell ends.
    UnclosedQuote,
    /// Amount, received and outstanding do not add up.
    ColumnsContradict {
        /// Amount as a plain decimal text.
        amount: String,
        /// Received.
        received: String,
        /// Outstanding.
        outstanding: String,
    },
    /// Received or outstanding has another sign than the amount.
    SignContradicts,
    /// More is outstanding than the amount.
    OutstandingExceedsAmount,
    /// More was received than the amount; the excess is unapplied cash.
    ReceivedExceedsAmount,
    /// Not the code or name of a currency.
    UnknownCurrency,
    /// The amount carries the sign of another currency than the row names.
    CurrencyContradicts {
        /// The currency that the row names.
        currency: Currency,
    },
    /// Neither code nor name of a customer; taken under the one named "unknown customer".
    UnknownCustomer,
    /// A row of a table of customers without code and name.
    BlankCustomer,
    /// A customer listed more than once; the first row counts.
    CustomerRepeated {
        /// The first row.
        first_row: u32,
    },
    /// Due before the invoice date; taken as it stands.
    DueBeforeIssue,
    /// Not payment terms in any known spelling; taken without them.
    TermsNotUnderstood,
    /// Neither yes nor no; taken as undisputed.
    NotYesOrNo,
    /// Not the name of a kind of document; taken by its sign.
    KindNotUnderstood,
    /// Characters that could not be decoded.
    DamagedText,
    /// A subtotal or total; skipped.
    SubtotalSkipped,
    /// The headings again, as on every page of a print; skipped.
    HeadingRepeated,
}

/// Why nothing of a file could be read.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum TableError {
    /// Nothing in it.
    Empty,
    /// Larger than is read.
    TooLarge {
        /// Size in bytes, or `None` when it is known only that it unpacks to more.
        bytes: Option<u64>,
        /// The limit in bytes.
        limit: u64,
    },
    /// Neither text nor a workbook.
    NotATable,
    /// A format that is not read.
    Unsupported {
        /// Which.
        format: FileFormat,
    },
    /// A workbook file that cannot be opened.
    Damaged {
        /// What the reader of the format says, in English.
        detail: String,
    },
    /// A workbook file with a password.
    Protected,
    /// No row in which headings are recognised.
    NoHeading,
    /// A heading, but no row below it.
    NoRows,
    /// No column for a field without which no row can be taken.
    MissingColumn {
        /// The field.
        field: Field,
        /// The headings as they stand.
        headings: Vec<String>,
    },
    /// A mapping names a heading that the table does not have.
    UnknownHeading {
        /// The field that was mapped.
        field: Field,
        /// The heading named.
        heading: String,
    },
}

/// A format of files that is recognised but not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum FileFormat {
    /// A web page, often named `.xls` by the program that wrote it.
    Html,
    /// A spreadsheet as XML.
    Xml,
    /// PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A packed archive, or a workbook format other than XLSX.
    Archive,
    /// JSON: a workbook of this program is opened, not imported.
    Json,
    /// A spreadsheet, by a version built without reading them.
    Spreadsheet,
}

impl std::fmt::Display for TableError {
    /// The variant's name; sentences for people are in `say::problem`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for TableError {}
