//! Due dates and due parts from payment terms (FIGURES, terms; A3).
//! Never fails, and never loses a cent: the parts always add up to the claim.

use crate::calendar::Date;
use crate::money::{Decimal, Money, Rate, round_minor};
use crate::record::{Delay, Schedule, Share, Terms, TermsLine, TermsStart};

/// One dated share of a claim; its place in the list is the part's number, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DuePart {
    /// Last day that is not overdue; `None` when neither a due date nor a start for the terms is
    /// known.
    pub due_on: Option<Date>,
    /// Minor units of the claim's currency; of the claim's sign, or zero.
    pub amount_minor: i64,
    /// Retention 质保金 (A11): a column of its own, no demand before its day.
    pub retention: bool,
}

/// The parts in which `claim` falls due: one for a due date, which wins over terms; else one per
/// line of the terms, in their order, so that a part keeps its number while the terms stay.
///
/// The sum of the parts is the claim. Each line but the last is rounded half up to the minor unit
/// and takes no more than is left; the last takes what is left. A fixed amount of another currency
/// takes nothing.
#[must_use]
pub fn due_parts(claim: Money, issued_on: Option<Date>, schedule: &Schedule) -> Vec<DuePart> {
    let whole = |due_on| vec![DuePart { due_on, amount_minor: claim.minor(), retention: false }];
    if schedule.due_on.is_some() {
        return whole(schedule.due_on);
    }
    let Some((last, lines)) = schedule.terms.as_ref().and_then(|terms| terms.lines.split_last())
    else {
        return whole(None);
    };
    let start = start_of(issued_on, schedule);
    let part = |line: &TermsLine, amount_minor: i64| DuePart {
        due_on: start.map(|day| due_on(day, &line.delay)),
        amount_minor,
        retention: line.retention,
    };
    let mut left = claim.minor();
    let mut parts = Vec::with_capacity(lines.len() + 1);
    for line in lines {
        let amount_minor = share_minor(line.share, claim, left);
        left -= amount_minor;
        parts.push(part(line, amount_minor));
    }
    parts.push(part(last, left));
    parts
}

/// The due date that is `delay` after `start`, the steps taken in order; no step means `start`.
#[must_use]
pub fn due_on(start: Date, delay: &[Delay]) -> Date {
    delay.iter().fold(start, |day, step| match *step {
        Delay::Days(days) => day.plus_days(i32::try_from(days).unwrap_or(i32::MAX)),
        Delay::Months(months) => day.plus_months(months),
        Delay::MonthEnd => day.month_end(),
        Delay::DayOfMonth(number) => day.next_day_of_month(number),
    })
}

/// The day from which the terms run: of their event when it is known, else the invoice date.
fn start_of(issued_on: Option<Date>, schedule: &Schedule) -> Option<Date> {
    match schedule.terms.as_ref().map(|terms| terms.start) {
        Some(TermsStart::Delivery | TermsStart::Acceptance | TermsStart::Reconciliation) => {
            schedule.started_on.or(issued_on)
        }
        Some(TermsStart::Issue) | None => issued_on,
    }
}

/// What a line takes of the `left` minor units, between nothing and all of them.
fn share_minor(share: Share, claim: Money, left: i64) -> i64 {
    let wanted = match share {
        Share::OfTotal(rate) => fraction_minor(claim.minor(), rate),
        Share::OfRemainder(rate) => fraction_minor(left, rate),
        Share::Fixed(money) if money.currency() == claim.currency() => {
            Some(money.minor() * claim.minor().signum())
        }
        Share::Fixed(_) => Some(0),
        Share::Rest => Some(left),
    };
    // What is too large to compute is certainly more than is left.
    let wanted = wanted.unwrap_or(left);
    if left < 0 { wanted.clamp(left, 0) } else { wanted.clamp(0, left) }
}

fn fraction_minor(amount_minor: i64, rate: Rate) -> Option<i64> {
    round_minor(Decimal::from(amount_minor).checked_mul(rate.0)?)
}

/// True when every line can be computed: at least one line, days of a month between 1 and 31, no
/// negative share. Commands refuse other terms; [`due_parts`] still adds up for them.
#[must_use]
pub fn is_valid(terms: &Terms) -> bool {
    !terms.lines.is_empty()
        && terms.lines.iter().all(|line| {
            let share = match line.share {
                Share::OfTotal(rate) | Share::OfRemainder(rate) => {
                    rate.0 >= Decimal::ZERO && rate.0 <= Decimal::ONE
                }
                Share::Fixed(money) => money.minor() >= 0,
                Share::Rest => true,
            };
            share
                && line.delay.iter().all(|step| match *step {
                    Delay::DayOfMonth(day) => (1..=31).contains(&day),
                    Delay::Days(days) => days <= DELAY_DAYS_MAX,
                    Delay::Months(months) => months <= DELAY_MONTHS_MAX,
                    Delay::MonthEnd => true,
                })
        })
}

