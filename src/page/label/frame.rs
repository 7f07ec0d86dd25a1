//! Words of the frame: rail, bar, workbook switcher.
//! Never words of a single screen.

super::labels! {
    APP: "回款簿", "Huikuan";
    SKIP: "跳到内容", "Skip to content";
    SCREENS: "页面", "Screens";
    TODAY_SCREEN: "今日", "Today";
    CUSTOMERS: "客户", "Customers";
    ITEMS: "应收与收款", "Items";
    AGING: "账龄", "Aging";
    SHARE: "导入导出", "Share";
    SETTINGS: "设置", "Settings";
    WORKBOOK: "工作簿", "Workbook";
    ALL_WORKBOOKS: "全部工作簿…", "All workbooks…";
    AS_OF: "截止日", "As of";
    TODAY: "今天", "today";
    NOT_A_DAY: "“{0}”不是日期", "“{0}” is not a date";
    BACK_TO_TODAY: "回到今天", "Back to today";
    UNDO: "撤销", "Undo";
    REDO: "恢复", "Redo";
    UNDO_NAMED: "撤销：{0}", "Undo: {0}";
    REDO_NAMED: "恢复：{0}", "Redo: {0}";
    SAVING: "正在保存…", "Saving…";
    SAVED: "已保存", "Saved";
    NOT_SAVED: "未保存", "Not saved";
    NOT_SAFE: "已保存，尚未落盘", "Saved, not yet safe";
    NEWER: "有新版本，已下载完毕。现在的版本可以照常使用。", "A new version is here. The one you are using goes on working.";
    USE_NEWER: "使用新版本", "Use the new version";
    LATER: "稍后", "Later";
    OTHER_LANGUAGE: "English", "中文";
    OTHER_LANGUAGE_TAG: "en", "zh-CN";
    COLLAPSE: "收起或展开", "Collapse or expand";
    THEME: "明暗", "Theme";
    THEME_SYSTEM: "跟随系统", "System";
    THEME_LIGHT: "浅色", "Light";
    THEME_DARK: "深色", "Dark";
}
