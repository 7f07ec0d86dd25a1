//! What the journal says behind a value: heads of fields, and what imports stated.
//! Never part of the fold: asked when a person changes something or imports a table.

use std::collections::{BTreeMap, BTreeSet};

use super::Ledger;
use super::gather::gather;
use crate::id::{EntryId, FactId, Key};
use crate::journal::{Journal, Resolved, Said, resolve};
use crate::record::{
    CustomerFields, DocumentFields, DocumentRef, Fact, Fields, FundRef, Progress, ReceiptKey,
    SettingFields,
};

/// The statements whose values remain, for each field.
#[derive(Clone, Debug)]
pub struct Heads<F: Fields> {
    /// The shown values.
    pub shown: F,
    /// Every counting statement of a field that nothing replaced; equal values each with theirs.
    pub of: BTreeMap<F::Name, Vec<FactId>>,
}

impl<F: Fields> Heads<F> {
    /// Statements that something replaced may be named once more: it changes nothing.
    pub(super) fn of(said: &[Said<'_, F>]) -> Self {
        let mut of: BTreeMap<F::Name, Vec<FactId>> = BTreeMap::new();
        for statement in said.iter().filter(|statement| statement.counts) {
            for name in statement.fields.stated() {
                of.entry(name).or_default().push(statement.fact);
            }
        }
        let resolved = resolve(said);
        for (name, heads) in &mut of {
            let contested = resolved.conflicts.iter().find(|conflict| conflict.field == *name);
            match contested {
                Some(_) => {}
                // Uncontested: naming the statements of the shown value is enough.
                None => heads.retain(|fact| {
                    let held = said.iter().find(|held| held.fact == *fact);
                    held.is_some_and(|held| held.fields.agrees(&resolved.fields, *name))
                }),
            }
        }
        Self { shown: resolved.fields, of }
    }
}

/// What counting imports stated of one customer.
#[derive(Clone, Debug, Default)]
pub struct ImportedBefore {
    /// True when an import brought the customer.
    pub brought: bool,
    /// What they stated of the customer.
    pub customer: Resolved<CustomerFields>,
    /// What they stated of each document.
    pub documents: BTreeMap<DocumentRef, ImportedDocument>,
    /// The receipts that they brought.
    pub receipts: BTreeSet<ReceiptKey>,
}

/// What counting imports stated of one document.
#[derive(Clone, Debug, Default)]
pub struct ImportedDocument {
    /// Its fields.
    pub stated: Resolved<DocumentFields>,
    /// The latest running total.
    pub progress: Option<Progress>,
}

impl Ledger {
    /// The heads of a customer's fields.
    #[must_use]
    pub fn customer_heads(&self, journal: &Journal, customer: &Key) -> Heads<CustomerFields> {
        let gathered = gather(self.routes.of(customer), journal, &self.standing);
        Heads::of(&gathered.customer)
    }

    /// The heads of a document's fields.
    #[must_use]
    pub fn document_heads(
        &self,
        journal: &Journal,
        document: &DocumentRef,
    ) -> Heads<DocumentFields> {
        let gathered = gather(self.routes.of(document.customer()), journal, &self.standing);
        let none = Vec::new();
        Heads::of(gathered.documents.get(document).map_or(&none, |facts| &facts.said))
    }

    /// The heads of the settings.
    #[must_use]
    pub fn setting_heads(&self, journal: &Journal) -> Heads<SettingFields> {
        Heads::of(&self.settings_said(journal))
    }

    /// What counting imports stated of a customer, leaving out what people typed.
    #[must_use]
    pub fn imported_before(&self, journal: &Journal, customer: &Key) -> ImportedBefore {
        let gathered = gather(self.routes.of(customer), journal, &self.standing);
        let said = imported(&gathered.customer);
        let mut before = ImportedBefore {
            brought: !said.is_empty(),
            customer: resolve(&said),
            ..ImportedBefore::default()
        };
        for (document, facts) in &gathered.documents {
            let said = imported(&facts.said);
            if !said.is_empty() {
                let latest = facts.progress.iter().max_by_key(|(progress, _)| progress.on);
                let progress = latest.map(|(progress, _)| *progress);
                let held = ImportedDocument { stated: resolve(&said), progress };
                before.documents.insert(document.clone(), held);
            }
        }
        for reference in gathered.receipts.keys() {
            match reference {
                FundRef::Imported(key) => {
                    before.receipts.insert(key.clone());
                }
                FundRef::Receipt(_) | FundRef::Implied { .. } | FundRef::CreditNote(_) => {}
            }
        }
        before
    }

    /// Counting imports that no counting import has followed yet.
    #[must_use]
    pub fn last_imports(&self, journal: &Journal) -> Vec<EntryId> {
        let mut last: BTreeSet<EntryId> = BTreeSet::new();
        let mut followed: BTreeSet<EntryId> = BTreeSet::new();
        for &place in self.standing.order() {
            let Some(entry) = journal.entries().get(place as usize) else { continue };
            let is_import = entry.facts.iter().any(|fact| matches!(fact, Fact::Imported(_)));
            if is_import && self.standing.counts(place) {
                last.insert(entry.id);
                followed.extend(self.standing.replaced_imports(entry.id).into_iter().flatten());
            }
        }
        last.difference(&followed).copied().collect()
    }
}

fn imported<'a, F>(said: &[Said<'a, F>]) -> Vec<Said<'a, F>> {
    said.iter()
        .filter(|statement| statement.counts && statement.import.is_some())
        .copied()
        .collect()
}
