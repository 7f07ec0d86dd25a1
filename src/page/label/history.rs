//! Words of the history: its filters, its table, and one entry opened.
//! Never the sentence of an entry: `say` words those.

super::labels! {
    TITLE: "历史", "History";
    SEARCH: "筛选记录", "Filter entries";
    PERSON: "记录人", "Person";
    EVERYBODY: "所有人", "Everybody";
    KIND: "类别", "Kind";
    ANY_KIND: "全部类别", "Everything";
    CUSTOMERS: "客户", "Customers";
    DOCUMENTS: "单据", "Invoices and notes";
    MONEY: "收款与核销", "Money";
    DISPUTES: "争议", "Disputes";
    COLLECTION: "催收", "Collection";
    CREDIT: "信用", "Credit";
    IMPORTS: "导入", "Imports";
    SETTINGS: "设置", "Settings";
    TAKEN_BACK: "撤销与恢复", "Taken back";
    WHEN: "时间", "When";
    WHO: "记录人", "By";
    WHAT: "内容", "What";
    CONCERNS: "客户", "Customer";
    STATE: "状态", "State";
    SOMEBODY: "未署名", "unnamed";
    OPEN_ENTRY: "查看", "Open";
    RETRACTED: "已撤销", "retracted";
    COUNT: "{0} 条记录", "{0} {0|entry|entries}";
    SEARCHING: "正在筛选…", "Filtering…";
    ENTRY: "记录 {0}", "Entry {0}";
    RECORDED: "{0} 于 {1} 登记", "Recorded by {0}, {1}";
    RETRACTED_BY: "已由 {0} 于 {1} 撤销", "Retracted by {0}, {1}";
    WHY: "原因：{0}", "Reason: {0}";
    REASON: "撤销原因", "Why it is retracted";
    REASON_HINT: "会留在历史中", "Stays in the history";
    RETRACT: "撤销这条记录", "Retract this entry";
    RESTORE: "恢复这条记录", "Restore this entry";
    TO_CUSTOMER: "打开客户 {0}", "Open customer {0}";
}
