//! What can be done to an item or to money, and the command that a filled-in form asks for
//! (A4, A5; SCREENS, Items).
//! Never records anything: the workbook checks and records.

mod discount;
mod offer;

pub use discount::DiscountRule;
pub use offer::offered;

use super::amount::figure;
use super::typed;
use crate::calendar::Date;
use crate::id::{EntryId, FactId, Key};
use crate::ledger::Account;
use crate::money::{Currency, Money};
use crate::policy::Policy;
use crate::record::{
    Claim, Discount, Dispute, DisputeOutcome, DocumentFields, DocumentRef, FundRef, ItemRef,
    Recovery, Refund, ReverseSubject, Schedule, WriteOff, WriteOffKind,
};
use crate::workbook::Command;

/// Something a person can do to a position, with what it concerns.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Allocates what is left of money, item by item.
    Allocate(FundRef),
    /// Pays what is left of money back.
    Refund(FundRef),
    /// The receipt bounced, or the credit note was taken back.
    Bounce(FundRef),
    /// Gives a claim or part of it up.
    WriteOff(ItemRef),
    /// The customer took an early-payment discount.
    Discount(ItemRef),
    /// Money came after a write-off.
    Recover(FactId),
    /// The customer contests an item.
    Dispute(ItemRef),
    /// A dispute ends.
    Resolve(FactId),
    /// An allocation, refund or recovery is undone on a day.
    Undo(FactId),
    /// An invoice or debit note is reversed 红冲.
    ReverseDocument(DocumentRef),
    /// Fields of a document were recorded wrong.
    Amend(DocumentRef),
    /// An entry was recorded in error.
    Retract(EntryId),
}

/// A field of the form of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActField {
    /// How much.
    Amount,
    /// On which day it happens.
    On,
    /// Why.
    Reason,
    /// Who approved it.
    Approver,
    /// What kind of write-off.
    WriteOffKind,
    /// How the dispute ended.
    Outcome,
    /// Bank reference.
    Reference,
    /// Invoice date.
    IssuedOn,
    /// Due date.
    DueOn,
    /// Contract or order.
    Contract,
    /// Anything else.
    Memo,
}

impl Act {
    /// What its form asks, in order; nothing for an allocation, which asks item by item.
    #[must_use]
    pub const fn fields(&self) -> &'static [ActField] {
        use ActField::{
            Amount, Approver, Contract, DueOn, IssuedOn, Memo, On, Outcome, Reason, Reference,
        };
        match self {
            Self::Allocate(_) => &[],
            Self::Refund(_) | Self::Dispute(_) => &[Amount, On, Reason],
            Self::Bounce(_) | Self::Undo(_) | Self::ReverseDocument(_) => &[On, Reason],
            Self::WriteOff(_) => &[ActField::WriteOffKind, Amount, On, Reason, Approver],
            Self::Discount(_) => &[Amount, On, Reason, Approver],
            Self::Recover(_) => &[Amount, On, Reference],
            Self::Resolve(_) => &[Outcome, On],
            Self::Amend(_) => &[IssuedOn, DueOn, Amount, Contract, Memo, Reason],
            Self::Retract(_) => &[Reason],
        }
    }
}

/// A form as it is filled in: texts as typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// The customer.
    pub customer: Key,
    /// Currency of the amount.
    pub currency: Currency,
    /// How much.
    pub amount: String,
    /// On which day.
    pub on: String,
    /// Why.
    pub reason: String,
    /// Who approved it.
    pub approver: String,
    /// What kind of write-off.
    pub write_off_kind: WriteOffKind,
    /// How the dispute ended.
    pub outcome: DisputeOutcome,
    /// Bank reference.
    pub reference: String,
    /// Invoice date.
    pub issued_on: String,
    /// Due date.
    pub due_on: String,
    /// Contract or order.
    pub contract: String,
    /// Anything else.
    pub memo: String,
    /// What the document states now, so that only what was changed is amended.
    pub stated: DocumentFields,
    /// The rule of a discount; none where nothing was offered.
    pub rule: Option<DiscountRule>,
}

impl Form {
    /// The form of an act as it opens: all that is open, on the reporting day; of a recovery what
    /// is still written off, of an amendment what the document states. A write-off that the
    /// policy's tolerance covers is a small difference, another is bad debt (A4, A5).
    #[must_use]
    pub fn begin(act: &Act, account: &Account, policy: &Policy, open: Money, as_of: Date) -> Self {
        let stated = match act {
            Act::Amend(document) => account.document(document),
            _ => None,
        };
        let stated = stated.map(|document| document.fields.clone()).unwrap_or_default();
        let amount = match act {
            Act::Recover(write_off) => written_off(account, *write_off, open),
            _ => stated.claim.map_or(open, |claim| claim.amount),
        };
        let rule = match act {
            Act::Discount(item) => DiscountRule::of(account, policy, item, as_of),
            _ => None,
        };
        let due_on = stated.schedule.as_ref().and_then(|schedule| schedule.due_on);
        let day = |on: Option<Date>| on.map(|on| on.to_string()).unwrap_or_default();
        let text = |field: &Option<String>| field.clone().unwrap_or_default();
        let is_small = policy.tolerance(open.currency()) >= open;
        Self {
            customer: account.customer.key.clone(),
            currency: open.currency(),
            amount: figure(amount.minor(), amount.currency()),
            on: as_of.to_string(),
            reason: String::new(),
            approver: String::new(),
            write_off_kind: match is_small {
                true => WriteOffKind::SmallDifference,
                false => WriteOffKind::BadDebt,
            },
            outcome: DisputeOutcome::Upheld,
            reference: String::new(),
            issued_on: day(stated.issued_on),
            due_on: day(due_on),
            contract: text(&stated.contract),
            memo: text(&stated.memo),
            stated,
            rule,
        }
    }
}

