//! Every card reads back as it is shown, and every bad value is refused at its field.

use rstest::rstest;

use super::{
    BY_LIMITS, PolicyCard, PolicyFault as Fault, PolicyField as F, Texts, avoided_words, read,
    texts,
};
use crate::money::Currency;
use crate::policy::Policy;
use crate::record::{Fields, Language, SettingFields};

fn shown(card: PolicyCard) -> Texts {
    texts(card, &Policy::default()).into_iter().collect()
}

#[test]
fn every_card_reads_back_as_it_is_shown() {
    let held = Policy::first_settings("", Currency::CNY);
    for card in PolicyCard::ALL {
        let fields = read(card, &shown(card), Currency::CNY).unwrap();
        let [name] = fields.stated()[..] else { panic!("{card:?} states one setting") };
        assert!(fields.agrees(&held, name), "{card:?}: {fields:?}");
    }
}

#[test]
fn no_field_stands_on_two_cards() {
    let policy = Policy::default();
    let mut all: Vec<F> =
        PolicyCard::ALL.into_iter().flat_map(|card| texts(card, &policy)).map(|(f, _)| f).collect();
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), count);
}

#[rstest]
#[case(PolicyCard::Score, &[(F::WindowMonths, "0")], F::WindowMonths, Fault::NotAboveZero)]
#[case(PolicyCard::Score, &[(F::WindowMonths, "a year")], F::WindowMonths, Fault::NotWhole)]
#[case(PolicyCard::Score, &[(F::DaysLateZero, "36501")], F::DaysLateZero, Fault::NotWhole)]
#[case(PolicyCard::Score, &[(F::QualityFrom, "101")], F::QualityFrom, Fault::Above100)]
#[case(PolicyCard::Score, &[(F::RiskBelow, "81")], F::RiskBelow, Fault::AboveBefore)]
#[case(PolicyCard::Score, &[(F::LimitUsedZero, "80")], F::LimitUsedZero, Fault::NotBeyondBefore)]
#[case(PolicyCard::Score, &[(F::OldDebtMin, "-1")], F::OldDebtMin, Fault::NotAnAmount)]
#[case(
    PolicyCard::Tier,
    &[(F::MediumBelowPercent, "49")],
    F::MediumBelowPercent, Fault::BelowBefore
)]
#[case(PolicyCard::Tier, &[(F::MediumOver, "91")], F::MediumOver, Fault::AboveBefore)]
#[case(PolicyCard::Tier, &[(F::BFrom, "8")], F::BFrom, Fault::AboveBefore)]
#[case(
    PolicyCard::Tier,
    &[(F::AmountWeight, "0"), (F::DaysWeight, "0"), (F::ClassWeight, "0")],
    F::AmountWeight, Fault::NoWeight
)]
#[case(PolicyCard::Tier, &[(F::TierBasis, BY_LIMITS)], F::LargeFrom, Fault::NotAnAmount)]
#[case(
    PolicyCard::Tier,
    &[(F::TierBasis, BY_LIMITS), (F::LargeFrom, "1万"), (F::MediumFrom, "2万")],
    F::MediumFrom, Fault::AboveBefore
)]
#[case(
    PolicyCard::Tier,
    &[(F::TierBasis, BY_LIMITS), (F::LargeFrom, "2万"), (F::MediumFrom, "USD 5")],
    F::MediumFrom, Fault::NotAnAmount
)]
#[case(PolicyCard::Terms, &[(F::RiskMonths, "-1")], F::RiskMonths, Fault::NotMonths)]
#[case(PolicyCard::Limitation, &[(F::Years, "0")], F::Years, Fault::NotAboveZero)]
#[case(PolicyCard::Limitation, &[(F::YearsMax, "2")], F::YearsMax, Fault::BelowBefore)]
#[case(PolicyCard::Limitation, &[(F::AlertDays, "90, soon")], F::AlertDays, Fault::NotDays)]
#[case(
    PolicyCard::Alerts,
    &[(F::ConcentrationPercent, "120")],
    F::ConcentrationPercent, Fault::Above100
)]
#[case(PolicyCard::Alerts, &[(F::OverdueAmount, "lots")], F::OverdueAmount, Fault::NotAnAmount)]
#[case(PolicyCard::Compliance, &[(F::HoursFrom, "8 o'clock")], F::HoursFrom, Fault::NotATime)]
#[case(PolicyCard::Compliance, &[(F::HoursUntil, "8:00")], F::HoursUntil, Fault::NotBeyondBefore)]
#[case(
    PolicyCard::Compliance,
    &[(F::PreferredHours, "12:00-10:00")],
    F::PreferredHours, Fault::NotHours
)]
#[case(PolicyCard::Compliance, &[(F::DayMax, "0")], F::DayMax, Fault::NotAboveZero)]
#[case(
    PolicyCard::Compliance,
    &[(F::WeekMax, "1"), (F::DayMax, "2")],
    F::WeekMax, Fault::BelowBefore
)]
fn a_bad_value_is_refused_at_its_field(
    #[case] card: PolicyCard,
    #[case] typed: &[(F, &str)],
    #[case] field: F,
    #[case] fault: Fault,
) {
    let mut held = shown(card);
    held.extend(typed.iter().map(|(field, text)| (*field, (*text).to_owned())));
    let wrong = read(card, &held, Currency::CNY).unwrap_err();
    assert_eq!(wrong.first(), Some(&(field, fault)), "{wrong:?}");
}

