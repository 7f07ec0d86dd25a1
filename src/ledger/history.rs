//! What the journal says behind a value: heads of fields, and what imports stated.
//! Never part of the fold: asked when a person changes something or imports a table.

use std::collections::{BTreeMap, BTreeSet};

use super::Ledger;
use super::gather::gather;
use super::implied::standing_totals;
use crate::id::{EntryId, FactId, Key};
use crate::journal::{Journal, Resolved, Said, resolve};
use crate::record::{
    ArticleFields, ContractFields, CustomerFields, DocumentFields, DocumentRef, Fields, FundRef,
    Progress, ReceiptKey, SettingFields,
};

/// The statements whose values remain, for each field.
#[derive(Clone, Debug)]
pub struct Heads<F: Fields> {
    /// The shown values.
    pub shown: F,
    /// The counting statements that a new value of a field replaces: those of the shown value, and
    /// of a contested field all of them. Naming one that is replaced already changes nothing.
    pub of: BTreeMap<F::Name, Vec<FactId>>,
    /// Fields of which several values remain.
    pub contested: BTreeSet<F::Name>,
}

impl<F: Fields> Heads<F> {
    pub(super) fn of(said: &[Said<'_, F>]) -> Self {
        let resolved = resolve(said);
        let contested: BTreeSet<F::Name> =
            resolved.conflicts.iter().map(|conflict| conflict.field).collect();
        let mut of: BTreeMap<F::Name, Vec<FactId>> = BTreeMap::new();
        for statement in said.iter().filter(|statement| statement.counts) {
            for name in statement.fields.stated() {
                let is_shown = statement.fields.agrees(&resolved.fields, name);
                if is_shown || contested.contains(&name) {
                    of.entry(name).or_default().push(statement.fact);
                }
            }
        }
        Self { shown: resolved.fields, of, contested }
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

    /// The heads of a contract's fields.
    #[must_use]
    pub fn contract_heads(
        &self,
        journal: &Journal,
        customer: &Key,
        number: &Key,
    ) -> Heads<ContractFields> {
        let gathered = gather(self.routes.of(customer), journal, &self.standing);
        let none = Vec::new();
        Heads::of(gathered.contracts.get(number).map_or(&none, |facts| &facts.said))
    }

    /// The heads of an article's fields.
    #[must_use]
    pub fn article_heads(&self, journal: &Journal, article: &Key) -> Heads<ArticleFields> {
        let said = self.articles_said(journal);
        let none = Vec::new();
        Heads::of(said.get(article).unwrap_or(&none))
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
                let progress = standing_totals(&facts.totals).last().map(|total| total.progress);
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
        let closings =
            self.standing.closings().iter().filter(|place| self.standing.counts(**place));
        let imports: Vec<EntryId> = closings
            .filter_map(|place| journal.entries().get(*place as usize).map(|entry| entry.id))
            .collect();
        let is_followed = |import: &EntryId| {
            let Some(number) = self.standing.import_number(*import) else { return false };
            let later = imports.iter().rev().take_while(|later| *later != import);
            later
                .filter_map(|later| self.standing.replaced_imports(*later))
                .any(|set| set.has(number))
        };
        imports.iter().filter(|import| !is_followed(import)).copied().collect()
    }
}

fn imported<'a, F>(said: &[Said<'a, F>]) -> Vec<Said<'a, F>> {
    said.iter()
        .filter(|statement| statement.counts && statement.import.is_some())
        .copied()
        .collect()
}
