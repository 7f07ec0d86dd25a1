//! Names of what can be undone, for the words on the button.
//! Never says whether it can.

use super::Language;
use crate::record::DocumentKind;
use crate::workbook::{UndoStep, Undoable};

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
        Undoable::GrantDiscount => ("现金折扣", "discount"),
        Undoable::AcceptDiscount => ("认可超期折扣", "acceptance of a late discount"),
        Undoable::DecideLateCharge => ("违约金决定", "late-charge decision"),
        Undoable::ClaimLateCharge => ("收取违约金", "claim of a late charge"),
        Undoable::ExtendTerms => ("账期延长", "extension of terms"),
        Undoable::GrantPerk => ("给予权益", "perk"),
        Undoable::FulfillPerk => ("兑现权益", "fulfilment of a perk"),
        Undoable::RaiseDispute => ("登记争议", "dispute"),
        Undoable::ResolveDispute => ("解决争议", "resolution of dispute"),
        Undoable::Reverse => ("红冲", "reversal"),
        Undoable::LogContact => ("跟进记录", "contact"),
        Undoable::RecordPromise => ("付款承诺", "promise"),
        Undoable::AgreePlan => ("还款计划", "plan"),
        Undoable::PlaceHold => ("暂缓催款", "hold"),
        Undoable::MakeAppointment => ("约定拜访", "appointment"),
        Undoable::OpenCase => ("移交", "handover"),
        Undoable::ReachCaseStage => ("案件阶段", "stage of a case"),
        Undoable::Approve => ("审批", "approval"),
        Undoable::AddEvidence => ("证据", "evidence"),
        Undoable::SendStatements => ("发出对账单", "statement"),
        Undoable::AnswerStatement => ("对账回执", "return slip"),
        Undoable::RecordContract => ("合同", "contract"),
        Undoable::SetOverride => ("人工分类", "class or tier by hand"),
        Undoable::Evaluate => ("信用评估", "evaluation"),
        Undoable::DecideCredit => ("信用决定", "credit decision"),
        Undoable::AnswerAlerts => ("处理预警", "answer to alerts"),
        Undoable::Assess => ("单项计提", "assessment"),
        Undoable::RecordArticle => ("知识库条目", "article"),
        Undoable::RecordTraining => ("培训记录", "training"),
        Undoable::RecordDecision => ("会议决定", "decision of a meeting"),
        Undoable::SignOff => ("财务核对", "sign-off"),
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

/// What a step of undo or redo is called, with how often when more than once: `invoice × 30`.
#[must_use]
pub fn undo_step(step: UndoStep, language: Language) -> String {
    let what = undoable(step.what, language);
    match step.count {
        0 | 1 => what.to_owned(),
        count => format!("{what} × {count}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_of_many_says_how_many() {
        let step = |count| UndoStep { what: Undoable::RecordReceipt, count };
        assert_eq!(undo_step(step(1), Language::En), "receipt");
        assert_eq!(undo_step(step(30), Language::En), "receipt × 30");
        assert_eq!(undo_step(step(30), Language::Zh), "登记收款 × 30");
    }
}
