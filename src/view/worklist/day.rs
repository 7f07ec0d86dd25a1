//! Everything that the Today screen shows of a day, drawn up once for all its parts.
//! Never kept longer than ledger, policy and day are the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::row::{Row, row};
use crate::calendar::AsOf;
use crate::id::{FactId, Key};
use crate::ledger::Ledger;
use crate::rule::collection::{ReceiptMemory, TaskMemory};
use crate::rule::credit::{CreditMemory, CreditReport};

/// A day's credit and worklist.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// Credit of every customer.
    pub credit: CreditReport,
    /// The worklist, in its order.
    pub rows: Vec<Arc<Row>>,
    /// Promises whose day is today.
    pub promised_today: Vec<(Key, FactId)>,
    /// Day number of the last receipt of anybody.
    pub last_receipt: Option<i32>,
    /// The place of each customer among the rows.
    places: BTreeMap<Key, usize>,
}

/// What was drawn up of the accounts before: after an edit one account is read anew.
#[derive(Clone, Debug, Default)]
pub struct DayMemory {
    credit: CreditMemory,
    tasks: TaskMemory,
    receipts: ReceiptMemory,
    last: Option<Arc<Day>>,
}

impl DayMemory {
    /// Draws up a day, reading only accounts that changed since the last time.
    pub fn day(&mut self, ledger: &Ledger, as_of: AsOf) -> Arc<Day> {
        let credit = self.credit.credit(ledger, as_of);
        let worklist = self.tasks.worklist(ledger, &credit, as_of);
        let last = self.last.take();
        let rows = worklist.tasks.iter().filter_map(|task| {
            let known = last.as_ref().and_then(|day| day.row(&task.customer));
            // The very same task comes of the same account, policy and day, and so does its row.
            let known = known.filter(|row| Arc::ptr_eq(&row.task, task)).cloned();
            known.or_else(|| row(ledger, &credit, task, as_of).map(Arc::new))
        });
        let rows: Vec<Arc<Row>> = rows.collect();
        let places = rows.iter().enumerate();
        let places = places.map(|(place, row)| (row.customer.clone(), place)).collect();
        let (promised_today, last_receipt) =
            (worklist.promised_today, self.receipts.last_receipt(ledger, as_of));
        let day = Arc::new(Day { credit, rows, promised_today, last_receipt, places });
        self.last = Some(Arc::clone(&day));
        day
    }
}

impl Day {
    /// Draws up a day.
    #[must_use]
    pub fn of(ledger: &Ledger, as_of: AsOf) -> Self {
        let day = DayMemory::default().day(ledger, as_of);
        Arc::unwrap_or_clone(day)
    }

    /// The row of a customer.
    #[must_use]
    pub fn row(&self, customer: &Key) -> Option<&Arc<Row>> {
        self.rows.get(*self.places.get(customer)?)
    }
}
