//! What was read of accounts, kept until they change: after an edit one account is read anew.
//! Never trusted across another day or policy: then everything is read again.

use std::sync::Arc;

use crate::calendar::AsOf;
use crate::ledger::{Account, Ledger};
use crate::policy::Policy;

/// What was last read of each account.
#[derive(Clone, Debug)]
pub struct AccountMemory<T> {
    of: Option<(AsOf, Policy)>,
    /// By code, as in the ledger.
    held: Vec<(Arc<Account>, T)>,
}

impl<T> Default for AccountMemory<T> {
    fn default() -> Self {
        Self { of: None, held: Vec::new() }
    }
}

impl<T> AccountMemory<T> {
    /// Reads the accounts of a ledger in its order and gives what was read. `read` is also handed
    /// what it gave last time, when account, policy and day are still the same.
    pub fn read(
        &mut self,
        ledger: &Ledger,
        as_of: AsOf,
        mut read: impl FnMut(&Account, Option<T>) -> T,
    ) -> impl ExactSizeIterator<Item = &T> {
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
            let given = read(account, known.map(|(_, given)| given));
            self.held.push((Arc::clone(account), given));
        }
        self.held.iter().map(|(_, given)| given)
    }
}
