//! Allocations, refunds, write-offs and recoveries: what they refer to, and from when to when.
//! Never follows a reference to something that stands later in the journal.

use std::collections::BTreeMap;

use super::{Builder, balance};
use crate::calendar::Date;
use crate::id::FactId;
use crate::journal::Order;
use crate::ledger::account::{Fund, FundColumn, FundSource, NEVER};
use crate::ledger::finding::Inert;
use crate::ledger::gather::{Gathered, Told};
use crate::ledger::sweep::{Application, Purpose, Target};
use crate::money::{Currency, Money};
use crate::record::{FundRef, ItemRef, Recovery, WriteOff};

/// What an act wants to do, before its references are resolved.
#[derive(Clone, Copy)]
pub(super) struct Act<'a> {
    pub(super) purpose: Purpose,
    pub(super) amount: Money,
    pub(super) on: Option<Date>,
    pub(super) fund: Option<&'a FundRef>,
    pub(super) item: Option<&'a ItemRef>,
    /// The act with which it begins and ends.
    pub(super) with: Option<Application>,
}

/// What an act refers to: indexes, where it came back if it was away, and when it ends with it.
#[derive(Default)]
struct Found {
    fund: Option<u32>,
    part: Option<u32>,
    restored: Option<Order>,
    ended_day: Option<i32>,
}

impl Builder {
    pub(super) fn money_acts(&mut self, gathered: &Gathered<'_>) {
        // First, since they bring money that the others can use.
        let write_offs: BTreeMap<FactId, &Told<'_, WriteOff>> =
            gathered.write_offs.iter().map(|told| (told.fact, told)).collect();
        for told in &gathered.recoveries {
            self.recovery(told, write_offs.get(&told.what.write_off).copied());
        }
        for told in &gathered.allocations {
            self.act(
                told,
                &Act {
                    purpose: Purpose::Allocated,
                    amount: told.what.amount,
                    on: told.what.on,
                    fund: Some(&told.what.fund),
                    item: Some(&told.what.item),
                    with: None,
                },
            );
        }
        for told in &gathered.refunds {
            self.act(
                told,
                &Act {
                    purpose: Purpose::Refund,
                    amount: told.what.amount,
                    on: Some(told.what.on),
                    fund: Some(&told.what.fund),
                    item: None,
                    with: None,
                },
            );
        }
        for told in &gathered.write_offs {
            self.act(
                told,
                &Act {
                    purpose: Purpose::WriteOff,
                    amount: told.what.amount,
                    on: Some(told.what.on),
                    fund: None,
                    item: Some(&told.what.item),
                    with: None,
                },
            );
        }
    }

    fn recovery(&mut self, told: &Told<'_, Recovery>, written: Option<&Told<'_, WriteOff>>) {
        let recovery = told.what;
        self.acts.insert(told.fact, told.recorded);
        let Some(written) = written else {
            return self.inert(told.fact, Inert::SubjectMissing);
        };
        if written.recorded > told.recorded {
            return self.inert(told.fact, Inert::RefersToLater);
        }
        if written.what.amount.currency() != recovery.amount.currency() {
            return self.inert(told.fact, Inert::OtherCurrency);
        }
        if recovery.amount.minor() <= 0 {
            return self.inert(told.fact, Inert::NotPositive);
        }
        // Without its item it has no effect at all: its money does not stand apart from its claim.
        let item = &written.what.item;
        let currency = recovery.amount.currency();
        if let Err(why) = self.find_part(item, told.recorded, currency, &mut Found::default()) {
            return self.inert(told.fact, why);
        }
        let reference = FundRef::Receipt(told.fact);
        let day = recovery.received_on.number();
        let fund = Fund {
            reference: reference.clone(),
            column: FundColumn::Unapplied,
            source: FundSource::Recovery,
            brought_by: vec![told.fact],
            day,
            ended_day: self.ends.of_fund(&reference, told.recorded),
            note: recovery.reference.clone(),
            balance: balance(day, recovery.amount.minor(), recovery.amount.currency()),
        };
        self.fund(fund, told.place());
        self.act(
            told,
            &Act {
                purpose: Purpose::Recovery { write_off: recovery.write_off },
                amount: recovery.amount,
                on: Some(recovery.received_on),
                fund: Some(&reference),
                item: Some(&written.what.item),
                with: None,
            },
        );
    }

