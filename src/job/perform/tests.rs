//! Each job from bytes to bytes, as the page and the worker do it.

use std::collections::BTreeSet;

use super::perform;
use crate::calendar::Date;
use crate::format::json::{Heading, entry_to_text, export};
use crate::id::WorkbookId;
use crate::job::{
    BookRead, ComposeFault, ComposeRequest, DemoRequest, DraftBlock, DraftEnd, EntryBlock,
    LetterOrder, News, NotPacked, Progress, Rendered, Request, TableLook, TableRequest, from_bytes,
    to_bytes,
};
use crate::journal::{Entry, FileError, Journal};
use crate::letter::TemplateFault;
use crate::letter::field::{LetterData, LetterItem};
use crate::money::Currency;
use crate::record::ArticleStatement;
use crate::say::Language;
use crate::store::{BookStore, MemoryStore, Record, Stamp, records};
use crate::workbook::Rejection;
use crate::workbook::draft::{Draft, TableKind};
use crate::workbook::field::Field;
use crate::workbook::problem::TableError;

/// What a job told: its blocks, its last progress, its end.
struct Told<B, E> {
    blocks: Vec<B>,
    progress: Option<Progress>,
    end: E,
}

fn run<B, E>(request: &Request, file: &[u8]) -> Told<B, E>
where
    B: serde::de::DeserializeOwned,
    E: serde::de::DeserializeOwned,
{
    let (mut blocks, mut progress) = (Vec::new(), None);
    let end =
        perform(&request.to_bytes().unwrap(), file.to_vec(), &mut |news| {
            match from_bytes::<News<B>>(news).unwrap() {
                News::Block(block) => blocks.push(block),
                News::Progress(made) => progress = Some(made),
            }
        });
    Told { blocks, progress, end: from_bytes(&end).unwrap() }
}

fn day() -> Date {
    Date::new(2026, 3, 31).unwrap()
}

fn entries(blocks: &[EntryBlock]) -> Vec<Entry> {
    blocks.iter().flat_map(|block| block.clone().open().unwrap().0).collect()
}

fn book() -> WorkbookId {
    "k3f9q2ma".parse().unwrap()
}

/// A table with as many rows, each of a customer of its own, and one that cannot be taken.
fn table(rows: usize) -> String {
    let mut text = "customer_code,invoice_no,invoice_date,amount\n".to_owned();
    for row in 0..rows {
        text.push_str(&format!("C-{row},R-{row},2026-03-01,{row}.50\n"));
    }
    text + "C-1,R-x,2026-13-40,5.00\n"
}

fn request() -> TableRequest {
    TableRequest::new("items.csv", day(), Currency::CNY)
}

#[test]
fn a_look_shows_headings_and_first_rows() {
    let told: Told<(), Result<TableLook, TableError>> =
        run(&Request::LookAtTable(request()), table(50).as_bytes());
    let look = told.end.unwrap();
    assert_eq!(look.kind, TableKind::Invoices);
    assert_eq!(look.headings.len(), 4);
    assert_eq!(look.columns.get(&Field::Amount), Some(&3));
    assert_eq!((look.first_rows.len(), look.rows_total), (20, 51));
    assert_eq!(look.first_rows[1].line, 3);
    assert_eq!(look.first_rows[1].cells, ["C-1", "R-1", "2026-03-01", "1.50"]);
}

#[test]
fn a_draft_arrives_in_blocks_as_it_was_read() {
    let text = table(2_500);
    let told: Told<DraftBlock, Result<DraftEnd, TableError>> =
        run(&Request::DraftTable(request()), text.as_bytes());
    assert!(told.blocks.len() > 5, "{} blocks", told.blocks.len());
    assert_eq!(told.progress, Some(Progress { done: 2_501, total: 2_501 }));
    let end = told.end.unwrap();
    let options = crate::format::table::Options::new("items.csv", day(), Currency::CNY);
    let whole: Draft = crate::format::table::draft(text.as_bytes(), &options).unwrap();
    assert_eq!(whole.documents.len(), 2_500);
    assert_eq!(end.clone().join(told.blocks.clone()).unwrap(), whole);
    let missing = told.blocks.into_iter().skip(1).collect();
    assert_eq!(end.join(missing), None, "a draft without one of its blocks");
}

#[test]
fn a_paste_needs_no_file() {
    let pasted = table(3).replace(',', "\t");
    let request = Request::LookAtTable(TableRequest { pasted: Some(pasted), ..request() });
    let told: Told<(), Result<TableLook, TableError>> = run(&request, b"");
    assert_eq!(told.end.unwrap().rows_total, 4);
}

#[test]
fn what_is_no_table_says_why() {
    let told: Told<DraftBlock, Result<DraftEnd, TableError>> =
        run(&Request::DraftTable(request()), b"");
    assert_eq!(told.end, Err(TableError::Empty));
}

#[test]
fn a_book_arrives_entry_by_entry() {
    let written = crate::format::sample::every_entry();
    let mut journal = Journal::default();
    written.iter().for_each(|entry| {
        journal.add(entry.clone());
    });
    let heading = Heading { workbook: Some(book()), title: "账".to_owned() };
    let mut file = export(&heading, &journal).unwrap();
    file = file.replacen("\"by\":\"王芳\"", "\"by\":\"李\"", 1);
    let told: Told<EntryBlock, Result<BookRead, FileError>> =
        run(&Request::ReadBook, file.as_bytes());
    let read = told.end.unwrap();
    assert_eq!((read.workbook, read.title.as_str()), (Some(book()), "账"));
    assert_eq!(read.damages.len(), 1);
    let entries = entries(&told.blocks);
    assert_eq!(read.entries, entries.len() as u64);
    assert_eq!(entries.len(), written.len() - 1);
    assert!(entries.iter().all(|entry| written.contains(entry)));
}

