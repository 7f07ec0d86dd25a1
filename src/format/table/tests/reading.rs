//! Tables in a few lines with the documents, receipts and customers that they give.
//! Never more than one matter to a table.

use super::*;
use crate::record::MissingItem;
use crate::workbook::question::{Answers, DayOrder, Question, RepeatedNumbers};
use proptest::prelude::*;
use rstest::rstest;

#[rstest]
#[case::settled_on_a_day(
    "Customer,Invoice No,Amount,Settled Date\nA,1,5,2024-01-15\nA,2,6,\n",
    "2: A 1 5.00 CNY got 5.00 on 2024-01-15\n3: A 2 6.00 CNY got 0.00 on 2024-06-30 undated"
)]
#[case::received_on_a_day(
    "Customer,Invoice No,Amount,Paid Amount,Payment Date\nA,1,5,2,2024-01-15\nA,2,6,3,\n",
    "2: A 1 5.00 CNY got 2.00 on 2024-01-15\n3: A 2 6.00 CNY got 3.00 on 2024-06-30 undated"
)]
#[case::paid_on_a_day(
    "Client,Invoice #,Date Issued,Amount,Date Paid\nA,1,2024-01-05,5,2024-01-15\n",
    "2: A 1 5.00 CNY of 2024-01-05 got 5.00 on 2024-01-15"
)]
#[case::outstanding(
    "Customer,Invoice No,Amount,Balance\nA,1,5,2\n",
    "2: A 1 5.00 CNY got 3.00 on 2024-06-30 undated"
)]
#[case::balances_alone("Customer,Invoice No,Balance\nA,1,5\n", "2: A 1 5.00 CNY")]
#[case::more_received_than_claimed(
    "Customer,Invoice No,Amount,Paid\nA,1,5,7\n",
    "2: A 1 5.00 CNY got 7.00 on 2024-06-30 undated"
)]
#[case::credit_note(
    "Customer,Invoice No,Amount,Paid\nA,1,-5,-2\n",
    "2: credit A 1 5.00 CNY got 2.00 on 2024-06-30 undated"
)]
#[case::kinds(
    "Customer,Invoice No,Amount,Doc type\nA,1,5,红字应收单\nA,2,5,Debit note\n\
     A,3,-5,Credit memo\nA,4,-5,Invoice\n",
    "2: credit A 1 5.00 CNY\n3: debit A 2 5.00 CNY\n4: credit A 3 5.00 CNY\n5: credit A 4 5.00 CNY"
)]
#[case::nothing_is_an_amount_too(
    "Customer,Invoice No,Amount\nA,1,0\nA,2,-\n",
    "2: A 1 0.00 CNY\n3: A 2 0.00 CNY"
)]
#[case::due_date_before_terms(
    "Customer,Invoice No,Amount,Invoice Date,Due Date,Terms\n\
     A,1,5,2024-01-01,2024-02-01,net 90\nA,2,5,2024-01-01,,net 90\n",
    "2: A 1 5.00 CNY of 2024-01-01 due 2024-02-01\n3: A 2 5.00 CNY of 2024-01-01 terms 90d"
)]
#[case::tax(
    "客户,单据编号,金额,价税合计,税额\nA,1,100,113,13\nA,2,100,113,13%\n",
    "2: A 1 113.00 CNY tax 13.00\n3: A 2 113.00 CNY"
)]
#[case::currencies_by_sign(
    "Customer,Invoice No,Amount\nA,1,€5\nA,2,US$5\nA,3,¥5\nA,4,5\n",
    "2: A 1 5.00 EUR\n3: A 2 5.00 USD\n4: A 3 5.00 CNY\n5: A 4 5.00 CNY"
)]
#[case::currency_by_heading(
    "Customer,Invoice No,Amount (USD)\nA,1,5\nA,2,$6\n",
    "2: A 1 5.00 USD\n3: A 2 6.00 USD"
)]
#[case::units(
    "应收账款,单位：万元\n客户,发票号,金额,余额（元）\nA,1,1.5,5000\n",
    "3: A 1 15000.00 CNY got 10000.00 on 2024-06-30 undated"
)]
#[case::blank_received(
    "Customer,Invoice No,Amount,Paid\nA,1,5,\n",
    "2: A 1 5.00 CNY got 0.00 on 2024-06-30 undated"
)]
#[case::base_currency_beside_another("客户,单据编号,币别,本币金额\nA,1,USD,5\n", "2: A 1 5.00 CNY")]
#[case::without_numbers(
    "Customer,Date,Amount\nA,2024-01-05,5\nA,2024-01-05,5\nB,2024-01-05,5\nA,2024-01-06,5\n",
    "2: A #2024-01-05 5.00 CNY 1 5.00 CNY of 2024-01-05\n\
     3: A #2024-01-05 5.00 CNY 2 5.00 CNY of 2024-01-05\n\
     4: B #2024-01-05 5.00 CNY 1 5.00 CNY of 2024-01-05\n\
     5: A #2024-01-06 5.00 CNY 1 5.00 CNY of 2024-01-06"
)]
#[case::title_and_blank_rows(
    "应收账款明细表\n\n单位：元,2024年\n客户,发票号,金额\n,,\nA,1,5\n",
    "6: A 1 5.00 CNY"
)]
#[case::headings_of_two_storeys(
    "客户,,应收账款,\n客户编码,客户名称,单据编号,金额\nA,甲,1,5\n",
    "3: A 1 5.00 CNY"
)]
#[case::guarded("Customer,Invoice No,Amount\n'=A,'+1x,-5\n", "2: credit =A +1x 5.00 CNY")]
#[case::markup_is_text(
    "Customer,Invoice No,Amount\n<script>alert(1)</script>,<b>,5\n",
    "2: <script>alert(1)</script> <b> 5.00 CNY"
)]
#[case::tabs(
    "Customer\tInvoice No\tAmount\r\nA\t1\t\"1,234.50\"\r\nB\t2\t(500.00)\r\nC\t3\t１２．５０\r\n",
    "2: A 1 1234.50 CNY\n3: credit B 2 500.00 CNY\n4: C 3 12.50 CNY"
)]
fn documents_are_as_the_table_states(#[case] text: &str, #[case] expected: &str) {
    let draft = drafted(text);
    assert_eq!(listed(&draft), expected, "{}", said(&draft));
}

