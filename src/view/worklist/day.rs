//! Everything that the Today screen shows of a day, drawn up once for all its parts.
//! Never kept longer than ledger, policy and day are the same.

use std::collections::BTreeMap;

use super::row::{Row, rows};
use crate::calendar::AsOf;
use crate::id::{FactId, Key};
use crate::ledger::Ledger;
use crate::rule::collection::TaskMemory;
use crate::rule::credit::{CreditMemory, CreditReport};

/// A day's credit and worklist.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// Credit of every customer.
    pub credit: CreditReport,
    /// The worklist, in its order.
    pub rows: Vec<Row>,
    /// Promises whose day is today.
    pub promised_today: Vec<(Key, FactId)>,
    /// The place of each customer among the rows.
    places: BTreeMap<Key, usize>,
}

/// What was drawn up of the accounts before: after an edit one account is read anew.
#[derive(Clone, Debug, Default)]
pub struct DayMemory {
    credit: CreditMemory,
    tasks: TaskMemory,
}

impl DayMemory {
    /// Draws up a day, reading only accounts that changed since the last time.
    pub fn day(&mut self, ledger: &Ledger, as_of: AsOf) -> Day {
        let credit = self.credit.credit(ledger, as_of);
        let worklist = self.tasks.worklist(ledger, &credit, as_of);
        let rows = rows(ledger, &credit, &worklist);
        let places = rows.iter().enumerate();
        let places = places.map(|(place, row)| (row.customer.clone(), place)).collect();
        Day { credit, rows, promised_today: worklist.promised_today, places }
    }
}

impl Day {
    /// Draws up a day.
    #[must_use]
    pub fn of(ledger: &Ledger, as_of: AsOf) -> Self {
        DayMemory::default().day(ledger, as_of)
    }

    /// The row of a customer.
    #[must_use]
    pub fn row(&self, customer: &Key) -> Option<&Row> {
        self.rows.get(*self.places.get(customer)?)
    }
}
