//! Checks of what the approval chain decides (D8).
//! Never a right: it asks that decisions come in order and from somebody of that duty.

use super::collection::reasoned;
use super::money::not_before;
use crate::ledger::{Account, Dealing};
use crate::policy::Policy;
use crate::record::{Approval, Fact};
use crate::rule::agreement::{ApprovalState, holders, proposal};
use crate::workbook::{Rejection, Workbook};

impl Workbook {
    /// A decision on what waits, by whose turn it is, and not before the decisions that it follows.
    pub(super) fn approve(&self, approval: Approval) -> Result<Vec<Fact>, Rejection> {
        let account = self.account_of(&approval.customer)?;
        let policy = self.ledger.policy();
        let found = proposal(account, policy, approval.subject);
        let (_, day, state) = found.ok_or(Rejection::SubjectUnknown)?;
        in_turn(account, policy, &approval, state)?;
        let before = decisions(account, policy, &approval).map(|held| held.day);
        not_before(approval.on, before.fold(day, i32::max))?;
        if approval.by.trim().is_empty() {
            return Err(Rejection::ApproverMissing);
        }
        self.is_here(&approval.by, approval.on)?;
        let mut asked = holders(policy, approval.role, approval.on);
        if asked.all(|member| member.name != approval.by) {
            return Err(Rejection::NotOfRole { person: approval.by, role: approval.role });
        }
        if !approval.approved {
            reasoned(&approval.note)?;
        }
        Ok(vec![Fact::Approval(Box::new(approval))])
    }
}

/// What the duties of the chain decided on the same proposal, in the order of the chain.
fn decisions<'a>(
    account: &'a Account,
    policy: &'a Policy,
    approval: &'a Approval,
) -> impl Iterator<Item = &'a Dealing<Approval>> {
    let chain = policy.approval.chain.iter();
    chain.filter_map(|role| account.dealings.decision_of(approval.subject, *role))
}

/// Refuses a duty whose turn it is not, and any decision once the chain has come to its end.
fn in_turn(
    account: &Account,
    policy: &Policy,
    approval: &Approval,
    state: ApprovalState,
) -> Result<(), Rejection> {
    let role = approval.role;
    let own = || decisions(account, policy, approval).find(|held| held.what.role == role);
    let decided = match state {
        ApprovalState::NotWanted => return Err(Rejection::NothingToApprove),
        ApprovalState::Waiting { role: awaited } if awaited == role => return Ok(()),
        ApprovalState::Waiting { role: awaited } => {
            own().ok_or(Rejection::ApprovalOutOfOrder { role, awaited })
        }
        ApprovalState::Approved { .. } => own()
            .or_else(|| decisions(account, policy, approval).last())
            .ok_or(Rejection::NothingToApprove),
        ApprovalState::Refused { fact } => decisions(account, policy, approval)
            .find(|held| held.fact == fact)
            .ok_or(Rejection::NothingToApprove),
    }?;
    Err(Rejection::AlreadyDecided { role: decided.what.role, by: decided.what.by.clone() })
}
