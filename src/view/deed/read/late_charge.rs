//! Reads what is decided of a late charge: waived, kept, or claimed by a debit note (E7).
//! Never weighs it: the workbook checks.

use super::Reader;
use crate::record::{ItemRef, LateChargeDecision, LateChargeOutcome};
use crate::view::deed::FormField as F;
use crate::workbook::{Command, LateChargeClaim};

impl Reader<'_> {
    pub(super) fn late_charge(
        &mut self,
        item: &ItemRef,
        outcome: LateChargeOutcome,
    ) -> Option<Command> {
        let currency = self.form.currency;
        let (on, amount) = (self.past_day(F::On), self.money(F::Amount, currency));
        let (customer, items) = (self.form.customer.clone(), vec![item.clone()]);
        let (by, reason) = (self.text(F::Approver), self.text(F::Reason));
        Some(match outcome {
            LateChargeOutcome::Claimed => {
                let due_on = self.day(F::Deadline);
                let number = Some(self.text(F::Number)).filter(|number| !number.is_empty());
                let (on, amount, due_on) = (on?, amount?, due_on?);
                Command::ClaimLateCharge(LateChargeClaim {
                    customer,
                    items,
                    on,
                    amount,
                    number,
                    due_on,
                    by,
                    reason,
                })
            }
            LateChargeOutcome::Waived | LateChargeOutcome::Kept => {
                let (on, amount) = (on?, amount?);
                Command::DecideLateCharge(LateChargeDecision {
                    customer,
                    items,
                    on,
                    amount,
                    outcome,
                    debit_note: None,
                    by,
                    reason,
                })
            }
        })
    }
}
