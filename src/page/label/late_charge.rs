//! Words of late charges: the tab of a customer, and the cards of the settings (E7).
//! Never the sentence of the arithmetic: `say` words that.

super::labels! {
    TITLE: "违约金", "Late charge";
    INTEREST: "逾期利息", "Late interest";
    HINT: "只计算，不入账；开具应收调增单后才计入应收。立即改变各处的违约金。",
        "Only computed; a debit note books it. Changes every late charge at once.";
    IN_FORCE: "现行：{0}。", "In force: {0}.";
    MODE: "计算方式", "How it is charged";
    MODE_NONE: "不收（合同有约定的按合同）", "not at all, but for what a contract says";
    MODE_DAILY: "每天百分比", "percent a day";
    MODE_ANNUAL: "每年百分比", "percent a year";
    MODE_FIXED: "参考利率的倍数，按逾期第一天固定", "times the reference rate of the first day overdue";
    MODE_FLOATING: "参考利率的倍数，逐日变动", "times the reference rate of each day";
    FIGURE: "百分比或倍数", "Percent, or how many times";
    YEAR: "一年按", "Days of a year";
    BY_365: "365 天", "365";
    BY_360: "360 天", "360";
    GRACE: "宽限天数", "Days of grace";
    SPARES_GRACE: "宽限期内的天数始终不计", "Days of grace are never charged";
    NATURE: "称作", "Called";
    PENALTY: "违约金", "penalty";
    LATE_INTEREST: "逾期利息", "interest";
    FEE: "固定费用（每张单据一次）", "Fixed fee (once an item)";
    MINIMUM: "每张单据至少", "At least, for an item";
    CAP: "至多为单据金额的（%）", "At most (% of the item)";
    PRESETS: "常用（填入后请保存）", "Presets (fill in, then save)";
    PRESET_DAILY: "每天 0.05%", "0.05 % a day";
    PRESET_13: "一年期 LPR × 1.3", "One-year LPR × 1.3";
    PRESET_15: "一年期 LPR × 1.5", "One-year LPR × 1.5";
    PRESET_NONE: "不收或按合同", "None, or by contract";
    RATES: "参考利率表", "Reference rates";
    RATES_HINT: "例如一年期 LPR：每行“日期 利率%”，自该日起适用；可从表格粘贴两列。程序不自带利率。",
        "Such as the one-year LPR: a line each, “date percent”, from that day on; paste two columns. None are built in.";
    RATE_LINES: "日期与年利率（%）", "Date and percent a year";
    NOT_A_RATE_LINE: "“{0}”不是日期和 0 到 100 的利率，或日期重复", "“{0}” is no date with 0 to 100 percent, or its date stands twice";
    NO_RATES: "还没有参考利率。", "No reference rates yet.";
    FROM: "自", "From";
    RATE: "年利率（%）", "Percent a year";
    TAB: "违约金", "Late charge";
    NOTHING: "截止该日没有违约金。", "No late charge by that day.";
    SUM: "截止 {0} 合计 {1}", "{1} in all up to {0}";
    ITEM: "{0} · 到期 {1} · {2} 天", "{0} · due {1} · {2} {2|day|days}";
    NO_NUMBER: "无单据号", "no number";
    KEPT: "已决定保留（截至 {0}）", "Kept (up to {0})";
    WAIVE: "豁免违约金", "Waive the late charge";
    KEEP: "保留违约金", "Keep the late charge";
    CLAIM: "开具调增单收取", "Issue a debit note";
    NOTE_NUMBER: "调增单号（可空）", "Number of the note (may be empty)";
    NOTE_DUE_ON: "调增单到期日", "The note falls due";
    SETTINGS: "设置违约金", "Late charge settings";
}
