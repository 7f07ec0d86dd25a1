//! The names of what is recorded of customers, documents and the workbook, for people.
//! Never the names in files: those come from the records themselves.

use super::Language;
use crate::record::{ArticleField, ContractField, CustomerField, DocumentField, SettingField};

/// What a field of a customer is called in a sentence.
#[must_use]
pub const fn customer_field(field: CustomerField, language: Language) -> &'static str {
    let both = match field {
        CustomerField::Name => ("名称", "name"),
        CustomerField::Owner => ("负责人", "owner"),
        CustomerField::Salesperson => ("销售员", "salesperson"),
        CustomerField::Region => ("地区", "region"),
        CustomerField::Industry => ("行业", "industry"),
        CustomerField::Group => ("所属集团", "group of companies"),
        CustomerField::DebtorKind => ("客户性质", "kind of debtor"),
        CustomerField::Contacts => ("联系人", "contacts"),
        CustomerField::Address => ("地址", "address"),
        CustomerField::TaxNo => ("税号", "tax number"),
        CustomerField::Bank => ("开户行及账号", "bank and account"),
        CustomerField::CreditLimit => ("信用额度", "credit limit"),
        CustomerField::Terms => ("付款条件", "payment terms"),
        CustomerField::ReconciliationDay => ("对账日", "reconciliation day"),
        CustomerField::KeyAccount => ("重点客户", "key account"),
        CustomerField::SupplySuspended => ("暂停供货", "supply suspended"),
        CustomerField::Blacklisted => ("黑名单", "blacklisted"),
        CustomerField::Security => ("担保", "security"),
        CustomerField::PrepaymentShare => ("预付比例", "prepayment share"),
        CustomerField::LateReason => ("逾期原因", "why it pays late"),
        CustomerField::AbleToPay => ("付款能力", "ability to pay"),
        CustomerField::WillingToPay => ("付款意愿", "willingness to pay"),
        CustomerField::CreditReports => ("外部信用报告", "outside credit reports"),
        CustomerField::Memo => ("备注", "memo"),
    };
    in_language(both, language)
}

/// What a field of an invoice or note is called in a sentence.
#[must_use]
pub const fn document_field(field: DocumentField, language: Language) -> &'static str {
    let both = match field {
        DocumentField::IssuedOn => ("开票日期", "invoice date"),
        DocumentField::Claim => ("金额", "amount"),
        DocumentField::Schedule => ("到期日或付款条件", "due date or payment terms"),
        DocumentField::Contract => ("合同号", "contract"),
        DocumentField::AppliesTo => ("对应单据号", "invoice that it is for"),
        DocumentField::TaxInvoiceNo => ("发票号码", "tax invoice number"),
        DocumentField::RedLetterNo => ("红字信息表编号", "red-letter confirmation number"),
        DocumentField::EarlyDiscount => ("现金折扣", "early-payment discount"),
        DocumentField::Owner => ("负责人", "owner"),
        DocumentField::Opening => ("期初余额", "opening balance"),
        DocumentField::Disputed => ("争议", "disputed"),
        DocumentField::Memo => ("备注", "memo"),
    };
    in_language(both, language)
}

/// What a setting of the workbook is called in a sentence.
#[must_use]
pub const fn setting_field(field: SettingField, language: Language) -> &'static str {
    let both = match field {
        SettingField::Title => ("标题", "title"),
        SettingField::BaseCurrency => ("本位币", "base currency"),
        SettingField::TimeZone => ("时区", "time zone"),
        SettingField::Aging => ("账龄区间与口径", "aging buckets and basis"),
        SettingField::DefaultTerms => ("默认付款条件", "default payment terms"),
        SettingField::AllocationOrder => ("收款核销顺序", "order of allocation"),
        SettingField::SmallDifference => ("小额差异上限", "tolerance for small differences"),
        SettingField::SalesNetOfCreditNotes => {
            ("销售额是否扣除红字单", "sales net of credit notes")
        }
        SettingField::Holidays => ("节假日", "holidays"),
        SettingField::Firm => ("本单位资料", "data of the firm"),
        SettingField::Score => ("信用评分规则", "rules of the credit score"),
        SettingField::Tiering => ("逾期分级规则", "rules of the tiers"),
        SettingField::Limitation => ("诉讼时效规则", "limitation period"),
        SettingField::Alerts => ("预警规则", "alert rules"),
        SettingField::CreditTerms => ("额度与账期建议", "suggested limits and terms"),
        SettingField::Provision => ("坏账准备比例", "provision rates"),
        SettingField::Playbook => ("催款策略", "playbook"),
        SettingField::Compliance => ("合规提醒", "compliance guard"),
        SettingField::Team => ("团队", "team"),
        SettingField::Approval => ("审批流程", "approval chain"),
        SettingField::Assignment => ("客户分派规则", "assignment rules"),
        SettingField::DiscountOffers => ("现金折扣政策", "early-payment discounts"),
        SettingField::CostOfMoney => ("资金成本", "cost of money"),
        SettingField::LateCharge => ("违约金规则", "late charge"),
        SettingField::ReferenceRates => ("参考利率表", "reference rates"),
    };
    in_language(both, language)
}

/// What a field of a contract is called in a sentence.
#[must_use]
pub const fn contract_field(field: ContractField, language: Language) -> &'static str {
    let both = match field {
        ContractField::SignedOn => ("签订日期", "day of signature"),
        ContractField::Amount => ("金额", "amount"),
        ContractField::PaymentClause => ("付款条款", "payment clause"),
        ContractField::LateRate => ("违约金年利率", "late-payment rate a year"),
        ContractField::Retention => ("质保金比例", "retention"),
        ContractField::KeptAt => ("存放处", "where it is kept"),
        ContractField::FileName => ("文件名", "name of the file"),
        ContractField::FileHash => ("文件校验值", "hash of the file"),
        ContractField::Memo => ("备注", "memo"),
    };
    in_language(both, language)
}

/// What a field of an article is called in a sentence.
#[must_use]
pub const fn article_field(field: ArticleField, language: Language) -> &'static str {
    let both = match field {
        ArticleField::Title => ("标题", "heading"),
        ArticleField::Topic => ("类别", "topic"),
        ArticleField::Text => ("正文", "text"),
        ArticleField::Channel => ("发送方式", "channel"),
        ArticleField::AppliesTo => ("适用步骤", "where it applies"),
    };
    in_language(both, language)
}

const fn in_language((zh, en): (&'static str, &'static str), language: Language) -> &'static str {
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}
