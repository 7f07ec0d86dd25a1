//! Words of the team: members, assignment rules, workload.
//! Never a role: `say` words those.

super::labels! {
    MEMBERS: "团队", "Team";
    MEMBERS_HINT: "姓名与客户的负责人、跟进记录中的跟进人对应；离开后填写最后一天，旧记录不变。",
        "Names as they stand on customers and contacts. Who leaves gets a last day; old records stay.";
    NAME: "姓名", "Name";
    ROLE: "职责", "Duty";
    TARGET: "月回款目标", "Target a month";
    UNTIL: "最后一天", "Last day";
    ADD_MEMBER: "增加成员", "Add a member";
    RULES: "分配规则", "Assignment rules";
    RULES_HINT: "客户没有写负责人时，按从上到下第一条符合的规则分配；空格表示不限。",
        "For customers that name nobody: the first rule that fits. An empty cell fits all.";
    OWNER: "负责人", "Responsible";
    REGION: "地区", "Region";
    INDUSTRY: "行业", "Industry";
    TIERS: "分级（A B C）", "Tiers (A B C)";
    CLASSES: "分类", "Classes";
    AMOUNT: "逾期金额不低于", "Overdue at least";
    DAYS: "逾期天数不低于", "Days overdue at least";
    ADD_RULE: "增加规则", "Add a rule";
    APPROVAL: "审批流程", "Approval chain";
    APPROVAL_HINT: "选定的职责依次批准后，计划、暂缓和移交才生效；不选则无需审批。只问登记在起始日及以后的事项。",
        "Plans, holds and handovers count once these duties have said yes in turn. Choose none and nobody is asked. Only what is dated from the first day on is asked about.";
    NO_ROLE: "不需要", "Nobody";
    FIRST_APPROVAL: "先由", "First";
    SECOND_APPROVAL: "然后由", "Then";
    LAST_APPROVAL: "最后由", "Last";
    SINCE: "起始日（空为全部）", "From this day on (empty: everything)";
    NOBODY_ASKED: "请勾选需要审批的事项", "Tick what needs approval";
    NOT_READ: "请检查标出的单元格", "Check the marked cell";
    WORKLOAD: "工作量", "Workload";
    WORKLOAD_HINT: "截至报告日的当月。", "The month up to the reporting day.";
    CUSTOMERS: "客户", "Customers";
    OVERDUE_CUSTOMERS: "逾期客户", "Overdue";
    OVERDUE: "逾期金额", "Overdue amount";
    CONTACTS: "跟进次数", "Contacts";
    OPEN_PROMISES: "未到期承诺", "Open promises";
    UNKEPT: "未守承诺", "Unkept";
    COLLECTED: "回款", "Collected";
    TRAINING: "培训记录", "Training";
    TRAINING_HINT: "记录谁在什么时候学了什么；不影响任何数字。",
        "Who was trained in what, and when; changes no figure.";
    NO_TRAINING: "还没有培训记录。在下面登记第一次。", "None yet: record the first below.";
    TRAINED_ON: "日期", "Day";
    TOPIC: "内容", "Topic";
    TRAINING_MEMO: "备注（学时、讲师、结果）", "Memo (hours, trainer, result)";
    RECORD_TRAINING: "登记培训", "Record the training";
    NO_PERSON: "请填写姓名", "Say who";
    NO_TOPIC: "请填写内容", "Say in what";
    NOBODY: "无负责人", "nobody";
}
