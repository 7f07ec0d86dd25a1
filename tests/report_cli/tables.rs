//! How tables are read from the command line: mapping, currency, days, settings.
//! Never tests a spelling of a date or an amount: the table tests do.

use rstest::rstest;

use crate::command::Folder;

const INVOICES: &str = "\
Belegnummer,Kunde,Datum,Fällig,Betrag,Bezahlt am
1,K1,2013-01-02,2013-02-01,100.00,2013-01-20
2,K1,2013-01-03,2013-02-02,50.00,
";

const MAP: [&str; 12] = [
    "--map",
    "number=Belegnummer",
    "--map",
    "customer_code=Kunde",
    "--map",
    "issued_on=Datum",
    "--map",
    "due_on=Fällig",
    "--map",
    "amount=Betrag",
    "--map",
    "settled_on=Bezahlt am",
];

fn balance(folder: &Folder, words: &[&str]) -> String {
    let mut all = vec!["--as-of", "2013-02-10", "--report", "aging", "--format", "json"];
    all.extend(words);
    let json = folder.run_words(&all).json();
    let total = &json["currencies"][0]["total"];
    let currency = json["currencies"][0]["currency"].as_str().unwrap();
    format!("{} {currency}, open {}", total["balance"].as_str().unwrap(), total["open_items"])
}

#[test]
fn unknown_headings_are_mapped_and_a_field_can_be_left_out() {
    let folder = Folder::new("mapped").with("i.csv", INVOICES);
    let mut words = vec!["--invoices", "i.csv"];
    words.extend(MAP);
    assert_eq!(balance(&folder, &words), "50.00 CNY, open 1");
    words.extend(["--map", "settled_on="]);
    assert_eq!(balance(&folder, &words), "150.00 CNY, open 2");
    words.extend(["--currency", "jpy"]);
    assert_eq!(balance(&folder, &words), "150 JPY, open 2");
}

#[test]
fn a_total_without_a_day_is_of_the_day_of_the_report() {
    let table = "number,customer,issue date,due date,amount,received\n\
                 1,K1,2013-01-02,2013-02-01,100.00,40.00\n";
    let folder = Folder::new("undated").with("i.csv", table);
    assert_eq!(balance(&folder, &["--invoices", "i.csv"]), "60.00 CNY, open 1");
    let run = folder.run("--invoices i.csv --as-of 2013-03-01 --report statement --format json");
    let effect = &run.json()["customers"][0]["currencies"][0]["items"][0]["effects"][0];
    assert_eq!(effect["on"], "2013-03-01");
}

#[test]
fn a_customer_table_gives_the_names() {
    let folder = Folder::new("names")
        .with("c.csv", "customer code,customer name\nK1,Kappa Ltd\n")
        .with("i.csv", "number,customer code,issue date,amount\n1,k1,2013-01-02,100.00\n");
    let words =
        "--customers c.csv --invoices i.csv --as-of 2013-03-01 --report aging --format json";
    let customer = folder.run(words).json()["currencies"][0]["customers"][0].clone();
    assert_eq!((&customer["code"], &customer["name"]), (&"K1".into(), &"Kappa Ltd".into()));
    assert_eq!(customer["no_due_date"], "100.00");
}

#[test]
fn money_of_an_unknown_customer_stands_unapplied() {
    let folder = Folder::new("unknown_payer")
        .with("r.csv", "customer,date,amount,reference\n,2013-01-05,30.00,x\n");
    let run = folder.run("--receipts r.csv --as-of 2013-02-10 --report aging");
    assert_eq!(run.status, 0);
    let warning = "row 2: no customer code and no name; taken under \"unknown customer\"\n";
    assert_eq!(run.problems, warning);
    assert!(run.out.contains("\u{2212}30.00"), "{}", run.out);
}

#[rstest]
#[case::basis(r#"{"aging":{"basis":"issued_on","upper_days":[30,60]}}"#, "issued_on")]
#[case::title(r#"{"title":"x"}"#, "due_on")]
fn settings_replace_those_of_the_book(#[case] policy: &str, #[case] basis: &str) {
    let folder = Folder::new(&format!("policy_{basis}"))
        .with("i.csv", "number,customer,issue date,amount\n1,k1,2013-01-02,100.00\n")
        .with("p.json", policy);
    let words = "--invoices i.csv --policy p.json --as-of 2013-02-10 --report aging --format json";
    assert_eq!(folder.run(words).json()["basis"], basis);
}
