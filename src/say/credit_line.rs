//! The arithmetic behind a score, a class, a tier and an exposure as sentences, a line for each
//! step (C1–C3).
//! Never computes: every figure is the rule's own.

use super::Language;
use super::credit::class;
use crate::money::{Decimal, ratio_text};
use crate::rule::credit::{ClassLine, Grade, Line, ScoreLine, ScorePart, TierLine};
use crate::view::amount::with_currency;

/// One line of an explanation.
#[must_use]
pub fn credit_line(line: &Line, language: Language) -> String {
    match (line, language) {
        (Line::Score(line), Language::Zh) => score_zh(line),
        (Line::Score(line), Language::En) => score_en(line),
        (Line::Class(line), Language::Zh) => class_zh(line),
        (Line::Class(line), Language::En) => class_en(line),
        (Line::Tier(line), _) => tier(line, language),
        (Line::Converted { amount, rate, into }, Language::Zh) => {
            format!("{} × {} 折合 {into}", with_currency(*amount), rate.normalize())
        }
        (Line::Converted { amount, rate, into }, Language::En) => {
            format!("{} × {} in {into}", with_currency(*amount), rate.normalize())
        }
        (Line::NotConverted { currency }, Language::Zh) => {
            format!("{currency} 没有汇率，未计入")
        }
        (Line::NotConverted { currency }, Language::En) => {
            format!("{currency} has no rate and is left out")
        }
        (Line::Exposure { outstanding, limit }, _) => {
            let outstanding = with_currency(*outstanding);
            match (limit.map(with_currency), language) {
                (Some(limit), Language::Zh) => format!("未收 {outstanding}，信用额度 {limit}"),
                (Some(limit), Language::En) => format!("open {outstanding}, limit {limit}"),
                (None, Language::Zh) => format!("未收 {outstanding}，未设信用额度"),
                (None, Language::En) => format!("open {outstanding}, no limit"),
            }
        }
    }
}

