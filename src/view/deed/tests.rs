//! What the forms open with, what they record, and what they find wrong, on a tiny book.
//! Never a browser.

mod incentive;
mod late_charge;
mod plan;

use rstest::rstest;

use super::*;
use crate::calendar::Instant;
use crate::id::{ReplicaId, WorkbookId};
use crate::ledger::Account;
use crate::record::{CustomerFields, DocumentKind, Fact, Member, Person, Role, SettingFields};
use crate::view::sheet::{self, SheetKind};
use crate::workbook::{Command, Rejection, Stamp, Workbook};
use FormField as F;

struct Desk {
    book: Workbook,
    stamp: Stamp,
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn today() -> Date {
    day("2026-03-05")
}

impl Desk {
    /// C-1 owes A-1 (100.00, due 31 January) and A-2 (50.00, due 30 April); Mr Li left.
    fn new() -> Self {
        let stamp = Stamp { at: Instant::of_day(today(), 0), by: "Ann".to_owned() };
        let (replica, id) = (ReplicaId::from_bits(7), WorkbookId::from_bits(9));
        let book = Workbook::create(id, replica, "t", Currency::CNY, &stamp);
        let mut desk = Self { book, stamp };
        for row in ["C-1|A-1|2026-1-1|2026-1-31|100", "C-1|A-2|2026-2-1|2026-4-30|50"] {
            let cells: Vec<String> = row.split('|').map(str::to_owned).collect();
            let kind = SheetKind::Documents(DocumentKind::Invoice);
            let command = sheet::read(kind, &cells, true, desk.book.ledger(), today()).unwrap();
            desk.apply(command).unwrap();
        }
        let person = |name: &str, until: Option<&str>| Person {
            name: name.to_owned(),
            until: until.map(day),
            ..Person::default()
        };
        let contacts = Some(vec![person("Li", Some("2026-02-01")), person("Wang", None)]);
        let fields = CustomerFields { contacts, ..CustomerFields::default() };
        desk.apply(Command::AmendCustomer { customer: Key::of("C-1"), fields }).unwrap();
        let gone = Member {
            name: "Bob".to_owned(),
            role: Role::Sales,
            month_target: None,
            until: Some(day("2026-01-31")),
        };
        let fields = SettingFields { team: Some(vec![gone]), ..SettingFields::default() };
        desk.apply(Command::SetPolicy(fields)).unwrap();
        desk
    }

    fn apply(&mut self, command: Command) -> Result<Vec<crate::journal::Entry>, Rejection> {
        self.book.apply(command, &self.stamp)
    }

    fn account(&self) -> &Account {
        self.book.ledger().account(&Key::of("C-1")).unwrap()
    }

    fn begin(&self, deed: &Deed) -> Form {
        Form::begin(deed, self.book.ledger(), self.account(), today(), "Ann")
    }

    /// Fills in fields written `Field=text`, and gives the command or what is wrong.
    fn read(&self, deed: &Deed, filled: &[(F, &str)]) -> Result<Command, Vec<Mistake>> {
        let mut form = self.begin(deed);
        fill(&mut form, filled);
        read(deed, &form, self.book.ledger(), today())
    }