#[test]
fn receipts_among_claims_are_money_on_account() {
    let draft = drafted(
        "Date,Type,Num,Customer,Amount,Open balance\n\
         2024-01-05,Invoice,1,A,100,60\n2024-01-06,Payment,77,A,-50,-20\n",
    );
    assert_eq!(listed(&draft), "2: A 1 100.00 CNY of 2024-01-05 got 40.00 on 2024-06-30 undated");
    let receipt = &draft.receipts[0].receipt;
    let told = (receipt.amount.to_string(), receipt.received_on.to_string(), &*receipt.reference);
    assert_eq!(told, ("20.00 CNY".to_owned(), "2024-01-06".to_owned(), "77"));
}

#[test]
fn equal_receipts_stay_two() {
    let draft = drafted(
        "客户编号,收款日期,收款金额,收款方式,流水号,发票号\n\
         A,2024-01-05,5,转账,,1\nA,2024-01-05,5,转账,,1\nA,2024-01-05,5,转账,9,\n",
    );
    assert_eq!(draft.kind, TableKind::Receipts);
    let told: Vec<_> = draft
        .receipts
        .iter()
        .map(|row| (row.ordinal, row.receipt.designation.as_deref(), &*row.receipt.reference))
        .collect();
    assert_eq!(told, [(1, Some("1"), ""), (2, Some("1"), ""), (1, None, "9")]);
    assert_eq!(said(&draft), "");
}

