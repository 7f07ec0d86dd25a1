//! What a case can be proved with, and what is missing (D7).
//! Never legal advice: a list to look through.

use crate::calendar::AsOf;
use crate::ledger::{Account, Dealing};
use crate::record::{Channel, Contact, Evidence, EvidenceKind, Plan, Promise, StatementAnswered};

/// A line of the checklist.
#[derive(Clone, Debug, PartialEq)]
pub struct ChecklistLine<'a> {
    /// What is asked for.
    pub kind: EvidenceKind,
    /// What was taken to the file for it.
    pub taken: Vec<&'a Dealing<Evidence>>,
    /// How much the ledger itself holds that speaks for it: contracts with a place or file, signed
    /// return slips, delivered demands, invoices.
    pub in_ledger: usize,
}

impl ChecklistLine<'_> {
    /// True when nothing at all is there.
    #[must_use]
    pub const fn is_missing(&self) -> bool {
        self.taken.is_empty() && self.in_ledger == 0
    }
}

/// The checklist of an account at the close of a day, in the order of
/// [`EvidenceKind::CHECKLIST`].
#[must_use]
pub fn checklist(account: &Account, as_of: AsOf) -> Vec<ChecklistLine<'_>> {
    let day = as_of.number();
    let line = |kind: EvidenceKind| {
        let evidence = account.dealings.evidence.iter();
        let taken = evidence.filter(|held| held.what.kind == kind && held.stands(day)).collect();
        ChecklistLine { kind, taken, in_ledger: in_ledger(account, kind, as_of) }
    };
    EvidenceKind::CHECKLIST.into_iter().map(line).collect()
}

fn in_ledger(account: &Account, kind: EvidenceKind, as_of: AsOf) -> usize {
    let is_told = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.is_empty());
    match kind {
        EvidenceKind::Contract => {
            let contracts = account.dealings.contracts.iter();
            let kept = |fields: &crate::record::ContractFields| {
                is_told(&fields.kept_at) || is_told(&fields.file_name)
            };
            contracts.filter(|held| kept(&held.fields)).count()
        }
        EvidenceKind::Statement => signed_slips(account, as_of).count(),
        EvidenceKind::Correspondence => delivered_demands(account, as_of).count(),
        EvidenceKind::Promise => written(account, as_of).0.len() + written(account, as_of).1.len(),
        // That they are recorded is no proof: the paper has to be found.
        EvidenceKind::Delivery | EvidenceKind::Invoice | EvidenceKind::Other => 0,
    }
}

/// Return slips that were signed or stamped, in order.
pub fn signed_slips(
    account: &Account,
    as_of: AsOf,
) -> impl Iterator<Item = &Dealing<StatementAnswered>> {
    let day = as_of.number();
    let answers = account.dealings.statement_answers.iter();
    answers.filter(move |held| held.what.signed && held.stands(day))
}

/// Demands that can be shown to have arrived, in order (C5).
pub fn delivered_demands(
    account: &Account,
    as_of: AsOf,
) -> impl Iterator<Item = &Dealing<Contact>> {
    let contacts = account.dealings.contacts_until(as_of.number());
    contacts.filter(|held| held.what.is_delivered_demand())
}

/// Letters, statements and visits, in order, whether they arrived or not.
pub fn letters(account: &Account, as_of: AsOf) -> impl Iterator<Item = &Dealing<Contact>> {
    let contacts = account.dealings.contacts_until(as_of.number());
    contacts.filter(|held| match held.what.channel {
        Channel::Letter | Channel::Statement | Channel::Visit => true,
        Channel::Phone | Channel::Sms | Channel::Email | Channel::Wechat | Channel::Meeting => {
            false
        }
    })
}

/// Written promises, and plans, in order.
#[must_use]
pub fn written(account: &Account, as_of: AsOf) -> (Vec<&Dealing<Promise>>, Vec<&Dealing<Plan>>) {
    let day = as_of.number();
    let promises = account.dealings.promises.iter();
    let promises = promises.filter(|held| held.what.written && held.day <= day).collect();
    let plans = account.dealings.plans.iter().filter(|held| held.day <= day).collect();
    (promises, plans)
}
