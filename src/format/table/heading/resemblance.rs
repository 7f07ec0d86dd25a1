//! Headings that no list has, recognised by the words in them.
//! Never overrules a heading that a list has.

use crate::workbook::draft::TableKind;
use crate::workbook::field::Field;

/// A heading that holds one word of each group, and none of the unwanted, means the field.
struct Resemblance {
    field: Field,
    words: [&'static str; 2],
    unwanted: &'static str,
}

/// The fields that a folded heading resembles, likeliest first.
pub(super) fn fields(folded: &str, kind: TableKind) -> impl Iterator<Item = Field> {
    let holds = move |words: &str| words.split_whitespace().any(|word| folded.contains(word));
    let rules: &[Resemblance] = match kind {
        TableKind::Invoices => INVOICE,
        TableKind::Receipts => RECEIPT,
        TableKind::Customers => &[],
    };
    let rules = rules.iter().chain(CUSTOMER);
    // A long text is a sentence, not a heading.
    let is_heading = folded.chars().count() <= HEADING_CHARS_MAX && !holds(NEVER);
    rules
        .filter(move |rule| {
            is_heading && rule.words.iter().all(|words| holds(words)) && !holds(rule.unwanted)
        })
        .map(|rule| rule.field)
}

const HEADING_CHARS_MAX: usize = 40;

/// Words of columns that are derived, predicted or about something else.
const NEVER: &str = "predict forecast bucket aging ageing arrears days rounded percent ratio rate \
    status discount interest penalty limit score symbol 预测 账龄 逾期 超期 天数 比例 占比 汇率 税率 状态 折扣 利息 \
    滞纳金 违约金 额度 评分 期初 上期 上年 本年 差额";

const DATE: &str = "date 日期 时间 到期日";
const MONEY: &str = "amount amt value sum total balance 金额 款 额 合计 余额";
const PARTY: &str = "customer cust client debtor buyer billto soldto payer 客户 购货单位 购方 购买方 \
    往来单位 客商";

const INVOICE: &[Resemblance] = &[
    Resemblance {
        field: Field::DueOn,
        words: ["due maturity 到期 截止 期限 应收日", DATE],
        unwanted: "paid",
    },
    Resemblance {
        field: Field::SettledOn,
        words: ["settle cleared clearing closed fullypaid 结清 清账", DATE],
        unwanted: "",
    },
    Resemblance {
        field: Field::ReceivedOn,
        words: ["received receipt paid payment collected 收款 回款 到账 付款", DATE],
        unwanted: "due plan expected 计划 预计 应收 约定",
    },
    Resemblance {
        field: Field::IssuedOn,
        words: [
            "invoice issue bill document doc posting transaction 开票 发票 单据 账单 业务 出库",
            DATE,
        ],
        unwanted: "due paid payment paperless create delivery ship 到期 付款 收款",
    },
    Resemblance {
        field: Field::Outstanding,
        words: [
            "outstanding open remaining unpaid balance amountdue 未收 未付 未回 未核销 未结 未清 尚欠 欠款 剩余 余额",
            MONEY,
        ],
        unwanted: "",
    },
    Resemblance {
        field: Field::Received,
        words: [
            "received paid collected applied 已收 已付 已回 已核销 已结 累计收 累计回 实收",
            MONEY,
        ],
        unwanted: "unpaid notpaid tobe 未",
    },
    Resemblance {
        field: Field::Tax,
        words: ["tax vat gst 税额 税金", MONEY],
        unwanted: "incl gross with total 含税 价税",
    },
    Resemblance {
        field: Field::Amount,
        words: [
            "invoice document doc gross total bill transaction amount 应收 开票 发票 单据 价税 含税 金额",
            "amount amt value total 金额 合计 总额",
        ],
        unwanted: "paid received open outstanding due balance tax lines qty 未 已 不含税 税额 数量 余额",
    },
    Resemblance {
        field: Field::Number,
        words: [
            "invoice inv document doc 发票 单据 应收单 账单",
            "number num no id code ref 号 编码",
        ],
        unwanted: "date amount tax line customer cust order count 日期 金额 客户 订单 税号 行号 单号数",
    },
    Resemblance {
        field: Field::Currency,
        words: ["currency 币种 币别 货币", ""],
        unwanted: "amount amt value 金额",
    },
    Resemblance {
        field: Field::Terms,
        words: ["paymentterm payterm creditterm 付款条件 收款条件 账期", ""],
        unwanted: "",
    },
    Resemblance {
        field: Field::Disputed,
        words: ["dispute 争议", ""],
        unwanted: "amount date reason 金额 日期 原因",
    },
    Resemblance {
        field: Field::Contract,
        words: ["contract 合同", "number num no id 号"],
        unwanted: "amount date 金额 日期",
    },
];

const RECEIPT: &[Resemblance] = &[
    Resemblance {
        field: Field::ReceivedOn,
        words: [
            "received receipt paid payment collect deposit value 收款 回款 到账 付款 入账 交易",
            DATE,
        ],
        unwanted: "due invoice 到期 开票 发票",
    },
    Resemblance {
        field: Field::Amount,
        words: [
            "received receipt paid payment collect amount 收款 回款 到账 实收 付款 金额",
            "amount amt value total 金额 额",
        ],
        unwanted: "open outstanding due balance invoice 未 余额 应收 发票",
    },
    Resemblance {
        field: Field::Number,
        words: ["invoice inv 发票 应收单", "number num no id ref 号"],
        unwanted: "date amount 日期 金额",
    },
    Resemblance {
        field: Field::Reference,
        words: [
            "receipt payment transaction bank reference 收款 流水 回单 交易 票据",
            "number num no id ref 号",
        ],
        unwanted: "date amount account 日期 金额 账号 卡号",
    },
    Resemblance {
        field: Field::Currency,
        words: ["currency 币种 币别 货币", ""],
        unwanted: "amount 金额",
    },
    Resemblance { field: Field::Method, words: ["method 方式", ""], unwanted: "" },
];

const CUSTOMER: &[Resemblance] = &[
    Resemblance {
        field: Field::CustomerCode,
        words: [PARTY, "code number num no id key 编码 编号 代码 号"],
        unwanted: "name order group type class country phone tax email po note paid amount date \
            金额 日期 名 订单 类 电话 手机 税号 邮 信用代码 账号",
    },
    Resemblance {
        field: Field::CustomerName,
        words: [PARTY, "name 名 称"],
        unwanted: "code group type class contact 编码 类 联系人",
    },
    Resemblance {
        field: Field::Owner,
        words: ["salesperson salesrep accountmanager collector 业务员 销售员 负责人 客户经理", ""],
        unwanted: "code no phone 编码 电话 部门",
    },
    Resemblance {
        field: Field::Region,
        words: ["region territory 地区 区域 大区", ""],
        unwanted: "code id 编码",
    },
];
