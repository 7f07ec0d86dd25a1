//! Words of the import of a table.
//! Never the sentence of a problem: `say` words those.

super::labels! {
    TITLE: "导入 {0}", "Import {0}";
    READING: "正在读取 {0}", "Reading {0}";
    ROWS_OF: "{0} / {1}", "{0} of {1}";
    KIND: "表格内容", "The rows are";
    INVOICES: "应收单据", "Invoices";
    RECEIPTS: "收款单", "Receipts";
    CUSTOMERS: "客户", "Customers";
    MAPPING: "列的对应", "Columns";
    MAPPING_HINT: "按表头自动识别，可以更改；下次同样的表格会记住。",
        "Recognised by their headings; change what is wrong. The next table of this layout is read the same way.";
    NOT_MAPPED: "—", "—";
    SAMPLE: "例：{0}", "e.g. {0}";
    DAY_FIRST: "日在前（31/12）", "Day first (31/12)";
    MONTH_FIRST: "月在前（12/31）", "Month first (12/31)";
    REFUSE: "不导入", "Refuse them";
    SUM_LINES: "按明细行合计", "Add them up as lines";
    MISSING_NOTHING: "不作处理", "Nothing";
    MISSING_SETTLED: "视为已结清", "It was settled";
    PREVIEW: "前 {0} 行将这样登记", "The first {0} {0|row|rows} as they will be recorded";
    ROW: "行", "Row";
    CUSTOMER: "客户", "Customer";
    NUMBER: "单号", "Number";
    ON: "日期", "Date";
    DUE: "到期日", "Due";
    AMOUNT: "金额", "Amount";
    RECEIVED: "已收", "Received";
    NEW: "新增 {0}", "{0} new";
    CHANGED: "变动 {0}", "{0} changed";
    UNCHANGED: "不变 {0}", "{0} unchanged";
    REFUSED: "不能导入 {0}", "{0} refused";
    WARNED: "提示 {0}", "{0} {0|warning|warnings}";
    PROBLEMS: "问题", "Problems";
    MORE: "另有 {0} 条", "{0} more";
    DIFFERENCES: "与上次导入不同", "Changed since the last import";
    WAS_NOW: "第 {0} 行 {1}：{2} → {3}", "row {0}, {1}: {2} → {3}";
    MISSING_WAS_NOW: "表中没有 {0}：{1} → {2}", "not in the table, {0}: {1} → {2}";
    RECEIVED_TO_DATE: "已收金额", "received to date";
    ACCEPT: "确认导入", "Import";
    CANCEL: "取消", "Cancel";
    DONE: "已导入 {0} 行", "Imported {0} {0|row|rows}";
    NOTHING_NEW: "表格里没有新内容。", "There is nothing new in this table.";
    CANCELLED: "已取消导入", "Import cancelled";
    BROKEN: "读取未完成：{0}", "Reading stopped: {0}";
    NOTHING: "无", "none";
}
