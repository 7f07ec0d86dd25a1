//! The Today screen in the library: rows, filters, progress, the card, scripts.
//! Never the rules behind them, which have their own tests.

use rstest::rstest;

use super::*;
use crate::calendar::{AsOf, Date, Instant};
use crate::id::{Key, ReplicaId, WorkbookId};
use crate::money::{Currency, Money};
use crate::record::{
    Applies, ArticleFields, ArticleTopic, Bilingual, Channel, Condition, Contact, ContactResult,
    CustomerFields, Dispute, DocumentKind, ItemRef, Language, Notice, Override, OverrideValue,
    Person, Promise, SettingFields, Step, Tier,
};
use crate::rule::collection::{Action, TaskState};
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
        prepare: Vec::new(),
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
        };
        self.does(Command::RecordArticle { article: name.to_owned(), fields });
    }

    fn day(&self, as_of: &str) -> Day {
        Day::of(self.book.ledger(), day(as_of))
    }

    fn card(&self, customer: &str, as_of: &str) -> Option<TaskCard> {
        let shown = self.day(as_of);
        let credit = shown.credit.of(&Key::of(customer)).unwrap();
        card(self.book.ledger(), credit, day(as_of), None, Language::Zh)
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
    let rows: Vec<String> = shown.rows.iter().map(told).collect();
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
    rows.filter(|row| filter.admits(row, ledger, on)).map(|row| row.code).collect()
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
fn a_card_names_whom_to_reach_what_is_owed_and_by_when() {
    let mut desk = Desk::new();
    desk.promises("2026-01-10", "2026-01-20", 1_000);
    desk.promises("2026-01-11", "2026-01-21", 2_000);
    desk.promises("2026-02-10", "2026-02-20", 3_000);
    desk.promises(TODAY, "2026-03-09", 4_000);
    let card = desk.card("C-1", TODAY).unwrap();
    assert_eq!(card.people.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["Wang"]);
    let items: Vec<(&str, i32, i64)> = card
        .items
        .iter()
        .map(|item| (item.number.as_str(), item.overdue_days, item.demand.demanded_minor))
        .collect();
    // The oldest item is what the promise is about.
    let each = |number| (number, 1, 1_000);
    let first = ("A-1", 1, 2_000);
    assert_eq!(items, [first, each("A-2"), each("A-3"), each("A-4"), each("A-5")]);
    let promises: Vec<(i64, bool)> =
        card.promises.iter().map(|held| (held.amount.minor(), held.runs())).collect();
    assert_eq!(promises, [(4_000, true), (3_000, false), (2_000, false)]);
    // Two working days for the answer: over the weekend.
    assert_eq!(card.goal, Some((vec![cny(6_000)], day("2026-03-09"))));
    assert!(!card.why.is_empty());
    let past = desk.card("C-2", TODAY).unwrap().goal.unwrap();
    assert_eq!(past, (vec![cny(100_000)], day("2026-03-12")), "a week where no answer is asked");
    assert_eq!(desk.card("C-4", TODAY).unwrap().goal, None, "nothing is demanded");
    assert!(desk.card("C-3", "2026-03-04").is_none(), "nothing to do yet");
}

#[test]
fn a_card_names_the_articles_of_the_step_and_then_of_the_last_result() {
    let mut desk = Desk::new();
    let titles = |desk: &Desk, customer: &str| -> Vec<String> {
        let card = desk.card(customer, TODAY).unwrap();
        card.articles.into_iter().map(|article| article.title).collect()
    };
    assert!(titles(&desk, "C-1").is_empty());
    for (name, applies_to) in
        [("Excuses", "refuses"), ("Messages", "remind"), ("Early", "soon"), ("Law", "transfer")]
    {
        desk.article(name, applies_to);
    }
    desk.calls("C-1", "2026-03-02", ContactResult::Refuses);
    assert_eq!(titles(&desk, "C-1")[..2], ["Messages", "Excuses"]);
    assert_eq!(titles(&desk, "C-2"), ["Law"]);
    assert_eq!(titles(&desk, "C-3"), ["Early"]);
    for number in 1..=5 {
        desk.article(&format!("More {number}"), "transfer");
    }
    assert_eq!(titles(&desk, "C-2").len(), 4, "no longer than one reads before a call");
}

#[test]
fn the_form_begins_with_the_step_and_with_the_text_that_is_sent() {
    let desk = Desk::new();
    let policy = desk.book.ledger().policy();
    let proposal = |customer: &str| desk.card(customer, TODAY).unwrap().proposal(policy);
    let message = proposal("C-1");
    let done = message.step.unwrap();
    assert_eq!((done.level, done.after, done.step.as_str()), (1, 0, "remind"));
    assert_eq!((message.channel, message.demand), (Channel::Sms, true));
    assert_eq!(message.said, desk.script("C-1", Language::Zh).text);
    let visit = proposal("C-2");
    assert_eq!((visit.channel, visit.said.as_str()), (Channel::Visit, ""), "a visit is no text");
    let notice = proposal("C-3");
    assert_eq!((notice.step, notice.demand), (None, false), "nothing is due yet");
}

#[rstest]
#[case("C-1", Language::Zh, "Wang：CNY 100.00，A-1, A-2, A-3 +2，1 天，2026-03-09", "")]
#[case::the_other_language(
    "C-1",
    Language::En,
    "Wang：CNY 100.00，A-1, A-2, A-3 +2，1 天，2026-03-09",
    ""
)]
#[case::a_field_that_nothing_has("C-2", Language::En, "[fee] now", "fee")]
#[case::before_due("C-3", Language::Zh, "2026-03-10 D-1", "")]
#[case::in_english("C-3", Language::En, "USD 30.00 on 2026-03-10", "")]
#[case::nothing_to_demand("C-4", Language::Zh, "", "")]
fn scripts_are_filled_in(
    #[case] customer: &str,
    #[case] language: Language,
    #[case] text: &str,
    #[case] missing: &str,
) {
    let script = Desk::new().script(customer, language);
    assert_eq!((script.text.as_str(), script.missing.join(" ").as_str()), (text, missing));
}

#[test]
fn what_was_sent_is_recorded_with_its_text_and_step() {
    let desk = Desk::new();
    let shown = desk.day(TODAY);
    let sent = |customer: &str| {
        let row = shown.row(&Key::of(customer)).unwrap();
        sent_contact(desk.book.ledger(), row, AsOf::from(day(TODAY)), Language::Zh)
    };
    let message = sent("C-1").unwrap();
    let text = desk.script("C-1", Language::Zh).text;
    assert_eq!((message.result, message.said), (ContactResult::Sent, text));
    assert_eq!(message.answer_by, Some(day("2026-03-09")));
    assert_eq!(message.step.map(|step| step.level), Some(1));
    assert!(message.demand);
    assert!(sent("C-3").is_some_and(|notice| notice.step.is_none() && !notice.demand));
    assert!(sent("C-2").is_none(), "a visit cannot be sent");
    assert!(sent("C-4").is_none(), "there is nothing to say");
    assert_eq!(shown.row(&Key::of("C-4")).unwrap().task.action, None::<Action>);
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
