//! What is decided of a late charge: the form opens with what it comes to (E7).

use super::*;
use crate::money::Rate;
use crate::record::{LateChargeOutcome, LateChargeRate};

/// 0.1 % a day: A-1 is 33 days late, which is 3.30.
fn charging() -> Desk {
    let mut desk = Desk::new();
    let mut policy = desk.book.ledger().policy().late_charge.clone();
    policy.rate = LateChargeRate::Daily(Rate("0.001".parse().unwrap()));
    let fields = SettingFields { late_charge: Some(policy), ..SettingFields::default() };
    desk.apply(Command::SetPolicy(fields)).unwrap();
    desk
}

fn deed(desk: &Desk, outcome: LateChargeOutcome) -> Deed {
    Deed::LateCharge { item: desk.begin(&Deed::Promise).items[0].item.clone(), outcome }
}

#[test]
fn a_claim_opens_with_its_amount_and_records_note_and_decision() {
    let mut desk = charging();
    let claim = deed(&desk, LateChargeOutcome::Claimed);
    let form = desk.begin(&claim);
    assert_eq!((form.text(F::Amount), form.text(F::Deadline)), ("3.30", "2026-03-12"));
    let facts = desk.record(&claim, &[(F::Number, "DN-1")]).unwrap();
    assert!(matches!(&facts[0], Fact::Document(note) if note.kind == DocumentKind::DebitNote));
    assert!(matches!(&facts[1], Fact::LateChargeDecision(_)));
    assert_eq!(desk.begin(&claim).text(F::Amount), "", "nothing is left to claim today");
    let again = desk.record(&claim, &[(F::Number, "DN-1"), (F::Amount, "1")]).unwrap_err();
    assert_eq!(again.field, F::Number);
}

#[rstest]
#[case::no_reason(LateChargeOutcome::Waived, &[], F::Reason)]
#[case::kept_without_reason(LateChargeOutcome::Kept, &[], F::Reason)]
#[case::nothing(LateChargeOutcome::Claimed, &[(F::Amount, "0")], F::Amount)]
#[case::not_yet(LateChargeOutcome::Claimed, &[(F::On, "+1")], F::On)]
#[case::due_before(LateChargeOutcome::Claimed, &[(F::Deadline, "-1")], F::Deadline)]
#[case::other_currency(LateChargeOutcome::Claimed, &[(F::Amount, "USD 3")], F::Amount)]
fn what_is_wrong_is_said_at_its_field(
    #[case] outcome: LateChargeOutcome,
    #[case] filled: &[(F, &str)],
    #[case] field: F,
) {
    let mut desk = charging();
    let deed = deed(&desk, outcome);
    assert_eq!(desk.record(&deed, filled).unwrap_err().field, field);
}

#[test]
fn a_waiver_records_the_amount_and_why() {
    let mut desk = charging();
    let waive = deed(&desk, LateChargeOutcome::Waived);
    let facts = desk.record(&waive, &[(F::Reason, "老客户")]).unwrap();
    let Fact::LateChargeDecision(held) = &facts[0] else { panic!("{facts:?}") };
    assert_eq!((held.amount.minor(), held.reason.as_str()), (330, "老客户"));
    assert_eq!((held.on, held.outcome), (today(), LateChargeOutcome::Waived));
}
