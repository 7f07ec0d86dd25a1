//! Late charges as sentences: the policy, and each step of the arithmetic (E7).
//! Never computes: every figure is the rule's own.

use super::Language;
use crate::money::{Currency, Decimal, Rate};
use crate::record::{
    LateChargeNature, LateChargeOutcome, LateChargePolicy, LateChargeRate, YearDays,
};
use crate::rule::incentive::{LateChargeLine, LateChargeProblem, Period, PeriodRate, RateSource};
use crate::view::amount::{figure, with_currency};

/// One step of the arithmetic.
#[must_use]
pub fn late_charge_line(line: &LateChargeLine, language: Language) -> String {
    let (zh, en) = match line {
        LateChargeLine::Due { due_on, extended_from: None } => (
            format!("到期日 {due_on} 不计，收款当日计入"),
            format!("due {due_on}: that day does not count, the day of a receipt does"),
        ),
        LateChargeLine::Due { due_on, extended_from: Some(before) } => (
            format!("到期日由 {before} 延至 {due_on}，当日不计，收款当日计入"),
            format!("due {due_on} by longer terms, not {before}: that day does not count"),
        ),
        LateChargeLine::Grace { days, spared: false } => (
            format!("宽限 {days} 天：其间收到的不计，之后收到的从逾期第一天算起"),
            format!("{days} days of grace: free within them, later from the first day overdue"),
        ),
        LateChargeLine::Grace { days, spared: true } => (
            format!("宽限 {days} 天：从宽限期后的第一天算起"),
            format!("{days} days of grace, which are not charged"),
        ),
        LateChargeLine::Disputed(amount) => {
            let amount = with_currency(*amount);
            (
                format!("争议 {amount}，争议期间不计"),
                format!("{amount} disputed: left out meanwhile"),
            )
        }
        LateChargeLine::Decided { on, outcome, amount } => {
            let amount = with_currency(*amount);
            decided(*outcome, &amount, &on.to_string())
        }
        LateChargeLine::Period(held) => return period(held, language),
        LateChargeLine::Rounded { amount_minor, total, days, year } => {
            let (exact, total) = (exact(*amount_minor, total.currency()), with_currency(*total));
            let count = |zh: bool| match (year, zh) {
                (Some(year), true) => format!("，按实际天数/{}", year.days()),
                (Some(year), false) => format!(", actual/{}", year.days()),
                (None, _) => String::new(),
            };
            (
                format!("合计 {days} 天{}：{exact}，四舍五入一次为 {total}", count(true)),
                format!("{days} days{}: {exact}, rounded once, half up: {total}", count(false)),
            )
        }
        LateChargeLine::Fee(fee) => {
            let fee = with_currency(*fee);
            (format!("加固定费用 {fee}"), format!("plus the fixed fee {fee}"))
        }
        LateChargeLine::Minimum(least) => {
            let least = with_currency(*least);
            (format!("不足最低额，按 {least}"), format!("raised to the minimum {least}"))
        }
        LateChargeLine::Cap { rate, of, claimed, total } => {
            let (rate, of, total) = (percent(*rate), with_currency(*of), with_currency(*total));
            let before = with_currency(*claimed);
            (
                format!("上限 {of} × {rate}，已收取 {before}：按 {total}"),
                format!("capped at {of} × {rate}, {before} claimed before: {total}"),
            )
        }
        LateChargeLine::Problem(problem) => return late_charge_problem(*problem, language),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

/// Why a late charge cannot be computed, and what helps.
#[must_use]
pub fn late_charge_problem(problem: LateChargeProblem, language: Language) -> String {
    match (problem, language) {
        (LateChargeProblem::NoReferenceRate { on }, Language::Zh) => {
            format!("{on} 没有参考利率，请在设置中登记")
        }
        (LateChargeProblem::NoReferenceRate { on }, Language::En) => {
            format!("no reference rate for {on}: enter it in the settings")
        }
        (LateChargeProblem::BeyondLimit, Language::Zh) => "金额太大，无法计算".to_owned(),
        (LateChargeProblem::BeyondLimit, Language::En) => "too large to compute".to_owned(),
    }
}

fn decided(outcome: LateChargeOutcome, amount: &str, on: &str) -> (String, String) {
    match outcome {
        LateChargeOutcome::Waived => (
            format!("截至 {on} 的 {amount} 已豁免，次日重新起算"),
            format!("{amount} up to {on} waived: begins anew the day after"),
        ),
        LateChargeOutcome::Claimed => (
            format!("截至 {on} 的 {amount} 已开调增单收取，次日重新起算"),
            format!("{amount} up to {on} claimed by a debit note: begins anew the day after"),
        ),
        LateChargeOutcome::Kept => {
            (format!("截至 {on} 的 {amount} 决定保留"), format!("{amount} up to {on} kept"))
        }
    }
}

fn period(held: &Period, language: Language) -> String {
    let Period { from, to, days, balance, .. } = held;
    let (balance, rate) = (with_currency(*balance), rate(&held.rate, language));
    let amount = exact(held.amount_minor, held.balance.currency());
    match language {
        Language::Zh => format!("{from} → {to}，{days} 天 × {balance} × {rate} = {amount}"),
        Language::En => format!("{from} → {to}, {days} days × {balance} × {rate} = {amount}"),
    }
}

/// `3.45% × 1.5 ÷ 365`, and where the rate comes from.
fn rate(held: &PeriodRate, language: Language) -> String {
    let mut text = percent(held.rate);
    if let Some(multiple) = held.multiple {
        text.push_str(&format!(" × {}", multiple.0.normalize()));
    }
    if let Some(year) = held.year {
        text.push_str(&format!(" ÷ {}", year.days()));
    }
    let source = match (held.source, language) {
        (RateSource::Policy, _) => return text,
        (RateSource::Contract, Language::Zh) => "（合同约定）".to_owned(),
        (RateSource::Contract, Language::En) => " (contract)".to_owned(),
        (RateSource::Plan, Language::Zh) => "（还款计划）".to_owned(),
        (RateSource::Plan, Language::En) => " (plan on track)".to_owned(),
        (RateSource::Reference { on }, Language::Zh) => format!("（{on} 起的参考利率）"),
        (RateSource::Reference { on }, Language::En) => format!(" (reference rate from {on})"),
    };
    text + &source
}

fn percent(rate: Rate) -> String {
    let percent = rate.0.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(rate.0);
    format!("{}%", percent.normalize())
}

/// Minor units with two decimals more than the currency has.
fn exact(amount_minor: Decimal, currency: Currency) -> String {
    let minor = crate::money::round_minor(amount_minor.trunc()).unwrap_or(0);
    let rest = amount_minor.fract().abs().round_dp(2);
    // What rounds up to a whole minor unit is shown as one.
    let (minor, rest) = match rest >= Decimal::ONE {
        true => (minor.saturating_add(1), Decimal::ZERO),
        false => (minor, rest),
    };
    let shown = figure(minor, currency);
    let digits = format!("{rest:.2}");
    match digits.strip_prefix("0.") {
        Some("00") | None => shown,
        Some(digits) if currency.decimals() > 0 => format!("{shown}{digits}"),
        Some(digits) => format!("{shown}.{digits}"),
    }
}

/// The policy as a sentence without its end.
#[must_use]
pub fn late_charge_policy(policy: &LateChargePolicy, language: Language) -> String {
    let zh = language == Language::Zh;
    let mut words: Vec<String> = vec![match (&policy.rate, zh) {
        (LateChargeRate::None, true) => return "不收违约金；合同有约定的按合同".to_owned(),
        (LateChargeRate::None, false) => {
            return "no late charge, but for what a contract says".to_owned();
        }
        (LateChargeRate::Daily(rate), true) => format!("每天 {}", percent(*rate)),
        (LateChargeRate::Daily(rate), false) => format!("{} a day", percent(*rate)),
        (LateChargeRate::Annual(rate), true) => format!("每年 {}", percent(*rate)),
        (LateChargeRate::Annual(rate), false) => format!("{} a year", percent(*rate)),
        (LateChargeRate::Reference { multiple, floating }, true) => {
            let how =
                if *floating { "随利率表逐日变动" } else { "按逾期第一天固定" };
            format!("参考利率的 {} 倍，{how}", multiple.0.normalize())
        }
        (LateChargeRate::Reference { multiple, floating }, false) => {
            let how = if *floating { "following the table" } else { "as on the first day overdue" };
            format!("{} times the reference rate, {how}", multiple.0.normalize())
        }
    }];
    words.push(match (policy.nature, zh) {
        (LateChargeNature::Penalty, true) => "称作违约金".to_owned(),
        (LateChargeNature::Penalty, false) => "called a penalty".to_owned(),
        (LateChargeNature::Interest, true) => "称作逾期利息".to_owned(),
        (LateChargeNature::Interest, false) => "called interest".to_owned(),
    });
    if !matches!(policy.rate, LateChargeRate::Daily(_)) {
        words.push(year(policy.year, zh));
    }
    let days = policy.grace_days;
    if days > 0 {
        words.push(match (policy.spares_grace, zh) {
            (false, true) => format!("宽限 {days} 天，过后从第一天算起"),
            (true, true) => format!("宽限 {days} 天不计"),
            (false, false) => format!("{days} days of grace, then from the first day"),
            (true, false) => format!("{days} days of grace that are never charged"),
        });
    }
    let labels = if zh { ["固定费用", "最低"] } else { ["fixed fee", "at least"] };
    for (label, sum) in labels.into_iter().zip([policy.fixed_fee, policy.minimum]) {
        words.extend(sum.map(|sum| format!("{label} {}", with_currency(sum))));
    }
    words.extend(policy.cap.map(|cap| match zh {
        true => format!("最高为单据金额的 {}", percent(cap)),
        false => format!("at most {} of the item", percent(cap)),
    }));
    words.join(if zh { "，" } else { ", " })
}

fn year(year: YearDays, zh: bool) -> String {
    let days = year.days();
    if zh { format!("按实际天数/{days}") } else { format!("actual/{days}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("4756438.356", "CNY", "47,564.3836")]
    #[case("50000", "CNY", "500.00")]
    #[case("0.999", "CNY", "0.01")]
    #[case("12.5", "JPY", "12.50")]
    fn an_unrounded_amount_shows_two_decimals_more(
        #[case] minor: &str,
        #[case] currency: &str,
        #[case] shown: &str,
    ) {
        let minor = Decimal::from_str_exact(minor).unwrap();
        assert_eq!(exact(minor, Currency::parse(currency).unwrap()), shown);
    }

    #[test]
    fn a_policy_reads_as_a_sentence() {
        let mut policy = crate::policy::Policy::default().late_charge;
        assert_eq!(
            late_charge_policy(&policy, Language::En),
            "no late charge, but for what a contract says"
        );
        policy.rate = LateChargeRate::Daily(Rate(Decimal::new(5, 4)));
        policy.grace_days = 3;
        assert_eq!(
            late_charge_policy(&policy, Language::Zh),
            "每天 0.05%，称作违约金，宽限 3 天，过后从第一天算起"
        );
    }
}
