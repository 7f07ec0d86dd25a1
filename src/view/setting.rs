//! Settings as a person types them: buckets, payment terms, lists of days (SCREENS, Settings).
//! Never changes a policy: the workbook checks and records it.

use super::typed;
use crate::calendar::Date;
use crate::record::{Delay, Share, Terms, TermsStart};

/// The upper days of the aging's buckets (B1): `30, 60, 90, 180` in any separators. `None` when
/// one of them is no whole number.
#[must_use]
pub fn upper_days(typed: &str) -> Option<Vec<u32>> {
    let text: String = typed.chars().map(crate::id::narrow).collect();
    let words = text.split(|c: char| !c.is_ascii_digit() && !c.is_alphabetic());
    words.filter(|word| !word.is_empty()).map(|word| word.parse().ok()).collect()
}

/// Upper days as they are typed.
#[must_use]
pub fn upper_days_text(days: &[u32]) -> String {
    days.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}

/// Days, a line or a comma apart, in their order and each once; else the first that is no date.
pub fn dates(typed: &str, today: Date) -> Result<Vec<Date>, String> {
    let words = typed.split(['\n', ',', '，', '、', ' ']).map(str::trim);
    let words = words.filter(|word| !word.is_empty());
    let read = words.map(|word| typed::date(word, today).ok_or_else(|| word.to_owned()));
    let mut dates = read.collect::<Result<Vec<_>, _>>()?;
    dates.sort_unstable();
    dates.dedup();
    Ok(dates)
}

/// Days, one on each line.
#[must_use]
pub fn dates_text(dates: &[Date]) -> String {
    dates.iter().map(Date::to_string).collect::<Vec<_>>().join("\n")
}

/// The payment terms that one number says (FIGURES, terms).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermsKind {
    /// So many days after the invoice date.
    Net,
    /// So many days after the end of the invoice's month 月结.
    MonthEnd,
    /// So many days after the end of the month that follows.
    NextMonthEnd,
}

/// The terms of a kind with its days.
#[must_use]
pub fn terms(kind: TermsKind, days: u32) -> Terms {
    let mut delay = match kind {
        TermsKind::Net => Vec::new(),
        TermsKind::MonthEnd => vec![Delay::MonthEnd],
        TermsKind::NextMonthEnd => vec![Delay::Months(1), Delay::MonthEnd],
    };
    if days > 0 {
        delay.push(Delay::Days(days));
    }
    Terms::single(delay)
}

/// The kind and days of terms; `None` for terms that say more, such as several due parts.
#[must_use]
pub fn kind_of(terms: &Terms) -> Option<(TermsKind, u32)> {
    let [line] = terms.lines.as_slice() else { return None };
    if terms.start != TermsStart::Issue || line.share != Share::Rest || line.retention {
        return None;
    }
    match line.delay.as_slice() {
        [] => Some((TermsKind::Net, 0)),
        [Delay::Days(days)] => Some((TermsKind::Net, *days)),
        [Delay::MonthEnd] => Some((TermsKind::MonthEnd, 0)),
        [Delay::MonthEnd, Delay::Days(days)] => Some((TermsKind::MonthEnd, *days)),
        [Delay::Months(1), Delay::MonthEnd] => Some((TermsKind::NextMonthEnd, 0)),
        [Delay::Months(1), Delay::MonthEnd, Delay::Days(days)] => {
            Some((TermsKind::NextMonthEnd, *days))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("30, 60, 90", Some(vec![30, 60, 90]))]
    #[case("３０、60 90", Some(vec![30, 60, 90]))]
    #[case("30, many", None)]
    #[case("", Some(vec![]))]
    fn bucket_edges_are_read_in_any_separators(
        #[case] typed: &str,
        #[case] expected: Option<Vec<u32>>,
    ) {
        assert_eq!(upper_days(typed), expected);
    }

    #[test]
    fn days_are_sorted_and_stand_once() {
        let today = "2026-11-22".parse().unwrap();
        let read = dates("2026-10-2\n10/1，2026-10-02", today).unwrap();
        assert_eq!(dates_text(&read), "2026-10-01\n2026-10-02");
        assert_eq!(dates("10/1, soon", today), Err("soon".to_owned()));
    }

    #[rstest]
    #[case(TermsKind::Net, 0)]
    #[case(TermsKind::Net, 45)]
    #[case(TermsKind::MonthEnd, 0)]
    #[case(TermsKind::MonthEnd, 30)]
    #[case(TermsKind::NextMonthEnd, 0)]
    #[case(TermsKind::NextMonthEnd, 10)]
    fn terms_of_one_number_read_back_as_they_were_set(#[case] kind: TermsKind, #[case] days: u32) {
        assert_eq!(kind_of(&terms(kind, days)), Some((kind, days)));
    }

    #[test]
    fn terms_that_say_more_are_left_alone() {
        assert_eq!(kind_of(&Terms::single(vec![Delay::DayOfMonth(25)])), None);
        let two =
            Terms { lines: [Terms::net(1).lines, Terms::net(2).lines].concat(), ..Terms::net(1) };
        assert_eq!(kind_of(&two), None);
    }
}
