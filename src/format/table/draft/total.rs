//! Rows that are no rows of the ledger: subtotals, and headings repeated on every page (A7).
//! Never a row with a number and a date of its own, whatever it is called.

use crate::format::table::grid::Row;
use crate::format::table::heading::fold::fold;
use crate::format::table::plan::Plan;
use crate::workbook::field::Field;
use crate::workbook::problem::ProblemKind;

/// The column and the reason for which a row is skipped; `None` for a row of the ledger.
pub(super) fn skipped(row: Row<'_>, plan: &Plan) -> Option<(usize, ProblemKind)> {
    if repeats_headings(row, plan) {
        return Some((usize::MAX, ProblemKind::HeadingRepeated));
    }
    let cell = |field: Field| plan.columns.get(&field).map(|column| row.cell(*column));
    // A row of the ledger has its date; most rows are told by this alone.
    let dated = [Field::IssuedOn, Field::ReceivedOn, Field::DueOn]
        .into_iter()
        .filter_map(cell)
        .any(|cell| cell.starts_with(|c: char| c.is_ascii_digit()));
    if dated {
        return None;
    }
    let without_number = cell(Field::Number).is_none_or(|number| number.is_empty());
    let first = row.cells().enumerate().filter(|(_, cell)| !cell.is_empty()).take(CELLS_READ);
    first
        .map(|(column, cell)| (column, total(cell)))
        .find(|(_, total)| *total == Total::Word || *total == Total::Named && without_number)
        .map(|(column, _)| (column, ProblemKind::SubtotalSkipped))
}

/// Filled cells at the beginning of a row among which the word for a total stands.
const CELLS_READ: usize = 4;

fn repeats_headings(row: Row<'_>, plan: &Plan) -> bool {
    let mut headings = plan.headings.iter();
    row.filled_len() == plan.headings.len()
        && row
            .cells()
            .take(plan.headings.len())
            .all(|cell| headings.next().is_some_and(|heading| heading == cell))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Total {
    /// Only the word: 合计.
    Word,
    /// The word with what is totalled: `Total for Acme`, `华美 小计`.
    Named,
    No,
}

fn total(cell: &str) -> Total {
    const WORDS: &str = "小计 合计 总计 累计 共计 总合计 本页合计 本页小计 页计 本月合计 本年累计 本期合计 \
        total totals subtotal subtotals grandtotal overalltotal reporttotal sum";
    // A name as long as this is no total.
    if cell.len() > 80 || cell.starts_with(|c: char| c.is_ascii_digit()) {
        return Total::No;
    }
    let folded = fold(cell);
    if WORDS.split_whitespace().any(|word| word == folded) {
        return Total::Word;
    }
    let lower = cell.to_lowercase();
    let ends =
        ["小计", "合计", "总计", " total", " subtotal"].iter().any(|end| lower.ends_with(end));
    let begins =
        ["小计", "合计", "总计", "total for ", "total:", "subtotal", "sub-total", "grand total"]
            .iter()
            .any(|begin| lower.starts_with(begin));
    if ends || begins { Total::Named } else { Total::No }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("合计", Total::Word)]
    #[case(" 合 计：", Total::Word)]
    #[case("Sub-total", Total::Word)]
    #[case("Grand Total", Total::Word)]
    #[case("华美服饰 小计", Total::Named)]
    #[case("Total for Acme", Total::Named)]
    #[case("Acme Total", Total::Named)]
    #[case("Total Oil", Total::No)]
    #[case("Totalizer Ltd", Total::No)]
    #[case("华美服饰", Total::No)]
    fn totals_are_told_by_their_word(#[case] cell: &str, #[case] expected: Total) {
        assert_eq!(total(cell), expected);
    }
}
