//! The index of a ledger: a line for every customer, document and receipt, drawn up step by step.
//! Never follows the ledger: after a change another one is drawn up.

use super::section::{Field, Section};
use super::{Rank, folded, initials};
use crate::id::Key;
use crate::ledger::{Account, Document, Fund, FundSource, Ledger};
use crate::money::amount_text;
use crate::record::Person;

/// How many answers of a kind are given.
const ANSWERS_MAX: usize = 8;
/// A step ends with the account that brings this many lines.
const STEP_LINES: usize = 1_000;

/// One find; it holds for the ledger that the index was drawn up from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// How well it answers.
    pub rank: Rank,
    /// The customer it belongs to.
    pub customer: Key,
    /// Its place in the account's documents or funds; 0 for a customer.
    pub place: u32,
}

/// What a query finds, the best of each kind first, at most eight of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Customers.
    pub customers: Vec<Hit>,
    /// Invoices and notes.
    pub documents: Vec<Hit>,
    /// Receipts.
    pub receipts: Vec<Hit>,
}

/// Everything that can be found.
#[derive(Clone, Debug, Default)]
pub struct Index {
    keys: Vec<Key>,
    customers: Kind,
    documents: Kind,
    receipts: Kind,
}

/// The lines of a kind, and whose each is: the customer's number, and the place in its account.
#[derive(Clone, Debug, Default)]
struct Kind {
    lines: Section,
    whose: Vec<(u32, u32)>,
}

/// An index that is being drawn up.
#[derive(Clone, Debug, Default)]
pub struct Building {
    index: Index,
}

impl Building {
    /// Takes in some more customers of the same ledger; `false` when all are in.
    pub fn step(&mut self, ledger: &Ledger) -> bool {
        let index = &mut self.index;
        let mut lines = 0;
        for account in ledger.accounts().skip(index.keys.len()) {
            if lines >= STEP_LINES {
                return true;
            }
            index.take(account);
            lines += 1 + account.documents.len() + account.funds.len();
        }
        false
    }

    /// The index of what was taken in.
    #[must_use]
    pub fn end(self) -> Index {
        self.index
    }
}

impl Index {
    /// The index of a whole ledger at once.
    #[must_use]
    pub fn of(ledger: &Ledger) -> Self {
        let mut building = Building::default();
        while building.step(ledger) {}
        building.end()
    }

    /// What a query finds: every word of it, whatever the case and width of letters, in any field
    /// of a line. An amount is found by its beginning, with or without separators.
    #[must_use]
    pub fn search(&self, query: &str) -> Answer {
        let words: Vec<String> = query.split_whitespace().map(word).collect();
        let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
        let hits = |kind: &Kind| {
            let best = kind.lines.best(&words, ANSWERS_MAX).into_iter();
            best.filter_map(|(rank, line)| {
                let (customer, place) = *kind.whose.get(line as usize)?;
                let customer = self.keys.get(customer as usize)?.clone();
                Some(Hit { rank, customer, place })
            })
            .collect()
        };
        Answer {
            customers: hits(&self.customers),
            documents: hits(&self.documents),
            receipts: hits(&self.receipts),
        }
    }

    fn take(&mut self, account: &Account) {
        let number = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
        self.keys.push(account.customer.key.clone());
        customer(self.customers.line((number, 0)), account);
        for (place, held) in (0..).zip(&account.documents) {
            document(self.documents.line((number, place)), held);
        }
        for (place, fund) in (0..).zip(&account.funds) {
            match fund.source {
                FundSource::Receipt | FundSource::Recovery | FundSource::Implied { .. } => {
                    receipt(self.receipts.line((number, place)), fund);
                }
                // It stands among the documents.
                FundSource::CreditNote => {}
            }
        }
    }
}

impl Kind {
    fn line(&mut self, whose: (u32, u32)) -> &mut Section {
        self.lines.begin_line();
        self.whose.push(whose);
        &mut self.lines
    }
}

/// A word as lines hold it; separators within a figure are left out.
fn word(typed: &str) -> String {
    let mut word = folded(typed);
    if word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.')) {
        word.retain(|letter| letter != ',');
    }
    word
}

fn customer(line: &mut Section, account: &Account) {
    let (code, fields) = (&account.customer.code, &account.customer.fields);
    let text = |field: &'_ Option<String>| field.clone().unwrap_or_default();
    let name = text(&fields.name);
    line.add(Field::Text, code);
    line.add(Field::Text, &name);
    for field in [&fields.owner, &fields.region, &fields.group, &fields.tax_no] {
        line.add(Field::Text, field.as_deref().unwrap_or_default());
    }
    let contacts = fields.contacts.as_deref().unwrap_or_default();
    for Person { name, phone, email, wechat, .. } in contacts {
        [name, phone, email, wechat].into_iter().for_each(|text| line.add(Field::Text, text));
    }
    let names = std::iter::once(&name).chain(contacts.iter().map(|person| &person.name));
    for reading in names.flat_map(|name| initials(name)) {
        line.add(Field::Initials, &reading);
    }
}

