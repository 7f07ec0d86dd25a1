//! Words of the Today screen.
//! Never why somebody is on the list: `say` words that.

super::labels! {
    TITLE: "今日催款", "Today";
    DONE_OF: "已办 {0} / {1}", "{0} of {1} done";
    COVERED: "已覆盖 {0} / {1}", "{0} of {1} covered";
    PROMISED_TODAY: "今日承诺付款 {0} 笔，请财务核对银行到账", "{0} {0|promise|promises} for today: finance checks the bank";
    SHOWING: "显示", "Show";
    DUE_TODAY: "今日", "Today";
    MISSED: "漏办 {0}", "Missed {0}";
    WITHOUT_OWNER: "无负责人", "No owner";
    HAND_OVER: "待移交", "To hand over";
    EVERYBODY: "全部", "All";
    OWNER: "负责人", "Owner";
    ANYBODY: "所有人", "Everybody";
    NOBODY: "未指定", "Nobody";
    TIER: "分级", "Tier";
    ANY_TIER: "所有分级", "All tiers";
    CHANNEL: "方式", "Channel";
    ANY_CHANNEL: "所有方式", "All channels";
    CUSTOMER: "客户", "Customer";
    OVERDUE: "逾期金额", "Overdue";
    OLDEST: "最长逾期", "Oldest";
    DAYS: "{0} 天", "{0} {0|day|days}";
    NEXT: "下一步", "Next";
    LAST: "上次联系", "Last contact";
    NEXT_ON: "下次 {0}", "next {0}";
    STATE_DONE: "已办", "Done";
    WITH_ROLE: "{0}（{1}）", "{0} ({1})";
    NONE_TITLE: "今天没有要催的客户", "Nobody to contact today";
    NONE_TEXT: "到期或逾期的客户会按策略出现在这里。可以查看全部客户，或导入应收明细。",
        "Customers appear here as the playbook says. Look at all of them, or import your open items.";
    NONE_OF_FILTER: "没有符合条件的客户。", "No customer matches.";
    MORE: "再显示 {0} 户", "Show {0} more";
    POSITION: "{0} / {1}", "{0} / {1}";
    NEXT_CUSTOMER: "下一个客户", "Next customer";
    PREVIOUS_CUSTOMER: "上一个客户", "Previous customer";
    PAGE: "客户页", "Customer page";
    GOAL: "目标：{1} 前收回 {0}", "Goal: {0} by {1}";
    ITEMS: "逾期单据", "Overdue items";
    NUMBER: "单号", "Number";
    OPEN: "未收金额", "Outstanding";
    DEMANDED: "应催", "Demanded";
    PROMISES: "付款承诺", "Promises";
    LEVEL: "第 {0} 次", "no. {0}";
    SCRIPT: "话术", "Script";
    MISSING: "缺少：{0}", "Missing: {0}";
    TO_AVOID: "措辞像是威胁，请改用别的说法：{0}", "Sounds like a threat, say it otherwise: {0}";
    PREPARE: "准备：{0}", "To prepare: {0}";
    COPY: "复制话术", "Copy the script";
    COPIED: "已复制", "Copied";
    NOT_COPIED: "浏览器不允许复制，请手动选取", "The browser does not let us copy: select it by hand";
    WHY: "为什么是这一步", "Why this step";
    WHY_TIER: "分级怎么来的", "How the tier comes about";
    WHY_CLASS: "分类怎么来的", "How the class comes about";
    CHOOSE: "选择左侧的客户。", "Choose a customer on the left.";
    SELECT: "选择 {0}", "Select {0}";
    SELECTED: "已选 {0} 户", "{0} selected";
    COPY_ALL: "复制全部话术", "Copy all scripts";
    BULK_SENT: "登记为已发送", "Record as sent";
    BULK_DONE: "已登记 {0} 户", "{0} recorded";
    LATE_CHARGE: "截至当日违约金 {0}", "Late charge so far {0}";
}
