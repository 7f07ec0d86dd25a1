//! The names and formulas of key figures and of what they are computed from (H2).
//! Never computes one: `rule::kpi` does.

use super::Language;

/// A key figure or an input of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KpiName {
    /// Days sales outstanding.
    Dso,
    /// The same of receivables that are not due.
    BestPossibleDso,
    /// Their difference.
    AverageDaysDelinquent,
    /// Collection effectiveness index.
    Cei,
    /// Receipts of the window.
    Collected,
    /// Share of the collectable that was collected.
    CollectionRate,
    /// Mean of days late.
    DaysLateSigned,
    /// The same with early payments as zero.
    DaysLateFloored,
    /// Mean of days late, weighted by amount.
    DaysLateWeighted,
    /// The same with early payments as zero.
    DaysLateWeightedFloored,
    /// Invoices and debit notes issued in the window.
    Sales,
    /// Open items before the window.
    ReceivablesBefore,
    /// Open items at its end.
    Receivables,
    /// Of them not yet due.
    NotDue,
    /// Overdue at the start and fallen due in the window.
    Collectable,
    /// What was collected of it.
    CollectedOnDue,
    /// Items settled in the window.
    SettledItems,
    /// Written off in the window.
    WrittenOff,
}

impl KpiName {
    /// Every figure, then every input, in the order of the report.
    pub const ALL: [Self; 18] = [
        Self::Dso,
        Self::BestPossibleDso,
        Self::AverageDaysDelinquent,
        Self::Cei,
        Self::Collected,
        Self::CollectionRate,
        Self::DaysLateSigned,
        Self::DaysLateFloored,
        Self::DaysLateWeighted,
        Self::DaysLateWeightedFloored,
        Self::Sales,
        Self::ReceivablesBefore,
        Self::Receivables,
        Self::NotDue,
        Self::Collectable,
        Self::CollectedOnDue,
        Self::SettledItems,
        Self::WrittenOff,
    ];
}

/// What a key figure is called, with its unit.
#[must_use]
pub const fn kpi_name(name: KpiName, language: Language) -> &'static str {
    let (zh, en) = match name {
        KpiName::Dso => ("应收账款周转天数（天）", "DSO (days)"),
        KpiName::BestPossibleDso => ("最佳可能 DSO（天）", "best possible DSO (days)"),
        KpiName::AverageDaysDelinquent => ("平均逾期天数（天）", "average days delinquent (days)"),
        KpiName::Cei => ("催收效率指数（%）", "collection effectiveness index (%)"),
        KpiName::Collected => ("期间收款", "collected"),
        KpiName::CollectionRate => ("回款率（%）", "collection rate (%)"),
        KpiName::DaysLateSigned => {
            ("平均迟付天数，提前为负（天）", "days late, early negative (days)")
        }
        KpiName::DaysLateFloored => {
            ("平均迟付天数，提前计零（天）", "days late, early as zero (days)")
        }
        KpiName::DaysLateWeighted => {
            ("按金额加权迟付天数，提前为负（天）", "days late by amount, early negative (days)")
        }
        KpiName::DaysLateWeightedFloored => {
            ("按金额加权迟付天数，提前计零（天）", "days late by amount, early as zero (days)")
        }
        KpiName::Sales => ("期间开票", "sales in the window"),
        KpiName::ReceivablesBefore => ("期初未收金额", "open items before the window"),
        KpiName::Receivables => ("期末未收金额", "open items at its end"),
        KpiName::NotDue => ("其中未到期", "of them not yet due"),
        KpiName::Collectable => ("期初逾期与期间到期之和", "overdue at its start and fallen due"),
        KpiName::CollectedOnDue => ("其中已收", "of it collected"),
        KpiName::SettledItems => ("期间结清单据数", "items settled in the window"),
        KpiName::WrittenOff => ("期间坏账核销", "written off in the window"),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

/// How a key figure is computed; empty for what is counted or summed.
#[must_use]
pub const fn kpi_formula(name: KpiName, language: Language) -> &'static str {
    let (zh, en) = match name {
        KpiName::Dso => ("期末未收 ÷ 期间开票 × 天数", "open items at the end ÷ sales × days"),
        KpiName::BestPossibleDso => ("未到期 ÷ 期间开票 × 天数", "not yet due ÷ sales × days"),
        KpiName::AverageDaysDelinquent => ("DSO − 最佳可能 DSO", "DSO − best possible DSO"),
        KpiName::Cei => (
            "（期初 + 开票 − 期末）÷（期初 + 开票 − 未到期）× 100",
            "(before + sales − end) ÷ (before + sales − not yet due) × 100",
        ),
        KpiName::CollectionRate => {
            ("已收 ÷ 期初逾期与期间到期之和 × 100", "collected ÷ overdue and fallen due × 100")
        }
        KpiName::DaysLateSigned | KpiName::DaysLateFloored => {
            ("结清日 − 到期日，逐张平均", "settlement day − due day, mean over items")
        }
        KpiName::DaysLateWeighted | KpiName::DaysLateWeightedFloored => {
            ("结清日 − 到期日，按金额加权", "settlement day − due day, weighted by amount")
        }
        KpiName::Collected
        | KpiName::Sales
        | KpiName::ReceivablesBefore
        | KpiName::Receivables
        | KpiName::NotDue
        | KpiName::Collectable
        | KpiName::CollectedOnDue
        | KpiName::SettledItems
        | KpiName::WrittenOff => ("", ""),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}