/// What a part of the score is called.
#[must_use]
pub const fn score_part(part: ScorePart, language: Language) -> &'static str {
    let (zh, en) = match part {
        ScorePart::PaidOnTime => ("按期付款占比", "paid by the due day"),
        ScorePart::DaysLate => ("加权逾期天数", "days late"),
        ScorePart::WorstOverdue => ("当前最长逾期", "worst overdue now"),
        ScorePart::PromisesKept => ("承诺兑现", "promises kept"),
        ScorePart::LimitUsed => ("额度使用", "use of the limit"),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

/// A figure with at most four decimals.
fn short(value: Decimal) -> String {
    let text = ratio_text(value);
    let short = text.trim_end_matches('0').trim_end_matches('.');
    short.to_owned()
}

fn counted(count: i64, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}

fn days(count: i32) -> String {
    counted(count.into(), "day")
}

fn score_zh(line: &ScoreLine) -> String {
    match line {
        ScoreLine::Window { after, to } => {
            format!("{after} 之后至 {to} 到期的款项，及所有逾期未付的款项")
        }
        ScoreLine::Portion { number, due_on, paid_on, amount, late_days } => {
            let due = due_on.map(|on| format!(" 到期 {on}")).unwrap_or_default();
            let paid = paid_on.map_or_else(|| "未付".to_owned(), |on| format!("{on} 付款"));
            format!("{number}{due}，{paid}，{}，晚 {late_days} 天", with_currency(*amount))
        }
        ScoreLine::Considered { parts } => format!("计入 {parts} 笔"),
        ScoreLine::PaidOnTime { paid, of, points, weight } => {
            let (paid, of) = (with_currency(*paid), with_currency(*of));
            format!("按期付款占比 {paid} ÷ {of}：{} 分，权重 {weight}", short(*points))
        }
        ScoreLine::DaysLate { days, zero_at, points, weight } => format!(
            "加权逾期 {} 天（{zero_at} 天为 0 分）：{} 分，权重 {weight}",
            short(*days),
            short(*points),
        ),
        ScoreLine::WorstOverdue { days, zero_at, points, weight } => format!(
            "当前最长逾期 {days} 天（{zero_at} 天为 0 分）：{} 分，权重 {weight}",
            short(*points),
        ),
        ScoreLine::PromisesKept { kept, decided, points, weight } => {
            format!("承诺兑现 {kept} ÷ {decided}：{} 分，权重 {weight}", short(*points))
        }
        ScoreLine::LimitUsed { percent, points, weight } => {
            format!("额度使用 {}%：{} 分，权重 {weight}", short(*percent), short(*points))
        }
        ScoreLine::DropsOut { part } => {
            format!("{}：不适用，权重不计", score_part(*part, Language::Zh))
        }
        ScoreLine::Score { sum, weights, score } => {
            format!("加权合计 {} ÷ {weights} = {score}", short(*sum))
        }
        ScoreLine::NoScore => "没有可计的款项，不评分".to_owned(),
    }
}

fn score_en(line: &ScoreLine) -> String {
    match line {
        ScoreLine::Window { after, to } => {
            format!("items that fell due after {after} and by {to}, and all that are overdue")
        }
        ScoreLine::Portion { number, due_on, paid_on, amount, late_days } => {
            let due = due_on.map(|on| format!(" due {on}")).unwrap_or_default();
            let paid = paid_on.map_or_else(|| "open".to_owned(), |on| format!("paid {on}"));
            format!("{number}{due}, {paid}, {}, {} late", with_currency(*amount), days(*late_days))
        }
        ScoreLine::Considered { parts } => {
            format!("{} considered", counted((*parts).into(), "item"))
        }
        ScoreLine::PaidOnTime { paid, of, points, weight } => {
            let (paid, of) = (with_currency(*paid), with_currency(*of));
            format!("paid by the due day {paid} ÷ {of}: {} × {weight}", short(*points))
        }
        ScoreLine::DaysLate { days, zero_at, points, weight } => {
            let days = short(*days);
            format!("days late {days} (0 at {zero_at}): {} × {weight}", short(*points))
        }
        ScoreLine::WorstOverdue { days, zero_at, points, weight } => {
            format!("worst overdue now {days} (0 at {zero_at}): {} × {weight}", short(*points))
        }
        ScoreLine::PromisesKept { kept, decided, points, weight } => {
            format!("promises kept {kept} ÷ {decided}: {} × {weight}", short(*points))
        }
        ScoreLine::LimitUsed { percent, points, weight } => {
            format!("use of the limit {} %: {} × {weight}", short(*percent), short(*points))
        }
        ScoreLine::DropsOut { part } => {
            format!("{}: does not apply, its weight drops out", score_part(*part, Language::En))
        }
        ScoreLine::Score { sum, weights, score } => {
            format!("{} ÷ {weights} = {score}", short(*sum))
        }
        ScoreLine::NoScore => "nothing to score".to_owned(),
    }
}

fn class_zh(line: &ClassLine) -> String {
    let name = |held| class(held, Language::Zh);
    match line {
        ClassLine::ByScore { score, quality_from, risk_below, class } => format!(
            "评分 {score}（{quality_from} 起优质，低于 {risk_below} 风险）：{}",
            name(*class)
        ),
        ClassLine::TooLittleHistory { parts, parts_min } => {
            format!("只计入 {parts} 笔，不足 {parts_min} 笔：一般")
        }
        ClassLine::OldDebt { amount, over_days, over, worst_days } => format!(
            "逾期超过 {over_days} 天的欠款 {}，超过 {}，最长 {worst_days} 天：风险",
            with_currency(*amount),
            with_currency(*over),
        ),
        ClassLine::Override { class, computed, until, reason } => {
            let (set, computed) = (name(*class), name(*computed));
            format!("人工定为{set}，至 {until}：{reason}（按规则为{computed}）")
        }
    }
}

fn class_en(line: &ClassLine) -> String {
    let name = |held| class(held, Language::En);
    match line {
        ClassLine::ByScore { score, quality_from, risk_below, class } => format!(
            "score {score} (quality from {quality_from}, risk below {risk_below}): {}",
            name(*class)
        ),
        ClassLine::TooLittleHistory { parts, parts_min } => {
            let items = counted((*parts).into(), "item");
            format!("only {items} considered, fewer than {parts_min}: regular")
        }
        ClassLine::OldDebt { amount, over_days, over, worst_days } => format!(
            "{} overdue for more than {over_days} days, above {}, the oldest {}: risk",
            with_currency(*amount),
            with_currency(*over),
            days(*worst_days),
        ),
        ClassLine::Override { class, computed, until, reason } => {
            let (set, computed) = (name(*class), name(*computed));
            format!("set to {set} until {until}: {reason} (by rule {computed})")
        }
    }
}

/// `3 points × 1`.
fn points(grade: Grade, weight: u32, language: Language) -> String {
    let points = grade.points();
    match language {
        Language::Zh => format!("{points} 分 × {weight}"),
        Language::En => format!("{} × {weight}", counted(points.into(), "point")),
    }
}

const fn size(grade: Grade, language: Language) -> &'static str {
    match (grade, language) {
        (Grade::High, Language::Zh) => "大",
        (Grade::High, Language::En) => "large",
        (Grade::Medium, Language::Zh) => "中",
        (Grade::Medium, Language::En) => "medium",
        (Grade::Low, Language::Zh) => "小",
        (Grade::Low, Language::En) => "small",
    }
}

