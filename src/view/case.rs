//! The cases of a customer: stages with their deadlines, what each will probably bring against what
//! it costs, what came of it (D7).
//! Never legal advice, and never a deadline that a person did not enter.

use crate::calendar::{AsOf, Date};
use crate::id::FactId;
use crate::ledger::{Account, Dealing};
use crate::money::Money;
use crate::policy::Policy;
use crate::record::{CaseKind, CaseOpened, CaseStage, CaseStageReached};
use crate::rule::credit::{Recovery, RecoveryLine, Spending, case_parts, recovery};
use crate::view::deed::{CASE_KINDS, Form, FormField};

/// A case as it stands on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseSheet {
    /// The fact that opened it.
    pub fact: FactId,
    /// To whom the customer was handed over.
    pub kind: CaseKind,
    /// The counsel or the agency.
    pub handler: String,
    /// When.
    pub opened_on: Date,
    /// The stages that it reached, in order.
    pub stages: Vec<CaseStageReached>,
    /// The deadline of the last stage, with the days until then, negative when it is over.
    pub deadline: Option<(Date, i32)>,
    /// True when nothing more is done: closed, or recalled from an agency.
    pub is_closed: bool,
    /// What it will probably bring, a line for each currency.
    pub prospects: Prospects,
    /// What was settled of its items since it was opened, by whatever means, an amount for each
    /// currency in which anything was.
    pub settled: Vec<Money>,
}

/// What a case will probably bring, with the arithmetic.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prospects {
    /// A line for each currency.
    pub recoveries: Vec<Recovery>,
    /// The arithmetic.
    pub lines: Vec<RecoveryLine>,
}

/// The cases of an account at the close of a day: those that are open first, the latest first.
#[must_use]
pub fn cases(account: &Account, policy: &Policy, as_of: AsOf) -> Vec<CaseSheet> {
    let standing = account.dealings.cases.iter().filter(|held| held.stands(as_of.number()));
    let mut sheets: Vec<CaseSheet> =
        standing.rev().map(|held| sheet(account, held, policy, as_of)).collect();
    sheets.sort_by_key(|sheet| sheet.is_closed);
    sheets
}

fn sheet(account: &Account, held: &Dealing<CaseOpened>, policy: &Policy, as_of: AsOf) -> CaseSheet {
    let day = as_of.number();
    let stages: Vec<CaseStageReached> =
        account.dealings.stages_of(held.fact, day).map(|stage| stage.what.clone()).collect();
    let last = stages.last();
    let is_closed =
        last.is_some_and(|it| matches!(it.stage, CaseStage::Closed | CaseStage::Recalled));
    let deadline = last.and_then(|it| it.deadline).filter(|_| !is_closed);
    let parts = case_parts(account, held, as_of);
    CaseSheet {
        fact: held.fact,
        kind: held.what.kind,
        handler: held.what.handler.clone(),
        opened_on: held.what.on,
        deadline: deadline.map(|on| (on, on.number() - day)),
        is_closed,
        prospects: prospects(account, &parts, Spending::of(&held.what), policy, as_of),
        settled: settled(account, &case_parts(account, held, held.what.on), held.day, day),
        stages,
    }
}

fn prospects(
    account: &Account,
    parts: &[u32],
    spending: Spending,
    policy: &Policy,
    as_of: AsOf,
) -> Prospects {
    let mut lines = Vec::new();
    let recoveries = recovery(account, parts, spending, policy, as_of, &mut lines);
    Prospects { recoveries, lines }
}

/// What a case would probably bring as its form is filled in: the ticked items, else whatever is
/// overdue; a cost or fee that cannot be read counts as not estimated.
#[must_use]
pub fn form_prospects(form: &Form, account: &Account, policy: &Policy, as_of: AsOf) -> Prospects {
    let ticked = form.items.iter().any(|item| item.ticked);
    let named = form.items.iter().filter(|item| if ticked { item.ticked } else { item.overdue });
    let place = |item: &crate::record::ItemRef| {
        let document = account.document(&item.document)?;
        document.parts.indexes().nth(item.part as usize)
    };
    let parts: Vec<u32> = named.filter_map(|item| place(&item.item)).collect();
    let spending = match CASE_KINDS.get(form.place(FormField::CaseKind)) {
        Some(CaseKind::Agency) => form.fraction(FormField::FeePercent).map(Spending::Share),
        Some(CaseKind::Legal) | None => form.amount(FormField::Cost).map(Spending::Estimated),
    };
    prospects(account, &parts, spending.unwrap_or(Spending::Unknown), policy, as_of)
}

fn settled(account: &Account, parts: &[u32], from_day: i32, day: i32) -> Vec<Money> {
    let mut sums: Vec<Money> = Vec::new();
    for part in parts.iter().filter_map(|place| account.parts.get(*place as usize)) {
        let minor = account.outstanding(part, from_day) - account.outstanding(part, day);
        let amount = part.balance.money(minor);
        match sums.iter_mut().find(|sum| sum.currency() == amount.currency()) {
            Some(sum) => *sum = sum.with_minor(sum.minor() + minor).unwrap_or(*sum),
            None => sums.push(amount),
        }
    }
    sums.retain(|sum| sum.minor() != 0);
    sums
}
