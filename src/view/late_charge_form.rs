//! Late charge and reference rates as fields that a person fills in (E7).
//! Never a rate of the program's own: presets fill in fields, and only saving records them.

use super::policy_form::PolicyFault as Fault;
use super::{amount::in_book, typed};
use crate::calendar::Date;
use crate::id::narrow;
use crate::money::{Currency, Decimal, Money, Rate};
use crate::record::{LateChargeNature, LateChargePolicy, LateChargeRate, ReferenceRate, YearDays};

/// How the rate comes about, in the order in which it is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RateMode {
    /// No charge but what a contract says.
    #[default]
    None,
    /// Percent a day.
    Daily,
    /// Percent a year.
    Annual,
    /// Times the reference rate of the first day overdue.
    Fixed,
    /// Times the reference rate of each day.
    Floating,
}

impl RateMode {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::None, Self::Daily, Self::Annual, Self::Fixed, Self::Floating];
}

/// The card as it is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LateChargeForm {
    /// How the rate comes about.
    pub mode: RateMode,
    /// Percent of a day or a year, or how many times the reference rate.
    pub figure: String,
    /// Days of a year.
    pub year: YearDays,
    /// Days of grace.
    pub grace: String,
    /// The grace is never charged.
    pub spares_grace: bool,
    /// What it is called.
    pub nature: LateChargeNature,
    /// Added once; nothing when empty.
    pub fee: String,
    /// At least so much; nothing when empty.
    pub minimum: String,
    /// At most so many percent of the item; no limit when empty.
    pub cap: String,
}

/// A field in which something can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LateChargeField {
    /// Percent, or how many times.
    Figure,
    /// Days of grace.
    Grace,
    /// The fixed fee.
    Fee,
    /// The minimum.
    Minimum,
    /// The cap.
    Cap,
}

/// What mainland contracts and judgments use; each only fills in mode and figure.
pub const PRESETS: [(RateMode, &str); 4] = [
    (RateMode::Daily, "0.05"),
    (RateMode::Fixed, "1.3"),
    (RateMode::Fixed, "1.5"),
    (RateMode::None, ""),
];

fn percent(rate: Rate) -> String {
    rate.0.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(rate.0).normalize().to_string()
}

impl LateChargeForm {
    /// The policy in force as it is filled in.
    #[must_use]
    pub fn of(policy: &LateChargePolicy, base: Currency) -> Self {
        let (mode, figure) = match policy.rate {
            LateChargeRate::None => (RateMode::None, String::new()),
            LateChargeRate::Daily(rate) => (RateMode::Daily, percent(rate)),
            LateChargeRate::Annual(rate) => (RateMode::Annual, percent(rate)),
            LateChargeRate::Reference { multiple, floating } => {
                let mode = if floating { RateMode::Floating } else { RateMode::Fixed };
                (mode, multiple.0.normalize().to_string())
            }
        };
        let text = |sum: Option<Money>| sum.map(|sum| in_book(sum, base)).unwrap_or_default();
        Self {
            mode,
            figure,
            year: policy.year,
            grace: policy.grace_days.to_string(),
            spares_grace: policy.spares_grace,
            nature: policy.nature,
            fee: text(policy.fixed_fee),
            minimum: text(policy.minimum),
            cap: policy.cap.map(percent).unwrap_or_default(),
        }
    }

    /// The policy that it asks for, or what is wrong, field by field. Amounts without a code of
    /// their own are in `base`.
    pub fn read(&self, base: Currency) -> Result<LateChargePolicy, Vec<(LateChargeField, Fault)>> {
        use LateChargeField as F;
        let mut wrong = Vec::new();
        let mut noted = |field: F, fault: Fault| wrong.push((field, fault));
        let figure = number(&self.figure);
        if figure.is_none() && self.mode != RateMode::None {
            noted(F::Figure, Fault::NotARate);
        }
        let figure = figure.unwrap_or_default();
        let hundredth = Rate((figure / Decimal::ONE_HUNDRED).normalize());
        let grace = narrowed(&self.grace).parse().ok().filter(|days| *days <= GRACE_DAYS_MAX);
        if grace.is_none() {
            noted(F::Grace, Fault::NotWhole);
        }
        let mut sum = |text: &str, field: F| {
            let text = text.trim();
            let read = typed::money(text, base).filter(|sum| sum.minor() >= 0);
            if read.is_none() && !text.is_empty() {
                noted(field, Fault::NotAnAmount);
            }
            read
        };
        let (fixed_fee, minimum) = (sum(&self.fee, F::Fee), sum(&self.minimum, F::Minimum));
        let cap = number(&self.cap);
        if cap.is_none() && !self.cap.trim().is_empty() {
            noted(F::Cap, Fault::NotARate);
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(LateChargePolicy {
            rate: match self.mode {
                RateMode::None => LateChargeRate::None,
                RateMode::Daily => LateChargeRate::Daily(hundredth),
                RateMode::Annual => LateChargeRate::Annual(hundredth),
                RateMode::Fixed | RateMode::Floating => LateChargeRate::Reference {
                    multiple: Rate(figure.normalize()),
                    floating: self.mode == RateMode::Floating,
                },
            },
            year: self.year,
            grace_days: grace.unwrap_or_default(),
            spares_grace: self.spares_grace,
            nature: self.nature,
            fixed_fee,
            minimum,
            cap: cap.map(|cap| Rate((cap / Decimal::ONE_HUNDRED).normalize())),
        })
    }
}

/// A century of days.
const GRACE_DAYS_MAX: u32 = 36_500;

fn narrowed(text: &str) -> String {
    text.trim().chars().map(narrow).collect()
}

/// A number from 0 to 100, with or without a percent sign.
fn number(text: &str) -> Option<Decimal> {
    let text = narrowed(text);
    let number = Decimal::from_str_exact(text.trim_end_matches('%').trim()).ok()?;
    (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&number).then_some(number)
}

/// Reference rates as typed or pasted, a day and a percentage on each line, in any order; else the
/// first line that is none, or whose day stands there twice.
pub fn reference_rates(text: &str, today: Date) -> Result<Vec<ReferenceRate>, String> {
    let mut rates: Vec<ReferenceRate> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let read = rate_line(line, today);
        let held = read.filter(|read| rates.iter().all(|held| held.on != read.on));
        rates.push(held.ok_or_else(|| line.to_owned())?);
    }
    rates.sort_by_key(|held| held.on);
    Ok(rates)
}

