//! What is wrong goes to standard error, and the exit status says whether there is a report.
//! Never a panic, and never a report of nothing without a word.

use rstest::rstest;

use crate::command::Folder;

const TWO_ROWS: &str = "number,customer,issue date,due date,amount\n\
                        1,K1,2013-01-02,2013-02-01,100.00\n\
                        2,K1,2013-01-03,2013-13-40,50.00\n";

#[test]
fn a_row_that_cannot_be_taken_is_named_and_the_rest_reported() {
    let folder = Folder::new("bad_row").with("i.csv", TWO_ROWS);
    let run = folder.run("--invoices i.csv --as-of 2013-02-10 --report aging");
    assert_eq!(run.status, 0);
    assert_eq!(run.problems, "row 3: due date \"2013-13-40\" is not a date\n");
    assert!(run.out.contains("100.00"), "{}", run.out);
    let run = folder.run("--invoices i.csv --as-of 2013-02-10 --report aging --language zh");
    assert_eq!(run.problems, "第 3 行：到期日“2013-13-40”不是日期\n");
}

#[test]
fn of_several_tables_each_line_names_its_file() {
    let folder = Folder::new("two_tables").with("i.csv", TWO_ROWS).with(
        "r.csv",
        "customer,date,amount,reference\nK1,2013-02-30,30.00,x\nK1,2013-02-03,5,y\n",
    );
    let run = folder.run("--invoices i.csv --receipts r.csv --as-of 2013-02-10 --report aging");
    assert_eq!(run.status, 0);
    let lines = "i.csv: row 3: due date \"2013-13-40\" is not a date\n\
                 r.csv: row 2: receipt date \"2013-02-30\" is not a date\n";
    assert_eq!(run.problems, lines);
}

#[test]
fn a_table_that_cannot_be_read_does_not_hide_the_other() {
    let folder = Folder::new("one_of_two").with("i.csv", TWO_ROWS).with("r.csv", "");
    let run = folder.run("--invoices i.csv --receipts r.csv --as-of 2013-02-10 --report check");
    assert_eq!(run.status, 0);
    assert!(run.problems.contains("r.csv: the file is empty\n"), "{}", run.problems);
}

#[rstest]
#[case::missing("--invoices none.csv", "none.csv: ")]
#[case::empty("--invoices empty.csv", "nothing could be read: empty.csv: the file is empty")]
#[case::no_row("--invoices bad.csv", "nothing could be read: no row could be taken")]
#[case::no_book("--book i.csv", "nothing could be read: i.csv: the file is not a workbook")]
#[case::heading("--invoices i.csv --map amount=Sum", "there is no heading \"Sum\" for amount")]
fn nothing_read_is_one_sentence_and_status_1(#[case] words: &str, #[case] sentence: &str) {
    let rows = "number,customer,issue date,amount\n1,K1,2013-01-02,many\n";
    let folder = Folder::new(&format!("nothing_{}", words.len()))
        .with("i.csv", TWO_ROWS)
        .with("bad.csv", rows)
        .with("empty.csv", "");
    let run = folder.run(&format!("{words} --as-of 2013-02-10 --report aging"));
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    let last = run.problems.lines().last().unwrap();
    assert!(last.contains(sentence), "{}", run.problems);
}

#[rstest]
#[case("--as-of 2013-02-10 --invoices i.csv", "--report is missing")]
#[case("--report aging --invoices i.csv", "--as-of is missing")]
#[case("--as-of 2013-02-10 --report aging", "there is nothing to read")]
#[case("--as-of 2013-02-30 --report aging", "--as-of \"2013-02-30\" is not a date")]
#[case("--as-of 2013-02-10 --report classes", "there is no report \"classes\": aging, class")]
#[case("--report aging --report kpi", "--report is given twice")]
#[case("--report", "--report needs a value")]
#[case("--colour red", "there is no option \"--colour\"")]
#[case("i.csv", "there is no option \"i.csv\"")]
#[case("--map price=Sum", "there is no field \"price\"")]
#[case("--map amount", "--map \"amount\" is not FIELD=HEADING")]
#[case("--window 0", "\"0\" is not a number of days")]
#[case("--currency yuan", "\"yuan\" is not a currency code")]
#[case("--format xml", "there is no format \"xml\"")]
#[case("--language fr", "there is no language \"fr\"")]
#[case(
    "--as-of 2013-02-10 --report aging --invoices i.csv --customer K9",
    "there is no customer \"K9\""
)]
#[case(
    "--as-of 2013-02-10 --report kpi --invoices i.csv --customer K1",
    "--customer goes with the reports aging, class, tier, worklist, discount, late-charge and \
     statement"
)]
fn wrong_usage_is_one_sentence_and_status_2(#[case] words: &str, #[case] sentence: &str) {
    let table = "number,customer,issue date,amount\n1,K1,2013-01-02,100.00\n";
    let name = words.replace(|c: char| !c.is_ascii_alphanumeric(), "_");
    let folder = Folder::new(&format!("usage{name}")).with("i.csv", table);
    let run = folder.run(words);
    let (status, said) = run.refusal();
    assert_eq!(status, 2);
    assert!(said.starts_with(sentence), "{said}");
}

#[test]
fn help_lists_every_option() {
    let run = Folder::new("help").run("--help");
    for option in ["--as-of", "--report", "--book", "--map", "--window", "--policy"] {
        assert!(run.clean().contains(option), "{option}");
    }
}

#[test]
fn markup_and_control_characters_stay_text_on_one_line() {
    let table = "number,customer,issue date,amount\n1,\"<b>K\u{1b}[2J\n1\",2013-01-02,100.00\n";
    let folder = Folder::new("markup").with("i.csv", table);
    let run = folder.run("--invoices i.csv --as-of 2013-02-10 --report aging");
    assert_eq!(run.status, 0);
    assert!(run.out.contains("<b>K [2J 1"), "{:?}", run.out);
    assert!(!run.out.contains('\u{1b}'));
}
