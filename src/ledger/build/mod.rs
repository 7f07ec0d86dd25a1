//! Builds an account from gathered facts: documents, due parts, funds, what was applied to what.
//! Never decides who gets contested money: the sweep does.

mod act;
mod dealing;
mod discount;
mod dispute;
mod document;
mod end;
mod fund;
mod level;

use std::collections::BTreeMap;

use super::account::{Account, Balance, Customer, NEVER, Span};
use super::finding::{ConflictField, Finding, Inert};
use super::gather::{Gathered, Place};
use super::sweep::{Application, Purpose, Target, sweep};
use crate::calendar::Date;
use crate::id::{FactId, Key};
use crate::journal::{Order, resolve};
use crate::money::Currency;
use crate::record::{DocumentRef, FundRef};
use end::Ends;

/// Builds the account of one customer.
pub(super) fn build(key: &Key, gathered: &Gathered<'_>) -> Account {
    let mut builder = Builder::new(key, gathered);
    builder.customer(gathered);
    for (reference, facts) in &gathered.documents {
        builder.document(reference, facts);
    }
    for (reference, receipts) in &gathered.receipts {
        builder.receipt(reference, receipts);
    }
    builder.designate();
    builder.money_acts(gathered);
    builder.discounts(gathered);
    builder.disputes(gathered);
    builder.dealings(gathered);
    builder.inert_reversals(gathered);
    let applications = std::mem::take(&mut builder.applications);
    sweep(&mut builder.account, applications);
    builder.levels();
    let mut account = builder.account;
    account.draw_up_briefs();
    account
}

struct Builder {
    account: Account,
    applications: Vec<Application>,
    ends: Ends,
    /// Index and place of each document, and of each fund.
    documents: BTreeMap<DocumentRef, (u32, Place)>,
    funds: BTreeMap<FundRef, (u32, Place)>,
    /// Acts and disputes, by fact: what a reversal can end.
    acts: BTreeMap<FactId, Order>,
    /// Numbers that payers named, by fund.
    designations: Vec<Designation>,
}

/// A number that a payer named.
struct Designation {
    fund: u32,
    fact: FactId,
    place: Place,
    numbers: String,
}

impl Builder {
    fn new(key: &Key, gathered: &Gathered<'_>) -> Self {
        let mut account = Account::default();
        account.customer.key = key.clone();
        Self {
            account,
            applications: Vec::new(),
            ends: Ends::of(gathered),
            documents: BTreeMap::new(),
            funds: BTreeMap::new(),
            acts: BTreeMap::new(),
            designations: Vec::new(),
        }
    }

    fn customer(&mut self, gathered: &Gathered<'_>) {
        let key = self.account.customer.key.clone();
        let Some(code) = gathered.code else {
            // What was changed of a customer whose every record was retracted.
            for said in gathered.customer.iter().filter(|said| said.counts) {
                self.inert(said.fact, Inert::SubjectMissing);
            }
            self.account.customer.code = key.as_str().to_owned();
            return;
        };
        let resolved = resolve(&gathered.customer);
        self.account.findings.extend(resolved.conflicts.into_iter().map(|conflict| {
            let field = ConflictField::Customer(key.clone(), conflict.field);
            Finding::FieldConflict { field, heads: conflict.heads }
        }));
        let mut said = gathered.customer.iter().rev();
        let people = said.find(|said| said.counts && said.fields.contacts.is_some());
        self.account.customer = Customer {
            key,
            code: code.to_owned(),
            fields: resolved.fields,
            people_recorded: people.map(|said| said.recorded),
        };
    }

    /// Applies all of a fund to the parts of a document, oldest due first, because a payer or a
    /// table says so.
    fn apply_whole(&mut self, fund: u32, document: u32, fact: FactId, place: Place, end: i32) {
        let (Some(held), Some(target)) =
            (self.account.funds.get(fund as usize), self.account.documents.get(document as usize))
        else {
            return;
        };
        let claim = target.fields.claim.map(|claim| claim.amount.currency());
        if claim != Some(held.balance.currency) {
            return self.inert(fact, Inert::OtherCurrency);
        }
        let issued = target.fields.issued_on.map_or(held.day, Date::number);
        self.applications.push(Application {
            fact,
            purpose: Purpose::Allocated,
            derived: true,
            fund: Some(fund),
            target: Target::Document(document),
            amount_minor: i64::MAX,
            start: held.day.max(issued),
            end,
            fund_day: held.day,
            due_day: NEVER,
            restored: place.restored(),
            recorded: place.stands,
        });
    }

    fn inert(&mut self, fact: FactId, why: Inert) {
        let customer = self.account.customer.key.clone();
        self.account.findings.push(Finding::Inert { fact, customer, why });
    }
}

const NONE: u32 = u32::MAX;

fn len<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(NONE)
}

fn balance(from_day: i32, amount_minor: i64, currency: Currency) -> Balance {
    Balance {
        from_day,
        amount_minor,
        currency,
        used_minor: 0,
        last_day: from_day,
        effects: Span::default(),
    }
}
