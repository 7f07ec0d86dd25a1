//! One customer's account: documents, due parts, funds, and the dated effects between them.
//! Never holds an amount of two currencies in one figure.

use super::{Brief, Dealings, Finding};
use crate::calendar::Date;
use crate::id::{FactId, Key};
use crate::journal::Order;
use crate::money::{Currency, Money};
use crate::record::{CustomerFields, DocumentFields, DocumentKind, DocumentRef, FundRef, ItemRef};

/// A customer with everything that was recorded of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    /// Who it is.
    pub customer: Customer,
    /// Invoices and notes, by reference.
    pub documents: Vec<Document>,
    /// Due parts of invoices and debit notes, those of a document together and in order.
    pub parts: Vec<Part>,
    /// Receipts and credit notes.
    pub funds: Vec<Fund>,
    /// What happened to parts; each part names its range.
    pub part_effects: Vec<Effect>,
    /// What happened to funds; each fund names its range.
    pub fund_effects: Vec<Effect>,
    /// Disputed amounts.
    pub disputes: Vec<DisputeSpan>,
    /// What people did and agreed with the customer.
    pub dealings: Dealings,
    /// The balances of parts and funds in brief, those of a currency together.
    pub briefs: Vec<Brief>,
    /// What a person should settle.
    pub findings: Vec<Finding>,
}

/// A customer's resolved fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Customer {
    /// Identity.
    pub key: Key,
    /// The code as first written.
    pub code: String,
    /// The shown values of its fields.
    pub fields: CustomerFields,
    /// Where its people were last recorded; none when they never were.
    pub people_recorded: Option<Order>,
}

/// An invoice or note with its resolved fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Identity.
    pub reference: DocumentRef,
    /// Invoice, debit note or credit note.
    pub kind: DocumentKind,
    /// The number as first written; empty when it has none.
    pub number: String,
    /// The shown values of its fields.
    pub fields: DocumentFields,
    /// The facts that brought it and count.
    pub brought_by: Vec<FactId>,
    /// Its parts in [`Account::parts`].
    pub parts: Span,
    /// From this day on it is reversed 红冲.
    pub reversed_on: Option<Date>,
}

/// A range of indexes into one of the account's lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// First index.
    pub start: u32,
    /// How many.
    pub len: u32,
}

impl Span {
    /// The part of `list` that the span names.
    #[must_use]
    pub fn of<T>(self, list: &[T]) -> &[T] {
        let start = self.start as usize;
        list.get(start..start + self.len as usize).unwrap_or(&[])
    }

    /// The indexes.
    #[must_use]
    pub fn indexes(self) -> std::ops::Range<u32> {
        self.start..self.start + self.len
    }
}

/// A day that never comes: what is due on it has no due date, what ends on it does not end.
pub const NEVER: i32 = i32::MAX;

/// A due part of an invoice or debit note: a claim, positive.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its document in [`Account::documents`].
    pub document: u32,
    /// Which of the document's parts, from 0.
    pub index: u32,
    /// Day number of the invoice date.
    pub issued_day: i32,
    /// Day number of the due date, or [`NEVER`] when there is none.
    pub due_day: i32,
    /// Retention: not demanded before its day (A11).
    pub retention: bool,
    /// What is claimed and what happened to it.
    pub balance: Balance,
}

impl Part {
    /// True when its due date is before a day number. Retention (A11) is overdue like any other
    /// part once its own day is over; without a due date nothing is ever overdue.
    #[must_use]
    pub const fn is_overdue(&self, day: i32) -> bool {
        self.due_day < day
    }
}

/// Money of the customer's: a receipt or credit note, positive as recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Fund {
    /// Identity.
    pub reference: FundRef,
    /// The column in which its rest stands.
    pub column: FundColumn,
    /// Where it came from.
    pub source: FundSource,
    /// The facts that brought it and count.
    pub brought_by: Vec<FactId>,
    /// Day number of the receipt or of the credit note's issue.
    pub day: i32,
    /// Day number on which it bounced or was reversed, or [`NEVER`].
    pub ended_day: i32,
    /// Payment method or bank reference as recorded, for people.
    pub note: String,
    /// What came in and what happened to it.
    pub balance: Balance,
}

/// The column of B3 in which money of the customer's stands, always negative there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FundColumn {
    /// Unapplied cash 未核销收款.
    Unapplied,
    /// Prepayment 预收款.
    Prepayment,
    /// Standing credit 未使用红字余额.
    StandingCredit,
}

/// Where a fund came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FundSource {
    /// A receipt that somebody recorded or imported.
    Receipt,
    /// A running total of an imported table implies it; `undated` when only the file's day is
    /// known.
    Implied {
        /// True when its day is the file's.
        undated: bool,
    },
    /// Money after a write-off.
    Recovery,
    /// A credit note.
    CreditNote,
}

/// An amount that begins on a day and is used up by effects.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Balance {
    /// Day number from which it exists.
    pub from_day: i32,
    /// The amount at the beginning, in minor units.
    pub amount_minor: i64,
    /// Currency.
    pub currency: Currency,
    /// Sum of all effects.
    pub used_minor: i64,
    /// Day number of the last effect; at and after it no effect needs to be looked at.
    pub last_day: i32,
    /// Its effects, by day.
    pub effects: Span,
}

/// Something that happened to a part or a fund on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// Day number.
    pub day: i32,
    /// Minor units used up; negative when earlier use is undone.
    pub amount_minor: i64,
    /// What happened.
    pub kind: EffectKind,
    /// The fact behind it.
    pub fact: FactId,
}

