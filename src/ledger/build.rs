//! Builds an account from gathered facts: documents, due parts, funds, and what was applied to
//! what.
//! Never decides who gets contested money: the sweep does.

use std::collections::BTreeMap;

mod act;

use super::account::{
    Account, Balance, Customer, Document, Fund, FundColumn, FundSource, NEVER, Part, Span,
};
use super::finding::{ConflictField, Finding, Inert};
use super::gather::{DocumentFacts, Gathered, Told};
use super::implied::implied_receipts;
use super::sweep::{Application, Purpose, Target, sweep};
use crate::calendar::Date;
use crate::id::{FactId, Key};
use crate::journal::{Order, resolve};
use crate::money::{Currency, Money};
use crate::policy::terms::due_parts;
use crate::record::{DocumentKind, DocumentRef, FundRef, Receipt, ReverseSubject, Schedule};

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
    builder.disputes(gathered);
    let Builder { mut account, applications, .. } = builder;
    sweep(&mut account, applications);
    account
}

struct Builder {
    account: Account,
    applications: Vec<Application>,
    ends: Ends,
    /// Where each document was first brought, and each fund: nothing earlier can refer to it.
    document_first: BTreeMap<DocumentRef, (u32, Order)>,
    fund_first: BTreeMap<FundRef, (u32, Order)>,
    /// Numbers that payers named, by fund.
    designations: Vec<(u32, FactId, String)>,
}

/// From which day what is reversed.
#[derive(Default)]
struct Ends {
    facts: BTreeMap<FactId, (i32, Order)>,
    funds: BTreeMap<FundRef, (i32, Order)>,
    designations: BTreeMap<FundRef, (i32, Order)>,
    documents: BTreeMap<DocumentRef, (i32, Order)>,
}

impl Ends {
    fn of(gathered: &Gathered<'_>) -> Self {
        let mut ends = Self::default();
        for told in &gathered.reversals {
            let end = (told.what.on.number(), told.recorded);
            let first = |held: &mut (i32, Order)| *held = end.min(*held);
            match &told.what.subject {
                ReverseSubject::Fact(fact) => {
                    ends.facts.entry(*fact).and_modify(first).or_insert(end);
                }
                ReverseSubject::Fund(fund) => {
                    ends.funds.entry(fund.clone()).and_modify(first).or_insert(end);
                }
                ReverseSubject::Designation(fund) => {
                    ends.designations.entry(fund.clone()).and_modify(first).or_insert(end);
                }
                ReverseSubject::Document(document) => {
                    ends.documents.entry(document.clone()).and_modify(first).or_insert(end);
                }
            }
        }
        ends
    }
}

/// The day of an end that was recorded after `first`, else never.
fn end_after(end: Option<&(i32, Order)>, first: Order) -> i32 {
    end.filter(|(_, recorded)| *recorded > first).map_or(NEVER, |(day, _)| *day)
}

impl Builder {
    fn new(key: &Key, gathered: &Gathered<'_>) -> Self {
        let mut account = Account::default();
        account.customer.key = key.clone();
        Self {
            account,
            applications: Vec::new(),
            ends: Ends::of(gathered),
            document_first: BTreeMap::new(),
            fund_first: BTreeMap::new(),
            designations: Vec::new(),
        }
    }

    fn customer(&mut self, gathered: &Gathered<'_>) {
        let resolved = resolve(&gathered.customer);
        let key = self.account.customer.key.clone();
        self.account.findings.extend(resolved.conflicts.into_iter().map(|conflict| {
            let field = ConflictField::Customer(key.clone(), conflict.field);
            Finding::FieldConflict { field, heads: conflict.heads }
        }));
        let code = gathered.code.unwrap_or(key.as_str()).to_owned();
        self.account.customer = Customer { key, code, fields: resolved.fields };
    }

