//! The library behind the interface of the in-browser bench: it ages 100,000 open items by
//! customer, and gives the same items to its peers. Never part of the page.

use std::hint::black_box;

use huikuan::calendar::{AsOf, Date, Instant};
use huikuan::demo;
use huikuan::format::table::{Options, draft};
use huikuan::id::{EntryId, Letters};
use huikuan::journal::{Entry, Journal};
use huikuan::ledger::Ledger;
use huikuan::money::{Currency, Money};
use huikuan::record::{Claim, DocumentFields, DocumentKind, DocumentStatement, Fact, Schedule};
use huikuan::rule::balance::aging::{AgingReport, aging};
use huikuan::rule::balance::bucket::{Buckets, Column};
use huikuan::rule::collection::worklist;
use huikuan::rule::credit::{alerts, credit};
use huikuan::say::Language;
use huikuan::workbook::{Command, Stamp, Workbook};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

const CUSTOMERS: usize = 2_000;
const ITEMS: usize = 100_000;
const FACTS_PER_ENTRY: usize = 1_000;
/// The day the items are aged at; they fall due in the 300 days before and the 100 after.
const AS_OF: (i32, u32, u32) = (2026, 6, 30);
/// Not due, and the five buckets of the first policy.
const COLUMNS: [Column; 6] = [
    Column::NotDue,
    Column::Bucket(0),
    Column::Bucket(1),
    Column::Bucket(2),
    Column::Bucket(3),
    Column::Bucket(4),
];

fn main() {}

/// A folded ledger with 100,000 open items, ready to be aged.
#[wasm_bindgen]
pub struct Bench {
    ledger: Ledger,
    buckets: Buckets,
    as_of: AsOf,
}

#[wasm_bindgen]
impl Bench {
    /// Records and folds the items; the same ones each time.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Bench, JsError> {
        let (year, month, day) = AS_OF;
        let as_of = Date::new(year, month, day).ok_or_else(|| JsError::new("no such day"))?;
        let journal = journal(as_of).ok_or_else(|| JsError::new("the items cannot be recorded"))?;
        let ledger = Ledger::fold(&journal);
        let buckets = Buckets::of(&ledger.policy().aging);
        Ok(Self { ledger, buckets, as_of })
    }

    /// The customer of each item, counted from 0 in the order of their codes.
    pub fn customers(&self) -> Vec<u32> {
        let accounts = (0..).zip(self.ledger.accounts());
        accounts.flat_map(|(index, account)| account.parts.iter().map(move |_| index)).collect()
    }

    /// The due day of each item, as a day number.
    pub fn due_days(&self) -> Vec<i32> {
        let accounts = self.ledger.accounts();
        accounts.flat_map(|account| account.parts.iter().map(|part| part.due_day)).collect()
    }

    /// What each item still owes, in minor units; all are whole numbers below 2^53.
    pub fn amounts_minor(&self) -> Vec<f64> {
        let day = self.as_of_day();
        let accounts = self.ledger.accounts();
        let open = accounts.flat_map(|account| {
            account.parts.iter().map(move |part| account.outstanding(part, day) as f64)
        });
        open.collect()
    }

    pub fn customer_count(&self) -> usize {
        self.ledger.accounts().count()
    }

    /// The day of the aging, as a day number.
    pub fn as_of_day(&self) -> i32 {
        self.as_of.number()
    }

    /// Draws up the whole report `runs` times, and gives the last one's figures in minor units:
    /// six columns for each customer, customers in the order of their codes.
    pub fn age(&self, runs: u32) -> Vec<f64> {
        let mut report = None;
        for _ in 0..runs {
            report = Some(black_box(aging(black_box(&self.ledger), &self.buckets, self.as_of)));
        }
        report.map_or_else(Vec::new, |report| self.figures(&report))
    }

    fn figures(&self, report: &AgingReport) -> Vec<f64> {
        let mut lines: Vec<_> =
            report.currencies.iter().flat_map(|section| &section.customers).collect();
        lines.sort_by(|a, b| a.customer.cmp(&b.customer));
        let amounts = lines
            .into_iter()
            .flat_map(|line| COLUMNS.map(|column| line.figures.amount(column) as f64));
        amounts.collect()
    }
}

/// The large book of DESIGN 9, folded, to be aged as a person would see it.
#[wasm_bindgen]
pub struct LargeBook {
    ledger: Ledger,
    buckets: Buckets,
    today: Date,
}

