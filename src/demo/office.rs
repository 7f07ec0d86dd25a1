//! What the office of a demo book decides and writes: team, contracts, statements, classes.
//! Never a score: what was evaluated is written down as a person would.

use std::collections::BTreeMap;

use super::clerk::{Clerk, key, money, player_code};
use super::errand::Errand;
use super::role::{Habit, ROLES};
use crate::id::{FactId, Key};
use crate::money::{Currency, Decimal, Rate};
use crate::record::{
    AlertAnswer, AlertKind, AssignmentRule, ContractFields, CreditAction, CreditClass,
    CreditDecision, DocumentRef, Evaluation, Evidence, EvidenceKind, MeetingDecision, Member,
    Override, OverrideValue, Role, SettingFields, SignOff, StatementAnswer, StatementAnswered,
    StatementSent, Training,
};
use crate::workbook::{Command, Rejection};

type Done = Result<(), Rejection>;

/// Customers with a contract, and whether it says anything of late payment.
const CONTRACTS: [(usize, bool); 6] =
    [(0, true), (3, false), (6, true), (7, true), (8, false), (12, true)];
/// The customers who send the slip back; the last one's books differ.
const ANSWERS: [usize; 3] = [9, 12, 8];

/// Puts all of it on the agenda.
pub(super) fn plan(clerk: &mut Clerk) {
    let single = [
        (400, Errand::Staff),
        (395, Errand::Contracts),
        (210, Errand::Evaluate),
        (105, Errand::Statements),
        (50, Errand::Train),
        (35, Errand::Statements),
        (31, Errand::SignOff),
        (25, Errand::Evaluate),
        (24, Errand::Decide),
        (20, Errand::Override),
        (11, Errand::ContestLatest(8)),
        (7, Errand::Meet),
        (3, Errand::Dismiss),
        (1, Errand::SignOff),
    ];
    for (back, errand) in single {
        clerk.plan(clerk.today.plus_days(-back), errand);
    }
}

/// The team with its targets, and who is assigned which customers.
pub(super) fn staff(clerk: &mut Clerk) -> Done {
    let (base, cast) = (clerk.base(), clerk.cast);
    let member = |name: &str, role, target: Option<i64>| Member {
        name: name.to_owned(),
        role,
        month_target: target.map(|target| money(target * 100, base)),
        until: None,
    };
    let [first, second, third, fourth] = cast.owners;
    let [finance, service, collector] = cast.clerks;
    let left = Member {
        until: Some(clerk.today.plus_days(-120)),
        ..member(cast.talk.former, Role::Collections, None)
    };
    let team = vec![
        member(first, Role::Collections, Some(180_000)),
        member(second, Role::Collections, Some(150_000)),
        member(third, Role::Collections, Some(120_000)),
        member(fourth, Role::Sales, Some(90_000)),
        member(finance, Role::Finance, None),
        member(service, Role::Service, None),
        member(collector, Role::Collections, None),
        member(cast.words.manager, Role::Lead, None),
        left,
    ];
    let rule = |owner: &str, region: &str| AssignmentRule {
        owner: owner.to_owned(),
        region: region.to_owned(),
        ..AssignmentRule::default()
    };
    let south = cast.regions.get(1).copied().unwrap_or_default();
    let risky = AssignmentRule { classes: vec![CreditClass::Risk], ..rule(third, "") };
    let assignment = vec![risky, rule(second, south), rule(first, "")];
    let (team, assignment) = (Some(team), Some(assignment));
    let fields = SettingFields { team, assignment, ..SettingFields::default() };
    clerk.give(Command::SetPolicy(fields)).map(drop)
}

pub(super) fn contracts(clerk: &mut Clerk) -> Done {
    let (year, ..) = clerk.day.ymd();
    for (player, has_late_clause) in CONTRACTS {
        let talk = &clerk.cast.talk;
        let fields = ContractFields {
            signed_on: Some(clerk.day),
            payment_clause: Some(talk.payment_clause.to_owned()),
            late_rate: has_late_clause.then_some(Rate(Decimal::new(18, 2))),
            kept_at: Some(talk.kept_at.to_owned()),
            ..ContractFields::default()
        };
        let number = format!("{}-{year}-{:02}", clerk.cast.words.contract_prefix, player + 1);
        clerk.give(Command::RecordContract { customer: key(player), number, fields })?;
    }
    Ok(())
}

/// Statements go to everybody who owes something; some slips come back a week later.
pub(super) fn statements(clerk: &mut Clerk) -> Done {
    let mut statements = Vec::new();
    for player in 0..ROLES.len() {
        let mut sums: BTreeMap<Currency, i64> = BTreeMap::new();
        for open in clerk.open(&key(player)) {
            *sums.entry(open.outstanding.currency()).or_default() += open.outstanding.minor();
        }
        if !sums.is_empty() {
            statements.push(StatementSent {
                customer: key(player),
                as_of: clerk.day,
                sent_on: clerk.day,
                sent_by: clerk.chance.pick(&clerk.cast.clerks, "").to_owned(),
                balances: sums.into_iter().map(|(currency, sum)| money(sum, currency)).collect(),
            });
        }
    }
    let customers: Vec<Key> = statements.iter().map(|sent| sent.customer.clone()).collect();
    if customers.is_empty() {
        return Ok(());
    }
    let entry = clerk.give(Command::SendStatements(statements))?;
    for player in ANSWERS {
        if let Some(place) = customers.iter().position(|customer| *customer == key(player)) {
            let statement = FactId { entry, index: u32::try_from(place).unwrap_or(0) };
            let days = clerk.chance.between(6, 12);
            clerk.plan(clerk.day.plus_days(days), Errand::Slip(player, statement));
        }
    }
    Ok(())
}

