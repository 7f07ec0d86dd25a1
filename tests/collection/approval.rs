//! Plans, holds and handovers that wait for the approval chain (D8).
//! Never a demand that stops before everybody said yes, and never a past day that changes.

use huikuan::calendar::Date;
use huikuan::id::{FactId, Key};
use huikuan::record::{
    Approval, ApprovalKind, ApprovalPolicy, CaseKind, CaseOpened, Member, Role, SettingFields, Tier,
};
use huikuan::rule::agreement::{ApprovalState, proposal, waiting};
use huikuan::rule::collection::{Line, Standing, task};
use huikuan::rule::credit::{Restart, limitation};
use huikuan::say::{self, Language};
use huikuan::workbook::Command;
use rstest::rstest;

use crate::laptop::{Laptop, date, hold, plan};

const CHAIN: [Role; 3] = [Role::Collections, Role::Lead, Role::Finance];

/// One item overdue since 2025-02-02, and a chain of three for everything from 2025-03-01 on.
fn firm() -> Laptop {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-01-01", "2025-02-01", "100"]);
    asks(&mut mei, &CHAIN, Some("2025-03-01"));
    mei
}

fn asks(mei: &mut Laptop, chain: &[Role], since: Option<&str>) {
    let member = |(role, name): (Role, &str)| Member {
        name: name.to_owned(),
        role,
        month_target: None,
        until: None,
    };
    let names = CHAIN.into_iter().zip(["王芳", "刘总", "钱会计"]);
    mei.does(Command::SetPolicy(SettingFields {
        team: Some(names.map(member).collect()),
        approval: Some(ApprovalPolicy {
            chain: chain.to_vec(),
            kinds: ApprovalKind::ALL.to_vec(),
            since: since.map(date),
        }),
        ..SettingFields::default()
    }));
}

/// A plan for the item, due long after.
fn agrees(mei: &mut Laptop, on: &str) -> FactId {
    let held = plan("C1", &["INV-1"], on, &["2025-12-01 100"]);
    FactId { entry: mei.does(Command::AgreePlan(held)), index: 0 }
}

fn decision(subject: FactId, role: Role, approved: bool, on: &str) -> Approval {
    let by = match role {
        Role::Lead => "刘总",
        Role::Finance => "钱会计",
        _ => "王芳",
    };
    let (customer, note) = (Key::of("C1"), if approved { "" } else { "太久" }.to_owned());
    Approval { customer, subject, role, by: by.to_owned(), approved, on: date(on), note }
}

impl Laptop {
    fn decides(&mut self, subject: FactId, role: Role, approved: bool, on: &str) {
        self.does(Command::Approve(decision(subject, role, approved, on)));
    }

    /// Everybody says yes, a day after the other.
    fn approves(&mut self, subject: FactId, from: &str) {
        for (days, role) in (0..).zip(CHAIN) {
            let on = date(from).plus_days(days).to_string();
            self.decides(subject, role, true, &on);
        }
    }

    /// Where a proposal stands with everything that is recorded.
    fn state(&self, fact: FactId) -> ApprovalState {
        let ledger = self.book.ledger();
        let account = ledger.account(&Key::of("C1")).unwrap();
        proposal(account, ledger.policy(), fact).unwrap().2
    }

    /// Who is awaited at the close of a day, for each thing that waits.
    fn awaited(&self, as_of: &str) -> Vec<(ApprovalKind, Role)> {
        let ledger = self.book.ledger();
        let account = ledger.account(&Key::of("C1")).unwrap();
        let held = waiting(account, ledger.policy(), date(as_of)).into_iter();
        held.map(|held| (held.kind, held.role)).collect()
    }
}

/// A plan stops demands from the day of the last yes on, and no day before.
#[rstest]
#[case("2025-03-09", "due step 1", None)]
#[case("2025-03-10", "due step 1", Some(Role::Collections))]
#[case("2025-03-11", "due step 1", Some(Role::Lead))]
#[case("2025-03-12", "due step 1", Some(Role::Finance))]
#[case("2025-03-13", "waiting nothing to demand", None)]
fn a_plan_counts_from_the_last_yes(
    #[case] as_of: &str,
    #[case] next: &str,
    #[case] role: Option<Role>,
) {
    let mut mei = firm();
    let fact = agrees(&mut mei, "2025-03-10");
    mei.approves(fact, "2025-03-11");
    assert_eq!(mei.next("C1", Tier::B, as_of), next);
    let awaited: Vec<_> = role.map(|role| (ApprovalKind::Plan, role)).into_iter().collect();
    assert_eq!(mei.awaited(as_of), awaited);
}

#[test]
fn what_somebody_refused_never_counts_and_waits_for_nobody() {
    let mut mei = firm();
    let fact = agrees(&mut mei, "2025-03-10");
    mei.decides(fact, Role::Collections, true, "2025-03-11");
    mei.decides(fact, Role::Lead, false, "2025-03-12");
    assert!(matches!(mei.state(fact), ApprovalState::Refused { .. }));
    assert_eq!(mei.awaited("2025-03-31"), []);
    assert_eq!(mei.next("C1", Tier::B, "2025-03-31"), "due step 1");
}

/// A no that is retracted asks the same duty again.
#[test]
fn a_decision_recorded_in_error_is_asked_for_again() {
    let mut mei = firm();
    let fact = agrees(&mut mei, "2025-03-10");
    mei.decides(fact, Role::Collections, false, "2025-03-11");
    mei.undoes();
    assert_eq!(mei.state(fact), ApprovalState::Waiting { role: Role::Collections });
    mei.approves(fact, "2025-03-11");
    let day = date("2025-03-13").number();
    assert_eq!(mei.state(fact), ApprovalState::Approved { day });
}

