//! Rows that repeat each other: equal receipts, repeated numbers, documents without one (A7).
//! Never drops a row in silence, and never makes one document of two rows unless told to.

use super::{Document, Taken};
use crate::format::table::grid::Grid;
use crate::id::Key;
use crate::money::Money;
use crate::record::{Claim, DocumentKind, Progress};
use crate::workbook::problem::ProblemKind;
use crate::workbook::question::{Question, RepeatedNumbers};

/// What came of comparing the rows.
#[derive(Default)]
pub(super) struct Repeats {
    /// Row, number and what is wrong with it.
    pub(super) problems: Vec<(u32, String, ProblemKind)>,
    pub(super) question: Option<Question>,
    /// Rows that went into documents and receipts.
    pub(super) taken: u32,
    pub(super) refused: u32,
    pub(super) skipped: u32,
}

/// What becomes of a document.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Kept,
    /// Its amounts were added to another line's.
    Added,
    Skipped,
    Refused,
}

/// Numbers equal rows, and settles what repeated numbers mean.
pub(super) fn settle(taken: &mut Taken, grid: &Grid, answer: Option<RepeatedNumbers>) -> Repeats {
    number_receipts(taken);
    number_documents(taken);
    let mut repeats = Repeats::default();
    let mut fates = vec![Fate::Kept; taken.documents.len()];
    for group in groups(&taken.documents, answer) {
        repeats.settle_group(&group, taken, grid, answer, &mut fates);
    }
    let count = |wanted: Fate| {
        u32::try_from(fates.iter().filter(|fate| **fate == wanted).count()).unwrap_or(u32::MAX)
    };
    let receipts = u32::try_from(taken.receipts.len()).unwrap_or(u32::MAX);
    repeats.taken = count(Fate::Kept) + count(Fate::Added) + receipts;
    repeats.refused = count(Fate::Refused);
    repeats.skipped = count(Fate::Skipped);
    let mut fates = fates.into_iter();
    taken.documents.retain(|_| fates.next() == Some(Fate::Kept));
    repeats
}

/// Two equal receipts stay two: each gets its ordinal among the equal ones.
fn number_receipts(taken: &mut Taken) {
    let mut order: Vec<_> = (0..taken.receipts.len())
        .filter_map(|place| {
            let receipt = taken.receipts.get(place)?;
            Some((receipt.statement.key(), place))
        })
        .collect();
    order.sort();
    for equal in order.chunk_by(|(a, _), (b, _)| a == b) {
        for ((_, place), ordinal) in equal.iter().zip(1..) {
            if let Some(receipt) = taken.receipts.get_mut(*place) {
                receipt.statement.ordinal = ordinal;
            }
        }
    }
}

/// Documents without a number get their ordinal among the equal ones behind day and amount.
fn number_documents(taken: &mut Taken) {
    let mut order: Vec<_> = taken
        .documents
        .iter()
        .enumerate()
        .filter(|(_, document)| document.unnumbered)
        .map(|(place, document)| {
            let statement = &document.statement;
            (document.customer, statement.kind, statement.number.clone(), place)
        })
        .collect();
    order.sort();
    for equal in order.chunk_by(|a, b| (a.0, a.1, &a.2) == (b.0, b.1, &b.2)) {
        for ((.., place), ordinal) in equal.iter().zip(1_u32..) {
            if let Some(document) = taken.documents.get_mut(*place) {
                let number = &document.statement.number;
                document.statement.number = format!("{number} {ordinal}");
            }
        }
    }
}

/// Places of documents that share customer, kind and number, in the order of the table. While
/// lines are added up, a line is a credit only by its sign, so the kind made by it does not count.
fn groups(documents: &[Document], answer: Option<RepeatedNumbers>) -> Vec<Vec<usize>> {
    let sums = answer == Some(RepeatedNumbers::SumLines);
    let mut order: Vec<_> = documents
        .iter()
        .enumerate()
        .map(|(place, document)| {
            let by_sign = sums && document.by_sign;
            let kind = if by_sign { DocumentKind::Invoice } else { document.statement.kind };
            (document.customer, kind, Key::of(&document.statement.number), place)
        })
        .collect();
    order.sort();
    let alike = order.chunk_by(|a, b| (a.0, a.1, &a.2) == (b.0, b.1, &b.2));
    let mut groups: Vec<Vec<usize>> = alike
        .filter(|group| group.len() > 1)
        .map(|group| group.iter().map(|(.., place)| *place).collect())
        .collect();
    groups.sort();
    groups
}

impl Repeats {
    fn settle_group(
        &mut self,
        group: &[usize],
        taken: &mut Taken,
        grid: &Grid,
        answer: Option<RepeatedNumbers>,
        fates: &mut [Fate],
    ) {
        let distinct = self.skip_same(group, taken, grid, fates);
        let [first, rest @ ..] = distinct.as_slice() else { return };
        let Some(second) = rest.first() else { return };
        let summed = match answer {
            Some(RepeatedNumbers::SumLines) => sum(taken, *first, rest),
            Some(RepeatedNumbers::Refuse) | None => None,
        };
        if let Some(sum) = summed {
            if let Some(document) = taken.documents.get_mut(*first) {
                sum.apply(document);
            }
            rest.iter().for_each(|place| set(fates, *place, Fate::Added));
            return;
        }
        if answer.is_none() {
            self.ask(taken, *first, *second);
        }
        for place in &distinct {
            let other = if place == first { second } else { first };
            let first_row = line(taken, *other);
            self.note(taken, *place, ProblemKind::DuplicateNumberDiffers { first_row });
            set(fates, *place, Fate::Refused);
        }
    }

