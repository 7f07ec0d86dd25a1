//! The names of table fields for people.
//! Never the names for the command line: those are `Field::name`.

use super::Language;
use crate::workbook::field::Field;

/// What a field is called in a mapper or in a sentence about a row.
#[must_use]
pub const fn field_label(field: Field, language: Language) -> &'static str {
    let (zh, en) = labels(field);
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

const fn labels(field: Field) -> (&'static str, &'static str) {
    match field {
        Field::CustomerCode => ("客户编码", "customer code"),
        Field::CustomerName => ("客户名称", "customer name"),
        Field::Number => ("单据号", "number"),
        Field::IssuedOn => ("开票日期", "invoice date"),
        Field::DueOn => ("到期日", "due date"),
        Field::Terms => ("付款条件", "payment terms"),
        Field::Amount => ("金额", "amount"),
        Field::Tax => ("税额", "tax"),
        Field::Currency => ("币种", "currency"),
        Field::Received => ("已收金额", "amount received"),
        Field::Outstanding => ("未收金额", "amount outstanding"),
        Field::ReceivedOn => ("收款日期", "receipt date"),
        Field::SettledOn => ("结清日期", "settled date"),
        Field::Disputed => ("争议", "disputed"),
        Field::Owner => ("负责人", "owner"),
        Field::Region => ("地区", "region"),
        Field::Contract => ("合同号", "contract"),
        Field::Memo => ("备注", "memo"),
        Field::Kind => ("单据类型", "document kind"),
        Field::TaxInvoiceNo => ("发票号码", "tax invoice number"),
        Field::Method => ("收款方式", "method"),
        Field::Reference => ("收款参考号", "reference"),
        Field::Industry => ("行业", "industry"),
        Field::Address => ("地址", "address"),
        Field::TaxNo => ("税号", "tax number"),
        Field::Phone => ("电话", "phone"),
        Field::Email => ("电子邮箱", "email"),
        Field::Contact => ("联系人", "contact"),
        Field::CreditLimit => ("信用额度", "credit limit"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_fields_share_a_label() {
        for language in [Language::Zh, Language::En] {
            let labels: BTreeSet<_> =
                Field::ALL.into_iter().map(|field| field_label(field, language)).collect();
            assert_eq!(labels.len(), Field::ALL.len());
        }
    }
}
