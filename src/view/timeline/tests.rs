//! The timeline of a tiny book: what stands on it on which day, and what each line offers.
//! Never a browser.

use super::*;
use crate::calendar::{Date, Instant};
use crate::id::{Key, ReplicaId, WorkbookId};
use crate::money::Currency;
use crate::record::DocumentKind;
use crate::record::Language;
use crate::view::contact_form::Proposal;
use crate::view::deed::{Deed, Form, FormField, read};
use crate::view::evidence::checklist;
use crate::view::sheet::{self, SheetKind};
use crate::view::statement::unconfirmed;
use crate::workbook::Stamp;

struct Desk {
    book: Workbook,
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

impl Desk {
    fn new() -> Self {
        let stamp = Stamp { at: Instant::of_day(day("2026-01-01"), 0), by: "Ann".to_owned() };
        let (replica, id) = (ReplicaId::from_bits(7), WorkbookId::from_bits(9));
        let book = Workbook::create(id, replica, "t", Currency::CNY, &stamp);
        let mut desk = Self { book };
        desk.enter(SheetKind::Documents(DocumentKind::Invoice), "C-1|A-1|2026-1-1|2026-1-31|100");
        desk
    }

    fn stamp(by: &str) -> Stamp {
        Stamp { at: Instant::of_day(day("2026-03-05"), 0), by: by.to_owned() }
    }

    fn enter(&mut self, kind: SheetKind, row: &str) {
        let cells: Vec<String> = row.split('|').map(str::to_owned).collect();
        let today = day("2026-03-05");
        let command = sheet::read(kind, &cells, true, self.book.ledger(), today).unwrap();
        self.book.apply(command, &Self::stamp("Ann")).unwrap();
    }

    fn account(&self) -> &Account {
        self.book.ledger().account(&Key::of("C-1")).unwrap()
    }

    /// Records a deed on a day by somebody.
    fn on(&mut self, today: &str, by: &str, deed: &Deed, filled: &[(FormField, &str)]) {
        let ledger = self.book.ledger();
        let mut form = Form::begin(deed, ledger, self.account(), day(today), by);
        for (field, text) in filled {
            match *field {
                FormField::Result | FormField::Answer => {
                    form.places.insert(*field, text.parse().unwrap());
                }
                other => drop(form.texts.insert(other, (*text).to_owned())),
            }
        }
        let command = read(deed, &form, ledger, day(today)).unwrap();
        self.book.apply(command, &Self::stamp(by)).unwrap();
    }

    /// `day by: sentence [offers]`, line by line.
    fn lines(&self, as_of: &str) -> Vec<String> {
        let entries = timeline(&self.book, self.account(), day(as_of));
        let line = |entry: &TimelineEntry<'_>| {
            let on = Date::from_number(entry.day).unwrap();
            let (head, _) = crate::say::timeline(&entry.told, Language::En);
            format!("{on} {}: {head} {:?}", entry.by, entry.offers)
        };
        entries.iter().map(line).collect()
    }
}

fn promised() -> Desk {
    let mut desk = Desk::new();
    let contact = Deed::Contact(Box::<Proposal>::default());
    let filled = [
        (FormField::Result, "0"),
        (FormField::PromisedOn, "2026-03-10"),
        (FormField::Reply, "after the fair"),
    ];
    desk.on("2026-03-05", "Ann", &contact, &filled);
    desk
}

#[test]
fn what_happened_stands_latest_first_with_who_recorded_it() {
    let desk = promised();
    assert_eq!(
        desk.lines("2026-03-06"),
        [
            "2026-03-05 Ann: promise of CNY 100.00 by 2026-03-10: open [PromiseSheet, End]",
            "2026-03-05 Ann: phone: promises to pay []",
            "2026-01-01 Ann: invoice A-1 CNY 100.00 []",
        ]
    );
}

#[test]
fn an_earlier_day_does_not_know_what_came_later() {
    let desk = promised();
    assert_eq!(desk.lines("2026-03-04"), ["2026-01-01 Ann: invoice A-1 CNY 100.00 []"]);
}

