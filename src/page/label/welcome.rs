//! Words of the first visit and of the list of workbooks.
//! Never words of the frame.

super::labels! {
    TITLE: "欢迎使用回款簿", "Welcome to Huikuan";
    TEXT: "应收账款的账龄、客户与催款，全部在您的浏览器里，数据不离开本机。",
        "Receivables by age and by customer, wholly in your browser: nothing leaves this computer.";
    IMPORT: "导入我的表格", "Import my table";
    IMPORT_TEXT: "把财务软件导出的应收明细（CSV 或 XLSX）拖进来，五分钟看到账龄。",
        "Drop the open items that your accounting package exports (CSV or XLSX) and see them aged.";
    EMPTY: "从空白开始", "Start empty";
    EMPTY_TEXT: "新建工作簿，逐张登记客户、单据和收款。",
        "A new workbook, in which you record customers, invoices and receipts.";
    DEMO: "看看示例", "Look at the demo book";
    DEMO_TEXT: "一家虚构贸易公司的账，可以随意试，随时删除。",
        "The book of an invented trading firm, to try everything on.";
    BOOKS: "本机的工作簿", "Workbooks on this computer";
    NEW_TITLE: "我的工作簿", "My workbook";
    UNKNOWN_TITLE: "没有这个页面", "There is no such page";
    UNKNOWN_TEXT: "地址里的页面不存在。", "The address names no page of this version.";
    HOME: "回到首页", "Back to the start";
    GONE_TITLE: "本机没有这个工作簿", "This workbook is not on this computer";
    GONE_TEXT: "它可能在另一台电脑、另一个浏览器，或浏览器数据已被清除。导入它的 JSON 文件即可恢复。",
        "It may be on another computer or in another browser, or the browser's data was cleared. Import its JSON file to have it back.";
    MAKING: "正在准备示例", "Preparing the demo book";
}
