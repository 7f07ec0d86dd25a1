//! What importing a table would change, and the entries that record it (A7; DESIGN 1).
//! Never compares with the present value: only with what the imports before had stated.

use std::collections::{BTreeMap, BTreeSet};
use std::vec::IntoIter;

use super::Workbook;
use super::draft::Draft;
use crate::calendar::Date;
use crate::id::{EntryId, Key};
use crate::ledger::{Account, Fund, ImportedBefore};
use crate::money::Money;
use crate::record::{
    CustomerStatement, DocumentField, DocumentFields, DocumentRef, DocumentRow, Fields, FundRef,
    Layout, MissingItem, Progress, ReceiptRow,
};

/// What an import would record, with what the preview shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportPlan {
    /// Name of the file or of the paste.
    pub source: String,
    /// The day that the table speaks about.
    pub day: Date,
    /// How the table is read, remembered for the next one.
    pub layout: Option<Layout>,
    /// Customers to state.
    pub customers: Vec<CustomerStatement>,
    /// Documents to state: new ones whole, known ones with what changed.
    pub documents: Vec<DocumentRow>,
    /// Receipts that are not known yet.
    pub receipts: Vec<ReceiptRow>,
    /// How many documents are new.
    pub new_documents: u32,
    /// What changed in known documents.
    pub differences: Vec<Difference>,
    /// How many rows state what is known already.
    pub unchanged: u32,
    /// What an absence means, as it was asked.
    pub missing: MissingItem,
    pub(super) follows: Vec<EntryId>,
}

/// A field of a known document that the table states otherwise than the imports before.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Line of the table; 0 for an item that is missing in it.
    pub row: u32,
    /// The document.
    pub document: DocumentRef,
    /// What changed.
    pub change: Change,
}

/// What changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// A field, from the values stated before to those stated now.
    Field {
        /// Which one.
        field: DocumentField,
        /// Before.
        before: Box<DocumentFields>,
        /// Now.
        now: Box<DocumentFields>,
    },
    /// What was received to date.
    Received {
        /// Before; absent when nothing was stated.
        before: Option<Money>,
        /// Now.
        now: Money,
    },
}

/// An import that is being compared with what earlier imports stated, row by row, so that a page
/// can do something else between the steps.
#[derive(Debug)]
pub struct ImportPlanning {
    plan: ImportPlan,
    customers: IntoIter<CustomerStatement>,
    documents: IntoIter<DocumentRow>,
    receipts: IntoIter<ReceiptRow>,
    before: Before,
    /// Documents that a full list names: all others are settled.
    named: BTreeSet<DocumentRef>,
    /// Customers whose documents a full list may settle; `None` until all rows are compared.
    listed: Option<IntoIter<Key>>,
}

impl ImportPlanning {
    /// Begins to compare a draft.
    #[must_use]
    pub fn begin(workbook: &Workbook, draft: Draft) -> Self {
        let policy = workbook.ledger.policy();
        let is_known = policy.layouts.get(&draft.layout.headings) == Some(&draft.layout);
        let plan = ImportPlan {
            source: draft.source,
            day: draft.day,
            layout: (!is_known).then_some(draft.layout),
            customers: Vec::new(),
            documents: Vec::new(),
            receipts: Vec::new(),
            new_documents: 0,
            differences: Vec::new(),
            unchanged: 0,
            missing: draft.missing,
            follows: workbook.ledger.last_imports(&workbook.journal),
        };
        Self {
            plan,
            customers: draft.customers.into_iter(),
            documents: draft.documents.into_iter(),
            receipts: draft.receipts.into_iter(),
            before: Before::default(),
            named: BTreeSet::new(),
            listed: None,
        }
    }

    /// Compares one row; then, for a full list, looks for what one customer's documents lack.
    /// `false` when all is done. The workbook must be the same until then.
    pub fn step(&mut self, workbook: &Workbook) -> bool {
        let Self { plan, before, .. } = self;
        if let Some(statement) = self.customers.next() {
            let known = before.customer(workbook, &Key::of(&statement.code));
            let fields = changed_fields(&known.customer, &statement.fields);
            if !known.brought || !fields.stated().is_empty() {
                plan.customers.push(CustomerStatement { code: statement.code, fields });
            }
        } else if let Some(row) = self.documents.next() {
            if plan.missing == MissingItem::Settled {
                self.named.insert(row.document());
            }
            let customer = Key::of(&row.customer);
            plan.compare(row, before.customer(workbook, &customer));
        } else if let Some(row) = self.receipts.next() {
            let known = before.customer(workbook, &Key::of(&row.receipt.customer));
            if known.receipts.contains(&row.key()) {
                plan.unchanged += 1;
            } else {
                plan.receipts.push(row);
            }
        } else if let Some(listed) = &mut self.listed {
            let Some(customer) = listed.next() else { return false };
            if let Some(account) = workbook.ledger.account(&customer) {
                let known = before.customer(workbook, &customer);
                plan.settle_missing(account, known, &self.named);
            }
        } else {
            // A table without documents is no list of them.
            let accounts = workbook.ledger.accounts().filter(|_| !self.named.is_empty());
            let keys: Vec<Key> = accounts.map(|account| account.customer.key.clone()).collect();
            self.listed = Some(keys.into_iter());
        }
        true
    }

