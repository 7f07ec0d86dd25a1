//! Acts of people on money and items: allocations, refunds, write-offs, recoveries, disputes.
//! Never decides what an act gets: it checks what the act refers to and hands it to the sweep.

use super::{Builder, balance, end_after};
use crate::calendar::Date;
use crate::journal::Order;
use crate::ledger::account::{DisputeSpan, Fund, FundColumn, FundSource, NEVER};
use crate::ledger::finding::Inert;
use crate::ledger::gather::{Gathered, Told};
use crate::ledger::sweep::{Application, Purpose, Target};
use crate::money::{Currency, Money};
use crate::record::{FundRef, ItemRef};

/// What an act wants to do, before its references are resolved.
struct Act {
    purpose: Purpose,
    amount: Money,
    on: Option<Date>,
}

impl Builder {
    pub(super) fn money_acts(&mut self, gathered: &Gathered<'_>) {
        for told in &gathered.allocations {
            let allocation = told.what;
            self.act(
                told,
                Some(&allocation.fund),
                Some(&allocation.item),
                Act { purpose: Purpose::Allocated, amount: allocation.amount, on: allocation.on },
            );
        }
        for told in &gathered.refunds {
            let refund = told.what;
            let act = Act { purpose: Purpose::Refund, amount: refund.amount, on: Some(refund.on) };
            self.act(told, Some(&refund.fund), None, act);
        }
        for told in &gathered.write_offs {
            let write_off = told.what;
            let act = Act {
                purpose: Purpose::WriteOff,
                amount: write_off.amount,
                on: Some(write_off.on),
            };
            self.act(told, None, Some(&write_off.item), act);
        }
        for told in &gathered.recoveries {
            let recovery = told.what;
            let written = gathered.write_offs.iter().find(|held| held.fact == recovery.write_off);
            let Some(written) = written.filter(|held| held.recorded < told.recorded) else {
                self.inert(told.fact, Inert::SubjectMissing);
                continue;
            };
            let reference = FundRef::Receipt(told.fact);
            let day = recovery.received_on.number();
            let fund = Fund {
                reference: reference.clone(),
                column: FundColumn::Unapplied,
                source: FundSource::Recovery,
                brought_by: vec![told.fact],
                day,
                ended_day: end_after(self.ends.facts.get(&told.fact), told.recorded),
                note: recovery.reference.clone(),
                balance: balance(day, recovery.amount.minor(), recovery.amount.currency()),
            };
            self.fund(fund, written.recorded);
            let act = Act {
                purpose: Purpose::Recovery { write_off: recovery.write_off },
                amount: recovery.amount,
                on: Some(recovery.received_on),
            };
            self.act(told, Some(&reference), Some(&written.what.item), act);
        }
    }

    /// Checks what an act refers to and, when it is all there, hands it to the sweep.
    fn act<T>(
        &mut self,
        told: &Told<'_, T>,
        fund: Option<&FundRef>,
        item: Option<&ItemRef>,
        act: Act,
    ) {
        let checked = self.check(told.recorded, fund, item, &act);
        let (fund, part) = match checked {
            Ok(found) => found,
            Err(why) => return self.inert(told.fact, why),
        };
        let fund_day = fund
            .and_then(|fund| self.account.funds.get(fund as usize))
            .map_or(NEVER, |fund| fund.day);
        let held = part.and_then(|part| self.account.parts.get(part as usize));
        let start = [
            Some(fund_day).filter(|day| *day != NEVER),
            held.map(|part| part.issued_day),
            act.on.map(Date::number),
        ];
        let Some(start) = start.into_iter().flatten().max() else { return };
        self.applications.push(Application {
            fact: told.fact,
            purpose: act.purpose,
            fund,
            target: part.map_or(Target::Nothing, Target::Part),
            amount_minor: act.amount.minor(),
            start,
            end: end_after(self.ends.facts.get(&told.fact), told.recorded),
            fund_day,
            due_day: held.map_or(NEVER, |part| part.due_day),
            restored: told.restored,
            recorded: Some(told.restored.unwrap_or(told.recorded)),
        });
    }

    fn check(
        &self,
        recorded: Order,
        fund: Option<&FundRef>,
        item: Option<&ItemRef>,
        act: &Act,
    ) -> Result<(Option<u32>, Option<u32>), Inert> {
        if act.amount.minor() <= 0 {
            return Err(Inert::NotPositive);
        }
        let currency = act.amount.currency();
        let fund = match fund {
            None => None,
            Some(reference) => {
                let (index, first) = self.fund_first.get(reference).ok_or(Inert::FundMissing)?;
                if *first > recorded {
                    return Err(Inert::RefersToLater);
                }
                let held = self.account.funds.get(*index as usize).ok_or(Inert::FundMissing)?;
                if held.balance.currency != currency {
                    return Err(Inert::OtherCurrency);
                }
                Some(*index)
            }
        };
        let part = match item {
            None => None,
            Some(item) => Some(self.part(item, recorded, currency)?),
        };
        Ok((fund, part))
    }

    fn part(&self, item: &ItemRef, recorded: Order, currency: Currency) -> Result<u32, Inert> {
        let (document, first) =
            self.document_first.get(&item.document).ok_or(Inert::ItemMissing)?;
        if *first > recorded {
            return Err(Inert::RefersToLater);
        }
        let document = self.account.documents.get(*document as usize).ok_or(Inert::ItemMissing)?;
        let index = document.parts.indexes().nth(item.part as usize).ok_or(Inert::ItemMissing)?;
        let part = self.account.parts.get(index as usize).ok_or(Inert::ItemMissing)?;
        if part.balance.currency != currency {
            return Err(Inert::OtherCurrency);
        }
        Ok(index)
    }

    pub(super) fn disputes(&mut self, gathered: &Gathered<'_>) {
        for (index, document) in (0..).zip(&self.account.documents) {
            let Some(&fact) =
                document.brought_by.first().filter(|_| document.fields.disputed == Some(true))
            else {
                continue;
            };
            debug_assert_eq!(self.account.documents.get(index), Some(document));
            for part in document.parts.indexes() {
                let span =
                    DisputeSpan { part, amount_minor: None, from_day: 0, to_day: NEVER, fact };
                self.account.disputes.push(span);
            }
        }
        for told in &gathered.disputes {
            let dispute = told.what;
            let document = self.document_first.get(&dispute.item.document);
            let part = document
                .filter(|(_, first)| *first < told.recorded)
                .and_then(|(index, _)| self.account.documents.get(*index as usize))
                .and_then(|document| document.parts.indexes().nth(dispute.item.part as usize));
            let Some(part) = part else {
                self.inert(told.fact, Inert::ItemMissing);
                continue;
            };
            let resolved = gathered
                .resolutions
                .iter()
                .filter(|held| held.what.dispute == told.fact && held.recorded > told.recorded)
                .map(|held| held.what.on.number())
                .min();
            self.account.disputes.push(DisputeSpan {
                part,
                amount_minor: dispute.amount.map(Money::minor),
                from_day: dispute.raised_on.number(),
                to_day: resolved
                    .unwrap_or(NEVER)
                    .min(end_after(self.ends.facts.get(&told.fact), told.recorded)),
                fact: told.fact,
            });
        }
    }
}
