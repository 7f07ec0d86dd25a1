//! Words about copies, room and the state of storage, and about putting a workbook away or
//! deleting it.
//! Never the sentence of a fault: `say` words those.

super::labels! {
    TITLE: "存储状况", "Storage";
    OF_BOOK: "本工作簿占用", "This workbook";
    OF_ALL: "全部占用", "All workbooks";
    LEFT: "剩余空间", "Room left";
    UNITS: "{0} 单位（{1}%）", "{0} units ({1}%)";
    MEASURING: "正在统计…", "Counting…";
    SECOND_COPY: "第二份副本（IndexedDB）", "Second copy (IndexedDB)";
    SECOND_FINE: "正常，全部已落盘", "works; everything is on disk";
    SECOND_WAITING: "正常，{0} 处尚未落盘", "works; {0} {0|value is|values are} not on disk yet";
    SECOND_FAILED: "不可用：{0}。请及时导出文件", "does not work: {0}. Export a file soon";
    KEPT: "浏览器的保证", "The browser's promise";
    KEPT_YES: "不会自行清除本页数据", "It will not clear this page's data by itself";
    KEPT_NO: "空间不足时可能清除本页数据", "It may clear this page's data when room runs short";
    KEPT_UNKNOWN: "浏览器没有说明", "It does not say";
    ASK: "请浏览器保留数据", "Ask the browser to keep the data";
    ASKED_NO: "浏览器没有同意；经常使用或收藏本页后可再试。请定期导出。",
        "The browser did not agree; using this page often or bookmarking it may help. Export regularly.";
    ASKED_YES: "浏览器同意保留本页数据。", "The browser will keep this page's data.";
    FREE: "整理空间", "Free room now";
    FREED: "已腾出 {0} 单位", "{0} units freed";
    NOTHING_FREED: "已经紧凑，没有可腾出的空间", "Nothing to free: it is compact already";
    NOT_FREED: "未能整理：{0}", "Could not free room: {0}";
    DAMAGED: "无法读取的存储内容", "Stored values that could not be read";
    SAVE_DAMAGED: "下载无法读取的内容", "Download what could not be read";
    NO_COPY: "还没有确认过的备份文件。", "No copy has been confirmed yet.";
    LAST_COPY: "上次备份：{0}，之后有 {1} 条新记录。", "Last copy: {0}, {1} {1|entry|entries} since.";
    REMIND: "距上次备份已 {0} 天，期间有 {1} 条新记录。", "{0} {0|day|days} and {1} {1|entry|entries} since the last copy.";
    REMIND_NEVER: "这个工作簿还没有备份文件，已有 {1} 条新记录、{0} 天。",
        "This workbook has no copy outside this browser: {1} new {1|entry|entries} in {0} {0|day|days}.";
    LATER: "明天再提醒", "Remind me tomorrow";
    IS_IT_THERE: "浏览器不会告诉本页文件是否存好。“{0}”在下载文件夹里吗？",
        "The browser does not tell this page whether the file was kept. Is “{0}” in your downloads?";
    IT_IS: "在，已存好", "Yes, it is there";
    IT_IS_NOT: "没有", "No";
    COPY_NOTED: "已记下这份备份", "The copy is noted";
    SAVE_AS: "另存为…", "Save as…";
    SAVED_AS: "已存为 {0}", "Saved as {0}";
    LINK: "关联备份文件…", "Link a file…";
    LINK_ASLEEP: "已关联 {0}，浏览器要求重新允许写入。", "Linked to {0}; the browser wants you to allow it again.";
    LINK_WAKE: "继续更新", "Go on updating it";
    LINK_BEHIND: "已关联 {0}，即将更新。", "Linked to {0}; about to be brought up to date.";
    LINK_CURRENT: "已关联 {0}，内容为最新。", "Linked to {0}; it is up to date.";
    LINK_FAILED: "未能写入 {0}：{1}", "Could not write {0}: {1}";
    UNLINK: "取消关联", "Unlink";
    RENAME_NAMED: "重命名“{0}”", "Rename “{0}”";
    ARCHIVE_NAMED: "归档“{0}”", "Archive “{0}”";
    DELETE_NAMED: "删除“{0}”", "Delete “{0}”";
    RENAME: "重命名", "Rename";
    ARCHIVE: "归档", "Archive";
    ARCHIVED: "已归档", "Archived";
    ARCHIVED_TOAST: "“{0}”已归档，仍保存在本机", "“{0}” is archived; it stays on this computer";
    BRING_BACK: "移出归档", "Bring back";
    BRING_BACK_NAMED: "把“{0}”移出归档", "Bring back “{0}”";
    DELETE: "删除…", "Delete…";
    DELETE_TEXT: "“{0}”及其全部 {1} 条记录将从这个浏览器中删除，不能恢复。请先导出一份。",
        "“{0}” with all its {1} {1|entry|entries} will be deleted from this browser. It cannot be undone. Export it first.";
    DELETE_SURE: "我已有备份文件，或不再需要它", "I have a file of it, or need it no more";
    DELETED: "“{0}”已删除", "“{0}” is deleted";
    NOT_DELETED: "未能删除：{0}", "Could not delete it: {0}";
}
