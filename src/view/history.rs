//! The history of a workbook: its entries from the latest to the first, by kind, person and
//! customer (I4).
//! Never leaves out what was retracted, and never words anything: `say` does.

use std::collections::BTreeSet;

use crate::id::Key;
use crate::journal::{Entry, Journal};
use crate::record::{AmendSubject, Fact, FactGroup};

/// What an entry is about, for choosing among many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HistoryKind {
    /// Customers recorded or changed.
    Customer,
    /// Invoices and notes recorded or changed.
    Document,
    /// Receipts, allocations, refunds, write-offs and recoveries.
    Money,
    /// Disputes and their ends.
    Dispute,
    /// Contacts, promises, plans and what else was done or agreed with a customer.
    Collection,
    /// Classes, tiers and decisions on credit.
    Credit,
    /// Tables taken in.
    Import,
    /// Settings, rates of exchange, the beginning of the workbook.
    Setting,
    /// Reversals, retractions and restorations.
    TakenBack,
}

/// All kinds, in the order in which they are offered.
pub const HISTORY_KINDS: [HistoryKind; 9] = [
    HistoryKind::Customer,
    HistoryKind::Document,
    HistoryKind::Money,
    HistoryKind::Dispute,
    HistoryKind::Collection,
    HistoryKind::Credit,
    HistoryKind::Import,
    HistoryKind::Setting,
    HistoryKind::TakenBack,
];

/// What is to be seen of a history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryFilter {
    /// Only this kind.
    pub kind: Option<HistoryKind>,
    /// Only what this person recorded; empty for entries without a name.
    pub by: Option<String>,
}

impl HistoryFilter {
    /// True for an entry that is to be seen. Rows of a table are seen through their import alone.
    #[must_use]
    pub fn admits(&self, entry: &Entry) -> bool {
        let is_of_kind = |kind| entry.facts.iter().any(|fact| kind_of(fact) == Some(kind));
        !is_chunk(entry)
            && self.by.as_ref().is_none_or(|by| **by == *entry.by)
            && self.kind.is_none_or(is_of_kind)
    }
}

/// Places of all entries in the journal, the latest in canonical order first.
#[must_use]
pub fn latest_first(journal: &Journal) -> Vec<u32> {
    let entries = journal.entries();
    let mut places: Vec<u32> = (0..).take(entries.len()).collect();
    let order = |place: &u32| entries.get(*place as usize).map(Entry::order);
    // Entries arrive nearly in order, which a stable sort makes use of.
    places.sort_by_cached_key(order);
    places.reverse();
    places
}

/// Everybody who recorded something, by name; nameless entries show as an empty name.
#[must_use]
pub fn people(journal: &Journal) -> Vec<String> {
    let mut people: BTreeSet<&str> = BTreeSet::new();
    let mut last = None;
    for entry in journal.entries() {
        // Most entries follow one of the same person.
        if last != Some(&*entry.by) {
            last = Some(&*entry.by);
            people.insert(&entry.by);
        }
    }
    people.into_iter().map(str::to_owned).collect()
}

/// The customer that an entry concerns; of a retraction or restoration, that of its target. `None`
/// where it concerns the whole workbook or many.
#[must_use]
pub fn customer(journal: &Journal, entry: &Entry) -> Option<Key> {
    let own = |entry: &Entry| entry.facts.iter().find_map(Fact::customer);
    own(entry).or_else(|| own(target(journal, entry)?))
}

/// The entry that a retraction or restoration speaks of.
#[must_use]
pub fn target<'j>(journal: &'j Journal, entry: &Entry) -> Option<&'j Entry> {
    entry.facts.iter().find_map(|fact| match fact {
        Fact::Retract(held) => journal.get(held.target),
        Fact::Restore(held) => journal.get(held.target),
        _ => None,
    })
}