    fn document(&mut self, reference: &DocumentRef, facts: &DocumentFacts<'_>) {
        let (Some((kind, number)), Some(first)) = (facts.written, facts.first) else {
            for said in facts.said.iter().filter(|said| said.counts) {
                self.inert(said.fact, Inert::ItemMissing);
            }
            return;
        };
        let resolved = resolve(&facts.said);
        self.account.findings.extend(resolved.conflicts.into_iter().map(|conflict| {
            let field = ConflictField::Document(reference.clone(), conflict.field);
            Finding::FieldConflict { field, heads: conflict.heads }
        }));
        let ended_day = end_after(self.ends.documents.get(reference), first);
        let index = len(&self.account.documents);
        let mut document = Document {
            reference: reference.clone(),
            kind,
            number: number.to_owned(),
            fields: resolved.fields,
            brought_by: facts.brought_by.clone(),
            parts: Span { start: len(&self.account.parts), len: 0 },
            reversed_on: Date::from_number(ended_day),
        };
        self.document_first.insert(reference.clone(), (index, first));
        match (document.fields.issued_on, document.fields.claim) {
            (Some(issued_on), Some(claim)) => {
                let is_credit = kind == DocumentKind::CreditNote || claim.amount.minor() < 0;
                if is_credit {
                    self.credit_note(&document, claim.amount, issued_on, ended_day, first);
                    self.credit_progress(reference, facts);
                } else {
                    self.parts(index, &document, claim.amount, issued_on);
                    document.parts.len = len(&self.account.parts) - document.parts.start;
                    self.implied(index, reference, facts);
                }
            }
            (Some(_), None) | (None, Some(_)) | (None, None) => {
                let document = reference.clone();
                self.account.findings.push(Finding::IncompleteDocument { document });
            }
        }
        self.account.documents.push(document);
    }

    fn parts(&mut self, index: u32, document: &Document, amount: Money, issued_on: Date) {
        let none = Schedule::default();
        let schedule = document.fields.schedule.as_ref().unwrap_or(&none);
        for (part, due) in (0..).zip(due_parts(amount, Some(issued_on), schedule)) {
            self.account.parts.push(Part {
                document: index,
                index: part,
                issued_day: issued_on.number(),
                due_day: due.due_on.map_or(NEVER, Date::number),
                retention: due.retention,
                balance: balance(issued_on.number(), due.amount_minor, amount.currency()),
            });
        }
    }

    fn credit_note(
        &mut self,
        document: &Document,
        amount: Money,
        issued_on: Date,
        ended_day: i32,
        first: Order,
    ) {
        let reference = FundRef::CreditNote(document.reference.clone());
        let index = self.fund(
            Fund {
                reference,
                column: FundColumn::StandingCredit,
                source: FundSource::CreditNote,
                brought_by: document.brought_by.clone(),
                day: issued_on.number(),
                ended_day,
                note: document.number.clone(),
                balance: balance(issued_on.number(), amount.minor().abs(), amount.currency()),
            },
            first,
        );
        if let (Some(number), Some(&fact)) =
            (&document.fields.applies_to, document.brought_by.first())
        {
            self.designations.push((index, fact, number.clone()));
        }
    }

    /// What a table says was used of a credit note is money that went back to the customer.
    fn credit_progress(&mut self, reference: &DocumentRef, facts: &DocumentFacts<'_>) {
        let fund = len(&self.account.funds) - 1;
        for implied in implied_receipts(&facts.progress) {
            self.applications.push(Application {
                fact: implied.fact,
                purpose: Purpose::Refund,
                fund: Some(fund),
                target: Target::Nothing,
                amount_minor: implied.amount_minor,
                start: implied.day,
                end: implied.ended_day,
                fund_day: implied.day,
                due_day: NEVER,
                restored: None,
                recorded: self.first_of(reference),
            });
        }
    }

    fn first_of(&self, reference: &DocumentRef) -> Option<Order> {
        self.document_first.get(reference).map(|(_, first)| *first)
    }

    /// Receipts that running totals imply, each applied to its own document.
    fn implied(&mut self, index: u32, reference: &DocumentRef, facts: &DocumentFacts<'_>) {
        let Some(first) = self.first_of(reference) else { return };
        for implied in implied_receipts(&facts.progress) {
            let received_on = Date::from_number(implied.day);
            let Some(received_on) = received_on else { continue };
            let fund = self.fund(
                Fund {
                    reference: FundRef::Implied { document: reference.clone(), received_on },
                    column: FundColumn::Unapplied,
                    source: FundSource::Implied { undated: implied.undated },
                    brought_by: vec![implied.fact],
                    day: implied.day,
                    ended_day: implied.ended_day,
                    note: String::new(),
                    balance: balance(implied.day, implied.amount_minor, implied.currency),
                },
                first,
            );
            self.apply_whole(fund, index, implied.fact, NEVER);
        }
    }

