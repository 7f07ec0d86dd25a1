//! A late charge that a debit note claims: one entry, no charge twice, no charge on the charge (E7).

use huikuan::id::Key;
use huikuan::record::{DocumentKind, LateChargePolicy};
use huikuan::workbook::{Command, LateChargeClaim};

use crate::charge::{owed, rate, rules};
use crate::laptop::{Laptop, date, document, item, money};

/// 1,000 due on 2025-01-10 at 0.1 % a day, of which the charge up to 2025-01-20 is claimed.
fn claimed(number: Option<&str>, rules: LateChargePolicy) -> Laptop {
    let mut mei = owed(rules, "2025-01-10", "1000");
    mei.does(Command::ClaimLateCharge(LateChargeClaim {
        customer: Key::of("C1"),
        items: vec![item("C1", "A", 0)],
        on: date("2025-01-20"),
        amount: money("10"),
        number: number.map(str::to_owned),
        due_on: date("2025-01-27"),
        by: "财务".to_owned(),
        reason: "违约金".to_owned(),
    }));
    mei.is_sound();
    mei
}

#[test]
fn the_charge_begins_anew_and_the_note_bears_none() {
    for number in [Some("DN-1"), None] {
        let mei = claimed(number, rules("daily 0.001"));
        mei.finds(&[]);
        assert_eq!(mei.total("2025-01-19"), "9.00");
        assert_eq!(mei.total("2025-01-20"), "—");
        assert_eq!(mei.total("2025-03-01"), "40.00");
        let account = mei.book.ledger().account(&Key::of("C1")).unwrap();
        let note = account.documents.iter().find(|held| held.kind == DocumentKind::DebitNote);
        let part = note.unwrap().parts.of(&account.parts)[0].clone();
        assert_eq!(account.outstanding(&part, date("2025-03-01").number()), 1_000);
        let day = date("2025-03-01");
        let ledger = mei.book.ledger();
        let all = huikuan::rule::incentive::late_charge_so_far(ledger, account, day);
        assert_eq!(all.len(), 1, "only the invoice is charged");
    }
}

#[test]
fn one_undo_takes_back_note_and_decision() {
    let mut mei = claimed(Some("DN-1"), rules("daily 0.001"));
    mei.undoes();
    assert_eq!(mei.total("2025-01-20"), "10.00");
    let account = mei.book.ledger().account(&Key::of("C1")).unwrap();
    assert!(account.document(&document(DocumentKind::DebitNote, "C1", "DN-1")).is_none());
}

#[test]
fn what_was_claimed_counts_towards_the_cap() {
    let capped = LateChargePolicy { cap: Some(rate("0.03")), ..rules("daily 0.001") };
    let mei = claimed(None, capped);
    assert_eq!(mei.total("2025-02-04"), "15.00");
    assert_eq!(mei.total("2025-12-31"), "20.00");
}
