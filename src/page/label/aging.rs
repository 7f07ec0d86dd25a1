//! Words of the aging screen.
//! Never the sentence of a rule: `say` words those.

super::labels! {
    TITLE: "账龄分析", "Aging";
    BASIS: "账龄口径", "Aging basis";
    BY_DUE: "按到期日", "By due date";
    BY_ISSUE: "按开票日", "By invoice date";
    GROUPING: "分组", "Group by";
    CUSTOMER: "客户", "Customer";
    OWNER: "负责人", "Owner";
    REGION: "地区", "Region";
    NO_OWNER: "未指定负责人", "No owner";
    NO_REGION: "未指定地区", "No region";
    CURRENCY: "币种", "Currency";
    SEARCH: "筛选客户", "Filter customers";
    NOT_DUE: "未到期", "Not due";
    BUCKET: "{0}–{1} 天", "{0}–{1} days";
    BUCKET_OPEN: "{0} 天以上", "Over {0} days";
    NO_DUE_DATE: "无到期日", "No due date";
    RETENTION: "质保金", "Retention";
    UNAPPLIED: "未核销", "Unapplied";
    PREPAYMENT: "预收款", "Prepayment";
    STANDING_CREDIT: "未用红字", "Standing credit";
    BALANCE: "余额", "Balance";
    TOTAL: "合计 {0} 户", "Total of {0}";
    RECEIVABLES: "应收余额", "Balance";
    OVERDUE: "逾期 {0}", "Overdue {0}";
    DUE_SOON: "7 天内到期", "Due within 7 days";
    DSO: "DSO（90 天）", "DSO (90 days)";
    CEI: "CEI（90 天）", "CEI (90 days)";
    DAYS: "{0} 天", "{0} {0|day|days}";
    BAR: "余额按账龄的构成", "Balance by age";
    CONVENTION: "边界规则", "Edge rule";
    OURS: "到期当天不算逾期，上限含当日", "Due day not overdue, upper edge in";
    ZERO_IN_FIRST: "到期当天计入首个区间", "Due day in the first bucket";
    LOWER_INCLUSIVE: "下限含当日", "Lower edge in";
    MOVES: "改变 {0} 项的区间", "Moves {0} {0|item|items}";
    NOTHING_TITLE: "还没有应收", "Nothing owed yet";
    NOTHING_TEXT: "导入应收明细或登记单据后，这里按账龄列出每个客户的欠款。",
        "Import your open items or record an invoice; each customer's debt stands here by age.";
    SETTLED_TITLE: "{0} 没有未结清的应收", "Nothing was open on {0}";
    SETTLED_TEXT: "单据都已结清，或日期更晚。换一个截止日即可看到当时的账龄。",
        "Everything is settled, or dated later. Another as-of date shows the aging of that day.";
    SEE_DAY: "看 {0} 的账龄", "See the aging of {0}";
    SEE_ITEMS: "看全部单据", "See all items";
    TO_IMPORT: "导入表格", "Import a table";
    ARITHMETIC: "算式", "Arithmetic";
    ITEMS: "单据", "Items";
    ITEMS_BEHIND: "{0} 项，合计 {1}", "{0} {0|item|items}, {1} in total";
    INVOICED: "开票 {0}", "Invoiced {0}";
    CREDITED: "红字 {0}", "Credit note {0}";
    RECEIVED: "收款 {0}", "Received {0}";
    DAYS_OVERDUE: "逾期 = {0} − {1} = {2} 天", "Overdue = {0} − {1} = {2} {2|day|days}";
    DAYS_LEFT: "{1} 到期，尚有 {2} 天", "Due {1}, {2} {2|day|days} left";
    STEP_ALLOCATED: "收款 {0}", "received {0}";
    STEP_UNDONE: "取消核销 {0}", "un-allocated {0}";
    STEP_USED: "核销 {0}", "applied {0}";
    STEP_WRITTEN_OFF: "核销坏账 {0}", "written off {0}";
    STEP_DISCOUNTED: "现金折扣 {0}", "discount {0}";
    STEP_RECOVERED: "坏账收回 {0}", "recovered {0}";
    STEP_REFUNDED: "退款 {0}", "refunded {0}";
    STEP_REVERSED: "红冲 {0}", "reversed {0}";
    DISPUTED: "其中争议 {0}", "of which disputed {0}";
    RULE_DUE: "规则：按到期日，到期当天不算逾期，区间上限含当日。",
        "Rule: by due date; the due day is not overdue; the upper edge belongs to its bucket.";
    RULE_ZERO: "规则：按到期日，到期当天计入首个区间。",
        "Rule: by due date; the due day counts in the first bucket.";
    RULE_LOWER: "规则：按到期日，区间下限含当日。",
        "Rule: by due date; the lower edge belongs to its bucket.";
    RULE_ISSUE: "规则：按开票日计算账龄，首个区间从 0 天起。",
        "Rule: by invoice date; the first bucket begins at day 0.";
    MORE: "另有 {0} 项，请打开客户查看。", "{0} more; open the customer to see them.";
    OPEN_CUSTOMER: "打开客户", "Open customer";
    PART: "第 {0}/{1} 期", "part {0} of {1}";
}
