//! Words of finding: search, the palette of actions, the list of keys.
//! Never words of what is found: those come from the workbook.

super::labels! {
    SEARCH: "搜索客户、单号、联系人", "Search customers, numbers, contacts";
    SEARCH_OPEN: "搜索", "Search";
    NOTHING: "没有找到“{0}”", "Nothing found for “{0}”";
    PALETTE: "全部操作", "All actions";
    PALETTE_FIELD: "操作名称或拼音首字母", "Name of an action";
    KEYS: "快捷键", "Keys";
    KEYS_OF_TABLES: "表格", "In a table";
    TABLE_MOVE: "移动光标", "Move the cursor";
    TABLE_ENDS: "行首、行尾；加 Ctrl 到首行、末行", "First and last cell; with Ctrl first and last row";
    TABLE_OPEN: "打开", "Open";
    TABLE_SELECT: "选择一行；Ctrl A 全选", "Select a row; Ctrl A all rows";
    TABLE_COPY: "复制所选行", "Copy the selected rows";
    CLOSE: "关闭", "Close what is open";
    SWITCH_LANGUAGE: "切换到英文", "Switch to Chinese";
    SWITCH_THEME: "切换明暗", "Change light and dark";
    EXPORT: "导出工作簿", "Export the workbook";
    IMPORT: "导入文件", "Import a file";
    WORKBOOKS: "全部工作簿", "All workbooks";
    CUSTOMERS: "客户", "Customers";
    DOCUMENTS: "单据", "Documents";
    RECEIPTS: "收款", "Receipts";
    UNNUMBERED: "无编号", "Without a number";
}
