//! Words of the meeting pack.
//! Never a judgement: the meeting has those.

super::labels! {
    TITLE: "周例会", "Meeting pack";
    WEEK: "周例会 {0} 至 {1}", "Meeting pack {0} to {1}";
    MOVED: "回款与逾期变动", "Receipts and movement of what is overdue";
    COLLECTED: "本周回款", "Received this week";
    RECEIPTS: "笔数", "Receipts";
    OVERDUE_BEFORE: "上周末逾期", "Overdue a week ago";
    OVERDUE_NOW: "现在逾期", "Overdue now";
    CHANGE: "变动", "Change";
    BALANCE: "应收余额", "Balance";
    PEOPLE: "人员工作量", "Workload by person";
    PERSON: "人员", "Person";
    CUSTOMERS: "负责逾期户数", "Overdue customers";
    OVERDUE: "负责逾期额", "Overdue";
    CONTACTS: "本周联系", "Contacts";
    MISSED: "漏办", "Missed";
    TARGET: "月目标", "Month's target";
    UNNAMED: "未署名", "unnamed";
    PROMISES: "本周到期的承诺", "Promises decided this week";
    NO_PROMISES: "本周没有到期的承诺。", "No promise was decided this week.";
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
    NO_DECISIONS: "本周还没有记录决定。", "No decision is recorded this week.";
    DECISION: "决定内容", "What was decided";
    OWNER: "负责人", "Who does it";
    DUE_ON: "完成日期", "By when";
    RECORD: "记录决定", "Record the decision";
    NOT_A_DATE: "请填写日期，例如 +7", "Enter a date, such as +7";
}