/// A hold waits as a plan does; what was set before the chain, or without one, counts at once.
#[rstest]
#[case(&CHAIN, Some("2025-03-01"), "due step 1")]
#[case(&CHAIN, Some("2025-03-10"), "due step 1")]
#[case(&CHAIN, None, "due step 1")]
#[case(&CHAIN, Some("2025-03-11"), "waiting nothing to demand from 2025-03-21")]
#[case(&[], None, "waiting nothing to demand from 2025-03-21")]
fn only_what_is_dated_after_the_chain_began_waits(
    #[case] chain: &[Role],
    #[case] since: Option<&str>,
    #[case] next: &str,
) {
    let mut mei = firm();
    mei.does(Command::PlaceHold(hold("C1", "2025-03-10", "2025-03-20")));
    if (chain, since) != (&CHAIN[..], Some("2025-03-01")) {
        asks(&mut mei, chain, since);
    }
    assert_eq!(mei.next("C1", Tier::B, "2025-03-15"), next);
}

/// A handover waits until it is decided on or closed; a hold until it is over; a plan until it is
/// paid or ended.
#[test]
fn what_is_over_waits_for_nobody() {
    let mut mei = firm();
    let case = CaseOpened {
        customer: Key::of("C1"),
        on: date("2025-03-12"),
        kind: CaseKind::Legal,
        items: Vec::new(),
        handler: String::new(),
        facts: String::new(),
        cost: None,
        fee_rate: None,
    };
    mei.does(Command::OpenCase(case));
    mei.does(Command::PlaceHold(hold("C1", "2025-03-11", "2025-03-20")));
    let fact = agrees(&mut mei, "2025-03-10");
    let all = [ApprovalKind::Plan, ApprovalKind::Hold, ApprovalKind::Case];
    let asked = |kinds: &[ApprovalKind]| -> Vec<_> {
        kinds.iter().map(|kind| (*kind, Role::Collections)).collect()
    };
    assert_eq!(mei.awaited("2025-03-20"), asked(&all));
    assert_eq!(mei.awaited("2025-03-21"), asked(&[ApprovalKind::Plan, ApprovalKind::Case]));
    mei.ends("C1", fact, "2025-03-25");
    assert_eq!(mei.awaited("2025-03-25"), asked(&[ApprovalKind::Case]));
}

/// Two laptops that do not know of each other: the decision of the earlier day counts on both, and
/// a finding says so.
#[test]
fn two_decisions_of_one_duty_are_both_kept_and_found() {
    let mut mei = firm();
    asks(&mut mei, &[Role::Lead], None);
    let fact = agrees(&mut mei, "2025-03-10");
    let mut bo = mei.copied_to("bo");
    mei.decides(fact, Role::Lead, true, "2025-03-12");
    bo.decides(fact, Role::Lead, false, "2025-03-11");
    mei.exchanges(&mut bo);
    assert!(matches!(mei.state(fact), ApprovalState::Refused { .. }));
    mei.finds(&["two decisions on a proposal of C1 contradict each other"]);
    // Two who say the same do not contradict each other.
    let (mut mei, mut bo) = (firm(), firm().copied_to("bo"));
    let fact = agrees(&mut mei, "2025-03-10");
    bo.merges(&mei);
    mei.decides(fact, Role::Collections, true, "2025-03-12");
    bo.decides(fact, Role::Collections, true, "2025-03-11");
    mei.exchanges(&mut bo);
    mei.finds(&[]);
}

/// Until somebody says yes a plan is no agreement, and restarts no limitation period (C5).
#[test]
fn a_plan_that_waits_restarts_no_limitation_period() {
    let mut mei = firm();
    let fact = agrees(&mut mei, "2025-03-10");
    mei.approves(fact, "2025-03-11");
    let restarted = |as_of: &str| {
        let ledger = mei.book.ledger();
        let account = ledger.account(&Key::of("C1")).unwrap();
        limitation(account, 0, ledger.policy(), date(as_of)).unwrap().restarted
    };
    assert_eq!(restarted("2025-03-12"), None);
    assert_eq!(restarted("2025-03-13"), Some((Restart::Plan, date("2025-03-10"))));
}

/// A decision on a plan that was retracted has no effect, and says so.
#[test]
fn a_decision_on_nothing_is_inert() {
    let mut mei = firm();
    let fact = agrees(&mut mei, "2025-03-10");
    mei.decides(fact, Role::Collections, true, "2025-03-11");
    mei.retracts(fact.entry);
    mei.finds(&["without effect: C1 SubjectMissing"]);
}

/// The explanation on the worklist says what waits and for whom, in both languages.
#[test]
fn the_explanation_says_who_is_awaited() {
    let mut mei = firm();
    agrees(&mut mei, "2025-03-10");
    let ledger = mei.book.ledger();
    let account = ledger.account(&Key::of("C1")).unwrap();
    let standing = Standing { class: huikuan::record::CreditClass::Regular, tier: Some(Tier::B) };
    let mut why: Vec<Line> = Vec::new();
    let as_of: Date = date("2025-03-15");
    task(account, standing, ledger.policy(), as_of, &mut why).unwrap();
    let waits = Line::AwaitsApproval { kind: ApprovalKind::Plan, role: Role::Collections };
    assert!(why.contains(&waits), "{why:?}");
    let told = [Language::Zh, Language::En].map(|held| say::worklist_line(&waits, held));
    assert_eq!(
        told,
        [
            "还款计划待“催款”批准，批准前不影响催款",
            "a plan waits for approval by collections, and changes nothing yet",
        ]
    );
}
