//! The words of printed reports: titles, headings and notes.
//! Never the words of a screen's buttons: those are the page's.

use super::Language;

/// A fixed word of a printed report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportWord {
    /// Title of the aging.
    Aging,
    /// Title of the key figures.
    KeyFigures,
    /// Title of a statement.
    Statement,
    /// Title of the checks.
    Checks,
    /// The aging counts from the due date.
    ByDueDate,
    /// The aging counts from the invoice date.
    ByInvoiceDate,
    /// Title of the classes.
    Classes,
    /// Title of the tiers.
    Tiers,
    /// Title of the provision.
    Provision,
    /// A customer's class.
    Class,
    /// Its score.
    Score,
    /// How many items the score considers.
    Considered,
    /// The worklist of a day.
    Worklist,
    /// What is demanded.
    Demanded,
    /// What is to be done next.
    NextStep,
    /// Why something is what it is.
    Why,
    /// A customer's tier.
    Tier,
    /// Its points for amount, days and class.
    Points,
    /// What is overdue and undisputed.
    Undisputed,
    /// What is allowed for.
    Allowance,
    /// A customer's code.
    Code,
    /// A customer's name.
    Name,
    /// Sum of the columns.
    Balance,
    /// How many items are open.
    OpenItems,
    /// The sum of all customers.
    Total,
    /// What a position is.
    Kind,
    /// A document's number.
    Number,
    /// Invoice date or day of receipt.
    On,
    /// Due date.
    DueOn,
    /// Days overdue.
    OverdueDays,
    /// The amount at the beginning.
    Amount,
    /// What is open.
    Outstanding,
    /// The column of the aging.
    AgingColumn,
    /// What is disputed.
    Disputed,
    /// A figure.
    Figure,
    /// How it is computed.
    Formula,
    /// Nothing is open.
    NothingOpen,
    /// There is nothing to settle.
    NoFinding,
    /// The check holds.
    Holds,
    /// Title of the late charges.
    LateCharges,
    /// The first and the last day of a period.
    Period,
    /// How many days are charged.
    Days,
    /// The rate of a period.
    Rate,
    /// Nothing is charged.
    NothingCharged,
    /// Title of the discounts.
    Discounts,
    /// What is to be paid.
    Payable,
    /// What is taken off.
    Discount,
    /// The last day of a step.
    LastDay,
    /// A discount as a rate a year.
    Annualised,
}

/// The word in a language.
#[must_use]
pub const fn report_word(word: ReportWord, language: Language) -> &'static str {
    let (zh, en) = match word {
        ReportWord::Aging => ("账龄分析", "Aging"),
        ReportWord::KeyFigures => ("关键指标", "Key figures"),
        ReportWord::Statement => ("对账单", "Statement of account"),
        ReportWord::Checks => ("核对", "Checks"),
        ReportWord::ByDueDate => ("按到期日", "by due date"),
        ReportWord::ByInvoiceDate => ("按开票日", "by invoice date"),
        ReportWord::Classes => ("客户分类", "Classes"),
        ReportWord::Tiers => ("逾期分级", "Tiers"),
        ReportWord::Provision => ("坏账准备", "Provision"),
        ReportWord::Class => ("分类", "class"),
        ReportWord::Score => ("评分", "score"),
        ReportWord::Considered => ("计入笔数", "items considered"),
        ReportWord::Worklist => ("今日催款", "worklist"),
        ReportWord::Demanded => ("应催", "demanded"),
        ReportWord::NextStep => ("下一步", "next"),
        ReportWord::Why => ("依据", "why"),
        ReportWord::Tier => ("级别", "tier"),
        ReportWord::Points => ("金额 + 天数 + 分类", "amount + days + class"),
        ReportWord::Undisputed => ("无争议逾期", "undisputed overdue"),
        ReportWord::Allowance => ("准备金额", "allowance"),
        ReportWord::Code => ("客户编码", "code"),
        ReportWord::Name => ("客户名称", "name"),
        ReportWord::Balance => ("应收余额", "balance"),
        ReportWord::OpenItems => ("未结清单据", "open items"),
        ReportWord::Total => ("合计", "total"),
        ReportWord::Kind => ("类型", "kind"),
        ReportWord::Number => ("单据号", "number"),
        ReportWord::On => ("日期", "date"),
        ReportWord::DueOn => ("到期日", "due date"),
        ReportWord::OverdueDays => ("逾期天数", "overdue days"),
        ReportWord::Amount => ("金额", "amount"),
        ReportWord::Outstanding => ("未收金额", "outstanding"),
        ReportWord::AgingColumn => ("账龄区间", "aging"),
        ReportWord::Disputed => ("争议", "disputed"),
        ReportWord::Figure => ("数值", "figure"),
        ReportWord::Formula => ("算法", "formula"),
        ReportWord::NothingOpen => ("没有未结清单据，也没有未核销款项", "nothing is open"),
        ReportWord::NoFinding => ("没有待处理问题", "no finding"),
        ReportWord::Holds => ("通过", "holds"),
        ReportWord::LateCharges => ("违约金", "Late charges"),
        ReportWord::Period => ("期间", "period"),
        ReportWord::Days => ("天数", "days"),
        ReportWord::Rate => ("费率", "rate"),
        ReportWord::NothingCharged => ("没有违约金", "nothing is charged"),
        ReportWord::Discounts => ("现金折扣", "Early-payment discounts"),
        ReportWord::Payable => ("应付", "to pay"),
        ReportWord::Discount => ("优惠", "discount"),
        ReportWord::LastDay => ("最后一天", "last day"),
        ReportWord::Annualised => ("折合年化", "a year"),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}