/// What happened to a part or a fund.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EffectKind {
    /// Money of this fund settled the part, or, on the fund's side, settled this part.
    Allocated {
        /// Index of the other side in the account: of the fund for a part, of the part for a fund.
        other: u32,
    },
    /// The money went back to the customer.
    Refunded,
    /// Given up or deducted.
    WrittenOff,
    /// Taken off for paying early (E3).
    Discounted,
    /// A write-off was undone since money came after all.
    Recovered,
    /// The document or the receipt itself was reversed, and what was left of it ended.
    Reversed,
}

/// A disputed amount over a span of days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DisputeSpan {
    /// The part in [`Account::parts`].
    pub part: u32,
    /// How much of it in minor units; all of it when absent.
    pub amount_minor: Option<i64>,
    /// First day number.
    pub from_day: i32,
    /// Day number on which it is resolved, or [`NEVER`].
    pub to_day: i32,
    /// The fact that raised it.
    pub fact: FactId,
}

impl Balance {
    /// What is left at the close of a day: nothing before it begins.
    #[must_use]
    pub fn left(&self, day: i32, effects: &[Effect]) -> i64 {
        if day < self.from_day {
            return 0;
        }
        if day >= self.last_day {
            return self.amount_minor - self.used_minor;
        }
        let used: i64 = self.effects_until(day, effects).map(|effect| effect.amount_minor).sum();
        self.amount_minor - used
    }

    /// The least that is left of it at the close of `day` and of every later day: what can still be
    /// given away on that day without taking it from something else.
    #[must_use]
    pub fn free_from(&self, day: i32, effects: &[Effect]) -> i64 {
        let day = day.max(self.from_day);
        let mut left = self.left(day, effects);
        let mut least = left;
        let later = self.effects.of(effects).iter().filter(|effect| effect.day > day);
        let mut later = later.peekable();
        while let Some(effect) = later.next() {
            left -= effect.amount_minor;
            // Within a day only its close counts.
            if later.peek().is_none_or(|next| next.day > effect.day) {
                least = least.min(left);
            }
        }
        least
    }

    /// What happened to it up to and including a day.
    pub fn effects_until<'a>(
        &self,
        day: i32,
        effects: &'a [Effect],
    ) -> impl Iterator<Item = &'a Effect> + use<'a> {
        self.effects.of(effects).iter().take_while(move |effect| effect.day <= day)
    }

    /// Minor units of its currency as money.
    #[must_use]
    pub fn money(&self, amount_minor: i64) -> Money {
        Money::new(amount_minor, self.currency).unwrap_or(Money::zero(self.currency))
    }
}

impl Default for Customer {
    fn default() -> Self {
        Self {
            key: Key::of(""),
            code: String::new(),
            fields: CustomerFields::default(),
            people_recorded: None,
        }
    }
}

impl Customer {
    /// The name, or the code when no name is recorded.
    #[must_use]
    pub fn name(&self) -> &str {
        self.fields.name.as_deref().filter(|name| !name.is_empty()).unwrap_or(&self.code)
    }
}

impl Account {
    /// What a part still owes at the close of a day, in minor units.
    #[must_use]
    pub fn outstanding(&self, part: &Part, day: i32) -> i64 {
        part.balance.left(day, &self.part_effects)
    }

    /// What is left of a fund at the close of a day, in minor units, as a positive amount.
    #[must_use]
    pub fn remaining(&self, fund: &Fund, day: i32) -> i64 {
        fund.balance.left(day, &self.fund_effects)
    }

    /// The document with that identity.
    #[must_use]
    pub fn document(&self, reference: &DocumentRef) -> Option<&Document> {
        let at = self.documents.binary_search_by(|held| held.reference.cmp(reference)).ok()?;
        self.documents.get(at)
    }

    /// The fund with that identity.
    #[must_use]
    pub fn fund(&self, reference: &FundRef) -> Option<&Fund> {
        self.funds.iter().find(|fund| fund.reference == *reference)
    }

    /// The part that an item names.
    #[must_use]
    pub fn part(&self, item: &ItemRef) -> Option<&Part> {
        let document = self.document(&item.document)?;
        document.parts.of(&self.parts).get(item.part as usize)
    }

    /// How a part is referred to.
    #[must_use]
    pub fn item(&self, part: &Part) -> Option<ItemRef> {
        let document = self.documents.get(part.document as usize)?;
        Some(ItemRef { document: document.reference.clone(), part: part.index })
    }

    /// What of a part's outstanding amount is disputed on a day, in minor units.
    #[must_use]
    pub fn disputed(&self, part: u32, outstanding_minor: i64, day: i32) -> i64 {
        let running = self
            .disputes
            .iter()
            .filter(|dispute| dispute.part == part)
            .filter(|dispute| dispute.from_day <= day && day < dispute.to_day);
        let disputed: i64 =
            running.map(|dispute| dispute.amount_minor.unwrap_or(outstanding_minor)).sum();
        disputed.min(outstanding_minor)
    }
}

impl Part {
    /// The due date; `None` when there is none.
    #[must_use]
    pub fn due_on(&self) -> Option<Date> {
        Date::from_number(self.due_day)
    }

    /// The invoice date.
    #[must_use]
    pub fn issued_on(&self) -> Option<Date> {
        Date::from_number(self.issued_day)
    }
}
