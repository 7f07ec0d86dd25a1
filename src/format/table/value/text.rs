//! Codes, numbers and yes-or-no cells.
//! Never turns a code into a number: leading zeros are part of it.

use std::borrow::Cow;

use super::{is_null, narrowed};
use crate::format::table::grid::Nature;
use crate::workbook::problem::ProblemKind;

/// What a column of codes as a whole tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct IdColumn {
    whole_floats: u32,
    other_decimals: u32,
}

impl IdColumn {
    /// Learns from one more cell.
    pub(crate) fn learn(&mut self, cell: &str) {
        if let Some((whole, decimals)) = cell.split_once('.') {
            let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            if !whole.is_empty() && !decimals.is_empty() && digits(whole) && digits(decimals) {
                let is_whole = decimals.bytes().all(|byte| byte == b'0');
                *(if is_whole { &mut self.whole_floats } else { &mut self.other_decimals }) += 1;
            }
        }
    }

    /// The code in a cell: `1930571429.0` is `1930571429` in a column where nothing has other
    /// decimals. `Ok("")` when it is blank. Refuses what is left of a long number after a
    /// spreadsheet took it for a quantity.
    pub(crate) fn read<'a>(
        &self,
        cell: &'a str,
        nature: Nature,
    ) -> Result<Cow<'a, str>, ProblemKind> {
        if cell.is_empty() {
            return Ok(Cow::Borrowed(""));
        }
        let as_whole = whole_float(cell).filter(|_| self.other_decimals == 0);
        let digits = as_whole.unwrap_or(cell);
        let by_spreadsheet = nature == Nature::Number || as_whole.is_some();
        if is_scientific(cell) || by_spreadsheet && digits.len() > FLOAT_DIGITS {
            return Err(ProblemKind::DestroyedId);
        }
        if is_null(cell) {
            return Ok(Cow::Borrowed(""));
        }
        Ok(Cow::Borrowed(digits))
    }
}

/// Digits that a spreadsheet keeps of a number.
const FLOAT_DIGITS: usize = 15;

/// `1930571429` of `1930571429.0`.
fn whole_float(cell: &str) -> Option<&str> {
    let (whole, decimals) = cell.split_once('.')?;
    let digits = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    (digits && !decimals.is_empty() && decimals.bytes().all(|byte| byte == b'0')).then_some(whole)
}

/// `6.22E+18`, as a spreadsheet shows long numbers and other programs write them.
fn is_scientific(cell: &str) -> bool {
    let Some((number, power)) = cell.split_once(['e', 'E']) else { return false };
    let Some(power) = power.strip_prefix('+') else { return false };
    let number = number.strip_prefix('-').unwrap_or(number);
    !power.is_empty()
        && power.bytes().all(|byte| byte.is_ascii_digit())
        && number.starts_with(|c: char| c.is_ascii_digit())
        && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// Plain text of a cell; nothing when it only says that there is none.
pub(crate) fn text(cell: &str) -> Option<&str> {
    (!is_null(cell)).then_some(cell)
}

/// Yes or no; `Ok(None)` when the cell is blank.
pub(crate) fn yes_or_no(cell: &str) -> Result<Option<bool>, ProblemKind> {
    const YES: [&str; 14] = [
        "yes",
        "y",
        "true",
        "t",
        "1",
        "1.0",
        "x",
        "√",
        "✓",
        "是",
        "有",
        "有争议",
        "争议",
        "disputed",
    ];
    const NO: [&str; 11] =
        ["no", "n", "false", "f", "0", "0.0", "×", "否", "没有", "无争议", "undisputed"];
    if is_null(cell) {
        return Ok((!cell.is_empty() && cell == "无").then_some(false));
    }
    let lower = narrowed(cell).trim().to_lowercase();
    if YES.contains(&lower.as_str()) {
        Ok(Some(true))
    } else if NO.contains(&lower.as_str()) {
        Ok(Some(false))
    } else {
        Err(ProblemKind::NotYesOrNo)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn read(column: &[&str], cell: &str, nature: Nature) -> String {
        let mut ids = IdColumn::default();
        column.iter().for_each(|cell| ids.learn(cell));
        ids.read(cell, nature).map_or_else(|kind| format!("{kind:?}"), Cow::into_owned)
    }

    #[rstest]
    #[case("0000611365", "0000611365")]
    #[case("1930571429.0", "1930571429")]
    #[case("17850.00", "17850")]
    #[case("C536379", "C536379")]
    #[case("12E5", "12E5")]
    #[case("20250101000000012345", "20250101000000012345")]
    #[case("6.22E+18", "DestroyedId")]
    #[case("6.22e+18", "DestroyedId")]
    #[case("6E+18", "DestroyedId")]
    #[case("1234567890123456.0", "DestroyedId")]
    #[case("123456789012345.0", "123456789012345")]
    #[case("", "")]
    #[case("N/A", "")]
    fn codes_are_text(#[case] cell: &str, #[case] expected: &str) {
        assert_eq!(read(&[cell], cell, Nature::Text), expected);
    }

    #[rstest]
    #[case("1930571429", "1930571429")]
    #[case("1234567890123456", "DestroyedId")]
    fn a_long_number_of_a_spreadsheet_has_lost_digits(#[case] cell: &str, #[case] expected: &str) {
        assert_eq!(read(&[], cell, Nature::Number), expected);
    }

    #[test]
    fn numbered_versions_keep_their_decimals() {
        assert_eq!(read(&["1.0", "1.1"], "1.0", Nature::Text), "1.0");
    }

    #[rstest]
    #[case("Yes", Ok(Some(true)))]
    #[case("No", Ok(Some(false)))]
    #[case("是", Ok(Some(true)))]
    #[case("否", Ok(Some(false)))]
    #[case("无", Ok(Some(false)))]
    #[case("TRUE", Ok(Some(true)))]
    #[case("0", Ok(Some(false)))]
    #[case("Ｙ", Ok(Some(true)))]
    #[case("", Ok(None))]
    #[case("maybe", Err(ProblemKind::NotYesOrNo))]
    fn yes_and_no_have_many_names(
        #[case] cell: &str,
        #[case] expected: Result<Option<bool>, ProblemKind>,
    ) {
        assert_eq!(yes_or_no(cell), expected);
    }
}
