//! What a row is, where a column says it.
//! Never overrules the sign of the amount: a negative claim is a credit note whatever it is called.

use crate::format::table::heading::fold::fold;

/// What a row says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowKind {
    /// A claim.
    Invoice,
    /// A claim from before the books began.
    Opening,
    /// Increases a claim.
    DebitNote,
    /// Reduces a claim.
    CreditNote,
    /// Money received, listed among the claims.
    Receipt,
}

/// The kind that a cell names; `None` for a name that is not known.
pub(crate) fn row_kind(cell: &str) -> Option<RowKind> {
    let folded = fold(cell);
    let named = NAMES
        .iter()
        .find(|(_, names)| names.split_whitespace().any(|name| name == folded))
        .map(|(kind, _)| *kind);
    // 红字 marks the reversed form of any document.
    let red = ["红字", "贷项", "creditnote", "creditmemo"].iter().any(|word| folded.contains(word));
    named.or_else(|| red.then_some(RowKind::CreditNote))
}

/// Names in folded form, and the two-letter codes of ledgers.
const NAMES: &[(RowKind, &str)] = &[
    (
        RowKind::Invoice,
        "invoice inv invoices taxinvoice salesinvoice customerinvoice standardinvoice \
         billingdocument accrec rv dr ri vf bill sale sales 应收单 应收单据 应收款单 其他应收单 标准应收单 销售应收单 应收 发票 \
         销售发票 销售专票 销售普票 销售专用发票 销售普通发票 增值税专用发票 增值税普通发票 专用发票 普通发票 专票 普票 \
         电子发票 数电票 蓝字 蓝字发票 蓝票 蓝 销售单 销货单 出库单 销售出库单 发货单",
    ),
    (RowKind::Opening, "openingbalance opening 期初 期初余额 期初应收 期初应收单 期初单据"),
    (
        RowKind::DebitNote,
        "debitnote debitmemo debit dm dn customerdebitnote 借项通知单 应收调增单 调增单 应收调增 补价单",
    ),
    (
        RowKind::CreditNote,
        "creditnote creditmemo credit cm cn crn dg rg salescreditnote customercreditnote \
         accreccredit creditadj arcreditmemo salesreturn return 红字 红字发票 红字应收单 红票 红 贷项通知单 \
         应收调减单 调减单 应收调减 退货 退货单 销售退货 销售退货单 负数发票",
    ),
    (
        RowKind::Receipt,
        "payment pmt pay receipt receipts cashreceipt customerpayment arreceipt prepayment deposit \
         unappliedcash onaccount dz accrecpayment paymententry 收款 收款单 预收 预收单 预收款 预收款单 回款 回款单 银行收款 \
         现金收款 销售收款单",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Invoice", Some(RowKind::Invoice))]
    #[case("RV", Some(RowKind::Invoice))]
    #[case("销售专用发票", Some(RowKind::Invoice))]
    #[case("期初余额", Some(RowKind::Opening))]
    #[case("Credit Memo", Some(RowKind::CreditNote))]
    #[case("红字销售专用发票", Some(RowKind::CreditNote))]
    #[case("应收调增单", Some(RowKind::DebitNote))]
    #[case("收款单", Some(RowKind::Receipt))]
    #[case("AB", None)]
    fn kinds_are_known_by_name(#[case] cell: &str, #[case] kind: Option<RowKind>) {
        assert_eq!(row_kind(cell), kind);
    }

    #[test]
    fn names_are_folded() {
        for (kind, names) in NAMES {
            for name in names.split_whitespace() {
                assert_eq!(fold(name), name);
                assert_eq!(row_kind(name), Some(*kind), "{name} has one meaning");
            }
        }
    }
}