fn rate_line(line: &str, today: Date) -> Option<ReferenceRate> {
    let is_gap = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | ';' | '；');
    let (on, rate) = line.split_once(is_gap)?;
    let rate = typed::percent(rate.trim_matches(is_gap))?;
    Some(ReferenceRate { on: typed::date(on, today)?, rate })
}

/// Reference rates as they are typed.
#[must_use]
pub fn reference_rates_text(rates: &[ReferenceRate]) -> String {
    let lines: Vec<String> =
        rates.iter().map(|held| format!("{} {}", held.on, percent(held.rate))).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn form(mode: RateMode, figure: &str) -> LateChargeForm {
        let grace = "3".to_owned();
        LateChargeForm { mode, figure: figure.to_owned(), grace, ..LateChargeForm::default() }
    }

    #[rstest]
    #[case(RateMode::Daily, "0.05", "0.0005")]
    #[case(RateMode::Daily, "０.05%", "0.0005")]
    #[case(RateMode::Annual, "18", "0.18")]
    #[case(RateMode::Fixed, "1.5", "1.5")]
    #[case(RateMode::Floating, "1.30", "1.3")]
    fn a_rate_is_read_as_typed_and_shown_again(
        #[case] mode: RateMode,
        #[case] typed: &str,
        #[case] stored: &str,
    ) {
        let policy = form(mode, typed).read(Currency::CNY).unwrap();
        let rate = match policy.rate {
            LateChargeRate::Daily(rate) | LateChargeRate::Annual(rate) => rate,
            LateChargeRate::Reference { multiple, .. } => multiple,
            LateChargeRate::None => panic!(),
        };
        assert_eq!((rate.to_string().as_str(), policy.grace_days), (stored, 3));
        let shown = LateChargeForm::of(&policy, Currency::CNY);
        assert_eq!(shown.read(Currency::CNY), Ok(policy));
        assert_eq!(shown.mode, mode);
    }

    #[test]
    fn every_field_says_its_own_mistake() {
        let wrong = LateChargeForm {
            grace: "soon".to_owned(),
            fee: "-1".to_owned(),
            minimum: "much".to_owned(),
            cap: "101".to_owned(),
            ..form(RateMode::Daily, "")
        };
        use LateChargeField as F;
        let expected = vec![
            (F::Figure, Fault::NotARate),
            (F::Grace, Fault::NotWhole),
            (F::Fee, Fault::NotAnAmount),
            (F::Minimum, Fault::NotAnAmount),
            (F::Cap, Fault::NotARate),
        ];
        assert_eq!(wrong.read(Currency::CNY), Err(expected));
        assert!(form(RateMode::None, "").read(Currency::CNY).is_ok());
    }

    #[rstest]
    #[case("2024-10-21\t3.10\n2024-7-22  3.35%\n", Ok("2024-07-22 3.35\n2024-10-21 3.1"))]
    #[case("2024-07-22，3.35", Ok("2024-07-22 3.35"))]
    #[case("", Ok(""))]
    #[case("2024-07-22 3.35\n2024-7-22 3.45", Err("2024-7-22 3.45"))]
    #[case("LPR 3.35", Err("LPR 3.35"))]
    #[case("2024-07-22 -1", Err("2024-07-22 -1"))]
    fn rates_are_read_from_two_columns(#[case] text: &str, #[case] expected: Result<&str, &str>) {
        let read = reference_rates(text, "2026-03-31".parse().unwrap());
        let read = read.map(|rates| reference_rates_text(&rates));
        assert_eq!(read, expected.map(str::to_owned).map_err(str::to_owned));
    }
}
