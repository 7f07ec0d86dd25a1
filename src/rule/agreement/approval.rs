//! Whether plans, holds and handovers have the approval that the firm wants (D8).
//! Never stops anything from being recorded: what waits stands there as a proposal.

use crate::calendar::Date;
use crate::id::FactId;
use crate::ledger::{Account, Dealing, NEVER};
use crate::policy::Policy;
use crate::record::{ApprovalKind, CaseStage, Member, Role};

/// Where a proposal stands in the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApprovalState {
    /// Nobody is asked: it counts at once.
    NotWanted,
    /// A duty has not decided yet.
    Waiting {
        /// Whose turn it is.
        role: Role,
    },
    /// Everybody said yes.
    Approved {
        /// Day number of the last yes, from which it counts.
        day: i32,
    },
    /// Somebody said no.
    Refused {
        /// The fact that says so.
        fact: FactId,
    },
}

impl ApprovalState {
    /// True when what was proposed counts.
    #[must_use]
    pub const fn counts(self) -> bool {
        match self {
            Self::NotWanted | Self::Approved { .. } => true,
            Self::Waiting { .. } | Self::Refused { .. } => false,
        }
    }
}

/// Where a proposal stands in the chain at the close of a day number.
///
/// The duties of the chain are asked in order, and a decision counts from its own day on: past days
/// read as they were. What is dated before the first day of the policy, or is of a kind that it
/// does not name, asks nobody. The chain is the one in force now, as every other rule is.
#[must_use]
pub fn approval<T>(
    account: &Account,
    policy: &Policy,
    kind: ApprovalKind,
    held: &Dealing<T>,
    day: i32,
) -> ApprovalState {
    let policy = &policy.approval;
    let is_asked =
        policy.kinds.contains(&kind) && policy.since.is_none_or(|since| since.number() <= held.day);
    let Some(mut last_day) = policy.chain.first().filter(|_| is_asked).map(|_| held.day) else {
        return ApprovalState::NotWanted;
    };
    for role in &policy.chain {
        let decided = account.dealings.decision_of(held.fact, *role);
        let Some(decided) = decided.filter(|decided| decided.day <= day) else {
            return ApprovalState::Waiting { role: *role };
        };
        if !decided.what.approved {
            return ApprovalState::Refused { fact: decided.fact };
        }
        last_day = last_day.max(decided.day);
    }
    ApprovalState::Approved { day: last_day }
}

/// A plan, hold or handover by the fact that recorded it: its kind, its day number, and where it
/// stands with every decision that is recorded, whatever its day; `None` for any other fact.
#[must_use]
pub fn proposal(
    account: &Account,
    policy: &Policy,
    fact: FactId,
) -> Option<(ApprovalKind, i32, ApprovalState)> {
    fn of<T>(
        list: &[Dealing<T>],
        kind: ApprovalKind,
        (account, policy, fact): (&Account, &Policy, FactId),
    ) -> Option<(ApprovalKind, i32, ApprovalState)> {
        let held = list.iter().find(|held| held.fact == fact)?;
        Some((kind, held.day, approval(account, policy, kind, held, NEVER)))
    }
    let (dealings, asked) = (&account.dealings, (account, policy, fact));
    of(&dealings.plans, ApprovalKind::Plan, asked)
        .or_else(|| of(&dealings.holds, ApprovalKind::Hold, asked))
        .or_else(|| of(&dealings.cases, ApprovalKind::Case, asked))
}

/// A proposal that waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The fact that recorded it.
    pub fact: FactId,
    /// What it is.
    pub kind: ApprovalKind,
    /// Its day number.
    pub day: i32,
    /// Whose turn it is.
    pub role: Role,
}

/// What of a customer waits for an approval at the close of a day, the earliest first: not what was
/// ended, is over or is paid by then.
#[must_use]
pub fn waiting(account: &Account, policy: &Policy, as_of: Date) -> Vec<Waiting> {
    if policy.approval.chain.is_empty() {
        return Vec::new();
    }
    let (dealings, day) = (&account.dealings, as_of.number());
    let mut found = Vec::new();
    for held in dealings.plans.iter().filter(|held| held.stands(day)) {
        let parts = held.parts.iter().filter_map(|part| account.parts.get(*part as usize));
        let owed: i64 = parts.map(|part| account.outstanding(part, day)).sum();
        if owed != 0 {
            found.extend(one(account, policy, ApprovalKind::Plan, held, day));
        }
    }
    let runs = dealings.holds.iter().filter(|it| it.stands(day) && it.what.until >= as_of);
    found.extend(runs.filter_map(|held| one(account, policy, ApprovalKind::Hold, held, day)));
    for held in dealings.cases.iter().filter(|held| held.stands(day)) {
        let last = dealings.stages_of(held.fact, day).last().map(|stage| stage.what.stage);
        if !matches!(last, Some(CaseStage::Closed | CaseStage::Recalled)) {
            found.extend(one(account, policy, ApprovalKind::Case, held, day));
        }
    }
    found.sort_by_key(|held| held.day);
    found
}

fn one<T>(
    account: &Account,
    policy: &Policy,
    kind: ApprovalKind,
    held: &Dealing<T>,
    day: i32,
) -> Option<Waiting> {
    match approval(account, policy, kind, held, day) {
        ApprovalState::Waiting { role } => {
            Some(Waiting { fact: held.fact, kind, day: held.day, role })
        }
        ApprovalState::NotWanted
        | ApprovalState::Approved { .. }
        | ApprovalState::Refused { .. } => None,
    }
}

/// Who holds a duty on a day, in the order of the team.
pub fn holders(policy: &Policy, role: Role, on: Date) -> impl Iterator<Item = &Member> {
    let own = policy.team.iter().filter(move |member| member.role == role);
    own.filter(move |member| member.until.is_none_or(|until| until >= on))
}
