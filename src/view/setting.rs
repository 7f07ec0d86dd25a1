//! Settings as a person types them: buckets, payment terms, lists of days (SCREENS, Settings).
//! Never changes a policy: the workbook checks and records it.

use super::typed;
use crate::calendar::Date;
use crate::money::{Decimal, Rate};
use crate::record::{Delay, Share, Terms, TermsStart};
use crate::rule::balance::bucket::{Buckets, Column};

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

/// The columns that have a rate, in the order of the rates: what is not due, then the buckets
/// (FIGURES, provision).
#[must_use]
pub fn provision_columns(buckets: &Buckets) -> Vec<Column> {
    let own = buckets.columns().filter(|column| matches!(column, Column::Bucket(_)));
    std::iter::once(Column::NotDue).chain(own).collect()
}

/// Rates in percent as typed, one for each column: `1.6`, `1.6%`. Trailing fields may be empty; an
/// empty one before a filled one, and whatever is no percentage from 0 to 100, is refused by its
/// place.
pub fn provision_rates(typed: &[String]) -> Result<Vec<Rate>, Vec<usize>> {
    let text = |typed: &String| -> String {
        let text: String = typed.chars().map(crate::id::narrow).collect();
        text.trim().trim_end_matches('%').trim().to_owned()
    };
    let texts: Vec<String> = typed.iter().map(text).collect();
    let count = texts.iter().rposition(|text| !text.is_empty()).map_or(0, |last| last + 1);
    let rate = |text: &String| {
        let number = Decimal::from_str_exact(text).ok()?;
        (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&number).then_some(Rate(number))
    };
    let read: Vec<Option<Rate>> = texts.iter().take(count).map(rate).collect();
    let wrong: Vec<usize> = read
        .iter()
        .enumerate()
        .filter(|(_, rate)| rate.is_none())
        .map(|(place, _)| place)
        .collect();
    if wrong.is_empty() { Ok(read.into_iter().flatten().collect()) } else { Err(wrong) }
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

    #[rstest]
    #[case(&["0.3", "1.6%", " ３.6 ", ""], "0.3 1.6 3.6")]
    #[case(&["", "", ""], "")]
    #[case(&["0", "100", ""], "0 100")]
    #[case(&["1", "", "3"], "wrong [1]")]
    #[case(&["1", "101", "-1", "x"], "wrong [1, 2, 3]")]
    fn rates_of_the_provision_are_read_or_refused_by_place(
        #[case] typed: &[&str],
        #[case] expected: &str,
    ) {
        let typed: Vec<String> = typed.iter().map(|&text| text.to_owned()).collect();
        let read = match provision_rates(&typed) {
            Ok(rates) => rates.iter().map(Rate::to_string).collect::<Vec<_>>().join(" "),
            Err(places) => format!("wrong {places:?}"),
        };
        assert_eq!(read, expected);
    }

    #[test]
    fn every_bucket_has_a_rate_whatever_the_basis() {
        use crate::record::AgingBasis;
        let mut aging = crate::policy::Policy::default().aging;
        assert_eq!(provision_columns(&Buckets::of(&aging)).len(), 6);
        aging.basis = AgingBasis::IssuedOn;
        assert_eq!(provision_columns(&Buckets::of(&aging)).len(), 6);
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
