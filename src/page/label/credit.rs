//! Words of the credit tab and of the alerts.
//! Never the sentence of a rule: `say` words those.

super::labels! {
    SCORE: "信用评分", "Score";
    CLASS: "客户分类", "Class";
    TIER: "逾期分级", "Tier";
    LIMIT_USED: "额度使用", "Limit used";
    SUGGESTIONS: "建议", "Suggestions";
    SUGGESTED_LIMIT: "建议额度 {0}", "suggested limit {0}";
    SUGGESTED_TERMS: "建议账期不超过 {0} 天", "suggested terms of at most {0} days";
    EVALUATE: "记录本次评估", "Record an evaluation";
    EVALUATIONS: "信用评估", "Evaluations";
    TO_EVALUATE: "{0} 户该评估了（到期或分类变差）。", "{0} {0|customer is|customers are} to be evaluated: the time has come or the class worsened.";
    EVALUATE_ALL: "按现在的分类全部记录", "Record all as they stand";
    ALERTS: "预警", "Alerts";
    NO_ALERTS: "没有预警。", "No alerts.";
    KIND: "类型", "Kind";
    CAUSE: "原因", "Cause";
    ANSWER: "处理", "Answer";
    ANSWER_HINT: "填写原因即不再提示（有新情况会再次出现）；填写日期则推迟到那天。",
        "With a reason it is dismissed until there is a new cause; with a day it comes back then.";
    PUT_OFF: "推迟到", "Put off until";
    REPORTS: "外部信用报告", "Credit reports of others";
    NO_REPORTS: "还没有外部信用报告。把评级、来源和日期登记在这里。",
        "None yet. Record the rating with its source and day here.";
    PREPAYMENT: "要求预付 {0}%", "{0} % to be paid before delivery";
    LIMITATION: "诉讼时效", "Limitation periods";
    LAST_DAY: "届满日", "Last day";
    DAYS_LEFT: "剩余天数", "Days left";
    RESTARTED: "最近一次中断", "Restarted by";
    NOTHING_OPEN: "没有未结清单据。", "No open items.";
    NO_ADVICE: "仅供提醒，不是法律意见；请以现行法律和律师意见为准。", "A reminder, not legal advice: check the law in force, and ask a lawyer.";
}
