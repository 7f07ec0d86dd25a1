//! Words of the policy cards of the settings: each with what it affects.
//! Never the sentence of a refusal: `say` words those.

super::labels! {
    SCORE: "信用评分与分类", "Score and class";
    SCORE_HINT: "立即改变所有客户的评分和分类，从而影响分级和今日名单；已记录的评估不变。",
        "Changes every customer's score and class at once, and so tiers and the worklist; recorded evaluations stay.";
    WINDOW_MONTHS: "回看月数", "Months looked back";
    PAID_ON_TIME_WEIGHT: "按期付款权重", "Weight: paid on time";
    DAYS_LATE_WEIGHT: "加权逾期天数权重", "Weight: days late";
    DAYS_LATE_ZERO: "逾期几天计 0 分", "Days late that score 0";
    WORST_OVERDUE_WEIGHT: "当前最长逾期权重", "Weight: worst overdue now";
    WORST_OVERDUE_ZERO: "最长逾期几天计 0 分", "Worst days that score 0";
    PROMISES_KEPT_WEIGHT: "承诺兑现权重", "Weight: promises kept";
    LIMIT_USED_WEIGHT: "额度使用权重", "Weight: use of the limit";
    LIMIT_USED_FULL: "额度使用满分至（%）", "Use of the limit: 100 up to (%)";
    LIMIT_USED_ZERO: "额度使用 0 分自（%）", "Use of the limit: 0 from (%)";
    QUALITY_FROM: "优质：评分不低于", "Quality from a score of";
    RISK_BELOW: "风险：评分低于", "Risk below a score of";
    PARTS_MIN: "少于几期计一般", "Regular with fewer due parts than";
    OLD_DEBT_DAYS: "旧账：逾期超过天数", "Old debt: overdue over (days)";
    OLD_DEBT_MIN: "旧账超过此额即风险", "Old debt above this is a risk";
    EVALUATION_MONTHS: "每几个月评估一次", "Evaluated every (months)";
    TIER: "逾期分级", "Tier";
    TIER_HINT: "立即改变逾期客户的分级：催款步骤、顺序和今日名单随之改变。",
        "Changes the tier of overdue customers at once, and with it their steps and the worklist's order.";
    TIER_BASIS: "金额大小按", "Amounts are large by";
    BY_SHARES: "占全部逾期的比例", "their share of all overdue";
    BY_LIMITS: "固定金额", "fixed amounts";
    LARGE_BELOW: "大额：之前累计低于（%）", "Large while the sum before is below (%)";
    MEDIUM_BELOW: "中额：之前累计低于（%）", "Medium while it is below (%)";
    LARGE_FROM: "大额：不低于", "Large from";
    MEDIUM_FROM: "中额：不低于", "Medium from";
    LONG_OVER: "长期：逾期超过（天）", "Long: overdue over (days)";
    MEDIUM_OVER: "中期：逾期超过（天）", "Medium: overdue over (days)";
    AMOUNT_WEIGHT: "金额权重", "Weight of the amount";
    DAYS_WEIGHT: "天数权重", "Weight of the days";
    CLASS_WEIGHT: "分类权重", "Weight of the class";
    A_FROM: "A 级：点数不低于", "Tier A from (points)";
    B_FROM: "B 级：点数不低于", "Tier B from (points)";
    TIER_MIN: "低于此额一律 C 级", "Below this always C";
    TERMS: "建议额度与账期", "Suggested limits and terms";
    TERMS_HINT: "只影响信用页上的建议；客户的额度和账期由决定改变。",
        "Only for the suggestions on the credit tab; a decision changes a customer's limit and terms.";
    QUALITY_MONTHS: "优质：额度为月均销售的几倍", "Quality: limit in months of sales";
    QUALITY_DAYS: "优质：账期至多（天）", "Quality: terms at most (days)";
    REGULAR_MONTHS: "一般：额度为月均销售的几倍", "Regular: limit in months of sales";
    REGULAR_DAYS: "一般：账期至多（天）", "Regular: terms at most (days)";
    RISK_MONTHS: "风险：额度为月均销售的几倍", "Risk: limit in months of sales";
    RISK_DAYS: "风险：账期至多（天）", "Risk: terms at most (days)";
    LIMITATION_HINT: "影响信用页的届满日和时效预警；仅供提醒，不是法律意见。",
        "For the last days on the credit tab and their alerts; an aid, not legal advice.";
    YEARS: "时效年数", "Years";
    YEARS_MAX: "最长保护年数", "Years after which nothing interrupts it";
    ALERT_DAYS: "剩余几天时预警", "Alert with so many days left";
    ALERTS: "预警规则", "Alert rules";
    ALERTS_HINT: "立即改变预警名单和联系前的提醒；已作的处理保留。",
        "Changes the alerts and the warnings before a contact at once; answers already given stay.";
    OVERDUE_DAYS: "逾期超过（天）", "Overdue over (days)";
    OVERDUE_AMOUNT: "逾期额超过", "Overdue above";
    STATEMENT_DAYS: "未确认对账超过（天）", "No confirmed statement for (days)";
    CONCENTRATION: "占全部应收超过（%）", "Share of all receivables above (%)";
    NO_RECEIPT_DAYS: "无收款登记超过（天）", "No receipt recorded for (days)";
    SIGN_OFF_DAYS: "财务未核对超过（天，0 为不提醒）", "Not checked by finance for (days, 0 never)";
    COMPLIANCE: "催收合规", "Compliance guard";
    COMPLIANCE_HINT: "联系前超出时段或次数时提醒并记录，不阻止；文稿中的禁语在此列出。",
        "Warns before a contact outside hours or counts, and never blocks; lists avoided words in scripts.";
    HOURS_FROM: "联系不早于", "No contact before";
    HOURS_UNTIL: "联系不晚于", "No contact after";
    PREFERRED_HOURS: "合适时段", "Preferred hours";
    DAY_MAX: "每户每天至多（次）", "Contacts with a customer a day at most";
    WEEK_MAX: "每户七天至多（次）", "In seven days at most";
    WORDS_TO_AVOID: "禁用语（每行一个）", "Words to avoid (one a line)";
    NO_SUCH_WORDS: "催款策略的文稿中没有禁用语。", "No script of the playbook holds one of them.";
    FOUND_WORDS: "催款策略中出现禁用语：{0}", "The playbook holds words to avoid: {0}";
}