    /// What the import would record, after whatever steps are left.
    #[must_use]
    pub fn end(mut self, workbook: &Workbook) -> ImportPlan {
        while self.step(workbook) {}
        self.plan
    }
}

impl Workbook {
    /// Compares a draft with what earlier imports stated.
    #[must_use]
    pub fn plan_import(&self, draft: &Draft) -> ImportPlan {
        ImportPlanning::begin(self, draft.clone()).end(self)
    }
}

/// What earlier imports stated, looked up once for each customer.
#[derive(Debug, Default)]
struct Before(BTreeMap<Key, ImportedBefore>);

impl Before {
    fn customer(&mut self, workbook: &Workbook, key: &Key) -> &ImportedBefore {
        let Workbook { ledger, journal, .. } = workbook;
        self.0.entry(key.clone()).or_insert_with(|| ledger.imported_before(journal, key))
    }
}

impl ImportPlan {
    /// True when the table states nothing that is not known already.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.customers.is_empty() && self.documents.is_empty() && self.receipts.is_empty()
    }

    /// How many rows would be recorded.
    #[must_use]
    pub fn rows(&self) -> u32 {
        u32::try_from(self.documents.len() + self.receipts.len()).unwrap_or(u32::MAX)
    }

    fn compare(&mut self, row: DocumentRow, before: &ImportedBefore) {
        let document = row.document();
        let Some(known) = before.documents.get(&document) else {
            self.new_documents += 1;
            self.documents.push(row);
            return;
        };
        let fields = changed_fields(&known.stated, &row.fields);
        let progress = row.progress.filter(|now| !same_progress(known.progress, *now));
        if fields.stated().is_empty() && progress.is_none() {
            self.unchanged += 1;
            return;
        }
        for field in fields.stated() {
            let before = Box::new(known.stated.fields.clone());
            let now = Box::new(row.fields.clone());
            let change = Change::Field { field, before, now };
            self.differences.push(Difference { row: row.row, document: document.clone(), change });
        }
        if let Some(progress) = progress {
            let before = known.progress.map(|progress| progress.received);
            let change = Change::Received { before, now: progress.received };
            self.differences.push(Difference { row: row.row, document, change });
        }
        self.documents.push(DocumentRow { fields, progress, ..row });
    }

    /// A full list: what it does not name any more is settled on its day (A7). What is open then
    /// was received since, beyond what tables stated before.
    fn settle_missing(
        &mut self,
        account: &Account,
        known: &ImportedBefore,
        named: &BTreeSet<DocumentRef>,
    ) {
        let credits: BTreeMap<&FundRef, &Fund> =
            account.funds.iter().map(|fund| (&fund.reference, fund)).collect();
        let day = self.day.number();
        for document in &account.documents {
            let listed = known.documents.get(&document.reference);
            let Some(listed) = listed.filter(|_| !named.contains(&document.reference)) else {
                continue;
            };
            let parts = document.parts.of(&account.parts).iter();
            let owed: i64 = parts.map(|part| account.outstanding(part, day)).sum();
            let credit = credits.get(&FundRef::CreditNote(document.reference.clone()));
            let open = owed + credit.map_or(0, |fund| account.remaining(fund, day));
            let Some(claim) = document.fields.claim.filter(|_| open > 0) else { continue };
            let stated = listed.progress.map_or(0, |total| total.received.minor().abs());
            let Ok(received) = claim.amount.with_minor(stated.saturating_add(open)) else {
                continue;
            };
            let earlier = listed.progress.map(|total| total.received);
            let change = Change::Received { before: earlier, now: received };
            let reference = document.reference.clone();
            self.differences.push(Difference { row: 0, document: reference, change });
            self.documents.push(DocumentRow {
                row: 0,
                kind: document.kind,
                customer: account.customer.code.clone(),
                number: document.number.clone(),
                fields: DocumentFields::default(),
                progress: Some(Progress { received, on: self.day, undated: true }),
            });
        }
    }
}

/// A running total says the same when it names the same sum, on the same day unless the day is
/// only the file's.
fn same_progress(before: Option<Progress>, now: Progress) -> bool {
    match before {
        Some(before) => before.received == now.received && (now.undated || before.on == now.on),
        None => now.received.minor() == 0,
    }
}

/// The fields in which a row differs from what earlier imports stated.
fn changed_fields<F: Fields>(before: &crate::journal::Resolved<F>, now: &F) -> F {
    let mut changed = F::default();
    for field in now.stated() {
        let contested = before.conflicts.iter().any(|conflict| conflict.field == field);
        if contested || !now.agrees(&before.fields, field) {
            changed.take(now, field);
        }
    }
    changed
}
