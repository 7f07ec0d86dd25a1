//! Checks of invoices and notes (A3).
//! Never touches money that was received.

use super::replaced;
use crate::id::{FactId, Key};
use crate::journal::Entry;
use crate::ledger::{Account, Finding, Inert};
use crate::money::Money;
use crate::record::{
    Amend, AmendSubject, Claim, CustomerFields, CustomerStatement, DocumentFields, DocumentKind,
    DocumentRef, DocumentStatement, Fact, Share, Terms,
};
use crate::workbook::{Rejection, Workbook};

/// True when payment terms leave it open who takes the rest and the cents.
pub(super) fn without_rest(terms: &Terms) -> bool {
    terms.lines.last().is_none_or(|line| line.share != Share::Rest)
}

impl Workbook {
    pub(super) fn record_document(
        &self,
        kind: DocumentKind,
        customer: String,
        number: Option<String>,
        fields: DocumentFields,
    ) -> Result<Vec<Fact>, Rejection> {
        let key = Key::of(&customer);
        if key.is_empty() {
            return Err(Rejection::CodeMissing);
        }
        check_fields(&fields)?;
        fields.issued_on.ok_or(Rejection::IssueDateMissing)?;
        fields.claim.ok_or(Rejection::AmountMissing)?;
        let account = self.ledger.account(&key);
        let statement = DocumentStatement { kind, customer, number, fields };
        let nameless = FactId { entry: self.next_id(0)?, index: 0 };
        let reference = statement.document(nameless);
        if account.is_some_and(|account| account.document(&reference).is_some()) {
            return Err(Rejection::DocumentExists(statement.number.unwrap_or_default()));
        }
        let mut facts = vec![Fact::Document(Box::new(statement.clone()))];
        if account.is_none() {
            let fields = CustomerFields::default();
            let customer = CustomerStatement { code: statement.customer, fields };
            facts.push(Fact::Customer(Box::new(customer)));
        }
        Ok(facts)
    }

    pub(super) fn amend_document(
        &self,
        document: DocumentRef,
        fields: DocumentFields,
        reason: Option<String>,
    ) -> Result<Vec<Fact>, Rejection> {
        let account = self.account_of(document.customer())?;
        let held = account.document(&document).ok_or(Rejection::DocumentUnknown)?;
        let mut after = held.fields.clone();
        after.issued_on = fields.issued_on.or(after.issued_on);
        after.schedule = fields.schedule.clone().or(after.schedule);
        after.claim = fields.claim.or(after.claim);
        check_fields(&after)?;
        let heads = self.ledger.document_heads(&self.journal, &document);
        let replaces = replaced(&fields, &held.fields, &heads)?;
        let subject = AmendSubject::Document { document, fields: Box::new(fields) };
        Ok(vec![Fact::Amend(Box::new(Amend { subject, replaces, reason }))])
    }
}

impl Workbook {
    /// Refuses an amendment after which money that was applied would not fit any more.
    pub(in crate::workbook) fn keeps_effects(
        &self,
        document: &DocumentRef,
        entry: &Entry,
    ) -> Result<(), Rejection> {
        let customer = document.customer();
        let held = &self.account_of(customer)?.findings;
        let after = self.ledger.account_with(&self.journal, customer, entry);
        for finding in after.findings.iter().filter(|finding| !held.contains(finding)) {
            match finding {
                Finding::Contested { fact, wanted, granted, .. } => {
                    if granted_before(held, *fact).is_none_or(|before| *granted < before) {
                        let (wanted, outstanding) = (*wanted, *granted);
                        return Err(Rejection::BeyondOutstanding { wanted, outstanding });
                    }
                }
                Finding::Inert { why: Inert::OtherCurrency, .. } => {
                    let claim = |account: &Account| account.document(document)?.fields.claim;
                    let (Some(was), Some(now)) = (claim(self.account_of(customer)?), claim(&after))
                    else {
                        return Err(Rejection::ItemUnknown);
                    };
                    let (money, item) = (was.amount, now.amount);
                    return Err(Rejection::CurrencyDiffers { money, item });
                }
                Finding::Inert { .. } => return Err(Rejection::ItemUnknown),
                Finding::FieldConflict { .. }
                | Finding::OverridesContradict { .. }
                | Finding::ApprovalsContradict { .. }
                | Finding::LevelsContradict { .. }
                | Finding::DiscountTakenLate { .. }
                | Finding::IncompleteDocument { .. }
                | Finding::UnknownContent { .. }
                | Finding::RivalContent { .. }
                | Finding::ClockBeyondLimit { .. }
                | Finding::MissingEntry { .. } => {}
            }
        }
        Ok(())
    }
}

/// What a contested act got before.
fn granted_before(findings: &[Finding], act: FactId) -> Option<Money> {
    findings.iter().find_map(|finding| match finding {
        Finding::Contested { fact, granted, .. } if *fact == act => Some(*granted),
        _ => None,
    })
}

fn check_fields(fields: &DocumentFields) -> Result<(), Rejection> {
    if let Some(Claim { amount, tax }) = fields.claim {
        if amount.minor() <= 0 {
            return Err(Rejection::AmountNotPositive(amount));
        }
        let within = |tax: Money| {
            tax.currency() == amount.currency() && (0..=amount.minor()).contains(&tax.minor())
        };
        if let Some(tax) = tax.filter(|tax| !within(*tax)) {
            return Err(Rejection::TaxBeyondAmount(tax));
        }
    }
    let Some(schedule) = &fields.schedule else { return Ok(()) };
    if schedule.terms.as_ref().is_some_and(without_rest) {
        return Err(Rejection::TermsWithoutRest);
    }
    match (schedule.due_on, fields.issued_on) {
        (Some(due_on), Some(issued_on)) if due_on < issued_on => {
            Err(Rejection::DueBeforeIssue { due_on, issued_on })
        }
        _ => Ok(()),
    }
}
