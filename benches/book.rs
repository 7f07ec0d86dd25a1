//! What people wait for, natively: figures of a day, an edit, opening, importing, merging; and how
//! much room a book takes. Prints each beside its budget (DESIGN 9), which is for the browser.
//! Never judges a figure: machines differ.
//!
//! ```text
//! cargo bench --bench book -- WORD      only what has the word in its name
//! ```
#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

use std::error::Error;
use std::hint::black_box;
use std::time::Duration;

use huikuan::calendar::{Date, Instant};
use huikuan::demo::{self, Size};
use huikuan::format::json::{Heading, Reader, export};
use huikuan::format::table::{Options, draft};
use huikuan::id::Letters;
use huikuan::journal::Journal;
use huikuan::ledger::Ledger;
use huikuan::money::{Currency, Money};
use huikuan::record::Receipt;
use huikuan::rule::balance::aging::aging;
use huikuan::rule::balance::bucket::Buckets;
use huikuan::rule::credit::{alerts, credit};
use huikuan::say::Language;
use huikuan::search::Index;
use huikuan::store::{BookStore, MemoryStore, Room};
use huikuan::workbook::{Command, Rejection, Stamp, Workbook};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// The same day as in the browser.
const TODAY: (i32, u32, u32) = (2026, 6, 30);
/// How many days before today the past day lies.
const DAYS_AGO: i32 = 400;
const SEED: u64 = 1;
const IMPORTED_ROWS: u32 = 55_000;
/// Edits that each of two copies has for itself.
const DIVERGED_EDITS: u32 = 200;

fn main() -> Outcome<()> {
    // Cargo hands over its own `--bench` too.
    let word = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let wanted = |name: &str| word.as_ref().is_none_or(|word| name.contains(word.as_str()));
    println!("\n| native | budget in the browser | median | least | most |");
    println!("| --- | --- | ---: | ---: | ---: |");
    let measures: [(&str, &str, Measure); 10] = [
        ("aging of 100,000 open items", "≤ 1.5 ms", aging_of_open_items),
        ("aging of the large book at a past day", "≤ 6 ms", past_day),
        ("classes and tiers of the large book", "≤ 5 ms", classes_and_tiers),
        ("alerts of the large book", "≤ 5 ms", alerts_of_the_day),
        ("opening the large book", "≤ 1 s", opening),
        ("one edit of the large book, aging again", "≤ 16 ms", one_edit),
        ("index for searching the large book", "—", indexing),
        ("searching the large book, the slowest query", "≤ 16 ms", searching),
        ("importing 55,000 rows", "≤ 3 s", importing),
        ("preview of merging two large books", "≤ 2 s", merging),
    ];
    for (name, budget, measure) in measures {
        if wanted(name) {
            println!("| {name} | {budget} | {} |", measure()?);
        }
    }
    if wanted("stored size") {
        stored_size()?;
    }
    Ok(())
}

type Measure = fn() -> Outcome<Times>;

/// What the samples of one measure took.
struct Times(Vec<Duration>);

impl Times {
    /// Runs `work` on what `prepare` gives, so many times; only `work` is timed.
    fn of<P, W>(
        samples: usize,
        mut prepare: impl FnMut() -> Outcome<P>,
        mut work: impl FnMut(P) -> Outcome<W>,
    ) -> Outcome<Self> {
        let mut times = Vec::with_capacity(samples);
        for _ in 0..samples {
            let prepared = prepare()?;
            #[expect(clippy::disallowed_methods, reason = "a bench measures outside the library")]
            let started = std::time::Instant::now();
            let done = black_box(work(black_box(prepared))?);
            times.push(started.elapsed());
            // What was made ends when the clock has stopped.
            drop(done);
        }
        times.sort_unstable();
        Ok(Self(times))
    }

    /// The one of two with the longer median.
    fn slower(self, other: Self) -> Self {
        let median = |times: &Self| times.0.get(times.0.len() / 2).copied();
        if median(&other) > median(&self) { other } else { self }
    }
}

impl std::fmt::Display for Times {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = |time: Option<&Duration>| {
            time.map_or(String::new(), |time| format!("{:.2} ms", time.as_secs_f64() * 1_000.0))
        };
        let median = text(self.0.get(self.0.len() / 2));
        write!(f, "{median} | {} | {}", text(self.0.first()), text(self.0.last()))
    }
}

fn today() -> Outcome<Date> {
    let (year, month, day) = TODAY;
    Date::new(year, month, day).ok_or_else(|| "no such day".into())
}

fn book(size: Size) -> Outcome<Workbook> {
    demo::book(size, SEED, Language::En, today()?).map_err(refused)
}

fn refused(rejection: Rejection) -> Box<dyn Error> {
    format!("a command was refused: {rejection:?}").into()
}

fn first_figures(ledger: &Ledger, day: Date) -> usize {
    let report = aging(ledger, &Buckets::of(&ledger.policy().aging), day);
    report.currencies.iter().map(|section| section.customers.len()).sum()
}

fn stamp() -> Outcome<Stamp> {
    Ok(Stamp { at: Instant::of_day(today()?, 0), by: "bench".to_owned() })
}

fn aging_of_open_items() -> Outcome<Times> {
    let book = book(Size { receipts: 0, ..Size::LARGE })?;
    let day = today()?;
    Times::of(201, || Ok(book.ledger()), |ledger| Ok(first_figures(ledger, day)))
}

fn past_day() -> Outcome<Times> {
    let book = book(Size::LARGE)?;
    let day = today()?.plus_days(-DAYS_AGO);
    Times::of(101, || Ok(book.ledger()), |ledger| Ok(first_figures(ledger, day)))
}

