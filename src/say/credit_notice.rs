//! Limitation periods, alerts, warnings, suggestions and evaluations due as sentences (C1, C3–C5).
//! Never legal advice, and never a decision.

use super::Language;
use super::credit::class;
use crate::rule::credit::{
    Cause, EvaluationDue, LimitationLine, Restart, SuggestedAction, Warning, Watch,
};
use crate::view::amount::{one_decimal, with_currency};

fn pick(language: Language, zh: String, en: String) -> String {
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

/// What restarts a limitation period.
#[must_use]
pub const fn restart(by: Restart, language: Language) -> &'static str {
    let (zh, en) = match by {
        Restart::Demand => ("催告送达", "a demand that was delivered"),
        Restart::PartPayment => ("部分付款", "a part payment"),
        Restart::Statement => ("签收的对账单", "a signed statement"),
        Restart::Promise => ("书面承诺", "a written promise"),
        Restart::Plan => ("还款计划", "a plan"),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

/// One line of the arithmetic of a limitation period.
#[must_use]
pub fn limitation_line(line: &LimitationLine, language: Language) -> String {
    match *line {
        LimitationLine::Due { on, years, last_on } => pick(
            language,
            format!("到期日 {on}，{years} 年：最后一天 {last_on}"),
            format!("due {on}, {years} years: last day {last_on}"),
        ),
        LimitationLine::Restarted { by, on, from, last_on } => {
            let by = restart(by, language);
            let (since_zh, since_en) = if from == on {
                (String::new(), String::new())
            } else {
                (format!("，自 {from} 起算"), format!(", runs from {from}"))
            };
            pick(
                language,
                format!("{on} {by}，重新计算{since_zh}：最后一天 {last_on}"),
                format!("restarted on {on} by {by}{since_en}: last day {last_on}"),
            )
        }
        LimitationLine::TooLate { by, on } => {
            let by = restart(by, language);
            pick(
                language,
                format!("{on} {by}：期间已届满，不再重新计算"),
                format!("{by} on {on} came after the last day and restarts nothing"),
            )
        }
        LimitationLine::Longest { years, last_on } => pick(
            language,
            format!("最长 {years} 年：最后一天 {last_on}"),
            format!("at most {years} years: last day {last_on}"),
        ),
        LimitationLine::Left { last_on, days } if days < 0 => pick(
            language,
            format!("{last_on} 已届满，已过 {} 天", days.unsigned_abs()),
            format!("over since {last_on}, {} ago", days_en(days.saturating_neg())),
        ),
        LimitationLine::Left { last_on, days } => pick(
            language,
            format!("至 {last_on} 还有 {days} 天"),
            format!("{} left until {last_on}", days_en(days)),
        ),
    }
}

fn days_en(days: i32) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

fn items_en(items: u32) -> String {
    if items == 1 { "1 item".to_owned() } else { format!("{items} items") }
}

/// What an alert is about, beside its kind.
#[must_use]
pub fn alert_cause(cause: &Cause, language: Language) -> String {
    match cause {
        Cause::OverdueDays { items, worst_days } => pick(
            language,
            format!("{items} 笔，最长逾期 {worst_days} 天"),
            format!("{}, the oldest overdue for {}", items_en(*items), days_en(*worst_days)),
        ),
        Cause::OverdueAmount { amount } => {
            let amount = with_currency(*amount);
            pick(language, format!("逾期 {amount}"), format!("{amount} overdue"))
        }
        Cause::PromiseBroken { amount, promised_on, .. } => {
            let amount = with_currency(*amount);
            pick(
                language,
                format!("承诺 {promised_on} 付 {amount}"),
                format!("{amount} promised by {promised_on}"),
            )
        }
        Cause::LimitExceeded { outstanding, limit } => {
            let (outstanding, limit) = (with_currency(*outstanding), with_currency(*limit));
            pick(
                language,
                format!("未收 {outstanding}，信用额度 {limit}"),
                format!("{outstanding} open, limit {limit}"),
            )
        }
        Cause::ClassWorsened { from, to } => {
            format!("{} → {}", class(*from, language), class(*to, language))
        }
        Cause::ContractWithoutLateClause { contract } => {
            pick(language, format!("合同 {contract}"), format!("contract {contract}"))
        }
        Cause::LimitationNear { last_on, days_left } => {
            let left = LimitationLine::Left { last_on: *last_on, days: *days_left };
            limitation_line(&left, language)
        }
        Cause::StatementUnconfirmed { confirmed_on: Some(on) } => {
            pick(language, format!("上次确认 {on}"), format!("last confirmed on {on}"))
        }
        Cause::StatementUnconfirmed { confirmed_on: None } => {
            pick(language, "从未确认".to_owned(), "never confirmed".to_owned())
        }
    }
}

/// What is out of bounds.
#[must_use]
pub fn credit_warning(warning: &Warning, language: Language) -> String {
    match warning {
        Warning::OverLimit { beyond } => {
            let beyond = with_currency(*beyond);
            pick(language, format!("超信用额度 {beyond}"), format!("{beyond} over the limit"))
        }
        Warning::OverTerms { days, days_max } => pick(
            language,
            format!("账期 {days} 天，超过该分类的 {days_max} 天"),
            format!("terms of {}, beyond the {days_max} of its class", days_en(*days)),
        ),
        Warning::Concentration { percent, percent_max } => {
            let percent = one_decimal(Some(*percent));
            pick(
                language,
                format!("占全部应收 {percent}%，超过 {percent_max}%"),
                format!("{percent} % of all receivables, above {percent_max} %"),
            )
        }
    }
}

/// Why a customer is watched that is not overdue.
#[must_use]
pub fn credit_watch(watch: &Watch, language: Language) -> String {
    match watch {
        Watch::ClassWorsened { from, to } => {
            format!("{} → {}", class(*from, language), class(*to, language))
        }
        Watch::ScoreFell { from, to } => pick(
            language,
            format!("评分从 {from} 降到 {to}"),
            format!("score fell from {from} to {to}"),
        ),
    }
}

/// What could be decided.
#[must_use]
pub fn suggested_action(action: SuggestedAction, language: Language) -> String {
    let (zh, en) = match action {
        SuggestedAction::ShortenTerms { days } => {
            return pick(
                language,
                format!("缩短账期至 {days} 天"),
                format!("shorten terms to {days} days"),
            );
        }
        SuggestedAction::RequirePrepayment => ("要求预付", "require prepayment"),
        SuggestedAction::AddSecurity => ("增加担保", "add security"),
        SuggestedAction::RestrictSupply => ("限制供货", "restrict supply"),
        SuggestedAction::SuspendSupply => ("暂停供货", "suspend supply"),
        SuggestedAction::Blacklist => ("列入黑名单", "blacklist"),
    };
    pick(language, zh.to_owned(), en.to_owned())
}

/// Why an evaluation is due.
#[must_use]
pub fn evaluation_due(due: &EvaluationDue, language: Language) -> String {
    match due {
        EvaluationDue::First => pick(language, "尚未评估".to_owned(), "never evaluated".to_owned()),
        EvaluationDue::Again { last_on, due_on } => pick(
            language,
            format!("上次评估 {last_on}，{due_on} 应复评"),
            format!("last evaluated on {last_on}, due since {due_on}"),
        ),
        EvaluationDue::Worsened { from, to } => {
            let (from, to) = (class(*from, language), class(*to, language));
            pick(
                language,
                format!("分类变差：{from} → {to}，应立即复评"),
                format!("class worsened: {from} → {to}, due at once"),
            )
        }
    }
}
