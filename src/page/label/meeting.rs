//! Words of the meeting pack.
//! Never a judgement: the meeting has those.

super::labels! {
    TITLE: "周例会", "Meeting pack";
    DAILY: "日报", "Daily report";
    DAY: "日报 {0}", "Daily report of {0}";
    SPAN: "期间", "Span";
    WEEK: "周例会 {0} 至 {1}", "Meeting pack {0} to {1}";
    MOVED: "回款与逾期变动", "Receipts and movement of what is overdue";
    COLLECTED: "期间回款", "Received";
    RECEIPTS: "笔数", "Receipts";
    OVERDUE_BEFORE: "期初逾期", "Overdue before";
    OVERDUE_NOW: "期末逾期", "Overdue now";
    CHANGE: "变动", "Change";
    BALANCE: "应收余额", "Balance";
    PEOPLE: "人员工作量", "Workload by person";
    PERSON: "人员", "Person";
    CUSTOMERS: "负责逾期户数", "Overdue customers";
    OVERDUE: "负责逾期额", "Overdue";
    CONTACTS: "联系次数", "Contacts";
    MISSED: "漏办", "Missed";
    TARGET: "月目标", "Month's target";
    UNNAMED: "未署名", "unnamed";
    PROMISES: "期间到期的承诺", "Promises decided";
    NO_PROMISES: "期间没有到期的承诺。", "No promise was decided.";
    PROMISED_ON: "承诺日", "Promised for";
    AMOUNT: "金额", "Amount";
    FATE: "结果", "Outcome";
    MISSED_LIST: "漏办事项", "Actions missed";
    NOTHING_MISSED: "没有漏办。", "Nothing was missed.";
    SINCE: "应办日", "Was due";
    DISCUSS: "需要讨论的客户", "Customers to discuss";
    NOBODY: "没有需要讨论的客户。", "Nobody to discuss.";
    IMPORTANT: "重要情况", "Of importance";
    DECISIONS: "会议决定", "Decisions";
    ON_CREDIT: "{0}：{1}（{2}）", "{0}: {1} ({2})";
    NO_DECISIONS: "期间还没有记录决定。", "No decision is recorded.";
    DECISION: "决定内容", "What was decided";
    OWNER: "负责人", "Who does it";
    DUE_ON: "完成日期", "By when";
    CHECKED: "财务已核对至 {0} 的收款（{1}）。", "Finance has checked the receipts up to {0} ({1}).";
    NOT_CHECKED: "财务还没有核对过收款。", "Finance has not checked the receipts yet.";
    SIGN_OFF: "财务核对", "Checked by finance";
    SIGN_OFF_HINT: "确认到这一天为止的收款已全部登记。超过设置的天数未核对时，联系客户前会提醒。",
        "Says that all receipts up to this day are recorded. Without it a warning stands before each contact, after as many days as the settings say.";
    UP_TO: "核对至", "Up to";
    CHECKED_BY: "核对人", "Checked by";
    DO_SIGN_OFF: "确认核对", "Confirm";
    SIGNED_OFF: "已记录财务核对", "Recorded that finance checked";
    NOT_YET: "这一天还没有到", "That day has not come yet";
    NO_CHECKER: "请填写核对人", "Say who checked";
    UNCONFIRMED: "长期未确认对账的客户", "Customers without a confirmed statement";
    ALL_CONFIRMED: "没有超期未确认对账的客户。", "Nobody is without a confirmed statement for too long.";
    CONFIRMED_ON: "上次确认", "Last confirmed";
    SENT_ON: "上次发出", "Last sent";
    MAKE_STATEMENT: "出具对账单", "Make a statement";
    NEXT_STEP: "下一步", "Next step";
    MORE_UNCONFIRMED: "另有 {0} 户，见预警。", "{0} more on the alerts.";
    WAITING: "待审批（{0} 项）", "Waiting for approval ({0})";
    WAITING_NAME: "待审批", "Waiting for approval";
    WHAT: "事项", "What";
    PROPOSED_ON: "提出日期", "Proposed on";
    AWAITED: "等待", "Awaited";
    DECIDE_ON: "去审批", "Decide";
    RECORD: "记录决定", "Record the decision";
    NOT_A_DATE: "请填写日期，例如 +7", "Enter a date, such as +7";
}
