//! What was wrong with a row of a table, as sentences with row, column and value (A7, DESIGN 8).
//! Never hides a problem kind behind a general sentence: the matches are exhaustive.

use super::{Language, field_label};
use crate::workbook::problem::{Problem, ProblemKind};

/// The sentence for one problem of one row:
/// `row 17: due date "2013-13-40" is not a date`, `第 17 行：到期日“2013-13-40”不是日期`.
#[must_use]
pub fn problem(problem: &Problem, language: Language) -> String {
    let subject = subject(problem, language);
    let row = problem.row;
    match language {
        Language::Zh => format!("第 {row} 行：{}", row_zh(&problem.kind, &subject)),
        Language::En => format!("row {row}: {}", row_en(&problem.kind, &subject)),
    }
}

/// The column and its value: `due date "2013-13-40"`.
fn subject(problem: &Problem, language: Language) -> String {
    let column = match (problem.field, &problem.column) {
        (Some(field), _) => field_label(field, language).to_owned(),
        (None, Some(column)) => quoted(column, language),
        (None, None) => String::new(),
    };
    let Some(value) = &problem.value else { return column };
    let value = quoted(value, language);
    match language {
        Language::En if !column.is_empty() => format!("{column} {value}"),
        Language::En | Language::Zh => column + &value,
    }
}

/// Longest part of a cell that a sentence quotes, in characters.
const QUOTED_CHARS_MAX: usize = 60;

/// A text of the table in quotation marks, on one line and cut when it is long.
pub(super) fn quoted(text: &str, language: Language) -> String {
    let mut shown: String =
        text.chars().take(QUOTED_CHARS_MAX).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(QUOTED_CHARS_MAX).is_some() {
        shown.push('…');
    }
    match language {
        Language::Zh => format!("“{shown}”"),
        Language::En => format!("\"{shown}\""),
    }
}

fn row_en(kind: &ProblemKind, subject: &str) -> String {
    use ProblemKind as Kind;
    match kind {
        Kind::NotADate => format!("{subject} is not a date"),
        Kind::DateDestroyed => {
            format!("{subject} is what a spreadsheet left of a date: export the column as text")
        }
        Kind::AmbiguousDate => {
            format!("{subject} could be day/month or month/day; read as month/day")
        }
        Kind::MixedDayOrder => {
            format!("{subject} could be day/month or month/day: the file uses both")
        }
        Kind::BlankDate | Kind::BlankAmount => format!("{subject} is missing"),
        Kind::NotAnAmount => format!("{subject} is not an amount"),
        Kind::AmbiguousAmount => format!("{subject} could be thousands or decimals"),
        Kind::TooManyDecimals { currency } => {
            format!("{subject} has more decimals than {currency}")
        }
        Kind::AmountBeyondLimit => format!("{subject} is beyond the largest amount"),
        Kind::ReceiptNotPositive => {
            format!("{subject} is not more than zero: record a bounce or refund as such")
        }
        Kind::DestroyedId => format!(
            "{subject} is what a spreadsheet left of a long number: export the column as text"
        ),
        Kind::DuplicateRow { first_row } => {
            format!("{subject}: the same row as row {first_row}, kept once")
        }
        Kind::DuplicateNumberDiffers { first_row } => {
            format!("{subject} also stands in row {first_row} with different content")
        }
        Kind::TooManyCells { expected, found } => {
            format!("{found} cells under {expected} headings; first extra cell {subject}")
        }
        Kind::TooFewCells { expected, found } => {
            format!("{found} cells under {expected} headings; the missing ones count as blank")
        }
        Kind::UnclosedQuote => {
            format!("the quotation mark before {subject} is never closed; the row is not taken")
        }
        Kind::ColumnsContradict { amount, received, outstanding } => {
            format!("amount {amount} less received {received} is not the outstanding {outstanding}")
        }
        Kind::SignContradicts => format!("{subject} has not the sign of the amount"),
        Kind::OutstandingExceedsAmount => format!("{subject} is more than the amount"),
        Kind::ReceivedExceedsAmount => {
            format!("{subject} is more than the amount; the excess is unapplied")
        }
        Kind::UnknownCurrency => format!("{subject} is not a currency"),
        Kind::CurrencyContradicts { currency } => format!("{subject} is not in {currency}"),
        Kind::UnknownCustomer => {
            "no customer code and no name; taken under \"unknown customer\"".to_owned()
        }
        Kind::BlankCustomer => "no customer code and no name".to_owned(),
        Kind::CustomerRepeated { first_row } => {
            format!("{subject} is listed in row {first_row} already; that row counts")
        }
        Kind::DueBeforeIssue => format!("{subject} is before the invoice date; taken as it stands"),
        Kind::TermsNotUnderstood => {
            format!("{subject} are not terms known here; taken without a due date")
        }
        Kind::NotYesOrNo => format!("{subject} is neither yes nor no; taken as undisputed"),
        Kind::KindNotUnderstood => {
            format!("{subject} is not a kind known here; taken by the sign of its amount")
        }
        Kind::DamagedText => format!("{subject} has characters that could not be read"),
        Kind::SubtotalSkipped => format!("{subject} is a total; skipped"),
        Kind::HeadingRepeated => "the headings again; skipped".to_owned(),
    }
}

