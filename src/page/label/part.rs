//! Words inside the plain parts.
//! Never words that know what a part shows.

super::labels! {
    CLOSE: "关闭", "Close";
    CANCEL: "取消", "Cancel";
    SAVE: "保存", "Save";
    OPEN_CALENDAR: "打开日历", "Open calendar";
    CHOOSE_FILE: "选择文件…", "Choose a file…";
    SELECT_ALL: "全选", "Select all";
    SELECT_ROW: "选择此行", "Select this row";
    DROP_HERE: "松开鼠标，读取文件", "Drop to read the file";
    COLUMNS: "列…", "Columns…";
    REMARK: "提示", "Remark";
    REQUIRED: "必填", "required";
}
