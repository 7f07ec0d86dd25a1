//! The pack of a week on a tiny book: what moved, who did what, what is left to do.
//! Never a browser.

use super::*;
use crate::calendar::Instant;
use crate::id::{ReplicaId, WorkbookId};
use crate::record::{
    ApprovalKind, ApprovalPolicy, Channel, ContactResult, CustomerFields, Hold, Member, Promise,
    Receipt, Role, SettingFields, StatementAnswer, StatementAnswered, StatementSent,
};
use crate::view::sheet::{self, SheetKind};
use crate::workbook::{Command, Stamp, Workbook};

struct Desk {
    book: Workbook,
    stamp: Stamp,
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

const AS_OF: &str = "2026-03-31";

impl Desk {
    /// Ann answers for C-1, which owes 100.00 since January, and 50.00 from 30 March on.
    fn new() -> Self {
        let stamp = Stamp { at: Instant::of_day(day(AS_OF), 0), by: "Ann".to_owned() };
        let (replica, id) = (ReplicaId::from_bits(7), WorkbookId::from_bits(9));
        let mut desk =
            Self { book: Workbook::create(id, replica, "t", Currency::CNY, &stamp), stamp };
        for row in ["C-1|A-1|2026-1-1|2026-1-31|100", "C-1|A-2|2026-3-1|2026-3-30|50"] {
            let cells: Vec<String> = row.split('|').map(str::to_owned).collect();
            let kind = SheetKind::Documents(crate::record::DocumentKind::Invoice);
            let command = sheet::read(kind, &cells, true, desk.book.ledger(), day(AS_OF)).unwrap();
            desk.does(command);
        }
        let owner = Some("Ann".to_owned());
        let fields = CustomerFields { owner, ..CustomerFields::default() };
        desk.does(Command::AmendCustomer { customer: Key::of("C-1"), fields });
        desk
    }

    fn does(&mut self, command: Command) {
        self.book.apply(command, &self.stamp).unwrap();
    }

    fn pack(&self, as_of: &str) -> MeetingPack {
        let (ledger, as_of) = (self.book.ledger(), day(as_of));
        meeting_pack(ledger, &Day::of(ledger, as_of), Span::Week, as_of)
    }

