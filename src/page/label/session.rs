//! Words about the open workbook: how it is saved, and why it cannot be opened.
//! Never words of one screen.

super::labels! {
    ONLY_LOCAL: "浏览器不提供更可靠的存储{0}；请及时导出文件",
        "this browser offers no storage that reaches the disk at once{0}; export a file soon";
    OPENING: "正在打开工作簿…", "Opening the workbook…";
    RESTORE: "导入工作簿文件", "Import a workbook file";
    DELETED_TEXT: "它已在这个浏览器中删除。导入它的 JSON 文件即可恢复。",
        "It was deleted in this browser. Import its JSON file to have it back.";
    STOPPED_TITLE: "上次打开这个工作簿时页面意外停止",
        "The page stopped when it last opened this workbook";
    STOPPED_TEXT: "数据仍在浏览器中。请先保存原始数据，再重新打开。",
        "Its data is still in the browser. Save the raw data first, then open it again.";
    FAILED_TITLE: "这个工作簿没有打开", "This workbook was not opened";
    FAILED_TEXT: "浏览器的存储没有应答：{0}。数据没有改动，请稍后重新载入本页。",
        "The browser's storage gave no answer: {0}. Nothing was changed; load the page again in a while.";
    SAVE_RAW: "保存原始数据", "Save the raw data";
    OPEN_AGAIN: "重新打开", "Open it again";
    RAW_NOT_SAVED: "原始数据没有保存：{0}", "The raw data was not saved: {0}";
    BROKE_DOWN: "页面出错，已停止", "The page has stopped because of an error";
    BROKE_DOWN_TEXT: "已保存的内容不受影响。请重新载入页面；也可以先保存原始数据。",
        "What was saved is not affected. Reload the page; you can save the raw data first.";
    RELOAD: "重新载入", "Reload";
    BROKE_BEFORE: "页面上次意外停止：{0}", "The page stopped last time: {0}";
    SCARCE: "浏览器给本页的空间已用 {0}%，请导出并归档不用的工作簿",
        "{0}% of the room that the browser grants this page is used; export and archive what is no longer needed";
    NO_CLOCK: "这台电脑的时钟不在 1900–2999 年之间，或浏览器不能生成随机数，无法新建工作簿",
        "the clock of this computer is outside 1900–2999, or the browser gives no random numbers: no workbook can be created";
    DEMO_FAILED: "示例没有准备好：{0}", "The demo book could not be made: {0}";
}
