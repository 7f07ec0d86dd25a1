//! A laptop with a workbook, in the words of the person in front of it; told by every story.
//! Never hides an answer: what the workbook refuses, the laptop says.
#![allow(
    dead_code,
    unused_imports,
    reason = "each collection of tests tells its own part of a laptop's life"
)]

mod dealing;
mod table;
mod text;

use huikuan::calendar::Date;
use huikuan::id::{EntryId, FactId, Key, Letters};
use huikuan::journal::{Entry, Journal};
use huikuan::ledger::{Finding, Ledger};
use huikuan::money::{Currency, Money};
use huikuan::record::{
    Claim, CustomerFields, DocumentFields, DocumentKind, DocumentRef, FundRef, ItemRef, Receipt,
    Refund, ReverseSubject, Schedule, WriteOff, WriteOffKind,
};
use huikuan::workbook::{Command, MergePreview, Rejection, Share, Stamp, Workbook};

pub(crate) use dealing::{call, class_by_hand, hold, log, plan, promise, step};
pub(crate) use table::{Table, receipts, table};

/// A laptop and the person who uses it.
#[derive(Clone)]
pub(crate) struct Laptop {
    pub(crate) book: Workbook,
    person: String,
    /// What its wall clock shows.
    today: Date,
}

pub(crate) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// `100`, `100.50` or `100.00 USD`; yuan when no currency is named.
pub(crate) fn money(text: &str) -> Money {
    let text = if text.contains(' ') { text.to_owned() } else { format!("{text} CNY") };
    text.parse().unwrap()
}