#[test]
fn a_large_book_arrives_in_several_blocks() {
    let request = DemoRequest { invoices: 9_000, seed: 3, language: Language::En, today: day() };
    let told: Told<EntryBlock, Result<WorkbookId, Rejection>> =
        run(&Request::MakeDemo(request), b"");
    assert!(told.blocks.len() > 1, "{} blocks", told.blocks.len());
    assert!(told.progress.is_some());
    let mut journal = Journal::default();
    entries(&told.blocks).into_iter().for_each(|entry| {
        journal.add(entry);
    });
    let made = crate::demo::book(crate::demo::Size::of(9_000), 3, Language::En, day()).unwrap();
    assert_eq!(told.end, Ok(made.id()));
    assert_eq!(journal.all_in_order(), made.journal().all_in_order());
}

#[test]
fn a_block_is_stored_as_it_came() {
    let request = DemoRequest { invoices: 0, seed: 3, language: Language::Zh, today: day() };
    let told: Told<EntryBlock, Result<WorkbookId, Rejection>> =
        run(&Request::MakeDemo(request), b"");
    let store = MemoryStore::default();
    let (mut entries, mut keeper) = (Vec::new(), BookStore::new(book(), book()));
    for block in told.blocks {
        let (read, packed) = block.open().unwrap();
        entries.extend(read);
        keeper.write(&store, vec![packed.record(book())]).unwrap();
    }
    let mut reopened = BookStore::new(book(), book());
    reopened.look(&store).unwrap();
    assert_eq!(reopened.read_all(&store).unwrap(), entries);
    assert!(reopened.damages().is_empty());
}

#[test]
fn packed_entries_are_what_the_page_would_store() {
    let entries = crate::format::sample::every_entry();
    let texts: Vec<String> = entries.iter().map(|entry| entry_to_text(entry).unwrap()).collect();
    let told: Told<Record, Result<u64, NotPacked>> =
        run(&Request::Pack(book()), texts.join("\n").as_bytes());
    assert_eq!(told.end, Ok(told.blocks.len() as u64));
    assert_eq!(told.blocks, records(book(), &entries).unwrap());
    let told: Told<Record, Result<u64, NotPacked>> = run(&Request::Pack(book()), b"{}");
    assert_eq!(told.end, Err(NotPacked));
}

#[test]
fn compacted_values_hold_the_same_entries() {
    let entries = crate::format::sample::every_entry();
    let single = entries.iter().flat_map(|one| records(book(), std::slice::from_ref(one)).unwrap());
    let sources: Vec<Record> = single.collect();
    assert!(sources.len() > 10);
    let told: Told<Record, Result<u64, NotPacked>> =
        run(&Request::Compact(book()), &to_bytes(&sources).unwrap());
    assert_eq!((told.end, told.blocks.len()), (Ok(1), 1));
    let stamps: BTreeSet<Stamp> = told.blocks[0].holds.iter().copied().collect();
    assert_eq!(stamps, entries.iter().map(Stamp::of).collect());
}

#[test]
fn what_is_no_request_has_no_answer() {
    assert_eq!(perform(b"{}", Vec::new(), &mut |_| {}), b"");
}

fn orders(count: usize) -> Vec<LetterOrder> {
    let data = |place: usize| LetterData {
        customer: format!("客户{place}"),
        amount: "1,200.00元".to_owned(),
        items: vec![LetterItem { number: format!("R-{place}"), ..LetterItem::default() }; 20],
        ..LetterData::default()
    };
    (0..count).map(|place| LetterOrder { template: place % 2, data: data(place) }).collect()
}

#[test]
fn letters_arrive_in_blocks_in_their_order() {
    let templates = vec![
        "{{ customer }}{% for item in items %}{{ item.number }}{% endfor %}".to_owned(),
        "{{ customer }}{{ by }}".to_owned(),
    ];
    let request = Request::Compose(ComposeRequest { templates, letters: orders(1_000) });
    let told: Told<Vec<Rendered>, Result<u64, ComposeFault>> = run(&request, b"");
    assert_eq!((told.end, told.blocks.len()), (Ok(1_000), 20));
    assert_eq!(told.progress, Some(Progress { done: 1_000, total: 1_000 }));
    let letters: Vec<Rendered> = told.blocks.into_iter().flatten().collect();
    assert_eq!(letters[998].text, "客户998".to_owned() + &"R-998".repeat(20));
    assert_eq!(letters[999].text, "客户999[by]");
    assert_eq!(letters[999].missing, ["by"]);
}

#[test]
fn a_bad_template_is_named_and_no_letter_is_made() {
    let templates = vec!["{{ customer }}".to_owned(), "{{ customer".to_owned()];
    let request = Request::Compose(ComposeRequest { templates, letters: orders(10) });
    let told: Told<Vec<Rendered>, Result<u64, ComposeFault>> = run(&request, b"");
    let fault = told.end.unwrap_err();
    assert_eq!((fault.template, fault.error.fault), (1, TemplateFault::Unclosed));
    assert!(told.blocks.is_empty());
}

#[test]
fn the_first_templates_come_from_the_worker() {
    let told: Told<(), Result<Vec<ArticleStatement>, ()>> = run(&Request::FirstTemplates, b"");
    assert_eq!(told.end, Ok(crate::policy::templates()));
}
