//! Why a command was refused (I4): one case per rule, with what a sentence about it needs.
//! Never a text: `say` words it.

use crate::calendar::Date;
use crate::id::Key;
use crate::money::Money;
use crate::record::{Role, SettingField};

/// A command that breaks a rule; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Rejection {
    /// A customer needs a code.
    CodeMissing,
    /// The customer is recorded already.
    CustomerExists(String),
    /// No such customer.
    CustomerUnknown(String),
    /// A document of that kind and number is recorded already for this customer.
    DocumentExists(String),
    /// No such document, or it was retracted.
    DocumentUnknown,
    /// A document needs its date.
    IssueDateMissing,
    /// A document needs its amount.
    AmountMissing,
    /// The amount must be more than nothing.
    AmountNotPositive(Money),
    /// The tax is more than the amount, or of another currency.
    TaxBeyondAmount(Money),
    /// The lines of payment terms do not say who takes the rest.
    TermsWithoutRest,
    /// The due date lies before the invoice date.
    DueBeforeIssue {
        /// Due date.
        due_on: Date,
        /// Invoice date.
        issued_on: Date,
    },
    /// No such receipt or credit note, or it was retracted.
    FundUnknown,
    /// No such open item, or it was retracted.
    ItemUnknown,
    /// Money and item are of different currencies.
    CurrencyDiffers {
        /// Of the money.
        money: Money,
        /// Of the item.
        item: Money,
    },
    /// More than the item owes from that day on.
    BeyondOutstanding {
        /// What was asked for.
        wanted: Money,
        /// What the item still owes.
        outstanding: Money,
    },
    /// More than is left of the money from that day on.
    BeyondRemaining {
        /// What was asked for.
        wanted: Money,
        /// What is left.
        remaining: Money,
    },
    /// More than the policy lets anybody write off without approval.
    BeyondTolerance {
        /// What was asked for.
        wanted: Money,
        /// The tolerance.
        tolerance: Money,
    },
    /// A discount is more than what it is taken of (E1).
    DiscountBeyondBase {
        /// The discount.
        discount: Money,
        /// What it is taken of.
        base: Money,
    },
    /// The allocation has a discount already (E1).
    DiscountTwice,
    /// Extended terms must be longer than those before (E5).
    TermsNotLonger {
        /// Before, in days.
        from_days: u32,
        /// Extended, in days.
        to_days: u32,
    },
    /// A reason is needed.
    ReasonMissing,
    /// The name of whoever approved it is needed.
    ApproverMissing,
    /// No such entry, fact or dispute, or it does not count.
    SubjectUnknown,
    /// It is reversed or resolved already.
    AlreadyReversed,
    /// A reversal cannot lie before what it reverses.
    BeforeItHappened {
        /// The day asked for.
        on: Date,
        /// The day on which it happened.
        happened_on: Date,
    },
    /// The entry is retracted already.
    AlreadyRetracted,
    /// The entry is not retracted.
    NotRetracted,
    /// The first entry of a workbook cannot be taken back.
    CannotRetractCreation,
    /// A later import states only what changed since this one: take that one back first.
    ImportIsFollowed,
    /// The promised day lies before the day on which the promise was given (D5).
    PromiseInPast {
        /// The promised day.
        promised_on: Date,
        /// The day on which it was given.
        given_on: Date,
    },
    /// A plan needs instalments (D6).
    InstalmentsMissing,
    /// An instalment lies before the one before it, or before the agreement (D6).
    InstalmentsNotRising {
        /// Its day.
        due_on: Date,
        /// The day that it must not lie before.
        after: Date,
    },
    /// The instalments are not what the items owe (D6).
    PlanDoesNotAddUp {
        /// The sum of the instalments.
        instalments: Money,
        /// What the items owe on the day of the agreement.
        owed: Money,
    },
    /// A step of the playbook does not follow the level that stands (D2).
    LevelOutOfOrder {
        /// The level that the step would reach.
        level: u32,
        /// The level that stands.
        stands: u32,
    },
    /// Of contacts that are recorded at once, two complete a step of this customer (D2).
    StepTwice(Key),
    /// The next date lies before the contact (D4).
    NextBeforeContact {
        /// The next date.
        next_on: Date,
        /// The day of the contact.
        on: Date,
    },
    /// The person was gone by that day (A1, D8).
    PersonGone {
        /// Who.
        person: String,
        /// The last day.
        until: Date,
    },
    /// The last day lies before the first.
    EndsBeforeItBegins {
        /// The last day.
        until: Date,
        /// The first day.
        from: Date,
    },
    /// A name, a number or a text is needed.
    TextMissing,
    /// What is to be decided on needs no approval (D8).
    NothingToApprove,
    /// It is decided already (D8).
    AlreadyDecided {
        /// In which duty.
        role: Role,
        /// By whom.
        by: String,
    },
    /// Another duty of the chain comes first (D8).
    ApprovalOutOfOrder {
        /// The duty that was to decide.
        role: Role,
        /// The duty that is awaited.
        awaited: Role,
    },
    /// The person does not stand in the team with that duty (D8).
    NotOfRole {
        /// Who.
        person: String,
        /// The duty.
        role: Role,
    },
    /// No rule could work with this setting.
    PolicyNotUsable(SettingField),
    /// A step of the playbook is due earlier than the one before it (D1).
    StepsNotRising {
        /// Its place in its list, from 1.
        step: u32,
    },
    /// Nothing would change.
    NothingChanged,
    /// There is nothing to undo.
    NothingToUndo,
    /// There is nothing to redo.
    NothingToRedo,
    /// The upper days of buckets must rise, and be at least one and at most eleven.
    BucketsNotRising,
    /// A rate of exchange must be more than nothing and not of the base currency.
    RateNotUsable,
    /// The entry would be too large, or the counter of this page is used up: reload the page.
    CounterUsedUp,
}
