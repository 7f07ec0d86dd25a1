//! The arithmetic behind an open position as sentences, a line for each step (B4).
//! Never computes: amounts and days are those of the rule that yielded the figure.

use super::finding::document_kind;
use super::{Language, column};
use crate::calendar::{AsOf, Date};
use crate::ledger::{EffectKind, FundSource};
use crate::money::Currency;
use crate::record::AgingBasis;
use crate::rule::balance::bucket::{Buckets, Column};
use crate::view::amount::figure;
use crate::view::drill::{What, Worked, WorkedStep};

/// What a position is called: `invoice`, `收款单`.
#[must_use]
pub const fn position(what: What, language: Language) -> &'static str {
    match (what, language) {
        (What::Document(kind), _) => document_kind(kind, language),
        (What::Money(FundSource::Receipt), Language::Zh) => "收款单",
        (What::Money(FundSource::Receipt), Language::En) => "receipt",
        (What::Money(FundSource::Implied { .. }), Language::Zh) => "导入表载明的收款",
        (What::Money(FundSource::Implied { .. }), Language::En) => "receipt stated by a table",
        (What::Money(FundSource::Recovery), Language::Zh) => "坏账收回",
        (What::Money(FundSource::Recovery), Language::En) => "recovery",
        (What::Money(FundSource::CreditNote), Language::Zh) => "红字应收单",
        (What::Money(FundSource::CreditNote), Language::En) => "credit note",
    }
}

/// Why a position stands where it stands with what it has: the amount it began with, each thing
/// that happened, what is left, and the days that put it into its column.
#[must_use]
pub fn explanation(
    worked: &Worked,
    currency: Currency,
    buckets: &Buckets,
    as_of: AsOf,
    language: Language,
) -> Vec<String> {
    let what = position(worked.what, language);
    let amount = figure(worked.amount_minor, currency);
    let mut lines = vec![format!("{}{what} {amount}", day(worked.on))];
    lines.extend(worked.steps.iter().map(|held| step(held, worked, currency, language)));
    let open = figure(worked.open_minor, currency);
    let place = place(worked, buckets, as_of, language);
    lines.push(match language {
        Language::Zh => format!("{as_of} 余 {open}，{place}"),
        Language::En => format!("{as_of} open {open}, {place}"),
    });
    if worked.disputed_minor != 0 {
        let disputed = figure(worked.disputed_minor, currency);
        lines.push(match language {
            Language::Zh => format!("其中争议 {disputed}"),
            Language::En => format!("of it disputed {disputed}"),
        });
    }
    lines
}

/// One thing that happened to a position: `2013-03-20 received −2.00`.
#[must_use]
pub fn step(step: &WorkedStep, worked: &Worked, currency: Currency, language: Language) -> String {
    let is_fund = worked.amount_minor < 0;
    // What reduces money of the customer's brings a negative amount nearer to zero.
    let undone = if is_fund { step.amount_minor < 0 } else { step.amount_minor > 0 };
    let words = match (step.kind, language) {
        (EffectKind::Allocated { .. }, Language::Zh) if undone => "取消收款核销",
        (EffectKind::Allocated { .. }, Language::En) if undone => "allocation undone",
        (EffectKind::Allocated { .. }, Language::Zh) => "收款核销",
        (EffectKind::Allocated { .. }, Language::En) if is_fund => "allocated to an item",
        (EffectKind::Allocated { .. }, Language::En) => "received",
        (EffectKind::Refunded, Language::Zh) => "退款",
        (EffectKind::Refunded, Language::En) => "refunded",
        (EffectKind::WrittenOff, Language::Zh) => "坏账核销或扣款",
        (EffectKind::WrittenOff, Language::En) => "written off or deducted",
        (EffectKind::Discounted, Language::Zh) => "现金折扣",
        (EffectKind::Discounted, Language::En) => "early-payment discount",
        (EffectKind::Recovered, Language::Zh) => "坏账收回",
        (EffectKind::Recovered, Language::En) => "write-off undone, since money came",
        (EffectKind::Reversed, Language::Zh) => "红冲或退票",
        (EffectKind::Reversed, Language::En) => "reversed",
    };
    format!("{}{words} {}", day(step.on), figure(step.amount_minor, currency))
}

fn day(on: Option<Date>) -> String {
    on.map_or_else(String::new, |on| format!("{on} "))
}

