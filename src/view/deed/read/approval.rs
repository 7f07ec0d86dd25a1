//! The decision on a proposal from the fields of its form (D8).
//! Never decides whose turn it is: the rule says, and the workbook checks.

use super::Reader;
use crate::id::FactId;
use crate::record::{Approval, Role};
use crate::rule::agreement::{ApprovalState, proposal};
use crate::view::deed::{FormField as F, VERDICTS, Verdict};

impl Reader<'_> {
    /// In the duty whose turn it is; where it is nobody's, the workbook says so.
    pub(super) fn approval(&mut self, subject: FactId) -> Option<Approval> {
        let (verdict, on) = (self.chosen(F::Verdict, &VERDICTS), self.past_day(F::On));
        let approved = verdict? == Verdict::Approve;
        let note = self.text(if approved { F::Memo } else { F::Reason });
        let customer = self.form.customer.clone();
        let (policy, by) = (self.ledger.policy(), self.text(F::Approver));
        let found = proposal(self.ledger.account(&customer)?, policy, subject);
        let role = match found.map(|(_, _, state)| state) {
            Some(ApprovalState::Waiting { role }) => role,
            Some(
                ApprovalState::NotWanted
                | ApprovalState::Approved { .. }
                | ApprovalState::Refused { .. },
            )
            | None => policy.approval.chain.last().copied().unwrap_or(Role::Lead),
        };
        Some(Approval { customer, subject, role, by, approved, on: on?, note })
    }
}