    /// Checks what an act refers to and, when it is all there, hands it to the sweep.
    pub(super) fn act<T>(&mut self, told: &Told<'_, T>, act: &Act<'_>) {
        self.acts.insert(told.fact, told.recorded);
        let found = match self.find(told.recorded, act) {
            Ok(found) => found,
            Err(why) => return self.inert(told.fact, why),
        };
        let fund_day = found
            .fund
            .and_then(|fund| self.account.funds.get(fund as usize))
            .map_or(NEVER, |fund| fund.day);
        let held = found.part.and_then(|part| self.account.parts.get(part as usize));
        let start = [
            Some(fund_day).filter(|day| *day != NEVER),
            held.map(|part| part.issued_day),
            act.on.map(Date::number),
        ];
        let with = act.with.map(|with| with.start);
        let Some(start) = start.into_iter().chain([with]).flatten().max() else { return };
        // What came back before this act was recorded was there for it all along.
        let restored = told.restored.max(found.restored).filter(|at| *at > told.recorded);
        let end = self.ends.of_fact(told.fact, told.recorded);
        self.applications.push(Application {
            fact: told.fact,
            purpose: act.purpose,
            derived: false,
            fund: found.fund,
            target: found.part.map_or(Target::Nothing, Target::Part),
            amount_minor: act.amount.minor(),
            start,
            end: found.ended_day.map_or(end, |ended_day| ended_day.min(end)),
            fund_day,
            due_day: held.map_or(NEVER, |part| part.due_day),
            restored,
            recorded: restored.unwrap_or(told.recorded),
        });
    }

    fn find(&self, recorded: Order, act: &Act<'_>) -> Result<Found, Inert> {
        if act.amount.minor() <= 0 {
            return Err(Inert::NotPositive);
        }
        let mut found = Found::default();
        if let Some(with) = act.with {
            found.restored = with.restored;
            found.end(with.end);
        }
        if let Some(reference) = act.fund {
            self.find_fund(reference, recorded, act, &mut found)?;
        }
        if let Some(item) = act.item {
            self.find_part(item, recorded, act.amount.currency(), &mut found)?;
        }
        Ok(found)
    }

    fn find_fund(
        &self,
        reference: &FundRef,
        recorded: Order,
        act: &Act<'_>,
        found: &mut Found,
    ) -> Result<(), Inert> {
        let &(index, place) = self.funds.get(reference).ok_or(Inert::FundMissing)?;
        if place.recorded > recorded {
            return Err(Inert::RefersToLater);
        }
        let held = self.account.funds.get(index as usize).ok_or(Inert::FundMissing)?;
        if held.balance.currency != act.amount.currency() {
            return Err(Inert::OtherCurrency);
        }
        found.fund = Some(index);
        found.restored = found.restored.max(place.restored());
        // A bounce recorded later ends what was done with the money; money that went back to the
        // customer is not undone by it, but contested.
        if act.purpose != Purpose::Refund {
            found.end(self.ends.of_fund(reference, recorded.max(place.recorded)));
        }
        Ok(())
    }

    fn find_part(
        &self,
        item: &ItemRef,
        recorded: Order,
        currency: Currency,
        found: &mut Found,
    ) -> Result<(), Inert> {
        let &(index, place) = self.documents.get(&item.document).ok_or(Inert::ItemMissing)?;
        if place.recorded > recorded {
            return Err(Inert::RefersToLater);
        }
        let document = self.account.documents.get(index as usize).ok_or(Inert::ItemMissing)?;
        let index = document.parts.indexes().nth(item.part as usize).ok_or(Inert::ItemMissing)?;
        let part = self.account.parts.get(index as usize).ok_or(Inert::ItemMissing)?;
        if part.balance.currency != currency {
            return Err(Inert::OtherCurrency);
        }
        found.part = Some(index);
        found.restored = found.restored.max(place.restored());
        found.end(self.ends.of_document(&item.document, recorded.max(place.recorded)));
        Ok(())
    }
}

impl Found {
    fn end(&mut self, day: i32) {
        self.ended_day = Some(self.ended_day.map_or(day, |held| held.min(day)));
    }
}
