//! What a form of a customer states, and where it is refused.
//! Never a workbook: what the form states is checked here, not what becomes of it.

use super::*;
use rstest::rstest;

fn today() -> Date {
    "2026-11-22".parse().unwrap()
}

fn shown() -> CustomerFields {
    CustomerFields {
        name: Some("Harbour Tools".to_owned()),
        credit_limit: Some("5000.00 CNY".parse().unwrap()),
        terms: Some(Terms::net(30)),
        reconciliation_day: Some(25),
        contacts: Some(vec![Person { name: "Ann".to_owned(), ..Person::default() }]),
        key_account: Some(true),
        ..CustomerFields::default()
    }
}

fn form() -> CustomerForm {
    CustomerForm::of(&shown(), Currency::CNY)
}

fn read(form: &CustomerForm) -> Result<CustomerFields, Vec<FormMistake>> {
    form.read(&shown(), Currency::CNY, today())
}

#[test]
fn an_untouched_form_states_nothing() {
    assert_eq!(read(&form()), Ok(CustomerFields::default()));
}

#[test]
fn only_what_was_changed_is_stated() {
    let mut form = form();
    form.texts[1] = " Wu ".to_owned();
    form.credit_limit = "USD 1.2万".to_owned();
    form.terms = Some(TermsKind::MonthEnd);
    form.reconciliation_day = "31".to_owned();
    form.flags[0] = false;
    form.debtor_kind = Some(DebtorKind::PublicBody);
    let row = ["Li", "buyer", "021-555", "li@example.com", "li", "昨天"];
    form.contacts.push(row.map(str::to_owned).to_vec());
    form.contacts.push(vec![" ".to_owned(); 6]);
    let stated = read(&form).unwrap();
    let people = stated.contacts.clone().unwrap();
    assert_eq!(people.len(), 2);
    assert_eq!(people[1].verified_on, "2026-11-21".parse().ok());
    let expected = CustomerFields {
        owner: Some("Wu".to_owned()),
        credit_limit: Some("12000.00 USD".parse().unwrap()),
        terms: Some(terms(TermsKind::MonthEnd, 30)),
        reconciliation_day: Some(31),
        key_account: Some(false),
        debtor_kind: Some(DebtorKind::PublicBody),
        contacts: Some(people),
        ..CustomerFields::default()
    };
    assert_eq!(stated, expected);
}

#[test]
fn an_emptied_text_clears_it_and_an_emptied_table_the_contacts() {
    let mut form = form();
    form.texts[0] = String::new();
    form.contacts.clear();
    let stated = read(&form).unwrap();
    assert_eq!(stated.name, Some(String::new()));
    assert_eq!(stated.contacts, Some(Vec::new()));
}

#[rstest]
#[case::word(|form: &mut CustomerForm| form.credit_limit = "much".to_owned(), FormMistake::NotALimit)]
#[case::negative(|form: &mut CustomerForm| form.credit_limit = "-1".to_owned(), FormMistake::NotALimit)]
#[case::no_limit(
    |form: &mut CustomerForm| form.credit_limit.clear(),
    FormMistake::CannotBeEmptied(CustomerField::CreditLimit)
)]
#[case::days(|form: &mut CustomerForm| form.terms_days = "soon".to_owned(), FormMistake::NotDays)]
#[case::no_terms(
    |form: &mut CustomerForm| form.terms = None,
    FormMistake::CannotBeEmptied(CustomerField::Terms)
)]
#[case::day(
    |form: &mut CustomerForm| form.reconciliation_day = "32".to_owned(),
    FormMistake::NotADayOfMonth
)]
#[case::no_day(
    |form: &mut CustomerForm| form.reconciliation_day.clear(),
    FormMistake::CannotBeEmptied(CustomerField::ReconciliationDay)
)]
#[case::email(
    |form: &mut CustomerForm| form.contacts[0][3] = "ann.example.com".to_owned(),
    FormMistake::Contact { row: 0, column: ContactColumn::Email }
)]
#[case::verified(
    |form: &mut CustomerForm| form.contacts[0][5] = "long ago".to_owned(),
    FormMistake::Contact { row: 0, column: ContactColumn::VerifiedOn }
)]
fn what_cannot_be_read_is_refused_where_it_stands(
    #[case] change: fn(&mut CustomerForm),
    #[case] mistake: FormMistake,
) {
    let mut form = form();
    change(&mut form);
    assert_eq!(read(&form), Err(vec![mistake]));
}
