//! Words of the playbook screen: sentences with blanks.
//! Never a number: those are the workbook's.

super::labels! {
    TITLE: "催款策略", "Playbook";
    HINT: "按客户分级逐步升级。改动只影响今后的名单，已登记的跟进记录不变。",
        "Steps of escalation by tier. A change affects lists from now on, never what was recorded.";
    NOT_READABLE: "有些数字无法识别，请改正标出的空格。", "Some numbers cannot be read; mend the marked blanks.";
    INTENSITY: "整体力度 {0} %：大于 100 时所有天数按比例缩短，小于 100 时放宽", "Intensity {0} %: above 100 all days shrink in proportion, below they grow";
    INTENSITY_NAME: "整体力度", "Intensity";
    QUIET: "任意两次联系之间至少空 {0} 天", "Leave {0} quiet days between any two contacts";
    QUIET_NAME: "间隔天数", "Quiet days";
    TOLERANCE: "承诺付款日过后再等 {0} 天才算违约", "A promise is broken {0} days after its day";
    TOLERANCE_NAME: "承诺宽限天数", "Tolerance of promises";
    GRACE: "逾期后首次联系前的宽限：优质 {0} 天，一般 {1} 天，风险 {2} 天",
        "Grace before the first contact: quality {0} days, regular {1} days, risk {2} days";
    GRACE_QUALITY: "优质客户宽限天数", "Grace of quality customers";
    GRACE_REGULAR: "一般客户宽限天数", "Grace of regular customers";
    GRACE_RISK: "风险客户宽限天数", "Grace of risk customers";
    FOLLOW_UP: "逾期 {0} 天以内每 {1} 天跟进一次，之后每 {2} 天一次",
        "Follow up to day {0} every {1} days, later every {2} days";
    EARLY_UNTIL: "前期截止天数", "End of the early days";
    EARLY_EVERY: "前期跟进间隔", "Early interval";
    LATE_EVERY: "后期跟进间隔", "Later interval";
    CALLS: "其中电话至少：A 级每 {0} 天，B 级每 {1} 天，C 级每 {2} 天",
        "Of these a call at least every {0} days in tier A, {1} in B, {2} in C";
    CALL_A: "A 级电话间隔", "Calls in tier A";
    CALL_B: "B 级电话间隔", "Calls in tier B";
    CALL_C: "C 级电话间隔", "Calls in tier C";
    LARGE: "应催金额达到 {0} 算大额，按本位币", "An amount of {0} in base currency or more is large";
    LARGE_AMOUNT: "大额标准", "Large amount";
    STEPS: "各级步骤", "Steps by tier";
    OF_TIER: "{0} 级", "Tier {0}";
    STEP_TITLE: "步骤名称", "Name of the step";
    STEP_DAYS: "逾期天数", "Days overdue";
    ANSWER_DAYS: "答复期限（工作日）", "Working days for an answer";
    FROM_DAY: "逾期满", "from day";
    DAYS_BY: "天，方式", "overdue, by";
    ANSWER_IN: "，答复期限", ", answer within";
    WORKING_DAYS: "个工作日", "working days";
    LARGE_ONLY: "仅大额", "large amounts only";
    KEY_ONLY: "仅重点客户", "key accounts only";
    UNANSWERED_ONLY: "仅上一步未答复", "only if the step before was not answered";
    UP: "上移", "Up";
    DOWN: "下移", "Down";
    TAKE_OUT: "移除", "Take out";
    ADD_STEP: "增加一步", "Add a step";
    PREVIEW: "对今天名单的影响", "What it does to today's list";
    EFFECT: "今天要催 {0} 户，改后 {1} 户；{2} 户的下一步或日期会变。",
        "Due today {0}, then {1}; {2} customers would have another step or day.";
    NOW: "现在", "Now";
    THEN: "改后", "Then";
}
