//! The timeline of a tiny book: what stands on it on which day, and what each line offers.
//! Never a browser.

use super::*;
use crate::calendar::{Date, Instant};
use crate::id::{Key, ReplicaId, WorkbookId};
use crate::money::Currency;
use crate::record::{
    ApprovalKind, ApprovalPolicy, DocumentKind, Language, Member, Role, SettingFields,
};
use crate::view::contact_form::Proposal;
use crate::view::deed::{Deed, Form, FormField, read, refused};
use crate::view::evidence::checklist;
use crate::view::sheet::{self, SheetKind};
use crate::view::statement::unconfirmed;
use crate::workbook::{Command, Rejection, Stamp};

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
                FormField::Result | FormField::Answer | FormField::Verdict => {
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

/// Ann collects, Liu leads and is asked about everything.
fn asked() -> Desk {
    let mut desk = Desk::new();
    let member = |(name, role): (&str, Role)| Member {
        name: name.to_owned(),
        role,
        month_target: None,
        until: None,
    };
    let approval =
        ApprovalPolicy { chain: vec![Role::Lead], kinds: ApprovalKind::ALL.to_vec(), since: None };
    let fields = SettingFields {
        team: Some([("Ann", Role::Collections), ("Liu", Role::Lead)].map(member).to_vec()),
        approval: Some(approval),
        ..SettingFields::default()
    };
    desk.book.apply(Command::SetPolicy(fields), &Desk::stamp("Ann")).unwrap();
    desk.on("2026-03-05", "Ann", &Deed::Plan, &[]);
    desk
}

impl Desk {
    /// What the line of the plan says of its approval.
    fn approval(&self, as_of: &str) -> Option<String> {
        let entries = timeline(&self.book, self.account(), day(as_of));
        let asked = |(state, _): &(ApprovalState, _)| *state != ApprovalState::NotWanted;
        let (state, people) = &entries.iter().find(|entry| asked(&entry.approval))?.approval;
        crate::say::approval_state(*state, people, Language::En)
    }
}

#[test]
fn a_plan_waits_on_the_timeline_until_the_lead_has_decided() {
    let mut desk = asked();
    let document = "2026-01-01 Ann: invoice A-1 CNY 100.00 []";
    let plan = "2026-03-05 Ann: plan of 3 instalments";
    let waiting = format!("{plan} [Approve, End]");
    assert_eq!(desk.lines("2026-03-06"), [&waiting, document], "neither on track nor broken");
    let waits = "waiting for approval by lead (Liu), without effect until then";
    assert_eq!(desk.approval("2026-03-06").as_deref(), Some(waits));
    let fact = desk.account().dealings.plans[0].fact;
    desk.on("2026-03-07", "Liu", &Deed::Approve(fact), &[(FormField::Memo, "as agreed")]);
    let decided = "2026-03-07 Liu: approved by Liu (lead): plan of 3 instalments []";
    let expected = [decided, &format!("{plan}: on track [End]"), document];
    assert_eq!(desk.lines("2026-03-07"), expected);
    assert_eq!(desk.approval("2026-03-07").as_deref(), Some("approved"));
    assert_eq!(desk.approval("2026-03-06").as_deref(), Some(waits), "that day reads as it was");
}

#[test]
fn a_plan_that_was_refused_says_so_and_offers_no_decision() {
    let mut desk = asked();
    let fact = desk.account().dealings.plans[0].fact;
    let filled = [(FormField::Verdict, "1"), (FormField::Reason, "too long")];
    desk.on("2026-03-07", "Liu", &Deed::Approve(fact), &filled);
    assert_eq!(desk.approval("2026-03-07").as_deref(), Some("refused, without effect"));
    let lines = desk.lines("2026-03-07");
    assert_eq!(lines[0], "2026-03-07 Liu: refused by Liu (lead): plan of 3 instalments []");
    assert!(lines[1].ends_with("[End]"), "{lines:?}");
}

/// The form proposes whose turn it is; whoever has another duty is refused at that field.
#[test]
fn the_form_of_a_decision_proposes_whose_turn_it_is() {
    let desk = asked();
    let deed = Deed::Approve(desk.account().dealings.plans[0].fact);
    let (ledger, today) = (desk.book.ledger(), day("2026-03-07"));
    let begin = |by: &str| Form::begin(&deed, ledger, desk.account(), today, by);
    assert_eq!(begin("Liu").text(FormField::Approver), "Liu");
    let mut form = begin("Ann");
    assert_eq!(form.text(FormField::Approver), "Liu", "the only one who leads");
    form.texts.insert(FormField::Approver, "Ann".to_owned());
    let command = read(&deed, &form, ledger, today).unwrap();
    let mut book = desk.book.clone();
    let rejection = book.apply(command, &Desk::stamp("Ann")).unwrap_err();
    assert_eq!(rejection, Rejection::NotOfRole { person: "Ann".to_owned(), role: Role::Lead });
    assert_eq!(refused(&deed, &form, &rejection).unwrap().field, FormField::Approver);
}
