//! What was read of accounts, kept until they change: after an edit one account is read anew.
//! Never trusted across another day or policy: then everything is read again.

use std::sync::Arc;

use super::report::{CreditReport, CustomerCredit, credit_of, rank};
use crate::calendar::AsOf;
use crate::ledger::{Account, Ledger};
use crate::policy::Policy;

/// Credit of accounts as it was last read.
#[derive(Clone, Debug, Default)]
pub struct CreditMemory {
    of: Option<(AsOf, Policy)>,
    /// By code, as in the ledger.
    held: Vec<(Arc<Account>, CustomerCredit)>,
}

impl CreditMemory {
    /// The same as [`credit`](super::credit), reading only accounts that are other ones than last
    /// time; all of them on another day or by another policy.
    pub fn credit(&mut self, ledger: &Ledger, as_of: AsOf) -> CreditReport {
        let policy = ledger.policy();
        let is_same = self.of.as_ref().is_some_and(|(day, held)| *day == as_of && held == policy);
        if !is_same {
            self.held.clear();
            self.of = Some((as_of, policy.clone()));
        }
        let mut before = std::mem::take(&mut self.held).into_iter().peekable();
        for account in ledger.shared_accounts() {
            let key = &account.customer.key;
            while before.next_if(|(held, _)| held.customer.key < *key).is_some() {}
            let known = before.next_if(|(held, _)| Arc::ptr_eq(held, account));
            let read = known.map(|(_, credit)| credit);
            let credit = read.unwrap_or_else(|| credit_of(account, policy, as_of));
            self.held.push((Arc::clone(account), credit));
        }
        let customers = self.held.iter().map(|(_, credit)| credit.clone()).collect();
        rank(policy, as_of, customers)
    }
}
