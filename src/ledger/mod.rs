//! The fold: what the journal's documents and money add up to, customer by customer.
//! Never fails, never panics, and never drops a fact: what cannot count raises a finding.

mod account;
mod away;
mod brief;
mod build;
mod dealing;
mod finding;
mod folding;
mod gather;
mod history;
mod implied;
mod office;
mod route;
mod sweep;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use account::{
    Account, Balance, Customer, DisputeSpan, Document, Effect, EffectKind, Fund, FundColumn,
    FundSource, NEVER, Part, Span,
};
pub use brief::{Brief, BriefKind};
pub use dealing::{Contract, Dealing, Dealings, LevelChange};
pub use finding::{ConflictField, Finding, Inert};
pub use folding::{Extending, Folding};
pub use history::{Heads, ImportedBefore, ImportedDocument};

pub use office::Office;

use crate::id::{EntryId, Key};
use crate::journal::{Entry, Journal, Replaces, Said, Standing, resolve};
use crate::policy::Policy;
use crate::record::{AmendSubject, Fact, SettingFields};
use office::SaidOfArticles;
use route::{FactPlace, Routes};

/// Everything that a journal adds up to.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// A copy shares every account until it is folded again: comparing books holds two ledgers.
    accounts: BTreeMap<Key, Arc<Account>>,
    policy: Policy,
    office: Office,
    findings: Vec<Finding>,
    routes: Routes,
    standing: Standing,
    /// Entries that hold something of a newer version.
    unknown: BTreeSet<EntryId>,
}

impl Ledger {
    /// Folds a journal. The result is a function of the set of entries: neither their order of
    /// arrival nor anything outside the journal changes it.
    #[must_use]
    pub fn fold(journal: &Journal) -> Self {
        Folding::begin(journal).end(journal)
    }

    /// Takes in entries that were just added to the journal, folding again only the customers that
    /// they concern: those whose facts they hold, and those whose facts they make count or not.
    /// Gives the same ledger as folding the whole journal.
    pub fn extend(&mut self, journal: &Journal, places: &[u32]) {
        let mut extending = Extending::begin(self, journal, places);
        while extending.step(self, journal) {}
    }

    /// The account of a customer as it would be with one more entry, which changes nothing here.
    #[must_use]
    pub fn account_with(&self, journal: &Journal, customer: &Key, entry: &Entry) -> Account {
        let mut gathered = gather::gather(self.routes.of(customer), journal, &self.standing);
        gathered.take_entry(customer, entry);
        build::build(customer, &gathered)
    }

    /// Takes note of entries that were just added, and names the customers that they concern.
    fn note(&mut self, journal: &Journal, places: &[u32]) -> BTreeSet<Key> {
        let mut touched: BTreeSet<Key> = BTreeSet::new();
        for &place in places {
            touched.extend(self.route(journal, place));
        }
        for place in self.standing.extend(journal, places) {
            let entry = journal.entries().get(place as usize);
            touched.extend(entry.map(Routes::customers_of).into_iter().flatten());
        }
        touched
    }

    /// Takes note of the entry at that place and names the customers that it concerns.
    fn route(&mut self, journal: &Journal, place: u32) -> Vec<Key> {
        let entry = journal.entries().get(place as usize);
        self.unknown.extend(entry.filter(|entry| entry.has_unknown()).map(|entry| entry.id));
        self.routes.add(journal, place)
    }

    fn refold(&mut self, journal: &Journal, customer: &Key) {
        let gathered = gather::gather(self.routes.of(customer), journal, &self.standing);
        let account = build::build(customer, &gathered);
        let no_money = account.documents.is_empty() && account.funds.is_empty();
        let nothing = no_money && account.dealings.is_empty();
        if gathered.code.is_none() && nothing && account.findings.is_empty() {
            self.accounts.remove(customer);
            return;
        }
        self.accounts.insert(customer.clone(), Arc::new(account));
    }

    fn fold_settings(&mut self, journal: &Journal) {
        let mut policy = Policy::default();
        let mut office = Office::default();
        for (at, _) in self.settings_in_order(journal) {
            let counts = self.standing.counts(at.entry);
            if let (true, Some(id), Some(fact)) = (counts, at.id(journal), at.fact(journal)) {
                office.take(id, fact);
            }
            match at.fact(journal) {
                Some(Fact::Created(created)) => {
                    policy.workbook.get_or_insert(created.workbook);
                }
                Some(Fact::Layout(layout)) if counts => policy.remember(layout),
                Some(Fact::ExchangeRate(rate)) if counts => policy.exchange.push(*rate),
                _ => {}
            }
        }
        let resolved = resolve(&self.settings_said(journal));
        policy.apply(resolved.fields);
        let of_articles = office.resolve_articles(&self.articles_said(journal));
        self.policy = policy;
        self.office = office;
        self.findings = resolved
            .conflicts
            .into_iter()
            .map(|conflict| Finding::FieldConflict {
                field: ConflictField::Setting(conflict.field),
                heads: conflict.heads,
            })
            .chain(of_articles)
            .chain(self.journal_findings(journal))
            .collect();
    }

