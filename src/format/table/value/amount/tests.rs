//! Amounts as they come in files, each with what it is or why it is refused.
//! Never a rule: those are beside it.

use super::*;
use rstest::rstest;

fn code(code: &str) -> Currency {
    Currency::parse(code).unwrap()
}

const POINT: Marks = Marks { point: true, comma: false };
const COMMA: Marks = Marks { point: false, comma: true };
const BOTH: Marks = Marks { point: true, comma: true };
const NONE: Marks = Marks { point: false, comma: false };

fn read(cell: &str, marks: Marks, nature: Nature, currency: Currency) -> String {
    match marks.read(cell, nature) {
        Ok(None) => "blank".to_owned(),
        Ok(Some(figure)) => match figure.money(currency) {
            Ok(money) => money.amount_text(),
            Err(kind) => format!("{kind:?}"),
        },
        Err(kind) => format!("{kind:?}"),
    }
}

#[rstest]
#[case("8734.71", "8734.71")]
#[case("-4.95", "-4.95")]
#[case("1,234.56", "1234.56")]
#[case("1.234,56", "1234.56")]
#[case("1.234.567,8", "1234567.80")]
#[case("12,5", "12.50")]
#[case("1 234,56", "1234.56")]
#[case("1\u{a0}234\u{a0}567.89", "1234567.89")]
#[case("1'234.50", "1234.50")]
#[case("12,34,567.00", "1234567.00")]
#[case("1,234", "1234.00")]
#[case("1,234,567", "1234567.00")]
#[case("(1,200.00)", "-1200.00")]
#[case("（1,200.00）", "-1200.00")]
#[case("1,200.00-", "-1200.00")]
#[case("−1,200.00", "-1200.00")]
#[case("-$1,200.00", "-1200.00")]
#[case("$(1,200.00)", "-1200.00")]
#[case("1,200.00 CR", "-1200.00")]
#[case("1,200.00 DR", "1200.00")]
#[case("+5", "5.00")]
#[case("¥1,200", "1200.00")]
#[case("￥ 1,200.50", "1200.50")]
#[case("¥1,200元", "1200.00")]
#[case("CNY 1,200", "1200.00")]
#[case("1200 RMB", "1200.00")]
#[case("人民币1200元", "1200.00")]
#[case("１，２３４．５６", "1234.56")]
#[case("1.2万", "12000.00")]
#[case("1.2万元", "12000.00")]
#[case("0.00015亿", "15000.00")]
#[case(".5", "0.50")]
#[case("5.", "5.00")]
#[case("0.0", "0.00")]
#[case("1.25E7", "12500000.00")]
#[case("445.1400000000003", "445.14")]
#[case("8734.709999999999", "8734.71")]
#[case("367.8299999999999", "367.83")]
#[case("12345678901.120001", "12345678901.12")]
#[case("12.340000", "12.34")]
#[case("-", "0.00")]
#[case("—", "0.00")]
#[case("", "blank")]
#[case("N/A", "blank")]
#[case("12%", "NotAnAmount")]
#[case("12 %", "NotAnAmount")]
#[case("1.23E+08", "NotAnAmount")]
#[case("1,2,3", "NotAnAmount")]
#[case("1,234,56", "NotAnAmount")]
#[case("1.2.3,4,5", "NotAnAmount")]
#[case("1 2", "NotAnAmount")]
#[case("--5", "NotAnAmount")]
#[case("(-5)", "NotAnAmount")]
#[case("USD 5 EUR", "NotAnAmount")]
#[case("abc", "NotAnAmount")]
#[case("2020-02-27", "NotAnAmount")]
#[case("0.125", "TooManyDecimals { currency: CNY }")]
#[case("445.141", "TooManyDecimals { currency: CNY }")]
#[case("445.14001", "TooManyDecimals { currency: CNY }")]
#[case("1.00005万", "10000.50")]
#[case("1.0000005万", "TooManyDecimals { currency: CNY }")]
#[case("90071992547409.91", "90071992547409.91")]
#[case("90071992547409.92", "AmountBeyondLimit")]
#[case("1,000,000,000,000,000", "AmountBeyondLimit")]
#[case("9999999999999999999999999999999999999999", "AmountBeyondLimit")]
fn amounts_are_read_as_they_come(#[case] cell: &str, #[case] expected: &str) {
    let marks = if cell == "445.141" { POINT } else { NONE };
    assert_eq!(read(cell, marks, Nature::Text, Currency::CNY), expected);
}

#[rstest]
#[case("1,234", POINT, "1234.00")]
#[case("1,234", COMMA, "TooManyDecimals { currency: CNY }")]
#[case("1.234", COMMA, "1234.00")]
#[case("1.234", POINT, "TooManyDecimals { currency: CNY }")]
#[case("1.234", BOTH, "AmbiguousAmount")]
#[case("1,234.5", BOTH, "1234.50")]
#[case("0.234", COMMA, "TooManyDecimals { currency: CNY }")]
fn the_file_decides_what_three_digits_mean(
    #[case] cell: &str,
    #[case] marks: Marks,
    #[case] expected: &str,
) {
    assert_eq!(read(cell, marks, Nature::Text, Currency::CNY), expected);
}

#[rstest]
#[case("1.5", POINT)]
#[case("1,234.56", POINT)]
#[case("1,234,567", POINT)]
#[case("1,5", COMMA)]
#[case("1.234.567", COMMA)]
#[case("1,234", NONE)]
#[case("12", NONE)]
#[case("Smith, John", NONE)]
fn spellings_tell_the_decimal_mark(#[case] cell: &str, #[case] expected: Marks) {
    let mut marks = Marks::default();
    marks.learn(cell, Nature::Text);
    assert_eq!(marks, expected);
}

#[test]
fn a_spreadsheet_number_has_a_point_whatever_the_text_cells_use() {
    assert_eq!(read("1.234", COMMA, Nature::Number, code("KWD")), "1.234");
    assert_eq!(read("1.0", COMMA, Nature::Number, code("JPY")), "1");
}

#[test]
fn currencies_differ_in_decimals() {
    let (yen, dinar) = (code("JPY"), code("KWD"));
    assert_eq!(read("100.50", NONE, Nature::Text, yen), "TooManyDecimals { currency: JPY }");
    assert_eq!(read("1.005", POINT, Nature::Text, dinar), "1.005");
}
