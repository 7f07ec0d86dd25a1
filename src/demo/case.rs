//! The customers of a demo book who were handed over: one to lawyers, one to an agency (D7).
//! Never by lot: whatever the seed, both cases are there, and nothing else changes for them.

use super::clerk::{Clerk, key, money};
use super::errand::Errand;
use crate::id::{FactId, Key};
use crate::money::{Decimal, Rate};
use crate::record::{CaseKind, CaseOpened, CaseStage, CaseStageReached, Evidence, EvidenceKind};
use crate::workbook::{Command, Rejection};

type Done = Result<(), Rejection>;

/// The customer who broke its plan.
const AT_LAW: usize = 8;
/// The one abroad who stalls.
const WITH_AGENCY: usize = 14;

/// Days before today of the pre-action letter and of the lawyer's letter, and days from today by
/// which that one asks for an answer.
const LETTER: i32 = 21;
const LAWYERS_LETTER: i32 = 10;
const ANSWER_IN: i32 = 5;
/// Days before today of the placement, and days from today until it ends.
const PLACED: i32 = 40;
const PLACED_FOR: i32 = 50;

/// Puts both on the agenda.
pub(super) fn plan(clerk: &mut Clerk) {
    for (back, errand) in [(PLACED, Errand::Place), (LETTER, Errand::Sue)] {
        clerk.plan(clerk.today.plus_days(-back), errand);
    }
}

/// A customer is handed over to lawyers, with what evidence there is.
pub(super) fn sue(clerk: &mut Clerk) -> Done {
    let words = &clerk.cast.case;
    let case = CaseOpened {
        customer: key(AT_LAW),
        on: clerk.day,
        kind: CaseKind::Legal,
        items: Vec::new(),
        handler: words.counsel.to_owned(),
        facts: words.facts.to_owned(),
        cost: Some(money(800_000, clerk.base())),
        fee_rate: None,
    };
    let case = opened(clerk, case)?;
    let answer_in = LETTER - LAWYERS_LETTER;
    reach(clerk, (AT_LAW, case), CaseStage::PreActionLetter, words.letter, answer_in)?;
    // The slip of its statement came back with a difference: that piece is missing.
    let kinds = [
        EvidenceKind::Contract,
        EvidenceKind::Delivery,
        EvidenceKind::Invoice,
        EvidenceKind::Correspondence,
    ];
    for (kind, title) in kinds.into_iter().zip(words.evidence) {
        let evidence = Evidence {
            customer: key(AT_LAW),
            kind,
            items: Vec::new(),
            on: clerk.day,
            title: title.to_owned(),
            file_name: String::new(),
            file_hash: String::new(),
            kept_at: clerk.cast.talk.kept_at.to_owned(),
        };
        record(clerk, Command::AddEvidence(evidence))?;
    }
    clerk.plan(clerk.today.plus_days(-LAWYERS_LETTER), Errand::Press(case));
    Ok(())
}

/// The lawyer's letter follows.
pub(super) fn press(clerk: &mut Clerk, case: FactId) -> Done {
    let (words, answer_in) = (&clerk.cast.case, LAWYERS_LETTER + ANSWER_IN);
    reach(clerk, (AT_LAW, case), CaseStage::LawyersLetter, words.lawyers_letter, answer_in)
}

/// A customer is placed with an agency.
pub(super) fn place(clerk: &mut Clerk) -> Done {
    let words = &clerk.cast.case;
    let case = CaseOpened {
        customer: key(WITH_AGENCY),
        on: clerk.day,
        kind: CaseKind::Agency,
        items: Vec::new(),
        handler: words.agency.to_owned(),
        facts: words.agency_facts.to_owned(),
        cost: None,
        fee_rate: Some(Rate(Decimal::new(18, 2))),
    };
    let case = opened(clerk, case)?;
    let days = PLACED + PLACED_FOR;
    reach(clerk, (WITH_AGENCY, case), CaseStage::Placed, words.placed, days)
}

fn opened(clerk: &mut Clerk, case: CaseOpened) -> Result<FactId, Rejection> {
    let entry = record(clerk, Command::OpenCase(case))?;
    Ok(FactId { entry, index: 0 })
}

/// A stage, with a deadline in so many days.
fn reach(
    clerk: &mut Clerk,
    (player, case): (usize, FactId),
    stage: CaseStage,
    memo: &str,
    days: i32,
) -> Done {
    let (customer, on): (Key, _) = (key(player), clerk.day);
    let (deadline, memo) = (Some(on.plus_days(days)), memo.to_owned());
    let reached = CaseStageReached { customer, case, on, stage, deadline, memo };
    record(clerk, Command::ReachCaseStage(reached)).map(drop)
}

/// Recorded by the one who keeps the files: a name drawn by lot would change every later draw.
fn record(clerk: &mut Clerk, command: Command) -> Result<crate::id::EntryId, Rejection> {
    let [_, _, by] = clerk.cast.clerks;
    clerk.give_as(by, command)
}
