//! A fold in steps, so that a page can do something else between them; of a whole journal, or of
//! what was added to one. Never shows a ledger before the last step.

use std::vec::IntoIter;

use super::Ledger;
use crate::id::Key;
use crate::journal::{Journal, Standing};

/// A fold under way. The journal must not change until it ends.
#[derive(Debug)]
pub struct Folding {
    ledger: Ledger,
    /// How many entries of each sort the journal held.
    held: [usize; 3],
    /// The next entry to take note of, in order of arrival.
    place: u32,
    /// The customers still to fold, once every entry was noted.
    customers: Option<IntoIter<Key>>,
}

impl Folding {
    /// Weighs what counts; nothing is folded yet.
    #[must_use]
    pub fn begin(journal: &Journal) -> Self {
        let ledger = Ledger { standing: Standing::of(journal), ..Ledger::default() };
        Self { ledger, held: held(journal), place: 0, customers: None }
    }

    /// True while the journal is the one that the fold began with.
    #[must_use]
    pub fn is_of(&self, journal: &Journal) -> bool {
        self.held == held(journal)
    }

    /// Takes note of one entry or folds one customer. `false` when all is done.
    pub fn step(&mut self, journal: &Journal) -> bool {
        if let Some(customers) = &mut self.customers {
            let Some(customer) = customers.next() else { return false };
            self.ledger.refold(journal, &customer);
            return true;
        }
        if (self.place as usize) < journal.entries().len() {
            self.ledger.route(journal, self.place);
            self.place += 1;
        } else {
            let customers: Vec<Key> = self.ledger.routes.customers().cloned().collect();
            self.customers = Some(customers.into_iter());
        }
        true
    }

    /// The ledger, after whatever steps are left.
    #[must_use]
    pub fn end(mut self, journal: &Journal) -> Ledger {
        while self.step(journal) {}
        self.ledger.fold_settings(journal);
        self.ledger
    }
}

/// A ledger taking in entries that were just added to its journal. Neither must be used otherwise
/// until it ends.
#[derive(Debug)]
pub struct Extending {
    /// The customers still to fold; `None` when all is done.
    customers: Option<IntoIter<Key>>,
}

impl Extending {
    /// Takes note of the entries at those places.
    #[must_use]
    pub fn begin(ledger: &mut Ledger, journal: &Journal, places: &[u32]) -> Self {
        let touched: Vec<Key> = ledger.note(journal, places).into_iter().collect();
        Self { customers: Some(touched.into_iter()) }
    }

    /// Folds one customer, and after the last the settings. `false` when all is done.
    pub fn step(&mut self, ledger: &mut Ledger, journal: &Journal) -> bool {
        let Some(customers) = &mut self.customers else { return false };
        if let Some(customer) = customers.next() {
            ledger.refold(journal, &customer);
            return true;
        }
        ledger.fold_settings(journal);
        self.customers = None;
        false
    }
}

/// Entries are only ever added: equal counts are the same journal.
fn held(journal: &Journal) -> [usize; 3] {
    [journal.entries().len(), journal.rivals().len(), journal.beyond().len()]
}