    /// Fills in and records a form, and gives the facts.
    fn record(&mut self, deed: &Deed, filled: &[(F, &str)]) -> Result<Vec<Fact>, Mistake> {
        let mut form = self.begin(deed);
        fill(&mut form, filled);
        let command = read(deed, &form, self.book.ledger(), today())
            .map_err(|all| all.into_iter().next().unwrap())?;
        match self.apply(command) {
            Ok(entries) => Ok(entries.iter().flat_map(|entry| &entry.facts).cloned().collect()),
            Err(rejection) => Err(refused(deed, &form, &rejection).unwrap()),
        }
    }
}

/// A choice is written as its place, a box as `yes` or `no`, instalments as `day|amount;…`.
fn fill(form: &mut Form, filled: &[(F, &str)]) {
    for (field, text) in filled {
        match field.kind() {
            FieldKind::Choice | FieldKind::OneItem => {
                form.places.insert(*field, text.parse().unwrap());
            }
            FieldKind::Flag if *text == "yes" => drop(form.flags.insert(*field)),
            FieldKind::Flag => drop(form.flags.remove(field)),
            FieldKind::Items => {
                for item in &mut form.items {
                    item.ticked = item.number == *text;
                }
            }
            FieldKind::Instalments => {
                let row = |row: &str| {
                    let (on, amount) = row.split_once('|').unwrap();
                    [on.to_owned(), amount.to_owned()]
                };
                form.instalments = text.split(';').map(row).collect();
            }
            FieldKind::Text
            | FieldKind::Lines
            | FieldKind::Figure
            | FieldKind::Day
            | FieldKind::Theirs
            | FieldKind::Ours => drop(form.texts.insert(*field, (*text).to_owned())),
        }
    }
}

fn contact() -> Deed {
    Deed::Contact(Box::default())
}

/// Places of results.
const PROMISES: &str = "0";
const DISPUTES: &str = "1";
const ASKS_FOR_PLAN: &str = "2";
const NO_ANSWER: &str = "3";
const SAYS_PAID: &str = "4";

#[test]
fn a_form_opens_with_what_is_known() {
    let desk = Desk::new();
    let form = desk.begin(&contact());
    assert_eq!(form.text(F::On), "2026-03-05");
    assert_eq!(form.text(F::Person), "Wang", "who has left is not proposed");
    assert_eq!(form.text(F::MadeBy), "Ann");
    assert_eq!(form.text(F::Amount), "100.00", "what is overdue");
    assert!(form.is_ticked(F::Demand));
    let items: Vec<(&str, bool)> =
        form.items.iter().map(|item| (item.number.as_str(), item.overdue)).collect();
    assert_eq!(items, [("A-1", true), ("A-2", false)]);
    let plan = desk.begin(&Deed::Plan);
    let rows = [("2026-04-05", "33.33"), ("2026-05-05", "33.33"), ("2026-06-05", "33.34")];
    assert_eq!(plan.instalments, rows.map(|(on, amount)| [on.to_owned(), amount.to_owned()]));
}

#[test]
fn a_contact_is_recorded_with_the_promise_that_it_led_to() {
    let mut desk = Desk::new();
    let filled = [
        (F::Result, PROMISES),
        (F::Reply, "next week"),
        (F::Amount, "1,00"),
        (F::PromisedOn, "+7"),
        (F::FollowUpOn, "明天"),
        (F::Time, "9:30"),
        (F::Important, "yes"),
        (F::Items, "A-1"),
    ];
    let facts = desk.record(&contact(), &filled).unwrap();
    let [Fact::Contact(contact), Fact::Promise(promise)] = facts.as_slice() else {
        panic!("{facts:?}");
    };
    assert_eq!(contact.reply, "next week");
    assert_eq!(contact.follow_up_on, Some(day("2026-03-06")));
    assert_eq!(contact.time.map(|time| time.to_string()).as_deref(), Some("09:30"));
    assert!(contact.important && contact.demand);
    assert_eq!(promise.amount.to_string(), "100.00 CNY");
    assert_eq!(promise.promised_on, day("2026-03-12"));
    assert_eq!(promise.items.len(), 1);
    assert_eq!(promise.person, "Wang");
}

#[test]
fn a_dispute_is_of_one_item_or_of_none() {
    let mut desk = Desk::new();
    let filled = [(F::Result, DISPUTES), (F::DisputedAmount, "40"), (F::Reason, "short delivery")];
    let facts = desk.record(&contact(), &filled).unwrap();
    let [Fact::Contact(_), Fact::Dispute(dispute)] = facts.as_slice() else { panic!("{facts:?}") };
    assert_eq!(dispute.amount.map(|amount| amount.to_string()).as_deref(), Some("40.00 CNY"));
    let none = [(F::Result, DISPUTES), (F::DisputedItem, "0")];
    let facts = desk.record(&contact(), &none).unwrap();
    assert!(matches!(facts.as_slice(), [Fact::Contact(_)]), "{facts:?}");
}

#[test]
fn a_step_that_reached_nobody_is_not_done() {
    let desk = Desk::new();
    let step = crate::record::StepDone { level: 1, after: 0, step: "first".to_owned() };
    let proposal = Proposal { step: Some(step), ..Proposal::default() };
    let deed = Deed::Contact(Box::new(proposal));
    let step_of = |result: &str| match desk.read(&deed, &[(F::Result, result)]).unwrap() {
        Command::LogContact { contact, .. } => contact.step.is_some(),
        other => panic!("{other:?}"),
    };
    assert!(step_of(SAYS_PAID));
    assert!(!step_of(NO_ANSWER));
}

#[rstest]
#[case::no_result(&[], F::Result)]
#[case::no_day(&[(F::Result, NO_ANSWER), (F::On, "soon")], F::On)]
#[case::not_yet(&[(F::Result, NO_ANSWER), (F::On, "+1")], F::On)]
#[case::time(&[(F::Result, NO_ANSWER), (F::Time, "25:00")], F::Time)]
#[case::next_before_today(
    &[(F::Result, NO_ANSWER), (F::On, "-3"), (F::FollowUpOn, "-1")],
    F::FollowUpOn
)]
#[case::person_gone(&[(F::Result, NO_ANSWER), (F::Person, "Li")], F::Person)]
#[case::colleague_gone(&[(F::Result, NO_ANSWER), (F::MadeBy, "Bob")], F::MadeBy)]
#[case::promise_in_past(&[(F::Result, PROMISES), (F::PromisedOn, "-1")], F::PromisedOn)]
#[case::promise_without_day(&[(F::Result, PROMISES)], F::PromisedOn)]
#[case::promise_of_nothing(
    &[(F::Result, PROMISES), (F::Amount, "0"), (F::PromisedOn, "+1")],
    F::Amount
)]
#[case::promise_of_too_much(
    &[(F::Result, PROMISES), (F::Amount, "150.01"), (F::PromisedOn, "+1")],
    F::Amount
)]
#[case::instalments_short(
    &[(F::Result, ASKS_FOR_PLAN), (F::Instalments, "2026-4-1|60")],
    F::Instalments
)]
#[case::instalments_fall(
    &[(F::Result, ASKS_FOR_PLAN), (F::Instalments, "2026-5-1|60;2026-4-1|40")],
    F::Instalments
)]
#[case::instalment_not_read(
    &[(F::Result, ASKS_FOR_PLAN), (F::Instalments, "soon|100")],
    F::Instalments
)]
#[case::dispute_without_reason(&[(F::Result, DISPUTES)], F::Reason)]
#[case::letter_before_it_was_sent(
    &[(F::Result, NO_ANSWER), (F::Channel, "4"), (F::DeliveredOn, "-1")],
    F::DeliveredOn
)]
#[case::cost(&[(F::Result, NO_ANSWER), (F::Channel, "6"), (F::Cost, "much")], F::Cost)]
fn what_is_wrong_with_a_contact_is_said_at_its_field(
    #[case] filled: &[(F, &str)],
    #[case] field: F,
) {
    let mut desk = Desk::new();
    let mistake = desk.record(&contact(), filled).unwrap_err();
    assert_eq!(mistake.field, field, "{mistake:?}");
}

