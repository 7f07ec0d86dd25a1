//! The Today screen in the library, on a tiny book: rows, filters, progress.
//! Never the rules behind them, which have their own tests.

mod card;

use rstest::rstest;

use super::*;
use crate::calendar::{Date, Instant};
use crate::id::{Key, ReplicaId, WorkbookId};
use crate::money::{Currency, Money};
use crate::record::{
    Applies, ArticleFields, ArticleTopic, AssignmentRule, Bilingual, Channel, Condition, Contact,
    ContactResult, CustomerFields, Dispute, DocumentKind, ItemRef, Language, Notice, Override,
    OverrideValue, Person, Promise, SettingFields, Step, Tier,
};
use crate::rule::collection::TaskState;
use crate::view::sheet::{self, SheetKind};
use crate::workbook::{Command, Stamp, Workbook};

const TODAY: &str = "2026-03-05";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn both(zh: &str, en: &str) -> Bilingual {
    Bilingual { zh: zh.to_owned(), en: en.to_owned() }
}

fn step(name: &str, channel: Channel, role: &str, script: Bilingual) -> Step {
    Step {
        name: name.to_owned(),
        title: both(name, name),
        channels: vec![channel],
        when: Condition { overdue_days_min: 1, ..Condition::default() },
        applies: Applies::default(),
        script,
        role: role.to_owned(),
        prepare: if role == "legal" {
            vec![both("合同", ""), both("对账单", "")]
        } else {
            Vec::new()
        },
        answer_working_days: (role != "legal").then_some(2),
    }
}

struct Desk {
    book: Workbook,
}

impl Desk {
    /// On Thursday 5 March: C-1 (tier C, Ann's) owes five items since yesterday, C-2 (tier A) one
    /// for a fortnight, C-3 dollars in five days, and all of what C-4 owes is disputed.
    fn new() -> Self {
        let (replica, id) = (ReplicaId::from_bits(7), WorkbookId::from_bits(9));
        let book = Workbook::create(id, replica, "Book", Currency::CNY, &stamp());
        let mut desk = Self { book };
        for row in [
            "C-1|A-1|2026-1-1|2026-3-4|60",
            "C-1|A-2|2026-1-2|2026-3-4|10",
            "C-1|A-3|2026-1-3|2026-3-4|10",
            "C-1|A-4|2026-1-4|2026-3-4|10",
            "C-1|A-5|2026-1-5|2026-3-4|10",
            "C-2|B-1|2026-1-1|2026-2-20|1000",
            "C-3|D-1|2026-1-1|2026-3-10|30|USD",
            "C-4|E-1|2026-1-1|2026-2-1|70",
        ] {
            let cells: Vec<String> = row.split('|').map(str::to_owned).collect();
            let kind = SheetKind::Documents(DocumentKind::Invoice);
            let ledger = desk.book.ledger();
            let command = sheet::read(kind, &cells, true, ledger, day(TODAY)).unwrap();
            desk.does(command);
        }
        desk.plays();
        desk.knows_people();
        desk.tier("C-1", Tier::C);
        desk.tier("C-2", Tier::A);
        desk.does(Command::RaiseDispute(Dispute {
            customer: Key::of("C-4"),
            item: desk.item("C-4", "E-1"),
            amount: None,
            reason: "quality".to_owned(),
            raised_on: day("2026-02-10"),
        }));
        desk
    }

    /// One step a tier: a message for B and C, the hand-over for A; a notice five days before due.
    fn plays(&mut self) {
        let script =
            both("{{ person }}：{{amount}}，{{ items }}，{{ days }} 天，{{ answer_by }}", "");
        let remind = step("remind", Channel::Sms, "", script);
        let hand_over = step("transfer", Channel::Visit, "legal", both("", "{{ fee }} now"));
        let notice = Notice {
            name: "soon".to_owned(),
            title: both("soon", "soon"),
            channels: vec![Channel::Email],
            applies: Applies::default(),
            days_before: 5,
            working: false,
            script: both("{{ due_on }} {{ items }}", "{{ amount }} on {{ due_on }}"),
        };
        let mut playbook = self.book.ledger().policy().playbook.clone();
        playbook.before_due = vec![notice];
        (playbook.a, playbook.b) = (vec![hand_over], vec![remind.clone()]);
        playbook.c = vec![remind];
        let fields = SettingFields { playbook: Some(playbook), ..SettingFields::default() };
        self.does(Command::SetPolicy(fields));
    }

