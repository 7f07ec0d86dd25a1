//! Reads longer terms and perks from the fields of their forms (E5, E6).
//! Never weighs them: the workbook checks.

use super::Reader;
use crate::id::FactId;
use crate::record::{Perk, PerkFulfilled, TermsExtension};
use crate::view::deed::{FormField as F, PERK_KINDS};

impl Reader<'_> {
    pub(super) fn extension(&mut self) -> Option<TermsExtension> {
        let (from_days, to_days) = (self.whole(F::TermsBefore), self.whole(F::TermsDays));
        let (from, until) = (self.day(F::On), self.day(F::Until));
        Some(TermsExtension {
            customer: self.form.customer.clone(),
            from_days: from_days?,
            to_days: to_days?,
            from: from?,
            until: until?,
            by: self.text(F::Approver),
            reason: self.text(F::Reason),
        })
    }

    pub(super) fn perk(&mut self) -> Option<Perk> {
        let kind = self.chosen(F::PerkKind, &PERK_KINDS);
        let value = self.money_if(F::Amount, self.form.currency);
        let granted_on = self.past_day(F::On);
        Some(Perk {
            customer: self.form.customer.clone(),
            kind: kind?,
            name: self.text(F::Title),
            value,
            condition: self.text(F::Conditions),
            granted_on: granted_on?,
            by: self.text(F::Approver),
        })
    }

    pub(super) fn fulfilled(&mut self, perk: FactId) -> Option<PerkFulfilled> {
        let on = self.past_day(F::On);
        let cost = self.money_if(F::Cost, self.form.currency);
        let (customer, memo) = (self.form.customer.clone(), self.text(F::Memo));
        Some(PerkFulfilled { customer, perk, on: on?, cost, memo })
    }
}
