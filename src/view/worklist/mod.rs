//! What the Today screen shows: rows of the worklist, filters, counts, one customer's card (D3).
//! Never decides who is on the list: the rule does.

mod card;
mod day;
mod row;
mod script;

pub use card::{CardArticle, CardItem, CardPromise, TaskCard, card, sent_contact};
pub use day::{Day, DayMemory};
pub use row::{Progress, Row, RowFilter, Showing, progress};
pub use script::{Script, amounts_text, script};

#[cfg(test)]
mod tests;
