//! Words of letters, messages and their templates.
//! Never a sentence of a letter: the workbook's templates hold those.

super::labels! {
    TITLE: "信函与模板", "Letters and templates";
    LETTER: "信函…", "Letter…";
    COMPOSE: "给 {0} 写信", "Letter to {0}";
    TEMPLATE: "模板", "Template";
    LANGUAGE: "信函语言", "Language of the letter";
    CHINESE: "中文", "Chinese";
    ENGLISH: "英文", "English";
    CHANNEL: "发送方式", "Sent by";
    TEXT: "正文（发送前可修改）", "Text (change it before it goes out)";
    PREVIEW: "预览", "Preview";
    MARKERS: "独占一行的 [[items]] 等标记在打印时成为表格、账户、回执或落款。",
        "A mark such as [[items]] alone on its line becomes a table, the accounts, the slip or the signature.";
    MISSING: "缺少：{0}。请补全资料，或修改正文。", "Missing: {0}. Record it, or change the text.";
    TO_AVOID: "不宜使用的措辞：{0}", "Words to avoid: {0}";
    LACKS: "短信还应写明：{0}", "The message should also say: {0}";
    SEGMENTS: "{0} 字，分 {1} 条发送，末条还可写 {2} 字（{3}）",
        "{0} {0|unit|units}, {1} {1|segment|segments}, {2} left in the last ({3})";
    PRINT: "打印", "Print";
    COPY: "复制", "Copy";
    MAIL: "发邮件", "Mail";
    SMS: "发短信", "Text message";
    CALL: "拨打 {0}", "Call {0}";
    RECORD: "记为已发送", "Record as sent";
    RECORDED: "已记入 {0} 的跟进记录", "Recorded with {0}";
    RECORDED_ALL: "已记录 {0} 封信函", "{0} {0|letter|letters} recorded";
    NO_TEMPLATE: "这个工作簿还没有模板。", "This workbook has no templates yet.";
    OFFER: "有 {0} 个标准模板这个工作簿还没有。", "There {0|is|are} {0} standard {0|template|templates} that this workbook lacks.";
    ADD: "加入标准模板", "Add them";
    ADDED: "已加入 {0} 个模板", "{0} {0|template|templates} added";
    BROKEN: "后台没能完成：{0}", "The worker did not finish: {0}";
    WORKING: "正在生成…", "Being written…";
    UNKNOWN_CUSTOMER: "没有这个客户。", "There is no such customer.";
    TEMPLATES: "模板", "Templates";
    CHOOSE: "从左侧选择一个模板。", "Choose a template.";
    NAME_ZH: "名称（中文；作邮件主题和函件标题）", "Name (Chinese; subject and heading)";
    NAME_EN: "名称（英文；作邮件主题和函件标题）", "Name (English; subject and heading)";
    TEXT_ZH: "正文（中文）", "Text (Chinese)";
    TEXT_EN: "正文（英文）", "Text (English)";
    SAMPLE: "预览的客户", "Customer of the preview";
    SAVE: "保存模板", "Save the template";
    SAVED: "已保存“{0}”", "Saved “{0}”";
    RESET: "恢复标准文本", "Back to the standard text";
    RESET_DONE: "“{0}”已恢复为标准文本，可撤销", "“{0}” has its standard text again; it can be undone";
    NO_STANDARD: "这个模板没有标准文本。", "This template has no standard text.";
    FIELDS: "可用的字段", "Fields to use";
    FIELDS_HINT: "写作 {0}；有条件的写作 {1}。", "Written {0}; under a condition {1}.";
    BULK_TITLE: "批量信函", "Letters in bulk";
    BULK_COUNT: "{0} 户", "{0} {0|customer|customers}";
    BULK_BY_STEP: "按每户的下一步", "As each customer's next step asks";
    BULK_MAKE: "生成", "Write them";
    BULK_DONE: "已生成 {0} / {1} 封", "{0} of {1} written";
    BULK_PRINT: "全部打印", "Print all";
    BULK_RECORD: "全部记为已发送", "Record all as sent";
    BULK_MISSING: "{0}：缺少 {1}", "{0}: missing {1}";
    BULK_NONE: "没有选中的客户。请在今日催款中勾选。", "Nobody is selected. Tick customers on Today.";
    BULK_LETTERS: "信函…", "Letters…";
    PHONE: "电话", "Telephone";
    SHORT_NAME: "简称（短信签名【】）", "Short name (signature of messages)";
}