/// Longest step in days that a command accepts: a century.
pub const DELAY_DAYS_MAX: u32 = 36_525;
/// Longest step in months that a command accepts: a century.
pub const DELAY_MONTHS_MAX: u32 = 1_200;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;
    use proptest::prelude::*;
    use rstest::rstest;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// `30d 1m end @15` are days, months, month end and day of month.
    fn steps(text: &str) -> Vec<Delay> {
        let number = |text: &str| text.parse().unwrap();
        text.split_whitespace()
            .map(|step| match step {
                "end" => Delay::MonthEnd,
                _ if step.starts_with('@') => Delay::DayOfMonth(number(&step[1..])),
                _ if step.ends_with('d') => Delay::Days(number(step.trim_end_matches('d'))),
                _ => Delay::Months(number(step.trim_end_matches('m'))),
            })
            .collect()
    }

    #[rstest]
    // FIGURES, terms.
    #[case::net_30("2025-01-10", "30d", "2025-02-09")]
    #[case::month_end_and_30("2025-01-10", "end 30d", "2025-03-02")]
    #[case::end_of_next_month("2025-01-10", "1m end", "2025-02-28")]
    #[case::cut_off_25th("2025-01-26", "@25 1m end", "2025-03-31")]
    #[case::cut_off_25th_before("2025-01-25", "@25 1m end", "2025-02-28")]
    // Published cases, due dates and parts.
    #[case::month_end_and_45("2019-01-01", "end 45d", "2019-03-17")]
    #[case::month_end_and_45("2019-01-15", "end 45d", "2019-03-17")]
    #[case::month_end_and_45("2019-01-31", "end 45d", "2019-03-17")]
    #[case::next_15th_after_31_days("2019-01-01", "31d @15", "2019-02-15")]
    #[case::next_15th_after_31_days("2019-01-15", "31d @15", "2019-02-15")]
    #[case::next_15th_after_31_days("2019-01-31", "31d @15", "2019-03-15")]
    #[case::month_end("2019-01-01", "end", "2019-01-31")]
    #[case::month_end("2019-01-31", "end", "2019-01-31")]
    // Edges.
    #[case::at_once("2025-01-10", "", "2025-01-10")]
    #[case::leap_day("2024-01-31", "1m", "2024-02-29")]
    #[case::beyond_the_calendar("2999-12-31", "1d", "2999-12-31")]
    #[case::no_such_day("2025-02-10", "@31", "2025-02-28")]
    fn a_delay_gives_a_due_date(#[case] from: &str, #[case] delay: &str, #[case] due: &str) {
        assert_eq!(due_on(date(from), &steps(delay)), date(due));
    }

    /// `25% total 30d; 396.84 1m; 25% left; rest 2m` are lines of terms.
    fn terms(text: &str) -> Terms {
        let rate = |text: &str| {
            let percent: Decimal = text.trim_end_matches('%').parse().unwrap();
            Rate(percent / Decimal::from(100))
        };
        let lines = text.split(';').map(|line| {
            let (share, rest) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
            let (share, delay) = match (share, rest.split_once(' ').unwrap_or((rest, ""))) {
                ("rest", _) => (Share::Rest, rest),
                (percent, ("total", delay)) => (Share::OfTotal(rate(percent)), delay),
                (percent, ("left", delay)) => (Share::OfRemainder(rate(percent)), delay),
                (fixed, _) => (Share::Fixed(format!("{fixed} CNY").parse().unwrap()), rest),
            };
            let retention = delay.ends_with("retention");
            let delay = steps(delay.trim_end_matches("retention"));
            TermsLine { share, delay, retention }
        });
        Terms { start: TermsStart::Issue, lines: lines.collect() }
    }

    fn parts(claim: &str, issued_on: Option<&str>, schedule: &Schedule) -> String {
        let claim: Money = claim.parse().unwrap();
        let line = |part: DuePart| {
            let amount = claim.with_minor(part.amount_minor).unwrap().amount_text();
            let due = part.due_on.map_or("never".to_owned(), |day| day.to_string());
            let retention = if part.retention { " retention" } else { "" };
            format!("{due} {amount}{retention}")
        };
        let parts = due_parts(claim, issued_on.map(date), schedule);
        parts.into_iter().map(line).collect::<Vec<_>>().join(" · ")
    }

    #[rstest]
    #[case::published(
        "1587.35 CNY",
        "2011-10-01",
        "25% left 30d; 25% total 1m; 396.84 1m 30d; rest 2m @15 30d",
        "2011-10-31 396.84 · 2011-11-01 396.84 · 2011-12-01 396.84 · 2012-01-14 396.83"
    )]
    #[case::last_takes_the_cents(
        "100.00 CNY",
        "2025-01-10",
        "33.33% total; 33.33% total 1m; 33.33% total 2m",
        "2025-01-10 33.33 · 2025-02-10 33.33 · 2025-03-10 33.34"
    )]
    #[case::credit_of_the_same_shape(
        "-0.05 CNY",
        "2025-01-10",
        "50% total; rest 1m",
        "2025-01-10 -0.03 · 2025-02-10 -0.02"
    )]
    #[case::no_more_than_is_left(
        "10.00 CNY",
        "2025-01-10",
        "8.00; 8.00 1m; rest 2m",
        "2025-01-10 8.00 · 2025-02-10 2.00 · 2025-03-10 0.00"
    )]
    #[case::fixed_of_another_currency(
        "10.00 USD",
        "2025-01-10",
        "8.00; rest 1m",
        "2025-01-10 0.00 · 2025-02-10 10.00"
    )]
    #[case::retention(
        "1000.00 CNY",
        "2025-01-10",
        "95% total 30d; 5% total 12m retention",
        "2025-02-09 950.00 · 2026-01-10 50.00 retention"
    )]
    fn terms_split_a_claim(
        #[case] claim: &str,
        #[case] issued_on: &str,
        #[case] lines: &str,
        #[case] expected: &str,
    ) {
        let schedule = Schedule { terms: Some(terms(lines)), ..Schedule::default() };
        assert_eq!(parts(claim, Some(issued_on), &schedule), expected);
    }

    #[test]
    fn a_due_date_wins_over_terms() {
        let due_on = Some(date("2025-03-01"));
        let schedule = Schedule { due_on, terms: Some(Terms::net(5)), started_on: None };
        assert_eq!(parts("7.00 CNY", Some("2025-01-10"), &schedule), "2025-03-01 7.00");
    }

    #[rstest]
    #[case(Some("2025-02-01"), Some("2025-01-10"), "2025-03-03 7.00")]
    #[case(None, Some("2025-01-10"), "2025-02-09 7.00")]
    #[case(None, None, "never 7.00")]
    fn terms_run_from_their_event_when_its_day_is_known(
        #[case] started_on: Option<&str>,
        #[case] issued_on: Option<&str>,
        #[case] expected: &str,
    ) {
        let terms = Terms { start: TermsStart::Delivery, ..Terms::net(30) };
        let started_on = started_on.map(date);
        let schedule = Schedule { due_on: None, terms: Some(terms), started_on };
        assert_eq!(parts("7.00 CNY", issued_on, &schedule), expected);
    }

    #[test]
    fn without_terms_or_lines_the_claim_has_no_due_date() {
        let empty = Terms { start: TermsStart::Issue, lines: Vec::new() };
        for terms in [None, Some(empty)] {
            let schedule = Schedule { terms, ..Schedule::default() };
            assert_eq!(parts("7.00 CNY", Some("2025-01-10"), &schedule), "never 7.00");
        }
    }

    #[rstest]
    #[case("rest 30d", true)]
    #[case("120% total; rest", false)]
    #[case("rest @32", false)]
    #[case("rest 36526d", false)]
    fn commands_refuse_terms_that_mean_nothing(#[case] lines: &str, #[case] valid: bool) {
        assert_eq!(is_valid(&terms(lines)), valid);
    }

    proptest! {
        #[test]
        fn the_parts_are_the_claim(
            minor in -(1_i64 << 53) + 1..(1_i64 << 53),
            shares in prop::collection::vec((0_u8..4, any::<i64>(), 0_u32..29), 0..6),
        ) {
            let claim = Money::new(minor, Currency::CNY).unwrap();
            let lines = shares.into_iter().map(|(kind, number, scale)| {
                let rate = Rate(Decimal::new(number, scale));
                let share = match kind {
                    0 => Share::OfTotal(rate),
                    1 => Share::OfRemainder(rate),
                    2 => Share::Fixed(Money::new(number >> 12, Currency::CNY).unwrap()),
                    _ => Share::Rest,
                };
                TermsLine { share, delay: vec![Delay::Days(scale)], retention: false }
            });
            let terms = Some(Terms { start: TermsStart::Issue, lines: lines.collect() });
            let schedule = Schedule { terms, ..Schedule::default() };
            let parts = due_parts(claim, None, &schedule);
            prop_assert_eq!(parts.iter().map(|part| part.amount_minor).sum::<i64>(), minor);
            let signs = parts.iter().map(|part| part.amount_minor.signum());
            prop_assert!(signs.into_iter().all(|sign| sign == 0 || sign == minor.signum()));
        }
    }
}