    fn knows_people(&mut self) {
        let until = Some(day("2026-02-01"));
        let gone = Person { name: "Li".to_owned(), until, ..Person::default() };
        let here = Person { name: "Wang".to_owned(), ..Person::default() };
        let fields = CustomerFields {
            contacts: Some(vec![gone, here]),
            owner: Some("Ann".to_owned()),
            ..CustomerFields::default()
        };
        self.does(Command::AmendCustomer { customer: Key::of("C-1"), fields });
    }

    fn tier(&mut self, customer: &str, tier: Tier) {
        self.does(Command::SetOverride(Override {
            customer: Key::of(customer),
            from: day("2026-01-01"),
            until: day("2026-12-31"),
            value: OverrideValue::Tier(tier),
            reason: "test".to_owned(),
            replaces: Vec::new(),
        }));
    }

    fn does(&mut self, command: Command) {
        self.book.apply(command, &stamp()).unwrap();
    }

    fn item(&self, customer: &str, number: &str) -> ItemRef {
        let account = self.book.ledger().account(&Key::of(customer)).unwrap();
        let document = account.documents.iter().find(|held| held.number == number).unwrap();
        ItemRef { document: document.reference.clone(), part: 0 }
    }

    fn calls(&mut self, customer: &str, on: &str, result: ContactResult) {
        let contact = Contact::new(Key::of(customer), day(on), Channel::Phone, result);
        self.does(Command::LogContact { contact: Box::new(contact), outcomes: Vec::new() });
    }

    fn promises(&mut self, given_on: &str, promised_on: &str, minor: i64) {
        let (amount, on) = (cny(minor), day(promised_on));
        self.does(Command::RecordPromise(Promise::new(Key::of("C-1"), day(given_on), amount, on)));
    }

    fn article(&mut self, name: &str, applies_to: &str) {
        let fields = ArticleFields {
            title: Some(both("", name)),
            topic: Some(ArticleTopic::Script),
            text: Some(both("文", "text")),
            applies_to: Some(vec![applies_to.to_owned()]),
            channel: None,
        };
        self.does(Command::RecordArticle { article: name.to_owned(), fields });
    }

    fn day(&self, as_of: &str) -> Day {
        Day::of(self.book.ledger(), day(as_of))
    }

    fn card(&self, customer: &str, as_of: &str) -> Option<TaskCard> {
        card(self.book.ledger(), &self.day(as_of), &Key::of(customer), None, Language::Zh)
    }

    fn script(&self, customer: &str, language: Language) -> Script {
        let (ledger, shown) = (self.book.ledger(), self.day(TODAY));
        let account = ledger.account(&Key::of(customer)).unwrap();
        script(ledger, account, &shown.row(&Key::of(customer)).unwrap().task, day(TODAY), language)
    }
}

fn stamp() -> Stamp {
    Stamp { at: Instant::of_day(day(TODAY), 0), by: "Ann".to_owned() }
}

fn cny(minor: i64) -> Money {
    Money::new(minor, Currency::CNY).unwrap()
}

/// `code owner amounts days channel state`, a row a line.
fn told(row: &Row) -> String {
    let amounts = amounts_text(&row.amounts, Currency::CNY);
    let (owner, channel) = (&row.owner, row.channel);
    let channel = channel.map_or_else(|| "-".to_owned(), |held| format!("{held:?}"));
    format!("{} {owner} {amounts} {} {channel} {:?}", row.code, row.oldest_days, row.task.state)
}

#[test]
fn rows_stand_in_the_order_of_the_worklist_with_what_is_overdue() {
    let shown = Desk::new().day(TODAY);
    let rows: Vec<String> = shown.rows.iter().map(|row| told(row)).collect();
    assert_eq!(
        rows,
        [
            "C-2  1,000.00 13 Visit Due",
            "C-1 Ann 100.00 1 Sms Due",
            "C-3  USD 30.00 0 Email Due",
            "C-4  70.00 32 - Waiting",
        ]
    );
    assert_eq!(shown.row(&Key::of("C-1")).map(|row| row.tier), Some(Some(Tier::C)));
    assert!(shown.row(&Key::of("C-9")).is_none());
}

#[test]
fn a_row_tells_the_last_contact_and_that_today_is_done() {
    let mut desk = Desk::new();
    desk.calls("C-1", TODAY, ContactResult::Refuses);
    let shown = desk.day(TODAY);
    let row = shown.row(&Key::of("C-1")).unwrap();
    let last = (day(TODAY).number(), Channel::Phone, ContactResult::Refuses);
    assert_eq!((row.last_contact, row.task.state), (Some(last), TaskState::Done));
    let before = desk.day("2026-03-04");
    assert!(before.row(&Key::of("C-1")).is_none_or(|row| row.last_contact.is_none()));
}