fn classes_and_tiers() -> Outcome<Times> {
    let (book, day) = (book(Size::LARGE)?, today()?);
    Times::of(101, || Ok(book.ledger()), |ledger| Ok(credit(ledger, day)))
}

fn alerts_of_the_day() -> Outcome<Times> {
    let (book, day) = (book(Size::LARGE)?, today()?);
    let report = credit(book.ledger(), day);
    Times::of(101, || Ok(book.ledger()), |ledger| Ok(alerts(ledger, &report)))
}

/// A store that holds the book as a page leaves it behind.
fn stored(book: &Workbook) -> Outcome<MemoryStore> {
    let store = MemoryStore::default();
    let entries: Vec<_> = book.journal().all_in_order().into_iter().cloned().collect();
    BookStore::new(book.id(), Letters::from_bits(SEED)).accept(&store, &entries)?;
    Ok(store)
}

/// From storage to the first figures, without slices.
fn opening() -> Outcome<Times> {
    let book = book(Size::LARGE)?;
    let (id, day, store) = (book.id(), today()?, stored(&book)?);
    drop(book);
    let prepare = || Ok(BookStore::new(id, Letters::from_bits(SEED)));
    Times::of(7, prepare, |mut held: BookStore| {
        held.look(&store)?;
        let mut journal = Journal::default();
        for entry in held.read_all(&store)? {
            journal.add(entry);
        }
        let ledger = Ledger::fold(&journal);
        Ok((first_figures(&ledger, day), ledger, journal))
    })
}

/// A receipt on account of a customer in the middle, then the figures of today.
fn one_edit() -> Outcome<Times> {
    let mut book = book(Size::LARGE)?;
    let (day, stamp) = (today()?, stamp()?);
    let middle = book.ledger().accounts().nth(1_000).ok_or("the book has no such customer")?;
    let receipt = Receipt {
        customer: middle.customer.code.clone(),
        received_on: day,
        amount: Money::new(12_345, Currency::CNY)?,
        method: String::new(),
        reference: String::new(),
        designation: None,
        prepayment_for: None,
        memo: String::new(),
    };
    let command =
        || Ok(Command::RecordReceipt { receipt: receipt.clone(), allocations: Vec::new() });
    Times::of(51, command, |command| {
        let entries = book.apply(command, &stamp).map_err(refused)?;
        Ok((first_figures(book.ledger(), day), entries))
    })
}

/// Everything that can be found, drawn up at once; the page does it in steps.
fn indexing() -> Outcome<Times> {
    let book = book(Size::LARGE)?;
    Times::of(7, || Ok(book.ledger()), |ledger| Ok(Index::of(ledger)))
}

/// What people type into the search box, from what nearly every line holds to what none does. Each
/// is measured, and the slowest by its median is told.
fn searching() -> Outcome<Times> {
    const QUERIES: [&str; 8] = ["1", "0", "e", "20", "inv", "c-1", "in 9", "nowhere"];
    let index = Index::of(book(Size::LARGE)?.ledger());
    let mut slowest = Times(Vec::new());
    for query in QUERIES {
        let times = Times::of(51, || Ok(query), |query| Ok(index.search(query)))?;
        slowest = slowest.slower(times);
    }
    Ok(slowest)
}

/// From the bytes of a table to entries that are stored, and the figures.
fn importing() -> Outcome<Times> {
    let (day, stamp) = (today()?, stamp()?);
    let table = demo::invoice_table(IMPORTED_ROWS, SEED, Language::En, day);
    let options = Options::new("bench.csv", day, Currency::CNY);
    let empty = || {
        let (id, replica) = (Letters::from_bits(1), Letters::from_bits(2));
        Ok(Workbook::create(id, replica, "Bench", Currency::CNY, &stamp))
    };
    Times::of(5, empty, |mut book: Workbook| {
        let draft = draft(table.as_bytes(), &options)?;
        let plan = book.plan_import(&draft);
        if plan.rows() < IMPORTED_ROWS {
            return Err(format!("only {} rows would be imported", plan.rows()).into());
        }
        let entries =
            book.apply(Command::ImportDocuments(Box::new(plan)), &stamp).map_err(refused)?;
        let store = MemoryStore::default();
        BookStore::new(book.id(), Letters::from_bits(2)).accept(&store, &entries)?;
        Ok((first_figures(book.ledger(), day), book, store))
    })
}

/// From the bytes of a colleague's file to the preview.
fn merging() -> Outcome<Times> {
    let (day, book) = (today()?, book(Size::LARGE)?);
    let (mine, other) =
        demo::diverged(&book, DIVERGED_EDITS, SEED, Language::En, day).map_err(refused)?;
    drop(book);
    let heading = Heading { workbook: Some(other.id()), title: String::new() };
    let file = export(&heading, other.journal())?.into_bytes();
    drop(other);
    Times::of(
        5,
        || Ok(file.clone()),
        |file| {
            let mut entries = Vec::new();
            for next in Reader::open(file)? {
                entries.push(next.map_err(|_| "the file cannot be read back")?);
            }
            let preview = mine.preview_merge(entries, day);
            if preview.new_entries < DIVERGED_EDITS {
                return Err(format!("only {} entries are new", preview.new_entries).into());
            }
            Ok(preview)
        },
    )
}

fn stored_size() -> Outcome<()> {
    let book = book(Size::LARGE)?;
    let room = Room::measure(&stored(&book)?)?;
    let invoices: usize = book.ledger().accounts().map(|account| account.documents.len()).sum();
    let units = room.units as f64 / invoices as f64;
    println!(
        "\nstored size of the large book: {units:.2} units per invoice-with-receipt, budget 12 \
         ({} units, {invoices} documents)",
        room.units
    );
    Ok(())
}
