//! Words of the items screen and of the dialogs that record documents and receipts.
//! Never the sentence of a refusal: `say` words those.

super::labels! {
    TITLE: "应收与收款", "Items";
    SEGMENT: "单据类型", "Kind";
    CLAIMS: "应收单据", "Invoices";
    CREDIT_NOTES: "红字应收单", "Credit notes";
    RECEIPTS: "收款单", "Receipts";
    QUICK: "筛选", "Filter";
    OPEN: "未结清", "Open";
    NOT_DUE: "未到期", "Not due";
    DUE_SOON: "7 天内到期", "Due in 7 days";
    OVERDUE: "逾期", "Overdue";
    OVER_90: "逾期 90 天以上", "Over 90 days";
    DISPUTED: "有争议", "Disputed";
    ALL_ITEMS: "全部", "All";
    SEARCH: "筛选单号、客户", "Filter by number, customer";
    NUMBER: "单号", "Number";
    REFERENCE: "参考号", "Reference";
    CUSTOMER: "客户", "Customer";
    ISSUED: "开票日期", "Invoice date";
    RECEIVED_ON: "收款日期", "Received on";
    DUE: "到期日", "Due date";
    AMOUNT: "金额", "Amount";
    OUTSTANDING: "未收金额", "Outstanding";
    UNAPPLIED: "未核销", "Unapplied";
    DAYS: "逾期天数", "Days overdue";
    TOTAL_IN: "合计 {0} 笔 {1}", "Total of {0}, {1}";
    PART: "{0}({1}/{2})", "{0} ({1}/{2})";
    EXTENDED: "{0} · 延至 {1}", "{0} · due {1}";
    NEW_INVOICE: "登记单据", "New invoice";
    NEW_RECEIPT: "登记收款", "New receipt";
    METHOD: "方式", "Method";
    CURRENCY: "币种", "Currency";
    NOT_A_DATE: "请填写日期，例如 2026-3-5、3/5、+7", "Enter a date, such as 2026-3-5 or +7";
    NOT_AN_AMOUNT: "请填写金额，例如 1,200 或 1.2万", "Enter an amount, such as 1,200";
    NOT_A_SHARE: "核销金额无法读取，请填写数字或留空", "A share is no amount; enter a figure or nothing";
    NOT_A_CURRENCY: "请填写三位币种代码，例如 CNY", "Enter a currency code, such as CNY";
    ALLOCATION: "核销到", "Settles";
    REST: "余 {0} 未核销", "{0} stays unapplied";
    DISCOUNT_TAKEN: "享受现金折扣 {0}，共清 {1}（折扣期到 {2}）",
        "takes a discount of {0}: settles {1} (until {2})";
    DISCOUNT_OPEN: "{1} 前付 {0} 可享现金折扣 {2}", "pay {0} by {1} and take {2} off";
    SETTLED: "已结清", "Settled";
    USED_UP: "已全部核销", "Fully applied";
    IMPLIED: "由导入推定", "implied by an import";
    NOTHING_TITLE: "这里还没有单据", "Nothing here yet";
    NOTHING_TEXT: "登记单据和收款，或导入表格；筛选条件也可能把它们隐藏了。",
        "Record invoices and receipts, or import a table; a filter may also hide them.";
    KIND_INVOICE: "应收单据", "Invoice";
    KIND_DEBIT_NOTE: "应收调增单", "Debit note";
    KIND_CREDIT_NOTE: "红字应收单", "Credit note";
    KIND: "类型", "Kind";
}