#[rstest]
#[case::promise(Deed::Promise, &[(F::PromisedOn, "+3"), (F::Written, "yes")], "承诺 2026-03-08 付 CNY 100.00")]
#[case::plan(Deed::Plan, &[], "还款计划，3 期")]
#[case::hold(Deed::Hold, &[(F::Reason, "talks"), (F::Until, "+9")], "暂缓催款至 2026-03-14：talks")]
#[case::appointment(Deed::Appointment, &[(F::MeetOn, "+2"), (F::Place, "office")], "约定 2026-03-07 拜访 office")]
#[case::class(Deed::SetClass, &[(F::Class, "2"), (F::Reason, "court")], "人工定为 风险，至 2026-04-04：court")]
#[case::tier(Deed::SetTier, &[(F::Tier, "1"), (F::Reason, "court")], "人工定为 B，至 2026-04-04：court")]
#[case::limit(Deed::Decide, &[(F::Limit, "5万"), (F::Reason, "r"), (F::Approver, "Ann")], "信用决定：信用额度定为 CNY 50,000.00")]
#[case::prepay(Deed::Decide, &[(F::Action, "2"), (F::SharePercent, "30%"), (F::Reason, "r"), (F::Approver, "Ann")], "信用决定：要求预付 30%")]
#[case::assess(Deed::Assess, &[(F::Amount, "120"), (F::Reason, "insolvent")], "单项计提 CNY 120.00")]
#[case::assess_item(Deed::Assess, &[(F::AssessedItem, "1"), (F::Amount, "80"), (F::Reason, "r")], "单项计提 CNY 80.00")]
#[case::case(Deed::OpenCase, &[(F::CaseKind, "1"), (F::FeePercent, "12.5")], "移交：委外催收")]
#[case::evidence(Deed::AddEvidence, &[(F::EvidenceKind, "1"), (F::Title, "POD")], "证据：送货签收 POD")]
#[case::statement(Deed::SendStatement, &[(F::AsOf, "2026-2-28")], "发出对账单，截至 2026-02-28")]
#[case::contract(Deed::Contract(None), &[(F::Number, "HT-1"), (F::LatePercent, "18")], "登记合同 HT-1")]
fn every_form_records_its_deed(
    #[case] deed: Deed,
    #[case] filled: &[(F, &str)],
    #[case] said: &str,
) {
    let mut desk = Desk::new();
    let facts = desk.record(&deed, filled).unwrap();
    let first = crate::say::dealing(&facts[0], crate::say::Language::Zh);
    assert_eq!(first.as_deref(), Some(said), "{facts:?}");
}

