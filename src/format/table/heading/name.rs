//! The headings that accounting packages give to the fields, in folded form, likeliest first.
//! Never a guess: what merely resembles them is `resemblance`.

use Field::{
    Address, Amount, Contact, Contract, CreditLimit, Currency, CustomerCode, CustomerName,
    Disputed, DueOn, Email, Industry, IssuedOn, Kind, Memo, Method, Number, Outstanding, Owner,
    Phone, Received, ReceivedOn, Reference, Region, SettledOn, Tax, TaxInvoiceNo, TaxNo, Terms,
};

use crate::workbook::draft::TableKind;
use crate::workbook::field::Field;

/// Names of one field, apart by blanks, likeliest first.
type Names = (Field, &'static str);

/// First choices, then second choices: what a heading also is when another one took its field.
pub(super) fn names(kind: TableKind) -> [&'static [Names]; 3] {
    match kind {
        TableKind::Invoices => [INVOICE, CUSTOMER_OF_ROW, INVOICE_SECOND],
        TableKind::Receipts => [RECEIPT, CUSTOMER_OF_ROW, RECEIPT_SECOND],
        TableKind::Customers => [CUSTOMER, CUSTOMER_OF_ROW, CUSTOMER_SECOND],
    }
}

const CUSTOMER_OF_ROW: &[Names] = &[
    (
        CustomerCode,
        "customercode customerno customernumber customerid 客户编码 客户编号 客户代码 客户号 客户id 客户码 客户简码 custno \
         custnumber custid custcode custnum customernum customerkey 往来单位编码 往来单位编号 往来单位代码 往来编码 \
         购货单位编码 购方编码 购买方编码 客商编码 核算项目代码 核算项目编码 核算项目编号 结算客户编码 开票客户编码 单位编码 单位编号 billtocustomerno \
         billtocustomernumber billtocustomercode billtocustomerid billtono billtoaccount \
         billtocode soldtoparty soldtono soldtocustomerno payerno debtorno debtornumber debtorcode \
         debtorid clientcode clientid clientno clientnumber buyercode buyerid customeraccount \
         customeraccountno customeraccountnumber custaccount accountno accountnumber accountcode \
         accountid acctno businesspartnercode businesspartnerno bpcode cardcode partnercode \
         partnerid partycode partyid kunnr",
    ),
    (
        CustomerName,
        "customername custname namecustomer 客户名称 客户全称 客户名 客户简称 往来单位名称 购货单位名称 购方名称 购买方名称 客商名称 \
         核算项目名称 billtocustomername billtoname soldtoname soldtopartyname billtocustomer clientname \
         buyername debtorname accountname companyname contactname partyname partnername \
         businesspartnername cardname name1 customerfullname customerdisplayname \
         partnerdisplayname invoicepartnerdisplayname customer 客户 往来单位 购货单位 购买方 购方 客商 结算客户 开票客户 \
         付款单位 债务人 欠款单位 单位名称 公司名称 企业名称 billto soldto client buyer debtor payer company partner \
         party businesspartner organization organisation account name 名称 户名 单位",
    ),
    (
        Owner,
        "owner 负责人 责任人 业务员 销售员 salesperson salesrep salesrepresentative salesman salespersonname \
         salesrepname accountmanager accountowner collector responsible responsibleperson 客户经理 \
         销售人员 业务人员 销售代表 业务员名称 销售员名称 销售负责人 业务经理 销售经理 收款责任人 清收责任人 跟进人 催收员 催款人 催收人 专管业务员 分管人员 rep \
         agent 经办人",
    ),
    (
        Region,
        "region 地区 区域 大区 片区 销售区域 销售地区 所属地区 所属区域 客户地区 所在地区 area territory salesregion salesarea \
         salesterritory 地域 省份 province country countrycode market",
    ),
    (
        Currency,
        "currency currencycode 币种 币别 币种代码 货币 货币代码 货币种类 币种名称 币别名称 invoicecurrency \
         invoicecurrencycode documentcurrency doccurrency doccurr transactioncurrency \
         enteredcurrency enteredcurrencycode currencyname currencyid curr cur ccy curcode waers \
         结算币种 交易币种 原币币种 原币币别 币制 paymentcurrency localcurrency localcurr",
    ),
    (
        Memo,
        "memo 备注 摘要 remark remarks note notes comment comments description 说明 附注 附言 描述 text \
         itemtext 单据摘要 备注说明 用途 details narration subject",
    ),
];

const INVOICE: &[Names] = &[
    (
        Number,
        "invoicenumber invoiceno invoicenum invoiceid 单据编号 单据号 单据号码 应收单号 应收单编号 应收单据号 应收单据编号 发票号 \
         发票号码 发票编号 销售发票号 invno invnumber invnum invid invoicenr invoice 账单号 账单编号 单号 documentno \
         documentnumber documentnum documentid docno docnumber docid docnum billno billnumber \
         billid billingdocument billingdocumentno billingdoc billdoc transactionnumber \
         transactionno transactionid trxnumber trxno transno invoicereference invoiceref 业务单号 业务编号 \
         销售单号 结算单号 出库单号 发货单号 票号 凭证号 凭证编号 voucherno vouchernumber vouchernum inv document 编号 num \
         number belnr no",
    ),
    (
        IssuedOn,
        "invoicedate invoicebilldate 开票日期 发票日期 开票日 开票时间 单据日期 应收单日期 invdate dateofinvoice \
         invoiceddate billdate billingdate documentdate docdate issuedate issuedon dateissued \
         postingdate pstngdate postdate transactiondate trxdate transdate taxdate 业务日期 销售日期 账单日期 \
         date 日期 记账日期 入账日期 凭证日期 出库日期 发货日期 订单日期 orderdate gldate accountingdate bookingdate 发生日期 \
         交易日期 立账日期 制单日期 录入日期 documentcreatedate documentcreatedate1 createddate createdate \
         creationdate entrydate bldat budat",
    ),
    (
        DueOn,
        "duedate 到期日 到期日期 应收到期日 付款到期日 收款到期日 到期时间 dueon datedue invoiceduedate netduedate netduedt \
         dueindate paymentduedate duedt maturitydate 应收日期 应收款日期 应收款日 付款期限 付款截止日 付款截止日期 收款期限 收款截止日 \
         收款截止日期 还款日期 最后付款日 最迟付款日 信用到期日 账期到期日 应收账款到期日 应付日期 约定付款日 约定付款日期 约定收款日期 约定回款日期 计划收款日期 计划收款日 \
         计划回款日期 应回款日期 应收款到期日 预计收款日期 预计回款日期 expirydate paybydate payby netdue maturity",
    ),
    (
        Terms,
        "terms paymentterms paymentterm 付款条件 收款条件 账期 付款条款 收款条款 支付条件 信用期 信用账期 付款账期 收款账期 结算账期 账期天数 \
         信用天数 信用期限 termsofpayment termofpayment payterms payterm creditterms custpaymentterms \
         customerpaymentterms termscode paymenttermscode payt creditdays netdays creditperiod \
         zterm",
    ),
    (
        Amount,
        "invoiceamount invoicedamount amountinvoiced invoicetotal invoiceamt invoicevalue 价税合计 \
         含税金额 含税总额 含税合计 价税合计金额 应收金额 应收款金额 开票金额 发票金额 发票总额 单据金额 grandtotal amountincltax \
         amountincludingtax amountinclvat amountincludingvat totalincltax totalinclvat \
         totalincludingtax grossamount totalsigned totalamount amounttotal amount 金额 \
         originalamount amountdueoriginal originalinvoiceamount docamount documentamount \
         amountindoccurr amountindocumentcurrency amountindoccurrency amountdoccurr billamount \
         billedamount invamount invamt amt 应收原币金额 原币应收金额 原币金额 应收原币 价税合计原币 应收款 应收额 应收总额 应收账款 应收账款金额 \
         应收 总金额 金额合计 合计金额 总额 销售金额 销售额 货款金额 货款 total transactionamount claimamount chargeamount \
         应收本币金额 本币应收金额 本币金额 应收本币 价税合计本位币 价税合计本币 本位币金额 金额本位币 金额本币 amountinlocalcurrency \
         amountinlocalcur amountinlocalcurr amountinlc lcamnt lcamount localamount \
         basecurrencyamount 借方金额 借方 本期应收 debit 合计 value wrbtr dmbtr",
    ),
    (
        Tax,
        "tax taxamount 税额 税金 增值税额 增值税 税额合计 销项税额 taxtotal totaltax taxamt vat vatamount gst \
         gstamount salestax",
    ),
    (
        Received,
        "receivedamount amountreceived received 已收金额 已付金额 已收款金额 已收款 已收 paidamount amountpaid \
         invoiceamountpaid totalpaid paid paidtodate receivedtodate amountpaidtodate totalreceived \
         collected collectedamount amountcollected amountapplied appliedamount 已回款 已回款金额 累计收款 \
         累计收款金额 累计已收 累计已收金额 累计回款 累计回款金额 已核销金额 已核销 已结算金额 已结金额 实收金额 实收 已收原币金额 已收原币 已收本币金额 已收本币 已付 \
         已付款 已付款金额 已到账金额 到账金额 回款金额 收款金额 核销金额 已还金额 settledamount amountsettled paymentamount \
         payments payment receipts 贷方金额 credit",
    ),
    (
        Outstanding,
        "outstandingamount amountoutstanding outstanding 未收金额 未付金额 未收款金额 未收款 未收 余额 openbalance \
         openamount balancedue amountdue amountduesigned amountdueremaining invoiceamountdue \
         dueamount remainingamount amountremaining remainingbalance remaining outstandingbalance \
         unpaidamount unpaid balance amountopen balanceamount totalopenamount currentbalance \
         invoicebalance 未回款 未回款金额 未核销金额 未核销 未结金额 未结算金额 未清金额 未清 欠款金额 欠款余额 欠款 尚欠金额 应收余额 应收账款余额 应收款余额 \
         剩余金额 剩余应收 剩余未收 未收余额 未付款 未付 待收金额 待收款 待收 单据余额 原币余额 未收原币金额 未收原币 未到账金额 未还金额 期末余额 本币余额 未收本币金额 \
         未收本币 amountowing owing netbalance",
    ),
    (
        ReceivedOn,
        "receiveddate receivedon 收款日期 收款日 回款日期 回款日 到账日期 到账日 收款时间 回款时间 paymentdate receiptdate \
         datereceived datepaid paiddate paidon paydate paymentreceiveddate lastpaymentdate 付款日期 \
         付款日 付款时间 支付日期 实际收款日期 实际付款日期 实际回款日期 最近收款日期 最后收款日期 最近回款日期 最后回款日期 核销日期 collectiondate \
         collectedon",
    ),
    (
        SettledOn,
        "settleddate settledon 结清日期 结清日 结清时间 收讫日期 settlementdate datesettled cleareddate \
         clearingdate clearedon cleardate clearing clrngdate fullypaiddate fullypaidon \
         fullypaidondate closeddate dateclosed closedon 清账日期 结算日期 augdt",
    ),
    (
        Disputed,
        "disputed 争议 是否争议 有争议 是否有争议 争议标志 争议标识 isdisputed indispute dispute disputeflag \
         disputedflag",
    ),
    (
        Contract,
        "contract contractno contractnumber contractid 合同号 合同编号 合同号码 合同 销售合同号 销售合同 订单号 订单编号 销售订单号 \
         销售订单编号 销售订单 客户订单号 客户采购单号 采购订单号 orderno ordernumber salesorder salesorderno \
         salesordernumber sono pono ponumber ponum purchaseorder purchaseorderno \
         purchaseordernumber customerpo customerpono 项目编号 yourreference po",
    ),
    (
        Kind,
        "documentkind documenttype doctype kind 单据类型 单据类别 单据种类 单据名称 transactiontype trxtype \
         transactionclass trxclass invoicetype billtype billingtype 发票类型 票据类型 业务类型 凭证类型 红蓝字 红蓝标志 \
         documenttypename doctypename vouchertype type 类型 类别 class",
    ),
    (
        TaxInvoiceNo,
        "taxinvoiceno taxinvoicenumber 税票号码 税票号 增值税发票号码 增值税发票号 数电票号码 数电发票号码 全电发票号码 fapiaono fapiao",
    ),
];

const INVOICE_SECOND: &[Names] = &[
    (TaxInvoiceNo, "发票号码 发票号 发票编号"),
    (
        CustomerCode,
        "customer 客户 往来单位 购货单位 购方 客商 debtor client buyer payer billto soldto account",
    ),
    (Terms, "结算方式 付款方式"),
    (Contract, "reference ref"),
];

const RECEIPT: &[Names] = &[
    (
        ReceivedOn,
        "receiveddate receivedon 收款日期 收款日 到账日期 到账日 回款日期 回款日 收款时间 到账时间 receiptdate paymentdate \
         datereceived datepaid paiddate paidon paydate 付款日期 付款日 付款时间 入账日期 入账时间 单据日期 交易日期 交易时间 记账日期 \
         业务日期 valuedate depositdate transactiondate trxdate postingdate documentdate docdate \
         bookingdate date 日期 时间",
    ),
    (
        Amount,
        "receivedamount amountreceived receiptamount 收款金额 到账金额 回款金额 实收金额 收款额 回款额 paymentamount \
         amountpaid paidamount amount 金额 本次收款 本次收款金额 收款原币金额 原币金额 收入金额 收入 入账金额 贷方金额 贷方发生额 交易金额 付款金额 \
         received paid receipt payment total totalamount amt 核销金额 实收 收款本币金额 本币金额 本位币金额 credit \
         creditamount amountinlocalcurrency value",
    ),
    (
        Number,
        "invoicenumber invoiceno invoicenum invoiceid invoice 发票号 发票号码 发票编号 对应发票号 核销发票号 应收单号 应收单编号 \
         对应单据号 核销单据号 对应单号 源单编号 源单号 invno invnumber invoicereference invoiceref appliedto \
         appliedtoinvoice appliestodocno billno 账单号",
    ),
    (
        Reference,
        "reference referenceno referencenumber ref 收款单号 收款单编号 收款编号 流水号 交易流水号 银行流水号 交易号 交易参考号 参考号 \
         凭证号 回单号 单据编号 单据号 单号 receiptno receiptnumber receiptid paymentno paymentnumber paymentid \
         paymentreference paymentref transactionid transactionno transactionnumber bankreference \
         bankref checkno checknumber chequeno chequenumber 支票号 票据号 票据号码 documentno documentnumber \
         docno num number no",
    ),
    (
        Method,
        "method paymentmethod 收款方式 结算方式 付款方式 支付方式 回款方式 paymenttype paymode paymentmode \
         receiptmethod tender tendertype 结算方式名称 收款类型 type",
    ),
    (
        CustomerName,
        "付款人 付款方 付款单位 付款方名称 付款人名称 付款户名 对方户名 对方名称 对方单位 交款单位 payername paidby payor",
    ),
    (
        Contract,
        "contract contractno 合同号 合同编号 订单号 销售订单号 orderno ordernumber salesorder",
    ),
];

const RECEIPT_SECOND: &[Names] = &[
    (
        CustomerCode,
        "customer 客户 往来单位 购货单位 购方 客商 debtor client buyer payer billto account",
    ),
    (Reference, "document id"),
];

const CUSTOMER: &[Names] = &[
    (Industry, "industry 行业 所属行业 行业类别 行业分类 客户行业 sector industrytype"),
    (
        Address,
        "address 地址 通讯地址 联系地址 公司地址 单位地址 注册地址 经营地址 客户地址 详细地址 办公地址 billingaddress billtoaddress addr \
         address1 street 收货地址",
    ),
    (
        TaxNo,
        "taxno taxnumber taxid 税号 纳税人识别号 统一社会信用代码 社会信用代码 信用代码 纳税人登记号 税务登记号 税务登记证号 纳税识别号 vatno \
         vatnumber vatid vatregno vatregistrationno vatregistrationnumber taxregistrationnumber \
         taxregno uscc gstin abn ein",
    ),
    (
        Phone,
        "phone phoneno phonenumber 电话 联系电话 电话号码 手机 手机号 手机号码 联系手机 联系方式 联系人电话 联系人手机 公司电话 固定电话 \
         telephone telephoneno tel mobile mobileno mobilephone cellphone cell",
    ),
    (Email, "email emailaddress 邮箱 电子邮箱 电子邮件 邮箱地址 联系邮箱 mail email地址"),
    (
        Contact,
        "contactperson 联系人 联系人姓名 主要联系人 首要联系人 财务联系人 对接人 收件人 primarycontact contact attention attn",
    ),
    (
        CreditLimit,
        "creditlimit 信用额度 授信额度 信用限额 赊销额度 信用额 授信金额 额度 creditline creditlimitamount",
    ),
    (
        Terms,
        "terms paymentterms paymentterm 付款条件 收款条件 账期 付款条款 收款条款 信用期 信用账期 账期天数 信用天数 信用期限 \
         termsofpayment creditterms creditdays creditperiod payterms 付款账期 收款账期 结算账期",
    ),
];

const CUSTOMER_SECOND: &[Names] = &[
    (CustomerCode, "customer 客户 code id no number 编码 编号 代码 往来单位"),
    (Contact, "contactname"),
    (Terms, "结算方式"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::table::heading::fold::fold;

    #[test]
    fn names_are_folded_and_no_list_has_one_twice() {
        for kind in [TableKind::Invoices, TableKind::Receipts, TableKind::Customers] {
            for (field, list) in names(kind).into_iter().flatten() {
                let mut seen = Vec::new();
                for name in list.split_whitespace() {
                    assert_eq!(fold(name), name, "{field:?}");
                    assert!(!seen.contains(&name), "{field:?} has {name} twice");
                    seen.push(name);
                }
            }
        }
    }
}