    fn receipt(&mut self, reference: &FundRef, receipts: &[Told<'_, Receipt>]) {
        let Some(told) = receipts.first() else { return };
        let receipt = told.what;
        if receipt.amount.minor() <= 0 {
            self.inert(told.fact, Inert::NotPositive);
            return;
        }
        let prepaid = receipt.prepayment_for.is_some();
        let note = if receipt.reference.is_empty() { &receipt.method } else { &receipt.reference };
        let ended_day = end_after(self.ends.funds.get(reference), told.recorded);
        let day = receipt.received_on.number();
        let index = self.fund(
            Fund {
                reference: reference.clone(),
                column: if prepaid { FundColumn::Prepayment } else { FundColumn::Unapplied },
                source: FundSource::Receipt,
                brought_by: receipts.iter().map(|told| told.fact).collect(),
                day,
                ended_day,
                note: note.clone(),
                balance: balance(day, receipt.amount.minor(), receipt.amount.currency()),
            },
            told.recorded,
        );
        if let Some(designation) = &receipt.designation {
            self.designations.push((index, told.fact, designation.clone()));
        }
    }

    fn fund(&mut self, fund: Fund, first: Order) -> u32 {
        let index = len(&self.account.funds);
        self.fund_first.entry(fund.reference.clone()).or_insert((index, first));
        self.account.funds.push(fund);
        index
    }

    /// Applies all of a fund to the parts of a document, oldest due first.
    fn apply_whole(&mut self, fund: u32, document: u32, fact: FactId, end: i32) {
        let Some(held) = self.account.funds.get(fund as usize) else { return };
        let Some(target) = self.account.documents.get(document as usize) else {
            // The document that is being built: its parts are the last ones.
            let start = held.day.max(self.account.parts.last().map_or(0, |part| part.issued_day));
            self.applications.push(Application {
                fact,
                purpose: Purpose::Designated,
                fund: Some(fund),
                target: Target::Document(document),
                amount_minor: i64::MAX,
                start,
                end,
                fund_day: held.day,
                due_day: NEVER,
                restored: None,
                recorded: None,
            });
            return;
        };
        let issued = target.fields.issued_on.map_or(held.day, Date::number);
        self.applications.push(Application {
            fact,
            purpose: Purpose::Designated,
            fund: Some(fund),
            target: Target::Document(document),
            amount_minor: i64::MAX,
            start: held.day.max(issued),
            end,
            fund_day: held.day,
            due_day: NEVER,
            restored: None,
            recorded: None,
        });
    }

    /// A named invoice number is the payer's designation: the fold follows it.
    fn designate(&mut self) {
        for (fund, fact, numbers) in std::mem::take(&mut self.designations) {
            let Some(held) = self.account.funds.get(fund as usize) else { continue };
            let end = self.ends.designations.get(&held.reference).map_or(NEVER, |(day, _)| *day);
            let currency = held.balance.currency;
            for number in numbers.split([',', ';', '、', '，', '；']).map(Key::of) {
                if let Some(document) = self.claim_numbered(&number, currency) {
                    self.apply_whole(fund, document, fact, end);
                }
            }
        }
    }

    fn claim_numbered(&self, number: &Key, currency: Currency) -> Option<u32> {
        [DocumentKind::Invoice, DocumentKind::DebitNote].into_iter().find_map(|kind| {
            let customer = self.account.customer.key.clone();
            let wanted = DocumentRef::Numbered { kind, customer, number: number.clone() };
            let at = self.account.documents.binary_search_by(|held| held.reference.cmp(&wanted));
            let index = at.ok()?;
            let claim = self.account.documents.get(index)?.fields.claim?;
            (claim.amount.currency() == currency).then(|| u32::try_from(index).unwrap_or(NONE))
        })
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