    /// What is wrong with single entries, by their names.
    fn journal_findings(&self, journal: &Journal) -> Vec<Finding> {
        let unknown = self.unknown.iter().map(|&entry| (entry, Finding::UnknownContent { entry }));
        let mut findings: Vec<(EntryId, Finding)> = unknown.collect();
        let rivals = journal.rivals().iter().map(|rival| rival.id);
        findings.extend(rivals.map(|entry| (entry, Finding::RivalContent { entry })));
        let beyond = journal.beyond().iter().map(|entry| entry.id);
        findings.extend(beyond.map(|entry| (entry, Finding::ClockBeyondLimit { entry })));
        let missing = journal.gaps().into_iter();
        findings.extend(missing.map(|entry| (entry, Finding::MissingEntry { entry })));
        findings.sort_by_key(|(entry, _)| *entry);
        findings.into_iter().map(|(_, finding)| finding).collect()
    }

    /// Facts of the whole workbook in the order in which they were recorded.
    fn settings_in_order<'a>(&self, journal: &'a Journal) -> Vec<(FactPlace, &'a Entry)> {
        let mut placed: Vec<_> = self
            .routes
            .settings()
            .iter()
            .filter_map(|&at| {
                let entry = journal.entries().get(at.entry as usize)?;
                Some((entry.order(), at, entry))
            })
            .collect();
        placed.sort_unstable_by_key(|(order, at, _)| (*order, *at));
        placed.into_iter().map(|(_, at, entry)| (at, entry)).collect()
    }

    /// Everything that was said of the settings.
    fn settings_said<'a>(&self, journal: &'a Journal) -> Vec<Said<'a, SettingFields>> {
        let mut said = Vec::new();
        for (at, entry) in self.settings_in_order(journal) {
            let (fields, replaces) = match at.fact(journal) {
                Some(Fact::Created(created)) => (&created.settings, Replaces::Nothing),
                Some(Fact::Amend(amend)) => match &amend.subject {
                    AmendSubject::Settings(fields) => {
                        (fields.as_ref(), Replaces::Facts(&amend.replaces))
                    }
                    AmendSubject::Customer { .. }
                    | AmendSubject::Document { .. }
                    | AmendSubject::Contract { .. }
                    | AmendSubject::Article { .. } => continue,
                },
                _ => continue,
            };
            let Some(fact) = at.id(journal) else { continue };
            let counts = self.standing.counts(at.entry);
            let recorded = entry.order();
            said.push(Said { fact, recorded, counts, import: None, fields, replaces });
        }
        said
    }

    /// Everything that was said of the articles of the handbook.
    fn articles_said<'a>(&self, journal: &'a Journal) -> SaidOfArticles<'a> {
        let mut said: SaidOfArticles<'a> = BTreeMap::new();
        for (at, entry) in self.settings_in_order(journal) {
            let (article, fields, replaces) = match at.fact(journal) {
                Some(Fact::Article(held)) => (&held.article, &held.fields, Replaces::Nothing),
                Some(Fact::Amend(amend)) => match &amend.subject {
                    AmendSubject::Article { article, fields } => {
                        (article, fields.as_ref(), Replaces::Facts(&amend.replaces))
                    }
                    AmendSubject::Settings(_)
                    | AmendSubject::Customer { .. }
                    | AmendSubject::Document { .. }
                    | AmendSubject::Contract { .. } => continue,
                },
                _ => continue,
            };
            let Some(fact) = at.id(journal) else { continue };
            let (counts, recorded) = (self.standing.counts(at.entry), entry.order());
            let one = Said { fact, recorded, counts, import: None, fields, replaces };
            said.entry(article.clone()).or_default().push(one);
        }
        said
    }

    /// All accounts, by customer key.
    pub fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.accounts.values().map(Arc::as_ref)
    }

    /// The same, each as it is shared: an account is the same one until it is folded again.
    pub fn shared_accounts(&self) -> impl Iterator<Item = &Arc<Account>> {
        self.accounts.values()
    }

    /// The account of a customer.
    #[must_use]
    pub fn account(&self, customer: &Key) -> Option<&Account> {
        self.accounts.get(customer).map(Arc::as_ref)
    }

    /// The settings and policy in force.
    #[must_use]
    pub const fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The handbook, training, decisions of meetings and sign-offs.
    #[must_use]
    pub const fn office(&self) -> &Office {
        &self.office
    }

    /// Which entries count, and where they stand.
    #[must_use]
    pub const fn standing(&self) -> &Standing {
        &self.standing
    }

    /// Everything that a person should settle: of the workbook first, then customer by customer.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().chain(self.accounts().flat_map(|account| &account.findings))
    }

    /// Findings that `other`, a ledger of the same workbook, does not have.
    pub fn findings_beside<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a Finding> {
        let own = self.findings.iter().filter(|finding| !other.findings.contains(finding));
        let accounts = self.accounts.iter().flat_map(|(customer, account)| {
            let held = other.accounts.get(customer);
            let is_shared = held.is_some_and(|held| Arc::ptr_eq(held, account));
            let findings = if is_shared { &[] } else { account.findings.as_slice() };
            let is_new =
                move |finding: &&Finding| held.is_none_or(|held| !held.findings.contains(finding));
            findings.iter().filter(is_new)
        });
        own.chain(accounts)
    }

    /// True when both ledgers read the same: accounts, settings and findings.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        self.accounts == other.accounts
            && self.policy == other.policy
            && self.office == other.office
            && self.findings == other.findings
    }
}