fn row_zh(kind: &ProblemKind, subject: &str) -> String {
    use ProblemKind as Kind;
    match kind {
        Kind::NotADate => format!("{subject}不是日期"),
        Kind::DateDestroyed => {
            format!("{subject}已被表格软件破坏，看不出原来的日期，请将该列按文本重新导出")
        }
        Kind::AmbiguousDate => format!("{subject}分不清日和月，已按“月/日”读取"),
        Kind::MixedDayOrder => format!("{subject}分不清日和月，文件中两种写法并存"),
        Kind::BlankDate | Kind::BlankAmount => format!("{subject}为空"),
        Kind::NotAnAmount => format!("{subject}不是金额"),
        Kind::AmbiguousAmount => {
            format!("{subject}分不清千位分隔与小数点，文件中两种写法并存")
        }
        Kind::TooManyDecimals { currency } => {
            format!("{subject}的小数位数超过 {currency} 的最小单位")
        }
        Kind::AmountBeyondLimit => format!("{subject}超出金额上限"),
        Kind::ReceiptNotPositive => format!("{subject}不大于零，退票或退款请另行登记"),
        Kind::DestroyedId => {
            format!("{subject}是被表格软件改成数值的长号码，请将该列按文本重新导出")
        }
        Kind::DuplicateRow { first_row } => {
            format!("{subject}与第 {first_row} 行完全相同，只保留一行")
        }
        Kind::DuplicateNumberDiffers { first_row } => {
            format!("{subject}与第 {first_row} 行号码相同而内容不同")
        }
        Kind::TooManyCells { expected, found } => {
            format!("标题有 {expected} 列而本行有 {found} 格，第一个多出的单元格是{subject}")
        }
        Kind::TooFewCells { expected, found } => {
            format!("标题有 {expected} 列而本行只有 {found} 格，缺少的按空白处理")
        }
        Kind::UnclosedQuote => format!("{subject}前的引号没有配对，本行未导入"),
        Kind::ColumnsContradict { amount, received, outstanding } => {
            format!("金额 {amount} 减去已收 {received} 不等于未收 {outstanding}")
        }
        Kind::SignContradicts => format!("{subject}与金额的正负号不一致"),
        Kind::OutstandingExceedsAmount => format!("{subject}大于金额"),
        Kind::ReceivedExceedsAmount => format!("{subject}大于金额，多出部分记为未核销收款"),
        Kind::UnknownCurrency => format!("{subject}不是币种"),
        Kind::CurrencyContradicts { currency } => format!("{subject}不是 {currency}"),
        Kind::UnknownCustomer => "没有客户编码和名称，归入“未知客户”".to_owned(),
        Kind::BlankCustomer => "没有客户编码和名称".to_owned(),
        Kind::CustomerRepeated { first_row } => {
            format!("{subject}已在第 {first_row} 行出现，以该行为准")
        }
        Kind::DueBeforeIssue => format!("{subject}早于开票日期，已照原样导入"),
        Kind::TermsNotUnderstood => format!("{subject}不是已知的付款条件，导入后没有到期日"),
        Kind::NotYesOrNo => format!("{subject}看不出是或否，按无争议处理"),
        Kind::KindNotUnderstood => format!("{subject}不是已知的单据类型，按金额正负处理"),
        Kind::DamagedText => format!("{subject}中有无法识别的字符"),
        Kind::SubtotalSkipped => format!("{subject}是合计行，已跳过"),
        Kind::HeadingRepeated => "标题行再次出现，已跳过".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;
    use crate::workbook::field::Field;

    fn said(kind: ProblemKind, field: Option<Field>, value: &str) -> String {
        let value = (!value.is_empty()).then(|| value.to_owned());
        let one = Problem { row: 17, field, column: None, value, kind, refused: true };
        format!("{}\n{}", problem(&one, Language::En), problem(&one, Language::Zh))
    }

    #[test]
    fn a_problem_names_row_column_and_value() {
        let text = said(ProblemKind::NotADate, Some(Field::DueOn), "2013-13-40");
        let expected = "row 17: due date \"2013-13-40\" is not a date\n\
                        第 17 行：到期日“2013-13-40”不是日期";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_long_or_broken_value_stays_on_one_line() {
        let text = said(ProblemKind::NotAnAmount, Some(Field::Amount), &"1\n2".repeat(40));
        assert_eq!(text.lines().count(), 2);
        assert!(text.contains("1 21 2") && text.contains('…'));
    }

    #[test]
    fn a_blank_cell_is_named_by_its_column() {
        let text = said(ProblemKind::BlankAmount, Some(Field::Amount), "");
        assert_eq!(text, "row 17: amount is missing\n第 17 行：金额为空");
        let kind = ProblemKind::TooManyDecimals { currency: Currency::CNY };
        let text = said(kind, Some(Field::Tax), "0.125");
        assert!(text.starts_with("row 17: tax \"0.125\" has more decimals than CNY\n"));
    }
}