#[test]
fn a_day_that_is_remembered_is_the_one_drawn_up_anew() {
    let (mut desk, mut memory) = (Desk::new(), DayMemory::default());
    let mut same = |desk: &Desk| {
        for as_of in [TODAY, TODAY, "2026-03-04", TODAY] {
            let remembered = memory.day(desk.book.ledger(), day(as_of));
            assert_eq!(*remembered, desk.day(as_of), "as of {as_of}");
        }
    };
    same(&desk);
    desk.calls("C-1", TODAY, ContactResult::Refuses);
    same(&desk);
    // Of one customer the name, of another only the tier, then an assignment to a colleague.
    let code = Some("C-2 of old".to_owned());
    let fields = CustomerFields { name: code, ..CustomerFields::default() };
    desk.does(Command::AmendCustomer { customer: Key::of("C-2"), fields });
    same(&desk);
    desk.tier("C-1", Tier::A);
    same(&desk);
    let everything = AssignmentRule { owner: "Bo".to_owned(), ..AssignmentRule::default() };
    let assignment = Some(vec![everything]);
    desk.does(Command::SetPolicy(SettingFields { assignment, ..SettingFields::default() }));
    same(&desk);
}

#[rstest]
#[case::today(Showing::Today, &["C-2", "C-1", "C-3"])]
#[case::missed(Showing::Missed, &["C-2"])]
#[case::without_owner(Showing::WithoutOwner, &["C-2", "C-4"])]
#[case::hand_over(Showing::HandOver, &["C-2"])]
#[case::all(Showing::All, &["C-2", "C-1", "C-3", "C-4"])]
fn each_filter_shows_its_own(#[case] showing: Showing, #[case] codes: &[&str]) {
    let desk = Desk::new();
    assert_eq!(admitted(&desk, &RowFilter { showing, ..RowFilter::default() }), codes);
}

#[test]
fn owner_tier_and_channel_narrow_it() {
    let desk = Desk::new();
    let all = || RowFilter { showing: Showing::All, ..RowFilter::default() };
    let owner = |name: &str| RowFilter { owner: Some(name.to_owned()), ..all() };
    assert_eq!(admitted(&desk, &owner("Ann")), ["C-1"]);
    assert_eq!(admitted(&desk, &owner("")), ["C-2", "C-3", "C-4"]);
    assert_eq!(admitted(&desk, &RowFilter { tier: Some(Tier::A), ..all() }), ["C-2"]);
    let by_email = RowFilter { channel: Some(Channel::Email), ..all() };
    assert_eq!(admitted(&desk, &by_email), ["C-3"]);
    assert!(admitted(&desk, &RowFilter { tier: Some(Tier::A), ..by_email }).is_empty());
}

fn admitted(desk: &Desk, filter: &RowFilter) -> Vec<String> {
    let (ledger, on) = (desk.book.ledger(), day(TODAY).number());
    let rows = desk.day(TODAY).rows.into_iter();
    rows.filter(|row| filter.admits(row, ledger, on)).map(|row| row.code.clone()).collect()
}

#[test]
fn progress_counts_customers_of_today_and_amounts_in_base_currency() {
    let mut desk = Desk::new();
    let count = |desk: &Desk| progress(&desk.day(TODAY).rows, Currency::CNY);
    let all = Progress { done: 0, total: 3, covered_minor: 0, total_minor: 110_000 };
    assert_eq!(count(&desk), all);
    desk.calls("C-1", TODAY, ContactResult::NoAnswer);
    assert_eq!(count(&desk), Progress { done: 1, covered_minor: 10_000, ..all });
    // Who was not due and was called all the same was worked on, too.
    desk.calls("C-4", TODAY, ContactResult::Disputes);
    let four = Progress { done: 2, total: 4, covered_minor: 17_000, total_minor: 117_000 };
    assert_eq!(count(&desk), four);
}

#[test]
fn promises_for_today_are_named() {
    let mut desk = Desk::new();
    desk.promises("2026-03-01", TODAY, 1_000);
    desk.promises("2026-03-01", "2026-03-06", 2_000);
    let today = desk.day(TODAY).promised_today;
    assert_eq!(
        today.into_iter().map(|(customer, _)| customer).collect::<Vec<_>>(),
        [Key::of("C-1")]
    );
}
