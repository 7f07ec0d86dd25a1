//! Two copies of one book that went separate ways, as two laptops do, for measuring a merge.
//! Never a contradiction that the workbook would refuse: each copy accepts its own edits.

use super::chance::Chance;
use super::clerk::Clerk;
use super::{cast, chore};
use crate::calendar::Date;
use crate::id::Letters;
use crate::say::Language;
use crate::workbook::{Rejection, Workbook};

/// One edit in so many is about the same item in both copies, each in its own way.
const SHARED_EVERY: u32 = 10;

/// Two copies of a book, each with about so many edits of its own, recorded the day before
/// `today`. Their union has findings: some edits are about the same items.
pub fn diverged(
    book: &Workbook,
    edits: u32,
    seed: u64,
    language: Language,
    today: Date,
) -> Result<(Workbook, Workbook), Rejection> {
    let mut names = Chance::new(seed);
    let mut side = || {
        let replica = Letters::from_bits(names.bits());
        edited(book, replica, edits, (seed, names.bits()), language, today)
    };
    Ok((side()?, side()?))
}

fn edited(
    book: &Workbook,
    replica: Letters,
    edits: u32,
    (shared_seed, own_seed): (u64, u64),
    language: Language,
    today: Date,
) -> Result<Workbook, Rejection> {
    let (journal, ledger) = (book.journal().clone(), book.ledger().clone());
    let workbook = Workbook::resume(book.id(), replica, journal, ledger);
    let mut clerk = Clerk::new(workbook, cast::of(language), Chance::new(own_seed), today);
    clerk.day = today.plus_days(-1);
    let mut shared = Chance::new(shared_seed);
    for _ in 0..edits / SHARED_EVERY {
        chore::postpone_one_of(&mut clerk, &mut shared)?;
    }
    // A chore may find nothing to do.
    let wanted = book.journal().entries().len() + edits as usize;
    for _ in 0..edits * 10 {
        if clerk.workbook.journal().entries().len() >= wanted {
            break;
        }
        chore::run(&mut clerk)?;
    }
    Ok(clerk.workbook)
}
