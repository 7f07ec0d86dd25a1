//! Credit of the whole book after an edit: accounts that did not change are not read again.
//! Never another result than reading all of them.

use super::report::{CreditReport, CustomerCredit, credit_of, rank};
use crate::calendar::AsOf;
use crate::ledger::Ledger;
use crate::rule::memory::AccountMemory;

/// Credit of accounts as it was last read.
#[derive(Clone, Debug, Default)]
pub struct CreditMemory(AccountMemory<CustomerCredit>);

impl CreditMemory {
    /// The same as [`credit`](super::credit), reading only accounts that are other ones than last
    /// time; all of them on another day or by another policy.
    pub fn credit(&mut self, ledger: &Ledger, as_of: AsOf) -> CreditReport {
        let policy = ledger.policy();
        let read = self.0.read(ledger, as_of, |account, known| {
            known.unwrap_or_else(|| credit_of(account, policy, as_of))
        });
        rank(policy, as_of, read.cloned().collect())
    }
}
