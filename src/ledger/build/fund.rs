//! Receipts, and what their payers designated them for.
//! Never guesses what money is for: without a designation it stays unapplied (DESIGN 1).

use super::{Builder, Designation, balance, len};
use crate::id::Key;
use crate::ledger::account::{Fund, FundColumn, FundSource};
use crate::ledger::finding::Inert;
use crate::ledger::gather::{Place, Told};
use crate::money::Currency;
use crate::record::{DocumentKind, DocumentRef, FundRef, Receipt};

impl Builder {
    pub(super) fn receipt(&mut self, reference: &FundRef, receipts: &[Told<'_, Receipt>]) {
        let place = receipts.iter().map(Told::place).reduce(Place::or);
        let (Some(told), Some(place)) = (receipts.first(), place) else { return };
        let receipt = told.what;
        if receipt.amount.minor() <= 0 {
            self.inert(told.fact, Inert::NotPositive);
            return;
        }
        let prepaid = receipt.prepayment_for.is_some();
        let note = if receipt.reference.is_empty() { &receipt.method } else { &receipt.reference };
        let day = receipt.received_on.number();
        let fund = Fund {
            reference: reference.clone(),
            column: if prepaid { FundColumn::Prepayment } else { FundColumn::Unapplied },
            source: FundSource::Receipt,
            brought_by: receipts.iter().map(|told| told.fact).collect(),
            day,
            ended_day: self.ends.of_fund(reference, place.recorded),
            note: note.clone(),
            balance: balance(day, receipt.amount.minor(), receipt.amount.currency()),
        };
        let fund = self.fund(fund, place);
        if let Some(numbers) = receipt.designation.clone() {
            self.designations.push(Designation { fund, fact: told.fact, place, numbers });
        }
    }

    /// Takes in a fund; of several of one reference the first is the one referred to.
    pub(super) fn fund(&mut self, fund: Fund, place: Place) -> u32 {
        let index = len(&self.account.funds);
        self.funds.entry(fund.reference.clone()).or_insert((index, place));
        self.account.funds.push(fund);
        index
    }

    /// A named invoice number is the payer's designation: the fold follows it.
    pub(super) fn designate(&mut self) {
        for Designation { fund, fact, place, numbers } in std::mem::take(&mut self.designations) {
            let Some(held) = self.account.funds.get(fund as usize) else { continue };
            let end = self.ends.of_designation(&held.reference, place.recorded);
            let currency = held.balance.currency;
            for number in numbers.split([',', ';', '、', '，', '；']).map(Key::of) {
                for (document, named) in self.claims_numbered(&number, currency) {
                    // The designation is known once both are: only then can it take money.
                    self.apply_whole(fund, document, fact, place.and(named), end);
                }
            }
        }
    }

    /// The invoice and the debit note of that number. Both, because the one that is recorded later
    /// must not take away what the other was settled with on an earlier day.
    fn claims_numbered(&self, number: &Key, currency: Currency) -> Vec<(u32, Place)> {
        let named = [DocumentKind::Invoice, DocumentKind::DebitNote].map(|kind| {
            let customer = self.account.customer.key.clone();
            let named = DocumentRef::Numbered { kind, customer, number: number.clone() };
            let &(index, place) = self.documents.get(&named)?;
            let claim = self.account.documents.get(index as usize)?.fields.claim?;
            (claim.amount.currency() == currency).then_some((index, place))
        });
        named.into_iter().flatten().collect()
    }
}
