//! Words of the share screen: export, import, findings, history, checks.
//! Never the sentence of a finding: `say` words those.

super::labels! {
    TITLE: "导入导出", "Share";
    EXPORT: "导出", "Export";
    EXPORT_TEXT: "整个工作簿存成一个 JSON 文件，发给同事或留作备份。浏览器数据可能被清除，请定期导出。",
        "The whole workbook as one JSON file, for a colleague or as a backup. A browser's data can be cleared: export regularly.";
    EXPORT_BUTTON: "导出 JSON", "Export JSON";
    EXPORTED: "已导出 {0}", "Exported {0}";
    NOT_EXPORTED: "未能导出：{0}", "Could not export: {0}";
    FROM_FILE: "本页从文件打开，数据在浏览器里，不在这个文件里。Firefox 按文件位置存放：移动或改名后打开就是空的；Chrome、Edge、Safari 中，本机所有网页文件共用一处。请常留一份导出的文件。",
        "This page was opened from a file; its data is in the browser, not in that file. Firefox ties it to the file's place: moved or renamed, the page opens empty. In Chrome, Edge and Safari all pages opened from files share one storage. Keep an exported file.";
    IMPORT: "导入", "Import";
    IMPORT_TEXT: "应收、收款、客户表格（CSV、TSV、XLSX），或同事导出的 JSON。先预览，确认后才登记。也可把文件拖到窗口任意处。",
        "Tables of invoices, receipts or customers (CSV, TSV, XLSX), or a colleague's JSON. You see what it changes before it is recorded. Or drop a file anywhere.";
    CHOOSE: "选择文件", "Choose a file";
    PASTE: "粘贴表格", "Paste a table";
    PASTE_HINT: "从 Excel 或 WPS 复制后粘贴到这里", "Copy from a spreadsheet and paste here";
    READ_PASTE: "读取粘贴内容", "Read what was pasted";
    MERGE_TITLE: "合并 {0}", "Merge {0}";
    NEW_ENTRIES: "新记录 {0}", "{0} new {0|entry|entries}";
    KNOWN_ENTRIES: "已有 {0}", "{0} known";
    NEW_FINDINGS: "新问题 {0}", "{0} new {0|finding|findings}";
    SET_ASIDE: "无法读取 {0} 处，已另放，其余照常", "{0} {0|place|places} could not be read, set aside; the rest is fine";
    BALANCES: "余额变化", "Balances that change";
    NO_BALANCES: "余额不变。", "No balance changes.";
    BEFORE: "合并前", "Before";
    AFTER: "合并后", "After";
    CUSTOMER: "客户", "Customer";
    MERGE: "合并", "Merge";
    CANCEL: "取消", "Cancel";
    MERGED: "已合并 {0} 条记录", "Merged {0} {0|entry|entries}";
    NOTHING_NEW: "文件里没有新记录。", "There is nothing new in this file.";
    OTHER_BOOK: "这是另一个工作簿，已单独打开。", "This file holds another workbook; it was opened beside yours.";
    NOT_READ: "读取未完成：{0}", "Reading stopped: {0}";
    NO_WORKBOOK: "文件没有说明它属于哪个工作簿，无法导入。", "The file does not say which workbook it holds and cannot be taken in.";
    IDENTITY: "工作簿与记录人", "Workbook and person";
    BOOK_TITLE: "工作簿名称", "Name of the workbook";
    PERSON: "您的姓名", "Your name";
    PERSON_HINT: "之后登记的内容会注明是您记的，合并时分得清", "Stands beside what you record, so that a merge tells people apart";
    FINDINGS: "待处理问题", "Findings to settle";
    NO_FINDINGS: "没有待处理的问题。", "There is nothing to settle.";
    CHOOSE_VALUE: "选用 {0}", "Choose {0}";
    STATED_BY: "{0} 于 {1}", "{0}, {1}";
    SOMEBODY: "未署名", "unnamed";
    SETTLED: "已选定", "Settled";
    TO_CUSTOMER: "打开客户", "Open customer";
    DAMAGED: "存储中有 {0} 处无法读取，已保留原样。", "{0} stored {0|value|values} could not be read and stayed as stored.";
    CHECKS: "完整性检查", "Integrity check";
    CHECK_FINE: "通过", "holds";
    CHECK_FAILED: "{0} 处不符", "{0} do not hold";
}