#[rstest]
#[case::promise_in_past(Deed::Promise, &[(F::PromisedOn, "-1")], F::PromisedOn)]
#[case::plan_that_does_not_add_up(Deed::Plan, &[(F::Instalments, "2026-4-1|99")], F::Instalments)]
#[case::hold_without_reason(Deed::Hold, &[], F::Reason)]
#[case::hold_that_ends_before(Deed::Hold, &[(F::Reason, "r"), (F::Until, "-1")], F::Until)]
#[case::visit_in_past(Deed::Appointment, &[(F::MeetOn, "-1")], F::MeetOn)]
#[case::visit_without_day(Deed::Appointment, &[], F::MeetOn)]
#[case::visit_by_somebody_gone(Deed::Appointment, &[(F::MeetOn, "+1"), (F::Who, "Bob")], F::Who)]
#[case::class_without_reason(Deed::SetClass, &[], F::Reason)]
#[case::decision_without_approver(Deed::Decide, &[(F::Limit, "1"), (F::Reason, "r")], F::Approver)]
#[case::assessed_without_amount(Deed::Assess, &[(F::Reason, "r")], F::Amount)]
#[case::assessed_without_reason(Deed::Assess, &[(F::Amount, "1")], F::Reason)]
#[case::assessed_beyond(Deed::Assess, &[(F::Amount, "151"), (F::Reason, "r")], F::Amount)]
#[case::assessed_beyond_item(Deed::Assess, &[(F::AssessedItem, "2"), (F::Amount, "51"), (F::Reason, "r")], F::Amount)]
#[case::share(Deed::Decide, &[(F::Action, "2"), (F::SharePercent, "101")], F::SharePercent)]
#[case::evidence_without_name(Deed::AddEvidence, &[], F::Title)]
#[case::statement_not_yet(Deed::SendStatement, &[(F::AsOf, "+1")], F::AsOf)]
#[case::plan_rate(Deed::Plan, &[(F::PlanPercent, "a lot")], F::PlanPercent)]
#[case::report_without_source(Deed::AddCreditReport, &[(F::Rating, "B")], F::ReportSource)]
#[case::report_without_rating(Deed::AddCreditReport, &[(F::ReportSource, "bank")], F::Rating)]
#[case::report_not_yet(Deed::AddCreditReport, &[(F::On, "+1")], F::On)]
#[case::contract_without_number(Deed::Contract(None), &[(F::Memo, "m")], F::Number)]
fn what_is_wrong_with_a_deed_is_said_at_its_field(
    #[case] deed: Deed,
    #[case] filled: &[(F, &str)],
    #[case] field: F,
) {
    let mut desk = Desk::new();
    let mistake = desk.record(&deed, filled).unwrap_err();
    assert_eq!(mistake.field, field, "{mistake:?}");
}

