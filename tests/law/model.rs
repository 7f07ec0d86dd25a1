//! A naive ledger: what a customer owes on a day, from the facts that count and nothing else.
//! Never looks at allocations, funds or parts: they move money, they do not make any.

use std::collections::{BTreeMap, BTreeSet};

use huikuan::calendar::Date;
use huikuan::id::{EntryId, FactId, Key};
use huikuan::journal::{Entry, Order};
use huikuan::ledger::{Finding, Ledger};
use huikuan::money::{Currency, Money};
use huikuan::record::{
    Allocation, Discount, DocumentKind, DocumentRef, Fact, FundRef, Progress, Receipt, Recovery,
    Refund, Reverse, ReverseSubject, WriteOff,
};
use huikuan::workbook::Workbook;

use crate::dice::earliest;

/// A fact with its name and its place in the canonical order.
struct Told<'a, T> {
    fact: FactId,
    order: Order,
    what: &'a T,
}

/// The facts that count, sorted by hand.
pub(crate) struct Model<'a> {
    ledger: &'a Ledger,
    documents: BTreeMap<DocumentRef, Order>,
    totals: Vec<(DocumentRef, Date, Progress)>,
    receipts: BTreeMap<FundRef, (Order, &'a Receipt)>,
    refunds: Vec<Told<'a, Refund>>,
    write_offs: Vec<Told<'a, WriteOff>>,
    recoveries: Vec<Told<'a, Recovery>>,
    allocations: BTreeMap<FactId, (Order, &'a Allocation)>,
    discounts: Vec<Told<'a, Discount>>,
    reversals: Vec<Told<'a, Reverse>>,
    contested: BTreeSet<FactId>,
    inert: BTreeSet<FactId>,
}

/// The entries that count: each asked of those after it.
fn counting(book: &Workbook) -> Vec<&Entry> {
    let mut all: Vec<&Entry> = book.journal().entries().iter().collect();
    all.sort_by_key(|entry| std::cmp::Reverse(entry.order()));
    let mut later: Vec<&Entry> = Vec::new();
    for entry in all {
        let retractions: Vec<&Entry> =
            later.iter().copied().filter(|l| retracts(l, entry)).collect();
        let open = |retraction: &&Entry| {
            let after = |other: &&&Entry| other.order() > retraction.order();
            !later.iter().filter(after).any(|other| takes_back(other, retraction, entry))
        };
        if !retractions.iter().any(open) {
            later.push(entry);
        }
    }
    later
}

fn retracts(later: &Entry, entry: &Entry) -> bool {
    later.facts.iter().any(|fact| matches!(fact, Fact::Retract(held) if held.target == entry.id))
}

fn takes_back(later: &Entry, retraction: &Entry, entry: &Entry) -> bool {
    later.facts.iter().any(|fact| match fact {
        Fact::Restore(held) => held.target == entry.id && held.retractions.contains(&retraction.id),
        _ => false,
    })
}

/// The day of the first import that makes the rows of an entry count.
fn file_day(chunk: &Entry, counting: &[&Entry]) -> Option<Date> {
    let closes = |entry: &&&Entry, chunks: &[EntryId]| {
        entry.id == chunk.id || (entry.order() > chunk.order() && chunks.contains(&chunk.id))
    };
    let mut closing: Vec<(Order, Date)> = Vec::new();
    for entry in counting {
        for fact in &entry.facts {
            if let Fact::Imported(held) = fact
                && closes(&entry, &held.chunks)
            {
                closing.push((entry.order(), held.day));
            }
        }
    }
    closing.into_iter().min().map(|(_, day)| day)
}

impl<'a> Model<'a> {
    pub(crate) fn of(book: &'a Workbook) -> Self {
        let mut model = Self {
            ledger: book.ledger(),
            documents: BTreeMap::new(),
            totals: Vec::new(),
            receipts: BTreeMap::new(),
            refunds: Vec::new(),
            write_offs: Vec::new(),
            recoveries: Vec::new(),
            allocations: BTreeMap::new(),
            discounts: Vec::new(),
            reversals: Vec::new(),
            contested: BTreeSet::new(),
            inert: BTreeSet::new(),
        };
        let counting = counting(book);
        for entry in &counting {
            for (index, fact) in (0..).zip(&entry.facts) {
                let id = FactId { entry: entry.id, index };
                model.take(id, entry.order(), fact, file_day(entry, &counting));
            }
        }
        for finding in book.ledger().findings() {
            match finding {
                Finding::Contested { fact, .. } => {
                    assert!(model.contested.insert(*fact), "two findings about {fact}");
                }
                Finding::Inert { fact, .. } => {
                    model.inert.insert(*fact);
                }
                _ => {}
            }
        }
        model
    }

    fn take(&mut self, fact: FactId, order: Order, what: &'a Fact, file_day: Option<Date>) {
        match what {
            Fact::Document(what) => earliest(&mut self.documents, what.document(fact), order),
            Fact::Receipt(what) => {
                self.receipts.insert(FundRef::Receipt(fact), (order, what));
            }
            Fact::Refund(what) => self.refunds.push(Told { fact, order, what }),
            Fact::WriteOff(what) => self.write_offs.push(Told { fact, order, what }),
            Fact::Allocation(what) => {
                self.allocations.insert(fact, (order, what));
            }
            Fact::Discount(what) => self.discounts.push(Told { fact, order, what }),
            Fact::Recovery(what) => self.recoveries.push(Told { fact, order, what }),
            Fact::Reverse(what) => self.reversals.push(Told { fact, order, what }),
            Fact::Rows(rows) => {
                let Some(day) = file_day else { return };
                for row in &rows.documents {
                    earliest(&mut self.documents, row.document(), order);
                    self.totals.extend(row.progress.map(|total| (row.document(), day, total)));
                }
                for row in &rows.receipts {
                    let fund = FundRef::Imported(row.key());
                    let first = self.receipts.get(&fund).map_or(order, |held| order.min(held.0));
                    self.receipts.insert(fund, (first, &row.receipt));
                }
            }
            _ => {}
        }
    }

    /// Currency and balance of a customer at the close of a day, zeros left out; `None` when only
    /// the order of the journal decides how much was refunded or given up.
    pub(crate) fn balances(&self, customer: &Key, day: Date) -> Option<Vec<(Currency, i64)>> {
        let mut sums: BTreeMap<Currency, i64> = BTreeMap::new();
        let mut add = |money: Money, sign: i64| {
            *sums.entry(money.currency()).or_default() += sign * money.minor();
        };
        for document in self.documents.keys().filter(|held| held.customer() == customer) {
            let Some((issued_on, amount, credit)) = self.claim(document) else { continue };
            if issued_on <= day && !self.is_reversed(document, day) {
                add(amount, if credit { -1 } else { 1 });
            }
            match self.received(document, day) {
                Ok(Some(total)) if !credit => add(total, -1),
                Ok(None) => {}
                Ok(Some(_)) | Err(Undecided) => return None,
            }
        }
        for (fund, (_, receipt)) in &self.receipts {
            let here = Key::of(&receipt.customer) == *customer && receipt.amount.minor() > 0;
            if here && receipt.received_on <= day && !self.is_ended(fund, day) {
                add(receipt.amount, -1);
            }
        }
        for held in self.refunds.iter().filter(|held| held.what.customer == *customer) {
            if !self.inert.contains(&held.fact) && self.is_refunded(held, day) {
                add(held.what.amount, 1);
            }
        }
        for held in self.write_offs.iter().filter(|held| held.what.customer == *customer) {
            if self.given_up(held, day) {
                add(held.what.amount, -1);
                add(self.recovered(held, day), 1);
            }
        }
        for held in self.recoveries.iter().filter(|held| held.what.customer == *customer) {
            let over =
                self.is_over(held.fact, day) || self.is_ended(&FundRef::Receipt(held.fact), day);
            if held.what.received_on <= day && !over && !self.inert.contains(&held.fact) {
                add(held.what.amount, -1);
            }
        }
        for held in self.discounts.iter().filter(|held| held.what.customer == *customer) {
            if self.taken_off(held, day) {
                add(held.what.taken.amount, -1);
            }
        }
        let refunds = self.refunds.iter().map(|held| (held.fact, &held.what.customer));
        let discounts = self.discounts.iter().map(|held| (held.fact, &held.what.customer));
        let write_offs = self.write_offs.iter().map(|held| (held.fact, &held.what.customer));
        let undecided =
            |(fact, of): (FactId, &Key)| of == customer && self.contested.contains(&fact);
        if refunds.chain(write_offs).chain(discounts).any(undecided) {
            return None;
        }
        Some(sums.into_iter().filter(|(_, sum)| *sum != 0).collect())
    }

    fn is_refunded(&self, held: &Told<'_, Refund>, day: Date) -> bool {
        let start = held.what.on.max(self.fund_day(&held.what.fund).unwrap_or(held.what.on));
        start <= day && !self.is_over(held.fact, day) && !self.is_ended(&held.what.fund, day)
    }

    /// Issue date, amount, and whether it is owed to the customer; `None` while incomplete.
    fn claim(&self, document: &DocumentRef) -> Option<(Date, Money, bool)> {
        let account = self.ledger.account(document.customer()).expect("an account");
        let held = account.document(document).expect("every document that counts");
        let (issued_on, amount) = (held.fields.issued_on?, held.fields.claim?.amount);
        let credit = held.kind == DocumentKind::CreditNote || amount.minor() < 0;
        Some((issued_on, amount.with_minor(amount.minor().abs()).unwrap(), credit))
    }

    /// What tables say was received on a document by a day: a newer table knows better.
    fn received(&self, document: &DocumentRef, day: Date) -> Result<Option<Money>, Undecided> {
        let of = |held: &&(DocumentRef, Date, Progress)| held.0 == *document;
        let mut told: Vec<(Date, Progress)> =
            self.totals.iter().filter(of).map(|(_, file, total)| (*file, *total)).collect();
        told.sort_by_key(|(file, total)| (*file, total.on, total.received));
        told.dedup();
        if told.windows(2).any(|pair| pair[0].0 == pair[1].0) {
            return Err(Undecided);
        }
        let bounced = |held: &Told<'_, Reverse>| match &held.what.subject {
            ReverseSubject::Fund(FundRef::Implied { document: of, .. }) => of == document,
            _ => false,
        };
        if self.reversals.iter().any(bounced) {
            return Err(Undecided);
        }
        let known = |at: usize| !told[at + 1..].iter().any(|(_, newer)| newer.on <= told[at].1.on);
        let standing = (0..told.len()).filter(|at| known(*at) && told[*at].1.on <= day);
        Ok(standing.map(|at| told[at].1).max_by_key(|total| total.on).map(|total| total.received))
    }

    fn given_up(&self, held: &Told<'_, WriteOff>, day: Date) -> bool {
        !self.inert.contains(&held.fact)
            && self.write_off_day(held.what) <= day
            && !self.is_over(held.fact, day)
            && !self.is_reversed(&held.what.item.document, day)
    }

    /// A discount begins and ends with the allocation that earned it.
    fn taken_off(&self, held: &Told<'_, Discount>, day: Date) -> bool {
        let what = held.what;
        if self.inert.contains(&held.fact) {
            return false;
        }
        let issued_on =
            self.claim(&what.item.document).map_or(what.on, |(issued_on, ..)| issued_on);
        let mut start = what.on.max(issued_on);
        if let Some(fact) = what.allocation {
            let Some(&(order, with)) = self.allocations.get(&fact) else { return false };
            if self.inert.contains(&fact) {
                return false;
            }
            let of_act = with.on.into_iter().chain(self.fund_day(&with.fund)).max();
            start = start.max(of_act.unwrap_or(start));
            let ended = self.reversed(&ReverseSubject::Fact(fact), order, day);
            if ended || self.is_ended(&with.fund, day) {
                return false;
            }
        }
        start <= day
            && !self.reversed(&ReverseSubject::Fact(held.fact), held.order, day)
            && !self.is_reversed(&what.item.document, day)
    }

    fn write_off_day(&self, held: &WriteOff) -> Date {
        held.on.max(self.claim(&held.item.document).map_or(held.on, |(issued_on, ..)| issued_on))
    }

    /// What of a write-off was undone by a day because money came after all.
    fn recovered(&self, write_off: &Told<'_, WriteOff>, day: Date) -> Money {
        let mut undone = 0;
        for held in self.recoveries.iter().filter(|held| held.what.write_off == write_off.fact) {
            let issued_on = self.claim(&write_off.what.item.document).map(|(on, ..)| on);
            let start = held.what.received_on.max(issued_on.unwrap_or(held.what.received_on));
            let never = self.is_over(held.fact, start)
                || self.is_ended(&FundRef::Receipt(held.fact), start)
                || start < self.write_off_day(write_off.what);
            if start <= day && !never && !self.inert.contains(&held.fact) {
                undone += held.what.amount.minor();
            }
        }
        let amount = write_off.what.amount;
        amount.with_minor(undone.min(amount.minor())).unwrap()
    }

    fn fund_day(&self, fund: &FundRef) -> Option<Date> {
        match fund {
            FundRef::Receipt(fact) => {
                let recovery = self.recoveries.iter().find(|held| held.fact == *fact);
                let receipt = self.receipts.get(fund).map(|(_, receipt)| receipt.received_on);
                receipt.or(recovery.map(|held| held.what.received_on))
            }
            FundRef::Imported(key) => Some(key.received_on),
            FundRef::Implied { received_on, .. } => Some(*received_on),
            FundRef::CreditNote(document) => self.claim(document).map(|(issued_on, ..)| issued_on),
        }
    }

    fn reversed(&self, subject: &ReverseSubject, after: Order, day: Date) -> bool {
        let ends = |held: &Told<'_, Reverse>| {
            held.what.subject == *subject && held.what.on <= day && held.order > after
        };
        self.reversals.iter().any(ends)
    }

    fn is_over(&self, fact: FactId, day: Date) -> bool {
        let orders = self.refunds.iter().map(|held| (held.fact, held.order));
        let orders = orders.chain(self.write_offs.iter().map(|held| (held.fact, held.order)));
        let mut orders = orders.chain(self.recoveries.iter().map(|held| (held.fact, held.order)));
        let order = orders.find(|(held, _)| *held == fact).map(|(_, order)| order);
        order.is_some_and(|order| self.reversed(&ReverseSubject::Fact(fact), order, day))
    }

    fn is_ended(&self, fund: &FundRef, day: Date) -> bool {
        let order = match fund {
            FundRef::CreditNote(document) => {
                return self.is_reversed(document, day);
            }
            FundRef::Receipt(fact) => {
                let recovery = self.recoveries.iter().find(|held| held.fact == *fact);
                let receipt = self.receipts.get(fund).map(|(order, _)| *order);
                receipt.or(recovery.map(|held| held.order))
            }
            FundRef::Imported(_) | FundRef::Implied { .. } => {
                self.receipts.get(fund).map(|(order, _)| *order)
            }
        };
        let ends = |order| self.reversed(&ReverseSubject::Fund(fund.clone()), order, day);
        order.is_some_and(ends)
            || match fund {
                FundRef::Receipt(fact) => self.is_over(*fact, day),
                _ => false,
            }
    }

    fn is_reversed(&self, document: &DocumentRef, day: Date) -> bool {
        let Some(&first) = self.documents.get(document) else { return false };
        let fund = FundRef::CreditNote(document.clone());
        self.reversed(&ReverseSubject::Document(document.clone()), first, day)
            || self.reversed(&ReverseSubject::Fund(fund), first, day)
    }
}

/// Two tables of one day disagree, or money that a table implies bounced.
struct Undecided;