    /// Skips rows that are the same as an earlier one, cell by cell; the rest in their order.
    fn skip_same(
        &mut self,
        group: &[usize],
        taken: &Taken,
        grid: &Grid,
        fates: &mut [Fate],
    ) -> Vec<usize> {
        let row = |place: usize| taken.documents.get(place).and_then(|one| grid.row(one.place));
        let compare = |a: usize, b: usize| match (row(a), row(b)) {
            (Some(a), Some(b)) => a.cells().cmp(b.cells()),
            (a, b) => a.is_some().cmp(&b.is_some()),
        };
        let mut order = group.to_vec();
        order.sort_by(|a, b| compare(*a, *b).then(a.cmp(b)));
        let mut distinct = Vec::new();
        for same in order.chunk_by(|a, b| compare(*a, *b).is_eq()) {
            let [first, again @ ..] = same else { continue };
            let first_row = line(taken, *first);
            for place in again {
                self.note(taken, *place, ProblemKind::DuplicateRow { first_row });
                set(fates, *place, Fate::Skipped);
            }
            distinct.push(*first);
        }
        distinct.sort_unstable();
        distinct
    }

    fn note(&mut self, taken: &Taken, place: usize, kind: ProblemKind) {
        if let Some(document) = taken.documents.get(place) {
            let statement = &document.statement;
            self.problems.push((statement.row, statement.number.clone(), kind));
        }
    }

    fn ask(&mut self, taken: &Taken, first: usize, second: usize) {
        if let Some(Question::RepeatedNumbers { count, .. }) = &mut self.question {
            *count += 1;
        } else if let Some(document) = taken.documents.get(first) {
            let number = document.statement.number.clone();
            let (row, again) = (document.statement.row, line(taken, second));
            self.question = Some(Question::RepeatedNumbers { number, row, again, count: 1 });
        }
    }
}

fn line(taken: &Taken, place: usize) -> u32 {
    taken.documents.get(place).map_or(0, |document| document.statement.row)
}

fn set(fates: &mut [Fate], place: usize, fate: Fate) {
    if let Some(slot) = fates.get_mut(place) {
        *slot = fate;
    }
}

/// Lines of one document added up, with the sign of the sum.
struct Sum {
    amount: i64,
    tax: Option<i64>,
    received: Option<i64>,
    on: Option<Progress>,
}

/// Adds lines up; `None` when they are not lines of one document: other dates, terms or currency,
/// or a sum beyond the limit.
fn sum(taken: &Taken, first: usize, rest: &[usize]) -> Option<Sum> {
    let head = taken.documents.get(first)?;
    let mut sum = Sum { amount: 0, tax: None, received: None, on: None };
    for place in std::iter::once(&first).chain(rest) {
        let line = taken.documents.get(*place)?;
        let (fields, other) = (&line.statement.fields, &head.statement.fields);
        let claim = fields.claim?;
        let alike = fields.issued_on == other.issued_on
            && fields.schedule == other.schedule
            && other.claim.map(|claim| claim.amount.currency()) == Some(claim.amount.currency());
        if !alike {
            return None;
        }
        let sign = if line.by_sign { -1 } else { 1 };
        let add = |total: Option<i64>, money: Option<Money>| match money {
            Some(money) => total.unwrap_or(0).checked_add(sign * money.minor()).map(Some),
            None => Some(total),
        };
        sum.amount = add(Some(sum.amount), Some(claim.amount))??;
        sum.tax = add(sum.tax, claim.tax)?;
        sum.received = add(sum.received, line.statement.progress.map(|p| p.received))?;
        // The last day on which something was received dates the total.
        let dated = line.statement.progress.filter(|progress| progress.received.minor() != 0);
        sum.on = match (sum.on, dated) {
            (Some(a), Some(b)) => Some(if b.on > a.on { b } else { a }),
            (a, b) => a.or(b),
        };
    }
    let currency = head.statement.fields.claim?.amount.currency();
    Money::new(sum.amount, currency).ok()?;
    Money::new(sum.received.unwrap_or(0), currency).ok()?;
    Some(sum)
}

impl Sum {
    fn apply(self, document: &mut Document) {
        let negative = self.amount < 0;
        let Some(claim) = document.statement.fields.claim else { return };
        let money = |minor: i64| claim.amount.with_minor(if negative { -minor } else { minor });
        let Ok(amount) = money(self.amount) else { return };
        let tax = self.tax.and_then(|tax| money(tax).ok());
        document.statement.fields.claim = Some(Claim { amount, tax });
        let received = self.received.and_then(|received| money(received).ok());
        let dated = self.on.or(document.statement.progress);
        document.statement.progress = received.zip(dated).map(|(received, dated)| Progress {
            received,
            on: dated.on,
            undated: dated.undated,
        });
        if negative {
            document.statement.kind = DocumentKind::CreditNote;
        } else if document.by_sign {
            document.statement.kind = DocumentKind::Invoice;
        }
    }
}