/// The days that put a position into its column: `due 2013-06-20, 10 days overdue: 1–30 days`.
fn place(worked: &Worked, buckets: &Buckets, as_of: AsOf, language: Language) -> String {
    let heading = column(worked.column, buckets, language);
    match worked.column {
        Column::NotDue | Column::Bucket(_) => {}
        Column::NoDueDate
        | Column::Retention
        | Column::Unapplied
        | Column::Prepayment
        | Column::StandingCredit => return heading,
    }
    let (since, days) = match buckets.basis() {
        AgingBasis::DueOn => (worked.due_on, worked.overdue_days.unwrap_or(0)),
        AgingBasis::IssuedOn => {
            (worked.on, worked.on.map_or(0, |issued_on| as_of.days_since(issued_on)))
        }
    };
    let since = since.map_or_else(String::new, |on| on.to_string());
    match (buckets.basis(), language) {
        (AgingBasis::DueOn, Language::Zh) if days > 0 => {
            format!("到期日 {since}，逾期 {days} 天：{heading}")
        }
        (AgingBasis::DueOn, Language::En) if days > 0 => {
            format!("due {since}, {} overdue: {heading}", counted(days))
        }
        (AgingBasis::DueOn, Language::Zh) => format!("到期日 {since}：{heading}"),
        (AgingBasis::DueOn, Language::En) => format!("due {since}: {heading}"),
        (AgingBasis::IssuedOn, Language::Zh) => {
            format!("开票日期 {since}，账龄 {days} 天：{heading}")
        }
        (AgingBasis::IssuedOn, Language::En) => {
            format!("invoiced {since}, {} old: {heading}", counted(days))
        }
    }
}

fn counted(days: i32) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Key;
    use crate::record::DocumentKind;
    use expect_test::expect;

    fn worked() -> Worked {
        let date = |text: &str| text.parse().ok();
        let step = |on: &str, kind, amount_minor| WorkedStep {
            on: date(on),
            kind,
            amount_minor,
            fact: "k3f9q2ma-1/0".parse().unwrap(),
        };
        let received = EffectKind::Allocated { other: 0 };
        Worked {
            customer: Key::of("C-017"),
            customer_name: "C-017".to_owned(),
            subject: None,
            what: What::Document(DocumentKind::Invoice),
            number: "A".to_owned(),
            on: date("1980-01-13"),
            due_on: date("1980-03-18"),
            part: None,
            column: Column::Bucket(3),
            amount_minor: 115_000,
            steps: vec![
                step("1980-03-18", received, -15_000),
                step("1980-03-20", received, -20_000),
                step("1980-03-25", received, 20_000),
            ],
            open_minor: 100_000,
            overdue_days: Some(105),
            disputed_minor: 2_500,
            brought_by: Vec::new(),
        }
    }

    #[test]
    fn an_open_item_explains_itself_line_by_line() {
        let buckets = Buckets::of(&crate::policy::Policy::default().aging);
        let as_of = "1980-07-01".parse().unwrap();
        let said = [Language::En, Language::Zh].map(|language| {
            explanation(&worked(), Currency::CNY, &buckets, as_of, language).join("\n")
        });
        expect![[r#"
            1980-01-13 invoice 1,150.00
            1980-03-18 received −150.00
            1980-03-20 received −200.00
            1980-03-25 allocation undone 200.00
            1980-07-01 open 1,000.00, due 1980-03-18, 105 days overdue: 91–180 days
            of it disputed 25.00

            1980-01-13 应收单据 1,150.00
            1980-03-18 收款核销 −150.00
            1980-03-20 收款核销 −200.00
            1980-03-25 取消收款核销 200.00
            1980-07-01 余 1,000.00，到期日 1980-03-18，逾期 105 天：91–180 天
            其中争议 25.00"#]]
        .assert_eq(&said.join("\n\n"));
    }

    #[test]
    fn money_given_back_to_unapplied_cash_reads_as_undone() {
        let mut fund = worked();
        fund.what = What::Money(FundSource::Receipt);
        fund.amount_minor = -fund.amount_minor;
        fund.steps.iter_mut().for_each(|step| step.amount_minor = -step.amount_minor);
        let said = fund.steps.iter().map(|held| step(held, &fund, Currency::CNY, Language::En));
        expect![[r#"
            1980-03-18 allocated to an item 150.00
            1980-03-20 allocated to an item 200.00
            1980-03-25 allocation undone −200.00"#]]
        .assert_eq(&said.collect::<Vec<_>>().join("\n"));
    }
}
