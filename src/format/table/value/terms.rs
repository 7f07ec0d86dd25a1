//! Payment terms in the words of invoices (A3): `Net 30`, `月结30天`, `2/10 net 30`.
//! Never guesses: words that are not known here give no terms and are reported.

use super::narrowed;
use crate::record::{Delay, Terms, TermsStart};

/// Terms as a cell words them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wording {
    /// When the whole claim falls due.
    pub(crate) terms: Terms,
    /// The cell also offers an early-payment discount, which terms do not hold.
    pub(crate) discount: bool,
}

/// The terms that a cell words; `None` when they are not known here.
pub(crate) fn terms(cell: &str) -> Option<Wording> {
    let text = narrowed(cell).to_lowercase();
    let text = text.trim().trim_end_matches(".0");
    let (discount, text) = without_discount(text);
    let (shape, numbers) = shape(text);
    let (start, delay) = match numbers.as_slice() {
        [] => known_words(&shape)?,
        [number] => one_number(&shape, *number)?,
        _ => return None,
    };
    Some(Wording { terms: Terms { start, ..Terms::single(delay) }, discount })
}

/// Longest terms that a number is believed to mean: ten years.
const DAYS_MAX: u32 = 3_650;

/// Cuts what stands before the net terms when it is a discount: `2/10 net 30`, `2%10, n/30`.
fn without_discount(text: &str) -> (bool, &str) {
    let Some(net) = text.find("net").or_else(|| text.rfind("n/")).or_else(|| text.rfind(" n"))
    else {
        return (false, text);
    };
    let (before, net) = text.split_at(net);
    let of_discount = |c: char| c.is_ascii_digit() || " ./%,;-".contains(c);
    let words = before.replace("days", "").replace("day", "");
    let is_discount = words.contains(['/', '%']) && words.chars().all(of_discount);
    if is_discount { (true, net.trim()) } else { (false, text) }
}

/// The text without blanks, marks and words that change nothing, each number as `9`, and the
/// numbers.
fn shape(text: &str) -> (String, Vec<u32>) {
    const IDLE: [&str; 17] = [
        "payment", "due", "within", "from", "of", "invoice", "date", "after", "the", "terms",
        "term", "in", "full", "on", "is", "calendar", "strictly",
    ];
    const IDLE_ZH: [&str; 14] = [
        "付款",
        "收款",
        "结算",
        "结清",
        "支付",
        "以内",
        "之内",
        "内",
        "后",
        "账期",
        "信用期",
        "开票",
        "发票日",
        "合格",
    ];
    let mut numbers = Vec::new();
    let mut shape = String::new();
    let is_word = |c: char| c.is_alphanumeric();
    for word in text.split(|c| !is_word(c)).filter(|word| !IDLE.contains(word)) {
        let mut digits = String::new();
        for c in word.chars().chain([' ']) {
            if c.is_ascii_digit() {
                digits.push(c);
                continue;
            }
            if !digits.is_empty() {
                numbers.push(digits.parse().unwrap_or(u32::MAX));
                digits.clear();
                shape.push('9');
            }
            shape.extend((c != ' ').then_some(c));
        }
    }
    for idle in IDLE_ZH {
        shape = shape.replace(idle, "");
    }
    (shape, numbers)
}

/// The last day of the month that is `months` after the invoice's.
fn month_end_after(months: u32) -> Vec<Delay> {
    vec![Delay::Months(months), Delay::MonthEnd]
}

fn known_words(shape: &str) -> Option<(TermsStart, Vec<Delay>)> {
    use TermsStart::{Acceptance, Delivery, Issue};
    let (start, delay) = match shape {
        "immediate" | "immediately" | "receipt" | "uponreceipt" | "cash" | "sight" | "atsight"
        | "prepaid" | "prepay" | "prepayment" | "cia" | "cashadvance" | "cbd" | "net" | "now"
        | "立即" | "即期" | "即时" | "现结" | "现款" | "现金" | "现付" | "预付" | "预付款"
        | "全额预付" | "款到发货" | "先款后货" | "见票即付" | "票到即付" | "票到" | "当天"
        | "当日" => (Issue, Vec::new()),
        "cod" | "cashdelivery" | "delivery" | "upondelivery" | "货到" | "货到即付" | "到货"
        | "到货即付" => (Delivery, Vec::new()),
        "验收" | "验收即付" | "acceptance" | "uponacceptance" => (Acceptance, Vec::new()),
        "eom" | "endmonth" | "monthend" | "neteom" | "月底" | "月末" | "当月底" | "当月末"
        | "当月结" | "本月底" => (Issue, vec![Delay::MonthEnd]),
        "endnextmonth" | "endfollowingmonth" | "次月底" | "次月末" | "次月结" | "次月"
        | "下月底" | "下月末" | "下月结" | "次月月底" | "次月月末" => {
            (Issue, month_end_after(1))
        }
        "隔月底" | "隔月末" | "隔月结" | "次次月底" => (Issue, month_end_after(2)),
        "一个月" | "1个月" => (Issue, vec![Delay::Months(1)]),
        "两个月" | "二个月" => (Issue, vec![Delay::Months(2)]),
        "三个月" | "一个季度" => (Issue, vec![Delay::Months(3)]),
        "六个月" | "半年" => (Issue, vec![Delay::Months(6)]),
        "一年" | "十二个月" => (Issue, vec![Delay::Months(12)]),
        _ => return None,
    };
    Some((start, delay))
}

