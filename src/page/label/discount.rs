//! Words of the discounts screen.
//! Never a sentence about an offer or a grant: the library's `say` words those.

super::labels! {
    TITLE: "优惠", "Discounts";
    VIEWS: "视图", "Views";
    POLICY: "折扣政策", "Policy";
    QUOTE: "优惠测算", "Quote";
    GRANTS: "执行台账", "Grants";
    WORTH: "是否划算", "Worth it?";
    WORTH_HINT: "假设各类客户有多少未到期金额会提前到今天付款，看省下的资金成本是否抵得过优惠。只计本位币、未到期、无争议的单据。",
        "Assume how much of each class would pay today instead of when due: does the money saved cover the discount? Base currency, not due, undisputed.";
    TAKE_UP: "{0}客户提前付款比例", "{0}: share that pays early";
    COST_OF_MONEY: "资金成本（年）", "Cost of money a year";
    SAVE_COST: "保存资金成本", "Save the cost of money";
    COST_SAVED: "资金成本已保存", "Cost of money saved";
    NOT_PERCENT: "每一项都请填写 0 到 100 之间的百分比，折扣率小于 100%。",
        "Enter percentages from 0 to 100; the rate must be below 100%.";
    NOTHING_NOT_DUE: "没有未到期的单据，无从提前。", "Nothing is open that is not yet due.";
    FORWARD: "提前回款", "Cash brought forward";
    COST: "优惠成本", "Cost of the discount";
    SAVED_MONEY: "节省资金成本", "Cost of money saved";
    NET: "净收益", "Net benefit";
    ANNUAL_RATE: "折扣折合年化", "Discount as a rate a year";
    BREAK_EVEN: "盈亏平衡折扣率", "Break-even rate";
    EVEN_AT: "平衡点 {0}", "even at {0}";
    CURVE: "净收益随折扣率变化，{0} 处不赚不亏", "Net benefit against rate; nothing won or lost at {0}";
    CURVE_TABLE: "各折扣率的净收益", "Net benefit by rate";
    LINE_CLASS: "{0}客户未到期 {1} × 提前比例 {2}", "{0}: not due {1} × {2} paid early";
    LINE_COST: "优惠成本 = Σ 提前金额 × {0}（按基数）= {1}", "Cost = Σ paid early × {0} of its base = {1}";
    LINE_SAVED: "节省 = Σ 提前回款 × {1} × 提前天数 ÷ 365 = {2}（提前回款共 {0}）",
        "Saved = Σ cash × {1} × days gained ÷ 365 = {2} (cash {0})";
    LINE_NET: "净收益 = 节省 − 成本 = {0}", "Net = saved − cost = {0}";
    POLICY_HINT: "收款落在哪一档，核销时就按哪一档享受；每笔只享受一次。",
        "A receipt takes the best step that is open on its day, once.";
    NO_OFFERS_TITLE: "还没有折扣政策", "No offers yet";
    NO_OFFERS_TEXT: "例如：到期前 30 天及以上付款优惠 2%，15 天及以上 1%。",
        "For example: 2% when paid 30 days before the due day, 1% when 15 days before.";
    MAKE_OFFER: "还没有折扣政策：先设一条", "No offer yet: make one";
    NEW_OFFER: "新增政策", "New offer";
    EDIT: "修改", "Edit";
    REMOVE: "停用", "Withdraw";
    SAVED: "政策已保存", "Offer saved";
    REMOVED: "政策已停用，可撤销", "Offer withdrawn; undo brings it back";
    NAME: "名称", "Name";
    DAYS: "第 {0} 档：天数", "Step {0}: days";
    GAIN: "第 {0} 档：优惠（2% 或 ¥50）", "Step {0}: 2% or an amount";
    COUNTED: "第 {0} 档：怎样计算", "Step {0}: counted";
    BEFORE_DUE: "到期日前", "before the due day";
    AFTER_ISSUE: "开票日后", "after the invoice date";
    CLASSES: "适用的客户分类（不选即全部）", "Classes (all when none is ticked)";
    TIERS: "适用的逾期分级（不选即全部）", "Tiers (all when none is ticked)";
    TIER: "{0} 级", "Tier {0}";
    FROM: "收款起始日", "Receipts from";
    UNTIL: "收款截止日", "Receipts until";
    WITH_TAX: "按含税金额计算", "Of the amount with tax";
    FULL_ONLY: "仅限一次付清整笔", "Only when the whole item is paid";
    WHILE_OVERDUE: "另有逾期也可享受", "Also while other items are overdue";
    AS_REBATE: "付款后返现", "Paid back afterwards";
    BUDGET: "预算（可空）", "Budget (may be empty)";
    WRONG_NAME: "请填写一个未用过的名称", "Enter a name that no other offer has";
    WRONG_DAYS: "请填写天数", "Enter a number of days";
    WRONG_GAIN: "请填写 2% 这样的比例，或 ¥50 这样的金额", "Enter a rate such as 2%, or CNY 50";
    WRONG_UNTIL: "截止日不早于起始日", "Enter a day that is not before the first";
    CUSTOMER: "客户", "Customer";
    ON: "付款日", "Paid on";
    NUMBER: "单号", "Number";
    DUE_ON: "到期日", "Due on";
    OPEN: "未收金额", "Open";
    PAYABLE: "应付", "To pay";
    DISCOUNT: "优惠", "Discount";
    LAPSED: "折扣期已过", "lapsed";
    LAST_ON: "最后一天", "Last day";
    STEP: "档位", "Step";
    ANNUAL: "折合年化", "A year";
    SUM: "合计", "Total";
    QUOTE_TABLE: "报价", "Quote";
    CHOOSE_CUSTOMER: "先选一个客户，再看每笔单据付多少、省多少。",
        "Choose a customer to see what each item costs when it is paid that day.";
    NOTHING_OPEN: "这个客户没有未结清单据。", "Nothing is open for this customer.";
    COPY: "复制报价", "Copy the quote";
    COPIED: "报价已复制", "Quote copied";
    QUOTE_TEXT: "{0}：{1} 前付款共 {2}，优惠 {3}。", "{0}: pay {2} by {1} and save {3}.";
    QUOTE_LINE: "{0}：未收 {1}，{2} 前付 {3}，优惠 {4}", "{0}: open {1}, pay {3} by {2}, save {4}";
    TICK: "报价按一次付清全部单据计算；勾选几笔，则只报这几笔。",
        "The quote is for paying everything at once; tick items to quote those alone.";
    RULE_WHOLE: "应付 = 未收 × (1 − 折扣率)，四舍五入到分一次；优惠 = 未收 − 应付。",
        "To pay = open × (1 − rate), rounded half up once; discount = open − to pay.";
    RULE_ANNUAL: "折合年化 = 折扣率 ÷ (1 − 折扣率) × 365 ÷ 提前天数。",
        "A year: rate ÷ (1 − rate) × 365 ÷ days gained.";
    NO_GRANTS: "还没有享受过的折扣。登记收款时，可享受的折扣会自动带出。",
        "No discount was taken yet. Recording a receipt offers what is open.";
    GRANT_TABLE: "折扣台账", "Discounts taken";
    TAKEN_ON: "收款日", "Received";
    OFFER: "政策", "Offer";
    OWN_TERMS: "单据自带", "the document's own";
    RATE: "折扣率", "Rate";
    BASE: "基数", "Base";
    STATE: "状态", "State";
    SETTLE: "处理超期折扣", "Settle a late discount";
    SETTLE_TEXT: "{0} 的收款在折扣期（到 {1}）后扣取了 {2}。认可，或自选定的日期起追回。",
        "A receipt of {0} took {2} after its last day {1}. Accept it, or claim it back from a day on.";
    ACCEPT: "认可", "Accept";
    CLAIM: "追回", "Claim back";
    REASON: "原因", "Reason";
    SETTLED_ON: "日期", "On";
    SETTLED: "已处理", "Settled";
    REASON_MISSING: "请填写原因", "Enter the reason";
    TERMS: "账期延长", "Longer terms";
    TERMS_TABLE: "账期延长及使用情况", "Longer terms and their use";
    FROM_TO: "账期", "Days";
    PERIOD: "到期日范围", "For due days";
    ITEMS: "到期单据", "Items";
    USED: "用了延长", "Used";
    EARLY: "按原期付清", "Paid early";
    TERMS_COST: "占用成本", "Cost";
    RUNS: "执行中", "in force";
    OVER: "已结束", "over";
    FOR_REVIEW: "待复核", "to review";
    FROM_TO_DAYS: "{0} → {1} 天", "{0} → {1} days";
    TERMS_HINT: "成本 = Σ 金额 × 超出原到期日的天数 × 资金成本 {0} ÷ 365。用了延长、又没有一笔按原期付清的，列为待复核。",
        "Cost = Σ amount × days beyond the first due day × {0} ÷ 365. Who uses the days and never pays by the first day is to be reviewed.";
    NO_TERMS: "还没有给客户延长账期。在客户页选“更多 › 延长账期”。",
        "No customer has longer terms. Grant them on the customer's page, under More.";
    PERKS: "权益与奖励", "Perks";
    PERK_TABLE: "权益与奖励台账", "Perks and rewards";
    PERK_NAME: "名称", "What";
    PERK_KIND: "类别", "Kind";
    CONDITION: "条件", "For";
    GRANTED_ON: "给予日期", "Granted";
    VALUE: "价值", "Worth";
    PERK_COST: "成本", "Costs";
    FULFILL: "登记兑现", "Record that it was given";
    NO_PERKS: "还没有权益或奖励。在客户页选“更多 › 给予权益”。",
        "No perk was granted. Grant one on the customer's page, under More.";
    NOT_A_DATE: "请填写日期", "Enter a date";
}
