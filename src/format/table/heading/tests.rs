//! Headings of known exports, each with the fields that it must give.
//! Never rows of data: those are in `tests/import_data.rs`.

use super::*;
use rstest::rstest;

/// `field=heading` for every field that is recognised, in the order of [`Field::ALL`].
fn fields(headings: &str, kind: TableKind) -> String {
    let headings: Vec<&str> = headings.split(',').map(str::trim).collect();
    let recognised = recognise(headings.iter().copied(), kind);
    let mut told: Vec<_> =
        recognised.columns.iter().map(|(f, c)| format!("{}={}", f.name(), headings[*c])).collect();
    told.sort_by_key(|pair| {
        Field::ALL.iter().position(|field| pair.starts_with(&format!("{}=", field.name())))
    });
    told.join(", ")
}

#[rstest]
#[case::settled_on_a_day(
    "countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,\
     SettledDate,PaperlessBill,DaysToSettle,DaysLate",
    "customer_code=customerID, number=invoiceNumber, issued_on=InvoiceDate, due_on=DueDate, \
     amount=InvoiceAmount, settled_on=SettledDate, disputed=Disputed, region=countryCode"
)]
#[case::posting_date_before_create_date(
    "key_0,business_code,cust_number,name_customer,business_year,doc_id,posting_date,\
     document_create_date,document_create_date.1,due_in_date,invoice_currency,document type,\
     posting_id,total_open_amount,baseline_create_date,cust_payment_terms,invoice_id,isOpen,\
     Day_due,Delay_predict,Payment_date_predict,Aging_bucket",
    "customer_code=cust_number, customer_name=name_customer, number=invoice_id, \
     issued_on=posting_date, due_on=due_in_date, terms=cust_payment_terms, \
     currency=invoice_currency, outstanding=total_open_amount, kind=document type"
)]
#[case::chinese(
    "客户编号,客户名称,发票号,发票日期,到期日,金额,已付金额,币种",
    "customer_code=客户编号, customer_name=客户名称, number=发票号, issued_on=发票日期, due_on=到期日, \
     amount=金额, currency=币种, received=已付金额"
)]
#[case::status_is_no_fact(
    "InvoiceID,Customer,Region,InvoiceDate,DueDate,PaymentDate,PaymentTerms,InvoiceAmount,\
     PaidAmount,OutstandingAmount,Status",
    "customer_name=Customer, number=InvoiceID, issued_on=InvoiceDate, due_on=DueDate, \
     terms=PaymentTerms, amount=InvoiceAmount, received=PaidAmount, \
     outstanding=OutstandingAmount, received_on=PaymentDate, region=Region"
)]
#[case::derived_columns(
    "InvoiceNo,CustomerID,Country,InvoiceDate,DueDate_assumed_net30,Lines,Amount,\
     Amount_lines_rounded_first",
    "customer_code=CustomerID, number=InvoiceNo, issued_on=InvoiceDate, \
     due_on=DueDate_assumed_net30, amount=Amount, region=Country"
)]
#[case::own_number_and_tax_invoice(
    "单据类型,单据编号,单据日期,客户编码,客户,部门,业务员,币种,汇率,价税合计,税额,已收金额,余额,到期日,发票号码,摘要",
    "customer_code=客户编码, customer_name=客户, number=单据编号, issued_on=单据日期, due_on=到期日, \
     amount=价税合计, tax=税额, currency=币种, received=已收金额, outstanding=余额, owner=业务员, \
     memo=摘要, kind=单据类型, tax_invoice_no=发票号码"
)]
#[case::dotted_names(
    "单据编号,业务日期,到期日,客户.编码,客户.名称,币别,价税合计,价税合计本位币,已核销金额,未核销金额,收款条件,销售员",
    "customer_code=客户.编码, customer_name=客户.名称, number=单据编号, issued_on=业务日期, due_on=到期日, \
     terms=收款条件, amount=价税合计, currency=币别, received=已核销金额, outstanding=未核销金额, owner=销售员"
)]
#[case::customer_is_the_code_beside_a_name(
    "Customer,Name 1,Document Number,Doc. Type,Document Date,Posting Date,Net Due Date,\
     Arrears after net due date,Amount in Doc. Curr.,Document Currency,Clearing Date,Text",
    "customer_code=Customer, customer_name=Name 1, number=Document Number, \
     issued_on=Document Date, due_on=Net Due Date, amount=Amount in Doc. Curr., \
     currency=Document Currency, \
     settled_on=Clearing Date, memo=Text, kind=Doc. Type"
)]
#[case::small_business_list(
    "Date,Transaction type,Num,Customer,Due date,Terms,Amount,Open balance,Memo/Description",
    "customer_name=Customer, number=Num, issued_on=Date, due_on=Due date, terms=Terms, \
     amount=Amount, outstanding=Open balance, memo=Memo/Description, kind=Transaction type"
)]
#[case::contact_is_the_customer(
    "*ContactName,EmailAddress,*InvoiceNumber,Reference,*InvoiceDate,*DueDate,Total,TaxTotal,\
     InvoiceAmountPaid,InvoiceAmountDue,Currency,Type,Status",
    "customer_name=*ContactName, number=*InvoiceNumber, issued_on=*InvoiceDate, due_on=*DueDate, \
     amount=Total, tax=TaxTotal, currency=Currency, received=InvoiceAmountPaid, \
     outstanding=InvoiceAmountDue, contract=Reference, kind=Type"
)]
#[case::bill_to(
    "Bill-To Customer Name,Bill-To Customer Number,Trx Number,Trx Date,Due Date,\
     Entered Currency,Original Amount,Amount Due Remaining,Class",
    "customer_code=Bill-To Customer Number, customer_name=Bill-To Customer Name, \
     number=Trx Number, issued_on=Trx Date, due_on=Due Date, amount=Original Amount, \
     currency=Entered Currency, outstanding=Amount Due Remaining, kind=Class"
)]
#[case::published_history(
    "business_code,cust_number,name_customer,clear_date,buisness_year,doc_id,posting_date,\
     document_create_date,document_create_date.1,due_in_date,invoice_currency,document type,\
     posting_id,area_business,total_open_amount,baseline_create_date,cust_payment_terms,\
     invoice_id,isOpen",
    "customer_code=cust_number, customer_name=name_customer, number=invoice_id, \
     issued_on=posting_date, due_on=due_in_date, terms=cust_payment_terms, \
     currency=invoice_currency, outstanding=total_open_amount, settled_on=clear_date, \
     kind=document type"
)]
#[case::receivable_report(
    "Posting Date,Customer,Voucher Type,Voucher No,Due Date,Invoiced Amount,Paid Amount,\
     Outstanding Amount,Age (Days),0-30,31-60,Currency,Territory,Customer Group",
    "customer_name=Customer, number=Voucher No, issued_on=Posting Date, due_on=Due Date, \
     amount=Invoiced Amount, currency=Currency, received=Paid Amount, \
     outstanding=Outstanding Amount, region=Territory, kind=Voucher Type"
)]
#[case::partner_list(
    "Number,Invoice Partner Display Name,Invoice/Bill Date,Due Date,Tax Excluded,Total,Amount Due,\
     Payment Status",
    "customer_name=Invoice Partner Display Name, number=Number, issued_on=Invoice/Bill Date, \
     due_on=Due Date, amount=Total, outstanding=Amount Due"
)]
#[case::chinese_follow_up_sheet(
    "序号,客户名称,合同编号,开票日期,发票号码,发票金额,账期(天),应回款日期,回款日期,已回款金额,未回款金额,逾期天数,业务员,备注",
    "customer_name=客户名称, number=发票号码, issued_on=开票日期, due_on=应回款日期, terms=账期(天), \
     amount=发票金额, received=已回款金额, outstanding=未回款金额, received_on=回款日期, owner=业务员, \
     contract=合同编号, memo=备注"
)]
#[case::brackets_and_full_width(
    "客户（全称）,发票 号码,开票日期（年-月-日）,应收金额(元),未收金额(元)",
    "customer_name=客户（全称）, number=发票 号码, issued_on=开票日期（年-月-日）, amount=应收金额(元), \
     outstanding=未收金额(元)"
)]
#[case::traditional(
    "客戶編號,發票號碼,發票日期,到期日,金額,幣別",
    "customer_code=客戶編號, number=發票號碼, issued_on=發票日期, due_on=到期日, amount=金額, currency=幣別"
)]
#[case::resembling(
    "Customer Ref No,Invoice Doc Ref,Invoice Issue Date (UTC),Final Due Date,\
     Invoice Gross Value,Overdue amount,Days overdue",
    "customer_code=Customer Ref No, number=Invoice Doc Ref, \
     issued_on=Invoice Issue Date (UTC), due_on=Final Due Date, amount=Invoice Gross Value"
)]
fn invoices_are_recognised(#[case] headings: &str, #[case] expected: &str) {
    assert_eq!(fields(headings, TableKind::Invoices), expected);
    assert_eq!(guess_kind(headings.split(',').map(str::trim)), TableKind::Invoices);
}