/// True for rows of a table, which their import stands for.
fn is_chunk(entry: &Entry) -> bool {
    entry.facts.iter().all(|fact| matches!(fact, Fact::Rows(_)))
}

const fn kind_of(fact: &Fact) -> Option<HistoryKind> {
    Some(match fact.group() {
        FactGroup::Customer => HistoryKind::Customer,
        FactGroup::Document => HistoryKind::Document,
        FactGroup::Money => HistoryKind::Money,
        FactGroup::Dispute => HistoryKind::Dispute,
        FactGroup::Dealing | FactGroup::Office => HistoryKind::Collection,
        FactGroup::Credit => HistoryKind::Credit,
        FactGroup::Import => HistoryKind::Import,
        FactGroup::Setting => HistoryKind::Setting,
        FactGroup::Amend => return amended(fact),
        FactGroup::Reversal | FactGroup::TakenBack => HistoryKind::TakenBack,
        FactGroup::Rows | FactGroup::Layout | FactGroup::Unknown => return None,
    })
}

const fn amended(fact: &Fact) -> Option<HistoryKind> {
    let Fact::Amend(amend) = fact else { return None };
    Some(match amend.subject {
        AmendSubject::Settings(_) | AmendSubject::Article { .. } => HistoryKind::Setting,
        AmendSubject::Customer { .. } | AmendSubject::Contract { .. } => HistoryKind::Customer,
        AmendSubject::Document { .. } => HistoryKind::Document,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Letters;
    use crate::money::Currency;
    use crate::record::CustomerFields;
    use crate::workbook::{Command, Stamp, Workbook};

    fn stamp(by: &str) -> Stamp {
        Stamp { at: "2026-11-22T06:00:00Z".parse().unwrap(), by: by.to_owned() }
    }

    fn book() -> Workbook {
        let (book, replica) = (Letters::from_bits(1), Letters::from_bits(2));
        let mut workbook = Workbook::create(book, replica, "Book", Currency::CNY, &stamp(""));
        let record = |code: &str| Command::RecordCustomer {
            code: code.to_owned(),
            fields: CustomerFields::default(),
        };
        workbook.apply(record("C-1"), &stamp("Mei")).unwrap();
        workbook.apply(record("C-2"), &stamp("Tao")).unwrap();
        workbook.undo(&stamp("Tao")).unwrap();
        workbook
    }

    #[test]
    fn the_latest_entry_comes_first_and_each_filter_keeps_its_own() {
        let workbook = book();
        let journal = workbook.journal();
        let shown = |filter: HistoryFilter| -> Vec<u32> {
            let all = latest_first(journal).into_iter();
            all.filter(|place| filter.admits(&journal.entries()[*place as usize])).collect()
        };
        let of = |kind| HistoryFilter { kind: Some(kind), ..HistoryFilter::default() };
        let by = |name: &str| HistoryFilter { by: Some(name.to_owned()), kind: None };
        assert_eq!(shown(HistoryFilter::default()), [3, 2, 1, 0]);
        assert_eq!(shown(of(HistoryKind::Customer)), [2, 1]);
        assert_eq!(shown(of(HistoryKind::Setting)), [0]);
        assert_eq!(shown(of(HistoryKind::TakenBack)), [3]);
        assert!(shown(of(HistoryKind::Money)).is_empty());
        assert_eq!(shown(by("Tao")), [3, 2]);
        assert_eq!(shown(by("")), [0]);
        assert_eq!(people(journal), ["", "Mei", "Tao"]);
    }

    #[test]
    fn a_retraction_concerns_the_customer_of_what_it_retracts() {
        let workbook = book();
        let journal = workbook.journal();
        let concerned: Vec<Option<String>> = journal
            .entries()
            .iter()
            .map(|entry| customer(journal, entry).map(|key| key.to_string()))
            .collect();
        let named = |code: &str| Some(code.to_owned());
        assert_eq!(concerned, [None, named("C-1"), named("C-2"), named("C-2")]);
    }
}