#[test]
fn what_was_agreed_is_ended_on_a_day_with_a_reason() {
    let mut desk = Desk::new();
    desk.record(&Deed::Promise, &[(F::PromisedOn, "+9")]).unwrap();
    let fact = desk.account().dealings.promises[0].fact;
    let missing = desk.record(&Deed::End(fact), &[]).unwrap_err();
    assert_eq!(missing.field, F::Reason);
    desk.record(&Deed::End(fact), &[(F::Reason, "new one")]).unwrap();
    assert_eq!(desk.account().dealings.promises[0].ended_day, today().number());
}

#[test]
fn a_statement_states_the_balance_of_its_day_and_its_slip_what_differs() {
    let mut desk = Desk::new();
    let facts = desk.record(&Deed::SendStatement, &[(F::AsOf, "2026-1-15")]).unwrap();
    let Fact::StatementSent(sent) = &facts[0] else { panic!("{facts:?}") };
    assert_eq!(sent.balances, ["100.00 CNY".parse().unwrap()]);
    let answer = Deed::AnswerStatement(desk.account().dealings.statements[0].fact);
    let missing = desk.record(&answer, &[(F::Answer, "1"), (F::Difference, "-5")]).unwrap_err();
    assert_eq!(missing.field, F::Reason);
    let filled = [(F::Answer, "1"), (F::Difference, "-5"), (F::Reason, "returned goods")];
    desk.record(&answer, &filled).unwrap();
    assert_eq!(desk.account().dealings.statement_answers.len(), 1);
}

#[test]
fn a_contract_is_changed_only_where_the_form_differs() {
    let mut desk = Desk::new();
    let first = [(F::Number, "HT-1"), (F::KeptAt, "safe"), (F::RetentionPercent, "5")];
    desk.record(&Deed::Contract(None), &first).unwrap();
    let change = Deed::Contract(Some(Key::of("ht-1")));
    let form = desk.begin(&change);
    assert_eq!((form.text(F::KeptAt), form.text(F::RetentionPercent)), ("safe", "5"));
    let Ok(Command::RecordContract { fields, .. }) =
        desk.read(&change, &[(F::PaymentClause, "net 30")])
    else {
        panic!("not read");
    };
    let expected = crate::record::ContractFields {
        payment_clause: Some("net 30".to_owned()),
        ..crate::record::ContractFields::default()
    };
    assert_eq!(fields, expected);
}

#[test]
fn a_plan_keeps_its_rate_and_reports_on_credit_add_up() {
    let mut desk = Desk::new();
    desk.record(&Deed::Plan, &[(F::PlanPercent, "3.65%")]).unwrap();
    let rate = desk.account().dealings.plans[0].what.annual_rate;
    assert_eq!(rate, Some("0.0365".parse().unwrap()));
    for (source, rating) in [("bank", "B"), ("bureau", "62 of 100")] {
        let filled = [(F::ReportSource, source), (F::Rating, rating), (F::On, "-1")];
        desk.record(&Deed::AddCreditReport, &filled).unwrap();
    }
    let reports = desk.account().customer.fields.credit_reports.clone().unwrap();
    let told: Vec<(&str, &str)> =
        reports.iter().map(|held| (held.source.as_str(), held.rating.as_str())).collect();
    assert_eq!(told, [("bank", "B"), ("bureau", "62 of 100")]);
}
