//! Two of what should be one: tabs, profiles, contents under one number, an edited file (DESIGN 1).
//! Never a number used twice by one page start, and never an accepted entry lost.

use huikuan::format::json::{Heading, Reader, export};
use huikuan::journal::{Damage, DamageKind};
use huikuan::record::Fact;
use huikuan::store::{BookStore, MemoryStore};
use huikuan::workbook::Workbook;

use crate::laptop::{Laptop, received, share};

/// A tab on a browser's storage.
struct Tab {
    laptop: Laptop,
    store: BookStore,
}

impl Tab {
    fn of(laptop: Laptop) -> Self {
        let store = BookStore::new(laptop.book.id(), laptop.book.replica());
        Self { laptop, store }
    }

    /// Writes what it has that is not yet stored, as a page does after each command.
    fn saves(&mut self, storage: &MemoryStore) {
        let all = self.laptop.export();
        let missing: Vec<_> = self.store.missing(&all).into_iter().cloned().collect();
        self.store.accept(storage, &missing).unwrap();
    }

    fn reads(&mut self, storage: &MemoryStore) {
        self.store.look(storage).unwrap();
        let entries = self.store.read_all(storage).unwrap();
        self.laptop.book.add(entries);
        self.laptop.is_sound();
    }
}

/// The laptop's workbook as a file.
fn file(laptop: &Laptop) -> String {
    let heading = Heading { workbook: Some(laptop.book.id()), title: "应收台账".to_owned() };
    export(&heading, laptop.book.journal()).unwrap()
}

/// Takes in what can be read of a file, and gives what cannot.
fn opens(laptop: &mut Laptop, text: impl Into<Vec<u8>>) -> Vec<Damage> {
    let (mut entries, mut damages) = (Vec::new(), Vec::new());
    for read in Reader::open(text.into()).unwrap() {
        match read {
            Ok(entry) => entries.push(entry),
            Err(damage) => damages.push(damage),
        }
    }
    laptop.book.add(entries);
    laptop.is_sound();
    damages
}

#[test]
fn a_duplicated_tab() {
    let storage = MemoryStore::default();
    let mut first = Tab::of(Laptop::begins("mei"));
    first.laptop.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    first.saves(&storage);
    // The copy has everything that the tab had, but a name of its own.
    let mut second = Tab::of(first.laptop.copied_to("mei, second tab"));
    assert_ne!(second.laptop.book.replica(), first.laptop.book.replica());
    let theirs = second.laptop.invoices("C1", "INV-2", ["2025-01-10", "2025-02-09", "200"]);
    let ours = first.laptop.invoices("C1", "INV-3", ["2025-01-10", "2025-02-09", "400"]);
    assert_ne!(ours, theirs);
    first.saves(&storage);
    second.saves(&storage);
    first.reads(&storage);
    second.reads(&storage);
    assert!(first.laptop.book.ledger().same(second.laptop.book.ledger()));
    let all = [
        "C1 INV-1: 100.00 not due",
        "C1 INV-2: 200.00 not due",
        "C1 INV-3: 400.00 not due",
        "C1 = 700.00",
    ];
    second.laptop.reads("2025-02-09", &all);
    // Each tab undoes what was done in it.
    first.laptop.undoes();
    first.saves(&storage);
    second.reads(&storage);
    second.laptop.reads("2025-02-09", &[all[0], all[1], "C1 = 300.00"]);
    second.laptop.finds(&[]);
}

#[test]
fn a_restored_old_profile() {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    let old = mei.book.journal().clone();
    let fund = mei.receives(received("C1", "2025-02-01", "100"), Vec::new());
    mei.allocates("C1", &fund, share("C1", "INV-1", "100"), None);
    let mut tao = mei.copied_to("tao");

    // The laptop is set back to the day before, and goes on from there.
    let mut mei = mei.opened("mei after the restoration", old);
    mei.reads("2025-02-09", &["C1 INV-1: 100.00 not due", "C1 = 100.00"]);
    let entry = mei.invoices("C1", "INV-2", ["2025-02-01", "2025-03-03", "200"]);
    assert!(tao.book.journal().get(entry).is_none(), "no number is used twice");
    // What was lost comes back from a colleague, and nobody's work is in anybody's way.
    mei.exchanges(&mut tao);
    mei.finds(&[]);
    mei.reads("2025-02-09", &["C1 INV-2: 200.00 not due", "C1 = 200.00"]);
}

#[test]
fn two_contents_under_one_number_are_both_kept_and_named() {
    let mut mei = Laptop::begins("mei");
    let mut twin = mei.clone();
    // What no page start does: both go on under one name.
    twin.book = Workbook::open(mei.book.id(), mei.book.replica(), mei.book.journal().clone());
    let number = mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    assert_eq!(twin.invoices("C1", "INV-2", ["2025-01-10", "2025-02-09", "200"]), number);
    let (mine, theirs) = (mei.export(), twin.export());
    mei.exchanges(&mut twin);
    mei.finds(&["two contents under one id"]);
    let kept = mei.export();
    assert!(mine.iter().chain(&theirs).all(|entry| kept.contains(entry)));
    let least = [mine.last(), theirs.last()].into_iter().flatten().map(|entry| entry.digest).min();
    assert_eq!(mei.book.journal().get(number).map(|entry| entry.digest), least);
}

#[test]
fn an_export_edited_in_a_text_editor() {
    let mut mei = Laptop::begins("mei");
    let first = mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    mei.invoices("C1", "INV-2", ["2025-01-10", "2025-02-09", "200"]);
    let text = file(&mei);
    assert!(text.contains("\"100.00 CNY\""));

    // A changed amount is set aside by itself, named, and the rest opens.
    let mut tao = Laptop::begins("tao");
    let damages = opens(&mut tao, text.replace("\"100.00 CNY\"", "\"900.00 CNY\""));
    let found: Vec<_> = damages.iter().map(|damage| (damage.kind, damage.entry)).collect();
    assert_eq!(found, [(DamageKind::Changed, Some(first))]);
    assert!(damages[0].text.contains("900.00 CNY"), "what it says now can be read");
    let rest = ["C1 INV-2: 200.00 not due", "C1 = 200.00"];
    tao.reads("2025-02-09", &rest);
    tao.finds(&["a missing entry"]);
    // The file as it was written fills the gap; nothing is there twice.
    assert!(opens(&mut tao, text.clone()).is_empty());
    tao.finds(&[]);
    assert!(tao.read("2025-02-09").contains(&"C1 = 300.00".to_owned()));

    // An editor's own line ends and byte order mark change nothing that was recorded.
    let mut lin = Laptop::begins("lin");
    let saved = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert!(opens(&mut lin, saved).is_empty());
    lin.finds(&[]);
    // A file cut in the middle gives what stands before the cut, and says so.
    let mut cut = Laptop::begins("cut");
    let end = text.find("INV-2").unwrap();
    let damages = opens(&mut cut, &text[..end]);
    assert!(!damages.is_empty());
    cut.reads("2025-02-09", &["C1 INV-1: 100.00 not due", "C1 = 100.00"]);
}

#[test]
fn an_export_holds_everything_that_the_journal_holds() {
    let mut mei = Laptop::begins("mei");
    let entry = mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    mei.retracts(entry);
    let mut tao = Laptop::begins("tao");
    assert!(opens(&mut tao, file(&mei)).is_empty());
    let held = tao.export();
    assert!(mei.export().iter().all(|entry| held.contains(entry)));
    let facts = held.iter().flat_map(|entry| &entry.facts);
    assert!(facts.into_iter().any(|fact| matches!(fact, Fact::Retract(_))));
}