#[test]
fn customers_come_with_what_their_table_says() {
    let draft = drafted(
        "客户编码,客户名称,税号,地址,联系人,电话,行业,地区,业务员,信用额度,账期\n\
         C-1,华美,91310000MA1FL0000X,上海,王,021-5,服装,华东,李,\"50,000\",月结30天\n",
    );
    assert_eq!((draft.kind, draft.rows_taken), (TableKind::Customers, 1));
    let fields = &draft.customers[0].fields;
    assert_eq!(fields.name.as_deref(), Some("华美"));
    assert_eq!(fields.tax_no.as_deref(), Some("91310000MA1FL0000X"));
    assert_eq!(fields.credit_limit.map(|limit| limit.to_string()).as_deref(), Some("50000.00 CNY"));
    assert_eq!(fields.contacts.as_ref().map(|people| people[0].phone.as_str()), Some("021-5"));
    assert_eq!(fields.terms.as_ref().map(|terms| terms.lines[0].delay.len()), Some(2));
}

#[test]
fn a_customer_is_stated_once_by_its_first_spelling() {
    let draft = drafted(
        "Customer Code,Customer Name,Invoice No,Amount,Owner,Region\n\
         c-1,Acme  co,1,5,Li,\nC-1,ACME corp,2,5,Wang,East\nC-2,Bolt,3,x,Li,East\n",
    );
    let told: Vec<_> = draft
        .customers
        .iter()
        .map(|customer| {
            let fields = &customer.fields;
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            format!(
                "{} {} {} {}",
                customer.code,
                text(&fields.name),
                text(&fields.owner),
                text(&fields.region)
            )
        })
        .collect();
    assert_eq!(told, ["c-1 Acme  co Li East"], "a refused row states nothing");
    let owners: Vec<_> = draft.documents.iter().map(|row| row.fields.owner.as_deref()).collect();
    assert_eq!(owners, [None, Some("Wang")], "an owner of the document alone");
}

#[test]
fn rows_without_a_customer_go_to_one() {
    let draft = drafted("CustomerID,Invoice No,Amount\n,1,5\n,2,6\n17850.0,3,7\n");
    assert_eq!(listed(&draft), "2: UNKNOWN 1 5.00 CNY\n3: UNKNOWN 2 6.00 CNY\n4: 17850 3 7.00 CNY");
    assert_eq!(draft.customers[0].fields.name.as_deref(), Some("未知客户 / unknown customer"));
}

const LINES: &str = "Customer,Invoice No,Invoice Date,Amount,Item\n\
    A,1,2024-01-05,100,x\nA,1,2024-01-05,-10,rebate\nA,2,2024-01-05,5,x\nA,2,2024-01-06,6,y\n\
    A,1,2024-01-05,100,x\n";

#[test]
fn lines_add_up_when_a_person_says_so() {
    let answers = Answers { repeated: Some(RepeatedNumbers::SumLines), ..Answers::default() };
    let draft = drafted_with(LINES, &Options { answers, ..options() });
    assert_eq!(listed(&draft), "2: A 1 90.00 CNY of 2024-01-05");
    let expected = "row 4: number \"2\" also stands in row 5 with different content\n\
                    row 5: number \"2\" also stands in row 4 with different content\n\
                    row 6: number \"1\": the same row as row 2, kept once";
    assert_eq!(said(&draft), expected, "other dates are no lines of one document");
    assert_eq!((draft.rows_taken, draft.rows_refused, draft.rows_skipped), (2, 2, 1));
}

#[test]
fn repeated_numbers_are_asked_about_once() {
    let text = "Customer,Invoice No,Amount\nA,1,5\nA,1,6\nA,2,5\nA,2,6\n";
    let draft = drafted(text);
    let asked = draft.questions.iter().find(|q| matches!(q, Question::RepeatedNumbers { .. }));
    let expected = "2 numbers stand in several rows with different content, for example \"1\" in \
                    rows 2 and 3. Are these lines of one document, to be added up? Not taken until \
                    you say.";
    assert_eq!(asked.map(|asked| question(asked, Language::En)).as_deref(), Some(expected));
    let answers = Answers { repeated: Some(RepeatedNumbers::Refuse), ..Answers::default() };
    let draft = drafted_with(text, &Options { answers, ..options() });
    assert!(!draft.questions.iter().any(|q| matches!(q, Question::RepeatedNumbers { .. })));
}

