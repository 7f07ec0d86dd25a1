//! Longer terms and perks: what the forms record, and how the lists show them (E5, E6).

use super::*;
use crate::record::{PerkKind, Terms};
use crate::rule::collection::demands;
use crate::view::discount::{PerkState, extension_rows, perk_rows, perk_sums};
use crate::view::timeline::{Offer, timeline};

#[test]
fn longer_terms_open_with_the_terms_until_now_and_are_watched() {
    let mut desk = Desk::new();
    let fields = CustomerFields { terms: Some(Terms::net(30)), ..CustomerFields::default() };
    desk.apply(Command::AmendCustomer { customer: Key::of("C-1"), fields }).unwrap();
    let form = desk.begin(&Deed::ExtendTerms);
    assert_eq!((form.text(F::TermsBefore), form.text(F::Approver)), ("30", "Ann"));
    let filled = [(F::TermsDays, "60"), (F::On, "2026-1-1"), (F::Until, "2026-6-30")];
    desk.record(&Deed::ExtendTerms, &filled).unwrap();
    let rows = extension_rows(desk.book.ledger(), today());
    let [row] = rows.as_slice() else { panic!("{rows:?}") };
    assert!(row.runs && row.used.is_for_review, "A-1 was due on 31 January and is open");
    assert_eq!((row.used.items, row.used.used_items, row.used.early_items), (2, 1, 0));
    assert!(extension_rows(desk.book.ledger(), day("2025-12-31")).is_empty());

    let policy = desk.book.ledger().policy();
    let demanded = |on| demands(desk.account(), policy, day(on)).items;
    assert!(demanded("2026-03-02").is_empty(), "A-1 is due on 2 March now");
    let due: Vec<i32> = demanded("2026-03-03").iter().map(|item| item.due_day).collect();
    assert_eq!(due, [day("2026-03-02").number()]);
}

#[rstest]
#[case::not_longer(Deed::ExtendTerms, &[(F::TermsBefore, "30"), (F::TermsDays, "30")], F::TermsDays)]
#[case::no_days(Deed::ExtendTerms, &[(F::TermsBefore, "30")], F::TermsDays)]
#[case::ends_early(Deed::ExtendTerms, &[(F::TermsBefore, "30"), (F::TermsDays, "60"), (F::Until, "2026-1-1")], F::Until)]
#[case::nobody(Deed::ExtendTerms, &[(F::TermsBefore, "30"), (F::TermsDays, "60"), (F::Approver, "")], F::Approver)]
#[case::no_name(Deed::GrantPerk, &[(F::Amount, "50")], F::Title)]
#[case::no_worth(Deed::GrantPerk, &[(F::Title, "t"), (F::Amount, "0")], F::Amount)]
fn what_is_wrong_is_said_at_its_field(
    #[case] deed: Deed,
    #[case] filled: &[(F, &str)],
    #[case] field: F,
) {
    assert_eq!(Desk::new().record(&deed, filled).unwrap_err().field, field);
}

#[test]
fn a_perk_is_granted_given_and_counted() {
    let mut desk = Desk::new();
    let filled = [
        (F::PerkKind, "1"),
        (F::Title, "training"),
        (F::Amount, "200"),
        (F::Conditions, "twelve months on time"),
    ];
    let facts = desk.record(&Deed::GrantPerk, &filled).unwrap();
    assert!(matches!(&facts[0], Fact::Perk(perk) if perk.kind == PerkKind::Reward));
    let rows = perk_rows(desk.book.ledger(), today());
    let sums = |rows: &[_]| -> Vec<(PerkState, String)> {
        perk_sums(rows).into_iter().map(|(state, sum)| (state, sum.to_string())).collect()
    };
    assert_eq!(sums(&rows), [(PerkState::Due, "200.00 CNY".to_owned())]);
    let offers = |desk: &Desk| -> Vec<Vec<Offer>> {
        let told = timeline(&desk.book, desk.account(), today());
        told.into_iter().map(|entry| entry.offers).filter(|offers| !offers.is_empty()).collect()
    };
    assert_eq!(offers(&desk), [vec![Offer::Fulfill, Offer::End]]);

    let fulfil = Deed::FulfillPerk(rows[0].fact);
    desk.record(&fulfil, &[(F::Cost, "180")]).unwrap();
    let rows = perk_rows(desk.book.ledger(), today());
    assert_eq!(sums(&rows), [(PerkState::Fulfilled, "180.00 CNY".to_owned())]);
    assert!(offers(&desk).is_empty());
    let mut form = desk.begin(&fulfil);
    fill(&mut form, &[]);
    let command = read(&fulfil, &form, desk.book.ledger(), today()).unwrap();
    assert!(desk.apply(command).is_err(), "a perk is given once");
}
