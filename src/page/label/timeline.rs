//! Words of the customer's timeline, tracking sheet, statements, contracts and papers to print.
//! Never what happened: `say` words that.

super::labels! {
    TAB: "跟进记录", "Timeline";
    TAB_CREDIT: "信用", "Credit";
    FILTER: "只看", "Show";
    EVERYTHING: "全部", "Everything";
    CONTACTS: "跟进", "Contacts";
    AGREEMENTS: "承诺与计划", "Promises and plans";
    CASES: "案件与证据", "Cases and evidence";
    STATEMENTS: "对账", "Statements";
    CREDIT: "信用", "Credit";
    DISPUTES: "争议", "Disputes";
    DOCUMENTS: "单据", "Documents";
    MONEY: "收款", "Money";
    NOTHING: "截止该日没有记录。", "Nothing was recorded by that day.";
    EARLIER: "更早的 {0} 条", "{0} earlier {0|line|lines}";
    RECORDED_BY: "{0} 登记", "recorded by {0}";
    RECORDED_UNSIGNED: "登记时未署名", "recorded without a name";
    PRINT_TRACKING: "打印跟踪表", "Print the tracking sheet";
    TRACKING: "催款进度跟踪表", "Tracking sheet";
    SHEET_OF: "{0} · {1} · 截止 {2}", "{0} · {1} · as of {2}";
    WHEN: "时间", "When";
    CHANNEL: "方式", "Channel";
    PERSON: "对方人员", "Person";
    SAID: "沟通内容", "Said";
    REPLY: "客户反馈", "Reply";
    RESULT: "结果", "Result";
    NEXT: "下一步及日期", "Next step and date";
    BY: "跟进人", "By";
    APPROVE: "审批", "Approve or refuse";
    END: "提前结束", "End it";
    ANSWER: "登记回执", "Return slip";
    STAGE: "案件进展", "Next stage";
    FULFILL: "登记兑现", "Given";
    VISIT_SHEET: "拜访单", "Visit sheet";
    PROMISE_SHEET: "付款承诺书", "Written promise";
    PACK: "证据包", "Evidence pack";
    BACK: "返回客户页", "Back to the customer";
    PRINT: "打印", "Print";
    PAST_STATEMENTS: "对账记录", "Statements sent";
    NO_STATEMENTS: "还没有发出过对账单。打印后在此登记发出日期。",
        "None was sent yet. Print it, then record here when it went out.";
    AS_OF: "截止日", "As of";
    SENT_ON: "发出日期", "Sent on";
    SENT_BY: "发出人", "By";
    BALANCE: "余额", "Balance";
    ANSWERED: "回执", "Reply";
    WAITING: "未回", "None yet";
    CONFIRMED: "{0} 确认相符", "agreed on {0}";
    DIFFERS: "{0} 有差异 {1}：{2}", "{0}: differs by {1}: {2}";
    SLIP: "回执", "Return slip";
    SLIP_AGREES: "□ 以上余额相符。", "□ The balance above agrees.";
    SLIP_DIFFERS: "□ 不符，差异金额：________________  原因：________________________________",
        "□ It differs by ________________ because ________________________________";
    SLIP_STAMP: "单位盖章：________________  签字：________________  日期：____________",
        "Stamp: ________________  Signed: ________________  Date: ____________";
    CONTRACTS: "合同", "Contracts";
    NO_CONTRACTS: "还没有登记合同。", "No contract is recorded yet.";
    CONTRACT_REGISTER: "合同台账", "Register of contracts";
    CHANGE: "修改", "Change";
    NUMBER: "合同编号", "Number";
    SIGNED_ON: "签订日期", "Signed on";
    AMOUNT: "金额", "Amount";
    CLAUSE: "付款条款", "Payment clause";
    LATE: "违约金/年", "Late, a year";
    RETENTION: "质保金", "Retention";
    KEPT_AT: "保管", "Kept at";
    INVOICES: "关联单据", "Invoices";
    OPEN: "未收", "Open";
    NO_LATE_CLAUSE: "无违约金条款", "no late-payment clause";
    CASES_OPEN: "案件", "Cases";
    CASE_SINCE: "{0}，{1} 起", "{0} since {1}";
    NO_STAGE: "还没有阶段。用“案件进展”登记第一步及其期限。",
        "No stage yet: record the first one with its deadline.";
    DEADLINE_IN: "下一期限 {0}（还有 {1} 天）", "Next deadline {0} (in {1} {1|day|days})";
    DEADLINE_OVER: "期限 {0} 已过 {1} 天", "Deadline {0} is over by {1} {1|day|days}";
    CLOSED: "已结束：{0}", "Ended: {0}";
    RECOVERY: "预计收回", "Expected recovery";
    COST: "预计费用", "Estimated cost";
    NET: "净额", "Net";
    ARITHMETIC: "怎么算的", "How it adds up";
    PAYS: "值得：预计收回高于费用。", "It pays: more is expected than it costs.";
    PAYS_NOT: "不值得：费用不低于预计收回。", "It does not pay: it costs as much as is expected, or more.";
    NO_COST: "填写预计费用（或佣金比例）后，这里比较收回与费用。",
        "Enter an estimated cost (or the fee) to compare it with what is expected.";
    NO_RATES: "还没有这些账龄的计提比例：在设置里填写后才能估计收回。",
        "No provision rates for these ages yet: enter them in the settings to see what is expected.";
    NOTHING_TO_RECOVER: "截止该日没有可收回的金额。", "Nothing is open to be recovered on that day.";
    SETTLED_SINCE: "移交以来已结清 {0}", "{0} settled since it was handed over";
    CHECKLIST: "证据清单", "Evidence checklist";
    MISSING: "缺", "missing";
    IN_LEDGER: "账内可证 {0} 项", "{0} in this workbook";
    ITEMS: "未结清单据", "Open items";
    DEMANDS: "函件与催告", "Letters and demands";
    DELIVERED: "已送达", "Arrived";
    NOT_DELIVERED: "未证明送达", "Not shown to have arrived";
    PROMISES: "承诺与还款计划", "Promises and plans";
    EVIDENCE: "证据", "Evidence";
    STAGES: "案件阶段", "Stages";
    EXPECTED: "本证据包按账簿数据编制，不构成法律意见。",
        "Drawn up from the workbook; no legal advice.";
    MEET: "拜访 {0}", "Visit of {0}";
    PLACE: "地点", "Place";
    WHO: "前往", "Who goes";
    MEETS: "拜访对象", "To meet";
    PREPARE: "准备事项", "To prepare";
    OVERDUE: "逾期合计", "Overdue in total";
    RESULT_LINES: "拜访结果：", "Result:";
    BLANK: "________________________________________________________________",
        "________________________________________________________________";
    PROMISE_TEXT: "我单位确认尚欠 {0} 货款，承诺于 {2} 前支付 {1}。",
        "We confirm that we owe {0} and promise to pay {1} by {2}.";
    NOT_THERE: "没有这份文件的内容，它可能已撤销。", "There is nothing to print; it may have been retracted.";
}
