//! Words of the handbook.
//! Never an article: the workbook holds those.

super::labels! {
    TITLE: "知识库", "Handbook";
    SEARCH: "搜索标题、正文、适用环节", "Search titles, texts, steps";
    NEW: "新增条目", "New article";
    EDIT: "修改", "Edit";
    NOTHING: "没有找到。换个词，或新增一条。", "Nothing found. Try another word, or write one.";
    CHOOSE: "从左侧选择一条。", "Choose an article.";
    APPLIES: "适用于：{0}", "Applies to: {0}";
    NAME: "名称（不可重复）", "Name (its own)";
    TITLE_ZH: "标题（中文）", "Title (Chinese)";
    TITLE_EN: "标题（英文）", "Title (English)";
    TOPIC: "类别", "Topic";
    TEXT_ZH: "正文（中文）", "Text (Chinese)";
    TEXT_EN: "正文（英文）", "Text (English)";
    APPLIES_TO: "适用环节（步骤名或结果名，空格分隔）", "Steps or results, a blank between";
    UNKNOWN_NAMES: "没有这样的步骤或结果：{0}", "No such step or result: {0}";
    SAVED: "已保存“{0}”", "Saved “{0}”";
    HINT: "异议应答、话术、成功案例和法律提示。今日催款按步骤和结果提示适用的条目。",
        "Objections and answers, scripts, cases that worked, legal notes. Today offers what applies.";
    OPEN: "打开知识库", "Open the handbook";
}
