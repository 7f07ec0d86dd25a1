//! Names of what can be undone, for the words on the button.
//! Never says whether it can.

use super::Language;
use crate::record::DocumentKind;
use crate::workbook::Undoable;

/// What an undo takes back, as a noun phrase.
#[must_use]
pub const fn undoable(what: Undoable, language: Language) -> &'static str {
    let (zh, en) = match what {
        Undoable::RecordCustomer => ("登记客户", "customer"),
        Undoable::AmendCustomer => ("修改客户", "change to customer"),
        Undoable::RecordDocument(DocumentKind::Invoice) => ("登记单据", "invoice"),
        Undoable::RecordDocument(DocumentKind::DebitNote) => ("登记调增单", "debit note"),
        Undoable::RecordDocument(DocumentKind::CreditNote) => ("登记红字单", "credit note"),
        Undoable::AmendDocument => ("修改单据", "change to document"),
        Undoable::RecordReceipt => ("登记收款", "receipt"),
        Undoable::Allocate => ("收款核销", "allocation"),
        Undoable::Refund => ("退款", "refund"),
        Undoable::WriteOff => ("坏账核销", "write-off"),
        Undoable::RecordRecovery => ("坏账收回", "recovery"),
        Undoable::RaiseDispute => ("登记争议", "dispute"),
        Undoable::ResolveDispute => ("解决争议", "resolution of dispute"),
        Undoable::Reverse => ("红冲", "reversal"),
        Undoable::SetPolicy => ("修改设置", "change of settings"),
        Undoable::RecordRate => ("登记汇率", "exchange rate"),
        Undoable::ImportDocuments => ("导入", "import"),
        Undoable::Retract => ("撤销记录", "retraction"),
        Undoable::Restore => ("恢复记录", "restoration"),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}