fn document(line: &mut Section, document: &Document) {
    let fields = &document.fields;
    line.add(Field::Text, &document.number);
    for field in [&fields.tax_invoice_no, &fields.contract, &fields.red_letter_no, &fields.memo] {
        line.add(Field::Text, field.as_deref().unwrap_or_default());
    }
    if let Some(claim) = fields.claim {
        line.add(Field::Amount, &claim.amount.amount_text());
    }
}

fn receipt(line: &mut Section, fund: &Fund) {
    line.add(Field::Text, &fund.note);
    line.add(Field::Amount, &amount_text(fund.balance.amount_minor, fund.balance.currency));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Date, Instant};
    use crate::id::Letters;
    use crate::money::{Currency, Money};
    use crate::record::{Claim, CustomerFields, DocumentFields, DocumentKind, Receipt};
    use crate::search::{FoundKind, found};
    use crate::workbook::{Command, Stamp, Workbook};
    use rstest::rstest;

    fn book() -> Workbook {
        let day = Date::new(2026, 3, 5).unwrap();
        let stamp = Stamp { at: Instant::of_day(day, 0), by: "Mei".to_owned() };
        let (id, replica) = (Letters::from_bits(1), Letters::from_bits(2));
        let mut book = Workbook::create(id, replica, "Book", Currency::CNY, &stamp);
        let money = |minor| Money::new(minor, Currency::CNY).unwrap();
        let some = |text: &str| Some(text.to_owned());
        let mut customers = vec![("C-1", "上海华美服饰", "王磊"), ("C-2", "Huamei Trading", "")];
        customers.push(("C-12", "重庆锦程", "Mei"));
        for (code, name, owner) in customers {
            let wang = Person {
                name: "王小明".to_owned(),
                phone: "13800001234".to_owned(),
                ..Person::default()
            };
            let contacts = (code == "C-2").then(|| vec![wang]);
            let fields = CustomerFields {
                name: some(name),
                owner: some(owner),
                contacts,
                ..CustomerFields::default()
            };
            book.apply(Command::RecordCustomer { code: code.to_owned(), fields }, &stamp).unwrap();
        }
        let fields = DocumentFields {
            issued_on: Some(day),
            claim: Some(Claim { amount: money(123_450), tax: None }),
            tax_invoice_no: some("24312000000012345678"),
            contract: some("HT-77"),
            ..DocumentFields::default()
        };
        let invoice = Command::RecordDocument {
            kind: DocumentKind::Invoice,
            customer: "C-1".to_owned(),
            number: some("INV-9"),
            fields,
        };
        book.apply(invoice, &stamp).unwrap();
        let receipt = Receipt {
            customer: "C-2".to_owned(),
            received_on: day,
            amount: money(50_000),
            method: String::new(),
            reference: "BK 881".to_owned(),
            designation: None,
            prepayment_for: None,
            memo: String::new(),
        };
        book.apply(Command::RecordReceipt { receipt, allocations: Vec::new() }, &stamp).unwrap();
        book
    }

    // A query, and what it finds: rank and customer's code, then number.
    #[rstest]
    #[case("c-1", "Exact C-1, Prefix C-12")]
    #[case("Ｃ－１２", "Exact C-12")]
    #[case("hmfs", "InsideInitials C-1")]
    #[case("shhm", "Initials C-1")]
    #[case("cqjc", "Initials C-12")]
    #[case("zqjc", "Initials C-12")]
    #[case("wxm", "Initials C-2")]
    #[case("HUAMEI", "Prefix C-2")]
    #[case("华美 王磊", "Inside C-1")]
    #[case("1380000", "Prefix C-2")]
    #[case("inv", "Prefix C-1 INV-9")]
    #[case("12345678", "Inside C-1 INV-9")]
    #[case("ht-77", "Exact C-1 INV-9")]
    #[case("1,234.5", "Amount C-1 INV-9")]
    #[case("881", "Inside C-2 BK 881")]
    #[case("500.00", "Amount C-2 BK 881")]
    #[case("00.00", "")]
    #[case("nobody", "")]
    #[case("  ", "")]
    fn a_query_finds(#[case] query: &str, #[case] wanted: &str) {
        let book = book();
        let answer = Index::of(book.ledger()).search(query);
        let of = |kind, hits: &[Hit]| {
            let all = found(book.ledger(), kind, hits);
            assert_eq!(all.len(), hits.len());
            let text = |(hit, found): (&Hit, super::super::Found)| {
                format!("{:?} {} {}", hit.rank, found.customer_code, found.number)
                    .trim_end()
                    .to_owned()
            };
            hits.iter().zip(all).map(text).collect::<Vec<_>>()
        };
        let texts = [
            of(FoundKind::Customer, &answer.customers),
            of(FoundKind::Document(DocumentKind::Invoice), &answer.documents),
            of(FoundKind::Receipt, &answer.receipts),
        ];
        assert_eq!(texts.concat().join(", "), wanted);
    }
}
