//! What a cell says, once it is known which field its column is.
//! Never looks at another cell: what the column as a whole tells is passed in.

pub(super) mod amount;
pub(super) mod currency;
pub(super) mod date;
pub(super) mod kind;
pub(super) mod terms;
pub(super) mod text;

use std::borrow::Cow;

use crate::id::narrow;

/// A cell with full-width forms narrowed; borrowed when it is plain ASCII already.
fn narrowed(cell: &str) -> Cow<'_, str> {
    if cell.is_ascii() {
        Cow::Borrowed(cell)
    } else {
        Cow::Owned(cell.chars().map(narrow).collect())
    }
}

/// True for what programs write where there is no value.
fn is_null(cell: &str) -> bool {
    const NULLS: [&str; 16] = [
        "", "-", "--", "—", "——", "–", "/", "null", "none", "nan", "nat", "n/a", "#n/a", "na",
        "nil", "无",
    ];
    cell.len() <= 6 && NULLS.iter().any(|null| cell.eq_ignore_ascii_case(null))
}