/// A page start's name from a person's.
fn replica(person: &str) -> Letters {
    let bits =
        person.bytes().fold(7_u64, |bits, byte| bits.wrapping_mul(31).wrapping_add(byte.into()));
    Letters::from_bits(bits.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

pub(crate) fn invoice(customer: &str, number: &str) -> DocumentRef {
    document(DocumentKind::Invoice, customer, number)
}

pub(crate) fn document(kind: DocumentKind, customer: &str, number: &str) -> DocumentRef {
    DocumentRef::Numbered { kind, customer: Key::of(customer), number: Key::of(number) }
}

pub(crate) fn item(customer: &str, number: &str, part: u32) -> ItemRef {
    ItemRef { document: invoice(customer, number), part }
}

pub(crate) fn credit_note(customer: &str, number: &str) -> FundRef {
    FundRef::CreditNote(document(DocumentKind::CreditNote, customer, number))
}

pub(crate) fn share(customer: &str, number: &str, amount: &str) -> Share {
    Share { item: item(customer, number, 0), amount: money(amount), discount: None }
}

/// The fields of a document with a due date.
pub(crate) fn claim(issued_on: &str, due_on: &str, amount: &str) -> DocumentFields {
    DocumentFields {
        issued_on: Some(date(issued_on)),
        claim: Some(Claim { amount: money(amount), tax: None }),
        schedule: (!due_on.is_empty())
            .then(|| Schedule { due_on: Some(date(due_on)), ..Schedule::default() }),
        ..DocumentFields::default()
    }
}

pub(crate) fn received(customer: &str, received_on: &str, amount: &str) -> Receipt {
    Receipt {
        customer: customer.to_owned(),
        received_on: date(received_on),
        amount: money(amount),
        method: String::new(),
        reference: String::new(),
        designation: None,
        prepayment_for: None,
        memo: String::new(),
    }
}

impl Laptop {
    /// A laptop on which a workbook is begun.
    pub(crate) fn begins(person: &str) -> Self {
        let today = date("2025-01-01");
        let id = Letters::from_bits(20_250_101);
        let stamp = stamp(person, today);
        let book = Workbook::create(id, replica(person), "应收台账", Currency::CNY, &stamp);
        Self { book, person: person.to_owned(), today }
    }

    /// Another laptop that opens everything this one has.
    pub(crate) fn copied_to(&self, person: &str) -> Self {
        let journal = self.book.journal().clone();
        self.opened(person, journal)
    }

    /// The same workbook opened from another journal.
    pub(crate) fn opened(&self, person: &str, journal: Journal) -> Self {
        let book = Workbook::open(self.book.id(), replica(person), journal);
        Self { book, person: person.to_owned(), today: self.today }
    }

    /// The wall clock shows this day from now on.
    pub(crate) fn on(&mut self, today: &str) -> &mut Self {
        self.today = date(today);
        self
    }

    pub(crate) fn stamp(&self) -> Stamp {
        stamp(&self.person, self.today)
    }

    /// Gives a command; the answer is the workbook's.
    pub(crate) fn tries(&mut self, command: Command) -> Result<Vec<Entry>, Rejection> {
        let stamp = self.stamp();
        self.book.apply(command, &stamp)
    }

    /// Gives a command that must be accepted, and names its last entry.
    pub(crate) fn does(&mut self, command: Command) -> EntryId {
        let entries = self.tries(command.clone());
        let entries = entries.unwrap_or_else(|why| panic!("{command:?} was refused: {why:?}"));
        entries.last().unwrap().id
    }

    pub(crate) fn undoes(&mut self) {
        let stamp = self.stamp();
        self.book.undo(&stamp).unwrap();
    }

    pub(crate) fn redoes(&mut self) {
        let stamp = self.stamp();
        self.book.redo(&stamp).unwrap();
    }

    /// What it would hand to a colleague.
    pub(crate) fn export(&self) -> Vec<Entry> {
        self.book.journal().all_in_order().into_iter().cloned().collect()
    }

    /// Previews a colleague's export and accepts it.
    pub(crate) fn merges(&mut self, other: &Self) -> MergePreview {
        let preview = self.book.preview_merge(other.export(), self.today);
        self.book.accept_merge(preview.clone());
        self.is_sound();
        preview
    }

    /// Exchanges exports with a colleague; both then read the same.
    pub(crate) fn exchanges(&mut self, other: &mut Self) {
        self.merges(other);
        other.merges(self);
        assert!(self.book.ledger().same(other.book.ledger()));
    }

    /// What it shows is what folding everything anew shows.
    pub(crate) fn is_sound(&self) {
        assert!(self.book.ledger().same(&Ledger::fold(self.book.journal())));
    }

    pub(crate) fn records_customer(&mut self, code: &str, name: &str) -> EntryId {
        let fields = CustomerFields { name: Some(name.to_owned()), ..CustomerFields::default() };
        self.does(Command::RecordCustomer { code: code.to_owned(), fields })
    }

    pub(crate) fn records(
        &mut self,
        kind: DocumentKind,
        customer: &str,
        number: &str,
        fields: DocumentFields,
    ) -> EntryId {
        let (customer, number) = (customer.to_owned(), Some(number.to_owned()));
        self.does(Command::RecordDocument { kind, customer, number, fields })
    }

    /// Records an invoice: issued on, due on, amount.
    pub(crate) fn invoices(&mut self, customer: &str, number: &str, terms: [&str; 3]) -> EntryId {
        let [issued_on, due_on, amount] = terms;
        self.records(DocumentKind::Invoice, customer, number, claim(issued_on, due_on, amount))
    }

    pub(crate) fn amends(&mut self, document: DocumentRef, fields: DocumentFields) -> EntryId {
        self.does(Command::AmendDocument { document, fields, reason: None })
    }

    /// Records a receipt with what it settles, and names its money.
    pub(crate) fn receives(&mut self, receipt: Receipt, allocations: Vec<Share>) -> FundRef {
        let entry = self.does(Command::RecordReceipt { receipt, allocations });
        FundRef::Receipt(FactId { entry, index: 0 })
    }

    /// Allocates money on a day, or with its own day when none is named.
    pub(crate) fn allocates(
        &mut self,
        customer: &str,
        fund: &FundRef,
        share: Share,
        on: Option<&str>,
    ) -> FactId {
        let (customer, fund, on) = (Key::of(customer), fund.clone(), on.map(date));
        let shares = vec![share];
        let entry = self.does(Command::Allocate { customer, fund, shares, on });
        FactId { entry, index: 0 }
    }

    pub(crate) fn refunds(
        &mut self,
        customer: &str,
        fund: &FundRef,
        amount: &str,
        on: &str,
    ) -> FactId {
        let entry = self.does(Command::Refund(Refund {
            customer: Key::of(customer),
            fund: fund.clone(),
            amount: money(amount),
            on: date(on),
            reason: "多付".to_owned(),
        }));
        FactId { entry, index: 0 }
    }

    /// Gives up a claim as bad debt.
    pub(crate) fn writes_off(&mut self, item: ItemRef, amount: &str, on: &str) -> FactId {
        let entry = self.does(Command::WriteOff(WriteOff {
            customer: item.document.customer().clone(),
            item,
            amount: money(amount),
            on: date(on),
            kind: WriteOffKind::BadDebt,
            reason: "破产".to_owned(),
            approver: "财务经理".to_owned(),
        }));
        FactId { entry, index: 0 }
    }

    pub(crate) fn reverses(
        &mut self,
        customer: &str,
        subject: ReverseSubject,
        on: &str,
    ) -> EntryId {
        let (customer, on, reason) = (Key::of(customer), date(on), "退票".to_owned());
        self.does(Command::Reverse { customer, subject, on, reason })
    }

    /// Retracts an entry as recorded in error.
    pub(crate) fn retracts(&mut self, entry: EntryId) -> EntryId {
        self.does(Command::Retract { entry, reason: "记错".to_owned() })
    }

    /// Reads a table and imports what it changes.
    pub(crate) fn imports(&mut self, table: &Table) -> EntryId {
        let plan = self.book.plan_import(&table.draft());
        let entry = self.does(Command::ImportDocuments(Box::new(plan)));
        self.is_sound();
        entry
    }

    /// Everything that a person should settle.
    pub(crate) fn findings(&self) -> Vec<&Finding> {
        self.book.ledger().findings().collect()
    }

    /// The open positions of all customers at the close of a day, a line each.
    pub(crate) fn read(&self, as_of: &str) -> Vec<String> {
        text::open(self.book.ledger(), date(as_of))
    }

    /// These are the open positions of all customers at the close of a day, a line each.
    #[track_caller]
    pub(crate) fn reads(&self, as_of: &str, lines: &[&str]) {
        assert_eq!(self.read(as_of), lines, "on {as_of}");
    }

    /// These are the findings, a line each.
    #[track_caller]
    pub(crate) fn finds(&self, lines: &[&str]) {
        assert_eq!(text::findings(self.book.ledger()), lines);
    }
}

fn stamp(person: &str, today: Date) -> Stamp {
    Stamp { at: format!("{today}T09:00:00Z").parse().unwrap(), by: person.to_owned() }
}
