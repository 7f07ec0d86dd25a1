//! Words about the open workbook: how it is saved, and why it cannot be opened.
//! Never words of one screen.

super::labels! {
    ONLY_LOCAL: "浏览器不提供更可靠的存储{0};请及时导出文件",
        "this browser offers no storage that reaches the disk at once{0}; export a file soon";
    OPENING: "正在打开工作簿…", "Opening the workbook…";
    RESTORE: "导入工作簿文件", "Import a workbook file";
    NOT_READ: "文件没有读完:{0}", "The file was not read: {0}";
    SOME_DAMAGED: "文件中有 {0} 处无法读取,其余已打开",
        "{0} parts of the file could not be read; the rest was opened";
    NO_CLOCK: "这台电脑的时钟不在 1900–2999 年之间,或浏览器不能生成随机数,无法新建工作簿",
        "the clock of this computer is outside 1900–2999, or the browser gives no random numbers: no workbook can be created";
    DEMO_FAILED: "示例没有准备好:{0}", "The demo book could not be made: {0}";
}
