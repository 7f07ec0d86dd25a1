//! The demo book in Chinese: an invented trading firm and its invented customers.
//! Never a real firm or person.

use super::{Cast, FirmWords, Player, Words};
use crate::record::DebtorKind::{LargeFirm, PublicBody, SmallFirm};

const fn player(
    name: &'static str,
    region: &'static str,
    industry: &'static str,
    kind: crate::record::DebtorKind,
    person: &'static str,
    person_role: &'static str,
) -> Player {
    Player { name, region, industry, kind, person, person_role }
}

pub(super) const CAST: Cast = Cast {
    title: "示例：听澜渡商贸",
    base_currency: "CNY",
    foreign_currency: "USD",
    rate_ten_thousandths: 71_600,
    tax_percent: 13,
    firm: FirmWords {
        name: "听澜渡商贸有限公司",
        tax_no: "91000000MA0DEMO00X",
        address: "云汀市苇塘路 18 号",
        bank_account: "云汀农商银行苇塘支行 0000 1234 5678",
    },
    clerks: ["周敏", "陈立群", "何小满"],
    owners: ["赵一鸣", "林若溪", "孙启航", "吴佩珊"],
    players: [
        player("沐杉纺织有限公司", "华东", "纺织", SmallFirm, "钱晓雯", "财务主管"),
        player("砚禾五金制品有限公司", "华东", "五金", SmallFirm, "冯国栋", "财务经理"),
        player("澜桥照明科技有限公司", "华南", "照明", SmallFirm, "蒋文", "会计"),
        player("栖野家居用品有限公司", "华南", "家居", SmallFirm, "沈丽娟", "出纳"),
        player("岫云包装材料有限公司", "华东", "包装", SmallFirm, "韩磊", "总经理"),
        player("汐岚海产有限公司", "华南", "食品", SmallFirm, "杨海生", "财务主管"),
        player("朔棠机电工程有限公司", "华北", "机电", LargeFirm, "朱建业", "项目经理"),
        player("霁川建材集团有限公司", "西南", "建材", LargeFirm, "秦岭", "财务总监"),
        player("蔚禾农资有限公司", "华中", "农资", SmallFirm, "许大田", "法定代表人"),
        player("隐泉酒店用品有限公司", "西南", "酒店用品", SmallFirm, "吕芳", "采购经理"),
        player("檀溪文具有限公司", "华中", "文具", SmallFirm, "施雨晴", "会计"),
        player("鹿鸣涧户外用品有限公司", "西北", "户外", SmallFirm, "张野", "店长"),
        player("青梧市政养护中心", "华北", "市政", PublicBody, "孔维民", "财务科长"),
        player("Larkmere Outfitters Ltd", "海外", "服装", LargeFirm, "Ada Thornby", "应付会计"),
        player("Tallow & Wick Imports", "海外", "家居", SmallFirm, "Jonas Quill", "采购"),
        player("云箩服饰有限公司", "华东", "服装", SmallFirm, "严芝", "财务主管"),
        player("白露坞餐饮管理有限公司", "华中", "餐饮", SmallFirm, "金秋生", "负责人"),
        player("晴汀连锁超市有限公司", "华东", "零售", LargeFirm, "魏然", "结算专员"),
    ],
    words: Words {
        invoice_prefix: "YS",
        debit_prefix: "TZ",
        credit_prefix: "HZ",
        receipt_prefix: "SK",
        contract_prefix: "HT",
        transfer: "银行转账",
        bill: "银行承兑汇票",
        short_delivery: "数量短少",
        bounced: "银行退票",
        wrong_item: "核销到错误的单据",
        typed_twice: "重复录入",
        bankrupt: "客户停业，多次催收未果",
        fee: "境外银行扣费",
        rounding: "尾差",
        extended: "客户申请延期，已同意",
        returned_goods: "退货",
        price_correction: "补收运费",
        duplicate_payment: "重复付款，退回",
        deduction: "促销费用扣款",
        order_cancelled: "订单取消，红冲",
        on_consignment: "寄售，售出后结算",
        manager: "财务总监 顾长青",
        table_name: "应收单据",
        receipt_table_name: "收款明细",
    },
    name_parts: (
        &[
            "沐", "砚", "澜", "栖", "岫", "汐", "朔", "霁", "蔚", "隐", "檀", "鹿", "梧", "箩",
            "露", "汀", "苇", "杼", "棠", "籁", "樾", "黛", "屿", "瀚", "璞", "筠", "芷", "荻",
            "钰", "翎",
        ],
        &[
            "杉", "禾", "桥", "野", "云", "岚", "溪", "川", "泉", "涧", "原", "坞", "渚", "陂",
            "垣", "岑", "榭", "埠", "岭", "渡", "畔", "墅",
        ],
    ),
    trades: &[
        "纺织", "五金", "照明", "家居", "包装", "食品", "机电", "建材", "农资", "文具", "服饰",
        "餐饮", "电子", "化工", "物流", "印刷", "器械",
    ],
    name_end: "有限公司",
    regions: &["华东", "华南", "华北", "华中", "西南", "西北", "东北"],
    invoice_headings: [
        "客户编码",
        "客户名称",
        "单据号",
        "开票日期",
        "到期日",
        "金额",
        "负责人",
        "地区",
    ],
    receipt_headings: ["客户编码", "单据号", "收款日期", "金额", "流水号"],
};