#[wasm_bindgen]
impl LargeBook {
    /// Tells the book from its seed and folds it.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<LargeBook, JsError> {
        let (year, month, day) = AS_OF;
        let today = Date::new(year, month, day).ok_or_else(|| JsError::new("no such day"))?;
        let workbook = demo::book(demo::Size::LARGE, 1, Language::En, today)
            .map_err(|_| JsError::new("the large book cannot be told"))?;
        let ledger = workbook.ledger().clone();
        let buckets = Buckets::of(&ledger.policy().aging);
        Ok(Self { ledger, buckets, today })
    }

    /// Draws up the aging `runs` times as of so many days ago, and gives how many items it has.
    pub fn age(&self, days_ago: i32, runs: u32) -> u32 {
        let as_of = self.today.plus_days(-days_ago);
        let mut open_items = 0;
        for _ in 0..runs {
            let report = black_box(aging(black_box(&self.ledger), &self.buckets, as_of));
            open_items = report.currencies.iter().map(|section| section.total.open_items).sum();
        }
        open_items
    }

    /// Draws up classes, tiers, alerts and the worklist `runs` times, and gives how many customers
    /// are on the list.
    pub fn today(&self, runs: u32) -> usize {
        today(&self.ledger, self.today, runs)
    }
}

/// A book made from a table of invoices, for the work of a morning (D3).
#[wasm_bindgen]
pub struct TableBook {
    ledger: Ledger,
    as_of: AsOf,
}

#[wasm_bindgen]
impl TableBook {
    /// Imports a table as a person would, and folds it; the day as `2026-03-31`.
    #[wasm_bindgen(constructor)]
    pub fn new(table: &[u8], as_of: &str) -> Result<TableBook, JsError> {
        let as_of: Date = as_of.parse().map_err(|_| JsError::new("no such day"))?;
        let options = Options::new("bench", as_of, Currency::CNY);
        let draft = draft(table, &options).map_err(|_| JsError::new("the table cannot be read"))?;
        let at = Instant::of_day(as_of, 0);
        let stamp = Stamp { at, by: "bench".to_owned() };
        let (id, replica) = (Letters::from_bits(1), Letters::from_bits(2));
        let mut book = Workbook::create(id, replica, "bench", Currency::CNY, &stamp);
        let plan = book.plan_import(&draft);
        book.apply(Command::ImportDocuments(Box::new(plan)), &stamp)
            .map_err(|_| JsError::new("the table cannot be imported"))?;
        Ok(Self { ledger: book.ledger().clone(), as_of })
    }

    /// Draws up classes, tiers, alerts and the worklist `runs` times, and gives how many customers
    /// are on the list.
    pub fn today(&self, runs: u32) -> usize {
        today(&self.ledger, self.as_of, runs)
    }
}

/// A table of so many invoices, none of them anybody's.
#[wasm_bindgen(js_name = invoiceTable)]
pub fn invoice_table(rows: u32) -> Vec<u8> {
    let (year, month, day) = AS_OF;
    let today = Date::new(year, month, day);
    let table = today.map(|today| demo::invoice_table(rows, 1, Language::En, today));
    table.unwrap_or_default().into_bytes()
}

fn today(ledger: &Ledger, as_of: AsOf, runs: u32) -> usize {
    let mut count = 0;
    for _ in 0..runs {
        let credit = credit(black_box(ledger), as_of);
        black_box(alerts(ledger, &credit));
        count = worklist(ledger, ledger.policy(), &credit, as_of).tasks.len();
    }
    count
}

/// A journal with the items in it, drawn by a small generator of its own from a fixed seed.
fn journal(as_of: Date) -> Option<Journal> {
    let mut journal = Journal::default();
    let mut state = 20_260_630_u32;
    let mut draw = |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        // The high half: the low bits of such a generator repeat soon.
        (state >> 16) % below
    };
    let recorded_at: Instant = "2026-06-30T00:00:00Z".parse().ok()?;
    for first in (0..ITEMS).step_by(FACTS_PER_ENTRY) {
        let mut facts = Vec::with_capacity(FACTS_PER_ENTRY);
        for item in first..first + FACTS_PER_ENTRY {
            let due_on = as_of.plus_days(100 - i32::try_from(draw(400)).ok()?);
            let amount_minor = 100 + i64::from(draw(50_000)) * i64::from(1 + draw(200));
            facts.push(invoice(item, due_on, amount_minor)?);
        }
        let seq = u32::try_from(first / FACTS_PER_ENTRY + 1).ok()?;
        let id = EntryId { replica: Letters::from_bits(1), seq };
        journal.add(Entry::seal(id, u64::from(seq), recorded_at.clone(), "bench", facts)?);
    }
    Some(journal)
}

fn invoice(item: usize, due_on: Date, amount_minor: i64) -> Option<Fact> {
    let amount = Money::new(amount_minor, Currency::CNY).ok()?;
    let fields = DocumentFields {
        issued_on: Some(due_on.plus_days(-30)),
        claim: Some(Claim { amount, tax: None }),
        schedule: Some(Schedule { due_on: Some(due_on), ..Schedule::default() }),
        ..DocumentFields::default()
    };
    Some(Fact::Document(Box::new(DocumentStatement {
        kind: DocumentKind::Invoice,
        customer: format!("C-{:04}", item % CUSTOMERS),
        number: Some(format!("INV-{item:06}")),
        fields,
    })))
}