const fn length(grade: Grade, language: Language) -> &'static str {
    match (grade, language) {
        (Grade::High, Language::Zh) => "长",
        (Grade::High, Language::En) => "long",
        (Grade::Medium, Language::Zh) => "中",
        (Grade::Medium, Language::En) => "medium",
        (Grade::Low, Language::Zh) => "短",
        (Grade::Low, Language::En) => "short",
    }
}

fn tier(line: &TierLine, language: Language) -> String {
    let (zh, en) = match line {
        TierLine::Rank { overdue, before, total, grade, weight } => {
            let [overdue, before, total] = [overdue, before, total].map(|it| with_currency(*it));
            let (size, points) = (size(*grade, language), points(*grade, *weight, language));
            (
                format!("金额 {overdue}，更大的合计 {before}，共 {total}：{size}，{points}"),
                format!("amount {overdue}, larger ones {before} of {total}: {size}, {points}"),
            )
        }
        TierLine::AgainstLimits { overdue, large_from, medium_from, grade, weight } => {
            let [overdue, large, medium] =
                [overdue, large_from, medium_from].map(|it| with_currency(*it));
            let (size, points) = (size(*grade, language), points(*grade, *weight, language));
            (
                format!("金额 {overdue}（{large} 起大，{medium} 起中）：{size}，{points}"),
                format!(
                    "amount {overdue} (large from {large}, medium from {medium}): {size}, {points}"
                ),
            )
        }
        TierLine::Days { days: held, long_over, medium_over, grade, weight } => {
            let (length, points) = (length(*grade, language), points(*grade, *weight, language));
            let bounds = format!("long over {long_over}, medium over {medium_over}");
            (
                format!(
                    "最长逾期 {held} 天（超过 {long_over} 长，超过 {medium_over} 中）：\
                     {length}，{points}"
                ),
                format!("oldest item {} ({bounds}): {length}, {points}", days(*held)),
            )
        }
        TierLine::Class { class: held, grade, weight } => {
            let (held, points) = (class(*held, language), points(*grade, *weight, language));
            (format!("客户分类{held}：{points}"), format!("class {held}: {points}"))
        }
        TierLine::ByPoints { points, a_from, b_from, tier } => (
            format!("合计 {points} 分（{a_from} 分起 A，{b_from} 分起 B）：{tier:?}"),
            format!("{points} points (A from {a_from}, B from {b_from}): {tier:?}"),
        ),
        TierLine::BelowMinimum { overdue, amount_min } => {
            let [overdue, min] = [overdue, amount_min].map(|it| with_currency(*it));
            (format!("{overdue} 低于 {min}，不高于 C"), format!("{overdue} is below {min}: C"))
        }
        TierLine::Override { tier, computed, until, reason } => (
            format!("人工定为 {tier:?}，至 {until}：{reason}（按规则为 {computed:?}）"),
            format!("set to {tier:?} until {until}: {reason} (by rule {computed:?})"),
        ),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}
