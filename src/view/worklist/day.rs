//! Everything that the Today screen shows of a day, drawn up once for all its parts.
//! Never kept longer than ledger, policy and day are the same.

use super::row::{Row, rows};
use crate::calendar::AsOf;
use crate::id::{FactId, Key};
use crate::ledger::Ledger;
use crate::rule::collection::worklist;
use crate::rule::credit::{CreditReport, credit};

/// A day's credit and worklist.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// Credit of every customer.
    pub credit: CreditReport,
    /// The worklist, in its order.
    pub rows: Vec<Row>,
    /// Promises whose day is today.
    pub promised_today: Vec<(Key, FactId)>,
}

impl Day {
    /// Draws up a day.
    #[must_use]
    pub fn of(ledger: &Ledger, as_of: AsOf) -> Self {
        let credit = credit(ledger, as_of);
        let worklist = worklist(ledger, ledger.policy(), &credit, as_of);
        let rows = rows(ledger, &credit, &worklist);
        Self { credit, rows, promised_today: worklist.promised_today }
    }

    /// The row of a customer.
    #[must_use]
    pub fn row(&self, customer: &Key) -> Option<&Row> {
        self.rows.iter().find(|row| row.customer == *customer)
    }
}