fn one_number(shape: &str, number: u32) -> Option<(TermsStart, Vec<Delay>)> {
    use TermsStart::{Acceptance, Delivery, Issue, Reconciliation};
    let days = if number == 0 { Vec::new() } else { vec![Delay::Days(number)] };
    let after_month_end = || [vec![Delay::MonthEnd], days.clone()].concat();
    let (start, delay) = match shape {
        "9" | "net9" | "n9" | "nett9" | "net9days" | "net9day" | "n9days" | "9days" | "9day"
        | "9d" | "net9d" | "9daysnet" | "9net" | "d9" | "9天" | "9日" | "票到9天" | "收票9天"
        | "月9天" | "t9" | "交易日9天" => (Issue, days),
        "net9eom" | "9eom" | "eom9" | "eom9days" | "9dayseom" | "9daysendmonth" | "net9dayseom"
        | "net9endmonth" | "9daysmonthend" | "9daysfrommonthend" | "monthend9days"
        | "monthend9" | "月结9天" | "月结9" | "月结9日" | "月底9天" | "月末9天" | "当月结9天"
        | "eomnet9" => (Issue, after_month_end()),
        "货到9天" | "到货9天" | "收货9天" | "货到9日" | "发货9天" | "交货9天" | "送货9天"
        | "9daysdelivery" | "net9daysdelivery" | "delivery9days" => (Delivery, days),
        "验收9天" | "验收9日" | "9daysacceptance" | "acceptance9days" => (Acceptance, days),
        "对账9天" | "对账9日" | "reconciliation9days" | "9daysreconciliation" => {
            (Reconciliation, days)
        }
        "9months" | "9month" | "net9months" | "9个月" | "9月" if number <= 120 => {
            (Issue, vec![Delay::Months(number)])
        }
        "9thnextmonth" | "9thfollowingmonth" | "9mfi" | "9stnextmonth" | "9ndnextmonth"
        | "9rdnextmonth" | "次月9日" | "次月9号" | "下月9日" | "下月9号" | "次月9日前"
            if (1..=31).contains(&number) =>
        {
            // The first of the next month, then its day.
            (Issue, vec![Delay::MonthEnd, Delay::Days(1), Delay::DayOfMonth(number)])
        }
        _ => return None,
    };
    (number <= DAYS_MAX).then_some((start, delay))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// The terms in words: where they start, and their steps.
    fn read(cell: &str) -> String {
        let Some(wording) = terms(cell) else { return "unknown".to_owned() };
        let start = match wording.terms.start {
            TermsStart::Issue => "issue",
            TermsStart::Delivery => "delivery",
            TermsStart::Acceptance => "acceptance",
            TermsStart::Reconciliation => "reconciliation",
        };
        let steps = wording.terms.lines[0].delay.iter().map(|step| match step {
            Delay::Days(days) => format!(" {days}d"),
            Delay::Months(months) => format!(" {months}m"),
            Delay::MonthEnd => " end".to_owned(),
            Delay::DayOfMonth(day) => format!(" @{day}"),
        });
        let discount = if wording.discount { " discount" } else { "" };
        format!("{start}{}{discount}", steps.collect::<String>())
    }

    #[rstest]
    #[case("Net 30", "issue 30d")]
    #[case("NET30", "issue 30d")]
    #[case("net 30 days", "issue 30d")]
    #[case("N/30", "issue 30d")]
    #[case("30 days", "issue 30d")]
    #[case("30 Days from invoice date", "issue 30d")]
    #[case("Payment within 30 days", "issue 30d")]
    #[case("30", "issue 30d")]
    #[case("30.0", "issue 30d")]
    #[case("0", "issue")]
    #[case("30天", "issue 30d")]
    #[case("账期30天", "issue 30d")]
    #[case("开票后30天内付款", "issue 30d")]
    #[case("票到30天", "issue 30d")]
    #[case("３０天", "issue 30d")]
    #[case("Immediate", "issue")]
    #[case("Due on receipt", "issue")]
    #[case("现结", "issue")]
    #[case("款到发货", "issue")]
    #[case("EOM", "issue end")]
    #[case("End of month", "issue end")]
    #[case("月底", "issue end")]
    #[case("EOM+30", "issue end 30d")]
    #[case("Net 30 EOM", "issue end 30d")]
    #[case("30 days end of month", "issue end 30d")]
    #[case("月结30天", "issue end 30d")]
    #[case("月结 60", "issue end 60d")]
    #[case("次月底", "issue 1m end")]
    #[case("次月结", "issue 1m end")]
    #[case("End of next month", "issue 1m end")]
    #[case("次月25日", "issue end 1d @25")]
    #[case("15th of next month", "issue end 1d @15")]
    #[case("货到30天", "delivery 30d")]
    #[case("货到付款", "delivery")]
    #[case("COD", "delivery")]
    #[case("验收合格后60天", "acceptance 60d")]
    #[case("对账后15天", "reconciliation 15d")]
    #[case("3个月", "issue 3m")]
    #[case("三个月", "issue 3m")]
    #[case("2 months", "issue 2m")]
    #[case("2/10 net 30", "issue 30d discount")]
    #[case("2/10, n/30", "issue 30d discount")]
    #[case("2%10 Net 30", "issue 30d discount")]
    #[case("2% 10 days, net 30 days", "issue 30d discount")]
    #[case("2/10, 1/20, n/60", "issue 60d discount")]
    #[case("NAA8", "unknown")]
    #[case("月结", "unknown")]
    #[case("30% 预付, 70% 月结", "unknown")]
    #[case("99999", "unknown")]
    #[case("次月32日", "unknown")]
    #[case("", "unknown")]
    fn terms_are_read_as_they_are_worded(#[case] cell: &str, #[case] expected: &str) {
        assert_eq!(read(cell), expected);
    }
}