#[test]
fn an_answer_settles_day_and_month_and_is_remembered() {
    let text = "Customer,Invoice No,Invoice Date,Amount\nA,1,1/2/2013,5\n";
    let first = drafted(text);
    assert_eq!(listed(&first), "2: A 1 5.00 CNY of 2013-01-02");
    let answers = Answers {
        day_order: Some(DayOrder::DayFirst),
        missing: Some(MissingItem::Settled),
        currency: Currency::parse("USD"),
        ..Answers::default()
    };
    let second = drafted_with(text, &Options { answers, ..options() });
    assert_eq!(listed(&second), "2: A 1 5.00 USD of 2013-02-01");
    assert_eq!((second.questions.len(), second.missing), (0, MissingItem::Settled));
    let layouts = vec![first.layout, second.layout.clone()];
    let third = drafted_with(text, &Options { layouts, ..options() });
    assert_eq!((listed(&third), third.layout), (listed(&second), second.layout));
}

#[test]
fn a_mapping_goes_before_what_is_recognised() {
    let map = vec![(Field::Amount, "Net".to_owned()), (Field::DueOn, "when".to_owned())];
    let text = "Customer,Invoice No,Amount,Net,when\nA,1,5,4,2024-03-01\n";
    let draft = drafted_with(text, &Options { map, ..options() });
    assert_eq!(listed(&draft), "2: A 1 4.00 CNY due 2024-03-01");
    assert_eq!(draft.layout.columns.get("amount"), Some(&3));
}

#[test]
fn blocks_of_any_size_give_one_draft() {
    let grid = read(LINES.as_bytes()).unwrap();
    let whole = draft(LINES.as_bytes(), &options()).unwrap();
    for size in 1..12 {
        let plan = Plan::of(&grid, &options()).unwrap();
        let mut drafting = Drafting::new(&grid, plan, options()).unwrap();
        let mut steps = 0;
        loop {
            let Progress { done, total } = drafting.step(&grid, size);
            steps += 1;
            if done == total {
                break;
            }
            assert_eq!(done, steps * size);
        }
        assert_eq!(drafting.finish(&grid), whole);
    }
}

/// A cell of a table that may be anything a person or a program writes.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{1,4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,4}日?( [0-9:]{1,8})?",
        "[-(¥$€+]{0,2}[0-9,. ]{1,12}[-)%万元CR]{0,2}",
        "[A-Za-z客户金额发票号日期到期'\"=@#  ]{0,8}",
        "[0-9.]{1,20}(E[+-]?[0-9]{1,2})?",
        any::<String>(),
    ]
}

proptest! {
    #[test]
    fn any_bytes_give_a_draft_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for head in ["", "Customer,Invoice No,Invoice Date,Amount,Paid\n", "PK\u{3}\u{4}"] {
            let mut file = head.as_bytes().to_vec();
            file.extend(&bytes);
            if let Ok(draft) = draft(&file, &options()) {
                prop_assert_eq!(
                    draft.rows_total,
                    draft.rows_taken + draft.rows_refused + draft.rows_skipped
                );
            }
        }
    }

    #[test]
    fn every_row_is_accounted_for(
        rows in prop::collection::vec(prop::collection::vec(cell(), 6..=6), 1..20),
        answered in any::<bool>(),
    ) {
        let mut text = "客户编码,发票号,发票日期,到期日,金额,已收金额\n".to_owned();
        let mut filled = 0;
        for row in &rows {
            let cells: Vec<String> =
                row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            text += &(cells.join(",") + "\n");
            filled += u32::from(row.iter().any(|cell| !cell.trim().is_empty()));
        }
        let repeated = answered.then_some(RepeatedNumbers::SumLines);
        let answers = Answers { repeated, ..Answers::default() };
        let draft = drafted_with(&text, &Options { answers, ..options() });
        // Marks without width at a cell's edge count as blanks too.
        prop_assert!(draft.rows_total <= filled);
        let refused: std::collections::BTreeSet<u32> =
            draft.refusals().map(|problem| problem.row).collect();
        prop_assert_eq!(refused.len(), draft.rows_refused as usize);
        for problem in &draft.problems {
            prop_assert!(!crate::say::problem(problem, Language::Zh).contains('\n'));
        }
    }
}
