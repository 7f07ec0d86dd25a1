//! What the approval chain refuses, a row for each way (D8).
//! Never the first place of a rejection: that is among the rows of `main`.

use huikuan::id::{FactId, Key};
use huikuan::record::{
    Approval, ApprovalKind, ApprovalPolicy, Member, Role, SettingField, SettingFields,
};
use huikuan::workbook::{Command, Rejection};

use crate::collection::agree;
use crate::laptop::{Laptop, date};
use crate::{Row, meets};

/// A plan of 2025-03-10 that nobody is asked about.
pub(crate) fn proposed(mei: &mut Laptop) -> FactId {
    FactId { entry: mei.does(agree(&["2025-04-01 100"])), index: 0 }
}

/// The same where 王芳 and then 刘总 are asked; 老周 has left.
pub(crate) fn asked(mei: &mut Laptop) -> FactId {
    let member = |(role, name, until): (Role, &str, Option<&str>)| Member {
        name: name.to_owned(),
        role,
        month_target: None,
        until: until.map(date),
    };
    let team = [
        (Role::Collections, "王芳", None),
        (Role::Collections, "老周", Some("2025-02-28")),
        (Role::Lead, "刘总", None),
    ];
    mei.does(Command::SetPolicy(SettingFields {
        team: Some(team.map(member).to_vec()),
        approval: Some(chain(&[Role::Collections, Role::Lead], &ApprovalKind::ALL)),
        ..SettingFields::default()
    }));
    proposed(mei)
}

fn chain(roles: &[Role], kinds: &[ApprovalKind]) -> ApprovalPolicy {
    ApprovalPolicy { chain: roles.to_vec(), kinds: kinds.to_vec(), since: None }
}

/// A yes of 2025-03-11.
pub(crate) fn yes(plan: FactId, role: Role, by: &str) -> Command {
    Command::Approve(decision(plan, role, by))
}

fn decision(subject: FactId, role: Role, by: &str) -> Approval {
    let (customer, by, note) = (Key::of("C1"), by.to_owned(), String::new());
    Approval { customer, subject, role, by, approved: true, on: date("2025-03-11"), note }
}

fn set(approval: ApprovalPolicy) -> Command {
    let approval = Some(approval);
    Command::SetPolicy(SettingFields { approval, ..SettingFields::default() })
}

fn rows() -> Vec<Row> {
    let early = |happened_on: &str| Rejection::BeforeItHappened {
        on: date("2025-03-09"),
        happened_on: date(happened_on),
    };
    let not_usable = || Rejection::PolicyNotUsable(SettingField::Approval);
    vec![
        ("a yes before the plan was agreed", early("2025-03-10"), |mei, _| {
            let plan = asked(mei);
            let held = decision(plan, Role::Collections, "王芳");
            mei.tries(Command::Approve(Approval { on: date("2025-03-09"), ..held }))
        }),
        (
            "a yes before the one that it follows",
            Rejection::BeforeItHappened { on: date("2025-03-10"), happened_on: date("2025-03-11") },
            |mei, _| {
                let plan = asked(mei);
                mei.does(yes(plan, Role::Collections, "王芳"));
                let held = decision(plan, Role::Lead, "刘总");
                mei.tries(Command::Approve(Approval { on: date("2025-03-10"), ..held }))
            },
        ),
        ("a no without a reason", Rejection::ReasonMissing, |mei, _| {
            let plan = asked(mei);
            let held = decision(plan, Role::Collections, "王芳");
            mei.tries(Command::Approve(Approval { approved: false, ..held }))
        }),
        ("a yes by nobody", Rejection::ApproverMissing, |mei, _| {
            let plan = asked(mei);
            mei.tries(yes(plan, Role::Collections, " "))
        }),
        (
            "a yes by somebody who left",
            Rejection::PersonGone { person: "老周".to_owned(), until: date("2025-02-28") },
            |mei, _| {
                let plan = asked(mei);
                mei.tries(yes(plan, Role::Collections, "老周"))
            },
        ),
        (
            "a yes after a no",
            Rejection::AlreadyDecided { role: Role::Collections, by: "王芳".to_owned() },
            |mei, _| {
                let plan = asked(mei);
                let (held, note) = (decision(plan, Role::Collections, "王芳"), "太久".to_owned());
                mei.does(Command::Approve(Approval { approved: false, note, ..held }));
                mei.tries(yes(plan, Role::Lead, "刘总"))
            },
        ),
        (
            "a no after everybody said yes",
            Rejection::AlreadyDecided { role: Role::Lead, by: "刘总".to_owned() },
            |mei, _| {
                let plan = asked(mei);
                mei.does(yes(plan, Role::Collections, "王芳"));
                mei.does(yes(plan, Role::Lead, "刘总"));
                let (held, note) = (decision(plan, Role::Lead, "刘总"), "改主意".to_owned());
                mei.tries(Command::Approve(Approval { approved: false, note, ..held }))
            },
        ),
        ("a yes to what is no proposal", Rejection::SubjectUnknown, |mei, _| {
            asked(mei);
            mei.tries(yes("k3f9q2ma-12/0".parse().unwrap(), Role::Collections, "王芳"))
        }),
        ("a duty asked twice", not_usable(), |mei, _| {
            mei.tries(set(chain(&[Role::Lead, Role::Finance, Role::Lead], &ApprovalKind::ALL)))
        }),
        ("a chain that is asked nothing", not_usable(), |mei, _| {
            mei.tries(set(chain(&[Role::Lead], &[])))
        }),
    ]
}

#[test]
fn the_approval_chain_keeps_its_order_and_its_people() {
    for (name, rejection, story) in rows() {
        meets(name, rejection, story);
    }
}
