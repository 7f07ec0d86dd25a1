//! A workbook as a whole: what its first entry says, what was known on a day, what is set aside.
//! Never a default that only the code knows.

use huikuan::id::EntryId;
use huikuan::journal::{CLOCK_MAX, Entry, Journal};
use huikuan::ledger::Ledger;
use huikuan::record::{Fact, SettingFields};
use huikuan::workbook::{Command, Rejection};

use crate::laptop::{Laptop, claim, date, invoice};

#[test]
fn creation_writes_down_every_default() {
    let mei = Laptop::begins("mei");
    let first = &mei.book.journal().entries()[0];
    let [Fact::Created(created), articles @ ..] = &*first.facts else { panic!("{first:?}") };
    assert!(articles.iter().all(|fact| matches!(fact, Fact::Article(_))));
    assert_eq!(articles.len(), mei.book.ledger().office().articles.len());
    assert_eq!(created.workbook, mei.book.id());
    // A new setting does not compile here until somebody thinks of its default.
    let SettingFields {
        title,
        base_currency,
        time_zone,
        aging,
        default_terms,
        allocation_order,
        small_difference,
        sales_net_of_credit_notes,
        holidays,
        firm,
        score,
        tiering,
        limitation,
        alerts,
        credit_terms,
        provision,
        playbook,
        compliance,
        team,
        assignment,
        discount_offers,
        cost_of_money,
        late_charge,
        reference_rates,
        approval,
    } = &created.settings;
    let written = [
        title.is_some(),
        base_currency.is_some(),
        time_zone.is_some(),
        aging.is_some(),
        default_terms.is_some(),
        allocation_order.is_some(),
        small_difference.is_some(),
        sales_net_of_credit_notes.is_some(),
        holidays.is_some(),
        firm.is_some(),
        score.is_some(),
        tiering.is_some(),
        limitation.is_some(),
        alerts.is_some(),
        credit_terms.is_some(),
        provision.is_some(),
        playbook.is_some(),
        compliance.is_some(),
        team.is_some(),
        assignment.is_some(),
        discount_offers.is_some(),
        cost_of_money.is_some(),
        late_charge.is_some(),
        reference_rates.is_some(),
        approval.is_some(),
    ];
    assert_eq!(written, [true; 25]);
    assert_eq!(Some(&mei.book.ledger().policy().aging), aging.as_ref());
}

#[test]
fn creation_cannot_be_taken_back() {
    let mut mei = Laptop::begins("mei");
    let entry = mei.book.journal().entries()[0].id;
    let retract = Command::Retract { entry, reason: String::new() };
    assert_eq!(mei.tries(retract), Err(Rejection::CannotRetractCreation));
    let stamp = mei.stamp();
    assert_eq!(mei.book.undo(&stamp), Err(Rejection::NothingToUndo));
}

#[test]
fn a_refused_command_changes_nothing() {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    let (before, ledger) = (mei.export(), mei.book.ledger().clone());
    let again = Command::RecordDocument {
        kind: huikuan::record::DocumentKind::Invoice,
        customer: "c1".to_owned(),
        number: Some(" inv-1".to_owned()),
        fields: claim("2025-01-10", "", "5"),
    };
    assert_eq!(mei.tries(again), Err(Rejection::DocumentExists(" inv-1".to_owned())));
    assert_eq!(mei.export(), before);
    assert!(mei.book.ledger().same(&ledger));
}

#[test]
fn a_report_as_known_on_a_day_leaves_out_what_was_recorded_later() {
    let mut mei = Laptop::begins("mei");
    mei.on("2025-03-01").invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    let more = huikuan::record::DocumentFields {
        claim: claim("2025-01-10", "", "150").claim,
        ..Default::default()
    };
    mei.on("2025-04-05").amends(invoice("C1", "INV-1"), more);
    mei.reads("2025-03-31", &["C1 INV-1: 150.00 31–60 days", "C1 = 150.00"]);
    let known = mei.book.journal().known_on(date("2025-04-04"));
    let known = mei.opened("reader", known);
    known.reads("2025-03-31", &["C1 INV-1: 100.00 31–60 days", "C1 = 100.00"]);
}

#[test]
fn a_clock_beyond_the_limit_is_set_aside_and_kept() {
    let mut mei = Laptop::begins("mei");
    let like = mei.copied_to("vandal").export().remove(0);
    let id: EntryId = "k3f9q2ma-1".parse().unwrap();
    let retract = huikuan::record::Retract { target: like.id, reason: String::new() };
    let facts = vec![Fact::Retract(retract)];
    let wild = Entry::seal(id, CLOCK_MAX + 1, like.recorded_at, "vandal", facts).unwrap();
    mei.book.add(vec![wild.clone()]);
    mei.finds(&["a clock beyond the limit"]);
    assert!(mei.export().contains(&wild));
    // It does not push anybody's clock to the end.
    mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    mei.reads("2025-02-09", &["C1 INV-1: 100.00 not due", "C1 = 100.00"]);
}

#[test]
fn an_entry_that_is_missing_shows() {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    mei.invoices("C1", "INV-2", ["2025-01-10", "2025-02-09", "200"]);
    let mut entries = mei.export();
    let lost = entries.remove(1);
    let mut journal = Journal::default();
    for entry in entries {
        journal.add(entry);
    }
    assert_eq!(journal.gaps(), [lost.id]);
    let mut tao = mei.opened("tao", journal);
    tao.finds(&["a missing entry"]);
    tao.book.add(vec![lost]);
    tao.finds(&[]);
    assert!(tao.book.ledger().same(&Ledger::fold(mei.book.journal())));
}
