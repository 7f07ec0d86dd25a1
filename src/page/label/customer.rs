//! Words of the list of customers and of the customer page.
//! Never names of facts: `say` words those.

super::labels! {
    TITLE: "客户", "Customers";
    CODE: "编号", "Code";
    NAME: "名称", "Name";
    OWNER: "负责人", "Owner";
    REGION: "地区", "Region";
    CURRENCY: "币种", "Currency";
    BALANCE: "余额", "Balance";
    OVERDUE: "逾期", "Overdue";
    OLDEST: "最长逾期", "Oldest";
    DAYS: "{0} 天", "{0} {0|day|days}";
    SEARCH: "筛选编号、名称、负责人、地区", "Filter by code, name, owner, region";
    COUNT: "合计 {0} 户", "Total of {0}";
    NEW: "新增客户", "New customer";
    SAVE: "保存", "Save";
    SAVED: "已保存客户 {0}", "Saved customer {0}";
    NOTHING_TITLE: "还没有客户", "No customers yet";
    NOTHING_TEXT: "导入应收明细会自动建立客户，也可以逐个新增。",
        "Importing your open items records customers by itself; or add them one by one.";
    TO_IMPORT: "导入表格", "Import a table";
    UNKNOWN_TITLE: "没有这个客户", "No such customer";
    UNKNOWN_TEXT: "它可能被撤销，或属于另一个工作簿。",
        "It may have been retracted, or belong to another workbook.";
    ALL_CUSTOMERS: "全部客户", "All customers";
    TABS: "客户页", "Customer page";
    TAB_ITEMS: "单据", "Items";
    TAB_STATEMENT: "对账", "Statement";
    TAB_DETAILS: "客户资料", "Details";
    STATEMENT: "对账单 · 截止 {0}", "Statement of account as of {0}";
    PRINT: "打印", "Print";
    ADDRESS: "地址", "Address";
    TAX_NO: "税号", "Tax number";
    INDUSTRY: "行业", "Industry";
    MEMO: "备注", "Memo";
    SUPPLY_SUSPENDED: "暂停供货", "Supply suspended";
    BLACKLISTED: "黑名单", "Blacklisted";
    KEY_ACCOUNT: "重点客户", "Key account";
    FINDINGS: "{0} 个待处理问题", "{0} {0|finding|findings} to settle";
    SLIP: "回执：以上余额 □ 相符  □ 不符，差异说明：____________________  盖章/签字：__________  日期：__________",
        "Reply: the balance above □ agrees  □ differs, because: ____________________  Signed: __________  Date: __________";
    NOTHING_OPEN: "截止该日没有未结清单据。", "Nothing is open on that day.";
}