#[rstest]
#[case(
    "客户编号,收款日期,收款金额,币种,收款方式,流水号,发票号,摘要",
    "customer_code=客户编号, number=发票号, amount=收款金额, currency=币种, received_on=收款日期, \
     memo=摘要, method=收款方式, reference=流水号"
)]
#[case(
    "Customer,Payment Date,Amount,Currency,Payment Method,Reference,Invoice No",
    "customer_name=Customer, number=Invoice No, amount=Amount, currency=Currency, \
     received_on=Payment Date, method=Payment Method, reference=Reference"
)]
#[case(
    "收款单号,单据日期,客户名称,结算方式,实收金额",
    "customer_name=客户名称, amount=实收金额, received_on=单据日期, method=结算方式, reference=收款单号"
)]
#[case(
    "customer_code,received_on,amount,reference",
    "customer_code=customer_code, amount=amount, received_on=received_on, reference=reference"
)]
fn receipts_are_recognised(#[case] headings: &str, #[case] expected: &str) {
    assert_eq!(fields(headings, TableKind::Receipts), expected);
    assert_eq!(guess_kind(headings.split(',')), TableKind::Receipts);
}

#[rstest]
#[case(
    "客户编码,客户名称,税号,地址,联系人,电话,行业,地区,业务员,信用额度,账期",
    "customer_code=客户编码, customer_name=客户名称, terms=账期, owner=业务员, region=地区, industry=行业, \
     address=地址, tax_no=税号, phone=电话, contact=联系人, credit_limit=信用额度"
)]
#[case(
    "Code,Name,Tax ID,Phone,Email,Credit limit,Payment terms",
    "customer_code=Code, customer_name=Name, terms=Payment terms, tax_no=Tax ID, phone=Phone, \
     email=Email, credit_limit=Credit limit"
)]
#[case(
    "customer_code,customer_name,owner",
    "customer_code=customer_code, customer_name=customer_name, owner=owner"
)]
fn customers_are_recognised(#[case] headings: &str, #[case] expected: &str) {
    assert_eq!(fields(headings, TableKind::Customers), expected);
    assert_eq!(guess_kind(headings.split(',')), TableKind::Customers);
}

#[test]
fn every_field_is_recognised_by_its_own_name_and_label() {
    use crate::say::{Language, field_label};
    let of_receipts = [Field::Method, Field::Reference];
    let of_customers = [
        Field::Industry,
        Field::Address,
        Field::TaxNo,
        Field::Phone,
        Field::Email,
        Field::Contact,
        Field::CreditLimit,
    ];
    for field in Field::ALL {
        let kind = match field {
            field if of_receipts.contains(&field) => TableKind::Receipts,
            field if of_customers.contains(&field) => TableKind::Customers,
            _ => TableKind::Invoices,
        };
        let labels = [Language::Zh, Language::En].map(|language| field_label(field, language));
        for heading in [field.name(), labels[0], labels[1]] {
            let columns = recognise([heading].into_iter(), kind).columns;
            // The tax invoice's number is the number when a table has no other.
            let expected = match (field, heading) {
                (Field::TaxInvoiceNo, "发票号码") => Field::Number,
                _ => field,
            };
            assert_eq!(columns, [(expected, 0)].into(), "{heading}");
        }
    }
}