    fn receives(&mut self, on: &str, amount: &str) {
        let receipt = Receipt {
            customer: "C-1".to_owned(),
            received_on: day(on),
            amount: amount.parse().unwrap(),
            method: String::new(),
            reference: String::new(),
            designation: None,
            prepayment_for: None,
            memo: String::new(),
        };
        self.does(Command::RecordReceipt { receipt, allocations: Vec::new() });
    }
}

#[test]
fn the_week_has_its_own_receipts_and_what_fell_due_in_it() {
    let mut desk = Desk::new();
    desk.receives("2026-03-24", "9.00 CNY");
    desk.receives("2026-03-25", "7.00 CNY");
    desk.receives("2026-03-31", "5.00 CNY");
    let pack = desk.pack(AS_OF);
    assert_eq!(pack.from, day("2026-03-25"), "seven days, both ends in");
    let [moved] = pack.currencies[..] else { panic!("one currency") };
    assert_eq!((moved.collected_minor, moved.receipt_count), (1200, 2));
    assert_eq!((moved.overdue_before_minor, moved.overdue_minor), (10_000, 15_000));
}

/// Bob rang C-1 up in vain.
fn called(on: &str, important: bool) -> Contact {
    Contact {
        customer: Key::of("C-1"),
        on: day(on),
        time: None,
        channel: Channel::Phone,
        result: ContactResult::NoAnswer,
        made_by: "Bob".to_owned(),
        person: String::new(),
        said: "pay".to_owned(),
        reply: String::new(),
        demand: true,
        items: Vec::new(),
        step: None,
        answer_by: None,
        next_step: String::new(),
        follow_up_on: None,
        important,
        appointment: None,
        cost: None,
        tracking_no: String::new(),
        delivered_on: None,
    }
}

#[test]
fn the_daily_report_is_of_its_day_alone() {
    let mut desk = Desk::new();
    desk.receives("2026-03-30", "7.00 CNY");
    desk.receives("2026-03-31", "5.00 CNY");
    desk.does(Command::LogContacts(vec![called("2026-03-30", false)]));
    let (ledger, as_of) = (desk.book.ledger(), day(AS_OF));
    let pack = meeting_pack(ledger, &Day::of(ledger, as_of), Span::Day, as_of);
    assert_eq!(pack.from, as_of);
    let [moved] = pack.currencies[..] else { panic!("one currency") };
    assert_eq!((moved.collected_minor, moved.receipt_count), (500, 1));
    assert_eq!((moved.overdue_before_minor, moved.overdue_minor), (10_000, 15_000));
    assert_eq!(pack.people.iter().map(|it| it.contact_count).sum::<usize>(), 0);
}

#[test]
fn a_person_stands_with_target_contacts_and_receipts_of_the_week() {
    let mut desk = Desk::new();
    let target: Money = "1000.00 CNY".parse().unwrap();
    let member = |name: &str, month_target, until: Option<&str>| Member {
        name: name.to_owned(),
        role: Role::Collections,
        month_target,
        until: until.map(day),
    };
    let team = Some(vec![
        member("Ann", Some(target), None),
        member("Bob", None, Some("2026-03-28")),
        member("Cid", Some(target), Some("2026-03-24")),
    ]);
    desk.does(Command::SetPolicy(SettingFields { team, ..SettingFields::default() }));
    desk.receives("2026-03-26", "5.00 CNY");
    desk.does(Command::LogContacts(vec![called("2026-03-20", false)]));
    desk.does(Command::LogContacts(vec![called("2026-03-27", true)]));
    let pack = desk.pack(AS_OF);
    let told: Vec<(&str, usize, usize, i64, bool)> = pack
        .people
        .iter()
        .map(|it| {
            let name = it.name.as_str();
            let has_target = it.month_target.is_some();
            (name, it.customer_count, it.contact_count, it.collected_minor, has_target)
        })
        .collect();
    assert_eq!(told, [("Ann", 1, 0, 500, true), ("Bob", 0, 1, 0, false)]);
    let important = pack.discussed.iter().filter(|held| held.important.is_some()).count();
    assert_eq!(important, 1, "what was said of importance is on the table");
}

#[test]
fn a_promise_is_told_in_the_week_in_which_it_was_decided() {
    let mut desk = Desk::new();
    desk.does(Command::RecordPromise(Promise {
        customer: Key::of("C-1"),
        given_on: day("2026-03-10"),
        amount: "100.00 CNY".parse().unwrap(),
        promised_on: day("2026-03-23"),
        items: Vec::new(),
        person: String::new(),
        written: false,
        memo: String::new(),
    }));
    assert_eq!(desk.pack("2026-03-25").promises, [], "two days of tolerance are not over");
    let told = desk.pack("2026-03-26").promises;
    assert_eq!((told[0].fate, told[0].level), (Fate::Broken, 1));
    assert_eq!(desk.pack("2026-04-02").promises, [], "that was the week before");
}

#[test]
fn who_never_confirmed_a_statement_is_listed_until_it_does() {
    let mut desk = Desk::new();
    assert_eq!(desk.pack(AS_OF).unconfirmed, [], "its first item is not old enough");
    let as_of = "2026-04-15";
    desk.does(Command::SendStatements(vec![StatementSent {
        customer: Key::of("C-1"),
        as_of: day("2026-03-31"),
        sent_on: day("2026-03-31"),
        sent_by: String::new(),
        balances: Vec::new(),
    }]));
    let [held] = &desk.pack(as_of).unconfirmed[..] else { panic!("it is listed") };
    assert_eq!(held.open, ["150.00 CNY".parse().unwrap()]);
    assert_eq!((held.confirmed_on, held.sent_on), (None, Some(day("2026-03-31"))));
    let statement =
        desk.book.ledger().account(&Key::of("C-1")).unwrap().dealings.statements[0].fact;
    desk.does(Command::AnswerStatement(StatementAnswered {
        customer: Key::of("C-1"),
        statement,
        on: day("2026-04-10"),
        answer: StatementAnswer::Confirmed,
        signed: true,
    }));
    assert_eq!(desk.pack(as_of).unconfirmed, []);
    assert_eq!(desk.pack("2026-04-09").unconfirmed.len(), 1, "on a day before it was listed");
}

#[test]
fn the_pack_says_up_to_which_day_finance_checked() {
    let mut desk = Desk::new();
    assert_eq!(desk.pack(AS_OF).checked, None);
    let sign_off = |on: &str, by: &str| SignOff { on: day(on), by: by.to_owned() };
    desk.does(Command::SignOff(sign_off("2026-03-28", "Fay")));
    desk.does(Command::SignOff(sign_off("2026-03-20", "Gus")));
    assert_eq!(desk.pack(AS_OF).checked, Some(sign_off("2026-03-28", "Fay")));
    assert_eq!(desk.pack("2026-03-27").checked, Some(sign_off("2026-03-20", "Gus")));
}

#[test]
fn the_pack_lists_what_waits_for_an_approval_on_its_last_day() {
    let mut desk = Desk::new();
    let approval = ApprovalPolicy {
        chain: vec![Role::Lead],
        kinds: vec![ApprovalKind::Hold],
        since: Some(day("2026-03-01")),
    };
    let fields = SettingFields { approval: Some(approval), ..SettingFields::default() };
    desk.does(Command::SetPolicy(fields));
    let hold = |from: &str, until: &str| Hold {
        customer: Key::of("C-1"),
        items: Vec::new(),
        from: day(from),
        until: day(until),
        reason: "talks".to_owned(),
    };
    for (from, until) in
        [("2026-02-28", "2026-04-30"), ("2026-03-20", "2026-04-05"), ("2026-03-02", "2026-04-04")]
    {
        desk.does(Command::PlaceHold(hold(from, until)));
    }
    let waits = |as_of: &str| -> Vec<String> {
        let pack = desk.pack(as_of).waiting;
        let told = pack.iter().map(|held| {
            let on = Date::from_number(held.waiting.day).unwrap();
            format!("{} {on} {:?} {:?}", held.customer, held.waiting.kind, held.waiting.role)
        });
        told.collect()
    };
    let (second, first) = ("C-1 2026-03-20 Hold Lead", "C-1 2026-03-02 Hold Lead");
    assert_eq!(waits(AS_OF), [first, second], "the earliest first; none from before the chain");
    assert_eq!(waits("2026-04-05"), [second], "the other is over");
    assert!(waits("2026-03-01").is_empty());
}
