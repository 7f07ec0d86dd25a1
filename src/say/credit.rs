//! The names of classes, tiers, alerts and decisions on credit, in Chinese and English (C1–C4).
//! Never decides anything.

use super::Language;
use crate::record::{AlertKind, CreditAction, CreditClass};
use crate::view::amount::with_currency;

/// What a class is called: 优质, `quality`.
#[must_use]
pub const fn class(class: CreditClass, language: Language) -> &'static str {
    match (class, language) {
        (CreditClass::Quality, Language::Zh) => "优质",
        (CreditClass::Quality, Language::En) => "quality",
        (CreditClass::Regular, Language::Zh) => "一般",
        (CreditClass::Regular, Language::En) => "regular",
        (CreditClass::Risk, Language::Zh) => "风险",
        (CreditClass::Risk, Language::En) => "risk",
    }
}

/// What an alert warns of.
#[must_use]
pub const fn alert_kind(kind: AlertKind, language: Language) -> &'static str {
    let (zh, en) = match kind {
        AlertKind::OverdueDays => ("逾期天数过长", "overdue for long"),
        AlertKind::OverdueAmount => ("逾期金额过大", "much overdue"),
        AlertKind::PromiseBroken => ("承诺违约", "promise broken"),
        AlertKind::LimitExceeded => ("超信用额度", "over the credit limit"),
        AlertKind::ClassWorsened => ("客户分类变差", "class worsened"),
        AlertKind::ContractWithoutLateClause => {
            ("合同无违约金条款", "contract without a late-payment clause")
        }
        AlertKind::LimitationNear => ("诉讼时效临近", "limitation period near its end"),
        AlertKind::StatementUnconfirmed => ("对账未确认", "statement unconfirmed"),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

/// What was decided on a customer's credit.
#[must_use]
pub fn credit_action(action: &CreditAction, language: Language) -> String {
    let (zh, en) = match action {
        CreditAction::SetLimit(limit) => {
            let limit = with_currency(*limit);
            return match language {
                Language::Zh => format!("信用额度定为 {limit}"),
                Language::En => format!("credit limit {limit}"),
            };
        }
        CreditAction::RequirePrepayment(share) => {
            let percent = (share.0 * crate::money::Decimal::ONE_HUNDRED).normalize();
            return match language {
                Language::Zh => format!("要求预付 {percent}%"),
                Language::En => format!("prepayment of {percent} %"),
            };
        }
        CreditAction::AddSecurity(security) => {
            return match language {
                Language::Zh => format!("增加担保：{security}"),
                Language::En => format!("security added: {security}"),
            };
        }
        CreditAction::SetTerms(_) => ("调整付款条件", "new payment terms"),
        CreditAction::RestrictSupply => ("限制供货", "supply restricted"),
        CreditAction::SuspendSupply => ("暂停供货", "supply suspended"),
        CreditAction::ResumeSupply => ("恢复供货", "supply resumed"),
        CreditAction::Blacklist => ("列入黑名单", "blacklisted"),
        CreditAction::TakeOffBlacklist => ("移出黑名单", "taken off the blacklist"),
        CreditAction::KeepAsIs => ("维持不变", "kept as it is"),
    };
    match language {
        Language::Zh => zh.to_owned(),
        Language::En => en.to_owned(),
    }
}