/// A return slip comes back.
pub(super) fn slip(clerk: &mut Clerk, player: usize, statement: FactId) -> Done {
    let differs = ANSWERS.last() == Some(&player);
    let answer = if differs {
        let (amount, reason) = (money(-42_000, clerk.base()), clerk.cast.talk.differs.to_owned());
        StatementAnswer::Differs { amount, reason }
    } else {
        StatementAnswer::Confirmed
    };
    let (customer, on, signed) = (key(player), clerk.day, !differs);
    let answered = StatementAnswered { customer, statement, on, answer, signed };
    clerk.give(Command::AnswerStatement(answered))?;
    if signed {
        clerk.give(Command::AddEvidence(Evidence {
            customer: key(player),
            kind: EvidenceKind::Statement,
            items: Vec::new(),
            on: clerk.day,
            title: clerk.cast.talk.slip.to_owned(),
            file_name: String::new(),
            file_hash: String::new(),
            kept_at: clerk.cast.talk.kept_at.to_owned(),
        }))?;
    }
    Ok(())
}

/// Everybody's class is looked at.
pub(super) fn evaluate(clerk: &mut Clerk) -> Done {
    let mut evaluations = Vec::new();
    for (player, role) in ROLES.iter().enumerate() {
        let (to, score) = match role.habit {
            Habit::Pays(late) if late < 7 => (CreditClass::Quality, 880),
            Habit::Monthly | Habit::Prepays => (CreditClass::Quality, 830),
            Habit::Stalls(_) | Habit::Defaults => (CreditClass::Risk, 340),
            Habit::Pays(_) | Habit::Halves(_) | Habit::Contests | Habit::Deducts => {
                (CreditClass::Regular, 640)
            }
        };
        let Some(account) = clerk.account(&key(player)) else { continue };
        let from = account.dealings.evaluations.last().map(|held| held.what.to);
        let score = i64::from(score + clerk.chance.between(-25, 25));
        evaluations.push(Evaluation {
            customer: key(player),
            on: clerk.day,
            from,
            to,
            score: Some(Rate(Decimal::new(score, 1))),
            by: clerk.cast.words.manager.to_owned(),
        });
    }
    clerk.give(Command::Evaluate(evaluations)).map(drop)
}

pub(super) fn decide(clerk: &mut Clerk) -> Done {
    let limit = money(600_000_000 / 100, clerk.base());
    for (player, action, reason) in [
        (8, CreditAction::SuspendSupply, clerk.cast.talk.suspended),
        (3, CreditAction::SetLimit(limit), clerk.cast.talk.limited),
    ] {
        clerk.give(Command::DecideCredit(CreditDecision {
            customer: key(player),
            on: clerk.day,
            action,
            reason: reason.to_owned(),
            approver: clerk.cast.words.manager.to_owned(),
        }))?;
    }
    Ok(())
}

pub(super) fn override_class(clerk: &mut Clerk) -> Done {
    clerk
        .give(Command::SetOverride(Override {
            customer: key(12),
            from: clerk.day,
            until: clerk.today.plus_days(100),
            value: OverrideValue::Class(CreditClass::Quality),
            reason: clerk.cast.talk.by_hand.to_owned(),
            replaces: Vec::new(),
        }))
        .map(drop)
}

/// The document of the latest open item, which the customer contests.
pub(super) fn latest(clerk: &Clerk, player: usize) -> Option<DocumentRef> {
    Some(clerk.open(&key(player)).pop()?.item.document)
}

pub(super) fn train(clerk: &mut Clerk) -> Done {
    clerk
        .give(Command::RecordTraining(Training {
            person: clerk.cast.owners.first().copied().unwrap_or_default().to_owned(),
            on: clerk.day,
            topic: clerk.cast.talk.training.to_owned(),
            memo: String::new(),
        }))
        .map(drop)
}

pub(super) fn meet(clerk: &mut Clerk) -> Done {
    clerk
        .give(Command::RecordDecision(MeetingDecision {
            on: clerk.day,
            about: Some(Key::of(&player_code(8))),
            decision: clerk.cast.talk.decided.to_owned(),
            owner: clerk.cast.words.manager.to_owned(),
            due_on: Some(clerk.today.plus_days(7)),
        }))
        .map(drop)
}

pub(super) fn dismiss(clerk: &mut Clerk) -> Done {
    let answer = |player, alert, until| AlertAnswer {
        customer: key(player),
        alert,
        item: None,
        on: clerk.day,
        until,
        reason: clerk.cast.talk.known.to_owned(),
    };
    let later = Some(clerk.today.plus_days(14));
    let answers = vec![
        answer(3, AlertKind::ContractWithoutLateClause, None),
        answer(8, AlertKind::OverdueDays, later),
    ];
    clerk.give(Command::AnswerAlerts(answers)).map(drop)
}

pub(super) fn sign_off(clerk: &mut Clerk) -> Done {
    let by = clerk.cast.clerks.first().copied().unwrap_or_default().to_owned();
    clerk.give(Command::SignOff(SignOff { on: clerk.day, by })).map(drop)
}
