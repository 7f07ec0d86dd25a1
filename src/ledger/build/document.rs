//! Invoices and notes with their due parts; what tables say was received on them.
//! Never settles a part: it only says what may.

use super::{Builder, Designation, balance, len};
use crate::calendar::Date;
use crate::journal::resolve;
use crate::ledger::account::{Document, Fund, FundColumn, FundSource, NEVER, Part, Span};
use crate::ledger::finding::{ConflictField, Finding, Inert};
use crate::ledger::gather::{DocumentFacts, Place};
use crate::ledger::implied::implied_receipts;
use crate::ledger::sweep::{Application, Purpose, Target};
use crate::money::Money;
use crate::policy::terms::due_parts;
use crate::record::{DocumentKind, DocumentRef, FundRef, Schedule};

impl Builder {
    pub(super) fn document(&mut self, reference: &DocumentRef, facts: &DocumentFacts<'_>) {
        let (Some((kind, number)), Some(place)) = (facts.written, facts.place) else {
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
        let index = len(&self.account.documents);
        let ended_day = self.ends.of_document(reference, place.recorded);
        let (issued_on, claim) = (resolved.fields.issued_on, resolved.fields.claim);
        self.documents.insert(reference.clone(), (index, place));
        self.account.documents.push(Document {
            reference: reference.clone(),
            kind,
            number: number.to_owned(),
            fields: resolved.fields,
            brought_by: facts.brought_by.clone(),
            parts: Span { start: len(&self.account.parts), len: 0 },
            reversed_on: Date::from_number(ended_day),
        });
        let (Some(issued_on), Some(claim)) = (issued_on, claim) else {
            let document = reference.clone();
            self.account.findings.push(Finding::IncompleteDocument { document });
            return;
        };
        if kind == DocumentKind::CreditNote || claim.amount.minor() < 0 {
            self.credit_note(index, claim.amount, issued_on, ended_day, place);
            self.credit_used(facts, place);
        } else {
            self.parts(index, claim.amount, issued_on);
            self.implied(index, reference, facts, place);
        }
    }

    fn parts(&mut self, index: u32, amount: Money, issued_on: Date) {
        let Some(document) = self.account.documents.get_mut(index as usize) else { return };
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
        document.parts.len = len(&self.account.parts) - document.parts.start;
    }

    fn credit_note(
        &mut self,
        index: u32,
        amount: Money,
        issued_on: Date,
        ended_day: i32,
        place: Place,
    ) {
        let Some(document) = self.account.documents.get(index as usize) else { return };
        let fund = Fund {
            reference: FundRef::CreditNote(document.reference.clone()),
            column: FundColumn::StandingCredit,
            source: FundSource::CreditNote,
            brought_by: document.brought_by.clone(),
            day: issued_on.number(),
            ended_day,
            note: document.number.clone(),
            balance: balance(issued_on.number(), amount.minor().abs(), amount.currency()),
        };
        let applies_to = document.fields.applies_to.clone();
        let designated = applies_to.zip(document.brought_by.first().copied());
        let fund = self.fund(fund, place);
        if let Some((numbers, fact)) = designated {
            self.designations.push(Designation { fund, fact, place, numbers });
        }
    }

    /// What a table says was used of a credit note is money that went back to the customer.
    fn credit_used(&mut self, facts: &DocumentFacts<'_>, place: Place) {
        let fund = len(&self.account.funds) - 1;
        let Some(held) = self.account.funds.last() else { return };
        let (day, ended_day, currency) = (held.day, held.ended_day, held.balance.currency);
        for implied in implied_receipts(&facts.totals) {
            if implied.currency != currency {
                self.inert(implied.fact, Inert::OtherCurrency);
                continue;
            }
            let place = place.and(implied.place);
            self.applications.push(Application {
                fact: implied.fact,
                purpose: Purpose::Refund,
                derived: true,
                fund: Some(fund),
                target: Target::Nothing,
                amount_minor: implied.amount_minor,
                start: implied.day.max(day),
                end: implied.ended_day.min(ended_day),
                fund_day: implied.day,
                due_day: NEVER,
                restored: place.restored(),
                recorded: place.stands,
            });
        }
    }

    /// Receipts that running totals imply, each applied to its own document.
    fn implied(
        &mut self,
        index: u32,
        reference: &DocumentRef,
        facts: &DocumentFacts<'_>,
        place: Place,
    ) {
        for implied in implied_receipts(&facts.totals) {
            let Some(received_on) = Date::from_number(implied.day) else { continue };
            let reference = FundRef::Implied { document: reference.clone(), received_on };
            let ended_day = implied.ended_day.min(self.ends.of_fund(&reference, place.recorded));
            let end = self.ends.of_designation(&reference, place.recorded);
            let fund = Fund {
                reference,
                column: FundColumn::Unapplied,
                source: FundSource::Implied { undated: implied.undated },
                brought_by: vec![implied.fact],
                day: implied.day,
                ended_day,
                note: String::new(),
                balance: balance(implied.day, implied.amount_minor, implied.currency),
            };
            let fund = self.fund(fund, place);
            self.apply_whole(fund, index, implied.fact, place.and(implied.place), end);
        }
    }
}