/// What of a write-off no money has undone yet.
fn written_off(account: &Account, write_off: FactId, like: Money) -> Money {
    let own = account.part_effects.iter().filter(|effect| effect.fact == write_off);
    like.with_minor(own.map(|effect| effect.amount_minor).sum()).unwrap_or(like)
}

/// The command that a filled-in form asks for, or the fields that cannot be read. An allocation has
/// no form; it gives neither.
pub fn command(act: &Act, form: &Form, today: Date) -> Result<Option<Command>, Vec<ActField>> {
    let mut reader = Reader { form, today, unread: Vec::new() };
    let command = reader.command(act);
    if reader.unread.is_empty() { Ok(command) } else { Err(reader.unread) }
}

struct Reader<'a> {
    form: &'a Form,
    today: Date,
    /// The fields that cannot be read.
    unread: Vec<ActField>,
}

impl Reader<'_> {
    fn command(&mut self, act: &Act) -> Option<Command> {
        let customer = self.form.customer.clone();
        let reason = self.form.reason.trim().to_owned();
        Some(match act.clone() {
            Act::Allocate(_) => return None,
            Act::Refund(fund) => {
                let (amount, on) = (self.amount(), self.on());
                Command::Refund(Refund { customer, fund, amount: amount?, on: on?, reason })
            }
            Act::WriteOff(item) => {
                let (amount, on) = (self.amount(), self.on());
                Command::WriteOff(WriteOff {
                    customer,
                    item,
                    amount: amount?,
                    on: on?,
                    kind: self.form.write_off_kind,
                    reason,
                    approver: self.form.approver.trim().to_owned(),
                })
            }
            Act::Discount(item) => {
                let (amount, on) = (self.amount(), self.on());
                let taken = discount::taken(amount?, self.form.rule.as_ref());
                let approver = self.form.approver.trim().to_owned();
                let (on, allocation) = (on?, None);
                Command::GrantDiscount(Discount {
                    customer,
                    item,
                    on,
                    allocation,
                    taken,
                    reason,
                    approver,
                })
            }
            Act::Recover(write_off) => {
                let (amount, on) = (self.amount(), self.on());
                let reference = self.form.reference.trim().to_owned();
                let (amount, received_on) = (amount?, on?);
                let recovery = Recovery { customer, write_off, amount, received_on, reference };
                Command::RecordRecovery(recovery)
            }
            Act::Dispute(item) => {
                let (amount, on) = (self.amount(), self.on());
                let (amount, raised_on) = (Some(amount?), on?);
                Command::RaiseDispute(Dispute { customer, item, amount, reason, raised_on })
            }
            Act::Resolve(dispute) => {
                let outcome = self.form.outcome;
                Command::ResolveDispute { customer, dispute, on: self.on()?, outcome }
            }
            Act::Bounce(fund) => self.reverse(ReverseSubject::Fund(fund))?,
            Act::Undo(fact) => self.reverse(ReverseSubject::Fact(fact))?,
            Act::ReverseDocument(document) => self.reverse(ReverseSubject::Document(document))?,
            Act::Amend(document) => {
                let fields = self.amended()?;
                let reason = Some(reason).filter(|reason| !reason.is_empty());
                Command::AmendDocument { document, fields, reason }
            }
            Act::Retract(entry) => Command::Retract { entry, reason },
        })
    }

    fn reverse(&mut self, subject: ReverseSubject) -> Option<Command> {
        let (customer, reason) = (self.form.customer.clone(), self.form.reason.trim().to_owned());
        Some(Command::Reverse { customer, subject, on: self.on()?, reason })
    }

    fn amount(&mut self) -> Option<Money> {
        let amount = typed::amount(&self.form.amount, self.form.currency);
        self.noted(amount, ActField::Amount)
    }

    fn on(&mut self) -> Option<Date> {
        let on = typed::date(&self.form.on, self.today);
        self.noted(on, ActField::On)
    }

    fn noted<T>(&mut self, read: Option<T>, field: ActField) -> Option<T> {
        if read.is_none() {
            self.unread.push(field);
        }
        read
    }

    /// The fields that differ from what the document states. What a changed value does not speak
    /// of stays: the tax of a claim, the terms beside a due date.
    fn amended(&mut self) -> Option<DocumentFields> {
        let stated = &self.form.stated;
        let issued_on = typed::date(&self.form.issued_on, self.today);
        let issued_on = self.noted(issued_on, ActField::IssuedOn);
        let amount = self.amount();
        let due_text = self.form.due_on.trim();
        let due_on = typed::date(due_text, self.today);
        if due_on.is_none() && !due_text.is_empty() {
            self.unread.push(ActField::DueOn);
        }
        let changed = |text: &str, held: &Option<String>| {
            let differs = text.trim() != held.as_deref().unwrap_or_default();
            differs.then(|| text.trim().to_owned())
        };
        let tax = stated.claim.and_then(|claim| claim.tax);
        let claim = amount.map(|amount| Claim { amount, tax });
        let before = stated.schedule.clone().unwrap_or_default();
        let schedule = Schedule { due_on, ..before.clone() };
        Some(DocumentFields {
            issued_on: issued_on.filter(|on| stated.issued_on != Some(*on)),
            claim: claim.filter(|claim| stated.claim != Some(*claim)),
            schedule: (schedule != before).then_some(schedule),
            contract: changed(&self.form.contract, &stated.contract),
            memo: changed(&self.form.memo, &stated.memo),
            ..DocumentFields::default()
        })
    }
}

#[cfg(test)]
mod tests;
