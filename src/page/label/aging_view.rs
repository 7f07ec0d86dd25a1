//! Words of the aging's other views: what is due, what moved, what is allowed for; and of its
//! groups.
//! Never the sentence of a rule: `say` words those.

super::labels! {
    VIEWS: "账龄视图", "Views of the aging";
    BY_AGE: "账龄表", "By age";
    DUE: "到期与逾期", "Due";
    SUM: "合计", "Total";
    TOTAL_GROUPS: "合计 {0} 组", "Total of {0}";
    MOVEMENT: "变动与迁徙", "Movement";
    PROVISION: "坏账准备", "Provision";
    CLASS: "分类", "Class";
    TIER: "分级", "Tier";
    CONTRACT: "合同", "Contract";
    NO_CLASS: "未分类", "No class";
    NO_TIER: "无逾期", "Nothing overdue";
    TIER_OF: "{0} 级", "Tier {0}";
    NO_CONTRACT: "未关联合同", "No contract";
    OVER_90: "逾期 90 天以上", "Over 90 days";
    PAST: "逾期", "Overdue";
    DUE_NONE: "没有 7 天内到期或逾期的单据。", "Nothing is due within 7 days or overdue.";
    AS_ITEMS: "逐笔查看：", "Item by item:";
    RULE_SOON: "规则：到期日在今天起 7 天内，含首尾两天。", "Rule: due from today until 7 days later, both days in.";
    RULE_PAST: "规则：截止日晚于到期日。", "Rule: after the due date.";
    RULE_LONG: "规则：截止日晚于到期日 90 天以上。", "Rule: more than 90 days after the due date.";
    EARLIER: "对比日期", "Earlier day";
    NOT_EARLIER: "请填写早于 {0} 的日期，例如 -30", "Enter a day before {0}, such as -30";
    CHANGE: "余额与逾期的变动", "Change of balance and overdue";
    BALANCE_ON: "余额 {0}", "Balance {0}";
    OVERDUE_ON: "逾期 {0}", "Overdue {0}";
    BALANCE_CHANGE: "余额变动", "Balance change";
    OVERDUE_CHANGE: "逾期变动", "Overdue change";
    ROLL: "迁徙率：{0} → {1}", "Roll rates: {0} → {1}";
    ROLL_TABLE: "迁徙率", "Roll rates";
    ROLL_HINT: "每行是 {0} 某区间的金额，到 {1} 落在哪个区间或已结清。此后新开的单据不计。",
        "Where the amounts of each bucket of {0} stand on {1}; later documents do not count.";
    FROM: "{0} 的区间", "On {0}";
    AMOUNT: "金额", "Amount";
    SETTLED: "已结清", "Settled";
    CELL: "{0} · {1}", "{0} · {1}";
    ROLL_OF: "{0} → {1}", "{0} → {1}";
    SHARE: "{0} ÷ {1} = {2}", "{0} ÷ {1} = {2}";
    ROLL_RULE: "规则：按对比日的未收金额计；取消核销后变多的，仍按对比日的金额。",
        "Rule: what was open on the earlier day counts, even where more is open now.";
    NOTHING_EARLIER: "{0} 没有未结清的应收，请换一个对比日期。", "Nothing was open on {0}: try another day.";
    COLUMN: "区间", "Bucket";
    OPEN: "未收金额", "Outstanding";
    RATE: "计提比例", "Rate";
    NO_RATE: "无比例", "no rate";
    ALLOWANCE: "准备金额", "Allowance";
    BY_RATE: "按区间计提", "By bucket";
    INDIVIDUAL: "单项计提", "Individual assessments";
    ITEM: "单据", "Item";
    ALL_ELSE: "其余全部", "Everything else";
    SINCE: "自", "From";
    REASON: "原因", "Reason";
    ALLOWED: "未收 {1}，准备 {0}（{2}）", "{0} allowed of {1} outstanding ({2})";
    ALLOWANCE_OF: "{0} × {1}% = {2}", "{0} × {1}% = {2}";
    ALLOWANCE_NONE: "{0}：设置中没有此区间的比例，不计提", "{0}: no rate is set, so nothing is allowed for";
    ASSESSED_AS: "{0} 起单项计提 {1}，不超过未收金额；原因：{2}",
        "assessed at {1} from {0}, never more than is open; reason: {2}";
    RULE_PROVISION: "规则：区间未收金额 × 比例，逐区间四舍五入；单项计提的单据不再按比例。",
        "Rule: open amount × rate, rounded for each bucket; what is assessed by itself is left out.";
    NO_RATES_TITLE: "还没有计提比例。", "No rates yet.";
    NO_RATES_TEXT: "在设置中为每个区间填写比例，这里就会算出准备金额。",
        "Enter a rate for each bucket in the settings, and the allowance stands here.";
    TO_RATES: "设置计提比例", "Set the rates";
    NO_INDIVIDUAL: "没有单项计提。可在客户页“更多”中登记。",
        "None. Record one on the customer's page, under More.";
}
