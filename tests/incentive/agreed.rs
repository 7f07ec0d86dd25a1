//! What was agreed and decided of late charges: contracts, plans, longer terms, disputes, waivers
//! (A2, D6, E5, E7).

use huikuan::id::Key;
use huikuan::record::{
    ContractFields, Dispute, DisputeOutcome, DocumentFields, LateChargeOutcome, LateChargePolicy,
    Plan, ReverseSubject, TermsExtension,
};
use huikuan::workbook::Command;

use crate::charge::{owed, rate, rules};
use crate::laptop::{Laptop, claim, date, invoice, item, money, plan, received, share};

/// 1,000 due on 2025-01-10 at 0.1 % a day.
fn thousand() -> Laptop {
    owed(rules("daily 0.001"), "2025-01-10", "1000")
}

#[test]
fn the_rate_of_the_contract_goes_before_policy() {
    let mut mei = thousand();
    let contract = Some("HT-1".to_owned());
    mei.amends(invoice("C1", "A"), DocumentFields { contract, ..DocumentFields::default() });
    assert_eq!(mei.total("2025-01-20"), "10.00");
    mei.does(Command::RecordContract {
        customer: Key::of("C1"),
        number: "HT-1".to_owned(),
        fields: ContractFields { late_rate: Some(rate("0.0365")), ..ContractFields::default() },
    });
    assert_eq!(mei.total("2025-01-20"), "1.00");
    mei.charges(rules("none"));
    assert_eq!(mei.total("2025-01-20"), "1.00");
}

fn agrees(mei: &mut Laptop, annual_rate: Option<&str>) {
    let instalments = ["2025-02-28 500", "2025-03-31 500"];
    let plan = plan("C1", &["A"], "2025-01-21", &instalments);
    mei.does(Command::AgreePlan(Plan { annual_rate: annual_rate.map(rate), ..plan }));
}

#[test]
fn while_a_plan_is_on_track_it_says_what_is_charged() {
    let mut mei = thousand();
    agrees(&mut mei, None);
    assert_eq!(mei.total("2025-02-28"), "10.00", "ten days before the agreement, then none");
    // The first instalment is missed: from 2025-03-01 on the usual rate again.
    assert_eq!(mei.total("2025-03-10"), "20.00");
    let mut mei = thousand();
    agrees(&mut mei, Some("0.0365"));
    // Ten days at 1.00 a day, 39 days at 0.10.
    assert_eq!(mei.total("2025-02-28"), "13.90");
}

#[test]
fn a_plan_that_was_broken_and_paid_charges_the_days_after_it_broke() {
    let mut mei = thousand();
    agrees(&mut mei, None);
    mei.receives(received("C1", "2025-03-05", "1000"), vec![share("C1", "A", "1000")]);
    assert_eq!(mei.total("2025-06-30"), "15.00");
}

#[test]
fn only_days_of_a_plan_have_neither_fee_nor_minimum() {
    let charging =
        LateChargePolicy { minimum: Some(money("50")), grace_days: 20, ..rules("daily 0.001") };
    let charging = LateChargePolicy { spares_grace: true, ..charging };
    let mut mei = owed(charging, "2025-01-10", "1000");
    agrees(&mut mei, Some("0.0365"));
    assert_eq!(mei.total("2025-02-10"), "1.10");
}

fn extends(mei: &mut Laptop, from: &str, until: &str) -> huikuan::id::FactId {
    let entry = mei.does(Command::ExtendTerms(TermsExtension {
        customer: Key::of("C1"),
        from_days: 30,
        to_days: 45,
        from: date(from),
        until: date(until),
        by: "总监".to_owned(),
        reason: String::new(),
    }));
    huikuan::id::FactId { entry, index: 0 }
}

#[test]
fn longer_terms_move_the_first_day() {
    let mut mei = thousand();
    let extension = extends(&mut mei, "2025-01-01", "2025-01-31");
    assert_eq!(mei.total("2025-01-25"), "—");
    assert_eq!(mei.total("2025-01-26"), "1.00");
    assert_eq!(mei.charge("A", "2025-01-26").unwrap().due_on, date("2025-01-25"));
    mei.ends_extension(extension, "2025-01-11");
    assert_eq!(mei.total("2025-01-26"), "1.00", "it covers what fell due before it ended");
    let mut mei = thousand();
    let extension = extends(&mut mei, "2025-01-01", "2025-01-31");
    mei.ends_extension(extension, "2025-01-10");
    assert_eq!(mei.total("2025-01-20"), "10.00");
    let mut mei = thousand();
    extends(&mut mei, "2025-01-11", "2025-01-31");
    assert_eq!(mei.total("2025-01-20"), "10.00", "it fell due before");
}

impl Laptop {
    fn ends_extension(&mut self, fact: huikuan::id::FactId, on: &str) {
        self.reverses("C1", ReverseSubject::Fact(fact), on);
    }
}

#[test]
fn what_is_disputed_is_left_out_while_it_is() {
    let mut mei = thousand();
    let entry = mei.does(Command::RaiseDispute(Dispute {
        customer: Key::of("C1"),
        item: item("C1", "A", 0),
        amount: Some(money("400")),
        reason: "数量不符".to_owned(),
        raised_on: date("2025-01-16"),
    }));
    assert_eq!(mei.total("2025-01-15"), "5.00");
    assert_eq!(mei.total("2025-01-20"), "6.00");
    let dispute = huikuan::id::FactId { entry, index: 0 };
    let (customer, outcome) = (Key::of("C1"), DisputeOutcome::Upheld);
    let on = date("2025-01-21");
    mei.does(Command::ResolveDispute { customer, dispute, on, outcome });
    assert_eq!(mei.total("2025-01-21"), "11.00", "the claim stood all along");
}

#[test]
fn a_waived_charge_begins_anew() {
    let mut mei = thousand();
    mei.charges(LateChargePolicy { fixed_fee: Some(money("3")), ..rules("daily 0.001") });
    mei.decides("A", "2025-01-20", LateChargeOutcome::Waived);
    assert_eq!(mei.total("2025-01-19"), "12.00");
    assert_eq!(mei.total("2025-01-20"), "—");
    assert_eq!(mei.total("2025-01-25"), "5.00", "no second fee");
}

#[test]
fn a_kept_charge_goes_on() {
    let mut mei = thousand();
    mei.decides("A", "2025-01-20", LateChargeOutcome::Kept);
    let charge = mei.charge("A", "2025-01-25").unwrap();
    assert_eq!((charge.total, charge.kept_until), (Ok(money("15")), Some(date("2025-01-20"))));
}

#[test]
fn an_invoice_recorded_after_its_due_day_is_charged_from_its_first_day() {
    let mut mei = owed(rules("daily 0.001"), "2025-01-10", "1000");
    mei.records(
        huikuan::record::DocumentKind::Invoice,
        "C1",
        "B",
        claim("2025-01-10", "2025-01-10", "10"),
    );
    assert_eq!(mei.charge("B", "2025-01-11").unwrap().days(), 1);
}