#[test]
fn hours_and_amounts_are_read_as_typed() {
    let mut held = shown(PolicyCard::Compliance);
    held.insert(F::PreferredHours, "９：３０－11:00、14:00至16:00".to_owned());
    held.insert(F::WordsToAvoid, " 坐牢 \n\n后果自负".to_owned());
    let SettingFields { compliance: Some(read_back), .. } =
        read(PolicyCard::Compliance, &held, Currency::CNY).unwrap()
    else {
        panic!("compliance is stated")
    };
    let spans: Vec<String> =
        read_back.preferred_hours.iter().map(|[from, until]| format!("{from}-{until}")).collect();
    assert_eq!(spans, ["09:30-11:00", "14:00-16:00"]);
    assert_eq!(read_back.words_to_avoid, ["坐牢", "后果自负"]);
    let mut held = shown(PolicyCard::Alerts);
    held.insert(F::OverdueAmount, "20万".to_owned());
    let read_back = read(PolicyCard::Alerts, &held, Currency::CNY).unwrap().alerts.unwrap();
    assert_eq!(read_back.overdue_amount.to_string(), "200000.00 CNY");
}

/// What the policy says of its own playbook, in English.
fn avoided(policy: &Policy) -> Vec<(String, String)> {
    avoided_words(&policy.playbook, &policy.compliance, Language::En)
}

#[test]
fn scripts_with_words_to_avoid_are_named_once() {
    let mut policy = Policy::default();
    assert_eq!(avoided(&policy), [], "none in what a workbook begins with");
    let threat = "Pay or go to PRISON";
    for step in policy.playbook.a.iter_mut().chain(&mut policy.playbook.b).take(2) {
        step.title.en = "Letter".to_owned();
        step.script.en = threat.to_owned();
    }
    policy.compliance.words_to_avoid = vec!["prison".to_owned(), "police".to_owned()];
    let expected = [("Letter".to_owned(), "prison".to_owned())];
    assert_eq!(avoided(&policy), expected);
}

/// A title is read to the customer too; a blank among the words is no word.
#[test]
fn titles_are_read_as_scripts_are() {
    let mut policy = Policy::default();
    policy.playbook.c[0].title.en = "Call the police".to_owned();
    policy.compliance.words_to_avoid = vec!["police".to_owned(), " ".to_owned()];
    assert_eq!(avoided(&policy), [("Call the police".to_owned(), "police".to_owned())]);
}
