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
    CLASS: "分类", "Class";
    TIER: "分级", "Tier";
    LIMIT_USED: "额度使用", "Limit used";
    PROMISE: "承诺", "Promise";
    PROMISE_LINE: "{0} 承诺于 {1} 前付 {2}，已收 {3}：{4}", "given {0}: {2} by {1}, received {3}: {4}";
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
    SALESPERSON: "销售员", "Salesperson";
    GROUP: "所属集团", "Group of companies";
    BANK: "开户行及账号", "Bank and account";
    SECURITY: "担保", "Security";
    PREPAYMENT_SHARE: "预付比例", "Prepayment share";
    LATE_REASON: "拖欠原因", "Why it pays late";
    ABLE_TO_PAY: "付款能力", "Able to pay";
    WILLING_TO_PAY: "付款意愿", "Willing to pay";
    CREDIT_REPORTS: "外部信用报告", "Credit reports of others";
    DEBTOR_KIND: "客户性质", "Kind of debtor";
    NOT_STATED: "未填写", "Not stated";
    PUBLIC_BODY: "机关事业单位", "Public body";
    LARGE_FIRM: "大型企业", "Large firm";
    SMALL_FIRM: "中小企业", "Small firm";
    CREDIT_LIMIT: "信用额度", "Credit limit";
    COMMON_TERMS: "按工作簿设置", "As set for the workbook";
    OWN_TERMS: "沿用现有条件", "As they are";
    RECONCILIATION_DAY: "每月对账日", "Reconciliation day of the month";
    NOT_A_DAY_OF_MONTH: "请填写 1 到 31", "Enter a day from 1 to 31";
    CANNOT_BE_EMPTIED: "已填写的内容可以修改，不能清空", "What was once stated can be changed, not emptied";
    CONTACTS: "联系人", "Contacts";
    CONTACT_NAME: "姓名", "Person";
    ROLE: "职务", "Role";
    PHONE: "电话", "Phone";
    EMAIL: "邮箱", "E-mail";
    WECHAT: "微信", "WeChat";
    VERIFIED_ON: "核实日期", "Last verified";
    ADD_CONTACT: "增加联系人", "Add a contact";
    NOT_AN_EMAIL: "邮箱应类似 name@example.com", "No e-mail address";
    SUPPLY_SUSPENDED: "暂停供货", "Supply suspended";
    BLACKLISTED: "黑名单", "Blacklisted";
    KEY_ACCOUNT: "重点客户", "Key account";
    FINDINGS: "{0} 个待处理问题", "{0} {0|finding|findings} to settle";
    MORE_DEEDS: "更多…", "More…";
    NOTHING_OPEN: "截止该日没有未结清单据。", "Nothing is open on that day.";
}
