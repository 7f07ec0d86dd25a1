//! Words of the sheet of one item or receipt, and of what can be done to it.
//! Never the sentence of a refusal or of a step: `say` words those.

super::labels! {
    ARITHMETIC: "计算过程", "How it comes about";
    RECORDED: "来自哪些记录", "Entries it comes from";
    RECORDED_BY: "{0} · {1} · {2}", "{0} · {1} · {2}";
    NOBODY: "未署名", "unsigned";
    ACTS: "操作", "Actions";
    ALLOCATE: "核销到单据", "Allocate";
    REFUND: "退款", "Refund";
    BOUNCE: "退票 / 红冲", "Bounced or reversed";
    WRITE_OFF: "坏账、差额或扣款", "Write off";
    RECOVER: "坏账收回：{0}", "Recovery of {0}";
    DISCOUNT: "现金折扣", "Discount taken";
    DISPUTE: "登记争议", "Raise a dispute";
    RESOLVE: "争议结束", "Resolve the dispute";
    UNDO: "取消 {0}", "Undo {0}";
    REVERSE_DOCUMENT: "红冲单据", "Reverse the document";
    AMEND: "更正", "Amend";
    RETRACT: "撤销（登记错误）", "Retract (recorded in error)";
    RETRACT_HINT: "视同从未登记，任何一天的数字都会改变；实际发生的退票、红冲请用带日期的操作。",
        "As if never recorded: figures of every day change. For what happened in the world use the act with a date.";
    ON: "日期", "Date";
    REASON: "原因", "Reason";
    APPROVER: "批准人", "Approved by";
    KIND: "类型", "Kind";
    OUTCOME: "结果", "Outcome";
    BAD_DEBT: "坏账核销", "Bad debt";
    SMALL_DIFFERENCE: "小额差异", "Small difference";
    BANK_FEE: "银行手续费", "Bank fee";
    EXCHANGE_DIFFERENCE: "汇兑差额", "Exchange difference";
    DEDUCTION: "扣款", "Deduction";
    UPHELD: "债权成立", "The claim stands";
    CONCEDED: "客户有理", "The customer was right";
    WITHDRAWN: "客户撤回", "The customer withdrew it";
    DONE: "已登记：{0}", "Recorded: {0}";
    NOTHING_OPEN: "没有可核销的未结清单据。", "No open item can take it.";
    NO_SUCH: "没有这张单据或收款", "No such item or receipt";
    NO_SUCH_TEXT: "它可能被撤销，或属于另一个工作簿。",
        "It may have been retracted, or belong to another workbook.";
    NOT_OFFERED: "这些单据不适用此操作", "not possible for these items";
    SELECTED: "已选 {0} 行", "{0} {0|row|rows} selected";
    CLEAR: "取消选择", "Clear";
    BULK_DONE: "已处理 {0} 行", "{0} {0|row|rows} done";
    BULK_KEPT: "{0} 行未处理：{1}", "{0} {0|row|rows} not done: {1}";
}