#[test]
fn a_promise_reads_as_what_became_of_it_by_the_day() {
    let mut desk = promised();
    let broken = desk.lines("2026-03-13");
    assert_eq!(broken[0], "2026-03-05 Ann: promise of CNY 100.00 by 2026-03-10: broken []");
    desk.enter(SheetKind::Receipts, "C-1|2026-3-9|100");
    let kept = desk.lines("2026-03-13");
    assert_eq!(kept[0], "2026-03-09 Ann: receipt CNY 100.00 []");
    assert_eq!(kept[1], "2026-03-05 Ann: promise of CNY 100.00 by 2026-03-10: kept []");
}

#[test]
fn what_is_ended_says_so_with_the_reason_on_its_day() {
    let mut desk = promised();
    let fact = desk.account().dealings.promises[0].fact;
    let filled = [(FormField::Reason, "a plan instead")];
    desk.on("2026-03-07", "Bob", &Deed::End(fact), &filled);
    let lines = desk.lines("2026-03-08");
    assert_eq!(lines[0], "2026-03-07 Bob: ended: promise of CNY 100.00 by 2026-03-10 []");
    assert_eq!(lines[1], "2026-03-05 Ann: promise of CNY 100.00 by 2026-03-10: withdrawn []");
    let entries = timeline(&desk.book, desk.account(), day("2026-03-08"));
    let (_, details) = crate::say::timeline(&entries[0].told, Language::En);
    assert_eq!(details, ["Reason: a plan instead"]);
}

#[test]
fn the_tracking_sheet_lists_contacts_the_earliest_first() {
    let mut desk = promised();
    let contact = Deed::Contact(Box::<Proposal>::default());
    desk.on("2026-03-12", "Bob", &contact, &[(FormField::Result, "3")]);
    let sheet = tracking_sheet(&desk.book, desk.account(), day("2026-03-12"));
    let lines: Vec<(String, &str)> =
        sheet.iter().map(|(held, by)| (held.what.on.to_string(), *by)).collect();
    assert_eq!(lines, [("2026-03-05".to_owned(), "Ann"), ("2026-03-12".to_owned(), "Bob")]);
}

#[test]
fn who_confirmed_no_statement_for_too_long_is_listed_until_a_slip_comes_back() {
    let mut desk = Desk::new();
    let listed = |desk: &Desk, as_of: &str| unconfirmed(desk.book.ledger(), day(as_of)).len();
    assert_eq!(listed(&desk, "2026-03-31"), 0, "it owes for less than ninety days");
    assert_eq!(listed(&desk, "2026-04-01"), 1);
    desk.on("2026-04-02", "Ann", &Deed::SendStatement, &[]);
    assert_eq!(listed(&desk, "2026-04-05"), 1, "nothing came back");
    let sent = desk.account().dealings.statements[0].fact;
    let differs =
        [(FormField::Answer, "1"), (FormField::Difference, "-5"), (FormField::Reason, "goods")];
    desk.on("2026-04-03", "Ann", &Deed::AnswerStatement(sent), &differs);
    assert_eq!(listed(&desk, "2026-04-05"), 1, "a difference confirms nothing");
    desk.on("2026-04-04", "Ann", &Deed::AnswerStatement(sent), &[(FormField::Answer, "0")]);
    assert_eq!(listed(&desk, "2026-04-05"), 0);
    assert_eq!(listed(&desk, "2026-07-02"), 1, "ninety days later again");
}

#[test]
fn the_checklist_says_what_is_there_and_what_is_missing() {
    let mut desk = Desk::new();
    desk.on("2026-03-05", "Ann", &Deed::AddEvidence, &[(FormField::Title, "framework")]);
    desk.on("2026-03-05", "Ann", &Deed::SendStatement, &[]);
    let sent = desk.account().dealings.statements[0].fact;
    desk.on("2026-03-05", "Ann", &Deed::AnswerStatement(sent), &[(FormField::Answer, "0")]);
    let lines = checklist(desk.account(), day("2026-03-05"));
    let found: Vec<String> = lines
        .iter()
        .map(|line| format!("{:?} {} {}", line.kind, line.taken.len(), line.in_ledger))
        .collect();
    let expected =
        ["Contract 1 0", "Delivery 0 0", "Invoice 0 0", "Statement 0 1", "Correspondence 0 0"];
    assert_eq!(found, expected);
    let missing: Vec<bool> =
        lines.iter().map(crate::view::evidence::ChecklistLine::is_missing).collect();
    assert_eq!(missing, [false, true, true, false, true]);
}
