//! Words of the settings screen: each setting with what it affects.
//! Never the sentence of a refusal: `say` words those.

super::labels! {
    TITLE: "设置", "Settings";
    FIRM: "本公司", "The firm";
    FIRM_HINT: "印在对账单和函件上。", "Stands on statements and letters.";
    FIRM_NAME: "公司名称", "Name";
    FIRM_BANK: "收款账户（每行一个）", "Where to pay (one a line)";
    MONEY: "本位币", "Base currency";
    MONEY_HINT: "新单据默认用本位币；汇率只用于折算合计，不改变任何单据。",
        "New documents are in the base currency; rates only convert totals and change no document.";
    RATES: "汇率", "Rates of exchange";
    BASE: "本位币", "Base currency";
    RATE_ON: "自日期", "From";
    RATE: "1 单位 = 本位币", "1 unit in base currency";
    ADD_RATE: "登记汇率", "Record the rate";
    NOT_A_RATE: "请填写大于 0 的数字", "Enter a number above 0";
    NO_RATES: "还没有汇率。", "No rates yet.";
    AGING: "账龄", "Aging";
    AGING_HINT: "改变账龄表的列；单据和余额不变。",
        "Changes the columns of the aging, no document and no balance.";
    UPPER_DAYS: "区间上限（天）", "Upper days of the buckets";
    BY_MONTHS: "按 30/60/90/180 天", "30/60/90/180 days";
    BY_YEARS: "按 1–5 年", "1 to 5 years";
    NOT_DAYS: "请填写递增的整数，例如 30, 60, 90, 180", "Enter rising whole numbers, such as 30, 60, 90, 180";
    PROVISION: "坏账准备", "Provision";
    PROVISION_HINT: "每个区间未收金额的计提比例；留空则不计提。",
        "Percent of what is open in each bucket; nothing is allowed for where it is empty.";
    NOT_A_PERCENTAGE: "请填写 0 到 100 的百分比；前面的区间不能空", "Enter 0 to 100; only the last fields may be empty";
    TERMS: "付款条件", "Payment terms";
    TERMS_HINT: "客户没有自己的账期时，新单据按此计算到期日；已登记的单据不变。",
        "Due dates of new documents whose customer has no terms of its own; recorded ones stay.";
    NET: "开票后若干天", "Days after the invoice date";
    MONTH_END: "月末后若干天（月结）", "Days after the month's end";
    NEXT_MONTH_END: "次月末后若干天", "Days after the end of next month";
    DAYS: "天数", "Days";
    OWN_TERMS: "现行付款条件分多期，保存将替换它。", "The terms in force have several parts; saving replaces them.";
    TOLERANCE: "小额差异上限", "Small difference at the most";
    TOLERANCE_HINT: "不超过此数的差额可直接核销，无需批准。",
        "A difference up to this is written off without approval.";
    NOT_WHOLE: "请填写整数", "Enter a whole number";
    HOLIDAYS: "节假日", "Holidays";
    HOLIDAYS_HINT: "用于工作日计算（例如函件答复期限）。",
        "For counting working days, such as an answer deadline.";
    OFF: "放假（每行一天）", "Days off (one a line)";
    WORKED: "调休上班（每行一天）", "Weekend days worked (one a line)";
    NOT_DAY: "“{0}”不是日期", "“{0}” is no date";
    SCREEN: "本机显示", "This browser";
    SCREEN_HINT: "只影响这台电脑，不随文件交换。", "Only for this computer; never exchanged with files.";
    LANGUAGE: "语言", "Language";
    SAVED: "设置已保存", "Settings saved";
}
